//! Texts on one line: plain, in quotes, and as keys.

use std::borrow::Cow;

use granit_parser::ScalarStyle;

use super::line::Line;

/// A text, how it is written, and the byte of the line at which it ends.
pub(super) type Scalar<'t> = (Cow<'t, str>, ScalarStyle, usize);

/// The longest key that is read here, in bytes; the parser has a limit too, and a message.
const KEY_BYTES: usize = 256;

/// The key that starts at a byte of a line; its colon stands where it ends.
pub(super) fn key<'t>(line: Line<'t>, at: usize) -> Option<Scalar<'t>> {
    let bytes = line.text.as_bytes();
    let is_end = |colon: usize| {
        bytes.get(colon) == Some(&b':') && matches!(bytes.get(colon + 1), None | Some(b' '))
    };
    let first = *bytes.get(at)?;
    let found = if matches!(first, b'"' | b'\'') {
        quoted(line, at).filter(|(_, _, end)| is_end(*end))?
    } else {
        if !starts_plain(&line.text[at..]) {
            return None;
        }
        let rest = &bytes[at..bytes.len().min(at + KEY_BYTES)];
        let mut marks = memchr::memchr2_iter(b':', b'#', rest);
        let n = marks.find(|n| match rest[*n] {
            b':' => is_end(at + n),
            _ => bytes[at + n - 1] == b' ',
        })?;
        if rest[n] != b':' || bytes[at + n - 1] == b' ' {
            return None;
        }
        let text = &line.text[at..at + n];
        (Cow::Borrowed(text), ScalarStyle::Plain, at + n)
    };
    (found.2 - at < KEY_BYTES).then_some(found)
}

/// Where the plain text ends that starts at a byte of a line and has nothing but a comment after it.
pub(super) fn plain(line: Line<'_>, at: usize) -> Option<usize> {
    let text = &line.text[at..];
    if !starts_plain(text) {
        return None;
    }
    let bytes = text.as_bytes();
    let mut end = bytes.len();
    for n in memchr::memchr2_iter(b':', b'#', bytes) {
        match bytes[n] {
            b':' if matches!(bytes.get(n + 1), None | Some(b' ')) => return None,
            b'#' if n > 0 && bytes[n - 1] == b' ' => {
                end = n;
                break;
            }
            _ => {}
        }
    }
    Some(at + text[..end].trim_end_matches(' ').len())
}

/// The text in quotes that starts at a byte of a line and ends on it.
pub(super) fn quoted<'t>(line: Line<'t>, at: usize) -> Option<Scalar<'t>> {
    let text = line.text.get(at + 1..)?;
    if line.text.as_bytes()[at] == b'"' {
        let (text, size) = double_quoted(text)?;
        Some((text, ScalarStyle::DoubleQuoted, at + 1 + size))
    } else {
        let (text, size) = single_quoted(text)?;
        Some((text, ScalarStyle::SingleQuoted, at + 1 + size))
    }
}

/// A text up to its closing `"`, and how many bytes both take.
fn double_quoted(text: &str) -> Option<(Cow<'_, str>, usize)> {
    let end = memchr::memchr2(b'"', b'\\', text.as_bytes())?;
    if text.as_bytes()[end] == b'"' {
        return Some((Cow::Borrowed(&text[..end]), end + 1));
    }
    let mut plain = String::from(&text[..end]);
    let mut rest = text[end..].char_indices();
    while let Some((n, c)) = rest.next() {
        match c {
            '"' => return Some((Cow::Owned(plain), end + n + 1)),
            '\\' => match rest.next()?.1 {
                c @ ('"' | '\\' | '/') => plain.push(c),
                'n' => plain.push('\n'),
                't' => plain.push('\t'),
                _ => return None,
            },
            c => plain.push(c),
        }
    }
    None
}

/// A text up to its closing `'`, and how many bytes both take.
fn single_quoted(text: &str) -> Option<(Cow<'_, str>, usize)> {
    let mut end = text.find('\'')?;
    let mut has_doubled = false;
    while text[end + 1..].starts_with('\'') {
        has_doubled = true;
        end += 2;
        end += text[end..].find('\'')?;
    }
    let inner = &text[..end];
    let inner = if has_doubled {
        Cow::Owned(inner.replace("''", "'"))
    } else {
        Cow::Borrowed(inner)
    };
    Some((inner, end + 1))
}

/// Whether a text can only be a plain one: its first character means nothing else to YAML.
pub(super) fn starts_plain(text: &str) -> bool {
    let mut chars = text.chars();
    let first = chars.next();
    match first {
        Some('-') => chars.next().is_some_and(|c| c.is_ascii_alphanumeric()),
        Some(c) if c.is_ascii() => c.is_ascii_alphanumeric() || "$()+./~_=^;".contains(c),
        Some(c) => !c.is_whitespace(),
        None => false,
    }
}
