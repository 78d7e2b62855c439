//! Changes of one place in a file of YAML that leave every other byte alone.
//!
//! In go the text of a file and an [`Edit`]; out comes the new text. What is new is spliced in at the bytes
//! that the parser names. The result is read again: unless exactly what was meant has changed, comments
//! counted, the edit is refused.

mod batch;
mod moved;
mod splice;
mod written;

use std::cmp::Ordering;

use crate::parse::{Tree, tree};
use crate::text::line;

pub use batch::{Group, edit_all};
pub use moved::{Move, move_entries};
pub use written::{Node, block, flow, scalar};

/// A step from a node to one in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// The value of a key.
    Key(String),
    /// An entry of a list, from 0.
    At(usize),
}

/// One change of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// A text takes the place of another.
    Set(Path, String),
    /// A text or list takes the place of what stands at a key, on one line.
    Replace(Path, Node),
    /// A list gets an entry behind its last one.
    Append(Path, Node),
    /// A map gets a key behind its last one.
    Add(Path, String, Node),
    /// An entry of a list or a key of a map goes.
    Remove(Path),
}

impl Edit {
    /// Whether something goes, so that what stands behind it moves up.
    fn is_removal(&self) -> bool {
        matches!(self, Self::Remove(_))
    }
}

/// Where a node stands: the number of its document, from 0, and the steps to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    /// The document.
    pub document: usize,
    /// The steps from its content.
    pub steps: Vec<Step>,
}

impl Path {
    /// A path with one more step.
    #[must_use]
    pub fn then(&self, step: Step) -> Self {
        let mut path = self.clone();
        path.steps.push(step);
        path
    }

    /// Entries of a list in their order.
    fn in_order(&self, other: &Self) -> Ordering {
        let steps = self.steps.iter().zip(&other.steps);
        let different = steps.map(|pair| match pair {
            (Step::At(a), Step::At(b)) => a.cmp(b),
            (Step::Key(a), Step::Key(b)) => a.cmp(b),
            (Step::At(_), Step::Key(_)) => Ordering::Less,
            (Step::Key(_), Step::At(_)) => Ordering::Greater,
        });
        self.document
            .cmp(&other.document)
            .then(different.fold(Ordering::Equal, Ordering::then))
            .then(self.steps.len().cmp(&other.steps.len()))
    }
}

/// The text with one change.
///
/// # Errors
///
/// Says why the change cannot be made without touching anything else. The reason is a clause that follows
/// the name of the file.
pub fn edit(text: &str, edit: &Edit) -> Result<String, String> {
    let (mark, body) = line::split_mark(text);
    let before = tree(body).map_err(|why| format!("it is no YAML: {why}"))?;
    let splice = splice::splice(body, &before, edit)?;
    let changed = splice.apply(body);
    let meant = Meaning::of(&before, |at| !splice.removes(at)).after([edit]);
    let found = tree(&changed)
        .ok()
        .map(|after| Meaning::of(&after, |_| true));
    if meant.is_none() || found != meant {
        return Err("the change would touch something else; make it by hand".into());
    }
    Ok(format!("{mark}{changed}"))
}

/// The text with one more entry in a list of a document, such as its `drafts`; where there is no such
/// list, behind a new key.
///
/// # Errors
///
/// As [`edit`] does.
pub fn append(text: &str, document: usize, list: &str, entry: &Node) -> Result<String, String> {
    let path = |steps| Path { document, steps };
    let to_list = Edit::Append(path(vec![Step::Key(list.to_owned())]), entry.clone());
    let to_document = Edit::Add(
        path(Vec::new()),
        list.to_owned(),
        Node::List(vec![entry.clone()]),
    );
    edit(text, &to_document).or_else(|_| edit(text, &to_list))
}

/// What a file says: its documents and comments.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Meaning {
    documents: Vec<Node>,
    comments: Vec<String>,
}

impl Meaning {
    /// Of a file, with the comments at some places.
    fn of(tree: &Tree, keeps: impl Fn(usize) -> bool) -> Self {
        let comments = tree.comments.iter().filter(|(at, _)| keeps(*at));
        Self {
            documents: tree.documents.iter().map(Node::of).collect(),
            comments: comments.map(|(_, text)| text.clone()).collect(),
        }
    }

    /// What it must say after some changes of what it says now; nothing where there is no such place.
    ///
    /// What is removed goes last, the later entries of a list before the earlier ones.
    fn after<'e>(mut self, edits: impl IntoIterator<Item = &'e Edit>) -> Option<Self> {
        let mut removed = Vec::new();
        for edit in edits {
            match edit {
                Edit::Set(path, text) => match self.find(path)? {
                    at @ (Node::Text(_) | Node::Missing) => *at = Node::Text(text.clone()),
                    _ => return None,
                },
                Edit::Replace(path, node) => *self.find(path)? = node.read_back(),
                Edit::Append(path, node) => match self.find(path)? {
                    Node::List(entries) => entries.push(node.read_back()),
                    at @ Node::Missing => *at = Node::List(vec![node.read_back()]),
                    _ => return None,
                },
                Edit::Add(path, key, node) => match self.find(path)? {
                    Node::Map(entries) => entries.push((key.clone(), node.read_back())),
                    _ => return None,
                },
                Edit::Remove(path) => removed.push(path),
            }
        }
        removed.sort_by(|a, b| a.in_order(b));
        for path in removed.into_iter().rev() {
            self.remove(path)?;
        }
        Some(self)
    }

    fn remove(&mut self, path: &Path) -> Option<()> {
        let (last, steps) = path.steps.split_last()?;
        let parent = Path {
            document: path.document,
            steps: steps.to_vec(),
        };
        match (self.find(&parent)?, last) {
            (Node::List(entries), Step::At(at)) if *at < entries.len() => {
                entries.remove(*at);
            }
            (Node::Map(entries), Step::Key(key)) => {
                let at = entries.iter().position(|(other, _)| other == key)?;
                entries.remove(at);
            }
            _ => return None,
        }
        Some(())
    }

    fn find(&mut self, path: &Path) -> Option<&mut Node> {
        let mut at = self.documents.get_mut(path.document)?;
        for step in &path.steps {
            at = match (at, step) {
                (Node::List(entries), Step::At(number)) => entries.get_mut(*number)?,
                (Node::Map(entries), Step::Key(key)) => {
                    let entry = entries.iter_mut().find(|(other, _)| other == key)?;
                    &mut entry.1
                }
                _ => return None,
            };
        }
        Some(at)
    }
}
