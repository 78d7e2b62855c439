//! Values as YAML that is read back as it was meant.

use std::fmt::Write;

use crate::parse::{Branch, Form};
use crate::text::hidden::is_hidden;

/// Something to write, or what a file says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// Nothing.
    Missing,
    /// A text.
    Text(String),
    /// Yes or no, which a file says as a text.
    Flag(bool),
    /// A list.
    List(Vec<Node>),
    /// A map, in its order.
    Map(Vec<(String, Node)>),
    /// The content of another node, which no edit writes.
    Alias(usize),
}

impl Node {
    /// What a branch of a file says.
    #[must_use]
    pub fn of(branch: &Branch) -> Self {
        match &branch.form {
            Form::Scalar(text, false) if text.is_empty() => Self::Missing,
            Form::Scalar(text, _) => Self::Text(text.clone()),
            Form::Alias(id) => Self::Alias(*id),
            Form::List(entries, _) => Self::List(entries.iter().map(Self::of).collect()),
            Form::Map(entries, _) => {
                let entry = |(key, value): &(Branch, Branch)| {
                    let key = match &key.form {
                        Form::Scalar(text, _) => text.clone(),
                        _ => String::new(),
                    };
                    (key, Self::of(value))
                };
                Self::Map(entries.iter().map(entry).collect())
            }
        }
    }

    /// What a file says in which it is written.
    pub(super) fn read_back(&self) -> Self {
        match self {
            Self::Flag(yes) => Self::Text(yes.to_string()),
            Self::List(entries) => Self::List(entries.iter().map(Self::read_back).collect()),
            Self::Map(entries) => {
                let entries = entries.iter();
                Self::Map(
                    entries
                        .map(|(key, node)| (key.clone(), node.read_back()))
                        .collect(),
                )
            }
            other => other.clone(),
        }
    }
}

/// A node in lines without indent, each list and map with lines of its own.
#[must_use]
pub fn block(node: &Node) -> Vec<String> {
    match node {
        Node::List(entries) if !entries.is_empty() => {
            entries.iter().flat_map(entry_lines).collect()
        }
        Node::Map(entries) if !entries.is_empty() => entries
            .iter()
            .flat_map(|(key, value)| key_lines(key, value))
            .collect(),
        _ => vec![flow(node)],
    }
}

/// An entry of a list: its first line begins with `- `.
pub(super) fn entry_lines(entry: &Node) -> Vec<String> {
    let lines = block(entry).into_iter().enumerate();
    let lines = lines.map(|(at, line)| match at {
        0 => format!("- {line}"),
        _ => format!("  {line}"),
    });
    lines.collect()
}

/// A key with its value.
pub(super) fn key_lines(key: &str, value: &Node) -> Vec<String> {
    let key = scalar(key);
    let is_nested = match value {
        Node::List(entries) => !entries.is_empty(),
        Node::Map(entries) => !entries.is_empty(),
        _ => false,
    };
    match is_nested {
        true => {
            let lines = block(value).into_iter().map(|line| format!("  {line}"));
            std::iter::once(format!("{key}:")).chain(lines).collect()
        }
        false => vec![format!("{key}: {}", flow(value)).trim_end().to_owned()],
    }
}

/// A node on one line, lists in brackets and maps in braces.
#[must_use]
pub fn flow(node: &Node) -> String {
    match node {
        Node::Missing => String::new(),
        Node::Text(text) => scalar(text),
        Node::Flag(yes) => yes.to_string(),
        Node::List(entries) => {
            let entries: Vec<String> = entries.iter().map(flow_part).collect();
            format!("[{}]", entries.join(", "))
        }
        Node::Map(entries) => {
            let entry =
                |(key, value): &(String, Node)| format!("{}: {}", in_flow(key), flow_part(value));
            let entries: Vec<String> = entries.iter().map(entry).collect();
            format!("{{{}}}", entries.join(", "))
        }
        Node::Alias(id) => format!("*{id}"),
    }
}

/// A node on one line within brackets or braces.
pub(super) fn flow_part(node: &Node) -> String {
    match node {
        Node::Text(text) => in_flow(text),
        other => flow(other),
    }
}

/// A text on one line within brackets or braces, where commas and brackets end a plain one.
pub(super) fn in_flow(text: &str) -> String {
    let plain = scalar(text);
    let is_plain = plain == text;
    match is_plain && text.contains([',', '[', ']', '{', '}']) {
        true => format!("'{}'", text.replace('\'', "''")),
        false => plain,
    }
}

/// A text as YAML, on one line, that is safe to show in a terminal.
#[must_use]
pub fn scalar(text: &str) -> String {
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
            '\n' => write!(out, "\\n"),
            '\t' => write!(out, "\\t"),
            c if is_hidden(c) => write!(out, "\\U{:08X}", u32::from(c)),
            c => write!(out, "{c}"),
        };
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::scalar;

    #[test]
    fn a_text_is_read_back_as_it_was() {
        let cases = [
            ("004 3", "004 3"),
            ("3", "'3'"),
            ("no: \"3\" # or '4'", "'no: \"3\" # or ''4'''"),
            ("a\nb\u{202e}\"\\", "\"a\\nb\\U0000202E\\\"\\\\\""),
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
