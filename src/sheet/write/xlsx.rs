//! An export as a workbook: claims, the vocabulary, questions by articles.

use std::io;

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Format, FormatAlign,
    Formula, ProtectionOptions, Workbook, Worksheet, XlsxError,
};

use super::EMPTY_ROWS;
use crate::sheet::export::{Export, Grid};
use crate::sheet::field::{DELETE, FIELDS, FINGERPRINT, PROPERTY_AT, SUBJECT_AT, Shape, TOLD};

/// The workbook as bytes. The same export gives the same bytes.
///
/// # Errors
///
/// What does not fit into a workbook.
pub fn write(export: &Export) -> io::Result<Vec<u8>> {
    workbook(export).map_err(|error| io::Error::other(format!("cannot make a workbook: {error}")))
}

fn workbook(export: &Export) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let day = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&day));
    claims(workbook.add_worksheet().set_name("claims")?, export)?;
    for (name, grid) in [
        ("vocabulary", &export.vocabulary),
        ("questions", &export.questions),
    ] {
        if !grid.rows.is_empty() {
            plain(workbook.add_worksheet().set_name(name)?, grid)?;
        }
    }
    if !export.subjects.is_empty() || !export.properties.is_empty() {
        lists(workbook.add_worksheet().set_name(LISTS)?, export)?;
    }
    workbook.save_to_buffer()
}

/// The sheet of the names to choose from.
const LISTS: &str = "lists";

/// The number of the format of texts, which every workbook has.
const TEXT: u8 = 49;

/// Text, so that `1/2` stays what it is.
fn text() -> Format {
    Format::new()
        .set_num_format_index(TEXT)
        .set_align(FormatAlign::Top)
}

fn claims(sheet: &mut Worksheet, export: &Export) -> Result<(), XlsxError> {
    let grid = &export.claims;
    let typed = text().set_unlocked().set_text_wrap();
    let (told, bold) = (text().set_font_color("#666666"), text().set_bold());
    let rows = u32::try_from(grid.rows.len()).unwrap_or(u32::MAX);
    let last = rows.saturating_add(EMPTY_ROWS);
    for (at, name) in grid.header.iter().enumerate() {
        let column = u16::try_from(at).unwrap_or(u16::MAX);
        let is_told = TOLD.contains(&name.as_str()) || name == FINGERPRINT;
        let format = if is_told { &told } else { &typed };
        let width = FIELDS
            .get(at)
            .map_or(if name == DELETE { 8 } else { 22 }, |field| field.width);
        sheet.set_column_width(column, width)?;
        sheet.set_column_format(column, format)?;
        sheet.write_string_with_format(0, column, name, &bold)?;
        for (row, cells) in (1..).zip(&grid.rows) {
            let cell = cells.get(at).map_or("", String::as_str);
            sheet.write_string_with_format(row, column, cell, format)?;
        }
        if !is_told {
            for row in rows + 1..=last {
                sheet.write_blank(row, column, format)?;
            }
        }
        if let Some(choice) = choice(at, name, export)? {
            sheet.add_data_validation(1, column, last, column, &choice)?;
        }
        if name == FINGERPRINT {
            sheet.set_column_hidden(column)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    // All but what gainsay itself writes can be changed, and anybody can lift this: it has no password.
    sheet.protect_with_options(&ProtectionOptions {
        format_cells: true,
        format_columns: true,
        format_rows: true,
        insert_rows: true,
        insert_links: true,
        delete_rows: true,
        sort: true,
        use_autofilter: true,
        ..ProtectionOptions::default()
    });
    Ok(())
}

/// What can be chosen in the cells of a column; other texts stay possible where names are listed.
fn choice(at: usize, name: &str, export: &Export) -> Result<Option<DataValidation>, XlsxError> {
    let words: Vec<&str> = match FIELDS.get(at).map(|field| field.shape) {
        Some(Shape::Choice(words)) => words.to_vec(),
        Some(Shape::YesNo) => vec!["yes", "no"],
        _ if name == DELETE => vec![DELETE],
        _ => Vec::new(),
    };
    if !words.is_empty() {
        let list = DataValidation::new().allow_list_strings(&words)?;
        return Ok(Some(
            list.set_error_style(DataValidationErrorStyle::Warning),
        ));
    }
    let (column, names) = match at {
        SUBJECT_AT => ("A", &export.subjects),
        PROPERTY_AT => ("B", &export.properties),
        _ => return Ok(None),
    };
    if names.is_empty() {
        return Ok(None);
    }
    let range = format!("={LISTS}!${column}$2:${column}${}", names.len() + 1);
    let list = DataValidation::new().allow_list_formula(Formula::new(range));
    Ok(Some(list.show_error_message(false)))
}

fn lists(sheet: &mut Worksheet, export: &Export) -> Result<(), XlsxError> {
    for (column, name, names) in [
        (0, "subjects in use", &export.subjects),
        (1, "properties in use", &export.properties),
    ] {
        sheet.set_column_width(column, 30)?;
        sheet.write_string_with_format(0, column, name, &text().set_bold())?;
        for (row, name) in (1..).zip(names) {
            sheet.write_string_with_format(row, column, name, &text())?;
        }
    }
    Ok(())
}

fn plain(sheet: &mut Worksheet, grid: &Grid) -> Result<(), XlsxError> {
    let (format, bold) = (text(), text().set_bold());
    for (row, cells) in (0..).zip(std::iter::once(&grid.header).chain(&grid.rows)) {
        for (column, cell) in (0..).zip(cells) {
            let format = if row == 0 { &bold } else { &format };
            if !cell.is_empty() {
                sheet.write_string_with_format(row, column, cell, format)?;
            }
        }
    }
    for column in 0..u16::try_from(grid.header.len()).unwrap_or(u16::MAX) {
        sheet.set_column_width(column, 22)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}
