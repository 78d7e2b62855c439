//! The words that dates are made of: one table.

use super::calendar::Grain;

/// What a word of a date means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// 1 is January.
    Month(i32),
    /// 0 is Monday.
    Weekday(i32),
    /// A number below a hundred.
    Number(i32),
    Hundred,
    Thousand,
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
    Part(Third),
    Earlier,
    Later,
    Rest,
    /// 0 is spring.
    Season(i32),
    Northern,
    Southern,
    Hemisphere,
    Last,
    Next,
    This,
    /// "the past week", which may be the last seven days or last week.
    Past,
    Coming,
    /// Counts from a day that only the article names.
    Following,
    Latest,
    Earliest,
    /// A day, by how many days it lies after the day of publication.
    Day(i32),
    Tonight,
    Ago,
    Hence,
    From,
    To,
    Between,
    Into,
    And,
    Or,
    Not,
    Before,
    After,
    Since,
    By,
    Within,
    Prep,
    In,
    Of,
    The,
    A,
    Circa,
    Almost,
    Over,
    Under,
    More,
    Less,
    Than,
    Least,
    Most,
    Just,
    /// A loose number, from and to.
    Few(i32, i32),
    /// A time of day, in minutes from midnight, from and to; a night ends the day after.
    Time(i32, i32),
    /// At the start of a day or at its end.
    Midnight,
    Overnight,
    Am,
    Pm,
    OClock,
    /// "some time".
    SomeTime,
    Zone(&'static str),
    Fiscal,
    Calendar,
    Ad,
    Bc,
    Quarters,
    Halves,
    Whole,
    /// "the week beginning", "the two weeks starting".
    Starting,
    Ending,
    Working,
    Adverb,
    Date,
    S,
    No,
    Commencing,
    /// "the year-ago period".
    Period,
    For,
    /// "much of 1990", "part of the week".
    Share,
    /// "the same month last year".
    Same,
    As,
    /// "so far".
    So,
    Far,
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
    pub(super) const MORNING: Self = Self::Time(0, 12 * 60);

    /// What the word means, written in lower case.
    pub(super) fn find(text: &str) -> Option<Self> {
        WORDS
            .binary_search_by(|(word, _)| (*word).cmp(text))
            .ok()
            .map(|at| WORDS[at].1)
    }
}

/// Whether a word names a weekday.
pub(super) fn is_weekday(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    matches!(Word::find(&lower), Some(Word::Weekday(_)))
}

/// Whether a word names a month and nothing else: "May" may be a verb, "mar" and "march" too.
pub(super) fn is_month(text: &str) -> bool {
    let capital = text.starts_with(char::is_uppercase);
    let lower = text.to_ascii_lowercase();
    match Word::find(&lower) {
        Some(Word::Month(3 | 5)) => capital,
        Some(Word::Month(_)) => true,
        _ => false,
    }
}

