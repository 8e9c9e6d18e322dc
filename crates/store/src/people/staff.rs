//! The roster of emulation staff: who does this work in which unit, full-time or beside other work, from when to when.

use super::finding::Within;
use crate::sql::{Row, execute, row, rows, values};
use crate::{Change, Store, StoreError};
use chrono::NaiveDate;
use thidua_domain::people::StaffMode;

/// Somebody to be written into the roster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewStaff {
    /// Where they do emulation work.
    pub unit_id: String,
    /// Who.
    pub person_id: String,
    /// Full-time or beside other work.
    pub mode: StaffMode,
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub to: Option<NaiveDate>,
    /// The paper that assigned it.
    pub document: Option<String>,
}

/// A line of the roster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Staff {
    /// Identifier.
    pub id: String,
    /// What stands in it.
    pub is: NewStaff,
    /// The unit's name now.
    pub unit_name: String,
    /// The person's name.
    pub person_name: String,
    /// Counts changes.
    pub version: i64,
}

const STAFF: &str = "s.id, s.unit_id, s.person_id, s.mode, s.from_day, s.to_day, s.document, s.version, \
                     u.name AS unit_name, p.name AS person_name";

impl Change {
    /// Writes a line into the roster; its identifier.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn add_staff(&self, new: &NewStaff) -> Result<String, StoreError> {
        let id = self.new_id();
        let sql = "INSERT INTO emulation_staff (id, unit_id, person_id, mode, from_day, to_day, document, version)
                   VALUES ($1, $2, $3, $4, $5, $6, $7, 0)";
        let values = values![
            id.clone(),
            new.unit_id.clone(),
            new.person_id.clone(),
            new.mode.code(),
            new.from,
            new.to,
            new.document.clone(),
        ];
        execute(&self.tx, sql, values).await?;
        Ok(id)
    }

    /// Changes a line of the roster.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody else changed it since that version was seen.
    pub async fn correct_staff(&self, id: &str, new: &NewStaff, seen: i64) -> Result<(), StoreError> {
        let sql =
            "UPDATE emulation_staff SET mode = $1, from_day = $2, to_day = $3, document = $4, version = version + 1
                   WHERE id = $5 AND version = $6";
        let values = values![new.mode.code(), new.from, new.to, new.document.clone(), id, seen];
        if execute(&self.tx, sql, values).await? == 0 {
            return Err(StoreError::ChangedMeanwhile);
        }
        Ok(())
    }
}

impl Store {
    /// The roster of some units, by unit and person.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn emulation_staff(&self, within: &Within, limit: i64) -> Result<Vec<Staff>, StoreError> {
        let mut values = values![];
        let (with, join, _) = within.table(&mut values);
        let condition = if join.is_empty() { "" } else { " AND s.unit_id = within.id" };
        values.push(limit.into());
        let sql = format!(
            "{with}SELECT {STAFF} FROM {join}emulation_staff s JOIN units u ON u.id = s.unit_id
             JOIN people p ON p.id = s.person_id WHERE 1 = 1{condition}
             ORDER BY u.sort_key, u.id, p.sort_key, s.id LIMIT ${}",
            values.len()
        );
        rows(&self.db, &sql, values).await?.iter().map(staff).collect()
    }

    /// One line of the roster.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn staff_line(&self, id: &str) -> Result<Option<Staff>, StoreError> {
        let sql = format!(
            "SELECT {STAFF} FROM emulation_staff s JOIN units u ON u.id = s.unit_id
             JOIN people p ON p.id = s.person_id WHERE s.id = $1"
        );
        row(&self.db, &sql, values![id]).await?.as_ref().map(staff).transpose()
    }
}

fn staff(row: &Row) -> Result<Staff, StoreError> {
    Ok(Staff {
        id: row.get("id")?,
        is: NewStaff {
            unit_id: row.get("unit_id")?,
            person_id: row.get("person_id")?,
            mode: row.code("mode", StaffMode::from_code)?,
            from: row.get("from_day")?,
            to: row.get("to_day")?,
            document: row.get("document")?,
        },
        unit_name: row.get("unit_name")?,
        person_name: row.get("person_name")?,
        version: row.get("version")?,
    })
}
