//! Diagnostics on standard error: where, what, why, what to do, and the line that it is about.

use std::collections::BTreeMap;
use std::io::{self, BufWriter, Write};

use annotate_snippets::{AnnotationKind, Group, Level};

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::render::excerpt::{Texts, renderer, shown};
use crate::render::visible;
use crate::text::Files;

/// So many diagnostics of one sort are printed; of more, how many there are.
const MOST_OF_A_SORT: usize = 50;

/// Prints diagnostics to standard error: of each sort the first ones, and how many more there are.
///
/// # Errors
///
/// Fails where standard error cannot be written.
pub fn print(files: &Files, diagnostics: &[&Diagnostic], color: bool) -> io::Result<()> {
    let mut out = BufWriter::new(io::stderr().lock());
    let mut by_code: BTreeMap<Code, usize> = BTreeMap::new();
    let first = diagnostics.iter().copied().filter(|diagnostic| {
        let count = by_code.entry(diagnostic.code).or_default();
        let is_first = *count < MOST_OF_A_SORT;
        *count += 1 + diagnostic.more as usize;
        is_first
    });
    write(files, first, color, &mut out)?;
    for (code, count) in by_code {
        let more = count.saturating_sub(MOST_OF_A_SORT);
        if more > 0 {
            writeln!(
                out,
                "{}: and {} more like it; `--format json` lists more\n",
                code.name(),
                more
            )?;
        }
    }
    out.flush()
}

/// Writes diagnostics in their order, each followed by an empty line. Texts from files are shown with
/// visible marks for characters that a terminal would obey.
///
/// # Errors
///
/// Fails where the output cannot be written.
pub fn write<'d>(
    files: &Files,
    diagnostics: impl IntoIterator<Item = &'d Diagnostic>,
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
