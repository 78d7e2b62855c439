//! Keys and dashes that the plain space behind them is missing from.
//!
//! YAML takes `property:injured` and `-subject: fire` for texts, and `property:` before a no-break space
//! too, so that the trouble shows somewhere else, or nowhere.

use super::format::SECTIONS;
use super::mistakes::cut;
use super::problems::Problems;
use super::record::{Record, Shape, plain};
use super::value::VALUE;
use super::yaml::Span;
use crate::diagnostic::Code;
use crate::text::{Spot, number};

/// What stands where a plain space, or a plain colon, belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Instead {
    /// The next word.
    Nothing,
    /// Something that only looks like a space.
    Odd(char),
    /// A colon that is none to YAML.
    Colon(char),
}

/// A key or a dash without the plain space behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unspaced<'t> {
    /// How many characters stand before what is to be mended.
    at: usize,
    /// The key; none for a dash.
    pub key: Option<&'t str>,
    instead: Instead,
}

/// The longest key that is looked for, in bytes.
const LONGEST: usize = 60;

/// Colons of other scripts.
const COLONS: [char; 3] = ['：', '﹕', '︓'];

/// The first dash or key of a line, or of a text that was a line, if its space is missing.
pub(super) fn find(text: &str) -> Option<Unspaced<'_>> {
    let content = text.trim_start_matches(' ');
    let mut rest = content;
    let at = |rest: &str| {
        let before = text.get(..text.len() - rest.len()).unwrap_or_default();
        before.chars().count()
    };
    while let Some(after) = rest.strip_prefix('-') {
        let instead = match after.chars().next()? {
            ' ' | '\t' => {
                rest = after.trim_start_matches([' ', '\t']);
                continue;
            }
            odd if is_odd(odd) => Instead::Odd(odd),
            _ if key(after).is_some() => Instead::Nothing,
            _ => return None,
        };
        let shown = match instead {
            Instead::Nothing => rest,
            _ => after,
        };
        let (at, key) = (at(shown), None);
        return Some(Unspaced { at, key, instead });
    }
    let (key, end) = key(rest)?;
    let from = rest.get(end..)?;
    let first = from.chars().next()?;
    let (mended, instead) = match from.strip_prefix(first)?.chars().next() {
        _ if first != ':' && !is_odd(first) => (from, Instead::Colon(first)),
        _ if is_odd(first) => (from, Instead::Odd(first)),
        None | Some(' ' | '\t' | '\n' | '\r') => return None,
        Some(odd) if is_odd(odd) => (from.strip_prefix(first)?, Instead::Odd(odd)),
        Some(_) => (from, Instead::Nothing),
    };
    Some(Unspaced {
        at: at(mended),
        key: Some(key),
        instead,
    })
}

/// A colon that the parser misses the space of, whatever key stands before it.
pub(super) fn at_colon(before: &str) -> Option<Unspaced<'_>> {
    let key = before.rsplit([',', '{', '[', ' ']).next()?;
    Some(Unspaced {
        at: 0,
        key: Some(key),
        instead: Instead::Nothing,
    })
}

/// Whether a name of the vocabulary holds the start of its map: `Dock 4:{kind` of `Dock 4:{kind: place}`.
pub(super) fn in_name(name: &str) -> Option<Unspaced<'_>> {
    let end = name.find(":{").or_else(|| name.find(":["))?;
    let key = name.get(..end)?;
    Some(Unspaced {
        at: key.chars().count(),
        key: Some(key),
        instead: Instead::Nothing,
    })
}

/// The dash of a line where a word follows it at once, whatever word: where YAML cannot read the line, a list was meant.
pub(super) fn find_dash(line: &str) -> Option<Unspaced<'_>> {
    let content = line.trim_start_matches(' ');
    let is_dash = content
        .strip_prefix('-')
        .is_some_and(|rest| rest.starts_with(char::is_alphabetic));
    is_dash.then_some(Unspaced {
        at: line.len() - content.len(),
        key: None,
        instead: Instead::Nothing,
    })
}

/// The dashes of entries that YAML takes for one text together: `-Foo` below a key, `-Bar` below that. Reports them,
/// and says whether there is one. `text` stands below its key, and begins at `start`.
pub(super) fn report_dashes(text: &str, start: Spot, problems: &mut Problems) -> bool {
    let Some(slip) = find_dash(text) else {
        return false;
    };
    // Entries of a line each, which the parser has made one line of; some may have their space.
    let behind = text.split(" -").skip(1);
    let behind = behind.filter(|part| {
        let words = part.trim_start_matches(' ');
        words.starts_with(char::is_alphabetic)
    });
    for at in 0..=behind.count() {
        let line = start.line.saturating_add(number(at));
        slip.report(Spot { line, ..start }, problems);
    }
    true
}

