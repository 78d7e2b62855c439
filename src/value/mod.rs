//! What a value can mean; one file per kind.
//!
//! A value is the set of everything it could mean: its extent. Reading turns the words of an
//! annotator into an extent and remembers what the words were; comparing is algebra on extents.
//! Nothing here knows about articles, files or reports.

use std::borrow::Cow;
use std::fmt;

pub mod amount;
pub mod counted;
pub mod date;
pub mod doubt;
pub mod explain;
pub mod guess;
pub mod interval;
pub mod kind;
mod lexicon;
pub mod members;
pub mod quotation;
pub mod rational;
pub mod reading;
pub mod relation;
pub mod role;
mod scan;
pub mod sentence;
pub mod spot;
pub mod term;
pub mod text;
pub mod truth;
pub mod unknown;
mod words;

pub use amount::{Dimension, Unit};
pub use counted::Counted;
pub use date::{Anchor, Day, RelativeDate, Side, Times};
pub use doubt::{Doubt, Likely};
pub use explain::{Part, explain};
pub use interval::{Interval, Intervals, Point};
pub use kind::{KINDS, Kind};
pub use members::MemberSet;
pub use quotation::{Passage, Stretch, Stretches};
pub use rational::Rational;
pub use reading::{Answer, Reading, Words};
pub use relation::{Comparison, Reason, Relation, compare, is_either, order, relate};
pub use sentence::{meaning, named, sentence};
pub use term::{Scheme, TermSet};

/// Makes the tables that nearly every run looks values up in, for whoever has a core to spare until then.
pub fn prepare() {
    date::prepare();
    amount::prepare();
}

/// A value as it stands in an annotation file.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Written {
    /// One piece of text.
    Scalar(Box<str>),
    /// A list of texts, or `{members: [...], only: ...}`.
    Members(Box<Listed>),
    /// `{between: [from, to]}`.
    Between(Box<[Box<str>; 2]>),
}

/// The members of a group, as written.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Listed {
    /// The members named.
    pub names: Box<[Box<str>]>,
    /// Whether these are all there were.
    pub only: bool,
}

impl Written {
    /// A list of texts; `only` where these are all there were.
    #[must_use]
    pub fn members(names: Box<[Box<str>]>, only: bool) -> Self {
        Self::Members(Box::new(Listed { names, only }))
    }

    /// A range.
    #[must_use]
    pub fn between(from: Box<str>, to: Box<str>) -> Self {
        Self::Between(Box::new([from, to]))
    }

    /// The words of the file, in one line.
    #[must_use]
    pub fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Scalar(text) => Cow::Borrowed(text),
            Self::Members(list) => match list.only {
                true => format!("only {}", list.names.join(", ")).into(),
                false => list.names.join(", ").into(),
            },
            Self::Between(ends) => format!("between {} and {}", ends[0], ends[1]).into(),
        }
    }
}

impl fmt::Display for Written {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}

/// A value that has been read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// The kind it was read as.
    pub kind: Kind,
    /// Everything it could mean.
    pub extent: Extent,
    /// What it most likely means; `None` where that is all of the extent.
    pub likely: Option<Box<Likely>>,
    /// What the figure counts, where words say so; numbers only.
    pub counted: Option<Box<Counted>>,
    /// What the words say as another kind that they fit as well, where no other value tells the kind.
    pub otherwise: Option<Box<Value>>,
    /// The figure as written, before rounding and hedging; amounts only.
    pub figure: Option<Rational>,
    /// The unit as written; amounts only.
    pub unit: Option<Unit>,
    /// The hedge, by its commonest wording ("about", "almost", "more than"); `None` for a plain value.
    pub hedge: Option<&'static str>,
}

impl Value {
    /// What the value allows, in words; where there is a doubt, what is likely before what is possible:
    /// "likely 2018-06-06, possibly 2018-06-13".
    #[must_use]
    pub fn describe(&self) -> String {
        let likely = self.describe_likely();
        let described = likely.unwrap_or_else(|| self.extent.describe(self.unit));
        match &self.counted {
            None => described,
            Some(counted) => {
                let words = counted.after(self.figure == Some(Rational::ONE));
                format!("{described} {words}")
            }
        }
    }
}

