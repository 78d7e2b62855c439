//! Whom and what the names of a corpus mean: which of them name one entity.
//!
//! In: the declared entities, and every mention of a name with its article. Out: an entity for each
//! mention, and a list of all joins that rest on likeness, so that people can pin or forbid them.
//!
//! 1. A name or alias of a declared entity, by normal form, means that entity; equal normal forms
//!    mean one entity.
//! 2. A full name that is like exactly one declared name, or one undeclared name that is fuller than
//!    itself and joined to nothing, means that one. What is like two is ambiguous and joins neither.
//!    Names that were joined attract no others, so that no join goes through a third name.
//! 3. Words without a capital before the name of a declared person describe that person: "the painter,
//!    Bo Chen".
//! 4. A surname, given name or acronym alone means the one entity of its article that bears it; an
//!    acronym also the one declared entity, in any article.
//!
//! Only proper names join by likeness: those with a capital (or a letter without case) in each word
//! that can have one. "Drug ring" and "cocaine ring" are told apart by their words alone.
//!
//! Nothing depends on the order of the mentions. Names are looked up by two of their parts, never
//! all against all: the cost is near linear in the number of distinct names.

mod article;
mod full;
mod hubs;
mod pair;

pub use pair::{Standing, stand};

use std::cmp::Reverse;
use std::collections::BTreeMap;

use indexmap::IndexMap;
use rayon::prelude::*;

use super::EntityId;
use super::name::{Known, NameKey};
use crate::text::normal::{Form, words};
use crate::text::number;

/// An entity of the vocabulary.
#[derive(Clone, Debug, Default)]
pub struct Declared<'a> {
    /// Its preferred name.
    pub name: &'a str,
    /// Its other names.
    pub aliases: Vec<&'a str>,
    /// How such entities are named; where no kind is declared, the name decides ([`is_proper`]).
    pub naming: Option<Naming>,
    /// Names that are never taken for this entity.
    pub distinct_from: Vec<&'a str>,
}

/// How an entity is named, which decides what other names mean it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Naming {
    /// As persons are: by given names and a surname, of which one may stand alone.
    Person,
    /// As organisations and places are: a word of the name alone is another name.
    Proper,
    /// As things and events are: by a description, that only an alias replaces.
    Common,
}

/// A name in an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mention {
    /// The article.
    pub article: u32,
    /// The name, as an index into the names as written.
    pub name: u32,
    /// Whether it stands in a value. Such names join what subjects and speakers are called, and change
    /// nothing about those but for who bears a surname alone that nobody else bears.
    pub in_value: bool,
}

/// A name that was joined to an entity by likeness.
#[derive(Clone, Debug, PartialEq)]
pub struct Join {
    /// The name as written.
    pub name: String,
    /// The entity that it was joined to.
    pub entity: u32,
    /// The article in which it means that entity; in all articles where there is none.
    pub article: Option<u32>,
    /// How sure the join is, from 0 to 1.
    pub score: f64,
    /// Why, in a few words.
    pub why: &'static str,
}

/// A name that is like several entities and was joined to none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ambiguous {
    /// The name as written.
    pub name: String,
    /// The article in which it is ambiguous; in all articles where there is none.
    pub article: Option<u32>,
    /// The entities that it could mean, ascending.
    pub entities: Vec<u32>,
}

/// What a mention means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meant {
    /// The entity.
    pub entity: EntityId,
    /// Whether likeness joined it.
    pub by_likeness: bool,
}

/// Which entity each mention means.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Resolution {
    /// What each mention means, in their order.
    pub meant: Vec<Meant>,
    /// The name of each entity: as declared, else its fullest written form. Declared entities come
    /// first, in their order, the others by name.
    pub names: Vec<String>,
    /// All joins by likeness, by entity, name and article.
    pub joins: Vec<Join>,
    /// All names that could have been joined to several entities, by name and article.
    pub ambiguous: Vec<Ambiguous>,
}

impl Declared<'_> {
    /// How it is named, as declared or by the look of the name.
    fn naming(&self) -> Naming {
        let proper = is_proper(self.name);
        let by_look = if proper {
            Naming::Proper
        } else {
            Naming::Common
        };
        self.naming.unwrap_or(by_look)
    }

    /// What the declaration of its kind says about its names.
    fn known(&self) -> Known {
        match self.naming {
            Some(Naming::Person) => Known::Person,
            Some(Naming::Proper) => Known::Firm,
            Some(Naming::Common) | None => Known::Nothing,
        }
    }
}

