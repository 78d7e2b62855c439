//! All integration tests, as one binary.

mod claim_ids;
mod nominal;
mod render;
mod sample;
