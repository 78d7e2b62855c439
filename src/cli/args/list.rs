//! The arguments of `gainsay questions`, `sources`, `entities` and `drafts`.

use clap::Args;

use super::CorpusArgs;
use crate::render::ListFormat;

pub(super) const QUESTIONS: &str = "\
Examples:
  gainsay questions                         of the folder claims/
  gainsay questions my-story                before you annotate one more article of a story
  gainsay questions --format csv > labels.csv";

pub(super) const SOURCES: &str = "\
Examples:
  gainsay sources                           of the folder claims/
  gainsay sources my-story --format csv > sources.csv";

pub(super) const ENTITIES: &str = "\
Examples:
  gainsay entities                          of the folder claims/
  gainsay entities --strict-names           without names that are merely alike
  gainsay entities --format csv > names.csv";

#[derive(Args, Debug)]
pub(in crate::cli) struct ListArgs {
    #[command(flatten)]
    pub(in crate::cli) corpus: CorpusArgs,
    /// What to write.
    #[arg(long, value_enum, default_value_t)]
    pub(in crate::cli) format: ListFormat,
}
