//! CSV as spreadsheets read it: RFC 4180 with a byte order mark, and no cell that is a formula.
//!
//! All but plain numbers stands in quotes: whoever imports the file with quoted cells as text has each
//! cell as it is here, the article 001 too.

use std::borrow::Cow;
use std::io::{self, Write};

use crate::render::untrusted::visible;

/// Without it, Excel takes UTF-8 for the old encoding of the system: "naïve" becomes "naÃ¯ve".
pub(crate) const BYTE_ORDER_MARK: &str = "\u{feff}";

/// What spreadsheets take for the start of a formula, also in full-width forms and in what stands for a
/// control character.
pub(crate) const FORMULA_SIGNS: [char; 10] = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '␉', '␍'];

/// More digits than these are rounded.
const MOST_DIGITS: usize = 15;

/// A table that is being written.
pub(in crate::render) struct Sheet<'a>(&'a mut dyn Write);

impl<'a> Sheet<'a> {
    /// An empty table.
    pub(in crate::render) fn new(out: &'a mut dyn Write) -> io::Result<Self> {
        out.write_all(BYTE_ORDER_MARK.as_bytes())?;
        Ok(Self(out))
    }

    /// One row of texts from files; each is made safe here.
    pub(in crate::render) fn row<T: AsRef<str>>(
        &mut self,
        cells: impl IntoIterator<Item = T>,
    ) -> io::Result<()> {
        for (at, cell) in cells.into_iter().enumerate() {
            if at > 0 {
                self.0.write_all(b",")?;
            }
            let cell = text(cell.as_ref());
            match cell.is_empty() || is_plain_number(&cell) {
                true => self.0.write_all(cell.as_bytes())?,
                false => write!(self.0, "\"{}\"", cell.replace('"', "\"\""))?,
            }
        }
        self.0.write_all(b"\r\n")
    }

    /// The last row is written.
    pub(in crate::render) fn finish(self) -> io::Result<()> {
        self.0.flush()
    }
}

/// The text as a cell that shows it and that no spreadsheet runs.
///
/// Spreadsheets take for a formula what starts with `=`, `+`, `-` or `@`, also in their full-width
/// forms and behind blanks or quotes; an apostrophe before it makes it text (OWASP, "CSV Injection").
/// Plain signed numbers stay numbers. Control characters, line breaks among them, become visible marks.
fn text(text: &str) -> Cow<'_, str> {
    let shown = visible(text);
    let start = shown.trim_start_matches(|c: char| c.is_whitespace() || c == '"');
    let is_formula = start.starts_with(FORMULA_SIGNS);
    if is_formula && !is_signed_number(&shown) {
        return Cow::Owned(format!("'{shown}"));
    }
    shown
}

/// A number that a spreadsheet shows as it is written: "0", "-5", "0.25"; not "001", "1.10" or "+3".
fn is_plain_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "1"));
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|c| c.is_ascii_digit());
    let is_padded = (whole.starts_with('0') && whole != "0") || part.ends_with('0') || text == "-0";
    is_number(whole) && is_number(part) && !is_padded && digits.len() <= MOST_DIGITS
}

/// A sign, digits and at most one decimal point: "-5", "+0.25".
fn is_signed_number(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|c| c.is_ascii_digit());
    is_number(whole) && is_number(part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_become_text_and_numbers_stay() {
        let cases = [
            ("=1+1", "'=1+1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("+1 202 555 0100", "'+1 202 555 0100"),
            ("-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0"),
            (" \t=1", "'  =1"),
            ("\r=1", "'␍=1"),
            ("\"=1\"", "'\"=1\""),
            ("＝1", "'＝1"),
            ("-", "'-"),
            ("-5", "-5"),
            ("-0.25", "-0.25"),
            ("+3", "+3"),
            ("-1e5", "'-1e5"),
            ("-5 degrees", "'-5 degrees"),
            ("5-7", "5-7"),
            ("a=b", "a=b"),
            ("'twas", "'twas"),
            ("two\nlines", "two lines"),
            ("", ""),
        ];
        for (cell, expected) in cases {
            assert_eq!(text(cell), expected, "{cell:?}");
        }
    }

    #[test]
    fn only_numbers_that_stay_as_they_are_written_stand_without_quotes() {
        let plain = ["0", "5", "-5", "0.25", "-10.5", "123456789012345"];
        let quoted = [
            "001",
            "00",
            "-0",
            "1.10",
            "1.",
            ".5",
            "+3",
            "1e5",
            "1,000",
            "2018-06",
            "5-7",
            "3 May",
            "1234567890123456",
            "",
            "x",
            "12 345",
            "٣",
        ];
        for text in plain {
            assert!(is_plain_number(text), "{text}");
        }
        for text in quoted {
            assert!(!is_plain_number(text), "{text}");
        }
    }

    #[test]
    fn quotes_are_doubled() {
        let mut out = Vec::new();
        let mut sheet = Sheet::new(&mut out).unwrap();
        sheet.row(["a \"b\", c", "", "001", "7"]).unwrap();
        sheet.finish().unwrap();
        let text = String::from_utf8(out).unwrap();
        assert_eq!(text, "\u{feff}\"a \"\"b\"\", c\",,\"001\",7\r\n");
    }
}
