//! Properties of amounts and of the sets behind them.

use std::ops::Bound::{self, Excluded, Included, Unbounded};

use gainsay::value::amount::{self, describe};
use gainsay::value::{
    Context, Dimension, Extent, Interval, Intervals, Kind, Point, Rational, Relation, Unit, Value,
    relate,
};
use proptest::prelude::*;

fn read(text: &str) -> Option<Value> {
    amount::read(text, Kind::Quantity, &Context::default()).ok()
}

fn set(value: &Value) -> &Intervals<Rational> {
    match &value.extent {
        Extent::Amount(set, _) => set,
        other => panic!("{other:?}"),
    }
}

/// A point of a small discrete line, on which every set can be checked point by point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Step(i8);

impl Point for Step {
    fn successor(self) -> Option<Self> {
        self.0.checked_add(1).map(Self)
    }

    fn predecessor(self) -> Option<Self> {
        self.0.checked_sub(1).map(Self)
    }
}

fn bound<T: std::fmt::Debug + Clone + 'static>(
    point: impl Strategy<Value = T> + Clone + 'static,
) -> impl Strategy<Value = Bound<T>> {
    prop_oneof![
        4 => point.clone().prop_map(Included),
        4 => point.prop_map(Excluded),
        1 => Just(Unbounded),
    ]
}

fn sets<T: Point + std::fmt::Debug + 'static>(
    point: impl Strategy<Value = T> + Clone + 'static,
) -> impl Strategy<Value = Intervals<T>> {
    let ends = (bound(point.clone()), bound(point));
    prop::collection::vec(ends, 0..4).prop_map(|ends| {
        let parts = ends
            .into_iter()
            .filter_map(|(from, to)| Interval::new(from, to));
        Intervals::new(parts.collect())
    })
}

fn steps() -> impl Strategy<Value = Intervals<Step>> {
    sets((-9_i8..=9).prop_map(Step))
}

fn rationals() -> impl Strategy<Value = Intervals<Rational>> {
    sets((-6_i128..=6).prop_map(Rational::from_int))
}

#[test]
fn what_is_left_out_is_printed_so_that_it_reads_back() {
    for text in [
        "not a third",
        "not two thirds",
        "not a sixth",
        "not 0.3",
        "not 11.12 dollars",
    ] {
        let value = read(text).unwrap();
        let printed = value.describe();
        let again = read(&printed).unwrap_or_else(|| panic!("{printed} is not read"));
        let set = |value: &Value| format!("{:?}", value.extent).replace("Share", "Count");
        assert_eq!(set(&again), set(&value), "{text} is printed as {printed}");
    }
}

/// Every whole and half between the ends of what [`rationals`] makes, and one beyond: enough to
/// tell any two of those sets apart.
fn samples() -> impl Iterator<Item = Rational> {
    (-14_i128..=14).filter_map(|n| Rational::new(n, 2))
}

/// How two sets stand, by looking at every sample.
fn by_samples<T: Point>(
    a: &Intervals<T>,
    b: &Intervals<T>,
    samples: impl Iterator<Item = T>,
) -> Relation {
    let (mut shared, mut only_a, mut only_b) = (false, false, false);
    for x in samples {
        match (a.holds(x), b.holds(x)) {
            (true, true) => shared = true,
            (true, false) => only_a = true,
            (false, true) => only_b = true,
            (false, false) => {}
        }
    }
    match (shared, only_a, only_b) {
        (true, false, false) => Relation::Equal,
        (true, false, true) => Relation::Within,
        (true, true, false) => Relation::Contains,
        (true, true, true) => Relation::Overlaps,
        (false, ..) => Relation::Disjoint,
    }
}

/// Words that amounts are made of, in any order.
fn word_salad() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "at least", "about", "not", "almost", "between", "and", "to", "-", "or", "more", "than",
        "a", "half", "quarter", "of", "million", "hundred", "dozen", "dozens", "twenty", "three",
        "fifth", "5", "1.5", "2,000", "1/2", "½", "$", "usd", "cents", "years", "old", "km", "%",
        "percent", "degrees", "°C", "(", ")", "in", "his", "30s", "few", "several", "point", "ago",
        "+", "±", "minus", "'", "\"", "e9", "e-9", "lakh", "m", "k", "from", "up", "ton",
        "gallons",
    ]);
    prop::collection::vec(word, 1..9).prop_map(|words| words.join(" "))
}

/// A figure as it may stand in a newspaper.
fn figure() -> impl Strategy<Value = String> {
    prop_oneof![
        (0_u32..3_000).prop_map(|n| n.to_string()),
        (1_u32..400).prop_map(|n| format!("{n},000")),
        (0_u32..100, 0_u32..100).prop_map(|(a, b)| format!("{a}.{b:02}")),
        (
            1_u32..100,
            prop::sample::select(vec!["thousand", "million", "bn"])
        )
            .prop_map(|(n, scale)| format!("{n} {scale}")),
        (1_u32..10, 0_u32..10).prop_map(|(a, b)| format!("{a}.{b} million")),
        prop::sample::select(vec![
            "two and a half",
            "half",
            "a third",
            "three dozen",
            "forty-two"
        ])
        .prop_map(str::to_owned),
    ]
}

fn unit() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "",
        "years",
        "months",
        "decades",
        "km",
        "miles",
        "percent",
        "dollars",
        "°F",
        "acres",
        "kg",
        "percentage points",
        "mph",
        "GB",
    ])
}

