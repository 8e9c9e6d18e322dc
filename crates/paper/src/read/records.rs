//! A separated text (csv) as records: the first row names the fields, every other row is one record.

use super::ReadProblem;
use super::csv::Csv;
use std::ops::ControlFlow;

/// Rows of one file.
const MOST_RECORDS: usize = 200_000;

/// The records of a separated text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Records {
    /// The names, from the first row that has any.
    pub names: Vec<String>,
    /// A text for each name; empty where the row has none.
    pub rows: Vec<Vec<String>>,
}

/// Reads records, whatever the separator and the encoding.
///
/// # Errors
/// A [`ReadProblem`] that says what the file is instead.
pub fn read_records(bytes: &[u8]) -> Result<Records, ReadProblem> {
    let csv = Csv::open(bytes)?;
    let mut records = Records::default();
    csv.rows(&mut |row| {
        let mut texts = vec![String::new(); records.names.len()];
        for cell in &row.cells {
            let at = usize::try_from(cell.column).unwrap_or(usize::MAX);
            let text = row.text_of(cell).trim().to_owned();
            if records.names.is_empty() && at >= texts.len() && at < 1_000 {
                texts.resize(at + 1, String::new());
            }
            if let Some(place) = texts.get_mut(at) {
                *place = text;
            }
        }
        if records.names.is_empty() {
            records.names = texts;
        } else {
            records.rows.push(texts);
        }
        if records.rows.len() > MOST_RECORDS {
            return Err(ReadProblem::Bomb);
        }
        Ok(ControlFlow::Continue(()))
    })?;
    if records.rows.is_empty() { Err(ReadProblem::Empty) } else { Ok(records) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_of_a_template_are_named_by_the_first_row() {
        let read =
            read_records("Họ tên;Đơn vị;\r\n\"An; Út\";Thôn 1\r\n\r\nBình;;thừa\r\n".as_bytes()).expect("read");
        assert_eq!(read.names, ["Họ tên", "Đơn vị"]);
        assert_eq!(read.rows, [["An; Út", "Thôn 1"], ["Bình", ""]]);
        assert_eq!(read_records(b"a;b\n"), Err(ReadProblem::Empty));
    }
}
