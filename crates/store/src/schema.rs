//! What tables and columns there are: asked by whoever checks a promise about what is kept.

use crate::sql::{rows, values};
use crate::{Store, StoreError};
use sea_orm::DbBackend;
use std::collections::BTreeMap;

impl Store {
    /// Every table with its columns, both in the order of the alphabet.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn schema(&self) -> Result<BTreeMap<String, Vec<String>>, StoreError> {
        // the one question that each database answers in its own words
        let sql = match self.db.get_database_backend() {
            DbBackend::Sqlite => {
                "SELECT t.name AS in_table, c.name AS in_column FROM sqlite_master t, pragma_table_info(t.name) c
                 WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'"
            }
            _ => {
                "SELECT table_name::text AS in_table, column_name::text AS in_column FROM information_schema.columns
                 WHERE table_schema = current_schema()"
            }
        };
        let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for row in rows(&self.db, sql, values![]).await? {
            found.entry(row.get("in_table")?).or_default().push(row.get("in_column")?);
        }
        found.values_mut().for_each(|columns| columns.sort());
        Ok(found)
    }
}
