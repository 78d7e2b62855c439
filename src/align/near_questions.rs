//! Questions that may be one, though no letter is wrong: "owner" and "owned by", "fire" and "mill fire".
//!
//! Words alone say little here, for a fire has an inquiry and a house an owner. So only those are
//! pointed out of which each article uses either the one or the other, about the same subject or
//! the same property, with values of one kind; and nothing that a vocabulary tells apart. Labels that
//! differ in one word of three or more are pointed out likewise, unless the words are opposites.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use fnv::FnvBuildHasher;
use indexmap::IndexMap;

use super::entity::is_proper;
use super::near_names::Apart;
use super::opposites::are_opposites;
use super::{Alignment, EntityId, PropertyId, Question, property};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{ArticleId, Claim, ClaimId, Corpus, Property};
use crate::reading::Readings;
use crate::text::Spot;
use crate::text::normal::Form;
use crate::value::{Answer, Kind, amount, truth};

/// So many questions of one subject, and subjects of one property, are held against each other.
const MOST: usize = 64;

/// Warns of labels and subjects that may mean the same, each once.
pub(super) fn near_misses(
    corpus: &Corpus,
    readings: &Readings<'_>,
    alignment: &Alignment,
) -> Vec<Diagnostic> {
    let mut diagnostics = labels(corpus, readings, alignment);
    diagnostics.extend(subjects(corpus, readings, alignment));
    diagnostics
}

/// Labels of one subject.
fn labels(corpus: &Corpus, readings: &Readings<'_>, alignment: &Alignment) -> Vec<Diagnostic> {
    let questions = &alignment.questions;
    let of_subject = questions.chunk_by(|a, b| a.subject == b.subject);
    let mut known: BTreeSet<[PropertyId; 2]> = BTreeSet::new();
    for (one, other) in alignment.properties.near_misses() {
        known.extend([[*one, *other], [*other, *one]]);
    }
    let mut found: Vec<[&Question; 2]> = Vec::new();
    let declared = |id: PropertyId| alignment.properties.declared(id, corpus).is_some();
    let rules = rules(corpus);
    let mut labels: IndexMap<PropertyId, Label<'_>, FnvBuildHasher> = IndexMap::default();
    for question in questions {
        let label = || Label::of(alignment.properties.form(question.property));
        labels.entry(question.property).or_insert_with(label);
    }
    let alike = |pair: [PropertyId; 2]| {
        let forms = pair.map(|id| alignment.properties.form(id));
        let [one, other] = pair.map(|id| &labels[&id]);
        let [some, all] = [
            pair.into_iter().any(declared),
            pair.into_iter().all(declared),
        ];
        let near = (is_part(&one.stems, &other.stems) && !all)
            || (is_a_word_off(&one.words, &other.words) && !some);
        if !near {
            return false;
        }
        // A rule with both tells them apart.
        let [one, other] = forms.map(|form| rules.get(form));
        one.zip(other)
            .is_none_or(|(one, other)| one.is_disjoint(other))
    };
    // Most subjects have the same few questions.
    let mut pairs: IndexMap<[PropertyId; 2], bool, FnvBuildHasher> = IndexMap::default();
    for questions in of_subject.filter(|questions| questions.len() <= MOST) {
        for (at, left) in questions.iter().enumerate() {
            for right in &questions[at + 1..] {
                let pair = [left.property, right.property];
                if !*pairs.entry(pair).or_insert_with(|| alike(pair))
                    || known.contains(&pair)
                    || !may_be_one(corpus, readings, alignment, [left, right])
                {
                    continue;
                }
                known.extend([pair, [pair[1], pair[0]]]);
                found.push([left, right]);
            }
        }
    }
    stars(&found)
        .into_iter()
        .filter_map(|(centre, others)| label(corpus, alignment, centre, &others))
        .collect()
}

