//! Where claims stand in their files, for whoever writes them out and changes them.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::cell::{self, Cells};
use super::field::{self, FIELDS, Part};
use super::fingerprint::{self, Fingerprint};
use crate::edit::{Path, Step};
use crate::model::{ClaimId, Corpus};
use crate::parse::{Branch, Form, Section, Tree, tree};
use crate::text::{FileId, Spot};

/// The claims of a run with their cells and where they stand.
#[derive(Debug)]
pub struct Held<'a> {
    /// What the files say.
    pub corpus: &'a Corpus,
    /// The texts of the files, by number; nothing for those without a claim.
    pub files: Vec<Option<FileText>>,
    /// The claims, in the order of the corpus.
    pub claims: Vec<HeldClaim>,
}

/// A claim in its file.
#[derive(Clone, Debug)]
pub struct HeldClaim {
    /// Its cells.
    pub cells: Cells,
    /// Its file.
    pub file: FileId,
    /// Where it stands there; nothing where it is said by an anchor or a merge.
    pub path: Option<Path>,
    /// Its article.
    pub article: u32,
}

/// A file as it was read.
#[derive(Debug)]
pub struct FileText {
    /// Its text.
    pub text: String,
    /// The same as a tree.
    pub tree: Tree,
    /// The hash of its text.
    pub hash: u32,
}

impl<'a> Held<'a> {
    /// Looks up all claims. Linear in the files.
    #[must_use]
    pub fn new(corpus: &'a Corpus) -> Self {
        let mut needed = vec![false; corpus.files.len()];
        for article in &corpus.articles {
            if let Some(file) = needed.get_mut(article.place.file.index()) {
                *file = true;
            }
        }
        let files: Vec<Option<FileText>> = needed
            .into_par_iter()
            .enumerate()
            .map(|(at, is_needed)| is_needed.then(|| FileText::new(corpus, at))?)
            .collect();
        let places: Vec<Places> = files
            .par_iter()
            .map(|file| file.as_ref().map(Places::of).unwrap_or_default())
            .collect();
        let claims = corpus.claim_ids().map(|id| {
            let file = corpus.place(id).file;
            let places = places.get(file.index());
            let path = places.and_then(|places| places.at(corpus.claim(id).spots.claim));
            HeldClaim::new(
                corpus,
                id,
                path,
                files.get(file.index()).and_then(Option::as_ref),
            )
        });
        let claims = claims.collect();
        Self {
            corpus,
            files,
            claims,
        }
    }

    /// The text of a file.
    #[must_use]
    pub fn file(&self, id: FileId) -> Option<&FileText> {
        self.files.get(id.index())?.as_ref()
    }

    /// What a claim is now.
    #[must_use]
    pub fn fingerprint(&self, claim: &HeldClaim) -> Fingerprint {
        Fingerprint {
            file: self.file(claim.file).map_or(0, |file| file.hash),
            article: claim.article,
            ordinal: claim.ordinal(),
            draft: false,
            fields: claim
                .cells
                .iter()
                .map(|cell| fingerprint::of_cell(cell))
                .collect(),
        }
    }
}

impl HeldClaim {
    fn new(corpus: &Corpus, id: ClaimId, path: Option<Path>, file: Option<&FileText>) -> Self {
        let mut cells = cell::of_claim(corpus, id);
        let document = path.as_ref().map(|path| path.document);
        if let (Some(file), Some(document)) = (file, document) {
            for (at, field) in field::of(Part::Article) {
                let is_kept = matches!(field.name, "published" | "text" | "article note");
                let text = file.article_text(document, field.key);
                if let (true, Some(text)) = (is_kept, text) {
                    cells[at] = cell::shown(text);
                }
            }
        }
        Self {
            cells,
            file: corpus.place(id).file,
            path,
            article: fingerprint::of_article(corpus.article_id(id)),
        }
    }

    /// Which entry of its list it is.
    #[must_use]
    pub fn ordinal(&self) -> u32 {
        let last = self.path.as_ref().and_then(|path| path.steps.last());
        match last {
            Some(Step::At(at)) => u32::try_from(*at).unwrap_or(u32::MAX),
            _ => u32::MAX,
        }
    }
}

