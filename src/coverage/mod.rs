//! What the articles say that nobody has annotated yet.
//!
//! In: the graph, and the texts of the articles. Out: the sentences of each text, ranked by what they hold and
//! by which questions of the story they may answer; which of them claims and drafts quote; on which questions
//! of the others an article is silent. Nothing is filtered and nothing asserted: it is a list of places to look
//! at. Costs a look-up for each word of the texts, and a bounded number of readings for each value in them.

mod rank;
mod silent;
mod story;

use std::ops::Range;

use rayon::prelude::*;

use crate::graph::ClaimGraph;
use crate::model::{ArticleId, ClaimId, Corpus};
use crate::parse::ArticleText;
use crate::prose;

pub use rank::{FEATURES, Feature, Found, Holds, Ranked};
pub use silent::Silent;
pub use story::{Proposal, Story};

/// What is known of the sentences of one article, all its annotators together.
#[derive(Debug)]
pub struct Coverage {
    /// The article: the first reading of it.
    pub article: ArticleId,
    /// The reading of it that names its text.
    pub reading: ArticleId,
    /// Its sentences, in the order of the text; `None` where it names no text that can be read.
    pub sentences: Option<Vec<Sentence>>,
    /// The questions that others answer and it does not, as far as its text or its claims have to do with them.
    pub silent: Vec<Silent>,
    /// How many more there are, on subjects of its claims, without a sentence that stands out.
    pub silent_more: usize,
    /// How many drafts wait.
    pub drafts: usize,
}

/// A sentence of an article, and who has looked at it.
#[derive(Debug)]
pub struct Sentence {
    /// What it holds.
    pub ranked: Ranked,
    /// It, in one line.
    pub text: String,
    /// On which line of the text it begins; in a page, in which paragraph.
    pub line: u32,
    /// The claims that quote it, in order.
    pub claims: Vec<ClaimId>,
    /// How many drafts quote it.
    pub drafts: usize,
}

impl Coverage {
    /// The sentences of the article proper: furniture of the page that no claim quotes left out.
    pub fn counted(&self) -> impl Iterator<Item = &Sentence> {
        let all = self.sentences.iter().flatten();
        all.filter(|it| !it.claims.is_empty() || !it.ranked.is_furniture())
    }

    /// The sentences that no claim quotes, the first in rank first.
    #[must_use]
    pub fn open(&self) -> Vec<&Sentence> {
        let all = self.sentences.iter().flatten();
        let mut open: Vec<&Sentence> = all.filter(|it| it.claims.is_empty()).collect();
        open.sort_by_key(|it| it.ranked.rank);
        open
    }
}

/// Looks at all articles of a run, in their order.
#[must_use]
pub fn coverage(graph: &ClaimGraph<'_>) -> Vec<Coverage> {
    let corpus = graph.corpus;
    let story = Story::new(graph);
    // All readings of one article are looked at together.
    let mut readings: Vec<Vec<ArticleId>> = vec![Vec::new(); corpus.articles.len()];
    for id in corpus.article_ids() {
        if let Some(of) = readings.get_mut(graph.publication(id).index()) {
            of.push(id);
        }
    }
    let readings: Vec<Vec<ArticleId>> = readings.into_iter().filter(|of| !of.is_empty()).collect();
    let claims = claims_by_article(corpus);
    let read = readings.into_par_iter();
    read.map(|readings| of_article(graph, &story, &readings, &claims))
        .collect()
}

/// Where the claims of each article stand among all claims, which are in the order of their articles.
fn claims_by_article(corpus: &Corpus) -> Vec<Range<usize>> {
    let mut at = 0;
    let articles = corpus.article_ids().map(|id| {
        let rest = corpus.claims.get(at..).unwrap_or_default();
        let count = rest.partition_point(|claim| claim.article <= id);
        let range = at..at + count;
        at = range.end;
        range
    });
    articles.collect()
}

