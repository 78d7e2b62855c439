//! Passages that the texts of two articles share although nobody says that one is taken from the other.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::declared::Declared;
use super::shared::{self, Shared};
use super::{ArticleText, LookedUp, Run, say};
use crate::diagnostic::{Code, Diagnostic};
use crate::parse::document::ReadArticle;

/// So many articles are named in one message.
const MOST_NAMED: usize = 5;

/// One message for all articles that share words with each other, at the first of them; `looked_up` has an entry
/// for each article.
pub(super) fn tell(
    articles: &[ReadArticle],
    run: &Run<'_>,
    looked_up: &[Arc<LookedUp>],
) -> Vec<Diagnostic> {
    let prints = looked_up.iter().flat_map(|it| it.prints.iter().copied());
    let common = shared::common(prints.collect());
    if common.is_empty() {
        return Vec::new();
    }
    let declared = Declared::new(articles, run);
    let is_common = |print: &u64| common.binary_search(print).is_ok();
    let runs: Vec<_> = looked_up
        .par_iter()
        .enumerate()
        // A text that shares nothing is not read again.
        .filter(|(_, it)| it.prints.iter().any(is_common))
        .filter_map(|(at, it)| it.text(|text| shared::runs(text, at, &common)))
        .flatten()
        .collect();
    let mut passages = shared::passages(runs);
    passages.retain(|it| !declared.is_explained(it.articles.0, it.articles.1));
    let groups = groups(articles.len(), &passages);
    groups
        .par_iter()
        .filter_map(|group| message(articles, run, looked_up, group))
        .collect()
}

/// The passages of each set of articles that hang together.
fn groups(articles: usize, passages: &[Shared]) -> Vec<Vec<&Shared>> {
    let mut sets = petgraph::unionfind::UnionFind::<usize>::new(articles);
    for passage in passages {
        sets.union(passage.articles.0, passage.articles.1);
    }
    let mut groups: BTreeMap<usize, Vec<&Shared>> = BTreeMap::new();
    for passage in passages {
        groups
            .entry(sets.find(passage.articles.0))
            .or_default()
            .push(passage);
    }
    groups.into_values().collect()
}

fn message(
    articles: &[ReadArticle],
    run: &Run<'_>,
    looked_up: &[Arc<LookedUp>],
    passages: &[&Shared],
) -> Option<Diagnostic> {
    let mut members: Vec<usize> = passages
        .iter()
        .flat_map(|passage| [passage.articles.0, passage.articles.1])
        .collect();
    members.sort_unstable();
    members.dedup();
    // The first of equally long ones.
    let longest = passages
        .iter()
        .rev()
        .max_by_key(|passage| passage.words.len())?;
    let (left, right) = (
        articles.get(longest.articles.0)?,
        articles.get(longest.articles.1)?,
    );
    let id = |read: &ReadArticle| format!("`{}`", run.symbols.text(read.article.id));
    let (left_id, right_id) = (id(left), id(right));
    let words = longest.words.len();
    let show = |text: &ArticleText| {
        let words = &longest.words;
        (say::shown(text, words), say::line(text, words))
    };
    let (shown, place) = looked_up.get(longest.articles.0)?.text(show)?;
    let others = members.len() - 2;
    let names = members
        .iter()
        .take(MOST_NAMED)
        .filter_map(|at| articles.get(*at));
    let names: Vec<String> = names.map(id).collect();
    let message = match others {
        0 => format!(
            "the texts of {left_id} and {right_id} share {words} words in a row, and nobody says that one is taken from the other: “{shown}” ({place})"
        ),
        _ => {
            let more = match members.len().saturating_sub(MOST_NAMED) {
                0 => String::new(),
                more => format!(" and {more} more"),
            };
            format!(
                "the texts of {}{more} share words, and nobody says which is taken from which; {left_id} and {right_id} have {words} in a row: “{shown}” ({place})",
                names.join(", ")
            )
        }
    };
    Some(
        Diagnostic::new(
            Code::SharedPassage,
            left.article.place,
            message,
            "Where one is taken from the other, write `copy of` or `cites` with its id; where both have it from a third, let both cite that.",
        )
        .related_to(right.article.place, "the other article"),
    )
}
