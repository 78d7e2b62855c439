//! All integration tests, as one binary.

mod claim_ids;
mod date_properties;
mod dates;
mod names;
mod nominal;
mod render;
mod sample;
