//! What of each article no claim quotes, ranked, and on what it is silent.

use std::io;

use super::page::{Cell, Page};
use crate::coverage::{Coverage, Found, Sentence, Silent};
use crate::graph::ClaimGraph;
use crate::render::phrase;
use crate::render::style::Role;
use crate::value::sentence::counted;

/// So many sentences and questions of an article are shown, unless all are asked for.
const MOST: usize = 10;
/// How wide the numbers of sentences are, and the names of what is told of one.
const RANK: usize = 3;
const LABEL: usize = 9;

/// Writes all articles, and the counts at the end.
pub(super) fn write(
    page: &mut Page<'_>,
    graph: &ClaimGraph<'_>,
    articles: &[Coverage],
    all: bool,
) -> io::Result<()> {
    let most = if all { usize::MAX } else { MOST };
    for article in articles {
        let open = article.open();
        if open.is_empty() && article.silent.is_empty() {
            continue;
        }
        page.line(0, Role::Heading, &heading(graph, article))?;
        for sentence in open.iter().take(most) {
            write_sentence(page, graph, article, sentence)?;
        }
        rest(page, open.len().saturating_sub(most), "sentence")?;
        if !article.silent.is_empty() {
            page.line(1, Role::Label, "silent on what others answer:")?;
        }
        for silent in article.silent.iter().take(most) {
            write_silent(page, graph, article, silent)?;
        }
        let left_out = article.silent.len().saturating_sub(most);
        rest(page, left_out + article.silent_more, "question")?;
        page.blank()?;
    }
    for line in phrase::coverage::totals(graph, articles) {
        page.line(0, Role::Heading, &line)?;
    }
    Ok(())
}

fn rest(page: &mut Page<'_>, more: usize, noun: &str) -> io::Result<()> {
    match more {
        0 => Ok(()),
        more => {
            let words = format!("and {} more (--all lists them)", counted(more, noun));
            page.line(RANK + 3, Role::Faint, &words)
        }
    }
}

fn heading(graph: &ClaimGraph<'_>, article: &Coverage) -> String {
    let name = phrase::article(graph.corpus, article.article);
    let counts = phrase::coverage::counts(article);
    format!("{name}: {counts}")
}

fn write_sentence(
    page: &mut Page<'_>,
    graph: &ClaimGraph<'_>,
    article: &Coverage,
    sentence: &Sentence,
) -> io::Result<()> {
    let ranked = &sentence.ranked;
    let rank = format!("{:>RANK$}", ranked.rank);
    let quoted = format!("“{}”", sentence.text);
    page.row(
        1,
        &[
            Cell::rigid(Role::Label, rank),
            Cell::flexible(Role::Value, quoted),
        ],
    )?;
    let place = graph.corpus.in_text(article.reading, sentence.line);
    let drafts = match sentence.drafts {
        0 => String::new(),
        1 => "; in a draft".to_owned(),
        drafts => format!("; in {drafts} drafts"),
    };
    let why = ranked.why();
    let at = place.unwrap_or_default();
    let told = match why.is_empty() {
        true => format!("{at}{drafts}"),
        false => format!("{at}: {why}{drafts}"),
    };
    labelled(page, "at", &told)?;
    let readings: Vec<String> = ranked.values.iter().map(Found::reading).collect();
    labelled(page, "reads", &readings.join("; "))?;
    labelled(
        page,
        "speaker",
        ranked.speaker.as_deref().unwrap_or_default(),
    )?;
    for proposal in &ranked.questions {
        labelled(page, "perhaps", &phrase::asked(graph, proposal.question))?;
    }
    Ok(())
}

fn write_silent(
    page: &mut Page<'_>,
    graph: &ClaimGraph<'_>,
    article: &Coverage,
    silent: &Silent,
) -> io::Result<()> {
    let ranks: Vec<String> = silent
        .sentences
        .iter()
        .filter_map(|at| article.sentences.as_ref()?.get(*at))
        .map(|it| it.ranked.rank.to_string())
        .collect();
    let ranks: Vec<&str> = ranks.iter().map(String::as_str).collect();
    let asked = phrase::asked(graph, silent.question);
    let told = match ranks.as_slice() {
        [] => asked,
        [one] => format!("{asked}: perhaps sentence {one}"),
        several => format!("{asked}: perhaps sentences {}", phrase::list(several)),
    };
    page.row(
        1,
        &[
            Cell::rigid(Role::Label, format!("{:>RANK$}", "–")),
            Cell::flexible(Role::Plain, told),
        ],
    )
}

fn labelled(page: &mut Page<'_>, label: &str, text: &str) -> io::Result<()> {
    if text.is_empty() {
        return Ok(());
    }
    page.row(
        RANK + 3,
        &[
            Cell::new(Role::Label, LABEL.min(page.width() / 4), label),
            Cell::flexible(Role::Plain, text),
        ],
    )
}
