//! Which bytes of a file a change takes away, and what it puts there.

use std::ops::Range;

use super::written::{entry_lines, flow, flow_part, in_flow, key_lines, scalar};
use super::{Edit, Node, Path, Step};
use crate::parse::{Branch, Form, Tree};
use crate::text::line;

/// Bytes that go, and what comes in their place.
pub(super) struct Splice {
    range: Range<usize>,
    new: String,
    /// Whether comments may go with the bytes.
    takes_comments: bool,
}

impl Splice {
    fn insert(at: usize, new: String) -> Self {
        Self {
            range: at..at,
            new,
            takes_comments: false,
        }
    }

    /// The text after it.
    pub(super) fn apply(&self, text: &str) -> String {
        let before = text.get(..self.range.start).unwrap_or_default();
        let after = text.get(self.range.end..).unwrap_or_default();
        format!("{before}{}{after}", self.new)
    }

    /// The bytes that go.
    pub(super) fn range(&self) -> &Range<usize> {
        &self.range
    }

    /// What comes in their place.
    pub(super) fn new_text(&self) -> &str {
        &self.new
    }

    /// Whether a comment at the byte goes.
    pub(super) fn removes(&self, at: usize) -> bool {
        self.takes_comments && self.range.contains(&at)
    }
}

/// Finds the bytes for an edit.
pub(super) fn splice(text: &str, tree: &Tree, edit: &Edit) -> Result<Splice, String> {
    let file = File {
        text,
        end: line::ending(text),
    };
    match edit {
        Edit::Set(path, new) => file.set(&Spot::find(tree, path)?, new),
        Edit::Replace(path, node) => file.replace(&Spot::find(tree, path)?, node),
        Edit::Append(path, node) => file.append(&Spot::find(tree, path)?, node),
        Edit::Add(path, key, node) => file.add(&Spot::find(tree, path)?, key, node),
        Edit::Remove(path) => file.remove(tree, path),
    }
}

/// A node and how it is reached.
struct Spot<'t> {
    branch: &'t Branch,
    /// The key of which it is the value.
    key: Option<&'t Branch>,
    /// Whether it stands in brackets or braces.
    in_flow: bool,
    /// Whether an anchor or tag stands before it or something that holds it.
    marked: bool,
}

impl<'t> Spot<'t> {
    fn find(tree: &'t Tree, path: &Path) -> Result<Self, String> {
        let missing = || "it holds no such place".to_owned();
        let mut spot = Self {
            branch: tree.documents.get(path.document).ok_or_else(missing)?,
            key: None,
            in_flow: false,
            marked: false,
        };
        spot.marked = spot.branch.marked;
        for step in &path.steps {
            let next = match (&spot.branch.form, step) {
                (Form::List(entries, flow), Step::At(at)) => {
                    entries.get(*at).map(|entry| (None, entry, *flow))
                }
                (Form::Map(_, flow), Step::Key(name)) => {
                    let entry = spot.branch.entry(name);
                    entry.map(|(key, value)| (Some(key), value, *flow))
                }
                _ => None,
            };
            let (key, branch, flow) = next.ok_or_else(missing)?;
            spot = Self {
                branch,
                key,
                in_flow: spot.in_flow || flow,
                marked: spot.marked || branch.marked,
            };
        }
        match spot.marked {
            // What is written once may be said in two places.
            true => Err("an anchor or a tag stands before it".into()),
            false => Ok(spot),
        }
    }

    /// Whether nothing is written there.
    fn is_empty(&self) -> bool {
        matches!(&self.branch.form, Form::Scalar(text, false) if text.is_empty())
    }
}

/// Whether a text is a number that every reader leaves as it is.
fn is_figure(text: &str) -> bool {
    text.bytes().all(|c| c.is_ascii_digit())
        && (1..=15).contains(&text.len())
        && (text == "0" || !text.starts_with('0'))
}

struct File<'t> {
    text: &'t str,
    /// How its lines end.
    end: &'static str,
}

