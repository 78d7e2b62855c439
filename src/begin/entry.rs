//! One draft: a sentence, and as comments what it may say.

use std::ops::Range;

use super::commented;
use crate::align::QuestionId;
use crate::coverage::{Ranked, Story};
use crate::edit::scalar;
use crate::graph::ClaimGraph;
use crate::parse::ArticleText;
use crate::parse::excerpt::Selected;

/// The lines of a draft, for a list that is indented by two.
pub(super) fn lines(
    story: &Story<'_>,
    text: &ArticleText,
    (sentence, all): (&Ranked, usize),
) -> Vec<String> {
    let mut lines = Vec::new();
    let (field, words) = quote(text, &sentence.span);
    lines.push(format!("  - {field}: {}", scalar(&words)));
    let why = sentence.why();
    let rank = format!("    # {} of {all}", sentence.rank);
    lines.push(match why.is_empty() {
        true => rank,
        false => format!("{rank}: {why}"),
    });
    let mut propose = |field: &str, text: &str, why: Option<&str>| {
        let why = why
            .map(|why| format!("  # {}", commented(why)))
            .unwrap_or_default();
        lines.push(format!("    # {field}: {text}{why}"));
    };
    let mut subject = None;
    for proposal in &sentence.questions {
        let (about, property) = names(story.graph(), proposal.question);
        if subject != Some(about) {
            propose("subject", &scalar(about), None);
            subject = Some(about);
        }
        propose(
            "property",
            &scalar(property),
            Some(&answers(story.graph(), proposal.question)),
        );
    }
    for value in &sentence.values {
        propose("value", &scalar(&value.text), value.meaning.as_deref());
    }
    if let Some(speaker) = &sentence.speaker {
        propose("attribution", &scalar(speaker), None);
    }
    if sentence.is_hedged {
        propose("hedged", "true", None);
    }
    lines.push(String::new());
    lines
}

/// The words of a sentence as a quote that stands once in the text, with as many more as that takes; as a note
/// where even those stand there several times.
fn quote(text: &ArticleText, own: &Range<usize>) -> (&'static str, String) {
    match text.selected(own) {
        Some(Selected {
            quote,
            is_alone: true,
            ..
        }) => ("quote", within(text, own, quote)),
        _ => ("note", one_line(text, own)),
    }
}

/// A quote with the marks that stand around its words in the text.
fn within(text: &ArticleText, own: &Range<usize>, quote: String) -> String {
    let whole = one_line(text, own);
    match whole.contains(&quote) {
        true => whole,
        false => quote,
    }
}

fn one_line(text: &ArticleText, span: &Range<usize>) -> String {
    let words = text.text().get(span.clone()).unwrap_or_default();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn names<'g>(graph: &'g ClaimGraph<'_>, id: QuestionId) -> (&'g str, &'g str) {
    let question = graph.alignment.question(id);
    let property = graph.alignment.properties.name(question.property);
    (graph.alignment.name(question.subject), property)
}

/// So many answers are named.
const MOST_ANSWERS: usize = 2;

/// What others answer: "mail: three; wire: one".
fn answers(graph: &ClaimGraph<'_>, id: QuestionId) -> String {
    let claims = graph.alignment.question(id).claims.iter();
    let answers = claims.take(MOST_ANSWERS).map(|id| {
        let value = graph.corpus.claim(*id).original();
        format!("{}: {value}", graph.corpus.article_id(*id))
    });
    answers.collect::<Vec<_>>().join("; ")
}
