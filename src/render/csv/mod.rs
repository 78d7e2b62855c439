//! The report as a table for spreadsheets: one row for each claim, with its finding.
//!
//! A claim that takes part in two findings has two rows; a finding without claims has one. At the end
//! stands a row for each article of which drafts wait.

pub(super) mod coverage;
pub(super) mod matrix;
mod sheet;

use std::io::{self, Write};

use super::phrase;
use super::place::path;
use crate::finding::{Finding, Help, Level, Position, Report, Topic};
use crate::listing::Listing;
use crate::model::{Axis, Claim, ClaimId, ClaimIds, Corpus, Draft, Qualifier};
use sheet::Sheet;
pub(crate) use sheet::{BYTE_ORDER_MARK, FORMULA_SIGNS};

/// Writes a list: a row for each entry, the remarks in the last column.
pub(in crate::render) fn listing(listing: &Listing, out: &mut dyn Write) -> io::Result<()> {
    let mut sheet = Sheet::new(out)?;
    sheet.row(
        listing
            .columns
            .iter()
            .map(|column| column.name)
            .chain(["remarks"]),
    )?;
    for entry in &listing.entries {
        let remarks = entry.remarks.join("; ");
        sheet.row(entry.cells.iter().map(String::as_str).chain([&*remarks]))?;
    }
    sheet.finish()
}

/// What one row is about.
struct Row<'a> {
    corpus: &'a Corpus,
    ids: &'a ClaimIds<'a>,
    finding: &'a Finding,
    position: Option<&'a Position>,
    /// Which position of the finding that is.
    at: Option<usize>,
    id: Option<ClaimId>,
}

