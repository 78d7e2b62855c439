//! Subjects whose names almost match and were not joined: a name that was mistyped is a contradiction
//! that nobody sees.

use std::collections::BTreeSet;

use fnv::FnvBuildHasher;
use indexmap::IndexMap;
use rayon::prelude::*;

use super::entity::is_proper;
use super::name::{self, NameKey};
use super::neighbours::{self, LONGEST};
use super::{Alignment, EntityId};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{ClaimId, Corpus, EntityKind, Symbol};
use crate::text::normal::Form;
use crate::text::{Place, number};
use crate::value::sentence::listed;

/// A subject as written, which entity it means, how many claims use it and the first of them.
struct Use<'a> {
    text: &'a str,
    form: String,
    /// Its parts, if it is a proper name.
    key: Option<NameKey>,
    entity: EntityId,
    count: usize,
    first: ClaimId,
}

/// Warns of subjects that are one slip apart and stand for different entities, and of those that are
/// alike and answer one property in different articles; each with the commonest of those. Of those
/// that are `ambiguous`, another warning tells.
pub(super) fn near_misses(
    corpus: &Corpus,
    alignment: &Alignment,
    ambiguous: &BTreeSet<String>,
) -> Vec<Diagnostic> {
    let uses = uses(corpus, alignment);
    let forms: Vec<&str> = uses.iter().map(|name| name.form.as_str()).collect();
    let apart = Apart::new(corpus);
    let slips = neighbours::pairs(&forms, MOST, |_| true).into_par_iter();
    let slips = slips.filter_map(|(other, rarer)| {
        let (other, rarer) = (other as usize, rarer as usize);
        let slip = almost(&apart, alignment, &uses[rarer], &uses[other]);
        slip.then_some((other, rarer, None))
    });
    let keyed = uses.par_iter().enumerate();
    let keyed = keyed.filter_map(|(at, it)| Some((at, it.key.as_ref()?)));
    let keyed = keyed
        .flat_map_iter(|(at, it)| name::keys(it).into_iter().map(move |key| (key, number(at))));
    let alike = neighbours::sharing(keyed.collect(), MOST, |_| true).into_par_iter();
    let alike = alike.filter_map(|(other, rarer)| {
        let (other, rarer) = (other as usize, rarer as usize);
        let (one, two) = (&uses[rarer], &uses[other]);
        let why = may_be((corpus, &apart), alignment, ambiguous, one, two)?;
        Some((other, rarer, Some(why)))
    });
    let mut near: Vec<(usize, usize, Option<&str>)> = slips.chain(alike).collect();
    near.sort_unstable_by_key(|(other, rarer, why)| (*rarer, *other, *why));
    let mut warned: BTreeSet<(EntityId, EntityId)> = BTreeSet::new();
    let mut diagnostics = Vec::new();
    for nearest in near.chunk_by(|a, b| a.1 == b.1) {
        let (other, rarer, why) = (&uses[nearest[0].0], &uses[nearest[0].1], nearest[0].2);
        if !warned.insert((rarer.entity, other.entity)) {
            continue;
        }
        let mut names = [rarer.text, other.text];
        // One article may call the one what another calls the other.
        if rarer.text == other.text {
            names = [rarer, other].map(|it| alignment.name(it.entity));
            names.sort_by_key(|name| *name != rarer.text);
        }
        let [text, named] = names;
        let message = match why {
            None => format!("\"{text}\" almost matches \"{named}\", but is taken for another"),
            Some(why) => format!("\"{text}\" may be \"{named}\", but is taken for another: {why}"),
        };
        let hint = format!(
            "If they are one, mend the spelling or add \"{text}\" to the `aliases` of \"{named}\" in the vocabulary; if not, to its `distinct from`."
        );
        let place = |id: ClaimId| {
            let claim = corpus.claim(id);
            let file = corpus.article(claim.article).place.file;
            claim.spots.subject.in_file(file)
        };
        diagnostics.push(
            Diagnostic::new(Code::NearMissName, place(rarer.first), message, hint)
                .alike([named, text])
                .spanning(text.chars().count())
                .related_to(
                    place(other.first),
                    format!("\"{}\" stands here", other.text),
                ),
        );
    }
    diagnostics
}

/// Why reports warn of two names that nothing joins, where both answer one property.
pub(super) fn alike(left: &str, right: &str) -> Option<&'static str> {
    match is_proper(left) && is_proper(right) {
        true => name::alike(&NameKey::new(left), &NameKey::new(right)),
        false => name::is_misspelt(&Form::Name.of(left), &Form::Name.of(right))
            .then_some("one word is spelled otherwise"),
    }
}

