//! `docs/values.md`: its tables are written from the tables that the code reads, and each of their
//! examples is read. `BLESS=1` writes them anew.

use std::fs;

use gainsay::value::amount::{
    CURRENCIES, FRAMES, Frame, HEDGES, HedgeRow, NUMBER_WORDS, NumberWord, PREFIXES, UNITS,
    UnitRow, VAGUE_COUNTS, WordClass,
};
use gainsay::value::date::{holidays, words};
use gainsay::value::{
    self, Context, Day, Interval, Intervals, KINDS, Kind, Rational, Refusal, Unit, Value, Written,
};

const PAGE: &str = "docs/values.md";

/// The day of publication of all examples: a Wednesday.
const PUBLISHED: &str = "2018-06-06";

/// The tables of the page, by the name in their marker.
const TABLES: &[(&str, fn() -> Table)] = &[
    ("kinds", kinds),
    ("figures", figures),
    ("number words", number_words),
    ("counts without a figure", vague_counts),
    ("hedges", || hedges(false)),
    ("bounds", || hedges(true)),
    ("ranges", ranges),
    ("words beside an amount", frames),
    ("units", units),
    ("prefixes", prefixes),
    ("currencies", currencies),
    ("dates", dates),
    ("relative dates", relative_dates),
    ("ranges of dates", ranges_of_dates),
    ("words of dates", words_of_dates),
    ("seasons", seasons),
    ("holidays", all_holidays),
    ("names", names),
    ("refused", refused),
    ("decided otherwise", decided_otherwise),
];

#[test]
fn the_tables_are_what_is_read() {
    let page = fs::read_to_string(PAGE).unwrap();
    let mut current = page.clone();
    for (name, table) in TABLES {
        let (open, close) = (format!("<!-- {name} -->\n"), "<!-- end -->");
        let (before, rest) = current
            .split_once(&open)
            .unwrap_or_else(|| panic!("the page has no table {name:?}"));
        let (_, after) = rest.split_once(close).unwrap();
        current = format!("{before}{open}{}{close}{after}", table().markdown());
    }
    assert_eq!(current.matches("<!-- end -->").count(), TABLES.len());
    if std::env::var_os("BLESS").is_some() {
        fs::write(PAGE, &current).unwrap();
    }
    assert!(
        fs::read_to_string(PAGE).unwrap() == current,
        "{PAGE} is not what is read; look at `git diff` after `BLESS=1 cargo test`"
    );
}

/// A table of Markdown.
struct Table {
    head: &'static [&'static str],
    rows: Vec<Vec<String>>,
}

impl Table {
    fn new(head: &'static [&'static str], rows: impl Iterator<Item = Vec<String>>) -> Self {
        let rows: Vec<Vec<String>> = rows.collect();
        assert!(!rows.is_empty(), "{head:?}");
        assert!(rows.iter().all(|row| row.len() == head.len()), "{head:?}");
        Self { head, rows }
    }

    fn markdown(&self) -> String {
        let mut out = format!(
            "\n| {} |\n|{}\n",
            self.head.join(" | "),
            "---|".repeat(self.head.len())
        );
        for row in &self.rows {
            let cells: Vec<String> = row.iter().map(|cell| cell.replace('|', "\\|")).collect();
            out += &format!("| {} |\n", cells.join(" | "));
        }
        out + "\n"
    }
}

fn kinds() -> Table {
    let head = &["kind", "what it is", "for instance", "means"];
    let rows = KINDS.iter().map(|row| {
        let written = match row.example.strip_prefix('[') {
            Some(list) => Written::Members {
                names: list
                    .trim_end_matches(']')
                    .split(", ")
                    .map(Into::into)
                    .collect(),
                only: false,
            },
            None => Written::Scalar(row.example.into()),
        };
        let value = in_context(|cx| value::read(&written, row.kind, cx));
        vec![
            code(row.name),
            row.summary.into(),
            code(row.example),
            value.unwrap().describe(),
        ]
    });
    Table::new(head, rows)
}

