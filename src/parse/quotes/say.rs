//! What is said about quotes.

use std::ops::Range;

use super::elsewhere::{Holders, MOST_NAMED};
use super::find::{self, Place};
use super::longer::longer;
use super::near::Near;
use super::sense::Hidden;
use super::text::ArticleText;
use crate::diagnostic::{Code, Diagnostic};
use crate::text::{cut, one_line};
use crate::value::sentence::joined;

/// So many letters of a text are shown.
const SHOWN: usize = 160;
/// So many places of a quote are told.
const MOST_PLACES: usize = 5;
/// For so many of them a longer quote is proposed.
const MOST_PROPOSED: usize = 2;

/// Where a quote stands in its file.
#[derive(Clone, Copy, Debug)]
pub(super) struct At {
    pub(super) place: crate::text::Place,
    pub(super) length: usize,
}

impl At {
    fn say(self, code: Code, message: String, hint: String) -> Diagnostic {
        Diagnostic::new(code, self.place, message, hint).spanning(self.length)
    }
}

/// The nearest place of a quote, in words.
#[derive(Clone, Debug)]
pub(super) struct NearTold {
    place: String,
    differences: String,
}

/// Says where the nearest place is and what differs.
pub(super) fn near(text: &ArticleText, near: &Near) -> NearTold {
    let differences = near.differences.iter();
    let differences: Vec<String> = differences
        .map(|(quote, text)| match (quote.as_str(), text.as_str()) {
            ("", text) => format!("the quote leaves out \"{text}\""),
            (quote, "") => format!("the text has no \"{quote}\""),
            (quote, text) => format!("the quote has \"{quote}\", the text \"{text}\""),
        })
        .collect();
    NearTold {
        place: format!(
            "{}: “{}”",
            line(text, &near.words),
            shown(text, &near.words)
        ),
        differences: joined(&differences, "and"),
    }
}

/// That an article's text does not hold a quote, and all that helps to find out why.
pub(super) fn missing(
    at: At,
    is_in_order: bool,
    near: Option<&NearTold>,
    (holders, count): (&[String], usize),
) -> Diagnostic {
    let mut message = "the article's text does not hold this quote".to_owned();
    let more = match count.saturating_sub(MOST_NAMED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let names = match more.is_empty() {
        true => joined(holders, "and"),
        false => format!("{}{more}", holders.join(", ")),
    };
    match count {
        0 => {}
        1 => message.push_str(&format!(", but that of {names} does")),
        _ => message.push_str(&format!(", but those of {names} do")),
    }
    if !is_in_order {
        message.push_str(": its parts stand there, but not in this order");
    }
    if let Some(near) = near {
        message.push_str(&format!("; the nearest words are in {}", near.place));
    }
    let hint = match (count, near) {
        (1, _) => format!("Move the claim to {names}, or correct the quote."),
        (2.., _) => "Move the claim to one of these, or correct the quote.".to_owned(),
        (0, Some(near)) if !near.differences.is_empty() => {
            format!("Copy the words from the text: {}.", near.differences)
        }
        (0, _) => "Copy the words from the text; write ... for what is left out, and [ ] around what is put in.".to_owned(),
    };
    at.say(Code::QuoteNotFound, message, hint)
}

/// That a quote stands several times; nothing where the text goes on alike at all of them.
pub(super) fn repeated(at: At, text: &ArticleText, places: &[Place]) -> Option<Diagnostic> {
    let proposed: Vec<String> = (0..places.len().min(MOST_PLACES))
        .filter_map(|at| {
            let words = longer(text, places, at)?;
            let place = line(text, &words);
            Some(format!("“{}” ({place})", shown(text, &words)))
        })
        .take(MOST_PROPOSED)
        .collect();
    if proposed.is_empty() {
        return None;
    }
    let starts = places.iter().take(MOST_PLACES);
    let mut lines: Vec<String> = starts
        .filter_map(|place| Some(text.line(place.first()?.start).to_string()))
        .collect();
    lines.dedup();
    let unit = text.unit().name();
    let more = if places.len() > MOST_PLACES {
        " and more"
    } else {
        ""
    };
    let lines = match lines.as_slice() {
        [line] => format!("{unit} {line}{more}"),
        _ if more.is_empty() => format!("{unit}s {}", joined(&lines, "and")),
        _ => format!("{unit}s {}{more}", lines.join(", ")),
    };
    let count = match places.len() {
        find::MOST.. => format!("{} times or more", find::MOST),
        count => format!("{count} times"),
    };
    Some(at.say(
        Code::QuoteRepeated,
        format!("this quote stands {count} in the article's text, in {lines}"),
        format!(
            "Write more of it, to say which is meant: {}.",
            joined(&proposed, "or")
        ),
    ))
}

/// That what a quote leaves out turns its sense, or joins two sentences.
pub(super) fn hidden(at: At, text: &ArticleText, hidden: &Hidden) -> Diagnostic {
    let (Hidden::Turn { around, .. } | Hidden::Edge { around, .. } | Hidden::Join { around }) =
        hidden;
    let place = format!("{}: “{}”", line(text, around), shown(text, around));
    let (message, hint) = match hidden {
        Hidden::Turn { word, .. } => (
            format!(
                "what this quote leaves out may turn its sense; the text has \"{word}\" there, in {place}"
            ),
            format!("Quote \"{word}\" too, or quote less."),
        ),
        Hidden::Edge { word, .. } => (
            format!("this quote is cut next to \"{word}\", which may turn its sense, in {place}"),
            format!(
                "Quote \"{word}\" too; if the claim says that it is not so, write `stance: denies` or a value that says it."
            ),
        ),
        Hidden::Join { .. } => (
            format!(
                "this quote makes one sentence of two; the first ends in what it leaves out, in {place}"
            ),
            "Quote one of them, or show the end of the first: a full stop before the three dots."
                .to_owned(),
        ),
    };
    at.say(Code::QuoteCut, message, hint)
}

/// The place of words in a text: "line 3".
pub(super) fn line(text: &ArticleText, words: &Range<usize>) -> String {
    format!("{} {}", text.unit().name(), text.line(words.start))
}

/// Words as written, on one line, cut where they are many.
pub(super) fn shown(text: &ArticleText, words: &Range<usize>) -> String {
    cut(&one_line(text.written(words)), SHOWN).into_owned()
}

/// Which articles hold a quote, by their ids.
pub(super) fn names<'i>(holders: &Holders, id: impl Fn(usize) -> &'i str) -> Vec<String> {
    holders
        .named
        .iter()
        .map(|at| format!("`{}`", id(*at)))
        .collect()
}
