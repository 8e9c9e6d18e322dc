//! The figures of one unit for one round as a workbook: filled with what is known, ready to be filled in and read back.
//!
//! Whoever fills it in needs no code: rows are tied by a hidden column, and a hidden signed sheet says what the workbook is
//! of and what it showed. The same sheet gives the same bytes.

mod looks;
pub(crate) mod words;

use super::PaperError;
use super::clean::clean;
use super::xlsx::stored;
use crate::figure_passport as passport;
use crate::seal::{self, Seal};
use chrono::NaiveDate;
use looks::{Kind, Look, Looks};
use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DocProperties, Formula, ProtectionOptions, Workbook, Worksheet,
    utility::column_number_to_name,
};
use thidua_domain::basics::{Amount, date};
use thidua_domain::figure_sheets::{
    Line, LineKind, SHOWN, Sheet, columns, entered_columns, judgements, place, shown, value_cell,
};
use thidua_domain::figures::Figure;
use thidua_domain::lists::{Cell, serial_of_day, tidy_text};

/// The row of the headings, counted from 0.
const HEADINGS: u32 = 7;
/// The column of the plan's numbers: the hidden codes stand before it.
const NUMBER: u16 = 1;
/// The column of the names.
const NAME: u16 = 2;
/// The first column that is filled in.
const ENTERED: u16 = NAME + SHOWN as u16;
/// The last column.
const LAST: u16 = ENTERED + place::COUNT as u16 - 1;
/// A4 in the numbering of spreadsheets.
const A4: u8 = 9;

/// A workbook to be written.
#[derive(Clone, Copy, Debug)]
pub struct FigureBook<'a> {
    /// The sheet.
    pub sheet: &'a Sheet,
    /// The seal of the installation: [`figure_seal`].
    pub seal: &'a Seal,
    /// The day it is made.
    pub made: NaiveDate,
    /// The day that holds for rows without one, if it is known already.
    pub common_day: Option<NaiveDate>,
}

/// The seal of figures workbooks, by a key that only this installation knows.
pub fn figure_seal(key: &[u8]) -> Seal {
    Seal::new(key, passport::KIND, "")
}

/// A period of a year as the workbook says it: “6 tháng đầu năm 2026”.
pub fn period_words(period: thidua_domain::periods::Period, year: i32) -> String {
    words::period(period, year)
}

/// Writes it.
///
/// # Errors
/// When a text is too long for a cell, or the workbook cannot be put together.
pub fn figures_to_xlsx(book: &FigureBook<'_>) -> Result<Vec<u8>, PaperError> {
    write(book, &|line, at| cell_of(line, at))
}

/// Writes it with other cells in what is filled in: what somebody typed, as it was typed.
///
/// # Errors
/// As [`figures_to_xlsx`].
pub fn typed_to_xlsx(
    book: &FigureBook<'_>,
    typed: &dyn Fn(&Line, usize) -> Option<Cell>,
) -> Result<Vec<u8>, PaperError> {
    write(book, &|line, at| typed(line, at).unwrap_or_else(|| cell_of(line, at)))
}

fn write(book: &FigureBook<'_>, cell: &dyn Fn(&Line, usize) -> Cell) -> Result<Vec<u8>, PaperError> {
    let mut workbook = Workbook::new();
    let head = &book.sheet.head;
    let mut properties = DocProperties::new().set_title(words::TITLE).set_company(clean(&head.authority));
    if let Ok(day) = rust_xlsxwriter::ExcelDateTime::parse_from_str(&book.made.to_string()) {
        properties = properties.set_creation_datetime(&day);
    }
    workbook.set_properties(&properties);
    let mut looks = Looks::new();
    let mut sheet = Worksheet::new();
    above(&mut sheet, book, &mut looks)?;
    for (row, line) in (HEADINGS + 1..).zip(&book.sheet.lines) {
        write_line(&mut sheet, row, line, book, cell, &mut looks)?;
    }
    let end = HEADINGS + u32::try_from(book.sheet.lines.len()).unwrap_or(u32::MAX / 2);
    around(&mut sheet, book, end, &looks)?;
    workbook.push_worksheet(sheet);
    workbook.push_worksheet(hidden(book)?);
    Ok(workbook.save_to_buffer()?)
}

