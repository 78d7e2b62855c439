//! Texts that a spreadsheet has taken for dates or numbers, and saved as what it took them for.
//!
//! A table of text keeps no formats: 1/2 comes back as 2-Jan, 1.10 as 1.1. What was exported is known, so
//! that such a change is told from one that somebody made.

/// Why a text may be what a spreadsheet made of another; nothing where it is not.
#[must_use]
pub(super) fn why(old: Option<&str>, new: &str) -> Option<&'static str> {
    let new = new.trim();
    if new.starts_with("####") || matches!(new, "#NAME?" | "#REF!" | "#VALUE!" | "#DIV/0!" | "#N/A")
    {
        return Some("a spreadsheet wrote it where it could not show what stood there");
    }
    if is_scientific(new) {
        return Some("it is a number that a spreadsheet has shortened");
    }
    if is_short_date(new) && old.is_none_or(|old| !is_short_date(old)) {
        return Some("it looks like what a spreadsheet makes of a text such as 1/2 or 3-5");
    }
    let old = old?.trim();
    if looks_like_date(old) && (is_numeric_date(new) || is_serial(new)) {
        return Some("it looks like a date that a spreadsheet wrote in its own way");
    }
    let (before, after) = (figure(old)?, figure(new)?);
    (old != new && before == after)
        .then_some("it looks like a number that a spreadsheet wrote in its own way")
}

/// `1.23E+11`.
fn is_scientific(text: &str) -> bool {
    let Some((digits, exponent)) = text.split_once("E+") else {
        return false;
    };
    let is_number = |text: &str| {
        !text.is_empty()
            && text
                .bytes()
                .all(|c| c.is_ascii_digit() || matches!(c, b'.' | b','))
    };
    is_number(digits.trim_start_matches('-')) && is_number(exponent)
}

const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// `2-Jan`, `Jan-02`, `02-Jan-24`: as nobody writes, but spreadsheets do.
fn is_short_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let is_month = |part: &str| MONTHS.contains(&part.to_lowercase().trim_end_matches('.'));
    let is_number =
        |part: &str| matches!(part.len(), 1 | 2 | 4) && part.bytes().all(|c| c.is_ascii_digit());
    match parts.as_slice() {
        [a, b] => (is_month(a) && is_number(b)) || (is_number(a) && is_month(b)),
        [a, b, c] => is_number(a) && is_month(b) && is_number(c),
        _ => false,
    }
}

/// `05/03/2024`, `5.3.24`.
fn is_numeric_date(text: &str) -> bool {
    let day = text.split(' ').next().unwrap_or_default();
    let parts: Vec<&str> = day.split(['/', '.', '-']).collect();
    let is_number =
        |part: &&str| matches!(part.len(), 1 | 2 | 4) && part.bytes().all(|c| c.is_ascii_digit());
    parts.len() == 3 && parts.iter().all(is_number) && !is_iso(text)
}

fn is_iso(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 10 && bytes.get(4) == Some(&b'-') && bytes.get(7) == Some(&b'-')
}

/// A number of days since 1900, as a date of our time has it.
fn is_serial(text: &str) -> bool {
    text.len() == 5
        && text
            .parse()
            .is_ok_and(|days: u32| (20_000..80_000).contains(&days))
}

/// Whether a spreadsheet would take a text for a date.
fn looks_like_date(text: &str) -> bool {
    let lower = text.to_lowercase();
    let has_month = lower
        .split(|c: char| !c.is_alphabetic())
        .any(|word| word.get(..3).is_some_and(|start| MONTHS.contains(&start)));
    let has_digit = text.bytes().any(|c| c.is_ascii_digit());
    let parts: Vec<&str> = text.split(['/', '-', '.']).collect();
    let is_number = |part: &&str| {
        !part.is_empty() && part.len() <= 4 && part.bytes().all(|c| c.is_ascii_digit())
    };
    has_digit && (has_month || (matches!(parts.len(), 2 | 3) && parts.iter().all(is_number)))
}

/// A number without what does not count: zeros before and behind, signs between thousands.
fn figure(text: &str) -> Option<String> {
    let text = text.trim().trim_start_matches('+');
    let (sign, text) = match text.strip_prefix('-') {
        Some(text) => ("-", text),
        None => ("", text),
    };
    let is_sign = |c: char| matches!(c, ',' | ' ' | '\u{a0}' | '\u{202f}' | '\'');
    let digits: String = text.chars().filter(|c| !is_sign(*c)).collect();
    let (whole, part) = digits.split_once('.').unwrap_or((&digits, ""));
    let is_number = |text: &str| text.bytes().all(|c| c.is_ascii_digit());
    if whole.is_empty() || !is_number(whole) || !is_number(part) {
        return None;
    }
    let (whole, part) = (whole.trim_start_matches('0'), part.trim_end_matches('0'));
    Some(format!("{sign}{whole}.{part}"))
}

#[cfg(test)]
mod tests {
    use super::why;

    #[test]
    fn what_a_spreadsheet_made_of_a_text_is_told() {
        for (old, new) in [
            ("1/2", "2-Jan"),
            ("1/2", "01.02.2024"),
            ("1/2", "45324"),
            ("3-5", "5-Mar"),
            ("March 5", "Mar-05"),
            ("2024-03-05", "05/03/2024"),
            ("2024-03-05", "3/5/24 0:00"),
            ("1.10", "1.1"),
            ("007", "7"),
            ("1,000", "1000"),
            ("+3", "3"),
            ("123456789012", "1.23457E+11"),
            ("long text", "########"),
        ] {
            assert!(why(Some(old), new).is_some(), "{old} {new}");
        }
        for new in ["2-Jan", "Jan-24", "1.2E+11", "#NAME?", "05-Mar-24"] {
            assert!(why(None, new).is_some(), "{new}");
        }
    }

    #[test]
    fn what_somebody_changed_is_left_alone() {
        for (old, new) in [
            ("3", "4"),
            ("three", "3"),
            ("1/2", "1/3"),
            ("1/2", "a half"),
            ("2024-03-05", "2024-03-06"),
            ("5 March", "6 March"),
            ("5 March 2024", "2024-03-05"),
            ("1.10", "1.20"),
            ("2-Jan", "3-Jan"),
            ("about 30", "30"),
            ("", "30"),
        ] {
            assert_eq!(why(Some(old), new), None, "{old} {new}");
        }
        for new in [
            "1/2",
            "05/03/2024",
            "2024-03-05",
            "1.10",
            "1E",
            "E+",
            "-Jan",
            "vitamin B-12",
            "45324",
        ] {
            assert_eq!(why(None, new), None, "{new}");
        }
    }
}