/// A column: its name, what stands in it, and how to find that.
pub struct Column {
    /// Its name, in the first row.
    pub name: &'static str,
    /// What stands in it.
    pub about: &'static str,
    cell: fn(&Row<'_>) -> Option<String>,
}

macro_rules! column {
    ($name:literal, $about:literal, $cell:expr) => {
        Column {
            name: $name,
            about: $about,
            cell: $cell,
        }
    };
}

/// All columns, in order; new ones are only ever added at the end.
pub const COLUMNS: &[Column] = &[
    column!("finding", "the finding's id", |row| Some(
        row.finding.id.to_string()
    )),
    column!(
        "level",
        "`conflict`, `warning`, `agreement` or `note`",
        |row| Some(row.finding.level.name().into())
    ),
    column!("check", "the check that found it", |row| Some(
        row.finding.check.name().into()
    )),
    column!("also", "other checks that apply", |row| Some(
        Vec::from_iter(row.finding.also.iter().map(|also| also.name())).join(", ")
    )),
    column!(
        "importance",
        "`high`, `normal` or `low`, as the vocabulary ranks it",
        |row| Some(row.finding.importance.name().into())
    ),
    column!(
        "subject",
        "what the claim is about, by the name that the report uses",
        |row| row
            .topic()
            .map(|topic| topic.subject.clone())
            .or_else(|| row.finding.subject.clone())
            .or_else(|| row.written(|c| c.subject))
    ),
    column!("property", "which aspect, likewise", |row| row
        .topic()
        .map(|topic| topic.property.clone())
        .or_else(|| row.finding.property.clone())
        .or_else(|| row.written(|c| c.property))),
    column!(
        "question",
        "the question, as the vocabulary words it; of a joint contradiction, that of the claim",
        |row| match row.topic() {
            Some(topic) => topic.question.clone(),
            None => row.finding.question.clone(),
        }
    ),
    column!("found", "what was found, in one sentence", |row| Some(
        row.finding.message.clone()
    )),
    column!(
        "reason",
        "why it is no more than a possible conflict, or could not be compared, and what to write instead",
        |row| {
            let reason = row.finding.reason.as_deref()?;
            let helps = row.finding.helps.iter().filter_map(Help::of_these);
            let all: Vec<&str> = std::iter::once(reason).chain(helps).collect();
            Some(all.join("; "))
        }
    ),
    column!(
        "position",
        "the value of the position, in its commonest wording",
        |row| row.position.map(|position| position.value.clone())
    ),
    column!(
        "meaning",
        "what that allows, where it says more than the wording",
        |row| row.position.and_then(|position| position.meaning.clone())
    ),
    column!(
        "against",
        "the positions that cannot be true with it",
        |row| {
            let values = row.finding.against(row.at?).into_iter();
            let values =
                values.filter_map(|at| Some(row.finding.positions.get(at)?.value.as_str()));
            Some(values.collect::<Vec<_>>().join("; "))
        }
    ),
    column!("origins", "its independent origins", |row| Some(
        row.position?.origins.join("; ")
    )),
    column!("article", "the article's id", |row| {
        Some(row.corpus.article_id(row.id?).into())
    }),
    column!("source", "who published it", |row| {
        let source = row.corpus.article_of(row.id?).source?;
        Some(row.corpus.symbols.text(source).into())
    }),
    column!(
        "attribution",
        "whom the article names for the claim; empty for its own voice",
        |row| {
            let speakers = row.claim()?.attribution.iter();
            let names = speakers.map(|who| row.corpus.symbols.text(*who));
            Some(names.collect::<Vec<_>>().join("; "))
        }
    ),
    column!("stance", "`asserts` or `denies`", |row| Some(
        row.claim()?.stance.name().into()
    )),
    column!("hedged", "`yes` if the article itself is unsure", |row| {
        let hedged = row.claim()?.hedged;
        Some(if hedged { "yes" } else { "no" }.into())
    }),
    column!("when", "when it holds, as written", |row| row
        .limit(Axis::When)),
    column!("where", "where it holds, as written", |row| row
        .limit(Axis::Where)),
    column!("limits", "the other limits within which it holds", |row| {
        let limits = row.claim()?.details.qualifiers.iter();
        let other = limits.filter_map(|Qualifier { axis, value }| match axis {
            Axis::When | Axis::Where => None,
            Axis::Other(name) => Some(format!("{}: {value}", row.corpus.symbols.text(*name))),
        });
        Some(other.collect::<Vec<_>>().join("; "))
    }),
    column!("said", "when the speaker said it, as written", |row| row
        .claim()?
        .details
        .said
        .as_ref()
        .map(ToString::to_string)),
    column!("value", "the value as written", |row| Some(
        row.claim()?.original().into_owned()
    )),
    column!("quote", "the article's own words", |row| row
        .claim()?
        .quote()
        .map(ToString::to_string)),
    column!("note", "the annotator's remark", |row| row
        .claim()?
        .note()
        .map(ToString::to_string)),
    column!(
        "ruling",
        "what an editor decided: `stands`, `both` or `unresolved`",
        |row| Some(row.finding.ruling.as_ref()?.ruled.decision.name().into())
    ),
    column!("stands", "which value stands", |row| row
        .finding
        .ruling
        .as_ref()?
        .ruled
        .value
        .clone()),
    column!("ruled by", "who decided", |row| row
        .finding
        .ruling
        .as_ref()?
        .ruled
        .by
        .clone()),
    column!("ruled on", "when, as written", |row| row
        .finding
        .ruling
        .as_ref()?
        .ruled
        .date
        .clone()),
    column!("ruled because", "why", |row| row
        .finding
        .ruling
        .as_ref()?
        .ruled
        .reason
        .clone()),
    column!(
        "state",
        "of conflicts and warnings, `open`, `silenced`, `noted` or why they are open again; `conflict gone` under a ruling that has none left",
        |row| Some(match &row.finding.ruling {
            None if row.finding.level <= Level::Warning => "open".into(),
            None => String::new(),
            Some(note) if note.silences => "silenced".into(),
            Some(note) if note.idle => "conflict gone".into(),
            Some(note) => match &note.reopened {
                Some(why) => format!("open again: {why}"),
                None => "noted".into(),
            },
        })
    ),
    column!("file", "the file of the claim", |row| {
        let place = row.corpus.place(row.id?);
        Some(path(row.corpus, place.file).into_owned())
    }),
    column!("line", "its line", |row| {
        let place = row.corpus.place(row.id?);
        Some(place.spot.line.to_string())
    }),
    column!("claim", "the claim's id", |row| Some(
        row.ids.get(row.id?).into_owned()
    )),
    column!(
        "shared",
        "of an agreement, what articles share and which of them adds what",
        |row| phrase::shared(row.corpus, row.finding)
    ),
    column!(
        "reservations",
        "why an agreement is no plain one; empty where nothing speaks against it",
        |row| phrase::reservations(row.finding)
    ),
    column!(
        "contested",
        "the other joint contradictions in which the claim takes part, by id",
        |row| {
            let contests = row.position?.contested.iter();
            let of_claim = contests.filter(|contest| Some(contest.claim) == row.id);
            let ids: Vec<String> = of_claim
                .map(|contest| contest.finding.to_string())
                .collect();
            Some(ids.join("; "))
        }
    ),
    column!(
        "echo of",
        "of a joint contradiction that is told under another finding, for both are one matter: that finding's id",
        |row| Some(row.finding.fold.as_ref()?.under.to_string())
    ),
    column!(
        "adds",
        "what it adds to that finding, likewise",
        |row| Some(row.finding.fold.as_ref()?.adds.clone())
    ),
    column!(
        "quoted at",
        "where the quote stands in the article's text: file and line; empty where it was not looked up or not found",
        |row| row.corpus.quoted_at(row.id?)
    ),
];

/// Writes the report.
pub(super) fn write(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let corpus = report.corpus;
    let ids = &ClaimIds::new(corpus);
    let mut sheet = Sheet::new(out)?;
    sheet.row(COLUMNS.iter().map(|column| column.name))?;
    for finding in &report.findings {
        let positions = finding.positions.iter().enumerate();
        let claims = positions.flat_map(|(at, position)| {
            let claims = position.claims.iter();
            claims.map(move |id| (Some(at), Some(*id)))
        });
        let not_known = finding.not_known.iter().map(|id| (None, Some(*id)));
        let is_empty = finding.positions.is_empty() && finding.not_known.is_empty();
        let nothing = is_empty.then_some((None, None));
        for (at, id) in claims.chain(not_known).chain(nothing) {
            let row = Row {
                corpus,
                ids,
                finding,
                position: at.and_then(|at| finding.positions.get(at)),
                at,
                id,
            };
            let cells = COLUMNS.iter().map(|column| (column.cell)(&row));
            sheet.row(cells.map(Option::unwrap_or_default))?;
        }
    }
    for drafts in corpus.drafts_by_article() {
        sheet.row(COLUMNS.iter().map(|column| waiting(corpus, drafts, column)))?;
    }
    sheet.finish()
}

/// What stands in a column of the row that says how many drafts of an article wait.
fn waiting(corpus: &Corpus, drafts: &[Draft], column: &Column) -> String {
    let Some(first) = drafts.first() else {
        return String::new();
    };
    match column.name {
        "level" => Level::Note.name().into(),
        "check" => "draft".into(),
        "found" => phrase::waiting(drafts.len()),
        "article" => corpus.id(first.article).into(),
        "file" => path(corpus, first.place.file).into_owned(),
        "line" => first.place.spot.line.to_string(),
        _ => String::new(),
    }
}

impl Row<'_> {
    fn claim(&self) -> Option<&Claim> {
        self.id.map(|id| self.corpus.claim(id))
    }

    /// What the position answers, where it has a question of its own.
    fn topic(&self) -> Option<&Topic> {
        self.position?.topic.as_deref()
    }

    /// A name of the claim, as written.
    fn written(&self, of: fn(&Claim) -> crate::model::Symbol) -> Option<String> {
        Some(self.corpus.symbols.text(of(self.claim()?)).into())
    }

    /// A qualifier of the claim, as written.
    fn limit(&self, axis: Axis) -> Option<String> {
        self.claim()?.details.limit(axis).map(str::to_owned)
    }
}
