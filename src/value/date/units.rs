//! The units of time of amounts as the calendar has them. One table.

use super::calendar::Grain;

/// A unit of time.
pub(super) struct TimeUnit {
    /// Its name, as amounts have it.
    pub(super) name: &'static str,
    /// The unit of the calendar that it is, or is made of.
    pub(super) grain: Grain,
    /// How many of those.
    pub(super) times: i32,
    /// Its minutes, if it is shorter than a day: a numerator and a denominator.
    pub(super) minutes: (i128, i128),
}

/// All units of time.
pub(super) const TIME_UNITS: &[TimeUnit] = &[
    clock("second", (1, 60)),
    clock("minute", (1, 1)),
    clock("hour", (60, 1)),
    calendar("day", 1, Grain::Day),
    calendar("week", 1, Grain::Week),
    calendar("fortnight", 2, Grain::Week),
    calendar("month", 1, Grain::Month),
    calendar("quarter", 1, Grain::Quarter),
    calendar("year", 1, Grain::Year),
    calendar("decade", 1, Grain::Decade),
    calendar("century", 1, Grain::Century),
    calendar("millennium", 10, Grain::Century),
];

const fn calendar(name: &'static str, times: i32, grain: Grain) -> TimeUnit {
    TimeUnit {
        name,
        grain,
        times,
        minutes: (0, 1),
    }
}

const fn clock(name: &'static str, minutes: (i128, i128)) -> TimeUnit {
    TimeUnit {
        name,
        grain: Grain::Day,
        times: 0,
        minutes,
    }
}
