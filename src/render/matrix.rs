//! Who says what on which question: questions down, articles across.
//!
//! In: a report. Out: the same findings by question and article, without layout, for every format
//! that shows them so. A cell without entries is an article that is silent on the question.

use std::borrow::Cow;
use std::collections::BTreeSet;

use indexmap::IndexMap;

use crate::check::{Test, test};
use crate::finding::{Check, Finding, Level, Report};
use crate::model::{ArticleId, ClaimId, Corpus, Importance, Stance, Symbol};

/// The questions of a report against its articles.
#[derive(Debug)]
pub struct Matrix<'a> {
    /// The articles that answer a question or are silent on it, in the order of their ids.
    pub columns: Vec<Column<'a>>,
    /// The questions, in the order of the findings.
    pub rows: Vec<Row<'a>>,
    /// The findings that only add to those, as rows of their own: what spans questions, misquotations,
    /// differing annotators. In the order of the findings.
    pub partial: Vec<Row<'a>>,
}

/// One publication, whoever read it.
#[derive(Debug)]
pub struct Column<'a> {
    /// Its id.
    pub id: &'a str,
    /// Who published it, where an annotator says so.
    pub source: Option<&'a str>,
    /// The article, once for each annotator who read it.
    pub articles: Vec<ArticleId>,
}

/// One question.
#[derive(Debug)]
pub struct Row<'a> {
    /// The finding on it as a whole: its positions are those of the entries.
    pub finding: &'a Finding,
    /// What else its claims take part in: joint contradictions, misquotations, differing annotators.
    pub also: Vec<&'a Finding>,
    /// Where the first of these stands in the report.
    rank: usize,
    /// The entries by column, in order; columns without one are left out.
    cells: Vec<(usize, Vec<Entry<'a>>)>,
}

/// What an article says on a question; claims that say the same in the same words are one entry.
#[derive(Debug)]
pub struct Entry<'a> {
    /// The position that it takes, by index into the row's finding; `None` where its annotators
    /// differ and no reading is compared, and where it says that the answer is not known.
    pub position: Option<usize>,
    /// The value as written.
    pub value: Cow<'a, str>,
    /// Whether the value is asserted or denied.
    pub stance: Stance,
    /// Whether the article itself is unsure.
    pub hedged: bool,
    /// Whether it stands against another position on the same question.
    pub conflict: bool,
    /// Whether it says that the answer is not known.
    pub not_known: bool,
    /// Whether a claim of it takes part in a joint contradiction.
    pub joint: bool,
    /// The claims that say so.
    pub claims: Vec<ClaimId>,
}

