//! Where things are written.

pub mod files;
pub mod place;

pub use files::{FileId, Files};
pub use place::{Place, Spot};
