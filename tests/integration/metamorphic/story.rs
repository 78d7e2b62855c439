//! Generated stories: articles with claims, as files say them, and what is found in them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use gainsay::check::Selection;
use gainsay::finding::{Level, Position};
use gainsay::parse;

/// Numbers that are the same in every run.
pub(super) struct Dice(u64);

impl Dice {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below another (Knuth's MMIX generator).
    pub(super) fn below(&mut self, most: usize) -> usize {
        let state = self.0.wrapping_mul(6_364_136_223_846_793_005);
        self.0 = state.wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most
    }

    pub(super) fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }

    pub(super) fn shuffle<T>(&mut self, items: &mut [T]) {
        for at in (1..items.len()).rev() {
            items.swap(at, self.below(at + 1));
        }
    }
}

/// The fields of a claim or article, in the order in which they are written.
type Fields = Vec<(&'static str, String)>;

#[derive(Clone)]
pub(super) struct Article {
    pub(super) fields: Fields,
    pub(super) claims: Vec<Fields>,
}

#[derive(Clone, Default)]
pub(super) struct Story {
    pub(super) articles: Vec<Article>,
}

impl Article {
    pub(super) fn new(id: &str, source: &str, day: usize) -> Self {
        Self {
            fields: vec![
                ("id", id.into()),
                ("source", source.into()),
                ("published", format!("2024-03-{day:02}")),
            ],
            claims: Vec::new(),
        }
    }

    pub(super) fn claim(&mut self, subject: &str, property: &str, value: &str) {
        self.claims.push(vec![
            ("subject", subject.into()),
            ("property", property.into()),
            ("value", value.into()),
        ]);
    }

    pub(super) fn id(&self) -> &str {
        field(&self.fields, "id").unwrap()
    }
}

pub(super) fn field<'f>(fields: &'f Fields, key: &str) -> Option<&'f str> {
    let mut fields = fields.iter();
    let found = fields.find(|(name, _)| *name == key);
    found.map(|(_, text)| text.as_str())
}

/// Sets a field that is there.
pub(super) fn set(fields: &mut Fields, key: &str, text: &str) {
    for (_, old) in fields.iter_mut().filter(|(name, _)| *name == key) {
        *old = text.to_owned();
    }
}

impl Story {
    /// The story as one file of several documents.
    pub(super) fn file(&self) -> String {
        let mut file = String::new();
        for article in &self.articles {
            file.push_str("---\narticle:\n");
            for (key, text) in &article.fields {
                writeln!(file, "  {key}: {}", quoted(text)).unwrap();
            }
            file.push_str("claims:\n");
            for claim in &article.claims {
                for (at, (key, text)) in claim.iter().enumerate() {
                    let sign = if at == 0 { "-" } else { " " };
                    writeln!(file, "  {sign} {key}: {}", quoted(text)).unwrap();
                }
            }
        }
        file
    }

    /// What is found in it; nothing in it may be refused.
    pub(super) fn found(&self) -> Found {
        let file = self.file();
        let (corpus, problems) = parse::load_text(&file);
        assert!(problems.is_empty(), "{problems:#?}\n{file}");
        let selection = Selection {
            level: Level::Note,
            ..Selection::default()
        };
        let report = gainsay::examine(&corpus, Vec::new(), &selection, false).unwrap();
        let mut found = Found::default();
        for finding in &report.findings {
            let articles = |position: &Position| -> BTreeSet<String> {
                let ids = position.claims.iter().map(|id| corpus.article_id(*id));
                ids.map(str::to_owned).collect()
            };
            let all: Vec<_> = finding.positions.iter().map(articles).collect();
            let against = finding.positions.iter().zip(&all).flat_map(|(at, own)| {
                let others = at.against.iter().flat_map(|other| &all[*other]);
                let pairs = others.flat_map(|other| own.iter().map(move |own| (own, other)));
                pairs.map(|(own, other)| [own.clone(), other.clone()])
            });
            let origins = finding.positions.iter().flat_map(|at| &at.origins);
            let told = Told {
                check: finding.check.name(),
                level: finding.level,
                against: against.collect(),
                origins: origins.map(ToString::to_string).collect(),
                positions: all.iter().cloned().collect(),
            };
            let subject = finding.subject.clone().unwrap_or_default();
            let property = finding.property.clone().unwrap_or_default();
            found.entry((subject, property)).or_default().push(told);
        }
        found.values_mut().for_each(|told| told.sort());
        found
    }
}

/// What is found on each question.
pub(super) type Found = BTreeMap<(String, String), Vec<Told>>;

/// A finding, apart from its words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Told {
    pub(super) check: &'static str,
    pub(super) level: Level,
    /// The articles that give each answer.
    pub(super) positions: BTreeSet<BTreeSet<String>>,
    /// Which articles stand against which.
    pub(super) against: BTreeSet<[String; 2]>,
    pub(super) origins: BTreeSet<String>,
}

fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}
