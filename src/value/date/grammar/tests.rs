//! The table of rows, held against its own rules.

use std::collections::BTreeSet;

use super::chart::{Chart, Reading};
use super::kind::{Held, Kind};
use super::row::{Part, Row};
use super::rows;
use super::table::TABLE;
use crate::value::date::lexer::Tokens;
use crate::value::date::{self, Day};
use crate::value::scan::Scan;
use crate::value::term::Entry;
use crate::value::words::lower_case;
use crate::value::{Context, Interval, Intervals, Scheme};

/// Words that may stand in a pattern without a meaning of their own.
const EMPTY: &[&str] = &[
    "\"",
    "'",
    ",",
    "-",
    "/",
    ".",
    "(",
    ")",
    "a",
    "about",
    "an",
    "and",
    "any",
    "approximately",
    "around",
    "as",
    "at",
    "big",
    "both",
    "c",
    "ca",
    "calendar",
    "circa",
    "comparable",
    "cy",
    "day",
    "during",
    "either",
    "ever",
    "exactly",
    "first",
    "for",
    "from",
    "good",
    "great",
    "greater",
    "hemisphere",
    "her",
    "his",
    "in",
    "into",
    "its",
    "just",
    "large",
    "better",
    "last",
    "major",
    "many",
    "minute",
    "minutes",
    "my",
    "of",
    "on",
    "once",
    "one",
    "only",
    "or",
    "our",
    "over",
    "part",
    "period",
    "precisely",
    "roughly",
    "s",
    "small",
    "very",
    "same",
    "so",
    "some",
    "sometime",
    "that",
    "the",
    "their",
    "this",
    "time",
    "to",
    "toward",
    "towards",
    "trading",
    "business",
    "well",
    "within",
    "year",
    "between",
];

fn events() -> Scheme {
    let entry = |name| Entry {
        name,
        aliases: Vec::new(),
        broader: Vec::new(),
    };
    Scheme::names(&[entry("hearing"), entry("vote")]).0
}

/// What a text is read as by the rows, and which rows read it.
fn read(text: &str) -> (Option<Held>, BTreeSet<u16>, Vec<[u16; 2]>) {
    let lower = lower_case(text);
    let scan = Scan::new(text, &lower).expect("a short text");
    let tokens = Tokens::of(scan);
    let events = events();
    let mut chart = Chart::with_ties(&tokens, Some(&events));
    let whole = chart.whole();
    let mut won = BTreeSet::new();
    if let Some(whole) = whole {
        each(&chart, whole, &mut won);
    }
    let held = whole.and_then(|whole| chart.held(whole).cloned());
    (held, won, chart.ties.take().unwrap_or_default())
}

fn each(chart: &Chart<'_, '_>, reading: Reading, won: &mut BTreeSet<u16>) {
    won.extend(reading.row);
    let slots: Vec<Reading> = chart.slots(reading).collect();
    slots.into_iter().for_each(|slot| each(chart, slot, won));
}

fn shown(row: &Row) -> String {
    format!("{:?} {:?}", row.kind, row.parts)
}

fn all() -> impl Iterator<Item = &'static Row> {
    rows::ALL.iter().flat_map(|rows| rows.iter())
}

