//! Which claims answer the same question: one subject, one property.
//!
//! In: the corpus. Out: every claim under its question, every name with the entity that it stands
//! for, and what was joined by likeness. Costs a sort of the claims and a look-up for each name.

mod entities;
pub mod entity;
mod mentions;
pub mod name;
mod near_described;
mod near_names;
mod near_questions;
mod neighbours;
mod opposites;
pub mod property;
mod speaker;
mod values;

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

pub use property::PropertyId;
pub use speaker::Speaker;

use crate::diagnostic::Diagnostic;
use crate::finding::Join;
use crate::model::{ArticleId, ClaimId, Corpus, Symbol};
use crate::reading::Readings;
use crate::text::numbered;
use crate::value::term::Alias;
use entities::Entities;
use mentions::Mentions;
use values::Resolved;

numbered! {
    /// The number of an entity: a person, place, organisation, event or thing that names stand for.
    EntityId
    /// The number of a question, as an index into [`Alignment::questions`].
    QuestionId
}

/// A subject and a property, with the claims that answer it.
#[derive(Clone, Debug)]
pub struct Question {
    /// What it is about.
    pub subject: EntityId,
    /// Which aspect.
    pub property: PropertyId,
    /// The claims, in the order of the corpus.
    pub claims: Box<[ClaimId]>,
}

/// Every claim under its question, and every name with its entity.
#[derive(Debug)]
pub struct Alignment {
    /// The questions, in the order of their subjects and then of their properties.
    pub questions: Vec<Question>,
    /// The properties that claims use.
    pub properties: property::Properties,
    /// Names that were taken for one because they are alike.
    pub joins: Vec<Join>,
    entities: Entities,
    in_values: values::Aliases,
}

/// Aligns a corpus; `strict` joins names by alias only.
///
/// Out: the alignment, and a warning for each pair of labels or subjects that almost match.
#[must_use]
pub fn align(
    corpus: &Corpus,
    readings: &Readings<'_>,
    strict: bool,
) -> (Alignment, Vec<Diagnostic>) {
    let declared = speaker::declared(corpus);
    let (mentions, (properties, mut diagnostics)) = rayon::join(
        || Mentions::new(corpus),
        || property::Properties::new(corpus),
    );
    let in_values = values::names(corpus, readings, &properties);
    let (resolution, of_values) =
        speaker::resolve(corpus, &declared, &mentions, &in_values, strict);
    diagnostics.extend(speaker::ambiguous(corpus, &resolution));
    let ambiguous = resolution.ambiguous.iter().map(|it| it.name.clone());
    let ambiguous: BTreeSet<String> = ambiguous.collect();
    let joins = resolution.joins.iter();
    let joins = joins.map(|join| joined(corpus, &resolution.names, join));
    let mut joins: Vec<Join> = joins.collect();
    let (names, meant) = (resolution.names, resolution.meant);
    let entities = Entities::new(names, declared.len(), mentions, meant);
    let questions = questions(corpus, &entities, &properties);
    let in_values = in_values.into_iter().zip(of_values);
    let in_values = in_values.map(|(named, meant)| Resolved { named, meant });
    let in_values: Vec<Resolved<'_>> = in_values.collect();
    let (in_values, by_surname) =
        values::aliases(corpus, &in_values, &entities, &questions, strict);
    joins.extend(by_surname);
    joins.sort_by(|a, b| (&a.entity, &a.name, &a.article).cmp(&(&b.entity, &b.name, &b.article)));
    joins.dedup();
    let alignment = Alignment {
        questions,
        properties,
        joins,
        entities,
        in_values,
    };
    let ((near_questions, surnames), near_names) = rayon::join(
        || {
            let surnames = match strict {
                true => Vec::new(),
                false => near_names::surnames(corpus, &alignment, &ambiguous),
            };
            let mut near = near_questions::near_misses(corpus, readings, &alignment);
            near.extend(near_described::near_misses(corpus, readings, &alignment));
            (near, surnames)
        },
        || near_names::near_misses(corpus, &alignment, &ambiguous),
    );
    diagnostics.extend(near_names);
    diagnostics.extend(near_questions);
    diagnostics.extend(surnames);
    (alignment, diagnostics)
}

impl Alignment {
    /// The question of that number.
    #[must_use]
    pub fn question(&self, id: QuestionId) -> &Question {
        &self.questions[id.index()]
    }

    /// The question of a subject and a property, if any claim answers it.
    #[must_use]
    pub fn find(&self, subject: EntityId, property: PropertyId) -> Option<QuestionId> {
        let key = (subject, property);
        let questions = &self.questions;
        let found = questions.binary_search_by_key(&key, |at| (at.subject, at.property));
        found.ok().map(QuestionId::from_index)
    }

    /// The numbers of the questions of a subject, in order.
    pub fn questions_of(&self, subject: EntityId) -> impl Iterator<Item = QuestionId> + use<> {
        let start = self.questions.partition_point(|at| at.subject < subject);
        let end = self.questions.partition_point(|at| at.subject <= subject);
        (start..end).map(QuestionId::from_index)
    }

    /// The questions of a subject.
    fn of_subject(&self, subject: EntityId) -> &[Question] {
        let questions = &self.questions;
        let start = questions.partition_point(|at| at.subject < subject);
        let end = questions.partition_point(|at| at.subject <= subject);
        &questions[start..end]
    }

