//! The story as a picture: articles on the left, contested questions on the right, and a line from
//! each article to each position that it takes. The layout is fixed: both sides keep the order of the
//! table, so that the same report gives the same picture.

use askama::Template;

use super::badge::{Badge, badges};
use super::question::heading;
use super::shown::Shown;
use super::sign::Sign;
use crate::finding::Section;
use crate::model::{ArticleId, Corpus, Stance};
use crate::render::matrix::{Column, Row};

/// Up to so many questions are drawn, the most important first.
const MOST_QUESTIONS: usize = 50;
/// Of one question, up to so many positions are.
const MOST_PORTS: usize = 6;
/// Up to so many articles are.
const MOST_ARTICLES: usize = 60;

/// Measures in pixels: the picture, the boxes of the articles, the dots of the positions.
const WIDTH: usize = 1260;
const BOX: (usize, usize) = (60, 190);
const PORT: usize = 540;
const VALUE: usize = PORT + 16;
const HEADING: usize = 725;
const PORT_STEP: usize = 20;
const BOX_STEP: usize = 46;

#[derive(Template)]
#[template(path = "story.html")]
struct StoryView<'a> {
    about: &'static str,
    width: usize,
    height: usize,
    arcs: Vec<Arc>,
    edges: Vec<Edge>,
    articles: Vec<ArticleNode<'a>>,
    questions: Vec<QuestionNode>,
    more: Option<String>,
}

struct ArticleNode<'a> {
    column: usize,
    id: Shown<'static>,
    source: Option<Shown<'static>>,
    label: Shown<'a>,
    x: usize,
    width: usize,
    top: usize,
    text_x: usize,
    first_y: usize,
    second_y: usize,
}

struct QuestionNode {
    id: String,
    class: &'static str,
    mark: &'static str,
    full: Shown<'static>,
    heading: Shown<'static>,
    ports: Vec<Port>,
    port_x: usize,
    value_x: usize,
    text_x: usize,
    heading_x: usize,
    text_y: usize,
}

struct Port {
    badge: Badge,
    value: Shown<'static>,
    y: usize,
    text_y: usize,
}

struct Edge {
    class: String,
    path: String,
    article: usize,
    finding: String,
    says: Shown<'static>,
}

struct Arc {
    path: String,
    tip: String,
    from: usize,
    to: usize,
    says: Shown<'static>,
}

/// Draws the contested questions among some rows, else those on which articles agree; `None` where
/// there are none.
pub(super) fn story(corpus: &Corpus, columns: &[Column<'_>], rows: &[&Row<'_>]) -> Option<String> {
    let of = |sections: &[Section]| -> Vec<&Row<'_>> {
        let drawable =
            |row: &&&Row<'_>| sections.contains(&row.finding.section()) && row.cells().len() > 0;
        rows.iter().filter(drawable).copied().collect()
    };
    let contested = of(&[Section::Conflicts, Section::Warnings]);
    let (about, all) = match contested.is_empty() {
        false => (
            "Each article on the left, each contested question on the right, and a line to each position that an article takes: broken where the article is hedged, dotted where it denies.",
            contested,
        ),
        true => (
            "No question is contested. Each article on the left, and a line to what it says on the questions that several articles answer.",
            of(&[Section::NotCompared, Section::Agreements]),
        ),
    };
    let shown = all.get(..MOST_QUESTIONS).unwrap_or(&all);
    let mut used: Vec<usize> = shown
        .iter()
        .flat_map(|row| row.cells().map(|(column, _)| column))
        .collect();
    used.sort_unstable();
    used.dedup();
    let cut = used.len().saturating_sub(MOST_ARTICLES);
    used.truncate(MOST_ARTICLES);
    if shown.is_empty() {
        return None;
    }
    let mut y = 12;
    let questions: Vec<QuestionNode> = shown
        .iter()
        .map(|row| {
            let node = QuestionNode::new(corpus, row, y);
            y += (node.ports.len().max(1) * PORT_STEP) + 16;
            node
        })
        .collect();
    let height = y.max(used.len() * BOX_STEP + 12);
    let step = (height - 12) / used.len().max(1);
    let articles: Vec<ArticleNode<'_>> = used
        .iter()
        .enumerate()
        .filter_map(|(at, &column)| {
            let top = 6 + at * step + step.saturating_sub(34) / 2;
            Some(ArticleNode::new(column, columns.get(column)?, top))
        })
        .collect();
    let edges = shown.iter().zip(&questions);
    let edges = edges.flat_map(|(row, node)| edges_of(row, node, &articles));
    let left_out = all.len() - shown.len();
    StoryView {
        about,
        width: WIDTH,
        height,
        arcs: arcs(corpus, columns, &articles),
        edges: edges.collect(),
        more: more(left_out, cut),
        articles,
        questions,
    }
    .render()
    .ok()
}

