//! Units in lists: their versions, and taking one out that a list has put in.

use super::COLUMNS;
use crate::sql::{execute, places, rows, values};
use crate::{Change, Store, StoreError};
use sea_orm::SqlErr;
use std::collections::HashMap;
use thidua_domain::units::Unit;

impl Store {
    /// The versions of some units.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn unit_versions(&self, ids: &[String]) -> Result<HashMap<String, i64>, StoreError> {
        let mut found = HashMap::new();
        for some in ids.chunks(500) {
            let sql = format!("SELECT id, version FROM units WHERE id IN ({})", places(1, some.len()));
            for row in rows(&self.db, &sql, some.iter().map(|id| id.as_str().into()).collect()).await? {
                found.insert(row.get("id")?, row.get("version")?);
            }
        }
        Ok(found)
    }
}

impl Store {
    /// Of some units, each unit above: identifier and name, nearest first; asked at once.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn above_of(&self, ids: &[String]) -> Result<HashMap<String, Vec<(String, String)>>, StoreError> {
        let mut found: HashMap<String, Vec<(String, String)>> = HashMap::new();
        for some in ids.chunks(500) {
            let sql = format!(
                "WITH RECURSIVE up(start, id, parent_id, name, depth) AS (
                   SELECT id, id, parent_id, name, 0 FROM units WHERE id IN ({})
                   UNION ALL SELECT up.start, u.id, u.parent_id, u.name, up.depth + 1 FROM up CROSS JOIN units u
                     WHERE u.id = up.parent_id AND up.depth < 16)
                 SELECT start, id, name FROM up WHERE depth > 0 ORDER BY start, depth",
                places(1, some.len())
            );
            for row in rows(&self.db, &sql, some.iter().map(|id| id.as_str().into()).collect()).await? {
                let start: String = row.get("start")?;
                found.entry(start).or_default().push((row.get("id")?, row.get("name")?));
            }
        }
        Ok(found)
    }

    /// Units in the order of their identifiers, after one of them: a country in pieces.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn units_after(&self, after: &str, limit: i64) -> Result<Vec<Unit>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM units WHERE id > $1 ORDER BY id LIMIT $2");
        rows(&self.db, &sql, values![after, limit]).await?.iter().map(super::unit).collect()
    }
}

impl Change {
    /// Takes a unit out that an upload has put in, unless somebody changed it since or something leans on it: units below,
    /// people, accounts, plans.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`].
    pub async fn take_unit_out(&self, id: &str, seen: i64) -> Result<(), StoreError> {
        let mut gone = 0;
        for (sql, values) in [
            ("DELETE FROM name_starts WHERE owner_id = $1", values![id]),
            ("DELETE FROM unit_states WHERE unit_id = $1", values![id]),
            ("DELETE FROM units WHERE id = $1 AND version = $2", values![id, seen]),
        ] {
            gone = match execute(&self.tx, sql, values).await {
                Err(StoreError::Database(error))
                    if matches!(error.sql_err(), Some(SqlErr::ForeignKeyConstraintViolation(_))) =>
                {
                    return Err(StoreError::ChangedMeanwhile);
                }
                other => other?,
            };
        }
        if gone == 0 { Err(StoreError::ChangedMeanwhile) } else { Ok(()) }
    }
}
