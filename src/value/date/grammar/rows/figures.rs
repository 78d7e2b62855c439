//! Dates in figures.

use crate::value::date::grammar::build::figures::{
    compact, either_way, in_order, month_of_year, packed, slashed, year_first, year_then_month,
};
use crate::value::date::grammar::build::years::short_year;
use crate::value::date::grammar::build::years::year;
use crate::value::date::grammar::row::{Row, rows};
use crate::value::date::pattern::Pattern;

pub(super) const ROWS: &[Row] = rows! {
InFigures {
    [y: Four "-" m: Short "-" d: Short] => year_first(y, m, d), role, "2018-6-6";
    [y: Four "/" m: Short "/" d: Short] => year_first(y, m, d), role, "2018/06/06";
    [y: Four "." m: Short "." d: Short] => year_first(y, m, d), role, "2018.06.06";
    [y: Four m: Short d: Short] => year_first(y, m, d), role, "2018 06 06";
    [f: Figures] if f.1 == 8 => packed(f.0), role, "20180606";
    [f: Figures] if f.1 == 6 => compact(f.0), role, "180606";
    [a: Short "-" b: Short "-" y: Four] => in_order(a, b, year(y)), role, "30-05-2018";
    [a: Short "/" b: Short "/" y: Four] => in_order(a, b, year(y)), role, "5/30/2018";
    [a: Short "." b: Short "." y: Four] => in_order(a, b, year(y)), role, "30.5.2018";
    [a: Short ("/" | ".") b: Short "-" y: Four] => in_order(a, b, year(y)), role, "5/30-2018";
    ["'" y: Two "-" m: Short "-" d: Short] => slashed(m, d, short_year(y)), role, "'18-06-06";
    [a: Short "-" b: Short "-" y: Two] => in_order(a, b, short_year(y)), role, "30-05-18";
    [a: Short "/" b: Short "/" y: Two] => in_order(a, b, short_year(y)), role, "5/30/18";
    [a: Short "." b: Short "." y: Two] => in_order(a, b, short_year(y)), role, "30.5.18";
    [y: Four ("-" | "/" | ".") m: Short] => year_then_month(y, m), role, "2018/06";
    ["-" y: Four "-" m: Short "-" d: Short] => year_first(-y, m, d), role, "-0043-03-15";
    [m: Short ("-" | "/" | ".") y: Four] if (1000..3000).contains(&y) => month_of_year(y, m), role, "06/2018";
    [m: Month ("/" | "-") y: Four] if (1000..3000).contains(&y) => month_of_year(y, m), role, "Jun/2018";
    [m: Month ("/" | "-") d: Short ("/" | "-") y: Four] => slashed(m, d, year(y)), role, "Jun/6/2018";
    [d: Short ("/" | "-" | ".") m: Month ("/" | "-" | ".") y: Four] => slashed(m, d, year(y)), role, "6-Jun-2018";
    [d: Short ("/" | "-" | ".") m: Month ("/" | "-" | ".") y: Two] => slashed(m, d, short_year(y)), role, "6-Jun-18";
    [d: OrdinalFigure m: Month y: Two] => slashed(m, d, short_year(y)), role, "14th April 15";
    [d: Short m: Month y: Two] => slashed(m, d, short_year(y)), role, "6 June 98";
    [y: Four ("/" | "-") m: Month ("/" | "-") d: Short] => slashed(m, d, year(y)), role, "2018/Jun/6";
    [y: Four ("/" | "-") d: Short ("/" | "-") m: Month] => slashed(m, d, year(y)), role, "2018/6/Jun";
    [y: Four [","] m: Month ["the"] d: DayNumber] => slashed(m, d, year(y)), role, "2018 June 6";
    [y: Four d: Short m: Month] => slashed(m, d, year(y)), role, "2018 6 June";
    [m: Month ("/" | "-") y: Four ("/" | "-") d: Short] => slashed(m, d, year(y)), role, "Jun/2018/6";
    [y: Four [","] ["-" | "/"] m: Month] => month_of_year(y, m), role, "2018 June";
    [m: Month y: Two] if y >= 32 => month_before(m, y), role, "June 98";
}
Bare {
    [["the"] d: Short] if (1..=31).contains(&d) => Pattern::MonthDay { day: d, weekday: None }, role, "15";
    [a: Short {"/" | "-"} b: Short] => either_way(a, b), role, "5/30";
    [a: Figures "." b: Figures] if a.1 == b.1 && a.1 <= 2 => either_way(a.0, b.0), role, "30.05";
}
Named {
    [d: InFigures] => d, _, "";
}
};

fn month_before(month: i32, year: i32) -> Option<crate::value::date::expr::Expr> {
    let year = short_year(year)?;
    Some(crate::value::date::expr::Expr::In(
        Pattern::Month(month),
        year.boxed(),
    ))
}
