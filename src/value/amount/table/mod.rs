//! What may be written, as tables: reading, help and documentation all come from them.

pub(crate) mod currencies;
pub(crate) mod directions;
pub(crate) mod frames;
pub(crate) mod hedges;
pub(crate) mod joints;
pub(crate) mod prefixes;
pub(crate) mod units;
pub(crate) mod vague;
pub(crate) mod words;
