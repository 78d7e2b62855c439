//! Numbers, money, durations and other quantities.
//!
//! In: words such as "at least about 20", "$5-7 million", "a 63-year-old woman". Out: the set of
//! amounts that they allow, in the base unit of their dimension. The tables that say what may be
//! written are public: number words, vague counts, hedges, frames, units and currencies.

mod describe;
mod dimension;
mod evaluate;
mod extent;
mod number;
mod phrase;
mod read;
mod refusal;
mod table;
mod unit;

use super::counted::Counted;
use super::explain::Part;
use super::{Context, Kind, Refusal, Value, date};
use crate::value::role::{self, Role};
use crate::value::scan::Scan;
use crate::value::words::lower_case;
use number::Number;
use phrase::{Phrase, Shape, Wanted};

pub(super) use phrase::length;

pub use describe::describe;
pub(crate) use describe::figure;
pub use dimension::Dimension;
pub use table::currencies::{CURRENCIES, CurrencyRow, MinorRow};
pub use table::directions::{DIRECTIONS, DirectionRow};
pub use table::frames::{FRAMES, Frame, FrameRow};
pub use table::hedges::{Effect, HEDGES, HedgeRow};
pub use table::joints::{JOINTS, Joint, JointRow};
pub use table::prefixes::{PREFIXES, PrefixRow};
pub(crate) use table::units::{A_DAY, A_YEAR};
pub use table::units::{UNITS, UnitRow};
pub use table::vague::{PLURAL, PluralRow, VAGUE_COUNTS, VagueRow};
pub use table::words::{DECADES, NUMBER_WORDS, NumberWord, WordClass};
pub(crate) use table::words::{cardinals, ordinals};
pub use unit::Unit;

/// Makes the table of units, which is else made with the first amount.
pub(super) fn prepare() {
    unit::prepare();
}

/// How a figure without hedges is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rounding {
    /// As exactly that.
    Exact,
    /// As rounded to its last significant place.
    Rounded,
    /// As a share, rounded to one part.
    Share,
    /// As measured: rounded to its last place.
    Measured,
    /// As elapsed time, rounded or truncated.
    Elapsed,
    /// As elapsed time with a fraction, rounded to that.
    Fraction,
    /// As whole degrees.
    Degrees,
    /// As decades or longer, give or take half of one.
    Rough,
    /// As an age in full years.
    Age,
    /// As a count that names no figure.
    Vague,
    /// As its hedges say.
    Hedged,
}

impl Rounding {
    /// What it does, for people; N is the figure.
    #[must_use]
    pub fn summary(self) -> &'static str {
        match self {
            Self::Exact => "exactly N",
            Self::Rounded => {
                "rounded: from N - half of its last significant place to under N + half of it, at most 5 %"
            }
            Self::Share => {
                "a share: from N - half of one part to under N + half of it, at most 5 %"
            }
            Self::Measured => {
                "measured: from N - half of its last place to under N + half of it, at most 5 %"
            }
            Self::Elapsed => "elapsed time, rounded or cut off: from N - ½ to under N + 1",
            Self::Fraction => {
                "elapsed time, rounded to a fraction: from N - half of that to under N + half of it"
            }
            Self::Degrees => "rounded to whole degrees: from N - ½ to under N + ½",
            Self::Rough => "decades and longer: from N - ½ to under N + ½",
            Self::Age => "an age: from N to under N + 1",
            Self::Vague => "no figure: a span by convention",
            Self::Hedged => "as its hedges say",
        }
    }
}

/// Reads an amount as one of the kinds number, money, duration and quantity.
///
/// Kind quantity reads the other three as well. Linear in the length of the text, which is bounded.
///
/// # Errors
///
/// Refuses what is not an amount of that kind, naming the nearest accepted form.
pub fn read(text: &str, kind: Kind, cx: &Context<'_>) -> Result<Value, Refusal> {
    read::read(text, kind, cx, false).map(|(value, _)| value)
}

/// Whether a text is an amount of a kind, as far as its words tell; builds no refusal.
#[must_use]
pub fn is_one(text: &str, kind: Kind) -> bool {
    read::is_one(text, kind)
}

/// Reads `{between: [from, to]}`: all from the one to the other, both in.
///
/// # Errors
///
/// Refuses reversed bounds, and what [`read`] refuses.
pub fn read_between(from: &str, to: &str, kind: Kind, cx: &Context<'_>) -> Result<Value, Refusal> {
    read::read_between(from, to, kind, cx)
}

/// Which words of an amount did what, in their order, with how the figure was taken at the end.
///
/// # Errors
///
/// As [`read`].
pub fn explain(text: &str, kind: Kind, cx: &Context<'_>) -> Result<Vec<Part>, Refusal> {
    read::read(text, kind, cx, true).map(|(_, parts)| parts)
}

