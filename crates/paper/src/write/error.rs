//! What can keep a document from being written.

/// A document that could not be written. Nothing half-made is ever returned.
#[derive(Debug, thiserror::Error)]
pub enum PaperError {
    /// Letters that the embedded fonts cannot show; the document is refused rather than printed with holes.
    #[error("the embedded fonts have no glyph for: {letters}")]
    MissingGlyph {
        /// The letters, each once, in order of appearance.
        letters: String,
    },
    /// A table row has another number of cells than the table has columns.
    #[error("row {row} of the table “{table}” has {cells} cells for {columns} columns")]
    UnevenRow {
        /// The caption of the table.
        table: String,
        /// The row, counted from 1.
        row: usize,
        /// The cells it has.
        cells: usize,
        /// The cells it should have.
        columns: usize,
    },
    /// The date of the document is not a day of the calendar.
    #[error("{day}/{month}/{year} is not a day of the calendar")]
    ImpossibleDate {
        /// Day of the month.
        day: u32,
        /// Month.
        month: u32,
        /// Year.
        year: i32,
    },
    /// The typesetter complained; its words are for the programmer.
    #[error("typesetting failed: {0}")]
    Typesetting(String),
    /// The Word package could not be put together.
    #[error("the Word package could not be written")]
    Package(#[from] zip::result::ZipError),
    /// Bytes could not be written into the Word package.
    #[error("the Word package could not be filled")]
    Filling(#[from] std::io::Error),
    /// The document could not be handed to the typesetter.
    #[error("the document could not be handed to the typesetter")]
    Handing(#[from] serde_json::Error),
    /// More columns than any page shows.
    #[error("a table has at most {limit} columns")]
    TooManyColumns {
        /// The limit.
        limit: usize,
    },
    /// No copy of a slip, or more than any meeting needs.
    #[error("between 1 and {limit} copies can be printed")]
    SlipCount {
        /// The limit.
        limit: u32,
    },
    /// A workbook is made of tables, and the document has none.
    #[error("the document has no table to be written as a workbook")]
    NoTable,
    /// More rows than a workbook holds.
    #[error("a workbook holds at most {limit} rows")]
    TooManyRows {
        /// The limit.
        limit: u32,
    },
    /// An identity that cannot stand in the signed sheet.
    #[error("the identity “{identity}” has white space or letters beyond ASCII, or is too long")]
    UnfitIdentity {
        /// The identity.
        identity: String,
    },
    /// The workbook could not be put together.
    #[error("the workbook could not be written")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
}
