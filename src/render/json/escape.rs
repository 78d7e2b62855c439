//! JSON strings in which every hidden character is escaped.
//!
//! JSON itself asks that only for the first control characters. A reader of JSON gets the same
//! text, and a person who prints it on a terminal is safe from the others.

use std::io::{self, Write};

use serde_json::ser::Formatter;

use crate::render::untrusted::is_hidden;

/// Compact JSON with more escapes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Escaping;

impl Formatter for Escaping {
    fn write_string_fragment<W>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()>
    where
        W: ?Sized + Write,
    {
        // Nearly every text is plain ASCII, and a check without a way out of its loop is fast.
        let bytes = fragment.as_bytes().iter();
        if !bytes.fold(false, |special, byte| special | (*byte >= 0x7f)) {
            return writer.write_all(fragment.as_bytes());
        }
        let mut rest = fragment;
        while let Some((at, hidden)) = rest.char_indices().find(|&(_, c)| is_hidden(c)) {
            writer.write_all(&rest.as_bytes()[..at])?;
            for unit in hidden.encode_utf16(&mut [0; 2]) {
                write!(writer, "\\u{unit:04x}")?;
            }
            rest = &rest[at + hidden.len_utf8()..];
        }
        writer.write_all(rest.as_bytes())
    }
}
