//! All integration tests, as one binary.

mod nominal;
mod render;
mod sample;