#[test]
fn each_example_is_won_by_its_own_row() {
    let mut wrong = Vec::new();
    for (at, row) in TABLE.rows().enumerate() {
        if !row.example.is_empty() && !read(row.example).1.contains(&(at as u16)) {
            wrong.push(format!("{}: {}", row.example, shown(row)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_row_wins_somewhere() {
    let mut won = BTreeSet::new();
    for row in all().filter(|row| !row.example.is_empty()) {
        won.extend(read(row.example).1);
    }
    let rows = TABLE.rows().enumerate();
    let never = rows.filter(|(at, _)| !won.contains(&(*at as u16)));
    let never: Vec<String> = never.map(|(_, row)| shown(row)).collect();
    assert!(never.is_empty(), "{}", never.join("\n"));
}

#[test]
fn no_two_rows_are_equally_good() {
    let mut tied = BTreeSet::new();
    for row in all().filter(|row| !row.example.is_empty()) {
        for [one, other] in read(row.example).2 {
            let shown = |at: u16| shown(TABLE.row(at).row);
            tied.insert(format!(
                "{}: {} / {}",
                row.example,
                shown(one),
                shown(other)
            ));
        }
    }
    let tied: Vec<String> = tied.into_iter().collect();
    assert!(tied.is_empty(), "{}", tied.join("\n"));
}

/// Times whose printed form has an end that is in, an end that is out, or days apart.
const TIMES: &[&str] = &[
    "2 a.m. on 6 June 2018",
    "9:00 to 11:00 on 6 June 2018",
    "10:30 to 23:00 on 6 June 2018",
    "10:30 p.m. to 2 a.m. on 6 June 2018",
    "noon on 4 June 2018 or noon on 6 June 2018",
    "noon ET on 4 June 2018 or noon ET on 6 June 2018",
    "4:25 on 4 June 2018 or 4:25 on 6 June 2018",
    "4:25 ET on 6 June 2018",
    "4 to 6 June 2018, 9:15 a.m. to 5:30 p.m.",
    "4 to 6 June 2018, 9 p.m. to 2 a.m.",
    "not 3 p.m. on 6 June 2018",
    "by 10 a.m. on 6 June 2018",
    "from 4 June 2018 at 9 p.m. to 6 June 2018 at 3 p.m.",
    "from 4 June 2018 at 21:15 to 6 June 2018 at 15:20",
    "midnight on 6 June 2018",
    "between 9 p.m. and midnight on 6 June 2018",
    "until midnight on 6 June 2018",
    "overnight on 6 June 2018",
    "at 4:25 or 5:25 p.m. on 6 June 2018",
    "late on Sunday or early on Monday",
    "ten to nine on 6 June 2018",
    "shortly after 3 p.m. on 6 June 2018",
    "two hours after noon on 6 June 2018",
    "Monday or Tuesday night",
    "at 3 p.m.",
    "between 9 and 11 a.m.",
];

#[test]
fn what_is_printed_of_an_example_reads_back() {
    let (published, events) = (Day::from_iso("2018-06-06"), events());
    let published = published.map(|day| Intervals::from(Interval::point(day)));
    let cx = Context {
        anchor: published.as_ref(),
        events: Some(&events),
        ..Context::default()
    };
    let mut wrong = Vec::new();
    let examples = all().map(|row| row.example);
    for example in examples.chain(TIMES.iter().copied()) {
        let Ok(value) = date::read(example, &cx) else {
            continue;
        };
        let likely = value.likely.iter().map(|likely| &likely.extent);
        for extent in std::iter::once(&value.extent).chain(likely) {
            let printed = extent.describe(None);
            let again = date::read(&printed, &cx).map(|value| value.extent);
            if again.as_ref() != Ok(extent) && printed != "any day" {
                let again = again.map(|again| again.describe(None));
                wrong.push(format!("{example}: {printed}: {again:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_row_begins_with_its_own_kind() {
    let begins = |kind: Kind| -> BTreeSet<Kind> {
        let of_kind = all().filter(move |row| row.kind == kind);
        let firsts = of_kind.filter_map(|row| {
            let mut parts = row.parts.iter();
            match parts.find(|part| !matches!(part, Part::Maybe(_)))? {
                Part::Slot(kind) => Some(*kind),
                _ => None,
            }
        });
        firsts.collect()
    };
    for kind in Kind::ALL {
        let mut seen = begins(*kind);
        loop {
            let more: BTreeSet<Kind> = seen.iter().flat_map(|kind| begins(*kind)).collect();
            let before = seen.len();
            seen.extend(more);
            if seen.len() == before {
                break;
            }
        }
        assert!(!seen.contains(kind), "{kind:?} begins with itself");
    }
}

#[test]
fn optional_words_have_no_meaning() {
    let parts = all().flat_map(|row| row.parts);
    let words = parts.flat_map(|part| match part {
        Part::Maybe(words) | Part::Empty(words) => *words,
        _ => &[],
    });
    let full: BTreeSet<&str> = words
        .filter(|word| !EMPTY.contains(word))
        .copied()
        .collect();
    assert!(full.is_empty(), "{full:?}");
}

#[test]
fn each_row_has_something_to_stand_on() {
    for row in all() {
        let wants = |part: &Part| !matches!(part, Part::Maybe(_));
        assert!(row.parts.iter().any(wants), "{}", shown(row));
    }
}
