//! Claims as a table that desks know how to fill in, and back.
//!
//! Out: plain rows, one for each claim, each with a fingerprint of what it was; [`mod@write`] makes a file of
//! them. In: a table in any likely shape, which [`read`] makes plain cells of; [`import`] holds each row
//! against what was written out and against what the files say now, and ends it as a claim, a
//! change, a draft or a refusal with the cell and the reason.

pub mod cell;
pub(crate) mod day;
pub mod export;
pub mod field;
pub mod fingerprint;
pub mod held;
pub mod import;
pub mod read;
pub mod write;

/// A table with more rows than these is refused.
pub const MOST_ROWS: usize = 100_000;

/// The names of columns stand in one of so many rows.
pub const FIRST_ROWS: usize = 20;

/// A table with more columns than these is refused.
pub const MOST_COLUMNS: usize = 200;
