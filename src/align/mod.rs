//! Which claims answer the same question.

pub mod entity;
pub mod name;
