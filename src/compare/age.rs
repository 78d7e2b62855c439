//! Ages: each, on the day for which it was said, gives a range of birthdays.
//!
//! Whoever is 34 in July may be 35 in January, so that ages exclude each other only where nobody can
//! have been born for both.

use std::ops::Bound::{self, Excluded, Included, Unbounded};

use indexmap::IndexMap;
use jiff::Span;
use jiff::civil::Date;

use super::Stand;
use super::scope::Scope;
use crate::model::ClaimId;
use crate::value::amount::{A_DAY, A_YEAR};
use crate::value::{Comparison, Day, Extent, Interval, Intervals, Rational, Relation, Value};

/// Birthdays that miss each other by at most so many days leave a doubt: papers give the age of the
/// day on which they were written, printed or dated.
const DAYS_IN_DOUBT: i32 = 2;

const DOUBT: &str = "unless one of the ages is that of a day or two before or after";

/// How two ages stand, each on its day, given how they do as they are; `None` where one has no day.
pub(super) fn compare(
    left: (&Value, &Scope),
    right: (&Value, &Scope),
    values: &Comparison,
) -> Option<Comparison> {
    let (a, b) = (born(left.0, left.1)?, born(right.0, right.1)?);
    Some(match (a.relate(&b), values.relation) {
        (Relation::Disjoint, _) => {
            let (earlier, later) = if a.ends_before(&b) { (a, b) } else { (b, a) };
            let missing = match (earlier.hull()?.to, later.hull()?.from) {
                (Included(last), Included(first)) => first.0.checked_sub(last.0)?,
                _ => return None,
            };
            match missing <= DAYS_IN_DOUBT {
                true => Comparison {
                    relation: Relation::Overlaps,
                    likely: Relation::Disjoint,
                    doubt: Some(DOUBT.into()),
                },
                false => Relation::Disjoint.into(),
            }
        }
        (_, Relation::Disjoint) => Relation::Overlaps.into(),
        _ => values.clone(),
    })
}

/// Divides positions of one age each by when whoever has it was born: nobody is 34 for two years.
///
/// Of claims of one position, some day is a birthday for all.
pub(super) fn divide(positions: Vec<Stand>, scopes: &IndexMap<ClaimId, Scope>) -> Vec<Stand> {
    let divided = positions
        .into_iter()
        .map(|stand| divide_one(stand, scopes).unwrap_or_else(|stand| vec![stand]));
    divided.flatten().collect()
}

/// Gives the position back where it is one.
fn divide_one(stand: Stand, scopes: &IndexMap<ClaimId, Scope>) -> Result<Vec<Stand>, Stand> {
    let birthdays = |id: &ClaimId| born(&stand.value, scopes.get(id)?);
    let mut born: Vec<(Option<Intervals<Day>>, ClaimId)> =
        stand.claims.iter().map(|id| (birthdays(id), *id)).collect();
    let first = |(days, _): &(Option<Intervals<Day>>, ClaimId)| match days.as_ref()?.hull()?.from {
        Included(first) | Excluded(first) => Some(first),
        Unbounded => None,
    };
    born.sort_by_key(first);
    let mut groups: Vec<(Option<Intervals<Day>>, Vec<ClaimId>)> = Vec::with_capacity(1);
    for (days, claim) in born {
        let shared = |known: &Option<Intervals<Day>>| match (known, &days) {
            (Some(known), Some(days)) => Some(known.intersection(days)),
            (known, days) => known.clone().or_else(|| days.clone()),
        };
        match groups.last_mut() {
            Some((known, claims)) if shared(known).is_none_or(|days| !days.is_empty()) => {
                *known = shared(known);
                claims.push(claim);
            }
            _ => groups.push((days, vec![claim])),
        }
    }
    if groups.len() == 1 {
        return Err(stand);
    }
    let stands = groups.into_iter().map(|(_, mut claims)| {
        claims.sort_unstable();
        Stand {
            value: stand.value.clone(),
            claims,
            unjoined: [].into(),
            replaced: [].into(),
        }
    });
    Ok(stands.collect())
}

/// The days on which somebody of an age may have been born; `None` where it has no day, or is no age.
#[must_use]
pub fn born(age: &Value, scope: &Scope) -> Option<Intervals<Day>> {
    let Extent::Amount(ages, _) = &age.extent else {
        return None;
    };
    let time = scope.time.as_ref().filter(|_| scope.is_age)?.hull()?;
    let (Included(first), Included(last)) = (time.from, time.to) else {
        return None;
    };
    let ages = ages.hull()?;
    // Who has not turned 37 was born less than 37 years ago.
    let from: Bound<Day> = match ages.to {
        Included(oldest) => Included(before(first, oldest, true)?),
        Excluded(oldest) => Included(Day(before(first, oldest, true)?.0.checked_add(1)?)),
        Unbounded => Unbounded,
    };
    let to = match ages.from {
        Included(youngest) | Excluded(youngest) => Included(before(last, youngest, false)?),
        Unbounded => Unbounded,
    };
    Interval::new(from, to).map(Intervals::from)
}

/// The day so long before another, by the calendar: whole years, then days.
fn before(day: Day, length: Rational, rounds_up: bool) -> Option<Day> {
    // Whole numbers need no fractions to be cancelled.
    let (length, parts) = (length.numerator(), length.denominator());
    let (year, day_long) = (A_YEAR.checked_mul(parts)?, A_DAY.checked_mul(parts)?);
    let (years, rest) = (length.div_euclid(year), length.rem_euclid(year));
    let up = i128::from(rounds_up && rest.rem_euclid(day_long) != 0);
    let days = i32::try_from(rest.div_euclid(day_long) + up).ok()?;
    let years = Span::new().try_years(i64::try_from(years).ok()?).ok()?;
    let date: Date = day.civil()?.checked_sub(years).ok()?;
    Day::from_civil(date).0.checked_sub(days).map(Day)
}
