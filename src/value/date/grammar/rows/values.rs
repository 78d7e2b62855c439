//! Whole values: one date, or several of which any is meant.

use crate::value::date::expr::Expr;
use crate::value::date::grammar::build::days::bare;
use crate::value::date::grammar::build::ranges::{either, range};
use crate::value::date::grammar::kind::Timed;
use crate::value::date::grammar::row::{Row, rows};
use crate::value::date::pattern::Pattern;

use super::ABOUT;

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
    [a: Bare [","] ("or" | "and" | "&") b: Choice] => either(bare(a), b), "any of these", "4 or 6 of this month";
    [a: Bare {","} b: Choice] if matches!(b, Expr::Either(..)) => either(bare(a), b), "any of these", "4, 5 or 6 of this month";
}
Value {
    [d: Choice] => d, _, "";
    [d: Choice "'" ["s"]] => d, _, "last week's";
    [d: Bare] => bare(d), role, "15";
    [a: Bare [","] ("or" | "and" | "&") b: Bare] => either(bare(a), bare(b)), "any of these", "5 or 6";
    [a: Bare {","} b: Bare [","] ("or" | "and" | "&") c: Bare] => either(bare(b), bare(c)).and_then(|rest| either(bare(a), rest)), "any of these", "4, 5 and 6";
    ["between" a: Bare ("and" | "&") b: Bare] => range(Timed::bare(a), Timed::bare(b)), "from the first through the second, both included", "between 5 and 7";
    [(ABOUT) ["the"] d: Bare] => Expr::Near(bare(d).boxed()), "a day either way", "about 20";
    ["not" ["the" | "on"] d: Bare] => Expr::Not(bare(d).boxed()), "everything else", "not 2";
    [("on" | "for") ["the"] d: Bare] => bare(d), role, "on 15";
    [d: Dated] => d, _, "";
}
};
