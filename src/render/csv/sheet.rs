//! CSV as spreadsheets read it: RFC 4180 with a byte order mark, and no cell that is a formula.

use std::borrow::Cow;
use std::io::{self, Write};

use csv::{Terminator, Writer, WriterBuilder};

use crate::render::untrusted::visible;

/// Without it, Excel takes UTF-8 for the old encoding of the system: "naïve" becomes "naÃ¯ve".
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// A table that is being written.
pub(in crate::render) struct Sheet<'a>(Writer<&'a mut dyn Write>);

impl<'a> Sheet<'a> {
    /// An empty table.
    pub(in crate::render) fn new(out: &'a mut dyn Write) -> io::Result<Self> {
        out.write_all(BYTE_ORDER_MARK.as_bytes())?;
        let mut builder = WriterBuilder::new();
        builder.terminator(Terminator::CRLF).flexible(true);
        Ok(Self(builder.from_writer(out)))
    }

    /// One row of texts from files; each is made safe here.
    pub(in crate::render) fn row<T: AsRef<str>>(
        &mut self,
        cells: impl IntoIterator<Item = T>,
    ) -> io::Result<()> {
        for cell in cells {
            let cell = text(cell.as_ref());
            self.0.write_field(cell.as_bytes()).map_err(plain)?;
        }
        self.0.write_record(None::<&[u8]>).map_err(plain)
    }

    /// The last row is written.
    pub(in crate::render) fn finish(mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// The error of the writer, which tells a closed pipe from others.
fn plain(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
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
    let is_formula = start.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '␉', '␍']);
    if is_formula && !is_signed_number(&shown) {
        return Cow::Owned(format!("'{shown}"));
    }
    shown
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
}
