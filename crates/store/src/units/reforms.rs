//! States through time and the reforms between them.

use super::unit;
use crate::sql::{execute, insert, row, rows, values};
use crate::{Change, Moment, Store, StoreError};
use chrono::NaiveDate;
use thidua_domain::basics::text::sort_key;
use thidua_domain::units::Unit;
use thidua_domain::units::reform::{Outcome, ReformKind};

/// A stretch of days in the life of a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitState {
    /// The unit in those days.
    pub unit: Unit,
    /// The reform that began it.
    pub reform_id: Option<String>,
}

/// A reform to be recorded.
#[derive(Clone, Debug)]
pub struct NewReform<'a> {
    /// Identifier.
    pub id: &'a str,
    /// What it does.
    pub kind: ReformKind,
    /// First day of the new order.
    pub day: NaiveDate,
    /// The act it rests on: `Nghị quyết số 1677/NQ-UBTVQH15 ngày 16/6/2025`.
    pub document: Option<&'a str>,
    /// A remark.
    pub note: Option<&'a str>,
}

/// A reform as it was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordedReform {
    /// Identifier.
    pub id: String,
    /// What it did.
    pub kind: ReformKind,
    /// First day of the new order.
    pub day: NaiveDate,
    /// The act it rests on.
    pub document: Option<String>,
    /// A remark.
    pub note: Option<String>,
    /// Who recorded it.
    pub account_name: String,
    /// When.
    pub recorded_at: Moment,
}

/// One unit that came before or after another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Descent {
    /// The reform.
    pub reform: RecordedReform,
    /// The other unit.
    pub unit_id: String,
    /// Its newest name.
    pub name: String,
    /// Whether the other one came before.
    pub before: bool,
}

impl Change {
    pub(super) async fn add_states(&self, units: &[Unit], reform_id: Option<&str>) -> Result<(), StoreError> {
        let columns = [
            "id",
            "unit_id",
            "from_day",
            "to_day",
            "name",
            "sort_key",
            "level",
            "kind",
            "head",
            "parent_id",
            "parent_name",
            "reform_id",
        ];
        let of = |unit: &Unit| {
            values![
                self.new_id(),
                unit.id.clone(),
                unit.valid_from,
                unit.valid_to,
                unit.name.clone(),
                sort_key(&unit.name),
                unit.level.code(),
                unit.kind.code(),
                unit.head.clone(),
                unit.parent_id.clone(),
                unit.parent_name.clone(),
                reform_id.map(str::to_owned),
            ]
        };
        insert(&self.tx, "unit_states", &columns, units.iter().map(of).collect()).await
    }

    pub(super) async fn correct_newest_state(&self, unit: &Unit) -> Result<(), StoreError> {
        let sql = "UPDATE unit_states SET name = $1, sort_key = $2, level = $3, kind = $4, head = $5, parent_id = $6,
                     parent_name = $7, from_day = $8, to_day = $9
                   WHERE id = (SELECT id FROM unit_states WHERE unit_id = $10
                               ORDER BY CASE WHEN from_day IS NULL THEN 0 ELSE 1 END DESC, from_day DESC, id DESC LIMIT 1)";
        let mut values = values![unit.name.clone(), sort_key(&unit.name)];
        values.extend(super::standing(unit));
        values.extend(values![unit.id.clone()]);
        execute(&self.tx, sql, values).await?;
        Ok(())
    }

