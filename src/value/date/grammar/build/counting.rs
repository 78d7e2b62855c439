//! Dates so long before or after others.

use crate::value::date::bound::Side;
use crate::value::date::calendar::Grain;
use crate::value::date::expr::{Expr, Pick};
use crate::value::date::grammar::kind::Timed;
use crate::value::date::length::Length;
use crate::value::date::pattern::Pattern;
use crate::value::date::scope::is_scope;

/// "two days ago".
pub(in crate::value::date::grammar) fn ago(length: Length) -> Expr {
    length.shift(Expr::today(), true, false)
}

/// "a year ago Friday", "two weeks ago today".
pub(in crate::value::date::grammar) fn ago_from(length: Length, base: Expr) -> Option<Expr> {
    matches!(
        base,
        Expr::Unit(Grain::Day, _)
            | Expr::Unit(Grain::Week | Grain::Month, -1..=1)
            | Expr::Recurring(Pattern::Weekday(_), _)
    )
    .then(|| length.shift(base, true, true))
}

/// "a year ago in May".
pub(in crate::value::date::grammar) fn year_of(year: Expr, pattern: Pattern) -> Option<Expr> {
    (!matches!(pattern, Pattern::Weekday(_)) && is_scope(&year, pattern))
        .then(|| Expr::In(pattern, year.boxed()))
}

/// "a fortnight last Tuesday".
pub(in crate::value::date::grammar) fn fortnight_back(
    length: Length,
    weekday: i32,
) -> Option<Expr> {
    let last = Expr::Recurring(Pattern::Weekday(weekday), Pick::Last);
    (!length.hours && length.grain >= Grain::Week && length.weekday.is_none())
        .then(|| length.shift(last, true, true))
}

/// So long before or after a date; "the two years before 1996" are all of these.
pub(in crate::value::date::grammar) fn count_from(
    length: Length,
    from: Timed,
    back: bool,
    the: bool,
) -> Option<Expr> {
    let Timed { day: base, clock } = from;
    if base == Expr::Fixed(crate::value::date::calendar::Stretch::EVER) && !length.hours {
        return None;
    }
    if let (true, Some(clock)) = (length.hours, clock) {
        return Some(base.at(Some(length.beside_time(clock, back))));
    }
    let many = length.high != Some(length.grain.size());
    let all = the && many && !length.whole && length.weekday.is_none() && length.hedge.is_none();
    if all && !length.hours && base != Expr::today() {
        return Some(length.all_beside(base, back));
    }
    // A count forwards from a weekday starts at the coming one.
    let base = match base {
        Expr::Recurring(pattern @ Pattern::Weekday(_), Pick::Bare) if !back => {
            Expr::Recurring(pattern, Pick::Coming)
        }
        base => base,
    };
    let named = base != Expr::today();
    Some(length.shift(base, back, named))
}

/// "the nine months ended Sept. 30", "for three days from Monday".
pub(in crate::value::date::grammar) fn lasting(
    length: Length,
    edge: Timed,
    back: bool,
) -> Option<Expr> {
    let (months, days) = length.high?;
    let edge = edge.day.boxed();
    Some(match back {
        true => Expr::Lasting(edge, -months, -days),
        false => Expr::Lasting(edge, months, days),
    })
}

/// "within two weeks", "within five days of Christmas".
pub(in crate::value::date::grammar) fn within(
    length: Length,
    base: Expr,
    side: Option<Side>,
) -> Expr {
    let length = Length {
        hedge: None,
        grain: Grain::Day,
        slack: (0, 0),
        ..length
    };
    let ends = |back| length.shift(base.clone(), back, true).boxed();
    match side {
        Some(Side::Before) => Expr::Range(ends(true), base.clone().boxed()),
        Some(_) => Expr::Range(base.clone().boxed(), ends(false)),
        None => Expr::Range(ends(true), ends(false)),
    }
}
