//! `docs/values.md`: its tables are written from the tables that the code reads, and each of their
//! examples is read. `BLESS=1` writes them anew.

mod amounts;
mod dates;

use std::fs;

use gainsay::value::{
    self, Context, Day, Extent, Interval, Intervals, KINDS, Kind, Refusal, Value, Written,
};

const PAGE: &str = "docs/values.md";

/// The day of publication of all examples: a Wednesday.
const PUBLISHED: &str = "2018-06-06";

/// Makes one table.
type Maker = fn() -> Table;

/// The tables of the page, by the name in their marker.
const TABLES: &[(&str, Maker)] = &[
    ("kinds", kinds),
    ("figures", amounts::figures),
    ("number words", amounts::number_words),
    ("counts without a figure", amounts::vague_counts),
    ("hedges", || amounts::hedges(false)),
    ("bounds", || amounts::hedges(true)),
    ("ranges", amounts::ranges),
    ("words between amounts", amounts::joints),
    ("words beside an amount", amounts::frames),
    ("small words", amounts::small_words),
    ("directions", amounts::directions),
    ("units", amounts::units),
    ("prefixes", amounts::prefixes),
    ("currencies", amounts::currencies),
    ("dates", dates::dates),
    ("relative dates", dates::relative_dates),
    ("ranges of dates", dates::ranges_of_dates),
    ("words of dates", dates::words_of_dates),
    ("phrases of dates", dates::phrases_of_dates),
    ("words of the future", dates::words_of_the_future),
    ("seasons", dates::seasons),
    ("holidays", dates::all_holidays),
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
            Some(list) => Written::members(
                list.trim_end_matches(']')
                    .split(", ")
                    .map(Into::into)
                    .collect(),
                false,
            ),
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
        (Kind::Number, "three requests since May"),
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
            "newspapers leave out the year of last autumn as well",
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
            "the noun says with what the figure can be compared",
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

/// What a text means, with the units of its bounds; it reads back.
fn means(kind: Kind, text: &str) -> String {
    match read(kind, text) {
        Ok(value) => {
            let likely = value.likely.iter().map(|likely| &likely.extent);
            for extent in std::iter::once(&value.extent).chain(likely) {
                assert_reads_back(kind, text, extent, &value);
            }
            value.describe()
        }
        Err(refusal) => panic!("{text}: {}", refusal.why),
    }
}

/// What is shown of an amount or a date means the same.
fn assert_reads_back(kind: Kind, text: &str, extent: &Extent, value: &Value) {
    let is_read = matches!(
        extent,
        Extent::Amount(..) | Extent::Days(_) | Extent::Times(_)
    );
    let printed = extent.describe(value.unit);
    // What is cut off after fifteen places is shown as it nearly is.
    let is_cut = printed
        .split(|c: char| !c.is_ascii_digit())
        .any(|run| run.len() > 9);
    if !is_read || is_cut || printed == "any day" {
        return;
    }
    let again = read(kind, &printed).map(|again| again.extent);
    // A share is shown as a decimal, which may be either.
    let set = |extent: &Extent| format!("{extent:?}").replace("Share", "Count");
    assert_eq!(
        again.as_ref().map(set).map_err(|it| it.why.clone()),
        Ok(set(extent)),
        "{text} is shown as {printed}"
    );
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
