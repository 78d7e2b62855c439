//! What is counted, where it stands with the figure: "314 passengers", "17-line", "three denied".
//!
//! A figure of passengers and one of seats say nothing of each other, and a bare figure may count
//! either. So a value keeps the noun of its figure, and two that differ in it are compared only as far
//! as the nouns allow.

use super::role::{self, Role};
use super::{Comparison, Reason, Relation, doubt};
use crate::text::normal::Form;

/// What a figure counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// The words as they stand with the figure: "clemency request rejected".
    pub words: Box<str>,
    /// The noun that is counted, in the singular; `None` of "three denied".
    noun: Option<Box<str>>,
    /// Whose noun it is.
    standing: Standing,
    /// The words before the noun that say which: "clemency" of "clemency requests".
    which: Vec<Box<str>>,
    /// What became of it: "denied".
    fate: Option<Box<str>>,
    /// Where that was, or of what it is a part, unless the property or the subject says so: "in the
    /// fire", "of the crew".
    beside: Option<Box<str>>,
    /// Whether the property says the same of it.
    fated: bool,
}

/// Whose noun it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    /// It stands in the property's own words or aliases.
    Own,
    /// It says nothing about what is counted: people, times.
    General,
    /// It is of the value alone.
    Other,
}

/// What values tell apart by what they count: a noun, which of them, what became of it, and where.
pub type Sort = (
    Option<Box<str>>,
    Vec<Box<str>>,
    Option<Box<str>>,
    Option<Box<str>>,
);

/// One fate in several words.
pub struct FateRow {
    /// Words for it.
    pub words: &'static [&'static str],
    /// Whether only requests have it, so that "three denied" are requests whatever others call them.
    pub of_requests: bool,
}

/// Fates that have several words. Two of different rows are not compared, since both can be.
#[rustfmt::skip]
pub const FATES: &[FateRow] = &[
    FateRow { words: &["denied", "rejected", "refused", "dismissed", "declined", "denial", "rejection", "refusal"], of_requests: true },
    FateRow { words: &["granted", "approved", "allowed", "accepted", "grant", "approval"], of_requests: true },
    FateRow { words: &["pending", "undecided"], of_requests: true },
    FateRow { words: &["killed", "dead", "died", "slain", "death", "fatality"], of_requests: false },
    FateRow { words: &["hurt", "injured", "wounded", "injury"], of_requests: false },
    FateRow { words: &["missing", "unaccounted"], of_requests: false },
    FateRow { words: &["rescued", "saved", "survived", "alive", "survivor"], of_requests: false },
    FateRow { words: &["arrested", "detained", "held", "arrest"], of_requests: false },
    FateRow { words: &["released", "freed"], of_requests: false },
    FateRow { words: &["charged", "indicted"], of_requests: false },
    FateRow { words: &["convicted"], of_requests: false },
    FateRow { words: &["acquitted", "cleared"], of_requests: false },
];

/// Participles that do not end in "ed", beside the words of [`FATES`].
const PARTICIPLES: &[&str] = &[
    "left", "found", "sold", "built", "sent", "taken", "given", "won", "born", "made", "seen",
    "caught", "bought", "paid", "drawn", "broken", "stolen", "written", "shot", "met", "struck",
    "burnt", "sunk", "lit", "ill", "sick", "safe", "present", "absent", "sunken", "driven",
    "beaten", "frozen", "hidden", "lost",
];

/// Nouns that say nothing about what is counted, in the singular.
const GENERAL: &[&str] = &["person", "time"];

/// Words before a noun that do not say which.
const EMPTY: &[&str] = &[
    "more",
    "other",
    "further",
    "additional",
    "extra",
    "the",
    "of",
    "its",
    "his",
    "her",
    "their",
    "our",
    "these",
    "those",
    "all",
    "such",
    "separate",
    "individual",
    "different",
];

/// Words that end what a figure counts: more is said than how many.
const STOPS: &[&str] = &[
    "may", "can", "could", "must", "should", "might", "did", "do", "does", "a", "an", "and", "or",
    "but", "nor", "in", "on", "at", "to", "by", "for", "from", "with", "without", "per", "than",
    "as", "not", "no", "never", "is", "are", "was", "were", "be", "has", "have", "had", "will",
    "would", "that", "who", "which", "whom", "whose", "if", "when", "while", "before", "after",
    "since", "ago", "out", "into", "over", "under", "up", "off", "about", "between", "during",
    "until", "because", "except", "only", "it", "they", "he", "she", "we", "i", "am", "pm", "bc",
    "ad", "bce", "ce", "oclock",
];

