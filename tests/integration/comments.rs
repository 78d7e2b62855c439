//! What comments of the readers of values quote: each phrase is read, refused for a reason of its own, or
//! part of what is read.

use std::collections::BTreeSet;

use gainsay::value::term::Entry;
use gainsay::value::{Context, Day, Interval, Intervals, Kind, Scheme, Written, read};

use crate::invariants::sources;

/// Where amounts and dates are read.
const READERS: [&str; 4] = [
    "src/value/amount",
    "src/value/date",
    "src/value/guess.rs",
    "src/value/scan.rs",
];

/// Quoted for another reason.
const OTHERS: &[(&str, &[&str])] = &[
    (
        "words of an article around a value",
        &[
            "will meet on Thursday",
            "said on Thursday that it will appeal",
            "the sisters' will",
            "Mr.",
            "Gov.",
            "U.S.",
            "Will the board meet on Thursday?",
            "will on Thursday hear",
            "as expected",
            "was expected",
            "as reported",
            "Opened on Thursday and will stay open",
            "will meet on June 6",
            "will",
            "be held",
        ],
    ),
    ("letters that are no figures", &["e", "I", "X"]),
    ("titles of books", &["Nature", "Astronomical Algorithms"]),
    (
        "refused, since it is no amount alone",
        &[
            "3-by-5-foot",
            "a one-in-100-year flood",
            "a crowd of 5,000",
            "all but one",
            "12A",
        ],
    ),
    ("refused as what nobody can count", &["business days"]),
];

/// What a word or two may stand in.
const PLACES: &[&str] = &[
    "5 {}",
    "5{}",
    "$5 {}",
    "5 of 20 {}",
    "{} 20 years",
    "{} 6 June 2018",
    "{} May 2018",
    "{} week",
    "6 June {}",
    "May 2018 {}",
    "{} 3 p.m. on 6 June 2018",
    "3 p.m. {} on 6 June 2018",
    "{} on 6 June 2018",
    "June 4 {} June 6, 2018",
    "3 {} 5",
    "{} ago",
    "5 km {}",
    "forty-five {}",
];

#[test]
fn what_comments_quote_is_read() {
    let entry = |name| Entry {
        name,
        aliases: Vec::new(),
        broader: Vec::new(),
    };
    let names = ["hearing", "vote", "sentencing", "White House meeting"];
    let (events, _) = Scheme::names(&names.map(entry));
    let published = Intervals::from(Interval::point(Day::from_iso("2018-06-06").unwrap()));
    let cx = Context {
        anchor: Some(&published),
        events: Some(&events),
        ..Context::default()
    };
    let mut unread = Vec::new();
    let mut n_phrases = 0;
    let others: BTreeSet<&str> = OTHERS.iter().flat_map(|(_, all)| *all).copied().collect();
    let mut unused = others.clone();
    let mut sources = sources();
    sources.retain(|(path, _)| READERS.iter().any(|reader| path.starts_with(reader)));
    for (path, text) in sources {
        for phrase in quoted(&text) {
            n_phrases += 1;
            let phrase = phrase.as_str();
            unused.remove(phrase);
            let in_place = |place: &&str| is_read(&place.replace("{}", phrase), &cx);
            if !others.contains(phrase) && !is_told(phrase, &cx) && !PLACES.iter().any(in_place) {
                unread.push(format!("{}: {phrase}", path.display()));
            }
        }
    }
    assert!(unread.is_empty(), "{}", unread.join("\n"));
    assert!(unused.is_empty(), "quoted nowhere: {unused:?}");
    assert!(n_phrases > 600, "{n_phrases}");
}

/// Whether a text is read, or refused for what is wrong with it.
fn is_told(text: &str, cx: &Context<'_>) -> bool {
    let general = [
        "is not a date",
        "is not part of",
        "has no unit",
        "has no currency",
    ];
    KINDS.iter().any(|kind| match reading(text, *kind, cx) {
        Ok(()) => true,
        Err(why) => {
            let is_general = general.iter().any(|part| why.contains(part));
            !(is_general || why.starts_with("there is no ") && why.ends_with(" in it"))
        }
    })
}

fn is_read(text: &str, cx: &Context<'_>) -> bool {
    KINDS.iter().any(|kind| reading(text, *kind, cx).is_ok())
}

const KINDS: [Kind; 5] = [
    Kind::Number,
    Kind::Money,
    Kind::Duration,
    Kind::Quantity,
    Kind::Date,
];

fn reading(text: &str, kind: Kind, cx: &Context<'_>) -> Result<(), String> {
    match read(&Written::Scalar(text.into()), kind, cx) {
        Ok(_) => Ok(()),
        Err(refusal) => Err(refusal.why),
    }
}

/// What stands in quotation marks in the comments of a file, in order; a comment may go on over lines.
fn quoted(source: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut block = String::new();
    for line in source.lines().chain([""]) {
        match line.trim_start().strip_prefix("//") {
            Some(words) => {
                block.push_str(words.trim_start_matches(['/', '!']));
            }
            None => {
                let quoted = block.split('"').skip(1).step_by(2);
                found.extend(quoted.map(|phrase| phrase.trim().to_owned()));
                block.clear();
            }
        }
    }
    found
}
