//! One file: its documents, known by their top-level keys.

use std::ops::Range;

use super::article::{self, ReadClaim};
use super::draft::{self, ReadDraft};
use super::format::{Document, Members, SECTIONS, Section};
use super::mistakes::{cut, duplicate, nearest, unknown_key, wrong_type};
use super::problems::Problems;
use super::record::{Shape, plain};
use super::references::References;
use super::unspaced;
use super::yaml::{self, Content, Key, Node, Part, Span};
use super::{Reader, rulings, vocabulary};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Article, Claim, Ruling, Symbols, Vocabulary};
use crate::text::FileId;

/// What one file says; its symbols are its own.
#[derive(Clone)]
pub(super) struct FileRecords {
    pub symbols: Symbols,
    pub articles: Vec<ReadArticle>,
    /// The claims of all of them, one article's after the other's.
    pub claims: Vec<Claim>,
    pub vocabulary: Vocabulary,
    pub rulings: Vec<Ruling>,
    pub diagnostics: Vec<Diagnostic>,
}

/// An article with its claims, and the file that holds its text.
#[derive(Clone)]
pub(super) struct ReadArticle {
    pub article: Article,
    /// Where its claims stand among those that were read with it.
    pub claims: Range<usize>,
    /// Where the quote of each claim stands.
    pub quotes: Box<[Span]>,
    pub drafts: Vec<ReadDraft>,
    /// The name of the file with its text, and where it is given.
    pub text: Option<(Box<str>, Span)>,
    /// Where it names other articles.
    pub references: References,
}

/// Reads a file. `name` is the id of its first article if that has none of its own; standard input
/// has no name.
pub(super) fn read(text: &str, file: FileId, name: Option<&str>, reader: Reader) -> FileRecords {
    if reader == Reader::Lines {
        let (mut problems, mut records) = (Problems::new(file), FileReader::new(name));
        let usual = yaml::read_usual(text, &mut problems, &mut |part, problems| {
            records.take(part, problems);
        });
        if usual.is_some() {
            return records.finish(problems);
        }
    }
    let (mut problems, mut records) = (Problems::new(file), FileReader::new(name));
    yaml::read(text, &mut problems, &mut |part, problems| {
        records.take(part, problems);
    });
    records.finish(problems)
}

struct FileReader<'n, 't> {
    name: Option<&'n str>,
    records: FileRecords,
    document: DocumentReader<'t>,
    /// The keys that only a file without an article may have.
    shared: Vec<(&'static Section, Span)>,
    is_empty: bool,
}

/// What is known about the document that is being read.
#[derive(Default)]
struct DocumentReader<'t> {
    section: Option<&'static Section>,
    seen: Vec<(&'static Section, Span)>,
    /// The sections that stand a second time.
    repeated: Vec<Repeated<'t>>,
    /// Whether `---` is missing before it, which is reported.
    undivided: bool,
    unknown: Vec<Key<'t>>,
    article: Vec<(Key<'t>, Node<'t>)>,
    claims: Vec<ReadClaim>,
    drafts: Vec<ReadDraft>,
    /// Whether a claim or a draft was met, good or not.
    claimed: bool,
    /// How many problems there were before the claims and drafts, where there are any.
    problems_before_claims: Option<usize>,
}

/// A section that stands a second time in its document: what it holds is of the article before, unless
/// another article follows.
struct Repeated<'t> {
    section: &'static Section,
    key: Key<'t>,
    /// How many claims and drafts stand before it.
    before: (usize, usize),
}

impl<'n, 't> FileReader<'n, 't> {
    fn new(name: Option<&'n str>) -> Self {
        Self {
            name,
            records: FileRecords {
                symbols: Symbols::default(),
                articles: Vec::new(),
                claims: Vec::new(),
                vocabulary: Vocabulary::default(),
                rulings: Vec::new(),
                diagnostics: Vec::new(),
            },
            document: DocumentReader::default(),
            shared: Vec::new(),
            is_empty: true,
        }
    }

    fn take(&mut self, part: Part<'t>, problems: &mut Problems) {
        match part {
            Part::Document => self.document = DocumentReader::default(),
            Part::Root(node) => {
                if node.content != Content::Missing {
                    self.is_empty = false;
                    unknown_document(&node, problems);
                }
            }
            Part::Section(key) => {
                self.section(key, problems);
            }
            Part::Single(key, node) => {
                let before = self.document.section;
                if let Some(section) = self.section(key, problems)
                    && node.content != Content::Missing
                {
                    let name = format!("`{}`", section.name);
                    wrong_type(&name, "a list or map", &node, problems);
                }
                // After a stray key, what goes on with the section before belongs to that section.
                self.document.section = before;
            }
            Part::Member(key, node) => self.member(key, node, problems),
            Part::End => self.end(problems),
        }
    }

