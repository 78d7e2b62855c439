//! Claims as a table that desks know how to fill in.
//!
//! Out: plain rows, one for each claim, each with a fingerprint of what it was; [`write`] makes a file of
//! them.

pub mod cell;
pub mod export;
pub mod field;
pub mod fingerprint;
pub mod held;
pub mod write;

/// A table with more rows than these is refused.
pub const MOST_ROWS: usize = 100_000;

/// A table with more columns than these is refused.
pub const MOST_COLUMNS: usize = 200;