/// Words that begin where something was, or of what it is a part.
const PLACES: &[&str] = &[
    "in", "on", "at", "of", "from", "near", "inside", "outside", "aboard", "by", "with", "among",
];

/// Words before a noun that say nothing.
const ARTICLES: &[&str] = &["a", "an", "the"];

/// The most words that may stand with a figure.
const MOST_WORDS: usize = 6;

/// Whether a word, in small letters, cannot stand with a figure.
pub(super) fn is_stop(word: &str) -> bool {
    word.chars().count() < 2 || STOPS.contains(&word)
}

/// Whether a word, in small letters, begins where something was: "in", "of".
pub(super) fn is_place_word(word: &str) -> bool {
    PLACES.contains(&word)
}

pub(super) fn is_article(word: &str) -> bool {
    ARTICLES.contains(&word)
}

/// Whether some words name what is counted: "of the passengers", and not yet "of the".
pub(super) fn is_said(words: &[&str]) -> bool {
    words.iter().any(is_telling)
}

fn is_telling(word: &&str) -> bool {
    !EMPTY.contains(&word.to_ascii_lowercase().as_str())
}

impl Counted {
    /// What the words behind a figure count; `None` where they count nothing. Where a hyphen ties the
    /// first to the figure, that is the noun: "17-line", "a 20-seat hall". What stands `beside` it is
    /// where it was.
    pub(super) fn of(words: &[&str], hyphened: bool, beside: Option<&str>) -> Option<Self> {
        let counting = match hyphened {
            true => words.get(..1)?,
            false => words,
        };
        if words.len() > MOST_WORDS {
            return None;
        }
        let said: Vec<&str> = counting.iter().copied().filter(is_telling).collect();
        let (mut fates, nouns): (Vec<&str>, Vec<&str>) = match hyphened {
            true => (Vec::new(), said),
            false => said.into_iter().partition(|word| is_fate(word)),
        };
        let noun = match nouns.split_last() {
            // "10 Downing Street" counts nothing.
            Some((noun, _)) if !noun.starts_with(char::is_lowercase) => return None,
            Some((noun, _)) => Some(singular(noun)),
            None if fates.is_empty() => return None,
            None => None,
        };
        let before = nouns.split_last().map_or(&[][..], |(_, before)| before);
        let mut which: Vec<Box<str>> = before.iter().map(|word| singular(word)).collect();
        which.sort_unstable();
        which.dedup();
        let standing = match &noun {
            Some(noun) if GENERAL.contains(&&**noun) => Standing::General,
            _ => Standing::Other,
        };
        let beside = beside.filter(|_| !hyphened);
        let last = beside.and_then(|beside| beside.split(' ').next_back());
        fates.extend(last.filter(|word| is_fate(word)));
        let fate = fates.last().map(|word| word.to_ascii_lowercase().into());
        Some(Self {
            words: counting
                .iter()
                .copied()
                .chain(beside)
                .collect::<Vec<_>>()
                .join(" ")
                .into(),
            noun,
            standing,
            which,
            fate,
            beside: beside.map(Into::into),
            fated: false,
        })
    }

    /// The same beside the words of a property, its name and its aliases, and of its subject.
    #[must_use]
    pub(super) fn beside(mut self, labels: &[&str], subject: &str) -> Self {
        let forms: Vec<String> = labels.iter().map(|label| Form::Label.of(label)).collect();
        let words = || forms.iter().flat_map(|form| form.split(' '));
        let is_own = |word: &str| words().any(|own| own == word);
        let names_it = self.noun.as_deref().is_some_and(is_own);
        if names_it || self.which.iter().any(|word| is_own(word)) {
            self.standing = Standing::Own;
        } else if self.standing == Standing::General && labels.iter().any(|label| is_things(label))
        {
            self.standing = Standing::Other;
        }
        self.which.retain(|word| !is_own(word));
        self.beside = self.beside.filter(|beside| {
            let subject = Form::Label.of(subject);
            let known = |word: &str| subject.split(' ').any(|own| own == word) || is_own(word);
            let said = beside.split(' ').filter(|word| {
                let word = word.to_ascii_lowercase();
                !is_place_word(&word) && !is_article(&word) && !is_fate(&word)
            });
            !said.into_iter().all(|word| known(&singular(word)))
        });
        self.fated = self
            .fate
            .as_deref()
            .is_some_and(|fate| words().any(|own| is_one_fate(fate, own)));
        self
    }

