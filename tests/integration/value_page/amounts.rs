//! The tables of amounts.

use gainsay::value::amount::{
    CURRENCIES, DIRECTIONS, FRAMES, Frame, HEDGES, HedgeRow, JOINTS, NUMBER_WORDS, NumberWord,
    PLURAL, PREFIXES, UNITS, UnitRow, VAGUE_COUNTS, WordClass,
};
use gainsay::value::role::ROLES;
use gainsay::value::{self, Kind, Rational, Unit};

use super::{Table, code, codes, in_context, means, read};

/// Plain figures of all shapes, with how they are taken.
pub(super) fn figures() -> Table {
    let examples = [
        (Kind::Number, "3"),
        (Kind::Number, "1,545"),
        (Kind::Number, "1996"),
        (Kind::Number, "twenty-one"),
        (Kind::Number, "a third"),
        (Kind::Number, "2,000"),
        (Kind::Number, "two million"),
        (Kind::Number, "1.2 million"),
        (Kind::Number, "0.5"),
        (Kind::Number, "33 percent"),
        (Kind::Number, "100 percent"),
        (Kind::Duration, "22 years"),
        (Kind::Duration, "two decades"),
        (Kind::Duration, "two and a half years"),
        (Kind::Duration, "a 63-year-old"),
        (Kind::Quantity, "5 km"),
        (Kind::Quantity, "20 °C"),
        (Kind::Quantity, "5 ft 11"),
        (Kind::Money, "$5"),
        (Kind::Money, "$1.2 million"),
        (Kind::Number, "not 3"),
        (Kind::Number, "none"),
    ];
    let rows = examples.into_iter().map(|(kind, text)| {
        let parts = in_context(|cx| value::explain(text, kind, cx)).unwrap();
        vec![
            code(text),
            means(kind, text),
            parts.last().unwrap().role.clone(),
        ]
    });
    Table::new(&["written", "means", "why; N is the figure"], rows)
}

pub(super) fn number_words() -> Table {
    let mut groups: Vec<(&NumberWord, Vec<&str>)> = Vec::new();
    for row in NUMBER_WORDS {
        match groups
            .iter_mut()
            .find(|(first, _)| (first.value, first.class) == (row.value, row.class))
        {
            Some((_, words)) => words.push(row.word),
            None => groups.push((row, vec![row.word])),
        }
    }
    let rows = groups.into_iter().map(|(row, words)| {
        let word = row.word;
        let (kind, example) = match row.class {
            WordClass::Small | WordClass::Ten => (Kind::Number, word.to_owned()),
            WordClass::Hundred => (Kind::Number, format!("a {word}")),
            WordClass::Scale => (Kind::Number, format!("three {word}")),
            WordClass::Group => (Kind::Number, format!("three {word}")),
            WordClass::Letter => (Kind::Number, format!("3{word}")),
            WordClass::DoubtfulLetter => (Kind::Money, format!("$3{word}")),
            WordClass::Part => (Kind::Number, format!("a {word}")),
        };
        let stands_for = match row.class {
            WordClass::Part => format!("1/{}", row.value),
            _ => grouped(row.value),
        };
        let beside = match row.class {
            WordClass::DoubtfulLetter => " (after a currency, or before a unit)",
            WordClass::Letter => " (after figures)",
            _ => "",
        };
        vec![
            codes(&words) + beside,
            stands_for,
            code(&example),
            means(kind, &example),
        ]
    });
    Table::new(&["words", "stand for", "for instance", "means"], rows)
}

pub(super) fn vague_counts() -> Table {
    let rows = VAGUE_COUNTS.iter().map(|row| {
        let all: Vec<&str> = std::iter::once(row.name)
            .chain(row.also.iter().copied())
            .collect();
        vec![
            codes(&all),
            row.summary.into(),
            means(Kind::Number, row.name),
        ]
    });
    let span = format!(
        "{} or more of them, likely under {}, in any case under {}",
        PLURAL.from, PLURAL.likely_under, PLURAL.under
    );
    let plurals = [
        "tens",
        "dozens",
        "scores",
        "hundreds",
        "thousands",
        "millions",
    ];
    let plurals = plurals
        .into_iter()
        .map(|word| vec![code(word), span.clone(), means(Kind::Number, word)]);
    let units = ["days", "months"].map(|word| {
        let why = format!("a unit without a figure: {span}");
        vec![code(word), why, means(Kind::Quantity, word)]
    });
    Table::new(
        &["written", "why", "means"],
        rows.chain(plurals).chain(units),
    )
}

