//! What an upload would change, row by row.
//!
//! Rows are tied to records by what the workbook carries, never by their order: sorting, moving and inserting rows makes no
//! difference. A row without a tie is looked for by its name and only ever proposed; a person says whether it is meant. To
//! say so, set the row's tie, or that it is new, and ask again.

mod comparing;
#[cfg(test)]
mod tests;

use super::cell::{Cell, Tie};
use super::column::Column;
use super::names::Rank;
use comparing::Comparing;

/// A record as it is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Current {
    /// Which record, at which version.
    pub tie: Tie,
    /// Its cells in the order of the columns.
    pub cells: Vec<Cell>,
}

/// A row that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Uploaded {
    /// The row as the spreadsheet counts it, from 1.
    pub row: u32,
    /// What it is tied to, when the workbook says so and is believed.
    pub tie: Option<Tie>,
    /// Whether a person said that the row is a new record, whatever its name.
    pub is_new: bool,
    /// Its cells in the order of the columns.
    pub cells: Vec<Cell>,
}

/// What was uploaded.
#[derive(Clone, Copy, Debug)]
pub struct Upload<'a> {
    /// The rows that were read.
    pub rows: &'a [Uploaded],
    /// For each declared column whether the file has it. A column that is not there changes nothing.
    pub present: &'a [bool],
    /// What the workbook showed when it was written, by its signed sheet; empty when there is none.
    pub shown: &'a [Tie],
    /// What it means that a row of the download is gone.
    pub missing: Missing,
}

/// What it means that a row of the download is not in the upload.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Missing {
    /// Nothing.
    #[default]
    Stays,
    /// The person said that it means removal.
    IsRemoved,
}

/// A cell that would change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellChange {
    /// The column's place among the declared ones.
    pub column: usize,
    /// What stands there now.
    pub old: Cell,
    /// What the upload says.
    pub new: Cell,
}

/// A record that a row without a tie may mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The record as it is now.
    pub tie: Tie,
    /// How well the names agree.
    pub rank: Rank,
    /// The row of the upload that is tied to this record already, when there is one: the two may be namesakes.
    pub taken_by: Option<u32>,
    /// What would change if it is meant.
    pub changes: Vec<CellChange>,
}

/// Why a row cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A cell of this column could not be read.
    Unread {
        /// The column's place among the declared ones.
        column: usize,
    },
    /// A cell of this column is needed and empty.
    Required {
        /// The column's place among the declared ones.
        column: usize,
    },
    /// The row says the same as another: it was copied.
    Copied {
        /// The other row.
        of: u32,
    },
}

/// What a row means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// The record is as the row says.
    Unchanged,
    /// These cells of the record would change.
    Changed(Vec<CellChange>),
    /// A new record.
    Added,
    /// No tie, but records with this name: a person chooses one of them, or a new record.
    Doubtful(Vec<Candidate>),
    /// Both the row and, since the download, the record have changed: a person chooses.
    Conflict {
        /// The version that the workbook showed.
        seen: i64,
        /// The version now.
        now: i64,
        /// Where row and record disagree now.
        changes: Vec<CellChange>,
    },
    /// The record has been removed since the download.
    Gone,
    /// The row is missing, and that means removal.
    Removed,
    /// The row is missing, but the record has changed since the download: a person chooses.
    RemovalConflict {
        /// The version that the workbook showed.
        seen: i64,
        /// The version now.
        now: i64,
    },
    /// The row is missing, and that means nothing.
    Stays,
    /// The row cannot be taken until it is mended.
    Refused(Vec<Refusal>),
}

/// One row of the upload, or one record that is missing from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowDifference {
    /// The place among the uploaded rows; nothing for a record that is missing from them.
    pub uploaded: Option<usize>,
    /// The row as the spreadsheet counts it.
    pub row: Option<u32>,
    /// The record as it is now, where the row is tied to one; as it was shown for one that is gone.
    pub tie: Option<Tie>,
    /// What it means.
    pub what: What,
}

/// All that an upload would change, in the order of the upload; what is missing from it stands at the end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// Row by row.
    pub rows: Vec<RowDifference>,
}

/// How many rows there are of each sort.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// [`What::Unchanged`].
    pub unchanged: usize,
    /// [`What::Changed`].
    pub changed: usize,
    /// [`What::Added`].
    pub added: usize,
    /// [`What::Removed`].
    pub removed: usize,
    /// [`What::Doubtful`], [`What::Conflict`], [`What::RemovalConflict`] and [`What::Gone`]: a person chooses.
    pub asked: usize,
    /// [`What::Refused`].
    pub refused: usize,
    /// [`What::Stays`].
    pub stays: usize,
}

impl Difference {
    /// How many rows there are of each sort.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for row in &self.rows {
            *match row.what {
                What::Unchanged => &mut counts.unchanged,
                What::Changed(_) => &mut counts.changed,
                What::Added => &mut counts.added,
                What::Removed => &mut counts.removed,
                What::Doubtful(_) | What::Conflict { .. } | What::RemovalConflict { .. } | What::Gone => {
                    &mut counts.asked
                }
                What::Refused(_) => &mut counts.refused,
                What::Stays => &mut counts.stays,
            } += 1;
        }
        counts
    }

    /// Whether nothing would change and nobody is asked.
    pub fn is_nothing(&self) -> bool {
        self.rows.iter().all(|row| matches!(row.what, What::Unchanged | What::Stays))
    }
}

/// Says row by row what the upload would change.
pub fn diff(columns: &[Column], current: &[Current], upload: Upload<'_>) -> Difference {
    let comparing = Comparing::new(columns, current, upload);
    let mut rows: Vec<RowDifference> = (0..upload.rows.len()).map(|at| comparing.row(at)).collect();
    rows.extend(comparing.missing());
    Difference { rows }
}
