//! Diagnostics on standard error: where, what, why, what to do, and the line that it is about.

use std::collections::BTreeMap;
use std::io::{self, BufWriter, Write};

use annotate_snippets::{AnnotationKind, Group, Level};

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::render::excerpt::{Texts, renderer, shown};
use crate::render::visible;
use crate::text::Files;
use crate::value::sentence::counted;

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
    let mut near: BTreeMap<Code, Vec<&Diagnostic>> = BTreeMap::new();
    for diagnostic in diagnostics.iter().filter(|it| it.code.is_near_miss()) {
        near.entry(diagnostic.code).or_default().push(diagnostic);
    }
    // One alone is shown like any other.
    near.retain(|_, group| group.len() > 1);
    let others = diagnostics.iter().copied();
    let others = others.filter(|diagnostic| !near.contains_key(&diagnostic.code));
    let first = others.filter(|diagnostic| {
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
    for (code, group) in near {
        together(files, code, &group, color, &mut out)?;
    }
    out.flush()
}

/// How many names and labels almost match others; `None` where none do.
#[must_use]
pub fn near_misses(diagnostics: &[Diagnostic]) -> Option<String> {
    let of = |code: Code| diagnostics.iter().filter(|it| it.code == code).count();
    let found = [
        (of(Code::NearMissLabel), "label"),
        (of(Code::NearMissName), "name"),
    ];
    let told = found.iter().filter(|(number, _)| *number > 0);
    let told: Vec<String> = told.map(|(number, noun)| counted(*number, noun)).collect();
    let told = told.join(" and ");
    match found.iter().map(|(number, _)| number).sum() {
        0 => None,
        1 => Some(format!("{told} almost matches another")),
        _ => Some(format!("{told} almost match others")),
    }
}

/// So many near misses are listed together.
const MOST_TOGETHER: usize = 12;

/// Writes near misses of one sort: a line each, and once what to do.
fn together(
    files: &Files,
    code: Code,
    group: &[&Diagnostic],
    color: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    let (what, help) = match code {
        Code::NearMissLabel => (
            "labels",
            "if two are one, add an alias; if they are two, declare both under `properties`",
        ),
        _ => (
            "names",
            "if two are one, mend the spelling or add an alias; if they are two, add `distinct from`",
        ),
    };
    let title = format!(
        "{} {what} almost match others and were not joined",
        group.len()
    );
    let name = code.name();
    let listed = group.iter().take(MOST_TOGETHER).map(|diagnostic| {
        let Diagnostic { place, message, .. } = diagnostic;
        let path = files.path(place.file).to_string_lossy();
        format!("{path}:{}: {message}", place.spot.line)
    });
    let mut lines: Vec<String> = listed.collect();
    let more = group.len().saturating_sub(MOST_TOGETHER);
    lines.extend((more > 0).then(|| format!("and {more} more; `--format json` lists all")));
    let title = Level::WARNING.primary_title(title).id(name);
    let lines = lines.iter().map(|line| visible(line).into_owned());
    let list = Level::NOTE.message(lines.collect::<Vec<_>>().join("\n"));
    let help = Level::HELP.message(format!("{help}; `gainsay explain {name}` shows how"));
    let group = Group::with_title(title).element(list).element(help);
    writeln!(out, "{}\n", renderer(color).render(&[group]))
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
        Severity::Note => Level::NOTE,
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
