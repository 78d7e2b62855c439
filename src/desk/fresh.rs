//! A new article: a file for its claims, and its text beside it.

use std::collections::BTreeSet;
use std::path::Path;

use super::change::{NewArticle, Planned, Refused};
use crate::edit::{Node, block};
use crate::model::Corpus;
use crate::sheet::cell::{self, Cells};
use crate::sheet::day;
use crate::sheet::field::{FIELDS, PUBLISHED_AT, Part, SOURCE_AT, TITLE_AT, URL_AT};
use crate::sheet::import::{entry, slug};

/// An article more, in files whose names are made of what it is called.
pub(super) fn article(
    corpus: &Corpus,
    folder: &Path,
    new: &NewArticle,
) -> Result<Planned, Refused> {
    let text = new.text.replace("\r\n", "\n");
    if text.trim().is_empty() {
        return Err(Refused::No(
            "its text is empty; paste the words of the article".into(),
        ));
    }
    let mut cells = cells(new)?;
    let published = cells.get(PUBLISHED_AT).filter(|day| !day.is_empty());
    if let Some(day) = published {
        day::check_day(day).map_err(|why| Refused::No(format!("published: {why}")))?;
    }
    let name = name(corpus, folder, &cells);
    let beside = format!("{name}.{}", if new.is_page { "html" } else { "txt" });
    for (cell, field) in cells.iter_mut().zip(FIELDS) {
        if field.part == Part::Article && field.name == "text" {
            cell.clone_from(&beside);
        }
    }
    let keys = entry(Part::Article, |at| {
        cells.get(at).cloned().unwrap_or_default()
    });
    let keys = keys.map_err(|(at, why)| Refused::No(format!("{}: {why}", FIELDS[at].name)))?;
    let article = Node::Map(vec![("article".to_owned(), Node::Map(keys))]);
    let lines = block(&article).into_iter().map(|line| line + "\n");
    let end = if text.ends_with('\n') { "" } else { "\n" };
    Ok(Planned {
        what: format!("article {name} added"),
        path: folder.join(format!("{name}.yaml")),
        old: None,
        new: lines.collect(),
        beside: vec![(folder.join(beside), format!("{text}{end}"))],
    })
}

/// The fields of the article, without its id and its text, which follow from the name of its file.
fn cells(new: &NewArticle) -> Result<Cells, Refused> {
    let mut cells = vec![String::new(); FIELDS.len()];
    for (name, text) in &new.fields {
        let is = |(_, field): &(usize, &crate::sheet::field::Field)| {
            let is_own = ["article", "text"].contains(&field.name);
            field.part == Part::Article && field.name == name && !is_own
        };
        let found = FIELDS.iter().enumerate().find(is);
        let (at, field) = found.ok_or_else(|| Refused::No("there is no such field".into()))?;
        let text = cell::plain(field.shape, text);
        cells[at] = text.map_err(|why| Refused::No(format!("{name}: {why}")))?;
    }
    Ok(cells)
}

/// A name that no file and no article has, of small letters, figures and hyphens.
fn name(corpus: &Corpus, folder: &Path, cells: &Cells) -> String {
    let text = |at: usize| cells.get(at).map_or("", String::as_str);
    let ids = corpus
        .articles
        .iter()
        .map(|it| corpus.symbols.text(it.id).to_lowercase());
    let ids: BTreeSet<String> = ids.collect();
    let endings = ["yaml", "yml", "txt", "html"];
    let is_free = |name: &String| {
        let is_there = |ending: &&str| folder.join(format!("{name}.{ending}")).exists();
        !name.is_empty() && !ids.contains(name) && !endings.iter().any(is_there)
    };
    let address = text(URL_AT).split("://").last().unwrap_or_default();
    let wishes = [
        text(SOURCE_AT).to_owned(),
        format!("{} {}", text(SOURCE_AT), text(PUBLISHED_AT)),
        text(TITLE_AT).to_owned(),
        address.to_owned(),
        "article".to_owned(),
    ];
    let slugs: Vec<String> = wishes
        .iter()
        .map(|wish| slug(wish))
        .filter(|it| !it.is_empty())
        .collect();
    let first = slugs.first().cloned().unwrap_or_default();
    let free = slugs.into_iter().find(&is_free);
    free.unwrap_or_else(|| {
        let mut numbered = (2..u32::MAX).map(|number| format!("{first}-{number}"));
        numbered.find(&is_free).unwrap_or(first)
    })
}
