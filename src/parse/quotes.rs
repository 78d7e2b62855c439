//! Quotes, looked up in the texts of their articles.
//!
//! A text is read, searched and dropped again. It must be a regular file of bounded size inside a
//! folder that the run was given, all links resolved: a file that somebody sent in can name no other.
//! Case, punctuation and spacing do not count; an ellipsis or an [insertion] may stand for anything.

use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::discover::reason;
use super::document::ReadArticle;
use super::mistakes::cut;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::Symbols;
use crate::text::normal::Form;
use crate::text::{Files, Place};

/// The largest text of an article, in bytes.
pub(super) const TEXT_BYTES: u64 = 16 << 20;
/// For how many missing quotes the other articles are searched, so that the cost stays linear.
const SEARCHED: usize = 100;

/// Looks up each quote of the articles that name their text, and notes where it lies; `roots` are the
/// folders of the run.
pub(super) fn check(
    articles: &mut [ReadArticle],
    roots: &[PathBuf],
    files: &Files,
    symbols: &Symbols,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let looked_up = articles
        .par_iter()
        .enumerate()
        .map(|(at, article)| look_up(at, article, roots, files))
        .collect::<Vec<_>>();
    let (mut missing, mut paths) = (Vec::new(), Vec::new());
    for result in looked_up {
        match result {
            Ok((path, mut quotes)) => {
                paths.push(path);
                missing.append(&mut quotes);
            }
            Err(diagnostic) => {
                paths.push(None);
                diagnostics.push(*diagnostic);
            }
        }
    }
    for (read, path) in articles.iter_mut().zip(paths) {
        read.article.text = path;
    }
    if missing.is_empty() {
        return;
    }
    let elsewhere = search_others(articles, &missing, roots, files);
    for (at, quote) in missing.into_iter().enumerate() {
        let found = elsewhere.iter().find(|(_, found)| found.contains(&at));
        let (message, hint) = match found {
            Some((other, _)) => {
                let id = symbols.text(articles[*other].article.id);
                (
                    format!("the article's text does not hold this quote, but that of `{id}` does"),
                    format!("Move the claim to `{id}`, or correct the quote."),
                )
            }
            None => (
                "the article's text does not hold this quote".to_owned(),
                "Copy the words from the text; write ... for what is left out, and [ ] around what is put in.".to_owned(),
            ),
        };
        diagnostics.push(
            Diagnostic::new(Code::QuoteNotFound, quote.place, message, hint).spanning(quote.length),
        );
    }
}

/// Where the text of an article lies, if it names one, and the quotes that it does not hold.
type LookedUp = (Option<Box<Path>>, Vec<Missing>);

/// A quote that its article's text does not hold.
struct Missing {
    article: usize,
    place: Place,
    length: usize,
    fragments: Vec<String>,
}

/// Where the text of an article lies, and the quotes that it does not hold.
fn look_up(
    at: usize,
    read: &ReadArticle,
    roots: &[PathBuf],
    files: &Files,
) -> Result<LookedUp, Box<Diagnostic>> {
    let Some((name, span)) = &read.text else {
        return Ok((None, Vec::new()));
    };
    let file = read.article.place.file;
    let (path, text) = text(read, roots, files).map_err(|why| {
        Box::new(
            Diagnostic::new(
                Code::UnreadableText,
                span.spot.in_file(file),
                format!("the text `{}` could not be read: {why}", cut(name)),
                "Name a text file beside this one; until then no quote of this article is checked.",
            )
            .spanning(span.length),
        )
    })?;
    let mut missing = Vec::new();
    let claims = read.claims.iter().zip(&read.quotes);
    let drafts = read.drafts.iter();
    let quotes = claims.map(|(claim, span)| (&claim.quote, span));
    let quotes = quotes.chain(drafts.map(|read| (&read.draft.quote, &read.quote)));
    for (quote, span) in quotes {
        let Some(quote) = quote else { continue };
        let fragments = fragments(quote);
        if !holds(&text, &fragments) {
            missing.push(Missing {
                article: at,
                place: span.spot.in_file(file),
                length: span.length,
                fragments,
            });
        }
    }
    Ok((Some(path), missing))
}

/// For each article, the missing quotes of others that its text holds, by number.
fn search_others(
    articles: &[ReadArticle],
    missing: &[Missing],
    roots: &[PathBuf],
    files: &Files,
) -> Vec<(usize, Vec<usize>)> {
    let search = |(at, read): (usize, &ReadArticle)| {
        let (_, text) = text(read, roots, files).ok()?;
        let searched = missing.iter().enumerate().take(SEARCHED);
        let found = searched
            .filter(|(_, quote)| quote.article != at && holds(&text, &quote.fragments))
            .map(|(number, _)| number)
            .collect::<Vec<_>>();
        (!found.is_empty()).then_some((at, found))
    };
    articles
        .par_iter()
        .enumerate()
        .filter(|(_, read)| read.text.is_some())
        .filter_map(search)
        .collect()
}

/// Where the text of an article lies, and the text in normal form, with a space at either end.
fn text(
    read: &ReadArticle,
    roots: &[PathBuf],
    files: &Files,
) -> Result<(Box<Path>, String), String> {
    let name = read.text.as_ref().map_or("", |(name, _)| name);
    let beside = files.path(read.article.place.file).parent();
    let folder = match beside {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    let path = folder
        .join(name)
        .canonicalize()
        .map_err(|error| reason(&error))?;
    if !roots.iter().any(|root| path.starts_with(root)) {
        return Err("it lies outside the folders that are checked".into());
    }
    let data = path.metadata().map_err(|error| reason(&error))?;
    if !data.is_file() {
        return Err("it is not a file".into());
    }
    if data.len() > TEXT_BYTES {
        return Err(format!("it is larger than {} MB", TEXT_BYTES >> 20));
    }
    let bytes = std::fs::read(&path).map_err(|error| reason(&error))?;
    let form = Form::Text.of(&String::from_utf8_lossy(&bytes));
    Ok((path.into(), format!(" {form} ")))
}

/// Whether a text holds the fragments in their order.
fn holds(text: &str, fragments: &[String]) -> bool {
    let mut rest = text;
    fragments.iter().all(|fragment| match rest.find(fragment) {
        Some(at) => {
            // The space at the end is also that before the next word.
            rest = &rest[at + fragment.len() - 1..];
            true
        }
        None => false,
    })
}

/// The parts of a quote between ellipses and insertions, in normal form between spaces.
pub(super) fn fragments(quote: &str) -> Vec<String> {
    let mut plain = String::with_capacity(quote.len());
    let mut depth = 0_usize;
    for c in quote.chars() {
        match c {
            '[' => depth += 1,
            ']' if depth > 0 => {
                depth -= 1;
                plain.push('…');
            }
            _ if depth == 0 => plain.push(c),
            _ => {}
        }
    }
    plain
        .replace("...", "…")
        .split('…')
        .map(|part| Form::Text.of(part))
        .filter(|part| !part.is_empty())
        .map(|part| format!(" {part} "))
        .collect()
}
