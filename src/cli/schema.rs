//! `gainsay schema`: the file format for editors.

use std::io;
use std::process::ExitCode;

use super::args::SchemaArgs;
use super::output::write_to;
use crate::parse::{self, Inputs};
use crate::schema::{Known, schema};

/// Prints the schema, with the names of the folders given.
pub(super) fn run(args: &SchemaArgs) -> io::Result<ExitCode> {
    let known = match args.folders.as_slice() {
        [] => Known::default(),
        folders => {
            let (corpus, _) = parse::load_without_texts(&Inputs {
                paths: folders.to_vec(),
                stdin: None,
            });
            Known::in_corpus(&corpus)
        }
    };
    write_to(None, |out| {
        serde_json::to_writer_pretty(&mut *out, &schema(&known))?;
        writeln!(out)
    })?;
    Ok(ExitCode::SUCCESS)
}
