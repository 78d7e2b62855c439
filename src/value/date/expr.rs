//! A date as it was said, before the day that it counts from is put in.

use super::Day;
use super::calendar::{Grain, Stretch};
use super::clock::Clock;
use super::outlook::Outlook;
use super::pattern::Pattern;
use super::relative::Side;
use super::words::Third;

/// A date as it was said.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Expr {
    /// Days that are known.
    Fixed(Stretch),
    /// The unit of the day it counts from, or one so many units later: "yesterday", "last week".
    Unit(Grain, i32),
    /// One that comes round again: "Wednesday", "last June".
    Recurring(Pattern, Pick),
    /// The one that comes round in some stretch: "Tuesday of last week", "Christmas 2018".
    In(Pattern, Box<Expr>),
    /// The n-th such unit, through the m-th: "the first two weeks of May"; negative from the end.
    Nth(Counted, i32, i32, Box<Expr>),
    /// The n-th such weekday after a date, or before it: "the Friday before Christmas".
    Weekday(i32, i32, Box<Expr>),
    /// "early May".
    Part(Third, Box<Expr>),
    /// So long before or after: "two days ago", "a week after Christmas".
    Shift(Box<Expr>, Steps),
    /// The unit around it: "the week of June 4".
    Around(Grain, Box<Expr>),
    /// The unit next to it, by the calendar or from the day on: "the week before Easter".
    Beside(Grain, Beside, Box<Expr>),
    /// The last n units up to yesterday, or the next n from today.
    Rolling(Grain, i32),
    /// Up to yesterday: "earlier this week".
    SoFar(Box<Expr>),
    /// From today: "later this year".
    ToCome(Box<Expr>),
    /// "the quarter": the one just over while it is being reported, later that one or the present.
    Reported,
    /// So many months and days from its first day; negative, up to its last day.
    Lasting(Box<Expr>, i32, i32),
    /// "circa 1996".
    Near(Box<Expr>),
    /// A time of day on it.
    At(Box<Expr>, Clock),
    Before(Box<Expr>),
    After(Box<Expr>),
    Since(Box<Expr>),
    UpTo(Box<Expr>),
    /// From the start of the one to the end of the other.
    Range(Box<Expr>, Box<Expr>),
    Either(Box<Expr>, Box<Expr>),
    Not(Box<Expr>),
    /// The same day of a year: "this day in 1945".
    OfYear(Box<Expr>, Stretch),
    /// Counted from an event: the days later than it, and on which side of its moment.
    Event(Box<str>, Stretch, Side),
}

/// Which of those that come round again is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pick {
    /// No word says.
    Bare,
    /// No word says, and it is taken to look that way.
    Seen(Outlook),
    This,
    /// The most recent one, or that of last week (month, year).
    Last,
    /// The coming one, or that of next week (month, year).
    Next,
    /// The most recent one before today.
    Past,
    /// The first one after today.
    Coming,
    /// "since Friday", "since July": the latest one that has begun.
    Begun,
    /// "by Friday", "before November": the present one, else the coming one.
    Deadline,
    /// "by 10 a.m. on Monday": of the last two days or today, else the coming one.
    TimedDeadline,
    /// "the June before last": the one before each that "last" may mean.
    BeforeLast,
    /// "the March after next".
    AfterNext,
}

/// On which side of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Beside {
    Before,
    After,
}

/// What is counted in "the second Tuesday of May".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Counted {
    Unit(Grain),
    Weekday(i32),
}

/// How far a date is shifted, in calendar months and days, later or earlier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Steps {
    pub(super) near: (i32, i32),
    /// Where it is not said exactly; `None` if it has no end.
    pub(super) far: Option<(i32, i32)>,
    /// The unit to which the outcome is widened: "two months ago" is that month.
    pub(super) grain: Grain,
}

/// How often the days that an expression means repeat, counted from the day of publication.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rhythm {
    /// It means fixed days.
    Fixed,
    /// Always equally many days from the anchor.
    Daily,
    Weekly,
    /// In months or years.
    Long,
    /// It holds both fixed days and such that move with the anchor.
    Mixed,
}

impl Rhythm {
    fn with(self, other: Self) -> Self {
        match (self, other) {
            (Self::Fixed, Self::Fixed) => Self::Fixed,
            (Self::Fixed, _) | (_, Self::Fixed) => Self::Mixed,
            (a, b) => a.max(b),
        }
    }

    fn of(grain: Grain) -> Self {
        match grain {
            Grain::Day => Self::Daily,
            Grain::Weekend | Grain::Week => Self::Weekly,
            _ => Self::Long,
        }
    }
}

impl Expr {
    pub(super) fn day(day: Day) -> Self {
        Self::Fixed(Stretch::day(day))
    }

    pub(super) fn today() -> Self {
        Self::Unit(Grain::Day, 0)
    }

    pub(super) fn boxed(self) -> Box<Self> {
        Box::new(self)
    }

