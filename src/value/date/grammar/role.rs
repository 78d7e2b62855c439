//! What an expression means, and by which convention: what an explanation of a reading is made of.

use crate::value::date::calendar::Grain;
use crate::value::date::expr::{Expr, Pick};
use crate::value::date::pattern::Pattern;
use crate::value::date::words::Third;

/// What an expression means, and by which convention.
pub(super) fn role(expr: &Expr) -> Option<&'static str> {
    Some(match expr {
        Expr::Fixed(stretch) => match stretch.grain {
            Grain::Day => "a day",
            Grain::Month => "a calendar month",
            Grain::Year => "a calendar year",
            Grain::Quarter => "a quarter of the calendar year",
            Grain::Half => "half a calendar year",
            Grain::Decade => "ten years from the one named",
            Grain::Century => "a hundred years, counted either way",
            Grain::Weekend | Grain::Week | Grain::Season => "a stretch of days",
        },
        Expr::Unit(Grain::Day, _) => "counted from the day of publication",
        Expr::Unit(Grain::Week, _) => {
            "a week from Monday to Sunday, counted from the week of publication"
        }
        Expr::Unit(..) => "a whole unit of the calendar, counted from the day of publication",
        Expr::Recurring(Pattern::Weekday(_), Pick::Bare) => {
            "likely of the last seven days, for newspapers mostly look back, else of the coming seven; on that weekday itself also today"
        }
        Expr::Recurring(Pattern::Month(_), Pick::Bare) => {
            "no year is said: likely the last one, or the coming one where that was nine months ago or more"
        }
        Expr::Recurring(pattern, _) if pattern.fits_one_year() => {
            "the weekday picks the year: last year, this year or the next"
        }
        Expr::Recurring(_, Pick::Bare | Pick::Seen(_)) => {
            "no year is said: the last one if that is not long ago, the coming one if that is near, else either"
        }
        Expr::Recurring(_, Pick::Last) => {
            "the most recent one, or the one before, of last week or last year, where that may be meant"
        }
        Expr::Recurring(_, Pick::Next) => {
            "the coming one, or the one after, of next week or next year, where that may be meant"
        }
        Expr::Recurring(_, Pick::This) => "the present one, or the coming one",
        Expr::Recurring(_, Pick::Deadline) => "a deadline looks ahead: up to the coming one",
        Expr::Recurring(_, Pick::TimedDeadline) => {
            "a time of today or the last two days, else of the coming one"
        }
        Expr::Recurring(_, Pick::Begun) => {
            "the latest one that has begun: nothing has been so since a day to come"
        }
        Expr::Recurring(_, Pick::Past) => "the most recent one",
        Expr::Recurring(_, Pick::Coming) => "the coming one",
        Expr::Recurring(_, Pick::BeforeLast) => "the one before any that the word may mean",
        Expr::Recurring(_, Pick::AfterNext) => "the one after any that the word may mean",
        Expr::In(Pattern::Season(_), _) => {
            "a season of the northern half of the earth unless said otherwise, from its first month to the equinox or solstice that ends it"
        }
        Expr::In(Pattern::Holiday(_), _) => "a holiday",
        Expr::In(..) => "the one in the stretch named",
        Expr::Nth(..) => "counted from the start or the end of the stretch named",
        Expr::Part(Third::Early, _) => {
            "the first third: days 1-10 of a month, months 1-4 of a year, years 0-4 of a decade"
        }
        Expr::Part(Third::Mid, _) => {
            "the middle third: days 11-20 of a month, months 5-8 of a year, years 3-7 of a decade"
        }
        Expr::Part(Third::Late, _) => {
            "the last third: days 21 to the end of a month, months 9-12 of a year, years 6-9 of a decade"
        }
        Expr::Rolling(_, n) if *n < 0 => {
            "up to the day before publication: counted back from it, or as many of the calendar"
        }
        Expr::Rolling(..) => {
            "from the day of publication: counted on from it, or as many of the calendar"
        }
        Expr::SoFar(_) => "up to the day before publication",
        Expr::ToCome(_) => "from the day of publication",
        Expr::Around(..) => "the whole unit of the calendar around that day",
        Expr::Reported => {
            "the quarter just over while it is being reported (45 days), later that one or the present one"
        }
        Expr::Beside(..) => "the unit of the calendar next to it, or as many days",
        Expr::Lasting(..) => "so long, from its first day",
        Expr::Weekday(..) => "the weekday next to the day named",
        Expr::Either(..) => "either of two readings",
        _ => return None,
    })
}
