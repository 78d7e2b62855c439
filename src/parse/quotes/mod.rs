//! Quotes, looked up in the texts of their articles, and passages that texts share.
//!
//! In: the articles of a run. Out: where each quote stands, and what is wrong with it: it is not there, or
//! in another article, or several times, or what it leaves out turns its sense. A text is read, searched
//! and dropped again. A quote is taken as it is written, else without case, punctuation, spacing and
//! divided words; an ellipsis or an [insertion] may stand for anything. Linear in the texts and the quotes.

mod about;
mod declared;
mod elsewhere;
mod find;
mod given;
mod longer;
mod look;
mod markdown;
mod near;
mod page;
mod part;
mod passage;
mod read;
mod say;
mod sense;
mod shared;
mod sought;
mod source;
mod text;

use std::path::PathBuf;
use std::sync::Arc;

use indexmap::IndexMap;
use rayon::prelude::*;

use super::document::ReadArticle;
use super::kept::Kept;
use crate::diagnostic::Diagnostic;
use crate::model::{Claim, Quotes, Symbols, Vocabulary};
use crate::text::Files;
pub use about::About;
use elsewhere::{Holders, Wanted};
pub(super) use find::places;
pub(super) use longer::longer;
pub(super) use look::LookedUp;
use look::Missing;
pub(super) use part::{Part, parts};
pub(super) use read::read;
pub use text::ArticleText;

/// The sentences of texts are counted where there are so many texts at most: the report of an archive
/// has better things to say, and counting takes longer than all else that is done with a text.
const MOST_COUNTED: usize = 100;

/// What the look-up of quotes needs to know of a run.
pub(super) struct Run<'a> {
    /// The folders of the run.
    pub roots: &'a [PathBuf],
    /// Its files.
    pub files: &'a Files,
    /// The names in them.
    pub symbols: &'a Symbols,
    /// What they declare.
    pub vocabulary: &'a Vocabulary,
    /// The claims of all articles.
    pub claims: &'a [Claim],
}

/// Looks up each quote of the articles that name their text, and notes where that lies. Out: how many, and
/// which claims have a quote that stands there, and on which line. What is kept need not be looked up again,
/// and all of it is kept then.
pub(super) fn check(
    articles: &mut [ReadArticle],
    run: &Run<'_>,
    kept: Option<&mut Kept>,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Quotes, Vec<(usize, u32)>) {
    let texts = articles.iter().filter(|read| read.text.is_some());
    let counts_sentences = texts.count() <= MOST_COUNTED;
    let known = kept.as_deref();
    let looked_up: Vec<Arc<LookedUp>> = articles
        .par_iter()
        .map(|read| look::look_up(read, run, counts_sentences, known))
        .collect();
    let (mut counts, mut lines) = (Quotes::default(), Vec::new());
    for (read, looked_up) in articles.iter_mut().zip(&looked_up) {
        read.article.text.clone_from(&looked_up.path);
        counts.all += looked_up.all;
        if read.article.text.is_some() {
            counts.looked_up += looked_up.all;
            counts.found += looked_up.all - looked_up.missing.len();
        }
        read.article.sentences = looked_up.sentences;
        let found = looked_up.lines.iter();
        lines.extend(found.map(|(claim, line)| (read.claims.start + claim, *line)));
        diagnostics.extend(looked_up.told.iter().cloned());
    }
    let missing: Vec<&Missing> = looked_up.iter().flat_map(|it| &it.missing).collect();
    let holders = search_others(&looked_up, &missing);
    for (quote, holders) in missing.iter().zip(holders) {
        let id = |at: usize| {
            articles
                .get(at)
                .map_or("", |it| run.symbols.text(it.article.id))
        };
        let names = say::names(&holders, id);
        diagnostics.push(say::missing(
            quote.at,
            quote.is_in_order,
            quote.near.as_ref(),
            (&names, holders.count),
        ));
    }
    diagnostics.extend(passage::tell(articles, run, &looked_up));
    if let Some(kept) = kept {
        let places = articles.iter().map(|read| read.article.place);
        kept.looked_up = places.zip(looked_up).collect();
    }
    (counts, lines)
}

/// Which other articles hold each missing quote.
fn search_others(looked_up: &[Arc<LookedUp>], missing: &[&Missing]) -> Vec<Holders> {
    // Many claims may have one quote.
    let mut numbers: IndexMap<&[Part], usize> = IndexMap::new();
    for quote in missing {
        let next = numbers.len();
        numbers.entry(&quote.parts).or_insert(next);
    }
    let wanted = Wanted::new(numbers.keys().copied().collect());
    let mut held = vec![Holders::default(); numbers.len()];
    for batch in wanted.batches() {
        let found: Vec<_> = looked_up
            .par_iter()
            .enumerate()
            .filter_map(|(at, it)| Some((at, it.text(|text| wanted.held(&batch, text))?)))
            .collect();
        for (article, quotes) in found {
            for quote in quotes {
                if let Some(holders) = held.get_mut(quote) {
                    holders.add(article);
                }
            }
        }
    }
    let holders = missing.iter().map(|quote| {
        let number = numbers.get(quote.parts.as_slice());
        number
            .and_then(|at| held.get(*at))
            .cloned()
            .unwrap_or_default()
    });
    holders.collect()
}
