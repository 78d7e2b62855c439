//! What `gainsay graph` takes.

use std::path::PathBuf;

use clap::Args;

use super::CorpusArgs;
use crate::diagram::Detail;
use crate::finding::Level;
use crate::render::diagram::DiagramFormat;

pub(super) const EXAMPLES: &str = "\
Examples:
  gainsay graph | dot -Tsvg -o story.svg             draw the story with Graphviz
  gainsay graph --around \"Alice Johnson / age\"       one question: who says what
  gainsay graph --around axios                       one article or source, and who contradicts it
  gainsay graph --around 9b1a841de413                one finding, by the beginning of its id
  gainsay graph --detail questions                   only which articles answer which questions
  gainsay graph --format graphml -o story.graphml    for yEd or Gephi, with all attributes
  gainsay graph --format mermaid --around \"time served\"";

#[derive(Args, Debug)]
pub(in crate::cli) struct GraphArgs {
    #[command(flatten)]
    pub(in crate::cli) corpus: CorpusArgs,
    /// What to write.
    #[arg(long, value_enum, default_value_t)]
    pub(in crate::cli) format: DiagramFormat,
    /// Write to a file, which appears whole or not at all; `-` is standard output.
    #[arg(short, long, value_name = "FILE")]
    pub(in crate::cli) output: Option<PathBuf>,
    /// Draw only what stands around this question (`Subject / property`), subject, property, source,
    /// article, speaker, claim or finding (may be repeated).
    #[arg(long, value_name = "WHAT")]
    pub(in crate::cli) around: Vec<String>,
    /// Draw questions with a finding of this level and above [default: warning; note in GraphML].
    #[arg(long, value_enum, value_name = "LEVEL", conflicts_with = "around")]
    pub(in crate::cli) level: Option<Level>,
    /// How much to draw of each question [default: claims around something and in GraphML, else positions].
    #[arg(long, value_enum, value_name = "DETAIL")]
    pub(in crate::cli) detail: Option<Detail>,
}
