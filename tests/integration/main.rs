//! All integration tests, as one binary.

mod render;
mod sample;