    /// What it has to share with another to be one position with it: nothing of what the property says.
    pub(super) fn sort(&self) -> Sort {
        let free = self.standing != Standing::Other;
        (
            self.noun.clone().filter(|_| !free),
            self.which.clone(),
            self.fate.clone().filter(|_| !self.fated),
            self.beside
                .as_deref()
                .map(|beside| Form::Label.of(beside).into()),
        )
    }

    /// Whether it names no noun, so that the figure is as good as bare.
    pub(super) fn is_bare(&self) -> bool {
        self.noun.is_none()
    }

    /// Whether its noun stands in the property's own words.
    pub(super) fn is_own(&self) -> bool {
        self.standing == Standing::Own
    }

    /// Whether both count the same noun.
    pub(super) fn shares_noun(&self, other: &Self) -> bool {
        self.noun.is_some() && self.noun == other.noun
    }
}

/// How two values stand that count something, given how their figures do.
pub(super) fn compare(
    values: Comparison,
    left: Option<&Counted>,
    right: Option<&Counted>,
) -> Comparison {
    if left.is_none() && right.is_none() || matches!(values.relation, Relation::Incomparable(_)) {
        return values;
    }
    let doubts = [
        nouns(left, right),
        which(left, right),
        fates(left, right),
        places(left, right),
    ];
    let mut found: Option<doubt::Doubt> = None;
    for doubt in doubts {
        match doubt {
            Stands::Apart => return Relation::Incomparable(Reason::Counted).into(),
            Stands::Together => {}
            Stands::Doubtful(why) => found = Some(found.unwrap_or_else(|| why.into())),
        }
    }
    match (found, &values.doubt) {
        (None, _) => values,
        (Some(why), Some(other)) => Comparison {
            relation: Relation::Overlaps,
            doubt: Some(doubt::both(&why, other)),
            ..values
        },
        (Some(why), None) => Comparison {
            relation: Relation::Overlaps,
            doubt: Some(why),
            ..values
        },
    }
}

/// Whether what two figures count is one.
enum Stands {
    Together,
    Doubtful(String),
    Apart,
}

fn nouns(left: Option<&Counted>, right: Option<&Counted>) -> Stands {
    let of = |side: Option<&Counted>| side.filter(|it| it.noun.is_some()).cloned();
    let free = |it: &Counted| it.standing != Standing::Other;
    match (of(left), of(right)) {
        (Some(a), Some(b)) if a.noun == b.noun || free(&a) && free(&b) => Stands::Together,
        (Some(_), Some(_)) => Stands::Apart,
        (Some(it), None) | (None, Some(it)) if free(&it) || is_request(left, right) => {
            Stands::Together
        }
        (Some(it), None) | (None, Some(it)) if it.of_substance() => {
            Stands::Doubtful(format!("unless the other amount is not {}", it.words))
        }
        (Some(it), None) | (None, Some(it)) => Stands::Doubtful(format!(
            "unless the figure without a noun does not count {}",
            it.plural()
        )),
        (None, None) => Stands::Together,
    }
}

/// Whether both have one fate that only requests have.
fn is_request(left: Option<&Counted>, right: Option<&Counted>) -> bool {
    let fate = |side: Option<&Counted>| row_of(side?.fate.as_deref()?);
    match (fate(left), fate(right)) {
        (Some(a), Some(b)) => a == b && FATES.get(a).is_some_and(|row| row.of_requests),
        _ => false,
    }
}

fn which(left: Option<&Counted>, right: Option<&Counted>) -> Stands {
    let of = |side: Option<&Counted>| side.map_or(Vec::new(), |it| it.which.clone());
    let (a, b) = (of(left), of(right));
    let within = |some: &[Box<str>], all: &[Box<str>]| some.iter().all(|word| all.contains(word));
    if within(&a, &b) || within(&b, &a) {
        return Stands::Together;
    }
    let words = |side: Option<&Counted>| side.map_or("", |it| &it.words).to_owned();
    Stands::Doubtful(format!(
        "unless \u{201c}{}\u{201d} and \u{201c}{}\u{201d} are not the same",
        words(left),
        words(right)
    ))
}

fn places(left: Option<&Counted>, right: Option<&Counted>) -> Stands {
    let of = |side: Option<&Counted>| side.and_then(|it| it.beside.clone());
    match (of(left), of(right)) {
        (None, None) => Stands::Together,
        (Some(a), Some(b)) if Form::Label.of(&a) == Form::Label.of(&b) => Stands::Together,
        (Some(a), Some(b)) => Stands::Doubtful(format!(
            "unless \u{201c}{a}\u{201d} and \u{201c}{b}\u{201d} are not the same"
        )),
        (Some(beside), None) | (None, Some(beside)) => Stands::Doubtful(format!(
            "unless the other figure counts more than those {beside}"
        )),
    }
}

