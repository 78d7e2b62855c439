//! Articles that agree in the very same words, though nothing says that one has them from the other.

use std::collections::{BTreeMap, BTreeSet};

use fnv::FnvBuildHasher;
use indexmap::IndexMap;

use super::agreement::have_none_in_common;
use super::misreported::common_speaker;
use crate::graph::{ClaimGraph, Sourcing};
use crate::model::{ArticleId, ClaimId};
use crate::text::normal::words;
use crate::value::{Passage, Stretch, Stretches};

/// Whole quotes of so many words and more are not alike by chance.
const WHOLE: usize = 4;

/// Nor are so many words in a row.
const ROW: usize = 8;

/// The articles that have the same words for claims without a common origin or speaker, group by group.
///
/// Each stretch of words is looked up once, and each claim is held against the first that has it: near
/// linear in the words.
pub(super) fn find(
    graph: &ClaimGraph<'_>,
    sourcing: &Sourcing<'_>,
    claims: &[ClaimId],
) -> BTreeSet<Vec<ArticleId>> {
    // Whether words are too few to tell anything.
    let is_short = |text: &str| words(text).nth(WHOLE - 1).is_none();
    let quoted: Vec<(ClaimId, Stretches)> = claims
        .iter()
        .filter_map(|id| Some((*id, Stretches::of(graph.corpus.claim(*id).quote()?))))
        .collect();
    let rows = quoted.iter().map(|(_, quote)| quote.len()).sum();
    let mut first: IndexMap<Stretch<'_>, ClaimId, FnvBuildHasher> =
        IndexMap::with_capacity_and_hasher(rows, FnvBuildHasher::default());
    let mut groups: BTreeMap<ArticleId, BTreeSet<ArticleId>> = BTreeMap::new();
    for (claim, quote) in &quoted {
        let whole = (quote.len() >= WHOLE).then(|| quote.whole());
        let value = graph.corpus.claim(*claim).original();
        let value = Some(value).filter(|value| !is_short(value));
        let value = value.and_then(|value| Passage::of(&value));
        let value = value.filter(|value| value.len() >= WHOLE);
        let is_telling =
            |words: &Stretch<'_>| is_telling(words.text, value.as_ref().map(Passage::forms));
        let stretches = whole.into_iter().chain(quote.rows(ROW));
        let mut explained = None;
        for words in stretches.filter(is_telling) {
            let known = *first.entry(words).or_insert(*claim);
            let articles = [known, *claim].map(|id| graph.publication_of(id));
            // Most claims that share one row share those after it.
            if articles[0] == articles[1] || explained == Some(known) {
                continue;
            }
            let group = groups.entry(articles[0]).or_default();
            if group.contains(&articles[1]) {
                continue;
            }
            match is_unexplained(graph, sourcing, known, *claim) {
                true => _ = group.insert(articles[1]),
                false => explained = Some(known),
            }
        }
    }
    let groups = groups.into_iter().filter(|(_, others)| !others.is_empty());
    groups
        .map(|(first, others)| std::iter::once(first).chain(others).collect())
        .collect()
}

/// Whether words are more than a long name or title that both write.
fn is_telling(words: &str, name: Option<&str>) -> bool {
    name.is_none_or(|name| {
        let rest = words.replacen(name, " ", 1);
        !name.contains(words) && rest.split_ascii_whitespace().count() >= WHOLE
    })
}

/// Whether nothing in the files says why two articles should have the same words.
fn is_unexplained(
    graph: &ClaimGraph<'_>,
    sourcing: &Sourcing<'_>,
    left: ClaimId,
    right: ClaimId,
) -> bool {
    let text = |claim| graph.text_of(graph.article_of(claim));
    text(left) != text(right)
        && common_speaker(graph, left, right).is_none()
        && have_none_in_common(&sourcing.origins(left), &sourcing.origins(right))
}
