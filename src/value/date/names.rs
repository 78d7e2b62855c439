//! The names of months and weekdays.

use super::Day;
use crate::value::Refusal;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const WEEKDAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

/// The name of a weekday; 0 is Monday.
pub(super) fn weekday_name(weekday: i32) -> &'static str {
    WEEKDAYS[weekday.rem_euclid(7) as usize]
}

/// The name of a month; 1 is January.
pub(super) fn month_name(month: i32) -> &'static str {
    MONTHS[(month - 1).rem_euclid(12) as usize]
}

/// Why a weekday and a date do not fit; 0 is Monday.
pub(super) fn weekday_misfit(date: Day, said: i32) -> Option<Refusal> {
    let (is, said) = (weekday_name(date.weekday()), weekday_name(said));
    let civil = date.civil()?;
    let shown = format!(
        "{} {} {}",
        civil.day(),
        month_name(civil.month().into()),
        civil.year()
    );
    Some(Refusal {
        why: format!("{shown} is a {is}, not a {said}"),
        hint: format!("Check the date in the article; write `{is}, {shown}`, or `{shown}`."),
    })
}
