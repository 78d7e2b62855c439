//! What stands in each shape, and what programs are told of it.

use std::collections::BTreeSet;

use super::attribute::Datum;
use super::index::Index;
use super::{Mark, Shape, Sort};
use crate::align::{EntityId, QuestionId, Speaker};
use crate::finding::{Check, Finding, Level, Section};
use crate::graph::{ClaimGraph, PositionId};
use crate::model::{ArticleId, Axis, ClaimId, ClaimIds, Stance};
use crate::text::Place;
use crate::value::date;
use crate::value::sentence::counted;

/// Up to so many names are written out; of more, the number.
const MOST_NAMES: usize = 4;

/// Makes shapes of records.
pub(super) struct Shapes<'g, 'a> {
    pub(super) graph: &'g ClaimGraph<'a>,
    pub(super) index: &'g Index<'g>,
    pub(super) ids: ClaimIds<'g>,
}

impl Shapes<'_, '_> {
    /// A source, subject or speaker.
    pub(super) fn entity(&self, sort: Sort, entity: EntityId) -> Shape {
        let articles = self.graph.published_by(entity).count();
        let mut shape = bare(sort, self.graph.alignment.name(entity).to_owned());
        if articles > 0 {
            shape.details.push(counted(articles, "article"));
            shape.add("articles", articles);
        }
        shape
    }

    /// A speaker without a proper name.
    pub(super) fn unnamed(&self, speaker: Speaker) -> Shape {
        let Speaker::Unnamed(article, name) = speaker else {
            return bare(Sort::Speaker, String::new());
        };
        let text = |symbol| self.graph.corpus.symbols.text(symbol).to_owned();
        let article = text(self.graph.corpus.article(article).id);
        let mut shape = bare(Sort::Speaker, format!("{} ({article})", text(name)));
        shape.title = text(name);
        shape.details.push(format!("in {article}"));
        shape.add("article", article);
        shape
    }

    /// An article; its source stands in it where no shape of its own does.
    pub(super) fn article(&self, id: ArticleId, with_source: bool) -> Shape {
        let corpus = self.graph.corpus;
        let article = corpus.article(id);
        let text = |symbol| corpus.symbols.text(symbol).to_owned();
        let annotator = article.annotator.map(text);
        let mut shape = bare(Sort::Article, text(article.id));
        if let Some(annotator) = &annotator {
            // Two annotators may each have read the article.
            shape.id = format!("{} ({annotator})", shape.id);
        }
        let source = article.source.map(text);
        shape.details.extend(source.clone().filter(|_| with_source));
        let published = article.published.as_ref().map(date::describe);
        shape.details.extend(published.clone());
        // The readings of one article stand beside each other.
        let next = corpus.articles.get(id.index() + 1);
        let has_twin =
            self.graph.publication(id) != id || next.is_some_and(|next| next.id == article.id);
        if let Some(annotator) = annotator.as_ref().filter(|_| has_twin) {
            shape.details.push(format!("read by {annotator}"));
        }
        for (name, value) in [
            ("source", source),
            ("title", article.title.as_deref().map(str::to_owned)),
            ("author", article.author.as_deref().map(str::to_owned)),
            ("url", article.url.as_deref().map(str::to_owned)),
            ("published", published),
            ("annotator", annotator),
        ] {
            shape.add_some(name, value);
        }
        self.add_place(&mut shape, article.place);
        shape
    }

