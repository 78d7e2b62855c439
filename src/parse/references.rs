//! What articles say about other articles: references that lead nowhere, versions in a circle.

use std::collections::{BTreeMap, BTreeSet};

use super::declarations::rings;
use super::mistakes::{SEARCHES, cut, nearest};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Article, Corpus, Symbol};
use crate::text::{Place, normal::Form};

/// Where an article names another.
#[derive(Clone, Copy)]
pub(super) struct References {
    /// The text of `copy of`.
    pub copy_of: Place,
    /// The text of `revises`.
    pub revises: Place,
}

/// Reports references to articles that are not there, and breaks circles of `revises`.
/// `places` has an entry for each article. What `cites` names may be anything.
pub(super) fn check(corpus: &mut Corpus, places: &[References], diagnostics: &mut Vec<Diagnostic>) {
    let mut first_of: BTreeMap<Symbol, usize> = BTreeMap::new();
    for (at, article) in corpus.articles.iter().enumerate() {
        first_of.entry(article.id).or_insert(at);
    }
    let sources = sources(corpus);
    let mut searches = 0;
    for (article, place) in corpus.articles.iter().zip(places) {
        let symbols = &corpus.symbols;
        let named = [
            ("revises", article.revises, place.revises, false),
            ("copy of", article.copy_of, place.copy_of, true),
        ];
        for (key, target, place, may_be_source) in named {
            let Some(target) = target.filter(|target| !first_of.contains_key(target)) else {
                continue;
            };
            let text = symbols.text(target);
            if may_be_source && sources.contains(&Form::Name.of(text)) {
                continue;
            }
            searches += 1;
            let ids = first_of.keys().map(|id| symbols.text(*id));
            let hint = match nearest(text, ids.take_while(|_| searches <= SEARCHES)) {
                Some(id) => {
                    format!("Did you mean `{id}`? If not, add that article or remove the line.")
                }
                None => "Correct the id, add that article, or remove the line.".to_owned(),
            };
            let message = format!("`{key}: {}` names an article that is not there", cut(text));
            diagnostics.push(
                Diagnostic::new(Code::UnknownReference, place, message, hint)
                    .spanning(text.chars().count()),
            );
        }
    }
    break_rings(corpus, &first_of, places, diagnostics);
}

/// The names of all sources, declared or only used.
fn sources(corpus: &Corpus) -> BTreeSet<String> {
    let declared = corpus.vocabulary.sources.iter();
    let declared = declared.flat_map(|source| source.aliases.iter().chain([&source.name]));
    let used = corpus.articles.iter().filter_map(|article| article.source);
    declared
        .map(|name| Form::Name.of(name))
        .chain(used.map(|source| Form::Name.of(corpus.symbols.text(source))))
        .collect()
}

fn break_rings(
    corpus: &mut Corpus,
    first_of: &BTreeMap<Symbol, usize>,
    places: &[References],
    diagnostics: &mut Vec<Diagnostic>,
) {
    let target = |article: &Article| article.revises.and_then(|id| first_of.get(&id).copied());
    let next = corpus.articles.iter().map(target).collect::<Vec<_>>();
    for ring in rings(&next) {
        let ids = ring
            .iter()
            .map(|at| format!("`{}`", corpus.symbols.text(corpus.articles[*at].id)));
        let message = format!(
            "`revises` runs in a circle: {}",
            ids.collect::<Vec<_>>().join(", ")
        );
        diagnostics.push(Diagnostic::new(
            Code::Cycle,
            places[ring[0]].revises,
            message,
            "Remove the `revises` of the earliest version; none of them is taken into account.",
        ));
        for at in ring {
            corpus.articles[at].revises = None;
        }
    }
}
