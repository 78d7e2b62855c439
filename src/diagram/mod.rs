//! Diagrams: the graph, or what stands around something in it, as plain shapes and links.
//!
//! In: the graph, the findings of all checks, and what to draw. Out: texts and numbers, from which a
//! format lays out a picture or a table. Linear in what is drawn, and in the claims where names are
//! looked up. Verdicts come from the findings; nothing is judged here.

mod around;
mod attribute;
mod draw;
mod index;
mod shape;

use clap::ValueEnum;

pub use around::{NoNeighbourhood, View};
pub use attribute::{ATTRIBUTES, AttributeRow, Datum, On};
pub use draw::draw;

/// What is drawn.
#[derive(Clone, Debug, Default)]
pub struct Diagram {
    /// What it shows, in a few words.
    pub title: String,
    /// The shapes: a question stands before what is inside it.
    pub shapes: Vec<Shape>,
    /// The links, in the order of the shapes from which they lead.
    pub links: Vec<Link>,
}

/// How much is drawn of each question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub enum Detail {
    /// Which articles answer it, and whether they agree.
    Questions,
    /// Its positions, and which articles take them.
    Positions,
    /// Every claim, its article, its source and its speakers.
    Claims,
}

/// One shape.
#[derive(Clone, Debug)]
pub struct Shape {
    /// What it stands for.
    pub sort: Sort,
    /// A name for it that survives edits elsewhere, unique among its sort.
    pub id: String,
    /// What stands in it first.
    pub title: String,
    /// What stands below.
    pub details: Vec<String>,
    /// What the checks say of it.
    pub mark: Mark,
    /// Whether the diagram was drawn around it.
    pub focus: bool,
    /// The question in whose frame it stands, by index.
    pub inside: Option<usize>,
    /// Everything that is known of it, for other programs: rows of [`ATTRIBUTES`] with their values.
    pub attributes: Vec<(&'static str, Datum)>,
}

/// One link.
#[derive(Clone, Debug)]
pub struct Link {
    /// Where it leads from, by index.
    pub from: usize,
    /// Where it leads to.
    pub to: usize,
    /// How the two have to do with each other.
    pub tie: Tie,
    /// What stands beside it; empty where the tie says it all.
    pub label: String,
    /// How many claims it stands for.
    pub claims: usize,
    /// The check that applies to it, and why, in one sentence.
    pub check: Option<(&'static str, String)>,
}

/// What a shape stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// Who published articles.
    Source,
    /// An article.
    Article,
    /// Whom articles name for a claim, or draw on.
    Speaker,
    /// A claim.
    Claim,
    /// Claims of one question that mean the same.
    Position,
    /// A question.
    Question,
    /// What questions are about.
    Subject,
    /// A finding that spans several questions.
    Finding,
}

impl Sort {
    /// All sorts, in the order of a legend.
    pub const ALL: [Self; 8] = [
        Self::Source,
        Self::Article,
        Self::Speaker,
        Self::Claim,
        Self::Position,
        Self::Question,
        Self::Subject,
        Self::Finding,
    ];

    /// Its name, in one word.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Article => "article",
            Self::Speaker => "speaker",
            Self::Claim => "claim",
            Self::Position => "position",
            Self::Question => "question",
            Self::Subject => "subject",
            Self::Finding => "finding",
        }
    }

    /// What it stands for, for the legend.
    #[must_use]
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Source => "source: who published articles",
            Self::Article => "article",
            Self::Speaker => "speaker, or whoever is drawn on",
            Self::Claim => "claim, with its quote",
            Self::Position => "position: claims that mean the same",
            Self::Question => "question: frame around its positions",
            Self::Subject => "subject of questions",
            Self::Finding => "finding that spans questions",
        }
    }
}

/// What the checks say of a shape or link. No format carries it by colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// It cannot be true together with another.
    Conflict,
    /// It may contradict another, or an editor should look at it.
    Warning,
    /// Another article agrees.
    Agreement,
    /// It could not be compared.
    NotCompared,
    /// Nothing.
    Plain,
}

impl Mark {
    /// All marks, in the order of a legend.
    pub const ALL: [Self; 5] = [
        Self::Conflict,
        Self::Warning,
        Self::Agreement,
        Self::NotCompared,
        Self::Plain,
    ];

