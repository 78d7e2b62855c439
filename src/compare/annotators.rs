//! Two annotators of one article: equal readings are one, different ones are set aside.

use std::collections::BTreeMap;

use crate::model::{ClaimId, Corpus, Symbol};
use crate::value::{Extent, Value};

/// Keeps one reading of each article that several annotators read alike, and takes out all readings
/// of those that they read differently: a slip is never printed as a dispute between newspapers.
///
/// Out: the claims taken out, by article.
pub(super) fn settle(corpus: &Corpus, read: &mut Vec<(ClaimId, Value)>) -> Vec<Vec<ClaimId>> {
    let mut by_article: BTreeMap<Symbol, Vec<usize>> = BTreeMap::new();
    for (at, (id, _)) in read.iter().enumerate() {
        if corpus.article_of(*id).annotator.is_some() {
            by_article
                .entry(corpus.article_of(*id).id)
                .or_default()
                .push(at);
        }
    }
    let mut dropped = Vec::new();
    let mut set_aside = Vec::new();
    for readings in by_article.values() {
        let mut by_annotator: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        for &at in readings {
            by_annotator
                .entry(corpus.claim(read[at].0).article)
                .or_default()
                .push(at);
        }
        let mut extents = by_annotator.values().map(|readings| {
            readings
                .iter()
                .map(|at| &read[*at].1.extent)
                .collect::<Vec<&Extent>>()
        });
        let Some(first) = extents.next() else {
            continue;
        };
        let same = |other: Vec<&Extent>| {
            other.iter().all(|extent| first.contains(extent))
                && first.iter().all(|extent| other.contains(extent))
        };
        if extents.all(same) {
            dropped.extend(by_annotator.values().skip(1).flatten().copied());
        } else {
            set_aside.push(readings.iter().map(|at| read[*at].0).collect());
            dropped.extend(readings);
        }
    }
    dropped.sort_unstable();
    let mut at = 0;
    read.retain(|_| {
        at += 1;
        dropped.binary_search(&(at - 1)).is_err()
    });
    set_aside
}
