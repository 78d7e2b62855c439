//! What is counted, where it stands with the figure: "314 passengers", "17-line", "three denied".
//!
//! A figure of passengers and one of seats say nothing of each other, and a bare figure may count
//! either. So a value keeps the noun of its figure, and two that differ in it are compared only as far
//! as the nouns allow.

mod compare;
mod words;

pub(super) use compare::compare;
pub use words::{FATES, FateRow};
pub(super) use words::{is_article, is_place_word, is_said, is_stop};

use super::role::{self, Role};
use crate::text::normal::Form;
use words::{
    GENERAL, MOST_WORDS, PLURALS, is_degree, is_fate, is_one_fate, is_telling, is_things, singular,
};

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

/// Of which part something became, and where: "slightly injured in the fire".
fn beside_with(degrees: &[&str], fate: Option<&str>, beside: Option<&str>) -> Option<Box<str>> {
    let degree = (!degrees.is_empty()).then(|| {
        let degrees = degrees.join(" ");
        format!("{degrees} {}", fate.unwrap_or("so"))
    });
    let parts: Vec<&str> = degree.as_deref().into_iter().chain(beside).collect();
    (!parts.is_empty()).then(|| parts.join(" ").into())
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
        let (degrees, nouns): (Vec<&str>, Vec<&str>) =
            nouns.into_iter().partition(|word| is_degree(word));
        let noun = match nouns.split_last() {
            // "10 Downing Street" counts nothing.
            Some((noun, _)) if !noun.starts_with(char::is_lowercase) => return None,
            Some((noun, _)) => Some(singular(noun)),
            None if fates.is_empty() && degrees.is_empty() => return None,
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
            beside: beside_with(&degrees, fate.as_deref(), beside),
            fate,
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
