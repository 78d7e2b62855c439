//! What stands around the sentences of a page: bylines, datelines, captions, links, buttons.

use super::sentence::has_end;

/// Beginnings of lines that belong to the page and not to the article, whatever follows.
const ALWAYS: &[&str] = &[
    "follow us",
    "share this",
    "sign up for",
    "sign up to",
    "subscribe to",
    "subscribe now",
    "read more",
    "read also",
    "also read",
    "read next",
    "see also:",
    "story continues",
    "article continues",
    "continue reading",
    "click here",
    "tap here",
    "all rights reserved",
    "copyright ©",
    "copyright (c)",
    "our standards:",
    "©",
    "we use cookies",
    "this site uses cookies",
    "skip to",
    "(reporting by",
    "reporting by",
    "(editing by",
    "editing by",
    "additional reporting",
    "like us on",
    "tweet this",
    "email this",
    "print this",
    "get the latest",
    "download our app",
    "join our",
    "log in",
    "sign in",
    "already a subscriber",
    "support our",
    "become a member",
    "this article was originally",
    "this story was originally",
    "for more information on our",
    "filed under",
    "posted in",
];

/// The same, of lines without a full stop.
const BARE: &[&str] = &[
    "read:",
    "watch:",
    "listen:",
    "more:",
    "related",
    "recommended",
    "more from",
    "most read",
    "most popular",
    "trending",
    "tags",
    "topics",
    "categories",
    "comments",
    "comment",
    "leave a comment",
    "leave a reply",
    "published",
    "updated",
    "last updated",
    "posted",
    "first published",
    "written by",
    "image source",
    "image credit",
    "photo credit",
    "advertisement",
    "sponsored",
    "newsletter",
    "subscribe",
    "share",
    "tweet",
    "email",
    "print",
    "home",
    "menu",
    "search",
    "facebook",
    "twitter",
    "whatsapp",
    "instagram",
    "loading",
    "close",
    "next",
    "previous",
    "back to top",
    "terms of",
    "privacy policy",
    "cookie",
    "contact us",
    "about us",
    "accept",
    "save",
    "view comments",
    "show more",
    "load more",
    "up next",
    "breaking news",
    "live updates",
    "skip",
    "follow",
];

/// A line without a full stop has so many words at most, to be taken for one of these.
const MOST_WORDS: usize = 12;

/// Beginnings and endings of the words under a picture.
const CAPTIONS: &[&str] = &[
    "photo:",
    "photos:",
    "photograph:",
    "picture:",
    "pictured:",
    "pictured",
    "image:",
    "file -",
    "file –",
    "file —",
    "file photo",
    "caption:",
    "above:",
    "graphic:",
    "video:",
];
const CREDITS: &[&str] = &[
    "getty images",
    "reuters",
    "/afp",
    "/ap",
    "ap photo",
    "file photo",
    "/getty",
    "shutterstock",
    "photo",
    "handout",
    "courtesy photo",
];

/// What stands before the few words of a credit: "Photo: Bo Chen", "Photo by Bo Chen".
const CREDITED: &[&str] = &[
    "photo:",
    "photo by ",
    "photo /",
    "(photo ",
    "picture:",
    "image:",
];
const MOST_CREDITED: usize = 6;
/// A credit has so many letters at most.
const LONGEST_CREDIT: usize = 100;

