//! Whether words that name no year or week look back or ahead: readings of a date with a doubt.
//!
//! "On Thursday" in a paper of Wednesday most likely was six days ago, and in one case of ten is
//! tomorrow. Each outlook puts one of these readings in for all such words of a date at once, so that
//! bounds, ranges, negations and times of day follow by the usual evaluation.

use super::Day;
use super::calendar::{Grain, Stretch};
use super::expr::{Expr, Pick};
use super::pattern::Pattern;

/// Which way words look that do not say so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outlook {
    /// To what has been.
    Back,
    /// To what comes.
    Ahead,
    /// As newspapers mostly do.
    Usual,
    /// To what comes, as another word says: "will meet on June 6".
    Announced,
}

/// A month so many months back is likely that of the coming year: in 35 news texts 20 of 23 nearer
/// ones were the last, and 9 of 12 beyond the next.
const LONG_OVER: i32 = 9;

/// The readings of a date that looks back or ahead.
pub(super) struct Readings {
    /// All that the words can mean, each a reading of its own.
    pub(super) all: Vec<Expr>,
    /// What they likely mean, and the reading that looks back, where there is a doubt.
    pub(super) likely: Option<[Expr; 2]>,
}

impl Expr {
    /// The readings of a date, where other words announce it or not.
    pub(super) fn readings(self, announced: impl FnOnce() -> bool) -> Readings {
        // Most dates look neither way, whatever stands beside them.
        let looks = |announced| self.clone().see(Outlook::Back, announced);
        let announced = looks(true) && announced();
        if !looks(announced) {
            return Readings {
                all: vec![self],
                likely: None,
            };
        }
        let seen = |outlook| {
            let mut expr = self.clone();
            expr.see(outlook, announced);
            expr
        };
        let (back, ahead) = (seen(Outlook::Back), seen(Outlook::Ahead));
        let (mut all, likely) = (
            vec![back.clone(), ahead],
            match announced {
                true => seen(Outlook::Announced),
                false => seen(Outlook::Usual),
            },
        );
        if announced {
            all.push(likely.clone());
        }
        Readings {
            all,
            likely: Some([likely, back]),
        }
    }

    /// Puts an outlook in for every word that may look either way; whether there was one.
    fn see(&mut self, outlook: Outlook, announced: bool) -> bool {
        match self {
            Self::Recurring(pattern, pick @ Pick::Bare) => {
                let looks = announced || matches!(pattern, Pattern::Weekday(_) | Pattern::Month(_));
                if looks {
                    *pick = Pick::Seen(outlook);
                }
                looks
            }
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
            | Self::At(of, _)
            | Self::Before(of)
            | Self::After(of)
            | Self::Since(of)
            | Self::UpTo(of)
            | Self::Not(of) => of.see(outlook, announced),
            Self::Range(from, to) | Self::Either(from, to) => {
                from.see(outlook, announced) | to.see(outlook, announced)
            }
            Self::Recurring(..)
            | Self::Fixed(_)
            | Self::Unit(..)
            | Self::Rolling(..)
            | Self::Reported
            | Self::OfYear(..)
            | Self::Event(..) => false,
        }
    }
}

impl Pattern {
    /// What is meant where no word says which, to who looks that way.
    ///
    /// A weekday is of the last or the coming seven days, on its own day also that day. A month that
    /// has begun is the present one.
    pub(super) fn seen(self, outlook: Outlook, now: Day) -> [Option<Stretch>; 2] {
        let last = self.last(now);
        let present = last.filter(|one| one.contains(now));
        let before = || self.last(Day(now.0.saturating_sub(1)));
        match (self, outlook) {
            (Self::Weekday(_), Outlook::Back | Outlook::Usual) if present.is_some() => {
                [present, before()]
            }
            (Self::Weekday(_), Outlook::Back | Outlook::Usual) => [last, None],
            (Self::Weekday(_), Outlook::Ahead | Outlook::Announced) => [present, self.next(now)],
            (Self::Month(_), _) | (_, Outlook::Announced) if present.is_some() => [present, None],
            (Self::Month(_), Outlook::Back) => [last, None],
            (Self::Month(_), Outlook::Usual) if !last.is_some_and(|one| is_long_over(one, now)) => {
                [last, None]
            }
            (Self::Month(_), _) | (_, Outlook::Announced) => [self.next(now), None],
            (Self::Weekend, _) if present.is_some() => [present, None],
            (Self::Weekend, _) => [last, self.next(now)],
            _ => self.near(now, last),
        }
    }
}

/// Whether a month is that of the coming year rather than this one of so long ago.
fn is_long_over(month: Stretch, now: Day) -> bool {
    let number = |day: Day| {
        let first = Grain::Month.around(day)?.from.civil()?;
        Some(i32::from(first.year()) * 12 + i32::from(first.month()))
    };
    let months = number(now).zip(number(month.from));
    months.is_some_and(|(now, then)| now - then >= LONG_OVER)
}
