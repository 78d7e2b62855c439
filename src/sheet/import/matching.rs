//! Which claim of the files a row was written from, though either may have changed since.

use std::collections::BTreeMap;

use crate::sheet::field::{
    self, ANNOTATOR_AT, FIELDS, ID_AT, PROPERTY_AT, Part, QUOTE_AT, SUBJECT_AT, VALUE_AT,
};
use crate::sheet::fingerprint::{Fingerprint, of_cell};
use crate::sheet::held::Held;

/// The claims or the drafts of an article.
type Kind = (u32, bool);

fn kind(article: u32, draft: bool) -> Kind {
    (article, draft)
}

/// The claims of the files by what they say.
pub(super) struct Index {
    /// What each claim is now.
    now: Vec<Fingerprint>,
    /// By article, then by what is looked for: a field, or all of them, with its hash.
    by_cell: BTreeMap<(Kind, usize, u32), Vec<usize>>,
}

/// Of so many claims with one text the best is looked for.
const MOST: usize = 200;

impl Index {
    pub(super) fn new(held: &Held<'_>) -> Self {
        let mut by_cell: BTreeMap<(Kind, usize, u32), Vec<usize>> = BTreeMap::new();
        let now: Vec<Fingerprint> = held
            .claims
            .iter()
            .map(|claim| held.fingerprint(claim))
            .collect();
        for (at, (claim, print)) in held.claims.iter().zip(&now).enumerate() {
            let article = kind(print.article, print.draft);
            let mut add = |field, hash| by_cell.entry((article, field, hash)).or_default().push(at);
            add(FIELDS.len(), whole(&print.fields));
            for field in [SUBJECT_AT, PROPERTY_AT, VALUE_AT, QUOTE_AT, ID_AT] {
                if let (Some(hash), Some(false)) = (
                    print.fields.get(field),
                    claim.cells.get(field).map(String::is_empty),
                ) {
                    add(field, *hash);
                }
            }
        }
        Self { now, by_cell }
    }

    /// What each claim of the files is now.
    pub(super) fn now(&self) -> &[Fingerprint] {
        &self.now
    }

    /// The claim of each fingerprint. No claim is that of two.
    ///
    /// First those that are what they were, then the nearest ones.
    pub(super) fn find(&self, prints: &[Option<&Fingerprint>]) -> Vec<Option<usize>> {
        let mut taken = vec![false; self.now.len()];
        let mut found = vec![None; prints.len()];
        for step in [Self::same, Self::near] {
            for (print, found) in prints.iter().zip(&mut found) {
                let (Some(print), None) = (print, &found) else {
                    continue;
                };
                *found = step(self, print, &taken);
                if let Some(place) = found.and_then(|at: usize| taken.get_mut(at)) {
                    *place = true;
                }
            }
        }
        found
    }

    /// The claims of an article with a hash in a field, without those that are taken.
    fn with<'s>(
        &'s self,
        print: &Fingerprint,
        (field, hash): (usize, u32),
        taken: &'s [bool],
    ) -> impl Iterator<Item = usize> + 's {
        let all = self
            .by_cell
            .get(&(kind(print.article, print.draft), field, hash));
        let all = all.map(Vec::as_slice).unwrap_or_default().iter().copied();
        all.filter(|at| !taken.get(*at).copied().unwrap_or(true))
            .take(MOST)
    }

    /// A claim that says in all fields what it said; of several the one that stood there.
    fn same(&self, print: &Fingerprint, taken: &[bool]) -> Option<usize> {
        let all = self.with(print, (FIELDS.len(), whole(&print.fields)), taken);
        all.min_by_key(|at| (!self.is_annotators(print, *at), self.distance(print, *at)))
    }

    /// The claim that says most of what it said, if that is enough to tell it from others.
    fn near(&self, print: &Fingerprint, taken: &[bool]) -> Option<usize> {
        let of = |field: usize| Some((field, *print.fields.get(field)?));
        let nothing = of_cell("");
        let told = [ID_AT, QUOTE_AT, VALUE_AT, SUBJECT_AT, PROPERTY_AT];
        let told = told
            .into_iter()
            .filter_map(of)
            .filter(|(_, hash)| *hash != nothing);
        let candidates = told.flat_map(|field| self.with(print, field, taken));
        let mut scored: Vec<(usize, u32, usize)> = candidates
            .map(|at| (self.score(print, at), self.distance(print, at), at))
            .filter(|(score, ..)| *score >= 4)
            .collect();
        scored.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
        scored.dedup();
        match scored.as_slice() {
            [first, second, ..] if first.0 == second.0 && first.1 == second.1 => None,
            [(.., at), ..] => Some(*at),
            [] => None,
        }
    }

    /// How much of what a row was a claim says: two for each field that tells, one for its place.
    fn score(&self, print: &Fingerprint, at: usize) -> usize {
        let nothing = of_cell("");
        let is_same = |field: &usize| {
            let now = self.hash(at, *field);
            now == print.fields.get(*field) && now != Some(&nothing)
        };
        let told = [SUBJECT_AT, PROPERTY_AT, VALUE_AT, QUOTE_AT];
        let told = told.iter().filter(|field| is_same(field)).count();
        let by_id = if is_same(&ID_AT) { 4 } else { 0 };
        let by_annotator = usize::from(self.is_annotators(print, at));
        2 * told + by_id + by_annotator + usize::from(self.distance(print, at) == 0)
    }

    fn hash(&self, at: usize, field: usize) -> Option<&u32> {
        self.now.get(at)?.fields.get(field)
    }

    fn is_annotators(&self, print: &Fingerprint, at: usize) -> bool {
        let now = self.hash(at, ANNOTATOR_AT);
        now == print.fields.get(ANNOTATOR_AT)
    }

    fn distance(&self, print: &Fingerprint, at: usize) -> u32 {
        let now = self.now.get(at).map_or(u32::MAX, |now| now.ordinal);
        now.abs_diff(print.ordinal)
    }
}

/// What a claim says in all its fields, whatever its article.
fn whole(hashes: &[u32]) -> u32 {
    let fields = field::of(Part::Claim).filter_map(|(at, _)| hashes.get(at));
    let bytes: Vec<u8> = fields.flat_map(|hash| hash.to_le_bytes()).collect();
    crate::sheet::fingerprint::hash(&bytes)
}
