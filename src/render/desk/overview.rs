//! All of a desk at a glance: its articles, its matters, its problems.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::diagnostic::{Code, Diagnostic};
use crate::edit::{Node, block};
use crate::finding::{Finding, Report, Section};
use crate::model::{ArticleId, Corpus};
use crate::render::html::shown::{Shown, Stretch, stretches};
use crate::render::html::sign::Sign;
use crate::render::phrase::{self, Topics};
use crate::render::place::{path, place};
use crate::render::untrusted::link;
use crate::text::{FileId, Place, Spot};
use crate::value::date;

/// So many matters and problems are listed.
const MOST: usize = 500;

/// Longer sides are cut; the matter has them in full.
const LONGEST: usize = 160;

/// All of a desk at a glance.
#[derive(Serialize)]
pub struct Overview<'a> {
    head: String,
    articles: Vec<ArticleView<'a>>,
    matters: Vec<MatterView>,
    more_matters: usize,
    remedies: Vec<RemedyView>,
    problems: Vec<ProblemView<'a>>,
    more_problems: usize,
    subjects: Vec<Shown<'a>>,
    properties: Vec<Shown<'a>>,
    speakers: Vec<Shown<'a>>,
}

/// An article, and what it waits for.
#[derive(Serialize)]
pub struct ArticleView<'a> {
    /// What stands for it.
    key: String,
    id: Shown<'a>,
    source: Shown<'a>,
    title: Shown<'a>,
    author: Shown<'a>,
    published: String,
    link: Option<String>,
    file: Shown<'a>,
    has_text: bool,
    claims: usize,
    drafts: usize,
    conflicts: usize,
    not_found: usize,
    problems: usize,
}

#[derive(Serialize)]
struct MatterView {
    id: String,
    sign: Sign,
    word: String,
    about: Shown<'static>,
    sides: Vec<Shown<'static>>,
    folded: usize,
    articles: Vec<String>,
    silenced: bool,
}

#[derive(Serialize)]
struct RemedyView {
    text: Vec<Stretch>,
    about: Shown<'static>,
}

/// A problem in a file.
#[derive(Serialize)]
pub struct ProblemView<'a> {
    level: &'static str,
    code: &'static str,
    message: Shown<'a>,
    hint: Vec<Stretch>,
    place: Shown<'a>,
    line: u32,
    /// The article that it is about.
    article: Option<String>,
    /// What would mend it, as YAML for the vocabulary: with each of the labels as the main one.
    fixes: Vec<FixView<'a>>,
}

#[derive(Serialize)]
struct FixView<'a> {
    label: Shown<'a>,
    yaml: Cow<'a, str>,
}

impl<'a> Overview<'a> {
    /// Of a report.
    #[must_use]
    pub fn new(report: &'a Report<'_>) -> Self {
        let corpus = report.corpus;
        let topics = Topics::of(report);
        let sections = [Section::Conflicts, Section::Warnings];
        let matters = || sections.iter().flat_map(|it| report.matters(*it));
        let remedies = phrase::remedies(report, &topics).into_iter();
        let distinct = |symbols: BTreeSet<&'a str>| symbols.into_iter().map(Shown::from).collect();
        let text = |symbol| corpus.symbols.text(symbol);
        let claims = &corpus.claims;
        Self {
            head: phrase::counts(report),
            articles: articles(report),
            matters: matters()
                .take(MOST)
                .map(|(finding, folded)| MatterView::new(corpus, &topics, finding, folded.len()))
                .collect(),
            more_matters: matters().count().saturating_sub(MOST),
            remedies: remedies
                .map(|it| RemedyView {
                    text: stretches(&it.text),
                    about: Shown::cut(&it.about.join("; "), LONGEST),
                })
                .collect(),
            problems: problems(corpus, &report.diagnostics),
            more_problems: report.diagnostics.len().saturating_sub(MOST),
            subjects: distinct(claims.iter().map(|it| text(it.subject)).collect()),
            properties: distinct(claims.iter().map(|it| text(it.property)).collect()),
            speakers: distinct(
                claims
                    .iter()
                    .flat_map(|it| it.attribution.iter().map(|who| text(*who)))
                    .collect(),
            ),
        }
    }
}

impl MatterView {
    fn new(corpus: &Corpus, topics: &Topics<'_>, finding: &Finding, folded: usize) -> Self {
        let (sign, word) = Sign::of_finding(finding);
        let sides = phrase::versus(corpus, finding);
        Self {
            id: finding.id.to_string(),
            sign,
            word,
            about: Shown::cut(&topics.about(finding), LONGEST),
            sides: sides.iter().map(|side| Shown::cut(side, LONGEST)).collect(),
            folded,
            articles: taking_part(corpus, finding),
            silenced: finding.is_silenced(),
        }
    }
}

/// The keys of the articles whose claims a finding weighs.
pub(super) fn taking_part(corpus: &Corpus, finding: &Finding) -> Vec<String> {
    let claims = finding.opposed().flat_map(|position| &position.claims);
    let articles: BTreeSet<ArticleId> = claims.map(|id| corpus.claim(*id).article).collect();
    articles
        .into_iter()
        .map(|it| corpus.article_key(it))
        .collect()
}

