//! One matter in full: what is wrong, and each side with its claims.

use std::io::{self, Write};

use super::{escape, item};
use crate::finding::{Finding, Position, Section};
use crate::model::{ArticleId, ClaimId, Corpus};
use crate::render::phrase::{self, Quote, Side, Topics};
use crate::render::style::mark;
use crate::render::untrusted::link;

/// Writes a finding, and what is told under it.
pub(super) fn write(
    corpus: &Corpus,
    topics: &Topics<'_>,
    (finding, folded): (&Finding, &[Finding]),
    ranks: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    let sign = mark(finding.section(), true);
    writeln!(out, "\n### {sign} {}\n", escape(&topics.heading(finding)))?;
    writeln!(out, "**{}.**\n", escape(&phrase::wrong(finding)))?;
    let sides = phrase::sides(finding);
    for (at, (side, position)) in sides.iter().zip(&finding.positions).enumerate() {
        let value = escape(&position.value);
        let grounds = grounds(finding, position, at, &sides);
        writeln!(out, "- **{} {value}**{}", side.letter, escape(&grounds))?;
        for &id in &position.claims {
            claim(corpus, position, id, out)?;
        }
    }
    for finding in folded {
        if let Some((label, text)) = phrase::folded(finding) {
            item(out, label, &text)?;
        }
    }
    remarks(corpus, finding, "", out)?;
    let rank = phrase::importance(finding.importance).filter(|_| ranks);
    let rank = rank.map(|word| format!(", {word} importance"));
    item(
        out,
        "id",
        &format!("{}{}", finding.id, rank.unwrap_or_default()),
    )
}

/// What a position answers and allows, against which others it stands, and on what it rests: " · 19.8 to
/// under 22 years; against B; 2 origins: AP, Mic".
fn grounds(finding: &Finding, position: &Position, at: usize, sides: &[Side]) -> String {
    let mut parts = Vec::new();
    let topic = position.topic.as_deref();
    parts.extend(topic.map(|topic| phrase::answer(finding, topic)));
    parts.extend(position.meaning.clone());
    if finding.positions.len() > 2 && finding.steps.is_empty() {
        let against = position.against.iter();
        let letters = against.filter_map(|&other| Some(sides.get(other)?.letter.as_str()));
        let letters: Vec<&str> = letters.filter(|it| *it != sides[at].letter).collect();
        if !letters.is_empty() {
            parts.push(format!("against {}", phrase::list(&letters)));
        }
    }
    if !position.origins.is_empty() {
        parts.push(phrase::origins(&position.origins));
    }
    match parts.is_empty() {
        true => String::new(),
        false => format!(" · {}", parts.join("; ")),
    }
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
    match &corpus.claim(id).note {
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

/// Writes what could not be compared: the question with its values, then why.
pub(super) fn not_compared(
    corpus: &Corpus,
    topics: &Topics<'_>,
    finding: &Finding,
    out: &mut dyn Write,
) -> io::Result<()> {
    let sign = mark(Section::NotCompared, true);
    let positions = finding.positions.iter();
    let values: Vec<String> = positions
        .map(|position| {
            let holders = phrase::holders(corpus, position);
            format!("{} · {holders}", position.value)
        })
        .collect();
    let heading = escape(&topics.heading(finding));
    writeln!(out, "- {sign} **{heading}** {}", escape(&values.join("; ")))?;
    remarks(corpus, finding, "  ", out)
}

/// Writes notes, who is silent and what was decided: one line each. Why they contradict each other
/// stands above.
fn remarks(
    corpus: &Corpus,
    finding: &Finding,
    indent: &str,
    out: &mut dyn Write,
) -> io::Result<()> {
    let doubt = phrase::doubt(finding).is_some();
    for (label, text) in phrase::remarks(corpus, finding) {
        let is_told = match label {
            "why" | "ruling" | "earlier" => true,
            "because" | "unless" => doubt,
            _ => false,
        };
        if !is_told {
            write!(out, "{indent}")?;
            item(out, label, &text)?;
        }
    }
    let Some(note) = &finding.ruling else {
        return Ok(());
    };
    let earlier = note.earlier.iter().map(|past| ("earlier", past));
    for (label, ruled) in earlier.chain([("ruling", &note.ruled)]) {
        write!(out, "{indent}")?;
        item(out, label, &phrase::decided(ruled))?;
    }
    Ok(())
}
