//! What is written, and the forms in which it is compared.

pub mod normal;
