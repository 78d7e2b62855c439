//! Rows that were written out before: what changed in the sheet, what in the file.

use std::collections::BTreeMap;

use super::line::{Line, Lines, Refused};
use super::{Added, Outcome, Work, entry};
use crate::edit::{Edit, Group, Node, Path, Step};
use crate::parse::Form;
use crate::sheet::cell::{self, MOST_CHARACTERS};
use crate::sheet::day;
use crate::sheet::field::{ARTICLE, FIELDS, NEEDED, PUBLISHED_AT, Part, SUBJECT_AT};
use crate::sheet::fingerprint::{Fingerprint, of_article as of_article_id};
use crate::sheet::held::{FileText, Held, HeldClaim};

/// Works out what becomes of the rows that were written out before.
pub(super) fn changes(
    work: &mut Work,
    lines: &Lines,
    held: &Held<'_>,
    (prints, found, now): (&[Option<&Fingerprint>], &[Option<usize>], &[Fingerprint]),
) {
    for (at, line) in lines.lines.iter().enumerate() {
        let Some(print) = prints.get(at).copied().flatten() else {
            continue;
        };
        let claim = found
            .get(at)
            .copied()
            .flatten()
            .and_then(|at| held.claims.get(at).zip(now.get(at)));
        let row = Row { line, print, held };
        let outcome = match (&line.refused, claim) {
            (Some(refused), _) => Err(refused.clone()),
            (None, None) => row.gone(),
            (None, Some((claim, now))) => row.compare(claim, now, lines.is_bare).map(|asked| {
                for (field, text) in asked.article {
                    work.want((claim.article, field), text, at);
                }
                if asked.is_claim {
                    work.become_claim(claim, line, (at, asked.group));
                } else if !asked.group.is_empty() {
                    work.groups.push((claim.place.file, vec![at], asked.group));
                }
                asked.outcome
            }),
        };
        work.outcomes[at] = Some(outcome);
    }
}

impl Work {
    /// A draft that was filled in becomes a claim.
    fn become_claim(&mut self, draft: &HeldClaim, line: &Line, (row, group): (usize, Group)) {
        let text = |field: usize| match line.cells.get(field) {
            Some(Some(text)) => text.clone(),
            // Of a column that the sheet has not, the draft tells.
            _ => draft.cells.get(field).cloned().unwrap_or_default(),
        };
        if let Ok(keys) = entry(Part::Claim, text) {
            self.added.push(Added {
                article: draft.article,
                row,
                draft: false,
                node: Node::Map(keys),
                with: group,
            });
        }
    }

    /// Changes articles, whose fields stand in many rows: those that changed must agree.
    pub(super) fn of_articles(&mut self, lines: &Lines, held: &Held<'_>) {
        let by_article = by_article(lines);
        for ((article, field), asked) in std::mem::take(&mut self.wanted) {
            let Some(article) = held.articles.get(article.index()) else {
                continue;
            };
            let rows: Vec<usize> = asked.iter().map(|(_, row)| *row).collect();
            let Some((text, _)) = asked.first() else {
                continue;
            };
            let other = asked.iter().find(|(other, _)| other != text);
            let id = of_article_id(article.cells.get(ARTICLE).map_or("", String::as_str));
            let all = by_article.get(&id).map_or(&[][..], Vec::as_slice);
            if let (true, Some(line)) = (text.is_empty(), keeps(all, (field, &rows))) {
                let why = format!(
                    "{} of the article is empty here and \u{201c}{}\u{201d} in {}: empty it in all rows of the article",
                    FIELDS[field].name,
                    line.text(field),
                    line.place(None)
                );
                self.refuse_cells(lines, &rows, (field, &why));
                continue;
            }
            let at = held.file(article.file).zip(article.document);
            let edit = match (other, at) {
                (Some((other, row)), _) => Err(format!(
                    "{} of the article becomes \u{201c}{text}\u{201d} in one row and \u{201c}{other}\u{201d} in \
                     {}: write the same in both",
                    FIELDS[field].name,
                    lines
                        .lines
                        .get(*row)
                        .map_or(String::new(), |line| line.place(None)),
                )),
                (None, Some((file, document))) => of_article(file, document, field, text),
                (None, None) => {
                    Err("its article cannot be found in its file; change it there".to_owned())
                }
            };
            match edit {
                Ok(edits) => self.groups.push((article.file, rows, edits)),
                Err(why) => self.refuse_cells(lines, &rows, (field, &why)),
            }
        }
    }

    fn refuse_cells(&mut self, lines: &Lines, rows: &[usize], (field, why): (usize, &str)) {
        for row in rows {
            if let (Some(outcome), Some(line)) =
                (self.outcomes.get_mut(*row), lines.lines.get(*row))
            {
                *outcome = Some(Err(line.refusal(field, why.to_owned())));
            }
        }
    }
}