fn fates(left: Option<&Counted>, right: Option<&Counted>) -> Stands {
    let of = |side: Option<&Counted>| Some((side?.fate.clone()?, side?.fated));
    match (of(left), of(right)) {
        (Some((a, _)), Some((b, _))) if is_one_fate(&a, &b) => Stands::Together,
        (Some((a, _)), Some((b, _))) if row_of(&a).is_some() && row_of(&b).is_some() => {
            Stands::Apart
        }
        (Some((a, _)), Some((b, _))) => {
            Stands::Doubtful(format!("unless {a} and {b} are not the same"))
        }
        (Some((_, true)), None) | (None, Some((_, true))) | (None, None) => Stands::Together,
        (Some((fate, _)), None) | (None, Some((fate, _))) => Stands::Doubtful(format!(
            "unless the other figure counts more than those {fate}"
        )),
    }
}

impl Counted {
    /// The noun after any figure but one.
    fn plural(&self) -> String {
        match self.noun.as_deref() {
            None => self.words.to_string(),
            Some(noun) if let Some((_, plural)) = PLURALS.iter().find(|(one, _)| *one == noun) => {
                (*plural).into()
            }
            Some(noun) if noun.ends_with("man") => format!("{}en", &noun[..noun.len() - 2]),
            Some(noun)
                if noun.ends_with(['s', 'x', 'z'])
                    || noun.ends_with("ch")
                    || noun.ends_with("sh") =>
            {
                format!("{noun}es")
            }
            Some(noun) => match noun.strip_suffix('y') {
                Some(stem) if !stem.ends_with(['a', 'e', 'i', 'o', 'u']) => format!("{stem}ies"),
                _ => format!("{noun}s"),
            },
        }
    }

    /// "8 inches of rain".
    fn of_substance(&self) -> bool {
        let first = self.words.split(' ').next();
        self.words.contains(' ') && first.is_some_and(|word| role::says(word, Role::Of))
    }

    /// What is counted, as it stands behind a figure that may be one.
    pub(super) fn after(&self, one: bool) -> String {
        match (self.words.contains(' '), one, &self.noun) {
            (false, true, Some(noun)) => noun.to_string(),
            (false, false, Some(_)) => self.plural(),
            _ => self.words.to_string(),
        }
    }
}

/// Whether a word tells what became of something.
fn is_fate(word: &str) -> bool {
    let word = word.to_ascii_lowercase();
    let word = word.as_str();
    let by_ending = word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed");
    // Of a row, the nouns count: "three deaths".
    let is_noun = row_of(word).is_some() && FATAL_NOUNS.contains(&&*singular(word));
    !is_noun && (by_ending || PARTICIPLES.contains(&word) || row_of(word).is_some())
}

/// The words of [`FATES`] that are nouns.
const FATAL_NOUNS: &[&str] = &[
    "denial",
    "rejection",
    "refusal",
    "grant",
    "approval",
    "death",
    "fatality",
    "injury",
    "survivor",
    "arrest",
];

/// Plurals that no rule makes.
const PLURALS: &[(&str, &str)] = &[("person", "people"), ("child", "children")];

/// The row of [`FATES`] that has a word.
fn row_of(word: &str) -> Option<usize> {
    let word = singular(word);
    let is = |row: &FateRow| row.words.contains(&&*word);
    FATES.iter().position(is)
}

fn is_one_fate(one: &str, other: &str) -> bool {
    one == other || row_of(one).is_some_and(|row| row_of(other) == Some(row))
}

/// Whether a label names things in the plural rather than people.
fn is_things(label: &str) -> bool {
    /// How nouns for people end, in the singular.
    const PEOPLE: &[&str] = &[
        "or", "er", "ee", "ant", "ent", "ist", "man", "ian", "person", "victim", "child",
        "witness", "guest", "pilot",
    ];
    crate::text::normal::words(label).any(|word| {
        let word = word.to_lowercase();
        let one = singular(&word);
        *one != *word && !PEOPLE.iter().any(|end| one.ends_with(end)) && row_of(&one).is_none()
    })
}

fn singular(word: &str) -> Box<str> {
    Form::Label.of(word).into()
}