/// The labels that are near others, each with those others; every pair stands in one, and of three that
/// are near each other only one has the others. The label with most others comes first.
fn stars<'q>(pairs: &[[&'q Question; 2]]) -> Vec<(&'q Question, Vec<&'q Question>)> {
    let mut near: BTreeMap<PropertyId, Vec<[&Question; 2]>> = BTreeMap::new();
    for [left, right] in pairs {
        near.entry(left.property).or_default().push([left, right]);
        near.entry(right.property).or_default().push([right, left]);
    }
    let mut centres: Vec<PropertyId> = near.keys().copied().collect();
    centres.sort_by_key(|id| (Reverse(near[id].len()), *id));
    let mut told: BTreeSet<PropertyId> = BTreeSet::new();
    let mut stars = Vec::new();
    for id in centres {
        let others = near[&id]
            .iter()
            .filter(|[_, other]| !told.contains(&other.property));
        let (mut own, mut others): (Vec<_>, Vec<_>) =
            others.map(|[own, other]| (*own, *other)).unzip();
        others.retain(|other| !(told.contains(&id) && told.contains(&other.property)));
        if let (Some(own), false) = (own.pop(), others.is_empty()) {
            told.insert(id);
            told.extend(others.iter().map(|other| other.property));
            stars.push((own, others));
        }
    }
    stars
}

/// The words of a label, by which it is held against others.
struct Label<'f> {
    /// Those that do not only connect others.
    words: Vec<&'f str>,
    /// The same without their endings.
    stems: BTreeSet<String>,
}

impl<'f> Label<'f> {
    fn of(form: &'f str) -> Self {
        let words: Vec<&str> = content(form).collect();
        Self {
            stems: words.iter().map(|word| stem(word)).collect(),
            words,
        }
    }
}

/// Whether two labels of three words or more differ in one that is no opposite of the other.
fn is_a_word_off(left: &[&str], right: &[&str]) -> bool {
    const FEWEST: usize = 3;
    if left.len() != right.len() || left.len() < FEWEST {
        return false;
    }
    let pairs = left.iter().zip(right);
    let mut differing = pairs.filter(|(one, other)| one != other);
    match (differing.next(), differing.next()) {
        (Some((one, other)), None) => !are_opposites(one, other),
        _ => false,
    }
}

/// The rules in which each label stands, by its form.
fn rules(corpus: &Corpus) -> IndexMap<String, BTreeSet<usize>> {
    let mut rules: IndexMap<String, BTreeSet<usize>> = IndexMap::new();
    for (at, rule) in corpus.vocabulary.rules.iter().enumerate() {
        for term in rule.constraint.summands() {
            let form = Form::Label.of(&term.name);
            rules.entry(form).or_default().insert(at);
        }
    }
    rules
}

/// The warning for a label that is near others, at the rarer of two.
fn label(
    corpus: &Corpus,
    alignment: &Alignment,
    centre: &Question,
    others: &[&Question],
) -> Option<Diagnostic> {
    let declared = |at: &Question| alignment.properties.declared(at.property, corpus).is_some();
    let name = |at: &Question| alignment.properties.name(at.property);
    let mut sides = vec![centre];
    sides.extend(others);
    sides.sort_by_key(|side| {
        (
            !declared(side),
            Reverse(side.claims.len()),
            Reverse(side.property),
        )
    });
    // Of two, the rarer is warned of; of more, the one that is near all others.
    let warned = match others {
        [_] => *sides.last()?,
        _ => centre,
    };
    sides.retain(|side| side.property != warned.property);
    let kept = *sides.first()?;
    let subject = alignment.name(warned.subject);
    let names: Vec<String> = sides
        .iter()
        .map(|side| format!("\"{}\"", name(side)))
        .collect();
    let ask = match names.as_slice() {
        [one] => format!(
            "what {one} asks: of {subject}, each article answers either the one or the other"
        ),
        [first @ .., last] => format!(
            "what {} or {last} asks: each article answers but one of them",
            first.join(", ")
        ),
        [] => return None,
    };
    let message = format!("\"{}\" may ask {ask}", name(warned));
    let alike: Vec<&str> = match others {
        [_] => vec![name(kept), name(warned)],
        _ => std::iter::once(name(warned))
            .chain(sides.iter().map(|side| name(side)))
            .collect(),
    };
    let (first, rest) = alike.split_first()?;
    let aliases = property::alias_stanza(first, rest);
    let hint = format!(
        "If they are two, declare both under `properties`; if they are one, add the alias.\n{aliases}"
    );
    let spot = |claim: &Claim| claim.spots.property;
    let place = |question: &Question| Some(at(corpus, *question.claims.first()?, spot));
    let claim = corpus.claim(*warned.claims.first()?);
    let length = corpus.symbols.text(claim.property).chars().count();
    Some(
        Diagnostic::new(Code::NearMissLabel, place(warned)?, message, hint)
            .alike(alike)
            .spanning(length)
            .related_to(place(kept)?, format!("\"{}\" stands here", name(kept))),
    )
}

