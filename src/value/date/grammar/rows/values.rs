//! Whole values: one date, or several of which any is meant.

use crate::value::date::expr::{Expr, Pick};
use crate::value::date::grammar::build::ranges::either;
use crate::value::date::grammar::row::{Row, rows};
use crate::value::date::pattern::Pattern;

/// Whether a date and more of them are a list: "Friday, 30 May or 6 June" has two dates.
fn is_list(one: &Expr, more: &Expr) -> bool {
    let weekday = |expr: &Expr| matches!(expr.bare(), Some(Pattern::Weekday(_)));
    matches!(more, Expr::Either(..)) && (!weekday(one) || weekday(more.first()))
}

pub(super) const ROWS: &[Row] = rows! {
Choice {
    [d: Clause] => d, _, "";
    [a: Clause [","] ("or" | "and") b: Choice] => either(a, b), "any of these", "30 May or 6 June 2018";
    [a: Clause "/" b: Choice] if a.core().is_some() => either(a, b), "any of these", "Monday/Tuesday";
    [a: Clause "&" b: Choice] => either(a, b), "any of these", "Monday & Tuesday";
    [a: Clause {","} b: Choice] if is_list(&a, &b) => either(a, b), "any of these", "Monday, Tuesday and Wednesday";
    [a: Bare [","] ("or" | "and" | "&") b: Choice] => either(Expr::Recurring(a, Pick::Bare), b), "any of these", "4 or 6 of this month";
    [a: Bare {","} b: Choice] if matches!(b, Expr::Either(..)) => either(Expr::Recurring(a, Pick::Bare), b), "any of these", "4, 5 or 6 of this month";
}
Value {
    [d: Choice] => d, _, "";
    [d: Choice "'" ["s"]] => d, _, "last week's";
    [d: Bare] => Expr::Recurring(d, Pick::Bare), role, "15";
    [("on" | "for") ["the"] d: Bare] => Expr::Recurring(d, Pick::Bare), role, "on 15";
    [d: Dated] => d, _, "";
}
};
