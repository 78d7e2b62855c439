//! What is written, the forms in which it is compared, where it stands, and how things are numbered.

pub mod files;
pub(crate) mod hidden;
pub mod id;
pub mod normal;
mod number;
pub mod place;

pub use files::{FileId, Files};
pub(crate) use number::{number, numbered};
pub use place::{Place, Spot};