impl Unspaced<'_> {
    /// Reports it; `start` is where the text starts in which it was found.
    pub(super) fn report(&self, start: Spot, problems: &mut Problems) {
        let spot = Spot {
            column: start.column.saturating_add(number(self.at)),
            ..start
        };
        let what = match self.key {
            Some(key) => format!("the colon of `{}`", cut(key)),
            None => "the dash of this entry".to_owned(),
        };
        let (code, message) = match self.instead {
            Instead::Nothing => (
                Code::LikelySpace,
                format!("no space follows {what}, and YAML takes both for a part of one text"),
            ),
            Instead::Odd(odd) => (
                Code::OddSpace,
                format!("{} stands where a space belongs: at {what}", named(odd)),
            ),
            Instead::Colon(odd) => (
                Code::OddSpace,
                format!(
                    "{} is no colon to YAML: after `{}`",
                    named(odd),
                    cut(self.key.unwrap_or_default())
                ),
            ),
        };
        let hint = match self.instead {
            Instead::Nothing if self.key.is_some() => "Put a space after the colon.",
            Instead::Nothing => "Put a space after the dash.",
            Instead::Odd(_) => "Write a plain space in its place.",
            Instead::Colon(_) => "Write a plain colon and a space in its place.",
        };
        problems.add(code, Span { spot, length: 1 }, message, hint);
    }
}

/// A character that is not seen as one, or that looks like a space, in words.
pub(super) fn named(odd: char) -> String {
    match odd {
        '\t' => "a tab".to_owned(),
        '\u{a0}' => "a no-break space".to_owned(),
        other => format!("the character U+{:04X}", other as u32),
    }
}

/// Whether a character looks like a space, or like nothing, and is no space to YAML.
fn is_odd(c: char) -> bool {
    (c.is_whitespace() && !c.is_ascii())
        || matches!(c, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// A key of the format at the start of a text, and the byte at which its colon or an odd character before
/// it stands.
fn key(text: &str) -> Option<(&str, usize)> {
    let mut start = text
        .char_indices()
        .take_while(|(at, c)| *at <= LONGEST && *c != '\n');
    let colon = start.find(|(_, c)| *c == ':' || COLONS.contains(c));
    // What the parser took for a key has no colon behind it any more.
    let before = match colon {
        Some((at, _)) => text.get(..at)?,
        None if text.len() <= LONGEST => text,
        None => return None,
    };
    let key = before.trim_end_matches(is_odd);
    let bare = key.trim_matches(['"', '\'']);
    is_key(&plain(bare)).then_some((bare, key.len()))
}

/// Whether the format has such a key.
fn is_key(name: &str) -> bool {
    let mut sections = SECTIONS.iter();
    let holds = |record: Option<&Record>| record.is_some_and(|record| has(record, name));
    has(&VALUE, name) || sections.any(|section| section.name == name || holds(section.record()))
}

fn has(record: &Record, name: &str) -> bool {
    let mut fields = record.fields.iter();
    let inner = |shape: Shape| shape.record().is_some_and(|record| has(record, name));
    fields.any(|field| field.name == name || inner(field.shape))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_space_is_found_where_a_key_of_the_format_or_a_dash_shows_it() {
        let nothing = Instead::Nothing;
        let cases = [
            ("property:injured", 8, Some("property"), nothing),
            ("  - subject:fire", 11, Some("subject"), nothing),
            ("- - part_of:x", 11, Some("part_of"), nothing),
            ("\"subject\":\"fire\"", 9, Some("subject"), nothing),
            ("value:3", 5, Some("value"), nothing),
            ("claims:[{subject", 6, Some("claims"), nothing),
            ("-subject: fire", 0, None, nothing),
            ("-subject:fire", 0, None, nothing),
            ("-\u{a0} subject: fire", 1, None, Instead::Odd('\u{a0}')),
            (
                "- value:\u{3000}3",
                8,
                Some("value"),
                Instead::Odd('\u{3000}'),
            ),
            ("value\u{a0}: 3", 5, Some("value"), Instead::Odd('\u{a0}')),
            (
                "value:\u{200b}3",
                6,
                Some("value"),
                Instead::Odd('\u{200b}'),
            ),
            ("value\u{a0}", 5, Some("value"), Instead::Odd('\u{a0}')),
            ("value：3", 5, Some("value"), Instead::Colon('：')),
        ];
        for (text, at, key, instead) in cases {
            assert_eq!(find(text), Some(Unspaced { at, key, instead }), "{text}");
        }
    }

    #[test]
    fn other_colons_and_dashes_are_left_alone() {
        let cases = [
            "",
            "-",
            "---",
            "- ",
            "-5 degrees",
            "- -subjects",
            "subject: fire",
            "subject:",
            "subject:\tfire",
            "12:30",
            "http://value:3",
            "harbour:fire",
            "the value:3",
            "value",
        ];
        for text in cases {
            assert_eq!(find(text), None, "{text}");
        }
    }
}
