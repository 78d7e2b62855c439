//! `gainsay drafts`: what waits to become a claim; with `--finish`, what need not wait any more.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;
use std::process::ExitCode;

use super::args::DraftsArgs;
use super::corpus::{Loaded, Telling};
use super::output::{say, write_to};
use super::{TROUBLE, changes, list, undo};
use crate::begin::finish;
use crate::listing;
use crate::parse;
use crate::sheet::import::FileChange;
use crate::text::FileId;
use crate::value::sentence::counted;

/// Lists the drafts, or makes claims of those that lack nothing.
pub(super) fn run(args: &DraftsArgs) -> io::Result<ExitCode> {
    match args.finish {
        true => finish_all(args),
        false => list::run(&args.list, listing::drafts),
    }
}

fn finish_all(args: &DraftsArgs) -> io::Result<ExitCode> {
    let corpus_args = &args.list.corpus;
    if corpus_args.paths.iter().any(|path| path == Path::new("-")) {
        let message = "drafts are moved in their files: name them, instead of `-`";
        return Err(io::Error::other(message));
    }
    let home = changes::home(&corpus_args.paths);
    if args.write && home.is_dir() {
        undo::recover(&home.join("file"))?;
    }
    let loaded = Loaded::new(corpus_args, Telling::Errors)?;
    let finished = loaded.corpus.drafts.iter();
    let finished = finished.filter(|draft| draft.missing().next().is_none());
    let held: BTreeSet<FileId> = finished.map(|draft| draft.place.file).collect();
    let (mut drafts, mut files, mut refused) = (0, Vec::new(), false);
    for id in held {
        let path = loaded.corpus.files.path(id);
        let Ok(Ok(old)) = parse::read_bytes(path).map(String::from_utf8) else {
            continue;
        };
        match finish(&old) {
            Ok(Some(done)) => {
                drafts += done.drafts;
                files.push(FileChange {
                    path: path.to_owned(),
                    old: Some(old),
                    new: done.text,
                });
            }
            Ok(None) => {}
            Err(why) => {
                refused = true;
                say(&format!("{} stays as it is: {why}", path.display()))?;
            }
        }
    }
    let told = format!(
        "{} in {}",
        counted(drafts, "draft"),
        counted(files.len(), "file")
    );
    let (told, status) = match (files.is_empty(), args.write) {
        (true, _) => (
            "no draft has a subject, a property and a value".to_owned(),
            ExitCode::SUCCESS,
        ),
        (false, false) => {
            write_to(None, |out| changes::diff(&files, out))?;
            (
                format!("{told} to become claims: add --write to move them"),
                ExitCode::FAILURE,
            )
        }
        (false, true) => {
            let what = format!("{told} made claims");
            let root = changes::write(&files, (&home, &loaded.limits()), &what)?;
            let [here, undo] = changes::named(&home, root.as_deref().unwrap_or(&home));
            let next = format!("next: gainsay check{here}; to put it back: gainsay undo{undo}");
            (format!("{what}; {next}"), ExitCode::SUCCESS)
        }
    };
    if !(files.is_empty() && refused) {
        say(&told)?;
    }
    Ok(match refused {
        true => ExitCode::from(TROUBLE),
        false => status,
    })
}
