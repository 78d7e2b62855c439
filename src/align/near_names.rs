//! Subjects whose names almost match and were not joined: a name that was mistyped is a contradiction
//! that nobody sees.

use std::collections::BTreeSet;

use fnv::FnvBuildHasher;
use indexmap::IndexMap;
use rayon::prelude::*;

use super::entity::is_proper;
use super::name::{self, NameKey};
use super::{Alignment, EntityId, neighbours};
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

/// Warns of subjects that are one slip apart and stand for different entities, each with the
/// commonest of those.
pub(super) fn near_misses(corpus: &Corpus, alignment: &Alignment) -> Vec<Diagnostic> {
    let uses = uses(corpus, alignment);
    let forms: Vec<&str> = uses.iter().map(|name| name.form.as_str()).collect();
    let pairs = neighbours::pairs(&forms, MOST);
    let near: Vec<(usize, usize)> = pairs
        .into_par_iter()
        .filter(|(other, rarer)| almost(corpus, alignment, &uses[*rarer], &uses[*other]))
        .collect();
    let mut warned: BTreeSet<(EntityId, EntityId)> = BTreeSet::new();
    let mut diagnostics = Vec::new();
    for nearest in near.chunk_by(|a, b| a.1 == b.1) {
        let (other, rarer) = (&uses[nearest[0].0], &uses[nearest[0].1]);
        if !warned.insert((rarer.entity, other.entity)) {
            continue;
        }
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
                key: NameKey::new(text),
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
