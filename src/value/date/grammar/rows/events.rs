//! Dates that count from a declared event.

use crate::value::date::bound::Side;
use crate::value::date::grammar::build::events::{
    alone, beside, between, length_from, weekday_from, within_event,
};
use crate::value::date::grammar::row::{Row, rows};
use crate::value::date::length::Length;

use super::{AFTER, BEFORE};

pub(super) const ROWS: &[Row] = rows! {
Dated {
    [e: Event] => alone(e), "a declared event", "the hearing";
    [("on" | "at" | "in" | "during") e: Event] => alone(e), "a declared event", "during the hearing";
    [["on"] ["the"] ["same"] "day" ("of" | "as") e: Event] => alone(e), "a declared event", "on the day of the hearing";
    [s: Bounding e: Event] => beside(e, s), "a declared event", "before the hearing";
    [["sometime"] "between" a: Event "and" b: Event] => between(a, b), "later than the one, earlier than the other", "between the hearing and the vote";
    [["sometime"] "after" a: Event [","] ("and" | "but") "before" b: Event] => between(a, b), "later than the one, earlier than the other", "after the hearing but before the vote";
    ["from" e: Event] => beside(e, Side::Since), "a declared event", "from the hearing";
    [l: Length (BEFORE) e: Event] => length_from(e, l, true, false), "counted back from the event", "five days before the hearing";
    [l: Length (AFTER) e: Event] => length_from(e, l, false, false), "counted on from the event", "five days after the hearing";
    [l: Length "from" e: Event] => length_from(e, l, false, false), "counted on from the event", "five days from the hearing";
    ["the" l: Length (BEFORE) e: Event] => length_from(e, l, true, true), "counted back from the event", "the five days before the hearing";
    ["the" l: Length (AFTER) e: Event] => length_from(e, l, false, true), "counted on from the event", "the five days after the hearing";
    [["the"] l: One (BEFORE) e: Event] => length_from(e, l, true, false), "counted back from the event", "the week before the hearing";
    [["the"] l: One (AFTER) e: Event] => length_from(e, l, false, false), "counted on from the event", "the week after the hearing";
    [["on"] ["the"] "eve" "of" e: Event] => length_from(e, Length::DAY, true, false), "counted back from the event", "on the eve of the hearing";
    [["the"] l: Length "leading" "up" "to" e: Event] => length_from(e, l, true, true), "counted back from the event", "the weeks leading up to the hearing";
    [["on"] ["the"] w: Weekday (BEFORE) e: Event] => { let _ = w; weekday_from(e, -1) }, "the weekday next to the event", "the Friday before the hearing";
    [["on"] ["the"] w: Weekday (AFTER) e: Event] => { let _ = w; weekday_from(e, 1) }, "the weekday next to the event", "the Friday after the hearing";
    [["on"] ["the"] n: Ordinal w: Weekday (BEFORE) e: Event] => { let _ = w; weekday_from(e, -n) }, "the weekday next to the event", "the second Friday before the hearing";
    [["on"] ["the"] n: Ordinal w: Weekday (AFTER) e: Event] => { let _ = w; weekday_from(e, n) }, "the weekday next to the event", "the second Friday after the hearing";
    ["within" l: Length "of" e: Event] => within_event(e, l, None), "at most so far away, the day it counts from included", "within two weeks of the hearing";
    ["within" l: Length (AFTER) e: Event] => within_event(e, l, Some(Side::After)), "at most so far away, the day it counts from included", "within two weeks after the hearing";
    ["within" l: Length (BEFORE) e: Event] => within_event(e, l, Some(Side::Before)), "at most so far away, the day it counts from included", "within two weeks before the hearing";
}
};
