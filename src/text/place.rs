//! Positions in annotation files.

use super::{FileId, number};

/// A position within one file: line and column count from 1, columns in characters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Spot {
    /// The line.
    pub line: u32,
    /// The column.
    pub column: u32,
}

/// A position in a file of the run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    /// The file.
    pub file: FileId,
    /// Where in it.
    pub spot: Spot,
}

impl Spot {
    /// The position of a line and a column, both from 1 on.
    #[must_use]
    pub fn at(line: usize, column: usize) -> Self {
        Self {
            line: number(line),
            column: number(column),
        }
    }

    /// The same position, in a file.
    #[must_use]
    pub fn in_file(self, file: FileId) -> Place {
        Place { file, spot: self }
    }
}
