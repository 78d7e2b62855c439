//! "Not X", and the words that look like it and are not.

use super::Refusal;
use crate::text::normal::{Form, fold};

/// What a text names, and whether it denies it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Polarity<'a> {
    /// Whether the rest is denied.
    pub not: bool,
    /// The text without the words of negation.
    pub rest: &'a str,
}

/// Words that negate what follows, and whether they also do so before names.
///
/// "No" and "never" begin the names of organisations ("No Labels"); "not" hardly ever does.
const NEGATIONS: &[(&str, bool)] = &[("not", true), ("never", false), ("no", false)];

/// Articles after a negation.
const ARTICLES: &[&str] = &["a", "an", "the"];

/// Words after "not" and "no" that make the phrase something else than a complement.
const REFUSED: &[(&str, &str)] = &[
    (
        "only",
        "Write what it is; a second value goes into a claim of its own.",
    ),
    (
        "just",
        "Write what it is; a second value goes into a claim of its own.",
    ),
    (
        "merely",
        "Write what it is; a second value goes into a claim of its own.",
    ),
    (
        "simply",
        "Write what it is; a second value goes into a claim of its own.",
    ),
    (
        "necessarily",
        "Set `hedged: true` on the claim and leave the word out.",
    ),
    (
        "yet",
        "Write `not` alone, and in `when` the time that is meant.",
    ),
    (
        "longer",
        "Write `not` alone, and in `when` the time that is meant.",
    ),
];

/// Takes the words of negation off the front of a text. Two negations cancel each other.
///
/// # Errors
///
/// Refuses "not only", "no longer" and the like, which say something else than "not".
pub fn polarity(text: &str, form: Form) -> Result<Polarity<'_>, Refusal> {
    let mut not = false;
    let mut rest = text.trim();
    while let Some((word, tail)) = split_word(rest) {
        let said = fold(word);
        let negates = NEGATIONS
            .iter()
            .any(|(negation, names)| *negation == said && (*names || form == Form::Label));
        if !negates || tail.is_empty() {
            break;
        }
        let (next, after) = split_word(tail).unwrap_or((tail, ""));
        let next = fold(next);
        if let Some((_, hint)) = REFUSED.iter().find(|(refused, _)| *refused == next) {
            return Err(Refusal {
                why: format!("\"{said} {next}\" does not mean \"not\""),
                hint: (*hint).into(),
            });
        }
        not = !not;
        let article = ARTICLES.contains(&next.as_str()) && !after.is_empty();
        rest = if article { after } else { tail };
    }
    Ok(Polarity { not, rest })
}

fn split_word(text: &str) -> Option<(&str, &str)> {
    let (word, tail) = text.split_once(char::is_whitespace)?;
    Some((word, tail.trim_start()))
}