/// Titles and headings.
fn above(sheet: &mut Worksheet, book: &FigureBook<'_>, looks: &mut Looks) -> Result<(), PaperError> {
    let head = &book.sheet.head;
    sheet.set_name(words::SHEET)?;
    sheet.set_column_width(0, 2)?;
    sheet.set_column_hidden(0)?;
    sheet.set_column_width(NUMBER, 6)?;
    for (at, column) in (NAME..).zip(columns()) {
        sheet.set_column_width(at, column.width)?;
    }
    let period = words::period(head.period, head.year);
    let due = head.due.map(|day| format!("; {} {}", words::DUE, date::short(day))).unwrap_or_default();
    let lines = [
        (clean(&head.authority).to_uppercase(), &looks.authority),
        (format!("{} {period}", words::TITLE).to_uppercase(), &looks.title),
        (format!("{}: {}", words::MOVEMENT, clean(&head.movement)), &looks.plain),
        (format!("{}: {}{due}", words::UNIT, clean(&head.unit)), &looks.plain),
        (words::MAY.to_owned(), &looks.note),
        (format!("{}:", words::COMMON_DAY), &looks.plain),
        (format!("{}:", words::COMMON_SOURCE), &looks.plain),
    ];
    for (row, (text, look)) in (0..).zip(lines) {
        sheet.set_row_height(row, if row == 1 { 24 } else { 18 })?;
        sheet.write_string_with_format(row, NUMBER, text, look)?;
    }
    sheet.set_row_height(HEADINGS, 34)?;
    let entry = |kind| Look { kind, entry: true, bold: false, indent: 0 };
    match book.common_day.and_then(serial_of_day) {
        Some(serial) => sheet.write_number_with_format(5, ENTERED, serial, looks.of(entry(Kind::Day)))?,
        None => sheet.write_blank(5, ENTERED, looks.of(entry(Kind::Day)))?,
    };
    sheet.write_blank(6, ENTERED, looks.of(entry(Kind::Text)))?;
    sheet.write_string_with_format(HEADINGS, 0, crate::write::xlsx::words::CODE_HEADING, &looks.heading)?;
    sheet.write_string_with_format(HEADINGS, NUMBER, crate::write::xlsx::words::NUMBER_HEADING, &looks.heading)?;
    for (at, column) in (NAME..).zip(columns()) {
        sheet.write_string_with_format(HEADINGS, at, column.heading.as_str(), &looks.heading)?;
    }
    Ok(())
}

fn write_line(
    sheet: &mut Worksheet,
    row: u32,
    line: &Line,
    book: &FigureBook<'_>,
    cell: &dyn Fn(&Line, usize) -> Cell,
    looks: &mut Looks,
) -> Result<(), PaperError> {
    let entered = line.kind.is_entered();
    let bold = !entered;
    let look = |kind, entry| Look { kind, entry, bold, indent: 0 };
    sheet.set_row_height(row, height(line))?;
    sheet.write_string_with_format(row, 0, passport::code(book.seal, line), &looks.code)?;
    let indent = u8::try_from(depth(&book.sheet.lines, line)).unwrap_or(0).min(4);
    let texts = [
        (line.number.as_str(), look(Kind::Centred, false)),
        (line.name.as_str(), Look { indent, ..look(Kind::Text, false) }),
        (line.measure.as_deref().unwrap_or(""), look(Kind::Centred, false)),
        (line.asked.as_str(), look(Kind::Centred, false)),
    ];
    for (at, (text, look)) in (NUMBER..).zip(texts) {
        sheet.write_string_with_format(row, at, tidy_text(text), looks.of(look))?;
    }
    for (at, figure) in (ENTERED - 2..).zip([line.previous, line.last_year]) {
        write_cell(sheet, (row, at), &value_cell(figure), line, false, looks)?;
    }
    if line.kind == LineKind::Sum {
        write_sum(sheet, row, line, book, looks)?;
        for at in ENTERED + 1..=LAST {
            sheet.write_blank(row, at, looks.of(look(Kind::Text, false)))?;
        }
        return Ok(());
    }
    for at in 0..place::COUNT {
        let spot = (row, ENTERED + at as u16);
        if entered {
            write_cell(sheet, spot, &cell(line, at), line, true, looks)?;
        } else {
            sheet.write_blank(spot.0, spot.1, looks.of(look(Kind::Text, false)))?;
        }
    }
    Ok(())
}

/// The height of a row in points, by the lines that its longest text takes.
fn height(line: &Line) -> u32 {
    let texts = [(line.name.as_str(), 36), (line.asked.as_str(), 16), (line.now.note.as_deref().unwrap_or(""), 19)];
    let lines = texts.iter().map(|(text, letters)| text.chars().count().div_ceil(*letters)).max().unwrap_or(1);
    18 + 16 * u32::try_from(lines.clamp(1, 20) - 1).unwrap_or(0)
}

