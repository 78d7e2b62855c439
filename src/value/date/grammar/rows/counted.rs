//! Dates so long before or after others: "two days ago", "a week from Friday", "within ten days of Easter".

use crate::value::date::bound::Side;
use crate::value::date::calendar::Grain;
use crate::value::date::expr::Expr;
use crate::value::date::grammar::build::counting::{
    ago, ago_from, count_from, fortnight_back, lasting, within, year_of,
};
use crate::value::date::grammar::build::picks::{loose, rolling_length};
use crate::value::date::grammar::row::{Row, rows};
use crate::value::date::grammar::why::Why;
use crate::value::date::length::Length;

use super::{AFTER, BEFORE, ENDING, STARTING, TO};

pub(super) const ROWS: &[Row] = rows! {
Unknown {
    [r: Rest] => { let _ = r; Why::Unknown }, _, "";
}
Named {
    [l: Length ("ago" | "back")] => ago(l), "counted back from the day of publication", "two days ago";
    [["on"] "this" "day" l: Length "ago"] => ago_from(l, Expr::today()), "counted back from the day of publication", "on this day 50 years ago";
    ["from" "at" "least" l: Length "ago"] => { let _ = l; Why::Began }, _, "from at least 20 years ago";
    [l: Length "ago" "to" "the" "day"] => ago_from(l, Expr::today()), "counted back from the day of publication", "a year ago to the day";
    [l: Length "to" "the" "day" (AFTER) d: Timed] => count_from(l, d, false, false), "counted on from this", "a year to the day after 6 June 2018";
    [l: Length "to" "the" "day" (BEFORE) d: Timed] => count_from(l, d, true, false), "counted back from this", "a year to the day before 6 June 2018";
    [l: Length "today"] if is_weeks(&l) => l.shift(Expr::today(), false, true), "counted on from the day of publication", "a fortnight today";
    [l: Length w: Weekday] if is_weeks(&l)
        => count_from(l, crate::value::date::grammar::kind::Timed::weekday(w), false, false), "counted on from this", "a week Tuesday";
    [l: Length "tomorrow"] if is_weeks(&l) => l.shift(Expr::Unit(Grain::Day, 1), false, true), "counted on from tomorrow", "a week tomorrow";
    [l: Length "ago" ["on" | ","] d: Named] => ago_from(l, d), "counted back from the day named", "a year ago today";
    [l: Length "ago" [","] ("in" | "on") d: Cycle] => year_of(ago(l), d), "counted back from the day of publication", "a year ago in May";
    [l: Length "ago" ["this" | "last"] d: Cycle] => year_of(ago(l), d), "counted back from the day of publication", "a year ago May";
    [l: Length "last" w: Weekday] => fortnight_back(l, w), "counted back from the last such day", "a fortnight last Tuesday";
    [l: Length "earlier"] if l.grain > Grain::Month => ago(l), "counted back from the day of publication", "two years earlier";
    [l: Length "earlier"] if l.grain <= Grain::Month => { let _ = l; Why::Earlier }, _, "two weeks earlier";
    [l: Length ("later" | "on")] => { let _ = l; Why::Later }, _, "two weeks later";
    ["in" l: Length] => l.shift(Expr::today(), false, false), "counted on from the day of publication", "in two weeks";
    [l: Length ("hence" | "ahead")] => l.shift(Expr::today(), false, false), "counted on from the day of publication", "two weeks hence";
    [l: Length "in" "the" "future"] => l.shift(Expr::today(), false, false), "counted on from the day of publication", "two years in the future";
    ["in" l: Length "'" ["s"] "time"] => l.shift(Expr::today(), false, false), "counted on from the day of publication", "in two weeks' time";
    ["in" l: Length "time"] => l.shift(Expr::today(), false, false), "counted on from the day of publication", "in two weeks time";
    [l: Length (BEFORE) ["to"] d: Timed] => count_from(l, d, true, false), "counted back from this", "two weeks before Christmas";
    [l: Length "earlier" "than" d: Timed] => count_from(l, d, true, false), "counted back from this", "two weeks earlier than Christmas";
    [l: Length (AFTER) d: Timed] => count_from(l, d, false, false), "counted on from this", "two weeks after Christmas";
    [l: Length "from" d: Timed] => count_from(l, d, false, false), "counted on from this", "a week from Friday";
    [l: Length "on" w: Weekday] if l.grain == Grain::Week && l.hedge.is_none()
        => count_from(l, crate::value::date::grammar::kind::Timed::weekday(w), false, false), "counted on from this", "a week on Tuesday";
    ["the" l: Length (BEFORE) ["to"] d: Timed] => count_from(l, d, true, true), "counted back from this", "the two weeks before Christmas";
    [["the"] l: Length "leading" "up" "to" d: Timed] => count_from(l, d, true, true), "counted back from this", "the weeks leading up to Christmas";
    ["the" l: Length (AFTER) d: Timed] => count_from(l, d, false, true), "counted on from this", "the two weeks after Christmas";
    ["the" l: Length "from" d: Timed] => count_from(l, d, false, true), "counted on from this", "the two weeks from Christmas";
    [["the"] l: One (BEFORE) ["to"] d: Timed] => count_from(l, d, true, false), "counted back from this", "the week before Easter";
    [["the"] l: One (AFTER) d: Timed] => count_from(l, d, false, false), "counted on from this", "the week after Easter";
    [["the"] "eve" "of" d: Timed] => count_from(Length::DAY, d, true, false), "counted back from this", "the eve of Easter";
    [l: Length (BEFORE) u: Unknown] => { let _ = (l, u); Why::FromWhere }, _, "two weeks before the long night in the yard";
    [l: Length (AFTER) u: Unknown] => { let _ = (l, u); Why::FromWhere }, _, "two weeks after the long night in the yard";
    [l: Length "from" u: Unknown] => { let _ = (l, u); Why::FromWhere }, _, "two weeks from the long night in the yard";
    ["within" l: Length "of" u: Unknown] => { let _ = (l, u); Why::FromWhere }, _, "within two weeks of the long night in the yard";
    [["the"] l: One (BEFORE) u: Unknown] => { let _ = (l, u); Why::FromWhere }, _, "the week before the long night in the yard";
    [["the"] l: One (AFTER) u: Unknown] => { let _ = (l, u); Why::FromWhere }, _, "the week after the long night in the yard";
    [l: Length (BEFORE)] => { let _ = l; Why::FromWhere }, _, "two weeks before";
    [l: Length (AFTER)] => { let _ = l; Why::FromWhere }, _, "two weeks after";
    [["the"] l: One (BEFORE)] => { let _ = l; Why::FromWhere }, _, "the week before";
    [["the"] l: One (AFTER)] => { let _ = l; Why::FromWhere }, _, "the week after";
    ["the" l: Length "ahead"] if !l.hours && l.high.is_some() => rolling_length(l, false), role, "the two weeks ahead";
    ["the" l: Length "to" "come"] if !l.hours && l.high.is_some() => rolling_length(l, false), role, "the two weeks to come";
    ["the" u: Units "ahead"] => loose(u, false), role, "the weeks ahead";
    ["the" u: Units "to" "come"] => loose(u, false), role, "the weeks to come";
    [["the" | "for"] l: Length [","] (STARTING) ["on" | "in" | "from"] d: Timed] => lasting(l, d, false), role, "two weeks starting May 20";
    ["for" l: Length [","] "from" d: Timed] => lasting(l, d, false), role, "for three days from Monday";
    [["the" | "for"] l: Length [","] (ENDING) ["on" | "in"] d: Timed] => lasting(l, d, true), role, "the nine months ended Sept. 30";
    ["the" l: Length (TO) d: Timed] if l.grain >= Grain::Week => lasting(l, d, true), role, "the three months to June";
    ["within" ["the"] l: Length] => within(l, Expr::today(), Some(Side::After)), "at most so far away, the day it counts from included", "within two weeks";
    ["within" l: Length "of" d: Timed] => within(l, d.day, None), "at most so far away, the day it counts from included", "within two weeks of Christmas";
    ["within" l: Length ("after" | "from" | "following") d: Timed] => within(l, d.day, Some(Side::After)), "at most so far away, the day it counts from included", "within two weeks after Christmas";
    ["within" l: Length (BEFORE) d: Timed] => within(l, d.day, Some(Side::Before)), "at most so far away, the day it counts from included", "within two weeks before Christmas";
    [["the"] w: Weekday (BEFORE) d: Timed] if !is_ever(&d.day) => Expr::Weekday(w, -1, d.day.boxed()), role, "the Friday before Christmas";
    [["the"] w: Weekday (AFTER) d: Timed] if !is_ever(&d.day) => Expr::Weekday(w, 1, d.day.boxed()), role, "the Friday after Christmas";
    [["the"] n: Ordinal w: Weekday (BEFORE) d: Timed] if !is_ever(&d.day) => Expr::Weekday(w, -n, d.day.boxed()), role, "the second Friday before Christmas";
    [["the"] n: Ordinal w: Weekday (AFTER) d: Timed] if !is_ever(&d.day) => Expr::Weekday(w, n, d.day.boxed()), role, "the second Friday after Christmas";
}
};

/// Whole weeks, without a hedge: "a fortnight today".
fn is_weeks(length: &Length) -> bool {
    length.grain == Grain::Week && length.hedge.is_none() && length.weekday.is_none()
}

fn is_ever(day: &Expr) -> bool {
    *day == Expr::Fixed(crate::value::date::calendar::Stretch::EVER)
}
