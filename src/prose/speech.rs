//! Who speaks in a sentence: "..., the fire service said", "according to Captain Vance".

use super::furniture::is_of_day;
use super::verbs::is_speech;

/// What somebody says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Speech<'t> {
    /// Who says it, where the sentence names somebody.
    pub speaker: Option<&'t str>,
}

/// Words that stand for somebody named before.
const PRONOUNS: &[&str] = &[
    "he", "she", "it", "they", "i", "we", "you", "who", "which", "that", "this", "him", "her",
    "them", "one", "others",
];
/// Words between a speaker and the verb.
const BETWEEN: &[&str] = &[
    "also",
    "later",
    "has",
    "had",
    "have",
    "then",
    "once",
    "again",
    "repeatedly",
    "first",
    "now",
    "still",
    "previously",
    "recently",
    "did",
    "not",
    "never",
    "further",
];
/// Words at which the name of a speaker ends.
const STOPS: &[&str] = &[
    "and",
    "but",
    "that",
    "which",
    "who",
    "as",
    "when",
    "while",
    "because",
    "if",
    "in",
    "on",
    "at",
    "to",
    "from",
    "with",
    "after",
    "before",
    "during",
    "by",
    "for",
    "was",
    "is",
    "were",
    "are",
    "what",
    "how",
    "why",
    "where",
    "yesterday",
    "today",
    "so",
    "about",
    "into",
];
/// Words at which it does not end before a verb: "officials at the port said".
const LINKS: &[&str] = &["in", "at", "for", "from", "with"];
/// Words with which a speaker without a name may begin.
const DETERMINERS: &[&str] = &[
    "the", "a", "an", "his", "her", "its", "their", "one", "two", "several", "some",
];
/// Speakers without a determiner or a name.
const GROUPS: &[&str] = &[
    "police",
    "officials",
    "prosecutors",
    "lawyers",
    "witnesses",
    "critics",
    "supporters",
    "experts",
    "sources",
    "authorities",
    "investigators",
    "residents",
    "doctors",
    "scientists",
    "researchers",
    "aides",
    "advocates",
];
/// Verbs behind which stands who listens.
const TO_LISTENERS: &[&str] = &["told", "tells", "asked", "asks", "urged", "warned"];
/// Verbs of what is said.
const STATES: &[&str] = &[
    "was", "is", "were", "are", "had", "has", "have", "will", "would", "could", "can", "did",
];
/// Words that begin a clause about a speaker.
const CLAUSES: &[&str] = &["which", "who", "whose"];
/// So many words a speaker has at most.
const MOST_WORDS: usize = 7;
/// So many words a role has before a name.
const MOST_ROLE: usize = 4;

/// A word with its place and the marks around it.
#[derive(Clone, Copy)]
struct Word<'t> {
    text: &'t str,
    from: usize,
    to: usize,
    /// Whether a mark parts it from the word before.
    is_parted: bool,
    /// Whether it stands in quotation marks: whoever speaks there is not the one who is quoted.
    is_quoted: bool,
}

/// What of a sentence is told as said by somebody; `None` where nobody speaks.
#[must_use]
pub fn speech(sentence: &str) -> Option<Speech<'_>> {
    let words = split(sentence);
    let span = |from: usize, to: usize| -> Option<&str> {
        let (first, last) = (words.get(from)?, words.get(to.checked_sub(1)?)?);
        sentence.get(first.from..last.to)
    };
    let is = |at: usize, text: &str| {
        words
            .get(at)
            .is_some_and(|word| word.text.eq_ignore_ascii_case(text))
    };
    let mut is_speech_of_somebody = false;
    for at in 0..words.len() {
        if is(at, "according") && is(at + 1, "to") {
            return Some(Speech {
                speaker: named(&words, at + 2)
                    .and_then(|(from, end)| span(from, end))
                    .map(bare),
            });
        }
        let is_verb = |word: &Word<'_>| is_speech(word.text) && !word.is_quoted;
        if !words.get(at).is_some_and(is_verb) {
            continue;
        }
        let before = begins(&words, at)
            .or_else(|| begins(&words, clause(&words, at)?))
            .or_else(|| apposition(&words, at))
            .and_then(|(from, to)| span(from, to));
        // "told the Wire" names who listens, "said the ship had sailed" what is said.
        let behind = || {
            let (from, end) = named(&words, at + 1)?;
            let is_said = (at + 1..=end).any(|at| is_in(&words, at, STATES));
            (!is_said && !is_in(&words, at, TO_LISTENERS))
                .then(|| span(from, end))
                .flatten()
        };
        let is_direct = words.get(at).is_some_and(|word| word.is_parted);
        let speaker = before.or_else(|| is_direct.then(behind).flatten());
        if speaker.is_some() {
            return Some(Speech {
                speaker: speaker.map(bare),
            });
        }
        is_speech_of_somebody |= is_direct || is_told(&words, at);
    }
    let has_quote = sentence.contains(['“', '”', '„', '«']) || sentence.matches('"').count() > 1;
    (has_quote || is_speech_of_somebody).then_some(Speech { speaker: None })
}

