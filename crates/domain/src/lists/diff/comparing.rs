//! The comparison itself: which row stands for which record, and where the two disagree.

use super::{Candidate, CellChange, Current, Missing, Refusal, RowDifference, Upload, Uploaded, What};
use crate::lists::{Cell, Column, Names, Tie};
use std::collections::{HashMap, HashSet};

/// An upload beside the records.
pub(super) struct Comparing<'a> {
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
    pub(super) fn new(columns: &'a [Column], current: &'a [Current], upload: Upload<'a>) -> Self {
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

    pub(super) fn row(&self, at: usize) -> RowDifference {
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
        let candidates = if row.is_new { Vec::new() } else { self.candidates(row) };
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
    pub(super) fn missing(&self) -> impl Iterator<Item = RowDifference> + '_ {
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
