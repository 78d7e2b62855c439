//! The kinds of word and phrase that dates are made of, and what each of them holds once it is read.

use super::why::Why;
use crate::value::date::bound::Side;
use crate::value::date::calendar::Grain;
use crate::value::date::clock::Clock;
use crate::value::date::expr::{Expr, Pick};
use crate::value::date::length::Length;
use crate::value::date::pattern::Pattern;
use crate::value::date::words::Third;

/// Makes the list of kinds, and for each an alias of the type it holds, which types the slots of rows.
macro_rules! kinds {
    (words { $($(#[$wdoc:meta])* $word:ident: $wtype:ty,)* } phrases { $($(#[$doc:meta])* $phrase:ident: $type:ty,)* }) => {
        /// A kind of word or of phrase.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(in crate::value::date) enum Kind {
            $($(#[$wdoc])* $word,)*
            $($(#[$doc])* $phrase,)*
        }

        impl Kind {
            /// All kinds: those of words first.
            pub(super) const ALL: &[Self] = &[$(Self::$word,)* $(Self::$phrase,)*];

            /// How many of them are kinds of words.
            pub(super) const WORDS: usize = [$(Self::$word,)*].len();
        }

        /// What each kind holds.
        pub(super) mod is {
            use super::*;
            $(pub(in crate::value::date::grammar) type $word = $wtype;)*
            $(pub(in crate::value::date::grammar) type $phrase = $type;)*
        }
    };
}

kinds! {
    words {
        /// "May": 1 is January.
        Month: i32,
        /// "Friday", "Fri": 0 is Monday.
        Weekday: i32,
        /// "Fridays".
        Weekdays: i32,
        /// "week".
        Unit: Grain,
        /// "weeks".
        Units: Grain,
        /// "three", below a hundred.
        NumberWord: i32,
        /// "third".
        OrdinalWord: i32,
        /// "3rd".
        OrdinalFigure: i32,
        /// One or two figures.
        Short: i32,
        /// Two figures.
        Two: i32,
        /// Four figures.
        Four: i32,
        /// Any run of figures.
        Figures: (i32, i32),
        /// "nineties", by the first year.
        DecadeWord: i32,
        /// "summer": 0 is spring.
        SeasonWord: i32,
        /// "few": so many to so many.
        FewWord: (i32, i32),
        /// "morning": from one minute to another.
        DayPart: (i32, i32),
        /// "noon": a minute.
        Noon: i32,
        /// "GMT", "Eastern time".
        Zone: &'static str,
        /// "Christmas Eve".
        Holiday: Pattern,
        /// A declared event.
        Event: Box<str>,
        /// "more than two weeks and a day", as durations read it.
        Length: super::Length,
        /// One unit without a number: "the week" before Easter.
        One: super::Length,
        /// All words that are left.
        Rest: i32,
    }
    phrases {
        /// "twenty-one".
        Tens: i32,
        /// "nineteen ninety-six".
        YearWords: i32,
        /// A number, in figures or words.
        Whole: i32,
        /// "6th", "sixth", "twenty-first".
        Ordinal: i32,
        /// "two", "a couple of", "two or three".
        Count: (i32, i32),
        /// A year with its era: "79 AD", "44 BC".
        EraYear: i32,
        /// A year that might be any number: "1066".
        EarlyYear: Expr,
        /// A year as a number.
        YearNumber: i32,
        /// The year behind a month or a day: ", 2018", "'98".
        YearEnd: Expr,
        /// "6", "6th", "sixth".
        DayNumber: i32,
        /// "June 6".
        MonthDay: Pattern,
        /// "Friday, June 6".
        NamedDay: Pattern,
        /// "4, 5 and 6".
        DayNumbers: Vec<i32>,
        /// A day of the month that might be any number: "15".
        Bare: Pattern,
        /// A date in figures: "6/2018".
        InFigures: Expr,
        /// What comes round again.
        Cycle: Pattern,
        /// "last", "next".
        Picked: Pick,
        /// "early", "the end of".
        Part: Third,
        /// "the last days of".
        Stage: Third,
        /// What is counted: "week", "Friday".
        Counted: crate::value::date::expr::Counted,
        /// What is counted, several of them: "weeks".
        SeveralCounted: crate::value::date::expr::Counted,
        /// What is refused behind "the following".
        Elsewhere: Expr,
        /// "this year", before "so far".
        SoFarIn: Expr,
        /// What may stand behind "fiscal".
        FiscalEnd: Expr,
        /// "a year ago", behind a unit.
        YearBefore: Expr,
        /// A date that is no other's part: "June 2018", "last week".
        Named: Expr,
        /// A date: "Friday of last week".
        Date: Expr,
        /// An hour and a minute as they stand on a clock.
        Clocked: (i32, i32),
        /// "half past three".
        PastHour: Clock,
        /// An hour, or one in figures that lacks its half of the day.
        Hour: Clock,
        /// An hour, noon or midnight.
        Moment: Clock,
        /// A moment, or a span of two.
        Zoned: Clock,
        /// A time with the same of another place behind it: "3 p.m. (1900 GMT)".
        TimeElsewhere: Clock,
        /// "the early morning".
        Daytime: Clock,
        /// "at 3 p.m.", "in the morning".
        Time: Clock,
        /// A date and a part of its day: "Monday night".
        PartOfDay: Timed,
        /// "close of business", before a day.
        Closing: Clock,
        /// "ten to four", which alone are odds.
        MinutesTo: Clock,
        /// A date and its time.
        Timed: super::Timed,
        /// A date or a range.
        Span: Expr,
        /// "before", "no later than".
        Bounding: Side,
        /// A bound, a range or a date.
        Clause: Expr,
        /// What is neither a date nor a declared event.
        Unknown: Expr,
        /// A clause, or several of which any is meant.
        Choice: Expr,
        /// A date that counts from a declared event.
        Dated: Expr,
        /// A whole value.
        Value: Expr,
    }
}

/// A date, and the time of its day if one was said.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::value::date) struct Timed {
    pub(super) day: Expr,
    pub(super) clock: Option<Clock>,
}

impl Timed {
    /// A bare weekday.
    pub(super) fn weekday(weekday: i32) -> Self {
        Self::bare(Pattern::Weekday(weekday))
    }

    /// What comes round again, where no word says which.
    pub(super) fn bare(pattern: Pattern) -> Self {
        Self::all_day(Expr::Recurring(pattern, Pick::Bare))
    }

    /// A date without a time.
    pub(super) fn all_day(day: Expr) -> Self {
        Self { day, clock: None }
    }
}

/// What any kind holds.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Held {
    Number(i32),
    Numbers(i32, i32),
    Days(Vec<i32>),
    Grain(Grain),
    Length(Length),
    Pattern(Pattern),
    Pick(Pick),
    Third(Third),
    Counted(crate::value::date::expr::Counted),
    Expr(Expr),
    Clock(Clock),
    Timed(Timed),
    Side(Side),
    Zone(&'static str),
    Name(Box<str>),
    /// Nothing: why it cannot be read, and from and to which word that is so.
    Refused(Why, u8, u8),
}

/// A type that a kind may hold.
pub(super) trait Holds: Sized {
    fn hold(self) -> Held;
    fn of(held: &Held) -> Option<Self>;
}

macro_rules! holds {
    ($($type:ty => $held:ident,)*) => {$(
        impl Holds for $type {
            fn hold(self) -> Held {
                Held::$held(self)
            }

            fn of(held: &Held) -> Option<Self> {
                match held {
                    Held::$held(value) => Some(value.clone()),
                    _ => None,
                }
            }
        }
    )*};
}

holds! {
    i32 => Number,
    Vec<i32> => Days,
    Grain => Grain,
    Length => Length,
    Pattern => Pattern,
    Pick => Pick,
    Third => Third,
    crate::value::date::expr::Counted => Counted,
    Expr => Expr,
    Clock => Clock,
    Timed => Timed,
    Side => Side,
    &'static str => Zone,
    Box<str> => Name,
}

impl Holds for (i32, i32) {
    fn hold(self) -> Held {
        Held::Numbers(self.0, self.1)
    }

    fn of(held: &Held) -> Option<Self> {
        match held {
            Held::Numbers(from, to) => Some((*from, *to)),
            _ => None,
        }
    }
}
