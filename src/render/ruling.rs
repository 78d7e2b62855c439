//! A ruling as YAML, to stand in a file.

use std::fmt::Write;

use super::phrase;
use super::untrusted::is_hidden;
use crate::check::considered;
use crate::finding::Finding;
use crate::model::{Considered, Corpus, Decision};
use crate::value::Day;

/// What an editor decides about a finding.
#[derive(Clone, Copy, Debug)]
pub struct NewRuling<'a> {
    /// What is decided.
    pub decision: Decision,
    /// Which value stands.
    pub value: Option<&'a str>,
    /// Who decides.
    pub by: &'a str,
    /// When.
    pub date: Option<Day>,
    /// Why.
    pub reason: &'a str,
    /// The first day on which it no longer counts.
    pub expires: Option<Day>,
}

/// The entry for a list of rulings, in lines without indent; the first starts with `- `.
///
/// It holds the claims that are weighed now, so that the ruling reopens when they change.
#[must_use]
pub fn entry(corpus: &Corpus, finding: &Finding, new: &NewRuling<'_>) -> Vec<String> {
    let day = |day: Option<Day>| day.map(|day| day.to_string());
    let one = |name, text: Option<String>| text.map(|text| format!("{name}: {}", scalar(&text)));
    let considered = considered(corpus, finding);
    let list = considered.iter().flat_map(weighed);
    let head = (!considered.is_empty()).then(|| "considered:".to_owned());
    let lines = [
        one("finding", Some(finding.id.to_string())),
        one("about", Some(phrase::about(corpus, finding))),
        one("check", Some(finding.check.to_owned())),
        one("ruling", Some(new.decision.name().to_owned())),
        one("value", new.value.map(str::to_owned)),
        head,
    ];
    let tail = [
        one("by", Some(new.by.to_owned())),
        one("date", day(new.date)),
        one("reason", Some(new.reason.to_owned())),
        one("expires", day(new.expires)),
    ];
    let lines = lines.into_iter().flatten().chain(list);
    lines
        .chain(tail.into_iter().flatten())
        .enumerate()
        .map(|(at, line)| format!("{}{line}", if at == 0 { "- " } else { "  " }))
        .collect()
}

/// A claim that was weighed: its text alone, or a map where something tempers it.
fn weighed(considered: &Considered) -> Vec<String> {
    let claim = scalar(&considered.claim);
    let mut lines = Vec::new();
    if considered.hedged {
        lines.push("hedged: true".to_owned());
    }
    match &*considered.attribution {
        [] => {}
        [only] => lines.push(format!("attribution: {}", scalar(only))),
        several => {
            lines.push("attribution:".to_owned());
            lines.extend(several.iter().map(|who| format!("  - {}", scalar(who))));
        }
    }
    let limits = considered.limits.iter();
    let (fields, others): (Vec<_>, Vec<_>) =
        limits.partition(|(name, _)| ["said", "when", "where"].contains(&&**name));
    let pair = |name: &str, value: &str| format!("{}: {}", scalar(name), scalar(value));
    lines.extend(fields.iter().map(|(name, value)| pair(name, value)));
    if !others.is_empty() {
        lines.push("qualifiers:".to_owned());
        let others = others.iter();
        lines.extend(others.map(|(name, value)| format!("  {}", pair(name, value))));
    }
    match lines.is_empty() {
        true => vec![format!("  - {claim}")],
        false => {
            let lines = lines.iter().map(|line| format!("    {line}"));
            std::iter::once(format!("  - claim: {claim}"))
                .chain(lines)
                .collect()
        }
    }
}

/// A text as YAML, on one line, that is safe to show in a terminal.
fn scalar(text: &str) -> String {
    if !text.chars().any(is_hidden)
        && let Ok(yaml) = serde_yaml::to_string(text)
        && let [line] = yaml.lines().collect::<Vec<_>>().as_slice()
    {
        return (*line).to_owned();
    }
    let mut out = String::from('"');
    for c in text.chars() {
        // Writing to a string cannot fail.
        let _ = match c {
            '"' | '\\' => write!(out, "\\{c}"),
            c if is_hidden(c) => write!(out, "\\U{:08X}", u32::from(c)),
            c => write!(out, "{c}"),
        };
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_read_back_as_it_was() {
        let cases = [
            ("004 3", "004 3"),
            ("3", "'3'"),
            ("no: \"3\" # or '4'", "'no: \"3\" # or ''4'''"),
            ("a\nb\u{202e}\"\\", "\"a\\U0000000Ab\\U0000202E\\\"\\\\\""),
            ("", "''"),
            (" - x", "' - x'"),
        ];
        for (text, expected) in cases {
            let yaml = scalar(text);
            assert_eq!(yaml, expected);
            assert_eq!(serde_yaml::from_str::<String>(&yaml).unwrap(), text);
        }
    }
}
