//! Recognitions without an award under the movements of a plan.

mod lessons;

pub use lessons::{Lesson, LessonUnit};

use crate::regulations::one;
use crate::sql::{Row, execute, places, row, rows, values};
use crate::{Change, Moment, Store, StoreError};
use chrono::NaiveDate;
use sea_orm::Value;
use thidua_domain::recognitions::{Channel, Purpose, ResultKind, State};

/// A recognition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recognition {
    /// Identifier.
    pub id: String,
    /// The movement.
    pub movement_id: String,
    /// The wave, where it is of one.
    pub wave_id: Option<String>,
    /// The authority, or the unit below that proposes it.
    pub unit_id: String,
    /// Who is recognised, by name.
    pub whom: String,
    /// The unit that is recognised.
    pub whom_unit_id: Option<String>,
    /// The person, household or collective of the register.
    pub person_id: Option<String>,
    /// The merit in words.
    pub merit: String,
    /// When it was achieved.
    pub achieved_on: NaiveDate,
    /// The result that it rests on.
    pub result: Option<(ResultKind, String)>,
    /// What it is for.
    pub purposes: Vec<Purpose>,
    /// The same in a sentence of one's own.
    pub purpose: Option<String>,
    /// Where it stands.
    pub state: State,
    /// When it was recognised.
    pub day: Option<NaiveDate>,
    /// By whom.
    pub given_by: Option<String>,
    /// How it was told.
    pub channels: Vec<Channel>,
    /// Where and when.
    pub told: Option<String>,
    /// Why it was taken back.
    pub withdrawn: Option<String>,
    /// The account that proposed it; none when it was recognised as it was written.
    pub proposed_by: Option<String>,
    /// Its name.
    pub proposed_name: Option<String>,
    /// Counts up with every change; zero for one that is not there yet.
    pub version: i64,
    /// Who wrote it last.
    pub account_name: String,
    /// When.
    pub written_at: Moment,
}

const COLUMNS: &str = "r.id, r.movement_id, r.wave_id, r.unit_id, r.whom, r.whom_unit_id, r.person_id, r.merit,
    r.achieved_on, r.result_kind, r.result_id, r.purposes, r.purpose, r.state, r.day, r.given_by, r.channels, r.told,
    r.withdrawn, r.proposed_by, r.proposed_name, r.version, r.account_name, r.written_at";

fn joined(codes: impl Iterator<Item = &'static str>) -> String {
    codes.collect::<Vec<_>>().join(" ")
}

fn split<T>(codes: &str, read: impl Fn(&str) -> Option<T>) -> Vec<T> {
    codes.split(' ').filter_map(read).collect()
}

impl Store {
    async fn recognitions_where(&self, from: &str, values: Vec<Value>) -> Result<Vec<Recognition>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM recognitions r {from} ORDER BY r.achieved_on, r.id");
        rows(&self.db, &sql, values).await?.iter().map(recognition).collect()
    }

    /// One recognition.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn recognition(&self, id: &str) -> Result<Option<Recognition>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM recognitions r WHERE r.id = $1");
        row(&self.db, &sql, values![id]).await?.as_ref().map(recognition).transpose()
    }

    /// All under the movements of a plan, also proposed and withdrawn ones, the oldest achievement first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn recognitions_of_plan(&self, plan_id: &str) -> Result<Vec<Recognition>, StoreError> {
        self.recognitions_where("JOIN movements m ON m.id = r.movement_id WHERE m.plan_id = $1", values![plan_id])
            .await
    }

    /// Those of a wave that were recognised.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn recognitions_of_wave(&self, wave_id: &str) -> Result<Vec<Recognition>, StoreError> {
        let values = values![wave_id, State::Recognised.code()];
        self.recognitions_where("WHERE r.wave_id = $1 AND r.state = $2", values).await
    }

    /// Those of some records of the register that were recognised.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn recognitions_of_people(&self, ids: &[String]) -> Result<Vec<Recognition>, StoreError> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let mut values = values![State::Recognised.code()];
        values.extend(ids.iter().map(|id| Value::from(id.as_str())));
        let from = format!("WHERE r.state = $1 AND r.person_id IN ({})", places(2, ids.len()));
        self.recognitions_where(&from, values).await
    }

    /// Those of a unit that were recognised.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn recognitions_of_unit(&self, unit_id: &str) -> Result<Vec<Recognition>, StoreError> {
        let values = values![unit_id, State::Recognised.code()];
        self.recognitions_where("WHERE r.whom_unit_id = $1 AND r.state = $2", values).await
    }
}

