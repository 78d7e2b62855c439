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

use std::num::NonZeroU32;
use std::path::{Path, PathBuf};

use indexmap::IndexMap;
use rayon::prelude::*;

use super::document::ReadArticle;
use super::mistakes::cut;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Claim, Quotes, Sentences, Stance, Symbols, Vocabulary};
use crate::text::Files;
pub use about::About;
use elsewhere::{Holders, Wanted};
pub(super) use find::places;
pub(super) use longer::longer;
use near::Budget;
pub(super) use part::{Part, parts};
pub(super) use read::read;
use say::{At, NearTold};
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
}

/// Looks up each quote of the articles that name their text, and notes where both lie. Out: how many.
pub(super) fn check(
    articles: &mut [ReadArticle],
    run: &Run<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Quotes {
    let texts = articles.iter().filter(|read| read.text.is_some());
    let counts_sentences = texts.count() <= MOST_COUNTED;
    let looked_up: Vec<LookedUp> = articles
        .par_iter()
        .enumerate()
        .map(|(at, read)| look_up((at, read), run, counts_sentences))
        .collect();
    let mut counts = Quotes::default();
    let (mut missing, mut prints) = (Vec::new(), Vec::new());
    for (read, looked_up) in articles.iter_mut().zip(looked_up) {
        read.article.text = looked_up.path;
        counts.all += looked_up.all;
        if read.article.text.is_some() {
            counts.looked_up += looked_up.all;
            counts.found += looked_up.all - looked_up.missing.len();
        }
        read.article.sentences = looked_up.sentences;
        for (claim, line) in looked_up.lines {
            if let Some(claim) = read.claims.get_mut(claim) {
                claim.spots.quoted = NonZeroU32::new(line);
            }
        }
        diagnostics.extend(looked_up.told);
        missing.extend(looked_up.missing);
        prints.push(looked_up.prints);
    }
    let holders = search_others(articles, &missing);
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
    diagnostics.extend(passage::tell(articles, run, &prints));
    counts
}

/// What came of looking up the quotes of one article.
#[derive(Default)]
struct LookedUp {
    /// Where its text lies.
    path: Option<Box<Path>>,
    /// How many quotes it has, looked up or not.
    all: usize,
    /// Which claims have a quote that stands there, and on which line.
    lines: Vec<(usize, u32)>,
    missing: Vec<Missing>,
    told: Vec<Diagnostic>,
    /// The fingerprints of the text.
    prints: Vec<u64>,
    sentences: Option<Sentences>,
}

/// A quote that its article's text does not hold.
struct Missing {
    at: At,
    parts: Vec<Part>,
    /// Whether it is more than the order of its parts.
    is_in_order: bool,
    near: Option<NearTold>,
}

fn look_up((at, read): (usize, &ReadArticle), run: &Run<'_>, counts_sentences: bool) -> LookedUp {
    let file = read.article.place.file;
    let claims = read.claims.iter().zip(&read.quotes).enumerate();
    let claims =
        claims.map(|(number, (claim, span))| (claim.quote.as_deref(), span, Some((number, claim))));
    let drafts = read.drafts.iter();
    let drafts = drafts.map(|read| (read.draft.quote.as_deref(), &read.quote, None));
    let quotes = claims.chain(drafts).filter_map(|(quote, span, claim)| {
        let place = span.spot.in_file(file);
        let length = span.length;
        Some((quote?, At { place, length }, claim))
    });
    let mut out = LookedUp {
        all: quotes.clone().count(),
        ..LookedUp::default()
    };
    let Some((name, span)) = &read.text else {
        return out;
    };
    let text = read::locate(name, run.files.path(file), run.roots)
        .and_then(|path| Ok((read::read(&path)?, path)));
    let mut text = match text {
        Ok((text, path)) => {
            out.path = Some(path);
            text
        }
        Err(why) => {
            let place = span.spot.in_file(file);
            let message = format!("the text `{}` could not be read: {why}", cut(name));
            let hint =
                "Name a text file beside this one; until then no quote of this article is checked.";
            let told = Diagnostic::new(Code::UnreadableText, place, message, hint);
            out.told.push(told.spanning(span.length));
            return out;
        }
    };
    let quotes: Vec<_> = quotes
        .map(|(quote, place, claim)| (parts(quote), place, claim))
        .collect();
    text.look_for(quotes.iter().flat_map(|(parts, ..)| parts));
    let budget = &mut Budget::of(&text);
    let mut quoted = Vec::new();
    for (parts, place, claim) in quotes {
        let places = places(&text, &parts);
        let Some(first) = places.first() else {
            let is_absent = |part: &&Part| text.places(part).is_empty();
            let absent: Vec<&Part> = parts.iter().filter(is_absent).collect();
            let near = absent
                .iter()
                .find_map(|part| near::nearest(&text, part, budget));
            out.missing.push(Missing {
                at: place,
                is_in_order: parts.is_empty() || !absent.is_empty(),
                near: near.map(|near| say::near(&text, &near)),
                parts,
            });
            continue;
        };
        if let Some((number, _)) = claim {
            let line = first.first().map_or(0, |part| text.line(part.start));
            out.lines.push((number, line));
            quoted.extend(first.iter().map(|words| text.span(words)));
        }
        if places.len() > 1 {
            out.told.extend(say::repeated(place, &text, &places));
        }
        let hidden = sense::hidden(&text, &parts, first).or_else(|| {
            let (_, claim) = claim.filter(|_| places.len() == 1)?;
            sense::at_edge(&text, first).filter(|_| !says_no(claim, run.symbols))
        });
        out.told
            .extend(hidden.map(|hidden| say::hidden(place, &text, &hidden)));
    }
    out.prints = shared::prints(&text, at);
    out.sentences = counts_sentences.then(|| given::sentences(&text, quoted));
    out
}

/// Whether a claim itself says that something is not so.
fn says_no(claim: &Claim, symbols: &Symbols) -> bool {
    let value = claim.original();
    claim.stance == Stance::Denies
        || value.trim() == "0"
        || sense::is_turned(&value)
        || sense::is_turned(symbols.text(claim.property))
        || sense::is_turned(symbols.text(claim.subject))
}

/// Which other articles hold each missing quote.
fn search_others(articles: &[ReadArticle], missing: &[Missing]) -> Vec<Holders> {
    // Many claims may have one quote.
    let mut numbers: IndexMap<&[Part], usize> = IndexMap::new();
    for quote in missing {
        let next = numbers.len();
        numbers.entry(&quote.parts).or_insert(next);
    }
    let wanted = Wanted::new(numbers.keys().copied().collect());
    let mut held = vec![Holders::default(); numbers.len()];
    for batch in wanted.batches() {
        let found: Vec<_> = articles
            .par_iter()
            .enumerate()
            .filter_map(|(at, read)| {
                let text = read::read(read.article.text.as_deref()?).ok()?;
                Some((at, wanted.held(&batch, &text)))
            })
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
