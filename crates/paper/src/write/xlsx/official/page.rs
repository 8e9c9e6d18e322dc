//! A worksheet that is filled from the top: head, lines, the table, signatures.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Worksheet};

use super::figures::number;
use crate::write::PaperError;
use crate::write::document::{Align, Block, Cell, HeaderCell, PartySignature, Row, Table};
use crate::write::sheet::Sheet;
use crate::write::xlsx::{FONT, words};

/// A4 in the numbering of spreadsheets.
const A4: u8 = 9;
/// Letters that all columns together hold, about those of a landscape page.
const LETTERS_OF_A_PAGE: u32 = 130;
/// Letters in a line over all columns.
const LETTERS_IN_A_LINE: usize = 120;
/// The height of a line, in points.
const LINE: u32 = 17;
/// The tallest row that spreadsheets know, in points.
const TALLEST: u32 = 409;

/// How a line over all columns looks.
#[derive(Clone, Copy)]
pub(super) enum Look {
    Plain,
    Bold,
    Title,
    Note,
}

/// A worksheet that is being filled from the top.
pub(super) struct Page<'a> {
    worksheet: &'a mut Worksheet,
    table: &'a Table,
    /// Letters that a line of each column holds.
    widths: Vec<u32>,
    row: u32,
    last: u16,
}

impl<'a> Page<'a> {
    pub(super) fn new(worksheet: &'a mut Worksheet, name: &str, table: &'a Table) -> Result<Self, PaperError> {
        worksheet.set_name(name)?;
        let shares: u32 = table.columns.iter().map(|column| column.width_share).sum::<u32>().max(1);
        let width = |share: u32| (LETTERS_OF_A_PAGE * share / shares).max(5);
        let widths: Vec<u32> = table.columns.iter().map(|column| width(column.width_share)).collect();
        for (at, width) in (0_u16..).zip(&widths) {
            worksheet.set_column_width(at, *width)?;
        }
        worksheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
        worksheet.set_margins(0.79, 0.79, 0.79, 0.79, 0.4, 0.4); // float: inches of the margins of a page
        worksheet.set_footer(format!("&C{} &P/&N", words::PAGE));
        // a table of one column still has two places in its head
        let last = u16::try_from(table.columns.len()).unwrap_or(u16::MAX).saturating_sub(1).max(1);
        Ok(Self { worksheet, table, widths, row: 0, last })
    }

    /// Authority on the left, nation on the right, then number and day, title, addressees.
    pub(super) fn head(&mut self, sheet: &Sheet) -> Result<(), PaperError> {
        self.lines(sheet.form_label.as_deref(), Look::Bold)?;
        let parent = sheet.parent_authority.as_deref().unwrap_or_default();
        self.pair((parent, Look::Plain), (sheet.national_name, Look::Bold))?;
        self.pair((&sheet.issuer, Look::Bold), (sheet.motto, Look::Bold))?;
        let number = sheet.number_line.as_deref().unwrap_or_default();
        self.pair((number, Look::Plain), (&sheet.place_date_line, Look::Note))?;
        self.lines(sheet.mark.as_deref(), Look::Title)?;
        self.row += 1;
        for title in [&sheet.kind, &sheet.subject] {
            if !title.is_empty() {
                self.line(title, Look::Title)?;
            }
        }
        if let [only] = sheet.addressees.as_slice() {
            self.line(&format!("{} {only}", sheet.addressee_label), Look::Plain)?;
        } else if !sheet.addressees.is_empty() {
            self.line(sheet.addressee_label, Look::Plain)?;
            sheet.addressees.iter().try_for_each(|line| self.line(line, Look::Plain))?;
        }
        self.row += 1;
        Ok(())
    }

    pub(super) fn block(&mut self, block: &Block) -> Result<(), PaperError> {
        match block {
            Block::Heading { text, .. } => self.line(text, Look::Bold),
            Block::Centred { text } => self.line(text, Look::Title),
            Block::Basis { text } => self.line(text, Look::Note),
            Block::Item { text } => self.line(&format!("- {text}"), Look::Plain),
            Block::Part { text } => self.line(text, Look::Plain),
            Block::Paragraph { runs } => {
                let text: String = runs.iter().map(|run| run.text.as_str()).collect();
                self.line(&text, Look::Plain)
            }
            Block::Signatures { parties } => {
                parties.chunks(2).try_for_each(|pair| self.signatures(pair.first(), pair.get(1)))
            }
            // every table begins a sheet of its own
            Block::Table(_) => Ok(()),
        }
    }

    pub(super) fn table(&mut self) -> Result<(), PaperError> {
        let first = self.row;
        let head = bordered().set_bold().set_align(FormatAlign::Center);
        let table = self.table;
        if let Some(upper) = table.upper_header() {
            let mut at = 0_u16;
            for cell in upper {
                match cell {
                    HeaderCell::Alone(title) => {
                        self.worksheet.merge_range(first, at, first + 1, at, title, &head)?;
                        at += 1;
                    }
                    HeaderCell::Over(title, 1) => {
                        self.worksheet.write_string_with_format(first, at, title, &head)?;
                        at += 1;
                    }
                    HeaderCell::Over(title, count) => {
                        let last = at + u16::try_from(count).unwrap_or(1) - 1;
                        self.worksheet.merge_range(first, at, first, last, title, &head)?;
                        at = last + 1;
                    }
                }
            }
            self.row += 1;
        }
        for (at, column) in (0_u16..).zip(&table.columns) {
            if column.over.is_some() || self.row == first {
                self.worksheet.write_string_with_format(self.row, at, &column.title, &head)?;
            }
        }
        self.grow(table.columns.iter().map(|column| column.title.as_str()))?;
        self.worksheet.set_repeat_rows(first, self.row)?;
        self.row += 1;
        for row in &table.rows {
            match row {
                Row::Group(text) => {
                    let look = bordered().set_bold();
                    let last = u16::try_from(table.columns.len()).unwrap_or(u16::MAX).saturating_sub(1);
                    if last == 0 {
                        self.worksheet.write_string_with_format(self.row, 0, text, &look)?;
                    } else {
                        self.worksheet.merge_range(self.row, 0, self.row, last, text, &look)?;
                    }
                }
                Row::Cells(cells) => {
                    for ((at, column), cell) in (0_u16..).zip(&table.columns).zip(cells) {
                        self.cell(at, column.align, cell)?;
                    }
                    self.grow(cells.iter().map(|cell| cell.text.as_str()))?;
                }
            }
            self.row += 1;
        }
        self.row += 1;
        Ok(())
    }

