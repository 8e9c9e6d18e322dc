//! What an upload would change, row by row.
//!
//! Rows are tied to records by what the workbook carries, never by their order: sorting, moving and inserting rows makes no
//! difference. A row without a tie is looked for by its name and only ever proposed; a person says whether it is meant. To
//! say so, set the row's tie and ask again.

use super::cell::{Cell, Tie};
use super::column::Column;
use super::names::{Names, Rank};
use std::collections::{HashMap, HashSet};

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

struct Comparing<'a> {
    columns: &'a [Column],
    current: &'a [Current],
    upload: Upload<'a>,
    by_identity: HashMap<&'a str, usize>,
    /// The row that stands for each identity; its other rows are copies.
    keepers: HashMap<&'a str, usize>,
    names: Names,
    name_column: Option<usize>,
    /// The first of the rows without a tie that say the same.
    first_of_alike: HashMap<&'a [Cell], u32>,
}

impl<'a> Comparing<'a> {
    fn new(columns: &'a [Column], current: &'a [Current], upload: Upload<'a>) -> Self {
        let by_identity: HashMap<&str, usize> =
            current.iter().enumerate().map(|(at, record)| (record.tie.identity.as_str(), at)).collect();
        let name_column =
            columns.iter().position(|column| column.names).filter(|at| is_present(upload.present, *at));
        let untied = upload.rows.iter().any(|row| row.tie.is_none());
        let copies = upload.rows.len()
            > upload.rows.iter().filter_map(|r| r.tie.as_ref()).map(|t| &t.identity).collect::<HashSet<_>>().len();
        let names = match name_column {
            // names cost time: they are looked up only when a row needs it
            Some(column) if untied || copies => {
                Names::new(current.iter().enumerate().filter_map(|(at, record)| match record.cells.get(column) {
                    Some(Cell::Text(name)) => Some((at, name.as_str())),
                    _ => None,
                }))
            }
            _ => Names::default(),
        };
        let mut comparing = Comparing {
            columns,
            current,
            upload,
            by_identity,
            keepers: HashMap::new(),
            names,
            name_column,
            first_of_alike: HashMap::new(),
        };
        comparing.choose_keepers();
        comparing
    }

    /// Of several rows with one identity, the first that is as the record is stands for it, else the first.
    fn choose_keepers(&mut self) {
        let rows = self.upload.rows;
        for (at, row) in rows.iter().enumerate() {
            let Some(tie) = &row.tie else {
                self.first_of_alike.entry(&row.cells).or_insert(row.row);
                continue;
            };
            match self.keepers.get(tie.identity.as_str()).copied() {
                None => {
                    self.keepers.insert(&tie.identity, at);
                }
                Some(kept) if !self.is_as_record(kept) && self.is_as_record(at) => {
                    self.keepers.insert(&tie.identity, at);
                }
                Some(_) => {}
            }
        }
    }

    fn is_as_record(&self, at: usize) -> bool {
        let row = &self.upload.rows[at];
        let record = row.tie.as_ref().and_then(|tie| self.by_identity.get(tie.identity.as_str()));
        record.is_some_and(|record| self.changes(*record, row).is_empty())
    }

    /// Where the row and a record disagree, among the columns that the file has.
    fn changes(&self, record: usize, row: &Uploaded) -> Vec<CellChange> {
        let empty = Cell::Empty;
        let mut changes = Vec::new();
        for column in (0..self.columns.len()).filter(|at| is_present(self.upload.present, *at)) {
            let old = self.current[record].cells.get(column).unwrap_or(&empty);
            let new = row.cells.get(column).unwrap_or(&empty);
            if old != new {
                changes.push(CellChange { column, old: old.clone(), new: new.clone() });
            }
        }
        changes
    }

