//! What a sentence holds, and how much that weighs.

use std::cmp::Reverse;
use std::ops::Range;

use super::story::{Proposal, Story};
use crate::graph::ClaimGraph;
use crate::model::ArticleId;
use crate::prose::{self, Part, mark, speech};
use crate::value::spot::spotted;
use crate::value::{Context, Day, Intervals, Kind, meaning, read_text};

/// Something that a sentence can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Holds {
    /// Amounts and dates that can be read.
    Values,
    /// What may answer questions that other articles answer.
    Answers,
    /// What somebody says.
    Speech,
    /// Names of people, places and bodies.
    Names,
    /// Words that say that nothing is more so.
    Superlatives,
    /// Words that turn the sense.
    Negations,
    /// A question, which claims nothing.
    Asks,
    /// Hardly any words.
    Little,
    /// The words under a picture.
    Caption,
    /// What seems to belong to the page and not to the article.
    Furniture,
}

/// What it weighs that a sentence holds something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Feature {
    /// What it holds.
    pub holds: Holds,
    /// What each of them weighs.
    pub weight: i32,
    /// So many of them count.
    pub most: usize,
    /// How a reader is told, of one and of several.
    pub why: (&'static str, &'static str),
}

const fn feature(
    holds: Holds,
    weight: i32,
    most: usize,
    why: (&'static str, &'static str),
) -> Feature {
    Feature {
        holds,
        weight,
        most,
        why,
    }
}

/// The table: what is worth how much.
///
/// What can be read and what others say too is worth most; the words that a sentence is made of follow. The
/// weights are round numbers that nobody fitted to a story.
pub const FEATURES: &[Feature] = &[
    feature(Holds::Values, 6, 3, ("a value", "values")),
    feature(
        Holds::Answers,
        5,
        3,
        ("may answer a question", "may answer questions"),
    ),
    feature(Holds::Speech, 4, 1, ("speech", "speech")),
    feature(Holds::Names, 2, 4, ("a name", "names")),
    feature(Holds::Superlatives, 2, 2, ("a superlative", "superlatives")),
    feature(Holds::Negations, 2, 2, ("a negation", "negations")),
    feature(Holds::Asks, -4, 1, ("asks", "asks")),
    feature(Holds::Little, -2, 1, ("few words", "few words")),
    feature(
        Holds::Caption,
        -2,
        1,
        ("under a picture", "under a picture"),
    ),
    feature(
        Holds::Furniture,
        -100,
        1,
        ("seems to belong to the page", "seems to belong to the page"),
    ),
];

/// A sentence with fewer words says little.
const FEW_WORDS: usize = 4;

/// A sentence of an article, with what it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranked {
    /// Where it stands in the text, in bytes.
    pub span: Range<usize>,
    /// What it seems to be a part of.
    pub part: Part,
    /// Its place among the sentences of its text, from 1: the one that holds most.
    pub rank: usize,
    /// What all that it holds weighs.
    pub weight: i32,
    /// What it holds, and how many, in the order of the table.
    pub holds: Vec<(&'static Feature, usize)>,
    /// The values, in order.
    pub values: Vec<Found>,
    /// Who speaks, as written, where it names somebody.
    pub speaker: Option<String>,
    /// Whether the article seems unsure: "reportedly".
    pub is_hedged: bool,
    /// The questions that it may answer, the likeliest first.
    pub questions: Vec<Proposal>,
}

/// A value that can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its words.
    pub text: String,
    /// What they are.
    pub kind: Kind,
    /// What they allow, where that says more than the words: "19.8 to under 22 years".
    pub meaning: Option<String>,
}

impl Found {
    /// The words, with what they allow where that says more: "almost 22 years (19.8 to under 22 years)".
    #[must_use]
    pub fn reading(&self) -> String {
        match &self.meaning {
            Some(meaning) => format!("{} ({meaning})", self.text),
            None => self.text.clone(),
        }
    }
}

impl Ranked {
    /// Whether it seems to belong to the page and not to the article.
    #[must_use]
    pub fn is_furniture(&self) -> bool {
        self.part == Part::Furniture
    }

