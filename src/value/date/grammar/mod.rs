//! The grammar of dates: rows that say what can be said and what it means (`rows`), by which of them texts
//! of one shape may be read (`plan`, over the states of `states`), and what a text says by them (`chart`).
//!
//! Every end of a phrase is kept and only a reading of the whole text counts, so no row looks ahead and
//! none can veto another. A row that refuses is read like any other, and loses to all that accept.

mod build;
mod chart;
mod kind;
mod lex;
mod limits;
mod notes;
mod plan;
mod plans;
mod rank;
mod role;
mod row;
mod rows;
mod states;
mod table;
#[cfg(test)]
mod tests;
mod why;

use std::sync::LazyLock;

use super::edtf;
use super::expr::Expr;
use super::lexer::Tokens;
use crate::value::scan::Scan;
use crate::value::words::lower_case;
use crate::value::{Refusal, Scheme};
use chart::Chart;
use kind::Held;

pub use table::{PhraseRow, phrases};

/// Makes the table of rows.
pub(super) fn prepare() {
    LazyLock::force(&table::TABLE);
}

/// What was said, as an expression.
pub(super) struct Said {
    pub(super) expr: Expr,
    pub(super) hedge: Option<&'static str>,
    /// Whether the words alone do not show that it is a date: "15".
    pub(super) vague: bool,
    pub(super) notes: Vec<Note>,
}

/// What some of the words did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Note {
    pub(super) from: u32,
    pub(super) to: u32,
    pub(super) role: String,
}

/// What is asked of a text; each takes a little longer than the one before.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Asked {
    /// Whether it is a date.
    Whether,
    /// What it means, or which word is not understood.
    Meaning,
    /// Which words did what, too.
    Notes,
}

/// Reads a whole text.
///
/// # Errors
///
/// Refuses what rows refuse, and what no row reads: with the word that was not understood.
pub(super) fn read(text: &str, events: Option<&Scheme>, asked: Asked) -> Result<Said, Refusal> {
    if let Some(coded) = edtf::read(text.trim()) {
        return coded.map(|coded| Said {
            expr: coded.expr,
            hedge: coded.about.then_some("about"),
            vague: false,
            notes: match asked == Asked::Notes {
                true => vec![whole_note(text)],
                false => Vec::new(),
            },
        });
    }
    let lower = lower_case(text);
    let Some(tokens) = Scan::new(text, &lower).map(Tokens::of) else {
        return Err(no_date("this is too long for a date".into()));
    };
    let chart = Chart::new(&tokens, events);
    let whole = chart.whole();
    match whole.and_then(|whole| Some((whole, chart.held(whole)?))) {
        Some((whole, Held::Expr(expr))) => Ok(Said {
            expr: expr.clone(),
            hedge: notes::hedge(&chart, whole),
            vague: whole.is_vague,
            notes: match asked == Asked::Notes {
                true => notes::notes(&chart, whole),
                false => Vec::new(),
            },
        }),
        Some((_, Held::Refused(why, from, to))) => Err(why.refusal(chart.said(*from, *to))),
        _ => Err(not_read(
            text,
            &tokens,
            (asked > Asked::Whether).then_some(events),
        )),
    }
}

/// Why a text is no date that no row reads. Which word was not understood takes another run.
fn not_read(text: &str, tokens: &Tokens<'_>, explained: Option<Option<&Scheme>>) -> Refusal {
    let shown: String = text.trim().chars().take(60).collect();
    let at = explained.map_or(0, |events| chart::not_understood(tokens, events));
    let word = tokens.slice(at, at + 1);
    no_date(match at > 0 && at < tokens.len() {
        true => format!(
            "\u{201c}{shown}\u{201d} is not a date: \u{201c}{word}\u{201d} is not understood there"
        ),
        false => format!("\u{201c}{shown}\u{201d} is not a date"),
    })
}

fn whole_note(text: &str) -> Note {
    Note {
        from: 0,
        to: text.len().try_into().unwrap_or(u32::MAX),
        role: "a date in the form of ISO 8601".into(),
    }
}

fn no_date(why: String) -> Refusal {
    Refusal {
        why,
        hint: "Write a date like `6 June 2018`, `June 2018`, `early May 2018`, `two days ago` or `2018-06-06`, if need be with a time: `6 June 2018 at 3 p.m.`, `on Monday night`.".into(),
    }
}
