//! `gainsay lint`: what could be better in the files, whatever their claims say.

use std::io::{self, IsTerminal};
use std::process::ExitCode;

use super::TROUBLE;
use super::args::LintArgs;
use super::corpus::{Loaded, Telling};

use super::output::{say, within_repository, write_to};
use super::{changes, undo};
use crate::diagnostic::{Code, Diagnostic};
use crate::lint::fix;
use crate::parse;
use crate::render::{self, LintFormat, Linted, Options};
use crate::sheet::import::FileChange;
use crate::value::sentence::counted;

/// So many of a kind are listed for people who asked for no kind.
const MOST: usize = 20;

/// Loads, looks, lists.
pub(super) fn run(args: &LintArgs) -> io::Result<ExitCode> {
    if args.fix {
        return mend(args);
    }
    let loaded = Loaded::new(&args.corpus, Telling::All)?;
    let mut problems = loaded.inspect();
    let trouble = problems.iter().any(Diagnostic::is_error);
    problems.retain(|problem| is_wanted(args, problem.code));
    let options = Options {
        within: within_repository().unwrap_or_default(),
        ..loaded.options(io::stdout().is_terminal())
    };
    let linted = Linted {
        corpus: &loaded.corpus,
        problems: &problems,
        most: args.only.is_empty().then_some(MOST),
    };
    write_to(None, |out| {
        render::lint(&linted, args.format, &options, out)
    })?;
    if args.format == LintFormat::Terminal {
        loaded.print_left_out()?;
    }
    if trouble && !problems.iter().any(Diagnostic::is_error) {
        say("a file has an error, which the options of this run hide")?;
    }
    Ok(match (trouble, problems.is_empty()) {
        (true, _) => ExitCode::from(TROUBLE),
        (false, false) => ExitCode::FAILURE,
        (false, true) => ExitCode::SUCCESS,
    })
}

fn is_wanted(args: &LintArgs, code: Code) -> bool {
    (args.only.is_empty() || args.only.contains(&code)) && !args.skip.contains(&code)
}

/// Prints how slips with one answer would be mended, or mends them.
fn mend(args: &LintArgs) -> io::Result<ExitCode> {
    let home = changes::home(&args.corpus.paths);
    if args.write && home.is_dir() {
        undo::recover(&home.join("file"))?;
    }
    let loaded = Loaded::new(&args.corpus, Telling::Errors)?;
    let mut slips = 0;
    let mut files = Vec::new();
    for path in loaded.corpus.files.paths() {
        // What cannot be read, or is no text, has problems of another sort.
        let Ok(Ok(old)) = parse::read_bytes(path).map(String::from_utf8) else {
            continue;
        };
        if old.len() as u64 > parse::FILE_BYTES {
            continue;
        }
        let is_wanted = |code| is_wanted(args, code);
        let Some(mended) = fix::mend(&old, &is_wanted, args.only.is_empty()) else {
            continue;
        };
        slips += mended.slips;
        files.push(FileChange {
            path: path.to_owned(),
            old: Some(old),
            new: mended.text,
        });
    }
    let told = format!(
        "{} in {}",
        counted(slips, "slip"),
        counted(files.len(), "file")
    );
    let (told, status) = match (files.is_empty(), args.write) {
        (true, _) => ("no slip that has one answer".to_owned(), ExitCode::SUCCESS),
        (false, false) => {
            write_to(None, |out| changes::diff(&files, out))?;
            (
                format!("{told} to mend: add --write to do it"),
                ExitCode::FAILURE,
            )
        }
        (false, true) => {
            let root = changes::write(&files, (&home, &loaded.limits()), &told)?;
            let [here, undo] = changes::named(&home, root.as_deref().unwrap_or(&home));
            let told = format!(
                "{told} mended. Next: gainsay lint{here}; to put it back: gainsay undo{undo}"
            );
            (told, ExitCode::SUCCESS)
        }
    };
    say(&told)?;
    Ok(status)
}
