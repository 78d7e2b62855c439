//! Entries that move from one list of a document to another, with their lines and comments.
//!
//! An entry that is written anew loses its comments and its look. So its lines are moved as they are, with
//! another indent. The result is read again, as for every change: it must say what was meant, comments counted.

use std::collections::BTreeSet;
use std::ops::Range;

use super::{Meaning, Node, Path, Step};
use crate::parse::{Branch, Form, Tree, tree};
use crate::text::line;

/// Entries of one document that move.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move<'a> {
    /// The number of the document, from 0.
    pub document: usize,
    /// The key of the list in which they stand.
    pub from: &'a str,
    /// The key of the list to which they go, behind its last entry; where there is none, it comes before the first.
    pub to: &'a str,
    /// Which they are, from 0, in order.
    pub entries: Vec<usize>,
}

/// The text after some moves, at most one in a document and in its order.
///
/// Comments for which `is_left_out` holds stay behind and go: those that have lines of their own in an entry.
///
/// # Errors
///
/// Says why they cannot be moved without touching anything else; a clause that follows the name of the file.
pub fn move_entries(
    text: &str,
    moves: &[Move<'_>],
    is_left_out: &dyn Fn(&str) -> bool,
) -> Result<String, String> {
    let (mark, body) = line::split_mark(text);
    let before = tree(body).map_err(|why| format!("it is no YAML: {why}"))?;
    let file = File {
        text: body,
        end: line::ending(body),
        comments: before.comments.iter().map(|(at, _)| *at).collect(),
    };
    let mut pieces = Vec::new();
    let mut left_out = BTreeSet::new();
    for moved in moves {
        pieces.extend(file.pieces(&before, moved, (is_left_out, &mut left_out))?);
    }
    pieces.sort_by_key(|piece| (piece.range.start, piece.range.end));
    let changed = spliced(body, &pieces).ok_or("its lists stand in each other's way")?;
    let meant = Meaning::of(&before, |at| !left_out.contains(&at));
    let meant = after(meant, moves).map(sorted);
    let found = tree(&changed)
        .ok()
        .map(|tree| sorted(Meaning::of(&tree, |_| true)));
    if meant.is_none() || found != meant {
        return Err("moving them would touch something else; move them by hand".into());
    }
    Ok(format!("{mark}{changed}"))
}

/// Which comments stay behind, and where those stand that did.
type LeftOut<'a> = (&'a dyn Fn(&str) -> bool, &'a mut BTreeSet<usize>);

/// Bytes that go, and what comes in their place.
struct Piece {
    range: Range<usize>,
    new: String,
}

fn spliced(text: &str, pieces: &[Piece]) -> Option<String> {
    let mut changed = String::with_capacity(text.len());
    let mut at = 0;
    for piece in pieces {
        changed.push_str(text.get(at..piece.range.start)?);
        changed.push_str(&piece.new);
        at = piece.range.end;
    }
    changed.push_str(text.get(at..)?);
    Some(changed)
}

/// What a file must say after the moves.
fn after(mut meaning: Meaning, moves: &[Move<'_>]) -> Option<Meaning> {
    for moved in moves {
        let root = Path {
            document: moved.document,
            steps: Vec::new(),
        };
        let from = root.then(Step::Key(moved.from.to_owned()));
        let Node::List(entries) = meaning.find(&from)? else {
            return None;
        };
        let is_moved = |at: &usize| moved.entries.binary_search(at).is_ok();
        let (gone, left): (Vec<_>, Vec<_>) = std::mem::take(entries)
            .into_iter()
            .enumerate()
            .partition(|(at, _)| is_moved(at));
        let nodes = |part: Vec<(usize, Node)>| part.into_iter().map(|(_, node)| node).collect();
        *meaning.find(&from)? = match left.is_empty() {
            true => Node::Missing,
            false => Node::List(nodes(left)),
        };
        let mut gone: Vec<Node> = nodes(gone);
        match meaning.find(&root.then(Step::Key(moved.to.to_owned()))) {
            Some(Node::List(entries)) => entries.append(&mut gone),
            Some(at @ Node::Missing) => *at = Node::List(gone),
            Some(_) => return None,
            None => {
                let Node::Map(keys) = meaning.find(&root)? else {
                    return None;
                };
                let at = keys.iter().position(|(key, _)| key == moved.from)?;
                keys.insert(at, (moved.to.to_owned(), Node::List(gone)));
            }
        }
    }
    Some(meaning)
}

/// Comments move too, so that their order is no matter.
fn sorted(mut meaning: Meaning) -> Meaning {
    meaning.comments.sort_unstable();
    meaning
}

struct File<'t> {
    text: &'t str,
    /// How its lines end.
    end: &'static str,
    /// Where a comment starts.
    comments: BTreeSet<usize>,
}

impl File<'_> {
    /// What one move takes away and puts in.
    fn pieces(
        &self,
        tree: &Tree,
        moved: &Move<'_>,
        (is_left_out, left_out): LeftOut<'_>,
    ) -> Result<Vec<Piece>, String> {
        let document = tree.documents.get(moved.document);
        let from = document.and_then(|it| key(it, moved.from));
        let (from_key, from) = from.ok_or("it holds no such list")?;
        let Form::List(entries, false) = &from.form else {
            return Err("its drafts stand in brackets; move them by hand".into());
        };
        let mut pieces = Vec::new();
        let (at, column, is_new) = match document.and_then(|it| key(it, moved.to)) {
            Some((key, list)) => {
                pieces.extend(brackets(list).map(|range| Piece {
                    range,
                    new: String::new(),
                }));
                self.behind(key, list)?
            }
            None => {
                let start = line::start(self.text, from_key.range.start);
                (
                    start,
                    line::column(self.text, from_key.range.start) + 2,
                    true,
                )
            }
        };
        let mut lines = Vec::new();
        for number in &moved.entries {
            let entry = entries.get(*number).ok_or("it holds no such entry")?;
            let (range, dash) = self.lines_of(entry)?;
            let own = self.text.get(range.clone()).unwrap_or_default();
            let mut start = range.start;
            for line in own.split_inclusive('\n') {
                let sharp = start + (line.len() - line.trim_start().len());
                match self.comments.contains(&sharp) && is_left_out(line.trim()) {
                    true => _ = left_out.insert(sharp),
                    false => lines.push(shifted(line, dash, column)?),
                }
                start += line.len();
            }
            pieces.push(Piece {
                range,
                new: String::new(),
            });
        }
        let mut new = String::new();
        if is_new {
            new.push_str(&format!("{}:{}", moved.to, self.end));
        }
        // What stood with empty lines around it stands so again.
        let is_blank = |line: &String| line.trim().is_empty();
        let is_loose = lines.iter().any(is_blank);
        if is_loose && !self.is_blank_before(at) {
            new.push_str(self.end);
        }
        while lines.last().is_some_and(is_blank) {
            lines.pop();
        }
        for line in &lines {
            new.push_str(line.trim_end_matches(['\r', '\n']));
            new.push_str(self.end);
        }
        if is_loose && !self.is_blank_behind(at) {
            new.push_str(self.end);
        }
        if at == self.text.len() && !self.text.is_empty() && !self.text.ends_with('\n') {
            new = format!("{}{}", self.end, new.trim_end_matches(['\r', '\n']));
        }
        pieces.push(Piece { range: at..at, new });
        Ok(pieces)
    }

    /// Where an entry goes in a list, its column, and whether the list is yet to be made.
    fn behind(&self, key: &Branch, list: &Branch) -> Result<(usize, usize, bool), String> {
        match &list.form {
            _ if brackets(list).is_some() => {
                let column = line::column(self.text, key.range.start) + 2;
                Ok((line::end(self.text, list.range.end), column, false))
            }
            Form::Scalar(text, false) if text.is_empty() => {
                let column = line::column(self.text, key.range.start) + 2;
                Ok((line::end(self.text, key.range.end), column, false))
            }
            Form::List(entries, false) => {
                let last = entries.last().ok_or("no list stands there")?;
                let (range, dash) = self.lines_of(last)?;
                let own = self.text.get(range.clone()).unwrap_or_default();
                // The empty lines behind it stand between the list and what follows.
                let end = range.start + own.trim_end().len();
                Ok((line::end(self.text, end), dash, false))
            }
            _ => Err(format!(
                "`{}` is no list with lines of its own; move them by hand",
                self.text.get(key.range.clone()).unwrap_or_default()
            )),
        }
    }

    /// The lines of an entry with the comments and empty lines below it, and the column of its dash.
    fn lines_of(&self, entry: &Branch) -> Result<(Range<usize>, usize), String> {
        let start = line::start(self.text, entry.range.start);
        let before = self.text.get(start..entry.range.start).unwrap_or_default();
        if before.trim() != "-" || !before.is_ascii() || before.contains('\t') {
            return Err("an entry shares its line with something else; move it by hand".into());
        }
        let dash = before.len() - before.trim_start().len();
        let mut end = line::end(self.text, entry.range.end);
        for line in self
            .text
            .get(end..)
            .unwrap_or_default()
            .split_inclusive('\n')
        {
            let indent = line.len() - line.trim_start().len();
            let is_own = line.trim_start().starts_with('#') && indent > dash;
            if !is_own && !line.trim().is_empty() {
                break;
            }
            end += line.len();
        }
        Ok((start..end, dash))
    }

    fn is_blank_before(&self, at: usize) -> bool {
        let before = self.text.get(..at).unwrap_or_default();
        let line = before.lines().next_back().unwrap_or_default().trim();
        line.is_empty()
    }

    fn is_blank_behind(&self, at: usize) -> bool {
        let behind = self.text.get(at..).unwrap_or_default();
        behind.lines().next().unwrap_or_default().trim().is_empty()
    }
}

/// The brackets of a list that holds nothing.
fn brackets(list: &Branch) -> Option<Range<usize>> {
    matches!(&list.form, Form::List(entries, true) if entries.is_empty())
        .then(|| list.range.clone())
}

/// A key of a document with its value, unless they stand in braces.
fn key<'t>(document: &'t Branch, name: &str) -> Option<(&'t Branch, &'t Branch)> {
    let is_flow = matches!(document.form, Form::Map(_, true));
    document.entry(name).filter(|_| !is_flow)
}

/// A line with another indent.
fn shifted(line: &str, from: usize, to: usize) -> Result<String, String> {
    if line.trim().is_empty() {
        return Ok(line.to_owned());
    }
    match to.checked_sub(from) {
        Some(more) => Ok(format!("{}{line}", " ".repeat(more))),
        None => {
            let less = line.get(..from - to).filter(|it| it.trim().is_empty());
            let rest = less.and_then(|_| line.get(from - to..));
            rest.map(str::to_owned)
                .ok_or_else(|| "its lines have no indent to lose; move it by hand".to_owned())
        }
    }
}
