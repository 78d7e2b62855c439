//! Dates and their times of day.

use crate::value::date::calendar::{Grain, Stretch};
use crate::value::date::clock::{Clock, DAY, Half};
use crate::value::date::expr::Expr;
use crate::value::date::grammar::build::counting::{ago, count_from};
use crate::value::date::grammar::build::days::{bare, in_year, on_weekday};
use crate::value::date::grammar::build::hours::{minutes_from, part_of};
use crate::value::date::grammar::build::parts::place;
use crate::value::date::grammar::build::ranges::{
    at_hour, at_time, beside_time, day_at, has_days, near, some_day,
};
use crate::value::date::grammar::kind::Timed;
use crate::value::date::grammar::row::{Row, rows};
use crate::value::date::grammar::why::Why;
use crate::value::date::length::Length;

use crate::value::date::pattern::Pattern;

use super::{ABOUT, OF, ON};

pub(super) const ROWS: &[Row] = rows! {
PartOfDay {
    [d: Date] => Timed::all_day(d), _, "";
    [d: Date [","] ["in" | "at" | "on"] ["the"] t: Daytime] => day_at(d, t), _, "Monday night";
    [["the" | "in"] t: Daytime [","] ["of" | "on"] ["the"] d: Date] => day_at(d, t), _, "the morning of 6 June 2018";
    [["the"] t: Closing [","] ["of" | "on"] ["the"] d: Date] => day_at(d, t), "the time of day", "close of business on 6 June 2018";
    [("one" | "a" | "an" | "some") t: Daytime [","] [OF] ["the"] d: Date] if !d.is_day() => some_day(d, t), "the time of some day of it", "one evening in May 2018";
    [("early" | "late") "one" p: DayPart [","] [OF] ["the"] d: Date] if !d.is_day() => some_day(d, part_of(p)), "the time of some day of it", "late one night in May 2018";
    [["a" | "one"] w: Weekday t: Daytime [","] (OF) ["the"] d: Date] => place(Pattern::Weekday(w), d).map(|day| some_day(day, t)), "the time of such a day", "a Friday night in May 2018";
    [("a" | "an" | "one" | "some") m: Month t: Daytime] => some_day(bare(Pattern::Month(m)), t), "the time of some day of it", "a January afternoon";
    [["the"] "nights" "of" d: Date] => day_at(d, Clock::NIGHT), "the time of day", "the nights of 4 and 5 June 2018";
    [["the"] p: DayPart "after" d: Date] if d.is_day() && p.0 == 0 => night_and_day(part_of(p), d, false), "the time of the day after", "the morning after 6 June 2018";
    [["the"] p: DayPart "before" d: Date] if d.is_day() && d != Expr::today() && p.0 >= 12 * 60 => night_and_day(part_of(p), d, true), "the time of the day before", "the night before 6 June 2018";
    ["first" "thing" ["on" | "in"] ["the"] d: PartOfDay] => first_thing(d), "from midnight to about 9:00", "first thing on Monday";
    ["this" p: DayPart] => Timed { day: Expr::today(), clock: Some(part_of(p)) }, "the time of day", "this morning";
    ["tonight"] => Timed { day: Expr::today(), clock: Some(Clock::EVENING) }, "the time of day", "tonight";
    ["last" p: DayPart] if p.1 > DAY => Timed { day: Expr::Unit(Grain::Day, -1), clock: Some(part_of(p)) }, "the time of day", "last night";
    [{"very"} p: PartOfDay] => p, _, "very early on 6 June 2018";
    ["early" "last" p: DayPart] if p.1 > DAY => last_night(Clock::EARLY.with(part_of(p), false)), "the time of day", "early last night";
    ["late" "last" p: DayPart] if p.1 > DAY => last_night(Clock::LATE.with(part_of(p), false)), "the time of day", "late last night";
    [["the"] p: DayPart "before" "last"] if p.1 - p.0 < DAY => Timed { day: Expr::Unit(Grain::Day, -2), clock: Some(part_of(p)) }, "the time of day", "the night before last";
    [["the"] p: DayPart "before"] => { let _ = p; Why::Elsewhere }, _, "the night before";
    [n: Count "nights" "ago"] => nights_ago(n), "the time of day", "two nights ago";
    ["early" ["on"] d: Date] if d.is_day() => Timed { day: d, clock: Some(Clock::EARLY) }, "from midnight to about 9:00", "early on 6 June 2018";
    ["late" ["on"] d: Date] if d.is_day() => Timed { day: d, clock: Some(Clock::LATE) }, "from about 18:00 to midnight", "late on 6 June 2018";
    ["early" w: Weekday t: Daytime] => day_at(bare(weekday(w)), Clock::EARLY.with(t, false)), "the time of day", "early Monday evening";
    ["late" w: Weekday t: Daytime] => day_at(bare(weekday(w)), Clock::LATE.with(t, false)), "the time of day", "late Monday evening";
    [w: Weekday t: Daytime [","] ["on"] ["the"] d: MonthDay] => day_at(bare(on_weekday(d, w)), t), "the time of day", "Monday night, June 4";
    [w: Weekday t: Daytime [","] ["on"] ["the"] d: MonthDay y: YearEnd] => in_year(on_weekday(d, w), y).map(|day| Timed { day, clock: Some(t) }), "the time of day", "Monday night, 4 June 2018";
}
Closing {
    [("close" | "end") "of" ["the"] ("business" | "trading" | "play" | "polling")] => Clock::part(15 * 60, 20 * 60), _, "close of business on 6 June 2018";
    [("close" | "end") "of" ["the"] ["business" | "trading"] "day"] => Clock::part(15 * 60, DAY), _, "the end of the day on 6 June 2018";
}
MinutesTo {
    [m: Tens ("to" | "before") h: Clocked] if m < 30 && m % 5 == 0 => minutes_from(h, -m), _, "";
}
Timed {
    [p: PartOfDay] => p, _, "";
    [p: PartOfDay [","] t: Time] => at_time(p, t), _, "6 June 2018 at 3 p.m.";
    [p: PartOfDay [","] "at" h: Clocked] => at_hour(p, h), _, "6 June 2018 at 3";
    [["the"] t: Time [","] ["of" | "on" | "in"] p: PartOfDay] => at_time(p, t), _, "3 p.m. on 6 June 2018";
    [["at"] t: MinutesTo [","] ["on"] p: PartOfDay] => at_time(p, t), "the time of day", "ten to nine on 6 June 2018";
    ["at" h: Clocked "on" p: PartOfDay] => at_hour(p, h), _, "at 3 on 6 June 2018";
    ["at" h: Clocked p: PartOfDay] => at_hour(p, h), _, "at 8 tonight";
    [d: Date "at" t: Time] if has_days(&d) && t.half != Half::Bare => some_day(d, t), "the time of some day of it", "May 2018 at 3 p.m.";
    [["the"] t: Time ["," ] ("in" | "on") d: Date] if has_days(&d) && t.half != Half::Bare => some_day(d, t), "the time of some day of it", "3 p.m. in May 2018";
    [p: PartOfDay "(" t: Time ")"] => { let _ = t; p }, _, "6 June 2018 (0715 GMT)";
    [p: PartOfDay ("after" | "past") t: Time] => beside_time(p, t, 1), _, "Wednesday after 5 p.m.";
    [p: PartOfDay "before" t: Time] => beside_time(p, t, -1), _, "Wednesday before 5 p.m.";
    [p: PartOfDay "by" t: Time] => beside_time(p, t, 0), _, "Wednesday by 5 p.m.";
    [t: Time] if t.half != Half::Bare => alone(t), _, "3 p.m.";
    [{ON} t: Timed] => t, _, "on Wednesday";
    [(ABOUT) ["time"] t: Timed] if t.clock.is_none() => near(t), "two years either way of a year; of a day, week or month, one", "circa 1996";
    ["on" "or" (ABOUT) t: Timed] if t.clock.is_none() => near(t), "two years either way of a year; of a day, week or month, one", "on or about June 4, 2018";
    ["close" "to" t: Timed] if t.clock.is_none() => near(t), "two years either way of a year; of a day, week or month, one", "close to Christmas";
    [("probably" | "perhaps" | "possibly" | "maybe" | "likely") t: Timed] if t.clock.is_none() => near(t), "two years either way of a year; of a day, week or month, one", "probably in 1853";
    ["abt" t: Timed] if t.clock.is_none() => near(t), "two years either way of a year; of a day, week or month, one", "Abt. 1850";
    [{"sometime" | "exactly" | "precisely" | "only" | "once" | "ever" | "just" | "either" | "both"} t: Timed] => t, _, "sometime in May 2018";
    [{"at"} ("some" | "one" | "a") "point" t: Timed] => t, _, "at some point in May 2018";
    [["at"] "some" "time" t: Timed] => t, _, "some time in May 2018";
    [["as"] "recently" "as" t: Timed] => t, _, "as recently as May 2018";
    ["as" "of" t: Timed] => t, _, "as of June 30, 2018";
}
};

