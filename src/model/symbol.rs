//! Names and labels, stored once each.

use indexmap::IndexSet;

/// The number of a text in [`Symbols`]. Equal numbers mean equal texts, as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Symbol(u32);

/// The texts that many records share: subjects, properties, speakers, sources.
#[derive(Debug, Default)]
pub struct Symbols(IndexSet<Box<str>>);

impl Symbols {
    /// The number of a text; a new one where it was not met before.
    pub fn intern(&mut self, text: &str) -> Symbol {
        let index = match self.0.get_index_of(text) {
            Some(index) => index,
            None => self.0.insert_full(text.into()).0,
        };
        Symbol(u32::try_from(index).unwrap_or(u32::MAX))
    }

    /// The number of a text that was met before.
    #[must_use]
    pub fn find(&self, text: &str) -> Option<Symbol> {
        self.0
            .get_index_of(text)
            .and_then(|index| u32::try_from(index).ok())
            .map(Symbol)
    }

    /// The text, as written.
    #[must_use]
    pub fn text(&self, symbol: Symbol) -> &str {
        self.0.get_index(symbol.0 as usize).map_or("", |text| text)
    }

    /// All texts, in the order of their numbers.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|text| &**text)
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
