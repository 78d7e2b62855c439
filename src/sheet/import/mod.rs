//! What becomes of the rows of a table: each ends as a claim, a changed claim, a draft or a refusal.
//!
//! Three things are compared for each cell: its text when it was written out, by the fingerprint of its
//! row; its text in the sheet; its text in the file. What changed on one side is taken, what changed on
//! both is refused. Nothing is guessed in silence.

mod change;
pub mod columns;
mod fresh;
mod line;
mod mangled;
mod matching;
mod names;
mod notes;
mod plan;
mod sorted;

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::edit::{Group, Node};
use crate::model::ArticleId;
use crate::sheet::cell::Cells;
use crate::sheet::field::{FIELDS, Part};
use crate::sheet::held::Held;
use crate::sheet::read::Book;
use crate::text::FileId;
use columns::Mapped;

pub use crate::text::slug::slug;
pub use change::set;
pub use line::{Lines, Refused};
pub use notes::{is_json, notes};

/// What an import would do.
#[derive(Debug, Default)]
pub struct Import {
    /// How the file was read.
    pub said: Vec<String>,
    /// The rows and what becomes of them, in the order of the sheets.
    pub rows: Vec<Told>,
    /// The files that change.
    pub files: Vec<FileChange>,
}

/// What becomes of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Where it stands: `claims!C7` where a cell is to blame, else the row.
    pub place: String,
    /// What becomes of it.
    pub outcome: Outcome,
}

/// What becomes of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It says what the files say; why, where that is worth a word.
    Same(Option<String>),
    /// A new claim.
    New,
    /// A changed claim, with the names of its fields.
    Changed(Vec<&'static str>),
    /// A claim that goes.
    Deleted,
    /// A draft, with what it lacks.
    Draft(String),
    /// Nothing, and why.
    Refused(String),
}

/// A file before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileChange {
    /// Its path.
    pub path: PathBuf,
    /// What it holds; nothing where it is new.
    pub old: Option<String>,
    /// What it is to hold.
    pub new: String,
}

/// The rows of a table.
///
/// # Errors
///
/// Why nothing of the table can be taken; a clause that follows its name.
pub fn table(book: &Book, mapped: &[Mapped]) -> Result<Lines, String> {
    Lines::new(book, mapped)
}

/// Works out what rows would change. `home` is the folder for new articles.
///
/// # Errors
///
/// Why nothing of them can be taken; a clause that follows the name of their file.
pub fn import(lines: Lines, held: &Held<'_>, home: &std::path::Path) -> Result<Import, String> {
    let copies = sorted::copies(&lines.lines)?;
    let prints: Vec<_> = lines
        .lines
        .iter()
        .zip(&copies)
        .map(|(line, is_copy)| line.print.as_ref().filter(|_| !is_copy))
        .collect();
    let index = matching::Index::new(held);
    let mut found = index.find(&prints);
    // A draft that is gone has perhaps become a claim; its row is looked at as a new one.
    let prints: Vec<_> = prints
        .into_iter()
        .zip(&mut found)
        .map(|(print, found)| print.filter(|print| found.is_some() || !print.draft))
        .collect();
    let mut work = Work {
        outcomes: vec![None; lines.lines.len()],
        ..Work::default()
    };
    change::changes(&mut work, &lines, held, (&prints, &found, index.now()));
    fresh::fresh(&mut work, &lines, held, home);
    work.of_articles(&lines, held);
    Ok(plan::plan(work, lines, held))
}

/// What becomes of the rows, and what that takes.
#[derive(Default)]
struct Work {
    /// For each row what becomes of it.
    outcomes: Vec<Option<Result<Outcome, Refused>>>,
    /// Changes of a file that are made together, with the rows that ask for them.
    groups: Vec<(FileId, Vec<usize>, Group)>,
    /// New texts for fields of articles, each with the row that asks for it.
    wanted: BTreeMap<(ArticleId, usize), Vec<(String, usize)>>,
    /// New entries of articles that there are.
    added: Vec<Added>,
    /// New articles.
    articles: Vec<NewArticle>,
}

/// A new claim or draft of an article.
struct Added {
    article: ArticleId,
    row: usize,
    draft: bool,
    node: Node,
    /// What goes when it comes.
    with: Group,
}

/// An article with a file of its own.
struct NewArticle {
    path: PathBuf,
    /// Its cells.
    cells: Cells,
    /// What a file calls it where the name of the file will not do.
    id: Option<String>,
    /// Its claims and drafts, each with its row.
    entries: Vec<(usize, bool, Node)>,
}

impl Work {
    /// Asks for a new text of a field of an article.
    fn want(&mut self, field: (ArticleId, usize), text: String, row: usize) {
        self.wanted.entry(field).or_default().push((text, row));
    }

    fn is_refused(&self, row: usize) -> bool {
        matches!(self.outcomes.get(row), Some(Some(Err(_))))
    }
}

/// The keys of an article or claim as a file has them, for cells in the order of the fields.
///
/// # Errors
///
/// The field whose cell cannot be written, and why.
pub fn entry(
    part: Part,
    cell: impl Fn(usize) -> String,
) -> Result<Vec<(String, Node)>, (usize, String)> {
    let mut keys = Vec::new();
    for (at, field) in FIELDS
        .iter()
        .enumerate()
        .filter(|(_, field)| field.part == part)
    {
        let node = crate::sheet::cell::node(field.shape, &cell(at)).map_err(|why| (at, why))?;
        keys.extend(node.map(|node| (field.key.to_owned(), node)));
    }
    Ok(keys)
}
