//! The arguments of `gainsay value`.

use std::path::PathBuf;

use clap::Args;
use clap::builder::PossibleValuesParser;

use super::ColorChoice;
use crate::value::KINDS;

pub(super) const EXAMPLES: &str = "\
Examples:
  gainsay value \"almost 22 years\"
  gainsay value \"22 years\" --and \"more than two decades\"
  gainsay value --kind date --published 2018-06-06 \"last Wednesday\"
  gainsay value --published 2018-06-06 --quote \"will meet on Thursday\" \"on Thursday\"";

#[derive(Args, Debug)]
pub(in crate::cli) struct ValueArgs {
    /// The value, in the words of an annotation file.
    #[arg(required_unless_present = "batch")]
    pub(in crate::cli) text: Option<String>,
    /// A second value, to see how the two stand.
    #[arg(long, value_name = "TEXT", requires = "text")]
    pub(in crate::cli) and: Option<String>,
    /// What sort of value it is [default: what it looks like].
    #[arg(long, value_parser = kinds())]
    pub(in crate::cli) kind: Option<String>,
    /// The day of publication, from which relative dates count.
    #[arg(long, value_name = "DATE")]
    pub(in crate::cli) published: Option<String>,
    /// The article's words around the (first) value: words of the future tell that it looks ahead.
    #[arg(long, value_name = "TEXT", requires = "text")]
    pub(in crate::cli) quote: Option<String>,
    /// When to use colours.
    #[arg(long, value_enum, default_value_t, value_name = "WHEN")]
    pub(in crate::cli) color: ColorChoice,
    /// Read `kind TAB published TAB text [TAB quote]` lines from a file or `-`, write a JSON object for each.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["text", "and", "kind", "published", "quote"])]
    pub(in crate::cli) batch: Option<PathBuf>,
}

fn kinds() -> PossibleValuesParser {
    PossibleValuesParser::new(
        KINDS
            .iter()
            .map(|row| clap::builder::PossibleValue::new(row.name).help(row.summary)),
    )
}
