//! Names that stand in values: of entities, places and members, and what looks like a name.
//!
//! In: the corpus and its properties. Out: which names each claim's value holds; and once all names
//! are resolved, what those stand for that are not written as the entity is called.

use std::sync::Arc;

use fnv::FnvBuildHasher;
use indexmap::IndexMap;
use rayon::prelude::*;
use smallvec::SmallVec;

use super::entities::Entities;
use super::entity::{Meant, is_proper};
use super::name::{NameKey, couple, described};
use super::property::Properties;
use super::{EntityId, Question};
use crate::finding::Join;
use crate::model::{ClaimId, Corpus, Property};
use crate::reading::Readings;
use crate::text::normal::Form;
use crate::value::term::{Alias, polarity};
use crate::value::{Kind, Reading, Words, Written};

/// A name in the value of a claim.
#[derive(Clone, Copy, Debug)]
pub(super) struct Named<'a> {
    pub(super) claim: ClaimId,
    pub(super) name: &'a str,
}

/// Such a name, and what it means.
#[derive(Clone, Copy, Debug)]
pub(super) struct Resolved<'a> {
    pub(super) named: Named<'a>,
    pub(super) meant: Meant,
}

/// What the names in values stand for, by claim.
#[derive(Debug, Default)]
pub(super) struct Aliases {
    by_claim: IndexMap<ClaimId, Vec<Alias>, FnvBuildHasher>,
}

impl Aliases {
    pub(super) fn of(&self, claim: ClaimId) -> &[Alias] {
        self.by_claim.get(&claim).map_or(&[], Vec::as_slice)
    }
}

/// The names in all values, in the order of the claims. Linear in the claims.
pub(super) fn names<'a>(
    corpus: &'a Corpus,
    readings: &'a Readings<'_>,
    properties: &Properties,
) -> Vec<Named<'a>> {
    let texts = readings.texts();
    let looks: Vec<Option<&'a str>> = texts.map(name_alone).collect();
    let claims = corpus.claims.par_iter().enumerate();
    let of_claim = claims.map(|(index, claim)| {
        let property = properties.declared(properties.of(claim.property), corpus);
        let kind = property.and_then(Property::declared_kind);
        let id = ClaimId::from_index(index);
        let names: SmallVec<[&str; 1]> = match (&claim.written, kind) {
            (Written::Members(list), None | Some(Kind::Members)) => {
                list.names.iter().filter_map(|text| bare(text)).collect()
            }
            (Written::Scalar(text), Some(Kind::Members | Kind::Entity | Kind::Place)) => {
                bare(text).into_iter().collect()
            }
            (Written::Scalar(_), None) => {
                let look = readings.number(id).and_then(|at| looks.get(at));
                look.copied().flatten().into_iter().collect()
            }
            _ => SmallVec::new(),
        };
        names.into_iter().map(move |name| Named { claim: id, name })
    });
    of_claim.flatten_iter().collect()
}

/// The proper name that a text is, if it can be nothing else: "Monday" and "Yes" name nobody.
fn name_alone(words: Words<'_>) -> Option<&str> {
    let name = bare(words.text())?;
    let is_nothing_else = match name == words.text() {
        true => words.is_nothing_else(),
        false => Words::new(name, &Reading::default(), None).is_nothing_else(),
    };
    is_nothing_else.then_some(name)
}

/// A proper name, perhaps behind words that describe its bearer, without what denies it or closes the
/// list.
fn bare(text: &str) -> Option<&str> {
    let name = polarity(opened(text), Form::Name).ok()?.rest;
    (is_proper(name) || described(name).is_some()).then_some(name)
}

/// A text without what closes the list.
fn opened(text: &str) -> &str {
    let text = text.trim();
    text.strip_prefix("only ").unwrap_or(text)
}

