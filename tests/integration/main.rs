//! All integration tests, as one binary.

mod checks;
mod claim_ids;
mod names;
mod nominal;
mod render;
mod sample;