/// What an article says in a cell: "about 3 (unsure); not 5". Empty where it is silent.
#[must_use]
pub fn said(entries: &[Entry<'_>]) -> String {
    let texts = entries.iter().map(|entry| {
        let not = match entry.stance {
            Stance::Asserts => "",
            Stance::Denies => "not ",
        };
        let unsure = if entry.hedged { " (unsure)" } else { "" };
        format!("{not}{}{unsure}", entry.value)
    });
    texts.collect::<Vec<_>>().join("; ")
}

impl<'a> Matrix<'a> {
    /// Arranges the findings of a report. Linear in their claims.
    #[must_use]
    pub fn new(report: &'a Report<'_>) -> Self {
        let corpus = report.corpus;
        let (mut rows, mut partial): (Vec<Row<'a>>, Vec<Row<'a>>) = Default::default();
        let mut row_of: IndexMap<ClaimId, usize> = IndexMap::new();
        let mut row_about: IndexMap<Topic<'a>, usize> = IndexMap::new();
        // First the findings on questions as wholes, then those that add to them.
        let numbered = || report.findings.iter().enumerate();
        let whole = numbered().filter(|(_, finding)| !is_partial(finding));
        for (rank, finding) in whole.chain(numbered().filter(|(_, finding)| is_partial(finding))) {
            let known = match is_partial(finding) {
                true => concerned(finding, &row_of, &row_about),
                false => BTreeSet::new(),
            };
            let is_row = known.is_empty() && finding.subject.is_some();
            if !is_row {
                partial.push(Row::new(rank, finding));
            }
            if is_row {
                row_about.entry(topic(finding)).or_insert(rows.len());
                let not_known = finding.not_known.iter().copied();
                let claims = claims(finding).map(|(_, claim)| claim).chain(not_known);
                row_of.extend(claims.map(|claim| (claim, rows.len())));
                rows.push(Row::new(rank, finding));
            }
            for row in known {
                rows[row].rank = rows[row].rank.min(rank);
                rows[row].also.push(finding);
            }
        }
        let columns = Columns::new(corpus);
        for row in rows.iter_mut().chain(&mut partial) {
            row.fill(corpus, &columns);
        }
        rows.sort_by_key(|row| row.rank);
        let mut matrix = Self {
            columns: columns.all,
            rows,
            partial,
        };
        matrix.keep_used(&columns.of);
        matrix
    }

    /// Leaves out the articles that no question concerns.
    fn keep_used(&mut self, column_of: &[usize]) {
        let mut used = vec![false; self.columns.len()];
        for row in self.rows.iter().chain(&self.partial) {
            let silent = row.finding.silent.iter();
            let silent = silent.filter_map(|article| column_of.get(article.index()).copied());
            let answering = row.cells.iter().map(|(column, _)| *column);
            silent.chain(answering).for_each(|at| used[at] = true);
        }
        let mut left = 0;
        let moved: Vec<usize> = used
            .iter()
            .map(|used| {
                left += usize::from(*used);
                left.saturating_sub(1)
            })
            .collect();
        let rows = self.rows.iter_mut().chain(&mut self.partial);
        for (column, _) in rows.flat_map(|row| &mut row.cells) {
            *column = moved[*column];
        }
        let mut used = used.into_iter();
        self.columns.retain(|_| used.next().unwrap_or_default());
    }
}

impl<'a> Row<'a> {
    fn new(rank: usize, finding: &'a Finding) -> Self {
        let (also, cells) = (Vec::new(), Vec::new());
        Self {
            finding,
            also,
            rank,
            cells,
        }
    }

    /// The highest level of what was found on the question.
    #[must_use]
    pub fn level(&self) -> Level {
        let also = self.also.iter().map(|finding| finding.level);
        also.fold(self.finding.level, Level::min)
    }

    /// How a newsroom ranks an error here.
    #[must_use]
    pub fn importance(&self) -> Importance {
        self.finding.importance
    }

    /// What the article of a column says; nothing where it is silent.
    #[must_use]
    pub fn cell(&self, column: usize) -> &[Entry<'a>] {
        self.cells
            .binary_search_by_key(&column, |(at, _)| *at)
            .map_or(&[], |at| &self.cells[at].1)
    }

    /// The articles that are not silent, by column, in order, and what they say.
    pub fn cells(&self) -> impl ExactSizeIterator<Item = (usize, &[Entry<'a>])> {
        self.cells.iter().map(|(at, entries)| (*at, &**entries))
    }

    fn fill(&mut self, corpus: &'a Corpus, columns: &Columns<'_>) {
        let joint: Vec<ClaimId> = self
            .also
            .iter()
            .filter(|finding| finding.subject.is_none())
            .flat_map(|finding| claims(finding).map(|(_, claim)| claim))
            .collect();
        let not_known = &self.finding.not_known;
        let own = claims(self.finding).map(|(position, claim)| (Some(position), claim));
        let own = own.chain(not_known.iter().map(|claim| (None, *claim)));
        let mut entries: Vec<(usize, Option<usize>, ClaimId)> = own
            .map(|(at, claim)| (columns.of_claim(corpus, claim), at, claim))
            .collect();
        for finding in self
            .also
            .iter()
            .filter(|f| f.check == Check::AnnotatorConflict)
        {
            let aside = claims(finding).map(|(_, claim)| claim);
            entries.extend(aside.map(|claim| (columns.of_claim(corpus, claim), None, claim)));
        }
        entries.sort_unstable_by_key(|(column, at, claim)| (*column, at.is_none(), *at, *claim));
        for (column, position, claim) in entries {
            let entry = self.entry(corpus, position, claim, joint.contains(&claim));
            match self.cells.last_mut() {
                Some((last, said)) if *last == column => add(said, entry),
                _ => self.cells.push((column, vec![entry])),
            }
        }
    }

    fn entry(
        &self,
        corpus: &'a Corpus,
        position: Option<usize>,
        id: ClaimId,
        joint: bool,
    ) -> Entry<'a> {
        let claim = corpus.claim(id);
        let held = position.and_then(|at| self.finding.positions.get(at));
        Entry {
            position,
            value: claim.original(),
            stance: claim.stance,
            hedged: claim.hedged,
            conflict: held.is_some_and(|held| !held.against.is_empty()),
            joint,
            not_known: self.finding.not_known.contains(&id),
            claims: vec![id],
        }
    }
}

/// Adds what a claim says, unless another claim of the article says the same in the same words.
fn add<'a>(said: &mut Vec<Entry<'a>>, entry: Entry<'a>) {
    let same = said.iter_mut().find(|other| {
        other.position == entry.position
            && other.stance == entry.stance
            && other.hedged == entry.hedged
            && other.value == entry.value
    });
    match same {
        Some(other) => {
            other.joint |= entry.joint;
            other.claims.extend(entry.claims);
        }
        None => said.push(entry),
    }
}

