//! The tables of an export, as plain texts: claims, the vocabulary, questions by articles.

use std::collections::BTreeSet;

use super::cell::shown;
use super::field::{DELETE, FIELDS, FINGERPRINT, TOLD};
use super::held::Held;
use crate::finding::{Finding, Report};
use crate::model::{Corpus, Entity, Property, Source};
use crate::render::matrix::{Matrix, said};
use crate::render::ruling_told;

/// A table with a name for each column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// What stands above the columns.
    pub header: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

/// All that an export tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Export {
    /// A row for each claim; its fingerprint in the last column.
    pub claims: Grid,
    /// Sources, entities and properties.
    pub vocabulary: Grid,
    /// What each article says on each question.
    pub questions: Grid,
    /// The subjects in use or declared, in their order.
    pub subjects: Vec<String>,
    /// The properties, likewise.
    pub properties: Vec<String>,
}

impl Export {
    /// The tables of a report.
    #[must_use]
    pub fn new(report: &Report<'_>, held: &Held<'_>) -> Self {
        let corpus = report.corpus;
        let vocabulary = &corpus.vocabulary;
        let subjects = corpus
            .claims
            .iter()
            .map(|claim| corpus.symbols.text(claim.subject));
        let subjects = subjects.chain(vocabulary.entities.iter().map(|entity| &*entity.name));
        let properties = corpus
            .claims
            .iter()
            .map(|claim| corpus.symbols.text(claim.property));
        let properties = properties.chain(vocabulary.properties.iter().map(|it| &*it.name));
        Self {
            claims: Grid {
                header: header(),
                rows: claims(report, held),
            },
            vocabulary: declared(corpus),
            questions: questions(&Matrix::new(report)),
            subjects: names(subjects),
            properties: names(properties),
        }
    }
}

/// The names of the columns of claims.
#[must_use]
pub fn header() -> Vec<String> {
    let fields = FIELDS.iter().map(|field| field.name);
    let names = fields.chain([DELETE]).chain(TOLD).chain([FINGERPRINT]);
    names.map(str::to_owned).collect()
}

fn names<'n>(names: impl Iterator<Item = &'n str>) -> Vec<String> {
    let names: BTreeSet<String> = names.map(shown).collect();
    names.into_iter().collect()
}

fn claims(report: &Report<'_>, held: &Held<'_>) -> Vec<Vec<String>> {
    let corpus = report.corpus;
    let mut told = vec![Told::default(); corpus.claims.len()];
    for finding in &report.findings {
        for position in &finding.positions {
            for claim in &position.claims {
                let Some(told) = told.get_mut(claim.index()) else {
                    continue;
                };
                told.add(report, finding);
                if let (Some(reading), true) = (&position.reading, told.reading.is_empty()) {
                    told.reading = reading.describe();
                }
            }
        }
    }
    let drafts = corpus.drafts.iter().map(|draft| {
        let missing: Vec<&str> = draft.missing().collect();
        let what = match missing.as_slice() {
            [] => "draft".to_owned(),
            missing => format!("draft without {}", missing.join(", ")),
        };
        Told {
            findings: vec![what],
            ..Told::default()
        }
    });
    let rows = held.claims.iter().zip(told.into_iter().chain(drafts));
    let rows = rows.map(|(claim, told)| {
        let path = corpus.files.path(claim.place.file).display();
        let place = format!("{path}:{}", claim.place.spot.line);
        let told = [
            place,
            told.reading,
            told.findings.join("; "),
            told.rulings.join("; "),
        ];
        let cells = claim.cells.iter().cloned().chain([String::new()]);
        let told = told.iter().map(|text| shown(text));
        let fingerprint = held.fingerprint(claim).written();
        cells.chain(told).chain([fingerprint]).collect()
    });
    rows.collect()
}

/// What the report has to say of a claim.
#[derive(Clone, Default)]
struct Told {
    reading: String,
    findings: Vec<String>,
    rulings: Vec<String>,
}

impl Told {
    fn add(&mut self, report: &Report<'_>, finding: &Finding) {
        let id = finding.id.to_string();
        let id = id.get(..report.id_digits).unwrap_or(&id);
        let level = finding.level.name();
        let text = match finding.check.name() {
            check if check.contains(level) => format!("{check} {id}"),
            check => format!("{level}: {check} {id}"),
        };
        if !self.findings.contains(&text) {
            self.findings.push(text);
        }
        let ruling = finding.ruling.as_ref();
        if let Some(text) = ruling.map(|note| ruling_told(report.corpus, &note.ruled))
            && !self.rulings.contains(&text)
        {
            self.rulings.push(text);
        }
    }
}

fn declared(corpus: &Corpus) -> Grid {
    let vocabulary = &corpus.vocabulary;
    let list = |texts: &[Box<str>]| texts.join("; ");
    let optional = |text: &Option<Box<str>>| text.as_deref().unwrap_or_default().to_owned();
    let source = |Source { name, aliases, .. }: &Source| {
        ["source", name, "", &list(aliases), ""].map(str::to_owned)
    };
    let entity = |entity: &Entity| {
        let kind = entity.kind.map_or("", |kind| kind.name());
        let (aliases, part_of) = (list(&entity.aliases), optional(&entity.part_of));
        let belongs = match part_of.is_empty() {
            true => String::new(),
            false => format!("part of {part_of}"),
        };
        ["entity", &entity.name, kind, &aliases, &belongs].map(str::to_owned)
    };
    let property = |property: &Property| {
        let kind = property.declared_kind().map_or("", |kind| kind.name());
        let terms: Vec<&str> = property.terms.iter().map(|term| &*term.name).collect();
        let question = optional(&property.question);
        let more = match terms.is_empty() {
            true => question,
            false => format!("{question} one of: {}", terms.join("; ")),
        };
        [
            "property",
            &property.name,
            kind,
            &list(&property.aliases),
            &more,
        ]
        .map(str::to_owned)
    };
    let rows = vocabulary.sources.iter().map(source);
    let rows = rows.chain(vocabulary.entities.iter().map(entity));
    let rows = rows.chain(vocabulary.properties.iter().map(property));
    Grid {
        header: ["declared as", "name", "kind", "other names", "more"]
            .map(str::to_owned)
            .to_vec(),
        rows: rows
            .map(|row| row.map(|text| shown(&text)).to_vec())
            .collect(),
    }
}

/// More articles than these are not laid side by side.
const MOST_ARTICLES: usize = 1_000;

fn questions(matrix: &Matrix<'_>) -> Grid {
    let columns = matrix.columns.len().min(MOST_ARTICLES);
    let articles = matrix.columns.iter().take(columns);
    let header = ["subject", "property", "level"].into_iter();
    let rows = matrix.rows.iter().map(|row| {
        let topic = [&row.finding.subject, &row.finding.property];
        let topic = topic.map(|text| shown(text.as_deref().unwrap_or_default()));
        let said = (0..columns).map(|at| shown(&said(row.cell(at))));
        let level = row.level().name().to_owned();
        topic.into_iter().chain([level]).chain(said).collect()
    });
    Grid {
        header: header
            .chain(articles.map(|column| column.id))
            .map(shown)
            .collect(),
        rows: rows.collect(),
    }
}