/// All words, in alphabetical order.
#[rustfmt::skip]
pub(super) const WORDS: &[(&str, Word)] = &[
    ("a", Word::A), ("about", Word::Circa), ("acdt", Word::Zone("ACT")), ("acst", Word::Zone("ACT")), ("ad", Word::Ad), ("adt", Word::Zone("AT")), ("aedt", Word::Zone("AET")), ("aest", Word::Zone("AET")), ("after", Word::After),
    ("afternoon", Word::Time(12 * 60, 18 * 60)), ("ago", Word::Ago), ("ahead", Word::Hence), ("akdt", Word::Zone("AKT")), ("akst", Word::Zone("AKT")), ("akt", Word::Zone("AKT")), ("all", Word::Whole),
    ("almost", Word::Almost), ("am", Word::Am), ("an", Word::A), ("and", Word::And),
    ("approximately", Word::Circa), ("apr", Word::Month(4)), ("april", Word::Month(4)),
    ("around", Word::Circa), ("as", Word::As), ("ast", Word::Zone("AT")), ("at", Word::Prep), ("aug", Word::Month(8)), ("august", Word::Month(8)),
    ("autumn", Word::Season(2)), ("awst", Word::Zone("AWST")), ("bc", Word::Bc), ("bce", Word::Bc), ("before", Word::Before),
    ("beginning", Word::Starting), ("between", Word::Between), ("both", Word::Adverb), ("bst", Word::Zone("BST")), ("bulk", Word::Share),
    ("business", Word::Working), ("by", Word::By), ("c", Word::Circa), ("ca", Word::Circa),
    ("calendar", Word::Calendar), ("cdt", Word::Zone("CT")), ("ce", Word::Ad), ("centuries", Word::Unit(Grain::Century)),
    ("century", Word::Unit(Grain::Century)), ("cest", Word::Zone("CEST")), ("cet", Word::Zone("CET")),
    ("circa", Word::Circa), ("clock", Word::OClock), ("close", Word::Part(Third::Late)),
    ("coming", Word::Coming), ("commencing", Word::Commencing), ("comparable", Word::Same),
    ("corresponding", Word::Same), ("couple", Word::Few(2, 2)), ("cst", Word::Zone("CT")), ("ct", Word::Zone("CT")), ("current", Word::This), 
    ("cy", Word::Calendar), ("date", Word::Date), ("dawn", Word::Time(4 * 60, 8 * 60)), ("day", Word::Unit(Grain::Day)),
    ("daybreak", Word::Time(4 * 60, 9 * 60)), ("days", Word::Unit(Grain::Day)), ("dec", Word::Month(12)), ("decade", Word::Unit(Grain::Decade)),
    ("decades", Word::Unit(Grain::Decade)), ("december", Word::Month(12)), ("during", Word::In), ("dusk", Word::Time(16 * 60, 22 * 60)),
    ("earlier", Word::Earlier), ("earliest", Word::Earliest), ("early", Word::Part(Third::Early)), ("edt", Word::Zone("ET")),
    ("eest", Word::Zone("EET")), ("eet", Word::Zone("EET")), ("eight", Word::Number(8)), ("eighteen", Word::Number(18)), ("eighteenth", Word::Ordinal(18)),
    ("eighth", Word::Ordinal(8)), ("eighties", Word::Decade(1980)), ("eighty", Word::Number(80)), ("either", Word::Adverb),
    ("eleven", Word::Number(11)), ("eleventh", Word::Ordinal(11)), ("end", Word::Part(Third::Late)), ("ended", Word::Ending),
    ("ending", Word::Ending), ("entire", Word::Whole), ("est", Word::Zone("ET")), ("et", Word::Zone("ET")),
    ("evening", Word::Time(17 * 60, 24 * 60)), ("ever", Word::Adverb), ("exactly", Word::Adverb), ("fall", Word::Season(2)), ("far", Word::Far),
    ("feb", Word::Month(2)), ("february", Word::Month(2)), ("few", Word::Few(3, 9)),
    ("fifteen", Word::Number(15)), ("fifteenth", Word::Ordinal(15)), ("fifth", Word::Ordinal(5)),
    ("fifties", Word::Decade(1950)), ("fifty", Word::Number(50)), ("final", Word::Last),
    ("financial", Word::Fiscal), ("first", Word::Ordinal(1)), ("fiscal", Word::Fiscal), ("five", Word::Number(5)),
    ("following", Word::Following), ("for", Word::For), ("forties", Word::Decade(1940)),
    ("fortieth", Word::Ordinal(40)), ("fortnight", Word::Fortnight), ("fortnights", Word::Fortnight),
    ("forty", Word::Number(40)), ("four", Word::Number(4)), ("fourteen", Word::Number(14)),
    ("fourteenth", Word::Ordinal(14)), ("fourth", Word::Ordinal(4)), ("fri", Word::Weekday(4)),
    ("friday", Word::Weekday(4)), ("fridays", Word::Weekday(4)), ("from", Word::From), ("full", Word::Whole),
    ("future", Word::Hence), ("fy", Word::Fiscal), ("gmt", Word::Zone("GMT")), ("h", Word::Halves),
    ("half", Word::Unit(Grain::Half)), ("hemisphere", Word::Hemisphere), ("hence", Word::Hence),
    ("her", Word::The), ("his", Word::The), ("hkt", Word::Zone("HKT")), ("hour", Word::Hour), ("hours", Word::Hour),
    ("hr", Word::Hour), ("hrs", Word::Hour), ("hst", Word::Zone("HST")), ("hundred", Word::Hundred), ("hundreds", Word::Hundred), ("in", Word::In), ("into", Word::Into), ("ist", Word::Zone("IST")), ("its", Word::The),
    ("jan", Word::Month(1)), ("january", Word::Month(1)), ("jst", Word::Zone("JST")), ("jul", Word::Month(7)), ("july", Word::Month(7)),
    ("jun", Word::Month(6)), ("june", Word::Month(6)), ("just", Word::Just), ("kst", Word::Zone("KST")), ("last", Word::Last),
    ("late", Word::Part(Third::Late)), ("later", Word::Later), ("latest", Word::Latest),
    ("least", Word::Least), ("less", Word::Less), ("local", Word::Adverb), ("lunchtime", Word::Time(11 * 60, 15 * 60)), ("mar", Word::Month(3)),
    ("march", Word::Month(3)), ("may", Word::Month(5)), ("mdt", Word::Zone("MT")), ("mid", Word::Part(Third::Mid)),
    ("midday", Word::Time(12 * 60, 12 * 60)),  ("middle", Word::Part(Third::Mid)), ("midnight", Word::Midnight), ("minute", Word::Hour),
    ("minutes", Word::Hour), ("moments", Word::Just), ("mon", Word::Weekday(0)), ("monday", Word::Weekday(0)),
    ("mondays", Word::Weekday(0)), ("month", Word::Unit(Grain::Month)), ("months", Word::Unit(Grain::Month)),
    ("more", Word::More), ("morning", Word::Time(0, 12 * 60)), ("most", Word::Most), ("msk", Word::Zone("MSK")), ("mst", Word::Zone("MT")), ("mt", Word::Zone("MT")), ("much", Word::Share),
    ("my", Word::The), ("nd", Word::OrdinalEnd), ("nearly", Word::Almost), ("next", Word::Next),
    ("night", Word::Time(18 * 60, 30 * 60)), ("nightfall", Word::Time(16 * 60, 22 * 60)), ("nights", Word::Unit(Grain::Day)), ("nine", Word::Number(9)),
    ("nineteen", Word::Number(19)), ("nineteenth", Word::Ordinal(19)), ("nineties", Word::Decade(1990)),
    ("ninety", Word::Number(90)), ("ninth", Word::Ordinal(9)), ("no", Word::No),
    ("noon", Word::Time(12 * 60, 12 * 60)), ("noontime", Word::Time(12 * 60, 12 * 60)), ("northern", Word::Northern), ("not", Word::Not),
    ("noughties", Word::Decade(2000)), ("nov", Word::Month(11)), ("november", Word::Month(11)),
    ("now", Word::Day(0)), ("nzdt", Word::Zone("NZT")), ("nzst", Word::Zone("NZT")), ("o", Word::Number(0)), ("oct", Word::Month(10)), ("october", Word::Month(10)),
    ("of", Word::Of), ("oh", Word::Number(0)), ("on", Word::Prep), ("once", Word::Adverb),
    ("one", Word::Number(1)), ("only", Word::Adverb), ("onward", Word::Later), ("onwards", Word::Later), ("or", Word::Or),
    ("our", Word::The), ("over", Word::Over), ("overnight", Word::Overnight), ("part", Word::Share), ("past", Word::Past),
    ("pdt", Word::Zone("PT")), ("period", Word::Period), ("pkt", Word::Zone("PKT")), ("pm", Word::Pm), ("post", Word::After),
    ("pre", Word::Before), ("preceding", Word::Last), ("precisely", Word::Adverb), ("present", Word::Day(0)),
    ("previous", Word::Last), ("prior", Word::Before), ("pst", Word::Zone("PT")), ("pt", Word::Zone("PT")),
    ("q", Word::Quarters), ("qtr", Word::Unit(Grain::Quarter)), ("qtrs", Word::Unit(Grain::Quarter)),
    ("quarter", Word::Unit(Grain::Quarter)), ("quarters", Word::Unit(Grain::Quarter)),
    ("rd", Word::OrdinalEnd), ("recent", Word::Latest), ("remainder", Word::Rest), ("rest", Word::Rest), ("roughly", Word::Circa),
    ("s", Word::S), ("same", Word::Same), ("sast", Word::Zone("SAST")), ("sat", Word::Weekday(5)), ("saturday", Word::Weekday(5)),
    ("saturdays", Word::Weekday(5)), ("season", Word::Unit(Grain::Season)),
    ("seasons", Word::Unit(Grain::Season)), ("second", Word::Ordinal(2)), ("sep", Word::Month(9)),
    ("sept", Word::Month(9)), ("september", Word::Month(9)), ("seven", Word::Number(7)),
    ("seventeen", Word::Number(17)), ("seventeenth", Word::Ordinal(17)), ("seventh", Word::Ordinal(7)),
    ("seventies", Word::Decade(1970)), ("seventy", Word::Number(70)), ("several", Word::Few(3, 9)), ("sgt", Word::Zone("SGT")), ("shortly", Word::Just),
    ("since", Word::Since), ("six", Word::Number(6)), ("sixteen", Word::Number(16)),
    ("sixteenth", Word::Ordinal(16)), ("sixth", Word::Ordinal(6)), ("sixties", Word::Decade(1960)),
    ("sixty", Word::Number(60)), ("so", Word::So), ("some", Word::Circa), ("sometime", Word::Adverb), ("soon", Word::Just),
    ("sooner", Word::Earlier), ("southern", Word::Southern), ("spring", Word::Season(0)), ("st", Word::OrdinalEnd),
    ("start", Word::Part(Third::Early)), ("starting", Word::Starting), ("summer", Word::Season(1)),
    ("sun", Word::Weekday(6)), ("sunday", Word::Weekday(6)), ("sundays", Word::Weekday(6)),
    ("sundown", Word::Time(16 * 60, 22 * 60)), ("sunrise", Word::Time(4 * 60, 9 * 60)), ("sunset", Word::Time(16 * 60, 22 * 60)), ("teatime", Word::Time(15 * 60, 19 * 60)), ("ten", Word::Number(10)), ("tenth", Word::Ordinal(10)), ("th", Word::OrdinalEnd), ("than", Word::Than),
    ("that", Word::Following), ("the", Word::The), ("their", Word::The), ("third", Word::Ordinal(3)),
    ("thirteen", Word::Number(13)), ("thirteenth", Word::Ordinal(13)), ("thirties", Word::Decade(1930)),
    ("thirtieth", Word::Ordinal(30)), ("thirty", Word::Number(30)), ("this", Word::This),
    ("thousand", Word::Thousand), ("thousands", Word::Thousand), ("three", Word::Number(3)),
    ("through", Word::To), ("throughout", Word::Whole), ("thru", Word::To), ("thu", Word::Weekday(3)),
    ("thur", Word::Weekday(3)), ("thurs", Word::Weekday(3)), ("thursday", Word::Weekday(3)),
    ("thursdays", Word::Weekday(3)), ("till", Word::To), ("time", Word::SomeTime), ("to", Word::To),
    ("today", Word::Day(0)), ("tomorrow", Word::Day(1)), ("tonight", Word::Tonight), ("toward", Word::Prep), ("towards", Word::Prep),
    ("tue", Word::Weekday(1)), ("tues", Word::Weekday(1)), ("tuesday", Word::Weekday(1)),
    ("tuesdays", Word::Weekday(1)), ("twelfth", Word::Ordinal(12)), ("twelve", Word::Number(12)),
    ("twenties", Word::Decade(1920)), ("twentieth", Word::Ordinal(20)), ("twenty", Word::Number(20)),
    ("twilight", Word::Time(16 * 60, 22 * 60)), ("two", Word::Number(2)), ("under", Word::Under), ("until", Word::To), ("up", Word::By),
    ("upcoming", Word::Coming), ("utc", Word::Zone("GMT")), ("very", Word::Adverb), ("wed", Word::Weekday(2)),
    ("wednesday", Word::Weekday(2)), ("wednesdays", Word::Weekday(2)), ("week", Word::Unit(Grain::Week)),
    ("weekend", Word::Unit(Grain::Weekend)), ("weekends", Word::Unit(Grain::Weekend)),
    ("weeks", Word::Unit(Grain::Week)), ("whole", Word::Whole), ("winter", Word::Season(3)),
    ("within", Word::Within), ("working", Word::Working), ("year", Word::Unit(Grain::Year)),
    ("years", Word::Unit(Grain::Year)), ("yesterday", Word::Day(-1)), ("yr", Word::Unit(Grain::Year)),
    ("yrs", Word::Unit(Grain::Year)), ("zero", Word::Number(0)),
];
