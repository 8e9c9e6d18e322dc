//! Records that may be one person: where to look, what was decided, and taking a decision back. Nothing is moved when two
//! records become one: the other only points to the one that is kept, so that undoing it loses nothing.

use super::finding::Within;
use super::{COLUMNS, person};
use crate::sql::{execute, places, row, rows, values};
use crate::{Change, Moment, Store, StoreError};
use sea_orm::Value;
use thidua_domain::people::Person;

/// What was decided of two records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// Identifier.
    pub id: String,
    /// The record that is kept; one of the two when they are two people.
    pub kept_id: String,
    /// The other.
    pub other_id: String,
    /// One person; else two.
    pub same: bool,
    /// Why.
    pub reason: Option<String>,
    /// Who said so.
    pub decided_by: String,
    /// When.
    pub decided_at: Moment,
    /// Who took it back.
    pub undone_by: Option<String>,
}

/// Pairs of records that a person might have to look at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Suspects {
    /// Both identifiers, the smaller first.
    pub pairs: Vec<(String, String)>,
    /// There are more than are given.
    pub more: bool,
}

impl Change {
    /// Two records are one person: `other` is read as `kept` from now on.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when one of them changed since that version was seen, or is merged already.
    pub async fn merge_people(
        &self,
        kept: (&str, i64),
        other: (&str, i64),
        reason: Option<&str>,
    ) -> Result<String, StoreError> {
        let sql = "UPDATE people SET merged_into = $1, version = version + 1
                   WHERE id = $2 AND version = $3 AND merged_into IS NULL";
        if kept.0 == other.0 || execute(&self.tx, sql, values![kept.0, other.0, other.1]).await? == 0 {
            return Err(StoreError::ChangedMeanwhile);
        }
        let sql = "UPDATE people SET version = version + 1 WHERE id = $1 AND version = $2 AND merged_into IS NULL";
        if execute(&self.tx, sql, values![kept.0, kept.1]).await? == 0 {
            return Err(StoreError::ChangedMeanwhile);
        }
        self.decide_pair(kept.0, other.0, true, reason).await
    }

    /// Two records are two people; they are not proposed again.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn tell_apart(&self, one: &str, other: &str, reason: Option<&str>) -> Result<String, StoreError> {
        self.decide_pair(one, other, false, reason).await
    }

    async fn decide_pair(
        &self,
        kept: &str,
        other: &str,
        same: bool,
        reason: Option<&str>,
    ) -> Result<String, StoreError> {
        let id = self.new_id();
        let sql = "INSERT INTO person_pairs (id, kept_id, other_id, same, reason, decided_by, decided_at)
                   VALUES ($1, $2, $3, $4, $5, $6, $7)";
        let author = self.author();
        let values = values![id.clone(), kept, other, same, reason, author.name.clone(), author.at];
        execute(&self.tx, sql, values).await?;
        Ok(id)
    }

    /// Takes a decision back: the records are two again, or are proposed again.
    ///
    /// # Errors
    /// [`StoreError::Absent`] when there is no such decision, or it was taken back already.
    pub async fn undo_pair(&self, id: &str) -> Result<Pair, StoreError> {
        let author = self.author();
        let sql = "UPDATE person_pairs SET undone_by = $1, undone_at = $2 WHERE id = $3 AND undone_by IS NULL";
        if execute(&self.tx, sql, values![author.name.clone(), author.at, id]).await? == 0 {
            return Err(StoreError::Absent);
        }
        let found = row(&self.tx, &format!("{PAIR} WHERE id = $1"), values![id]).await?;
        let found = pair(&found.ok_or(StoreError::Absent)?)?;
        if found.same {
            let sql =
                "UPDATE people SET merged_into = NULL, version = version + 1 WHERE id = $1 AND merged_into = $2";
            execute(&self.tx, sql, values![found.other_id.as_str(), found.kept_id.as_str()]).await?;
            let sql = "UPDATE people SET version = version + 1 WHERE id = $1";
            execute(&self.tx, sql, values![found.kept_id.as_str()]).await?;
        }
        Ok(found)
    }
}

const PAIR: &str =
    "SELECT id, kept_id, other_id, same, reason, decided_by, decided_at, undone_by FROM person_pairs";

