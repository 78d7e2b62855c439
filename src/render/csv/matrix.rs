//! Questions against articles as a table: a row for each question, a column for each article.

use std::io::{self, Write};

use super::Sheet;
use crate::render::matrix::{Matrix, said};

/// The columns before those of the articles.
const HEAD: [&str; 5] = ["finding", "level", "check", "subject", "property"];

/// Writes the table.
pub(in crate::render) fn write(matrix: &Matrix<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut sheet = Sheet::new(out)?;
    let articles = matrix.columns.iter().map(|column| column.id);
    sheet.row(HEAD.into_iter().chain(articles))?;
    for row in &matrix.rows {
        let finding = row.finding;
        let head = [
            finding.id.to_string(),
            row.level().name().to_owned(),
            finding.check.name().to_owned(),
            finding.subject.clone().unwrap_or_default(),
            finding.property.clone().unwrap_or_default(),
        ];
        let cells = (0..matrix.columns.len()).map(|at| said(row.cell(at)));
        sheet.row(head.into_iter().chain(cells))?;
    }
    sheet.finish()
}
