//! The command line, nothing else: what every command takes here, what one takes in its file.

mod check;
mod coverage;
#[cfg(feature = "desk")]
mod desk;
mod drafts;
mod example;
mod explain;
mod export;
mod graph;
mod import;
mod lint;
mod list;
mod matrix;
mod new;
mod rule;
mod same;
mod schema;
mod shell;
mod undo;
mod value;
mod vocabulary;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

pub(super) use check::{CheckArgs, FailOn};
pub(super) use coverage::CoverageArgs;
#[cfg(feature = "desk")]
pub(super) use desk::DeskArgs;
pub(super) use drafts::DraftsArgs;
pub(super) use example::ExampleArgs;
pub(super) use explain::ExplainArgs;
pub(super) use export::ExportArgs;
pub(super) use graph::GraphArgs;
pub(super) use import::ImportArgs;
pub(super) use lint::LintArgs;
pub(super) use list::ListArgs;
pub(super) use matrix::MatrixArgs;
pub(super) use new::NewArgs;
pub(super) use rule::RuleArgs;
pub(super) use same::SameArgs;
pub(super) use schema::SchemaArgs;
pub(super) use shell::{CompletionsArgs, ManArgs};
pub(super) use undo::UndoArgs;
pub(super) use value::ValueArgs;
pub(super) use vocabulary::VocabularyArgs;

use super::usual::CLAIMS;
use crate::render::ColorChoice;
use crate::value::Day;

/// Reports where articles about one story agree and where they contradict each other.
///
/// gainsay compares what sources say. It never says who is right.
#[derive(Debug, Parser)]
#[command(name = "gainsay", version, args_conflicts_with_subcommands = true, after_help = EXAMPLES, max_term_width = 100)]
pub(super) struct Cli {
    #[command(subcommand)]
    pub(super) command: Option<Command>,
    #[command(flatten)]
    pub(super) check: CheckArgs,
}