    /// The questions of two subjects that ask for one property, in its order.
    fn shared(&self, left: EntityId, right: EntityId) -> impl Iterator<Item = [&Question; 2]> + '_ {
        let others = self.of_subject(right);
        self.of_subject(left).iter().filter_map(|question| {
            let key = |at: &Question| at.property;
            let at = others.binary_search_by_key(&question.property, key).ok()?;
            Some([question, &others[at]])
        })
    }

    /// Whether two subjects answer one property, each in other articles. Whoever answers it for both
    /// takes them for two.
    fn answer_one_property(&self, corpus: &Corpus, left: EntityId, right: EntityId) -> bool {
        // Claims are in the order of their articles.
        fn articles<'c>(
            corpus: &'c Corpus,
            question: &'c Question,
        ) -> impl Iterator<Item = ArticleId> + 'c {
            let claims = question.claims.iter();
            claims.map(|id| corpus.claim(*id).article)
        }
        let mut shared = self.shared(left, right);
        let mut any = false;
        let apart = shared.all(|[one, other]| {
            any = true;
            !have_one_in_common(articles(corpus, one), articles(corpus, other))
        });
        any && apart
    }

    /// Every question's number, in order.
    pub fn question_ids(&self) -> impl ExactSizeIterator<Item = QuestionId> + use<> {
        (0..self.questions.len()).map(QuestionId::from_index)
    }

    /// The names of all entities, in the order of their numbers.
    #[must_use]
    pub fn entities(&self) -> &[Arc<str>] {
        self.entities.names()
    }

    /// The name of an entity.
    #[must_use]
    pub fn name(&self, entity: EntityId) -> &str {
        self.entities.shared_name(entity)
    }

    /// The name of an entity, to be kept.
    #[must_use]
    pub fn shared_name(&self, entity: EntityId) -> Arc<str> {
        Arc::clone(self.entities.shared_name(entity))
    }

    /// The normal form of an entity's name.
    #[must_use]
    pub fn form(&self, entity: EntityId) -> &str {
        self.entities.form(entity)
    }

    /// The entities that bear a name, as declared or as any claim writes it.
    #[must_use]
    pub fn named(&self, corpus: &Corpus, name: &str) -> BTreeSet<EntityId> {
        self.entities.named(corpus, name)
    }

    /// Whether a vocabulary declares an entity.
    #[must_use]
    pub fn is_declared(&self, entity: EntityId) -> bool {
        self.entities.is_declared(entity)
    }

    /// What a name stands for in an article; `None` for a name that no claim of it mentions.
    #[must_use]
    pub fn entity(&self, article: ArticleId, name: Symbol) -> Option<EntityId> {
        Some(self.entities.meant(article, name)?.entity)
    }

    /// What names in the value of a claim stand for, where that is not what they say.
    #[must_use]
    pub fn aliases(&self, claim: ClaimId) -> &[Alias] {
        self.in_values.of(claim)
    }

    /// Whether two claims share a question only because their subjects' names are alike.
    #[must_use]
    pub fn rests_on_likeness(&self, corpus: &Corpus, left: ClaimId, right: ClaimId) -> bool {
        let (left, right) = (corpus.claim(left), corpus.claim(right));
        let alike = |article, name| {
            let meant = self.entities.meant(article, name);
            meant.is_some_and(|meant| meant.by_likeness)
        };
        left.subject != right.subject
            && (alike(left.article, left.subject) || alike(right.article, right.subject))
    }
}

/// Whether two rows in order have something in common. Linear.
fn have_one_in_common<T: Ord>(
    mut left: impl Iterator<Item = T>,
    mut right: impl Iterator<Item = T>,
) -> bool {
    let (mut one, mut other) = (left.next(), right.next());
    while let (Some(a), Some(b)) = (&one, &other) {
        match a.cmp(b) {
            Ordering::Less => one = left.next(),
            Ordering::Greater => other = right.next(),
            Ordering::Equal => return true,
        }
    }
    false
}

/// The claims by subject and property.
fn questions(
    corpus: &Corpus,
    entities: &Entities,
    properties: &property::Properties,
) -> Vec<Question> {
    let claims = corpus.claims.par_iter().enumerate();
    let mut keyed: Vec<(EntityId, PropertyId, ClaimId)> = claims
        .filter_map(|(index, claim)| {
            Some((
                entities.meant(claim.article, claim.subject)?.entity,
                properties.of(claim.property),
                ClaimId::from_index(index),
            ))
        })
        .collect();
    keyed.par_sort_unstable();
    keyed
        .chunk_by(|a, b| (a.0, a.1) == (b.0, b.1))
        .map(|chunk| Question {
            subject: chunk[0].0,
            property: chunk[0].1,
            claims: chunk.iter().map(|key| key.2).collect(),
        })
        .collect()
}

/// A join with names and ids for numbers.
fn joined(corpus: &Corpus, names: &[String], join: &entity::Join) -> Join {
    Join {
        name: join.name.clone(),
        entity: names[join.entity as usize].clone(),
        article: join.article.map(|index| {
            corpus
                .symbols
                .text(corpus.articles[index as usize].id)
                .to_owned()
        }),
        score: join.score,
        why: join.why.to_owned(),
    }
}
