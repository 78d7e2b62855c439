//! Which characters a slip is about, and what belongs there.

use std::ops::Range;

use crate::diagnostic::{Code, Diagnostic};
use crate::text::line;

/// Bytes of a text, and what comes in their place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Splice {
    range: Range<usize>,
    new: String,
    /// The problem that is gone with it.
    pub(super) code: Code,
    /// Its line, from 1.
    pub(super) line: u32,
}

impl Splice {
    /// Whether it puts a line before its own.
    pub(super) fn adds_line(&self) -> bool {
        self.new.ends_with('\n')
    }
}

/// The splices for some problems, in the order of the text; of two for the same bytes the first.
pub(super) fn all<'d>(text: &str, problems: impl Iterator<Item = &'d Diagnostic>) -> Vec<Splice> {
    // A line's end that the parser and the places count differently.
    if text.replace("\r\n", "\n").contains('\r') {
        return Vec::new();
    }
    let ends = text.match_indices('\n').map(|(at, _)| at + 1);
    let starts: Vec<usize> = std::iter::once(0).chain(ends).collect();
    let mut splices: Vec<Splice> = problems.filter_map(|it| of(text, &starts, it)).collect();
    splices.sort_by_key(|splice| (splice.range.start, splice.range.end));
    splices
        .dedup_by(|later, first| later.range.start < first.range.end || later.range == first.range);
    splices
}

/// The text with all splices.
pub(super) fn apply(text: &str, splices: &[Splice]) -> Option<String> {
    let mut changed = String::with_capacity(text.len());
    let mut at = 0;
    for splice in splices {
        changed.push_str(text.get(at..splice.range.start)?);
        changed.push_str(&splice.new);
        at = splice.range.end;
    }
    changed.push_str(text.get(at..)?);
    Some(changed)
}

fn of(text: &str, starts: &[usize], problem: &Diagnostic) -> Option<Splice> {
    let spot = problem.place.spot;
    let start = *starts.get((spot.line as usize).checked_sub(1)?)?;
    let line = text.get(start..)?.lines().next()?;
    let from = byte(line, (spot.column as usize).checked_sub(1)?)?;
    let rest = line.get(from..)?;
    let length = byte(rest, problem.length as usize).unwrap_or(rest.len());
    let piece = rest.get(..length)?;
    let first = rest.chars().next()?;
    let (old, new) = match problem.code {
        Code::LikelyQuote | Code::LikelyColon | Code::LikelyComma => (piece, quoted(piece)),
        Code::Syntax if matches!(first, '@' | '`' | '%') => (piece, quoted(piece)),
        Code::LikelySpace if matches!(first, ':' | '-') => {
            let old = rest.get(..1)?;
            // Told of a list of which another entry lacks it.
            if rest.get(1..)?.starts_with(' ') {
                return None;
            }
            (old, format!("{old} "))
        }
        // How many spaces a tab stands for nobody knows.
        Code::OddSpace if first != '\t' => odd(line, from, first)?,
        Code::MissingDashes if from == 0 => ("", format!("---{}", line::ending(text))),
        _ => return None,
    };
    let at = start + from;
    Some(Splice {
        range: at..at + old.len(),
        new,
        code: problem.code,
        line: spot.line,
    })
}

/// What belongs in the place of an odd character: nothing before a colon or a space, else a space; a wide
/// colon becomes one of YAML's.
fn odd(line: &str, from: usize, first: char) -> Option<(&str, String)> {
    let old = line.get(from..from + first.len_utf8())?;
    let behind = line.get(from + first.len_utf8()..)?;
    let is_colon = !first.is_whitespace()
        && !matches!(first, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}');
    let is_indent = line.get(..from)?.trim_start_matches(' ').is_empty();
    let new = match (is_colon, behind.starts_with([' ', ':'])) {
        (true, false) => ": ",
        (true, true) => ":",
        (false, true) if !is_indent => "",
        (false, _) => " ",
    };
    Some((old, new.to_owned()))
}

/// The byte at which a character of a text starts.
fn byte(text: &str, characters: usize) -> Option<usize> {
    let ends = text.char_indices().map(|(at, _)| at).chain([text.len()]);
    ends.into_iter().nth(characters)
}

fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}
