//! Text from files, made safe for its reader. No format prints such text in another way.
//!
//! A terminal obeys control characters, and bidirectional overrides make a line read differently
//! from what it says ("Trojan Source", CVE-2021-42574): both become visible marks. Markdown
//! readers obey markup, link addresses and notify people: all of that becomes plain text.

use std::borrow::Cow;
use std::fmt::Write;

pub(super) use crate::text::hidden::is_hidden;
use crate::text::hidden::{Mark, mark};

/// The text with a visible mark for each character that would not be seen as one.
///
/// White space of any sort is a space: the layout breaks lines, not the text.
pub(crate) fn visible(text: &str) -> Cow<'_, str> {
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
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '$' | '!' | '{' | '}' => {
                out.extend(['\\', c])
            }
            // Bare addresses become links: "https:" and "www." are broken by the backslash.
            ':' if rest.peek() == Some(&'/') => out.push_str("\\:"),
            '.' if ends_with_www(&out) => out.push_str("\\."),
            '#' => out.push_str("\\#"),
            _ => out.push(c),
        }
        // "@name" notifies a person and "#1" refers to an issue. Escapes do not help, for both are
        // looked for in the finished page; an empty comment parts the sign from the word.
        if matches!(c, '@' | '#') && rest.peek().is_some_and(|next| next.is_alphanumeric()) {
            out.push_str("<!-- -->");
        }
    }
    out
}

/// The text as XML that shows it as it is, in elements and in quoted attributes.
///
/// Graphviz reads its labels likewise: also those in quotes hold character references.
pub(super) fn xml(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for c in visible(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // No XML document may hold these two.
            '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            _ => out.push(c),
        }
    }
    out
}

/// The text within the quotes of a Mermaid label, where it is shown as it is.
///
/// Mermaid reads Markdown, HTML, directives and entities in labels, and its entities are numbers
/// between `#` and `;`. Letters, digits and blanks mean nothing to it, nor do stops and hyphens
/// within words.
pub(super) fn mermaid(text: &str) -> String {
    let text = visible(text);
    let mut out = String::with_capacity(text.len() + 16);
    let mut before = ' ';
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let follows = rest.peek().copied().unwrap_or(' ');
        let within = before.is_alphanumeric() && follows.is_alphanumeric();
        let is_harmless = !c.is_ascii()
            || c.is_ascii_alphanumeric()
            || matches!(c, ' ' | ',')
            || (within && matches!(c, '.' | '-'));
        if is_harmless {
            out.push(c);
        } else {
            // Writing to a string cannot fail.
            let _ = write!(out, "#{};", u32::from(c));
        }
        before = c;
    }
    out
}

/// The address as the target of a Markdown link; `None` unless it is a plain http(s) one.
pub(super) fn link(url: &str) -> Option<String> {
    let lower = url.to_ascii_lowercase();
    let web = lower.starts_with("https://") || lower.starts_with("http://");
    let plain = |c: char| c.is_alphanumeric() || "-._~:/?#@!$&'*+,=%".contains(c);
    (web && url.chars().all(plain)).then(|| url.to_owned())
}

fn ends_with_www(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes[bytes.len().saturating_sub(3)..].eq_ignore_ascii_case(b"www")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_characters_become_marks() {
        let cases = [
            (
                "plain – “text” naïve 東京 👩‍⚖️",
                "plain – “text” naïve 東京 👩‍⚖️",
            ),
            ("a\tb\nc", "a b c"),
            ("\x1b]0;title\x07", "␛]0;title␇"),
            ("\x7f\u{9b}31m\r", "␡<U+009B>31m␍"),
            ("a\u{202e}b\u{2066}c\u{200f}", "a<U+202E>b<U+2066>c<U+200F>"),
            ("zero\u{200b}width\u{feff}", "zero<U+200B>width<U+FEFF>"),
            ("\u{e0041}\u{2028}", "<U+E0041><U+2028>"),
            ("no\u{fffe}character\u{ffff}", "no<U+FFFE>character<U+FFFF>"),
        ];
        for (text, expected) in cases {
            assert_eq!(visible(text), expected);
        }
    }

    #[test]
    fn markup_becomes_text() {
        let cases = [
            ("AT&T <b>", "AT&amp;T &lt;b&gt;"),
            ("a|b `c` *d* _e_ ~f~", r"a\|b \`c\` \*d\* \_e\_ \~f\~"),
            ("[x](y) ![z]", r"\[x\](y) \!\[z\]"),
            ("$1 and $2", r"\$1 and \$2"),
            ("https://a.example", r"https\://a.example"),
            ("WWW.a.example: no", r"WWW\.a.example: no"),
            ("@ab @ c#1 C#", r"@<!-- -->ab @ c\#<!-- -->1 C\#"),
        ];
        for (text, expected) in cases {
            assert_eq!(markdown(text), expected);
        }
    }

    #[test]
    fn only_plain_web_addresses_are_links() {
        let cases = [
            ("https://example.org/a?b=1#c", true),
            ("HTTP://example.org", true),
            ("javascript:alert(1)", false),
            ("ftp://example.org", false),
            ("https://example.org/a b", false),
            ("https://example.org/)|<", false),
            ("https://example.org/\n", false),
            ("", false),
        ];
        for (url, expected) in cases {
            assert_eq!(link(url).is_some(), expected, "{url}");
        }
    }
}
