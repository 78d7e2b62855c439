//! Stretches that hold what comes round again: "Friday" of "last week".

use super::calendar::Grain;
use super::expr::{Expr, Pick};
use super::pattern::Pattern;

/// Whether something that comes round again can be placed by lying in this.
pub(super) fn is_scope(scope: &Expr, pattern: Pattern) -> bool {
    let cycle = pattern.cycle();
    match scope {
        Expr::Fixed(stretch) => stretch.grain >= cycle,
        Expr::Unit(grain, _) => *grain >= cycle && *grain != Grain::Weekend,
        Expr::Shift(base, steps) => **base == Expr::today() && steps.grain >= cycle,
        Expr::In(Pattern::Month(_), _) => cycle < Grain::Year,
        Expr::Recurring(Pattern::Month(_) | Pattern::Season(_), _) => cycle < Grain::Year,
        Expr::Either(one, _) => is_scope(one, pattern),
        Expr::Nth(..) => cycle == Grain::Week,
        _ => false,
    }
}

/// "4 to 22 this month", "May to June last year": the stretch at the end holds both ends.
pub(super) fn share_scope(from: Expr, to: Expr) -> (Expr, Expr) {
    match (from.bare(), &to) {
        (Some(pattern), Expr::In(_, scope))
            if !matches!(**scope, Expr::Fixed(_)) && is_scope(scope, pattern) =>
        {
            (Expr::In(pattern, scope.clone()), to)
        }
        _ => (from, to),
    }
}

/// A range of weekdays or days of the month inside a stretch.
pub(super) fn within(range: Expr, scope: &Expr) -> Option<Expr> {
    match range {
        Expr::Range(from, to) => Some(Expr::Range(
            place(*from, scope)?.boxed(),
            place(*to, scope)?.boxed(),
        )),
        _ => None,
    }
}

/// One end of such a range.
fn place(end: Expr, scope: &Expr) -> Option<Expr> {
    match end {
        Expr::Recurring(pattern, Pick::Bare) => match scope {
            Expr::Recurring(Pattern::Month(month), pick) => match pattern {
                Pattern::MonthDay { day, weekday } => Some(Expr::Recurring(
                    Pattern::YearDay {
                        month: *month,
                        day,
                        weekday,
                    },
                    *pick,
                )),
                _ => None,
            },
            _ => is_scope(scope, pattern).then(|| Expr::In(pattern, scope.clone().boxed())),
        },
        Expr::At(of, clock) => Some(place(*of, scope)?.at(Some(clock))),
        end => Some(end),
    }
}
