//! Lists that came in by spreadsheet: their rows as they were read, what was chosen, and how to take them back as one.

use crate::sql::{Row, execute, insert, row, rows, values};
use crate::{Change, Moment, Store, StoreError};

/// Where an upload stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UploadState {
    /// Being looked at; nothing is put in.
    Open,
    /// Put in.
    Done,
    /// Put in and taken back.
    Undone,
    /// Dropped without being put in.
    Dropped,
}

impl UploadState {
    fn code(self) -> &'static str {
        match self {
            UploadState::Open => "open",
            UploadState::Done => "done",
            UploadState::Undone => "undone",
            UploadState::Dropped => "dropped",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        use UploadState::{Done, Dropped, Open, Undone};
        [Open, Done, Undone, Dropped].into_iter().find(|state| state.code() == code)
    }
}

/// An upload.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upload {
    /// Identifier.
    pub id: String,
    /// Which list: `units`, `people`.
    pub list: String,
    /// The unit whose list it is, with everything below it.
    pub unit_id: String,
    /// The name of the file.
    pub file_name: String,
    /// Where it stands.
    pub state: UploadState,
    /// What was read besides the rows, as JSON.
    pub reading: String,
    /// Who brought it.
    pub account_name: String,
    /// When.
    pub uploaded_at: Moment,
    /// Who decided last.
    pub decided_by: Option<String>,
    /// When.
    pub decided_at: Option<Moment>,
    /// Counts changes.
    pub version: i64,
}

/// A row as it was read, or mended since.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UploadRow {
    /// The row of the sheet.
    pub number: i64,
    /// The record it is tied to, and its version in the workbook.
    pub tie: Option<(String, i64)>,
    /// Its cells, as JSON.
    pub cells: String,
    /// What a person chose.
    pub choice: Option<String>,
}

/// One record that an upload changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UploadStep {
    /// The record.
    pub subject_id: String,
    /// What it was before, as JSON; nothing when it was added.
    pub before: Option<String>,
    /// Its version afterwards.
    pub version_after: i64,
}

impl Change {
    /// Keeps an upload with its rows, to be looked at.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn add_upload(
        &self,
        id: &str,
        list: &str,
        unit_id: &str,
        file_name: &str,
        reading: &str,
        read: Vec<UploadRow>,
    ) -> Result<(), StoreError> {
        let author = self.author();
        let sql =
            "INSERT INTO uploads (id, list, unit_id, file_name, state, reading, account_name, uploaded_at, version)
                   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0)";
        let open = UploadState::Open.code();
        let values = values![id, list, unit_id, file_name, open, reading, author.name.clone(), author.at];
        execute(&self.tx, sql, values).await?;
        let of = |one: UploadRow| {
            let (tie, version) = one.tie.unzip();
            values![id, one.number, tie, version, one.cells, one.choice]
        };
        let columns = ["upload_id", "row_number", "tie_id", "tie_version", "cells", "choice"];
        insert(&self.tx, "upload_rows", &columns, read.into_iter().map(of).collect()).await
    }

    /// Mends a row or writes down what a person chose.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn mend_upload_row(&self, upload_id: &str, row: &UploadRow) -> Result<(), StoreError> {
        let sql = "UPDATE upload_rows SET cells = $1, choice = $2 WHERE upload_id = $3 AND row_number = $4";
        execute(&self.tx, sql, values![row.cells.clone(), row.choice.clone(), upload_id, row.number]).await?;
        Ok(())
    }

    /// Moves an upload on from the state in which it was seen.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody else decided since.
    pub async fn step_upload(&self, upload: &Upload, to: UploadState) -> Result<(), StoreError> {
        let author = self.author();
        let sql = "UPDATE uploads SET state = $1, decided_by = $2, decided_at = $3, version = version + 1
                   WHERE id = $4 AND version = $5 AND state = $6";
        let values = values![
            to.code(),
            author.name.clone(),
            author.at,
            upload.id.clone(),
            upload.version,
            upload.state.code(),
        ];
        if execute(&self.tx, sql, values).await? == 0 {
            return Err(StoreError::ChangedMeanwhile);
        }
        Ok(())
    }

    /// Keeps how to take an upload back.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn keep_upload_steps(&self, upload_id: &str, steps: Vec<UploadStep>) -> Result<(), StoreError> {
        let columns = ["upload_id", "position", "subject_id", "before_state", "version_after"];
        let of = |(at, step): (i64, UploadStep)| {
            values![upload_id, at, step.subject_id, step.before, step.version_after]
        };
        insert(&self.tx, "upload_steps", &columns, (0..).zip(steps).map(of).collect()).await
    }
}

const UPLOAD: &str = "SELECT id, list, unit_id, file_name, state, reading, account_name, uploaded_at, decided_by, \
                      decided_at, version FROM uploads";

impl Store {
    /// An upload.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn upload(&self, id: &str) -> Result<Option<Upload>, StoreError> {
        let found = row(&self.db, &format!("{UPLOAD} WHERE id = $1"), values![id]).await?;
        found.as_ref().map(upload).transpose()
    }

    /// The newest uploads of a list of a unit.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn uploads_of(&self, unit_id: &str, list: &str, limit: i64) -> Result<Vec<Upload>, StoreError> {
        let sql = format!("{UPLOAD} WHERE unit_id = $1 AND list = $2 ORDER BY id DESC LIMIT $3");
        rows(&self.db, &sql, values![unit_id, list, limit]).await?.iter().map(upload).collect()
    }

    /// The rows of an upload, in the order of the sheet.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn upload_rows(&self, id: &str) -> Result<Vec<UploadRow>, StoreError> {
        let sql = "SELECT row_number, tie_id, tie_version, cells, choice FROM upload_rows WHERE upload_id = $1
                   ORDER BY row_number";
        let found = rows(&self.db, sql, values![id]).await?;
        let of = |row: &Row| -> Result<UploadRow, StoreError> {
            let (tie, version): (Option<String>, Option<i64>) = (row.get("tie_id")?, row.get("tie_version")?);
            Ok(UploadRow {
                number: row.get("row_number")?,
                tie: tie.zip(version),
                cells: row.get("cells")?,
                choice: row.get("choice")?,
            })
        };
        found.iter().map(of).collect()
    }

    /// How to take an upload back, in the order in which it was put in.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn upload_steps(&self, id: &str) -> Result<Vec<UploadStep>, StoreError> {
        let sql = "SELECT subject_id, before_state, version_after FROM upload_steps WHERE upload_id = $1
                   ORDER BY position";
        let found = rows(&self.db, sql, values![id]).await?;
        let of = |row: &Row| -> Result<UploadStep, StoreError> {
            Ok(UploadStep {
                subject_id: row.get("subject_id")?,
                before: row.get("before_state")?,
                version_after: row.get("version_after")?,
            })
        };
        found.iter().map(of).collect()
    }
}

fn upload(row: &Row) -> Result<Upload, StoreError> {
    Ok(Upload {
        id: row.get("id")?,
        list: row.get("list")?,
        unit_id: row.get("unit_id")?,
        file_name: row.get("file_name")?,
        state: row.code("state", UploadState::from_code)?,
        reading: row.get("reading")?,
        account_name: row.get("account_name")?,
        uploaded_at: row.get("uploaded_at")?,
        decided_by: row.get("decided_by")?,
        decided_at: row.get("decided_at")?,
        version: row.get("version")?,
    })
}
