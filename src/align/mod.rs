//! Which claims answer the same question.

pub mod name;
