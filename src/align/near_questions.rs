//! Questions that may be one, though no letter is wrong: "owner" and "owned by", "fire" and "mill fire".
//!
//! Words alone say little here, for a fire has an inquiry and a house an owner. So only those are
//! pointed out of which each article uses either the one or the other, about the same subject or
//! the same property, with values of one kind; and nothing that a vocabulary tells apart.

use std::collections::{BTreeMap, BTreeSet};

use fnv::FnvBuildHasher;
use indexmap::IndexMap;

use super::entity::is_proper;
use super::near_names::is_told_apart;
use super::{Alignment, EntityId, PropertyId, Question, property};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{ArticleId, Claim, ClaimId, Corpus};
use crate::text::Spot;
use crate::text::normal::Form;
use crate::value::{Kind, Written};

/// So many questions of one subject, and subjects of one property, are held against each other.
const MOST: usize = 64;

/// Warns of labels and subjects that may mean the same, each once.
pub(super) fn near_misses(corpus: &Corpus, alignment: &Alignment) -> Vec<Diagnostic> {
    let mut diagnostics = labels(corpus, alignment);
    diagnostics.extend(subjects(corpus, alignment));
    diagnostics
}

/// Labels of one subject.
fn labels(corpus: &Corpus, alignment: &Alignment) -> Vec<Diagnostic> {
    let questions = &alignment.questions;
    let of_subject = questions.chunk_by(|a, b| a.subject == b.subject);
    let mut known: BTreeSet<[PropertyId; 2]> = BTreeSet::new();
    for (one, other) in alignment.properties.near_misses() {
        known.extend([[*one, *other], [*other, *one]]);
    }
    let mut diagnostics = Vec::new();
    let declared = |id: PropertyId| alignment.properties.declared(id, corpus).is_some();
    let alike = |pair: [PropertyId; 2]| {
        let [one, other] = pair.map(|id| stems(alignment.properties.form(id)));
        is_part(&one, &other)
            && !pair.into_iter().all(declared)
            && !in_one_rule(corpus, alignment, pair)
    };
    // Most subjects have the same few questions.
    let mut pairs: IndexMap<[PropertyId; 2], bool, FnvBuildHasher> = IndexMap::default();
    for questions in of_subject.filter(|questions| questions.len() <= MOST) {
        for (at, left) in questions.iter().enumerate() {
            for right in &questions[at + 1..] {
                let pair = [left.property, right.property];
                if !*pairs.entry(pair).or_insert_with(|| alike(pair))
                    || known.contains(&pair)
                    || !may_be_one(corpus, left, right)
                {
                    continue;
                }
                known.extend([pair, [pair[1], pair[0]]]);
                let mut sides = [left, right];
                sides.sort_by_key(|side| (!declared(side.property), side.claims.len()));
                let [kept, warned] = match declared(sides[0].property) {
                    true => sides,
                    false => [sides[1], sides[0]],
                };
                diagnostics.extend(label(corpus, alignment, kept, warned));
            }
        }
    }
    diagnostics
}

/// Whether a rule tells two labels apart.
fn in_one_rule(corpus: &Corpus, alignment: &Alignment, pair: [PropertyId; 2]) -> bool {
    corpus.vocabulary.rules.iter().any(|rule| {
        let mut terms: Vec<String> = vec![String::new()];
        for word in rule.holds.split_whitespace() {
            match (word, terms.last_mut()) {
                ("+" | "-" | "/" | "<" | "<=" | "=" | ">=" | ">", _) => terms.push(String::new()),
                (word, Some(term)) => *term = format!("{term} {word}"),
                _ => {}
            }
        }
        let forms: Vec<String> = terms.iter().map(|term| Form::Label.of(term)).collect();
        pair.into_iter().all(|id| {
            let form = alignment.properties.form(id);
            forms.iter().any(|other| other == form)
        })
    })
}

fn label(
    corpus: &Corpus,
    alignment: &Alignment,
    kept: &Question,
    warned: &Question,
) -> Option<Diagnostic> {
    let [name, other] = [kept, warned].map(|at| alignment.properties.name(at.property));
    let subject = alignment.name(kept.subject);
    let message = format!(
        "\"{other}\" may ask what \"{name}\" asks: of {subject}, each article answers either the one or the other"
    );
    let hint = format!(
        "If they are two, declare both under `properties`; if they are one, add the alias.\n{}",
        property::alias_stanza(name, other)
    );
    let spot = |claim: &Claim| claim.spots.property;
    let place = |question: &Question| Some(at(corpus, *question.claims.first()?, spot));
    let length = |question: &Question| {
        let claim = corpus.claim(*question.claims.first()?);
        Some(corpus.symbols.text(claim.property).chars().count())
    };
    Some(
        Diagnostic::new(Code::NearMissLabel, place(warned)?, message, hint)
            .spanning(length(warned)?)
            .related_to(place(kept)?, format!("\"{name}\" stands here")),
    )
}

