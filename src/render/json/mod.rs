//! The JSON format: frozen structs of its own, so that internals may change freely.
//!
//! Fields are only ever added.

pub mod value;