    fn row(&self, at: usize) -> RowDifference {
        let row = &self.upload.rows[at];
        let said = |tie: Option<Tie>, what| RowDifference { uploaded: Some(at), row: Some(row.row), tie, what };
        let Some(tie) = &row.tie else { return said(None, self.untied(at)) };
        let keeper = self.keepers.get(tie.identity.as_str()).copied().unwrap_or(at);
        if keeper != at {
            let kept = &self.upload.rows[keeper];
            let what = if kept.cells == row.cells {
                What::Refused(vec![Refusal::Copied { of: kept.row }])
            } else {
                self.untied(at)
            };
            return said(None, what);
        }
        let Some(record) = self.by_identity.get(tie.identity.as_str()).copied() else {
            return said(Some(tie.clone()), What::Gone);
        };
        let now = &self.current[record].tie;
        let changes = self.changes(record, row);
        let what = if changes.is_empty() {
            What::Unchanged
        } else if let Some(refused) = self.refused(row, true) {
            refused
        } else if now.version != tie.version {
            What::Conflict { seen: tie.version, now: now.version, changes }
        } else {
            What::Changed(changes)
        };
        said(Some(now.clone()), what)
    }

    /// What keeps the row from being taken. A new record needs every required column, a known one those that the file has.
    fn refused(&self, row: &Uploaded, known: bool) -> Option<What> {
        let mut refusals = Vec::new();
        for (at, column) in self.columns.iter().enumerate() {
            let present = is_present(self.upload.present, at);
            match row.cells.get(at) {
                Some(Cell::Unread(_)) if present => refusals.push(Refusal::Unread { column: at }),
                None | Some(Cell::Empty) if column.required && (present || !known) => {
                    refusals.push(Refusal::Required { column: at });
                }
                _ => {}
            }
        }
        (!refusals.is_empty()).then_some(What::Refused(refusals))
    }

    fn untied(&self, at: usize) -> What {
        let row = &self.upload.rows[at];
        if let Some(refused) = self.refused(row, false) {
            return refused;
        }
        if let Some(first) = self.first_of_alike.get(row.cells.as_slice())
            && row.tie.is_none()
            && *first != row.row
        {
            return What::Refused(vec![Refusal::Copied { of: *first }]);
        }
        let candidates = self.candidates(row);
        if candidates.is_empty() { What::Added } else { What::Doubtful(candidates) }
    }

    /// Records with the name of the row: those that no row is tied to first, then exact names, then those that differ least.
    fn candidates(&self, row: &Uploaded) -> Vec<Candidate> {
        let Some(Cell::Text(name)) = self.name_column.and_then(|column| row.cells.get(column)) else {
            return Vec::new();
        };
        let mut found: Vec<(usize, Candidate)> = Vec::new();
        for (record, rank) in self.names.find(name) {
            let tie = self.current[record].tie.clone();
            let taken_by = self.keepers.get(tie.identity.as_str()).map(|keeper| self.upload.rows[*keeper].row);
            let changes = self.changes(record, row);
            let named = changes.iter().filter(|change| self.columns[change.column].names).count();
            found.push((named, Candidate { tie, rank, taken_by, changes }));
        }
        found.sort_by_key(|(named, one)| (one.taken_by.is_some(), one.rank, *named, one.changes.len()));
        found.truncate(MOST_CANDIDATES);
        found.into_iter().map(|(_, candidate)| candidate).collect()
    }

    /// Records that the workbook showed and the upload does not have.
    fn missing(&self) -> impl Iterator<Item = RowDifference> + '_ {
        self.upload.shown.iter().filter(|tie| !self.keepers.contains_key(tie.identity.as_str())).filter_map(
            |seen| {
                let now = &self.current[*self.by_identity.get(seen.identity.as_str())?].tie;
                let what = match self.upload.missing {
                    Missing::Stays => What::Stays,
                    Missing::IsRemoved if now.version == seen.version => What::Removed,
                    Missing::IsRemoved => What::RemovalConflict { seen: seen.version, now: now.version },
                };
                Some(RowDifference { uploaded: None, row: None, tie: Some(now.clone()), what })
            },
        )
    }
}

/// More namesakes than this are not proposed.
const MOST_CANDIDATES: usize = 5;

fn is_present(present: &[bool], column: usize) -> bool {
    present.get(column).copied().unwrap_or(false)
}

#[cfg(test)]
mod tests;
