//! All integration tests, as one binary.

mod date_properties;
mod dates;
mod nominal;
mod render;
mod sample;
