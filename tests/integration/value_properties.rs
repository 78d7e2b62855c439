//! What holds for values of every kind: reading, explaining, comparing, and the sentence about two.

use std::ops::Bound::{Excluded, Included};
use std::time::{Duration, Instant};

use gainsay::value::amount::{CURRENCIES, UNITS};
use gainsay::value::{
    self, Context, Day, Extent, Interval, Intervals, KINDS, Kind, Point, Rational, Relation, Unit,
    Value, Written, compare, relate, sentence,
};
use proptest::prelude::*;
use proptest::sample::select;

fn read(kind: Kind, text: &str) -> Option<Value> {
    let published = Intervals::from(Interval::point(Day(17_688)));
    let cx = Context {
        anchor: Some(&published),
        ..Context::default()
    };
    value::read(&Written::Scalar(text.into()), kind, &cx).ok()
}

fn kinds() -> impl Strategy<Value = Kind> {
    (0..KINDS.len()).prop_map(|at| KINDS[at].kind)
}

/// Amounts of lengths of time, so that all of them can be compared.
fn duration() -> impl Strategy<Value = String> {
    let hedge = select(vec![
        "",
        "about",
        "almost",
        "just over",
        "more than",
        "less than",
        "at least",
        "up to",
        "exactly",
        "not",
    ]);
    let unit = select(vec!["days", "weeks", "months", "years", "decades"]);
    (hedge, 1..60_u32, unit).prop_map(|(hedge, n, unit)| format!("{hedge} {n} {unit}"))
}

/// Dates of a few years.
fn date() -> impl Strategy<Value = String> {
    let frame = select(vec![
        "{}",
        "before {}",
        "after {}",
        "since {}",
        "by {}",
        "circa {}",
        "not {}",
        "{} or 6 May 2018",
    ]);
    let named = prop_oneof![
        (1..28_u32, select(vec!["May", "June"]))
            .prop_map(|(day, month)| format!("{day} {month} 2018")),
        select(vec!["May", "June", "early June", "late May"])
            .prop_map(|month| format!("{month} 2018")),
        select(vec![
            "2017",
            "2018",
            "spring 2018",
            "Q2 2018",
            "last week",
            "Wednesday",
            "two days ago"
        ])
        .prop_map(str::to_owned),
    ];
    (frame, named).prop_map(|(frame, named)| frame.replace("{}", &named))
}

/// Every end of two sets, and points between, below and above: enough to tell how they stand.
fn samples<T: Point>(
    a: &Intervals<T>,
    b: &Intervals<T>,
    between: impl Fn(T, T) -> Option<T>,
    beyond: impl Fn(T) -> [T; 2],
) -> Vec<T> {
    let parts = a.parts().iter().chain(b.parts());
    let mut ends: Vec<T> = parts
        .flat_map(|part| [part.from, part.to])
        .filter_map(|bound| match bound {
            Included(x) | Excluded(x) => Some(x),
            std::ops::Bound::Unbounded => None,
        })
        .collect();
    ends.sort_unstable();
    let middles: Vec<T> = ends
        .windows(2)
        .filter_map(|pair| between(pair[0], pair[1]))
        .collect();
    let outer: Vec<T> = ends.iter().flat_map(|end| beyond(*end)).collect();
    [ends, middles, outer].concat()
}

/// How two sets stand, by looking at every sample.
fn by_samples<T: Point>(a: &Intervals<T>, b: &Intervals<T>, samples: &[T]) -> Relation {
    let any =
        |of: &dyn Fn(bool, bool) -> bool| samples.iter().any(|x| of(a.holds(*x), b.holds(*x)));
    match (
        any(&|a, b| a && b),
        any(&|a, b| a && !b),
        any(&|a, b| !a && b),
    ) {
        (false, ..) => Relation::Disjoint,
        (true, false, false) => Relation::Equal,
        (true, false, true) => Relation::Within,
        (true, true, false) => Relation::Contains,
        (true, true, true) => Relation::Overlaps,
    }
}