/// Which of number, money, duration and quantity the words are, if any: what inference of a kind asks.
///
/// "two years ago" counts from a day and is none of them; "ten pounds" is taken for money.
#[must_use]
pub fn kind_of(text: &str) -> Option<Kind> {
    parse(text)
        .filter(|parsed| parsed.counted().is_none())
        .map(|parsed| parsed.kind)
        .or_else(|| kind_said_twice(text))
}

/// The kind of an amount that parentheses say again in another unit or in figures: "5 km (3 miles)".
#[must_use]
pub fn kind_said_twice(text: &str) -> Option<Kind> {
    let (amount, _) = text.trim().strip_suffix(')')?.rsplit_once('(')?;
    let kind = parse(amount)?.kind;
    read(text, kind, &Context::default()).ok().map(|_| kind)
}

/// What to write where more than an amount stands; `write` is the word with which it begins.
#[must_use]
pub fn alone(write: &str, amount: &str) -> String {
    format!("{write} `{amount}` alone, and what is counted or meant into the property")
}

/// The words with which a text begins that are an amount, if more follows them: "3" of "3 requests".
///
/// For the hint that what is counted belongs into the property; none where a month or a year shows that
/// a date was meant, like "31 September 2024". Costs a reading for each of the first
/// few words.
#[must_use]
pub fn beginning(text: &str) -> Option<&str> {
    const WORDS: usize = 8;
    let text = text.trim();
    let ends: Vec<usize> = text
        .match_indices(char::is_whitespace)
        .map(|(at, _)| at)
        .take(WORDS)
        .collect();
    let mut beginnings = ends.iter().rev().filter_map(|end| text.get(..*end));
    let amount = beginnings.find(|words| {
        parse(words).is_some_and(|parsed| parsed.counted().is_none())
            && !words
                .rsplit(' ')
                .next()
                .is_some_and(|word| role::says(word, Role::Of))
    })?;
    let rest = text.get(amount.len()..)?;
    (!date::goes_on(rest)).then_some(amount)
}

/// Words that are an amount, read as far as that needs no context.
#[derive(Debug)]
pub struct Parsed {
    phrase: Phrase,
    kind: Kind,
    is_count: bool,
}

/// Reads an amount of any kind as far as that needs no context, so that words are not read twice:
/// once to infer the kind of a question, and once for their value.
#[must_use]
pub fn parse(text: &str) -> Option<Parsed> {
    let lower = lower_case(text);
    let scan = Scan::new(text, &lower)?;
    // "8 pounds 4 ounces" are no money.
    let in_pounds = || (0..scan.tokens.len()).any(|at| scan.says(at, Role::MassOrMoney));
    let weighed = || in_pounds().then(|| read::whole_phrase(&scan, Wanted::Any))?;
    let phrase = read::whole_phrase(&scan, Wanted::AnyMoneyFirst).or_else(weighed)?;
    let term = phrase.shapes.last()?.last();
    if phrase.dated || !term.counted {
        return None;
    }
    let kind = match term.unit {
        Some(unit) => unit.dimension().kind(),
        None if term.age => Kind::Duration,
        None => Kind::Number,
    };
    // The m of "3m" is a metre, or a million.
    let is_count = kind == Kind::Number
        || (kind == Kind::Quantity && read::whole_phrase(&scan, Wanted::Count).is_some());
    Some(Parsed {
        phrase,
        kind,
        is_count,
    })
}

impl Parsed {
    /// The kind that the words are.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// What the figure counts, where words say so.
    #[must_use]
    pub fn counted(&self) -> Option<&Counted> {
        self.phrase.counted.as_deref()
    }

    /// Whether it is a place in a row: "first", "2nd".
    #[must_use]
    pub fn is_ordinal(&self) -> bool {
        self.phrase
            .shapes
            .iter()
            .any(|shape| matches!(&shape.last().number, Number::Figure(figure) if figure.ordinal))
    }

    /// Whether the words are an age: "aged 63", "in his 70s".
    #[must_use]
    pub fn is_age(&self) -> bool {
        self.phrase
            .shapes
            .last()
            .is_some_and(|shape| shape.last().age)
    }

    /// Whether the words may be a number, whatever else they are: "3m" are metres, or millions.
    #[must_use]
    pub fn is_count(&self) -> bool {
        self.is_count
    }

    /// Whether the words are a date and nothing else where they are a date as well: "half of May",
    /// which names what it is a share of, and "2018-06", which would be a range from its end.
    #[must_use]
    pub fn yields_to_dates(&self) -> bool {
        self.phrase.of_what || self.phrase.shapes.iter().any(Shape::starts_with_a_year)
    }

    /// The value of the words, as [`read`] gives it for that kind.
    ///
    /// # Errors
    ///
    /// As [`read`].
    pub fn value(&self, text: &str, cx: &Context<'_>) -> Result<Value, Refusal> {
        evaluate::evaluate(&self.phrase, text, self.kind, cx).map(|(value, _)| value)
    }
}
