//! What a row was when it was written out: a short hash of every field, of its article and of its file.
//!
//! It stands in a hidden column. From it an import tells which cells a desk changed and which ones
//! somebody changed in the file meanwhile, without a copy of either.

use std::fmt::Write;
use std::hash::Hasher;

use fnv::FnvHasher;

use super::field::FIELDS;

/// A row as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fingerprint {
    /// Of all that stood in the file.
    pub file: u32,
    /// Of the id of its article.
    pub article: u32,
    /// Which of the entries under `claims:` or `drafts:` it was, from 0.
    pub ordinal: u32,
    /// Whether it was a draft.
    pub draft: bool,
    /// Of each cell, in the order of the columns.
    pub fields: Vec<u32>,
}

/// What every fingerprint of this version begins with.
const START: &str = "g1.";

impl Fingerprint {
    /// Whether the cell of a field holds what was written out.
    #[must_use]
    pub fn is_same(&self, field: usize, cell: &str) -> bool {
        self.fields.get(field) == Some(&of_cell(cell))
    }

    /// As a text that no program takes for a number, a date or a formula.
    #[must_use]
    pub fn written(&self) -> String {
        let kind = if self.draft { 'd' } else { 'c' };
        let mut text = format!(
            "{START}{:08x}.{:08x}.{kind}{}.",
            self.file, self.article, self.ordinal
        );
        for field in &self.fields {
            // Writing to a string cannot fail.
            let _ = write!(text, "{field:08x}");
        }
        let check = hash(text.as_bytes());
        format!("{text}.{check:08x}")
    }

    /// Reads one; nothing where it is damaged.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let (body, check) = text.rsplit_once('.')?;
        if hash(body.as_bytes()) != number(check)? {
            return None;
        }
        let mut parts = body.strip_prefix(START)?.split('.');
        let (file, article) = (number(parts.next()?)?, number(parts.next()?)?);
        let entry = parts.next()?;
        let draft = entry.starts_with('d');
        let ordinal = entry.get(1..)?.parse().ok()?;
        let digits = parts.next()?;
        let fields: Option<Vec<u32>> = (0..FIELDS.len())
            .map(|at| number(digits.get(8 * at..8 * at + 8)?))
            .collect();
        Some(Self {
            file,
            article,
            ordinal,
            draft,
            fields: fields?,
        })
    }
}

fn number(text: &str) -> Option<u32> {
    u32::from_str_radix(text, 16)
        .ok()
        .filter(|_| text.len() == 8)
}

/// The hash of a cell. How its lines end and blanks around it are not what a desk writes.
#[must_use]
pub fn of_cell(cell: &str) -> u32 {
    hash(cell.replace("\r\n", "\n").trim().as_bytes())
}

/// The hash of an article.
#[must_use]
pub fn of_article(id: &str) -> u32 {
    of_cell(id)
}

/// FNV-1a, folded to 32 bits.
#[must_use]
pub fn hash(bytes: &[u8]) -> u32 {
    let mut hasher = FnvHasher::default();
    hasher.write(bytes);
    let hash = hasher.finish();
    // Both halves; the cast takes the lower one.
    u32::try_from((hash >> 32) ^ (hash & 0xffff_ffff)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn example() -> Fingerprint {
        Fingerprint {
            file: 1,
            article: of_article("a"),
            ordinal: 12,
            draft: false,
            fields: (0..FIELDS.len())
                .map(|at| of_cell(&at.to_string()))
                .collect(),
        }
    }

    #[test]
    fn it_is_read_as_it_was_written() {
        let one = example();
        assert_eq!(Fingerprint::read(&one.written()), Some(one.clone()));
        assert!(one.is_same(3, " 3\r\n") && !one.is_same(3, "4") && !one.is_same(99, "4"));
    }

    #[test]
    fn a_damaged_one_is_none() {
        let text = example().written();
        for at in 0..text.len() {
            let mut other = text.clone();
            other.replace_range(at..=at, if &text[at..=at] == "7" { "8" } else { "7" });
            assert_eq!(Fingerprint::read(&other), None, "{at}");
            assert_eq!(Fingerprint::read(&text[..at]), None);
        }
        for text in ["", "g1", "g1.", ".", "g2.00000000", "é.é", "g1.a.b.c.d.e"] {
            assert_eq!(Fingerprint::read(text), None);
        }
    }
}
