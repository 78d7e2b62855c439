//! What there is to know beside, each text once: in a few lines, or behind labels.

use std::io;

use indexmap::IndexMap;

use super::matter::COLUMNS;
use super::page::{Cell, Page, text_width, wrapped};
use crate::finding::Finding;
use crate::model::Corpus;
use crate::render::phrase;
use crate::render::style::Role;

/// The width of the longest label.
const LABEL: usize = 8;

/// Where paragraphs and labels stand.
pub(super) const INDENT: usize = 4;

/// What a sentence or the sides of a matter say already.
const SAID: &[&str] = &["why", "unless", "because", "rules"];

/// What there is to know about a matter: labels and texts, the weightiest first.
pub(super) fn of_matter(
    corpus: &Corpus,
    finding: &Finding,
    folded: &[Finding],
) -> Vec<(String, String)> {
    let remarks = phrase::remarks(corpus, finding);
    let is_note = |label: &str| matches!(label, "note" | "silent" | "not known");
    let own = |(label, text): &(&'static str, String)| (label.to_string(), text.clone());
    let unsaid = remarks.iter().filter(|(label, _)| {
        !SAID.contains(label) || (*label == "because" && phrase::doubt(finding).is_none())
    });
    let (notes, first): (Vec<_>, Vec<_>) = unsaid.partition(|(label, _)| is_note(label));
    let (notes, whose): (Vec<_>, Vec<_>) =
        notes.into_iter().partition(|(label, _)| *label == "note");
    let folded = folded.iter().filter_map(phrase::folded);
    let mut all: Vec<(String, String)> = first.into_iter().map(own).collect();
    all.extend(against_none(finding));
    all.extend(folded.map(|(label, text)| (label.to_owned(), text)));
    all.extend(notes.into_iter().map(own));
    all.extend(whose.into_iter().map(own));
    all.extend(of_claims(corpus, finding));
    all
}

/// The sides that nothing stands against, where others are opposed: "C is against none".
fn against_none(finding: &Finding) -> Option<(String, String)> {
    let sides = phrase::sides(finding);
    let free: Vec<&str> = (sides.iter())
        .filter(|side| side.colour.is_none())
        .map(|side| side.letter.as_str())
        .collect();
    let are = if free.len() == 1 { "is" } else { "are" };
    let is_told = finding.is_opposed() && !free.is_empty();
    is_told.then(|| (free.join(", "), format!("{are} against none")))
}

/// What there is to know about what could not be compared.
pub(super) fn of_not_compared(corpus: &Corpus, finding: &Finding) -> Vec<(String, String)> {
    let remarks = phrase::remarks(corpus, finding).into_iter();
    let mut all: Vec<(String, String)> = remarks
        .map(|(label, text)| (label.to_owned(), text))
        .collect();
    all.extend(of_claims(corpus, finding));
    all
}

/// The annotators' notes, each with the articles on which it was made.
fn of_claims(corpus: &Corpus, finding: &Finding) -> Vec<(String, String)> {
    let mut notes: IndexMap<&str, Vec<&str>> = IndexMap::new();
    for id in finding.positions.iter().flat_map(|it| &it.claims) {
        if let Some(note) = corpus.claim(*id).note() {
            let articles = notes.entry(note).or_default();
            let article = corpus.article_id(*id);
            if !articles.contains(&article) {
                articles.push(article);
            }
        }
    }
    let notes = notes.into_iter();
    notes
        .map(|(note, articles)| {
            (
                "note".to_owned(),
                format!("{}: {note}", articles.join(", ")),
            )
        })
        .collect()
}

/// Writes remarks: as one paragraph of so many lines at most on a narrow page, which says where the others are; one below
/// the other where there is no limit.
pub(super) fn paragraph(
    page: &mut Page<'_>,
    remarks: &[(String, String)],
    most: Option<usize>,
    id: &str,
) -> io::Result<()> {
    let Some(most) = most else {
        let mut remarks = remarks.iter();
        return remarks.try_for_each(|(label, text)| labelled(page, label, text));
    };
    let texts: Vec<String> = remarks
        .iter()
        .map(|(label, text)| format!("{label} {text}"))
        .collect();
    let told = |shown: &[&String]| {
        let left_out = texts.len() - shown.len();
        let more = (left_out > 0).then(|| {
            let what = if left_out == 1 { "note" } else { "notes" };
            let more = if shown.is_empty() { "" } else { " more" };
            format!("{left_out}{more} {what}: gainsay explain {id}")
        });
        let mut parts: Vec<&str> = shown.iter().map(|text| text.as_str()).collect();
        parts.extend(more.as_deref());
        parts.join(" · ")
    };
    // The weightiest first; what follows one that does not fit may fit.
    let mut shown: Vec<&String> = Vec::new();
    for text in &texts {
        shown.push(text);
        let lines = wrapped(&told(&shown), COLUMNS - INDENT).len();
        if lines > most {
            shown.pop();
        }
    }
    match told(&shown) {
        text if text.is_empty() => Ok(()),
        text => page.line(INDENT, Role::Label, &text),
    }
}

/// Writes all that applies to the finding, each behind its label.
pub(super) fn write(page: &mut Page<'_>, corpus: &Corpus, finding: &Finding) -> io::Result<()> {
    let remarks = phrase::remarks(corpus, finding);
    remarks
        .iter()
        .try_for_each(|(label, text)| labelled(page, label, text))
}

/// Writes a text behind a label; the texts of a finding align.
pub(super) fn labelled(page: &mut Page<'_>, label: &str, text: &str) -> io::Result<()> {
    let width = LABEL.max(text_width(label));
    page.row(
        INDENT,
        &[
            Cell::new(Role::Label, width, label),
            Cell::flexible(Role::Plain, text),
        ],
    )
}
