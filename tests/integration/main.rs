//! All integration tests, as one binary.

mod checks;
mod claim_ids;
mod nominal;
mod render;
mod sample;