/// The day stands elsewhere in the article, and two articles of one event are often of two days.
fn alone(clock: Clock) -> Timed {
    match clock.is_overnight() {
        true => Timed {
            day: Expr::today(),
            clock: Some(clock),
        },
        false => Timed {
            day: Expr::Fixed(Stretch::EVER),
            clock: Some(clock),
        },
    }
}

/// A part of the day beside a day.
fn night_and_day(part: Clock, day: Expr, back: bool) -> Option<Timed> {
    let day = count_from(Length::DAY, Timed { day, clock: None }, back, false)?;
    Some(Timed {
        day,
        clock: Some(part),
    })
}

/// "first thing on Monday", "first thing this morning".
fn first_thing(said: Timed) -> Option<Timed> {
    let morning = said
        .clock
        .is_none_or(|clock| clock == part_of((0, 12 * 60)));
    (morning && said.day.is_day()).then_some(Timed {
        clock: Some(Clock::EARLY),
        ..said
    })
}

fn nights_ago((low, high): (i32, i32)) -> Timed {
    let nights = Length {
        low: (0, low),
        high: Some((0, high)),
        ..Length::DAY
    };
    Timed {
        day: ago(nights),
        clock: Some(Clock::NIGHT),
    }
}

fn last_night(clock: Clock) -> Timed {
    Timed {
        day: Expr::Unit(Grain::Day, -1),
        clock: Some(clock),
    }
}

fn weekday(weekday: i32) -> Pattern {
    Pattern::Weekday(weekday)
}