/// The speaker without the article and the title of a pronoun.
fn bare(speaker: &str) -> &str {
    let is_article = |word: &str| {
        let mut articles = ["the", "a", "an"].into_iter();
        articles.any(|it| word.eq_ignore_ascii_case(it))
    };
    let rest = speaker
        .split_once(' ')
        .filter(|(first, _)| is_article(first));
    rest.map_or(speaker, |(_, rest)| rest)
}

/// Whether a word is one of a list.
fn is_in(words: &[Word<'_>], at: usize, list: &[&str]) -> bool {
    words.get(at).is_some_and(|word| {
        list.iter()
            .any(|other| word.text.eq_ignore_ascii_case(other))
    })
}

/// Whether a pronoun stands before the verb.
fn is_told(words: &[Word<'_>], verb: usize) -> bool {
    let before = verb.checked_sub(1).and_then(|at| words.get(at));
    before.is_some_and(|word| {
        ["he", "she", "they", "i", "we", "who"]
            .iter()
            .any(|it| word.text.eq_ignore_ascii_case(it))
    })
}

/// The words before a verb that name its subject.
fn begins(words: &[Word<'_>], verb: usize) -> Option<(usize, usize)> {
    let is_in = |at: usize, list: &[&str]| {
        words
            .get(at)
            .is_some_and(|word| list.iter().any(|it| word.text.eq_ignore_ascii_case(it)))
    };
    let parted = |at: usize| words.get(at).is_some_and(|word| word.is_parted);
    let mut to = verb;
    while to > 0 && !parted(to) && is_in(to - 1, BETWEEN) {
        to -= 1;
    }
    if to == 0 || (parted(to) && !is_in(to, CLAUSES)) {
        return None;
    }
    let mut from = to;
    while from > 0
        && to - from < MOST_WORDS
        && (is_in(from - 1, LINKS) || !is_in(from - 1, STOPS))
        && !(from < to && parted(from))
    {
        from -= 1;
    }
    let is_name = |at: usize| {
        words
            .get(at)
            .is_some_and(|word| word.text.starts_with(char::is_uppercase))
    };
    if (from..to).all(|at| is_in(at, PRONOUNS)) {
        return None;
    }
    // Words of another clause are cut off: what is left begins with an article, a name or a group.
    let start =
        (from..to).find(|at| is_in(*at, DETERMINERS) || is_name(*at) || is_in(*at, GROUPS))?;
    (!is_in(start, PRONOUNS)).then_some((start, to))
}

/// Where the clause begins that parts a speaker from the verb: "the firm, which owns the ship, said".
fn clause(words: &[Word<'_>], verb: usize) -> Option<usize> {
    let parted = |at: usize| words.get(at).is_some_and(|word| word.is_parted);
    let begin = (0..verb).rev().find(|at| parted(*at))?;
    (parted(verb) && is_in(words, begin, CLAUSES)).then_some(begin)
}

/// The name between marks right before the verb: "the captain, Tom Moss, told".
fn apposition(words: &[Word<'_>], verb: usize) -> Option<(usize, usize)> {
    let parted = |at: usize| words.get(at).is_some_and(|word| word.is_parted);
    let begin = (0..verb).rev().find(|at| parted(*at))?;
    let is_name = |word: &Word<'_>| {
        word.text.starts_with(char::is_uppercase) && !word.is_quoted && !is_of_day(word.text)
    };
    let name = words.get(begin..verb)?;
    let is_one = begin > 0 && (2..=4).contains(&name.len()) && name.iter().all(is_name);
    (parted(verb) && is_one).then_some((begin, verb))
}

/// Where the name stands that begins at a word: behind a role and before a mark, "its head, Rolf Moss".
fn named(words: &[Word<'_>], from: usize) -> Option<(usize, usize)> {
    let is_name = |at: &usize| {
        words
            .get(*at)
            .is_some_and(|word| word.text.starts_with(char::is_uppercase))
    };
    // "harbour master Jonas Moss": the words of the role have no capitals.
    let is_role = |at: &usize| {
        let word = words.get(*at);
        word.is_some_and(|word| *at == from || !word.is_parted) && !is_in(words, *at, STOPS)
    };
    let roles = (from..from + MOST_ROLE).take_while(|at| is_role(at) && !is_name(at));
    let named = from + roles.count();
    let begins = (named > from && is_name(&named)).then(|| run(words, named));
    if let Some(end) = begins.flatten().filter(|_| !is_in(words, from, PRONOUNS)) {
        let is_whole = words.get(named).is_some_and(|word| !word.is_parted);
        let is_person = end - named > 1;
        if is_whole && is_person && !is_in(words, from, DETERMINERS) {
            return Some((named, end));
        }
    }
    let end = run(words, from)?;
    let behind = Some(end).filter(|end| is_in(words, from, DETERMINERS) && is_name(end));
    let behind = behind.and_then(|from| Some((from, run(words, from)?)));
    let is_person =
        |(from, end): &(usize, usize)| end - from > 1 && (*from..*end).all(|at| is_name(&at));
    Some(behind.filter(is_person).unwrap_or((from, end)))
}

/// Where the name ends that begins at a word.
fn run(words: &[Word<'_>], from: usize) -> Option<usize> {
    let is_in = |at: usize, list: &[&str]| {
        words
            .get(at)
            .is_some_and(|word| list.iter().any(|it| word.text.eq_ignore_ascii_case(it)))
    };
    let first = words.get(from)?;
    let is_start = first.text.starts_with(char::is_uppercase)
        || is_in(from, DETERMINERS)
        || is_in(from, GROUPS);
    if !is_start || is_in(from, PRONOUNS) {
        return None;
    }
    let mut end = from + 1;
    while end - from < MOST_WORDS
        && words.get(end).is_some_and(|word| !word.is_parted)
        && !is_in(end, STOPS)
    {
        end += 1;
    }
    Some(end)
}

/// The words of a sentence; full stops of abbreviations part nothing.
fn split(sentence: &str) -> Vec<Word<'_>> {
    let base = sentence.as_ptr().addr();
    let mut words = Vec::new();
    let mut is_parted = true;
    // A sentence may begin amid what is quoted.
    let open = sentence.find('“').unwrap_or(sentence.len());
    let mut is_quoted = sentence.find('”').is_some_and(|close| close < open);
    for piece in sentence.split_whitespace() {
        let opens = piece.starts_with(['“', '"', '„', '«']) || piece.starts_with("('");
        is_quoted |= opens;
        let is_mark = |c: char| !c.is_alphanumeric();
        let text = piece.trim_matches(is_mark);
        if text.is_empty() {
            is_parted = true;
            continue;
        }
        let from = text.as_ptr().addr() - base;
        let before = piece.len() - piece.trim_start_matches(is_mark).len();
        words.push(Word {
            text,
            from,
            to: from + text.len(),
            is_parted: is_parted || before > 0,
            is_quoted,
        });
        let behind = piece
            .trim_start_matches(is_mark)
            .trim_start_matches(|c: char| c.is_alphanumeric() || c == '-');
        is_quoted &= !behind.contains(['”', '"', '»']);
        is_parted = behind.contains([',', ';', ':', '”', '"', '“', ')', '?', '!', '—', '–']);
    }
    words
}
