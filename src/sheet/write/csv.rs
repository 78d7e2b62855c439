//! Claims as comma-separated values.

use std::io::{self, Write};

use csv::{QuoteStyle, Terminator, WriterBuilder};

use super::guarded;
use crate::render::csv::BYTE_ORDER_MARK;
use crate::sheet::export::Grid;

/// Writes one table.
///
/// # Errors
///
/// Those of the writer.
pub fn write(claims: &Grid, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(BYTE_ORDER_MARK.as_bytes())?;
    let mut writer = WriterBuilder::new()
        .quote_style(QuoteStyle::NonNumeric)
        .terminator(Terminator::CRLF)
        .from_writer(out);
    for row in std::iter::once(&claims.header).chain(&claims.rows) {
        writer.write_record(row.iter().map(|cell| guarded(cell)))?;
    }
    writer.flush()
}
