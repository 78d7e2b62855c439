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
    if is_always(words) || byline(words).is_some() {
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
        || lower.ends_with(" min read")
        || lower.ends_with(" minute read")
}

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
                "and" | "&" | "of" | "de" | "van" | "von" | "in" | "the"
            )
    };
    let is_short = names.split_whitespace().nth(MOST_WORDS).is_none();
    let first = parts.clone().next().unwrap_or_default();
    let is_names = parts.all(is_name) && !first.chars().any(|c| c.is_ascii_digit());
    (is_short && is_names && !has_end(words) && first.len() > 1).then_some(names)
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
    let outside = head.split('(').next().unwrap_or_default();
    let mut parts = outside.split([' ', ',']).filter(|part| !part.is_empty());
    let first = parts.next().unwrap_or_default();
    let is_shouted = first.chars().filter(|c| c.is_alphabetic()).count() >= 2
        && !first
            .chars()
            .any(|c| c.is_lowercase() || c.is_ascii_digit());
    let is_name = |part: &str| part.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let is_closed = head.matches('(').count() == head.matches(')').count();
    let is_place = is_shouted && is_closed && parts.clone().count() < 7 && parts.all(is_name);
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
