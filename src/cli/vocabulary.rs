//! `gainsay vocabulary`: what a vocabulary could say so that more is compared.

use std::io;
use std::path::Path;
use std::process::ExitCode;

use super::args::VocabularyArgs;
use super::corpus::{Loaded, Telling};
use super::output::{file, say, write_to};
use super::status;
use crate::check::Selection;
use crate::parse::{self, Inputs};
use crate::suggest::{self, keeps, stanza, suggestions};

/// Loads, compares, suggests, and compares again with what is suggested.
pub(super) fn run(args: &VocabularyArgs) -> io::Result<ExitCode> {
    let paths = &args.corpus.paths;
    if paths.iter().any(|path| path == Path::new("-")) {
        let message = "what is suggested is tried on the files: name them, instead of `-`";
        return Err(io::Error::other(message));
    }
    let output = file(args.output.as_deref());
    if let Some(path) = output.filter(|path| path.exists()) {
        let path = path.display();
        let message = format!(
            "{path} is there already: name a new file, and move what is right into the old one"
        );
        return Err(io::Error::other(message));
    }
    let loaded = Loaded::new(&args.corpus, Telling::Errors)?;
    let everything = Selection::everything(loaded.today());
    let report = loaded.report(&everything)?;
    let mut holds = |stanza: &str| {
        let inputs = Inputs {
            paths: paths.clone(),
            stdin: Some(stanza.as_bytes().to_vec()),
        };
        let (corpus, problems) = parse::load_without_texts(&inputs);
        let strict = args.corpus.strict_names;
        let after = crate::examine(&corpus, problems, &everything, strict);
        after.is_ok_and(|after| keeps(&report, &after))
    };
    let suggested = suggest::weigh(suggestions(&report), &mut holds);
    match suggested.is_empty() {
        // That there is nothing to compare is said already.
        true if loaded.corpus.claims.is_empty() => {}
        true => say("nothing to suggest: all that can be compared is compared")?,
        false => {
            let limits = loaded.limits();
            write_to(output.map(|path| (path, &limits)), |out| {
                out.write_all(stanza(&suggested).as_bytes())
            })?;
        }
    }
    Ok(status(loaded.is_trouble(&report.diagnostics)))
}
