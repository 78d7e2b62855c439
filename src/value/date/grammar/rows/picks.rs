//! What words like "last", "next" and "this" pick, and days counted from publication.

use crate::value::date::calendar::Grain;
use crate::value::date::expr::{Expr, Pick};
use crate::value::date::grammar::build::picks::{
    fortnight, previous_weekday, rolling, some_units, unit,
};
use crate::value::date::grammar::row::{Row, rows};
use crate::value::date::grammar::why::Why;
use crate::value::date::pattern::Pattern;

pub(super) const ROWS: &[Row] = rows! {
Picked {
    [("last" | "final" | "preceding" | "previous")] => Pick::Last, _, "";
    [("past" | "latest" | "recent")] => Pick::Past, _, "";
    ["most" "recent"] => Pick::Past, _, "the most recent quarter";
    [("this" | "current")] => Pick::This, _, "";
    ["next"] => Pick::Next, _, "";
    [("coming" | "upcoming")] => Pick::Coming, _, "the coming week";
    ["this" ("past" | "last")] => Pick::Past, _, "this past Friday";
    ["this" ("coming" | "upcoming" | "next")] => Pick::Coming, _, "this coming Friday";
}
Named {
    [("today" | "now" | "present")] => Expr::today(), role, "today";
    ["the" "present" ["day"]] => Expr::today(), role, "the present day";
    [["the"] u: Unit "just" ("gone" | "past" | "passed" | "ended")] => unit(u, Pick::Last, false), role, "the weekend just gone";
    ["yesterday"] => Expr::Unit(Grain::Day, -1), role, "yesterday";
    ["tomorrow"] => Expr::Unit(Grain::Day, 1), role, "tomorrow";
    [p: Picked ["calendar"] u: Unit] => unit(u, p, p == Pick::Past), role, "last week";
    ["the" p: Picked ["calendar"] u: Unit] if u != Grain::Day || !matches!(p, Pick::Last | Pick::Next) => unit(u, p, true), role, "the last week";
    [["the"] "prior" u: Unit] => unit(u, Pick::Last, false), role, "the prior month";
    [["the"] p: Picked u: Units] => some_units(u, p), role, "recent weeks";
    [["the"] p: Picked l: Length] => rolling(l, p), role, "the past three weeks";
    [["the"] p: Picked "fortnight"] => fortnight(p), role, "the past fortnight";
    [["the"] p: Picked c: Cycle] => Expr::Recurring(c, p), role, "last Friday";
    [["the"] ("previous" | "preceding") w: Weekday] => previous_weekday(w), role, "the previous Friday";
    [["the"] ("past" | "recent" | "latest") "period"]
        => Expr::Range(Expr::Unit(Grain::Year, -1).boxed(), Expr::Unit(Grain::Day, -1).boxed()), role, "the past period";
    ["this" "time"] => Expr::today(), role, "this time";
    ["the" ("last" | "next") "day"] => Why::Elsewhere, _, "the next day";
    ["the" "next" p: DayPart] => { let _ = p; Why::Elsewhere }, _, "the next morning";
    [["the"] ("following" | "that") d: Elsewhere] => { let _ = d; Why::Elsewhere }, _, "the following month";
    ["the" "same" u: Unit] => { let _ = u; Why::Elsewhere }, _, "the same day";
    [c: Cycle ("last" | "previous")] => Expr::Recurring(c, Pick::Last), role, "Friday last";
    [c: Cycle "next"] => Expr::Recurring(c, Pick::Next), role, "June next";
    [["the"] c: Cycle "before" "last"] if !is_dated(c) => Expr::Recurring(c, Pick::BeforeLast), role, "the summer before last";
    [["the"] c: Cycle "after" "next"] if !is_dated(c) && !matches!(c, Pattern::Weekday(_))
        => Expr::Recurring(c, Pick::AfterNext), role, "the March after next";
    [["the"] w: Weekday "after" "next"] => Expr::Weekday(w, 2, Expr::today().boxed()), role, "the Friday after next";
    [["the"] u: Unit "before" "last"] => Expr::Unit(u, -2), role, "the week before last";
    [["the"] u: Unit "after" "next"] => Expr::Unit(u, 2), role, "the week after next";
    [["the"] n: Count ("last" | "past" | "previous" | "preceding") u: Units] if n.0 == n.1
        => Expr::Rolling(u, -n.0), role, "five past years";
    [["the"] n: Count ("next" | "coming" | "upcoming") u: Units] if n.0 == n.1
        => Expr::Rolling(u, n.0), role, "two upcoming weeks";
    [["the"] n: Count ("coming" | "upcoming") u: Unit] if n.0 == n.1
        => Expr::Rolling(u, n.0), role, "two upcoming week";
}
Elsewhere {
    [u: Unit] => { let _ = u; Expr::today() }, _, "";
    [u: Units] => { let _ = u; Expr::today() }, _, "the following weeks";
    [c: Cycle] => { let _ = c; Expr::today() }, _, "the following Friday";
    [p: DayPart] => { let _ = p; Expr::today() }, _, "the following night";
    ["time"] => Expr::today(), _, "that time";
    [l: Length] => { let _ = l; Expr::today() }, _, "the following two weeks";
}
};

fn is_dated(pattern: Pattern) -> bool {
    matches!(pattern, Pattern::MonthDay { .. } | Pattern::YearDay { .. })
}