/// Whether a paragraph belongs to the page and not to the article.
pub(super) fn is_furniture(words: &str) -> bool {
    if is_always(words) || byline(words).is_some() || is_list_of_others(words) {
        return true;
    }
    let is_bare = !has_end(words) || words.ends_with(':');
    if !is_bare || words.split_whitespace().nth(MOST_WORDS).is_some() {
        return false;
    }
    let lower = words.to_lowercase();
    let is_whole_word = |start: &&&str| {
        let rest = lower.strip_prefix(**start);
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    let starts = BARE.iter().find(is_whole_word);
    // "Comments of the mayor anger the port" is a headline: a button has few words.
    let is_short = words.split_whitespace().nth(3).is_none();
    let is_dated = |start: &str| {
        start.ends_with(':') || lower.contains(|c: char| c.is_ascii_digit() || c == ':')
    };
    starts.is_some_and(|start| is_short || is_dated(start))
        || is_links(&lower)
        || lower
            .strip_prefix("copyright ")
            .is_some_and(begins_with_year)
        || lower.ends_with(" min read")
        || lower.ends_with(" minute read")
}

fn begins_with_year(text: &str) -> bool {
    text.bytes().take_while(u8::is_ascii_digit).count() == 4
}

/// Whether a line is a row of buttons: "Back | Print this page".
fn is_links(line: &str) -> bool {
    let mut buttons = line.split(" | ");
    let is_short = |button: &str| button.split_whitespace().nth(3).is_none();
    line.contains(" | ") && buttons.all(is_short)
}

/// Whether a line heads a list of other articles.
pub(super) fn is_list_of_others(line: &str) -> bool {
    let lower = line.trim_end_matches([':', '.', '…', ' ']).to_lowercase();
    let is_short = lower.split_whitespace().nth(5).is_none();
    let mut starts = ["more from ", "more on ", "most read in "].into_iter();
    OTHERS.contains(&&*lower) || (is_short && starts.any(|start| lower.starts_with(start)))
}

/// Lines that head lists of other articles.
const OTHERS: &[&str] = &[
    "read more",
    "read also",
    "also read",
    "read next",
    "see also",
    "up next",
    "related",
    "related articles",
    "related stories",
    "related news",
    "related content",
    "related topics",
    "recommended",
    "recommended for you",
    "more stories",
    "more news",
    "more on this story",
    "top stories",
    "latest news",
    "other stories",
    "most read",
    "most popular",
    "trending",
    "trending now",
    "you may also like",
    "you might also like",
    "don't miss",
];

/// Whether a sentence belongs to the page, also amid the sentences of a paragraph.
pub(super) fn is_always(words: &str) -> bool {
    let start: String = words
        .chars()
        .take(40)
        .flat_map(char::to_lowercase)
        .collect();
    ALWAYS.iter().any(|it| start.starts_with(it))
}

/// Whether a paragraph stands under a picture.
pub(super) fn is_caption(words: &str) -> bool {
    let lower: String = words
        .chars()
        .take(LONGEST_CREDIT)
        .flat_map(char::to_lowercase)
        .collect();
    let tail = words
        .char_indices()
        .rev()
        .nth(LONGEST_CREDIT)
        .map_or(0, |(at, _)| at);
    let tail = words.get(tail..).unwrap_or_default().to_lowercase();
    let end = tail.trim_end_matches(['.', ')', ']']);
    let credited = CREDITED
        .iter()
        .filter_map(|it| Some(end.rfind(it)? + it.len()));
    let behind = credited.min().and_then(|at| end.get(at..));
    CAPTIONS.iter().any(|it| lower.starts_with(it))
        || behind.is_some_and(|who| who.split_whitespace().nth(MOST_CREDITED).is_none())
        || CREDITS.iter().any(|it| is_credit(end, it))
}

/// Whether words end with a credit that is no part of a sentence: "Bo Chen/AP", "(AP Photo)".
fn is_credit(end: &str, credit: &str) -> bool {
    let Some(before) = end.strip_suffix(credit) else {
        return false;
    };
    credit.starts_with('/')
        || before
            .trim_end()
            .ends_with(['(', '/', '.', '|', ':', ',', '['])
}

/// Whom a byline names: "By Ann Marsh and Bo Chen".
#[must_use]
pub fn byline(words: &str) -> Option<&str> {
    let names = words
        .strip_prefix("By ")
        .or_else(|| words.strip_prefix("BY "))?;
    let mut parts = names.split_whitespace();
    let is_name = |word: &str| {
        word.starts_with(char::is_uppercase)
            || matches!(
                word,
                "and" | "&" | "of" | "de" | "van" | "von" | "in" | "the" | "|" | "·" | "•"
            )
    };
    // "By Ann Marsh, Valley Post, May 6, 2024"
    let is_dated = names.contains(',');
    let is_name = |word: &str| is_name(word) || (is_dated && begins_with_digit(word));
    let is_short = names.split_whitespace().nth(MOST_WORDS).is_none();
    let first = parts.clone().next().unwrap_or_default();
    let is_names = parts.all(is_name) && !first.chars().any(|c| c.is_ascii_digit());
    (is_short && is_names && !has_end(words) && first.len() > 1).then_some(names)
}

/// Whether a line is a day and nothing else: "Saturday, 3 February 2024".
pub(super) fn is_day(line: &str) -> bool {
    let words = || line.split([' ', ',', '|']).filter(|word| !word.is_empty());
    (2..=5).contains(&words().count())
        && words().all(is_of_day)
        && words().any(begins_with_digit)
        && words().any(|word| word.starts_with(char::is_alphabetic))
}

fn begins_with_digit(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

/// How long the dateline is with which a paragraph begins: "PORT ALDEN, May 6 (Coast Wire) — "; 0 for none.
pub(super) fn dateline(words: &str) -> usize {
    const LONGEST: usize = 90;
    let dashes = [" — ", " – ", " - ", " -- ", "—"];
    let ends = dashes
        .iter()
        .filter_map(|dash| Some((words.find(dash)?, dash.len())));
    let Some((at, dash)) = ends.min().filter(|(at, _)| *at <= LONGEST) else {
        return 0;
    };
    let head = words.get(..at).unwrap_or_default();
    let is_closed = head.matches('(').count() == head.matches(')').count();
    let is_place = is_closed && is_place(head);
    // What comes behind is a sentence of its own: "NATO — which met in May — said" is none.
    let rest = words.get(at + dash..).unwrap_or_default().trim_start();
    let begins = rest
        .trim_start_matches(['“', '"', '‘', '\''])
        .starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    match is_place && begins {
        true => at + dash,
        false => 0,
    }
}

/// Whether what stands before the dash of a dateline is a place in capitals, a day before or behind it, and an
/// agency in brackets; or the agency alone.
fn is_place(head: &str) -> bool {
    let (before, rest) = head.split_once('(').unwrap_or((head, ""));
    let (agency, behind) = rest.split_once(')').unwrap_or_default();
    let outside = [before, behind].into_iter();
    let parts: Vec<&str> = outside
        .flat_map(|part| part.split([' ', ',']))
        .filter(|part| !part.is_empty())
        .collect();
    let is_shouted = |part: &&&str| {
        part.chars().filter(|c| c.is_alphabetic()).count() >= 2
            && !part.chars().any(|c| c.is_lowercase() || c.is_ascii_digit())
    };
    let is_name = |part: &&str| part.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let is_agency = || {
        let mut words = agency.split_whitespace();
        words.clone().count() <= 4 && words.clone().count() > 0 && words.all(|it| is_name(&it))
    };
    match parts.iter().position(|part| is_shouted(&part)) {
        Some(0) => parts.len() < 8 && parts.iter().all(is_name),
        // Before the place only a day may stand: a month, a weekday, figures.
        Some(at) => {
            let day = parts.get(..at).unwrap_or_default();
            parts.len() < 8 && parts.iter().all(is_name) && day.iter().all(|it| is_of_day(it))
        }
        None => parts.is_empty() && is_agency(),
    }
}

/// Whether a word can stand in a day: "May", "Sept.", "6", "2024", "Monday".
pub(super) fn is_of_day(word: &str) -> bool {
    const MONTHS: &[&str] = &[
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let lower = word.trim_end_matches('.').to_lowercase();
    let is_month = lower.len() <= 9
        && lower.chars().all(char::is_alphabetic)
        && MONTHS.iter().any(|month| lower.starts_with(month));
    is_month || lower.ends_with("day") || lower.bytes().all(|c| c.is_ascii_digit())
}
