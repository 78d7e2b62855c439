//! Declarations that are added to the vocabulary: what a report proposes, as the YAML that it shows.

use std::path::Path as FilePath;

use super::change::{Planned, Refused};
use crate::edit::{Edit, Group, Node, Path, Step, edit_all};
use crate::model::Corpus;
use crate::parse::{load_text, tree};
use crate::sheet::held::FileText;
use crate::text::FileId;

/// The file of a new story's vocabulary.
const FILE: &str = "vocabulary.yaml";

/// The sections of a vocabulary whose members have names.
const NAMED: [&str; 3] = ["sources", "entities", "properties"];

/// What a map says under some keys.
type Entries = Vec<(String, Node)>;

/// Declarations more, each where its name is declared already, else behind the others.
pub(super) fn declare(corpus: &Corpus, folder: &FilePath, yaml: &str) -> Result<Planned, Refused> {
    let wanted = read(yaml)?;
    let names = names(&wanted);
    let file = names
        .iter()
        .find_map(|name| declared(corpus, name))
        .or_else(|| any(corpus));
    let path = file.map_or_else(
        || folder.join(FILE),
        |file| corpus.files.path(file).to_owned(),
    );
    let old = match std::fs::read_to_string(&path) {
        Ok(text) => Some(text),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
        Err(error) => return Err(Refused::unreadable(&path, &error)),
    };
    let new = match &old {
        None => lines(&wanted),
        Some(old) => merged(old, wanted)?,
    };
    let errors = |text: &str| {
        let (_, found) = load_text(text);
        found
            .into_iter()
            .filter(|it| it.is_error())
            .map(|it| it.message)
            .collect::<Vec<_>>()
    };
    let (before, after) = (errors(old.as_deref().unwrap_or_default()), errors(&new));
    if after.len() > before.len() {
        let why = after
            .into_iter()
            .find(|it| !before.contains(it))
            .unwrap_or_default();
        return Err(Refused::No(format!("the vocabulary stays as it is: {why}")));
    }
    Ok(Planned {
        what: format!("{} declared", names.join(", ")),
        path,
        old,
        new,
        beside: Vec::new(),
    })
}

/// The declarations of a text, if it holds nothing else.
fn read(yaml: &str) -> Result<Entries, Refused> {
    let wrong = || Refused::No("this is no declaration for a vocabulary".into());
    let (corpus, problems) = load_text(yaml);
    let tree = tree(yaml).map_err(|_| wrong())?;
    let [document] = tree.documents.as_slice() else {
        return Err(wrong());
    };
    let Node::Map(sections) = Node::of(document) else {
        return Err(wrong());
    };
    let is_named = |(name, node): &(String, Node)| {
        NAMED.contains(&name.as_str()) && matches!(node, Node::Map(_))
    };
    let is_all = !sections.is_empty() && sections.iter().all(is_named);
    match is_all && corpus.articles.is_empty() && !problems.iter().any(|it| it.is_error()) {
        true => Ok(sections),
        false => Err(wrong()),
    }
}

fn names(sections: &Entries) -> Vec<String> {
    let members = sections.iter().flat_map(|(_, node)| entries(node));
    members.map(|(name, _)| name.clone()).collect()
}

fn entries(node: &Node) -> &[(String, Node)] {
    match node {
        Node::Map(entries) => entries,
        _ => &[],
    }
}

/// The file in which a name is declared.
fn declared(corpus: &Corpus, name: &str) -> Option<FileId> {
    let all = &corpus.vocabulary;
    let sources = all.sources.iter().map(|it| (&it.name, it.place));
    let entities = all.entities.iter().map(|it| (&it.name, it.place));
    let properties = all.properties.iter().map(|it| (&it.name, it.place));
    let mut all = sources.chain(entities).chain(properties);
    all.find(|(known, _)| ***known == *name)
        .map(|(_, place)| place.file)
}

/// The first file with declarations.
fn any(corpus: &Corpus) -> Option<FileId> {
    let all = &corpus.vocabulary;
    let properties = all.properties.iter().map(|it| it.place.file);
    let entities = all.entities.iter().map(|it| it.place.file);
    let sources = all.sources.iter().map(|it| it.place.file);
    properties.chain(entities).chain(sources).min()
}

fn lines(sections: &Entries) -> String {
    let lines = crate::edit::block(&Node::Map(sections.clone()));
    lines.iter().map(|line| format!("{line}\n")).collect()
}

/// A vocabulary with declarations more.
fn merged(old: &str, wanted: Entries) -> Result<String, Refused> {
    let file = FileText::of(old.to_owned());
    let root = Path {
        document: 0,
        steps: Vec::new(),
    };
    let mut group = Group::new();
    for (section, members) in wanted {
        let at = root.then(Step::Key(section.clone()));
        match file.at(&at).map(Node::of) {
            Some(Node::Map(known)) => {
                for (name, fields) in entries(&members) {
                    member(&mut group, (&at, &known), name, fields)?;
                }
            }
            Some(Node::Missing) => group.push(Edit::Replace(at, members)),
            Some(_) => return Err(by_hand(&section)),
            None => group.push(Edit::Add(root.clone(), section, members)),
        }
    }
    let (new, told) = edit_all(old, &[group]).map_err(Refused::No)?;
    match told.into_iter().next() {
        Some(Err(why)) => Err(Refused::No(format!("the vocabulary stays as it is: {why}"))),
        _ => Ok(new),
    }
}

/// One name with its fields.
fn member(
    group: &mut Group,
    (section, known): (&Path, &Entries),
    name: &str,
    fields: &Node,
) -> Result<(), Refused> {
    let at = section.then(Step::Key(name.to_owned()));
    match known.iter().find(|(other, _)| other == name) {
        None => group.push(Edit::Add(section.clone(), name.to_owned(), fields.clone())),
        Some((_, Node::Missing)) => group.push(Edit::Replace(at, fields.clone())),
        Some((_, Node::Map(known))) => {
            for (key, new) in entries(fields) {
                let there = known.iter().find(|(other, _)| other == key);
                field(group, &at, (key, new), there.map(|(_, node)| node))?;
            }
        }
        Some(_) => return Err(by_hand(name)),
    }
    Ok(())
}

/// One field: lists grow, and nothing else that stands there is changed.
fn field(
    group: &mut Group,
    member: &Path,
    (key, new): (&String, &Node),
    there: Option<&Node>,
) -> Result<(), Refused> {
    let at = member.then(Step::Key(key.clone()));
    match (there, new) {
        (None, _) => group.push(Edit::Add(member.clone(), key.clone(), new.clone())),
        (Some(old), new) if old == new => {}
        (Some(Node::List(old)), Node::List(more)) => {
            let more = more.iter().filter(|it| !old.contains(it)).cloned();
            group.extend(more.map(|node| Edit::Append(at.clone(), node)));
        }
        (Some(old @ Node::Text(_)), Node::List(more)) => {
            let all = std::iter::once(old).chain(more).cloned();
            group.push(Edit::Replace(at, Node::List(all.collect())));
        }
        (Some(_), _) => return Err(by_hand(key)),
    }
    Ok(())
}

fn by_hand(what: &str) -> Refused {
    Refused::No(format!(
        "`{what}` stands in the vocabulary already, in another way; change it there"
    ))
}