fn more(questions: usize, articles: usize) -> Option<String> {
    let mut parts = Vec::new();
    if questions > 0 {
        parts.push(format!("{questions} more questions"));
    }
    if articles > 0 {
        parts.push(format!("{articles} more articles"));
    }
    (!parts.is_empty()).then(|| format!("Not drawn: {}.", parts.join(" and ")))
}

impl<'a> ArticleNode<'a> {
    fn new(column: usize, article: &Column<'a>, top: usize) -> Self {
        let (x, width) = BOX;
        Self {
            column,
            id: Shown::cut(article.id, 24),
            source: article.source.map(|source| Shown::cut(source, 28)),
            label: match article.source {
                Some(source) => format!("{} ({source})", article.id).into(),
                None => article.id.into(),
            },
            x,
            width,
            top,
            text_x: x + 10,
            first_y: top + if article.source.is_some() { 15 } else { 22 },
            second_y: top + 28,
        }
    }
}

impl QuestionNode {
    fn new(corpus: &Corpus, row: &Row<'_>, top: usize) -> Self {
        let finding = row.finding;
        let (sign, _) = Sign::of_finding(finding);
        let heading = heading(corpus, finding);
        let ports = badges(finding).into_iter().zip(&finding.positions);
        let ports: Vec<Port> = ports
            .take(MOST_PORTS)
            .enumerate()
            .map(|(at, (badge, position))| Port {
                badge,
                value: Shown::cut(&position.value, 23),
                y: top + at * PORT_STEP + PORT_STEP / 2,
                text_y: top + at * PORT_STEP + PORT_STEP / 2 + 4,
            })
            .collect();
        Self {
            id: finding.id.to_string(),
            class: sign.class,
            mark: sign.mark,
            heading: Shown::cut(&heading, 64),
            full: heading.into(),
            port_x: PORT,
            value_x: VALUE,
            text_x: HEADING,
            heading_x: HEADING + 18,
            text_y: top + ports.len().max(1) * PORT_STEP / 2 + 4,
            ports,
        }
    }
}

fn edges_of(row: &Row<'_>, node: &QuestionNode, articles: &[ArticleNode<'_>]) -> Vec<Edge> {
    let mut edges = Vec::new();
    for article in articles {
        for entry in row.cell(article.column) {
            let port = entry.position.and_then(|at| node.ports.get(at));
            let Some(port) = port else { continue };
            let mut class = port.badge.class.clone();
            let mut says = format!("{}: {}", article.label, entry.value);
            for (holds, word) in [
                (entry.hedged, "hedged"),
                (entry.stance == Stance::Denies, "denied"),
            ] {
                if holds {
                    class = format!("{class} {word}");
                    says = format!("{says}, {word}");
                }
            }
            let (x1, y1) = (article.x + article.width, article.top + 17);
            let (x2, y2) = (PORT - 9, port.y);
            let bend = (x2 - x1) / 2;
            edges.push(Edge {
                class,
                path: format!("M{x1},{y1}C{},{y1} {},{y2} {x2},{y2}", x1 + bend, x2 - bend),
                article: article.column,
                finding: node.id.clone(),
                says: says.into(),
            });
        }
    }
    edges
}

/// Which article draws on which, as an annotator says.
fn arcs(corpus: &Corpus, columns: &[Column<'_>], articles: &[ArticleNode<'_>]) -> Vec<Arc> {
    let text = |symbol| corpus.symbols.text(symbol);
    let node = |id: &str| {
        let is_named = |node: &&ArticleNode<'_>| {
            columns
                .get(node.column)
                .is_some_and(|column| column.id == id)
        };
        articles.iter().find(is_named)
    };
    let mut arcs = Vec::new();
    for from in articles {
        let read: &[ArticleId] = columns.get(from.column).map_or(&[], |c| &c.articles);
        let mut drawn: Vec<usize> = vec![from.column];
        for article in read.iter().map(|id| corpus.article(*id)) {
            let copies = article.copy_of.iter().map(|id| ("copies", *id));
            let revises = article.revises.iter().map(|id| ("revises", *id));
            let cites = article.cites.iter().map(|id| ("cites", *id));
            for (how, id) in copies.chain(revises).chain(cites) {
                let Some(to) = node(text(id)).filter(|to| !drawn.contains(&to.column)) else {
                    continue;
                };
                drawn.push(to.column);
                arcs.push(arc(from, how, to));
            }
        }
    }
    arcs
}

fn arc(from: &ArticleNode<'_>, how: &str, to: &ArticleNode<'_>) -> Arc {
    let (x, y1, y2) = (BOX.0, from.top + 17, to.top + 17);
    let out = (20 + y1.abs_diff(y2) / 12).min(x - 8);
    let bend = x - out;
    Arc {
        path: format!("M{x},{y1}C{bend},{y1} {bend},{y2} {x},{y2}"),
        tip: format!("M{},{}L{x},{y2}L{},{}", x - 7, y2 - 4, x - 7, y2 + 4),
        from: from.column,
        to: to.column,
        says: format!("{} {how} {}", from.label, to.label).into(),
    }
}
