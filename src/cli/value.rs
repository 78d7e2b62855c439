//! `gainsay value`: shows how a value is read.

use std::io::{self, BufRead, BufWriter, Write};

use crate::render::json::value::{RefusalV1, ValueV1};
use crate::value::{self, Context, Day, Intervals, Kind, Written};

/// Reads `kind TAB published TAB text` lines from standard input, writes a JSON object for each.
pub(super) fn batch() -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let line = line?;
        let mut fields = line.splitn(3, '\t');
        let kind = fields
            .next()
            .and_then(Kind::from_name)
            .unwrap_or(Kind::Text);
        let published = fields
            .next()
            .and_then(Day::from_iso)
            .map(|day| Intervals::from(crate::value::Interval::point(day)));
        let text = fields.next().unwrap_or_default();
        let cx = Context {
            anchor: published.as_ref(),
            ..Context::default()
        };
        match value::read(&Written::Scalar(text.into()), kind, &cx) {
            Ok(value) => serde_json::to_writer(&mut out, &ValueV1::new(text, &value))?,
            Err(refusal) => serde_json::to_writer(&mut out, &RefusalV1::new(text, &refusal))?,
        }
        writeln!(out)?;
    }
    out.flush()
}
