//! A value proposed for a quote: the longest of its words that are an amount or a date.

use crate::value::{Context, Kind, Reading, Words};

/// A value has at most so many words.
const LONGEST: usize = 5;

/// So many words of a quote are looked at.
const MOST: usize = 60;

/// The words of a quote that look like its value; a short quote without such is one itself.
pub(super) fn value(quote: &str) -> Option<String> {
    let trim = |word: &'_ str| -> String {
        let is_edge = |c: char| {
            matches!(
                c,
                ',' | '.' | ';' | ':' | '!' | '?' | '"' | '\u{201c}' | '\u{201d}' | '(' | ')'
            )
        };
        word.trim_matches(is_edge).to_owned()
    };
    let words: Vec<String> = quote.split_whitespace().take(MOST).map(trim).collect();
    for length in (1..=LONGEST.min(words.len())).rev() {
        let mut windows = words.windows(length).map(|window| window.join(" "));
        if let Some(value) = windows.find(|text| is_value(text)) {
            return Some(value);
        }
    }
    (1..=LONGEST)
        .contains(&words.len())
        .then(|| words.join(" "))
}

/// Whether words are read as an amount or a date.
fn is_value(text: &str) -> bool {
    let reading = Reading::default();
    let words = Words::new(text, &reading, None);
    let kind = words.kind();
    let is_measured = matches!(
        kind,
        Kind::Number | Kind::Money | Kind::Duration | Kind::Quantity | Kind::Date
    );
    is_measured && words.value(kind, &Context::default()).is_ok()
}

#[cfg(test)]
mod tests {
    use super::value;

    #[test]
    fn amounts_and_dates_are_found_in_a_quote() {
        for (quote, expected) in [
            ("was built in 1998.", Some("in 1998")),
            ("on the bridge", Some("on the bridge")),
            ("the captain was on the bridge the whole time of it", None),
            ("", None),
        ] {
            assert_eq!(value(quote).as_deref(), expected, "{quote}");
        }
        assert!(
            value("nearly three dozen people were hurt that night")
                .is_some_and(|it| it.starts_with("nearly three dozen"))
        );
    }
}
