//! The tree of units on any day.

use super::{COLUMNS, unit};
use crate::sql::{places, row, rows, values};
use crate::{Store, StoreError};
use chrono::NaiveDate;
use std::collections::HashMap;
use thidua_domain::units::Unit;

/// How deep a tree may be; a longer chain is a fault in the data and is cut.
const DEEPEST: usize = 16;

const STATE_COLUMNS: &str =
    "unit_id AS id, name, level, kind, head, parent_id, parent_name, from_day AS valid_from, to_day AS valid_to";

/// The state that holds on the day `$n`.
fn holds(place: usize) -> String {
    format!("(from_day IS NULL OR from_day <= ${place}) AND (to_day IS NULL OR to_day >= ${place})")
}

/// A unit in a list of children.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Child {
    /// The unit as it stood on the day.
    pub unit: Unit,
    /// How many units stood directly below it.
    pub below: i64,
}

impl Store {
    /// A unit as it stood on a day; nothing when it did not exist.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn unit_on(&self, id: &str, day: NaiveDate) -> Result<Option<Unit>, StoreError> {
        let sql = format!("SELECT {STATE_COLUMNS} FROM unit_states WHERE unit_id = $1 AND {}", holds(2));
        row(&self.db, &sql, values![id, day]).await?.as_ref().map(unit).transpose()
    }

    /// The units directly below one on a day, or those with nobody above them, in Vietnamese order; and how many there
    /// are in all.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn children_on(
        &self,
        parent: Option<&str>,
        day: NaiveDate,
        from: i64,
        limit: i64,
    ) -> Result<(Vec<Child>, i64), StoreError> {
        let (below, at) = match parent {
            Some(_) => ("parent_id = $1", 2),
            None => ("parent_id IS NULL", 1),
        };
        let mut values = match parent {
            Some(parent) => values![parent, day],
            None => values![day],
        };
        let sql = format!("SELECT COUNT(*) AS n FROM unit_states WHERE {below} AND {}", holds(at));
        let total = row(&self.db, &sql, values.clone()).await?.map(|row| row.get("n")).transpose()?.unwrap_or(0);
        values.extend(values![limit, from]);
        let sql = format!(
            "SELECT {STATE_COLUMNS} FROM unit_states WHERE {below} AND {} ORDER BY sort_key, unit_id
             LIMIT ${} OFFSET ${}",
            holds(at),
            at + 1,
            at + 2
        );
        let units = rows(&self.db, &sql, values).await?.iter().map(unit).collect::<Result<Vec<_>, _>>()?;
        let counts = self.counts_below(&units, day).await?;
        let children = units
            .into_iter()
            .map(|unit| Child { below: counts.get(&unit.id).copied().unwrap_or_default(), unit })
            .collect();
        Ok((children, total))
    }

    async fn counts_below(&self, units: &[Unit], day: NaiveDate) -> Result<HashMap<String, i64>, StoreError> {
        let mut counts = HashMap::new();
        for some in units.chunks(500) {
            let sql = format!(
                "SELECT parent_id, COUNT(*) AS n FROM unit_states WHERE {} AND parent_id IN ({}) GROUP BY parent_id",
                holds(1),
                places(2, some.len())
            );
            let mut values = values![day];
            values.extend(some.iter().map(|unit| unit.id.as_str().into()));
            for row in rows(&self.db, &sql, values).await? {
                counts.insert(row.get("parent_id")?, row.get("n")?);
            }
        }
        Ok(counts)
    }

    /// All units of a branch as it stood on a day, the top first, each before those below it; at most `limit`.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn branch_on(&self, top: &str, day: NaiveDate, limit: usize) -> Result<Vec<Unit>, StoreError> {
        let Some(first) = self.unit_on(top, day).await? else { return Ok(Vec::new()) };
        let mut level = vec![first];
        let mut found: Vec<Unit> = Vec::new();
        for _ in 0..DEEPEST {
            if level.is_empty() || found.len() >= limit {
                break;
            }
            let ids: Vec<String> = level.iter().map(|unit| unit.id.clone()).collect();
            found.append(&mut level);
            for some in ids.chunks(500) {
                let sql = format!(
                    "SELECT {STATE_COLUMNS} FROM unit_states WHERE {} AND parent_id IN ({}) ORDER BY sort_key, unit_id",
                    holds(1),
                    places(2, some.len())
                );
                let mut values = values![day];
                values.extend(some.iter().map(|id| id.as_str().into()));
                for row in rows(&self.db, &sql, values).await? {
                    level.push(unit(&row)?);
                }
            }
        }
        found.truncate(limit);
        Ok(found)
    }

    /// A unit and all above it as they stood on a day, nearest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn path_on(&self, id: &str, day: NaiveDate) -> Result<Vec<Unit>, StoreError> {
        let mut path: Vec<Unit> = Vec::new();
        let mut next = Some(id.to_owned());
        while let Some(id) = next {
            if path.len() >= DEEPEST || path.iter().any(|unit| unit.id == id) {
                break;
            }
            let Some(unit) = self.unit_on(&id, day).await? else { break };
            next = unit.parent_id.clone();
            path.push(unit);
        }
        Ok(path)
    }

    /// Identifiers of a unit and of all above it now, nearest first: where powers over a branch are looked for.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn path_ids(&self, id: &str) -> Result<Vec<String>, StoreError> {
        let sql = "WITH RECURSIVE up(id, parent_id, depth) AS (
                     SELECT id, parent_id, 0 FROM units WHERE id = $1
                     UNION ALL SELECT u.id, u.parent_id, up.depth + 1 FROM units u JOIN up ON u.id = up.parent_id
                       WHERE up.depth < 16)
                   SELECT id FROM up ORDER BY depth";
        rows(&self.db, sql, values![id]).await?.iter().map(|row| row.get("id")).collect()
    }

    /// The units now directly below one, whatever their number, in Vietnamese order.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn children_now(&self, parent: &str) -> Result<Vec<Unit>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM units WHERE parent_id = $1 ORDER BY sort_key, id");
        rows(&self.db, &sql, values![parent]).await?.iter().map(unit).collect()
    }
}
