//! The files as they will be, and what that leaves of the rows.

use std::collections::BTreeMap;

use super::line::{Lines, Refused};
use super::{FileChange, Import, NewArticle, Outcome, Told, Work, entry};
use crate::diagnostic::Diagnostic;
use crate::edit::{Edit, Group, Node, Path, Step, block, edit_all};
use crate::model::Corpus;
use crate::parse::{Form, load_text};
use crate::sheet::field::{ARTICLE, Part};
use crate::sheet::held::{FileText, Held};
use crate::text::FileId;

/// Groups of changes of one file, each with the rows that ask for it.
type Asked = Vec<(Vec<usize>, Group)>;

/// The claims or the drafts of a document of a file.
type List = (FileId, usize, bool);

/// Works out the files; rows whose change cannot be made are refused.
pub(super) fn plan(mut work: Work, lines: Lines, held: &Held<'_>) -> Import {
    let mut by_file: BTreeMap<FileId, Asked> = BTreeMap::new();
    for (file, rows, group) in std::mem::take(&mut work.groups) {
        if !rows.iter().any(|row| work.is_refused(*row)) {
            by_file.entry(file).or_default().push((rows, group));
        }
    }
    add_entries(&mut work, held, &mut by_file);
    let mut files = Vec::new();
    for (id, asked) in by_file {
        files.extend(held.file(id).and_then(|file| {
            let path = held.corpus.files.path(id).to_owned();
            let new = change(&mut work, file, without_empty_lists(file, asked))?;
            Some(FileChange {
                path,
                old: Some(file.text.clone()),
                new,
            })
        }));
    }
    for article in std::mem::take(&mut work.articles) {
        files.extend(write(&mut work, &article));
    }
    files.retain(|file| file.old.as_ref() != Some(&file.new));
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let rows = lines
        .lines
        .iter()
        .zip(work.outcomes)
        .map(|(line, outcome)| {
            let (column, outcome) = match outcome {
                Some(Ok(outcome)) => (None, outcome),
                Some(Err(Refused { column, why })) => (column, Outcome::Refused(why)),
                None => (None, Outcome::Refused("nothing is known of it".into())),
            };
            Told {
                place: line.place(column),
                outcome,
            }
        });
    Import {
        rows: rows.collect(),
        said: lines.said,
        files,
    }
}

/// New entries behind those that there are, or in a list of their own.
fn add_entries(work: &mut Work, held: &Held<'_>, by_file: &mut BTreeMap<FileId, Asked>) {
    let mut by_list: BTreeMap<List, Vec<(usize, Node, Group)>> = BTreeMap::new();
    for added in std::mem::take(&mut work.added) {
        let article = held.articles.get(added.article.index());
        let place = article.and_then(|article| Some((article.file, article.document?)));
        match place {
            _ if work.is_refused(added.row) => {}
            Some((file, document)) => {
                let list = by_list.entry((file, document, added.draft)).or_default();
                list.push((added.row, added.node, added.with));
            }
            None => work.refuse(
                &[added.row],
                "its article cannot be found in its file; add it there",
            ),
        }
    }
    for ((file, document, draft), entries) in by_list {
        let root = Path {
            document,
            steps: Vec::new(),
        };
        let name = if draft { "drafts" } else { "claims" };
        let branch = held.file(file).and_then(|file| file.at(&root));
        let known = branch.and_then(|branch| FileText::field(branch, name));
        let asked = by_file.entry(file).or_default();
        match known {
            Some((key, list)) if !is_empty_list(&list.form) || entries.len() == 1 => {
                let path = root.then(Step::Key(key.to_owned()));
                for (row, node, mut with) in entries {
                    with.insert(0, Edit::Append(path.clone(), node));
                    asked.push((vec![row], with));
                }
            }
            known => {
                let rows: Vec<usize> = entries.iter().map(|(row, ..)| *row).collect();
                let mut group = Group::new();
                let mut nodes = Vec::new();
                for (_, node, with) in entries {
                    group.extend(with);
                    nodes.push(node);
                }
                let list = Node::List(nodes);
                group.insert(
                    0,
                    match known {
                        Some((key, _)) => Edit::Replace(root.then(Step::Key(key.to_owned())), list),
                        None => Edit::Add(root, name.to_owned(), list),
                    },
                );
                asked.push((rows, group));
            }
        }
    }
}

/// Whether several entries cannot be put behind each other there.
fn is_empty_list(form: &Form) -> bool {
    match form {
        Form::List(entries, _) => entries.is_empty(),
        Form::Scalar(text, _) => text.is_empty(),
        _ => false,
    }
}

/// Where all entries of a list go, the list goes with them.
fn without_empty_lists(file: &FileText, asked: Asked) -> Asked {
    let mut removed: BTreeMap<(usize, String), Vec<usize>> = BTreeMap::new();
    for (number, (_, group)) in asked.iter().enumerate() {
        for edit in group {
            if let Edit::Remove(path) = edit
                && let [Step::Key(key), Step::At(_)] = path.steps.as_slice()
            {
                removed
                    .entry((path.document, key.clone()))
                    .or_default()
                    .push(number);
            }
        }
    }
    let mut asked: Vec<Option<(Vec<usize>, Group)>> = asked.into_iter().map(Some).collect();
    for ((document, key), numbers) in removed {
        let list = Path {
            document,
            steps: vec![Step::Key(key)],
        };
        let count = match file.at(&list).map(|branch| &branch.form) {
            Some(Form::List(entries, _)) => entries.len(),
            _ => continue,
        };
        let is_appended = |edit: &Edit| matches!(edit, Edit::Append(path, _) if *path == list);
        let grows = asked
            .iter()
            .flatten()
            .any(|(_, group)| group.iter().any(is_appended));
        if numbers.len() < count || grows {
            continue;
        }
        let mut whole = (Vec::new(), Group::new());
        for number in numbers {
            if let Some((rows, group)) = asked.get_mut(number).and_then(Option::take) {
                whole.0.extend(rows);
                let is_of_list = |edit: &Edit| matches!(edit, Edit::Remove(path) if path.steps.len() == 2 && path.steps.first() == list.steps.first() && path.document == document);
                whole
                    .1
                    .extend(group.into_iter().filter(|edit| !is_of_list(edit)));
            }
        }
        whole.1.push(Edit::Remove(list));
        asked.push(Some(whole));
    }
    asked.into_iter().flatten().collect()
}