impl File<'_> {
    fn set(&self, spot: &Spot<'_>, new: &str) -> Result<Splice, String> {
        let written = match spot.in_flow {
            true => in_flow(new),
            false => scalar(new),
        };
        match &spot.branch.form {
            Form::Scalar(..) if spot.is_empty() => {
                let at = self.behind_colon(spot)?;
                Ok(Splice::insert(at, format!(" {written}")))
            }
            Form::Scalar(..) => Ok(Splice {
                range: self.header(spot)..spot.branch.range.end,
                new: match is_figure(new) && self.is_plain(spot) {
                    true => new.to_owned(),
                    false => written,
                },
                takes_comments: true,
            }),
            _ => Err("no text stands there".into()),
        }
    }

    fn replace(&self, spot: &Spot<'_>, node: &Node) -> Result<Splice, String> {
        if spot.key.is_none() {
            return Err("no key stands before it".into());
        }
        let written = match spot.in_flow {
            true => flow_part(node),
            false => flow(node),
        };
        let (start, new) = match &spot.branch.form {
            Form::List(_, false) | Form::Map(_, false) => {
                (self.behind_colon(spot)?, format!(" {written}"))
            }
            Form::Scalar(..) if spot.is_empty() => {
                return Ok(Splice::insert(
                    self.behind_colon(spot)?,
                    format!(" {written}"),
                ));
            }
            Form::Scalar(..) => (self.header(spot), written),
            Form::List(_, true) | Form::Map(_, true) => (spot.branch.range.start, written),
            Form::Alias(_) => return Err("it is said in another place".into()),
        };
        Ok(Splice {
            range: start..spot.branch.range.end,
            new,
            takes_comments: false,
        })
    }

    fn append(&self, spot: &Spot<'_>, node: &Node) -> Result<Splice, String> {
        match &spot.branch.form {
            Form::List(entries, true) => {
                let node = Node::List(vec![node.clone()]);
                let written = flow(&node);
                let inside = written.get(1..written.len() - 1).unwrap_or_default();
                Ok(self.in_brackets(spot.branch, entries.last(), inside))
            }
            Form::List(..) => {
                let column = line::column(self.text, self.dash(spot.branch.range.start));
                Ok(self.new_lines(spot.branch.range.end, column, &entry_lines(node)))
            }
            Form::Scalar(..) if spot.is_empty() => {
                let key = spot.key.ok_or("no list stands there")?;
                let column = line::column(self.text, key.range.start) + 2;
                let at = self.behind_colon(spot)?;
                Ok(self.new_lines(at, column, &entry_lines(node)))
            }
            _ => Err("no list stands there".into()),
        }
    }

    fn add(&self, spot: &Spot<'_>, key: &str, node: &Node) -> Result<Splice, String> {
        match &spot.branch.form {
            Form::Map(..) if spot.branch.entry(key).is_some() => {
                Err(format!("`{key}` stands there already"))
            }
            Form::Map(entries, true) => {
                let written = flow(&Node::Map(vec![(key.to_owned(), node.clone())]));
                let inside = written.get(1..written.len() - 1).unwrap_or_default();
                let last = entries.last().map(|(_, value)| value);
                Ok(self.in_brackets(spot.branch, last, inside))
            }
            Form::Map(..) => {
                let column = line::column(self.text, spot.branch.range.start);
                Ok(self.new_lines(spot.branch.range.end, column, &key_lines(key, node)))
            }
            _ => Err("no map stands there".into()),
        }
    }

    fn remove(&self, tree: &Tree, path: &Path) -> Result<Splice, String> {
        let (last, steps) = path.steps.split_last().ok_or("a whole document stays")?;
        let parent = Path {
            document: path.document,
            steps: steps.to_vec(),
        };
        let spot = Spot::find(tree, &parent)?;
        let (parts, flow): (Vec<Range<usize>>, bool) = match &spot.branch.form {
            Form::List(entries, flow) => {
                let ranges = entries.iter().map(|entry| entry.range.clone());
                (ranges.collect(), *flow)
            }
            Form::Map(entries, flow) => {
                let range = |(key, value): &(Branch, Branch)| {
                    key.range.start..value.range.end.max(key.range.end)
                };
                (entries.iter().map(range).collect(), *flow)
            }
            _ => return Err("it holds no such place".into()),
        };
        let at = match (&spot.branch.form, last) {
            (Form::List(entries, _), Step::At(at)) if *at < entries.len() => Some(*at),
            (Form::Map(entries, _), Step::Key(key)) => {
                entries.iter().position(|(other, _)| other.says(key))
            }
            _ => None,
        };
        let part = at.and_then(|at| Some((at, parts.get(at)?)));
        let (at, part) = part.ok_or("it holds no such place")?;
        if parts.len() == 1 {
            return Err("it is the only one there; remove what holds it".into());
        }
        let range = match (flow, parts.get(at + 1)) {
            (true, Some(next)) => part.start..next.start,
            (true, None) => parts.get(at - 1).map_or(part.start, |before| before.end)..part.end,
            (false, _) => self.lines_of(part)?,
        };
        Ok(Splice {
            range,
            new: String::new(),
            takes_comments: true,
        })
    }

    /// The whole lines of an entry, if they hold nothing else.
    fn lines_of(&self, part: &Range<usize>) -> Result<Range<usize>, String> {
        let start = line::start(self.text, part.start);
        let before = self.text.get(start..part.start).unwrap_or_default();
        let before = before.trim_start();
        if !matches!(before.trim_end(), "" | "-") {
            return Err("something else stands on its line".into());
        }
        Ok(start..line::end(self.text, part.end))
    }

    /// Puts something behind the last entry in brackets or braces.
    fn in_brackets(&self, branch: &Branch, last: Option<&Branch>, inside: &str) -> Splice {
        match last {
            Some(last) => Splice::insert(last.range.end, format!(", {inside}")),
            None => Splice::insert(branch.range.start + 1, inside.to_owned()),
        }
    }

    /// Puts lines below the one in which a byte stands.
    fn new_lines(&self, behind: usize, column: usize, lines: &[String]) -> Splice {
        let at = line::end(self.text, behind);
        let ends_open = at > 0 && !self.text.get(..at).is_some_and(|text| text.ends_with('\n'));
        let mut new = String::new();
        let indent = " ".repeat(column);
        for line in lines {
            if ends_open {
                new.push_str(self.end);
            }
            new.push_str(&indent);
            new.push_str(line);
            if !ends_open {
                new.push_str(self.end);
            }
        }
        Splice::insert(at, new)
    }

    /// Where the value of a key without one would begin.
    fn behind_colon(&self, spot: &Spot<'_>) -> Result<usize, String> {
        let key = spot.key.ok_or("nothing stands there")?;
        let behind = self.text.get(key.range.end..).unwrap_or_default();
        let blank = behind.len() - behind.trim_start_matches(' ').len();
        match behind
            .get(blank..)
            .is_some_and(|rest| rest.starts_with(':'))
        {
            true => Ok(key.range.end + blank + 1),
            false => Err("its key has no colon behind it".into()),
        }
    }

    /// Where a text begins: of a block of text below its key, at the sign behind that.
    fn header(&self, spot: &Spot<'_>) -> usize {
        let start = spot.branch.range.start;
        let Ok(colon) = self.behind_colon(spot) else {
            return start;
        };
        let between = self.text.get(colon..start).unwrap_or_default();
        let blank = between.len() - between.trim_start_matches(' ').len();
        match between.trim_start_matches(' ').starts_with(['|', '>']) {
            true => colon + blank,
            false => start,
        }
    }

    /// Whether a text stands there without quotes, on one line.
    fn is_plain(&self, spot: &Spot<'_>) -> bool {
        let written = self.text.get(spot.branch.range.clone());
        matches!(&spot.branch.form, Form::Scalar(text, false) if written == Some(text.as_str()))
    }

    /// The dash of a list, which starts there or, where it is not indented, at its first entry.
    fn dash(&self, at: usize) -> usize {
        let before = self
            .text
            .get(line::start(self.text, at)..at)
            .unwrap_or_default();
        let before = before.trim_end();
        match before.ends_with('-') {
            true => line::start(self.text, at) + before.len() - 1,
            false => at,
        }
    }
}
