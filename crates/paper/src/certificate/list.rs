//! A list of certificates: a workbook or separated text, with the headings that people give.

use super::field::{Certificate, Field};
use super::words;
use crate::read::list::{Expected, ListProblem, read_whole_list};
use thidua_domain::basics::Says;
use thidua_domain::finding::Severity;
use thidua_domain::lists::{Cell, Column, Kind};

/// Why a list is not taken.
#[derive(Debug, thiserror::Error)]
pub enum ListRefused {
    /// The file as a whole.
    #[error(transparent)]
    File(#[from] ListProblem),
    /// Rows of it.
    #[error("{} rows are refused", .0.len())]
    Rows(Vec<Says>),
}

impl ListRefused {
    /// What is the matter and what to do next.
    pub fn says(&self) -> Vec<Says> {
        match self {
            Self::File(problem) => vec![problem.says()],
            Self::Rows(rows) => rows.clone(),
        }
    }
}

/// Reads a list, in the order of its rows.
///
/// # Errors
/// The file cannot be read, it has no column of names, or rows have no name.
pub fn read_list(bytes: &[u8]) -> Result<Vec<Certificate>, ListRefused> {
    let columns: Vec<Column> = Field::ALL.into_iter().map(column).collect();
    let (rows, read) = read_whole_list(bytes, &Expected { columns: &columns, seal: None })?;
    let name = Field::ALL.iter().position(|field| *field == Field::Name).unwrap_or_default();
    if read.places.get(name).is_none_or(Option::is_none) {
        return Err(ListRefused::Rows(vec![words::no_name_column()]));
    }
    let mut wrong: Vec<Says> =
        read.findings.iter().filter(|one| one.severity == Severity::Error).map(|one| one.message.clone()).collect();
    let mut certificates = Vec::with_capacity(rows.len());
    for row in rows {
        let mut certificate = Certificate::default();
        for (field, cell) in Field::ALL.into_iter().zip(&row.cells) {
            if let Some(text) = text(cell) {
                certificate.set(field, text);
            }
        }
        if certificate.get(Field::Name).is_empty() {
            wrong.push(words::row_without_name(row.row));
        }
        certificates.push(certificate);
    }
    if wrong.is_empty() { Ok(certificates) } else { Err(ListRefused::Rows(wrong)) }
}

fn column(field: Field) -> Column {
    let (first, also) = match field.names() {
        [code, first, also @ ..] => (*first, [&[*code], also].concat()),
        _ => (field.code(), Vec::new()),
    };
    let mut column = Column::new(field.code(), first, Kind::Text);
    column.also = also.into_iter().map(str::to_owned).collect();
    column
}

fn text(cell: &Cell) -> Option<&str> {
    if let Cell::Text(text) = cell { Some(text) } else { None }
}
