//! All integration tests, as one binary.

mod checks;
mod nominal;
mod render;
mod sample;
