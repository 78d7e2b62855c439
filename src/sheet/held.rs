//! Where claims stand in their files, for whoever writes them out and changes them.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rayon::prelude::*;

use super::cell::{self, Cells};
use super::day;
use super::field::{self, ARTICLE, ARTICLE_NOTE_AT, PUBLISHED_AT, Part, TEXT_AT};
use super::fingerprint::{self, Fingerprint};
use crate::edit::{Node, Path, Step, flow};
use crate::model::{Article, ArticleId, Corpus};
use crate::parse::{Branch, Form, Section, Tree, tree};
use crate::text::{FileId, Place, Spot, line};

/// The claims of a run with their cells and where they stand.
#[derive(Debug)]
pub struct Held<'a> {
    /// What the files say.
    pub corpus: &'a Corpus,
    /// The texts of the files, by number; nothing for those without an article.
    pub files: Vec<Option<FileText>>,
    /// The articles, in the order of the corpus.
    pub articles: Vec<HeldArticle>,
    /// The claims, in the order of the corpus, then the drafts.
    pub claims: Vec<HeldClaim>,
}

/// An article in its file.
#[derive(Clone, Debug)]
pub struct HeldArticle {
    /// Its cells; those of claims are empty.
    pub cells: Cells,
    /// Its file.
    pub file: FileId,
    /// Its document there, where that is known.
    pub document: Option<usize>,
}

/// A claim or draft in its file.
#[derive(Clone, Debug)]
pub struct HeldClaim {
    /// Its cells, with those of its article.
    pub cells: Cells,
    /// Its article.
    pub article: ArticleId,
    /// Whether it is a draft.
    pub draft: bool,
    /// Where it starts.
    pub place: Place,
    /// Where it stands as a node; nothing where it is said by an anchor or a merge.
    pub path: Option<Path>,
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
        let path = |place: Place| {
            let places = places.get(place.file.index())?;
            places.entries.get(&place.spot).cloned()
        };
        let mut articles: Vec<HeldArticle> = corpus
            .articles
            .iter()
            .map(|article| {
                let document = path(article.place).map(|path| path.document);
                let file = files
                    .get(article.place.file.index())
                    .and_then(Option::as_ref);
                HeldArticle::new(corpus, article, (file, document))
            })
            .collect();
        let claims = corpus.claim_ids().map(|id| {
            let claim = corpus.claim(id);
            (
                cell::of_claim(corpus, claim),
                claim.article,
                corpus.place(id),
                false,
            )
        });
        let drafts = corpus.drafts.iter();
        let drafts = drafts.map(|draft| (cell::of_draft(draft), draft.article, draft.place, true));
        let claims = claims
            .chain(drafts)
            .map(|(mut cells, article, place, draft)| {
                let path = path(place);
                if let Some(held) = articles.get_mut(article.index()) {
                    held.document = held.document.or(path.as_ref().map(|path| path.document));
                    for (at, _) in field::of(Part::Article) {
                        cells[at].clone_from(&held.cells[at]);
                    }
                }
                HeldClaim {
                    cells,
                    article,
                    draft,
                    place,
                    path,
                }
            });
        let claims = claims.collect();
        Self {
            corpus,
            files,
            articles,
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
            file: self.file(claim.place.file).map_or(0, |file| file.hash),
            article: self.article(claim),
            ordinal: claim.ordinal(),
            draft: claim.draft,
            fields: claim
                .cells
                .iter()
                .map(|cell| fingerprint::of_cell(cell))
                .collect(),
        }
    }

    /// The hash of the article of a claim.
    #[must_use]
    pub fn article(&self, claim: &HeldClaim) -> u32 {
        claim
            .cells
            .get(ARTICLE)
            .map_or(0, |id| fingerprint::of_article(id))
    }
}

impl HeldArticle {
    fn new(
        corpus: &Corpus,
        article: &Article,
        (file, document): (Option<&FileText>, Option<usize>),
    ) -> Self {
        let mut cells = cell::of_article(corpus, article);
        if let (Some(file), Some(document)) = (file, document) {
            // Of these the record keeps only what they mean.
            for (at, field) in field::of(Part::Article) {
                let is_kept = matches!(at, PUBLISHED_AT | TEXT_AT | ARTICLE_NOTE_AT);
                if let (true, Some(text)) = (is_kept, file.article_text(document, field.key)) {
                    cells[at] = cell::shown(&text);
                }
            }
        }
        Self {
            cells,
            file: article.place.file,
            document,
        }
    }
}

impl HeldClaim {
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
        Some(Self::of(text))
    }

    /// A text as a tree; one that is no YAML has no documents.
    #[must_use]
    pub fn of(text: String) -> Self {
        let (_, body) = line::split_mark(&text);
        let tree = tree(body).unwrap_or_default();
        Self {
            hash: fingerprint::hash(text.as_bytes()),
            tree,
            text,
        }
    }

    /// Where its articles, claims and drafts stand, by line and column of their first key.
    #[must_use]
    pub fn places(&self) -> BTreeMap<Spot, Path> {
        Places::of(self).entries
    }

    /// The key of a field as it is written in a map of the file, and what stands there.
    #[must_use]
    pub fn field<'t>(map: &'t Branch, name: &str) -> Option<(&'t str, &'t Branch)> {
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
                (_, Step::Key(name)) => at.entry(name)?.1,
                _ => return None,
            };
        }
        Some(at)
    }

    /// What a field of an article says; a guessed date as YAML has it.
    fn article_text(&self, document: usize, key: &str) -> Option<Cow<'_, str>> {
        let (_, article) = Self::field(self.tree.documents.get(document)?, "article")?;
        let (_, branch) = Self::field(article, key)?;
        match &branch.form {
            Form::Scalar(text, _) => Some(text.into()),
            Form::Map(..) => day::guessed(Node::of(branch)).map(|node| flow(&node).into()),
            Form::List(..) | Form::Alias(_) => None,
        }
    }
}

/// Where articles, claims and drafts of a file stand, by line and column of their first key.
#[derive(Default)]
struct Places {
    entries: BTreeMap<Spot, Path>,
}

impl Places {
    fn of(file: &FileText) -> Self {
        let (_, body) = line::split_mark(&file.text);
        let mut starts: Vec<(usize, Path)> = Vec::new();
        for (document, branch) in file.tree.documents.iter().enumerate() {
            let Form::Map(sections, _) = &branch.form else {
                continue;
            };
            for (key, section) in sections {
                let Form::Scalar(key, _) = &key.form else {
                    continue;
                };
                let path = |steps: &[Step]| Path {
                    document,
                    steps: std::iter::once(Step::Key(key.clone()))
                        .chain(steps.to_vec())
                        .collect(),
                };
                match (Section::of(key).map(|section| section.name), &section.form) {
                    (Some("article"), _) => {
                        starts.extend(first_key(section).map(|start| (start, path(&[]))));
                    }
                    (Some("claims" | "drafts"), Form::List(entries, _)) => {
                        let entries = entries.iter().enumerate();
                        starts.extend(entries.filter_map(|(at, entry)| {
                            Some((first_key(entry)?, path(&[Step::At(at)])))
                        }));
                    }
                    _ => {}
                }
            }
        }
        starts.sort_by_key(|(start, _)| *start);
        let mut lines = Lines::new(body);
        let entries = starts
            .into_iter()
            .map(|(start, path)| (lines.spot(start), path));
        Self {
            entries: entries.collect(),
        }
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