impl Store {
    /// The record that stands for this one: itself, or the one it was merged into.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn root_of(&self, id: &str) -> Result<String, StoreError> {
        let sql = "WITH RECURSIVE up(id, merged_into, depth) AS (
                     SELECT id, merged_into, 0 FROM people WHERE id = $1
                     UNION ALL SELECT p.id, p.merged_into, up.depth + 1 FROM up CROSS JOIN people p
                       WHERE p.id = up.merged_into AND up.depth < 32)
                   SELECT id FROM up WHERE merged_into IS NULL";
        let found = row(&self.db, sql, values![id]).await?;
        Ok(found.map(|row| row.get("id")).transpose()?.unwrap_or_else(|| id.to_owned()))
    }

    /// The identifiers of one person: a record and all that were merged into it, itself first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn same_person(&self, id: &str) -> Result<Vec<String>, StoreError> {
        let sql = "WITH RECURSIVE down(id, depth) AS (
                     SELECT id, 0 FROM people WHERE id = $1
                     UNION ALL SELECT p.id, down.depth + 1 FROM down CROSS JOIN people p
                       WHERE p.merged_into = down.id AND down.depth < 32)
                   SELECT id FROM down ORDER BY depth, id";
        rows(&self.db, sql, values![id]).await?.iter().map(|row| row.get("id")).collect()
    }

    /// What was decided of a record, newest first, also what was taken back.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn pairs_of(&self, ids: &[String]) -> Result<Vec<Pair>, StoreError> {
        let list = places(1, ids.len());
        let sql = format!("{PAIR} WHERE kept_id IN ({list}) OR other_id IN ({list}) ORDER BY id DESC");
        rows(&self.db, &sql, ids.iter().map(|id| id.as_str().into()).collect()).await?.iter().map(pair).collect()
    }

    /// Records whose name, now or before, has one of these keys; merged ones are left out. At most `limit`.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn people_alike(&self, keys: &[String], limit: i64) -> Result<Vec<Person>, StoreError> {
        let mut found: Vec<Person> = Vec::new();
        for some in keys.chunks(300) {
            let list = places(1, some.len());
            let sql = format!(
                "SELECT {COLUMNS} FROM people p WHERE p.merged_into IS NULL AND (p.alike IN ({list})
                   OR p.id IN (SELECT person_id FROM person_names WHERE alike IN ({list}))) LIMIT ${}",
                some.len() + 1
            );
            let mut values: Vec<Value> = some.iter().map(|key| key.as_str().into()).collect();
            values.push(limit.into());
            for row in rows(&self.db, &sql, values).await? {
                found.push(person(&row)?);
            }
        }
        Ok(found)
    }

    /// Pairs within some units worth looking at: names of one key whose years of birth do not contradict, and different
    /// names of one year in one unit that begin alike are left to the reader of lists. Pairs that were decided are left
    /// out.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn suspects(&self, within: &Within, limit: usize) -> Result<Suspects, StoreError> {
        let mut values = values![];
        let (with, join, condition) = within.table(&mut values);
        let most = i64::try_from(limit).unwrap_or(i64::MAX);
        let undecided = "NOT EXISTS (SELECT 1 FROM person_pairs d WHERE d.undone_by IS NULL
               AND ((d.kept_id = p.id AND d.other_id = o.id) OR (d.kept_id = o.id AND d.other_id = p.id)))";
        let years = "(p.birth_year IS NULL OR o.birth_year IS NULL OR o.birth_year BETWEEN p.birth_year - 1 AND p.birth_year + 1)";
        let outer = if join.is_empty() { "people p".to_owned() } else { format!("{join}people p") };
        let sql = format!(
            "{with}SELECT p.id AS one, o.id AS other FROM {outer} CROSS JOIN people o
             WHERE p.merged_into IS NULL AND o.merged_into IS NULL AND o.alike = p.alike AND o.kind = p.kind
               AND o.id <> p.id AND {years} AND {undecided}{condition}
             UNION SELECT p.id AS one, o.id AS other FROM {outer} CROSS JOIN person_names a CROSS JOIN people o
             WHERE a.alike = p.alike AND o.id = a.person_id AND p.merged_into IS NULL AND o.merged_into IS NULL
               AND o.id <> p.id AND {years} AND {undecided}{condition}
             LIMIT ${}",
            values.len() + 1
        );
        values.push((most.saturating_mul(2) + 2).into());
        let mut pairs: Vec<(String, String)> = Vec::new();
        for row in rows(&self.db, &sql, values).await? {
            let (one, other): (String, String) = (row.get("one")?, row.get("other")?);
            let pair = if one < other { (one, other) } else { (other, one) };
            if !pairs.contains(&pair) {
                pairs.push(pair);
            }
        }
        let more = pairs.len() > limit;
        pairs.truncate(limit);
        Ok(Suspects { pairs, more })
    }
}

fn pair(row: &crate::sql::Row) -> Result<Pair, StoreError> {
    Ok(Pair {
        id: row.get("id")?,
        kept_id: row.get("kept_id")?,
        other_id: row.get("other_id")?,
        same: row.get("same")?,
        reason: row.get("reason")?,
        decided_by: row.get("decided_by")?,
        decided_at: row.get("decided_at")?,
        undone_by: row.get("undone_by")?,
    })
}
