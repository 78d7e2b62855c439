//! The arguments of `gainsay explain`.

use clap::Args;
use clap_complete::engine::ArgValueCompleter;

use super::CorpusArgs;
use crate::cli::complete;

pub(super) const EXAMPLES: &str = "\
Examples:
  gainsay explain                           list all checks
  gainsay explain disputed                  print the page of a check
  gainsay explain near-miss-name            print what is known of a diagnostic
  gainsay explain 51bc2975                  derive a finding of claims/ step by step
  gainsay explain 51bc2975 my-story         likewise, of another folder";

#[derive(Args, Debug)]
pub(in crate::cli) struct ExplainArgs {
    /// A check, a diagnostic, or the beginning of a finding's id (4 digits or more); all checks are listed without one.
    #[arg(value_name = "CHECK|ID", add = ArgValueCompleter::new(complete::names_and_ids))]
    pub(in crate::cli) what: Option<String>,
    #[command(flatten)]
    pub(in crate::cli) corpus: CorpusArgs,
}