/// Warns of surnames alone that nobody in their article bears, and that one full name of the run does:
/// nothing joins them, and what they claim is compared with nobody's. Of those that are `ambiguous`,
/// another warning tells.
pub(super) fn surnames(
    corpus: &Corpus,
    alignment: &Alignment,
    ambiguous: &BTreeSet<String>,
) -> Vec<Diagnostic> {
    let said = || {
        (0..corpus.claims.len())
            .map(ClaimId::from_index)
            .zip(&corpus.claims)
            .flat_map(|(id, claim)| {
                let speakers = claim.attribution.iter().copied();
                std::iter::once(claim.subject)
                    .chain(speakers)
                    .map(move |name| (id, claim, name))
            })
    };
    let mut surnames: IndexMap<Symbol, Option<Surname>, FnvBuildHasher> = IndexMap::default();
    for (_, _, name) in said() {
        let surname = || Surname::of(corpus.symbols.text(name));
        surnames.entry(name).or_insert_with(surname);
    }
    // Where everybody is called by the full name, there is nobody to look for.
    if !surnames.values().flatten().any(|surname| surname.alone) {
        return Vec::new();
    }
    let mut bearers: IndexMap<&str, BTreeSet<EntityId>> = IndexMap::new();
    let mut open: IndexMap<(EntityId, &str), (&str, Place)> = IndexMap::new();
    for (id, claim, name) in said() {
        let Some(Some(surname)) = surnames.get(&name) else {
            continue;
        };
        let Some(entity) = alignment.entity(claim.article, name) else {
            continue;
        };
        let text = corpus.symbols.text(name);
        if !surname.alone {
            bearers.entry(&surname.text).or_default().insert(entity);
        } else if !alignment.is_declared(entity)
            && NameKey::new(alignment.name(entity)).is_single()
            && !ambiguous.contains(text)
        {
            let file = corpus.article(claim.article).place.file;
            let place = match name == claim.subject {
                true => claim.spots.subject.in_file(file),
                false => corpus.place(id),
            };
            open.entry((entity, &surname.text)).or_insert((text, place));
        }
    }
    let apart = Apart::new(corpus);
    let declared = declared_surnames(corpus, alignment);
    for (surname, entity) in &declared {
        bearers.entry(&surname.text).or_default().insert(*entity);
    }
    let warn = |((entity, last), (text, place)): (&(EntityId, &str), &(&str, Place))| {
        let (form, key) = (Form::Name.of(text), NameKey::new(text));
        let bearers = bearers.get(last)?.iter();
        let names: Vec<&str> = bearers
            .filter(|bearer| *bearer != entity)
            .map(|bearer| alignment.name(*bearer))
            .filter(|name| !apart.says(name, &form))
            // A Ben is no "ben" of a surname where nobody else is.
            .filter(|name| NameKey::new(name).bears(&key))
            .take(MOST_BEARERS + 1)
            .collect();
        let [full, ..] = names.as_slice() else {
            return None;
        };
        if names.len() > MOST_BEARERS {
            return None;
        }
        let message = format!(
            "\"{text}\" may be {}, whom nothing else in its article names, and is taken for another",
            listed(&names, "or")
        );
        let hint = format!(
            "Write the full name once in that article, or add \"{text}\" to the `aliases` of \"{full}\" in the vocabulary; if it is somebody else, to its `distinct from`."
        );
        let diagnostic = Diagnostic::new(Code::NearMissName, *place, message, hint);
        // Of several bearers nobody can say which is meant.
        let alike = [*full, text]
            .into_iter()
            .take(if names.len() == 1 { 2 } else { 0 });
        Some(diagnostic.alike(alike).spanning(text.chars().count()))
    };
    open.iter().filter_map(warn).collect()
}

/// The surnames of declared persons who have another name beside.
fn declared_surnames(corpus: &Corpus, alignment: &Alignment) -> Vec<(Surname, EntityId)> {
    let declared = alignment.entities.declared();
    let ids: IndexMap<&str, EntityId> = declared.map(|(id, name)| (name, id)).collect();
    let persons = corpus.vocabulary.entities.iter();
    persons
        .filter(|entity| entity.kind.is_none_or(|kind| kind == EntityKind::Person))
        .filter_map(|entity| Some((Surname::of(&entity.name)?, *ids.get(&*entity.name)?)))
        .filter(|(surname, _)| !surname.alone)
        .collect()
}