    /// The same at a time of day, if one was said.
    pub(super) fn at(self, clock: Option<Clock>) -> Self {
        match (self, clock) {
            (expr @ Self::Event(..), _) | (expr, None) => expr,
            (expr, Some(clock)) => Self::At(expr.boxed(), clock),
        }
    }

    /// Whether it holds a time of day.
    pub(super) fn has_clock(&self) -> bool {
        match self {
            Self::At(..) => true,
            Self::Before(of)
            | Self::After(of)
            | Self::Since(of)
            | Self::UpTo(of)
            | Self::Not(of) => of.has_clock(),
            Self::Range(one, other) | Self::Either(one, other) => {
                one.has_clock() || other.has_clock()
            }
            _ => false,
        }
    }

    /// Whether it is one day, whichever that may be, and no longer stretch.
    pub(super) fn is_day(&self) -> bool {
        let of_one_day = |pattern: &Pattern| {
            matches!(
                pattern,
                Pattern::Weekday(_)
                    | Pattern::MonthDay { .. }
                    | Pattern::YearDay { .. }
                    | Pattern::Holiday(_)
            )
        };
        match self {
            Self::Fixed(stretch) => stretch.from == stretch.to,
            Self::Unit(grain, _) => *grain == Grain::Day,
            Self::OfYear(of, _) => of.is_day(),
            Self::Recurring(pattern, _) | Self::In(pattern, _) => of_one_day(pattern),
            Self::Weekday(..) => true,
            Self::Nth(Counted::Weekday(_) | Counted::Unit(Grain::Day), from, to, _) => from == to,
            Self::Shift(of, steps) => {
                steps.grain == Grain::Day && steps.far == Some(steps.near) && of.is_day()
            }
            Self::Either(one, other) => one.is_day() && other.is_day(),
            _ => false,
        }
    }

    /// How its meaning moves with the day it counts from.
    pub(super) fn rhythm(&self) -> Rhythm {
        match self {
            Self::Fixed(_) | Self::Event(..) => Rhythm::Fixed,
            Self::Unit(grain, _) | Self::Rolling(grain, _) => Rhythm::of(*grain),
            Self::Reported => Rhythm::Long,
            Self::OfYear(..) => Rhythm::Mixed,
            Self::Recurring(pattern, _) => Rhythm::of(pattern.cycle()),
            Self::In(pattern, of) => match of.rhythm() {
                Rhythm::Fixed => Rhythm::Fixed,
                rhythm => rhythm.max(Rhythm::of(pattern.cycle())),
            },
            Self::Nth(counted, _, _, of) => match (of.rhythm(), counted) {
                (Rhythm::Fixed, _) => Rhythm::Fixed,
                (rhythm, Counted::Unit(grain)) => rhythm.max(Rhythm::of(*grain)),
                (rhythm, Counted::Weekday(_)) => rhythm.max(Rhythm::Weekly),
            },
            Self::Shift(base, steps) => match base.rhythm() {
                Rhythm::Fixed => Rhythm::Fixed,
                rhythm if steps.near.0 != 0 || steps.far.is_some_and(|far| far.0 != 0) => {
                    rhythm.max(Rhythm::Long)
                }
                rhythm => rhythm.max(Rhythm::of(steps.grain)),
            },
            Self::Weekday(_, _, base) => match base.rhythm() {
                Rhythm::Fixed => Rhythm::Fixed,
                rhythm => rhythm.max(Rhythm::Weekly),
            },
            Self::Lasting(base, months, _) => match base.rhythm() {
                Rhythm::Fixed => Rhythm::Fixed,
                rhythm if *months == 0 => rhythm,
                rhythm => rhythm.max(Rhythm::Long),
            },
            Self::Around(grain, base) | Self::Beside(grain, _, base) => match base.rhythm() {
                Rhythm::Fixed => Rhythm::Fixed,
                rhythm => rhythm.max(Rhythm::of(*grain)),
            },
            Self::SoFar(of) | Self::ToCome(of) => of.rhythm().with(Rhythm::Daily),
            Self::Part(_, of)
            | Self::At(of, _)
            | Self::Near(of)
            | Self::Before(of)
            | Self::After(of)
            | Self::Since(of)
            | Self::UpTo(of)
            | Self::Not(of) => of.rhythm(),
            Self::Range(from, to) | Self::Either(from, to) => {
                // A bare day takes its year from the other side.
                match (from.core(), to.core()) {
                    (Some(_), None) if to.rhythm() == Rhythm::Fixed => Rhythm::Fixed,
                    (None, Some(_)) if from.rhythm() == Rhythm::Fixed => Rhythm::Fixed,
                    _ => from.rhythm().with(to.rhythm()),
                }
            }
        }
    }

    /// What comes round again at the heart of this, if no word says which is meant: May in "late May".
    pub(super) fn core(&self) -> Option<Pattern> {
        match self {
            Self::Part(_, of) | Self::Nth(_, _, _, of) | Self::Near(of) | Self::At(of, _) => {
                of.core()
            }
            of => of.bare(),
        }
    }

