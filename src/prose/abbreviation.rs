//! Abbreviations: words whose full stop ends no sentence, or need not.

/// What tells whether a sentence ends behind an abbreviation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ends {
    /// It never does: a name follows, or the rest of an expression.
    Never,
    /// It does unless a figure follows: "No. 5", "Jan. 3".
    UnlessFigure,
    /// It does where a word follows that begins sentences: "at 5 p.m. The".
    WhereOneBegins,
}

use Ends::{Never, UnlessFigure, WhereOneBegins};

/// The table: what ends where, and the abbreviations without their last stop, in small letters.
const TABLE: &[(Ends, &[&str])] = &[
    (
        Never,
        &[
            "mr", "mrs", "ms", "mx", "messrs", "dr", "drs", "prof", "st", "ste", "gen", "maj",
            "col", "lt", "sgt", "cpl", "pvt", "capt", "cmdr", "adm", "rep", "reps", "sen", "sens",
            "gov", "govs", "rev", "fr", "sr", "hon", "pres", "supt", "insp", "det", "asst", "atty",
            "amb", "mme", "mlle", "vs", "v", "e.g", "i.e", "cf", "viz", "approx", "ca", "mt", "ft",
            "al", "gov.-gen", "lt. col",
        ],
    ),
    (
        UnlessFigure,
        &[
            "no", "nos", "nr", "p", "pp", "art", "sec", "sect", "fig", "figs", "vol", "vols", "ch",
            "para", "pt", "ver", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept",
            "oct", "nov", "dec", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "c",
            "rs",
        ],
    ),
    (
        WhereOneBegins,
        &[
            "u.s", "u.k", "u.n", "e.u", "u.s.a", "u.a.e", "d.c", "l.a", "n.y", "n.j", "a.m", "p.m",
            "b.c", "a.d", "ph.d", "m.d", "b.a", "m.a", "j.d", "inc", "ltd", "co", "cos", "corp",
            "plc", "llc", "bros", "jr", "snr", "esq", "etc", "dept", "univ", "assn", "ave", "blvd",
            "rd", "hwy", "ala", "ariz", "ark", "calif", "colo", "conn", "del", "fla", "ga", "ill",
            "ind", "kan", "ky", "la", "md", "mass", "mich", "minn", "miss", "mo", "mont", "neb",
            "nev", "okla", "ore", "pa", "tenn", "tex", "vt", "va", "wash", "wis", "wyo", "min",
            "max", "hr", "hrs", "lb", "lbs", "oz", "yd", "sq", "est", "orig", "ext",
        ],
    ),
];

/// Words with which sentences begin, and names do not.
const BEGIN: &[&str] = &[
    "the",
    "a",
    "an",
    "this",
    "that",
    "these",
    "those",
    "he",
    "she",
    "it",
    "they",
    "we",
    "i",
    "you",
    "his",
    "her",
    "its",
    "their",
    "our",
    "my",
    "in",
    "on",
    "at",
    "by",
    "for",
    "from",
    "with",
    "without",
    "to",
    "of",
    "as",
    "after",
    "before",
    "during",
    "since",
    "until",
    "while",
    "when",
    "where",
    "if",
    "although",
    "though",
    "because",
    "but",
    "and",
    "or",
    "so",
    "yet",
    "no",
    "not",
    "nobody",
    "nothing",
    "some",
    "many",
    "most",
    "all",
    "both",
    "each",
    "one",
    "two",
    "there",
    "here",
    "then",
    "now",
    "today",
    "yesterday",
    "what",
    "who",
    "why",
    "how",
    "according",
    "police",
    "officials",
    "meanwhile",
    "however",
    "earlier",
    "later",
    "also",
    "once",
    "only",
    "under",
    "over",
    "about",
];

/// Whether a word without its stop is an abbreviation behind which a sentence need not end.
#[must_use]
pub fn is_abbreviation(word: &str) -> bool {
    find(word).is_some()
}

/// What tells whether a sentence ends behind a word without its last stop.
pub(super) fn find(word: &str) -> Option<Ends> {
    let lower = word.to_lowercase();
    // Initials: "J. K. Marsh", but not the end of "and so did I."
    let is_initial = |word: &str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_none() && word != "I"
    };
    if is_initial(word) {
        return Some(WhereOneBegins);
    }
    // "no" ends sentences, "No." is short for number; "art" and "fig" likewise.
    let is_capital = word.starts_with(char::is_uppercase);
    let row = TABLE.iter().find(|(_, words)| words.contains(&&*lower))?;
    let is_word_too = matches!(
        &*lower,
        "no" | "art"
            | "mar"
            | "del"
            | "ill"
            | "ind"
            | "la"
            | "miss"
            | "mass"
            | "pa"
            | "wash"
            | "mon"
            | "fig"
            | "gen"
    );
    (is_capital || !is_word_too).then_some(row.0)
}

/// Whether a word begins sentences.
pub(super) fn begins(word: &str) -> bool {
    BEGIN.iter().any(|other| other.eq_ignore_ascii_case(word))
}
