//! Sơ kết and tổng kết of a movement: when, where, its report, what was evaluated, learnt and commended.

use crate::sql::{Row, execute, insert, row, rows, values};
use crate::{Change, Moment, Store, StoreError};
use chrono::NaiveDate;
use sea_orm::Value;
use thidua_domain::periods::Period;
use thidua_domain::reviews::Kind;

/// What a person writes of a summing-up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SummingUpText {
    /// Its day.
    pub held_on: Option<NaiveDate>,
    /// Where.
    pub place: Option<String>,
    /// Why it was held after its last day.
    pub late_because: Option<String>,
    /// The report of the movement that was made there.
    pub report_id: Option<String>,
    /// The document, where the report was written elsewhere.
    pub document: Option<String>,
    /// The evaluation.
    pub evaluation: Option<String>,
    /// Causes.
    pub causes: Option<String>,
    /// Lessons.
    pub lessons: Option<String>,
    /// Directions.
    pub directions: Option<String>,
}

/// A summing-up as it stands in the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SummingUp {
    /// Identifier.
    pub id: String,
    /// The movement.
    pub movement_id: String,
    /// Which of the two.
    pub kind: Kind,
    /// What was written.
    pub text: SummingUpText,
    /// The day and the period of the results that were kept.
    pub kept: Option<(NaiveDate, Period)>,
    /// Counts up with every change.
    pub version: i64,
    /// Who wrote it last.
    pub account_name: String,
    /// When.
    pub written_at: Moment,
}

const SELECT: &str = "SELECT id, movement_id, kind, held_on, place, late_because, report_id, document, evaluation,
    causes, lessons, directions, kept_on, kept_period, version, account_name, written_at FROM summing_ups";

fn summing_up(row: &Row) -> Result<SummingUp, StoreError> {
    Ok(SummingUp {
        id: row.get("id")?,
        movement_id: row.get("movement_id")?,
        kind: row.code("kind", Kind::from_code)?,
        text: SummingUpText {
            held_on: row.get("held_on")?,
            place: row.get("place")?,
            late_because: row.get("late_because")?,
            report_id: row.get("report_id")?,
            document: row.get("document")?,
            evaluation: row.get("evaluation")?,
            causes: row.get("causes")?,
            lessons: row.get("lessons")?,
            directions: row.get("directions")?,
        },
        kept: row.get::<Option<NaiveDate>>("kept_on")?.zip(row.optional_code("kept_period", Period::from_code)?),
        version: row.get("version")?,
        account_name: row.get("account_name")?,
        written_at: row.get("written_at")?,
    })
}

impl Store {
    /// One summing-up.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn summing_up(&self, id: &str) -> Result<Option<SummingUp>, StoreError> {
        let sql = format!("{SELECT} WHERE id = $1");
        row(&self.db, &sql, values![id]).await?.as_ref().map(summing_up).transpose()
    }

    /// The summing-ups of a movement in the order of the year.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn summing_ups(&self, movement_id: &str) -> Result<Vec<SummingUp>, StoreError> {
        let sql = format!("{SELECT} WHERE movement_id = $1");
        let mut found: Vec<SummingUp> =
            rows(&self.db, &sql, values![movement_id]).await?.iter().map(summing_up).collect::<Result<_, _>>()?;
        found.sort_by_key(|one| one.kind);
        Ok(found)
    }

    /// The recognitions that are given at a summing-up.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn commended_at(&self, summing_up_id: &str) -> Result<Vec<String>, StoreError> {
        let sql =
            "SELECT recognition_id FROM summing_up_recognitions WHERE summing_up_id = $1 ORDER BY recognition_id";
        rows(&self.db, sql, values![summing_up_id]).await?.iter().map(|row| row.get("recognition_id")).collect()
    }
}

impl Change {
    /// Plans a summing-up; its identifier.
    ///
    /// # Errors
    /// [`StoreError::AlreadyThere`] when it is there.
    pub async fn add_summing_up(&self, movement_id: &str, kind: Kind) -> Result<String, StoreError> {
        let id = self.new_id();
        let sql = "INSERT INTO summing_ups (id, movement_id, kind, version, account_name, written_at)
                   VALUES ($1, $2, $3, 1, $4, $5)";
        let values = values![id.clone(), movement_id, kind.code(), self.author.name.clone(), self.author.at];
        execute(&self.tx, sql, values).await?;
        Ok(id)
    }

    /// Writes what came of a summing-up.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`].
    pub async fn write_summing_up(&self, id: &str, seen: i64, text: &SummingUpText) -> Result<(), StoreError> {
        let sql =
            "UPDATE summing_ups SET held_on = $1, place = $2, late_because = $3, report_id = $4, document = $5,
                     evaluation = $6, causes = $7, lessons = $8, directions = $9, account_name = $10,
                     written_at = $11, version = version + 1 WHERE id = $12 AND version = $13";
        let text = text.clone();
        let values = values![
            text.held_on,
            text.place,
            text.late_because,
            text.report_id,
            text.document,
            text.evaluation,
            text.causes,
            text.lessons,
            text.directions,
            self.author.name.clone(),
            self.author.at,
            id,
            seen,
        ];
        if execute(&self.tx, sql, values).await? == 0 { Err(StoreError::ChangedMeanwhile) } else { Ok(()) }
    }

    /// Notes the day and the period of the results that were kept.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`].
    pub async fn note_kept(&self, id: &str, seen: i64, on: NaiveDate, period: Period) -> Result<(), StoreError> {
        let sql = "UPDATE summing_ups SET kept_on = $1, kept_period = $2, version = version + 1
                   WHERE id = $3 AND version = $4";
        if execute(&self.tx, sql, values![on, period.code(), id, seen]).await? == 0 {
            Err(StoreError::ChangedMeanwhile)
        } else {
            Ok(())
        }
    }

    /// Sets the list of those who are commended at a summing-up.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn commend_at(&self, id: &str, recognitions: &[String]) -> Result<(), StoreError> {
        execute(&self.tx, "DELETE FROM summing_up_recognitions WHERE summing_up_id = $1", values![id]).await?;
        let rows: Vec<Vec<Value>> = recognitions.iter().map(|one| values![id, one.clone()]).collect();
        insert(&self.tx, "summing_up_recognitions", &["summing_up_id", "recognition_id"], rows).await
    }
}