proptest! {
    #[test]
    fn relation_agrees_with_points_on_a_discrete_line(a in steps(), b in steps()) {
        let points = (i8::MIN..=i8::MAX).map(Step);
        prop_assert_eq!(a.relate(&b), by_samples(&a, &b, points));
        prop_assert_eq!(b.relate(&a), a.relate(&b).swapped());
    }

    #[test]
    fn relation_agrees_with_samples_on_a_dense_line(a in rationals(), b in rationals()) {
        prop_assert_eq!(a.relate(&b), by_samples(&a, &b, samples()));
        prop_assert_eq!(a.relate(&b) == Relation::Disjoint, a.intersection(&b).is_empty());
    }

    #[test]
    fn algebra_agrees_with_samples(a in rationals(), b in rationals()) {
        for x in samples() {
            prop_assert_eq!(a.union(&b).holds(x), a.holds(x) || b.holds(x));
            prop_assert_eq!(a.intersection(&b).holds(x), a.holds(x) && b.holds(x));
            prop_assert_eq!(a.complement().holds(x), !a.holds(x));
        }
        prop_assert_eq!(&a.complement().complement(), &a);
        prop_assert!(a.intersection(&a.complement()).is_empty());
        prop_assert_eq!(a.union(&a.complement()), Intervals::all());
    }

    #[test]
    fn complement_twice_is_identity_on_a_discrete_line(a in steps()) {
        prop_assert_eq!(&a.complement().complement(), &a);
    }

    #[test]
    fn what_is_printed_reads_back(figure in figure(), unit in unit(), hedge in prop::sample::select(vec![
        "", "about ", "almost ", "just over ", "more than ", "fewer than ", "at least ", "up to ",
        "exactly ", "not ", "not about ", "at least about ",
    ])) {
        let text = format!("{hedge}{figure} {unit}");
        let Some(value) = read(&text) else {
            return Err(TestCaseError::fail(format!("{text:?} is not read")));
        };
        let printed = value.describe();
        let Some(again) = read(&printed) else {
            return Err(TestCaseError::fail(format!("{text:?} is printed as {printed:?}, which is not read")));
        };
        // A share is printed as a decimal, which may be either.
        let set = |value: &Value| format!("{:?}", value.extent).replace("Share", "Count");
        prop_assert_eq!(set(&again), set(&value), "{} is printed as {}", text, printed);
    }

    #[test]
    fn any_set_that_is_printed_reads_back(set in rationals()) {
        if set.is_empty() || set == Intervals::all() {
            return Ok(());
        }
        let printed = describe(&set, None);
        let again = read(&printed).map(|value| value.extent);
        prop_assert_eq!(again, Some(Extent::Amount(set, Dimension::Count)), "{}", printed);
    }

    #[test]
    fn about_only_widens(figure in figure(), unit in unit()) {
        let plain = read(&format!("{figure} {unit}"));
        let about = read(&format!("about {figure} {unit}"));
        if let (Some(plain), Some(about)) = (plain, about) {
            prop_assert!(matches!(relate(&plain, &about), Relation::Within | Relation::Equal), "{figure} {unit}");
        }
    }

    #[test]
    fn an_exact_figure_lies_in_its_plain_extent(figure in figure(), unit in unit()) {
        let plain = read(&format!("{figure} {unit}"));
        let exact = read(&format!("exactly {figure} {unit}"));
        if let (Some(plain), Some(exact)) = (plain, exact) {
            prop_assert!(matches!(relate(&exact, &plain), Relation::Within | Relation::Equal), "{figure} {unit}");
        }
    }

    #[test]
    fn conversion_there_and_back_is_exact(n in -1_000_000_i128..1_000_000, d in 1_i128..1_000, unit in unit()) {
        if let (Some(unit), Some(x)) = (Unit::from_name(unit), Rational::new(n, d)) {
            let base = unit.to_base(x).expect("it fits");
            prop_assert_eq!(unit.from_base(base), Some(x));
        }
    }

    #[test]
    fn decimals_are_close(n in -1_000_000_i128..1_000_000, d in 1_i128..1_000_000) {
        let x = Rational::new(n, d).expect("a denominator that is not nought");
        let decimal: f64 = x.to_decimal().parse().expect("a decimal");
        #[allow(clippy::cast_precision_loss, reason = "the numbers are small")]
        let expected = n as f64 / d as f64;
        prop_assert!((decimal - expected).abs() <= 1e-12 * expected.abs());
    }

    #[test]
    fn no_text_panics(text in any::<String>(), kind in prop::sample::select(vec![Kind::Number, Kind::Money, Kind::Duration, Kind::Quantity])) {
        let _ = amount::read(&text, kind, &Context::default());
        let _ = amount::explain(&text, kind, &Context::default());
        let _ = amount::kind_of(&text);
    }

    #[test]
    fn no_word_salad_panics(text in word_salad(), kind in prop::sample::select(vec![Kind::Number, Kind::Money, Kind::Duration, Kind::Quantity])) {
        if let Ok(value) = amount::read(&text, kind, &Context::default()) {
            prop_assert!(!set(&value).is_empty(), "{text}");
            let _ = value.describe();
        }
        if let Ok(parts) = amount::explain(&text, kind, &Context::default()) {
            for part in parts {
                prop_assert!(text.get(part.span.clone()).is_some());
            }
        }
        let _ = amount::kind_of(&text);
    }
}