const EXAMPLES: &str = "\
Examples:
  gainsay                                   check the folder claims/
  gainsay new saved/*.html                  start a file of claims for each saved page
  gainsay example story                     write an invented story to try things on
  gainsay check claims story.yaml           check a folder and a file
  gainsay --format html -o report.html      write a page for a browser
  gainsay --format markdown -o list.md      write a discrepancy list
  gainsay --only value-conflict --subject \"Alice Johnson\"
  gainsay matrix                            who says what, and who is silent
  gainsay value \"almost 22 years\"           show how a value is read
  gainsay same \"Ms. Johnson\" \"Alice Johnson\"
  gainsay rule 5ed6 --ruling both --by RK --reason \"two counts\"
  gainsay export -o claims.xlsx             write a table for a spreadsheet
  gainsay import claims.xlsx                what an edited table would change
  gainsay desk my-story --open              write claims on a page in your browser
  gainsay explain disputed                  print the page of a check
  gainsay explain 51bc2975                  show how a finding was derived
  gainsay questions                         list the labels in use (also sources, entities, drafts)
  gainsay graph | dot -Tsvg -o story.svg    draw who says what

Exit status: 0 nothing found at the level of --fail-on; 1 something found; 2 a file could not be \
read or has an error, or there was no claim.

Environment: GAINSAY_PAGER, else PAGER, shows what is longer than the terminal (default: less -FRXK; \
empty: none); NO_COLOR and CLICOLOR_FORCE decide on colours, FORCE_HYPERLINK=0 turns links off.";

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Compare the claims of articles (the default).
    #[command(after_help = check::EXAMPLES)]
    Check(CheckArgs),
    /// Start annotating: write a file for each article, with its sentences as drafts.
    #[command(after_help = new::EXAMPLES)]
    New(NewArgs),
    /// Write an invented story of five articles, to try things on.
    #[command(after_help = example::EXAMPLES)]
    Example(ExampleArgs),
    /// Show who says what on which question, and who is silent.
    #[command(after_help = matrix::EXAMPLES)]
    Matrix(MatrixArgs),
    /// Write down what an editor decides about a finding.
    #[command(after_help = rule::EXAMPLES)]
    Rule(RuleArgs),
    /// Write the claims as a table for spreadsheets, or an empty one to fill in.
    #[command(after_help = export::EXAMPLES)]
    Export(ExportArgs),
    /// Take over what was written in a spreadsheet; without --write, show what would change.
    #[command(after_help = import::EXAMPLES)]
    Import(ImportArgs),
    /// Put back what the last change of a file changed.
    #[command(after_help = undo::EXAMPLES)]
    Undo(UndoArgs),
    /// Open a page in a browser of this machine, to write claims and see at once what contradicts them.
    #[cfg(feature = "desk")]
    #[command(after_help = desk::EXAMPLES)]
    Desk(DeskArgs),
    /// Show how values are read, and how two of them stand.
    #[command(after_help = value::EXAMPLES)]
    Value(ValueArgs),
    /// Show whether two names are taken for one.
    #[command(after_help = same::EXAMPLES)]
    Same(SameArgs),
    /// Print the page of a check or a diagnostic, or how a finding was derived.
    #[command(after_help = explain::EXAMPLES)]
    Explain(ExplainArgs),
    /// Write the graph of claims, to draw or to analyse.
    #[command(after_help = graph::EXAMPLES)]
    Graph(GraphArgs),
    /// List what could be better in the files, by kind: slips, doubts, names, quotes.
    #[command(after_help = lint::EXAMPLES)]
    Lint(LintArgs),
    /// Suggest a vocabulary that lets more be compared: terms, labels, names, dates.
    #[command(after_help = vocabulary::EXAMPLES)]
    Vocabulary(VocabularyArgs),
    /// List the questions, with the labels in use and those that almost match.
    #[command(after_help = list::QUESTIONS)]
    Questions(ListArgs),
    /// List the sources, with their articles and names.
    #[command(after_help = list::SOURCES)]
    Sources(ListArgs),
    /// List who and what is named, with all names and how they were joined.
    #[command(after_help = list::ENTITIES)]
    Entities(ListArgs),
    /// List the drafts, which wait to become claims, with what each lacks; or make claims of those that lack nothing.
    #[command(after_help = drafts::EXAMPLES)]
    Drafts(DraftsArgs),
    /// List the sentences that no claim quotes, and the questions on which an article is silent.
    #[command(after_help = coverage::EXAMPLES)]
    Coverage(CoverageArgs),
    /// Print the file format as a JSON Schema, for editors that complete and check.
    #[command(after_help = schema::EXAMPLES)]
    Schema(SchemaArgs),
    /// Print a script that completes commands, options and ids of findings in a shell.
    #[command(after_help = shell::COMPLETIONS_EXAMPLES)]
    Completions(CompletionsArgs),
    /// Print a manual page, for `man` and packagers.
    #[command(after_help = shell::MAN_EXAMPLES)]
    Man(ManArgs),
}

/// What every command that reads claims takes.
#[derive(Args, Debug)]
pub(super) struct CorpusArgs {
    /// Files and folders with claims; `-` is standard input.
    #[arg(default_value = CLAIMS)]
    pub(super) paths: Vec<PathBuf>,
    /// Join names by alias only, never by likeness.
    #[arg(long)]
    pub(super) strict_names: bool,
    /// The day on which rulings are measured [default: the system's date].
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(super) today: Option<Day>,
    /// When to use colours.
    #[arg(long, value_enum, default_value_t, value_name = "WHEN")]
    pub(super) color: ColorChoice,
    /// Read every file with the parser of YAML, also where the fast reader knows it.
    #[arg(long, hide = true)]
    pub(super) parser_only: bool,
}

fn day(text: &str) -> Result<Day, String> {
    Day::from_iso(text).ok_or_else(|| "write one day, such as 2018-06-06".to_owned())
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    /// Lines that somebody broke are broken again where the terminal is narrower.
    #[test]
    fn what_stands_under_the_options_fits_any_terminal() {
        let program = super::Cli::command();
        for command in std::iter::once(&program).chain(program.get_subcommands()) {
            let Some(help) = command.get_after_help() else {
                continue;
            };
            let (help, name) = (help.to_string(), command.get_name());
            let lines: Vec<&str> = help.lines().collect();
            let is_prose = |line: &str| !line.is_empty() && !line.starts_with("  ");
            for pair in lines.windows(2) {
                let is_heading = pair[0].ends_with(':');
                assert!(
                    is_heading || !(is_prose(pair[0]) && is_prose(pair[1])),
                    "{name}: {pair:?}"
                );
            }
            let examples = lines.iter().filter(|line| line.starts_with("  "));
            for line in examples {
                assert!(line.chars().count() <= 100, "{name}: {line}");
            }
        }
    }
}