pub(super) fn hedges(bounds: bool) -> Table {
    let head = &[
        "before the figure",
        "after it",
        "does",
        "for instance",
        "means",
    ];
    let rows = HEDGES.iter().filter(|row| row.effect.is_bound() == bounds);
    let rows = rows.map(|row| {
        assert!(has_a_wording(row), "{}", row.example);
        let kind = match row.example.contains("year") || row.example.contains("decade") {
            true => Kind::Duration,
            false => Kind::Number,
        };
        vec![
            codes(row.before),
            codes(row.after),
            row.summary.into(),
            code(row.example),
            means(kind, row.example),
        ]
    });
    Table::new(head, rows)
}

/// Whether the example of a hedge has one of its words.
fn has_a_wording(row: &HedgeRow) -> bool {
    let mut wordings = row.before.iter().chain(row.after);
    wordings.any(|wording| row.example.contains(wording))
}

pub(super) fn ranges() -> Table {
    let examples = [
        (Kind::Number, "5 to 7"),
        (Kind::Number, "5-7"),
        (Kind::Number, "from 5 to 7"),
        (Kind::Number, "between 5 and 7"),
        (Kind::Money, "$5-7 million"),
        (Kind::Number, "about 5 to 7"),
        (Kind::Number, "5 or 6"),
        (Kind::Number, "at least 5 but fewer than 10"),
        (Kind::Number, "20 ± 2"),
        (Kind::Quantity, "5 km (3 miles)"),
    ];
    let rows = examples.map(|(kind, text)| vec![code(text), means(kind, text)]);
    Table::new(&["written", "means"], rows.into_iter())
}

/// The words between two amounts or figures.
pub(super) fn joints() -> Table {
    let rows = JOINTS.iter().map(|row| {
        let mut words = row.words.iter();
        assert!(
            words.any(|word| row.example.contains(word)),
            "{}",
            row.example
        );
        vec![
            codes(row.words),
            row.summary.into(),
            code(row.example),
            means(Kind::Number, row.example),
        ]
    });
    Table::new(&["words", "mean", "for instance", "means"], rows)
}

/// The words that join, part, deny or tell which one.
pub(super) fn small_words() -> Table {
    let kinds = [Kind::Number, Kind::Duration, Kind::Quantity, Kind::Date];
    let rows = ROLES.iter().map(|row| {
        let example = row.example.to_lowercase();
        let mut spoken = example.split(|c: char| !c.is_ascii_alphabetic());
        let has_one = spoken.any(|word| {
            row.words
                .iter()
                .any(|own| word.ends_with(own) || word.starts_with("mid"))
        });
        assert!(has_one, "{}", row.example);
        let read = kinds.iter().find_map(|kind| read(*kind, row.example).ok());
        let means = match read {
            Some(value) => value.describe(),
            None => "refused".into(),
        };
        vec![
            codes(row.words),
            row.summary.into(),
            code(row.example),
            means,
        ]
    });
    Table::new(&["words", "mean", "for instance", "means"], rows)
}

pub(super) fn frames() -> Table {
    let head = &[
        "before the figure",
        "between",
        "after the amount",
        "tells",
        "for instance",
        "means",
    ];
    let rows = FRAMES.iter().map(|row| {
        let kind = match row.frame {
            Frame::BelowNought => Kind::Quantity,
            _ => Kind::Duration,
        };
        let mut wordings = [row.before, row.amid, row.after].into_iter().flatten();
        assert!(
            wordings.any(|word| row.example.contains(word)),
            "{}",
            row.example
        );
        vec![
            codes(row.before),
            codes(row.amid),
            codes(row.after),
            row.summary.into(),
            code(row.example),
            means(kind, row.example),
        ]
    });
    Table::new(head, rows)
}

