//! Lists and numbers in words.

use crate::value::sentence::{counted, listed, shortened};

/// So many matters are listed in one line each; all follow in full.
pub(in crate::render) const MOST_MATTERS: usize = 20;

/// A number with its noun: "1 origin", "no origins", "2 origins".
pub(in crate::render) fn count(number: usize, noun: &str) -> String {
    match number {
        0 => format!("no {noun}s"),
        _ => counted(number, noun),
    }
}

/// "A, B and C".
pub(in crate::render) fn list(names: &[&str]) -> String {
    listed(names, "and")
}

/// The first names of a list, and how many more there are: what a reader takes in; JSON has all.
pub(in crate::render) fn enough(names: &[&str]) -> String {
    shortened(names).unwrap_or_else(|| names.join(", "))
}
