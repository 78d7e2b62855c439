//! All integration tests, as one binary.

#![allow(clippy::unwrap_used, reason = "a test that panics has found something")]

mod agreements;
mod algebra;
mod amount_properties;
mod amounts;
mod browser;
mod checks;
mod claim_ids;
mod cli;
mod clocks;
mod csv;
mod date_properties;
mod dates;
mod determinism;
mod diagnostics;
mod diagram;
mod docs;
mod doubts;
mod explain;
mod invariants;
mod joint;
mod joint_cases;
mod joint_orders;
mod joint_properties;
mod joint_times;
mod lengths;
mod matrix;
mod matter_properties;
mod matters;
mod names;
mod near_misses;
mod nominal;
mod page;
mod pages;
mod parse;
mod render;
mod ruling_properties;
mod rulings;
mod sample;
mod scale;
mod shipped;
mod stories;
mod times;
mod value_page;
mod value_properties;
