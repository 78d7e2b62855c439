//! Versions of one article: what a later one says takes the place of what the earlier one said.
//!
//! A claim is replaced where a later version answers the same question in the same voice and within
//! the same limits, be it alike or otherwise, and is not merely unsure. It is then set against the other versions alone: that
//! another newspaper contradicts what was taken back is no news.

use indexmap::IndexMap;

use super::scope::{self, Scope, Scoped};
use crate::align::Alignment;
use crate::model::{Changes, ClaimId, Corpus, Symbol};

/// What took the place of a claim.
#[derive(Clone, Debug)]
pub struct Replaced {
    /// The claim of the latest version that did.
    pub by: ClaimId,
    /// The claims of its question in other versions of its article.
    pub versions: Vec<ClaimId>,
}

/// Which articles are later versions of which, by their ids.
pub(super) struct Versions {
    earlier: IndexMap<Symbol, Symbol>,
}

impl Versions {
    pub(super) fn new(corpus: &Corpus) -> Self {
        let articles = corpus.articles.iter();
        let earlier = articles.filter_map(|article| Some((article.id, article.revises?)));
        Self {
            earlier: earlier.collect(),
        }
    }

    /// The claims that later versions replace, in order. Linear in the claims where no article has
    /// several versions, else in the pairs of claims of such articles.
    pub(super) fn replaced(
        &self,
        corpus: &Corpus,
        alignment: &Alignment,
        claims: &[ClaimId],
        (scopes, changes): (&IndexMap<ClaimId, Scope>, Changes),
    ) -> Vec<(ClaimId, Replaced)> {
        if self.earlier.is_empty() {
            return Vec::new();
        }
        let article = |id: ClaimId| corpus.article_of(id).id;
        let nowhere = Scope::default();
        let scope = |id: ClaimId| scopes.get(&id).unwrap_or(&nowhere);
        let takes_place = |later: ClaimId, earlier: ClaimId| {
            let unsure = corpus.claim(later).hedged && !corpus.claim(earlier).hedged;
            self.revises(article(later), article(earlier))
                && !unsure
                && in_one_voice(corpus, alignment, later, earlier)
                && scope::stand(scope(later), scope(earlier), changes) == Scoped::Together
        };
        let replaced = |earlier: &ClaimId| {
            let later = claims.iter().copied();
            let by = later.filter(|later| takes_place(*later, *earlier));
            // Of several versions, the one that revises the others.
            let by = by.reduce(|a, b| match self.revises(article(b), article(a)) {
                true => b,
                false => a,
            })?;
            let own = article(*earlier);
            let others = claims.iter().copied();
            let versions = others
                .filter(|id| self.revises(article(*id), own) || self.revises(own, article(*id)));
            Some((
                *earlier,
                Replaced {
                    by,
                    versions: versions.collect(),
                },
            ))
        };
        claims.iter().filter_map(replaced).collect()
    }

    /// Whether one article is a later version of another, directly or through others.
    fn revises(&self, later: Symbol, earlier: Symbol) -> bool {
        let next = |id: &Symbol| self.earlier.get(id).copied();
        let mut versions = std::iter::successors(next(&later), next).take(self.earlier.len());
        versions.any(|id| id == earlier)
    }
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
