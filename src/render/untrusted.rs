//! Text from files, made safe for its reader. No format prints such text in another way.
//!
//! A terminal obeys control characters, and bidirectional overrides make a line read differently
//! from what it says ("Trojan Source", CVE-2021-42574): both become visible marks. Markdown
//! readers obey markup, link addresses and notify people: all of that becomes plain text.

use std::borrow::Cow;
use std::fmt::Write;

/// The text with a visible mark for each character that would not be seen as one.
///
/// White space of any sort is a space: the layout breaks lines, not the text.
pub(super) fn visible(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| mark(c).is_none()) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match mark(c) {
            None => out.push(c),
            Some(Mark::Space) => out.push(' '),
            Some(Mark::Picture(picture)) => out.push(picture),
            Some(Mark::Code) => {
                // Writing to a string cannot fail.
                let _ = write!(out, "<U+{:04X}>", u32::from(c));
            }
        }
    }
    Cow::Owned(out)
}

/// The text as Markdown (GitHub Flavored) that shows it as it is, on one line.
///
/// Must not stand at the start of a line, where other characters are markup too.
pub(super) fn markdown(text: &str) -> String {
    let text = visible(text);
    let mut out = String::with_capacity(text.len() + 16);
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '$' | '!' => out.extend(['\\', c]),
            // Bare addresses become links: "https:" and "www." are broken by the backslash.
            ':' if rest.peek() == Some(&'/') => out.push_str("\\:"),
            '.' if ends_with_www(&out) => out.push_str("\\."),
            // "@name" notifies a person, "#1" refers to an issue, and escapes do not help: both
            // are looked for in the finished page. An empty comment parts the sign from the word.
            '@' | '#' => {
                out.push(c);
                if rest.peek().is_some_and(|next| next.is_alphanumeric()) {
                    out.push_str("<!-- -->");
                }
            }
            _ => out.push(c),
        }
    }
    out
}

/// The address as the target of a Markdown link; `None` unless it is a plain http(s) one.
pub(super) fn link(url: &str) -> Option<String> {
    let lower = url.to_ascii_lowercase();
    let web = lower.starts_with("https://") || lower.starts_with("http://");
    let plain = |c: char| c.is_alphanumeric() || "-._~:/?#@!$&'*+,;=%".contains(c);
    (web && url.chars().all(plain)).then(|| url.to_owned())
}

fn ends_with_www(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes[bytes.len().saturating_sub(3)..].eq_ignore_ascii_case(b"www")
}

/// What stands for a character that would not be seen.
enum Mark {
    Space,
    Picture(char),
    Code,
}

fn mark(c: char) -> Option<Mark> {
    match c {
        '\n' | '\t' => Some(Mark::Space),
        // The block of control pictures follows the order of the control characters.
        '\0'..='\x1f' => char::from_u32(0x2400 + u32::from(c)).map(Mark::Picture),
        '\x7f' => Some(Mark::Picture('␡')),
        // Further controls, line separators, and what is invisible or changes the direction.
        '\u{80}'..='\u{9f}'
        | '\u{ad}'
        | '\u{61c}'
        | '\u{180e}'
        | '\u{200b}'
        | '\u{200e}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}' => Some(Mark::Code),
        _ => None,
    }
}
