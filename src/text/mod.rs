//! Where things are written, and what is left of a text when its form does not count.

pub mod files;
pub mod normal;
pub mod place;

pub use files::{FileId, Files};
pub use place::{Place, Spot};
