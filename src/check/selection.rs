//! Which findings a report shows.

use std::collections::BTreeSet;

use super::outcome::Outcome;
use crate::align::{EntityId, QuestionId};
use crate::finding::{Check, Finding, Level};
use crate::graph::ClaimGraph;
use crate::model::{ArticleId, ClaimId};
use crate::value::Day;

/// Which findings a report shows.
#[derive(Clone, Debug)]
pub struct Selection {
    /// Findings of this level and above.
    pub level: Level,
    /// Also findings that a ruling silences.
    pub silenced: bool,
    /// Only findings that no ruling is about, and those that are open again.
    pub only_new: bool,
    /// Also claims that could not be compared, whatever the level.
    pub undetermined: bool,
    /// Only these checks; all where empty.
    pub only: Vec<Check>,
    /// None of these checks.
    pub skip: Vec<Check>,
    /// Only what an article of one of these sources, or one of these articles, takes part in.
    pub sources: Vec<String>,
    /// Only what is about one of these subjects, by any of their names.
    pub subjects: Vec<String>,
    /// The day on which rulings that expire are measured; without one, none expires.
    pub today: Option<Day>,
    /// Whether what is found on questions is only counted, and left out of the findings.
    pub only_counts: bool,
}

impl Selection {
    /// Every finding, those too that a ruling silences.
    #[must_use]
    pub fn everything(today: Option<Day>) -> Self {
        Self {
            level: Level::Note,
            silenced: true,
            today,
            ..Self::default()
        }
    }
}

impl Default for Selection {
    /// Conflicts, warnings and agreements, and what could not be compared.
    fn default() -> Self {
        Self {
            level: Level::Agreement,
            silenced: false,
            only_new: false,
            undetermined: true,
            only: Vec::new(),
            skip: Vec::new(),
            sources: Vec::new(),
            subjects: Vec::new(),
            today: None,
            only_counts: false,
        }
    }
}

/// A name in a selection that nothing in the files bears.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownName {
    /// What it should name: "source" or "subject".
    pub what: &'static str,
    /// The name.
    pub name: String,
    /// The names in the files that are most like it, all of those that are equally so.
    pub nearest: Vec<String>,
}

/// A selection whose names have been looked up.
pub(super) struct Filter<'a> {
    selection: &'a Selection,
    articles: BTreeSet<ArticleId>,
    subjects: BTreeSet<EntityId>,
}

impl<'a> Filter<'a> {
    /// Looks up the names of a selection.
    pub(super) fn new(
        graph: &ClaimGraph<'_>,
        selection: &'a Selection,
    ) -> Result<Self, UnknownName> {
        let mut filter = Self {
            selection,
            articles: BTreeSet::new(),
            subjects: BTreeSet::new(),
        };
        for name in &selection.sources {
            let found = articles_of(graph, name);
            if found.is_empty() {
                let ids = graph
                    .corpus
                    .articles
                    .iter()
                    .map(|article| graph.corpus.symbols.text(article.id));
                let sources = graph
                    .corpus
                    .article_ids()
                    .filter_map(|id| graph.source_of(id));
                let sources = sources.map(|source| graph.alignment.name(source));
                return Err(unknown("source", name, ids.chain(sources)));
            }
            filter.articles.extend(found);
        }
        for name in &selection.subjects {
            let found = graph.alignment.named(graph.corpus, name);
            if found.is_empty() {
                let subjects = graph
                    .alignment
                    .questions
                    .iter()
                    .map(|question| graph.alignment.name(question.subject));
                return Err(unknown("subject", name, subjects));
            }
            filter.subjects.extend(found);
        }
        Ok(filter)
    }

    /// Whether the finding of a question is shown.
    pub(super) fn shows(&self, graph: &ClaimGraph<'_>, outcome: &Outcome) -> bool {
        self.takes(
            outcome.check,
            outcome.check.level(),
            &mut outcome.also.iter(),
        ) && self.concerns_question(graph, outcome.question)
    }

    /// Whether a question is about one of the subjects and from one of the articles asked for.
    pub(super) fn concerns_question(&self, graph: &ClaimGraph<'_>, id: QuestionId) -> bool {
        let question = graph.alignment.question(id);
        self.is_about(question.subject) && self.is_from(graph, question.claims.iter().copied())
    }

    /// Whether a finding of the whole graph is shown.
    pub(super) fn shows_finding(&self, graph: &ClaimGraph<'_>, finding: &Finding) -> bool {
        let claims = finding
            .positions
            .iter()
            .flat_map(|position| position.claims.iter().copied());
        let subject = |name: &String| {
            graph
                .alignment
                .named(graph.corpus, name)
                .into_iter()
                .any(|entity| self.is_about(entity))
        };
        self.takes(finding.check, finding.level, &mut finding.also.iter())
            && match &finding.subject {
                Some(name) => self.subjects.is_empty() || subject(name),
                None => self.is_about_any(graph, claims.clone()),
            }
            && self.concerns(graph, finding, claims)
    }