impl FileText {
    fn new(corpus: &Corpus, at: usize) -> Option<Self> {
        let text = corpus.files.text(FileId::from_index(at))?;
        let body = text.strip_prefix('\u{feff}').unwrap_or(&text);
        let tree = tree(body).unwrap_or_default();
        Some(Self {
            hash: fingerprint::hash(text.as_bytes()),
            tree,
            text,
        })
    }

    /// The key of a field as it is written in a map of the file, and what stands there.
    pub(super) fn field<'t>(map: &'t Branch, name: &str) -> Option<(&'t str, &'t Branch)> {
        let Form::Map(entries, _) = &map.form else {
            return None;
        };
        entries.iter().find_map(|(key, value)| match &key.form {
            Form::Scalar(key, _) if key.trim().replace(['_', '-'], " ") == name => {
                Some((key.as_str(), value))
            }
            _ => None,
        })
    }

    /// What stands at a path.
    #[must_use]
    pub fn at(&self, path: &Path) -> Option<&Branch> {
        let mut at = self.tree.documents.get(path.document)?;
        for step in &path.steps {
            at = match (&at.form, step) {
                (Form::List(entries, _), Step::At(number)) => entries.get(*number)?,
                (Form::Map(entries, _), Step::Key(name)) => {
                    let is =
                        |key: &Branch| matches!(&key.form, Form::Scalar(text, _) if text == name);
                    entries
                        .iter()
                        .find(|(key, _)| is(key))
                        .map(|(_, value)| value)?
                }
                _ => return None,
            };
        }
        Some(at)
    }

    fn article_text(&self, document: usize, key: &str) -> Option<&str> {
        let (_, article) = Self::field(self.tree.documents.get(document)?, "article")?;
        match &Self::field(article, key)?.1.form {
            Form::Scalar(text, _) => Some(text),
            _ => None,
        }
    }
}

/// Where the claims of a file stand.
#[derive(Default)]
struct Places {
    /// The claims by line and column of their first key.
    claims: BTreeMap<Spot, Path>,
}

impl Places {
    fn of(file: &FileText) -> Self {
        let body = file.text.strip_prefix('\u{feff}').unwrap_or(&file.text);
        let mut starts: Vec<(usize, Path)> = Vec::new();
        for (number, document) in file.tree.documents.iter().enumerate() {
            let Form::Map(sections, _) = &document.form else {
                continue;
            };
            for (key, list) in sections {
                let (Form::Scalar(key, _), Form::List(entries, _)) = (&key.form, &list.form) else {
                    continue;
                };
                if Section::of(key).is_none_or(|section| section.name != "claims") {
                    continue;
                }
                for (at, entry) in entries.iter().enumerate() {
                    let steps = vec![Step::Key(key.clone()), Step::At(at)];
                    let path = Path {
                        document: number,
                        steps,
                    };
                    starts.extend(first_key(entry).map(|start| (start, path)));
                }
            }
        }
        starts.sort_by_key(|(start, _)| *start);
        let mut lines = Lines::new(body);
        let claims = starts
            .into_iter()
            .map(|(start, path)| (lines.spot(start), path));
        Self {
            claims: claims.collect(),
        }
    }

    fn at(&self, spot: Spot) -> Option<Path> {
        self.claims.get(&spot).cloned()
    }
}

/// Where the first key of a map begins.
fn first_key(entry: &Branch) -> Option<usize> {
    match &entry.form {
        Form::Map(entries, _) => entries.first().map(|(key, _)| key.range.start),
        _ => None,
    }
}

/// Counts lines and columns, forwards.
struct Lines<'t> {
    text: &'t str,
    line: usize,
    start: usize,
}

impl<'t> Lines<'t> {
    fn new(text: &'t str) -> Self {
        Self {
            text,
            line: 1,
            start: 0,
        }
    }

    /// The position of a byte, which is not before those that were asked for.
    fn spot(&mut self, at: usize) -> Spot {
        let between = self.text.get(self.start..at).unwrap_or_default();
        self.line += between.matches('\n').count();
        if let Some(end) = between.rfind('\n') {
            self.start += end + 1;
        }
        let before = self.text.get(self.start..at).unwrap_or_default();
        Spot::at(self.line, before.chars().count() + 1)
    }
}

/// A row without anything in it.
#[must_use]
pub fn empty() -> Cells {
    vec![String::new(); FIELDS.len()]
}