    /// Makes the row as tall as the lines of its tallest cell: not every program does that by itself.
    fn grow<'t>(&mut self, texts: impl Iterator<Item = &'t str>) -> Result<(), PaperError> {
        let lines = texts.zip(&self.widths).map(|(text, width)| {
            // a word that does not fit leaves a part of its line empty
            let letters = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
            letters.saturating_add(letters / 6).div_ceil((*width).max(1))
        });
        let lines = lines.max().unwrap_or(1).max(1);
        self.worksheet.set_row_height(self.row, lines.saturating_mul(LINE).min(TALLEST))?;
        Ok(())
    }

    fn cell(&mut self, at: u16, align: Align, cell: &Cell) -> Result<(), PaperError> {
        let look = bordered().set_align(match align {
            Align::Left => FormatAlign::Left,
            Align::Right => FormatAlign::Right,
            Align::Center => FormatAlign::Center,
        });
        let look = if cell.bold { look.set_bold() } else { look };
        let number = (align != Align::Left).then(|| number(&cell.text)).flatten();
        match number {
            Some((number, format)) => {
                self.worksheet.write_number_with_format(self.row, at, number, &look.set_num_format(format))?;
            }
            // a format of text keeps leading zeros, and what begins with = stays what it is
            None => {
                self.worksheet.write_string_with_format(self.row, at, &cell.text, &look.set_num_format("@"))?;
            }
        }
        Ok(())
    }

    pub(super) fn closing(&mut self, sheet: &Sheet) -> Result<(), PaperError> {
        let signer = PartySignature { party: String::new(), signature: sheet.signature.clone() };
        self.signatures(sheet.co_signature.as_ref(), Some(&signer))?;
        if !sheet.recipients.is_empty() {
            self.line(sheet.recipients_label, Look::Note)?;
            sheet.recipients.iter().try_for_each(|line| self.line(line, Look::Plain))?;
        }
        Ok(())
    }

    /// Two who sign, with room for the hand above their names.
    fn signatures(
        &mut self,
        left: Option<&PartySignature>,
        right: Option<&PartySignature>,
    ) -> Result<(), PaperError> {
        let above = |one: Option<&PartySignature>| -> Vec<String> {
            let lines = one.map(|one| {
                [Some(one.party.clone()), one.signature.authority_form.clone(), Some(one.signature.post.clone())]
            });
            lines.into_iter().flatten().flatten().filter(|line| !line.is_empty()).collect()
        };
        let name =
            |one: Option<&PartySignature>| one.and_then(|one| one.signature.name.clone()).unwrap_or_default();
        let (lines, beside) = (above(left), above(right));
        for at in 0..lines.len().max(beside.len()) {
            let line = |of: &[String]| of.get(at).cloned().unwrap_or_default();
            self.pair((&line(&lines), Look::Bold), (&line(&beside), Look::Bold))?;
        }
        self.row += 4;
        self.pair((&name(left), Look::Bold), (&name(right), Look::Bold))?;
        self.row += 1;
        Ok(())
    }

    pub(super) fn lines(&mut self, line: Option<&str>, look: Look) -> Result<(), PaperError> {
        line.map_or(Ok(()), |line| self.line(line, look))
    }

    /// A line over all columns; a row of merged cells does not grow by itself.
    pub(super) fn line(&mut self, text: &str, look: Look) -> Result<(), PaperError> {
        let lines = u32::try_from(text.chars().count().div_ceil(LETTERS_IN_A_LINE)).unwrap_or(1);
        self.worksheet.merge_range(self.row, 0, self.row, self.last, text, &look.format())?;
        if lines > 1 {
            self.worksheet.set_row_height(self.row, lines.saturating_mul(LINE).min(TALLEST))?;
        }
        self.row += 1;
        Ok(())
    }

    /// A line in the left half and one in the right half.
    fn pair(&mut self, left: (&str, Look), right: (&str, Look)) -> Result<(), PaperError> {
        let middle = self.last / 2;
        for (from, to, (text, look)) in [(0, middle, left), (middle + 1, self.last, right)] {
            let format = look.format().set_align(FormatAlign::Center);
            if text.is_empty() {
                continue;
            }
            if from == to {
                self.worksheet.write_string_with_format(self.row, from, text, &format)?;
            } else {
                self.worksheet.merge_range(self.row, from, self.row, to, text, &format)?;
            }
        }
        self.row += 1;
        Ok(())
    }
}

impl Look {
    fn format(self) -> Format {
        match self {
            Look::Plain => plain(),
            Look::Bold => plain().set_bold(),
            Look::Title => plain().set_bold().set_align(FormatAlign::Center),
            Look::Note => plain().set_italic(),
        }
    }
}

fn plain() -> Format {
    Format::new().set_font_name(FONT).set_font_size(12).set_text_wrap().set_align(FormatAlign::VerticalCenter)
}

fn bordered() -> Format {
    plain().set_border(FormatBorder::Thin)
}
