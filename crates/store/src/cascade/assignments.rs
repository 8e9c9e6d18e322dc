//! What the units below are given of a target: versions, of which only the newest holds.

use crate::sql::{Row, execute, row, rows, values};
use crate::{Change, Moment, Store, StoreError};
use chrono::NaiveDate;
use std::collections::HashMap;
use thidua_domain::basics::Amount;
use thidua_domain::cascade::{AssignmentState, Method};

/// By which method the units below make a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sharing {
    /// The method.
    pub method: Method,
    /// For a coverage, what a unit has to reach.
    pub bar: Option<Amount>,
    /// Counts up with every change.
    pub version: i64,
}

/// A value to be given to a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAssignment {
    /// The target above.
    pub target_id: String,
    /// The unit below.
    pub unit_id: String,
    /// Where it stands.
    pub state: AssignmentState,
    /// Asked of a partner, and not told to a unit of one's own.
    pub requested: bool,
    /// The value.
    pub value: Option<Amount>,
    /// Its weight.
    pub weight: Option<Amount>,
    /// Number and symbol of the deciding document.
    pub document: Option<String>,
    /// Its day.
    pub dated: Option<NaiveDate>,
    /// Why it was changed or taken back.
    pub reason: Option<String>,
}

/// A version of what a unit was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignment {
    /// What was given.
    pub given: NewAssignment,
    /// The version, from 1.
    pub version: i64,
    /// Whether it is the newest.
    pub current: bool,
    /// Who wrote it.
    pub account_name: String,
    /// When.
    pub entered_at: Moment,
}

const COLUMNS: &str = "a.target_id, a.unit_id, a.version, a.is_current, a.state, a.requested, a.value, a.weight,
    a.document, a.dated, a.reason, a.account_name, a.entered_at";

fn assignment(row: &Row) -> Result<Assignment, StoreError> {
    let amount = |column| -> Result<Option<Amount>, StoreError> {
        Ok(row.get::<Option<i64>>(column)?.map(Amount::from_ten_thousandths))
    };
    Ok(Assignment {
        given: NewAssignment {
            target_id: row.get("target_id")?,
            unit_id: row.get("unit_id")?,
            state: row.code("state", AssignmentState::from_code)?,
            requested: row.get("requested")?,
            value: amount("value")?,
            weight: amount("weight")?,
            document: row.get("document")?,
            dated: row.get("dated")?,
            reason: row.get("reason")?,
        },
        version: row.get("version")?,
        current: row.get("is_current")?,
        account_name: row.get("account_name")?,
        entered_at: row.get("entered_at")?,
    })
}

impl Change {
    /// Writes the next version of what a unit is given.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody wrote one since `seen` (zero: none was there).
    pub async fn assign(&self, given: &NewAssignment, seen: i64) -> Result<(), StoreError> {
        let sql = "UPDATE assignments SET is_current = FALSE
                   WHERE target_id = $1 AND unit_id = $2 AND version = $3 AND is_current = TRUE";
        let touched =
            execute(&self.tx, sql, values![given.target_id.as_str(), given.unit_id.as_str(), seen]).await?;
        if touched == 0 && seen > 0 {
            return Err(StoreError::ChangedMeanwhile);
        }
        let sql = "INSERT INTO assignments (id, target_id, unit_id, version, is_current, state, requested, value,
                     weight, document, dated, reason, account_name, entered_at)
                   VALUES ($1, $2, $3, $4, TRUE, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT DO NOTHING";
        let values = values![
            self.new_id(),
            given.target_id.as_str(),
            given.unit_id.as_str(),
            seen + 1,
            given.state.code(),
            given.requested,
            given.value.map(Amount::ten_thousandths),
            given.weight.map(Amount::ten_thousandths),
            given.document.clone(),
            given.dated,
            given.reason.clone(),
            self.author.name.clone(),
            self.author.at,
        ];
        if execute(&self.tx, sql, values).await? == 0 { Err(StoreError::ChangedMeanwhile) } else { Ok(()) }
    }

    /// Sets the method of a target.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody set it since that version was seen.
    pub async fn set_sharing(&self, target_id: &str, sharing: Sharing) -> Result<(), StoreError> {
        let (method, bar) = (sharing.method.code(), sharing.bar.map(Amount::ten_thousandths));
        let touched = if sharing.version == 0 {
            let sql = "INSERT INTO sharings (target_id, method, bar, version) VALUES ($1, $2, $3, 1)
                       ON CONFLICT DO NOTHING";
            execute(&self.tx, sql, values![target_id, method, bar]).await?
        } else {
            let sql = "UPDATE sharings SET method = $1, bar = $2, version = version + 1
                       WHERE target_id = $3 AND version = $4";
            execute(&self.tx, sql, values![method, bar, target_id, sharing.version]).await?
        };
        if touched == 0 { Err(StoreError::ChangedMeanwhile) } else { Ok(()) }
    }
}

impl Store {
    /// What holds of all targets of a plan: the newest version for each target and unit.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn assignments(&self, plan_id: &str) -> Result<Vec<Assignment>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM assignments a JOIN targets t ON t.id = a.target_id
             WHERE t.plan_id = $1 AND a.is_current = TRUE ORDER BY a.entered_at, a.id"
        );
        rows(&self.db, &sql, values![plan_id]).await?.iter().map(assignment).collect()
    }

    /// Every version of what was given of a target, newest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn assignments_of(&self, target_id: &str) -> Result<Vec<Assignment>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM assignments a WHERE a.target_id = $1 ORDER BY a.entered_at DESC, a.version DESC, a.id"
        );
        rows(&self.db, &sql, values![target_id]).await?.iter().map(assignment).collect()
    }

    /// What a unit is given of one target above, the newest version.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn assignment_to(&self, target_id: &str, unit_id: &str) -> Result<Option<Assignment>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM assignments a WHERE a.target_id = $1 AND a.unit_id = $2 AND a.is_current = TRUE"
        );
        row(&self.db, &sql, values![target_id, unit_id]).await?.as_ref().map(assignment).transpose()
    }

    /// The methods that were chosen for the targets of a plan, by target.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn sharings(&self, plan_id: &str) -> Result<HashMap<String, Sharing>, StoreError> {
        let sql = "SELECT s.target_id, s.method, s.bar, s.version FROM sharings s
                   JOIN targets t ON t.id = s.target_id WHERE t.plan_id = $1";
        let of = |row: &Row| -> Result<(String, Sharing), StoreError> {
            let sharing = Sharing {
                method: row.code("method", Method::from_code)?,
                bar: row.get::<Option<i64>>("bar")?.map(Amount::from_ten_thousandths),
                version: row.get("version")?,
            };
            Ok((row.get("target_id")?, sharing))
        };
        rows(&self.db, sql, values![plan_id]).await?.iter().map(of).collect()
    }
}
