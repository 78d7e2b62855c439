//! Claims and drafts of an article: added, edited, deleted.

use super::change::{At, Fields, Planned, Refused, Seen};
use super::shelf::{self, Entry, Open};
use crate::diagnostic::Diagnostic;
use crate::edit::{Edit, Group, Node, Path, Step, block, edit_all};
use crate::model::Corpus;
use crate::parse::{Form, load_text};
use crate::sheet::cell::{self, Cells};
use crate::sheet::field::{FIELDS, PROPERTY_AT, Part, QUOTE_AT, SUBJECT_AT, VALUE_AT};
use crate::sheet::held::FileText;
use crate::sheet::import::{entry, set};
use crate::text::cut;

/// What a claim must have.
const NEEDED: [usize; 3] = [SUBJECT_AT, PROPERTY_AT, VALUE_AT];

/// A claim or draft more.
pub(super) fn add(corpus: &Corpus, seen: &Seen, fields: &Fields) -> Result<Planned, Refused> {
    let open = shelf::open(corpus, &seen.key)?;
    let cells = filled(vec![String::new(); FIELDS.len()], fields)?;
    let node = node(&cells)?;
    if node == Node::Map(Vec::new()) {
        return Err(no(
            "it says nothing yet; write the quote, or what is claimed",
        ));
    }
    let is_draft = !is_complete(&cells);
    let list = if is_draft { "drafts" } else { "claims" };
    let group = vec![more(&open, list, node.clone())?];
    let sort = if is_draft { "draft" } else { "claim" };
    let what = format!(
        "{sort} on {} added to {}",
        about(&cells),
        name(corpus, &open)
    );
    planned(&open, seen, (what, group, 1), &node)
}

/// Other texts in some fields.
pub(super) fn edit(
    corpus: &Corpus,
    seen: &Seen,
    at: At,
    fields: &Fields,
) -> Result<Planned, Refused> {
    let open = shelf::open(corpus, &seen.key)?;
    let (entry, path) = find(&open, at)?;
    let before = cells(corpus, entry);
    let after = filled(before.clone(), fields)?;
    let whole = node(&after)?;
    if at.draft && is_complete(&after) {
        let group = vec![
            more(&open, "claims", whole.clone())?,
            removal(&open.text, path),
        ];
        let what = format!(
            "draft of {} made a claim on {}",
            name(corpus, &open),
            about(&after)
        );
        return planned(&open, seen, (what, group, 0), &whole);
    }
    if !at.draft && !is_complete(&after) {
        return Err(no("a claim needs a subject, a property and a value"));
    }
    let mut group = Group::new();
    let mut names = Vec::new();
    for (field, (old, new)) in before.iter().zip(&after).enumerate() {
        if old != new {
            names.push(FIELDS[field].name);
            group.extend(set(&open.text, path, field, new).map_err(Refused::No)?);
        }
    }
    let (names, article) = (names.join(", "), name(corpus, &open));
    let what = format!("{names} of {} changed in {article}", about(&after));
    planned(&open, seen, (what, group, 0), &whole)
}

/// A claim or draft goes.
pub(super) fn delete(corpus: &Corpus, seen: &Seen, at: At) -> Result<Planned, Refused> {
    let open = shelf::open(corpus, &seen.key)?;
    let (entry, path) = find(&open, at)?;
    let cells = cells(corpus, entry);
    let group = vec![removal(&open.text, path)];
    let sort = if at.draft { "draft" } else { "claim" };
    let what = format!(
        "{sort} on {} deleted from {}",
        about(&cells),
        name(corpus, &open)
    );
    planned(&open, seen, (what, group, -1), &node(&cells)?)
}

/// The texts of the fields of an entry.
pub(super) fn cells(corpus: &Corpus, entry: &Entry) -> Cells {
    match (
        entry.claim,
        entry.draft.and_then(|at| corpus.drafts.get(at)),
    ) {
        (Some(id), _) => cell::of_claim(corpus, corpus.claim(id)),
        (None, Some(draft)) => cell::of_draft(draft),
        (None, None) => vec![String::new(); FIELDS.len()],
    }
}

/// Cells with other texts in some fields.
fn filled(mut cells: Cells, fields: &Fields) -> Result<Cells, Refused> {
    for (name, text) in fields {
        let mut claims = FIELDS
            .iter()
            .enumerate()
            .filter(|(_, it)| it.part == Part::Claim);
        let found = claims.find(|(_, field)| field.name == name);
        let (at, field) = found.ok_or_else(|| no("there is no such field"))?;
        let text = cell::plain(field.shape, text);
        let text = text.map_err(|why| Refused::No(format!("{name}: {why}")))?;
        if let Some(cell) = cells.get_mut(at) {
            *cell = text;
        }
    }
    Ok(cells)
}