/// The rows that were written out with their numbers, by the hash of their article.
fn by_article(lines: &Lines) -> BTreeMap<u32, Vec<(usize, &Line)>> {
    let mut rows: BTreeMap<u32, Vec<(usize, &Line)>> = BTreeMap::new();
    for (at, line) in lines.lines.iter().enumerate() {
        if let Some(print) = &line.print {
            rows.entry(print.article).or_default().push((at, line));
        }
    }
    rows
}

/// Of the rows of an article one in which a field is not emptied, though others empty it.
fn keeps<'l>(all: &[(usize, &'l Line)], (field, rows): (usize, &[usize])) -> Option<&'l Line> {
    let keeps = |(at, line): &&(usize, &Line)| {
        // Most are empty too, and only of the others is it asked whether they want that.
        !line.text(field).is_empty() && !rows.contains(at)
    };
    all.iter().find(keeps).map(|(_, line)| *line)
}

/// The change of a field of an article.
fn of_article(file: &FileText, document: usize, field: usize, text: &str) -> Result<Group, String> {
    let root = Path {
        document,
        steps: Vec::new(),
    };
    let map = file.at(&root).ok_or("its document is not there")?;
    match FileText::field(map, "article") {
        Some((key, article)) if matches!(article.form, Form::Map(..)) => {
            let path = root.then(Step::Key(key.to_owned()));
            set(file, &path, field, text)
        }
        Some((key, _)) => {
            let map = Node::Map(keys(field, text)?);
            Ok(vec![Edit::Replace(
                root.then(Step::Key(key.to_owned())),
                map,
            )])
        }
        None => Ok(vec![Edit::Add(
            root,
            "article".to_owned(),
            Node::Map(keys(field, text)?),
        )]),
    }
}

fn keys(field: usize, text: &str) -> Result<Vec<(String, Node)>, String> {
    let cell = |at: usize| {
        if at == field {
            text.to_owned()
        } else {
            String::new()
        }
    };
    entry(FIELDS[field].part, cell).map_err(|(_, why)| why)
}

/// The change of one field of a map: nothing for an empty text, a text in the place of another.
///
/// # Errors
///
/// Why the text cannot be written there; a clause.
pub fn set(file: &FileText, map: &Path, field: usize, text: &str) -> Result<Group, String> {
    let about = &FIELDS[field];
    let node = cell::node(about.shape, text)?;
    let branch = file.at(map).ok_or("it is said in another place")?;
    let known = FileText::field(branch, about.key);
    let at = |key: &str| map.then(Step::Key(key.to_owned()));
    Ok(match (known, node) {
        (None, None) => Vec::new(),
        (Some((key, _)), None) => vec![Edit::Remove(at(key))],
        (None, Some(node)) => vec![Edit::Add(map.clone(), about.key.to_owned(), node)],
        (Some((key, old)), Some(Node::Text(text))) if matches!(old.form, Form::Scalar(..)) => {
            vec![Edit::Set(at(key), text)]
        }
        (Some((key, _)), Some(node)) => vec![Edit::Replace(at(key), node)],
    })
}

/// A row, what it was, and the files.
struct Row<'a> {
    line: &'a Line,
    print: &'a Fingerprint,
    held: &'a Held<'a>,
}

/// What a row asks for.
struct Asked {
    outcome: Outcome,
    group: Group,
    /// New texts for fields of its article.
    article: Vec<(usize, String)>,
    /// Whether it was a draft and is to be a claim.
    is_claim: bool,
}

