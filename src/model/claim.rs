//! Claims: single things that an article says.

use std::borrow::Cow;
use std::num::NonZeroU32;
use std::ops::{Deref, DerefMut};

use super::choice::choices;
use super::{ArticleId, Symbol, Symbols};
use crate::text::{Spot, number, numbered};
use crate::value::Written;

numbered! {
    /// The number of a claim.
    ClaimId
}

choices! {
    /// Whether the article says that the value holds or that it does not.
    #[derive(Default)]
    Stance {
        /// It says that the value holds.
        #[default]
        Asserts "asserts",
        /// It says that the value does not hold.
        Denies "denies",
    }
}

/// A limit on when, where or otherwise a claim holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Qualifier {
    /// What it limits.
    pub axis: Axis,
    /// Its value, as written.
    pub value: Box<str>,
}

/// What a qualifier limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Axis {
    /// The time for which a claim holds.
    When,
    /// The place for which it holds.
    Where,
    /// Something else, in the annotator's own word.
    Other(Symbol),
}

impl Axis {
    /// What a name limits.
    pub fn of(name: &str, symbols: &mut Symbols) -> Self {
        match name {
            "when" => Self::When,
            "where" => Self::Where,
            other => Self::Other(symbols.intern(other)),
        }
    }

    /// The name.
    #[must_use]
    pub fn name(self, symbols: &Symbols) -> &str {
        match self {
            Self::When => "when",
            Self::Where => "where",
            Self::Other(name) => symbols.text(name),
        }
    }
}

/// Where the parts of a claim stand in the file of its article.
#[derive(Clone, Copy, Debug, Default)]
pub struct ClaimSpots {
    /// The first key of the entry.
    pub claim: Spot,
    /// The subject's text.
    pub subject: Spot,
    /// The property's text.
    pub property: Spot,
    /// The value.
    pub value: Spot,
    /// In the article's text, the line on which the quote begins, or the paragraph of a page.
    pub quoted: Option<NonZeroU32>,
}

/// One thing that an article says, as it was annotated.
#[derive(Clone, Debug)]
pub struct Claim {
    /// The article that makes it.
    pub article: ArticleId,
    /// What it is about, as written.
    pub subject: Symbol,
    /// Which aspect is claimed, as written.
    pub property: Symbol,
    /// The value, as written.
    pub written: Written,
    /// Whether the value is asserted or denied.
    pub stance: Stance,
    /// Whether the article itself is unsure.
    pub hedged: bool,
    /// A fragment of the article's own words, and a remark for colleagues.
    pub texts: Texts,
    /// The speakers that the article names; none means its own voice.
    pub attribution: Box<[Symbol]>,
    /// What few claims have.
    pub details: Rare,
    /// Where its parts stand.
    pub spots: ClaimSpots,
}

/// The quote and the note of a claim, one behind the other in one piece of memory: an archive has many.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts {
    both: Box<str>,
    /// Where the quote ends.
    end: u32,
    has_quote: bool,
    has_note: bool,
}

impl Texts {
    /// Puts them together.
    #[must_use]
    pub fn new(quote: Option<&str>, note: Option<&str>) -> Self {
        let (has_quote, has_note) = (quote.is_some(), note.is_some());
        let (quote, note) = (quote.unwrap_or_default(), note.unwrap_or_default());
        Self {
            both: [quote, note].concat().into(),
            end: number(quote.len()),
            has_quote,
            has_note,
        }
    }
}

/// The parts of a claim that few claims have.
#[derive(Clone, Debug, Default)]
pub struct Details {
    /// The annotator's own id for it.
    pub name: Option<Box<str>>,
    /// When the speaker said it, as written.
    pub said: Option<Box<str>>,
    /// Its scope: `when`, `where` and other qualifiers.
    pub qualifiers: Vec<Qualifier>,
    /// Articles and sources from which this claim comes.
    pub cites: Vec<Symbol>,
}

impl Details {
    /// When or where the claim holds, as written.
    #[must_use]
    pub fn limit(&self, axis: Axis) -> Option<&str> {
        let mut qualifiers = self.qualifiers.iter();
        let found = qualifiers.find(|qualifier| qualifier.axis == axis);
        found.map(|qualifier| &*qualifier.value)
    }

    /// When it was said, and within which limits it holds, as written: "said Friday", "when 2016".
    pub fn scope<'a>(&'a self, symbols: &'a Symbols) -> impl Iterator<Item = String> + 'a {
        let said = self.said.iter().map(|day| format!("said {day}"));
        let limits = self.qualifiers.iter();
        said.chain(limits.map(|limit| format!("{} {}", limit.axis.name(symbols), limit.value)))
    }
}

/// Details that take hardly any memory where there are none: an archive has many claims.
#[derive(Clone, Debug, Default)]
pub struct Rare(Option<Box<Details>>);

impl From<Details> for Rare {
    fn from(details: Details) -> Self {
        let Details {
            name,
            said,
            qualifiers,
            cites,
        } = &details;
        let is_empty =
            name.is_none() && said.is_none() && qualifiers.is_empty() && cites.is_empty();
        Self((!is_empty).then(|| Box::new(details)))
    }
}

impl Deref for Rare {
    type Target = Details;

    fn deref(&self) -> &Details {
        static NONE: Details = Details {
            name: None,
            said: None,
            qualifiers: Vec::new(),
            cites: Vec::new(),
        };
        self.0.as_deref().unwrap_or(&NONE)
    }
}

impl DerefMut for Rare {
    fn deref_mut(&mut self) -> &mut Details {
        self.0.get_or_insert_default()
    }
}

impl Claim {
    /// The fragment of the article's own words, if there is one.
    #[must_use]
    pub fn quote(&self) -> Option<&str> {
        let texts = Some(&self.texts).filter(|texts| texts.has_quote)?;
        texts.both.get(..texts.end as usize)
    }

    /// The remark for colleagues, if there is one.
    #[must_use]
    pub fn note(&self) -> Option<&str> {
        let texts = Some(&self.texts).filter(|texts| texts.has_note)?;
        texts.both.get(texts.end as usize..)
    }

    /// The value as written, in one line of text.
    #[must_use]
    pub fn original(&self) -> Cow<'_, str> {
        self.written.text()
    }
}
