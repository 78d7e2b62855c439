//! The report as one page for a browser: it needs no network, no terminal and no script.
//!
//! What was found comes first, in a line a matter, then the table of questions and articles, then every
//! finding in full. The script only sorts, filters and opens. Templates are in `templates/`; they escape what they are given,
//! and text from files reaches them as [`shown::Shown`] only.

pub(in crate::render) mod badge;
pub(in crate::render) mod brief;
mod frame;
pub(in crate::render) mod line;
mod policy;
pub(in crate::render) mod question;
mod row;
pub(in crate::render) mod shown;
pub(in crate::render) mod sign;
pub(in crate::render) mod texts;

use std::collections::BTreeMap;
use std::io::{self, Write};

use askama::Template;
use indexmap::{IndexMap, IndexSet};

use super::matrix::{Matrix, Row};
use super::phrase::{self, Topics};
use crate::finding::{FindingId, Report, Section};
use frame::{PageView, PartView};
use question::Around;
use sign::Sign;

/// So many bytes of rows and findings fit on a page; browsers stay quick, and mail programs take it.
const MOST_BYTES: usize = 4_300_000;

/// More articles than these are listed in each row instead of having a column each.
const MOST_COLUMNS: usize = 60;

/// Writes the page.
pub(super) fn write(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let matrix = Matrix::new(report);
    let body = Body::new(report, &matrix)?;
    let page = PageView::new(report, &matrix, body);
    page.write_into(out)
}

/// The rows and findings of a page, written already.
struct Body {
    rows: Vec<String>,
    parts: Vec<PartView>,
    brief: String,
    subjects: Vec<String>,
    is_wide: bool,
    /// How many findings of each part did not fit.
    left_out: BTreeMap<Section, usize>,
}

impl Body {
    fn new(report: &Report<'_>, matrix: &Matrix<'_>) -> io::Result<Self> {
        let corpus = report.corpus;
        let all = matrix.rows.iter().chain(&matrix.partial);
        let row_of: IndexMap<FindingId, &Row<'_>> = all.map(|row| (row.finding.id, row)).collect();
        let topics = Topics::of(report);
        let brief = brief::brief(report, &topics).map_err(io::Error::other)?;
        let columns = vec![matrix.columns.len(); corpus.articles.len()];
        let mut around = Around::new(report, columns);
        for (at, column) in matrix.columns.iter().enumerate() {
            for article in &column.articles {
                around.columns[article.index()] = at;
            }
        }
        let is_wide = matrix.columns.len() > MOST_COLUMNS;
        let subjects: IndexSet<&str> = report
            .findings
            .iter()
            .filter_map(|finding| finding.subject.as_deref())
            .collect();
        let mut sorted: Vec<&str> = subjects.iter().copied().collect();
        sorted.sort_unstable();
        let number = |subject: &str| sorted.binary_search(&subject).ok();
        let (mut rows, mut bytes) = (Vec::new(), 0);
        let mut shown: BTreeMap<Section, Vec<String>> = BTreeMap::new();
        let mut left_out: BTreeMap<Section, usize> = BTreeMap::new();
        let ranks = phrase::importance_differs(report);
        for section in Section::ALL {
            for (finding, folded) in report.matters(section) {
                let Some(&row) = row_of.get(&finding.id) else {
                    continue;
                };
                if bytes >= MOST_BYTES {
                    *left_out.entry(section).or_default() += 1;
                    continue;
                }
                let subject = finding.subject.as_deref().and_then(number);
                let layout = row::Layout {
                    corpus,
                    topics: &around.topics,
                    columns: &matrix.columns,
                    is_wide,
                    ranks,
                };
                let line = row::row(&layout, row, subject);
                let line = line.map_err(io::Error::other)?;
                let text = question::finding(&mut around, finding, folded);
                let text = text.map_err(io::Error::other)?;
                if bytes + line.len() + text.len() > MOST_BYTES {
                    *left_out.entry(section).or_default() += 1;
                    // Whatever follows is less important.
                    bytes = MOST_BYTES;
                    continue;
                }
                bytes += line.len() + text.len();
                rows.push(line);
                shown.entry(section).or_default().push(text);
            }
        }
        let parts = Section::ALL.into_iter().map(|section| {
            let findings = shown.remove(&section).unwrap_or_default();
            PartView::new(section, Sign::of(section), findings)
        });
        Ok(Self {
            rows,
            parts: parts.collect(),
            brief,
            subjects: sorted.into_iter().map(str::to_owned).collect(),
            is_wide,
            left_out,
        })
    }
}

impl PageView<'_> {
    fn write_into(&self, out: &mut dyn Write) -> io::Result<()> {
        let page = self.render().map_err(io::Error::other)?;
        out.write_all(page.as_bytes())
    }
}
