//! What stands around the findings: counts, diagnostics and joins.

use std::borrow::Cow;
use std::ops::Bound;

use serde::Serialize;

use crate::diagnostic::Diagnostic;
use crate::finding::{Join, Summary};
use crate::model::{Article, Corpus};
use crate::render::place::path;
use crate::text::Place;
use crate::value::{Day, Intervals};

/// The counts over the whole run.
#[derive(Debug, Serialize)]
pub(super) struct SummaryV1 {
    articles: usize,
    claims: usize,
    questions: usize,
    conflicts: usize,
    warnings: usize,
    agreements: usize,
    silenced: usize,
    notes: usize,
    undetermined: usize,
    hidden: usize,
    not_compared: usize,
    compared_in_part: usize,
    hidden_by_rulings: usize,
    idle_rulings: usize,
    contradicted_rulings: usize,
    disputes: usize,
    drafts: usize,
    quotes: usize,
    quotes_looked_up: usize,
    quotes_found: usize,
}

/// A problem in an annotation file.
#[derive(Debug, Serialize)]
pub(super) struct DiagnosticV1<'a> {
    code: &'static str,
    level: &'static str,
    message: &'a str,
    #[serde(flatten)]
    place: PlaceV1<'a>,
    hint: &'a str,
    related: Option<RelatedV1<'a>>,
    more: u32,
}

/// Another place that has to do with a problem.
#[derive(Debug, Serialize)]
struct RelatedV1<'a> {
    message: &'a str,
    #[serde(flatten)]
    place: PlaceV1<'a>,
}

/// Where something stands.
#[derive(Debug, Serialize)]
pub(super) struct PlaceV1<'a> {
    file: Cow<'a, str>,
    line: u32,
    column: u32,
}

/// Names that were taken for one because they are alike.
#[derive(Debug, Serialize)]
pub(super) struct JoinV1<'a> {
    name: &'a str,
    entity: &'a str,
    article: Option<&'a str>,
    score: f64,
    why: &'a str,
}

/// One article, as one annotator read it.
#[derive(Debug, Serialize)]
pub(super) struct ArticleV1<'a> {
    id: &'a str,
    title: Option<&'a str>,
    published: Option<String>,
    url: Option<&'a str>,
    source: Option<&'a str>,
    author: Option<&'a str>,
    annotator: Option<&'a str>,
    #[serde(flatten)]
    place: PlaceV1<'a>,
    guessed: Option<String>,
}

impl<'a> ArticleV1<'a> {
    pub(super) fn new(corpus: &'a Corpus, article: &'a Article) -> Self {
        let text = |symbol| corpus.symbols.text(symbol);
        Self {
            id: text(article.id),
            title: article.title.as_deref(),
            published: article.published.as_ref().and_then(iso),
            url: article.url.as_deref(),
            source: article.source.map(text),
            author: article.author.as_deref(),
            annotator: article.annotator.map(text),
            place: PlaceV1::new(corpus, article.place),
            guessed: article.guessed.as_ref().and_then(iso),
        }
    }
}

/// A day as `YYYY-MM-DD`, a longer time as its first and last day; `None` where it has no end.
fn iso(published: &Intervals<Day>) -> Option<String> {
    let hull = published.hull()?;
    let day = |bound| match bound {
        Bound::Included(day) => Some(day),
        Bound::Excluded(_) | Bound::Unbounded => None,
    };
    let (from, to) = (day(hull.from)?, day(hull.to)?);
    Some(match from == to {
        true => from.to_string(),
        false => format!("{from}/{to}"),
    })
}

impl SummaryV1 {
    pub(super) fn new(summary: &Summary) -> Self {
        let &Summary {
            articles,
            claims,
            questions,
            conflicts,
            warnings,
            agreements,
            notes,
            undetermined,
            silenced,
            hidden,
            not_compared,
            compared_in_part,
            hidden_by_rulings,
            idle_rulings,
            contradicted_rulings,
            disputes,
            drafts,
            quotes,
        } = summary;
        Self {
            articles,
            claims,
            questions,
            conflicts,
            warnings,
            agreements,
            silenced,
            notes,
            undetermined,
            hidden,
            not_compared,
            compared_in_part,
            hidden_by_rulings,
            idle_rulings,
            contradicted_rulings,
            disputes,
            drafts,
            quotes: quotes.all,
            quotes_looked_up: quotes.looked_up,
            quotes_found: quotes.found,
        }
    }
}

impl<'a> DiagnosticV1<'a> {
    pub(super) fn new(corpus: &'a Corpus, diagnostic: &'a Diagnostic) -> Self {
        Self {
            code: diagnostic.code.name(),
            level: diagnostic.severity().name(),
            message: &diagnostic.message,
            place: PlaceV1::new(corpus, diagnostic.place),
            hint: &diagnostic.hint,
            related: diagnostic.related.as_ref().map(|(place, how)| RelatedV1 {
                message: how,
                place: PlaceV1::new(corpus, *place),
            }),
            more: diagnostic.more,
        }
    }
}

impl<'a> PlaceV1<'a> {
    pub(super) fn new(corpus: &'a Corpus, place: Place) -> Self {
        Self {
            file: path(corpus, place.file),
            line: place.spot.line,
            column: place.spot.column,
        }
    }
}

impl<'a> JoinV1<'a> {
    pub(super) fn new(join: &'a Join) -> Self {
        Self {
            name: &join.name,
            entity: &join.entity,
            article: join.article.as_deref(),
            score: join.score,
            why: &join.why,
        }
    }
}
