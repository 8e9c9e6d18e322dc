//! What stands around the rows: titles, headings, lists to pick from, and how the sheet is printed.

use super::cells::{Looks, below};
use super::{ListBook, words};
use crate::write::PaperError;
use crate::write::clean::clean;
use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DocProperties, Formula, Workbook, Worksheet,
    utility::column_number_to_name,
};
use thidua_domain::basics::date;
use thidua_domain::lists::{Column, Kind};

/// Rows above the headings: authority, name, day, what people may do, and a gap.
const TITLES: u32 = 5;
/// Rows below the list that know what is to be typed there.
const READY_ROWS: u32 = 1_000;
/// The last row of a sheet.
const LAST_ROW: u32 = 1_048_575;
/// A4 in the numbering of spreadsheets.
const A4: u8 = 9;

/// The column where the declared ones begin.
fn first_column(book: &ListBook<'_>) -> u16 {
    u16::from(book.seal.is_some()) + u16::from(book.numbered)
}

/// Whose workbook it is, and when it was made: the day of the list, so that the same list gives the same bytes.
pub(super) fn properties(workbook: &mut Workbook, book: &ListBook<'_>) {
    let mut properties = DocProperties::new().set_title(clean(book.title)).set_company(clean(book.authority));
    let day = book.date.to_string();
    if let Ok(day) = rust_xlsxwriter::ExcelDateTime::parse_from_str(&day) {
        properties = properties.set_creation_datetime(&day);
    }
    workbook.set_properties(&properties);
}

/// Titles and headings; answers with the row below them.
pub(super) fn above(sheet: &mut Worksheet, book: &ListBook<'_>, looks: &Looks) -> Result<u32, PaperError> {
    sheet.set_name(words::LIST_SHEET)?;
    let first = u16::from(book.seal.is_some());
    if first > 0 {
        sheet.set_column_width(0, 2)?;
        sheet.set_column_hidden(0)?;
    }
    if book.numbered {
        sheet.set_column_width(first, 6)?;
    }
    for (at, column) in (first_column(book)..).zip(book.columns) {
        sheet.set_column_width(at, column.width.max(4))?;
        sheet.set_column_format(at, &below(&column.kind))?;
    }
    sheet.write_string_with_format(0, first, clean(book.authority).to_uppercase(), &looks.authority)?;
    sheet.write_string_with_format(1, first, clean(book.title).to_uppercase(), &looks.title)?;
    sheet.write_string_with_format(
        2,
        first,
        format!("{} {}", words::MADE_ON, date::long(book.date)),
        &looks.note,
    )?;
    if book.seal.is_some() {
        sheet.write_string_with_format(3, first, words::MAY, &looks.note)?;
    }
    let row = TITLES;
    if book.seal.is_some() {
        sheet.write_string_with_format(row, 0, words::CODE_HEADING, &looks.heading)?;
    }
    if book.numbered {
        sheet.write_string_with_format(row, first, words::NUMBER_HEADING, &looks.heading)?;
    }
    for (at, column) in (first_column(book)..).zip(book.columns) {
        let mark = if column.required { words::REQUIRED } else { "" };
        sheet.write_string_with_format(row, at, format!("{}{mark}", clean(&column.heading)), &looks.heading)?;
    }
    Ok(row + 1)
}

/// An empty row that is ready to be filled in.
pub(super) fn spare_row(
    sheet: &mut Worksheet,
    row: u32,
    book: &ListBook<'_>,
    looks: &Looks,
) -> Result<(), PaperError> {
    if book.numbered {
        sheet.write_blank(row, u16::from(book.seal.is_some()), &looks.number)?;
    }
    for (at, column) in (first_column(book)..).zip(book.columns) {
        sheet.write_blank(row, at, looks.of_kind(&column.kind))?;
    }
    Ok(())
}

/// Panes, filter, printing, and what may be typed where. `end` is the row below the last.
pub(super) fn around(sheet: &mut Worksheet, book: &ListBook<'_>, end: u32) -> Result<(), PaperError> {
    let columns = first_column(book) + u16::try_from(book.columns.len()).unwrap_or(u16::MAX);
    let last_column = columns.saturating_sub(1);
    sheet.set_freeze_panes(TITLES + 1, 0)?;
    // the hidden column is part of it, so that sorting moves the codes with their rows
    sheet.autofilter(TITLES, 0, end.saturating_sub(1).max(TITLES), last_column)?;
    sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(TITLES, TITLES)?;
    sheet.set_margins(0.5, 0.5, 0.6, 0.7, 0.3, 0.3);
    sheet.set_footer(format!("&C{} &P/&N", words::PAGE));
    let ready = (end + READY_ROWS).min(LAST_ROW);
    let mut choices = 0;
    for (at, column) in (first_column(book)..).zip(book.columns) {
        if let Some(rule) = validation(column, &mut choices)? {
            sheet.add_data_validation(TITLES + 1, at, ready, at, &rule)?;
        }
    }
    Ok(())
}

/// What may be typed into a column, and what is said beside the cell.
fn validation(column: &Column, choices: &mut u16) -> Result<Option<DataValidation>, PaperError> {
    let rule = DataValidation::new();
    let (rule, picked) = match &column.kind {
        Kind::Choice(all) if !all.is_empty() => {
            let letters = column_number_to_name(*choices);
            *choices += 1;
            let range = format!("='{}'!${letters}$1:${letters}${}", words::CHOICES_SHEET, all.len());
            (rule.allow_list_formula(Formula::new(range)), true)
        }
        Kind::YesNo => {
            let both = [true, false].map(|yes| thidua_domain::lists::Cell::YesNo(yes).shown(&Kind::YesNo));
            (rule.allow_list_strings(&both)?, true)
        }
        _ => (rule.allow_any_value(), false),
    };
    let hint = column.hint.as_deref().or(match column.kind {
        Kind::Date { year_alone: true } => Some(words::DAY_OR_YEAR_HINT),
        Kind::Date { year_alone: false } => Some(words::DAY_HINT),
        _ => None,
    });
    if hint.is_none() && !picked {
        return Ok(None);
    }
    let mut rule = rule;
    if picked {
        rule = rule
            .set_error_style(DataValidationErrorStyle::Stop)
            .set_error_title(words::PICK_TITLE)?
            .set_error_message(words::PICK)?;
    }
    if let Some(hint) = hint {
        rule = rule.set_input_title(cut(&column.heading, 32))?.set_input_message(cut(hint, 255))?;
    }
    Ok(Some(rule))
}

/// The beginning of a text, at most this long as spreadsheets count.
fn cut(text: &str, longest: usize) -> String {
    let mut kept = String::new();
    let mut length = 0;
    for letter in clean(text).chars() {
        length += letter.len_utf16();
        if length > longest {
            break;
        }
        kept.push(letter);
    }
    kept
}

/// The hidden sheet of choices, a column for each column that has some.
pub(super) fn choices(book: &ListBook<'_>) -> Result<Option<Worksheet>, PaperError> {
    let mut sheet = Worksheet::new();
    let mut next = 0;
    for column in book.columns {
        let Kind::Choice(all) = &column.kind else { continue };
        if all.is_empty() {
            continue;
        }
        for (row, choice) in (0..).zip(all) {
            sheet.write_string(row, next, clean(&choice.label))?;
        }
        next += 1;
    }
    if next == 0 {
        return Ok(None);
    }
    sheet.set_name(words::CHOICES_SHEET)?;
    sheet.set_hidden(true);
    Ok(Some(sheet))
}
