//! The units of the calendar, and stretches of days that are such units.

use super::Day;

/// A unit of the calendar, or a stretch of no particular unit (which then counts in days).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Grain {
    Day,
    /// Saturday and Sunday.
    Weekend,
    /// Monday to Sunday.
    Week,
    Month,
    Quarter,
    /// Three months, to the equinox or solstice that ends the season: "summer" is 1 June to
    /// 23 September, whether people mean the months or the sun.
    Season,
    Half,
    Year,
    /// The 1990s: 1990 to 1999.
    Decade,
    /// The 20th century is 1900 to 2000, whichever way people count.
    Century,
}

/// An unbroken run of days, and the unit in which it was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) from: Day,
    pub(super) to: Day,
    pub(super) grain: Grain,
}

/// Stands for "no bound" at the start of a stretch.
pub(super) const EVER_BEFORE: Day = Day(i32::MIN);
/// Stands for "no bound" at the end of a stretch.
pub(super) const EVER_AFTER: Day = Day(i32::MAX);

impl Grain {
    /// How many calendar months and days one unit is.
    pub(super) fn size(self) -> (i32, i32) {
        match self {
            Self::Day => (0, 1),
            Self::Weekend | Self::Week => (0, 7),
            Self::Month => (1, 0),
            Self::Quarter | Self::Season => (3, 0),
            Self::Half => (6, 0),
            Self::Year => (12, 0),
            Self::Decade => (120, 0),
            Self::Century => (1200, 0),
        }
    }

    /// Which unit a day belongs to, counted through from a fixed one.
    pub(super) fn index(self, day: Day) -> Option<i32> {
        if let Self::Day = self {
            return Some(day.0);
        }
        if let Self::Weekend | Self::Week = self {
            return Some((day.0.checked_add(3)?).div_euclid(7));
        }
        let date = day.civil()?;
        let (year, month) = (i32::from(date.year()), i32::from(date.month()));
        Some(match self {
            Self::Season => (year * 12 + month - 3).div_euclid(3),
            Self::Decade => year.div_euclid(10),
            Self::Century => year.div_euclid(100),
            _ => (year * 12 + month - 1).div_euclid(self.size().0),
        })
    }

    /// The unit of that number, as [`Grain::index`] counts.
    pub(super) fn nth(self, index: i32) -> Option<Stretch> {
        let (from, to) = match self {
            Self::Day => (Day(index), Day(index)),
            Self::Week => {
                let monday = Day(index.checked_mul(7)?.checked_sub(3)?);
                (monday, monday.plus(6)?)
            }
            Self::Weekend => {
                let monday = Day(index.checked_mul(7)?.checked_sub(3)?);
                (monday.plus(5)?, monday.plus(6)?)
            }
            Self::Season => {
                let first = index.checked_mul(3)?.checked_add(2)?;
                let (month, day) =
                    [(6, 21), (9, 23), (12, 22), (3, 21)][index.rem_euclid(4) as usize];
                let year = first.checked_add(3)?.div_euclid(12);
                (month_start(first)?, Day::new(year, month, day)?)
            }
            Self::Century => (
                match index {
                    0 => Day::new(1, 1, 1)?,
                    _ => Day::new(index.checked_mul(100)?, 1, 1)?,
                },
                Day::new(index.checked_mul(100)?.checked_add(100)?, 12, 31)?,
            ),
            _ => {
                let months = self.size().0;
                let first = index.checked_mul(months)?;
                (
                    month_start(first)?,
                    month_start(first.checked_add(months)?)?.plus(-1)?,
                )
            }
        };
        Some(Stretch {
            from,
            to,
            grain: self,
        })
    }

    /// The unit that a day belongs to.
    pub(super) fn around(self, day: Day) -> Option<Stretch> {
        self.nth(self.index(day)?)
    }
}

/// The first day of a month, counted from the year 0.
fn month_start(months: i32) -> Option<Day> {
    Day::new(months.div_euclid(12), months.rem_euclid(12) + 1, 1)
}

impl Stretch {
    /// Any day at all.
    pub(super) const EVER: Self = Self {
        from: EVER_BEFORE,
        to: EVER_AFTER,
        grain: Grain::Day,
    };

    pub(super) fn is_ever(self) -> bool {
        (self.from, self.to) == (EVER_BEFORE, EVER_AFTER)
    }

    pub(super) fn day(day: Day) -> Self {
        Self {
            from: day,
            to: day,
            grain: Grain::Day,
        }
    }

    /// The calendar year.
    pub(super) fn year(year: i32) -> Option<Self> {
        Self::months(year, 1, 12, Grain::Year)
    }

    /// Whole months of one year or of two; months beyond 12 run into the next.
    pub(super) fn months(year: i32, first: i32, count: i32, grain: Grain) -> Option<Self> {
        let index = year * 12 + first - 1;
        Some(Self {
            from: month_start(index)?,
            to: month_start(index.checked_add(count)?)?.plus(-1)?,
            grain,
        })
    }

    /// The unit so many units later; a stretch that is no whole unit moves by its unit's length.
    pub(super) fn shift(self, units: i32) -> Option<Self> {
        let number = self.grain.index(self.from)?;
        if self.grain.nth(number)? == self {
            return self.grain.nth(number.checked_add(units)?);
        }
        let (months, days) = self.grain.size();
        self.step(months.checked_mul(units)?, days.checked_mul(units)?)
    }

    /// Both ends so many months and days later.
    pub(super) fn step(self, months: i32, days: i32) -> Option<Self> {
        Some(Self {
            from: self.from.step(months, days)?,
            to: self.to.step(months, days)?,
            grain: self.grain,
        })
    }

    /// The first and the last day moved so many days; an end that is without bound stays.
    pub(super) fn reach(self, first: i32, last: i32) -> Option<Self> {
        let moved = |day: Day, by: i32| match day {
            EVER_BEFORE | EVER_AFTER => Some(day),
            day => day.plus(by),
        };
        Some(Self {
            from: moved(self.from, first)?,
            to: moved(self.to, last)?,
            ..self
        })
    }

    /// From the start of this to the end of the other.
    pub(super) fn through(self, other: Self) -> Option<Self> {
        (self.from <= other.to).then_some(Self {
            from: self.from,
            to: other.to,
            grain: self.grain.min(other.grain),
        })
    }

    /// The days of both.
    pub(super) fn meet(self, other: Self) -> Option<Self> {
        let (from, to) = (self.from.max(other.from), self.to.min(other.to));
        (from <= to).then_some(Self { from, to, ..self })
    }

    pub(super) fn contains(self, day: Day) -> bool {
        self.from <= day && day <= self.to
    }

    /// How many days it has.
    pub(super) fn days(self) -> i64 {
        i64::from(self.to.0) - i64::from(self.from.0) + 1
    }
}
