//! The words and holidays of dates by what they mean: what the documentation is made of.

use super::holiday::HOLIDAYS;
use super::words::{Third, WORDS, Word};

/// Words of dates that mean one sort of thing.
#[derive(Clone, Debug)]
pub struct WordGroup {
    /// What they mean.
    pub meaning: &'static str,
    /// A date that has one of them; where they are refused, what is refused.
    pub example: &'static str,
    /// The words, in alphabetical order.
    pub words: Vec<&'static str>,
}

/// A holiday by its names, and when it is.
#[derive(Clone, Debug)]
pub struct HolidayRow {
    /// In lower case, without apostrophes, dots and hyphens.
    pub names: &'static [&'static str],
    /// "25 December", "the fourth Thursday of November".
    pub day: String,
}

/// All words of dates in groups, each word in one.
#[must_use]
pub fn words() -> Vec<WordGroup> {
    let mut groups: Vec<WordGroup> = Vec::new();
    for (meaning, example) in GROUPS {
        let members = WORDS.iter().filter(|(_, word)| group(*word) == *meaning);
        groups.push(WordGroup {
            meaning,
            example,
            words: members.map(|(word, _)| *word).collect(),
        });
    }
    groups
}

/// All holidays, as the calendar has them.
#[must_use]
pub fn holidays() -> Vec<HolidayRow> {
    let rows = HOLIDAYS.iter();
    rows.map(|row| HolidayRow {
        names: row.names,
        day: row.when(),
    })
    .collect()
}

/// The groups in the order of the documentation, each with an example.
const GROUPS: &[(&str, &str)] = &[
    ("a month", "June 2018"),
    ("a day of the week", "Wednesday"),
    ("a day, counted from publication", "yesterday"),
    ("a unit of the calendar", "last week"),
    ("two weeks", "a fortnight ago"),
    (
        "hours and minutes: either of the two days that they may end on",
        "three hours ago",
    ),
    ("a number", "two days ago"),
    ("a number without a figure", "several weeks ago"),
    ("which one of several", "the third week of May 2018"),
    ("ten years", "the nineties"),
    (Third::Early.meaning(), "early May 2018"),
    (Third::Mid.meaning(), "mid-May 2018"),
    (Third::Late.meaning(), "late May 2018"),
    (
        "some of it, or most of it: the whole is allowed",
        "much of 1990",
    ),
    ("all of it", "throughout 2018"),
    ("a season", "spring 2018"),
    ("the most recent one", "last month"),
    ("the one that comes", "next month"),
    ("the present one", "this month"),
    ("the last one, or up to yesterday", "the past week"),
    ("before publication", "two weeks ago"),
    ("after publication", "two weeks hence"),
    (
        "all earlier days, without the day named",
        "before 6 June 2018",
    ),
    ("all later days, without the day named", "after 6 June 2018"),
    ("the day named and all later ones", "since 6 June 2018"),
    ("the day named and all earlier ones", "by 6 June 2018"),
    (
        "from one day to another, both included",
        "4 May to 6 June 2018",
    ),
    ("either of two", "30 May or 6 June 2018"),
    ("all days but the ones named", "not 1996"),
    (
        "two years either way of a year; one step of a shorter unit",
        "circa 1996",
    ),
    ("a time of day", "6 June 2018 at noon"),
    (
        "the hour on that side of a time of day",
        "shortly after 3 p.m. on 6 June 2018",
    ),
    ("a time zone", "3 p.m. ET on 6 June 2018"),
    (
        "refused: it counts from a day that only the article names",
        "the following month",
    ),
    ("refused: the years of companies differ", "fiscal 2018"),
    ("years before the first", "44 BC"),
    ("words that join the others", "6th of June, 2018"),
];

/// The group of a word, by its meaning.
fn group(word: Word) -> &'static str {
    match word {
        Word::Month(_) => "a month",
        Word::Weekday(_) => "a day of the week",
        Word::Day(_) | Word::Tonight => "a day, counted from publication",
        Word::Unit(_) => "a unit of the calendar",
        Word::Fortnight => "two weeks",
        Word::Hour => "hours and minutes: either of the two days that they may end on",
        Word::Number(_) | Word::Hundred | Word::Thousand => "a number",
        Word::Few(..) => "a number without a figure",
        Word::Ordinal(_) | Word::OrdinalEnd => "which one of several",
        Word::Decade(_) => "ten years",
        Word::Part(third) => third.meaning(),
        Word::Share => "some of it, or most of it: the whole is allowed",
        Word::Whole => "all of it",
        Word::Season(_) => "a season",
        Word::Last => "the most recent one",
        Word::Next | Word::Coming => "the one that comes",
        Word::This => "the present one",
        Word::Past => "the last one, or up to yesterday",
        Word::Ago => "before publication",
        Word::Hence => "after publication",
        Word::Before => "all earlier days, without the day named",
        Word::After => "all later days, without the day named",
        Word::Since => "the day named and all later ones",
        Word::By => "the day named and all earlier ones",
        Word::To | Word::Between | Word::From | Word::Into => {
            "from one day to another, both included"
        }
        Word::Or => "either of two",
        Word::Not => "all days but the ones named",
        Word::Circa => "two years either way of a year; one step of a shorter unit",
        Word::Time(..) | Word::Midnight | Word::Overnight | Word::Am | Word::Pm | Word::OClock => {
            "a time of day"
        }
        Word::Just => "the hour on that side of a time of day",
        Word::Zone(_) => "a time zone",
        Word::Following => "refused: it counts from a day that only the article names",
        Word::Fiscal => "refused: the years of companies differ",
        Word::Bc => "years before the first",
        _ => "words that join the others",
    }
}
