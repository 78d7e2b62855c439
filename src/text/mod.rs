//! What is written, the forms in which it is compared, and where it stands.

pub mod files;
pub mod normal;
pub mod place;

pub use files::{FileId, Files};
pub use place::{Place, Spot};
