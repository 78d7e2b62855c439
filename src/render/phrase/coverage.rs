//! How much of the articles claims quote, in words.

use std::cmp::Reverse;

use super::list::count;
use crate::coverage::Coverage;
use crate::graph::ClaimGraph;
use crate::model::Corpus;
use crate::value::sentence::{counted, shortened};

/// Of one article: "no claim quotes 9 of 21 sentences, silent on 3 questions, 2 drafts wait".
pub(in crate::render) fn counts(article: &Coverage) -> String {
    let mut parts = vec![match &article.sentences {
        None => "it names no text that can be read, so that its sentences are not known".to_owned(),
        Some(_) => {
            let (open, all) = open_of_all(article);
            match open {
                0 => format!("claims quote all of {}", counted(all, "sentence")),
                open => format!("no claim quotes {open} of {}", counted(all, "sentence")),
            }
        }
    }];
    let silent = article.silent.len() + article.silent_more;
    if silent > 0 {
        parts.push(format!("silent on {}", counted(silent, "question")));
    }
    if article.drafts > 0 {
        parts.push(super::waiting(article.drafts));
    }
    parts.join(", ")
}

/// So many articles are named in one line.
const MOST_NAMED: usize = 4;

/// In one line, the articles with most sentences that no claim quotes; `None` where there are none.
///
/// Articles that no claim quotes at all wait to be annotated, and are not told.
pub(in crate::render) fn open(corpus: &Corpus) -> Option<String> {
    let articles = corpus.article_ids().zip(&corpus.articles);
    let counted = articles.filter_map(|(id, article)| Some((id, article.sentences?)));
    let begun = counted.filter(|(_, it)| it.open > 0 && it.open < it.all);
    let mut begun: Vec<_> = begun.collect();
    begun.sort_by_key(|(id, it)| (Reverse(it.open), *id));
    let named = begun.iter().take(MOST_NAMED);
    let named = named.map(|(id, it)| format!("{} {} of {}", corpus.id(*id), it.open, it.all));
    let names = named.collect::<Vec<_>>().join(", ");
    let more = match begun.len().saturating_sub(MOST_NAMED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    (!names.is_empty()).then(|| {
        format!("sentences that no claim quotes: {names}{more}; `gainsay coverage` lists them")
    })
}

/// How many sentences of the article proper no claim quotes, and how many it has.
pub(in crate::render) fn open_of_all(article: &Coverage) -> (usize, usize) {
    let counted = article.counted();
    counted.fold((0, 0), |(open, all), it| {
        (open + usize::from(it.claims.is_empty()), all + 1)
    })
}

/// Of all articles, in lines.
pub(in crate::render) fn totals(graph: &ClaimGraph<'_>, articles: &[Coverage]) -> Vec<String> {
    let read = articles.iter().filter(|it| it.sentences.is_some());
    let (open, all) = read
        .clone()
        .map(open_of_all)
        .fold((0, 0), |sum, it| (sum.0 + it.0, sum.1 + it.1));
    let mut lines = vec![match read.count() {
        0 => "no article names a text that can be read".to_owned(),
        texts => format!(
            "{} with a text: no claim quotes {open} of {}",
            count(texts, "article"),
            counted(all, "sentence")
        ),
    }];
    let without = articles.iter().filter(|it| it.sentences.is_none());
    let without: Vec<&str> = without.map(|it| graph.corpus.id(it.article)).collect();
    if !without.is_empty() {
        let names = shortened(&without).unwrap_or_else(|| without.join(", "));
        lines.push(format!("without a text, to be named as `text:`: {names}"));
    }
    let drafts: usize = articles.iter().map(|it| it.drafts).sum();
    if drafts > 0 {
        lines.push(format!(
            "{}; `gainsay drafts` lists them",
            super::waiting(drafts)
        ));
    }
    lines
}
