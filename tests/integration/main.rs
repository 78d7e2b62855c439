//! All integration tests, as one binary.

mod algebra;
mod checks;
mod claim_ids;
mod determinism;
mod invariants;
mod names;
mod nominal;
mod pages;
mod render;
mod sample;
