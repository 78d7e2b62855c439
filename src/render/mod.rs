//! Reports to bytes; layout only.

pub mod json;
