//! Rows without a fingerprint: new claims and drafts, of articles that there are or of new ones.

use std::collections::BTreeMap;
use std::path::Path;

use super::line::{Line, Lines, Refused};
use super::names::Names;
use super::{Added, NewArticle, Outcome, Work, entry};
use crate::edit::Node;
use crate::model::ArticleId;
use crate::parse::excerpt::ArticleText;
use crate::sheet::day;
use crate::sheet::field::{
    self, ANNOTATOR_AT, ARTICLE, FIELDS, NEEDED, NOTE_AT, PUBLISHED_AT, Part, QUOTE_AT, SOURCE_AT,
    TITLE_AT, URL_AT,
};
use crate::sheet::held::Held;

/// Works out what becomes of the rows that nothing is known of yet.
pub(super) fn fresh(work: &mut Work, lines: &Lines, held: &Held<'_>, home: &Path) {
    let mut desk = Desk {
        known: Known::new(held),
        names: Names::new(held, home),
        said: said(held),
        new: BTreeMap::new(),
        by_url: BTreeMap::new(),
        texts: BTreeMap::new(),
        held,
    };
    for (at, line) in lines.lines.iter().enumerate() {
        if work.outcomes.get(at).is_some_and(Option::is_some) {
            continue;
        }
        let outcome = desk.row(work, line, (at, lines.is_bare));
        work.outcomes[at] = Some(outcome);
    }
}

/// An article that there is, or a new one by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Of {
    Held(ArticleId),
    New(usize),
}

/// What is known while rows are looked at.
struct Desk<'a> {
    held: &'a Held<'a>,
    known: Known,
    names: Names,
    /// What is said already, and in which row of the sheet.
    said: BTreeMap<(Of, String), Option<String>>,
    /// New articles by what tells them from others.
    new: BTreeMap<Vec<String>, usize>,
    /// The first new article at each address.
    by_url: BTreeMap<String, usize>,
    /// The texts of articles.
    texts: BTreeMap<ArticleId, Option<ArticleText>>,
}

/// The articles that there are, by what rows call them.
struct Known {
    by_id: BTreeMap<String, Vec<ArticleId>>,
    by_url: BTreeMap<String, ArticleId>,
    by_reader: BTreeMap<[String; 2], ArticleId>,
    by_look: BTreeMap<[String; 3], ArticleId>,
}

impl Known {
    fn new(held: &Held<'_>) -> Self {
        let mut known = Self {
            by_id: BTreeMap::new(),
            by_url: BTreeMap::new(),
            by_reader: BTreeMap::new(),
            by_look: BTreeMap::new(),
        };
        for (id, article) in held.corpus.article_ids().zip(&held.articles) {
            let cell = |at: usize| article.cells.get(at).cloned().unwrap_or_default();
            known.by_id.entry(cell(ARTICLE)).or_default().push(id);
            if !cell(URL_AT).is_empty() {
                known.by_url.entry(cell(URL_AT)).or_insert(id);
                let reader = [cell(URL_AT), cell(ANNOTATOR_AT)];
                known.by_reader.entry(reader).or_insert(id);
            }
            if !cell(SOURCE_AT).is_empty() {
                let look = [SOURCE_AT, PUBLISHED_AT, TITLE_AT].map(cell);
                known.by_look.entry(look).or_insert(id);
            }
        }
        known
    }
}

/// What all claims and drafts say.
fn said(held: &Held<'_>) -> BTreeMap<(Of, String), Option<String>> {
    let said = held.claims.iter().map(|claim| {
        let text = joined(|at| claim.cells.get(at).map_or("", String::as_str));
        ((Of::Held(claim.article), text), None)
    });
    said.collect()
}

/// All that a claim says, as one text.
fn joined<'c>(cell: impl Fn(usize) -> &'c str) -> String {
    let cells: Vec<&str> = field::of(Part::Claim).map(|(at, _)| cell(at)).collect();
    cells.join("\u{1f}")
}

fn refused(line: &Line, field: usize, why: String) -> Refused {
    line.refusal(field, why)
}

