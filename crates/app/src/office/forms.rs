//! A form of the office as it is shown: fields, a file, what it corrects, and how it came back.

use super::words::Words;
use crate::face::forms::{Field, Reader};
use crate::face::{Answer, Refusal};
use axum::http::StatusCode;
use thidua_domain::basics::{Amount, Expectation};

/// The field for a file.
pub(crate) struct FileField {
    pub(crate) label: &'static str,
    pub(crate) kept: Option<String>,
    pub(crate) problem: Option<String>,
}

/// How a form came back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Came {
    /// It did not: it is shown for the first time.
    #[default]
    Fresh,
    /// With fields to mend.
    Refused,
    /// Somebody else was first.
    Changed,
}

/// A form as it is shown.
pub(crate) struct FormView {
    pub(crate) action: String,
    pub(crate) version: i64,
    pub(crate) corrects: Option<String>,
    pub(crate) fields: Vec<Field>,
    pub(crate) file: Option<FileField>,
    pub(crate) button: &'static str,
    pub(crate) came: Came,
}

impl FormView {
    pub(crate) fn new(
        action: impl Into<String>,
        version: i64,
        fields: Vec<Field>,
        button: &'static str,
    ) -> FormView {
        FormView { action: action.into(), version, corrects: None, fields, file: None, button, came: Came::Fresh }
    }

    pub(crate) fn with_file(mut self, label: &'static str, kept: Option<String>) -> FormView {
        self.file = Some(FileField { label, kept, problem: None });
        self
    }

    pub(crate) fn correcting(mut self, id: impl Into<String>) -> FormView {
        self.corrects = Some(id.into());
        self
    }

    /// The form as it came back: what was typed, and what is the matter with it.
    pub(crate) fn back(mut self, reader: Reader<'_>, came: Came) -> FormView {
        if let Some(file) = &mut self.file {
            file.problem = reader.problems.get("file").cloned();
        }
        self.fields = reader.mark(self.fields);
        self.came = came;
        self
    }

    pub(crate) fn open(&self) -> bool {
        self.came != Came::Fresh || self.corrects.is_some()
    }

    pub(crate) fn refused(&self) -> bool {
        self.came == Came::Refused
    }

    pub(crate) fn changed(&self) -> bool {
        self.came == Came::Changed
    }
}

/// Puts beside each field what somebody else has written there meanwhile; what was typed stays in the fields.
pub(crate) fn beside(reader: &mut Reader<'_>, newest: &[Field], o: &'static Words) {
    reader.beside(newest, |value| format!("{}: {value}", o.newest));
}

/// The page with the status that fits how its form came back.
pub(crate) fn answered(page: Answer, came: Came) -> Result<axum::response::Response, Refusal> {
    let mut response = page?;
    match came {
        Came::Fresh => {}
        Came::Refused => *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY,
        Came::Changed => *response.status_mut() = StatusCode::CONFLICT,
    }
    Ok(response)
}

/// A whole number of people, if one was typed.
pub(crate) fn people(reader: &mut Reader<'_>, name: &'static str, o: &'static Words) -> Option<i64> {
    let amount = reader.amount(name, Expectation::Quantity)?;
    let stored = amount.ten_thousandths();
    if amount < Amount::ZERO || stored % 10_000 != 0 {
        reader.problem(name, o.whole_number);
        return None;
    }
    Some(stored / 10_000)
}
