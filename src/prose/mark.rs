//! Words that make a sentence worth a look: those that turn its sense, those that rank, names.

use crate::text::normal::{Form, fold, words};

/// Words that turn the sense of a sentence, folded.
const TURNS: &[&str] = &[
    "not", "never", "no", "none", "nobody", "nothing", "nowhere", "neither", "nor", "cannot",
    "hardly", "scarcely", "deny", "denies", "denied", "denying", "denial",
];

/// Words that say that nothing is more so.
const HIGHEST: &[&str] = &[
    "most",
    "least",
    "best",
    "worst",
    "first",
    "last",
    "only",
    "sole",
    "largest",
    "record",
    "unprecedented",
    "maximum",
    "minimum",
    "top",
    "every",
    "entire",
];

/// Words that end like a superlative and are none.
const NO_SUPERLATIVES: &[&str] = &[
    "arrest",
    "attest",
    "behest",
    "chest",
    "conquest",
    "contest",
    "crest",
    "digest",
    "divest",
    "forest",
    "guest",
    "harvest",
    "honest",
    "inquest",
    "interest",
    "invest",
    "manifest",
    "midwest",
    "modest",
    "nest",
    "northwest",
    "pest",
    "priest",
    "protest",
    "quest",
    "request",
    "rest",
    "southwest",
    "suggest",
    "tempest",
    "test",
    "unrest",
    "vest",
    "west",
    "zest",
    "dishonest",
    "bequest",
    "budapest",
    "everest",
    "reinvest",
    "ingest",
    "latest",
    "jest",
];

/// Words with which an article says that it is unsure.
const HEDGES: &[&str] = &[
    "reportedly",
    "allegedly",
    "apparently",
    "purportedly",
    "supposedly",
    "unconfirmed",
    "possibly",
    "perhaps",
    "rumoured",
    "rumored",
    "may have",
    "might have",
    "may be",
    "might be",
    "is believed to",
    "are believed to",
    "was believed to",
    "is thought to",
    "are thought to",
    "was thought to",
    "appears to",
    "appeared to",
    "seems to",
];

/// Whether an article seems unsure of what a sentence says.
#[must_use]
pub fn is_hedged(sentence: &str) -> bool {
    let form = format!(" {} ", Form::Text.of(sentence));
    HEDGES
        .iter()
        .any(|hedge| form.contains(&format!(" {hedge} ")))
}

/// Verbs that "n't" is written together with.
const SHORTENED: &[&str] = &[
    "is", "are", "was", "were", "do", "does", "did", "has", "have", "had", "ca", "could", "wo",
    "would", "should", "must", "need", "ai",
];

/// Whether a folded word turns the sense of its sentence: "not", "denied", "wasnt".
#[must_use]
pub fn is_turn(folded: &str) -> bool {
    let verb = folded.strip_suffix("nt");
    TURNS.contains(&folded) || verb.is_some_and(|verb| SHORTENED.contains(&verb))
}

/// The words that turn the sense of a sentence.
pub fn turning(sentence: &str) -> impl Iterator<Item = &str> {
    words(sentence).filter(|word| is_turn(&fold(word)))
}

/// The words that say that nothing is more so.
pub fn superlatives(sentence: &str) -> impl Iterator<Item = &str> {
    let mut before = "";
    words(sentence).filter(move |word| {
        let folded = fold(word);
        let is_superlative =
            folded.len() > 4 && folded.ends_with("est") && !NO_SUPERLATIVES.contains(&&*folded);
        let is_bound = std::mem::replace(&mut before, word).eq_ignore_ascii_case("at");
        // "at least 16" bounds a number.
        (HIGHEST.contains(&&*folded) && !is_bound) || is_superlative
    })
}

/// Runs of words with capitals, the first word of the sentence left out unless more follow.
#[must_use]
pub fn names(sentence: &str) -> Vec<&str> {
    let mut names = Vec::new();
    let base = sentence.as_ptr().addr();
    let at = |word: &str| word.as_ptr().addr() - base;
    let is_capital = |word: &str| word.starts_with(char::is_uppercase) && word != "I";
    let mut run: Option<(usize, usize, usize)> = None;
    let mut is_first = true;
    let close = |run: &mut Option<(usize, usize, usize)>, names: &mut Vec<_>| {
        if let Some((from, to, _)) = run.take().filter(|(.., count)| *count > 0) {
            names.extend(sentence.get(from..to));
        }
    };
    for word in words(sentence) {
        let (from, to) = (at(word), at(word) + word.len());
        let between = run.map_or("", |(_, end, _)| {
            sentence.get(end..from).unwrap_or_default()
        });
        if run.is_some() && !matches!(between, " " | "\u{a0}" | "-" | ". " | "\n") {
            close(&mut run, &mut names);
        }
        match (is_capital(word), run.as_mut()) {
            (true, Some((_, end, count))) => (*end, *count) = (to, *count + 1),
            // The first word of a sentence has a capital anyhow.
            (true, None) => run = Some((from, to, usize::from(!is_first))),
            (false, _) => close(&mut run, &mut names),
        }
        is_first = false;
    }
    close(&mut run, &mut names);
    names
}
