//! The grammar of dates: rows that say what can be said and what it means (`rows`), and a reader of them
//! (`chart`).
//!
//! Every end of a phrase is kept and only a reading of the whole text counts, so no row looks ahead and
//! none can veto another. A row that refuses is read like any other, and loses to all that accept.

mod build;
mod chart;
mod kind;
mod lex;
mod notes;
mod row;
mod rows;
mod table;
#[cfg(test)]
mod tests;
mod why;

use super::expr::Expr;
use super::lexer::Tokens;
use super::parse::Said;
use crate::value::{Refusal, Scheme};
use chart::Chart;
use kind::{Held, Kind};

/// Reads a whole text by the rows.
///
/// # Errors
///
/// Refuses what rows refuse; gives `None` where no row reads it.
pub(super) fn read(
    tokens: &Tokens<'_>,
    events: Option<&Scheme>,
    explaining: bool,
) -> Option<Result<Said, Refusal>> {
    let mut chart = Chart::new(tokens, events);
    let whole = chart.whole(Kind::Value)?;
    match chart.held(whole)? {
        Held::Expr(expr) => {
            let expr: Expr = expr.clone();
            Some(Ok(Said {
                expr,
                hedge: notes::hedge(&chart, whole),
                vague: notes::is_vague(&chart, whole),
                notes: match explaining {
                    true => notes::notes(&chart, whole),
                    false => Vec::new(),
                },
            }))
        }
        Held::Refused(why, from, to) => Some(Err(why.refusal(chart.said(*from, *to)))),
        _ => None,
    }
}
