//! `gainsay example`: writes an invented story to try things on.

use std::fs;
use std::io::{self, Write};
use std::process::ExitCode;

use super::args::ExampleArgs;
use crate::store::{self, Change, Limits};

/// A file of the story with its text.
macro_rules! story_file {
    ($name:literal) => {
        ($name, include_str!(concat!("../../example/", $name)))
    };
}

/// The files of the story, as they stand in `example/`.
const FILES: &[(&str, &str)] = &[
    story_file!("coast-radio.txt"),
    story_file!("coast-radio.yaml"),
    story_file!("ferry-times.txt"),
    story_file!("ferry-times.yaml"),
    story_file!("harwick-post.txt"),
    story_file!("harwick-post.yaml"),
    story_file!("northern-wire.txt"),
    story_file!("northern-wire.yaml"),
    story_file!("rulings.yaml"),
    story_file!("vocabulary.yaml"),
    story_file!("weekly-mail.txt"),
    story_file!("weekly-mail.yaml"),
];

/// Writes the story into a folder, which is made if it is not there; nothing that is there is touched.
pub(super) fn run(args: &ExampleArgs) -> io::Result<ExitCode> {
    let folder = &args.folder;
    let shown = folder.display();
    let there = FILES.iter().find(|(name, _)| folder.join(name).exists());
    if let Some((name, _)) = there {
        let message = format!(
            "{} is there already: name a new folder",
            folder.join(name).display()
        );
        return Err(io::Error::other(message));
    }
    fs::create_dir_all(folder)
        .map_err(|error| io::Error::other(format!("cannot make {shown}: {error}")))?;
    let changes = FILES.iter().map(|(name, text)| Change {
        path: folder.join(name),
        old: None,
        new: Some(text.as_bytes().to_vec()),
    });
    store::change_all(folder, &Limits::default(), "example", changes.collect())?;
    writeln!(
        io::stderr(),
        "gainsay: five invented articles and their claims are in {shown}; next: gainsay check {shown}"
    )?;
    Ok(ExitCode::SUCCESS)
}
