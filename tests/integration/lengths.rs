//! Lengths of time: each hedge, number and unit reads alike as a duration, in "... ago" and in
//! "... after" a day.

use gainsay::value::amount::{
    self, Effect, HEDGES, HedgeRow, NUMBER_WORDS, UNITS, VAGUE_COUNTS, WordClass,
};
use gainsay::value::date;
use gainsay::value::{Context, Dimension, Extent, Kind};

use super::dates::on;

/// "Starting from 20 years ago" begins there, and "within 20 years after" ends to the day.
const NO_LENGTHS: [&str; 4] = ["starting at", "starting from", "from at least", "within"];

fn ago(length: &str) -> Option<String> {
    dated(&format!("{length} ago"))
}

fn after(length: &str) -> Option<String> {
    dated(&format!("{length} after 6 June 1998"))
}

fn dated(text: &str) -> Option<String> {
    let anchor = on("2018-06-06");
    let cx = Context {
        anchor: Some(&anchor),
        ..Context::default()
    };
    date::read(text, &cx)
        .ok()
        .map(|value| format!("{:?}", value.extent))
}

fn is_duration(length: &str) -> bool {
    amount::read(length, Kind::Duration, &Context::default()).is_ok()
}

/// Each hedge with a length that has it.
fn hedged(length: &str) -> Vec<(&'static HedgeRow, String)> {
    let mut all = Vec::new();
    for row in HEDGES {
        let before = row.before.iter().filter(|it| !NO_LENGTHS.contains(it));
        all.extend(before.map(|it| (row, format!("{it} {length}"))));
        all.extend(row.after.iter().map(|it| match it.starts_with('-') {
            true => (row, format!("{length}{it}")),
            false => (row, format!("{length} {it}")),
        }));
    }
    all
}

#[test]
fn every_hedge_of_a_duration_hedges_a_date() {
    let mut wrong = Vec::new();
    let mut first: Vec<(&str, Option<String>, Option<String>)> = Vec::new();
    for (row, text) in hedged("20 years") {
        let (ago, after) = (ago(&text), after(&text));
        if !is_duration(&text) || ago.is_none() || after.is_none() {
            wrong.push(format!("{text} is not read"));
            continue;
        }
        match first.iter().find(|(name, ..)| *name == row.name) {
            None => first.push((row.name, ago, after)),
            Some((_, a, b)) if *a != ago || *b != after => {
                wrong.push(format!("{text} is no {}", row.name));
            }
            Some(_) => {}
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    // Hedges that do something different to the figure do so to the date.
    let effects: Vec<&Option<String>> = first.iter().map(|(_, ago, _)| ago).collect();
    let plain = ago("20 years");
    for row in HEDGES
        .iter()
        .filter(|row| row.effect.is_bound() || row.effect == Effect::About)
    {
        let at = first
            .iter()
            .position(|(name, ..)| *name == row.name)
            .unwrap();
        assert_ne!(effects[at], &plain, "{}", row.name);
    }
}

#[test]
fn bounds_leave_out_the_day_where_durations_leave_out_the_figure() {
    let day = dated("20 years before 6 June 2018");
    assert!(day.is_some());
    for row in HEDGES.iter().filter(|row| row.effect.is_bound()) {
        let text = format!("{} 10 days", row.before[0]);
        let Extent::Amount(set, _) = amount::read(&text, Kind::Duration, &Context::default())
            .unwrap()
            .extent
        else {
            panic!("{text} is no amount");
        };
        let figure = gainsay::value::Rational::from_int(10 * 86_400);
        let anchor = on("2018-06-06");
        let cx = Context {
            anchor: Some(&anchor),
            ..Context::default()
        };
        let days = date::read(&format!("{text} ago"), &cx)
            .unwrap()
            .extent
            .days();
        let day = date::read("27 May 2018", &cx)
            .unwrap()
            .extent
            .days()
            .unwrap();
        let inside = !days.unwrap().intersection(&day).is_empty();
        assert_eq!(inside, set.holds(figure), "{text}");
    }
}

#[test]
fn every_number_of_a_duration_counts_a_date() {
    let words = NUMBER_WORDS.iter().filter(|row| {
        row.value > 0
            && row.value <= 100
            && matches!(
                row.class,
                WordClass::Small
                    | WordClass::Ten
                    | WordClass::Hundred
                    | WordClass::Scale
                    | WordClass::Group
            )
    });
    let words = words.filter(|row| !matches!(row.word, "once" | "twice" | "thrice" | "single"));
    let words = words.map(|row| match row.class {
        WordClass::Small | WordClass::Ten => row.word.to_owned(),
        _ => format!("two {}", row.word),
    });
    let vague = VAGUE_COUNTS
        .iter()
        .filter(|row| row.to != (1, 1) && row.from.1 == 1 && row.to.1 == 1);
    let vague = vague
        .flat_map(|row| std::iter::once(&row.name).chain(row.also))
        .map(|it| (*it).to_owned());
    let figures = [
        "3",
        "45",
        "100",
        "1,500",
        "2.5",
        "2½",
        "1 1/2",
        "twenty-two",
        "a hundred and five",
        "half a dozen",
        "half a",
        "two and a half",
        "two or three",
        "5 to 7",
        "5-7",
        "between two and three",
        "two, maybe three",
        "a couple hundred",
        "a few hundred",
        "hundreds of",
        "dozens of",
        "many",
        "1'500",
    ];
    let mut wrong = Vec::new();
    for number in words.chain(vague).chain(figures.map(str::to_owned)) {
        let unit = if number == "half a" || number == "one" || number == "single" {
            "year"
        } else {
            "years"
        };
        let text = format!("{number} {unit}");
        let is_duration = is_duration(&text) || number == "many";
        if !is_duration || ago(&text).is_none() || after(&text).is_none() {
            wrong.push(text);
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_unit_of_time_counts_a_date() {
    // Three millennia ago there was no year 1 yet.
    let units = UNITS.iter().filter(|row| row.dimension == Dimension::Time);
    for row in units.filter(|row| row.name != "millennium") {
        let plural = match row.plural {
            "" => format!("{}s", row.name),
            plural => plural.to_owned(),
        };
        for unit in std::iter::once(plural).chain(row.words.iter().map(|it| format!("{it}s"))) {
            let text = format!("three {unit}");
            assert!(is_duration(&text), "{text}");
            assert!(ago(&text).is_some(), "{text} ago");
            assert!(after(&text).is_some(), "{text} after");
        }
    }
}

#[test]
fn what_is_no_length_counts_no_date() {
    for text in [
        "20 km",
        "twenty miles",
        "the 1990s",
        "half of the votes",
        "5 working days",
        "two fiscal years",
        "$20 million",
        "20 percent",
        "minus two years",
        "more than at least two years",
        "5'",
        "zero years",
    ] {
        assert_eq!(ago(text), None, "{text} ago");
        assert_eq!(after(text), None, "{text} after");
    }
}

#[test]
fn a_round_number_of_units_is_rounded_in_dates_too() {
    assert_eq!(ago("a hundred years"), ago("100 years"));
    assert_ne!(ago("100 years"), ago("101 years"));
    assert_eq!(ago("a couple hundred years"), ago("200 years"));
    assert_eq!(ago("thirty-odd years"), ago("about 30 years"));
    assert_eq!(ago("half a dozen years"), ago("six years"));
    assert_eq!(ago("from 5 to 7 years"), ago("5 to 7 years"));
    assert_eq!(
        after("5 to 7 months"),
        after("between five and seven months")
    );
}