/// The people whom the value of a claim names two by two, as other names of that text.
fn couples(written: &Written) -> Vec<Alias> {
    let texts: &[Box<str>] = match written {
        Written::Members(list) => &list.names,
        Written::Scalar(text) => std::slice::from_ref(text),
        Written::Between(_) => &[],
    };
    let joint = texts.iter().map(|text| opened(text));
    let joint = joint.filter_map(|text| Some((text, couple(text)?)));
    let people = joint.flat_map(|(text, people)| people.map(|name| (text, name)));
    let alias = |(text, name): (&str, String)| Alias {
        written: text.into(),
        name: name.into(),
        sure: true,
        together: true,
    };
    people.map(alias).collect()
}

/// What the names in values stand for, where that is not what they say: as resolved, else by
/// surname within their question, unless `strict`. Out: that, and the joins of the latter.
pub(super) fn aliases(
    corpus: &Corpus,
    names: &[Resolved<'_>],
    entities: &Entities,
    questions: &[Question],
    strict: bool,
) -> (Aliases, Vec<Join>) {
    let mut found = Aliases::default();
    for (id, claim) in (0..).map(ClaimId::from_index).zip(&corpus.claims) {
        let couples = couples(&claim.written);
        if !couples.is_empty() {
            found.by_claim.entry(id).or_default().extend(couples);
        }
    }
    let mut add = |named: &Named<'_>, name: &Arc<str>, sure: bool| {
        let aliases = found.by_claim.entry(named.claim).or_default();
        aliases.push(Alias {
            written: named.name.into(),
            name: Arc::clone(name),
            sure,
            together: false,
        });
    };
    for Resolved { named, meant } in names {
        if entities.form(meant.entity) != Form::Name.of(named.name) {
            add(
                named,
                entities.shared_name(meant.entity),
                !meant.by_likeness,
            );
        }
    }
    let mut joins = Vec::new();
    if strict {
        return (found, joins);
    }
    let by_surname: Vec<(Named<'_>, EntityId)> = questions
        .par_iter()
        .flat_map_iter(|question| surnames(names, entities, question))
        .collect();
    for (named, entity) in by_surname {
        let name = entities.shared_name(entity);
        add(&named, name, false);
        joins.push(Join {
            name: named.name.to_owned(),
            entity: name.to_string(),
            article: Some(corpus.article_id(named.claim).to_owned()),
            score: SCORE,
            why: "a surname alone: one name among the answers to its question bears it".to_owned(),
        });
    }
    (found, joins)
}

/// A surname alone is a weak reason, even within one question.
const SCORE: f64 = 0.6;

/// So many names of one question are looked through.
const MOST: usize = 1_000;

/// The surnames alone among the answers to a question that mean nothing yet and that one other name
/// among these bears: which name, and whom it means.
fn surnames<'a>(
    names: &[Resolved<'a>],
    entities: &Entities,
    question: &Question,
) -> Vec<(Named<'a>, EntityId)> {
    let claims = question.claims.iter();
    let of_claim = |claim: &ClaimId| {
        let start = names.partition_point(|it| it.named.claim < *claim);
        let end = names.partition_point(|it| it.named.claim <= *claim);
        &names[start..end]
    };
    let here: Vec<&Resolved<'a>> = claims.flat_map(of_claim).collect();
    if here.len() < 2 || here.len() > MOST {
        return Vec::new();
    }
    let keys: Vec<NameKey> = here.iter().map(|it| NameKey::new(it.named.name)).collect();
    let (mut open, mut full) = (Vec::new(), Vec::new());
    for (Resolved { named, meant }, key) in here.into_iter().zip(&keys) {
        let is_open = !meant.by_likeness && !entities.is_declared(meant.entity);
        match key.is_single() {
            true if is_open => open.push((*named, key)),
            true => {}
            false => full.push((meant.entity, key)),
        }
    }
    let bearer = |(named, key): &(Named<'a>, &NameKey)| {
        let mut bearers: Vec<EntityId> = full
            .iter()
            .filter(|(_, other)| other.has_surname(key))
            .map(|(entity, _)| *entity)
            .collect();
        bearers.sort_unstable();
        bearers.dedup();
        match bearers.as_slice() {
            [one] => Some((*named, *one)),
            _ => None,
        }
    };
    open.iter().filter_map(bearer).collect()
}
