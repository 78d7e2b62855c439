//! Diagnostics on standard error: where, what, why, what to do, and the line that it is about.

use std::io::{self, Write};

use annotate_snippets::{AnnotationKind, Group, Level};

use crate::diagnostic::{Diagnostic, Severity};
use crate::render::excerpt::{Texts, renderer, shown};
use crate::render::visible;
use crate::text::Files;

/// Prints diagnostics to standard error.
///
/// # Errors
///
/// Fails where standard error cannot be written.
pub fn print(files: &Files, diagnostics: &[Diagnostic], color: bool) -> io::Result<()> {
    write(files, diagnostics, color, &mut io::stderr().lock())
}

/// Writes diagnostics in their order, each followed by an empty line. Texts from files are shown with
/// visible marks for characters that a terminal would obey.
///
/// # Errors
///
/// Fails where the output cannot be written.
pub fn write(
    files: &Files,
    diagnostics: &[Diagnostic],
    color: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    let renderer = renderer(color);
    let mut texts = Texts::default();
    for diagnostic in diagnostics {
        let group = group(diagnostic, files, &mut texts);
        writeln!(out, "{}\n", renderer.render(&[group]))?;
    }
    Ok(())
}

fn group<'a>(diagnostic: &Diagnostic, files: &Files, texts: &mut Texts) -> Group<'a> {
    let level = match diagnostic.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level
        .primary_title(visible(&diagnostic.message).into_owned())
        .id(diagnostic.code.name());
    let excerpt = texts.excerpt(diagnostic.place, diagnostic.length, files);
    let mut group = shown(
        Group::with_title(title),
        diagnostic.place,
        files,
        excerpt,
        (AnnotationKind::Primary, ""),
    );
    if let Some((place, how)) = &diagnostic.related {
        let excerpt = texts.excerpt(*place, 1, files);
        group = shown(
            group,
            *place,
            files,
            excerpt,
            (AnnotationKind::Context, how),
        );
    }
    // A hint may end with lines to paste into a file.
    let hint: Vec<_> = diagnostic.hint.lines().map(visible).collect();
    group.element(Level::HELP.message(hint.join("\n")))
}
