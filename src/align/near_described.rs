//! Subjects that are a name with words for what bears it ("ferry Selma"), and the name or those words
//! alone: whoever writes "Selma" of the same ship is compared with nobody.
//!
//! As little is said by words alone, those are pointed out of which each article speaks of either the
//! one or the other, and which answer one property with values of one kind; where only the words for
//! it are left ("the ferry"), two properties.

use std::collections::BTreeSet;

use fnv::FnvBuildHasher;
use indexmap::IndexMap;

use super::entity::is_proper;
use super::name::described;
use super::near_names::Apart;
use super::near_questions::{are_two, may_be_one, subject};
use super::{Alignment, EntityId, Question};
use crate::diagnostic::Diagnostic;
use crate::model::{ArticleId, Corpus, Symbol};
use crate::reading::Readings;
use crate::text::normal::Form;

/// A subject whose name is described.
struct Described<'a> {
    questions: &'a [Question],
    /// The name alone, by its form: "selma".
    name: String,
    /// The words before it: "ferry".
    words: String,
}

/// Warns of subjects that may be a described one, each pair once.
pub(super) fn near_misses(
    corpus: &Corpus,
    readings: &Readings<'_>,
    alignment: &Alignment,
) -> Vec<Diagnostic> {
    let subjects = alignment
        .questions
        .chunk_by(|left, right| left.subject == right.subject);
    let described: Vec<Described<'_>> = subjects
        .clone()
        .filter_map(|questions| Described::of(alignment, questions))
        .collect();
    if described.is_empty() {
        return Vec::new();
    }
    let by_form: IndexMap<String, &[Question], FnvBuildHasher> = subjects
        .map(|questions| {
            let name = alignment.name(questions[0].subject);
            (Form::Name.of(name), questions)
        })
        .collect();
    let mut bearers: IndexMap<&str, usize, FnvBuildHasher> = IndexMap::default();
    for one in &described {
        *bearers.entry(&one.words).or_default() += 1;
    }
    let told = Apart::new(corpus);
    let mut diagnostics = Vec::new();
    for one in &described {
        // Of two ferries, "the ferry" is neither.
        let is_alone = bearers[one.words.as_str()] == 1;
        let turned = format!("{} {}", one.name, one.words);
        let candidates = [(&one.name, 1), (&turned, 1), (&one.words, 2)];
        let candidates = candidates
            .iter()
            .filter(|(_, fewest)| *fewest == 1 || is_alone);
        for (form, fewest) in candidates {
            let Some(other) = by_form.get(form.as_str()) else {
                continue;
            };
            let pair = [one.questions, *other];
            let spoken_of = pair.map(|questions| articles(corpus, questions));
            if !may_be_described(corpus, alignment, &told, (pair, &spoken_of)) {
                continue;
            }
            let shared = alignment.shared(pair[0][0].subject, pair[1][0].subject);
            let shared = shared.filter(|pair| may_be_one(corpus, readings, alignment, *pair));
            let shared: Vec<[&Question; 2]> = shared.collect();
            if shared.len() >= *fewest {
                let [one, other] = shared[0];
                let (kept, warned) = match spoken_of[0].len() < spoken_of[1].len() {
                    true => (other, one),
                    false => (one, other),
                };
                diagnostics.extend(subject(corpus, alignment, kept, warned));
            }
        }
    }
    diagnostics
}

impl<'a> Described<'a> {
    fn of(alignment: &'a Alignment, questions: &'a [Question]) -> Option<Self> {
        let whole = alignment.name(questions[0].subject);
        // Most subjects are names, or have none.
        if is_proper(whole) {
            return None;
        }
        let name = described(whole)?;
        let words = whole.strip_suffix(name)?;
        let (name, words) = (Form::Name.of(name), Form::Name.of(words));
        (!name.is_empty() && !words.is_empty()).then_some(Self {
            questions,
            name,
            words,
        })
    }
}

/// Whether nothing says that they are two: a vocabulary, or an article that speaks of both.
fn may_be_described(
    corpus: &Corpus,
    alignment: &Alignment,
    told: &Apart<'_>,
    (pair, [one, other]): ([&[Question]; 2], &[BTreeSet<ArticleId>; 2]),
) -> bool {
    let subjects: [EntityId; 2] = pair.map(|questions| questions[0].subject);
    // Where an article calls both by the name alone, that is told of the name.
    let names = pair[1].iter().flat_map(|question| &question.claims);
    let names: BTreeSet<Symbol> = names.map(|id| corpus.claim(*id).subject).collect();
    let is_called_so = |article: &ArticleId| {
        let mut meant = names.iter().map(|name| alignment.entity(*article, *name));
        meant.any(|entity| entity == Some(subjects[0]))
    };
    subjects[0] != subjects[1]
        && !subjects.iter().all(|id| alignment.is_declared(*id))
        && !are_two(told, alignment, subjects)
        && one.is_disjoint(other)
        && !one.iter().any(is_called_so)
}

fn articles(corpus: &Corpus, questions: &[Question]) -> BTreeSet<ArticleId> {
    let claims = questions.iter().flat_map(|question| &question.claims);
    claims.map(|id| corpus.claim(*id).article).collect()
}
