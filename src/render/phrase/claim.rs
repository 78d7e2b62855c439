//! A claim in words.

use super::list::list;
use crate::finding::Position;
use crate::model::{ClaimId, Corpus, Stance};

/// Who speaks, how surely, and within which limits: "according to CAN-DO, hedged, when June 2018".
pub(in crate::render) fn voice(corpus: &Corpus, id: ClaimId) -> String {
    let claim = corpus.claim(id);
    let text = |symbol| corpus.symbols.text(symbol);
    let speakers: Vec<_> = claim.attribution.iter().map(|&who| text(who)).collect();
    let mut words = vec![if speakers.is_empty() {
        "in its own voice".to_owned()
    } else {
        format!("according to {}", list(&speakers))
    }];
    if claim.stance == Stance::Denies {
        words.push("denies it".into());
    }
    if claim.hedged {
        words.push("hedged".into());
    }
    words.extend(claim.details.said.iter().map(|day| format!("said {day}")));
    words.extend(
        claim
            .details
            .qualifiers
            .iter()
            .map(|limit| format!("{} {}", text(limit.name), limit.value)),
    );
    words.join(", ")
}

/// The claim's own words: the quote, the value as written where the position words it differently,
/// and the annotator's note.
pub(in crate::render) fn words(corpus: &Corpus, position: &Position, id: ClaimId) -> String {
    let claim = corpus.claim(id);
    let original = claim.original();
    let differs = *original != *position.value;
    let words = match &claim.quote {
        Some(quote) if differs => format!("{original}: “{quote}”"),
        Some(quote) => format!("“{quote}”"),
        None if differs => original.into_owned(),
        None => String::new(),
    };
    match &claim.note {
        Some(note) => format!("{words} (note: {note})").trim_start().to_owned(),
        None => words,
    }
}

/// The subject and property of a claim, as written.
pub(super) fn question(corpus: &Corpus, id: ClaimId) -> String {
    let claim = corpus.claim(id);
    let text = |symbol| corpus.symbols.text(symbol);
    format!("{} / {}", text(claim.subject), text(claim.property))
}
