//! The kinds of values: one table for help, documentation and inference.

use super::{Reading, Words};

/// What sort of thing a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// A count or a share.
    Number,
    /// An amount of one currency.
    Money,
    /// A length of time, or an age.
    Duration,
    /// An amount with any other unit.
    Quantity,
    /// A day, or a stretch of days.
    Date,
    /// Yes or no.
    Truth,
    /// People or things that belong to a group.
    Members,
    /// One of a property's declared terms.
    Term,
    /// A person, organisation, event or thing.
    Entity,
    /// A place.
    Place,
    /// The words of a direct quote.
    Quotation,
    /// Whatever fits no other kind.
    Text,
}

/// One row of the table of kinds.
pub struct KindRow {
    /// The kind.
    pub kind: Kind,
    /// How files and messages write it.
    pub name: &'static str,
    /// What it is for, in a few words.
    pub summary: &'static str,
    /// A value of the kind.
    pub example: &'static str,
}

/// All kinds, in the order in which ties are decided when a kind is inferred.
pub const KINDS: &[KindRow] = &[
    KindRow {
        kind: Kind::Number,
        name: "number",
        summary: "a count or a share",
        example: "at least three",
    },
    KindRow {
        kind: Kind::Money,
        name: "money",
        summary: "an amount of one currency",
        example: "$1.2 million",
    },
    KindRow {
        kind: Kind::Duration,
        name: "duration",
        summary: "a length of time, or an age",
        example: "almost 22 years",
    },
    KindRow {
        kind: Kind::Quantity,
        name: "quantity",
        summary: "an amount with any other unit",
        example: "about 5 km",
    },
    KindRow {
        kind: Kind::Date,
        name: "date",
        summary: "a day, or a stretch of days",
        example: "early May 2018",
    },
    KindRow {
        kind: Kind::Truth,
        name: "truth",
        summary: "yes or no",
        example: "yes",
    },
    KindRow {
        kind: Kind::Members,
        name: "members",
        summary: "who or what belongs to a group",
        example: "[Ann Lee, Bo Chen]",
    },
    KindRow {
        kind: Kind::Term,
        name: "term",
        summary: "one of the property's terms",
        example: "not a leader",
    },
    KindRow {
        kind: Kind::Entity,
        name: "entity",
        summary: "a person, organisation, event or thing",
        example: "Alden Cold Storage",
    },
    KindRow {
        kind: Kind::Place,
        name: "place",
        summary: "a place",
        example: "pier 4",
    },
    KindRow {
        kind: Kind::Quotation,
        name: "quotation",
        summary: "the words of a direct quote",
        example: "everybody out now",
    },
    KindRow {
        kind: Kind::Text,
        name: "text",
        summary: "what fits no other kind",
        example: "to learn why the alarm was late",
    },
];

impl Kind {
    /// The name that files and messages use.
    #[must_use]
    pub fn name(self) -> &'static str {
        KINDS[self as usize].name
    }

    /// The kind that a text looks like when nothing declares it.
    #[must_use]
    pub fn infer(text: &str) -> Self {
        let reading = Reading::default();
        Words::new(text, &reading, None).kind()
    }

    /// The kind of that name, if there is one.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        KINDS
            .iter()
            .find(|row| row.name == name)
            .map(|row| row.kind)
    }
}
