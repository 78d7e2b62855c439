//! All integration tests, as one binary.

mod claim_ids;
mod cli;
mod docs;
mod names;
mod nominal;
mod render;
mod sample;
