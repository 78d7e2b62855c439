//! What claims quote of the articles, for other programs: one line holds one article.

use std::io::{self, Write};

use serde::Serialize;

use super::list;
use crate::align::QuestionId;
use crate::coverage::{Coverage, Sentence};
use crate::graph::ClaimGraph;
use crate::model::ClaimIds;

/// One article.
#[derive(Debug, Serialize)]
struct ArticleV1<'a> {
    id: &'a str,
    text: Option<String>,
    sentences: Vec<SentenceV1<'a>>,
    silent: Vec<SilentV1<'a>>,
    silent_more: usize,
    drafts: usize,
}

/// A sentence of it.
#[derive(Debug, Serialize)]
struct SentenceV1<'a> {
    text: &'a str,
    from: usize,
    to: usize,
    line: u32,
    part: &'static str,
    rank: usize,
    weight: i32,
    why: String,
    values: Vec<FoundV1<'a>>,
    speaker: Option<&'a str>,
    questions: Vec<QuestionV1<'a>>,
    claims: Vec<String>,
    drafts: usize,
}

/// A value in it.
#[derive(Debug, Serialize)]
struct FoundV1<'a> {
    text: &'a str,
    kind: &'static str,
    reading: String,
}

/// A question.
#[derive(Debug, Serialize)]
struct QuestionV1<'a> {
    subject: &'a str,
    property: &'a str,
}

/// A question on which the article is silent.
#[derive(Debug, Serialize)]
struct SilentV1<'a> {
    #[serde(flatten)]
    question: QuestionV1<'a>,
    answered_by: Vec<&'a str>,
    sentences: &'a [usize],
}

/// Writes it as one object.
pub(in crate::render) fn write(
    graph: &ClaimGraph<'_>,
    articles: &[Coverage],
    out: &mut dyn Write,
) -> io::Result<()> {
    let ids = ClaimIds::new(graph.corpus);
    write!(out, "{{\"format\": \"gainsay/coverage/1\"")?;
    list(out, "articles", articles, |article| {
        of_article(graph, &ids, article)
    })?;
    writeln!(out, "}}")
}

fn of_article<'a>(
    graph: &'a ClaimGraph<'_>,
    ids: &ClaimIds<'_>,
    article: &'a Coverage,
) -> ArticleV1<'a> {
    let corpus = graph.corpus;
    let path = corpus.article(article.reading).text.as_deref();
    let sentences = article.sentences.iter().flatten();
    let silent = article.silent.iter().map(|silent| SilentV1 {
        question: question(graph, silent.question),
        answered_by: silent.answered_by.iter().map(|id| corpus.id(*id)).collect(),
        sentences: &silent.sentences,
    });
    ArticleV1 {
        id: corpus.id(article.article),
        text: path.and_then(|path| Some(path.file_name()?.to_string_lossy().into_owned())),
        sentences: sentences.map(|it| of_sentence(graph, ids, it)).collect(),
        silent: silent.collect(),
        silent_more: article.silent_more,
        drafts: article.drafts,
    }
}

fn of_sentence<'a>(
    graph: &'a ClaimGraph<'_>,
    ids: &ClaimIds<'_>,
    sentence: &'a Sentence,
) -> SentenceV1<'a> {
    let ranked = &sentence.ranked;
    let values = ranked.values.iter().map(|value| FoundV1 {
        text: &value.text,
        kind: value.kind.name(),
        reading: value.reading(),
    });
    SentenceV1 {
        text: &sentence.text,
        from: ranked.span.start,
        to: ranked.span.end,
        line: sentence.line,
        part: ranked.part.name(),
        rank: ranked.rank,
        weight: ranked.weight,
        why: ranked.why(),
        values: values.collect(),
        speaker: ranked.speaker.as_deref(),
        questions: ranked
            .questions
            .iter()
            .map(|it| question(graph, it.question))
            .collect(),
        claims: sentence
            .claims
            .iter()
            .map(|id| ids.get(*id).into_owned())
            .collect(),
        drafts: sentence.drafts,
    }
}

fn question<'a>(graph: &'a ClaimGraph<'_>, id: QuestionId) -> QuestionV1<'a> {
    let question = graph.alignment.question(id);
    QuestionV1 {
        subject: graph.alignment.name(question.subject),
        property: graph.alignment.properties.name(question.property),
    }
}
