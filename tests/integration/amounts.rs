//! Amounts: what may be written, what it allows, and what it does to compare them.

use std::fmt::Write as _;

use gainsay::value::amount::{self, CURRENCIES, FRAMES, HEDGES, NUMBER_WORDS, UNITS, VAGUE_COUNTS};
use gainsay::value::{
    Context, Dimension, Extent, Kind, Rational, Reason, Relation, Unit, Value, relate,
};

fn read(text: &str, kind: Kind) -> Result<Value, gainsay::value::Refusal> {
    amount::read(text, kind, &Context::default())
}

fn quantity(text: &str) -> Value {
    read(text, Kind::Quantity).unwrap_or_else(|refusal| panic!("{text:?}: {}", refusal.why))
}

fn relation(left: &str, right: &str) -> Relation {
    relate(&quantity(left), &quantity(right))
}

#[test]
fn reads_the_table_of_amounts() {
    let table = include_str!("../fixtures/values/amounts.txt");
    let mut wrong = String::new();
    let rows = table
        .lines()
        .filter(|row| !row.is_empty() && !row.starts_with('#'));
    for row in rows {
        let mut columns = row.splitn(3, " | ");
        let (Some(kind), Some(text), Some(expected)) =
            (columns.next(), columns.next(), columns.next())
        else {
            panic!("not a row: {row}");
        };
        let kind = Kind::from_name(kind).expect("a kind");
        let found = match read(text, kind) {
            Ok(value) => value.describe(),
            Err(refusal) => format!("! {}", refusal.why),
        };
        if found != expected {
            let _ = writeln!(wrong, "{text}: {found}, not {expected}");
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn keeps_figure_unit_and_hedge() {
    let almost = quantity("almost 22 years");
    assert_eq!(almost.figure, Some(Rational::from_int(22)));
    assert_eq!(almost.unit.map(Unit::name), Some("year"));
    assert_eq!(almost.hedge, Some("almost"));
    let range = quantity("$5-7 million");
    assert_eq!((range.figure, range.hedge), (None, Some("between")));
    assert_eq!(range.unit.map(Unit::name), Some("usd"));
    assert_eq!(quantity("22 years").hedge, None);
    assert_eq!(quantity("at least about 20").hedge, Some("at least"));
    assert_eq!(quantity("not 3").hedge, Some("not"));
}

#[test]
fn relates_what_newspapers_write() {
    let cases = [
        ("22 years", "almost 22 years", Relation::Overlaps),
        ("22 years", "22.5 years", Relation::Contains),
        ("22 years", "exactly 25 years", Relation::Disjoint),
        ("more than two decades", "22 years", Relation::Contains),
        ("1,500,000", "1.5 million", Relation::Equal),
        ("two thousand", "2,000", Relation::Equal),
        ("1.2 million", "1.4 million", Relation::Disjoint),
        ("about 20", "20", Relation::Contains),
        ("a dozen", "12", Relation::Equal),
        ("33 percent", "a third", Relation::Within),
        ("33.8 percent", "a third", Relation::Within),
        ("51 percent", "half", Relation::Within),
        ("45 percent", "half", Relation::Disjoint),
        ("nearly half", "half", Relation::Overlaps),
        ("1.2 million", "1.3 million", Relation::Disjoint),
        ("1.2 million", "1,249,999", Relation::Contains),
        ("9.58 seconds", "9.59 seconds", Relation::Disjoint),
        ("two decades", "three decades", Relation::Disjoint),
        ("14 to 17 years old", "a 17-year-old", Relation::Contains),
        ("aged 17 or younger", "a 17-year-old", Relation::Contains),
        ("aged 17 or younger", "an 18-year-old", Relation::Disjoint),
        (
            "a 2,000-year-old temple",
            "1,950 years old",
            Relation::Contains,
        ),
        (
            "$A20 million",
            "20 million Australian dollars",
            Relation::Equal,
        ),
        ("100 mb/s", "100 Mb/s", Relation::Contains),
        ("100 mb/s", "100 MB/s", Relation::Contains),
        ("100 mb/s", "300 MB/s", Relation::Disjoint),
        ("15 years to life", "20 years", Relation::Contains),
        ("a six-figure sum", "250,000", Relation::Contains),
        ("33 percent", "34 percent", Relation::Disjoint),
        ("5 km", "3 miles", Relation::Overlaps),
        ("70 mph", "113 km/h", Relation::Overlaps),
        ("98.6 °F", "37 °C", Relation::Within),
        ("5 tonnes", "5 tons", Relation::Within),
        ("63-year-old", "64-year-old", Relation::Disjoint),
        ("not 3", "3", Relation::Disjoint),
        ("50 cents", "$0.50", Relation::Within),
        ("90 minutes", "an hour and a half", Relation::Within),
        ("$5", "£5", Relation::Incomparable(Reason::Currencies)),
        ("5 km", "5 kg", Relation::Incomparable(Reason::Dimensions)),
        (
            "3 percent",
            "3 percentage points",
            Relation::Incomparable(Reason::Dimensions),
        ),
    ];
    for (left, right, expected) in cases {
        assert_eq!(relation(left, right), expected, "{left} | {right}");
    }
}

#[test]
fn context_gives_bare_figures_a_unit_and_ages_their_year() {
    let cx = Context {
        unit: Unit::from_name("year"),
        age: true,
        ..Context::default()
    };
    let describe =
        |text: &str| amount::read(text, Kind::Duration, &cx).map(|value| value.describe());
    assert_eq!(describe("63").as_deref(), Ok("63 to under 64 years"));
    assert_eq!(describe("63 years").as_deref(), Ok("63 to under 64 years"));
    assert_eq!(describe("8 months").as_deref(), Ok("8 to under 9 months"));
    assert_eq!(describe("under 1 hour").as_deref(), Ok("0 to under 1 hour"));
    assert_eq!(describe("18 or older").as_deref(), Ok("at least 18 years"));
    assert_eq!(describe("under 18s").as_deref(), Ok("0 to under 18 years"));
    assert_eq!(describe("over-65s").as_deref(), Ok("more than 65 years"));
}

#[test]
fn a_score_is_told_from_a_range() {
    let hint = |text: &str| read(text, Kind::Number).unwrap_err().hint;
    for text in ["5-4", "five to one", "nearly 3-1", "by 218 to 213"] {
        assert!(hint(text).starts_with("If it is a score"), "{text}");
    }
    for text in ["52-48", "50-50", "nil-nil", "5/1"] {
        assert!(hint(text).starts_with("Make each side"), "{text}");
    }
    assert!(hint("48-52").starts_with("Write the range as \"48 to 52\""));
    let length = read("7 km to 5 km", Kind::Quantity).unwrap_err().hint;
    assert!(length.starts_with("Write the lower bound"), "{length}");
}

#[test]
fn what_to_write_instead_is_read() {
    let hint = |text: &str, kind| read(text, kind).unwrap_err().hint;
    let cases = [
        ("£5m or", Kind::Money, "Write `£5m` alone"),
        ("12, including two", Kind::Number, "Write `12` alone"),
        ("a crowd of 5,000", Kind::Number, "Write `5,000` alone"),
        (
            "gusts of up to 120mph",
            Kind::Quantity,
            "Write `up to 120mph` alone",
        ),
        ("fell to 5%", Kind::Number, "Write `5%` alone"),
        ("a vote of 52-48", Kind::Number, "Make each side"),
        ("all but 20", Kind::Number, "Write a figure or number words"),
        (
            "a $5 million loss",
            Kind::Money,
            "Put \"loss\" into the property",
        ),
        (
            "10 percent lower",
            Kind::Number,
            "Put \"lower\" into the property",
        ),
        (
            "a life sentence",
            Kind::Duration,
            "Declare the property with `kind: term`",
        ),
        (
            "6ft2",
            Kind::Quantity,
            "Write \"6 ft 2 in\", or \"6 sq ft\"",
        ),
        (
            "a 1-in-100-year flood",
            Kind::Duration,
            "Write `1-in-100` alone",
        ),
    ];
    for (text, kind, expected) in cases {
        let found = hint(text, kind);
        assert!(found.starts_with(expected), "{text}: {found}");
    }
}

#[test]
fn an_m_may_be_metres_or_millions() {
    let kinds = |text: &str| amount::parse(text).map(|it| (it.kind(), it.is_count()));
    assert_eq!(kinds("3m"), Some((Kind::Quantity, true)));
    assert_eq!(kinds("about 3-5m"), Some((Kind::Quantity, true)));
    assert_eq!(kinds("3 metres"), Some((Kind::Quantity, false)));
    assert_eq!(kinds("2.9 million"), Some((Kind::Number, true)));
    assert_eq!(Kind::infer("4.1m"), Kind::Number);
    assert_eq!(Kind::infer("half of May"), Kind::Date);
    assert_eq!(Kind::infer("2018-06"), Kind::Date);
    assert_eq!(Kind::infer("in the early sixties"), Kind::Date);
    assert_eq!(Kind::infer("in her early sixties"), Kind::Duration);
    assert_eq!(Kind::infer("2010-2020"), Kind::Number);
    assert_eq!(Kind::infer("52-48"), Kind::Term);
    assert_eq!(Kind::infer("five to four"), Kind::Number);
    assert_eq!(Kind::infer("half of the votes"), Kind::Number);
}

#[test]
fn between_takes_two_texts() {
    let between = |from: &str, to: &str| {
        amount::read_between(from, to, Kind::Quantity, &Context::default())
            .map(|value| value.describe())
    };
    assert_eq!(between("5", "7").as_deref(), Ok("5 to 7"));
    assert_eq!(
        between("5", "7 million").as_deref(),
        Ok("5,000,000 to 7,000,000")
    );
    assert_eq!(between("5 km", "7 km").as_deref(), Ok("5 to 7 kilometres"));
    assert!(between("7", "5").is_err());
}

#[test]
fn tells_the_kind_of_words() {
    let cases = [
        ("three", Some(Kind::Number)),
        ("20 percent", Some(Kind::Number)),
        ("$5", Some(Kind::Money)),
        ("ten pounds", Some(Kind::Money)),
        ("almost 22 years", Some(Kind::Duration)),
        ("5 km", Some(Kind::Quantity)),
        ("£3-5m", Some(Kind::Money)),
        ("£5m to 10m", Some(Kind::Money)),
        ("one-in-five", Some(Kind::Number)),
        ("over-65s", Some(Kind::Duration)),
        ("14st 3lb", Some(Kind::Quantity)),
        ("10 metres (30ft)", Some(Kind::Quantity)),
        ("by 12 percent", Some(Kind::Number)),
        ("aged 63", Some(Kind::Duration)),
        ("8 pounds 4 ounces", Some(Kind::Quantity)),
        ("the third quarter", None),
        ("a year-and-a-half", Some(Kind::Duration)),
        ("by 2018", None),
        ("100s", None),
        ("two years ago", None),
        ("last week", None),
        ("the White House", None),
        ("May 2018", None),
        ("6 June 2018", None),
        ("", None),
    ];
    for (text, kind) in cases {
        assert_eq!(amount::kind_of(text), kind, "{text}");
    }
}

#[test]
fn explains_which_words_did_what() {
    let text = "at least about 20 years";
    let parts = amount::explain(text, Kind::Duration, &Context::default()).expect("an amount");
    let roles: Vec<(&str, &str)> = parts
        .iter()
        .map(|part| (&text[part.span.clone()], part.role.as_str()))
        .collect();
    assert_eq!(
        roles,
        [
            ("at least", "at least: N and above"),
            (
                "about",
                "about: N ± 10 %, at least one step of the last digit"
            ),
            ("20", "the figure 20"),
            ("years", "in years"),
            (text, "as its hedges say"),
        ]
    );
}

#[test]
fn every_row_of_every_table_is_read() {
    for row in HEDGES {
        assert!(read(row.example, Kind::Quantity).is_ok(), "{}", row.example);
        for wording in row.before {
            let text = format!("{wording} 20 years");
            let value = read(&text, Kind::Duration).unwrap_or_else(|e| panic!("{text}: {}", e.why));
            assert!(
                row.effect == amount::Effect::Plain || value.hedge == Some(row.name),
                "{text}"
            );
        }
        for wording in row.after {
            let text = format!("20 years {wording}");
            let value = read(&text, Kind::Duration).unwrap_or_else(|e| panic!("{text}: {}", e.why));
            assert!(
                row.effect == amount::Effect::Plain || value.hedge == Some(row.name),
                "{text}"
            );
        }
    }
    for row in FRAMES {
        for wording in row.before {
            let text = format!("{wording} 20 years");
            assert_eq!(
                quantity(&text).figure,
                Some(Rational::from_int(20)),
                "{text}"
            );
        }
        for wording in row.after {
            assert!(
                read(&format!("20 degrees {wording}"), Kind::Quantity).is_ok(),
                "{wording}"
            );
        }
    }
    for row in VAGUE_COUNTS {
        for wording in std::iter::once(&row.name).chain(row.also) {
            assert_eq!(quantity(wording).hedge, Some(row.name), "{wording}");
        }
    }
    for row in NUMBER_WORDS {
        let text = format!("5 {}", row.word);
        let alone = read(row.word, Kind::Number).is_ok();
        assert!(
            alone || read(&format!("${text}"), Kind::Money).is_ok(),
            "{}",
            row.word
        );
    }
}

#[test]
fn every_name_and_symbol_of_a_unit_is_that_unit() {
    for row in UNITS {
        let unit = Unit::from_name(row.name).expect(row.name);
        assert_eq!(unit.name(), row.name);
        for name in row.words.iter().chain(row.symbols) {
            // Some symbols are shared; the table prefers the upper of two.
            let found = Unit::from_name(name).expect(name);
            let shared = ["m", "'", "\""].contains(name);
            assert!(shared || found == unit, "{name} is {}", found.name());
        }
    }
    for row in CURRENCIES {
        let found = Unit::from_name(row.name).expect(row.name);
        assert_eq!(found.name(), row.name);
        for name in row.words.iter().chain(row.marks) {
            let text = format!("5 {name}");
            let value = read(&text, Kind::Money).unwrap_or_else(|e| panic!("{text}: {}", e.why));
            assert_eq!(value.unit, Some(found), "{text}");
        }
    }
}

#[test]
fn converts_exactly() {
    let cases = [
        ("mile", "metre", 1609.344),
        ("acre", "square metre", 4_046.856_422_4),
        ("US gallon", "litre", 3.785_411_784),
        ("imperial pint", "litre", 0.568_261_25),
        ("stone", "pound", 14.0),
        ("hundredweight", "pound", 112.0),
        ("square mile", "acre", 640.0),
        ("cubic yard", "cubic foot", 27.0),
        ("kilowatt hour", "joule", 3_600_000.0),
        ("gigabyte", "bit", 8_000_000_000.0),
        ("kibibyte", "byte", 1024.0),
        ("year", "day", 365.2425),
        ("year", "month", 12.0),
        ("knot", "kilometre per hour", 1.852),
    ];
    for (from, to, expected) in cases {
        let (from, to) = (
            Unit::from_name(from).expect(from),
            Unit::from_name(to).expect(to),
        );
        let base = from.to_base(Rational::ONE).expect("it fits");
        let found = to.from_base(base).expect("it fits").to_decimal();
        assert_eq!(
            found.parse::<f64>().expect("a decimal"),
            expected,
            "{}",
            from.name()
        );
    }
    let boiling =
        Unit::from_name("fahrenheit").and_then(|unit| unit.to_base(Rational::from_int(212)));
    let celsius = Unit::from_name("celsius").and_then(|unit| unit.from_base(boiling?));
    assert_eq!(celsius, Some(Rational::from_int(100)));
}

#[test]
fn dimensions_of_extents_follow_the_unit() {
    let dimension = |text: &str| match quantity(text).extent {
        Extent::Amount(_, dimension) => dimension,
        other => panic!("{other:?}"),
    };
    assert_eq!(dimension("20 percent"), Dimension::Share);
    assert_eq!(dimension("most"), Dimension::Share);
    assert_eq!(dimension("20 of 30"), Dimension::Count);
    assert_eq!(dimension("half a million"), Dimension::Count);
    assert_eq!(dimension("20 percentage points"), Dimension::Points);
    assert_eq!(dimension("5 sq ft"), Dimension::Area);
    assert_eq!(dimension("5 dollars"), dimension("50 cents"));
}

#[test]
fn long_figures_are_refused_at_once() {
    for text in [
        "9".repeat(10_000_000),
        "1e400".into(),
        "9".repeat(300),
        "1,".repeat(150),
        "1-".repeat(199),
        "and ".repeat(99),
    ] {
        assert!(read(&text, Kind::Number).is_err());
        assert_eq!(amount::kind_of(&text), None);
    }
    let largest = read("999999999999999999999999999999", Kind::Number);
    assert!(largest.is_ok());
    assert!(read("999999999999999999999999999999 millennia", Kind::Duration).is_err());
}
