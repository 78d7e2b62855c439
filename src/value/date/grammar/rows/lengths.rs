//! Lengths of time, and how they are hedged.

use crate::value::date::calendar::Grain;
use crate::value::date::grammar::build::lengths::{
    fortnights, hedged, hours, measure, one, plural, share, sum, weekdays,
};
use crate::value::date::grammar::row::{Row, rows};
use crate::value::date::grammar::why::Why;
use crate::value::date::hedge::Hedge;

use super::{ABOUT, HOURS, MINUTES};

pub(super) const ROWS: &[Row] = rows! {
Measure {
    [n: Count ["-"] u: Units] => measure(n, u, None), _, "";
    [n: Count ["-"] u: Unit] => measure(n, u, None), _, "a week ago";
    [n: Count ["-"] ("fortnight" | "fortnights")] => fortnights(n), _, "a fortnight ago";
    [n: Count ["-"] (HOURS)] => hours(n, false, None), _, "three hours ago";
    [n: Count ["-"] (MINUTES)] => hours(n, true, None), _, "ten minutes ago";
    [n: Count "and" "a" "half" u: Units] => measure(n, u, Some(2)), _, "two and a half years ago";
    [n: Count u: Unit "and" "a" "half"] => measure(n, u, Some(2)), _, "a year and a half ago";
    [n: Count u: Units "and" "a" "half"] => measure(n, u, Some(2)), _, "two years and a half ago";
    [n: Count "and" "a" "half" ("hours" | "hrs")] => hours(n, false, Some(2)), _, "two and a half hours ago";
    [n: Count "and" "a" "half" ("minutes")] => hours(n, true, Some(2)), _, "two and a half minutes ago";
    [n: Count (HOURS) "and" "a" "half"] => hours(n, false, Some(2)), _, "an hour and a half ago";
    [["a"] "half" ["-"] ["a" | "an"] u: Unit] => share(u, 2), _, "half a year ago";
    [["a"] "half" ["-"] ["a" | "an"] ("hour" | "hr")] => hours((0, 0), false, Some(2)), _, "half an hour ago";
    [["a"] "quarter" ["-"] ["of"] ["a" | "an"] u: Unit] if u >= Grain::Decade => share(u, 4), _, "a quarter of a century ago";
    [["a"] "quarter" ["-"] ["of"] ["a" | "an"] ("hour" | "hr")] => hours((0, 0), false, Some(4)), _, "a quarter of an hour ago";
    [["many"] u: Units] => plural(u), _, "years ago";
    [["many"] "fortnights"] => fortnights((2, 20)), _, "fortnights ago";
    [("hours" | "hrs")] => hours((0, 0), false, None), _, "hours ago";
    ["minutes"] => hours((0, 0), true, None), _, "minutes ago";
    [["a" | "one"] u: Unit "or" n: NumberWord] if (2..=4).contains(&n) => measure((1, n), u, None), _, "a week or two ago";
    [["an" | "one"] "hour" "or" n: NumberWord] if (2..=4).contains(&n) => hours((1, n), false, None), _, "an hour or two ago";
    [n: Count w: Weekdays] => weekdays(n, w), _, "two Sundays ago";
    [n: Count w: Weekday] => weekdays(n, w), _, "a Sunday ago";
    [n: Count ("working" | "business") u: Units] => { let _ = (n, u); Why::WorkingDays }, _, "two working days ago";
}
Compound {
    [m: Measure] => m, _, "";
    [m: Measure [","] ["and"] more: Compound] => sum(m, more), _, "two years and a month ago";
}
Hedging {
    [(ABOUT)] => Hedge::About, role, "about two years ago";
    ["barely"] => Hedge::About, role, "barely two weeks ago";
    [("almost" | "nearly")] => Hedge::Almost, role, "almost two years ago";
    ["not" "quite"] => Hedge::Almost, role, "not quite two years ago";
    [["well"] "over"] => Hedge::More, role, "over two years ago";
    [["well"] "under"] => Hedge::Less, role, "under two years ago";
    ["just" "over"] => Hedge::JustOver, role, "just over two years ago";
    ["just" "under"] => Hedge::Almost, role, "just under two years ago";
    [["a"] "little" "over"] => Hedge::JustOver, role, "a little over two years ago";
    [["a"] "little" "under"] => Hedge::Almost, role, "a little under two years ago";
    [["a"] "little" "more" "than"] => Hedge::JustOver, role, "a little more than two years ago";
    [["a"] "little" "less" "than"] => Hedge::Almost, role, "a little less than two years ago";
    [["well"] "more" "than"] => Hedge::More, role, "more than two years ago";
    [["well"] "less" "than"] => Hedge::Less, role, "less than two years ago";
    ["no" "more" "than"] => Hedge::AtMost, role, "no more than two years ago";
    ["no" "less" "than"] => Hedge::AtLeast, role, "no less than two years ago";
    ["at" "least"] => Hedge::AtLeast, role, "at least two years ago";
    ["at" "most"] => Hedge::AtMost, role, "at most two years ago";
}
Length {
    [l: Compound] => l, _, "";
    [h: Hedging l: Compound] => hedged(l, h), _, "more than 20 years ago";
    [l: Compound "or" "so"] => hedged(l, Hedge::About), _, "20 years or so ago";
    [h: Hedging l: Compound "or" "so"] => hedged(l, h), _, "more than 20 years or so ago";
}
One {
    [u: Unit] => one(u), _, "";
    ["fortnight"] => fortnights((1, 1)), _, "the fortnight before Christmas";
}
};
