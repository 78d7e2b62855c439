//! The arguments of `gainsay drafts`.

use clap::Args;

use super::ListArgs;

pub(super) const EXAMPLES: &str = "\
Examples:
  gainsay drafts                            what waits to become a claim, and what each lacks
  gainsay drafts my-story --format csv > drafts.csv
  gainsay drafts --finish                   which of them lack nothing, and would become claims
  gainsay drafts --finish --write           move them to `claims:`; `gainsay undo` puts them back

Exit status with --finish: 0 none is finished, or they are moved; 1 some would move.";

#[derive(Args, Debug)]
pub(in crate::cli) struct DraftsArgs {
    #[command(flatten)]
    pub(in crate::cli) list: ListArgs,
    /// Show how drafts that have a subject, a property and a value would move to `claims:`.
    #[arg(long, conflicts_with = "format")]
    pub(in crate::cli) finish: bool,
    /// With --finish, change the files instead of printing what would change.
    #[arg(long, requires = "finish")]
    pub(in crate::cli) write: bool,
}