fn articles<'a>(report: &'a Report<'_>) -> Vec<ArticleView<'a>> {
    let corpus = report.corpus;
    let mut views: Vec<ArticleView<'a>> = corpus
        .article_ids()
        .map(|id| ArticleView::new(corpus, id))
        .collect();
    let mut view = |id: ArticleId, change: fn(&mut ArticleView<'_>)| {
        if let Some(view) = views.get_mut(id.index()) {
            change(view);
        }
    };
    for claim in &corpus.claims {
        view(claim.article, |it| it.claims += 1);
    }
    for draft in &corpus.drafts {
        view(draft.article, |it| it.drafts += 1);
    }
    for (finding, _) in report.matters(Section::Conflicts) {
        if finding.is_silenced() {
            continue;
        }
        let claims = finding.opposed().flat_map(|position| &position.claims);
        let articles: BTreeSet<ArticleId> = claims.map(|id| corpus.claim(*id).article).collect();
        for id in articles {
            view(id, |it| it.conflicts += 1);
        }
    }
    let owners = Owners::new(corpus);
    for problem in &report.diagnostics {
        if let Some(id) = owners.of(problem.place) {
            match problem.code {
                Code::QuoteNotFound => view(id, |it| it.not_found += 1),
                _ => view(id, |it| it.problems += 1),
            }
        }
    }
    views
}

impl<'a> ArticleView<'a> {
    /// An article without what is counted of it.
    #[must_use]
    pub fn new(corpus: &'a Corpus, id: ArticleId) -> Self {
        let article = corpus.article(id);
        Self {
            key: corpus.article_key(id),
            id: corpus.id(id).into(),
            source: article
                .source
                .map(|it| corpus.symbols.text(it))
                .unwrap_or_default()
                .into(),
            title: article.title.as_deref().unwrap_or_default().into(),
            author: article.author.as_deref().unwrap_or_default().into(),
            published: match (&article.published, &article.guessed) {
                (Some(days), _) => date::describe(days),
                (None, Some(days)) => format!("guessed: {}", date::describe(days)),
                (None, None) => String::new(),
            },
            link: article.url.as_deref().and_then(link),
            file: path(corpus, article.place.file).into(),
            has_text: article.text.is_some(),
            claims: 0,
            drafts: 0,
            conflicts: 0,
            not_found: 0,
            problems: 0,
        }
    }
}

/// The problems of files, those that most deserve a look first.
#[must_use]
pub fn problems<'a>(corpus: &Corpus, diagnostics: &'a [Diagnostic]) -> Vec<ProblemView<'a>> {
    let owners = Owners::new(corpus);
    let mut listed: Vec<&Diagnostic> = diagnostics.iter().collect();
    listed.sort_by_key(|it| it.severity());
    let view = |it: &'a Diagnostic| {
        // Where a hint holds lines for the vocabulary, they stand behind its sentence.
        let (hint, lines) = it.hint.split_once('\n').unwrap_or((&it.hint, ""));
        let owner = owners.of(it.place);
        ProblemView {
            level: it.severity().name(),
            code: it.code.name(),
            message: it.message.as_str().into(),
            hint: stretches(hint),
            place: place(corpus, it.place).into(),
            line: it.place.spot.line,
            article: owner.map(|id| corpus.article_key(id)),
            fixes: match it.code.is_near_miss() && !lines.is_empty() {
                true => fixes(&it.alike, lines),
                false => Vec::new(),
            },
        }
    };
    listed.into_iter().take(MOST).map(view).collect()
}

/// The lines that make labels one, `lines` for the first, and the same with each other as the main one.
fn fixes<'a>(labels: &'a [String], lines: &'a str) -> Vec<FixView<'a>> {
    let turned = |main: &'a String| {
        let text = |it: &String| Node::Text(it.clone());
        let aliases = labels.iter().filter(|it| *it != main).map(text);
        let fields = vec![("aliases".to_owned(), Node::List(aliases.collect()))];
        let entry = Node::Map(vec![(main.clone(), Node::Map(fields))]);
        let lines = block(&Node::Map(vec![("properties".to_owned(), entry)]));
        lines.iter().map(|line| format!("{line}\n")).collect()
    };
    let label = |at: usize| labels.get(at).map_or("", String::as_str).into();
    let others = labels.iter().enumerate().skip(1);
    let others = others.map(|(at, main)| (label(at), Cow::Owned(turned(main))));
    std::iter::once((label(0), Cow::Borrowed(lines)))
        .chain(others)
        .map(|(label, yaml)| FixView { label, yaml })
        .collect()
}

/// Which article a place of a file belongs to.
struct Owners(BTreeMap<FileId, Vec<(Spot, ArticleId)>>);

impl Owners {
    fn new(corpus: &Corpus) -> Self {
        let mut owners: BTreeMap<FileId, Vec<(Spot, ArticleId)>> = BTreeMap::new();
        for id in corpus.article_ids() {
            let place = corpus.article(id).place;
            owners.entry(place.file).or_default().push((place.spot, id));
        }
        for articles in owners.values_mut() {
            articles.sort_unstable();
        }
        Self(owners)
    }

    fn of(&self, place: Place) -> Option<ArticleId> {
        let articles = self.0.get(&place.file)?;
        let before = articles.partition_point(|(spot, _)| *spot <= place.spot);
        articles.get(before.saturating_sub(1)).map(|(_, id)| *id)
    }
}
