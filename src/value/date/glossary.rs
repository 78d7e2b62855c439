//! The words and holidays of dates by what they mean: what the documentation is made of.

use super::holiday::HOLIDAYS;
use super::words::{WORDS, Word};

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
            words: members.map(|(word, _)| word.as_ref()).collect(),
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
    ("a unit of the calendar", "last week"),
    ("several units of the calendar", "a fortnight ago"),
    (
        "hours and minutes: either of the two days that they may end on",
        "three hours ago",
    ),
    ("a number", "June six, 2018"),
    ("a number without a figure", "several weeks ago"),
    ("which one of several", "the third week of May 2018"),
    ("ten years", "the nineties"),
    ("a season", "spring 2018"),
    ("a time of day", "6 June 2018 at noon"),
    ("a time zone", "3 p.m. ET on 6 June 2018"),
    ("one, or none", "a week ago"),
    ("at most so far away", "within two weeks"),
    ("refused: holidays differ", "two working days ago"),
];

/// The group of a word, by its meaning.
fn group(word: Word) -> &'static str {
    match word {
        Word::Month(_) => "a month",
        Word::Weekday(_) => "a day of the week",
        Word::Unit(_) => "a unit of the calendar",
        Word::Several => "several units of the calendar",
        Word::Hour => "hours and minutes: either of the two days that they may end on",
        Word::Number(_) => "a number",
        Word::Few(..) => "a number without a figure",
        Word::Ordinal(_) | Word::OrdinalEnd => "which one of several",
        Word::Decade(_) => "ten years",
        Word::Season(_) => "a season",
        Word::Time(..) => "a time of day",
        Word::Zone(_) => "a time zone",
        Word::A => "one, or none",
        Word::Within => "at most so far away",
        Word::Working => "refused: holidays differ",
        Word::Other => "",
    }
}