    /// A claim: its value, quote, limits and place.
    pub(super) fn claim(&self, id: ClaimId) -> Shape {
        let corpus = self.graph.corpus;
        let claim = corpus.claim(id);
        let text = |symbol| corpus.symbols.text(symbol).to_owned();
        let mut shape = bare(Sort::Claim, self.ids.get(id).into_owned());
        let original = claim.original().into_owned();
        shape.title = match claim.stance {
            Stance::Asserts => original.clone(),
            Stance::Denies => format!("denies: {original}"),
        };
        shape
            .details
            .extend(claim.quote().iter().map(|quote| format!("“{quote}”")));
        let hedged = claim.hedged.then(|| "hedged".to_owned());
        let scope = claim.details.scope(&corpus.symbols);
        let remarks: Vec<String> = hedged.into_iter().chain(scope).collect();
        if !remarks.is_empty() {
            shape.details.push(remarks.join(", "));
        }
        if self.index.position(id).is_none() {
            shape.mark = Mark::NotCompared;
        }
        let article = corpus.article(claim.article);
        let limit = |axis| claim.details.limit(axis).map(str::to_owned);
        let speakers: Vec<String> = claim.attribution.iter().map(|who| text(*who)).collect();
        let speakers = (!speakers.is_empty()).then(|| speakers.join("; "));
        shape.add("subject", text(claim.subject));
        shape.add("property", text(claim.property));
        shape.add("value", original);
        shape.add("article", text(article.id));
        shape.add("stance", claim.stance.name().to_owned());
        shape.add("hedged", claim.hedged);
        for (name, value) in [
            ("source", article.source.map(text)),
            ("attribution", speakers),
            ("quote", claim.quote().map(str::to_owned)),
            ("note", claim.note().map(str::to_owned)),
            ("said", claim.details.said.as_deref().map(str::to_owned)),
            ("when", limit(Axis::When)),
            ("where", limit(Axis::Where)),
        ] {
            shape.add_some(name, value);
        }
        let place = corpus.place(id);
        let path = corpus.files.path(place.file);
        if let Some(file) = path.file_name() {
            let file = file.to_string_lossy();
            shape.details.push(format!("{file}:{}", place.spot.line));
        }
        self.add_place(&mut shape, place);
        shape
    }

    /// A position: what it says, and who stands behind it.
    pub(super) fn position(&self, id: PositionId) -> Shape {
        let (question, at) = self.graph.position(id);
        let standing = self.graph.standing(question);
        let stand = &standing.positions[at];
        let position = self
            .index
            .family(question)
            .and_then(|finding| finding.positions.get(at));
        let value = match position {
            Some(position) => position.value.clone(),
            None => stand.value.describe(),
        };
        let name = self.question_name(question);
        let mut shape = bare(Sort::Position, format!("{name}: {value}"));
        shape.title.clone_from(&value);
        shape.mark = self.mark_of(question, at);
        shape.add("value", value);
        shape.add("kind_of_value", standing.kind.name().to_owned());
        if let Some(position) = position {
            shape.details.extend(
                position
                    .meaning
                    .iter()
                    .map(|meaning| format!("= {meaning}")),
            );
            shape.add_some("meaning", position.meaning.clone());
            let origins = position.origins.iter().map(ToString::to_string);
            let origins: Vec<String> = origins.collect();
            shape
                .details
                .push(format!("from {}", enough(&origins, "origins")));
            shape.add("origins", origins.join("; "));
        }
        let article = |claim: &ClaimId| self.graph.publication(self.graph.article_of(*claim));
        let articles: BTreeSet<_> = stand.claims.iter().map(article).collect();
        shape.add("claims", stand.claims.len());
        shape.add("articles", articles.len());
        shape
    }

    /// What the checks say of a position.
    fn mark_of(&self, question: QuestionId, at: usize) -> Mark {
        let against = self.index.oppositions(question);
        let against = against.filter(|other| other.left == at || other.right == at);
        let level = against.map(|other| other.check.level()).min();
        let finding = self.index.family(question);
        let agrees = finding
            .and_then(|finding| finding.positions.get(at))
            .is_some_and(|position| position.agrees);
        match level {
            Some(Level::Conflict) => Mark::Conflict,
            Some(_) => Mark::Warning,
            None if agrees => Mark::Agreement,
            None if finding.is_some_and(|finding| finding.check == Check::Undetermined) => {
                Mark::NotCompared
            }
            None => Mark::Plain,
        }
    }