fn of_article(
    graph: &ClaimGraph<'_>,
    story: &Story<'_>,
    readings: &[ArticleId],
    claims: &[Range<usize>],
) -> Coverage {
    let corpus = graph.corpus;
    let article = readings
        .first()
        .copied()
        .unwrap_or(ArticleId::from_index(0));
    let own = readings.iter().filter_map(|id| claims.get(id.index()));
    let own: Vec<ClaimId> = own.cloned().flatten().map(ClaimId::from_index).collect();
    let drafts = |id: &ArticleId| {
        let from = corpus.drafts.partition_point(|draft| draft.article < *id);
        let to = corpus.drafts.partition_point(|draft| draft.article <= *id);
        corpus.drafts.get(from..to).unwrap_or_default()
    };
    let quotes_of_drafts = || {
        readings
            .iter()
            .flat_map(drafts)
            .filter_map(|draft| draft.quote.as_deref())
    };
    // Two annotators may have named two files; the first one that can be read will do.
    let mut paths = readings
        .iter()
        .filter_map(|id| Some((*id, corpus.article(*id).text.as_deref()?)));
    let text = paths.find_map(|(id, path)| Some((id, ArticleText::open(path).ok()?)));
    let ranked = text
        .as_ref()
        .map(|(_, text)| story.rank(text.text(), Some(article)));
    let silent = silent::silent(
        graph,
        story,
        (article, &own),
        ranked.as_deref().unwrap_or_default(),
    );
    let sentences = match text.as_ref().zip(ranked) {
        None => None,
        Some(((_, text), ranked)) => {
            let mut sentences: Vec<Sentence> = ranked
                .into_iter()
                .map(|ranked| sentence(text, ranked))
                .collect();
            for id in &own {
                let quote = corpus.claim(*id).quote();
                mark(text, quote, &mut sentences, |it| it.claims.push(*id));
            }
            for quote in quotes_of_drafts() {
                mark(text, Some(quote), &mut sentences, |it| it.drafts += 1);
            }
            Some(sentences)
        }
    };
    Coverage {
        article,
        reading: text.as_ref().map_or(article, |(id, _)| *id),
        sentences,
        silent: silent.0,
        silent_more: silent.1,
        drafts: readings.iter().map(|id| drafts(id).len()).sum(),
    }
}

fn sentence(text: &ArticleText, ranked: Ranked) -> Sentence {
    let words = text.text().get(ranked.span.clone()).unwrap_or_default();
    Sentence {
        text: words.split_whitespace().collect::<Vec<_>>().join(" "),
        line: text.line_at(ranked.span.start),
        ranked,
        claims: Vec::new(),
        drafts: 0,
    }
}

/// How many sentences of an article proper none of some quotes has words of.
///
/// In: its text, and the quotes of its claims and drafts. Costs no more than finding the quotes.
#[must_use]
pub fn unquoted<'q>(text: &ArticleText, quotes: impl Iterator<Item = &'q str>) -> usize {
    let sentences = prose::sentences(text.text());
    let mut is_quoted = vec![false; sentences.len()];
    for quote in quotes {
        for at in touched(text, Some(quote), &sentences, |it| &it.span) {
            if let Some(is_quoted) = is_quoted.get_mut(at) {
                *is_quoted = true;
            }
        }
    }
    let all = sentences.iter().zip(is_quoted);
    all.filter(|(it, is_quoted)| !is_quoted && it.part != prose::Part::Furniture)
        .count()
}

/// Marks each sentence that a quote has words of.
fn mark(
    text: &ArticleText,
    quote: Option<&str>,
    sentences: &mut [Sentence],
    mark: impl Fn(&mut Sentence),
) {
    for at in touched(text, quote, sentences, |it| &it.ranked.span) {
        if let Some(sentence) = sentences.get_mut(at) {
            mark(sentence);
        }
    }
}

/// Which sentences a quote has words of.
fn touched<T>(
    text: &ArticleText,
    quote: Option<&str>,
    sentences: &[T],
    span: impl Fn(&T) -> &Range<usize>,
) -> Vec<usize> {
    let mut touched = Vec::new();
    for place in quote.and_then(|quote| text.find(quote)).unwrap_or_default() {
        let first = sentences.partition_point(|it| span(it).end <= place.start);
        let behind = sentences.iter().enumerate().skip(first);
        let within = behind.take_while(|(_, it)| span(it).start < place.end);
        for (at, _) in within {
            // Two parts of one quote may stand in one sentence.
            if touched.last() != Some(&at) {
                touched.push(at);
            }
        }
    }
    touched
}