impl Desk<'_> {
    fn row(
        &mut self,
        work: &mut Work,
        line: &Line,
        (row, is_bare): (usize, bool),
    ) -> Result<Outcome, Refused> {
        if let Some(refused) = &line.refused {
            return Err(refused.clone());
        }
        if is_bare && let Some(refused) = line.check_mangled(|_| None) {
            return Err(refused);
        }
        let column = None;
        if line.delete {
            return Ok(Outcome::Same(Some(
                "there is no such claim to delete".into(),
            )));
        }
        let is_told = |(at, _): &(usize, &field::Field)| !line.text(*at).is_empty();
        if !field::of(Part::Claim).any(|field| is_told(&field)) && line.statement.is_none() {
            let why = "it says nothing of a claim; fill in subject, property and value, or a quote"
                .into();
            return Err(Refused { column, why });
        }
        let of = self.article(work, (line, row))?;
        let mut cells = line.cells.clone();
        self.place_statement(of, line, &mut cells);
        let text = |at: usize| cells.get(at).and_then(Option::as_deref).unwrap_or_default();
        let said = joined(text);
        if let Some(place) = self.said.get(&(of, said.clone())) {
            return Ok(Outcome::Same(
                place
                    .as_ref()
                    .map(|place| format!("it is the same as {place}")),
            ));
        }
        let lacks: Vec<&str> = NEEDED
            .into_iter()
            .filter(|at| text(*at).is_empty())
            .map(|at| FIELDS[at].name)
            .collect();
        let keys = entry(Part::Claim, |at| text(at).to_owned());
        let keys = keys.map_err(|(at, why)| refused(line, at, why))?;
        let (draft, node) = (!lacks.is_empty(), Node::Map(keys));
        self.said.insert((of, said), Some(line.place(None)));
        match of {
            Of::Held(article) => work.added.push(Added {
                article,
                row,
                draft,
                node,
                with: Vec::new(),
            }),
            Of::New(article) => {
                if let Some(article) = work.articles.get_mut(article) {
                    article.entries.push((row, draft, node));
                }
            }
        }
        Ok(match draft {
            true => Outcome::Draft(format!("it has no {}", lacks.join(", no "))),
            false => Outcome::New,
        })
    }

    /// A statement is a quote if it stands in quote marks or in the article's text, else a note.
    fn place_statement(&mut self, of: Of, line: &Line, cells: &mut [Option<String>]) {
        let Some(statement) = &line.statement else {
            return;
        };
        let unquoted = unquoted(statement);
        let is_quote = line.text(QUOTE_AT).is_empty()
            && (unquoted.is_some() || self.text_of(of).is_some_and(|text| text.holds(statement)));
        let (at, text) = match is_quote {
            true => (QUOTE_AT, unquoted.unwrap_or(statement)),
            false => (NOTE_AT, statement.as_str()),
        };
        if let Some(cell) = cells.get_mut(at) {
            let before = cell.take().filter(|before| !before.is_empty());
            *cell = Some(before.map_or(text.to_owned(), |before| format!("{text}; {before}")));
        }
    }

    /// The text of an article, if it can be read.
    fn text_of(&mut self, of: Of) -> Option<&ArticleText> {
        let Of::Held(id) = of else {
            return None;
        };
        let path = self.held.corpus.article(id).text.as_deref();
        let text = self
            .texts
            .entry(id)
            .or_insert_with(|| ArticleText::read(path?));
        text.as_ref()
    }

    /// The article of a row, which may be a new one.
    fn article(&mut self, work: &mut Work, (line, row): (&Line, usize)) -> Result<Of, Refused> {
        if let Some(id) = self.known(line) {
            self.compare(work, id, (line, row))?;
            return Ok(Of::Held(id));
        }
        let key = self.key(line)?;
        let number = work.articles.len();
        let known = *self.new.get(&key).unwrap_or(&number);
        if known == number {
            let day = line.text(PUBLISHED_AT);
            if !day.is_empty() {
                day::check_day(day).map_err(|why| refused(line, PUBLISHED_AT, why))?;
            }
            let (path, mut id) = self.names.find(line);
            if let Some(other) = self.read_by_another(work, line) {
                id = Some(other);
            }
            let mut cells = vec![String::new(); FIELDS.len()];
            for (at, _) in field::of(Part::Article) {
                cells[at] = line.text(at).to_owned();
            }
            work.articles.push(NewArticle {
                path,
                cells,
                id,
                entries: Vec::new(),
            });
            self.new.insert(key, number);
            self.note_url(line.text(URL_AT), number);
            return Ok(Of::New(number));
        }
        if let Some(article) = work.articles.get_mut(known) {
            for (at, about) in field::of(Part::Article) {
                let (text, before) = (line.text(at), &mut article.cells[at]);
                if before.is_empty() {
                    text.clone_into(before);
                    if at == URL_AT {
                        self.note_url(text, known);
                    }
                } else if !text.is_empty() && text != before {
                    let why = format!(
                        "the article\u{2019}s {} is \u{201c}{before}\u{201d} in a row above and \u{201c}{text}\u{201d} here",
                        about.name
                    );
                    return Err(refused(line, at, why));
                }
            }
        }
        Ok(Of::New(known))
    }

    /// Remembers a new article by its address, of several the first one.
    fn note_url(&mut self, url: &str, number: usize) {
        if !url.is_empty() {
            let first = self.by_url.entry(url.to_owned()).or_insert(number);
            *first = number.min(*first);
        }
    }

    /// The id of the article, where somebody else has read it too.
    fn read_by_another(&self, work: &Work, line: &Line) -> Option<String> {
        let (id, url) = (line.text(ARTICLE), line.text(URL_AT));
        if !id.is_empty() || url.is_empty() {
            return None;
        }
        let held = self
            .known
            .by_url
            .get(url)
            .and_then(|id| self.held.articles.get(id.index()));
        let held = held.and_then(|article| article.cells.get(ARTICLE).cloned());
        let new = || {
            let article = work.articles.get(*self.by_url.get(url)?)?;
            let stem = || {
                article
                    .path
                    .file_stem()
                    .map(|stem| stem.to_string_lossy().into_owned())
            };
            article.id.clone().or_else(stem)
        };
        held.or_else(new)
    }

    /// The article that there is.
    fn known(&self, line: &Line) -> Option<ArticleId> {
        let by = |id: &ArticleId| {
            let article = self.held.articles.get(id.index());
            article
                .and_then(|article| article.cells.get(ANNOTATOR_AT))
                .map_or("", String::as_str)
        };
        let who = line.text(ANNOTATOR_AT);
        let (id, url) = (line.text(ARTICLE), line.text(URL_AT));
        if !id.is_empty() {
            let readings = self.known.by_id.get(id)?;
            let own = readings.iter().find(|id| by(id) == who);
            let first = readings
                .first()
                .filter(|id| who.is_empty() || by(id).is_empty());
            return own.or(first).copied();
        }
        let own = |id: &ArticleId| who.is_empty() || by(id) == who || by(id).is_empty();
        if !url.is_empty() {
            let reader = [url.to_owned(), who.to_owned()];
            let read = self.known.by_reader.get(&reader).copied();
            return read.or_else(|| self.known.by_url.get(url).copied().filter(own));
        }
        let look = [SOURCE_AT, PUBLISHED_AT, TITLE_AT].map(|at| line.text(at).to_owned());
        self.known.by_look.get(&look).copied().filter(own)
    }

    /// Holds the cells of an article in a row against the file: what is not there yet is added.
    fn compare(
        &self,
        work: &mut Work,
        id: ArticleId,
        (line, row): (&Line, usize),
    ) -> Result<(), Refused> {
        let Some(article) = self.held.articles.get(id.index()) else {
            return Ok(());
        };
        let mut wanted = Vec::new();
        for (at, about) in field::of(Part::Article).filter(|(at, _)| *at != ARTICLE) {
            let (text, now) = (
                line.text(at),
                article.cells.get(at).map_or("", String::as_str),
            );
            if text.is_empty() || text == now {
                continue;
            }
            if !now.is_empty() {
                let path = self.held.corpus.files.path(article.file).display();
                let why = format!(
                    "the article\u{2019}s {} is \u{201c}{now}\u{201d} in {path} and \u{201c}{text}\u{201d} here; \
                     change it in a row that was written out",
                    about.name
                );
                return Err(refused(line, at, why));
            }
            if at == PUBLISHED_AT {
                day::check_day(text).map_err(|why| refused(line, at, why))?;
            }
            wanted.push((at, text.to_owned()));
        }
        for (at, text) in wanted {
            work.want((id, at), text, row);
        }
        Ok(())
    }

    /// What tells a new article from others.
    fn key(&self, line: &Line) -> Result<Vec<String>, Refused> {
        let of = |fields: &[usize]| {
            let texts = fields.iter().map(|at| line.text(*at).to_owned());
            texts.collect::<Vec<String>>()
        };
        if !line.text(ARTICLE).is_empty() {
            return Ok(of(&[ARTICLE, ANNOTATOR_AT]));
        }
        if !line.text(URL_AT).is_empty() {
            return Ok(of(&[URL_AT, ANNOTATOR_AT, ANNOTATOR_AT]));
        }
        if !line.text(SOURCE_AT).is_empty() || !line.text(TITLE_AT).is_empty() {
            return Ok(of(&[SOURCE_AT, PUBLISHED_AT, TITLE_AT, ANNOTATOR_AT]));
        }
        let why =
            "it names no article; fill in source and published, or article, in each row".to_owned();
        Err(refused(line, SOURCE_AT, why))
    }
}

/// The text between quote marks, if it stands in some.
fn unquoted(text: &str) -> Option<&str> {
    let pairs = [
        ('\u{201c}', '\u{201d}'),
        ('"', '"'),
        ('\u{ab}', '\u{bb}'),
        ('\u{201e}', '\u{201c}'),
        ('\u{2018}', '\u{2019}'),
    ];
    let inside = |(open, close)| Some(text.strip_prefix(open)?.strip_suffix(close)?.trim());
    pairs
        .into_iter()
        .find_map(inside)
        .filter(|text| !text.is_empty())
}
