//! Bounds of dates: what words like "before" and "since" make of the date that follows.

use super::clock::Clock;
use super::expr::Expr;
use super::words::Third;

/// What a word like "before" makes of the date that follows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Side {
    Before,
    After,
    Since,
    UpTo,
}

impl Side {
    pub(super) fn of(self, expr: Expr) -> Expr {
        match self {
            Self::Before => Expr::Before(expr.looking_ahead().boxed()),
            Self::After => Expr::After(expr.boxed()),
            Self::Since => Expr::Since(expr.boxed()),
            Self::UpTo => Expr::UpTo(expr.looking_ahead().boxed()),
        }
    }

    /// "before the end of May" has all of May but its end, "after the start of May" all but its start.
    pub(super) fn of_edge(self, part: Third, of: Expr) -> Expr {
        match (self, part) {
            (Self::Before, Third::Late) => Self::UpTo.of(of),
            (Self::After, Third::Early) => Expr::Since(of.boxed()),
            (side, part) => side.of(Expr::Part(part, of.boxed())),
        }
    }

    /// The same for a date with a time of day, or with a part of the day.
    pub(super) fn role_of_time(self, clock: Clock) -> &'static str {
        match (self, clock.start == clock.end) {
            (Self::Before, true) => "everything earlier than this time",
            (Self::After, true) => "everything later than this time",
            (Self::Since, true) => "from this time on",
            (Self::UpTo, true) => "up to this time",
            (Self::Before | Self::UpTo, false) => "that part of the day and everything earlier",
            (Self::After | Self::Since, false) => "that part of the day and everything later",
        }
    }

    pub(super) fn role(self) -> &'static str {
        match self {
            Self::Before => "everything earlier, without the date itself",
            Self::After => "everything later, without the date itself",
            Self::Since => "the date itself and everything later",
            Self::UpTo => "the date itself and everything earlier",
        }
    }
}
