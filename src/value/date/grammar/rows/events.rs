//! Dates that count from a declared event.

use crate::value::date::bound::Side;
use crate::value::date::grammar::build::events::{
    alone, beside, length_from, weekday_from, within_event,
};
use crate::value::date::grammar::row::{Row, rows};
use crate::value::date::length::Length;

use super::{AFTER, BEFORE};

pub(super) const ROWS: &[Row] = rows! {
Dated {
    [e: Event] => alone(e), "a declared event", "";
    [("on" | "at" | "in" | "during") e: Event] => alone(e), "a declared event", "";
    [["on"] ["the"] ["same"] "day" ("of" | "as") e: Event] => alone(e), "a declared event", "";
    [s: Bounding e: Event] => beside(e, s), "a declared event", "";
    ["from" e: Event] => beside(e, Side::Since), "a declared event", "";
    [l: Length (BEFORE) e: Event] => length_from(e, l, true, false), "counted back from the event", "";
    [l: Length (AFTER) e: Event] => length_from(e, l, false, false), "counted on from the event", "";
    [l: Length "from" e: Event] => length_from(e, l, false, false), "counted on from the event", "";
    ["the" l: Length (BEFORE) e: Event] => length_from(e, l, true, true), "counted back from the event", "";
    ["the" l: Length (AFTER) e: Event] => length_from(e, l, false, true), "counted on from the event", "";
    [["the"] l: One (BEFORE) e: Event] => length_from(e, l, true, false), "counted back from the event", "";
    [["the"] l: One (AFTER) e: Event] => length_from(e, l, false, false), "counted on from the event", "";
    [["on"] ["the"] "eve" "of" e: Event] => length_from(e, Length::DAY, true, false), "counted back from the event", "";
    [["the"] l: Length "leading" "up" "to" e: Event] => length_from(e, l, true, true), "counted back from the event", "";
    [["on"] ["the"] w: Weekday (BEFORE) e: Event] => { let _ = w; weekday_from(e, -1) }, "the weekday next to the event", "";
    [["on"] ["the"] w: Weekday (AFTER) e: Event] => { let _ = w; weekday_from(e, 1) }, "the weekday next to the event", "";
    [["on"] ["the"] n: Ordinal w: Weekday (BEFORE) e: Event] => { let _ = w; weekday_from(e, -n) }, "the weekday next to the event", "";
    [["on"] ["the"] n: Ordinal w: Weekday (AFTER) e: Event] => { let _ = w; weekday_from(e, n) }, "the weekday next to the event", "";
    ["within" l: Length "of" e: Event] => within_event(e, l, None), "at most so far away, the day it counts from included", "";
    ["within" l: Length (AFTER) e: Event] => within_event(e, l, Some(Side::After)), "at most so far away, the day it counts from included", "";
    ["within" l: Length (BEFORE) e: Event] => within_event(e, l, Some(Side::Before)), "at most so far away, the day it counts from included", "";
}
};
