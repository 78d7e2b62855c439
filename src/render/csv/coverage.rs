//! What no claim quotes, and on what articles are silent: a row for each sentence and each question.

use std::io::{self, Write};

use super::sheet::Sheet;
use crate::coverage::{Coverage, Found};
use crate::graph::ClaimGraph;
use crate::render::phrase;

const COLUMNS: [&str; 12] = [
    "article",
    "what",
    "rank",
    "place",
    "sentence",
    "why",
    "values",
    "speaker",
    "questions",
    "answered by",
    "claims",
    "drafts",
];

/// Writes it: of each article its sentences in the order of the text, then the questions on which it is silent.
pub(in crate::render) fn write(
    graph: &ClaimGraph<'_>,
    articles: &[Coverage],
    out: &mut dyn Write,
) -> io::Result<()> {
    let corpus = graph.corpus;
    let mut sheet = Sheet::new(out)?;
    sheet.row(COLUMNS)?;
    for article in articles {
        let id = corpus.id(article.article);
        for sentence in article.sentences.iter().flatten() {
            let ranked = &sentence.ranked;
            let readings: Vec<String> = ranked.values.iter().map(Found::reading).collect();
            let questions = ranked.questions.iter();
            let questions: Vec<String> = questions
                .map(|it| phrase::asked(graph, it.question))
                .collect();
            let claims = sentence.claims.len();
            sheet.row([
                id,
                if claims > 0 {
                    "quoted sentence"
                } else {
                    "sentence"
                },
                &ranked.rank.to_string(),
                &corpus
                    .in_text(article.reading, sentence.line)
                    .unwrap_or_default(),
                &sentence.text,
                &ranked.why(),
                &readings.join("; "),
                ranked.speaker.as_deref().unwrap_or_default(),
                &questions.join("; "),
                "",
                &claims.to_string(),
                &sentence.drafts.to_string(),
            ])?;
        }
        for silent in &article.silent {
            let sentences = silent.sentences.iter();
            let sentences = sentences.filter_map(|at| article.sentences.as_ref()?.get(*at));
            let sentences: Vec<&str> = sentences.map(|it| &*it.text).collect();
            let by: Vec<&str> = silent.answered_by.iter().map(|id| corpus.id(*id)).collect();
            let asked = phrase::asked(graph, silent.question);
            sheet.row([
                id,
                "silent",
                "",
                "",
                &*sentences.join(" … "),
                "",
                "",
                "",
                &*asked,
                &*by.join(", "),
                "",
                "",
            ])?;
        }
    }
    sheet.finish()
}
