//! The words that fill the slots of dates: their own, and those of amounts that dates have too. Words between
//! them stand in the rows of the grammar.

use std::borrow::Cow;
use std::sync::LazyLock;

use super::calendar::Grain;
use super::units::TIME_UNITS;
use crate::value::amount::{DECADES, UNITS, UnitRow, VAGUE_COUNTS, cardinals, ordinals};
use crate::value::role::{ROLES, Role};
use crate::value::words::{Words, hash};

/// What a word of a date means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// 1 is January.
    Month(i32),
    /// 0 is Monday.
    Weekday(i32),
    /// A number below a hundred.
    Number(i32),
    /// "first", "twentieth".
    Ordinal(i32),
    /// The letters after the figure of an ordinal.
    OrdinalEnd,
    Unit(Grain),
    /// Several units of the calendar: "fortnight".
    Several,
    /// A unit shorter than a day.
    Hour,
    /// "the nineties", by its first year.
    Decade(i32),
    /// 0 is spring.
    Season(i32),
    /// A loose number, from and to.
    Few(i32, i32),
    /// A time of day, in minutes from midnight, from and to; a night ends the day after.
    Time(i32, i32),
    Zone(&'static str),
    Working,
    A,
    Within,
    /// A word that only rows know, or none.
    Other,
}

/// A third of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Third {
    Early,
    Mid,
    Late,
}

impl Word {
    /// What the word means, written in lower case; with its hash.
    pub(super) fn find(text: &str, hash: usize) -> Option<Self> {
        static TABLE: LazyLock<Words<Word>> =
            LazyLock::new(|| Words::new(WORDS.iter().map(|(word, means)| (word.clone(), *means))));
        TABLE.find(text, hash)
    }
}

/// Whether a word names a weekday.
pub(super) fn is_weekday(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    matches!(Word::find(&lower, hash(&lower)), Some(Word::Weekday(_)))
}

/// Days that count from the one of the article, by a word alone.
pub(in crate::value) const DAYS_FROM_NOW: &[&str] = &["yesterday", "today", "tomorrow", "tonight"];

/// Whether a word in small letters means something in dates by itself.
pub(super) fn tells_something(lower: &str) -> bool {
    let word = Word::find(lower, hash(lower));
    DAYS_FROM_NOW.contains(&lower)
        || matches!(
            word,
            Some(
                Word::Month(_)
                    | Word::Weekday(_)
                    | Word::Unit(_)
                    | Word::Several
                    | Word::Hour
                    | Word::Decade(_)
                    | Word::Season(_)
                    | Word::Time(..)
            )
        )
}

/// Whether a word names a month and nothing else: "May" may be a verb, "mar" and "march" too.
pub(super) fn is_month(text: &str) -> bool {
    let capital = text.starts_with(char::is_uppercase);
    let lower = text.to_ascii_lowercase();
    match Word::find(&lower, hash(&lower)) {
        Some(Word::Month(3 | 5)) => capital,
        Some(Word::Month(_)) => true,
        _ => false,
    }
}

