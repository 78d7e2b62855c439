//! One draft: a sentence, and as comments what it may say.

use std::collections::BTreeMap;
use std::ops::Range;

use super::commented;
use crate::align::QuestionId;
use crate::coverage::{Ranked, Story};
use crate::edit::scalar;
use crate::graph::ClaimGraph;
use crate::parse::ArticleText;
use crate::parse::excerpt::Selected;

/// The fields that are proposed as comments.
const PROPOSED: &[&str] = &["subject", "property", "value", "attribution", "hedged"];

/// The lines of a draft, for a list that is indented by two.
pub(super) fn lines(
    story: &Story<'_>,
    text: &ArticleText,
    (sentence, all): (&Ranked, &Quotes),
) -> Vec<String> {
    let mut lines = Vec::new();
    let (field, words) = all.quote(text, &sentence.span);
    let all = all.sentences;
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

/// Whether a line of a file is one that [`lines`] wrote as a comment, for somebody to take over.
pub(super) fn is_proposal(line: &str) -> bool {
    let Some(words) = line.strip_prefix("# ") else {
        return false;
    };
    let is_field = |field: &&str| {
        let rest = words.strip_prefix(*field);
        rest.is_some_and(|rest| rest.starts_with(": "))
    };
    let is_rank = || {
        let (rank, all) = words.split_once(" of ")?;
        let all = all.split_once(':').map_or(all, |(all, _)| all);
        let is_number = |text: &str| !text.is_empty() && text.bytes().all(|c| c.is_ascii_digit());
        (is_number(rank) && is_number(all)).then_some(())
    };
    PROPOSED.iter().any(is_field) || is_rank().is_some()
}

/// How the sentences of a text are quoted.
pub(super) struct Quotes {
    /// How many there are.
    sentences: usize,
    /// How often each stands there, of a text that is too long to look each up in all of it.
    counts: Option<BTreeMap<String, usize>>,
}

/// So many letters are looked through for all sentences of a text.
const MOST_LETTERS: usize = 1 << 27;

impl Quotes {
    pub(super) fn of(text: &ArticleText, sentences: &[&Ranked]) -> Self {
        let letters = text.text().len().saturating_mul(sentences.len());
        let counts = (letters > MOST_LETTERS).then(|| {
            let mut counts = BTreeMap::new();
            for sentence in sentences {
                *counts.entry(one_line(text, &sentence.span)).or_default() += 1;
            }
            counts
        });
        Self {
            sentences: sentences.len(),
            counts,
        }
    }

    /// The words of a sentence as a quote that stands once in the text, with as many more as that takes; as a note
    /// where even those stand there several times.
    fn quote(&self, text: &ArticleText, own: &Range<usize>) -> (&'static str, String) {
        let whole = one_line(text, own);
        if let Some(counts) = &self.counts {
            return match counts.get(&whole) {
                Some(1) => ("quote", whole),
                _ => ("note", whole),
            };
        }
        match text.selected(own) {
            Some(Selected {
                quote,
                is_alone: true,
                ..
            }) => ("quote", within(whole, quote)),
            _ => ("note", whole),
        }
    }
}

/// A quote with the marks that stand around its words in the text.
fn within(whole: String, quote: String) -> String {
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