proptest! {
    #[test]
    fn durations_stand_as_their_points_do(left in duration(), right in duration()) {
        let (Some(left), Some(right)) = (read(Kind::Duration, &left), read(Kind::Duration, &right)) else {
            return Err(TestCaseError::fail(format!("{left} or {right} is not read")));
        };
        let (Extent::Amount(a, _), Extent::Amount(b, _)) = (&left.extent, &right.extent) else {
            panic!("{left:?} {right:?}")
        };
        let half = Rational::new(1, 2).unwrap();
        let between = |x: Rational, y: Rational| x.checked_add(y)?.checked_mul(half);
        let beyond = |x: Rational| [
            x.checked_sub(half).unwrap(),
            x.checked_add(half).unwrap(),
        ];
        let samples = samples(a, b, between, beyond);
        prop_assert_eq!(relate(&left, &right), by_samples(a, b, &samples));
        prop_assert_eq!(
            relate(&left, &right) == Relation::Disjoint,
            samples.iter().all(|x| !a.holds(*x) || !b.holds(*x))
        );
    }

    #[test]
    fn dates_stand_as_their_days_do(left in date(), right in date()) {
        let (Some(left), Some(right)) = (read(Kind::Date, &left), read(Kind::Date, &right)) else {
            // "Before two days ago" is nothing that people write.
            return Ok(());
        };
        let (Extent::Days(a), Extent::Days(b)) = (&left.extent, &right.extent) else {
            panic!("{left:?} {right:?}")
        };
        // Every day of eight years about them.
        let days: Vec<Day> = (16_000..19_000).map(Day).collect();
        prop_assert_eq!(relate(&left, &right), by_samples(a, b, &days));
    }

    #[test]
    fn the_sentence_names_both_and_turns_with_them(left in duration(), right in duration()) {
        let (a, b) = (read(Kind::Duration, &left).unwrap(), read(Kind::Duration, &right).unwrap());
        let values = compare(&a, &b);
        let there = sentence((&left, &a), (&right, &b), &values);
        let back = sentence((&right, &b), (&left, &a), &values.clone().swapped());
        prop_assert!(there.contains(&left) && there.contains(&right), "{}", there);
        prop_assert!(!there.ends_with('.'));
        if matches!(values.likely, Relation::Within | Relation::Contains) {
            prop_assert_eq!(there, back);
        }
    }

    #[test]
    fn every_value_that_is_read_is_explained_by_its_own_words(
        kind in kinds(),
        text in prop_oneof!["\\PC{0,40}", duration(), date(), "(not |only )?(an? )?[a-z]{1,9}( [a-z]{1,9})?"],
    ) {
        let parts = value::explain(&text, kind, &Context::default());
        let read = value::read(&Written::Scalar(text.as_str().into()), kind, &Context::default());
        prop_assert_eq!(read.is_ok(), parts.is_ok(), "{:?} {:?}", kind, text);
        if let Ok(parts) = parts {
            prop_assert!(!parts.is_empty(), "{:?} {:?}", kind, text);
            for part in &parts {
                let words = text.get(part.span.clone());
                prop_assert!(words.is_some_and(|words| !words.trim().is_empty()), "{:?} {:?}", kind, parts);
                prop_assert!(!part.role.is_empty() && !part.role.ends_with('.'));
            }
        }
    }
}

#[test]
fn conversion_is_exact_for_every_unit_there_is() {
    let names = UNITS.iter().map(|row| row.name);
    let currencies = CURRENCIES.iter().flat_map(|row| {
        std::iter::once(row.name).chain(row.minor.as_ref().map(|minor| minor.name))
    });
    let xs = [
        (0, 1),
        (1, 1),
        (-7, 3),
        (22, 1),
        (1_545, 100),
        (999_999_999, 7),
    ];
    for name in names.chain(currencies) {
        let unit = Unit::from_name(name).expect(name);
        for (n, d) in xs {
            let x = Rational::new(n, d).unwrap();
            let base = unit.to_base(x).expect(name);
            assert_eq!(unit.from_base(base), Some(x), "{name}");
        }
    }
}

#[test]
fn ten_million_digits_are_refused_at_once() {
    let text = "9".repeat(10_000_000);
    for row in KINDS {
        let start = Instant::now();
        let _ = value::read(
            &Written::Scalar(text.as_str().into()),
            row.kind,
            &Context::default(),
        );
        let _ = value::explain(&text, row.kind, &Context::default());
        assert!(start.elapsed() < Duration::from_secs(60), "{}", row.name);
    }
    let _ = Kind::infer(&text);
}

#[test]
fn long_texts_of_any_kind_take_linear_time() {
    for piece in [
        "9,", "1.", "1/", "-", "a", "not ", "only ", "two ", "5 km ", "$", "(", "[", "...",
        "\u{e9}", " ", "\u{202e}",
    ] {
        let text = piece.repeat(200_000 / piece.len());
        let written = Written::Scalar(text.as_str().into());
        for row in KINDS {
            let start = Instant::now();
            let _ = value::read(&written, row.kind, &Context::default());
            let _ = value::explain(&text, row.kind, &Context::default());
            let time = start.elapsed();
            // Anything quadratic would take hours.
            assert!(
                time < Duration::from_secs(60),
                "{piece:?} as {}: {time:?}",
                row.name
            );
        }
    }
}

/// Amounts of every sort: hedges around them, ranges, and each unit and currency by each of its names.
fn any_amount() -> impl Strategy<Value = String> {
    let units = UNITS
        .iter()
        .flat_map(|row| row.words.iter().chain(row.symbols).chain([&row.plural]));
    let currencies = CURRENCIES
        .iter()
        .flat_map(|row| row.words.iter().chain(row.marks));
    let names: Vec<&str> = units.chain(currencies).copied().chain(["", "%"]).collect();
    let frame = select(vec![
        "{}",
        "about {}",
        "almost {}",
        "at least {}",
        "not {}",
        "between 2 and {}",
        "3 to {}",
        "{} or so",
        "{} (7)",
        "a 3-{}",
    ]);
    let figure = select(vec![
        "1",
        "12",
        "2.5",
        "1,500",
        "two dozen",
        "three million",
        "a",
    ]);
    (frame, figure, select(names))
        .prop_map(|(frame, figure, name)| frame.replace("{}", &format!("{figure} {name}")))
}

proptest! {
    #[test]
    fn what_was_parsed_to_infer_a_kind_is_read_as_that_kind(text in any_amount()) {
        if let Some(parsed) = gainsay::value::amount::parse(&text) {
            let cx = Context::default();
            let again = gainsay::value::amount::read(&text, parsed.kind(), &cx);
            let (once, again) = (parsed.value(&text, &cx), again);
            prop_assert_eq!(once.ok().map(|v| v.extent), again.ok().map(|v| v.extent), "{}", text);
        }
    }
}