    /// A question: its words, and what was found.
    pub(super) fn question(&self, id: QuestionId) -> Shape {
        let alignment = self.graph.alignment;
        let question = alignment.question(id);
        let name = self.question_name(id);
        let property = alignment.properties.name(question.property).to_owned();
        let declared = alignment
            .properties
            .declared(question.property, self.graph.corpus);
        let words = declared.and_then(|property| property.question.as_deref());
        let mut shape = bare(Sort::Question, name.clone());
        shape.add("subject", alignment.name(question.subject).to_owned());
        shape.add("property", property);
        shape.add("claims", question.claims.len());
        if let Some(words) = words {
            shape.title = words.to_owned();
            shape.details.push(name);
            shape.add("question", words.to_owned());
        }
        let family = self.index.family(id).into_iter();
        for finding in family.chain(self.index.beside(id).iter().copied()) {
            shape.mark = shape.mark.min(mark(finding));
            shape
                .details
                .push(format!("{} {}", finding.check.name(), finding.id));
        }
        if let Some(finding) = self.index.family(id) {
            self.add_finding(&mut shape, finding);
        }
        shape
    }

    /// A finding that spans questions.
    pub(super) fn finding(&self, finding: &Finding) -> Shape {
        let mut shape = bare(Sort::Finding, finding.id.to_string());
        shape.title = finding.check.name().to_owned();
        shape.mark = mark(finding);
        shape.details.push(finding.message.clone());
        let rules = finding.rules.iter().map(|rule| format!("rule: {rule}"));
        shape.details.extend(rules);
        self.add_finding(&mut shape, finding);
        shape
    }

    fn add_finding(&self, shape: &mut Shape, finding: &Finding) {
        let silenced = finding.is_silenced();
        if silenced {
            shape.details.push("silenced by a ruling".into());
        }
        shape.add("check", finding.check.name().to_owned());
        shape.add("level", finding.level.name().to_owned());
        shape.add("finding", finding.id.to_string());
        shape.add("silenced", silenced);
        shape.add("message", finding.message.clone());
    }

    fn question_name(&self, id: QuestionId) -> String {
        let alignment = self.graph.alignment;
        let question = alignment.question(id);
        let property = alignment.properties.name(question.property);
        format!("{} / {property}", alignment.name(question.subject))
    }

    fn add_place(&self, shape: &mut Shape, place: Place) {
        let path = self.graph.corpus.files.path(place.file);
        shape.add("file", path.to_string_lossy().replace('\\', "/"));
        shape.add("line", place.spot.line as usize);
    }
}

impl Shape {
    pub(super) fn add(&mut self, name: &'static str, value: impl Into<Datum>) {
        self.attributes.push((name, value.into()));
    }

    fn add_some(&mut self, name: &'static str, value: Option<String>) {
        self.attributes
            .extend(value.map(|value| (name, Datum::Text(value))));
    }
}

impl From<String> for Datum {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Datum {
    fn from(number: usize) -> Self {
        Self::Count(number)
    }
}

impl From<bool> for Datum {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

fn bare(sort: Sort, id: String) -> Shape {
    Shape {
        sort,
        title: id.clone(),
        id,
        details: Vec::new(),
        mark: Mark::Plain,
        focus: false,
        inside: None,
        attributes: Vec::new(),
    }
}

fn mark(finding: &Finding) -> Mark {
    match finding.section() {
        Section::Conflicts => Mark::Conflict,
        Section::Warnings => Mark::Warning,
        Section::Agreements => Mark::Agreement,
        Section::NotCompared => Mark::NotCompared,
        Section::Notes => Mark::Plain,
    }
}

/// The names, or their number where they are many.
fn enough(names: &[String], noun: &str) -> String {
    match names.len() {
        0..=MOST_NAMES => names.join(", "),
        many => format!("{many} {noun}"),
    }
}
