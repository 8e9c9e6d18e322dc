//! Where in a template something stands, in words that lead a person there.

use super::words;
use thidua_domain::basics::Says;

/// A part of the document that holds text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The pages themselves.
    Body,
    /// A head of the pages; Word numbers them.
    Header(u32),
    /// A foot of the pages.
    Footer(u32),
    /// The footnotes.
    Footnotes,
    /// The notes at the end.
    Endnotes,
    /// The name that a document is given, typed beside the template.
    FileName,
}

/// A place in a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// In which part.
    pub part: Part,
    /// The paragraph of the part, counted from 1, those in tables not counted; 0 in a table.
    pub paragraph: usize,
    /// Table of the part, row of the table and cell of the row, counted from 1.
    pub cell: Option<(usize, usize, usize)>,
    /// The words around it.
    pub around: String,
}

impl Place {
    /// The place for people: “bảng 1, dòng 2, ô 3”.
    pub fn says(&self) -> Says {
        let part = words::part(self.part);
        let where_ = match self.cell {
            Some((table, row, cell)) => words::in_table(table, row, cell),
            None if self.paragraph > 0 => words::in_paragraph(self.paragraph),
            None => Says::new("", ""),
        };
        let join = |part: &str, inside: &str| {
            if inside.is_empty() { part.to_owned() } else { format!("{part}, {inside}") }
        };
        Says::new(join(&part.vi, &where_.vi), join(&part.en, &where_.en))
    }
}
