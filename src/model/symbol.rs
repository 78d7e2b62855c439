//! Names and labels, stored once each.

use std::fmt;

use fnv::FnvBuildHasher;
use string_interner::StringInterner;
use string_interner::backend::StringBackend;

/// The number of a text in [`Symbols`]. Equal numbers mean equal texts, as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Symbol(u32);

/// The texts that many records share: subjects, properties, speakers, sources. They stand one after
/// the other in one buffer: an archive has hundreds of thousands of them.
#[derive(Clone)]
pub struct Symbols(StringInterner<StringBackend<Symbol>, FnvBuildHasher>);

impl Default for Symbols {
    fn default() -> Self {
        Self(StringInterner::with_hasher(FnvBuildHasher::default()))
    }
}

impl Symbols {
    /// The number of a text; a new one where it was not met before.
    pub fn intern(&mut self, text: &str) -> Symbol {
        self.0.get_or_intern(text)
    }

    /// The number of a text that was met before.
    #[must_use]
    pub fn find(&self, text: &str) -> Option<Symbol> {
        self.0.get(text)
    }

    /// The text, as written.
    #[must_use]
    pub fn text(&self, symbol: Symbol) -> &str {
        self.0.resolve(symbol).unwrap_or_default()
    }

    /// All texts, in the order of their numbers.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(_, text)| text)
    }

    /// How many there are; numbers run from 0.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Symbol {
    /// The number itself, for tables by symbol.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

impl fmt::Debug for Symbols {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.texts()).finish()
    }
}

impl string_interner::Symbol for Symbol {
    fn try_from_usize(index: usize) -> Option<Self> {
        u32::try_from(index).ok().map(Self)
    }

    fn to_usize(self) -> usize {
        self.index()
    }
}
