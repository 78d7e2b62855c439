//! Two annotators of one article: equal readings are one, different ones are set aside.

use std::iter::repeat_n;

use indexmap::IndexSet;

use crate::model::{ClaimId, Corpus};
use crate::value::{Extent, Value};

/// Keeps one reading of each article that several annotators read alike, and takes out all readings
/// of those that they read differently: a slip is never printed as a dispute between newspapers.
/// Who noted less than another read nothing differently; the fullest reading is kept.
///
/// In: the values that were read, in the order of the articles. Out: the claims taken out, by article.
pub(super) fn settle(corpus: &Corpus, read: &mut Vec<(ClaimId, Value)>) -> Vec<Vec<ClaimId>> {
    let mut set_aside = Vec::new();
    let mut keep = Vec::with_capacity(read.len());
    for of_article in
        read.chunk_by(|(a, _), (b, _)| corpus.article_of(*a).id == corpus.article_of(*b).id)
    {
        let readings: Vec<&[(ClaimId, Value)]> = of_article
            .chunk_by(|(a, _), (b, _)| corpus.claim(*a).article == corpus.claim(*b).article)
            .collect();
        let fullest = fullest(&readings);
        if fullest.is_none() {
            set_aside.push(of_article.iter().map(|(id, _)| *id).collect());
        }
        for (at, reading) in readings.iter().enumerate() {
            keep.extend(repeat_n(fullest == Some(at), reading.len()));
        }
    }
    let mut keep = keep.into_iter();
    read.retain(|_| keep.next().unwrap_or(true));
    set_aside
}

/// The first reading that holds all that the others hold, if there is one.
fn fullest(readings: &[&[(ClaimId, Value)]]) -> Option<usize> {
    if readings.len() == 1 {
        return Some(0);
    }
    let extents: Vec<IndexSet<(&Extent, &Extent)>> = readings
        .iter()
        .map(|reading| {
            let values = reading.iter().map(|(_, value)| value);
            values
                .map(|value| (&value.extent, value.likely_extent()))
                .collect()
        })
        .collect();
    extents
        .iter()
        .position(|all| extents.iter().all(|some| some.is_subset(all)))
}
