//! Ranges and bounds.

use crate::value::date::bound::Side;
use crate::value::date::calendar::Stretch;
use crate::value::date::clock::{Clock, DAY, Half};
use crate::value::date::expr::Expr;
use crate::value::date::grammar::build::days::bare;
use crate::value::date::grammar::build::hours::in_zone;
use crate::value::date::grammar::build::ranges::{
    at_time, bound, bound_by_edge, dashed, days_through, either_time, into, night, night_of, range,
    range_within, shortly, through_day,
};
use crate::value::date::grammar::row::{Fail, Read, Row, rows};
use crate::value::date::grammar::why::Why;
use crate::value::date::words::Third;

use super::{DASH, OF, TO};

pub(super) const ROWS: &[Row] = rows! {
Span {
    [["in" | "of"] y: EarlyYear] => y, role, "1066";
    [t: Timed] => t.day.at(t.clock), _, "";
    [a: Timed [","] (TO) b: Timed] => range(a, b), "a range, both ends included", "4 May to 6 June 2018";
    [a: Timed [","] "to" "under" b: Timed] => up_to(a, b), "a range, of which the last minute is no part", "3 June 2018, 23:00, to under 5 June 2018, 04:00";
    [a: Timed (DASH) b: Timed] => dashed(a, b), "a range, both ends included", "28 May - 4 June 2018";
    [a: Bare (TO) b: Timed] => range(Timed::bare(a), b), "a range, both ends included", "4 to 6 June 2018";
    [a: Bare (TO) b: Bare] => range(Timed::bare(a), Timed::bare(b)), "a range, both ends included", "4 to 6";
    [a: Bare (DASH) b: Bare (OF) s: Date] => range_within(s, Timed::bare(a), Timed::bare(b)), "a range, both ends included", "4-22 of this month";
    [a: Bare (DASH) b: Bare s: Date] if matches!(s, Expr::Unit(..)) => range_within(s, Timed::bare(a), Timed::bare(b)), "a range, both ends included", "4-22 this month";
    [a: DayNumber (DASH) ["the"] b: NamedDay] => days_through(a, b, None), "a range, both ends included", "4-6 June";
    [a: DayNumber (DASH) ["the"] b: NamedDay y: YearEnd] => days_through(a, b, Some(y)), "a range, both ends included", "4-6 June 2018";
    [a: NamedDay (TO) ["the"] b: DayNumber] => through_day(a, b, None), "a range, both ends included", "June 4 to 6";
    [a: NamedDay (DASH) b: DayNumber] => through_day(a, b, None), "a range, both ends included", "June 4-6";
    [a: NamedDay (TO) ["the"] b: DayNumber y: YearEnd] => through_day(a, b, Some(y)), "a range, both ends included", "June 4 to 6, 2018";
    [a: NamedDay (DASH) b: DayNumber y: YearEnd] => through_day(a, b, Some(y)), "a range, both ends included", "June 4-6, 2018";
    [a: Timed "into" b: Timed] => into(a, b), "a range, both ends included", "Sunday night into Monday";
    ["overnight" "into" d: Timed] if d.clock.is_none() && d.day.is_day() => d.day.at(Some(Clock::NIGHT_BEFORE)), "the night before the day, until 6:00", "overnight into Monday";
    ["overnight" ["from" | "between" | "on"] a: Timed ("to" | "into" | "-" | "and") b: Timed] => night(a, b), "the night from the first day to the second, until 6:00", "overnight from Sunday to Monday";
    [["on" | "in"] ["the"] "night" ("from" | "between") a: Timed ("to" | "into" | "-" | "and") b: Timed] => night(a, b), "the night from the first day to the second, until 6:00", "the night from June 5 to June 6";
    ["between" a: Timed ("and" | "&") b: Timed] => range(a, b), "from the first through the second, both included", "between 4 May and 6 June 2018";
    ["between" a: Bare ("and" | "&") b: Timed] => range(Timed::bare(a), b), "from the first through the second, both included", "between 4 and 6 June 2018";
    ["between" a: NamedDay ("and" | "&") ["the"] b: DayNumber] => through_day(a, b, None), "from the first through the second, both included", "between June 4 and 6";
    ["between" a: NamedDay ("and" | "&") ["the"] b: DayNumber y: YearEnd] => through_day(a, b, Some(y)), "from the first through the second, both included", "between June 4 and 6, 2018";
    ["bet" a: Timed "and" b: Timed] => range(a, b), "from the first through the second, both included", "Bet. 1850 and 1855";
    [s: Date "between" a: Timed "and" b: Timed] => range_within(s, a, b), "from the first through the second, both included", "next week between Wednesday and Friday";
    [s: Date ["from"] a: Timed (TO) b: Timed] => range_within(s, a, b), "a range, both ends included", "next week from Wednesday to Friday";
    [["on" | "in"] ["the"] "night" "of" s: Span] => night_of(s), "the night from the first day to the second, until 6:00", "the night of June 4-5";
    ["from" s: Span] if matches!(s, Expr::Range(..)) => s, _, "from 4 May to 6 June 2018";
    ["between" s: Span] if matches!(s, Expr::Range(..)) => s, "from the first through the second, both included", "between May - June 2018";
    [s: Date "between" a: Bare "and" b: Bare] => range_within(s, Timed::bare(a), Timed::bare(b)), "from the first through the second, both included", "November between 19 and 20";
    [p: PartOfDay [","] a: Zoned "or" b: Zoned] => either_time(p, a, b), "either of two times", "5 June 2018, 04:25 or 16:25";
    [p: PartOfDay [","] a: Zoned "or" b: Zoned z: Zone] => either_time(p, in_zone(a, z), in_zone(b, z)), "either of two times", "5 June 2018, 04:25 or 16:25 ET";
    [p: PartOfDay "from" a: Moment (TO) b: Timed] => at_time(p, a).map(|from| range(from, b)).unwrap_or(Err(Fail::No)), "a range, both ends included", "Monday from 10 p.m. to 2 a.m. Tuesday";
    [t: Timed "(" s: Time ")"] => { let _ = s; t.day.at(t.clock) }, _, "9 p.m. on 6 June 2018 (0100 GMT)";
    [t: Timed "(" s: Time d: Date ")"] => { let _ = (s, d); t.day.at(t.clock) }, _, "9 p.m. on 6 June 2018 (0100 GMT Thursday)";
}
Bounding {
    [(BEFORE_WORDS) ["to" | "-"]] => Side::Before, role, "before 6 June 2018";
    [("after" | "post" | "aft") ["-"]] => Side::After, role, "after 6 June 2018";
    ["since"] => Side::Since, role, "since the hearing";
    [("starting" | "beginning" | "commencing") ["on" | "in" | "from" | "at"]] => Side::Since, role, "starting in June 2018";
    ["effective" ["from"]] => Side::Since, role, "effective June 1, 2018";
    ["with" "effect" "from"] => Side::Since, role, "with effect from June 1, 2018";
    [("by" | "until" | "till" | "through" | "to")] => Side::UpTo, role, "by 6 June 2018";
    ["up" ("to" | "until" | "till" | "through")] => Side::UpTo, role, "up to 6 June 2018";
    ["up" "to" "and" "including"] => Side::UpTo, role, "up to and including 6 June 2018";
    ["not" ("before" | "until" | "till")] => Side::Since, role, "not before 6 June 2018";
    ["not" "after"] => Side::UpTo, role, "not after 6 June 2018";
    [("no" | "not") "later" "than"] => Side::UpTo, role, "no later than 6 June 2018";
    [("no" | "not") ("earlier" | "sooner") "than"] => Side::Since, role, "no earlier than 6 June 2018";
    [("earlier" | "sooner") "than"] => Side::Before, role, "earlier than 6 June 2018";
    ["later" "than"] => Side::After, role, "later than 6 June 2018";
    [("on" | "in" | "at" | "by") "or" "before"] => Side::UpTo, role, "on or before 6 June 2018";
    [("on" | "in" | "at") "or" "after"] => Side::Since, role, "on or after 6 June 2018";
    ["before" "or" ("on" | "in" | "at")] => Side::UpTo, role, "before or on 6 June 2018";
    ["after" "or" ("on" | "in" | "at")] => Side::Since, role, "after or on 6 June 2018";
    [{"just" | "ever" | "sometime" | "well" | "only" | "once" | "exactly"} s: Bounding] => s, _, "ever since 6 June 2018";
}
Clause {
    [d: Span] => d, _, "";
    [d: Span "," t: Time] if is_stretch(&d) && t.start != t.end => d.at(Some(t)), "these hours of any of the days", "4 to 6 June 2018, 9 a.m. to 5 p.m.";
    [d: Span "," a: Zoned "or" b: Zoned] if is_stretch(&d) => either_hours(d, a, b), "these hours of any of the days", "June 2018, 03:30 to under 04:30 or 15:30 to under 16:30";
    [d: Span "," a: Zoned "or" b: Zoned z: Zone] if is_stretch(&d) => either_hours(d, in_zone(a, z), in_zone(b, z)), "these hours of any of the days", "June 2018, 03:30 to under 04:30 or 15:30 to under 16:30 ET";
    ["any" "day" "," t: Time] if t.half != Half::Bare => any_day(t), "the time of day", "any day, 14:30 to under 15:30";
    ["since" d: Span] => Expr::Since(d.looking_back().boxed()), "the date itself and everything later", "since 2 July";
    [s: Bounding d: Span] => bound(s, d), _, "before 6 June 2018";
    [s: Bounding b: Bare] => bound(s, bare(b)), _, "by 15";
    [s: Bounding d: Span ["at" | "in"] "the" ("latest" | "earliest")] => bound(s, d), _, "by Wednesday at the latest";
    [s: Bounding ["the"] ("start" | "beginning") "of" d: Date] => bound_by_edge(s, Third::Early, d), _, "after the start of May 2018";
    [s: Bounding ["the"] ("end" | "close") "of" d: Date] => bound_by_edge(s, Third::Late, d), _, "before the end of May 2018";
    [s: Bounding ["the"] "middle" "of" d: Date] => bound_by_edge(s, Third::Mid, d), _, "before the middle of May 2018";
    [("before" | "by" | "until" | "till") "midnight"] => any_day(Clock::part(0, DAY)), "up to the end of the day", "before midnight";
    [("after" | "past" | "since" | "from") "midnight"] => any_day(Clock::part(0, 6 * 60)), "the first hours of the day", "after midnight";
    ["past" t: Timed] if t.clock.is_some() => bound(Side::After, t.day.at(t.clock)), "everything later than this time", "past midnight on 6 June 2018";
    ["from" d: Timed] if !d.clock.is_some_and(is_hours) && !is_bound(&d.day) => bound(Side::Since, d.day.at(d.clock)), "the date itself and everything later", "from 6 June 2018";
    ["from" d: Timed ["on"] ("on" | "onward" | "onwards" | "forward")] => bound(Side::Since, d.day.at(d.clock)), "the date itself and everything later", "from 6 June 2018 on";
    [d: Span ["or" | "and"] ["on"] ("later" | "onward" | "onwards")] => bound(Side::Since, d), "the date itself and everything later", "June 6 or later";
    [d: Span "or" "after"] => bound(Side::Since, d), "the date itself and everything later", "June 6 or after";
    [d: Span "or" ("earlier" | "before" | "sooner")] => bound(Side::UpTo, d), "the date itself and everything earlier", "June 6 or earlier";
    [d: Span ["at" | "in"] "the" "earliest"] => bound(Side::Since, d), "the date itself and everything later", "June 2018 at the earliest";
    [d: Span ["at" | "in"] "the" "latest"] => bound(Side::UpTo, d), "the date itself and everything earlier", "June 2018 at the latest";
    ["as" "early" "as" d: Span] => bound(Side::Since, d), "the date itself and everything later", "as early as 1996";
    ["as" "far" "back" "as" d: Span] => bound(Side::Since, d), "the date itself and everything later", "as far back as 1996";
    ["as" "late" "as" d: Span] => bound(Side::UpTo, d), "the date itself and everything earlier", "as late as 1996";
    ["not" d: Span] => Expr::Not(d.boxed()), "everything else", "not 1996";
    [("just" | "shortly" | "soon" | "moments" | "immediately" | "right") "before" t: Timed] => shortly(t, false), "up to about an hour earlier", "just before 3 p.m. on 6 June 2018";
    [("just" | "shortly" | "soon" | "moments" | "immediately" | "right") ("after" | "past") t: Timed] => shortly(t, true), "up to about an hour later", "just after 3 p.m. on 6 June 2018";
    ["a" "little" "before" t: Timed] => shortly(t, false), "up to about an hour earlier", "a little before 3 p.m. on 6 June 2018";
    ["a" "little" ("after" | "past") t: Timed] => shortly(t, true), "up to about an hour later", "a little after 3 p.m. on 6 June 2018";
    ["not" "long" "before" t: Timed] => shortly(t, false), "up to about an hour earlier", "not long before 3 p.m. on 6 June 2018";
    ["not" "long" ("after" | "past") t: Timed] => shortly(t, true), "up to about an hour later", "not long after 3 p.m. on 6 June 2018";
    ["at" "or" ("just" | "shortly") ("after" | "past") t: Timed] => shortly(t, true), "up to about an hour later", "at or shortly after 3 p.m. on 6 June 2018";
    ["at" "or" ("just" | "shortly") "before" t: Timed] => shortly(t, false), "up to about an hour earlier", "at or shortly before 3 p.m. on 6 June 2018";
    [["at"] ("almost" | "nearly") t: Timed] => shortly(t, false), "up to about an hour earlier", "nearly 3 p.m. on 6 June 2018";
    [s: Bounding u: Unknown] => { let _ = (s, u); Why::FromWhere }, _, "before the long night in the yard";
    ["since" ["at"] "least" d: Span] => { let _ = d; Why::Began }, _, "since at least 1996";
    ["since" "before" d: Span] => { let _ = d; Why::Began }, _, "since before 1996";
    [("until" | "till" | "by" | "through" | "to") "at" "least" d: Span] => { let _ = d; Why::WillEnd }, _, "until at least July 2018";
}
};