/// Subjects of one property, of which the one ends with the other.
fn subjects(corpus: &Corpus, readings: &Readings<'_>, alignment: &Alignment) -> Vec<Diagnostic> {
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
    let told = Apart::new(corpus);
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
                    || are_two(&told, alignment, pair)
                    || !apart
                    || !may_be_one(corpus, readings, alignment, [left, right])
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

/// The warning for a subject that may be another.
pub(super) fn subject(
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
            .alike([name, other])
            .spanning(length)
            .related_to(place(kept)?, format!("\"{name}\" stands here")),
    )
}

fn at(corpus: &Corpus, id: ClaimId, spot: fn(&Claim) -> Spot) -> crate::text::Place {
    let claim = corpus.claim(id);
    spot(claim).in_file(corpus.article(claim.article).place.file)
}

/// Whether no article answers both, and the values may be of one kind.
pub(super) fn may_be_one(
    corpus: &Corpus,
    readings: &Readings<'_>,
    alignment: &Alignment,
    [left, right]: [&Question; 2],
) -> bool {
    let articles = |question: &Question| -> BTreeSet<ArticleId> {
        let claims = question.claims.iter();
        claims.map(|id| corpus.claim(*id).article).collect()
    };
    let kinds = |question: &Question| {
        let property = alignment.properties.declared(question.property, corpus);
        let declared = property.and_then(Property::declared_kind);
        let answer = question.claims.first().map(|id| readings.answer(*id));
        declared.map_or_else(|| answer.map(kinds).unwrap_or_default(), |kind| vec![kind])
    };
    let (one, other) = (kinds(left), kinds(right));
    let fit = one.is_empty() || other.is_empty() || one.iter().any(|kind| other.contains(kind));
    fit && articles(left).is_disjoint(&articles(right))
}

/// The kinds that a value looks like; none where it may be of any that cannot be read: "two hours
/// after the ship left".
fn kinds(answer: Answer<'_>) -> Vec<Kind> {
    let words = match answer {
        Answer::Scalar(words) | Answer::Between(words, _) => words,
        Answer::Members => return vec![Kind::Members],
    };
    let (text, first) = (words.text(), words.kind());
    if first == Kind::Term {
        let digits = text.contains(|c: char| c.is_ascii_digit());
        let unread = digits || amount::beginning(text).is_some();
        return if unread { Vec::new() } else { vec![first] };
    }
    // "No" is a number too, and "1996" a year.
    let truth = truth::read(text).is_ok().then_some(Kind::Truth);
    let date = words.is_plain_date().then_some(Kind::Date);
    [first].into_iter().chain(truth).chain(date).collect()
}

/// Whether a vocabulary says that two subjects are two.
pub(super) fn are_two(
    told: &Apart<'_>,
    alignment: &Alignment,
    [one, other]: [EntityId; 2],
) -> bool {
    let says = |one, other| told.says(alignment.name(one), alignment.form(other));
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

/// A word without its ending.
fn stem(word: &str) -> String {
    const SHORTEST: usize = 3;
    let mut stems = ENDINGS.iter().filter_map(|end| word.strip_suffix(end));
    let stem = stems.find(|stem| stem.chars().count() >= SHORTEST);
    stem.unwrap_or(word).to_owned()
}

/// The words of a label without what connects them.
fn content(form: &str) -> impl Iterator<Item = &str> {
    let words = form.split(' ');
    words.filter(|word| !FUNCTION_WORDS.contains(word))
}
