//! What words like "last" and "next" make of a unit of the calendar, or of several.

use crate::value::date::calendar::Grain;
use crate::value::date::expr::{Expr, Pick, Steps};
use crate::value::date::length::{Length, PLURAL};
use crate::value::date::pattern::Pattern;

/// Whether a word picks what has been; `None` for what is.
fn is_back(pick: Pick) -> Option<bool> {
    match pick {
        Pick::Last | Pick::Past => Some(true),
        Pick::Next | Pick::Coming => Some(false),
        _ => None,
    }
}

/// "last week" is Monday to Sunday; "the last week" and "the past week" may be the last seven days too.
pub(in crate::value::date::grammar) fn unit(grain: Grain, pick: Pick, loose: bool) -> Expr {
    let units = match pick {
        Pick::Last | Pick::Past => -1,
        Pick::Next | Pick::Coming => 1,
        _ => 0,
    };
    if grain == Grain::Weekend && units > 0 {
        return Expr::Recurring(Pattern::Weekend, pick);
    }
    let whole = Expr::Unit(grain, units);
    let rolls = !matches!(
        grain,
        Grain::Day | Grain::Quarter | Grain::Season | Grain::Weekend
    );
    if !loose || units == 0 || !rolls || pick == Pick::Coming {
        return whole;
    }
    let rolling = match grain >= Grain::Decade {
        // "the last decade" may be the last ten years.
        true => Expr::Rolling(Grain::Year, units * grain.size().0 / 12),
        false => Expr::Rolling(grain, units),
    };
    Expr::Either(whole.boxed(), rolling.boxed())
}

/// "recent weeks", "the coming days": from two units to under twenty, up to today or from today.
pub(in crate::value::date::grammar) fn some_units(grain: Grain, pick: Pick) -> Option<Expr> {
    Some(loose(grain, is_back(pick)?))
}

pub(in crate::value::date::grammar) fn loose(grain: Grain, back: bool) -> Expr {
    let (far, today) = (
        Expr::Rolling(grain, if back { -PLURAL } else { PLURAL }).boxed(),
        Expr::today().boxed(),
    );
    match back {
        true => Expr::Range(far, today),
        false => Expr::Range(today, far),
    }
}

/// "the past fortnight".
pub(in crate::value::date::grammar) fn fortnight(pick: Pick) -> Option<Expr> {
    let units = if is_back(pick)? { -2 } else { 2 };
    Some(Expr::Rolling(Grain::Week, units))
}

/// "the past three weeks", "the next few days".
pub(in crate::value::date::grammar) fn rolling(length: Length, pick: Pick) -> Option<Expr> {
    rolling_length(length, is_back(pick)?)
}

/// So long up to the day of publication, or from it on.
pub(in crate::value::date::grammar) fn rolling_length(length: Length, back: bool) -> Option<Expr> {
    let (months, days) = length.high?;
    if length.hedge.is_some() || (months, days) == (0, 0) || length.weekday.is_some() {
        return None;
    }
    // "the past 24 hours": on the day itself, or so many days from it.
    if length.hours {
        let far = Expr::Unit(Grain::Day, if back { -days } else { days }).boxed();
        let today = Expr::today().boxed();
        return Some(match back {
            true => Expr::Range(far, today),
            false => Expr::Range(today, far),
        });
    }
    let units = match length.grain.size() {
        (0, days_each) if months == 0 => days / days_each,
        (months_each, _) if days == 0 && months_each > 0 => months / months_each,
        // "the last three months and two weeks"
        _ if back => {
            let steps = (-months, -days);
            let start = Expr::Shift(
                Expr::today().boxed(),
                Steps {
                    near: steps,
                    far: Some(steps),
                    grain: Grain::Day,
                },
            );
            let yesterday = Expr::Unit(Grain::Day, -1);
            return Some(Expr::Range(start.boxed(), yesterday.boxed()));
        }
        _ => return None,
    };
    Some(Expr::Rolling(
        length.grain,
        if back { -units } else { units },
    ))
}

/// "the previous Friday": before some day of the article, so a week earlier may be meant too.
pub(in crate::value::date::grammar) fn previous_weekday(weekday: i32) -> Expr {
    Expr::Either(
        Expr::Recurring(Pattern::Weekday(weekday), Pick::Last).boxed(),
        Expr::Weekday(weekday, -2, Expr::today().boxed()).boxed(),
    )
}
