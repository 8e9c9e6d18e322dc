//! Authorities and units.

use crate::sql::{Row, execute, row, rows, values};
use crate::{Change, Store, StoreError};
use thidua_domain::basics::text::{fold, sort_key};
use thidua_domain::plans::draft::IssuerLevel;
use thidua_domain::units::Unit;

const COLUMNS: &str = "id, name, level, parent_id, parent_name, valid_from, valid_to";

impl Change {
    /// Adds a unit.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn add_unit(&self, unit: &Unit) -> Result<(), StoreError> {
        let sql =
            "INSERT INTO units (id, name, folded, sort_key, level, parent_id, parent_name, valid_from, valid_to)
                   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
        let values = values![
            unit.id.clone(),
            unit.name.clone(),
            fold(&unit.name),
            sort_key(&unit.name),
            unit.level.code(),
            unit.parent_id.clone(),
            unit.parent_name.clone(),
            unit.valid_from,
            unit.valid_to,
        ];
        execute(&self.tx, sql, values).await?;
        Ok(())
    }
}

impl Store {
    /// All units in Vietnamese order.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn units(&self) -> Result<Vec<Unit>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM units ORDER BY sort_key, id");
        rows(&self.db, &sql, values![]).await?.iter().map(unit).collect()
    }

    /// One unit.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn unit(&self, id: &str) -> Result<Option<Unit>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM units WHERE id = $1");
        row(&self.db, &sql, values![id]).await?.as_ref().map(unit).transpose()
    }

    /// The unit of a name, case aside. Typed without marks, a name is found by its letters.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn unit_named(&self, name: &str) -> Result<Option<Unit>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM units WHERE folded = $1 ORDER BY id");
        let mut found =
            rows(&self.db, &sql, values![fold(name)]).await?.iter().map(unit).collect::<Result<Vec<_>, _>>()?;
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
}

fn unit(row: &Row) -> Result<Unit, StoreError> {
    Ok(Unit {
        id: row.get("id")?,
        name: row.get("name")?,
        level: row.code("level", IssuerLevel::from_code)?,
        parent_id: row.get("parent_id")?,
        parent_name: row.get("parent_name")?,
        valid_from: row.get("valid_from")?,
        valid_to: row.get("valid_to")?,
    })
}
