//! The questions of a run, ready to be looked for in the words of a sentence.
//!
//! A question is known by the words of its property, of its subject, and of what others answer. Words that few
//! questions have say more than those that many have. What is found is a proposal, for somebody to look at.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::align::QuestionId;
use crate::graph::ClaimGraph;
use crate::model::{ArticleId, Property};
use crate::text::normal::{Form, words};
use crate::text::number;
use crate::value::Kind;

/// So many questions are proposed for a sentence.
const MOST_PROPOSED: usize = 3;
/// Words that more questions have tell nothing.
const MOST_QUESTIONS: usize = 128;
/// So many different words of the answers to a question are kept.
const MOST_WORDS: usize = 64;
/// What the words of a sentence must weigh together for a question to be proposed.
const ENOUGH: u32 = 20;
/// What a value of the question's kind weighs.
const OF_ITS_KIND: u32 = 6;
/// Words are held against each other by so many letters: "commuted", "commutation".
const STEM: usize = 6;

/// The questions of a run by the words that speak of them.
#[derive(Debug)]
pub struct Story<'g> {
    pub(super) graph: &'g ClaimGraph<'g>,
    by_word: BTreeMap<String, Vec<Posting>>,
    /// The articles that answer each question, one for all annotators.
    answered: Vec<Vec<ArticleId>>,
}

/// A question that a word may speak of.
#[derive(Clone, Copy, Debug)]
struct Posting {
    question: u32,
    role: Role,
}

/// What a word is to a question; the last is what speaks most for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Role {
    Subject,
    Answer,
    Label,
}

/// A question that a sentence may answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The question.
    pub question: QuestionId,
    /// How much speaks for it.
    pub weight: u32,
}

impl<'g> Story<'g> {
    /// Prepares the questions. Linear in the words of the claims, but for sorting.
    #[must_use]
    pub fn new(graph: &'g ClaimGraph<'g>) -> Self {
        let (corpus, alignment) = (graph.corpus, graph.alignment);
        let mut by_word: BTreeMap<String, Vec<Posting>> = BTreeMap::new();
        let mut answered = Vec::with_capacity(alignment.questions.len());
        for (number_of, question) in alignment.questions.iter().enumerate() {
            let mut roles: BTreeMap<String, Role> = BTreeMap::new();
            let mut add = |text: &str, role: Role| {
                for stem in stems(text) {
                    let known = roles.entry(stem).or_insert(role);
                    *known = (*known).max(role);
                }
            };
            add(alignment.name(question.subject), Role::Subject);
            add(alignment.properties.name(question.property), Role::Label);
            let declared = alignment.properties.declared(question.property, corpus);
            for alias in declared
                .iter()
                .flat_map(|property: &&Property| &property.aliases)
            {
                add(alias, Role::Label);
            }
            let mut kept: BTreeSet<String> = BTreeSet::new();
            let mut articles: Vec<ArticleId> = Vec::new();
            for id in &question.claims {
                let claim = corpus.claim(*id);
                articles.push(graph.publication_of(*id));
                let texts = [Some(claim.original()), claim.quote().map(Into::into)];
                for text in texts.into_iter().flatten() {
                    if kept.len() < MOST_WORDS {
                        kept.extend(stems(&text));
                    }
                }
            }
            for stem in kept {
                roles.entry(stem).or_insert(Role::Answer);
            }
            for (stem, role) in roles {
                by_word.entry(stem).or_default().push(Posting {
                    question: number(number_of),
                    role,
                });
            }
            articles.sort_unstable();
            articles.dedup();
            answered.push(articles);
        }
        by_word.retain(|_, postings| postings.len() <= MOST_QUESTIONS);
        Self {
            graph,
            by_word,
            answered,
        }
    }

    /// The graph that it was made of.
    #[must_use]
    pub fn graph(&self) -> &'g ClaimGraph<'g> {
        self.graph
    }

    /// The articles that answer a question, in order, one for all annotators.
    #[must_use]
    pub fn answered_by(&self, question: QuestionId) -> &[ArticleId] {
        self.answered
            .get(question.index())
            .map_or(&[], Vec::as_slice)
    }

    /// The questions that a sentence with values of some kinds may answer, the likeliest first: those that
    /// other articles answer, and its own does not.
    #[must_use]
    pub fn proposals(
        &self,
        sentence: &str,
        kinds: &[Kind],
        of: Option<ArticleId>,
    ) -> Vec<Proposal> {
        let own = of.map(|id| self.graph.publication(id));
        let mut found: BTreeMap<u32, (u32, Role)> = BTreeMap::new();
        for stem in stems(sentence).collect::<BTreeSet<String>>() {
            let postings = self.by_word.get(&stem).map_or(&[][..], Vec::as_slice);
            for posting in postings {
                let (weight, role) = found.entry(posting.question).or_insert((0, posting.role));
                *weight += weigh(posting.role, postings.len());
                *role = (*role).max(posting.role);
            }
        }
        let mut proposals: Vec<Proposal> = found
            .into_iter()
            .map(|(question, (weight, role))| {
                (QuestionId::from_index(question as usize), weight, role)
            })
            // What the subject alone is named for may be anything about it.
            .filter(|(question, weight, role)| {
                *role > Role::Subject && *weight + OF_ITS_KIND >= ENOUGH && {
                    let by = self.answered_by(*question);
                    !by.is_empty() && own.is_none_or(|own| !by.contains(&own))
                }
            })
            .map(|(question, weight, _)| {
                let kind = self.graph.standing(question).kind;
                let is_of_kind = kinds.contains(&kind);
                Proposal {
                    question,
                    weight: weight + if is_of_kind { OF_ITS_KIND } else { 0 },
                }
            })
            .filter(|proposal| proposal.weight >= ENOUGH)
            .collect();
        proposals.sort_by_key(|it| (Reverse(it.weight), it.question));
        proposals.truncate(MOST_PROPOSED);
        proposals
    }
}

/// What a word weighs that so many questions have.
fn weigh(role: Role, questions: usize) -> u32 {
    let rarity = match questions {
        0..=2 => 4,
        3..=8 => 3,
        9..=32 => 2,
        _ => 1,
    };
    let role = match role {
        Role::Label => 4,
        Role::Answer => 2,
        Role::Subject => 1,
    };
    rarity * role
}

/// Words that stand in all sentences.
const COMMON: &[&str] = &[
    "the", "and", "that", "for", "was", "were", "with", "from", "his", "her", "its", "their",
    "has", "had", "have", "been", "who", "which", "this", "are", "but", "not", "she", "they",
    "you", "him", "them", "after", "before", "into", "about", "than", "when", "where", "what",
    "will", "would", "could", "said", "say", "also", "one", "all", "more", "out", "over", "there",
    "being", "because", "while", "did", "does", "how", "why", "any", "some", "other",
];

/// The beginnings of the words that say something.
fn stems(text: &str) -> impl Iterator<Item = String> {
    words(text).filter_map(|word| {
        let form = Form::Label.of(word);
        let is_figure = form.starts_with(|c: char| c.is_ascii_digit());
        let is_short = form.chars().nth(2).is_none() && !is_figure;
        let stem: String = form.chars().take(STEM).collect();
        (!is_short && !COMMON.contains(&&*form) && !stem.is_empty()).then_some(stem)
    })
}
