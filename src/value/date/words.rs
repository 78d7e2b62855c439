//! The words that fill the slots of dates: one table. Words between them stand in the rows of the grammar.

use std::sync::LazyLock;

use super::calendar::Grain;
use crate::value::lexicon::Words;
use crate::value::scan::hash;

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
    Fortnight,
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
        static TABLE: LazyLock<Words<Word>> = LazyLock::new(|| Words::new(WORDS.iter().copied()));
        TABLE.find(text, hash)
    }
}

/// Whether a word names a weekday.
pub(super) fn is_weekday(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    matches!(Word::find(&lower, hash(&lower)), Some(Word::Weekday(_)))
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

/// All words, in alphabetical order.
#[rustfmt::skip]
pub(super) const WORDS: &[(&str, Word)] = &[
    ("a", Word::A), ("acdt", Word::Zone("ACT")), ("acst", Word::Zone("ACT")), ("adt", Word::Zone("AT")), ("aedt", Word::Zone("AET")),
    ("aest", Word::Zone("AET")), ("afternoon", Word::Time(12 * 60, 18 * 60)), ("akdt", Word::Zone("AKT")), ("akst", Word::Zone("AKT")),
    ("akt", Word::Zone("AKT")), ("an", Word::A), ("apr", Word::Month(4)), ("april", Word::Month(4)), ("ast", Word::Zone("AST")),
    ("aug", Word::Month(8)), ("august", Word::Month(8)), ("autumn", Word::Season(2)), ("awst", Word::Zone("AWST")), ("bst", Word::Zone("BST")),
    ("business", Word::Working), ("cdt", Word::Zone("CT")), ("centuries", Word::Unit(Grain::Century)), ("century", Word::Unit(Grain::Century)),
    ("cest", Word::Zone("CEST")), ("cet", Word::Zone("CET")), ("couple", Word::Few(2, 2)), ("cst", Word::Zone("CST")), ("ct", Word::Zone("CT")),
    ("dawn", Word::Time(4 * 60, 8 * 60)), ("day", Word::Unit(Grain::Day)), ("daybreak", Word::Time(4 * 60, 9 * 60)), ("days", Word::Unit(Grain::Day)),
    ("dec", Word::Month(12)), ("decade", Word::Unit(Grain::Decade)), ("decades", Word::Unit(Grain::Decade)), ("december", Word::Month(12)),
    ("dusk", Word::Time(16 * 60, 22 * 60)), ("edt", Word::Zone("ET")), ("eest", Word::Zone("EET")), ("eet", Word::Zone("EET")),
    ("eight", Word::Number(8)), ("eighteen", Word::Number(18)), ("eighteenth", Word::Ordinal(18)), ("eighth", Word::Ordinal(8)),
    ("eighties", Word::Decade(1980)), ("eighty", Word::Number(80)), ("eleven", Word::Number(11)), ("eleventh", Word::Ordinal(11)),
    ("est", Word::Zone("EST")), ("et", Word::Zone("ET")), ("evening", Word::Time(17 * 60, 24 * 60)), ("fall", Word::Season(2)), ("feb", Word::Month(2)),
    ("february", Word::Month(2)), ("few", Word::Few(3, 9)), ("fifteen", Word::Number(15)), ("fifteenth", Word::Ordinal(15)),
    ("fifth", Word::Ordinal(5)), ("fifties", Word::Decade(1950)), ("fifty", Word::Number(50)), ("first", Word::Ordinal(1)), ("five", Word::Number(5)),
    ("forties", Word::Decade(1940)), ("fortieth", Word::Ordinal(40)), ("fortnight", Word::Fortnight), ("fortnights", Word::Fortnight),
    ("forty", Word::Number(40)), ("four", Word::Number(4)), ("fourteen", Word::Number(14)), ("fourteenth", Word::Ordinal(14)),
    ("fourth", Word::Ordinal(4)), ("fri", Word::Weekday(4)), ("friday", Word::Weekday(4)), ("fridays", Word::Weekday(4)), ("gmt", Word::Zone("GMT")),
    ("half", Word::Unit(Grain::Half)), ("hkt", Word::Zone("HKT")), ("hour", Word::Hour), ("hours", Word::Hour), ("hr", Word::Hour),
    ("hrs", Word::Hour), ("hst", Word::Zone("HST")), ("ist", Word::Zone("IST")), ("jan", Word::Month(1)), ("january", Word::Month(1)),
    ("jst", Word::Zone("JST")), ("jul", Word::Month(7)), ("july", Word::Month(7)), ("jun", Word::Month(6)), ("june", Word::Month(6)),
    ("kst", Word::Zone("KST")), ("lunchtime", Word::Time(11 * 60, 15 * 60)), ("mar", Word::Month(3)), ("march", Word::Month(3)),
    ("may", Word::Month(5)), ("mdt", Word::Zone("MT")), ("midday", Word::Time(12 * 60, 12 * 60)), ("minute", Word::Hour), ("minutes", Word::Hour),
    ("mon", Word::Weekday(0)), ("monday", Word::Weekday(0)), ("mondays", Word::Weekday(0)), ("month", Word::Unit(Grain::Month)),
    ("months", Word::Unit(Grain::Month)), ("morning", Word::Time(0, 12 * 60)), ("msk", Word::Zone("MSK")), ("mst", Word::Zone("MT")),
    ("mt", Word::Zone("MT")), ("nd", Word::OrdinalEnd), ("night", Word::Time(18 * 60, 30 * 60)), ("nightfall", Word::Time(16 * 60, 22 * 60)),
    ("nights", Word::Unit(Grain::Day)), ("nine", Word::Number(9)), ("nineteen", Word::Number(19)), ("nineteenth", Word::Ordinal(19)),
    ("nineties", Word::Decade(1990)), ("ninety", Word::Number(90)), ("ninth", Word::Ordinal(9)), ("noon", Word::Time(12 * 60, 12 * 60)),
    ("noontime", Word::Time(12 * 60, 12 * 60)), ("noughties", Word::Decade(2000)), ("nov", Word::Month(11)), ("november", Word::Month(11)),
    ("nzdt", Word::Zone("NZT")), ("nzst", Word::Zone("NZT")), ("oct", Word::Month(10)), ("october", Word::Month(10)), ("one", Word::Number(1)),
    ("pdt", Word::Zone("PT")), ("pkt", Word::Zone("PKT")), ("pst", Word::Zone("PST")), ("pt", Word::Zone("PT")), ("qtr", Word::Unit(Grain::Quarter)),
    ("qtrs", Word::Unit(Grain::Quarter)), ("quarter", Word::Unit(Grain::Quarter)), ("quarters", Word::Unit(Grain::Quarter)), ("rd", Word::OrdinalEnd),
    ("sast", Word::Zone("SAST")), ("sat", Word::Weekday(5)), ("saturday", Word::Weekday(5)), ("saturdays", Word::Weekday(5)),
    ("season", Word::Unit(Grain::Season)), ("seasons", Word::Unit(Grain::Season)), ("second", Word::Ordinal(2)), ("sep", Word::Month(9)),
    ("sept", Word::Month(9)), ("september", Word::Month(9)), ("seven", Word::Number(7)), ("seventeen", Word::Number(17)),
    ("seventeenth", Word::Ordinal(17)), ("seventh", Word::Ordinal(7)), ("seventies", Word::Decade(1970)), ("seventy", Word::Number(70)),
    ("several", Word::Few(3, 9)), ("sgt", Word::Zone("SGT")), ("six", Word::Number(6)), ("sixteen", Word::Number(16)),
    ("sixteenth", Word::Ordinal(16)), ("sixth", Word::Ordinal(6)), ("sixties", Word::Decade(1960)), ("sixty", Word::Number(60)),
    ("spring", Word::Season(0)), ("st", Word::OrdinalEnd), ("summer", Word::Season(1)), ("sun", Word::Weekday(6)), ("sunday", Word::Weekday(6)),
    ("sundays", Word::Weekday(6)), ("sundown", Word::Time(16 * 60, 22 * 60)), ("sunrise", Word::Time(4 * 60, 9 * 60)),
    ("sunset", Word::Time(16 * 60, 22 * 60)), ("teatime", Word::Time(15 * 60, 19 * 60)), ("ten", Word::Number(10)), ("tenth", Word::Ordinal(10)),
    ("th", Word::OrdinalEnd), ("third", Word::Ordinal(3)), ("thirteen", Word::Number(13)), ("thirteenth", Word::Ordinal(13)),
    ("thirties", Word::Decade(1930)), ("thirtieth", Word::Ordinal(30)), ("thirty", Word::Number(30)), ("three", Word::Number(3)),
    ("thu", Word::Weekday(3)), ("thur", Word::Weekday(3)), ("thurs", Word::Weekday(3)), ("thursday", Word::Weekday(3)),
    ("thursdays", Word::Weekday(3)), ("tue", Word::Weekday(1)), ("tues", Word::Weekday(1)), ("tuesday", Word::Weekday(1)),
    ("tuesdays", Word::Weekday(1)), ("twelfth", Word::Ordinal(12)), ("twelve", Word::Number(12)), ("twenties", Word::Decade(1920)),
    ("twentieth", Word::Ordinal(20)), ("twenty", Word::Number(20)), ("twilight", Word::Time(16 * 60, 22 * 60)), ("two", Word::Number(2)),
    ("utc", Word::Zone("GMT")), ("wed", Word::Weekday(2)), ("wednesday", Word::Weekday(2)), ("wednesdays", Word::Weekday(2)),
    ("week", Word::Unit(Grain::Week)), ("weekend", Word::Unit(Grain::Weekend)), ("weekends", Word::Unit(Grain::Weekend)),
    ("weeks", Word::Unit(Grain::Week)), ("winter", Word::Season(3)), ("within", Word::Within), ("working", Word::Working),
    ("year", Word::Unit(Grain::Year)), ("years", Word::Unit(Grain::Year)), ("yr", Word::Unit(Grain::Year)), ("yrs", Word::Unit(Grain::Year)),
    ("zero", Word::Number(0)),
];
