//! `gainsay same`: shows whether two names are taken for one.

use std::io::{self, BufRead, BufWriter, Write};

use serde::Serialize;

use crate::align::name;

/// What `same --batch` prints for a line.
#[derive(Serialize)]
struct SameV1<'a> {
    left: &'a str,
    right: &'a str,
    same: bool,
    score: f64,
    why: String,
}

/// Reads `left TAB right` lines from standard input, writes a JSON object for each.
pub(super) fn batch() -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let line = line?;
        let (left, right) = line.split_once('\t').unwrap_or((&line, ""));
        let likeness = name::compare(left, right);
        let row = SameV1 {
            left,
            right,
            same: likeness.same,
            score: likeness.score,
            why: likeness.why,
        };
        serde_json::to_writer(&mut out, &row)?;
        writeln!(out)?;
    }
    out.flush()
}