    /// A top-level key.
    fn section(&mut self, key: Key<'t>, problems: &mut Problems) -> Option<&'static Section> {
        self.is_empty = false;
        self.document.section = Section::of(&key.text);
        let Some(section) = self.document.section else {
            self.document.unknown.push(key);
            return None;
        };
        let has_article = self.document.first(Members::Article).is_some();
        if has_article && section.members == Members::Article {
            self.divide(&key, problems);
        }
        let document = &mut self.document;
        document.section = Some(section);
        if matches!(section.members, Members::Claims | Members::Drafts) {
            document
                .problems_before_claims
                .get_or_insert(problems.len());
        }
        if section.document != Document::Article {
            self.shared.push((section, key.span));
        }
        match document.first(section.members) {
            Some(_) => document.repeated.push(Repeated {
                section,
                key,
                before: (document.claims.len(), document.drafts.len()),
            }),
            None => document.seen.push((section, key.span)),
        }
        Some(section)
    }

    /// Ends the document before a second article as if `---` stood there: nothing of the second is laid to the
    /// first. The claims of the second may stand before it.
    fn divide(&mut self, key: &Key<'t>, problems: &mut Problems) {
        let document = &mut self.document;
        let mut next = DocumentReader {
            undivided: true,
            ..DocumentReader::default()
        };
        let mut span = key.span;
        let is_of_article = |it: &Repeated<'_>| it.section.document == Document::Article;
        let (moved, kept) = std::mem::take(&mut document.repeated)
            .into_iter()
            .partition::<Vec<_>, _>(is_of_article);
        document.repeated = kept;
        if let Some(first) = moved.first() {
            let (claims, drafts) = first.before;
            span = first.key.span;
            next.claims = document.claims.split_off(claims);
            next.drafts = document.drafts.split_off(drafts);
            next.claimed = true;
            for mut again in moved {
                again.before = (again.before.0 - claims, again.before.1 - drafts);
                match next.first(again.section.members) {
                    Some(_) => next.repeated.push(again),
                    None => next.seen.push((again.section, again.key.span)),
                }
            }
        }
        document.claimed = true;
        let first = document.first(Members::Article).unwrap_or(span);
        problems.add_related(
            Code::MissingDashes,
            span,
            "a second article starts here, and no `---` divides it from the first",
            "Put a line `---` before it; if it is no other article, keep one of the two.",
            (first, "the first one"),
        );
        self.end(problems);
        self.document = next;
    }

    fn member(&mut self, key: Option<Key<'t>>, node: Node<'t>, problems: &mut Problems) {
        let Some(section) = self.document.section else {
            return;
        };
        let records = &mut self.records;
        let vocabulary = &mut records.vocabulary;
        if let (Shape::Named(_), Some(key)) = (section.shape, &key)
            && let Some(slip) = unspaced::in_name(&key.text)
        {
            return slip.report(key.span.spot, problems);
        }
        match (section.members, key) {
            (Members::Article, Some(key)) => self.document.article.push((key, node)),
            (Members::Sources, Some(key)) => vocabulary::source(&key, &node, vocabulary, problems),
            (Members::Entities, Some(key)) => vocabulary::entity(&key, &node, vocabulary, problems),
            (Members::Properties, Some(key)) => {
                vocabulary::property(&key, &node, vocabulary, problems);
            }
            (Members::Claims, None) => {
                self.document.claimed = true;
                let claim = article::claim(&node, &mut records.symbols, problems);
                self.document.claims.extend(claim);
            }
            (Members::Drafts, None) => {
                self.document.claimed = true;
                self.document.drafts.extend(draft::draft(&node, problems));
            }
            (Members::Rules, None) => vocabulary::rule(&node, vocabulary, problems),
            (Members::Rulings, None) => records.rulings.extend(rulings::ruling(&node, problems)),
            // One message is enough for a whole section of the wrong shape.
            (members, Some(key)) => {
                match unspaced::find(&key.text) {
                    Some(slip) => slip.report(key.span.spot, problems),
                    None => problems.add(
                        Code::WrongType,
                        key.span,
                        format!("`{}` is a list, and this is a map", section.name),
                        "Start each entry with `- `.",
                    ),
                }
                self.document.section = None;
                self.document.claimed |= matches!(members, Members::Claims | Members::Drafts);
            }
            (_, None) => {
                problems.add(
                    Code::WrongType,
                    node.span,
                    format!("`{}` is a map, and this is a list", section.name),
                    "Write `key: value`, without `- `.",
                );
                self.document.section = None;
            }
        }
    }

    fn end(&mut self, problems: &mut Problems) {
        let document = std::mem::take(&mut self.document);
        for again in &document.repeated {
            if let Some(first) = document.first(again.section.members) {
                duplicate(&again.key, first, problems);
            }
        }
        if document.seen.is_empty() {
            if let Some(key) = document.unknown.first() {
                unknown_section(key, problems);
            }
            return;
        }
        for key in &document.unknown {
            stray_key(key, problems);
        }
        let of_article = |(section, _): &&(&Section, Span)| section.document == Document::Article;
        if let Some((_, span)) = document.seen.iter().find(of_article) {
            self.article(*span, document, problems);
        }
    }

    fn article(&mut self, start: Span, document: DocumentReader<'t>, problems: &mut Problems) {
        let symbols = &mut self.records.symbols;
        let (mut article, text, references) =
            article::article(&document.article, start, symbols, problems);
        if symbols.text(article.id).is_empty() {
            let default = default_id(self.name, self.records.articles.len());
            article.id = symbols.intern(&default);
            let is_first = self.name.is_some() && self.records.articles.is_empty();
            if !is_first && !document.undivided {
                problems.add(
                    Code::MissingId,
                    start,
                    "this article needs an id: only the first of a file is named after the file",
                    "Add a line `id: ...` under `article:`.",
                );
            }
        }
        // Claims that are lost to a syntax error were reported already.
        let before = document.problems_before_claims;
        let is_cut = |key: &Key<'_>| unspaced::find(&key.text).is_some();
        let lost = before.is_some_and(|before| problems.len() > before)
            || document.unknown.iter().any(is_cut);
        if !document.claimed && !lost && !document.undivided {
            problems.add(
                Code::NoClaims,
                start,
                "this article makes no claim",
                "Add a list of claims under `claims:`.",
            );
        }
        let start = self.records.claims.len();
        let quotes = document.claims.iter().map(|read| read.quote).collect();
        let claims = document.claims.into_iter().map(|read| read.claim);
        self.records.claims.extend(claims);
        self.records.articles.push(ReadArticle {
            article,
            claims: start..self.records.claims.len(),
            quotes,
            drafts: document.drafts,
            text,
            references,
        });
    }

    fn finish(mut self, mut problems: Problems) -> FileRecords {
        if self.is_empty && problems.len() == 0 {
            problems.add(
                Code::NoClaims,
                Span::at_start(),
                "this file holds nothing",
                "Write an article, a vocabulary or rulings into it, or remove it.",
            );
        }
        if !self.records.articles.is_empty() && !self.shared.is_empty() {
            for (section, span) in &self.shared {
                problems.add(
                    Code::MixedFile,
                    *span,
                    format!("`{}` is not read from a file that holds an article", section.name),
                    "Move it into a file of its own: an article must not change how others are read.",
                );
            }
            self.records.vocabulary = Vocabulary::default();
            self.records.rulings.clear();
        }
        self.records.diagnostics = problems.into_list();
        self.records
    }
}

impl DocumentReader<'_> {
    /// Where the first section stands that holds such members.
    fn first(&self, members: Members) -> Option<Span> {
        let mut seen = self.seen.iter();
        let (_, span) = seen.find(|(section, _)| section.members == members)?;
        Some(*span)
    }
}

