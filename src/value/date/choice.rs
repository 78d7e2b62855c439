//! Which of the things that come round again is meant, counted from a day.

use super::Day;
use super::calendar::{EVER_AFTER, EVER_BEFORE, Grain, Stretch};
use super::eval::Out;
use super::expr::Pick;
use super::outlook::Outlook;
use super::pattern::Pattern;

/// How many repetitions one stretch may hold ("a Wednesday in 2018" has 52).
const MOST_REPEATS: i64 = 120;

/// "last May": up to so many days after its end, the May before may be meant as well; a bare "6 May"
/// of last year is the only one meant.
const STILL_FRESH: i64 = 60;

impl Pattern {
    /// Gives those that a word like "last" or no word at all may mean.
    pub(super) fn pick(self, pick: Pick, now: Day, out: Out<'_>) {
        let cycle = self.cycle();
        let of_cycle = |units: i32| self.at(cycle.around(now)?.shift(units)?);
        let yesterday = Day(now.0.saturating_sub(1));
        let last = || {
            self.last(yesterday)
                .filter(|one| one.to < now)
                .or_else(|| self.last(self.last(yesterday)?.from.plus(-1)?))
        };
        let readings = match pick {
            _ if self.fits_one_year() => [self.last(now).or_else(|| self.next(now)), None],
            // "by Friday" looks ahead; by a month that has begun is by its end, and on June 8 nobody
            // sets June 6 as a deadline.
            Pick::Deadline => match self.last(now) {
                Some(one) if cycle != Grain::Week && one.contains(now) => [Some(one), None],
                Some(one) if cycle == Grain::Year && is_just_over(one, now) => [Some(one), None],
                _ => [self.next(now), None],
            },
            // "By 10 a.m. Monday" in Tuesday's paper tells what has happened.
            Pick::TimedDeadline => match self.last(now) {
                Some(one) if now.0 - one.from.0 <= 2 => [Some(one), None],
                _ => [self.next(now), None],
            },
            Pick::Past => [last(), None],
            Pick::Coming => [self.next(now), None],
            Pick::Begun => match self {
                Self::Weekday(_) => self.seen(Outlook::Back, now),
                _ => [self.last(now), None],
            },
            Pick::This if cycle == Grain::Week => [of_cycle(0), self.next(yesterday)],
            Pick::This => match self.last(now).filter(|one| one.contains(now)) {
                Some(one) => [Some(one), None],
                None => [of_cycle(0), None],
            },
            Pick::Last if cycle == Grain::Week => [last(), of_cycle(-1)],
            Pick::Last => {
                let one = last();
                let before =
                    one.filter(|one| i64::from(now.0) - i64::from(one.to.0) <= STILL_FRESH);
                [one, before.and_then(|one| self.last(one.from.plus(-1)?))]
            }
            Pick::Next if cycle == Grain::Week => [self.next(now), of_cycle(1)],
            Pick::Next => {
                let one = self.next(now);
                let after =
                    one.filter(|one| i64::from(one.from.0) - i64::from(now.0) <= STILL_FRESH);
                [one, after.and_then(|one| self.next(one.from))]
            }
            Pick::Bare => self.seen(Outlook::Usual, now),
            Pick::Seen(outlook) => self.seen(outlook, now),
            Pick::BeforeLast => {
                return self.pick(Pick::Last, now, &mut |one| {
                    one.from
                        .plus(-1)
                        .and_then(|day| self.last(day))
                        .into_iter()
                        .for_each(&mut *out);
                });
            }
            Pick::AfterNext => {
                return self.pick(Pick::Next, now, &mut |one| {
                    self.next(one.from).into_iter().for_each(&mut *out);
                });
            }
        };
        for one in readings.into_iter().flatten() {
            out(one);
        }
    }

    /// Of a day or a season, the one that ended in the last four and a half months; else the coming one
    /// where it begins within nine weeks and the last has been over for nine months; else either. Of a
    /// day of the month, a third of a month back and a sixth ahead. One of last year that is no longer
    /// fresh may also be the coming one of this year.
    pub(super) fn near(self, now: Day, last: Option<Stretch>) -> [Option<Stretch>; 2] {
        let (fresh, announced, long_over) = if self.cycle() == Grain::Month {
            (10, 5, 0)
        } else {
            (137, 63, 270)
        };
        let back = last.map_or(i64::MAX, |one| {
            (i64::from(now.0) - i64::from(one.to.0)).max(0)
        });
        let next = self.next(now);
        if back <= fresh {
            let this_year = |one: Option<Stretch>| {
                let year = Grain::Year.around(now);
                one.zip(year)
                    .is_some_and(|(one, year)| year.contains(one.from))
            };
            let other_year = self.cycle() == Grain::Year
                && back > STILL_FRESH
                && !this_year(last)
                && this_year(next);
            return [last, next.filter(|_| other_year)];
        }
        let ahead = next.map_or(i64::MAX, |one| i64::from(one.from.0) - i64::from(now.0));
        if ahead <= announced && back >= long_over {
            return [None, next];
        }
        // A weekday beside a day of the month fits some months only: the one just over, if it is so by
        // far, or the one announced for the next two months.
        if self.weekday().is_some() {
            if back.saturating_mul(2) < ahead {
                return [last, None];
            }
            if ahead <= STILL_FRESH && ahead.saturating_mul(2) < back {
                return [None, next];
            }
        }
        [last, next]
    }

    /// Gives those that start in a stretch.
    pub(super) fn within(self, stretch: Stretch, out: Out<'_>) {
        let cycle = self.cycle();
        if stretch.from == EVER_BEFORE || stretch.to == EVER_AFTER {
            return;
        }
        let Some(mut unit) = cycle.around(stretch.from) else {
            return;
        };
        // "winter 2018" may be the one that ends in that year as well as the one that starts in it.
        if let (Self::Season(3), Grain::Year) = (self, stretch.grain) {
            unit.shift(-1)
                .and_then(|unit| self.at(unit))
                .into_iter()
                .for_each(&mut *out);
        }
        for _ in 0..MOST_REPEATS {
            if unit.from > stretch.to {
                return;
            }
            if let Some(one) = self.at(unit).filter(|one| stretch.contains(one.from)) {
                out(one);
            }
            match unit.shift(1) {
                Some(next) => unit = next,
                None => return,
            }
        }
    }
}

/// Whether a stretch ended within the last month.
fn is_just_over(one: Stretch, now: Day) -> bool {
    i64::from(now.0) - i64::from(one.to.0) <= 31
}
