//! Classes for those who do emulation work, and who attended.

use crate::regulations::one;
use crate::sql::{Row, execute, insert, places, row, rows, values};
use crate::within::Within;
use crate::{Change, Store, StoreError};
use chrono::NaiveDate;
use thidua_domain::training::{Attendance, Attended};
use thidua_domain::units::UnitKind;

/// A class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Training {
    /// Identifier.
    pub id: String,
    /// The unit that holds it.
    pub unit_id: String,
    /// What it is called.
    pub title: String,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// Where.
    pub place: Option<String>,
    /// Kinds of units whose staff is called; none for all.
    pub audience: Vec<UnitKind>,
    /// What is taught.
    pub content: Option<String>,
    /// Who holds or teaches it.
    pub organiser: Option<String>,
    /// The kept file of the materials.
    pub file_digest: Option<String>,
    /// Its name as uploaded.
    pub file_name: Option<String>,
    /// Counts up with every change.
    pub version: i64,
}

/// A person who was called to a class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trainee {
    /// Identifier.
    pub id: String,
    /// Name as written.
    pub name: String,
    /// The record of the person, where one was chosen.
    pub person_id: Option<String>,
    /// Position.
    pub title: Option<String>,
    /// The unit.
    pub unit_id: Option<String>,
    /// The unit as written.
    pub unit_name: Option<String>,
    /// How it went.
    pub attendance: Attendance,
}

const COLUMNS: &str =
    "id, unit_id, title, from_day, to_day, place, audience, content, organiser, file_digest, file_name, version";

/// A class that somebody attended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClassAttended {
    /// The record of the person, where the list of the class knew it.
    pub person_id: Option<String>,
    /// The name on the list.
    pub name: String,
    /// The unit on the list.
    pub unit_id: Option<String>,
    /// The class.
    pub training_id: String,
    /// What it was about.
    pub title: String,
    /// Its last day.
    pub day: NaiveDate,
    /// The unit that held it.
    pub owner_id: String,
}

impl Store {
    /// Classes, newest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn trainings(&self, within: &Within) -> Result<Vec<Training>, StoreError> {
        let (before, condition, values) = within.condition("unit_id");
        let sql =
            format!("{before}SELECT {COLUMNS} FROM trainings WHERE {condition} ORDER BY from_day DESC, id DESC");
        rows(&self.db, &sql, values).await?.iter().map(training).collect()
    }

    /// One class.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn training(&self, id: &str) -> Result<Option<Training>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM trainings WHERE id = $1");
        row(&self.db, &sql, values![id]).await?.as_ref().map(training).transpose()
    }

    /// Who was called to a class, in the order of the list.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn trainees(&self, training_id: &str) -> Result<Vec<Trainee>, StoreError> {
        let sql = "SELECT id, name, person_id, title, unit_id, unit_name, attendance FROM trainees
                   WHERE training_id = $1 ORDER BY position, id";
        rows(&self.db, sql, values![training_id]).await?.iter().map(trainee).collect()
    }

    /// The classes that somebody was called to, the newest first: by the record of the person, or by the same name in the
    /// same unit. Title, class, last day, how it went.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn trainings_of(
        &self,
        people: &[String],
        name: &str,
        unit_id: &str,
    ) -> Result<Vec<(String, String, NaiveDate, Attendance)>, StoreError> {
        let known = if people.is_empty() {
            String::new()
        } else {
            format!("a.person_id IN ({}) OR ", crate::sql::places(3, people.len()))
        };
        let sql = format!(
            "SELECT t.title, t.id, t.to_day, a.attendance FROM trainees a JOIN trainings t ON t.id = a.training_id
             WHERE {known}(a.person_id IS NULL AND a.name = $1 AND a.unit_id = $2) ORDER BY t.to_day DESC, t.id"
        );
        let mut values = values![name, unit_id];
        values.extend(people.iter().map(|id| id.as_str().into()));
        rows(&self.db, &sql, values)
            .await?
            .iter()
            .map(|row| {
                let attendance = row.code("attendance", Attendance::from_code)?;
                Ok((row.get("title")?, row.get("id")?, row.get("to_day")?, attendance))
            })
            .collect()
    }

    /// The classes that some people attended, newest first: by their record, or by their name in one of some units where
    /// the list of the class knew no record.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn classes_attended(
        &self,
        people: &[String],
        units: &[String],
    ) -> Result<Vec<ClassAttended>, StoreError> {
        let mut found: Vec<ClassAttended> = Vec::new();
        for (column, ids) in [("a.person_id", people), ("a.person_id IS NULL AND a.unit_id", units)] {
            for some in ids.chunks(500) {
                let sql = format!(
                    "SELECT a.person_id, a.name, a.unit_id, t.id, t.title, t.to_day, t.unit_id AS owner_id
                     FROM trainees a JOIN trainings t ON t.id = a.training_id
                     WHERE a.attendance IN ('present', 'certificate') AND {column} IN ({})",
                    crate::sql::places(1, some.len())
                );
                let values = some.iter().map(|id| id.as_str().into()).collect();
                for row in rows(&self.db, &sql, values).await? {
                    found.push(ClassAttended {
                        person_id: row.get("person_id")?,
                        name: row.get("name")?,
                        unit_id: row.get("unit_id")?,
                        training_id: row.get("id")?,
                        title: row.get("title")?,
                        day: row.get("to_day")?,
                        owner_id: row.get("owner_id")?,
                    });
                }
            }
        }
        found.sort_by(|a, b| b.day.cmp(&a.day).then_with(|| a.training_id.cmp(&b.training_id)));
        Ok(found)
    }

    /// How it went with the people of some units in classes of anybody.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn attended(&self, within: &Within) -> Result<Vec<Attended>, StoreError> {
        let (before, condition, values) = within.condition("a.unit_id");
        let sql = format!(
            "{before}SELECT a.unit_id, a.attendance, t.to_day FROM trainees a JOIN trainings t ON t.id = a.training_id
             WHERE a.unit_id IS NOT NULL AND {condition} ORDER BY a.id"
        );
        rows(&self.db, &sql, values)
            .await?
            .iter()
            .map(|row| {
                Ok(Attended {
                    unit_id: row.get("unit_id")?,
                    day: row.get("to_day")?,
                    attendance: row.code("attendance", Attendance::from_code)?,
                })
            })
            .collect()
    }
}

