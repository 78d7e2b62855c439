//! All integration tests, as one binary.

mod names;
mod nominal;
