//! Typed cells, and how each looks.

use crate::write::PaperError;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Worksheet};
use thidua_domain::basics::Amount;
use thidua_domain::lists::{Cell, Column, Kind, serial_of_day, tidy_text};

/// The type that official documents are set in.
pub(super) const FONT: &str = "Times New Roman";
/// Digits that spreadsheets keep of a number; longer ones are written as text.
const SHEET_DIGITS: usize = 15;
/// Decimals of an amount.
const DECIMALS: usize = 4;

/// How cells look.
pub(super) struct Looks {
    pub(super) authority: Format,
    pub(super) title: Format,
    pub(super) note: Format,
    pub(super) heading: Format,
    pub(super) code: Format,
    pub(super) number: Format,
    text: Format,
    day: Format,
    year: Format,
    whole: Format,
    centred: Format,
    amounts: [Format; DECIMALS + 1],
}

impl Looks {
    pub(super) fn new() -> Self {
        let plain = || Format::new().set_font_name(FONT).set_font_size(12);
        let cell = || plain().set_border(FormatBorder::Thin).set_align(FormatAlign::Top);
        let amount = |decimals: usize| {
            let behind = if decimals == 0 { String::new() } else { format!(".{}", "0".repeat(decimals)) };
            cell().set_num_format(format!("#,##0{behind}"))
        };
        Looks {
            authority: plain().set_bold(),
            title: plain().set_bold().set_font_size(14),
            note: plain().set_italic(),
            heading: cell()
                .set_bold()
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::VerticalCenter)
                .set_text_wrap()
                .set_background_color(Color::RGB(0x00E7_E6E6)),
            code: Format::new().set_num_format("@"),
            number: cell().set_num_format("0").set_align(FormatAlign::Center),
            // a format of text keeps leading zeros, and what begins with = stays what it is when the cell is edited
            text: cell().set_num_format("@").set_text_wrap(),
            day: cell().set_num_format("d/m/yyyy").set_align(FormatAlign::Center),
            year: cell().set_num_format("0").set_align(FormatAlign::Center),
            whole: cell().set_num_format("0"),
            centred: cell().set_num_format("@").set_align(FormatAlign::Center),
            amounts: std::array::from_fn(amount),
        }
    }

    /// How an empty cell of the column looks.
    pub(super) fn of_kind(&self, kind: &Kind) -> &Format {
        match kind {
            Kind::Text | Kind::Choice(_) => &self.text,
            Kind::YesNo => &self.centred,
            Kind::Whole => &self.whole,
            Kind::Amount(_) => &self.amounts[0],
            Kind::Date { .. } => &self.day,
        }
    }
}

/// The format of rows below the list: what is typed there is taken for the right kind.
pub(super) fn below(kind: &Kind) -> Format {
    let plain = Format::new().set_font_name(FONT).set_font_size(12);
    match kind {
        Kind::Text | Kind::Choice(_) | Kind::YesNo => plain.set_num_format("@"),
        Kind::Date { .. } => plain.set_num_format("d/m/yyyy"),
        Kind::Whole | Kind::Amount(_) => plain,
    }
}

/// Writes one cell.
pub(super) fn write(
    sheet: &mut Worksheet,
    (row, at): (u32, u16),
    column: &Column,
    cell: &Cell,
    looks: &Looks,
) -> Result<(), PaperError> {
    let text = |sheet: &mut Worksheet, text: String, look| -> Result<(), PaperError> {
        sheet.write_string_with_format(row, at, text, look)?;
        Ok(())
    };
    match cell {
        Cell::Empty => {
            sheet.write_blank(row, at, looks.of_kind(&column.kind))?;
        }
        Cell::Text(words) | Cell::Unread(words) => text(sheet, printable(words), &looks.text)?,
        Cell::Choice(_) => text(sheet, cell.shown(&column.kind), &looks.text)?,
        Cell::YesNo(_) => text(sheet, cell.shown(&column.kind), &looks.centred)?,
        Cell::Whole(number) => {
            if number.unsigned_abs() < 1_000_000_000_000_000 {
                let plain = number.to_string().parse::<f64>().unwrap_or_default();
                sheet.write_number_with_format(row, at, plain, &looks.whole)?;
            } else {
                text(sheet, number.to_string(), &looks.text)?;
            }
        }
        Cell::Amount(amount) => match stored(*amount) {
            Some((plain, decimals)) => {
                sheet.write_number_with_format(row, at, plain, &looks.amounts[decimals])?;
            }
            None => text(sheet, amount.vietnamese(), &looks.text)?,
        },
        Cell::Date(day) => match serial_of_day(*day).filter(|serial| !is_year(*serial, &column.kind)) {
            Some(serial) => {
                sheet.write_number_with_format(row, at, serial, &looks.day)?;
            }
            None => text(sheet, cell.shown(&column.kind), &looks.text)?,
        },
        Cell::Year(year) => {
            sheet.write_number_with_format(row, at, *year, &looks.year)?;
        }
    }
    Ok(())
}

/// Whether a day's serial number would be taken for a year: the days of 1905 in a column that takes years alone.
fn is_year(serial: u32, kind: &Kind) -> bool {
    matches!(kind, Kind::Date { year_alone: true }) && (1900..=2100).contains(&serial)
}

/// The number that the workbook keeps and its decimals; nothing when it has more digits than a spreadsheet keeps.
pub(crate) fn stored(amount: Amount) -> Option<(f64, usize)> {
    let plain = amount.plain();
    let digits = plain.bytes().filter(u8::is_ascii_digit).count();
    let decimals = plain.split_once('.').map_or(0, |(_, behind)| behind.len());
    (digits <= SHEET_DIGITS && decimals <= DECIMALS).then(|| plain.parse().ok().map(|number| (number, decimals)))?
}

/// Text without what no workbook can hold.
fn printable(words: &str) -> String {
    let harmful = |c: char| (c.is_control() && c != '\n') || matches!(c, '\u{fffe}' | '\u{ffff}');
    if words.contains(harmful) { tidy_text(words) } else { words.to_owned() }
}
