//! All integration tests, as one binary.

mod amount_properties;
mod amounts;
mod checks;
mod claim_ids;
mod cli;
mod date_properties;
mod dates;
mod diagnostics;
mod docs;
mod names;
mod nominal;
mod pages;
mod parse;
mod render;
mod sample;
