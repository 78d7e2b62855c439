//! Names of files for new articles.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::line::Line;
use crate::sheet::field::{ARTICLE, PUBLISHED_AT, SOURCE_AT, TITLE_AT, URL_AT};
use crate::sheet::held::Held;
use crate::text::slug::slug;

/// The names that are taken.
pub(super) struct Names {
    home: PathBuf,
    /// Ids of articles and names of files, in lower case.
    taken: BTreeSet<String>,
    /// For names that were numbered, the number from which on one may be free.
    next: BTreeMap<String, u32>,
}

impl Names {
    pub(super) fn new(held: &Held<'_>, home: &Path) -> Self {
        let ids = held
            .articles
            .iter()
            .filter_map(|article| article.cells.get(ARTICLE));
        let files = held
            .corpus
            .files
            .paths()
            .filter_map(|path| path.file_stem());
        let files = files.map(|stem| stem.to_string_lossy().into_owned());
        Self {
            home: home.to_owned(),
            taken: ids
                .cloned()
                .chain(files)
                .map(|name| name.to_lowercase())
                .collect(),
            next: BTreeMap::new(),
        }
    }

    /// A file for the article of a row, and its id where that is not the name of the file.
    pub(super) fn find(&mut self, line: &Line) -> (PathBuf, Option<String>) {
        let id = line.text(ARTICLE);
        let (source, published) = (line.text(SOURCE_AT), line.text(PUBLISHED_AT));
        let dated = format!("{source} {published}");
        let titled = format!("{source} {}", line.text(TITLE_AT));
        let address = line.text(URL_AT).split("://").last().unwrap_or_default();
        let wishes = match (id, source) {
            ("", "") => vec![line.text(TITLE_AT), address],
            ("", _) => vec![source, &dated, &titled],
            (id, _) => vec![id],
        };
        let slugs: Vec<String> = wishes
            .into_iter()
            .map(slug)
            .filter(|slug| !slug.is_empty())
            .collect();
        let free = slugs.iter().find(|slug| self.is_free(slug)).cloned();
        let base = slugs
            .first()
            .cloned()
            .unwrap_or_else(|| "article".to_owned());
        let name = free.unwrap_or_else(|| self.numbered(base));
        self.taken.insert(name.clone());
        let is_name = id.is_empty() || id == name;
        let path = self.home.join(format!("{name}.yaml"));
        (path, (!is_name).then(|| id.to_owned()))
    }

    /// The first free name with a number behind it.
    fn numbered(&mut self, base: String) -> String {
        // A name that is taken stays so.
        let from = self.next.get(&base).copied().unwrap_or(2);
        let mut names = (from..).map(|number| (number, format!("{base}-{number}")));
        let Some((number, name)) = names.find(|(_, name)| self.is_free(name)) else {
            return base;
        };
        self.next.insert(base, number.saturating_add(1));
        name
    }

    fn is_free(&self, name: &str) -> bool {
        let is_there = |ending: &str| self.home.join(format!("{name}.{ending}")).exists();
        !self.taken.contains(name) && !is_there("yaml") && !is_there("yml")
    }
}
