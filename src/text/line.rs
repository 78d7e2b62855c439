//! Lines of a text by their bytes, and the mark before the first.

/// The byte order mark of a text, or nothing, and what stands behind it: the parser counts from there.
pub(crate) fn split_mark(text: &str) -> (&str, &str) {
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    text.split_at(text.len() - body.len())
}

/// How the lines of a text end.
pub(crate) fn ending(text: &str) -> &'static str {
    match text.contains("\r\n") {
        true => "\r\n",
        false => "\n",
    }
}

/// Where the line of a byte starts.
pub(crate) fn start(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or_default();
    before.rfind('\n').map_or(0, |end| end + 1)
}

/// Behind the line end that follows a byte.
pub(crate) fn end(text: &str, at: usize) -> usize {
    let after = text.get(at..).unwrap_or_default();
    after.find('\n').map_or(text.len(), |end| at + end + 1)
}

/// How many characters stand before a byte on its line.
pub(crate) fn column(text: &str, at: usize) -> usize {
    let before = text.get(start(text, at)..at).unwrap_or_default();
    before.chars().count()
}

#[cfg(test)]
mod tests {
    use super::{column, end, ending, split_mark, start};

    #[test]
    fn lines_are_found_by_their_bytes() {
        let text = "é: 1\r\nb\n\nlast";
        for (at, expected) in [
            (0, (0, 7, 0)),
            (3, (0, 7, 2)),
            (7, (7, 9, 0)),
            (9, (9, 10, 0)),
            (14, (10, 14, 4)),
        ] {
            assert_eq!(
                (start(text, at), end(text, at), column(text, at)),
                expected,
                "{at}"
            );
        }
        // No byte of a text.
        assert_eq!(
            (start(text, 99), end(text, 99), column(text, 99)),
            (0, 14, 0)
        );
    }

    #[test]
    fn a_mark_and_line_ends_are_told() {
        assert_eq!(split_mark("\u{feff}a"), ("\u{feff}", "a"));
        assert_eq!(split_mark("a"), ("", "a"));
        assert_eq!(
            (ending("a\r\nb"), ending("a\nb"), ending("")),
            ("\r\n", "\n", "\n")
        );
    }
}
