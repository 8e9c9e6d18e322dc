//! Authorities and units: adding, correcting and finding them by name. The tree is in [`tree`], reforms in [`reforms`].

mod handing_on;
mod inspections;
mod keepers;
mod lists;
mod reforms;
mod running;
mod tree;

pub use handing_on::Hand;
pub use keepers::Keeper;
pub use reforms::{Descent, NewReform, RecordedReform, UnitState};
pub use running::RunningThing;
pub use tree::Child;

use crate::names::{self, starts};
use crate::sql::{Row, execute, insert, row, rows, values};
use crate::{Change, Store, StoreError};
use sea_orm::Value;
use thidua_domain::basics::text::{fold, sort_key};
use thidua_domain::plans::draft::IssuerLevel;
use thidua_domain::units::{Unit, UnitKind};

/// The columns of a present unit, as [`unit`] reads them.
pub(crate) const COLUMNS: &str = "id, name, level, kind, head, parent_id, parent_name, valid_from, valid_to";

/// A name found by its letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The unit as it stands now.
    pub unit: Unit,
    /// Whether the marks that were typed are those of the name; such names stand first.
    pub exact: bool,
}

/// How a unit stands in the tree, in the order of the columns of units and of their states.
fn standing(unit: &Unit) -> Vec<Value> {
    values![
        unit.level.code(),
        unit.kind.code(),
        unit.head.clone(),
        unit.parent_id.clone(),
        unit.parent_name.clone(),
        unit.valid_from,
        unit.valid_to,
    ]
}

impl Change {
    /// Adds a unit.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn add_unit(&self, unit: &Unit) -> Result<(), StoreError> {
        self.add_units(std::slice::from_ref(unit)).await
    }

    /// Adds many units with few statements; a unit stands before the units below it.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn add_units(&self, units: &[Unit]) -> Result<(), StoreError> {
        let columns = [
            "id",
            "name",
            "folded",
            "sort_key",
            "level",
            "kind",
            "head",
            "parent_id",
            "parent_name",
            "valid_from",
            "valid_to",
            "version",
        ];
        let of = |unit: &Unit| {
            let mut all = values![unit.id.clone(), unit.name.clone(), fold(&unit.name), sort_key(&unit.name)];
            all.extend(standing(unit));
            all.extend(values![0_i64]);
            all
        };
        insert(&self.tx, "units", &columns, units.iter().map(of).collect()).await?;
        self.add_states(units, None).await?;
        self.add_name_starts(names::UNIT, units.iter().map(|unit| (unit.id.as_str(), unit.name.as_str()))).await
    }

    /// Corrects the present state of a unit: a slip of the pen, a new head. What changes on a day is a reform.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody else changed it since that version was seen.
    pub async fn correct_unit(&self, unit: &Unit, seen: i64) -> Result<(), StoreError> {
        let sql = "UPDATE units SET name = $1, folded = $2, sort_key = $3, level = $4, kind = $5, head = $6,
                     parent_id = $7, parent_name = $8, valid_from = $9, valid_to = $10, version = version + 1
                   WHERE id = $11 AND version = $12";
        let mut values = values![unit.name.clone(), fold(&unit.name), sort_key(&unit.name)];
        values.extend(standing(unit));
        values.extend(values![unit.id.clone(), seen]);
        if execute(&self.tx, sql, values).await? == 0 {
            return Err(StoreError::ChangedMeanwhile);
        }
        self.correct_newest_state(unit).await?;
        self.add_name_starts(names::UNIT, [(unit.id.as_str(), unit.name.as_str())].into_iter()).await
    }
}

