//! An official document as a workbook: a sheet for each of its tables, what is said around them above and below.
//!
//! Words and numbers are those of the paper; a figure in a column of figures is a number of the spreadsheet.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet};
use thidua_domain::basics::Amount;

use super::super::document::{Align, Block, Cell, HeaderCell, OfficialDocument, PartySignature, Row, Table};
use super::super::error::PaperError;
use super::super::sheet::{Appendix, Sheet};
use super::{FONT, words};

/// A4 in the numbering of spreadsheets.
const A4: u8 = 9;
/// Letters of one share of a column's width, all columns together about as wide as a landscape page.
const LETTERS_OF_A_PAGE: u32 = 130;
/// Letters in a line that reaches over all columns; tall rows are reckoned by it.
const LETTERS_IN_A_LINE: usize = 120;

/// Writes the tables of `document` as a workbook.
///
/// # Errors
/// When the document has no table, or is one that cannot be written on paper either.
pub fn official_to_xlsx(document: &OfficialDocument) -> Result<Vec<u8>, PaperError> {
    let sheet = Sheet::of(document)?;
    let parts = parts(&sheet);
    if parts.is_empty() {
        return Err(PaperError::NoTable);
    }
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(&sheet));
    let count = parts.len();
    for (index, part) in parts.iter().enumerate() {
        let name =
            if count == 1 { words::TABLE_SHEET.into() } else { format!("{} {}", words::TABLE_SHEET, index + 1) };
        let mut page = Page::new(workbook.add_worksheet(), part.table)?;
        page.worksheet.set_name(name)?;
        if index == 0 {
            page.head(&sheet)?;
        }
        for block in &part.above {
            page.block(block)?;
        }
        if let Some(appendix) = part.appendix {
            page.line(&appendix.heading, Look::Title)?;
            page.lines(appendix.title.as_deref(), Look::Title)?;
            page.line(&appendix.reference, Look::Note)?;
        } else {
            page.lines(part.table.caption.as_deref(), Look::Title)?;
        }
        page.table()?;
        for block in &part.below {
            page.block(block)?;
        }
        if part.closes {
            page.closing(&sheet)?;
        }
    }
    Ok(workbook.save_to_buffer()?)
}

/// A table with what stands around it.
struct Part<'a> {
    above: Vec<&'a Block>,
    table: &'a Table,
    below: Vec<&'a Block>,
    appendix: Option<&'a Appendix>,
    closes: bool,
}

/// The text before a table goes above it; what follows the last one goes below it, with the signature.
fn parts(sheet: &Sheet) -> Vec<Part<'_>> {
    let mut parts: Vec<Part<'_>> = Vec::new();
    let mut waiting = Vec::new();
    for block in &sheet.body {
        match block {
            Block::Table(table) => {
                let above = std::mem::take(&mut waiting);
                parts.push(Part { above, table, below: Vec::new(), appendix: None, closes: false });
            }
            other => waiting.push(other),
        }
    }
    for appendix in &sheet.appendices {
        // without a table in the text, the text and the signature stand on the sheet of the first appendix
        let above = if parts.is_empty() { std::mem::take(&mut waiting) } else { Vec::new() };
        parts.push(Part {
            above,
            table: &appendix.table,
            below: Vec::new(),
            appendix: Some(appendix),
            closes: false,
        });
    }
    let in_text = parts.iter().rposition(|part| part.appendix.is_none()).unwrap_or_default();
    if let Some(part) = parts.get_mut(in_text) {
        part.below = waiting;
        part.closes = true;
    }
    parts
}

/// The day of the document, so that the same document gives the same bytes.
fn properties(sheet: &Sheet) -> DocProperties {
    let properties = DocProperties::new().set_title(&sheet.title).set_company(&sheet.issuer);
    let (day, month, year) = sheet.date.map_or((1, 1, 2000), |date| (date.day, date.month, date.year));
    match ExcelDateTime::parse_from_str(&format!("{year:04}-{month:02}-{day:02}")) {
        Ok(day) => properties.set_creation_datetime(&day),
        Err(_) => properties,
    }
}

/// How a line over all columns looks.
#[derive(Clone, Copy)]
enum Look {
    Plain,
    Bold,
    Title,
    Note,
}

/// A worksheet that is being filled from the top.
struct Page<'a> {
    worksheet: &'a mut Worksheet,
    table: &'a Table,
    row: u32,
    last: u16,
}

impl<'a> Page<'a> {
    fn new(worksheet: &'a mut Worksheet, table: &'a Table) -> Result<Self, PaperError> {
        let shares: u32 = table.columns.iter().map(|column| column.width_share).sum::<u32>().max(1);
        for (at, column) in (0_u16..).zip(&table.columns) {
            worksheet.set_column_width(at, (LETTERS_OF_A_PAGE * column.width_share / shares).max(5))?;
        }
        worksheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
        worksheet.set_margins(0.79, 0.79, 0.79, 0.79, 0.4, 0.4); // float: inches of the margins of a page
        worksheet.set_footer(format!("&C{} &P/&N", words::PAGE));
        // a table of one column still has two places in its head
        let last = u16::try_from(table.columns.len()).unwrap_or(u16::MAX).saturating_sub(1).max(1);
        Ok(Self { worksheet, table, row: 0, last })
    }

