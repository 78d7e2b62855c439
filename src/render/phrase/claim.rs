//! A claim in words.

use indexmap::{IndexMap, IndexSet};

use super::list::{enough, list};
use crate::finding::Position;
use crate::model::{ArticleId, ClaimId, Corpus, Stance};
use crate::text::normal::Form;

/// What is said of a claim that an article names nobody for.
pub(in crate::render) const OWN_VOICE: &str = "in its own voice";

/// Who speaks, how surely, and within which limits: "according to CAN-DO, hedged, when June 2018".
/// That it denies is said where the claim's own words do not say so ([`wrote`]).
pub(in crate::render) fn voice(corpus: &Corpus, position: &Position, id: ClaimId) -> String {
    let claim = corpus.claim(id);
    let text = |symbol| corpus.symbols.text(symbol);
    let speakers: Vec<_> = claim.attribution.iter().map(|&who| text(who)).collect();
    let mut words = vec![if speakers.is_empty() {
        OWN_VOICE.to_owned()
    } else {
        format!("according to {}", list(&speakers))
    }];
    if claim.stance == Stance::Denies && wrote(corpus, position, id).is_none() {
        words.push("denies it".into());
    }
    if claim.hedged {
        words.push("hedged".into());
    }
    words.extend(claim.details.scope(&corpus.symbols));
    words.join(", ")
}

/// The same in a few words, nothing of what is usual: "CAN-DO", "hedged", "June 2018".
pub(in crate::render) fn voice_short(
    corpus: &Corpus,
    position: &Position,
    id: ClaimId,
) -> Vec<String> {
    let claim = corpus.claim(id);
    let text = |symbol| corpus.symbols.text(symbol);
    let speakers: Vec<_> = claim.attribution.iter().map(|&who| text(who)).collect();
    let mut words = Vec::new();
    if !speakers.is_empty() {
        words.push(list(&speakers));
    }
    if claim.stance == Stance::Denies {
        words.push(wrote(corpus, position, id).unwrap_or_else(|| "denies it".into()));
    }
    if claim.hedged {
        words.push("hedged".into());
    }
    words.extend(claim.details.scope(&corpus.symbols));
    words
}

/// The value of a claim as written, where its position words it differently by more than case and
/// punctuation: "wrote “electrical fault”", "denies “arson”".
pub(in crate::render) fn wrote(
    corpus: &Corpus,
    position: &Position,
    id: ClaimId,
) -> Option<String> {
    let claim = corpus.claim(id);
    let original = claim.original();
    let differs = Form::Text.of(&original) != Form::Text.of(&position.value);
    let verb = match claim.stance {
        Stance::Asserts => "wrote",
        Stance::Denies => "denies",
    };
    differs.then(|| format!("{verb} “{original}”"))
}

/// The articles of a position, each with its words where the position words them differently:
/// "001, 002 (wrote “electrical fault”)".
pub(in crate::render) fn holders(corpus: &Corpus, position: &Position) -> String {
    let mut holders: IndexMap<ArticleId, IndexSet<String>> = IndexMap::new();
    for &id in &position.claims {
        let known = holders.entry(corpus.claim(id).article).or_default();
        known.extend(wrote(corpus, position, id));
    }
    let named = |(id, wrote): (&ArticleId, &IndexSet<String>)| {
        let id = corpus.id(*id);
        let wrote: Vec<&str> = wrote.iter().map(String::as_str).collect();
        match wrote.is_empty() {
            true => id.to_owned(),
            false => format!("{id} ({})", wrote.join(", ")),
        }
    };
    let named: Vec<String> = holders.iter().map(named).collect();
    enough(&named.iter().map(String::as_str).collect::<Vec<_>>())
}

/// The subject and property of a claim, as written.
pub(super) fn question(corpus: &Corpus, id: ClaimId) -> String {
    let claim = corpus.claim(id);
    let text = |symbol| corpus.symbols.text(symbol);
    format!("{} / {}", text(claim.subject), text(claim.property))
}
