//! What the format of a number makes of it: a day, a share, a fraction, or a number as it is.

use jiff::civil::Date;

/// How a spreadsheet shows a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    /// As it is.
    Plain,
    /// As a day with its year.
    Day,
    /// As a part of a day: a month, a time.
    Time,
    /// In hundredths.
    Percent,
    /// As a fraction.
    Fraction,
    /// In another way: with a currency, in tens to the power of something.
    Otherwise,
}

impl Shown {
    /// What a number is that is shown so and is no text.
    pub(super) fn what(self) -> &'static str {
        match self {
            Self::Plain | Self::Otherwise => "a number with a format of its own",
            Self::Day => "a date",
            Self::Time => "a date or time",
            Self::Percent => "a percentage",
            Self::Fraction => "a fraction",
        }
    }

    /// Of a format that every workbook has, by its number.
    pub(super) fn of_number(id: u32) -> Self {
        match id {
            0..=4 | 37..=40 | 49 => Self::Plain,
            9 | 10 => Self::Percent,
            12 | 13 => Self::Fraction,
            14 | 15 | 22 => Self::Day,
            16..=21 | 27..=36 | 45..=47 | 50..=58 => Self::Time,
            _ => Self::Otherwise,
        }
    }

    /// Of a format as it is written: `yyyy-mm-dd`, `0.00%`, `# ?/?`.
    pub(super) fn of_code(code: &str) -> Self {
        let signs = bare(code);
        let has = |c: char| signs.contains(c);
        if has('%') {
            return Self::Percent;
        }
        if signs.contains("?/") || signs.contains("#/") || signs.contains("0/") {
            return Self::Fraction;
        }
        let is_date = has('d') || has('y') || has('m') || has('h') || has('s');
        if signs == "general" || signs == "@" || signs.is_empty() {
            return Self::Plain;
        }
        if is_date {
            let is_day = has('d') && has('y') && has('m') && !has('h') && !has('s');
            return if is_day { Self::Day } else { Self::Time };
        }
        let is_plain = signs
            .chars()
            .all(|c| matches!(c, '0' | '#' | ',' | '_' | '-' | ' '));
        match is_plain && !signs.ends_with(',') {
            true => Self::Plain,
            false => Self::Otherwise,
        }
    }
}

/// The signs of a format for positive numbers, in lower case, without what stands in quotes or brackets.
fn bare(code: &str) -> String {
    let mut signs = String::new();
    let mut rest = code.chars();
    while let Some(c) = rest.next() {
        match c {
            '"' => {
                // What is written beside a number is no longer that number.
                signs.push('"');
                rest.by_ref().find(|c| *c == '"');
            }
            '[' => {
                let inside: String = rest.by_ref().take_while(|c| *c != ']').collect();
                match inside.to_ascii_lowercase().as_str() {
                    "h" | "hh" | "m" | "mm" | "s" | "ss" => signs.push('h'),
                    inside if inside.starts_with("$-") => {}
                    inside if inside.starts_with('$') => signs.push('$'),
                    _ => {}
                }
            }
            '\\' | '*' => signs.extend(rest.next()),
            '_' => {
                rest.next();
            }
            ';' => break,
            c => signs.extend(c.to_lowercase()),
        }
    }
    signs
}

/// The day of a number, which counts from 1900 or 1904; nothing where it has a time of day.
pub(super) fn day(text: &str, from_1904: bool) -> Option<String> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let days: i32 = whole.parse().ok()?;
    if part.bytes().any(|digit| digit != b'0') {
        return None;
    }
    let start = match (from_1904, days) {
        (true, _) => Date::constant(1904, 1, 1),
        // Spreadsheets know a 29 February 1900, which there was not.
        (false, 61..) => Date::constant(1899, 12, 30),
        (false, 1..=59) => Date::constant(1899, 12, 31),
        (false, _) => return None,
    };
    let day = start
        .checked_add(jiff::Span::new().try_days(days).ok()?)
        .ok()?;
    Some(day.to_string())
}

/// A whole number as it is shown, of no more digits than a spreadsheet keeps.
pub(super) fn whole(text: &str) -> Option<String> {
    let (digits, exponent) = match text.split_once(['e', 'E']) {
        Some((digits, exponent)) => (digits, exponent.parse::<usize>().ok()?),
        None => (text, 0),
    };
    let (sign, digits) = match digits.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", digits),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let part = part.trim_end_matches('0');
    if exponent > 15 || part.len() > exponent {
        return None;
    }
    let zeros = "0".repeat(exponent - part.len());
    let number = format!("{whole}{part}{zeros}");
    let number = number.trim_start_matches('0');
    let is_number = !whole.is_empty() && number.bytes().all(|digit| digit.is_ascii_digit());
    match number {
        "" if is_number => Some("0".to_owned()),
        number if is_number && number.len() <= 15 => Some(format!("{sign}{number}")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_tell_days_shares_and_fractions_from_numbers() {
        for (code, expected) in [
            ("General", Shown::Plain),
            ("@", Shown::Plain),
            ("0", Shown::Plain),
            ("#,##0", Shown::Plain),
            ("#,##0;[Red]-#,##0", Shown::Plain),
            ("#,##0,", Shown::Otherwise),
            ("#,##0\\ \"km\"", Shown::Otherwise),
            ("[$€-407]#,##0", Shown::Otherwise),
            ("0.00", Shown::Otherwise),
            ("0.00E+00", Shown::Otherwise),
            ("0%", Shown::Percent),
            ("# ?/?", Shown::Fraction),
            ("# ??/16", Shown::Fraction),
            ("yyyy-mm-dd", Shown::Day),
            ("[$-409]d\\-mmm\\-yy;@", Shown::Day),
            ("mmm yyyy", Shown::Time),
            ("[h]:mm", Shown::Time),
            ("dd/mm/yyyy hh:mm", Shown::Time),
        ] {
            assert_eq!(Shown::of_code(code), expected, "{code}");
        }
    }

    #[test]
    fn numbers_are_days_since_the_start_of_the_calendar() {
        for (text, from_1904, expected) in [
            ("45356", false, Some("2024-03-05")),
            ("43894", true, Some("2024-03-05")),
            ("1", false, Some("1900-01-01")),
            ("60", false, None),
            ("61", false, Some("1900-03-01")),
            ("45356.5", false, None),
            ("45356.0", false, Some("2024-03-05")),
            ("-1", false, None),
            ("99999999", false, None),
        ] {
            assert_eq!(day(text, from_1904).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn whole_numbers_are_texts_and_others_are_not() {
        for (text, expected) in [
            ("3", Some("3")),
            ("-12", Some("-12")),
            ("3.0", Some("3")),
            ("1.2E3", Some("1200")),
            ("1E+3", Some("1000")),
            ("0", Some("0")),
            ("0.5", None),
            ("1.25E1", None),
            ("1234567890123456", None),
            ("1E300", None),
            ("NaN", None),
            ("", None),
        ] {
            assert_eq!(whole(text).as_deref(), expected, "{text}");
        }
    }
}
