//! Text with commas, semicolons or tabs between its cells, in any encoding that spreadsheets save.

use std::borrow::Cow;

use csv::{ReaderBuilder, StringRecord};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::{Book, Cell, Filling, MOST_BYTES};
use crate::sheet::FIRST_ROWS;
use crate::sheet::field::{known, plain};

/// What may stand between cells.
const DELIMITERS: [(u8, &str); 4] = [
    (b',', "commas"),
    (b';', "semicolons"),
    (b'\t', "tabs"),
    (b'|', "upright strokes"),
];

pub(super) fn read(bytes: &[u8]) -> Result<Book, String> {
    let (text, encoding) = decoded(bytes);
    if text.trim().is_empty() {
        return Err("it is empty".into());
    }
    if text.contains('\0') {
        return Err("it is no text and no spreadsheet".into());
    }
    let (text, given) = match first_line(&text).strip_prefix("sep=") {
        Some(sign) if sign.len() == 1 => {
            let line = first_line(&text).len();
            let rest = text.get(line..).unwrap_or_default();
            (rest.trim_start_matches(['\r', '\n']), sign.bytes().next())
        }
        _ => (&*text, None),
    };
    let delimiter = given.unwrap_or_else(|| delimiter(text));
    let mut said = Vec::new();
    if encoding != UTF_8 {
        said.push(format!("read as {}", encoding.name()));
    }
    let known = DELIMITERS.iter().find(|(sign, _)| *sign == delimiter);
    if let Some((_, name)) = known.filter(|_| delimiter != b',') {
        said.push(format!("{name} between the cells"));
    }
    // A line that told the sign was a row as well.
    let first = usize::from(given.is_some());
    Ok(Book {
        tables: vec![table(text, delimiter, first)?],
        said,
        is_bare: true,
    })
}

fn table(text: &str, delimiter: u8, first: usize) -> Result<super::Table, String> {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let mut filling = Filling::new(String::new(), MOST_BYTES);
    let mut record = StringRecord::new();
    let mut number = first;
    loop {
        let start = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
        let is_more = reader
            .read_record(&mut record)
            .map_err(|error| error.to_string())?;
        if !is_more {
            return Ok(filling.table);
        }
        // The reader passes over empty lines, which are rows all the same.
        number += empty_lines(text, start);
        for (column, cell) in record.iter().enumerate() {
            if !cell.trim().is_empty() {
                filling.add(number, column, Cell::Text(cell.into()))?;
            }
        }
        number += 1;
    }
}

/// How many empty lines begin at a byte, behind which a line may still end.
fn empty_lines(text: &str, start: usize) -> usize {
    let before = text.get(..start).unwrap_or_default();
    let mut rest = text.get(start..).unwrap_or_default();
    if before.ends_with('\r') {
        rest = rest.strip_prefix('\n').unwrap_or(rest);
    }
    let mut lines = 0;
    while let Some(next) = rest
        .strip_prefix("\r\n")
        .or_else(|| rest.strip_prefix(['\r', '\n']))
    {
        rest = next;
        lines += 1;
    }
    lines
}

/// The text, and the encoding in which it is.
fn decoded(bytes: &[u8]) -> (Cow<'_, str>, &'static Encoding) {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let rest = bytes.get(mark..).unwrap_or_default();
        return (encoding.decode_without_bom_handling(rest).0, encoding);
    }
    let start = bytes.get(..bytes.len().min(400)).unwrap_or_default();
    let zeros = |odd: usize| {
        start
            .iter()
            .skip(odd)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    let encoding = match (zeros(0) * 4 > start.len(), zeros(1) * 4 > start.len()) {
        (false, true) => UTF_16LE,
        (true, false) => UTF_16BE,
        _ if std::str::from_utf8(bytes).is_ok() => UTF_8,
        _ => WINDOWS_1252,
    };
    (encoding.decode_without_bom_handling(bytes).0, encoding)
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}

/// The sign by which the first rows have most known names above their columns, then most columns.
fn delimiter(text: &str) -> u8 {
    let score = |sign: u8| {
        let mut reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(sign)
            .from_reader(text.as_bytes());
        let rows = reader.records().take(FIRST_ROWS).flatten();
        let rows = rows.map(|row| {
            let named = row.iter().filter(|cell| known(&plain(cell)).is_some());
            (named.count(), row.len())
        });
        rows.max().unwrap_or_default()
    };
    let signs = DELIMITERS.iter().rev().map(|(sign, _)| *sign);
    signs.max_by_key(|sign| score(*sign)).unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(bytes: &[u8]) -> (Vec<(String, String)>, Vec<String>) {
        let book = read(bytes).unwrap();
        let rows = book.tables[0].rows.iter();
        let cells = rows.flat_map(|row| {
            row.cells.iter().map(|(column, cell)| {
                (
                    super::super::address(row.number, *column),
                    cell.shown().to_owned(),
                )
            })
        });
        (cells.collect(), book.said)
    }

    #[test]
    fn encodings_and_signs_are_recognised_and_said() {
        let utf16 = |bytes: fn(u16) -> [u8; 2], mark: bool| {
            let text = if mark {
                "\u{feff}subject;value\r\nfête;3"
            } else {
                "subject;value\r\nfête;3"
            };
            text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>()
        };
        let cases: [(Vec<u8>, &[&str]); 7] = [
            ("subject,value\nfête,3".into(), &[]),
            (
                "\u{feff}subject\tvalue\nfête\t3".into(),
                &["tabs between the cells"],
            ),
            (
                b"subject;value\nf\xeate;3".to_vec(),
                &["read as windows-1252", "semicolons between the cells"],
            ),
            (
                utf16(u16::to_le_bytes, true),
                &["read as UTF-16LE", "semicolons between the cells"],
            ),
            (
                utf16(u16::to_be_bytes, true),
                &["read as UTF-16BE", "semicolons between the cells"],
            ),
            (
                utf16(u16::to_le_bytes, false),
                &["read as UTF-16LE", "semicolons between the cells"],
            ),
            (
                "subject|value\nfête|3".into(),
                &["upright strokes between the cells"],
            ),
        ];
        let expected = [
            ("A1", "subject"),
            ("B1", "value"),
            ("A2", "fête"),
            ("B2", "3"),
        ];
        let expected = expected.map(|(at, text)| (at.to_owned(), text.to_owned()));
        for (bytes, told) in cases {
            let (found, said) = cells(&bytes);
            assert_eq!(found, expected, "{told:?}");
            assert_eq!(said, told);
        }
    }

    #[test]
    fn addresses_count_empty_lines_and_not_those_in_quotes() {
        let text = "sep=;\r\nsubject;value\r\n\r\n\"a\nb\";3\r\n\r\n\r\n;4\n";
        let (found, _) = cells(text.as_bytes());
        let expected = [
            ("A2", "subject"),
            ("B2", "value"),
            ("A4", "a\nb"),
            ("B4", "3"),
            ("B7", "4"),
        ];
        assert_eq!(
            found,
            expected.map(|(at, text)| (at.to_owned(), text.to_owned()))
        );
    }

    #[test]
    fn what_is_no_text_is_refused() {
        for bytes in [
            &b""[..],
            b" \n",
            b"ab\0cd\0\0\0\0xxxxxxxxxxxxxxxxxxxxxxxxxxx",
        ] {
            assert!(read(bytes).is_err());
        }
    }
}