/// The text of a file with its changes; nothing where none can be made.
fn change(work: &mut Work, file: &FileText, asked: Asked) -> Option<String> {
    let groups: Vec<Group> = asked.iter().map(|(_, group)| group.clone()).collect();
    let all: Vec<usize> = asked.iter().flat_map(|(rows, _)| rows.clone()).collect();
    let (new, told) = match edit_all(&file.text, &groups) {
        Ok(changed) => changed,
        Err(why) => {
            work.refuse(&all, &format!("its file stays as it is: {why}"));
            return None;
        }
    };
    let mut gained = 0_i64;
    for ((rows, group), told) in asked.iter().zip(told) {
        match told {
            Ok(()) => gained += group.iter().map(|edit| gain(file, edit)).sum::<i64>(),
            Err(why) => work.refuse(rows, &format!("its file stays as it is: {why}")),
        }
    }
    let ((before, old), (after, found)) = (load_text(&file.text), load_text(&new));
    let count = |corpus: &Corpus| {
        i64::try_from(corpus.claims.len() + corpus.drafts.len()).unwrap_or(i64::MAX)
    };
    if errors(&found).count() <= errors(&old).count() && count(&after) == count(&before) + gained {
        return Some(new);
    }
    let error = errors(&found)
        .next()
        .map_or("", |error| error.message.as_str());
    work.refuse(
        &all,
        &format!("its file stays as it is: it would have an error afterwards: {error}"),
    );
    None
}

/// How many entries an edit adds to those that are read.
fn gain(file: &FileText, edit: &Edit) -> i64 {
    let count = |node: &Node| match node {
        Node::List(entries) => i64::try_from(entries.len()).unwrap_or(i64::MAX),
        _ => 0,
    };
    match edit {
        Edit::Append(..) => 1,
        Edit::Add(path, _, node) if path.steps.is_empty() => count(node),
        Edit::Replace(path, node) if path.steps.len() == 1 => count(node),
        Edit::Remove(path) => match (
            path.steps.as_slice(),
            file.at(path).map(|branch| &branch.form),
        ) {
            ([_, Step::At(_)], _) => -1,
            ([_], Some(Form::List(entries, _))) => {
                -i64::try_from(entries.len()).unwrap_or(i64::MAX)
            }
            _ => 0,
        },
        Edit::Add(..) | Edit::Set(..) | Edit::Replace(..) => 0,
    }
}

/// The file of a new article.
fn write(work: &mut Work, article: &NewArticle) -> Option<FileChange> {
    let entries = article
        .entries
        .iter()
        .filter(|(row, ..)| !work.is_refused(*row));
    let entries: Vec<&(usize, bool, Node)> = entries.collect();
    let rows: Vec<usize> = entries.iter().map(|(row, ..)| *row).collect();
    if entries.is_empty() {
        return None;
    }
    let cell = |at: usize| match (at, &article.id) {
        (ARTICLE, id) => id.clone().unwrap_or_default(),
        (at, _) => article.cells.get(at).cloned().unwrap_or_default(),
    };
    let of = |draft: bool| {
        let nodes = entries.iter().filter(|(_, is_draft, _)| *is_draft == draft);
        Node::List(nodes.map(|(.., node)| node.clone()).collect())
    };
    let keys = match entry(Part::Article, cell) {
        Ok(keys) => keys,
        Err((_, why)) => {
            work.refuse(&rows, &why);
            return None;
        }
    };
    let sections = [
        ("article", Node::Map(keys)),
        ("claims", of(false)),
        ("drafts", of(true)),
    ];
    let is_told = |node: &Node| match node {
        Node::List(entries) => !entries.is_empty(),
        _ => true,
    };
    let sections = sections.into_iter().filter(|(_, node)| is_told(node));
    let mut text = String::new();
    for (name, node) in sections {
        if !text.is_empty() {
            text.push('\n');
        }
        for line in block(&Node::Map(vec![(name.to_owned(), node)])) {
            text.push_str(&line);
            text.push('\n');
        }
    }
    let (corpus, found) = load_text(&text);
    let missing = rows.len() != corpus.claims.len() + corpus.drafts.len();
    // A name is given by the file, which is not there yet.
    let error = errors(&found).next().map(|error| error.message.clone());
    if let (Some(error), true) = (error, missing) {
        work.refuse(&rows, &format!("its file would have an error: {error}"));
        return None;
    }
    Some(FileChange {
        path: article.path.clone(),
        old: None,
        new: text,
    })
}

impl Work {
    fn refuse(&mut self, rows: &[usize], why: &str) {
        for row in rows {
            if let Some(outcome) = self.outcomes.get_mut(*row) {
                let why = why.to_owned();
                *outcome = Some(Err(Refused { column: None, why }));
            }
        }
    }
}

fn errors(problems: &[Diagnostic]) -> impl Iterator<Item = &Diagnostic> {
    problems.iter().filter(|problem| problem.is_error())
}