/// The words that only dates have: units of the calendar, names and times of a day.
#[rustfmt::skip]
const OWN: &[(&str, Word)] = &[
    ("jan", Word::Month(1)), ("january", Word::Month(1)), ("feb", Word::Month(2)), ("february", Word::Month(2)), ("mar", Word::Month(3)),
    ("march", Word::Month(3)), ("apr", Word::Month(4)), ("april", Word::Month(4)), ("may", Word::Month(5)), ("jun", Word::Month(6)),
    ("june", Word::Month(6)), ("jul", Word::Month(7)), ("july", Word::Month(7)), ("aug", Word::Month(8)), ("august", Word::Month(8)),
    ("sep", Word::Month(9)), ("sept", Word::Month(9)), ("september", Word::Month(9)), ("oct", Word::Month(10)), ("october", Word::Month(10)),
    ("nov", Word::Month(11)), ("november", Word::Month(11)), ("dec", Word::Month(12)), ("december", Word::Month(12)),
    ("mon", Word::Weekday(0)), ("monday", Word::Weekday(0)), ("mondays", Word::Weekday(0)), ("tue", Word::Weekday(1)), ("tues", Word::Weekday(1)),
    ("tuesday", Word::Weekday(1)), ("tuesdays", Word::Weekday(1)), ("wed", Word::Weekday(2)), ("wednesday", Word::Weekday(2)),
    ("wednesdays", Word::Weekday(2)), ("thu", Word::Weekday(3)), ("thur", Word::Weekday(3)), ("thurs", Word::Weekday(3)),
    ("thursday", Word::Weekday(3)), ("thursdays", Word::Weekday(3)), ("fri", Word::Weekday(4)), ("friday", Word::Weekday(4)),
    ("fridays", Word::Weekday(4)), ("sat", Word::Weekday(5)), ("saturday", Word::Weekday(5)), ("saturdays", Word::Weekday(5)),
    ("sun", Word::Weekday(6)), ("sunday", Word::Weekday(6)), ("sundays", Word::Weekday(6)),
    ("spring", Word::Season(0)), ("summer", Word::Season(1)), ("autumn", Word::Season(2)), ("fall", Word::Season(2)), ("winter", Word::Season(3)),
    ("afternoon", Word::Time(12 * 60, 18 * 60)), ("dawn", Word::Time(4 * 60, 8 * 60)), ("daybreak", Word::Time(4 * 60, 9 * 60)),
    ("dusk", Word::Time(16 * 60, 22 * 60)), ("evening", Word::Time(17 * 60, 24 * 60)), ("lunchtime", Word::Time(11 * 60, 15 * 60)),
    ("midday", Word::Time(12 * 60, 12 * 60)), ("morning", Word::Time(0, 12 * 60)), ("night", Word::Time(18 * 60, 30 * 60)),
    ("nightfall", Word::Time(16 * 60, 22 * 60)), ("noon", Word::Time(12 * 60, 12 * 60)), ("noontime", Word::Time(12 * 60, 12 * 60)),
    ("sundown", Word::Time(16 * 60, 22 * 60)), ("sunrise", Word::Time(4 * 60, 9 * 60)), ("sunset", Word::Time(16 * 60, 22 * 60)),
    ("teatime", Word::Time(15 * 60, 19 * 60)), ("twilight", Word::Time(16 * 60, 22 * 60)),
    ("noughties", Word::Decade(2000)),
    ("half", Word::Unit(Grain::Half)), ("nights", Word::Unit(Grain::Day)), ("season", Word::Unit(Grain::Season)),
    ("seasons", Word::Unit(Grain::Season)), ("weekend", Word::Unit(Grain::Weekend)), ("weekends", Word::Unit(Grain::Weekend)),
    ("within", Word::Within),
    ("business", Word::Working), ("working", Word::Working),
    ("acdt", Word::Zone("ACT")), ("acst", Word::Zone("ACT")), ("adt", Word::Zone("AT")), ("aedt", Word::Zone("AET")), ("aest", Word::Zone("AET")),
    ("akdt", Word::Zone("AKT")), ("akst", Word::Zone("AKT")), ("akt", Word::Zone("AKT")), ("ast", Word::Zone("AST")), ("awst", Word::Zone("AWST")),
    ("bst", Word::Zone("BST")), ("cdt", Word::Zone("CT")), ("cest", Word::Zone("CEST")), ("cet", Word::Zone("CET")), ("cst", Word::Zone("CST")),
    ("ct", Word::Zone("CT")), ("edt", Word::Zone("ET")), ("eest", Word::Zone("EET")), ("eet", Word::Zone("EET")), ("est", Word::Zone("EST")),
    ("et", Word::Zone("ET")), ("gmt", Word::Zone("GMT")), ("hkt", Word::Zone("HKT")), ("hst", Word::Zone("HST")), ("ist", Word::Zone("IST")),
    ("jst", Word::Zone("JST")), ("kst", Word::Zone("KST")), ("mdt", Word::Zone("MT")), ("msk", Word::Zone("MSK")), ("mst", Word::Zone("MT")),
    ("mt", Word::Zone("MT")), ("nzdt", Word::Zone("NZT")), ("nzst", Word::Zone("NZT")), ("pdt", Word::Zone("PT")), ("pkt", Word::Zone("PKT")),
    ("pst", Word::Zone("PST")), ("pt", Word::Zone("PT")), ("sast", Word::Zone("SAST")), ("sgt", Word::Zone("SGT")), ("utc", Word::Zone("GMT")),
];

/// All words in alphabetical order: numbers, parts of a life and units of time are those of amounts.
pub(super) static WORDS: LazyLock<Vec<(Cow<'static, str>, Word)>> = LazyLock::new(|| {
    let mut all: Vec<(Cow<'static, str>, Word)> = Vec::new();
    let mut add = |word: Cow<'static, str>, means: Word| {
        if !all.iter().any(|(known, _)| *known == word) {
            all.push((word, means));
        }
    };
    for (word, means) in OWN {
        add((*word).into(), *means);
    }
    for row in ROLES {
        let means = match row.role {
            Role::Article => Word::A,
            Role::OrdinalEnd => Word::OrdinalEnd,
            _ => continue,
        };
        row.words.iter().for_each(|word| add((*word).into(), means));
    }
    for (n, _, word) in cardinals().filter(|(n, ..)| *n < 100) {
        add(word.into(), Word::Number(n as i32));
    }
    for (n, _, word) in ordinals().filter(|(n, ..)| *n < 100) {
        add(word.into(), Word::Ordinal(n as i32));
    }
    for (word, n) in DECADES {
        add((*word).into(), Word::Decade(1900 + *n as i32));
    }
    for row in VAGUE_COUNTS {
        let ((from, 1), (to, 1)) = (row.from, row.to) else {
            continue;
        };
        let names = std::iter::once(&row.name).chain(row.also);
        for name in names.filter(|name| from > 1 && !name.contains(' ')) {
            add((*name).into(), Word::Few(from as i32, to as i32));
        }
    }
    for unit in TIME_UNITS {
        let means = match (unit.times, unit.grain) {
            (0, _) => Word::Hour,
            (1, grain) => Word::Unit(grain),
            _ => Word::Several,
        };
        let rows = UNITS.iter().filter(|row| row.name == unit.name);
        for word in rows.flat_map(UnitRow::wordings) {
            add(word.into(), means);
        }
    }
    all.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
    all
});
