//! Claims by themselves: their quotes, values that may mean more, and repetitions.

use std::collections::BTreeMap;

use crate::align::QuestionId;
use crate::diagnostic::{Code, Diagnostic};
use crate::graph::ClaimGraph;
use crate::model::{ArticleId, Claim, ClaimId, Corpus};
use crate::value::Kind;

/// A longer quote is no fragment any more, in characters: what a wide line of a report holds.
const LINE: usize = 120;

/// Claims of a question without a quote, and quotes that are too long to be read at a glance.
pub(super) fn quotes(graph: &ClaimGraph<'_>, question: QuestionId) -> Vec<Diagnostic> {
    let corpus = graph.corpus;
    // The value of a quotation is the article's words already.
    let is_quotation = graph.standing(question).kind == Kind::Quotation;
    let remark = |id: ClaimId| {
        let claim = corpus.claim(id);
        let place = corpus.place(id);
        let Some(quote) = claim.quote() else {
            return (!is_quotation).then(|| {
                Diagnostic::new(
                    Code::MissingQuote,
                    place,
                    format!("{} has no quote", told(corpus, claim)),
                    "Add `quote` with the few words of the article that say it.",
                )
            });
        };
        let length = quote.chars().count();
        (length > LINE).then(|| {
            Diagnostic::new(
                Code::LongQuote,
                place,
                format!(
                    "the quote of {} has {length} characters",
                    told(corpus, claim)
                ),
                "Quote the words that say it, and write ... for what lies between.",
            )
        })
    };
    let claims = graph.alignment.question(question).claims.iter();
    claims.filter_map(|id| remark(*id)).collect()
}

/// Claims of a question whose words can mean more than they likely do.
pub(super) fn doubtful(graph: &ClaimGraph<'_>, question: QuestionId) -> Vec<Diagnostic> {
    let corpus = graph.corpus;
    let standing = graph.standing(question);
    let hint = match standing.kind {
        Kind::Date => {
            "Write the day itself where the article tells it, or quote the words that tell it."
        }
        _ => "Write a figure where the article gives one.",
    };
    let doubtful = standing
        .positions
        .iter()
        .filter_map(|at| Some((at, at.value.doubt()?)));
    let remarks = doubtful.flat_map(|(at, doubt)| {
        at.claims.iter().map(move |id| {
            let claim = corpus.claim(*id);
            let (words, means) = (claim.original(), at.value.describe());
            let length = words.chars().count();
            let place = claim.spots.value.in_file(corpus.place(*id).file);
            let message = format!("\"{words}\" is read as {means}, {doubt}");
            Diagnostic::new(Code::DoubtfulValue, place, message, hint).spanning(length)
        })
    });
    remarks.collect()
}

/// Claims of one article that say what an earlier one of it says, of the same speakers and within the same
/// limits.
pub(super) fn repeated(graph: &ClaimGraph<'_>, question: QuestionId) -> Vec<Diagnostic> {
    let corpus = graph.corpus;
    let mut remarks = Vec::new();
    for at in &graph.standing(question).positions {
        let mut by_article: BTreeMap<ArticleId, Vec<ClaimId>> = BTreeMap::new();
        for id in &at.claims {
            by_article
                .entry(corpus.claim(*id).article)
                .or_default()
                .push(*id);
        }
        for claims in by_article.into_values() {
            let mut said: BTreeMap<String, ClaimId> = BTreeMap::new();
            for id in claims {
                let circumstances = circumstances(corpus, corpus.claim(id));
                let first = *said.entry(circumstances).or_insert(id);
                if first != id {
                    remarks.push(repetition(corpus, id, first));
                }
            }
        }
    }
    remarks
}

fn repetition(corpus: &Corpus, id: ClaimId, first: ClaimId) -> Diagnostic {
    let told = told(corpus, corpus.claim(id));
    Diagnostic::new(
        Code::RepeatedClaim,
        corpus.place(id),
        format!("{told} says what this article says already"),
        "Keep the one with the better quote; if they are about different times, places or groups, say which.",
    )
    .related_to(corpus.place(first), "here for the first time")
}

/// Who says it, how surely and within which limits: what makes two claims of one value different.
fn circumstances(corpus: &Corpus, claim: &Claim) -> String {
    let speakers = claim
        .attribution
        .iter()
        .map(|who| corpus.symbols.text(*who));
    let cites = claim
        .details
        .cites
        .iter()
        .map(|id| corpus.symbols.text(*id));
    let parts: Vec<&str> = speakers.chain(["\n"]).chain(cites).collect();
    let scope: Vec<String> = claim.details.scope(&corpus.symbols).collect();
    format!("{:?} {} {parts:?} {scope:?}", claim.stance, claim.hedged)
}

/// A claim in a few words: "dock fire / injured: three".
fn told(corpus: &Corpus, claim: &Claim) -> String {
    let value = claim.original();
    let value = crate::text::cut(&value, 40);
    let [subject, property] = [claim.subject, claim.property].map(|name| corpus.symbols.text(name));
    format!("\"{subject} / {property}: {value}\"")
}
