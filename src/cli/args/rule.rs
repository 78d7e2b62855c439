//! The arguments of `gainsay rule`.

use std::path::PathBuf;

use clap::Args;
use clap::builder::NonEmptyStringValueParser;
use clap_complete::engine::ArgValueCompleter;

use super::{CorpusArgs, day};
use crate::cli::complete;
use crate::model::Decision;
use crate::value::Day;

pub(super) const EXAMPLES: &str = "\
Examples:
  gainsay rule 5ed6 --ruling stands --value 3 --by RK --reason \"petition records show three denials\"
  gainsay rule 5ed6 my-story --ruling both --by RK --reason \"two\" --to my-story/r.yaml
  gainsay rule 5ed6 --ruling unresolved --by RK --reason \"in court\" --expires 2027-05-21

stands and both silence the finding until a claim in it changes, another joins or the ruling expires; \
unresolved only notes it. Rule again to renew or revise: the last ruling counts, the reports show \
the earlier ones.";

#[derive(Args, Debug)]
pub(in crate::cli) struct RuleArgs {
    /// The finding's id as the report shows it, or the beginning of it.
    #[arg(value_parser = NonEmptyStringValueParser::new(), add = ArgValueCompleter::new(complete::ids))]
    pub(in crate::cli) id: String,
    #[command(flatten)]
    pub(in crate::cli) corpus: CorpusArgs,
    /// What you decide.
    #[arg(long, value_enum)]
    pub(in crate::cli) ruling: Decision,
    /// Which value stands, in any wording of it in the report.
    #[arg(long, required_if_eq("ruling", "stands"), value_parser = NonEmptyStringValueParser::new())]
    pub(in crate::cli) value: Option<String>,
    /// Who decides: a name or initials.
    #[arg(long, value_name = "WHO", value_parser = NonEmptyStringValueParser::new())]
    pub(in crate::cli) by: String,
    /// Why: what you looked at.
    #[arg(long, value_name = "WHY", value_parser = NonEmptyStringValueParser::new())]
    pub(in crate::cli) reason: String,
    /// The first day on which the ruling no longer counts.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(in crate::cli) expires: Option<Day>,
    /// Append to this file of rulings instead of printing; it is made if it is not there.
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) to: Option<PathBuf>,
}
