//! Lists and numbers in words.

use crate::value::sentence::{counted, listed};

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

/// How many names are listed before the others are only counted; JSON has all.
pub(super) const MANY: usize = 12;

/// The first names of a list, and how many more there are: what a reader takes in.
pub(in crate::render) fn enough(names: &[&str]) -> String {
    match names.get(MANY..) {
        Some(rest) if rest.len() > 1 => {
            format!("{} and {} more", names[..MANY].join(", "), rest.len())
        }
        _ => names.join(", "),
    }
}