/// How deep a line stands.
fn depth(lines: &[Line], line: &Line) -> usize {
    let mut depth = 0;
    let mut above = line.parent;
    while let Some(at) = above.filter(|_| depth < 8) {
        depth += 1;
        above = lines.get(at).and_then(|line| line.parent);
    }
    depth
}

/// The cell of what is entered.
fn cell_of(line: &Line, at: usize) -> Cell {
    let amount = |amount: Option<Amount>| amount.map_or(Cell::Empty, Cell::Amount);
    match at {
        place::VALUE => value_cell(line.now.figure),
        place::NUMERATOR => amount(line.now.numerator),
        place::DENOMINATOR => amount(line.now.denominator),
        place::DATED => line.now.dated.map_or(Cell::Empty, Cell::Date),
        place::SOURCE => Cell::text_or_empty(line.now.source.as_deref()),
        _ => Cell::text_or_empty(line.now.note.as_deref()),
    }
}

fn write_cell(
    sheet: &mut Worksheet,
    (row, at): (u32, u16),
    cell: &Cell,
    line: &Line,
    entry: bool,
    looks: &mut Looks,
) -> Result<(), PaperError> {
    let look = |kind| Look { kind, entry, bold: !line.kind.is_entered(), indent: 0 };
    let empty = match usize::from(at).checked_sub(usize::from(ENTERED)) {
        Some(place::DATED) => Kind::Day,
        Some(place::SOURCE | place::NOTE) => Kind::Text,
        Some(place::NUMERATOR | place::DENOMINATOR) => Kind::Number(0),
        _ if line.kind == LineKind::Judged => Kind::Centred,
        _ => Kind::Number(decimals(line)),
    };
    match cell {
        Cell::Empty => {
            sheet.write_blank(row, at, looks.of(look(empty)))?;
        }
        Cell::Amount(amount) => match stored(*amount) {
            Some((number, own)) => {
                let shown = if let Kind::Number(usual) = empty { usual.max(own) } else { own };
                sheet.write_number_with_format(row, at, number, looks.of(look(Kind::Number(shown))))?;
            }
            None => {
                sheet.write_string_with_format(row, at, amount.vietnamese(), looks.of(look(Kind::Text)))?;
            }
        },
        Cell::Date(day) => match serial_of_day(*day) {
            Some(serial) => {
                sheet.write_number_with_format(row, at, serial, looks.of(look(Kind::Day)))?;
            }
            None => {
                sheet.write_string_with_format(row, at, date::short(*day), looks.of(look(Kind::Text)))?;
            }
        },
        Cell::Choice(_) => {
            let figure = if let Cell::Choice(code) = cell {
                thidua_domain::figures::Attainment::from_code(code).map_or(Figure::NotEntered, Figure::Judged)
            } else {
                Figure::NotEntered
            };
            sheet.write_string_with_format(row, at, shown(figure), looks.of(look(Kind::Centred)))?;
        }
        Cell::Text(text) | Cell::Unread(text) => {
            sheet.write_string_with_format(row, at, tidy_text(text), looks.of(look(Kind::Text)))?;
        }
        other => {
            let text = other.shown(&thidua_domain::lists::Kind::Text);
            sheet.write_string_with_format(row, at, text, looks.of(look(Kind::Text)))?;
        }
    }
    Ok(())
}

/// The sum of the parts of a compound line, kept up by the spreadsheet.
fn write_sum(
    sheet: &mut Worksheet,
    row: u32,
    line: &Line,
    book: &FigureBook<'_>,
    looks: &mut Looks,
) -> Result<(), PaperError> {
    let column = column_number_to_name(ENTERED);
    let parts: Vec<(u32, &Line)> = (HEADINGS + 1..)
        .zip(&book.sheet.lines)
        .filter(|(_, part)| {
            part.parent.and_then(|at| book.sheet.lines.get(at)).is_some_and(|parent| std::ptr::eq(parent, line))
        })
        .collect();
    let places: Vec<String> = parts.iter().map(|(row, _)| format!("{column}{}", row + 1)).collect();
    let sum = parts.iter().try_fold(Amount::ZERO, |sum, (_, part)| match part.now.figure {
        Figure::Number(amount) => sum.plus(amount),
        _ => Some(sum),
    });
    let most = parts.iter().map(|(_, part)| decimals(part)).max().unwrap_or(0);
    let formula = Formula::new(format!("=SUM({})", places.join(",")));
    let formula = formula.set_result(sum.unwrap_or(Amount::ZERO).plain());
    let look = looks.of(Look { kind: Kind::Number(most), entry: false, bold: true, indent: 0 });
    sheet.write_formula_with_format(row, ENTERED, formula, look)?;
    Ok(())
}

