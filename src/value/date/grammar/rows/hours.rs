//! Times of day: hours of the clock, spans of them, and parts of the day.

use crate::value::date::clock::{Clock, DAY, Half};
use crate::value::date::grammar::build::hours::{
    ending_before, half_of_day, hhmm, in_zone, into_next_day, minutes_from, on_clock, padded,
    part_of, spanning, third_of, within_part,
};
use crate::value::date::grammar::row::{Row, rows};
use crate::value::date::words::Third;

use super::{ABOUT, HOURS, MINUTES};

pub(super) const ROWS: &[Row] = rows! {
Clocked {
    [f: Figures] if f.1 <= 2 && f.0 <= 24 => (f.0, -1), _, "";
    [n: NumberWord] if n <= 12 => (n, -1), _, "";
    [f: Figures (":" | ".") m: Two] if f.1 <= 2 && f.0 <= 24 && m < 60 => padded(f, m), _, "6 June 2018, 15:30";
    [f: Figures ":" m: Two ":" s: Two] if f.1 <= 2 && f.0 <= 24 && m < 60 && s < 61 => padded(f, m), _, "6 June 2018, 15:30:00";
}
PastHour {
    [["a"] "half" ("past" | "after") t: Clocked] => minutes_from(t, 30), _, "half past three on 6 June 2018";
    [["a"] "quarter" ("past" | "after") t: Clocked] => minutes_from(t, 15), _, "a quarter past three on 6 June 2018";
    [["a"] "quarter" ("to" | "before") t: Clocked] => minutes_from(t, -15), _, "a quarter to four on 6 June 2018";
    [m: Tens (MINUTES) ("past" | "after") t: Clocked] if m < 30 => minutes_from(t, m), _, "ten minutes past nine on 6 June 2018";
    [m: Tens (MINUTES) ("to" | "before") t: Clocked] if m < 30 => minutes_from(t, -m), _, "ten minutes to nine on 6 June 2018";
    [m: Tens ("past" | "after") t: Clocked] if m < 30 && m % 5 == 0 => minutes_from(t, m), _, "ten past nine on 6 June 2018";
}
Hour {
    [p: PastHour] => p, _, "";
    [p: PastHour "am"] => before_noon(p), _, "half past three a.m. on 6 June 2018";
    [p: PastHour "pm"] => before_noon(p).later(720), _, "a quarter past 11 p.m. on 6 June 2018";
    [t: Clocked] => on_clock(t, false), _, "";
    [t: Clocked "am"] => half_of_day(t, 0), _, "3 a.m. on 6 June 2018";
    [t: Clocked "pm"] => half_of_day(t, 720), _, "3 p.m. on 6 June 2018";
    [t: Clocked ("o" | "0") "'" "clock"] => on_clock(t, true), _, "3 o'clock on 6 June 2018";
    [t: Clocked n: Noon] if t == (12, -1) => { let _ = n; Clock::minute(12, 0) }, _, "12 noon on 6 June 2018";
    [t: Clocked "midnight"] if t == (12, -1) => Clock::MIDNIGHT, _, "12 midnight on 6 June 2018";
    [f: Figures (HOURS)] if f.1 == 4 => hhmm(f.0), _, "1515 hrs on 6 June 2018";
    [m: Tens [MINUTES] ("past" | "after") n: Noon] if m < 30 => Clock::minute(n / 60, 0).later(m), _, "ten minutes past noon on 6 June 2018";
    [m: Tens [MINUTES] ("to" | "before") n: Noon] if m < 30 => Clock::minute(n / 60, 0).later(-m), _, "ten minutes to noon on 6 June 2018";
    [m: Tens [MINUTES] ("past" | "after") "midnight"] if m < 30 => midnight().later(m), _, "ten minutes past midnight on 6 June 2018";
    [m: Tens [MINUTES] ("to" | "before") "midnight"] if m < 30 => midnight().later(-m), _, "ten minutes to midnight on 6 June 2018";
    [["a"] "half" ("past" | "after") "midnight"] => midnight().later(30), _, "half past midnight on 6 June 2018";
}
Moment {
    [h: Hour] => h, _, "";
    [h: Hour ("in" | "at") ["the"] p: DayPart] => within_part(h, p), _, "3 in the morning on 6 June 2018";
    [n: Noon] => Clock::minute(n / 60, n % 60), _, "";
    ["midnight"] => Clock::MIDNIGHT, _, "";
    [(ABOUT) h: Hour] => h.about(), _, "from about 9 a.m. to noon on 6 June 2018";
}
Zoned {
    [m: Moment] => m, _, "";
    [a: Moment ("-" | "to" | "until" | "till" | "through" | "and") b: Moment] => spanning(a, b), _, "9 to 11 a.m. on 6 June 2018";
    [["from"] a: Moment "to" "under" b: Moment] => ending_before(spanning(a, b.excluded())), _, "6 June 2018, 14:30 to under 15:30";
    [["from"] a: Moment "to" "under" b: Moment "the" "next" "day"] => ending_before(into_next_day(a, b.excluded())), _, "6 June 2018, 18:00 to under 06:00 the next day";
    ["from" a: Moment ("-" | "to" | "until" | "till" | "through" | "and") b: Moment] => spanning(a, b), _, "from 9 to 11 a.m. on 6 June 2018";
    ["between" a: Moment ("-" | "to" | "and") b: Moment] => spanning(a, b), _, "between 9 and 11 a.m. on 6 June 2018";
    [["from"] a: Moment "to" b: Moment "the" "next" "day"] => into_next_day(a, b), _, "6 June 2018, 18:00 to 09:00 the next day";
}
Daytime {
    [p: DayPart] => part_of(p), role, "";
    ["overnight"] => Clock::OVERNIGHT, role, "overnight";
    ["early" ["-"] ["in" | "on"] ["the"] p: DayPart] => third_of(p, Third::Early), role, "early evening of 6 June 2018";
    [("mid" | "middle") ["-"] ["of"] ["in"] ["the"] p: DayPart] => third_of(p, Third::Mid), role, "mid-morning of 6 June 2018";
    ["late" ["-"] ["in" | "at"] ["the"] p: DayPart] => third_of(p, Third::Late), role, "late evening of 6 June 2018";
    ["early" p: DayPart "hours"] => third_of(p, Third::Early), role, "the early morning hours of 6 June 2018";
    [p: DayPart "hours"] => part_of(p), role, "the morning hours of 6 June 2018";
    ["early" ["in"] ["the"] "day"] => Clock::EARLY, role, "early in the day on 6 June 2018";
    ["late" ["in"] ["the"] "day"] => Clock::LATE, role, "late in the day on 6 June 2018";
    [("early" | "small" | "wee") "hours"] => Clock::EARLY_HOURS, role, "the early hours of 6 June 2018";
    [("early" | "small" | "wee") "hours" "of" "the" "morning"] => Clock::EARLY_HOURS, role, "the small hours of the morning of 6 June 2018";
    [("before" | "pre") ["-"] ["the"] p: DayPart] if p.0 == 240 => Clock::part(0, p.1), role, "before dawn on 6 June 2018";
    [("after" | "post") ["-"] ["the"] p: DayPart] if p.0 == 960 => Clock::part(p.0, DAY + 360), role, "after sunset on 6 June 2018";
    ["after" "dark"] => Clock::part(16 * 60, DAY + 360), role, "after dark on 6 June 2018";
}
Time {
    [z: Zoned] => z, role, "";
    [z: Zoned zone: Zone] => in_zone(z, zone), role, "3 p.m. ET on 6 June 2018";
    [z: Zoned "local" ["time"]] => z, role, "3 p.m. local time on 6 June 2018";
    [f: Figures zone: Zone] if f.1 == 4 => hhmm(f.0).map(|clock| in_zone(clock, zone)), role, "0715 GMT on 6 June 2018";
    [d: Daytime] => d, _, "in the afternoon";
    [{"at" | "in" | "on" | "during" | "the" | "exactly" | "precisely"} t: Time] => t, _, "";
    ["at" ["or"] (ABOUT) t: Time] => t.about(), _, "at about noon on 6 June 2018";
    [(ABOUT) t: Time] => t.about(), _, "around noon on 6 June 2018";
    [t: TimeElsewhere "(" s: Time ")"] => { let _ = s; t }, _, "3 p.m. (1900 GMT) on 6 June 2018";
    [t: TimeElsewhere "(" s: Time d: Date ")"] => { let _ = (s, d); t }, _, "9 p.m. (0100 GMT Thursday) on 6 June 2018";
}
TimeElsewhere {
    [z: Zoned] => z, role, "";
    [z: Zoned zone: Zone] => in_zone(z, zone), role, "3 p.m. ET (1900 GMT) on 6 June 2018";
    [z: Zoned "local" ["time"]] => z, role, "3 p.m. local time (1900 GMT) on 6 June 2018";
}
};

/// In the first half of the day.
fn before_noon(clock: Clock) -> Clock {
    Clock {
        again: 0,
        half: Half::Known,
        ..clock
    }
}

fn midnight() -> Clock {
    Clock {
        again: DAY,
        ..Clock::minute(0, 0)
    }
}
