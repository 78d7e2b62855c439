//! The rows, by what they are about.

mod counted;
mod days;
mod events;
mod figures;
mod hours;
mod numbers;
mod parts;
mod periods;
mod picks;
mod scopes;
mod spans;
mod timed;
mod values;
mod years;

use super::row::Row;

/// All rows. Their order does not matter.
pub(super) const ALL: &[&[Row]] = &[
    numbers::ROWS,
    years::ROWS,
    figures::ROWS,
    days::ROWS,
    picks::ROWS,
    scopes::ROWS,
    parts::ROWS,
    periods::ROWS,
    counted::ROWS,
    hours::ROWS,
    timed::ROWS,
    events::ROWS,
    spans::ROWS,
    values::ROWS,
];

/// Words that join the ends of a range.
const TO: &[&str] = &["to", "until", "till", "through", "thru"];
/// Marks that do.
const DASH: &[&str] = &["-", "~"];
/// Words that stand before a stretch or a day and say nothing of it.
const ON: &[&str] = &[
    "on", "in", "at", "during", "over", "for", "toward", "towards", "within",
];
const OF: &[&str] = &["of", "in", "during"];
const BEFORE: &[&str] = &["before", "prior", "pre"];
const AFTER: &[&str] = &["after", "following", "post"];
const ABOUT: &[&str] = &[
    "about",
    "approximately",
    "around",
    "c",
    "ca",
    "circa",
    "roughly",
    "some",
];
const LAST: &[&str] = &["last", "final", "closing", "dying"];
const ENDING: &[&str] = &["ending", "ended"];
const STARTING: &[&str] = &["starting", "beginning", "commencing"];
const HOURS: &[&str] = &["hour", "hours", "hr", "hrs"];
const MINUTES: &[&str] = &["minute", "minutes"];
