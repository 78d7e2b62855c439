//! Subjects whose names almost match and were not joined: a name that was mistyped is a contradiction
//! that nobody sees.

use std::collections::BTreeSet;

use indexmap::IndexMap;

use super::entity::is_proper;
use super::name::{self, NameKey};
use super::{Alignment, EntityId, property};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{ClaimId, Corpus};
use crate::text::normal::Form;

/// A subject as written, which entity it means, how many claims use it and the first of them.
struct Use<'a> {
    text: &'a str,
    form: String,
    key: NameKey,
    entity: EntityId,
    count: usize,
    first: ClaimId,
}

/// Warns of subjects that are one slip apart and stand for different entities.
///
/// Candidates are found as for labels, by what is left when one letter is taken out, so that no name
/// is compared with all others.
pub(super) fn near_misses(corpus: &Corpus, alignment: &Alignment) -> Vec<Diagnostic> {
    let uses = uses(corpus, alignment);
    let mut neighbourhoods: IndexMap<String, Vec<usize>> = IndexMap::new();
    let mut warned: BTreeSet<(EntityId, EntityId)> = BTreeSet::new();
    let mut diagnostics = Vec::new();
    for (at, rarer) in uses.iter().enumerate() {
        if rarer.form.len() > LONGEST {
            continue;
        }
        let mut near = None;
        for slip in property::slips(&rarer.form) {
            let known = neighbourhoods.entry(slip).or_default();
            near = known
                .iter()
                .filter_map(|other| uses.get(*other))
                .find(|other| almost(corpus, alignment, rarer, other))
                .or(near);
            // Names that share all but a letter with so many others are no slips of each other.
            if known.len() < MOST {
                known.push(at);
            }
        }
        let Some(other) = near.filter(|other| warned.insert((rarer.entity, other.entity))) else {
            continue;
        };
        let message = format!(
            "\"{}\" almost matches \"{}\", but is taken for another",
            rarer.text, other.text
        );
        let hint = format!(
            "If they are one, mend the spelling or add \"{}\" to the `aliases` of \"{}\" in the vocabulary; if not, to its `distinct from`.",
            rarer.text, other.text
        );
        let place = |id: ClaimId| {
            let claim = corpus.claim(id);
            let file = corpus.article(claim.article).place.file;
            claim.spots.subject.in_file(file)
        };
        diagnostics.push(
            Diagnostic::new(Code::NearMissName, place(rarer.first), message, hint)
                .spanning(rarer.text.chars().count())
                .related_to(
                    place(other.first),
                    format!("\"{}\" stands here", other.text),
                ),
        );
    }
    diagnostics
}

/// What is longer than this, in bytes, is no name that people mistype unseen.
const LONGEST: usize = 100;

/// So many names of one neighbourhood are looked through.
const MOST: usize = 8;

/// The subjects of claims, each entity by its commonest wording first, ties alphabetical.
fn uses<'a>(corpus: &'a Corpus, alignment: &Alignment) -> Vec<Use<'a>> {
    let mut counted = IndexMap::new();
    for (index, claim) in corpus.claims.iter().enumerate() {
        if let Some(entity) = alignment.entity(claim.article, claim.subject) {
            let first = ClaimId::from_index(index);
            let use_ = counted.entry((claim.subject, entity)).or_insert((0, first));
            use_.0 += 1;
        }
    }
    let mut uses: Vec<Use<'a>> = counted
        .into_iter()
        .map(|((subject, entity), (count, first))| {
            let text = corpus.symbols.text(subject);
            Use {
                text,
                form: Form::Name.of(text),
                key: NameKey::new(text),
                entity,
                count,
                first,
            }
        })
        .collect();
    uses.sort_by(|a, b| {
        let order = b.count.cmp(&a.count);
        order.then(a.text.cmp(b.text)).then(a.first.cmp(&b.first))
    });
    uses
}

/// Whether two subjects differ by a slip only, and nobody has said that they are two.
fn almost(corpus: &Corpus, alignment: &Alignment, left: &Use<'_>, right: &Use<'_>) -> bool {
    let slip = || match (is_proper(left.text), is_proper(right.text)) {
        (true, true) => {
            let whole = !left.key.is_single() && !right.key.is_single();
            whole && name::compare_keys(&left.key, &right.key).same
        }
        _ => name::is_misspelt(&left.form, &right.form),
    };
    let told_apart = |one: &Use<'_>, other: &Use<'_>| {
        corpus.vocabulary.entities.iter().any(|entity| {
            *entity.name == *alignment.name(one.entity)
                && entity
                    .distinct_from
                    .iter()
                    .any(|name| Form::Name.of(name) == other.form)
        })
    };
    left.entity != right.entity && slip() && !told_apart(left, right) && !told_apart(right, left)
}
