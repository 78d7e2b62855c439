//! All integration tests, as one binary.

mod amount_properties;
mod amounts;
mod claim_ids;
mod names;
mod nominal;
mod render;
mod sample;
