//! Versions of one article: what a later one says takes the place of what the earlier one said.
//!
//! A claim is replaced where a later version answers the same question in the same voice and within
//! the same limits, be it alike or otherwise, and is not merely unsure. It is then set against the other versions alone: that
//! another newspaper contradicts what was taken back is no news.

use std::cmp::Reverse;
use std::sync::Arc;

use indexmap::IndexMap;

use super::scope::{self, Scope, Scoped};
use crate::align::Alignment;
use crate::model::{Changes, ClaimId, Corpus, Lineage};
use crate::text::forest::Line;

/// Of an article with more later claims on one question, so many of the latest are looked at; an extreme
/// that no story reaches.
const MOST_LATER: usize = 256;

/// What took the place of a claim.
#[derive(Clone, Debug)]
pub struct Replaced {
    /// The claim of the latest version that did.
    pub by: ClaimId,
    /// Where its own article stands among versions.
    line: Line,
    /// The versions of all articles.
    versions: Arc<Lineage>,
}

impl Replaced {
    /// Whether the articles of the claim that was replaced and of another are versions of one.
    pub(super) fn is_version_of(&self, corpus: &Corpus, other: ClaimId) -> bool {
        let other = self.versions.line(corpus.article_of(other).id);
        other.is_some_and(|other| self.line.is_above(other) || other.is_above(self.line))
    }
}

/// The claims that later versions replace, in order. Nearly linear in the claims.
pub(super) fn replaced(
    versions: &Arc<Lineage>,
    corpus: &Corpus,
    alignment: &Alignment,
    claims: &[ClaimId],
    (scopes, changes): (&IndexMap<ClaimId, Scope>, Changes),
) -> Vec<(ClaimId, Replaced)> {
    if versions.is_empty() {
        return Vec::new();
    }
    let nowhere = Scope::default();
    let scope = |id: ClaimId| scopes.get(&id).unwrap_or(&nowhere);
    let takes_place = |later: ClaimId, earlier: ClaimId| {
        let unsure = corpus.claim(later).hedged && !corpus.claim(earlier).hedged;
        !unsure
            && in_one_voice(corpus, alignment, later, earlier)
            && scope::stand(scope(later), scope(earlier), changes) == Scoped::Together
    };
    let line = |id: &ClaimId| Some((versions.line(corpus.article_of(*id).id)?, *id));
    let mut lines: Vec<(Line, ClaimId)> = claims.iter().filter_map(line).collect();
    // Of claims of one version, the first comes last.
    lines.sort_by_key(|(line, id)| (line.own, Reverse(*id)));
    let replaced = |(line, earlier): &(Line, ClaimId)| {
        let from = lines.partition_point(|(at, _)| at.own <= line.own);
        let to = lines.partition_point(|(at, _)| at.own <= line.last);
        let later = lines.get(from..to).unwrap_or_default().iter().rev();
        // Of several versions, the one that revises the others.
        let mut later = later.take(MOST_LATER).map(|(_, id)| *id);
        let by = later.find(|later| takes_place(*later, *earlier))?;
        let versions = Arc::clone(versions);
        let line = *line;
        Some((*earlier, Replaced { by, line, versions }))
    };
    let mut replaced: Vec<(ClaimId, Replaced)> = lines.iter().filter_map(replaced).collect();
    replaced.sort_by_key(|(claim, _)| *claim);
    replaced
}

/// Whether both are an article's own words, or words of one speaker.
fn in_one_voice(corpus: &Corpus, alignment: &Alignment, a: ClaimId, b: ClaimId) -> bool {
    let [left, right] = [a, b].map(|id| corpus.claim(id));
    if left.attribution.is_empty() || right.attribution.is_empty() {
        return left.attribution.is_empty() && right.attribution.is_empty();
    }
    let mut speakers = alignment.speakers(corpus, left);
    speakers.any(|who| alignment.speakers(corpus, right).any(|other| other == who))
}
