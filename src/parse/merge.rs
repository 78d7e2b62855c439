//! Puts the records of all files together: one table of symbols, articles in their order.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::document::{FileRecords, ReadArticle};
use super::kept::Kept;
use super::{quotes, references};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Article, ArticleId, Axis, Claim, Corpus, Draft, Symbol, Symbols};

/// Adds what files say to a corpus, but for their articles, which wait for those of all others. Takes the
/// files in the order of their paths, so that the numbers of symbols do not depend on threads.
pub(super) fn add(
    files: Vec<Result<FileRecords, Box<Diagnostic>>>,
    articles: &mut Vec<ReadArticle>,
    corpus: &mut Corpus,
    diagnostics: &mut Vec<Diagnostic>,
) {
    for file in files {
        match file {
            Ok(mut file) => {
                let translation = Translation::new(&file.symbols, &mut corpus.symbols);
                for read in &mut file.articles {
                    translation.article(&mut read.article);
                    for claim in &mut read.claims {
                        translation.claim(claim);
                    }
                }
                articles.append(&mut file.articles);
                let all = &mut corpus.vocabulary;
                all.sources.append(&mut file.vocabulary.sources);
                all.entities.append(&mut file.vocabulary.entities);
                all.properties.append(&mut file.vocabulary.properties);
                all.rules.append(&mut file.vocabulary.rules);
                corpus.rulings.append(&mut file.rulings);
                diagnostics.append(&mut file.diagnostics);
            }
            Err(diagnostic) => diagnostics.push(*diagnostic),
        }
    }
}

/// Puts the articles of all files into a corpus; `roots` are the folders of the run in which the texts of
/// articles lie, where quotes are looked up.
pub(super) fn merge(
    articles: Vec<ReadArticle>,
    roots: Option<&[PathBuf]>,
    kept: Option<&mut Kept>,
    corpus: &mut Corpus,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut articles = distinct(articles, &corpus.symbols, diagnostics);
    if let Some(roots) = roots {
        let run = quotes::Run {
            roots,
            files: &corpus.files,
            symbols: &corpus.symbols,
            vocabulary: &corpus.vocabulary,
        };
        corpus.quotes = quotes::check(&mut articles, &run, kept, diagnostics);
    }
    let places = articles
        .iter()
        .map(|read| read.references)
        .collect::<Vec<_>>();
    number(articles, corpus, diagnostics);
    references::check(corpus, &places, diagnostics);
}

/// Sorts the articles by id, annotator and place, and leaves out those that have both in common with
/// an earlier one.
fn distinct(
    mut articles: Vec<ReadArticle>,
    symbols: &Symbols,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<ReadArticle> {
    let key = |article: &Article| {
        let annotator = article.annotator.map(|annotator| symbols.text(annotator));
        (symbols.text(article.id), annotator, article.place)
    };
    articles.sort_by(|a, b| key(&a.article).cmp(&key(&b.article)));
    let mut kept: Vec<ReadArticle> = Vec::with_capacity(articles.len());
    for read in articles {
        match kept.last().map(|last| &last.article) {
            Some(first)
                if (first.id, first.annotator) == (read.article.id, read.article.annotator) =>
            {
                diagnostics.push(same_id(&read.article, first, symbols));
            }
            _ => kept.push(read),
        }
    }
    kept
}

/// Numbers the articles, their claims and drafts.
fn number(articles: Vec<ReadArticle>, corpus: &mut Corpus, diagnostics: &mut Vec<Diagnostic>) {
    corpus.articles.reserve_exact(articles.len());
    let claims = articles.iter().map(|read| read.claims.len()).sum();
    corpus.claims.reserve_exact(claims);
    for read in articles {
        let id = ArticleId::from_index(corpus.articles.len());
        same_names(&read, diagnostics);
        corpus.articles.push(read.article);
        let claims = read.claims.into_iter();
        corpus.claims.extend(claims.map(|claim| Claim {
            article: id,
            ..claim
        }));
        let drafts = read.drafts.into_iter();
        corpus.drafts.extend(drafts.map(|read| Draft {
            article: id,
            ..read.draft
        }));
    }
}

fn same_id(article: &Article, first: &Article, symbols: &Symbols) -> Diagnostic {
    let id = symbols.text(article.id);
    Diagnostic::new(
        Code::DuplicateId,
        article.place,
        format!("a second article has the id `{id}`, and it is left out"),
        "Give one of them another `id`; if two people read one article, name each as `annotator`.",
    )
    .related_to(first.place, "the first one")
}

/// Reports claims of one article that have one id.
fn same_names(read: &ReadArticle, diagnostics: &mut Vec<Diagnostic>) {
    let file = read.article.place.file;
    let mut seen = BTreeMap::new();
    for claim in &read.claims {
        let Some(name) = &claim.details.name else {
            continue;
        };
        let place = claim.spots.claim.in_file(file);
        if let Some(first) = seen.insert(name, place) {
            diagnostics.push(
                Diagnostic::new(
                    Code::DuplicateId,
                    place,
                    format!("a second claim of this article has the id `{name}`"),
                    "Give it another `id`, or none.",
                )
                .related_to(first, "an earlier one"),
            );
        }
    }
}

/// From the symbols of one file to those of the corpus.
struct Translation(Vec<Symbol>);

impl Translation {
    fn new(from: &Symbols, to: &mut Symbols) -> Self {
        Self(from.texts().map(|text| to.intern(text)).collect())
    }

    fn symbol(&self, symbol: &mut Symbol) {
        *symbol = self.0[symbol.index()];
    }

    fn article(&self, article: &mut Article) {
        self.symbol(&mut article.id);
        let optional = [
            &mut article.source,
            &mut article.copy_of,
            &mut article.revises,
            &mut article.annotator,
        ];
        for symbol in optional.into_iter().flatten().chain(&mut article.cites) {
            self.symbol(symbol);
        }
    }

    fn claim(&self, claim: &mut Claim) {
        self.symbol(&mut claim.subject);
        self.symbol(&mut claim.property);
        for symbol in &mut claim.attribution {
            self.symbol(symbol);
        }
        if claim.details.qualifiers.is_empty() && claim.details.cites.is_empty() {
            return;
        }
        for qualifier in &mut claim.details.qualifiers {
            if let Axis::Other(name) = &mut qualifier.axis {
                self.symbol(name);
            }
        }
        for symbol in &mut claim.details.cites {
            self.symbol(symbol);
        }
    }
}
