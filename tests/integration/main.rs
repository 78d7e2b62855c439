//! All integration tests, as one binary.

mod claim_ids;
mod diagnostics;
mod nominal;
mod parse;
mod render;
mod sample;