/// Decimals that a line is shown with: those of its plan and of what was reported.
fn decimals(line: &Line) -> usize {
    let own = |amount: Amount| amount.plain().split_once('.').map_or(0, |(_, behind)| behind.len());
    let figures = [line.previous, line.last_year, line.now.figure].into_iter().filter_map(|figure| match figure {
        Figure::Number(amount) => Some(amount),
        _ => None,
    });
    let known = line.value.into_iter().chain(line.value_max).chain(figures).map(own).max().unwrap_or(0);
    if line.is_percent() { known.max(2) } else { known }
}

/// Panes, printing, protection, what may be typed where, and who signs. `end` is the last row of the lines.
fn around(sheet: &mut Worksheet, book: &FigureBook<'_>, end: u32, looks: &Looks) -> Result<(), PaperError> {
    sheet.set_freeze_panes(HEADINGS + 1, NAME + 1)?;
    sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(HEADINGS, HEADINGS)?;
    sheet.set_margins(0.5, 0.5, 0.6, 0.7, 0.3, 0.3);
    sheet.set_footer(format!("&C{} &P/&N", crate::write::xlsx::words::PAGE));
    sheet.set_print_area(0, NUMBER, end + 8, LAST)?;
    // without a password: who knows what they do may lift it
    let options = ProtectionOptions {
        format_cells: true,
        format_columns: true,
        format_rows: true,
        insert_columns: true,
        insert_rows: true,
        ..ProtectionOptions::new()
    };
    sheet.protect_with_options(&options);
    let hint = |at: usize, text: &str| -> Result<DataValidation, PaperError> {
        let heading = entered_columns()[at].heading.as_str();
        Ok(DataValidation::new().allow_any_value().set_input_title(heading)?.set_input_message(text)?)
    };
    let days = ENTERED + place::DATED as u16;
    sheet.add_data_validation(HEADINGS + 1, days, end, days, &hint(place::DATED, words::DAY_HINT)?)?;
    sheet.add_data_validation(5, ENTERED, 5, ENTERED, &hint(place::DATED, words::DAY_HINT)?)?;
    let mut picks = judgements();
    picks.push(shown(Figure::NotApplicable));
    let pick = DataValidation::new()
        .allow_list_strings(&picks)?
        .set_error_style(DataValidationErrorStyle::Stop)
        .set_error_title(words::PICK_TITLE)?
        .set_error_message(words::PICK)?;
    let value = hint(place::VALUE, words::VALUE_HINT)?;
    // neighbours of one kind share a rule
    let mut from = 0usize;
    let lines = &book.sheet.lines;
    while let Some(line) = lines.get(from) {
        let run = lines[from..].iter().take_while(|next| next.kind == line.kind).count();
        let rule = match line.kind {
            LineKind::Judged => Some(&pick),
            LineKind::Number => Some(&value),
            LineKind::Group | LineKind::Sum => None,
        };
        let row = |at: usize| HEADINGS + 1 + u32::try_from(at).unwrap_or(0);
        if let Some(rule) = rule {
            sheet.add_data_validation(row(from), ENTERED, row(from + run - 1), ENTERED, rule)?;
        }
        from += run;
    }
    for (at, text) in [(NAME, words::MADE_BY), (ENTERED + place::SOURCE as u16, words::HEAD_OF_UNIT)] {
        sheet.write_string_with_format(end + 2, at, text.to_uppercase(), &looks.signer)?;
        sheet.write_string_with_format(end + 3, at, words::SIGN, &looks.sign)?;
    }
    Ok(())
}

/// The hidden signed sheet.
fn hidden(book: &FigureBook<'_>) -> Result<Worksheet, PaperError> {
    let mut sheet = Worksheet::new();
    sheet.set_name(seal::SHEET)?;
    sheet.set_very_hidden(true);
    for (row, cell) in (0..).zip(passport::cells(book.sheet, book.seal)?) {
        sheet.write_string(row, 0, cell)?;
    }
    Ok(sheet)
}