impl Change {
    /// Enters a class.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn add_training(&self, new: &Training) -> Result<(), StoreError> {
        let sql = format!("INSERT INTO trainings ({COLUMNS}) VALUES ({})", places(1, 12));
        let mut written = written(new);
        written.push(new.version.into());
        execute(&self.tx, &sql, written).await.map(|_| ())
    }

    /// Corrects a class.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody changed it since that version was seen.
    pub async fn correct_training(&self, after: &Training, seen: i64) -> Result<(), StoreError> {
        let sql =
            "UPDATE trainings SET title = $3, from_day = $4, to_day = $5, place = $6, audience = $7, content = $8,
                     organiser = $9, file_digest = $10, file_name = $11, version = version + 1
                   WHERE id = $1 AND unit_id = $2 AND version = $12";
        let mut written = written(after);
        written.push(seen.into());
        one(execute(&self.tx, sql, written).await?)
    }

    /// Calls people to a class: they stand behind those who are in the list already.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] as above.
    pub async fn add_trainees(&self, training_id: &str, new: &[Trainee], seen: i64) -> Result<(), StoreError> {
        self.touch_training(training_id, seen).await?;
        let sql = "SELECT COUNT(*) AS n FROM trainees WHERE training_id = $1";
        let there: i64 =
            row(&self.tx, sql, values![training_id]).await?.map(|row| row.get("n")).transpose()?.unwrap_or(0);
        let columns =
            ["id", "training_id", "position", "name", "person_id", "title", "unit_id", "unit_name", "attendance"];
        let rows = new.iter().zip(there..).map(|(one, position)| {
            values![
                one.id.clone(),
                training_id,
                position,
                one.name.clone(),
                one.person_id.clone(),
                one.title.clone(),
                one.unit_id.clone(),
                one.unit_name.clone(),
                one.attendance.code(),
            ]
        });
        insert(&self.tx, "trainees", &columns, rows.collect()).await
    }

    /// Marks who was there.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] as above, [`StoreError::Absent`] for somebody who is not in the list.
    pub async fn mark_trainees(
        &self,
        training_id: &str,
        marked: &[(String, Attendance)],
        seen: i64,
    ) -> Result<(), StoreError> {
        self.touch_training(training_id, seen).await?;
        for (id, attendance) in marked {
            let sql = "UPDATE trainees SET attendance = $1 WHERE id = $2 AND training_id = $3";
            if execute(&self.tx, sql, values![attendance.code(), id.clone(), training_id]).await? == 0 {
                return Err(StoreError::Absent);
            }
        }
        Ok(())
    }

    async fn touch_training(&self, id: &str, seen: i64) -> Result<(), StoreError> {
        let sql = "UPDATE trainings SET version = version + 1 WHERE id = $1 AND version = $2";
        one(execute(&self.tx, sql, values![id, seen]).await?)
    }
}

/// The values of all columns but the version.
fn written(of: &Training) -> Vec<sea_orm::Value> {
    let audience: Vec<&str> = of.audience.iter().map(|kind| kind.code()).collect();
    values![
        of.id.clone(),
        of.unit_id.clone(),
        of.title.clone(),
        of.from,
        of.to,
        of.place.clone(),
        audience.join(" "),
        of.content.clone(),
        of.organiser.clone(),
        of.file_digest.clone(),
        of.file_name.clone(),
    ]
}

fn training(row: &Row) -> Result<Training, StoreError> {
    let audience: String = row.get("audience")?;
    Ok(Training {
        id: row.get("id")?,
        unit_id: row.get("unit_id")?,
        title: row.get("title")?,
        from: row.get("from_day")?,
        to: row.get("to_day")?,
        place: row.get("place")?,
        audience: audience.split_whitespace().filter_map(UnitKind::from_code).collect(),
        content: row.get("content")?,
        organiser: row.get("organiser")?,
        file_digest: row.get("file_digest")?,
        file_name: row.get("file_name")?,
        version: row.get("version")?,
    })
}

fn trainee(row: &Row) -> Result<Trainee, StoreError> {
    Ok(Trainee {
        id: row.get("id")?,
        name: row.get("name")?,
        person_id: row.get("person_id")?,
        title: row.get("title")?,
        unit_id: row.get("unit_id")?,
        unit_name: row.get("unit_name")?,
        attendance: row.code("attendance", Attendance::from_code)?,
    })
}
