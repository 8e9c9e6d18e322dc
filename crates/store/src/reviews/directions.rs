//! What an authority directs upon a report of a unit or of a whole movement.

use crate::sql::{Row, execute, row, rows, values};
use crate::{Change, Moment, Store, StoreError};
use chrono::NaiveDate;

/// A direction to be written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewDirection {
    /// Upon the report of a unit.
    pub unit_report_id: Option<String>,
    /// Upon the report of a movement.
    pub period_report_id: Option<String>,
    /// The authority.
    pub unit_id: String,
    /// The unit that is to do it.
    pub to_unit_id: Option<String>,
    /// What is to be done.
    pub says: String,
    /// Until when.
    pub due: Option<NaiveDate>,
}

/// A direction as it stands in the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Direction {
    /// Identifier.
    pub id: String,
    /// What it says.
    pub direction: NewDirection,
    /// The name of the unit that is to do it.
    pub to_name: Option<String>,
    /// The task that was made of it.
    pub task_id: Option<String>,
    /// Who.
    pub account_name: String,
    /// When.
    pub at: Moment,
}

const SELECT: &str =
    "SELECT d.id, d.unit_report_id, d.period_report_id, d.unit_id, d.to_unit_id, u.name AS to_name,
    d.says, d.due, d.task_id, d.account_name, d.at
    FROM report_directions d LEFT JOIN units u ON u.id = d.to_unit_id";

fn direction(row: &Row) -> Result<Direction, StoreError> {
    Ok(Direction {
        id: row.get("id")?,
        direction: NewDirection {
            unit_report_id: row.get("unit_report_id")?,
            period_report_id: row.get("period_report_id")?,
            unit_id: row.get("unit_id")?,
            to_unit_id: row.get("to_unit_id")?,
            says: row.get("says")?,
            due: row.get("due")?,
        },
        to_name: row.get("to_name")?,
        task_id: row.get("task_id")?,
        account_name: row.get("account_name")?,
        at: row.get("at")?,
    })
}

impl Store {
    /// One direction.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn direction(&self, id: &str) -> Result<Option<Direction>, StoreError> {
        let sql = format!("{SELECT} WHERE d.id = $1");
        row(&self.db, &sql, values![id]).await?.as_ref().map(direction).transpose()
    }

    /// The directions upon the report of a unit, or upon that of a movement: their identifiers differ.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn directions_upon(&self, report_id: &str) -> Result<Vec<Direction>, StoreError> {
        let sql = format!("{SELECT} WHERE d.unit_report_id = $1 OR d.period_report_id = $1 ORDER BY d.at, d.id");
        rows(&self.db, &sql, values![report_id]).await?.iter().map(direction).collect()
    }

    /// The directions upon the reports of a movement and of the units in its rounds.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn directions_of_movement(&self, movement_id: &str) -> Result<Vec<Direction>, StoreError> {
        let sql = format!(
            "{SELECT} LEFT JOIN period_reports p ON p.id = d.period_report_id
             LEFT JOIN unit_reports r ON r.id = d.unit_report_id LEFT JOIN report_rounds o ON o.id = r.round_id
             WHERE p.movement_id = $1 OR o.movement_id = $1 ORDER BY d.at, d.id"
        );
        rows(&self.db, &sql, values![movement_id]).await?.iter().map(direction).collect()
    }
}

impl Change {
    /// Writes a direction; its identifier.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn direct(&self, new: &NewDirection) -> Result<String, StoreError> {
        let id = self.new_id();
        let sql =
            "INSERT INTO report_directions (id, unit_report_id, period_report_id, unit_id, to_unit_id, says, due,
                     account_name, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
        let new = new.clone();
        let values = values![
            id.clone(),
            new.unit_report_id,
            new.period_report_id,
            new.unit_id,
            new.to_unit_id,
            new.says,
            new.due,
            self.author.name.clone(),
            self.author.at,
        ];
        execute(&self.tx, sql, values).await?;
        Ok(id)
    }

    /// Notes the task that was made of a direction.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when there is one.
    pub async fn direction_became(&self, id: &str, task_id: &str) -> Result<(), StoreError> {
        let sql = "UPDATE report_directions SET task_id = $1 WHERE id = $2 AND task_id IS NULL";
        if execute(&self.tx, sql, values![task_id, id]).await? == 0 {
            Err(StoreError::ChangedMeanwhile)
        } else {
            Ok(())
        }
    }
}