/// The set of possibilities that a value allows.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Extent {
    /// Numbers, money, durations and other quantities, in the base unit of their dimension.
    Amount(Intervals<Rational>, Dimension),
    /// Days of the proleptic Gregorian calendar.
    Days(Intervals<Day>),
    /// Times of day, on some days.
    Times(Times),
    /// Days counted from a day that is not known.
    Relative(RelativeDate),
    /// Terms, entities, places and truth: a set of names, or all but a set of names.
    Terms(TermSet),
    /// Groups of people or things.
    Members(MemberSet),
    /// The words of a quote.
    Quotation(Passage),
    /// Free text, normalised.
    Text(Box<str>),
}

impl Extent {
    /// What it allows, in words; amounts in a unit.
    #[must_use]
    pub fn describe(&self, unit: Option<Unit>) -> String {
        match self {
            Self::Amount(set, _) => amount::describe(set, unit),
            Self::Days(set) => date::describe(set),
            Self::Times(times) => date::describe_times(times),
            Self::Relative(date) => date.to_string(),
            Self::Terms(set) => set.describe(),
            Self::Members(set) => set.describe(),
            Self::Quotation(passage) => passage.describe(),
            Self::Text(text) => text.to_string(),
        }
    }

    /// All days that a date may be on, its time left aside; `None` where no days are known.
    #[must_use]
    pub fn days(&self) -> Option<Intervals<Day>> {
        match self {
            Self::Days(days) => Some(days.clone()),
            Self::Times(times) => Some(times.days()),
            _ => None,
        }
    }
}

/// Why a value could not be read, and what to write instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// What is wrong, as a clause: "06/07/2018 is either 6 July or 7 June".
    pub why: String,
    /// What would be accepted, as an imperative sentence.
    pub hint: String,
}

/// All that a reading may depend on beside the words.
#[derive(Clone, Copy, Debug, Default)]
pub struct Context<'a> {
    /// The unit of a bare figure.
    pub unit: Option<Unit>,
    /// Whether bare figures are ages, which are not rounded.
    pub age: bool,
    /// What the property is called: nouns that stand there need not stand beside a figure.
    pub labels: &'a [&'a str],
    /// Whom or what it is about, likewise.
    pub subject: &'a str,
    /// The days on which the article may have been published, or the speaker may have spoken:
    /// what relative dates count from.
    pub anchor: Option<&'a Intervals<Day>>,
    /// The declared terms, entities or places; the members of groups are looked up here too.
    pub scheme: Option<&'a Scheme>,
    /// Other names that stand for declared or for fuller ones in this text.
    pub aliases: &'a [term::Alias],
    /// The declared events, which dates may count from ("5 days after the White House meeting").
    pub events: Option<&'a Scheme>,
    /// The words of the article around the value: "will meet on Thursday" looks ahead.
    pub quote: Option<&'a str>,
}

/// Reads one value as one kind.
///
/// # Errors
///
/// A [`Refusal`] says why the words do not fit the kind and what would be accepted.
pub fn read(written: &Written, kind: Kind, cx: &Context<'_>) -> Result<Value, Refusal> {
    match (kind, written) {
        (_, Written::Scalar(text)) => read_text(text, kind, cx),
        (
            Kind::Number | Kind::Money | Kind::Duration | Kind::Quantity,
            Written::Between(ends),
        ) => amount::read_between(&ends[0], &ends[1], kind, cx),
        (Kind::Date, Written::Between(ends)) => date::read_between(&ends[0], &ends[1], cx),
        (Kind::Members, Written::Members(list)) => members::read(&list.names, list.only, cx),
        (_, Written::Members(_)) => Err(Refusal {
            why: format!("a list is not {}", with_article(kind)),
            hint: match kind {
                Kind::Number | Kind::Money | Kind::Duration | Kind::Quantity | Kind::Date => {
                    "Write one value here or, for a range, `5 to 7`; if it is a list of names, declare the property with `kind: members`."
                }
                _ => "Write one value here, or declare the property with `kind: members`.",
            }
            .into(),
        }),
        (_, Written::Between(_)) => Err(Refusal {
            why: format!("`between` does not make {}", with_article(kind)),
            hint: "Use `between` with two numbers, amounts or dates.".into(),
        }),
    }
}

