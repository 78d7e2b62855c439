//! Dates that count from a declared event.

use crate::value::date::Day;
use crate::value::date::bound::Side;
use crate::value::date::calendar::{EVER_AFTER, EVER_BEFORE, Grain, Stretch};
use crate::value::date::expr::Expr;
use crate::value::date::length::Length;
use crate::value::date::relative::Side as Order;

type Name = Box<str>;

/// The event, or its day.
pub(in crate::value::date::grammar) fn alone(name: Name) -> Expr {
    offset(name, (Day(0), Day(0)), Order::Any)
}

/// "before the sentencing": at an earlier moment, on the same day or not.
pub(in crate::value::date::grammar) fn beside(name: Name, side: Side) -> Expr {
    match side {
        Side::Before => offset(name, (EVER_BEFORE, Day(0)), Order::Before),
        Side::UpTo => offset(name, (EVER_BEFORE, Day(0)), Order::UpTo),
        Side::Since => offset(name, (Day(0), EVER_AFTER), Order::Since),
        Side::After => offset(name, (Day(0), EVER_AFTER), Order::After),
    }
}

/// "between the hearing and the vote".
pub(in crate::value::date::grammar) fn between(from: Name, to: Name) -> Option<Expr> {
    (from != to).then(|| {
        Expr::Range(
            beside(from, Side::After).boxed(),
            beside(to, Side::Before).boxed(),
        )
    })
}

/// "five days after the hearing": days exactly, longer units with their rounding; "the five days
/// after the hearing" are all of them.
pub(in crate::value::date::grammar) fn length_from(
    name: Name,
    length: Length,
    back: bool,
    the: bool,
) -> Option<Expr> {
    if let Some((_, n)) = length.weekday {
        return weekday_from(name, if back { n.checked_neg()? } else { n });
    }
    let many = length.high != Some(length.grain.size());
    let all = the && many && !length.whole && length.hedge.is_none();
    let (from, to) = match all {
        true => length.all(),
        false => length.reach(),
    };
    Some(match back {
        true => offset(name, (negative(to), negative(from)), Order::Before),
        false => offset(name, (from, to), Order::After),
    })
}

/// "the Friday after the hearing": within the week.
pub(in crate::value::date::grammar) fn weekday_from(name: Name, n: i32) -> Option<Expr> {
    let weeks = n.checked_mul(7)?;
    let (from, to) = match n > 0 {
        true => (weeks - 6, weeks),
        false => (weeks, weeks + 6),
    };
    Some(offset(name, (Day(from), Day(to)), Order::Any))
}

/// "within two weeks of the hearing".
pub(in crate::value::date::grammar) fn within_event(
    name: Name,
    length: Length,
    side: Option<Side>,
) -> Option<Expr> {
    let after = length.at_most()?;
    let before = negative(after);
    Some(match side {
        None => offset(name, (before, after), Order::Any),
        Some(Side::Before) => offset(name, (before, Day(0)), Order::Before),
        Some(_) => offset(name, (Day(0), after), Order::After),
    })
}

fn offset(name: Name, (from, to): (Day, Day), order: Order) -> Expr {
    let days = Stretch {
        from,
        to,
        grain: Grain::Day,
    };
    Expr::Event(name, days, order)
}

fn negative(day: Day) -> Day {
    match day {
        EVER_BEFORE => EVER_AFTER,
        EVER_AFTER => EVER_BEFORE,
        Day(days) => Day(-days),
    }
}