    /// Whether one of the articles asked for makes a claim of the finding, or is what it is about. A
    /// finding about neither says how far to trust the others, and concerns all.
    fn concerns(
        &self,
        graph: &ClaimGraph<'_>,
        finding: &Finding,
        claims: impl Iterator<Item = ClaimId>,
    ) -> bool {
        let mut about = finding.ring.iter();
        let is_of_none = finding.positions.is_empty() && finding.ring.is_empty();
        is_of_none || about.any(|id| self.articles.contains(id)) || self.is_from(graph, claims)
    }

    /// Whether a check, with others that apply too, passes the filters by check and level.
    fn takes<'c>(
        &self,
        check: Check,
        level: Level,
        also: &mut impl Iterator<Item = &'c Check>,
    ) -> bool {
        let Selection { only, skip, .. } = self.selection;
        let asked = only.contains(&check) || also.any(|other| only.contains(other));
        let high = level <= self.selection.level
            || (self.selection.undetermined && check == Check::Undetermined);
        !skip.contains(&check) && if only.is_empty() { high } else { asked }
    }

    fn is_about(&self, subject: EntityId) -> bool {
        self.subjects.is_empty() || self.subjects.contains(&subject)
    }

    /// Whether a finding that spans questions has a claim about one of the subjects asked for.
    fn is_about_any(
        &self,
        graph: &ClaimGraph<'_>,
        mut claims: impl Iterator<Item = ClaimId>,
    ) -> bool {
        let subject = |id| {
            let claim = graph.corpus.claim(id);
            graph.alignment.entity(claim.article, claim.subject)
        };
        self.subjects.is_empty()
            || claims.any(|id| subject(id).is_some_and(|entity| self.subjects.contains(&entity)))
    }

    fn is_from(&self, graph: &ClaimGraph<'_>, mut claims: impl Iterator<Item = ClaimId>) -> bool {
        self.articles.is_empty() || claims.any(|id| self.articles.contains(&graph.article_of(id)))
    }
}

/// The articles of an id, or of a source by any of its names.
fn articles_of(graph: &ClaimGraph<'_>, name: &str) -> BTreeSet<ArticleId> {
    let sources = graph.alignment.named(graph.corpus, name);
    let is_meant = |id: &ArticleId| {
        let article = graph.corpus.article(*id);
        graph.corpus.symbols.text(article.id) == name
            || graph
                .source_of(*id)
                .is_some_and(|source| sources.contains(&source))
    };
    graph.corpus.article_ids().filter(is_meant).collect()
}

fn unknown<'a>(
    what: &'static str,
    name: &str,
    known: impl Iterator<Item = &'a str>,
) -> UnknownName {
    UnknownName {
        what,
        name: name.to_owned(),
        nearest: nearest_names(name, known),
    }
}

/// The names that have a part most like another name, if any is much like it; all that are equally like
/// it, each once.
fn nearest_names<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Vec<String> {
    let name = name.to_lowercase();
    let words = name.split_whitespace().count().max(1);
    let likeness = |other: &str| (strsim::jaro_winkler(&name, other) * 1e6) as u32;
    let best = |other: &str| {
        let other = other.to_lowercase();
        let parts: Vec<&str> = other.split_whitespace().collect();
        let parts = parts.windows(words).map(|part| likeness(&part.join(" ")));
        parts.chain([likeness(&other)]).max().unwrap_or_default()
    };
    let known: BTreeSet<&str> = known.collect();
    let scored: Vec<(u32, &str)> = known.into_iter().map(|it| (best(it), it)).collect();
    let highest = scored.iter().map(|(score, _)| *score).max();
    let highest = highest.filter(|score| *score > 700_000);
    let nearest = scored.iter().filter(|(score, _)| Some(*score) == highest);
    nearest.map(|(_, other)| (*other).to_owned()).collect()
}

/// The name that is most like another, if any is much like it.
#[must_use]
pub fn nearest(name: &str, known: impl Iterator<Item = String>) -> Option<String> {
    let name = name.to_lowercase();
    let likeness = |other: &str| (strsim::jaro_winkler(&name, &other.to_lowercase()) * 1e6) as u32;
    let nearest = known.map(|other| (likeness(&other), other)).max();
    nearest
        .filter(|(score, _)| *score > 700_000)
        .map(|(_, other)| other)
}