impl Store {
    /// All units in Vietnamese order. For installations of one authority; a country is asked by tree and by name.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn units(&self) -> Result<Vec<Unit>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM units ORDER BY sort_key, id");
        rows(&self.db, &sql, values![]).await?.iter().map(unit).collect()
    }

    /// Whether there is any unit.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn has_units(&self) -> Result<bool, StoreError> {
        Ok(row(&self.db, "SELECT id FROM units LIMIT 1", values![]).await?.is_some())
    }

    /// One unit as it stands now.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn unit(&self, id: &str) -> Result<Option<Unit>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM units WHERE id = $1");
        row(&self.db, &sql, values![id]).await?.as_ref().map(unit).transpose()
    }

    /// The version of a unit, for changing it without overwriting somebody else.
    ///
    /// # Errors
    /// [`StoreError::Absent`].
    pub async fn unit_version(&self, id: &str) -> Result<i64, StoreError> {
        let found = row(&self.db, "SELECT version FROM units WHERE id = $1", values![id]).await?;
        found.ok_or(StoreError::Absent)?.get("version")
    }

    /// The units of some identifiers, in no order.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn units_of(&self, ids: &[String]) -> Result<Vec<Unit>, StoreError> {
        let mut found = Vec::new();
        for some in ids.chunks(500) {
            let sql = format!("SELECT {COLUMNS} FROM units WHERE id IN ({})", crate::sql::places(1, some.len()));
            let values = some.iter().map(|id| id.as_str().into()).collect();
            for row in rows(&self.db, &sql, values).await? {
                found.push(unit(&row)?);
            }
        }
        Ok(found)
    }

    /// The units whose folded name is this.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn units_folded(&self, folded: &str) -> Result<Vec<Unit>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM units WHERE folded = $1 ORDER BY id");
        rows(&self.db, &sql, values![folded]).await?.iter().map(unit).collect()
    }

    /// The unit of a name, case aside. Typed without marks, a name is found by its letters.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn unit_named(&self, name: &str) -> Result<Option<Unit>, StoreError> {
        let mut found = self.units_folded(&fold(name)).await?;
        let typed = name.trim().to_lowercase();
        let exact = found.iter().position(|unit| unit.name.to_lowercase() == typed);
        // marks that were typed are meant: Tân An is not Tấn An
        let marked = fold(&typed) != typed;
        Ok(match (exact, found.is_empty() || marked) {
            (Some(exact), _) => Some(found.swap_remove(exact)),
            (None, true) => None,
            (None, false) => Some(found.swap_remove(0)),
        })
    }

    /// Units whose name, now or before, holds the words: with or without marks, names with exactly the typed marks
    /// first, then in Vietnamese order. At most `limit`.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn find_units(&self, words: &str, limit: usize) -> Result<Vec<Found>, StoreError> {
        let owners = self.owners_of_name(names::UNIT, words, limit.saturating_mul(4).max(200)).await?;
        let typed = words.trim().to_lowercase();
        let mut found: Vec<(Found, String)> = Vec::new();
        for some in owners.chunks(500) {
            let sql = format!(
                "SELECT {COLUMNS}, sort_key FROM units WHERE id IN ({})",
                crate::sql::places(1, some.len())
            );
            let values = some.iter().map(|id| id.as_str().into()).collect();
            for row in rows(&self.db, &sql, values).await? {
                let unit = unit(&row)?;
                found
                    .push((Found { exact: unit.name.to_lowercase().contains(&typed), unit }, row.get("sort_key")?));
            }
        }
        found.sort_by(|(a, a_key), (b, b_key)| b.exact.cmp(&a.exact).then_with(|| a_key.cmp(b_key)));
        Ok(found.into_iter().take(limit).map(|(one, _)| one).collect())
    }
}

pub(crate) fn unit(row: &Row) -> Result<Unit, StoreError> {
    Ok(Unit {
        id: row.get("id")?,
        name: row.get("name")?,
        level: row.code("level", IssuerLevel::from_code)?,
        kind: row.code("kind", UnitKind::from_code)?,
        head: row.get("head")?,
        parent_id: row.get("parent_id")?,
        parent_name: row.get("parent_name")?,
        valid_from: row.get("valid_from")?,
        valid_to: row.get("valid_to")?,
    })
}

impl Change {
    /// Adds the word beginnings of names, so that they are found; those that are there already stay.
    pub(crate) async fn add_name_starts<'a>(
        &self,
        kind: &str,
        names: impl Iterator<Item = (&'a str, &'a str)>,
    ) -> Result<(), StoreError> {
        let mut rows = Vec::new();
        for (id, name) in names {
            for start in starts(name) {
                rows.push(values![kind, start, id]);
            }
        }
        crate::sql::insert_new(&self.tx, "name_starts", &["kind", "folded", "owner_id"], rows).await
    }
}
