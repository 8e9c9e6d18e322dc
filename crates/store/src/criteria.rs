//! Sets of criteria in force for a movement, and the marks of units.

use crate::sql::{execute, insert, row, rows, values};
use crate::{Change, Moment, Store, StoreError};
use thidua_domain::movements::criteria::{Criterion, Grade};

/// A set in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetInForce {
    /// Identifier.
    pub id: String,
    /// The movement.
    pub movement_id: String,
    /// Key of the catalogue, if it comes from there.
    pub catalogue_key: Option<String>,
    /// Name.
    pub name: String,
    /// The document it rests on.
    pub source: String,
    /// The criteria in order.
    pub criteria: Vec<Criterion>,
}

/// A mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Place of the criterion in its set.
    pub position: i64,
    /// The unit.
    pub unit_id: String,
    /// The grade.
    pub grade: Grade,
    /// What it rests on.
    pub evidence: Option<String>,
    /// Counts up.
    pub version: i64,
    /// Who gave it.
    pub account_name: String,
    /// When.
    pub marked_at: Moment,
}

impl Change {
    /// Puts a set in force.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn add_criteria_set(&self, set: &SetInForce) -> Result<(), StoreError> {
        let sql = "INSERT INTO criteria_sets (id, movement_id, catalogue_key, name, source, position)
                   SELECT $1, $2, $3, $4, $5, COUNT(*) FROM criteria_sets WHERE movement_id = $2";
        let values = values![
            set.id.as_str(),
            set.movement_id.as_str(),
            set.catalogue_key.clone(),
            set.name.as_str(),
            set.source.as_str(),
        ];
        execute(&self.tx, sql, values).await?;
        let of = |(index, one): (usize, &Criterion)| {
            values![
                set.id.as_str(),
                i64::try_from(index).unwrap_or_default(),
                one.group.as_str(),
                one.text.as_str()
            ]
        };
        let rows = set.criteria.iter().enumerate().map(of).collect();
        insert(&self.tx, "criteria", &["set_id", "position", "group_name", "text"], rows).await
    }

    /// Gives a mark; the one before stays in the history.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody marked it since the version that was seen (0: none).
    pub async fn mark(&self, set_id: &str, mark: &Mark) -> Result<(), StoreError> {
        let sql = "SELECT version FROM criteria_marks WHERE set_id = $1 AND position = $2 AND unit_id = $3
                     AND is_current = TRUE";
        let keys = || values![set_id, mark.position, mark.unit_id.as_str()];
        let now: i64 =
            row(&self.tx, sql, keys()).await?.map(|row| row.get("version")).transpose()?.unwrap_or_default();
        if now != mark.version {
            return Err(StoreError::ChangedMeanwhile);
        }
        let sql =
            "UPDATE criteria_marks SET is_current = FALSE WHERE set_id = $1 AND position = $2 AND unit_id = $3";
        execute(&self.tx, sql, keys()).await?;
        let columns = [
            "id",
            "set_id",
            "position",
            "unit_id",
            "grade",
            "evidence",
            "version",
            "is_current",
            "account_name",
            "marked_at",
        ];
        let author = self.author();
        let row = values![
            self.new_id(),
            set_id,
            mark.position,
            mark.unit_id.as_str(),
            mark.grade.code(),
            mark.evidence.clone(),
            now + 1,
            true,
            author.name.clone(),
            author.at,
        ];
        match insert(&self.tx, "criteria_marks", &columns, vec![row]).await {
            Err(StoreError::AlreadyThere) => Err(StoreError::ChangedMeanwhile),
            other => other,
        }
    }
}

impl Store {
    /// The sets in force for a movement.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn criteria_sets(&self, movement_id: &str) -> Result<Vec<SetInForce>, StoreError> {
        let sql =
            "SELECT id, catalogue_key, name, source FROM criteria_sets WHERE movement_id = $1 ORDER BY position";
        let mut found = Vec::new();
        for row in rows(&self.db, sql, values![movement_id]).await? {
            let id: String = row.get("id")?;
            let sql = "SELECT group_name, text FROM criteria WHERE set_id = $1 ORDER BY position";
            let criteria = rows(&self.db, sql, values![id.as_str()])
                .await?
                .iter()
                .map(|row| Ok(Criterion { group: row.get("group_name")?, text: row.get("text")? }))
                .collect::<Result<Vec<_>, StoreError>>()?;
            found.push(SetInForce {
                id,
                movement_id: movement_id.to_owned(),
                catalogue_key: row.get("catalogue_key")?,
                name: row.get("name")?,
                source: row.get("source")?,
                criteria,
            });
        }
        Ok(found)
    }

    /// The current marks of a set.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn marks(&self, set_id: &str) -> Result<Vec<Mark>, StoreError> {
        let sql = "SELECT position, unit_id, grade, evidence, version, account_name, marked_at FROM criteria_marks
                   WHERE set_id = $1 AND is_current = TRUE ORDER BY unit_id, position";
        rows(&self.db, sql, values![set_id])
            .await?
            .iter()
            .map(|row| {
                Ok(Mark {
                    position: row.get("position")?,
                    unit_id: row.get("unit_id")?,
                    grade: row.code("grade", Grade::from_code)?,
                    evidence: row.get("evidence")?,
                    version: row.get("version")?,
                    account_name: row.get("account_name")?,
                    marked_at: row.get("marked_at")?,
                })
            })
            .collect()
    }
}