/// The words that no amount may have beside it.
pub(super) fn directions() -> Table {
    let rows = DIRECTIONS.iter().map(|row| {
        for word in row.words {
            let refusal = in_context(|cx| value::explain(&format!("$5 {word}"), Kind::Money, cx));
            assert!(refusal.unwrap_err().why.contains(word), "{word}");
        }
        vec![row.summary.into(), codes(row.words)]
    });
    Table::new(&["tells", "words"], rows)
}

pub(super) fn units() -> Table {
    let head = &[
        "unit",
        "also written",
        "takes",
        "one is",
        "for instance",
        "means",
    ];
    let rows = UNITS.iter().map(|row| {
        let unit = Unit::from_name(row.name).unwrap();
        let also: Vec<&str> = row.words.iter().chain(row.symbols).copied().collect();
        let also: Vec<&str> = also.into_iter().filter(|word| *word != row.name).collect();
        let powers = if row.has_powers { "square, cubic " } else { "" };
        let example = format!("5 {}", unit.plural());
        vec![
            row.name.into(),
            codes(&also),
            format!("{powers}{}", codes(row.prefixes)).trim().to_owned(),
            size(row, unit),
            code(&example),
            means(Kind::Quantity, &example),
        ]
    });
    Table::new(head, rows)
}

/// How much one of a unit is, in the unit in which its dimension is counted.
fn size(row: &UnitRow, unit: Unit) -> String {
    if !row.readings.is_empty() {
        return row.readings.join(" or ");
    }
    if row.offset.0 != 0 {
        return "a degree of its own scale".into();
    }
    let is_base = |other: &&UnitRow| other.dimension == row.dimension && other.factor == (1, 1);
    let base = UNITS
        .iter()
        .find(is_base)
        .and_then(|base| Unit::from_name(base.name));
    let one = decimal(unit.to_base(Rational::ONE).unwrap());
    match base {
        Some(base) if base == unit => "what it is counted in".into(),
        Some(base) => format!("{one} {}", base.plural()),
        None => one,
    }
}

pub(super) fn prefixes() -> Table {
    let rows = PREFIXES.iter().map(|row| {
        let times = Rational::new(row.factor.0, row.factor.1).unwrap();
        let unit = match UNITS
            .iter()
            // "5 nm" may be miles of the sea.
            .find(|unit| {
                let is_nm = row.symbol == "n" && unit.symbols.first() == Some(&"m");
                unit.prefixes.contains(&row.symbol) && !is_nm
            }) {
            Some(unit) => format!("5 {}{}", row.symbol, unit.symbols[0]),
            None => panic!("no unit takes {}", row.name),
        };
        vec![
            format!("{} ({})", row.name, code(row.symbol)),
            decimal(times),
            code(&unit),
            means(Kind::Quantity, &unit),
        ]
    });
    Table::new(&["prefix", "times", "for instance", "means"], rows)
}

pub(super) fn currencies() -> Table {
    let rows = CURRENCIES.iter().map(|row| {
        let written: Vec<&str> = row.words.iter().chain(row.marks).copied().collect();
        let parts = row.minor.iter().chain(row.old);
        let parts: Vec<String> = parts
            .map(|part| format!("{} (1/{})", part.name, part.per))
            .collect();
        let minor = parts.join(", ");
        let example = format!("1 {}", row.words.first().unwrap_or(&row.name));
        vec![
            row.name.into(),
            codes(&written),
            minor,
            code(&example),
            means(Kind::Money, &example),
        ]
    });
    Table::new(
        &["currency", "also written", "part", "for instance", "means"],
        rows,
    )
}

/// A whole number with commas, else a decimal.
fn decimal(x: Rational) -> String {
    if x.is_integer() {
        grouped(x.numerator())
    } else {
        x.to_decimal()
    }
}

/// A whole number with commas.
fn grouped(n: i128) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