impl Join {
    /// How to pin the join in a vocabulary, and how to forbid it.
    #[must_use]
    pub fn hint(&self, entity: &str) -> String {
        let (name, entity) = (&self.name, entity);
        format!(
            "To pin it, add {name:?} to the `aliases` of {entity}; to forbid it, add it to its `distinct from`."
        )
    }
}

/// Resolves all mentions of some names, each written once; the mentions of one article stand
/// together. With `strict`, only aliases and equal normal forms join.
#[must_use]
pub fn resolve(
    declared: &[Declared<'_>],
    written: &[&str],
    mentions: &[Mention],
    strict: bool,
) -> Resolution {
    let names = Names::new(declared, written, mentions);
    let mut meanings = full::join(declared, &names, strict);
    let of_mention = article::join(declared, &names, mentions, &mut meanings, strict);
    numbered(declared, &names, meanings, of_mention)
}

/// Whether every word of a name that can have a capital has one, those aside that connect and a legal
/// form at its end.
#[must_use]
pub fn is_proper(name: &str) -> bool {
    let mut capitals = false;
    for word in words(name) {
        if word.starts_with(char::is_lowercase) {
            if !NameKey::is_inner_word(word) {
                return capitals && ends_with_small_legal_form(name, word);
            }
        } else if word.starts_with(char::is_alphabetic) {
            capitals = true;
        }
    }
    capitals
}

/// Whether a name ends with a legal form that is often written small, perhaps with points, and `first`
/// is its first word.
fn ends_with_small_legal_form(name: &str, first: &str) -> bool {
    const SMALL: &[&str] = &["plc", "gmbh", "inc", "ltd", "llc", "nv", "bv"];
    let last = name.split_whitespace().next_back().unwrap_or_default();
    std::ptr::eq(last.as_ptr(), first.as_ptr()) && SMALL.contains(&last.replace('.', "").as_str())
}

/// The distinct names of a corpus, by normal form.
struct Names {
    /// Sorted by their forms.
    forms: Vec<(String, Name)>,
    /// The name of each mention.
    of_mention: Vec<usize>,
}

/// One distinct name.
struct Name {
    /// The best way in which it is written.
    written: String,
    proper: bool,
    key: NameKey,
    /// Whether it stands in values only.
    in_values: bool,
}

impl Names {
    fn new(declared: &[Declared<'_>], written: &[&str], mentions: &[Mention]) -> Self {
        let forbidden = declared.iter().flat_map(|entity| &entity.distinct_from);
        let mut keyed: Vec<(String, &str, usize)> = written
            .par_iter()
            .enumerate()
            .map(|(at, name)| (Form::Name.of(name), *name, at))
            .collect();
        keyed.extend(forbidden.map(|name| (Form::Name.of(name), *name, usize::MAX)));
        keyed.par_sort_unstable();
        let mut of_written = vec![0; written.len()];
        let mut in_values = vec![true; written.len()];
        for mention in mentions.iter().filter(|mention| !mention.in_value) {
            in_values[mention.name as usize] = false;
        }
        let groups: Vec<_> = keyed.chunk_by(|a, b| a.0 == b.0).collect();
        for (name, group) in groups.iter().enumerate() {
            for (_, _, at) in group.iter().filter(|(_, _, at)| *at < written.len()) {
                of_written[*at] = name;
            }
        }
        let forms = groups.par_iter().filter_map(|group| {
            let (form, ..) = group.first()?;
            let is_weak = |at: usize| in_values.get(at).is_some_and(|weak| *weak);
            let in_values = group.iter().all(|(_, _, at)| is_weak(*at));
            let written = group
                .iter()
                .filter(|(_, _, at)| in_values || !is_weak(*at))
                .map(|(_, written, _)| *written);
            let best = written.min_by_key(|written| rank(written))?;
            let name = Name {
                written: best.trim().to_owned(),
                proper: is_proper(best),
                key: NameKey::new(best),
                in_values,
            };
            Some((form.clone(), name))
        });
        Self {
            forms: forms.collect(),
            of_mention: mentions
                .iter()
                .map(|mention| of_written[mention.name as usize])
                .collect(),
        }
    }

    fn get(&self, at: usize) -> &Name {
        &self.forms[at].1
    }

    /// The name of a normal form.
    fn find(&self, form: &str) -> Option<usize> {
        self.forms
            .binary_search_by(|(known, _)| known.as_str().cmp(form))
            .ok()
    }
}

/// Which of two ways to write a name is shown: proper ones, those not in capitals throughout and
/// those without "the" first, then the longer.
fn rank(name: &str) -> impl Ord + '_ {
    let shouted = !name.contains(char::is_lowercase);
    let the = name
        .get(..4)
        .is_some_and(|start| start.eq_ignore_ascii_case("the "));
    (!is_proper(name), shouted, the, Reverse(name.len()), name)
}

/// What a name means: a declared entity, or the entity of a name, or that of a name in an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Meaning {
    Declared(usize),
    Named(usize),
    InArticle(usize, u32),
}

