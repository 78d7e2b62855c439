//! gainsay reports where articles about one story agree and where they contradict each other.
//!
//! The stable surfaces are the command line, the YAML format and the JSON format, not this API.
//! The modules are the stages of one pipeline, in reading order; each uses only those above it.

pub mod text;

pub mod value;

pub mod model;

pub mod diagnostic;

pub mod finding;

pub mod parse;

pub mod align;

pub mod render;

pub mod cli;