    /// Why it stands where it does, in words: "2 values, speech, may answer a question".
    #[must_use]
    pub fn why(&self) -> String {
        let words = self.holds.iter().map(|(feature, count)| {
            let (one, several) = feature.why;
            match (*count, several.strip_prefix("may answer ")) {
                (0 | 1, _) => one.to_owned(),
                (count, Some(what)) => format!("may answer {count} {what}"),
                (_, None) if one == several => one.to_owned(),
                (count, None) => format!("{count} {several}"),
            }
        });
        words.collect::<Vec<_>>().join(", ")
    }
}

impl Story<'_> {
    /// The sentences of a text, in its order, each with its rank.
    ///
    /// In: the text, and its article if that is in the run: what it answers already is not proposed, and dates
    /// count from its day. Linear in the words, but for sorting.
    #[must_use]
    pub fn rank(&self, text: &str, of: Option<ArticleId>) -> Vec<Ranked> {
        let published = of.and_then(|id| self.graph.corpus.article(id).published.as_ref());
        self.rank_from(text, of, published)
    }

    /// The same, where dates count from a day of one's own.
    #[must_use]
    pub fn rank_from(
        &self,
        text: &str,
        of: Option<ArticleId>,
        published: Option<&Intervals<Day>>,
    ) -> Vec<Ranked> {
        let sentences = prose::sentences(text);
        let ranked = sentences.into_iter().map(|sentence| {
            let words = text.get(sentence.span.clone()).unwrap_or_default();
            self.weigh(words, sentence, (of, published))
        });
        let mut ranked: Vec<Ranked> = ranked.collect();
        let mut order: Vec<usize> = (0..ranked.len()).collect();
        order.sort_by_key(|at| (Reverse(ranked.get(*at).map_or(0, |it| it.weight)), *at));
        for (rank, at) in (1..).zip(order) {
            if let Some(sentence) = ranked.get_mut(at) {
                sentence.rank = rank;
            }
        }
        ranked
    }

    fn weigh(
        &self,
        words: &str,
        sentence: prose::Sentence,
        (of, published): (Option<ArticleId>, Option<&Intervals<Day>>),
    ) -> Ranked {
        let values = values(self.graph, words, published);
        let kinds: Vec<Kind> = values.iter().map(|value| value.kind).collect();
        let questions = self.proposals(words, &kinds, of);
        let speech = speech::speech(words);
        let count = |holds: Holds| match holds {
            Holds::Values => values.len(),
            Holds::Answers => questions.len(),
            Holds::Speech => usize::from(speech.is_some()),
            // In a headline all words may have capitals.
            Holds::Names if sentence.part == Part::Heading => 0,
            Holds::Names => mark::names(words).len(),
            Holds::Superlatives => mark::superlatives(words).count(),
            Holds::Negations => mark::turning(words).count(),
            Holds::Asks => usize::from(words.ends_with('?')),
            Holds::Little => usize::from(words.split_whitespace().nth(FEW_WORDS - 1).is_none()),
            Holds::Caption => usize::from(sentence.part == Part::Caption),
            Holds::Furniture => usize::from(sentence.part == Part::Furniture),
        };
        let holds: Vec<(&Feature, usize)> = FEATURES
            .iter()
            .map(|feature| (feature, count(feature.holds)))
            .filter(|(_, count)| *count > 0)
            .collect();
        let weight = |(feature, count): &(&Feature, usize)| {
            let counted = i32::try_from((*count).min(feature.most)).unwrap_or(0);
            feature.weight * counted
        };
        Ranked {
            span: sentence.span,
            part: sentence.part,
            rank: 0,
            weight: holds.iter().map(weight).sum(),
            holds,
            values,
            is_hedged: mark::is_hedged(words),
            speaker: speech.and_then(|it| it.speaker).map(one_line),
            questions,
        }
    }
}

/// The values of a sentence with their readings, dates beside the day of the article.
fn values(graph: &ClaimGraph<'_>, sentence: &str, anchor: Option<&Intervals<Day>>) -> Vec<Found> {
    let events = graph.readings.events();
    let cx = Context {
        anchor,
        events,
        quote: Some(sentence),
        ..Context::default()
    };
    let found = spotted(sentence, events).into_iter().filter_map(|spotted| {
        let text = one_line(sentence.get(spotted.span)?);
        let value = read_text(&text, spotted.kind, &cx).ok();
        let meaning = value.and_then(|value| meaning(&value, &text));
        Some(Found {
            text,
            kind: spotted.kind,
            meaning,
        })
    });
    found.collect()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
