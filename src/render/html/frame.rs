//! The page around the findings: its head, its lists of articles and problems.

use askama::Template;

use super::Body;
use super::policy::policy;
use super::shown::Shown;
use super::sign::Sign;
use crate::diagnostic;
use crate::finding::{Report, Section};
use crate::model::{Article, Corpus, Symbol};
use crate::render::matrix::{Column, Matrix};
use crate::render::phrase;
use crate::render::place::place;
use crate::render::untrusted::link;
use crate::value::date;

const STYLE: &str = include_str!("../../../templates/style.css");
const SCRIPT: &str = include_str!("../../../templates/script.js");

/// Up to so many articles, problems and joined names are listed.
const MOST_LISTED: usize = 500;

/// The whole page.
#[derive(Template)]
#[template(path = "page.html")]
pub(super) struct PageView<'a> {
    policy: String,
    style: &'static str,
    script: &'static str,
    version: &'static str,
    title: String,
    headline: String,
    lead: String,
    parts: Vec<PartView>,
    remarks: Vec<Shown<'a>>,
    left_out: String,
    nothing: &'static str,
    columns: Vec<ColumnView<'a>>,
    subjects: Vec<Shown<'a>>,
    rows: Vec<String>,
    is_wide: bool,
    brief: String,
    joins_title: &'static str,
    joins_hint: &'static str,
    joins: Vec<JoinView<'a>>,
    articles: Vec<ArticleView<'a>>,
    more_articles: Option<String>,
    problems: Vec<ProblemView<'a>>,
    problem_count: usize,
    more_problems: Option<String>,
}

/// One part of the findings.
pub(super) struct PartView {
    number: usize,
    mark: &'static str,
    label: &'static str,
    class: &'static str,
    anchor: &'static str,
    about: &'static str,
    title: &'static str,
    shown: usize,
    /// Whether the page hides it until it is asked for.
    quiet: bool,
    findings: Vec<String>,
}

struct ColumnView<'a> {
    id: Shown<'a>,
    source: Option<Shown<'a>>,
    label: Shown<'a>,
}

struct JoinView<'a> {
    name: Shown<'a>,
    entity: Shown<'a>,
    why: Shown<'a>,
    score: String,
}

struct ArticleView<'a> {
    id: Shown<'a>,
    source: Shown<'a>,
    title: Shown<'a>,
    author: Option<Shown<'a>>,
    link: Option<String>,
    published: String,
    draws_on: Shown<'a>,
    claims: usize,
    place: Shown<'a>,
}

struct ProblemView<'a> {
    level: &'static str,
    message: Shown<'a>,
    hint: Shown<'a>,
    place: Shown<'a>,
}

impl<'a> PageView<'a> {
    /// The page of a report, around what is written already.
    pub(super) fn new(report: &'a Report<'_>, matrix: &Matrix<'a>, body: Body) -> Self {
        let corpus = report.corpus;
        let summary = &report.summary;
        let counted = |number, noun| phrase::count(number, noun);
        let articles = counted(summary.articles, "article");
        let left_out = body.left_out.iter().map(|(section, number)| {
            let sign = Sign::of(*section);
            format!("{number} {}", sign.label)
        });
        let left_out: Vec<String> = left_out.collect();
        let mut claims = vec![0_usize; corpus.articles.len()];
        for claim in &corpus.claims {
            if let Some(count) = claims.get_mut(claim.article.index()) {
                *count += 1;
            }
        }
        let listed = corpus.articles.iter().zip(claims).take(MOST_LISTED);
        let problems = report.diagnostics.iter().take(MOST_LISTED);
        Self {
            policy: policy(STYLE, SCRIPT),
            style: STYLE,
            script: SCRIPT,
            version: env!("CARGO_PKG_VERSION"),
            title: format!("{} in {articles} · gainsay", phrase::conflicts(summary)),
            headline: match summary.conflicts {
                0 => format!("{articles}: no conflicts found"),
                _ => format!("{articles}, {}", phrase::conflicts(summary)),
            },
            lead: format!(
                "{} on {}.",
                counted(summary.claims, "claim"),
                counted(summary.questions, "question")
            ),
            parts: body.parts,
            remarks: remarks(report),
            left_out: left_out.join(", "),
            nothing: match summary.questions {
                0 => "no claim was read",
                _ => "no finding is of the level, check, source or subject asked for",
            },
            columns: matrix.columns.iter().map(ColumnView::new).collect(),
            subjects: body.subjects.into_iter().map(Shown::from).collect(),
            rows: body.rows,
            is_wide: body.is_wide,
            brief: body.brief,
            joins_title: phrase::JOINS,
            joins_hint: phrase::JOINS_HINT,
            joins: report
                .joins
                .iter()
                .take(MOST_LISTED)
                .map(JoinView::new)
                .collect(),
            articles: listed
                .map(|(article, claims)| ArticleView::new(corpus, article, claims))
                .collect(),
            more_articles: and_more(corpus.articles.len(), "article"),
            problems: problems
                .map(|problem| ProblemView {
                    level: problem.severity().name(),
                    message: problem.message.as_str().into(),
                    hint: problem.hint.as_str().into(),
                    place: place(corpus, problem.place).into(),
                })
                .collect(),
            problem_count: diagnostic::count(&report.diagnostics),
            more_problems: and_more(diagnostic::count(&report.diagnostics), "problem"),
        }
    }
}

