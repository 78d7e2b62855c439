//! What to type, in a sentence: it stands between backticks, as in "write `two hours` alone".

/// The parts of a sentence in order, with whether each is to be typed; a backtick without another is text.
pub(in crate::render) fn with_code(text: &str) -> Vec<(&str, bool)> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some((before, code, after)) = first(rest) {
        parts.push((before, false));
        parts.push((code, true));
        rest = after;
    }
    parts.push((rest, false));
    parts.retain(|(part, _)| !part.is_empty());
    parts
}

/// What stands before the first code, it, and what follows.
fn first(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('`')?;
    let (code, after) = rest.split_once('`')?;
    (!code.is_empty()).then_some((before, code, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_between_two_backticks_is_code() {
        assert_eq!(
            with_code("write `two hours` alone"),
            [("write ", false), ("two hours", true), (" alone", false)]
        );
        assert_eq!(with_code("a ` alone"), [("a ` alone", false)]);
        assert_eq!(with_code("``"), [("``", false)]);
        assert_eq!(with_code(""), []);
    }
}