/// The id of an article that has none: the file's name, and its number in the file from the second on.
fn default_id(name: Option<&str>, articles_before: usize) -> String {
    let name = name.unwrap_or("stdin");
    match articles_before {
        0 => name.to_owned(),
        n => format!("{name}-{}", n + 1),
    }
}

fn unknown_document(root: &Node<'_>, problems: &mut Problems) {
    let span = root.span;
    if let Some(slip) = root.text().and_then(unspaced::find) {
        return slip.report(span.spot, problems);
    }
    problems.add(
        Code::UnknownDocument,
        span,
        "this document is not a map of keys and values",
        format!("Start it with one of {}.", section_names()),
    );
}

/// A key that no document has; most often one of a claim that lost its indent.
fn stray_key(key: &Key<'_>, problems: &mut Problems) {
    let name = plain(&key.text);
    let owner = SECTIONS
        .iter()
        .filter_map(Section::record)
        .find(|record| record.fields.iter().any(|field| field.name == name));
    match owner {
        Some(record) => problems.add(
            Code::UnknownField,
            key.span,
            format!(
                "`{}` is a key of {}, and this line is not indented like one",
                cut(&key.text),
                record.what
            ),
            "Indent it like the other keys of its entry.",
        ),
        None => {
            unknown_key("a document", names(), key, problems);
        }
    }
}

fn unknown_section(key: &Key<'_>, problems: &mut Problems) {
    if let Some(slip) = unspaced::find(&key.text) {
        return slip.report(key.span.spot, problems);
    }
    let hint = match nearest(&plain(&key.text), names()) {
        Some(name) => format!("Did you mean `{name}`? A document has {}.", section_names()),
        None => format!("Start it with one of {}.", section_names()),
    };
    problems.add(
        Code::UnknownDocument,
        key.span,
        format!(
            "`{}` starts neither an article nor a vocabulary nor rulings",
            cut(&key.text)
        ),
        hint,
    );
}

fn section_names() -> String {
    names()
        .map(|name| format!("`{name}:`"))
        .collect::<Vec<_>>()
        .join(", ")
}

fn names() -> impl Iterator<Item = &'static str> + Clone {
    SECTIONS.iter().map(|section| section.name)
}
