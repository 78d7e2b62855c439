//! The sentences of articles as the page shows them.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use serde::Serialize;

use super::units::Units;
use crate::desk::{Ranking, Sentence, Unquoted};
use crate::model::Corpus;
use crate::render::visible;

/// So many sentences of a text are listed.
const MOST: usize = 2_000;

/// The sentences of an article, the one that holds most first.
#[derive(Serialize)]
pub(super) struct SentencesV1 {
    /// How long the text is, in units of UTF-16: the places are those of no other.
    length: usize,
    sentences: Vec<SentenceV1>,
}

#[derive(Serialize)]
struct SentenceV1 {
    from: usize,
    to: usize,
    why: String,
    values: Vec<String>,
    questions: Vec<QuestionV1>,
}

#[derive(Serialize)]
struct QuestionV1 {
    subject: String,
    property: String,
}

/// Waits for the sentences of an article.
pub(super) fn ranked(ranking: Ranking) -> SentencesV1 {
    let Some(mut of) = ranking.wait() else {
        return SentencesV1 {
            length: 0,
            sentences: Vec::new(),
        };
    };
    let units = Units::new(of.text.text());
    of.sentences.sort_by_key(|it| it.rank);
    let shown = |text: &str| visible(text).into_owned();
    let view = |it: &Sentence| SentenceV1 {
        from: units.of_byte(it.bytes.start),
        to: units.of_byte(it.bytes.end),
        why: it.why.clone(),
        values: it.values.iter().map(|value| shown(value)).collect(),
        questions: it
            .questions
            .iter()
            .map(|(subject, property)| QuestionV1 {
                subject: subject.clone(),
                property: property.clone(),
            })
            .collect(),
    };
    SentencesV1 {
        length: units.of_byte(of.text.text().len()),
        sentences: of.sentences.iter().take(MOST).map(view).collect(),
    }
}

/// How many sentences of each article nobody has quoted, by its key.
#[derive(Serialize)]
pub(super) struct UnquotedV1 {
    version: u64,
    articles: BTreeMap<String, usize>,
}

/// Counts them, again where something has changed.
pub(super) fn counted(version: u64, corpus: &Corpus, known: &Mutex<Unquoted>) -> UnquotedV1 {
    let mut known = known.lock().unwrap_or_else(PoisonError::into_inner);
    let counted = known.count(corpus).into_iter();
    UnquotedV1 {
        version,
        articles: counted
            .map(|(id, count)| (corpus.article_key(id), count))
            .collect(),
    }
}