/// Reads one text as one kind.
///
/// # Errors
///
/// As [`read`].
pub fn read_text(text: &str, kind: Kind, cx: &Context<'_>) -> Result<Value, Refusal> {
    match kind {
        Kind::Number | Kind::Money | Kind::Duration | Kind::Quantity => {
            amount::read(text, kind, cx)
        }
        Kind::Date => date::read(text, cx),
        Kind::Truth => truth::read(text),
        Kind::Members => members::read(&[text.into()], false, cx),
        Kind::Term | Kind::Entity | Kind::Place => term::read(text, kind, cx),
        Kind::Quotation => quotation::read(text),
        Kind::Text => text::read(text),
    }
}

/// Whether a text by itself, without a look at what stands around it, says what an extent allows: what
/// [`read_text`] gives, for whoever tries many texts of which nearly none does.
#[must_use]
pub fn says(text: &str, kind: Kind, extent: &Extent) -> bool {
    let may_say = match kind {
        Kind::Number | Kind::Money | Kind::Duration | Kind::Quantity => amount::is_one(text, kind),
        Kind::Date => return date::says(text, extent),
        _ => true,
    };
    let read = || read_text(text, kind, &Context::default());
    may_say && read().is_ok_and(|value| value.extent == *extent)
}

/// A kind in a sentence: "a date", "an entity", "money".
fn with_article(kind: Kind) -> String {
    match kind {
        Kind::Money | Kind::Text | Kind::Members => kind.name().into(),
        Kind::Entity => "an entity".into(),
        _ => format!("a {}", kind.name()),
    }
}

/// The value that is true exactly when this one is not: what a claim with `stance: denies` says.
///
/// Where it is in doubt which day is denied, it may be any of them, so that nothing is excluded beyond
/// doubt.
///
/// # Errors
///
/// A quote, a free text, a time of day or a date that counts from an unknown day has no complement.
pub fn negate(mut value: Value) -> Result<Value, Refusal> {
    let otherwise = value.otherwise.take();
    let otherwise = otherwise.and_then(|other| negate(*other).ok());
    value.otherwise = otherwise.map(Box::new);
    let denied = complement(value.kind, value.likely_extent())?;
    let Some(likely) = value.likely else {
        return Ok(Value {
            extent: denied,
            ..value
        });
    };
    let extent = match value.extent {
        // How far a count goes is in doubt, and not that it goes as far as is likely.
        Extent::Amount(..) => denied.clone(),
        Extent::Days(_) => Extent::Days(Intervals::all()),
        _ => {
            return Err(Refusal {
                why: format!("a {} with two readings cannot be denied", value.kind.name()),
                hint: "Say which of its readings is meant.".into(),
            });
        }
    };
    let open = Value {
        extent,
        likely: None,
        ..value
    };
    Ok(open.likely_to_be(denied, likely.doubt))
}

/// All that a set of possibilities leaves out.
fn complement(kind: Kind, extent: &Extent) -> Result<Extent, Refusal> {
    Ok(match extent {
        Extent::Amount(set, dimension) => Extent::Amount(set.complement(), *dimension),
        Extent::Days(set) => Extent::Days(set.complement()),
        Extent::Terms(set) => Extent::Terms(set.clone().negated()),
        Extent::Members(set) => Extent::Members(set.clone().negated()?),
        Extent::Relative(_) | Extent::Times(..) | Extent::Quotation(_) | Extent::Text(_) => {
            return Err(Refusal {
                why: format!("a {} cannot be denied", kind.name()),
                hint: "Put what was denied into a property of kind `truth`, and deny that.".into(),
            });
        }
    })
}
