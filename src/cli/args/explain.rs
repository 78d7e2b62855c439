//! The arguments of `gainsay explain`.

use clap::Args;

use super::check::checks;

pub(super) const EXAMPLES: &str = "\
Examples:
  gainsay explain                           list all checks
  gainsay explain disputed";

#[derive(Args, Debug)]
pub(in crate::cli) struct ExplainArgs {
    /// The check; all of them are listed without one.
    #[arg(value_parser = checks())]
    pub(in crate::cli) check: Option<String>,
}
