//! Ages that nobody can have had, in words: by when whoever is of an age on a day was born.

use std::ops::Bound::{Excluded, Included, Unbounded};

use super::{Clash, spoken};
use crate::compare::{self, Standing};
use crate::model::Corpus;
use crate::value::{Day, Intervals, Relation, date, relate};

/// Why nobody can have had two ages on their days: "34 on 5 May 2022 means born 6 May 1987 to 5 May 1988;
/// ...".
pub fn born_apart(standing: &Standing, corpus: &Corpus, clash: &Clash) -> Option<String> {
    let [left, right] = clash.example;
    let born = [(clash.left, left), (clash.right, right)].map(|(position, claim)| {
        let value = &standing.positions.get(position)?.value;
        let scope = standing.scopes.get(&claim)?;
        Some((value, scope.time.clone()?, compare::born(value, scope)?))
    });
    let [
        Some((value, day, one)),
        Some((other_value, other_day, other)),
    ] = born
    else {
        return None;
    };
    // On one day, and on the next, the ages say it themselves.
    let differ = relate(value, other_value) == Relation::Disjoint;
    if one.relate(&other) != Relation::Disjoint || differ && !are_weeks_apart(&day, &other_day) {
        return None;
    }
    let [a, b] = clash.example.map(|claim| spoken(corpus, claim));
    let (day, one) = (date::describe(&day), date::describe(&one));
    let (other_day, other) = (date::describe(&other_day), date::describe(&other));
    Some(format!(
        "{a} on {day} means born {one}; {b} on {other_day}, {other}"
    ))
}

fn are_weeks_apart(one: &Intervals<Day>, other: &Intervals<Day>) -> bool {
    const WEEKS: u32 = 31;
    let first = |days: &Intervals<Day>| match days.hull()?.from {
        Included(day) | Excluded(day) => Some(day.0),
        Unbounded => None,
    };
    let apart = first(one).zip(first(other));
    apart.is_some_and(|(one, other)| one.abs_diff(other) > WEEKS)
}