/// The columns, and the one of each article.
struct Columns<'a> {
    all: Vec<Column<'a>>,
    of: Vec<usize>,
}

impl<'a> Columns<'a> {
    fn new(corpus: &'a Corpus) -> Self {
        let mut by_id: IndexMap<Symbol, Column<'a>> = IndexMap::new();
        let of = corpus
            .article_ids()
            .map(|id| {
                let article = corpus.article(id);
                let entry = by_id.entry(article.id);
                let at = entry.index();
                let column = entry.or_insert_with(|| Column {
                    id: corpus.symbols.text(article.id),
                    source: None,
                    articles: Vec::new(),
                });
                let source = article.source.map(|source| corpus.symbols.text(source));
                column.source = column.source.or(source);
                column.articles.push(id);
                at
            })
            .collect();
        let all = by_id.into_values().collect();
        Self { all, of }
    }

    fn of_claim(&self, corpus: &Corpus, claim: ClaimId) -> usize {
        let article = corpus.claim(claim).article;
        self.of.get(article.index()).copied().unwrap_or_default()
    }
}

/// Subject and property, as a finding names them.
type Topic<'a> = (Option<&'a str>, Option<&'a str>);

fn topic(finding: &Finding) -> Topic<'_> {
    (finding.subject.as_deref(), finding.property.as_deref())
}

/// Whether it adds to what another finding says about a question as a whole.
fn is_partial(finding: &Finding) -> bool {
    finding.subject.is_none() || matches!(test(finding.check), Test::Graph(_))
}

/// The rows that share a claim with a finding, else the one on its question.
fn concerned(
    finding: &Finding,
    row_of: &IndexMap<ClaimId, usize>,
    row_about: &IndexMap<Topic<'_>, usize>,
) -> BTreeSet<usize> {
    let shared = claims(finding).filter_map(|(_, claim)| row_of.get(&claim).copied());
    let mut rows: BTreeSet<usize> = shared.collect();
    if rows.is_empty() && finding.subject.is_some() {
        rows.extend(row_about.get(&topic(finding)));
    }
    rows
}

/// The claims of a finding, each with the index of its position.
fn claims(finding: &Finding) -> impl Iterator<Item = (usize, ClaimId)> {
    let positions = finding.positions.iter().enumerate();
    positions.flat_map(|(at, position)| position.claims.iter().map(move |&claim| (at, claim)))
}

/// The mark of a position, whatever its colour: A, B, ... Z, A2, B2 and so on.
#[must_use]
pub fn mark(position: usize) -> String {
    let letter = char::from(b'A' + u8::try_from(position % 26).unwrap_or_default());
    match position / 26 {
        0 => letter.to_string(),
        round => format!("{letter}{}", round + 1),
    }
}
