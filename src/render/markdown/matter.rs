//! One matter in full: what is wrong, and each side with its claims.

use std::io::{self, Write};

use super::claim::claims;
use super::{escape, item};
use crate::finding::{Basis, Finding, Position, Section, Step};
use crate::model::Corpus;
use crate::render::phrase::{self, Side, Topics};
use crate::render::style::{mark, mark_of};

/// Writes a finding, and what is told under it.
pub(super) fn write(
    corpus: &Corpus,
    topics: &Topics<'_>,
    (finding, folded): (&Finding, &[Finding]),
    ranks: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    let sign = mark_of(finding);
    writeln!(out, "\n### {sign} {}\n", escape(&topics.heading(finding)))?;
    let told = match finding.steps.is_empty() {
        true => {
            writeln!(out, "**{}.**\n", escape(&phrase::wrong(corpus, finding)))?;
            Vec::new()
        }
        false => argument(corpus, finding, out)?,
    };
    let sides = phrase::sides(finding);
    for (at, (side, position)) in sides.iter().zip(&finding.positions).enumerate() {
        if told.contains(&at) {
            continue;
        }
        let value = escape(&position.value);
        let grounds = grounds(finding, position, at, &sides);
        writeln!(out, "- **{} {value}**{}", side.letter, escape(&grounds))?;
        claims(corpus, position, out)?;
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

/// Writes the argument of a joint contradiction step by step, each claim under its step; tells which
/// positions it has told.
fn argument(corpus: &Corpus, finding: &Finding, out: &mut dyn Write) -> io::Result<Vec<usize>> {
    let last = finding.steps.len().saturating_sub(1);
    let is_conclusion = |step: &Step| step.basis == Basis::Conclusion;
    let concludes = finding.steps.iter().any(is_conclusion);
    let sides = phrase::sides(finding);
    let mut told = Vec::new();
    for (number, step) in finding.steps.iter().enumerate() {
        let text = escape(&step.text);
        let at = match step.basis {
            Basis::Claims(at) => at,
            Basis::Conclusion => {
                writeln!(out, "- so that **{text}**")?;
                continue;
            }
            Basis::Rule(_) | Basis::Known => {
                writeln!(out, "- {text}")?;
                continue;
            }
        };
        let but = if number == last && concludes {
            "but "
        } else {
            ""
        };
        let (Some(side), Some(position)) = (sides.get(at), finding.positions.get(at)) else {
            continue;
        };
        let grounds = escape(&grounds(finding, position, at, &sides));
        writeln!(out, "- {but}**{}** {text}{grounds}", side.letter)?;
        if !told.contains(&at) {
            claims(corpus, position, out)?;
            told.push(at);
        }
    }
    Ok(told)
}

/// What a position allows, against which others it stands, and on what it rests: " · 19.8 to
/// under 22 years; against B; 2 origins: AP, Mic".
fn grounds(finding: &Finding, position: &Position, at: usize, sides: &[Side]) -> String {
    let mut parts = Vec::new();
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

/// Writes what could not be compared: the question with its values, then why.
pub(super) fn not_compared(
    corpus: &Corpus,
    topics: &Topics<'_>,
    finding: &Finding,
    out: &mut dyn Write,
) -> io::Result<()> {
    let sign = mark(Section::NotCompared);
    let positions = finding.positions.iter();
    let values: Vec<String> = positions
        .map(|position| {
            let holders = phrase::holders(corpus, position);
            format!("{} · {holders}", position.value)
        })
        .collect();
    let heading = escape(&topics.heading(finding));
    let (values, id) = (escape(&values.join("; ")), finding.id);
    writeln!(out, "- {sign} **{heading}** {values} · {id}")?;
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
    let doubt = phrase::doubt(finding).is_some() && finding.steps.is_empty();
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
