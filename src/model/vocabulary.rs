//! The vocabulary that a desk shares: sources, entities, properties, terms and rules.

use super::Rule;
use super::choice::choices;
use crate::text::Place;
use crate::value::{Day, Intervals, Kind, Unit};

/// All declarations of a run, in the order of the files.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    /// Outlets, agencies and authorities.
    pub sources: Vec<Source>,
    /// People, places, organisations, events and things.
    pub entities: Vec<Entity>,
    /// The aspects that claims are about.
    pub properties: Vec<Property>,
    /// Constraints between questions.
    pub rules: Vec<Rule>,
}

/// A declared source.
#[derive(Clone, Debug)]
pub struct Source {
    /// Its name in reports.
    pub name: Box<str>,
    /// Its other names.
    pub aliases: Box<[Box<str>]>,
    /// Where it is declared.
    pub place: Place,
}

choices! {
    /// What sort of thing an entity is.
    EntityKind {
        /// A human being.
        Person "person",
        /// A company, agency, court or other body.
        Organisation "organisation" or "organization",
        /// A place.
        Place "place",
        /// Something that happened; dates may count from it.
        Event "event",
        /// Anything else.
        Thing "thing",
    }
}

/// A declared entity.
#[derive(Clone, Debug)]
pub struct Entity {
    /// Its name in reports.
    pub name: Box<str>,
    /// What sort of thing it is.
    pub kind: Option<EntityKind>,
    /// Its other names.
    pub aliases: Box<[Box<str>]>,
    /// The entity that it belongs to or lies in.
    pub part_of: Option<Box<str>>,
    /// Entities that it must never be taken for.
    pub distinct_from: Box<[Box<str>]>,
    /// For an event: the days on which an editor knows it to have happened.
    pub date: Option<Intervals<Day>>,
    /// Where it is declared.
    pub place: Place,
}

choices! {
    /// How a newsroom ranks an error about a property.
    #[derive(Default)]
    Importance {
        /// Names, charges, counts: first in the report.
        High "high",
        /// The usual.
        #[default]
        Normal "normal",
        /// Trivia: last.
        Low "low",
    }
}

choices! {
    /// Whether what a property says may change over time.
    #[derive(Default)]
    Changes {
        /// It does not.
        #[default]
        No "no",
        /// It may take any value later.
        Yes "yes",
        /// It never becomes less.
        Grows "grows",
        /// It never becomes more.
        Shrinks "shrinks",
    }
}

/// A declared property.
#[derive(Clone, Debug)]
pub struct Property {
    /// Its label in reports.
    pub name: Box<str>,
    /// The question that its claims answer, for people.
    pub question: Option<Box<str>>,
    /// The kind of its values.
    pub kind: Option<Kind>,
    /// The unit of bare figures.
    pub unit: Option<Unit>,
    /// Whether bare figures are ages.
    pub age: bool,
    /// Its other labels.
    pub aliases: Box<[Box<str>]>,
    /// How an error here ranks.
    pub importance: Importance,
    /// Its terms.
    pub terms: Box<[Term]>,
    /// Whether only one of its terms can hold.
    pub exclusive: bool,
    /// Whether it changes over time.
    pub changes: Changes,
    /// Where it is declared.
    pub place: Place,
}

impl Property {
    /// The kind of its values, as declared or as its unit, its ages or its terms imply.
    #[must_use]
    pub fn declared_kind(&self) -> Option<Kind> {
        let by_unit = self.unit.map(|unit| unit.dimension().kind());
        self.kind
            .or(self.age.then_some(Kind::Duration))
            .or(by_unit)
            .or((!self.terms.is_empty()).then_some(Kind::Term))
    }
}

/// A declared term of a property.
#[derive(Clone, Debug)]
pub struct Term {
    /// Its name in reports.
    pub name: Box<str>,
    /// Its other names.
    pub aliases: Box<[Box<str>]>,
    /// The term that it is a more precise form of.
    pub broader: Option<Box<str>>,
    /// Where it is declared.
    pub place: Place,
}
