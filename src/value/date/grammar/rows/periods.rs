//! Units of the calendar around a day or from it on, and comparisons with a year before.

use crate::value::date::calendar::Grain;
use crate::value::date::expr::Expr;
use crate::value::date::grammar::build::days::{bare, year_day};
use crate::value::date::grammar::build::parts::{
    before_that, compared_year, quarter_ago, unit_around, unit_from,
};
use crate::value::date::grammar::row::{Row, rows};
use crate::value::date::grammar::why::Why;

use super::{ENDING, STARTING};

pub(super) const ROWS: &[Row] = rows! {
Named {
    [["the"] u: Unit "of" ["the"] d: Timed] => unit_around(u, d.day), role, "the week of June 4";
    [["the"] u: Unit (STARTING) ["on" | "in" | "at"] ["the"] d: Timed] => unit_from(u, d.day, false), role, "the week beginning 4 June";
    [["the"] u: Unit (ENDING) ["on" | "in" | "at"] ["the"] d: Timed] => unit_from(u, d.day, true), role, "the year ended March 31";
    [["the"] "year" "to" d: Timed] => unit_from(Grain::Year, d.day, true), role, "the year to March 2018";
    ["w" "/" "c" d: Date] => Expr::Around(Grain::Week, d.boxed()), role, "w/c 4 June 2018";
    ["w" "/" "e" d: Date] => unit_from(Grain::Week, d, true), role, "w/e 9 June 2018";
    [["the"] "fortnight" (STARTING) ["on"] d: Timed] => Expr::Lasting(d.day.boxed(), 0, 14), role, "the fortnight starting May 20";
    [["the"] "fortnight" ("ending" | "ended" | "to") ["on"] d: Timed] => Expr::Lasting(d.day.boxed(), 0, -14), role, "the fortnight ended June 2";
    [["the"] u: Unit ["-"] "to" ["-"] "date"] => Expr::SoFar(Expr::Unit(u, 0).boxed()), role, "year to date";
    ["the" u: Unit "ahead"] if u > Grain::Weekend => Expr::Rolling(u, 1), role, "the week ahead";
    ["the" u: Unit "to" "come"] if u > Grain::Weekend => Expr::Rolling(u, 1), role, "the week to come";
    [["the"] u: Unit d: YearBefore] => before_that(u, d), role, "the quarter a year ago";
    [["the"] ("same" | "comparable" | "corresponding") u: Unit [","] ["of" | "in"] d: Date] => before_that(u, d), role, "the same month last year";
    [["the"] ("same" | "comparable" | "corresponding") ("period" | "time") [","] ["of" | "in"] d: Date] => compared_year(d), role, "the same period last year";
    ["this" "time" [","] ["of" | "in"] d: Date] => before_that(Grain::Month, d), role, "this time last year";
    [["the"] ["same" | "comparable"] u: Unit ["-"] ("ago" | "earlier") ["period"]] if u > Grain::Month => Expr::Unit(u, -1), role, "the year-ago period";
    [["the"] ["same" | "comparable"] u: Unit "-" ("ago" | "earlier") ["period"]] if u <= Grain::Month => Expr::Unit(u, -1), role, "the week-earlier period";
    [["the"] ["same" | "comparable"] u: Unit ["-"] ("ago" | "earlier") "quarter"] => quarter_ago(u), role, "the year-ago quarter";
    [["the"] u: Unit "-" ("ago" | "earlier") c: Cycle] if u == Grain::Year => Expr::In(c, Expr::Unit(u, -1).boxed()), role, "the year-earlier third quarter";
    ["the" "new" "year"] => Expr::Lasting(bare(year_day(1, 1)).boxed(), 4, 0), "the first four months of the year", "in the new year";
    [["the"] ("fiscal" | "financial" | "fy" | "tax") d: FiscalEnd] => { let _ = d; Why::Fiscal }, _, "fiscal 2018";
    [["the"] p: Picked ("fiscal" | "financial" | "tax") u: Unit] => { let _ = (p, u); Why::Fiscal }, _, "the current fiscal year";
    [["the"] n: Ordinal ("fiscal" | "financial") u: Unit] => { let _ = (n, u); Why::Fiscal }, _, "the third fiscal quarter";
    [["the"] y: Four ("-" | "/") z: Two ("fiscal" | "financial" | "tax") u: Unit] => { let _ = (y, z, u); Why::Fiscal }, _, "the 2017-18 financial year";
    [["the"] y: Four ("fiscal" | "financial" | "tax") u: Unit] => { let _ = (y, u); Why::Fiscal }, _, "the 2018 fiscal year";
    [["the"] ("academic" | "school") "year" ["of"] d: Date] => d, role, "the school year 2017-18";
}
FiscalEnd {
    [u: Unit y: Four ("-" | "/") z: Two] => { let _ = (u, y, z); Expr::today() }, _, "tax year 2013-14";
    [d: Date] => d, _, "";
    [n: Two] => { let _ = n; Expr::today() }, _, "FY18";
    [u: Unit] => { let _ = u; Expr::today() }, _, "the fiscal year";
}
YearBefore {
    [l: Length ("ago" | "earlier")] if l.grain == Grain::Year => l.shift(Expr::today(), true, false), _, "the month two years ago";
}
};
