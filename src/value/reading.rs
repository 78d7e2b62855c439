//! One text and what it may be, read once.
//!
//! The same words are asked many things: of which kind they are, whether they may be a name, what they
//! mean beside which day. What needs no context but the declared events is read when it is first asked
//! for, and kept; what a day of publication or a property makes of it costs little.

use std::sync::OnceLock;

use super::amount::{self, Parsed};
use super::guess::{self, Looks};
use super::{Context, Kind, Refusal, Scheme, Value, date, truth};

/// What was read of one text so far.
#[derive(Debug, Default)]
pub struct Reading {
    amount: OnceLock<Option<Box<Parsed>>>,
    date: OnceLock<Option<Box<date::Parsed>>>,
    looks: OnceLock<Looks>,
}

/// A text with its reading.
#[derive(Clone, Copy, Debug)]
pub struct Words<'r> {
    text: &'r str,
    reading: &'r Reading,
    events: Option<&'r Scheme>,
}

/// A value as it is written, with the readings of its texts.
#[derive(Clone, Copy, Debug)]
pub enum Answer<'r> {
    /// One text.
    Scalar(Words<'r>),
    /// A list.
    Members,
    /// The two ends of a range.
    Between(Words<'r>, Words<'r>),
}

impl<'r> Words<'r> {
    /// A text that may be read before; every time with the same events.
    #[must_use]
    pub fn new(text: &'r str, reading: &'r Reading, events: Option<&'r Scheme>) -> Self {
        Self {
            text,
            reading,
            events,
        }
    }

    /// The text.
    #[must_use]
    pub fn text(self) -> &'r str {
        self.text
    }

    /// The words as an amount, if they are one.
    #[must_use]
    pub fn amount(self) -> Option<&'r Parsed> {
        let parsed = || amount::parse(self.text).map(Box::new);
        self.reading.amount.get_or_init(parsed).as_deref()
    }

    /// The words as a date, if they are one.
    #[must_use]
    pub fn date(self) -> Option<&'r date::Parsed> {
        let parsed = || date::parse(self.text, self.events).ok().map(Box::new);
        self.reading.date.get_or_init(parsed).as_deref()
    }

    /// Whether the words are a date where no event is declared.
    #[must_use]
    pub fn is_plain_date(self) -> bool {
        match (self.date(), self.events) {
            (Some(_), Some(_)) => date::is_date(self.text, None),
            (date, _) => date::looks_like_one(self.text, date),
        }
    }

    /// Whether the words are a date.
    #[must_use]
    pub fn is_date(self) -> bool {
        date::looks_like_one(self.text, self.date())
    }

    /// Whether the words can be no amount, date or truth: "Monday" and "Yes" name nobody.
    #[must_use]
    pub fn is_nothing_else(self) -> bool {
        self.amount().is_none() && !self.is_plain_date() && truth::read(self.text).is_err()
    }

    /// The kinds that the words fit without a declaration.
    #[must_use]
    pub(super) fn looks(self) -> Looks {
        *self.reading.looks.get_or_init(|| guess::looks(self))
    }

    /// The kind that the words look like where no other value of their question tells.
    #[must_use]
    pub fn kind(self) -> Kind {
        guess::guess(std::iter::once(Answer::Scalar(self)), "").kind
    }

    /// The amount or date that the words surely are, and no name or code, if they are one.
    #[must_use]
    pub fn sure_kind(self) -> Option<Kind> {
        guess::sure(self.looks(), self.text)
    }

    /// The words as a kind, as [`super::read`] gives them.
    ///
    /// # Errors
    ///
    /// As [`super::read`].
    pub fn value(self, kind: Kind, cx: &Context<'_>) -> Result<Value, Refusal> {
        let amount = || self.amount().filter(|parsed| parsed.kind() == kind);
        match kind {
            Kind::Number | Kind::Money | Kind::Duration | Kind::Quantity
                if let Some(parsed) = amount() =>
            {
                parsed.value(self.text, cx)
            }
            Kind::Date if let Some(parsed) = self.date() => parsed.value(self.text, cx),
            _ => super::read_text(self.text, kind, cx),
        }
    }
}