impl Row<'_> {
    /// A row whose claim is no longer there.
    fn gone(&self) -> Result<Outcome, Refused> {
        let is_same = self.changed().next().is_none();
        let why = match (self.line.delete, is_same) {
            (true, _) => return Ok(Outcome::Same(Some("its claim is gone already".into()))),
            (false, true) => "its claim is no longer in the files, and nothing is added for it",
            (false, false) => {
                "its claim is no longer in the files, or was changed there beyond recognition; to add it \
                 as a new claim, clear the last, hidden cell of the row"
            }
        };
        let column = None;
        let why = why.to_owned();
        Err(Refused { column, why })
    }

    /// The fields whose cell is not what was written out, with their new texts.
    fn changed(&self) -> impl Iterator<Item = (usize, &str)> {
        let fields = 0..self.line.cells.len();
        fields.filter_map(|at| Some((at, self.changed_to(at)?)))
    }

    /// The new text of a field; nothing where its cell is what was written out.
    fn changed_to(&self, field: usize) -> Option<&str> {
        let cell = self.line.cells.get(field)?.as_deref();
        cell.filter(|cell| !self.print.is_same(field, cell))
    }

    /// Holds the row against its claim, by what that is now.
    fn compare(
        &self,
        claim: &HeldClaim,
        current: &Fingerprint,
        is_bare: bool,
    ) -> Result<Asked, Refused> {
        let now = |field: usize| claim.cells.get(field).map_or("", String::as_str);
        let is_kept = |field: usize| self.print.fields.get(field) == current.fields.get(field);
        if is_bare {
            let old = |field: usize| is_kept(field).then(|| now(field));
            let is_edited = |field: usize| self.changed_to(field).is_some();
            let mangled = self.line.check_mangled(|field| {
                old(field).or_else(|| (!is_edited(field)).then(|| self.line.text(field)))
            });
            if let Some(refused) = mangled {
                return Err(refused);
            }
        }
        if self.line.delete {
            return self.delete(claim, (now, is_kept));
        }
        let mut asked = Asked {
            outcome: Outcome::Same(None),
            group: Group::new(),
            article: Vec::new(),
            is_claim: claim.draft && self.is_complete(),
        };
        let mut names = Vec::new();
        for (field, text) in self.changed() {
            let about = &FIELDS[field];
            if text == now(field) {
                continue;
            }
            if !is_kept(field) {
                let why = format!(
                    "{} was changed on both sides since it was written out: \u{201c}{text}\u{201d} in the sheet, \
                     \u{201c}{}\u{201d} in {}; write one of them in both",
                    about.name,
                    now(field),
                    self.place(claim)
                );
                return Err(self.line.refusal(field, why));
            }
            self.check(claim, field, text)
                .map_err(|why| self.line.refusal(field, why))?;
            names.push(about.name);
            match about.part {
                Part::Article => asked.article.push((field, text.to_owned())),
                Part::Claim => {
                    let edits = self.edits(claim, field, text);
                    let edits = edits.map_err(|why| self.line.refusal(field, why))?;
                    asked.group.extend(edits);
                }
            }
        }
        match (asked.is_claim, &claim.path) {
            (true, Some(path)) => {
                asked.group = vec![Edit::Remove(path.clone())];
                asked.outcome = Outcome::New;
            }
            (true, None) => {
                let why = "it is said in several places of the file at once; make it a claim there";
                return Err(self.line.refusal(SUBJECT_AT, why.to_owned()));
            }
            (false, _) if names.is_empty() => {}
            (false, _) => asked.outcome = Outcome::Changed(names),
        }
        Ok(asked)
    }

    /// Whether it says all that a claim needs.
    fn is_complete(&self) -> bool {
        NEEDED
            .iter()
            .all(|field| !self.line.text(*field).is_empty())
    }

    /// Whether a field can take a text.
    fn check(&self, claim: &HeldClaim, field: usize, text: &str) -> Result<(), String> {
        let now = claim.cells.get(field).map_or("", String::as_str);
        if now.chars().count() > MOST_CHARACTERS {
            return Err("the text is too long for a sheet, which shows only its beginning; change it in the file".into());
        }
        if text.is_empty() && !claim.draft && NEEDED.contains(&field) {
            return Err(format!(
                "a claim needs a {}; to delete the claim, write delete in the column of that name",
                FIELDS[field].name
            ));
        }
        if field == ARTICLE {
            return Err("the article of a claim is not changed here".into());
        }
        if field == PUBLISHED_AT && !text.is_empty() {
            day::check_day(text)?;
        }
        Ok(())
    }

    fn edits(&self, claim: &HeldClaim, field: usize, text: &str) -> Result<Group, String> {
        let by_hand =
            || "it is said in several places of the file at once; change it there".to_owned();
        let path = claim.path.as_ref().ok_or_else(by_hand)?;
        let file = self.held.file(claim.place.file).ok_or_else(by_hand)?;
        set(file, path, field, text)
    }

    fn delete<'c>(
        &self,
        claim: &'c HeldClaim,
        (now, is_kept): (impl Fn(usize) -> &'c str, impl Fn(usize) -> bool),
    ) -> Result<Asked, Refused> {
        let is_claims = |field: &usize| FIELDS[*field].part == Part::Claim;
        if let Some(field) = (0..FIELDS.len())
            .filter(is_claims)
            .find(|field| !is_kept(*field))
        {
            let why = format!(
                "the claim is to be deleted, and its {} was changed since in {}: it is \u{201c}{}\u{201d} now; \
                 export again to see it",
                FIELDS[field].name,
                self.place(claim),
                now(field)
            );
            return Err(self.line.refusal(field, why));
        }
        let column = None;
        let Some(path) = claim.path.clone() else {
            let why =
                "it is said in several places of the file at once; delete it there".to_owned();
            return Err(Refused { column, why });
        };
        Ok(Asked {
            outcome: Outcome::Deleted,
            group: vec![Edit::Remove(path)],
            article: Vec::new(),
            is_claim: false,
        })
    }

    /// Where a claim stands.
    fn place(&self, claim: &HeldClaim) -> String {
        let path = self.held.corpus.files.path(claim.place.file);
        path.display().to_string()
    }
}