use crate::value::date::grammar::kind::Timed;

/// Whether it is a bound already: "at least 20 years ago".
fn is_bound(day: &Expr) -> bool {
    matches!(
        day,
        Expr::Since(_) | Expr::UpTo(_) | Expr::Before(_) | Expr::After(_)
    )
}

/// A time of a day that stands elsewhere.
fn any_day(clock: Clock) -> Expr {
    Expr::Fixed(Stretch::EVER).at(Some(clock))
}

/// Whether a time is a span of hours, which says itself from when.
fn is_hours(clock: Clock) -> bool {
    !clock.is_part() && clock.start != clock.end
}

/// Whether it is a stretch of days, none of which has a time yet.
fn is_stretch(date: &Expr) -> bool {
    let is_bound = is_bound(date) || matches!(date, Expr::Not(_) | Expr::Either(..));
    !date.has_clock() && !date.is_day() && !is_bound && *date != Expr::Fixed(Stretch::EVER)
}

fn either_hours(of: Expr, one: Clock, other: Clock) -> Option<Expr> {
    let known = one.half != Half::Bare && other.half != Half::Bare;
    let one = of.clone().at(Some(one)).boxed();
    known.then(|| Expr::Either(one, of.at(Some(other)).boxed()))
}

/// A range whose end is not reached.
fn up_to(from: Timed, to: Timed) -> Read<Expr> {
    let clock = to.clock.ok_or(Fail::No)?.excluded();
    range(
        from,
        Timed {
            clock: Some(clock),
            ..to
        },
    )
}

const BEFORE_WORDS: &[&str] = &["before", "prior", "pre", "bef"];