/// The last part of a name that may be a person's, and whether that is all there is.
struct Surname {
    text: String,
    alone: bool,
}

impl Surname {
    fn of(name: &str) -> Option<Self> {
        let key = is_proper(name).then(|| NameKey::new(name));
        let key = key.filter(NameKey::may_be_person)?;
        Some(Self {
            text: key.parts().last()?.text.clone(),
            alone: key.is_single(),
        })
    }
}

/// A surname that more names bear says nothing.
const MOST_BEARERS: usize = 3;

/// Which names the vocabulary says not to mean an entity.
pub(super) struct Apart<'c> {
    /// By name of the entity; the names in normal form.
    names: IndexMap<&'c str, BTreeSet<String>, FnvBuildHasher>,
}

impl<'c> Apart<'c> {
    pub(super) fn new(corpus: &'c Corpus) -> Self {
        let mut names: IndexMap<&str, BTreeSet<String>, FnvBuildHasher> = IndexMap::default();
        for entity in &corpus.vocabulary.entities {
            let distinct = entity.distinct_from.iter().map(|name| Form::Name.of(name));
            if !entity.distinct_from.is_empty() {
                names.entry(&entity.name).or_default().extend(distinct);
            }
        }
        Self { names }
    }

    /// Whether a name, by its form, means another entity.
    pub(super) fn says(&self, entity: &str, form: &str) -> bool {
        let names = self.names.get(entity);
        names.is_some_and(|names| names.contains(form))
    }

    /// Whether two subjects are two.
    fn are_two(&self, alignment: &Alignment, left: &Use<'_>, right: &Use<'_>) -> bool {
        self.says(alignment.name(left.entity), &right.form)
            || self.says(alignment.name(right.entity), &left.form)
    }
}

/// So many names of one neighbourhood are looked through.
const MOST: usize = 8;

/// The subjects of claims that may be mistyped unseen, the commonest first, ties alphabetical.
fn uses<'a>(corpus: &'a Corpus, alignment: &Alignment) -> Vec<Use<'a>> {
    let mut counted: IndexMap<_, _, FnvBuildHasher> = IndexMap::default();
    for (index, claim) in corpus.claims.iter().enumerate() {
        if let Some(entity) = alignment.entity(claim.article, claim.subject) {
            let first = ClaimId::from_index(index);
            let use_ = counted.entry((claim.subject, entity)).or_insert((0, first));
            use_.0 += 1;
        }
    }
    let mut uses: Vec<Use<'a>> = counted
        .into_par_iter()
        .filter_map(|((subject, entity), (count, first))| {
            let text = corpus.symbols.text(subject);
            let form = Some(Form::Name.of(text)).filter(|form| form.len() <= LONGEST)?;
            Some(Use {
                text,
                form,
                key: is_proper(text).then(|| NameKey::new(text)),
                entity,
                count,
                first,
            })
        })
        .collect();
    uses.par_sort_unstable_by(|a, b| {
        let order = b.count.cmp(&a.count);
        order.then(a.text.cmp(b.text)).then(a.first.cmp(&b.first))
    });
    uses
}

/// Whether two subjects differ by a slip only, and nobody has said that they are two.
fn almost(apart: &Apart<'_>, alignment: &Alignment, left: &Use<'_>, right: &Use<'_>) -> bool {
    let slip = || match (&left.key, &right.key) {
        (Some(one), Some(other)) => {
            let whole = !one.is_single() && !other.is_single();
            let same = || name::compare_keys(one, other).same;
            whole && (same() || name::is_a_letter_off(one, other))
        }
        _ => name::is_misspelt(&left.form, &right.form),
    };
    left.entity != right.entity && slip() && !apart.are_two(alignment, left, right)
}

/// Why two proper names may be one, which answer one property in different articles, if they may.
fn may_be(
    (corpus, apart): (&Corpus, &Apart<'_>),
    alignment: &Alignment,
    ambiguous: &BTreeSet<String>,
    left: &Use<'_>,
    right: &Use<'_>,
) -> Option<&'static str> {
    let declared = [left, right].map(|name| alignment.is_declared(name.entity));
    let unclear = [left, right].map(|name| ambiguous.contains(name.text));
    if left.entity == right.entity || declared == [true; 2] || unclear.contains(&true) {
        return None;
    }
    let why = name::alike(left.key.as_ref()?, right.key.as_ref()?)?;
    let are_two = apart.are_two(alignment, left, right);
    (!are_two && alignment.answer_one_property(corpus, left.entity, right.entity)).then_some(why)
}
