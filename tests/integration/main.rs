//! All integration tests, as one binary.

mod checks;
mod claim_ids;
mod names;
mod nominal;
mod pages;
mod render;
mod sample;
