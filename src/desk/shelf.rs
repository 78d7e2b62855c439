//! The articles of a desk: found by a key, and each claim by its place in its file.

use std::collections::BTreeMap;
use std::path::PathBuf;

use sha2::{Digest, Sha256};

use super::change::{At, Refused};
use crate::edit::{Path, Step};
use crate::model::{ArticleId, ClaimId, Corpus};
use crate::sheet::held::FileText;
use crate::text::Spot;

/// An article with its file as it is now.
pub struct Open {
    /// Its number in the run.
    pub id: ArticleId,
    /// Its file.
    pub path: PathBuf,
    /// What the file holds.
    pub text: FileText,
    /// The fingerprint of these bytes.
    pub fingerprint: String,
    /// Its document in the file, where that is known.
    pub document: Option<usize>,
    /// Its claims in their order, then its drafts.
    pub entries: Vec<Entry>,
}

/// A claim or draft of an article.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The number of the claim in the run; of a draft, none.
    pub claim: Option<ClaimId>,
    /// Its number among the drafts of the run.
    pub draft: Option<usize>,
    /// Where it stands; nothing where an anchor or a merge says it.
    pub path: Option<Path>,
}

impl Entry {
    /// Its place in its list; nothing where the file says it in another place.
    #[must_use]
    pub fn at(&self) -> Option<At> {
        match self.path.as_ref()?.steps.last()? {
            Step::At(number) => Some(At {
                draft: self.draft.is_some(),
                number: *number,
            }),
            Step::Key(_) => None,
        }
    }
}

/// The article of a key.
#[must_use]
pub fn find(corpus: &Corpus, wanted: &str) -> Option<ArticleId> {
    let mut ids = corpus.article_ids();
    ids.find(|id| corpus.article_key(*id) == wanted)
}

/// What tells whether bytes are those that somebody has seen.
#[must_use]
pub fn fingerprint(bytes: &[u8]) -> String {
    let hash = Sha256::digest(bytes);
    hash.iter()
        .take(16)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// An article with its file.
pub(super) fn open(corpus: &Corpus, wanted: &str) -> Result<Open, Refused> {
    let gone = || Refused::No("there is no such article any more".into());
    let id = find(corpus, wanted).ok_or_else(gone)?;
    let file = corpus.article(id).place.file;
    let path = corpus.files.path(file).to_owned();
    let bytes = std::fs::read(&path).map_err(|error| Refused::unreadable(&path, &error))?;
    let fingerprint = fingerprint(&bytes);
    let text = String::from_utf8(bytes)
        .map_err(|_| Refused::No(format!("{} is not UTF-8 text", path.display())))?;
    let text = FileText::of(text);
    let places = text.places();
    let entries = entries(corpus, id, &places);
    let own = places.get(&corpus.article(id).place.spot);
    let paths = own
        .into_iter()
        .chain(entries.iter().filter_map(|it| it.path.as_ref()));
    let document = paths.map(|path| path.document).next();
    Ok(Open {
        id,
        path,
        text,
        fingerprint,
        document,
        entries,
    })
}

fn entries(corpus: &Corpus, id: ArticleId, places: &BTreeMap<Spot, Path>) -> Vec<Entry> {
    let first = corpus.claims.partition_point(|claim| claim.article < id);
    let claims = corpus.claims.iter().enumerate().skip(first);
    let claims = claims.take_while(|(_, claim)| claim.article == id);
    let claims = claims.map(|(at, claim)| Entry {
        claim: Some(ClaimId::from_index(at)),
        draft: None,
        path: places.get(&claim.spots.claim).cloned(),
    });
    let drafts = corpus.drafts.iter().enumerate();
    let drafts = drafts.filter(|(_, draft)| draft.article == id);
    let drafts = drafts.map(|(at, draft)| Entry {
        claim: None,
        draft: Some(at),
        path: places.get(&draft.place.spot).cloned(),
    });
    claims.chain(drafts).collect()
}