/// Plain figures of all shapes, with how they are taken.
fn figures() -> Table {
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

fn number_words() -> Table {
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

fn vague_counts() -> Table {
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
    let plurals = [
        "tens",
        "dozens",
        "scores",
        "hundreds",
        "thousands",
        "millions",
    ];
    let plurals = plurals.into_iter().map(|word| {
        let why = match word {
            "dozens" => "two to under twelve of them",
            "scores" => "two to under ten of them",
            _ => "two to under twenty of them",
        };
        vec![code(word), why.into(), means(Kind::Number, word)]
    });
    let units = ["days", "months"].map(|word| {
        let why = "a unit without a figure: two to under twenty of them";
        vec![code(word), why.into(), means(Kind::Quantity, word)]
    });
    Table::new(
        &["written", "why", "means"],
        rows.chain(plurals).chain(units),
    )
}

fn hedges(bounds: bool) -> Table {
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

fn ranges() -> Table {
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

fn frames() -> Table {
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

fn units() -> Table {
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
    let one = unit.to_base(Rational::ONE).unwrap().to_decimal();
    match base {
        Some(base) if base == unit => "what it is counted in".into(),
        Some(base) => format!("{one} {}", base.plural()),
        None => one,
    }
}

fn prefixes() -> Table {
    let rows = PREFIXES.iter().map(|row| {
        let times = Rational::new(row.factor.0, row.factor.1).unwrap();
        let unit = match UNITS
            .iter()
            .find(|unit| unit.prefixes.contains(&row.symbol))
        {
            Some(unit) => format!("5 {}{}", row.symbol, unit.symbols[0]),
            None => panic!("no unit takes {}", row.name),
        };
        vec![
            format!("{} ({})", row.name, code(row.symbol)),
            times.to_decimal(),
            code(&unit),
            means(Kind::Quantity, &unit),
        ]
    });
    Table::new(&["prefix", "times", "for instance", "means"], rows)
}

fn currencies() -> Table {
    let rows = CURRENCIES.iter().map(|row| {
        let written: Vec<&str> = row.words.iter().chain(row.marks).copied().collect();
        let minor = row.minor.as_ref().map_or_else(String::new, |minor| {
            format!("{} (1/{})", minor.name, minor.per)
        });
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

fn dates() -> Table {
    of_dates(&[
        "6 June 2018",
        "June 6, 2018",
        "Wednesday, 6 June 2018",
        "2018-06-06",
        "June 2018",
        "2018-06",
        "2018",
        "1990s",
        "the 20th century",
        "early May 2018",
        "late 2018",
        "spring 2018",
        "Q2 2018",
        "the second half of 2018",
        "the last week of May 2018",
        "the first Monday of June 2018",
        "week 23 of 2018",
        "circa 1996",
        "circa May 2018",
        "1996~",
        "2018-05-30/2018-06-03",
        "3:30 p.m. on 6 June 2018",
        "the morning of 6 June 2018",
    ])
}

fn relative_dates() -> Table {
    of_dates(&[
        "today",
        "yesterday",
        "on Monday",
        "on Wednesday",
        "last Wednesday",
        "next Monday",
        "June 6",
        "October 2",
        "in May",
        "last week",
        "last month",
        "this year",
        "two days ago",
        "two weeks ago",
        "two months ago",
        "more than 20 years ago",
        "two decades ago",
        "a few days ago",
        "the past week",
        "three days from now",
        "within two weeks",
        "three hours ago",
    ])
}

fn ranges_of_dates() -> Table {
    of_dates(&[
        "4 to 6 June 2018",
        "between May and July 2018",
        "from 1996 to 1998",
        "before 6 June 2018",
        "after 6 June 2018",
        "since 1996",
        "by June 2018",
        "until 6 June 2018",
        "30 May or 6 June 2018",
        "not 1996",
    ])
}

/// Dates with what they allow, and which convention made it so.
fn of_dates(examples: &[&str]) -> Table {
    let rows = examples.iter().map(|text| {
        let parts = in_context(|cx| value::explain(text, Kind::Date, cx)).expect(text);
        let roles: Vec<String> = parts
            .iter()
            .map(|part| match text.get(part.span.clone()) {
                Some(words) if words.len() < text.len() => {
                    format!("{}: {}", code(words), part.role)
                }
                _ => part.role.clone(),
            })
            .collect();
        vec![code(text), means(Kind::Date, text), roles.join("; ")]
    });
    Table::new(&["written", "means", "why"], rows)
}

fn words_of_dates() -> Table {
    let groups = words();
    let rows = groups.iter().map(|group| {
        assert!(!group.words.is_empty(), "{}", group.meaning);
        let example = group.example.to_lowercase();
        let mut spoken = example.split(|c: char| !c.is_ascii_alphabetic());
        assert!(
            spoken.any(|word| group.words.contains(&word)),
            "{}",
            group.example
        );
        vec![
            codes(&group.words),
            group.meaning.into(),
            code(group.example),
            match read(Kind::Date, group.example) {
                Ok(value) => value.describe(),
                Err(refusal) => format!("refused: {}", refusal.why),
            },
        ]
    });
    Table::new(&["words", "mean", "for instance", "means"], rows)
}

fn seasons() -> Table {
    let examples = [
        "spring 2018",
        "summer 2018",
        "autumn 2018",
        "winter 2018",
        "southern spring 2018",
        "last winter",
    ];
    let rows = examples.map(|text| vec![code(text), means(Kind::Date, text)]);
    Table::new(&["written", "means"], rows.into_iter())
}

fn all_holidays() -> Table {
    let rows = holidays().into_iter().map(|row| {
        let example = format!("{} 2018", row.names[0]);
        vec![codes(row.names), row.day, means(Kind::Date, &example)]
    });
    Table::new(&["written", "is", "in 2018"], rows)
}

fn names() -> Table {
    let examples = [
        (Kind::Term, "leader"),
        (Kind::Term, "not a leader"),
        (Kind::Truth, "yes"),
        (Kind::Truth, "not true"),
        (Kind::Members, "Ann Lee"),
        (Kind::Members, "only Ann Lee"),
        (Kind::Members, "not Ann Lee"),
        (Kind::Members, "nobody"),
        (Kind::Quotation, "we need [all] of them … now"),
    ];
    let rows = examples
        .into_iter()
        .map(|(kind, text)| vec![code(kind.name()), code(text), means(kind, text)]);
    Table::new(&["kind", "written", "means"], rows)
}

fn refused() -> Table {
    let examples = [
        (Kind::Number, "three requests"),
        (Kind::Money, "$5 a day"),
        (Kind::Number, "7 to 5"),
        (Kind::Number, "more than at least 5"),
        (Kind::Money, "5 million"),
        (Kind::Quantity, "5 km to 7 kg"),
        (Kind::Number, "soonish"),
        (Kind::Date, "06/07/2018"),
        (Kind::Date, "Monday, 6 June 2018"),
        (Kind::Date, "31 June 2018"),
        (Kind::Date, "fiscal 2018"),
        (Kind::Date, "the following month"),
        (Kind::Date, "soon"),
        (Kind::Term, "no longer a leader"),
        (Kind::Truth, "maybe"),
    ];
    let rows = examples.into_iter().map(|(kind, text)| {
        let refusal = read(kind, text).expect_err(text);
        vec![code(kind.name()), code(text), refusal.why, refusal.hint]
    });
    Table::new(
        &["kind", "written", "why it is refused", "what to do"],
        rows,
    )
}

/// Where readers made for other ends decide otherwise, and why this one does not.
fn decided_otherwise() -> Table {
    let head = &["written", "others", "gainsay", "why"];
    let cases = [
        (
            Kind::Date,
            "on Friday",
            "the coming one",
            "an assistant is told what to plan, a newspaper what has happened",
        ),
        (
            Kind::Date,
            "October 2",
            "the coming one",
            "newspapers leave out the year where it is their own",
        ),
        (
            Kind::Date,
            "December 20",
            "the coming one",
            "where the last one is as near as the coming one, both stay possible",
        ),
        (
            Kind::Date,
            "4 to 6 June 2018",
            "up to the last day and without it",
            "people who write an end mean that it took part",
        ),
        (
            Kind::Date,
            "two weeks ago",
            "the day 14 days back",
            "a writer who counts in weeks does not tell the day",
        ),
        (
            Kind::Date,
            "this week",
            "today and the days left",
            "a week is from Monday to Sunday, whatever is left of it",
        ),
        (
            Kind::Date,
            "the morning of 6 June 2018",
            "from 4, 6 or 8 o'clock on",
            "all that people call morning is allowed: from midnight to noon",
        ),
        (
            Kind::Date,
            "06/07/2018",
            "one of its two readings, by the language that is set",
            "an annotation file does not tell where the article is from",
        ),
        (
            Kind::Date,
            "fiscal 2018",
            "the calendar year",
            "fiscal years differ by company and country",
        ),
        (
            Kind::Date,
            "spring 2018",
            "from equinox to solstice, or whole months",
            "either may be meant, so both are allowed",
        ),
        (
            Kind::Number,
            "three requests",
            "3, the noun left out",
            "\"three refused requests\" and \"three of five requests\" would be the same",
        ),
        (
            Kind::Number,
            "2,000",
            "exactly that",
            "newspapers round; a rounded figure does not contradict the exact one",
        ),
        (
            Kind::Duration,
            "22 years",
            "exactly that many seconds",
            "elapsed time is rounded or cut off",
        ),
        (
            Kind::Number,
            "about 20",
            "20, the word left out",
            "the word is what keeps it from contradicting 21",
        ),
        (
            Kind::Money,
            "5 dollars or 7 euros",
            "amounts in a common currency, by the rate of a day",
            "rates change; currencies are never converted",
        ),
        (Kind::Number, "a few", "3", "nobody who says it has counted"),
    ];
    let rows = cases.into_iter().map(|(kind, text, others, why)| {
        let ours = match read(kind, text) {
            Ok(value) => value.describe(),
            Err(_) => "refused".into(),
        };
        vec![code(text), others.into(), ours, why.into()]
    });
    Table::new(head, rows)
}

/// What a text means, with the units of its bounds.
fn means(kind: Kind, text: &str) -> String {
    match read(kind, text) {
        Ok(value) => value.describe(),
        Err(refusal) => panic!("{text}: {}", refusal.why),
    }
}

fn read(kind: Kind, text: &str) -> Result<Value, Refusal> {
    in_context(|cx| value::read(&Written::Scalar(text.into()), kind, cx))
}

/// Reads something in an article of the day of publication.
fn in_context<T>(read: impl FnOnce(&Context<'_>) -> T) -> T {
    let published = Intervals::from(Interval::point(Day::from_iso(PUBLISHED).unwrap()));
    read(&Context {
        anchor: Some(&published),
        ..Context::default()
    })
}

/// A text as code, whatever is in it.
fn code(text: &str) -> String {
    if text.contains('`') {
        format!("`` {text} ``")
    } else {
        format!("`{text}`")
    }
}

fn codes(texts: &[&str]) -> String {
    let texts: Vec<String> = texts.iter().map(|text| code(text)).collect();
    texts.join(", ")
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
