//! The quotes of one article, looked up in its text.

use std::path::Path;
use std::sync::Arc;

use super::near::{self, Budget};
use super::part::{Part, parts};
use super::say::{self, At, NearTold};
use super::text::ArticleText;
use super::{Run, find, given, read, sense, shared};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Claim, Sentences, Stance, Symbols};
use crate::parse::document::ReadArticle;
use crate::parse::kept::{Kept, ReadFile};
use crate::parse::mistakes::cut;

/// What came of looking up the quotes of one article.
#[derive(Default)]
pub(in crate::parse) struct LookedUp {
    /// Where its text lies.
    pub(super) path: Option<Box<Path>>,
    /// How many quotes it has, looked up or not.
    pub(super) all: usize,
    /// Which claims have a quote that stands there, and on which line.
    pub(super) lines: Vec<(usize, u32)>,
    pub(super) missing: Vec<Missing>,
    pub(super) told: Vec<Diagnostic>,
    /// The fingerprints of the text.
    pub(super) prints: Vec<u64>,
    pub(super) sentences: Option<Sentences>,
    /// What it was made of, where a later run may make the same of the same.
    made_of: Option<(Arc<ReadFile>, Arc<Text>)>,
}

/// A quote that its article's text does not hold.
pub(super) struct Missing {
    pub(super) at: At,
    pub(super) parts: Vec<Part>,
    /// Whether it is more than the order of its parts.
    pub(super) is_in_order: bool,
    pub(super) near: Option<NearTold>,
}

/// A text as it was read.
#[derive(Clone)]
struct Text {
    path: Box<Path>,
    bytes: Vec<u8>,
    text: ArticleText,
}

impl LookedUp {
    /// Looks into the text of the article, which is read again where it was not kept.
    pub(super) fn text<R>(&self, look: impl FnOnce(&ArticleText) -> R) -> Option<R> {
        match &self.made_of {
            Some((_, of)) => Some(look(&of.text)),
            None => Some(look(&read::read(self.path.as_deref()?).ok()?)),
        }
    }
}

/// Looks up the quotes of an article, if that was not done in the run before.
pub(super) fn look_up(
    read: &ReadArticle,
    run: &Run<'_>,
    counts_sentences: bool,
    kept: Option<&Kept>,
) -> Arc<LookedUp> {
    let place = read.article.place;
    let known = kept.and_then(|kept| kept.looked_up.get(&place));
    let known_text = known.and_then(|it| Some(&it.made_of.as_ref()?.1));
    let Some((name, span)) = &read.text else {
        return Arc::new(without_text(read, run, None));
    };
    let text = read::locate(name, run.files.path(place.file), run.roots);
    let text = match text.and_then(|path| read_text(path, known_text)) {
        Ok(text) => text,
        Err(why) => {
            let place = span.spot.in_file(place.file);
            let message = format!("the text `{}` could not be read: {why}", cut(name));
            let hint =
                "Name a text file beside this one; until then no quote of this article is checked.";
            let told = Diagnostic::new(Code::UnreadableText, place, message, hint);
            return Arc::new(without_text(read, run, Some(told.spanning(span.length))));
        }
    };
    let file = kept.and_then(|kept| kept.file(place.file));
    // What a file says of an article follows from its bytes.
    let is_same = |known: &&Arc<LookedUp>| {
        let made_of = known.made_of.as_ref().zip(file);
        let is_made_of = made_of.is_some_and(|((old_file, old_text), file)| {
            Arc::ptr_eq(old_file, file) && Arc::ptr_eq(old_text, &text)
        });
        is_made_of && known.sentences.is_some() == counts_sentences
    };
    match known.filter(is_same) {
        Some(known) => Arc::clone(known),
        None => Arc::new(in_text(read, run, counts_sentences, text, file)),
    }
}

/// The text at a place, made ready if it is not the one that is known.
fn read_text(path: Box<Path>, known: Option<&Arc<Text>>) -> Result<Arc<Text>, String> {
    let bytes = read::bytes(&path)?;
    match known.filter(|known| known.path == path && known.bytes == bytes) {
        Some(known) => Ok(Arc::clone(known)),
        None => Ok(Arc::new(Text {
            text: read::prepare(&path, &bytes)?,
            path,
            bytes,
        })),
    }
}

/// A quote, where it stands in its file, and the claim whose it is.
type Quoted<'a> = (&'a str, At, Option<(usize, &'a Claim)>);

/// The quotes of the claims of an article, then those of its drafts.
fn quotes<'a>(read: &'a ReadArticle, run: &Run<'a>) -> impl Iterator<Item = Quoted<'a>> + use<'a> {
    let file = read.article.place.file;
    let claims = run.claims.get(read.claims.clone()).unwrap_or_default();
    let claims = claims.iter().zip(&read.quotes).enumerate();
    let claims = claims.map(|(number, (claim, span))| (claim.quote(), span, Some((number, claim))));
    let drafts = read.drafts.iter();
    let drafts = drafts.map(|read| (read.draft.quote.as_deref(), &read.quote, None));
    claims
        .chain(drafts)
        .filter_map(move |(quote, span, claim)| {
            let place = span.spot.in_file(file);
            let length = span.length;
            Some((quote?, At { place, length }, claim))
        })
}

fn without_text(read: &ReadArticle, run: &Run<'_>, told: Option<Diagnostic>) -> LookedUp {
    LookedUp {
        all: quotes(read, run).count(),
        told: told.into_iter().collect(),
        ..LookedUp::default()
    }
}

fn in_text(
    read: &ReadArticle,
    run: &Run<'_>,
    counts_sentences: bool,
    mut of: Arc<Text>,
    file: Option<&Arc<ReadFile>>,
) -> LookedUp {
    let mut out = LookedUp {
        all: quotes(read, run).count(),
        path: Some(of.path.clone()),
        ..LookedUp::default()
    };
    let quotes: Vec<_> = quotes(read, run)
        .map(|(quote, place, claim)| (parts(quote), place, claim))
        .collect();
    let sought = quotes.iter().flat_map(|(parts, ..)| parts);
    if ArticleText::are_many(&of.text, sought.clone()) {
        Arc::make_mut(&mut of).text.look_for(sought);
    }
    let text = &of.text;
    let budget = &mut Budget::of(text);
    let mut quoted = Vec::new();
    for (parts, place, claim) in quotes {
        let places = find::places(text, &parts);
        let Some(first) = places.first() else {
            let is_absent = |part: &&Part| text.places(part).is_empty();
            let absent: Vec<&Part> = parts.iter().filter(is_absent).collect();
            let near = absent
                .iter()
                .find_map(|part| near::nearest(text, part, budget));
            out.missing.push(Missing {
                at: place,
                is_in_order: parts.is_empty() || !absent.is_empty(),
                near: near.map(|near| say::near(text, &near)),
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
            out.told.extend(say::repeated(place, text, &places));
        }
        let hidden = sense::hidden(text, &parts, first).or_else(|| {
            let (_, claim) = claim.filter(|_| places.len() == 1)?;
            sense::at_edge(text, first).filter(|_| !says_no(claim, run.symbols))
        });
        out.told
            .extend(hidden.map(|hidden| say::hidden(place, text, &hidden)));
    }
    out.prints = shared::prints(text);
    out.sentences = counts_sentences.then(|| given::sentences(text, quoted));
    out.made_of = file.map(|file| (Arc::clone(file), of));
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
