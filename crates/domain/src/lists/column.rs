//! What a list is made of: columns, each with a heading and a kind.

use crate::basics::Expectation;

/// What the cells of a column hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Any text.
    Text,
    /// A whole number.
    Whole,
    /// An exact number with at most four decimals; what is expected decides how `1.740` is read.
    Amount(Expectation),
    /// A day.
    Date {
        /// Whether a year alone will do, as for births that papers know only by the year.
        year_alone: bool,
    },
    /// One of a closed set, picked from a list in the workbook.
    Choice(Vec<Choice>),
    /// Có or không.
    YesNo,
}

/// One of a closed set. People see the label; programs keep the code, which never stands in the workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What the program keeps.
    pub code: String,
    /// What people pick.
    pub label: String,
    /// Other ways to type it (`LĐTT`).
    pub also: Vec<String>,
}

impl Choice {
    /// A choice that people may also type in other ways.
    pub fn new(code: impl Into<String>, label: impl Into<String>) -> Self {
        Choice { code: code.into(), label: label.into(), also: Vec::new() }
    }

    /// Adds other ways to type it.
    pub fn also<'a>(mut self, others: impl IntoIterator<Item = &'a str>) -> Self {
        self.also.extend(others.into_iter().map(str::to_owned));
        self
    }
}

/// One column of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The word for programs; never shown.
    pub key: &'static str,
    /// What stands above the column, in Vietnamese.
    pub heading: String,
    /// What its cells hold.
    pub kind: Kind,
    /// Its width on paper, in letters.
    pub width: u8,
    /// Whether every row needs it.
    pub required: bool,
    /// Shown beside the cell that is being filled in.
    pub hint: Option<String>,
    /// Other headings that people give it. Case, marks and punctuation do not matter, neither here nor in `heading`.
    pub also: Vec<String>,
    /// Whether it names the row, so that a row without identity is looked for by it.
    pub names: bool,
}

impl Column {
    /// A column that may stay empty, 16 letters wide.
    pub fn new(key: &'static str, heading: impl Into<String>, kind: Kind) -> Self {
        Column {
            key,
            heading: heading.into(),
            kind,
            width: 16,
            required: false,
            hint: None,
            also: Vec::new(),
            names: false,
        }
    }

    /// Sets its width in letters.
    pub fn wide(mut self, letters: u8) -> Self {
        self.width = letters;
        self
    }

    /// Every row needs it.
    pub fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// It names the row: a row without identity is looked for by the first such column, and told apart by the others.
    pub fn naming(mut self) -> Self {
        self.names = true;
        self
    }

    /// Sets what is shown beside the cell that is being filled in.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Adds other headings that people give it.
    pub fn also<'a>(mut self, others: impl IntoIterator<Item = &'a str>) -> Self {
        self.also.extend(others.into_iter().map(str::to_owned));
        self
    }
}