impl PartView {
    /// A part with its findings, written already.
    pub(super) fn new(section: Section, sign: Sign, findings: Vec<String>) -> Self {
        Self {
            number: sign.number,
            mark: sign.mark,
            label: sign.label,
            class: sign.class,
            anchor: sign.anchor,
            about: sign.about,
            title: phrase::title(section),
            shown: findings.len(),
            quiet: section == Section::Notes,
            findings,
        }
    }
}

impl<'a> ColumnView<'a> {
    fn new(column: &Column<'a>) -> Self {
        Self {
            id: column.id.into(),
            source: column.source.map(Shown::from),
            label: match column.source {
                Some(source) => format!("{} ({source})", column.id).into(),
                None => column.id.into(),
            },
        }
    }
}

impl<'a> JoinView<'a> {
    fn new(join: &'a crate::finding::Join) -> Self {
        Self {
            name: phrase::join_name(join).into(),
            entity: join.entity.as_str().into(),
            why: join.why.as_str().into(),
            score: format!("{:.2}", join.score),
        }
    }
}

impl<'a> ArticleView<'a> {
    fn new(corpus: &'a Corpus, article: &'a Article, claims: usize) -> Self {
        let text = |symbol: Symbol| corpus.symbols.text(symbol);
        let annotator = article
            .annotator
            .map(|who| format!(", read by {}", text(who)));
        let link = article.url.as_deref().and_then(link);
        let copies = article
            .copy_of
            .iter()
            .map(|id| format!("copies {}", text(*id)));
        let revises = article
            .revises
            .iter()
            .map(|id| format!("revises {}", text(*id)));
        let cites = article.cites.iter().map(|id| text(*id).to_owned());
        let draws_on: Vec<String> = copies.chain(revises).chain(cites).collect();
        Self {
            id: format!("{}{}", text(article.id), annotator.unwrap_or_default()).into(),
            source: article.source.map(text).unwrap_or_default().into(),
            title: match (&article.title, &link) {
                (Some(title), _) => (&**title).into(),
                (None, Some(link)) => link.clone().into(),
                (None, None) => Shown::default(),
            },
            author: article.author.as_deref().map(Shown::from),
            link,
            published: match (&article.published, &article.guessed) {
                (Some(published), _) => date::describe(published),
                (None, Some(guess)) => format!("guessed: {}", date::describe(guess)),
                (None, None) => String::new(),
            },
            draws_on: draws_on.join(", ").into(),
            claims,
            place: place(corpus, article.place).into(),
        }
    }
}

/// What to know about the run as a whole.
fn remarks<'a>(report: &'a Report<'_>) -> Vec<Shown<'a>> {
    let summary = &report.summary;
    let mut remarks = Vec::new();
    if summary.silenced > 0 {
        let hidden = match summary.hidden_by_rulings {
            0 => String::new(),
            n if n == summary.silenced => " and not in this report; --all shows them".into(),
            n => format!(", of which {n} are not in this report; --all shows them"),
        };
        remarks.push(format!("{}{hidden}.", phrase::silenced(report)).into());
    }
    if summary.idle_rulings > 0 {
        remarks.push(format!("{}.", phrase::idle(report)).into());
    }
    if summary.drafts > 0 {
        remarks.push(format!("{}.", phrase::waiting(summary.drafts)).into());
    }
    if summary.quotes.all > 0 {
        remarks.push(format!("{}.", phrase::quotes(summary)).into());
    }
    let filtered = summary.hidden.saturating_sub(summary.hidden_by_rulings);
    if filtered > 0 {
        let hidden = phrase::count(filtered, "finding");
        let them = if filtered == 1 { "it" } else { "them" };
        let words = format!(
            "{hidden} not in this report: options such as --level, --source or --only-new leave {them} out."
        );
        remarks.push(words.into());
    }
    remarks
}

fn and_more(number: usize, noun: &str) -> Option<String> {
    let more = number.saturating_sub(MOST_LISTED);
    (more > 0).then(|| format!("And {}.", phrase::count(more, &format!("more {noun}"))))
}