fn is_complete(cells: &Cells) -> bool {
    let is_there = |at: &usize| cells.get(*at).is_some_and(|text| !text.is_empty());
    NEEDED.iter().all(is_there)
}

/// The entry as a file has it.
fn node(cells: &Cells) -> Result<Node, Refused> {
    let text = |at: usize| cells.get(at).cloned().unwrap_or_default();
    let keys = entry(Part::Claim, text);
    let refused = |(at, why): (usize, String)| Refused::No(format!("{}: {why}", FIELDS[at].name));
    keys.map(Node::Map).map_err(refused)
}

/// What an entry is about, in a few words.
fn about(cells: &Cells) -> String {
    let text = |at: usize| cells.get(at).map_or("", String::as_str);
    match (text(SUBJECT_AT), text(PROPERTY_AT)) {
        ("", "") => format!("\u{201c}{}\u{201d}", cut(text(QUOTE_AT), 40)),
        (subject, "") => subject.to_owned(),
        ("", property) => property.to_owned(),
        (subject, property) => format!("{subject} / {property}"),
    }
}

fn name<'c>(corpus: &'c Corpus, open: &Open) -> &'c str {
    corpus.id(open.id)
}

/// The entry of an article, and where it stands in its file.
fn find(open: &Open, at: At) -> Result<(&Entry, &Path), Refused> {
    let is = |entry: &&Entry| entry.at() == Some(at);
    let entry = open.entries.iter().find(is);
    let found = entry.and_then(|entry| Some((entry, entry.path.as_ref()?)));
    found
        .ok_or_else(|| no("there is no such claim any more, or the file says it in several places"))
}

/// One more entry in a list of the article's document.
fn more(open: &Open, list: &str, node: Node) -> Result<Edit, Refused> {
    let lost = || no("the article cannot be found in its file; change it there");
    let root = Path {
        document: open.document.ok_or_else(lost)?,
        steps: Vec::new(),
    };
    let known = open
        .text
        .at(&root)
        .and_then(|map| FileText::field(map, list));
    Ok(match known {
        Some((key, _)) => Edit::Append(root.then(Step::Key(key.to_owned())), node),
        None => Edit::Add(root, list.to_owned(), Node::List(vec![node])),
    })
}

/// An entry goes, and its list with it where it is the only one there.
fn removal(file: &FileText, path: &Path) -> Edit {
    let mut list = path.clone();
    list.steps.pop();
    let is_only = match file.at(&list).map(|branch| &branch.form) {
        Some(Form::List(entries, _)) => entries.len() == 1,
        _ => false,
    };
    Edit::Remove(if is_only { list } else { path.clone() })
}

/// The file with its changes, read again: so many entries more, and no error more.
fn planned(
    open: &Open,
    seen: &Seen,
    (what, group, gain): (String, Group, isize),
    node: &Node,
) -> Result<Planned, Refused> {
    if open.fingerprint != seen.fingerprint {
        let mine = block(node).join("\n");
        let now = open.text.text.as_bytes();
        return Err(Refused::changed(
            &open.path,
            Some(now),
            Some(mine.as_bytes()),
        ));
    }
    let old = &open.text.text;
    let (new, told) = edit_all(old, &[group]).map_err(Refused::No)?;
    if let Some(Err(why)) = told.into_iter().next() {
        return Err(Refused::No(format!("the file stays as it is: {why}")));
    }
    let ((before, known), (after, found)) = (load_text(old), load_text(&new));
    let count = |corpus: &Corpus| corpus.claims.len() + corpus.drafts.len();
    let errors = |problems: &[Diagnostic]| problems.iter().filter(|it| it.is_error()).count();
    if count(&before).checked_add_signed(gain) != Some(count(&after))
        || errors(&found) > errors(&known)
    {
        let error = found.iter().find(|it| it.is_error() && !known.contains(it));
        let why = error.map_or("it would not be read back", |error| error.message.as_str());
        return Err(Refused::No(format!("the file stays as it is: {why}")));
    }
    Ok(Planned {
        what,
        path: open.path.clone(),
        old: Some(old.clone()),
        new,
        beside: Vec::new(),
    })
}

fn no(why: &str) -> Refused {
    Refused::No(why.to_owned())
}