    /// Authority on the left, nation on the right, then number and day, title, addressees.
    fn head(&mut self, sheet: &Sheet) -> Result<(), PaperError> {
        self.lines(sheet.form_label.as_deref(), Look::Bold)?;
        self.pair(sheet.parent_authority.as_deref().unwrap_or_default(), sheet.national_name, true)?;
        self.pair(&sheet.issuer, sheet.motto, true)?;
        self.pair(sheet.number_line.as_deref().unwrap_or_default(), &sheet.place_date_line, false)?;
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

    fn block(&mut self, block: &Block) -> Result<(), PaperError> {
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

    fn table(&mut self) -> Result<(), PaperError> {
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
                }
            }
            self.row += 1;
        }
        self.row += 1;
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

    fn closing(&mut self, sheet: &Sheet) -> Result<(), PaperError> {
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
            self.pair(&line(&lines), &line(&beside), true)?;
        }
        self.row += 4;
        self.pair(&name(left), &name(right), true)?;
        self.row += 1;
        Ok(())
    }

    fn lines(&mut self, line: Option<&str>, look: Look) -> Result<(), PaperError> {
        line.map_or(Ok(()), |line| self.line(line, look))
    }

    /// A line over all columns; a row of merged cells does not grow by itself.
    fn line(&mut self, text: &str, look: Look) -> Result<(), PaperError> {
        let format = match look {
            Look::Plain => plain(),
            Look::Bold => plain().set_bold(),
            Look::Title => plain().set_bold().set_align(FormatAlign::Center),
            Look::Note => plain().set_italic(),
        };
        let lines = u32::try_from(text.chars().count().div_ceil(LETTERS_IN_A_LINE)).unwrap_or(1);
        self.worksheet.merge_range(self.row, 0, self.row, self.last, text, &format)?;
        if lines > 1 {
            self.worksheet.set_row_height(self.row, (17 * lines).min(400))?;
        }
        self.row += 1;
        Ok(())
    }

    /// A line in the left half and one in the right half.
    fn pair(&mut self, left: &str, right: &str, bold: bool) -> Result<(), PaperError> {
        let format = plain().set_align(FormatAlign::Center);
        let format = if bold { format.set_bold() } else { format };
        let middle = self.last / 2;
        for (from, to, text) in [(0, middle, left), (middle + 1, self.last, right)] {
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

fn plain() -> Format {
    Format::new().set_font_name(FONT).set_font_size(12).set_text_wrap().set_align(FormatAlign::VerticalCenter)
}

fn bordered() -> Format {
    plain().set_border(FormatBorder::Thin)
}

/// The number that a cell shows, and the format that shows it the same way; nothing for anything that is not plainly one.
fn number(text: &str) -> Option<(f64, &'static str)> {
    let (digits, percent) = match text.strip_suffix('%') {
        Some(digits) => (digits, true),
        None => (text, false),
    };
    let (whole, decimals) = digits.split_once(',').map_or((digits, None), |(whole, behind)| (whole, Some(behind)));
    let bare = whole.strip_prefix('-').unwrap_or(whole);
    let groups: Vec<&str> = bare.split('.').collect();
    let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let grouped = groups.len() > 1;
    let (first, others) = groups.split_first()?;
    let shaped = all_digits(first)
        && first.len() <= 3 + 12 * usize::from(!grouped)
        && others.iter().all(|group| group.len() == 3 && all_digits(group));
    // a leading zero belongs to a code or to the way ordinals are written
    let leading = bare.len() > 1 && bare.starts_with('0');
    if !shaped || leading || decimals.is_some_and(|behind| !all_digits(behind) || behind.len() > 4) {
        return None;
    }
    let stored = super::stored(Amount::from_plain(&digits.replace('.', "").replace(',', ".")).ok()?)?.0;
    let places = decimals.map_or(0, str::len);
    if percent {
        let hundredth = format!("{stored}e-2").parse().ok()?;
        return Some((hundredth, ["0%", "0.0%", "0.00%", "0.000%", "0.0000%"][places]));
    }
    const GROUPED: [&str; 5] = ["#,##0", "#,##0.0", "#,##0.00", "#,##0.000", "#,##0.0000"];
    const PLAIN: [&str; 5] = ["0", "0.0", "0.00", "0.000", "0.0000"];
    Some((stored, if grouped { GROUPED[places] } else { PLAIN[places] }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_numbers_and_codes_stay_words() {
        for (text, number_and_format) in [
            ("9.007,4", Some((9007.4, "#,##0.0"))),
            ("1.170.000", Some((1_170_000.0, "#,##0"))),
            ("2026", Some((2026.0, "0"))),
            ("89,5", Some((89.5, "0.0"))),
            ("96,2%", Some((0.962, "0.0%"))),
            ("-3", Some((-3.0, "0"))),
            ("≥ 92", None),
            ("9/9 (100%)", None),
            ("08", None),
            ("1.5", None),
            ("0601.N", None),
            ("", None),
            ("1234567890123456789", None),
        ] {
            assert_eq!(number(text), number_and_format, "{text}");
        }
    }
}
