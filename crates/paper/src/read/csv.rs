//! Separated text (csv): what spreadsheets save as “CSV”, in any encoding and with any of the usual separators.

use super::list::raw::{RawRow, Style, Value};
use super::xlsx::sheet::MOST_COLUMNS;
use super::{ReadNote, ReadProblem, encoding};
use std::ops::ControlFlow;

/// Separators, those that spreadsheets set to Vietnamese write first: their comma is the decimal comma.
const SEPARATORS: [char; 3] = [';', '\t', ','];
/// Rows that are looked at to find the separator.
const SAMPLE_ROWS: usize = 20;

/// A separated text.
pub(in crate::read) struct Csv {
    text: String,
    separator: char,
    /// How it was decoded.
    pub(in crate::read) note: Option<ReadNote>,
}

impl Csv {
    /// Decodes it and finds its separator.
    pub(in crate::read) fn open(bytes: &[u8]) -> Result<Self, ReadProblem> {
        let (text, note) = encoding::decode(bytes)?;
        let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
        // spreadsheets obey a first line that names the separator
        let named = text
            .strip_prefix("sep=")
            .and_then(|rest| rest.chars().next().map(|separator| (separator, &rest[separator.len_utf8()..])));
        if let Some((separator, rest)) = named {
            let text = rest.trim_start_matches(['\r', '\n']).to_owned();
            return Ok(Csv { text, separator, note });
        }
        let separator = separator(&text);
        Ok(Csv { text, separator, note })
    }

    /// Hands each row that has cells to `each`, until it breaks off. Answers how many cells stood beyond the last column.
    pub(in crate::read) fn rows(
        &self,
        each: &mut dyn FnMut(&RawRow) -> Result<ControlFlow<()>, ReadProblem>,
    ) -> Result<u64, ReadProblem> {
        let mut rest = self.text.as_str();
        let mut row = RawRow::default();
        let (mut number, mut beyond) = (0u32, 0u64);
        let mut field = String::new();
        while !rest.is_empty() {
            number = number.saturating_add(1);
            row.begin(number);
            let mut column = 0u32;
            loop {
                field.clear();
                let ended = take_field(&mut rest, self.separator, &mut field);
                let value = unwrapped(&field);
                if !value.trim().is_empty() {
                    if column < MOST_COLUMNS {
                        row.push(column, Value::Text, Style::default(), value);
                    } else {
                        beyond += 1;
                    }
                }
                column = column.saturating_add(1);
                if ended {
                    break;
                }
            }
            if !row.cells.is_empty() && each(&row)?.is_break() {
                break;
            }
        }
        Ok(beyond)
    }
}

/// Takes a field off the rest; `true` when it was the last of its row.
fn take_field(rest: &mut &str, separator: char, field: &mut String) -> bool {
    if let Some(quoted) = rest.strip_prefix('"') {
        *rest = quoted;
        loop {
            let Some(at) = rest.find('"') else {
                // a quote that is never closed takes what is left
                field.push_str(rest);
                *rest = "";
                return true;
            };
            field.push_str(&rest[..at]);
            *rest = &rest[at + 1..];
            match rest.strip_prefix('"') {
                Some(more) => {
                    field.push('"');
                    *rest = more;
                }
                None => break,
            }
        }
    }
    let end = rest.find([separator, '\n', '\r']).unwrap_or(rest.len());
    field.push_str(&rest[..end]);
    *rest = &rest[end..];
    if let Some(more) = rest.strip_prefix(separator) {
        *rest = more;
        return false;
    }
    *rest = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\n', '\r'])).unwrap_or(rest);
    true
}

/// `="0123"`, which keeps leading zeros in spreadsheets, is 0123.
fn unwrapped(field: &str) -> &str {
    field
        .strip_prefix("=\"")
        .and_then(|inner| inner.strip_suffix('"'))
        .filter(|inner| !inner.contains('"'))
        .unwrap_or(field)
}

/// The separator that cuts the first rows into the most columns, each row into as many.
fn separator(text: &str) -> char {
    let columns = |separator: char| -> (usize, usize) {
        let mut rest = text;
        let mut widths: Vec<usize> = Vec::new();
        let mut field = String::new();
        while !rest.is_empty() && widths.len() < SAMPLE_ROWS {
            let mut width = 0;
            loop {
                field.clear();
                width += 1;
                if take_field(&mut rest, separator, &mut field) || width > MOST_COLUMNS as usize {
                    break;
                }
            }
            widths.push(width);
        }
        // titles above the headings have one column; the usual width is the one that most rows have
        let usual = widths
            .iter()
            .copied()
            .filter(|width| *width > 1)
            .max_by_key(|width| (widths.iter().filter(|other| *other == width).count(), *width));
        usual.map_or((0, 0), |usual| (widths.iter().filter(|width| **width == usual).count(), usual))
    };
    let mut best = (SEPARATORS[0], (0, 0));
    for separator in SEPARATORS {
        let found = columns(separator);
        if found > best.1 {
            best = (separator, found);
        }
    }
    best.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(bytes: &[u8]) -> Vec<Vec<String>> {
        let csv = Csv::open(bytes).expect("opened");
        let mut rows = Vec::new();
        csv.rows(&mut |row| {
            rows.push(row.cells.iter().map(|cell| format!("{}:{}", cell.column, row.text_of(cell))).collect());
            Ok(ControlFlow::Continue(()))
        })
        .expect("read");
        rows
    }

    #[test]
    fn separators_quotes_and_line_ends_are_as_spreadsheets_write_them() {
        let wanted =
            [vec!["0:STT", "1:Họ, tên", "2:Số"], vec!["0:1", "1:An \"Út\"\nBé", "2:1.234,5"], vec!["0:2", "2:007"]];
        let semicolons = "STT;Họ, tên;Số\r\n1;\"An \"\"Út\"\"\nBé\";1.234,5\r\n\r\n2;;=\"007\"\r\n";
        assert_eq!(rows(semicolons.as_bytes()), wanted);
        assert_eq!(rows(format!("\u{feff}{semicolons}").as_bytes()), wanted);
        assert_eq!(rows(semicolons.replace(';', "\t").as_bytes()), wanted);
        assert_eq!(rows("STT,\"Họ, tên\",Số\n1,\"An \"\"Út\"\"\nBé\",\"1.234,5\"\n2,,=\"007\"".as_bytes()), wanted);
        assert_eq!(rows(format!("sep=|\r\n{}", semicolons.replace(';', "|")).as_bytes()), wanted);
        assert_eq!(rows(b"a;\"b"), [vec!["0:a", "1:b"]]);
    }

    #[test]
    fn old_encodings_are_read() {
        assert_eq!(
            rows(b"H\xe4 t\xean;Ch\xfc c\xe1\n"),
            [vec!["0:Hä tên", "1:Chü cá"]],
            "the code page of Windows"
        );
    }
}