impl Change {
    /// Writes a recognition, or changes it over the version that the person saw.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody changed it since.
    pub async fn write_recognition(&self, it: &Recognition) -> Result<(), StoreError> {
        let author = self.author();
        let mut values = values![
            it.wave_id.clone(),
            it.whom.clone(),
            it.whom_unit_id.clone(),
            it.person_id.clone(),
            it.merit.clone(),
            it.achieved_on,
            it.result.as_ref().map(|(kind, _)| kind.code().to_owned()),
            it.result.as_ref().map(|(_, id)| id.clone()),
            joined(it.purposes.iter().map(|one| one.code())),
            it.purpose.clone(),
            it.state.code(),
            it.day,
            it.given_by.clone(),
            joined(it.channels.iter().map(|one| one.code())),
            it.told.clone(),
            it.withdrawn.clone(),
            author.name.clone(),
            author.at,
            it.id.clone(),
        ];
        if it.version == 0 {
            let proposer = it.proposed_by.as_ref().map(|_| author.name.clone());
            values.extend(values![it.movement_id.clone(), it.unit_id.clone(), it.proposed_by.clone(), proposer]);
            let sql = format!(
                "INSERT INTO recognitions (wave_id, whom, whom_unit_id, person_id, merit, achieved_on, result_kind,
                   result_id, purposes, purpose, state, day, given_by, channels, told, withdrawn, account_name,
                   written_at, id, movement_id, unit_id, proposed_by, proposed_name, version) VALUES ({}, 1)",
                places(1, 23)
            );
            return execute(&self.tx, &sql, values).await.map(|_| ());
        }
        values.push(it.version.into());
        let sql = "UPDATE recognitions SET wave_id = $1, whom = $2, whom_unit_id = $3, person_id = $4, merit = $5,
                     achieved_on = $6, result_kind = $7, result_id = $8, purposes = $9, purpose = $10, state = $11,
                     day = $12, given_by = $13, channels = $14, told = $15, withdrawn = $16, account_name = $17,
                     written_at = $18, version = version + 1 WHERE id = $19 AND version = $20";
        one(execute(&self.tx, sql, values).await?)
    }
}

fn recognition(row: &Row) -> Result<Recognition, StoreError> {
    let kind: Option<String> = row.get("result_kind")?;
    let id: Option<String> = row.get("result_id")?;
    let purposes: String = row.get("purposes")?;
    let channels: String = row.get("channels")?;
    Ok(Recognition {
        id: row.get("id")?,
        movement_id: row.get("movement_id")?,
        wave_id: row.get("wave_id")?,
        unit_id: row.get("unit_id")?,
        whom: row.get("whom")?,
        whom_unit_id: row.get("whom_unit_id")?,
        person_id: row.get("person_id")?,
        merit: row.get("merit")?,
        achieved_on: row.get("achieved_on")?,
        result: kind.as_deref().and_then(ResultKind::from_code).zip(id),
        purposes: split(&purposes, Purpose::from_code),
        purpose: row.get("purpose")?,
        state: row.code("state", State::from_code)?,
        day: row.get("day")?,
        given_by: row.get("given_by")?,
        channels: split(&channels, Channel::from_code),
        told: row.get("told")?,
        withdrawn: row.get("withdrawn")?,
        proposed_by: row.get("proposed_by")?,
        proposed_name: row.get("proposed_name")?,
        version: row.get("version")?,
        account_name: row.get("account_name")?,
        written_at: row.get("written_at")?,
    })
}