    /// The same with the one that is meant put in.
    pub(super) fn settled(&self, core: Stretch) -> Self {
        match self {
            Self::Part(third, of) => Self::Part(*third, of.settled(core).boxed()),
            Self::Nth(counted, from, to, of) => {
                Self::Nth(*counted, *from, *to, of.settled(core).boxed())
            }
            Self::Near(of) => Self::Near(of.settled(core).boxed()),
            Self::At(of, clock) => Self::At(of.settled(core).boxed(), *clock),
            _ => Self::Fixed(core),
        }
    }

    /// The same day, month or part of a year in another year.
    pub(super) fn in_year(&self, year: Stretch) -> Option<Self> {
        match self {
            Self::Fixed(stretch) if stretch.grain < Grain::Year => {
                let year_of = |day: Day| Some(i32::from(day.civil()?.year()));
                let years = year_of(year.from)? - year_of(stretch.from)?;
                let months = years.checked_mul(12)?;
                match stretch.grain.size().0 {
                    0 => stretch.step(months, 0),
                    each => stretch.shift(months / each),
                }
                .map(Self::Fixed)
            }
            Self::Part(third, of) => Some(Self::Part(*third, of.in_year(year)?.boxed())),
            Self::At(of, clock) => Some(Self::At(of.in_year(year)?.boxed(), *clock)),
            Self::Nth(counted, from, to, of) => {
                Some(Self::Nth(*counted, *from, *to, of.in_year(year)?.boxed()))
            }
            Self::In(pattern, of) => match **of {
                Self::Fixed(stretch) if stretch.grain == Grain::Year => {
                    Some(Self::In(*pattern, Self::Fixed(year).boxed()))
                }
                _ => None,
            },
            _ => None,
        }
    }

    /// The same as the latest day that is allowed: what comes round again looks ahead.
    pub(super) fn looking_ahead(self) -> Self {
        let inner = |of: Box<Self>| of.looking_ahead().boxed();
        match self {
            Self::Recurring(pattern, Pick::Bare) => Self::Recurring(pattern, Pick::Deadline),
            Self::Part(third, of) => Self::Part(third, inner(of)),
            Self::Nth(counted, from, to, of) => Self::Nth(counted, from, to, inner(of)),
            Self::Around(grain, of) => Self::Around(grain, inner(of)),
            Self::Beside(grain, side, of) => Self::Beside(grain, side, inner(of)),
            Self::Weekday(weekday, n, of) => Self::Weekday(weekday, n, inner(of)),
            Self::Near(of) => Self::Near(inner(of)),
            Self::At(of, clock) => match *of {
                Self::Recurring(pattern @ Pattern::Weekday(_), Pick::Bare) => {
                    Self::At(Self::Recurring(pattern, Pick::TimedDeadline).boxed(), clock)
                }
                of => Self::At(of.looking_ahead().boxed(), clock),
            },
            Self::Range(from, to) => Self::Range(from, inner(to)),
            Self::Either(one, other) => Self::Either(inner(one), inner(other)),
            same => same,
        }
    }

    /// The same as the first day of what goes on: nothing has been so since a day to come.
    pub(super) fn looking_back(self) -> Self {
        let inner = |of: Box<Self>| of.looking_back().boxed();
        match self {
            Self::Recurring(pattern, Pick::Bare) => Self::Recurring(pattern, Pick::Begun),
            Self::Part(third, of) => Self::Part(third, inner(of)),
            Self::Nth(counted, from, to, of) => Self::Nth(counted, from, to, inner(of)),
            Self::Near(of) => Self::Near(inner(of)),
            Self::At(of, clock) => Self::At(inner(of), clock),
            same => same,
        }
    }

    /// Gives the days whose weekday picks the year: "Wednesday, July 4".
    pub(super) fn each_day_with_weekday(&self, out: &mut dyn FnMut(Pattern)) {
        match self {
            Self::Recurring(pattern, _) if pattern.fits_one_year() => out(*pattern),
            Self::In(_, of)
            | Self::Nth(_, _, _, of)
            | Self::Weekday(_, _, of)
            | Self::Part(_, of)
            | Self::Shift(of, _)
            | Self::Around(_, of)
            | Self::Beside(_, _, of)
            | Self::SoFar(of)
            | Self::ToCome(of)
            | Self::Lasting(of, _, _)
            | Self::Near(of)
            | Self::OfYear(of, _)
            | Self::At(of, _)
            | Self::Before(of)
            | Self::After(of)
            | Self::Since(of)
            | Self::UpTo(of)
            | Self::Not(of) => of.each_day_with_weekday(out),
            Self::Range(from, to) | Self::Either(from, to) => {
                from.each_day_with_weekday(out);
                to.each_day_with_weekday(out);
            }
            Self::Recurring(..)
            | Self::Fixed(_)
            | Self::Unit(..)
            | Self::Rolling(..)
            | Self::Reported
            | Self::Event(..) => {}
        }
    }

    /// What comes round again and no word says which is meant.
    pub(super) fn bare(&self) -> Option<Pattern> {
        match self {
            Self::Recurring(pattern, Pick::Bare | Pick::Seen(_)) => Some(*pattern),
            _ => None,
        }
    }
}
