//! All integration tests, as one binary.

mod amount_properties;
mod amounts;
mod nominal;
mod render;
mod sample;
