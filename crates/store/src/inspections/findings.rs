//! What inspections found wanting.

use super::visits::subject_values;
use crate::regulations::one;
use crate::sql::{Row, execute, places, row, rows, values};
use crate::within::Within;
use crate::{Change, Moment, Store, StoreError};
use chrono::NaiveDate;
use thidua_domain::inspections::checklist::Item;
use thidua_domain::inspections::findings::{Severity, State};

/// A finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Identifier.
    pub id: String,
    /// The inspection.
    pub inspection_id: String,
    /// The visit.
    pub visit_id: String,
    /// The unit or block that was visited; read, never written.
    pub subject_id: String,
    /// Its name; read, never written.
    pub subject_name: String,
    /// Its number in the inspection; given when it is first written.
    pub number: i64,
    /// The item of the checklist that it is about.
    pub item: Option<Item>,
    /// How grave it is.
    pub severity: Severity,
    /// What was found.
    pub what: String,
    /// On what it rests.
    pub basis: String,
    /// What is asked for.
    pub demand: String,
    /// Until when.
    pub mend_until: Option<NaiveDate>,
    /// Where it stands.
    pub state: State,
    /// How the unit explains it.
    pub explained: Option<String>,
    /// Who explained.
    pub explained_by: Option<String>,
    /// When.
    pub explained_at: Option<Moment>,
    /// How it was mended.
    pub mended: Option<String>,
    /// When.
    pub mended_on: Option<NaiveDate>,
    /// The last word of the team.
    pub settled: Option<String>,
    /// The task that it was made.
    pub task_id: Option<String>,
    /// The problem as which it went to the leadership.
    pub problem_id: Option<String>,
    /// Counts up with every change; zero for one that is not there yet.
    pub version: i64,
    /// Who wrote it last.
    pub account_name: String,
    /// When.
    pub written_at: Moment,
}

const SELECT: &str =
    "SELECT f.id, f.inspection_id, f.visit_id, v.subject_id, v.name AS subject_name, f.number, f.item, f.severity,
    f.what, f.basis, f.demand, f.mend_until, f.state, f.explained, f.explained_by, f.explained_at, f.mended,
    f.mended_on, f.settled, f.task_id, f.problem_id, f.version, f.account_name, f.written_at
    FROM inspection_findings f JOIN inspection_visits v ON v.id = f.visit_id
    JOIN inspections i ON i.id = f.inspection_id";

impl Store {
    /// The findings of an inspection by number.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn findings_of(&self, inspection_id: &str) -> Result<Vec<Finding>, StoreError> {
        let sql = format!("{SELECT} WHERE f.inspection_id = $1 ORDER BY f.number, f.id");
        rows(&self.db, &sql, values![inspection_id]).await?.iter().map(finding).collect()
    }

    /// One finding.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn finding(&self, id: &str) -> Result<Option<Finding>, StoreError> {
        row(&self.db, &format!("{SELECT} WHERE f.id = $1"), values![id]).await?.as_ref().map(finding).transpose()
    }

    /// The findings of some authorities that are not settled, those with the nearest day first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn open_findings(&self, within: &Within) -> Result<Vec<Finding>, StoreError> {
        let (before, condition, values) = within.condition("i.unit_id");
        let sql = format!(
            "{before}{SELECT} WHERE {condition} AND i.state IN ('issued', 'concluded')
               AND f.state IN ('open', 'mended') ORDER BY f.mend_until, f.id"
        );
        rows(&self.db, &sql, values).await?.iter().map(finding).collect()
    }

    /// The findings about some units that they have to mend, those with the nearest day first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn findings_to_mend(&self, units: &[String]) -> Result<Vec<Finding>, StoreError> {
        let mut found = Vec::new();
        for some in units.chunks(500) {
            let sql = format!(
                "{SELECT} WHERE v.unit_id IN ({}) AND i.state IN ('issued', 'concluded') AND f.state = 'open'
                 ORDER BY f.mend_until, f.id",
                places(1, some.len())
            );
            for row in rows(&self.db, &sql, subject_values(some)).await? {
                found.push(finding(&row)?);
            }
        }
        Ok(found)
    }
}

impl Change {
    /// Writes a finding, or changes it over the version that the person saw. A new one gets the next number.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody changed it since.
    pub async fn write_finding(&self, it: &Finding) -> Result<(), StoreError> {
        let author = self.author();
        let mut values = values![
            it.item.map(|item| item.code().to_owned()),
            it.severity.code(),
            it.what.clone(),
            it.basis.clone(),
            it.demand.clone(),
            it.mend_until,
            it.state.code(),
            it.explained.clone(),
            it.explained_by.clone(),
            it.explained_at,
            it.mended.clone(),
            it.mended_on,
            it.settled.clone(),
            it.task_id.clone(),
            it.problem_id.clone(),
            author.name.clone(),
            author.at,
            it.id.clone(),
        ];
        if it.version > 0 {
            values.push(it.version.into());
            let sql = "UPDATE inspection_findings SET item = $1, severity = $2, what = $3, basis = $4, demand = $5,
                         mend_until = $6, state = $7, explained = $8, explained_by = $9, explained_at = $10,
                         mended = $11, mended_on = $12, settled = $13, task_id = $14, problem_id = $15,
                         account_name = $16, written_at = $17, version = version + 1 WHERE id = $18 AND version = $19";
            return one(execute(&self.tx, sql, values).await?);
        }
        let sql = "SELECT COALESCE(MAX(number) + 1, 1) AS next FROM inspection_findings WHERE inspection_id = $1";
        let next = row(&self.tx, sql, values![it.inspection_id.clone()]).await?;
        let next: i64 = next.map(|row| row.get("next")).transpose()?.unwrap_or(1);
        values.extend(values![it.inspection_id.clone(), it.visit_id.clone(), next]);
        let sql = format!(
            "INSERT INTO inspection_findings (item, severity, what, basis, demand, mend_until, state, explained,
               explained_by, explained_at, mended, mended_on, settled, task_id, problem_id, account_name, written_at, id,
               inspection_id, visit_id, number, version) VALUES ({}, 1)",
            places(1, 21)
        );
        execute(&self.tx, &sql, values).await.map(|_| ())
    }
}

fn finding(row: &Row) -> Result<Finding, StoreError> {
    Ok(Finding {
        id: row.get("id")?,
        inspection_id: row.get("inspection_id")?,
        visit_id: row.get("visit_id")?,
        subject_id: row.get("subject_id")?,
        subject_name: row.get("subject_name")?,
        number: row.get("number")?,
        item: row.optional_code("item", Item::from_code)?,
        severity: row.code("severity", Severity::from_code)?,
        what: row.get("what")?,
        basis: row.get("basis")?,
        demand: row.get("demand")?,
        mend_until: row.get("mend_until")?,
        state: row.code("state", State::from_code)?,
        explained: row.get("explained")?,
        explained_by: row.get("explained_by")?,
        explained_at: row.get("explained_at")?,
        mended: row.get("mended")?,
        mended_on: row.get("mended_on")?,
        settled: row.get("settled")?,
        task_id: row.get("task_id")?,
        problem_id: row.get("problem_id")?,
        version: row.get("version")?,
        account_name: row.get("account_name")?,
        written_at: row.get("written_at")?,
    })
}