    /// The sign before a title: that of the report.
    #[must_use]
    pub fn sign(self) -> &'static str {
        match self {
            Self::Conflict => "✗",
            Self::Warning => "!",
            Self::Agreement => "✓",
            Self::NotCompared => "?",
            Self::Plain => "",
        }
    }

    /// Its name, in one word or two.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Conflict => "conflict",
            Self::Warning => "warning",
            Self::Agreement => "agreement",
            Self::NotCompared => "not compared",
            Self::Plain => "none",
        }
    }

    /// What it says, for the legend.
    #[must_use]
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Conflict => "cannot be true together with another",
            Self::Warning => "may contradict another",
            Self::Agreement => "two or more articles agree",
            Self::NotCompared => "could not be compared",
            Self::Plain => "only one article says so, or all can be true",
        }
    }
}

/// How two shapes have to do with each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tie {
    /// A source published an article.
    Publishes,
    /// An article makes a claim.
    Makes,
    /// An article takes a position, or answers a question, with one claim or more.
    Says,
    /// An article names a speaker for a claim.
    AttributedTo,
    /// A claim takes a position.
    Takes,
    /// A position, or a claim that could not be compared, answers a question.
    Answers,
    /// A question is about a subject.
    About,
    /// An entity is part of another.
    PartOf,
    /// An article or claim draws on an article or source.
    Cites,
    /// An article takes its whole text from another.
    CopyOf,
    /// An article is a later version of another.
    Revises,
    /// The way from a claim to who says it ends there.
    Origin,
    /// A position says more precisely what another says.
    Refines,
    /// Two positions differ, and both can be true.
    Overlaps,
    /// Two positions cannot both be true.
    Conflicts,
    /// Two positions may contradict each other.
    MayConflict,
    /// Two positions would exclude each other, and hold at other times, places or within other limits.
    Apart,
    /// A position or article belongs to a finding that spans questions.
    TakesPart,
}

impl Tie {
    /// All ties, in the order of a legend.
    pub const ALL: [Self; 18] = [
        Self::Conflicts,
        Self::MayConflict,
        Self::Refines,
        Self::Overlaps,
        Self::Apart,
        Self::TakesPart,
        Self::Publishes,
        Self::Makes,
        Self::Says,
        Self::AttributedTo,
        Self::Takes,
        Self::Answers,
        Self::About,
        Self::PartOf,
        Self::Cites,
        Self::CopyOf,
        Self::Revises,
        Self::Origin,
    ];

    /// Its name: a verb between the two.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Publishes => "publishes",
            Self::Makes => "makes",
            Self::Says => "says",
            Self::AttributedTo => "attributed to",
            Self::Takes => "takes",
            Self::Answers => "answers",
            Self::About => "about",
            Self::PartOf => "part of",
            Self::Cites => "cites",
            Self::CopyOf => "copy of",
            Self::Revises => "revises",
            Self::Origin => "origin",
            Self::Refines => "refines",
            Self::Overlaps => "overlaps",
            Self::Conflicts => "conflicts",
            Self::MayConflict => "may conflict",
            Self::Apart => "apart",
            Self::TakesPart => "takes part",
        }
    }

    /// What it says, for the legend.
    #[must_use]
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Publishes => "published",
            Self::Makes => "makes the claim",
            Self::Says => "says so; whom it names stands beside",
            Self::AttributedTo => "said it, as the article tells",
            Self::Takes => "takes the position",
            Self::Answers => "answers the question",
            Self::About => "is about",
            Self::PartOf => "is part of",
            Self::Cites => "draws on",
            Self::CopyOf => "takes its whole text from",
            Self::Revises => "is a later version of",
            Self::Origin => "comes from in the end",
            Self::Refines => "says more precisely what the other says",
            Self::Overlaps => "differ, and both can be true",
            Self::Conflicts => "cannot both be true",
            Self::MayConflict => "may contradict each other",
            Self::Apart => "hold at other times, places or limits",
            Self::TakesPart => "cannot all be true together",
        }
    }

    /// What it says of the two.
    #[must_use]
    pub fn mark(self) -> Mark {
        match self {
            Self::Conflicts | Self::TakesPart => Mark::Conflict,
            Self::MayConflict => Mark::Warning,
            Self::Refines => Mark::Agreement,
            Self::Overlaps | Self::Apart => Mark::NotCompared,
            _ => Mark::Plain,
        }
    }
}