    /// Carries out a planned reform: ends and begins states, founds units, records who became whom.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when a state that should end is no longer the newest open one.
    pub async fn carry_out(&self, reform: &NewReform<'_>, outcome: &Outcome) -> Result<(), StoreError> {
        let sql = "INSERT INTO reforms (id, kind, day, document, note, account_name, recorded_at)
                   VALUES ($1, $2, $3, $4, $5, $6, $7)";
        let author = self.author();
        let values = values![
            reform.id,
            reform.kind.code(),
            reform.day,
            reform.document.map(str::to_owned),
            reform.note.map(str::to_owned),
            author.name.clone(),
            author.at,
        ];
        execute(&self.tx, sql, values).await?;
        for (id, last) in &outcome.ends {
            let sql = "UPDATE unit_states SET to_day = $1 WHERE unit_id = $2
                         AND (from_day IS NULL OR from_day <= $1) AND (to_day IS NULL OR to_day > $1)
                         AND NOT EXISTS (SELECT 1 FROM unit_states later WHERE later.unit_id = $2 AND later.from_day > $1)";
            let ended = execute(&self.tx, sql, values![*last, id.as_str()]).await?;
            // a unit whose last day was known beforehand (districts) has nothing left to end
            if ended == 0 && !self.ends_on(id, *last).await? {
                return Err(StoreError::ChangedMeanwhile);
            }
            let sql = "UPDATE units SET valid_to = $1, version = version + 1 WHERE id = $2";
            execute(&self.tx, sql, values![*last, id.as_str()]).await?;
        }
        let (new, going_on): (Vec<&Unit>, Vec<&Unit>) =
            outcome.begins.iter().partition(|unit| outcome.founded.contains(&unit.id));
        let new: Vec<Unit> = new.into_iter().cloned().collect();
        self.add_units(&new).await?;
        for unit in &new {
            let sql = "UPDATE unit_states SET reform_id = $1 WHERE unit_id = $2";
            execute(&self.tx, sql, values![reform.id, unit.id.as_str()]).await?;
        }
        for unit in going_on {
            self.add_states(std::slice::from_ref(unit), Some(reform.id)).await?;
            let seen = row(&self.tx, "SELECT version FROM units WHERE id = $1", values![unit.id.as_str()]).await?;
            self.correct_unit(unit, seen.ok_or(StoreError::Absent)?.get("version")?).await?;
        }
        let pairs =
            outcome.lineage.iter().map(|(before, after)| values![reform.id, before.as_str(), after.as_str()]);
        insert(&self.tx, "lineage", &["reform_id", "before_id", "after_id"], pairs.collect()).await
    }

    async fn ends_on(&self, id: &str, last: NaiveDate) -> Result<bool, StoreError> {
        let sql = "SELECT id FROM unit_states WHERE unit_id = $1 AND to_day = $2";
        Ok(row(&self.tx, sql, values![id, last]).await?.is_some())
    }
}

const REFORM: &str = "r.id, r.kind, r.day, r.document, r.note, r.account_name, r.recorded_at";

impl Store {
    /// All states of a unit, oldest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn unit_history(&self, id: &str) -> Result<Vec<UnitState>, StoreError> {
        let sql = "SELECT unit_id AS id, name, level, kind, head, parent_id, parent_name, from_day AS valid_from,
                     to_day AS valid_to, reform_id FROM unit_states WHERE unit_id = $1
                   ORDER BY CASE WHEN from_day IS NULL THEN 0 ELSE 1 END, from_day, unit_states.id";
        rows(&self.db, sql, values![id])
            .await?
            .iter()
            .map(|row| Ok(UnitState { unit: unit(row)?, reform_id: row.get("reform_id")? }))
            .collect()
    }

    /// The units that came before and after one.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn descent(&self, id: &str) -> Result<Vec<Descent>, StoreError> {
        let mut found = Vec::new();
        for (own, other, before) in [("after_id", "before_id", true), ("before_id", "after_id", false)] {
            let sql = format!(
                "SELECT {REFORM}, u.id AS other_id, u.name AS other_name
                 FROM lineage l JOIN reforms r ON r.id = l.reform_id JOIN units u ON u.id = l.{other}
                 WHERE l.{own} = $1 ORDER BY r.day, u.sort_key"
            );
            for row in rows(&self.db, &sql, values![id]).await? {
                found.push(Descent {
                    reform: reform(&row)?,
                    unit_id: row.get("other_id")?,
                    name: row.get("other_name")?,
                    before,
                });
            }
        }
        Ok(found)
    }

    /// A recorded reform.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn reform(&self, id: &str) -> Result<Option<RecordedReform>, StoreError> {
        let sql = format!("SELECT {REFORM} FROM reforms r WHERE r.id = $1");
        row(&self.db, &sql, values![id]).await?.as_ref().map(reform).transpose()
    }
}

fn reform(row: &crate::sql::Row) -> Result<RecordedReform, StoreError> {
    Ok(RecordedReform {
        id: row.get("id")?,
        kind: row.code("kind", ReformKind::from_code)?,
        day: row.get("day")?,
        document: row.get("document")?,
        note: row.get("note")?,
        account_name: row.get("account_name")?,
        recorded_at: row.get("recorded_at")?,
    })
}