/// A join that is not numbered yet.
struct Likely {
    name: usize,
    article: Option<u32>,
    to: Meaning,
    score: f64,
    why: &'static str,
}

/// What all names mean, whatever the article.
struct Meanings {
    of_name: Vec<Meaning>,
    /// Whether the name was joined by likeness.
    likely: Vec<bool>,
    joins: Vec<Likely>,
    ambiguous: Vec<(usize, Option<u32>, Vec<Meaning>)>,
    /// What names must not mean.
    forbidden: IndexMap<usize, Vec<Meaning>>,
}

impl Meanings {
    fn allows(&self, name: usize, meaning: Meaning) -> bool {
        let never = self.forbidden.get(&name);
        !never.is_some_and(|never| never.contains(&meaning))
    }
}

/// Gives the entities their numbers and names.
fn numbered(
    declared: &[Declared<'_>],
    names: &Names,
    meanings: Meanings,
    of_mention: Vec<(Meaning, bool)>,
) -> Resolution {
    let meant = of_mention.iter().map(|(meaning, _)| *meaning);
    let meant = meant.chain(meanings.ambiguous.iter().flat_map(|(_, _, to)| to).copied());
    let mut others: Vec<Meaning> = meant
        .filter(|m| !matches!(m, Meaning::Declared(_)))
        .collect();
    others.par_sort_unstable();
    others.dedup();
    let written = |meaning: &Meaning| match meaning {
        Meaning::Declared(at) => declared[*at].name,
        Meaning::Named(name) | Meaning::InArticle(name, _) => names.get(*name).written.as_str(),
    };
    others.par_sort_unstable_by(|a, b| written(a).cmp(written(b)).then(a.cmp(b)));
    let mut of_name = vec![0; names.forms.len()];
    let mut in_article = BTreeMap::new();
    for (id, meaning) in (number(declared.len())..).zip(&others) {
        match *meaning {
            Meaning::Declared(_) => {}
            Meaning::Named(name) => of_name[name] = id,
            Meaning::InArticle(name, article) => {
                in_article.insert((name, article), id);
            }
        }
    }
    let id = |meaning: &Meaning| match *meaning {
        Meaning::Declared(at) => number(at),
        Meaning::Named(name) => of_name[name],
        Meaning::InArticle(name, article) => in_article
            .get(&(name, article))
            .copied()
            .unwrap_or_default(),
    };
    let mut joins: Vec<Join> = meanings
        .joins
        .iter()
        .map(|join| Join {
            name: names.get(join.name).written.clone(),
            entity: id(&join.to),
            article: join.article,
            score: join.score,
            why: join.why,
        })
        .collect();
    joins.sort_by(|a, b| (a.entity, &a.name, a.article).cmp(&(b.entity, &b.name, b.article)));
    let mut ambiguous: Vec<Ambiguous> = meanings
        .ambiguous
        .iter()
        .map(|(name, article, to)| Ambiguous {
            name: names.get(*name).written.clone(),
            article: *article,
            entities: {
                let mut entities: Vec<u32> = to.iter().map(id).collect();
                entities.sort_unstable();
                entities
            },
        })
        .collect();
    ambiguous.sort_by(|a, b| (&a.name, a.article).cmp(&(&b.name, b.article)));
    Resolution {
        meant: of_mention
            .iter()
            .map(|(meaning, likely)| Meant {
                entity: EntityId(id(meaning)),
                by_likeness: *likely,
            })
            .collect(),
        names: (0..declared.len())
            .map(Meaning::Declared)
            .chain(others)
            .map(|meaning| written(&meaning).trim().to_owned())
            .collect(),
        joins,
        ambiguous,
    }
}
