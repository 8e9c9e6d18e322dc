//! What units are to learn from an exemplar, until when, and which have.

use crate::regulations::one;
use crate::sql::{execute, insert, rows, values};
use crate::{Change, Store, StoreError};
use chrono::NaiveDate;

/// What is to be learnt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lesson {
    /// Identifier.
    pub id: String,
    /// The recognition it follows.
    pub recognition_id: String,
    /// What.
    pub what: String,
    /// Until when.
    pub until: NaiveDate,
    /// Why it is not asked any more.
    pub withdrawn: Option<String>,
    /// By which units.
    pub units: Vec<LessonUnit>,
    /// Counts up with every correction; zero for one that is not there yet.
    pub version: i64,
}

/// A unit that learns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LessonUnit {
    /// The unit.
    pub unit_id: String,
    /// When it was done.
    pub done_on: Option<NaiveDate>,
    /// In words.
    pub said: Option<String>,
    /// Counts up with every change; zero for one that is not there yet.
    pub version: i64,
}

impl Store {
    async fn lessons_where(&self, condition: &str, id: &str) -> Result<Vec<Lesson>, StoreError> {
        let from = "FROM recognition_lessons l JOIN recognitions r ON r.id = l.recognition_id
                    JOIN movements m ON m.id = r.movement_id";
        let sql = format!(
            "SELECT l.id, l.recognition_id, l.what, l.until, l.withdrawn, l.version {from} WHERE {condition}
             ORDER BY l.until, l.id"
        );
        let mut lessons = Vec::new();
        for row in rows(&self.db, &sql, values![id]).await? {
            lessons.push(Lesson {
                id: row.get("id")?,
                recognition_id: row.get("recognition_id")?,
                what: row.get("what")?,
                until: row.get("until")?,
                withdrawn: row.get("withdrawn")?,
                units: Vec::new(),
                version: row.get("version")?,
            });
        }
        let sql = format!(
            "SELECT x.lesson_id, x.unit_id, x.done_on, x.said, x.version {from}
             JOIN recognition_lesson_units x ON x.lesson_id = l.id JOIN units u ON u.id = x.unit_id
             WHERE {condition} ORDER BY u.name, x.unit_id"
        );
        for row in rows(&self.db, &sql, values![id]).await? {
            let of: String = row.get("lesson_id")?;
            if let Some(lesson) = lessons.iter_mut().find(|lesson| lesson.id == of) {
                lesson.units.push(LessonUnit {
                    unit_id: row.get("unit_id")?,
                    done_on: row.get("done_on")?,
                    said: row.get("said")?,
                    version: row.get("version")?,
                });
            }
        }
        Ok(lessons)
    }

    /// What is to be learnt from one recognition, the nearest day first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn lessons_of_recognition(&self, id: &str) -> Result<Vec<Lesson>, StoreError> {
        self.lessons_where("l.recognition_id = $1", id).await
    }

    /// What is to be learnt from those recognised under a plan.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn lessons_of_plan(&self, plan_id: &str) -> Result<Vec<Lesson>, StoreError> {
        self.lessons_where("m.plan_id = $1", plan_id).await
    }
}

impl Change {
    /// Writes what is to be learnt, or corrects it over the version that the person saw. Units that are not among those
    /// of the lesson any more go, except where they have said something; new ones come.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody corrected it since.
    pub async fn write_lesson(&self, lesson: &Lesson, units: &[String]) -> Result<(), StoreError> {
        let author = self.author();
        let mut values = values![
            lesson.what.clone(),
            lesson.until,
            lesson.withdrawn.clone(),
            author.name.clone(),
            author.at,
            lesson.id.clone(),
        ];
        if lesson.version == 0 {
            values.push(lesson.recognition_id.clone().into());
            let sql = "INSERT INTO recognition_lessons (what, until, withdrawn, account_name, written_at, id,
                         recognition_id, version) VALUES ($1, $2, $3, $4, $5, $6, $7, 1)";
            execute(&self.tx, sql, values).await?;
        } else {
            values.push(lesson.version.into());
            let sql = "UPDATE recognition_lessons SET what = $1, until = $2, withdrawn = $3, account_name = $4,
                         written_at = $5, version = version + 1 WHERE id = $6 AND version = $7";
            one(execute(&self.tx, sql, values).await?)?;
        }
        let sql = "SELECT unit_id FROM recognition_lesson_units WHERE lesson_id = $1";
        let mut known: Vec<String> = Vec::new();
        for row in rows(&self.tx, sql, values![lesson.id.clone()]).await? {
            known.push(row.get("unit_id")?);
        }
        for gone in known.iter().filter(|unit| !units.contains(unit)) {
            let sql = "DELETE FROM recognition_lesson_units
                       WHERE lesson_id = $1 AND unit_id = $2 AND done_on IS NULL AND said IS NULL";
            execute(&self.tx, sql, values![lesson.id.clone(), gone.clone()]).await?;
        }
        let columns = ["lesson_id", "unit_id", "version", "account_name", "written_at"];
        let new = units.iter().filter(|unit| !known.contains(unit));
        let of = |unit: &String| values![lesson.id.clone(), unit.clone(), 1_i64, author.name.clone(), author.at];
        insert(&self.tx, "recognition_lesson_units", &columns, new.map(of).collect()).await
    }

    /// Says that a unit has learnt, or has not, over the version that the person saw.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody said something since.
    pub async fn write_learnt(&self, lesson_id: &str, unit: &LessonUnit) -> Result<(), StoreError> {
        let author = self.author();
        let values = values![
            unit.done_on,
            unit.said.clone(),
            author.name.clone(),
            author.at,
            lesson_id,
            unit.unit_id.clone(),
            unit.version,
        ];
        let sql = "UPDATE recognition_lesson_units SET done_on = $1, said = $2, account_name = $3, written_at = $4,
                     version = version + 1 WHERE lesson_id = $5 AND unit_id = $6 AND version = $7";
        one(execute(&self.tx, sql, values).await?)
    }
}
