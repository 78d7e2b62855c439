//! Puts the records of all files together: one table of symbols, articles in their order.

use std::collections::BTreeMap;
use std::num::NonZeroU32;
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
                let start = corpus.claims.len();
                for read in &mut file.articles {
                    translation.article(&mut read.article);
                    read.claims = start + read.claims.start..start + read.claims.end;
                }
                for claim in &mut file.claims {
                    translation.claim(claim);
                }
                articles.append(&mut file.articles);
                corpus.claims.append(&mut file.claims);
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
            claims: &corpus.claims,
        };
        let (counts, lines) = quotes::check(&mut articles, &run, kept, diagnostics);
        corpus.quotes = counts;
        for (claim, line) in lines {
            corpus.claims[claim].spots.quoted = NonZeroU32::new(line);
        }
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
    // In place, for an archive has many, and a second row of them would leave a hole behind.
    articles.sort_unstable_by(|a, b| key(&a.article).cmp(&key(&b.article)));
    articles.dedup_by(|read, first| {
        let (read, first) = (&read.article, &first.article);
        let is_again = (first.id, first.annotator) == (read.id, read.annotator);
        if is_again {
            diagnostics.push(same_id(read, first, symbols));
        }
        is_again
    });
    articles
}

/// Numbers the articles, their claims and drafts.
fn number(articles: Vec<ReadArticle>, corpus: &mut Corpus, diagnostics: &mut Vec<Diagnostic>) {
    corpus.articles.reserve_exact(articles.len());
    sort_claims(&articles, &mut corpus.claims);
    let mut next = 0;
    for read in articles {
        let id = ArticleId::from_index(corpus.articles.len());
        let claims = &mut corpus.claims[next..next + read.claims.len()];
        next += claims.len();
        claims.iter_mut().for_each(|claim| claim.article = id);
        same_names(&read.article, claims, diagnostics);
        corpus.articles.push(read.article);
        let drafts = read.drafts.into_iter();
        corpus.drafts.extend(drafts.map(|read| Draft {
            article: id,
            ..read.draft
        }));
    }
}

/// Puts claims in the order of their articles, in place: two copies of an archive's are much memory. Those
/// of no article are left out. Linear.
fn sort_claims(articles: &[ReadArticle], claims: &mut Vec<Claim>) {
    let order = articles.iter().flat_map(|read| read.claims.clone());
    let count = articles.iter().map(|read| read.claims.len()).sum();
    // Files are mostly named as their articles are, and stand in that order already.
    if !order.clone().eq(0..count) {
        let mut to: Vec<Option<usize>> = vec![None; claims.len()];
        for (at, from) in order.enumerate() {
            to[from] = Some(at);
        }
        let mut behind = count..;
        let mut to: Vec<usize> = to
            .into_iter()
            .filter_map(|at| at.or_else(|| behind.next()))
            .collect();
        for at in 0..to.len() {
            while to[at] != at {
                let other = to[at];
                claims.swap(at, other);
                to.swap(at, other);
            }
        }
    }
    claims.truncate(count);
    claims.shrink_to_fit();
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
fn same_names(article: &Article, claims: &[Claim], diagnostics: &mut Vec<Diagnostic>) {
    let file = article.place.file;
    let mut seen = BTreeMap::new();
    for claim in claims {
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
