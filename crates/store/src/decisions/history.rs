//! The history of honours beyond one register: whether somebody may see one, what looks like one honour written twice, and
//! taking back a list that brought some in.

use crate::honours::{Honour, OWNERS};
use crate::sql::{execute, places, row, rows, values};
use crate::{Change, Store, StoreError, Within};
use std::collections::BTreeMap;

impl Store {
    /// Whether an honour stands among those of a list.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn honour_within(&self, honour: &Honour, within: &Within) -> Result<bool, StoreError> {
        let (before, condition, mut values) = within.condition_of_any(&OWNERS);
        values.push(honour.id.as_str().into());
        let sql = format!("{before}SELECT h.id FROM honours h WHERE {condition} AND h.id = ${}", values.len());
        Ok(row(&self.db, &sql, values).await?.is_some())
    }

    /// Names of some decisions: number, or title of a draft.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn decision_names(&self, ids: &[String]) -> Result<BTreeMap<String, String>, StoreError> {
        let mut found = BTreeMap::new();
        for some in ids.chunks(400) {
            let sql = format!(
                "SELECT id, COALESCE(number_symbol, title) AS name FROM award_decisions WHERE id IN ({})",
                places(1, some.len())
            );
            for row in rows(&self.db, &sql, some.iter().map(|id| id.as_str().into()).collect()).await? {
                found.insert(row.get("id")?, row.get("name")?);
            }
        }
        Ok(found)
    }
}

impl Change {
    /// Takes out an honour that a list brought in, while nothing rests on it.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when it was revoked, complained of or relied on since.
    pub async fn take_honour_out(&self, id: &str) -> Result<(), StoreError> {
        let used = "SELECT h.id FROM honours h WHERE h.id = $1 AND (h.decision_id IS NOT NULL OR h.version <> 1
                      OR EXISTS (SELECT 1 FROM honour_reliances r WHERE r.relies_on = h.id OR r.honour_id = h.id)
                      OR EXISTS (SELECT 1 FROM award_complaints c WHERE c.honour_id = h.id)
                      OR EXISTS (SELECT 1 FROM decision_lines l WHERE l.honour_id = h.id)
                      OR EXISTS (SELECT 1 FROM fund_entries e WHERE e.honour_id = h.id))";
        if row(&self.tx, used, values![id]).await?.is_some() {
            return Err(StoreError::ChangedMeanwhile);
        }
        execute(&self.tx, "DELETE FROM name_starts WHERE owner_id = $1", values![id]).await?;
        crate::regulations::one(execute(&self.tx, "DELETE FROM honours WHERE id = $1", values![id]).await?)
    }
}