/// Subjects of one property, of which the one ends with the other.
fn subjects(corpus: &Corpus, alignment: &Alignment) -> Vec<Diagnostic> {
    let mut about: BTreeMap<EntityId, BTreeSet<ArticleId>> = BTreeMap::new();
    let mut by_last: BTreeMap<(PropertyId, String), Vec<&Question>> = BTreeMap::new();
    let questions = alignment.questions.iter();
    for question in questions.filter(|at| !is_proper(alignment.name(at.subject))) {
        let articles = about.entry(question.subject).or_default();
        articles.extend(question.claims.iter().map(|id| corpus.claim(*id).article));
        let form = Form::Label.of(alignment.name(question.subject));
        let last = form.rsplit(' ').next().unwrap_or_default().to_owned();
        if !last.is_empty() {
            let of_last = by_last.entry((question.property, last)).or_default();
            of_last.push(question);
        }
    }
    let mut known: BTreeSet<[EntityId; 2]> = BTreeSet::new();
    let mut diagnostics = Vec::new();
    for questions in by_last.values().filter(|questions| questions.len() <= MOST) {
        for (at, left) in questions.iter().enumerate() {
            for right in &questions[at + 1..] {
                let pair = [left.subject, right.subject];
                let [one, other] = pair.map(|id| Form::Label.of(alignment.name(id)));
                let apart = about[&left.subject].is_disjoint(&about[&right.subject]);
                if !(ends_with(&one, &other) || ends_with(&other, &one))
                    || pair.iter().all(|id| alignment.is_declared(*id))
                    || told_apart(corpus, alignment, pair)
                    || !apart
                    || !may_be_one(corpus, left, right)
                    || !known.insert(pair)
                {
                    continue;
                }
                let [kept, warned] = match about[&left.subject].len() < about[&right.subject].len()
                {
                    true => [right, left],
                    false => [left, right],
                };
                diagnostics.extend(subject(corpus, alignment, kept, warned));
            }
        }
    }
    diagnostics
}

fn subject(
    corpus: &Corpus,
    alignment: &Alignment,
    kept: &Question,
    warned: &Question,
) -> Option<Diagnostic> {
    let [name, other] = [kept, warned].map(|at| alignment.name(at.subject));
    let message = format!(
        "\"{other}\" may be \"{name}\": each article speaks either of the one or of the other"
    );
    let hint = format!(
        "If they are one, add \"{other}\" to the `aliases` of \"{name}\" in the vocabulary; if not, to its `distinct from`."
    );
    let spot = |claim: &Claim| claim.spots.subject;
    let place = |question: &Question| Some(at(corpus, *question.claims.first()?, spot));
    let first = corpus.claim(*warned.claims.first()?);
    let length = corpus.symbols.text(first.subject).chars().count();
    Some(
        Diagnostic::new(Code::NearMissName, place(warned)?, message, hint)
            .spanning(length)
            .related_to(place(kept)?, format!("\"{name}\" stands here")),
    )
}

fn at(corpus: &Corpus, id: ClaimId, spot: fn(&Claim) -> Spot) -> crate::text::Place {
    let claim = corpus.claim(id);
    spot(claim).in_file(corpus.article(claim.article).place.file)
}

/// Whether no article answers both, and the values look alike.
fn may_be_one(corpus: &Corpus, left: &Question, right: &Question) -> bool {
    let articles = |question: &Question| -> BTreeSet<ArticleId> {
        let claims = question.claims.iter();
        claims.map(|id| corpus.claim(*id).article).collect()
    };
    let kind = |question: &Question| match &corpus.claim(*question.claims.first()?).written {
        Written::Scalar(text) => Some(Kind::infer(text)),
        Written::Members { .. } => Some(Kind::Members),
        Written::Between(from, _) => Some(Kind::infer(from)),
    };
    articles(left).is_disjoint(&articles(right)) && kind(left) == kind(right)
}

/// Whether a vocabulary says that two subjects are two.
fn told_apart(corpus: &Corpus, alignment: &Alignment, [one, other]: [EntityId; 2]) -> bool {
    let says = |one, other| is_told_apart(corpus, alignment.name(one), alignment.form(other));
    says(one, other) || says(other, one)
}

fn ends_with(long: &str, short: &str) -> bool {
    let rest = long.strip_suffix(short);
    rest.is_some_and(|before| before.is_empty() || before.ends_with(' '))
}

/// Whether the words of the one are all among those of the other.
fn is_part(left: &BTreeSet<String>, right: &BTreeSet<String>) -> bool {
    !left.is_empty() && !right.is_empty() && (left.is_subset(right) || right.is_subset(left))
}

/// Words that only connect others.
const FUNCTION_WORDS: &[&str] = &[
    "of", "by", "in", "at", "to", "for", "on", "with", "from", "and", "was", "were", "is", "has",
    "been", "the", "a", "an",
];

/// Endings that make several words of one.
const ENDINGS: &[&str] = &["ation", "ion", "ing", "er", "or", "ed", "y", "e"];

/// The words of a label without what connects them, and without their endings.
fn stems(form: &str) -> BTreeSet<String> {
    const SHORTEST: usize = 3;
    let words = form
        .split(' ')
        .filter(|word| !FUNCTION_WORDS.contains(word));
    let stem = |word: &str| {
        let mut stems = ENDINGS.iter().filter_map(|end| word.strip_suffix(end));
        let stem = stems.find(|stem| stem.chars().count() >= SHORTEST);
        stem.unwrap_or(word).to_owned()
    };
    words.map(stem).collect()
}
