//! Claims: who says so, and in which words.

use std::io::{self, Write};

use super::escape;
use crate::finding::Position;
use crate::model::{ArticleId, ClaimId, Corpus};
use crate::render::phrase::{self, Quote};
use crate::render::untrusted::link;

/// Writes the claims of a position.
pub(super) fn claims(corpus: &Corpus, position: &Position, out: &mut dyn Write) -> io::Result<()> {
    let mut claims = position.claims.iter();
    claims.try_for_each(|&id| claim(corpus, position, id, out))
}

/// Writes who says so, and the article's words: "003, according to CAN-DO: “a **request**”".
fn claim(corpus: &Corpus, position: &Position, id: ClaimId, out: &mut dyn Write) -> io::Result<()> {
    let voice = phrase::voice(corpus, position, id);
    let voice = match voice.strip_prefix(phrase::OWN_VOICE) {
        Some(rest) => rest.to_owned(),
        None => format!(", {voice}"),
    };
    write!(
        out,
        "  - {}{}",
        article(corpus, corpus.claim(id).article),
        escape(&voice)
    )?;
    let wrote = phrase::wrote(corpus, position, id);
    let quote = phrase::quote(corpus, position, id);
    for words in [wrote.map(|it| escape(&it)), quote.as_ref().map(quoted)] {
        write!(
            out,
            "{}",
            words.map(|it| format!(": {it}")).unwrap_or_default()
        )?;
    }
    if let Some(place) = corpus.quoted_at(id) {
        write!(out, " ({})", escape(&place))?;
    }
    match corpus.claim(id).note() {
        Some(note) => writeln!(out, " (note: {})", escape(note)),
        None => writeln!(out),
    }
}

/// The quote, with the words that decide in bold where Markdown can tell them from what stands around.
fn quoted(quote: &Quote<'_>) -> String {
    let mut out = String::from("“");
    let mut from = 0;
    for part in &quote.decide {
        let (Some(before), Some(words)) = (
            quote.text.get(from..part.start),
            quote.text.get(part.clone()),
        ) else {
            continue;
        };
        out.push_str(&escape(before));
        let ends = [words.chars().next(), words.chars().next_back()];
        match ends
            .iter()
            .all(|end| end.is_some_and(char::is_alphanumeric))
        {
            true => out.push_str(&format!("**{}**", escape(words))),
            false => out.push_str(&escape(words)),
        }
        from = part.end;
    }
    out.push_str(&escape(quote.text.get(from..).unwrap_or_default()));
    out.push('”');
    out
}

/// The article's name, as a link where it stands on the web.
fn article(corpus: &Corpus, id: ArticleId) -> String {
    let name = escape(&phrase::article(corpus, id));
    match corpus.article(id).url.as_deref().and_then(link) {
        Some(target) => format!("[{name}](<{target}>)"),
        None => name,
    }
}
