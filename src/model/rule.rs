//! A declared rule: which answers hold together.

use crate::text::Place;

/// A declared constraint between questions.
#[derive(Clone, Debug)]
pub struct Rule {
    /// What reports call it.
    pub name: Box<str>,
    /// The constraint as written: `convicted <= sentenced`.
    pub holds: Box<str>,
    /// What was read of it.
    pub constraint: Constraint,
    /// Whether it holds as a rule only, so that what it contradicts is a possible conflict.
    pub usual: bool,
    /// How far it may be missed.
    pub slack: Option<Box<str>>,
    /// Where it is declared.
    pub place: Place,
}

/// Two sums and how they stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Constraint {
    /// The terms before the comparison.
    pub left: Vec<Summand>,
    /// How the sums stand.
    pub comparison: Comparison,
    /// The terms behind it.
    pub right: Vec<Summand>,
}

impl Constraint {
    /// The terms of both sides, in the order of the text.
    pub fn summands(&self) -> impl Iterator<Item = &Summand> {
        self.left.iter().chain(&self.right)
    }
}

/// How the two sides of a rule stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `=`
    Equal,
    /// `>=`
    AtLeast,
    /// `>`
    More,
}

/// One term of a sum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summand {
    /// Whether it is taken away.
    pub negative: bool,
    /// The subject that it is pinned to.
    pub subject: Option<Box<str>>,
    /// A property or a constant, as written, without quotes.
    pub name: Box<str>,
}
