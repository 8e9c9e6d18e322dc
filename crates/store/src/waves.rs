//! Waves as they are led: taken over from the plan, opened, corrected, summed up, withdrawn.

use crate::sql::{Row, execute, insert, places, row, rows, values};
use crate::{Change, Moment, Store, StoreError};
use chrono::NaiveDate;
use sea_orm::{ConnectionTrait, Value};
use std::collections::HashMap;
use thidua_domain::figures::Attainment;
use thidua_domain::movements::State;
use thidua_domain::plans::draft;
use thidua_domain::waves::{Celebrated, Conference, Wave, WaveKind};

/// A wave as it stands in the store.
#[derive(Clone, Debug)]
pub struct LedWave {
    /// Identifier.
    pub id: String,
    /// The movement it belongs to.
    pub movement_id: String,
    /// The plan of the movement.
    pub plan_id: String,
    /// The authority.
    pub unit_id: String,
    /// The year of the movement.
    pub year: Option<i64>,
    /// Where the movement stands.
    pub movement_state: State,
    /// What it is.
    pub wave: Wave,
    /// Counts up with every change.
    pub version: i64,
    /// The line of the plan it was read from.
    pub plan_line: Option<i64>,
    /// Why it was withdrawn.
    pub withdrawn: Option<String>,
    /// What was written for its summing-up; kept when it is reopened.
    pub summing_up: SummingUp,
    /// Who summed it up, and when; `None` while it is open.
    pub closed: Option<(String, Moment)>,
}

/// The summing-up of a wave.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SummingUp {
    /// The day of the meeting.
    pub on: Option<NaiveDate>,
    /// The report in words, or the number of its document.
    pub report: Option<String>,
    /// Whether the goal was reached.
    pub attainment: Option<Attainment>,
    /// The evaluation in words.
    pub assessment: Option<String>,
    /// Lessons.
    pub lessons: Option<String>,
    /// Who was praised and commended.
    pub commended: Option<String>,
}

/// The columns of a wave that a person sets.
const SET: [&str; 9] =
    ["kind", "name", "goal", "event", "from_day", "to_day", "summary_deadline", "strictly_before", "conference"];

const SELECT: &str = "SELECT w.id, w.movement_id, m.plan_id, p.unit_id, p.subject_year, m.state, w.kind, w.name, w.goal, w.event,
        w.from_day, w.to_day, w.summary_deadline, w.strictly_before, w.conference, w.version, w.plan_line, w.withdrawn,
        w.summed_up_on, w.report, w.attainment, w.assessment, w.lessons, w.commended, w.closed_by, w.closed_at
    FROM movement_waves w JOIN movements m ON m.id = w.movement_id JOIN plans p ON p.id = m.plan_id";

fn set_values(wave: &Wave) -> Vec<Value> {
    values![
        wave.kind.code(),
        wave.name.clone(),
        wave.goal.clone(),
        wave.event.clone(),
        wave.from,
        wave.to,
        wave.summary_deadline,
        wave.strictly_before,
        wave.conference.map(Conference::code),
    ]
}

impl Change {
    /// Takes over the waves of a plan for its own movement, when it is launched. `source` are the lines of the plan.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn take_waves(
        &self,
        movement_id: &str,
        waves: &[draft::Wave],
        source: &[String],
    ) -> Result<(), StoreError> {
        for (position, printed) in waves.iter().enumerate() {
            let line = (printed.lines.first > 0).then_some(i64::from(printed.lines.first));
            let position = i64::try_from(position).unwrap_or(i64::MAX);
            self.insert_wave(movement_id, position, &Wave::of_plan(printed, source), line).await?;
        }
        Ok(())
    }

    /// Opens a wave under a movement; its identifier.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn open_wave(&self, movement_id: &str, wave: &Wave) -> Result<String, StoreError> {
        let sql = "SELECT COALESCE(MAX(position) + 1, 0) AS next FROM movement_waves WHERE movement_id = $1";
        let next = row(&self.tx, sql, values![movement_id]).await?.map(|row| row.get("next")).transpose()?;
        self.insert_wave(movement_id, next.unwrap_or(0), wave, None).await
    }

    async fn insert_wave(
        &self,
        movement_id: &str,
        position: i64,
        wave: &Wave,
        plan_line: Option<i64>,
    ) -> Result<String, StoreError> {
        let id = self.new_id();
        let mut row = values![id.clone(), movement_id, position, plan_line];
        row.extend(set_values(wave));
        let columns = [&["id", "movement_id", "position", "plan_line"][..], &SET].concat();
        insert(&self.tx, "movement_waves", &columns, vec![row]).await?;
        self.write_occasions(&id, &wave.occasions).await?;
        Ok(id)
    }

    async fn write_occasions(&self, wave_id: &str, occasions: &[Celebrated]) -> Result<(), StoreError> {
        execute(&self.tx, "DELETE FROM wave_occasions WHERE wave_id = $1", values![wave_id]).await?;
        let numbered = occasions.iter().enumerate().map(|(position, one)| {
            values![
                wave_id,
                i64::try_from(position).unwrap_or(i64::MAX),
                one.name.clone(),
                one.years.map(i64::from),
                one.origin,
                one.day,
            ]
        });
        let columns = ["wave_id", "position", "name", "anniversary_years", "origin_day", "day"];
        insert(&self.tx, "wave_occasions", &columns, numbered.collect()).await
    }

    /// Corrects an open wave. `seen` is the version the person saw.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody else has changed, closed or withdrawn it since.
    pub async fn correct_wave(&self, id: &str, seen: i64, wave: &Wave) -> Result<(), StoreError> {
        let sets: Vec<String> =
            SET.iter().enumerate().map(|(at, column)| format!("{column} = ${}", at + 3)).collect();
        let sql = format!(
            "UPDATE movement_waves SET version = version + 1, {} WHERE id = $1 AND version = $2
               AND closed_at IS NULL AND withdrawn IS NULL",
            sets.join(", ")
        );
        let mut values = values![id, seen];
        values.extend(set_values(wave));
        self.touched(&sql, values).await?;
        self.write_occasions(id, &wave.occasions).await
    }

    /// Sums an open wave up.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody else has changed it since.
    pub async fn close_wave(&self, id: &str, seen: i64, summing_up: &SummingUp) -> Result<(), StoreError> {
        let sql =
            "UPDATE movement_waves SET version = version + 1, summed_up_on = $3, report = $4, attainment = $5,
                     assessment = $6, lessons = $7, commended = $8, closed_by = $9, closed_at = $10
                   WHERE id = $1 AND version = $2 AND closed_at IS NULL AND withdrawn IS NULL";
        let author = self.author();
        let SummingUp { on, report, attainment, assessment, lessons, commended } = summing_up.clone();
        let values = values![
            id,
            seen,
            on,
            report,
            attainment.map(Attainment::code),
            assessment,
            lessons,
            commended,
            author.name.clone(),
            author.at,
        ];
        self.touched(sql, values).await
    }

    /// Opens a wave again that was summed up; what was written stays in it.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when it is not summed up any more.
    pub async fn reopen_wave(&self, id: &str, seen: i64) -> Result<(), StoreError> {
        let sql = "UPDATE movement_waves SET version = version + 1, closed_by = NULL, closed_at = NULL
                   WHERE id = $1 AND version = $2 AND closed_at IS NOT NULL";
        self.touched(sql, values![id, seen]).await
    }

    /// Withdraws a wave that was opened beside the plan; it stays in the store with the reason.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when it was changed or closed since.
    pub async fn withdraw_wave(&self, id: &str, seen: i64, reason: &str) -> Result<(), StoreError> {
        let sql = "UPDATE movement_waves SET version = version + 1, withdrawn = $3
                   WHERE id = $1 AND version = $2 AND closed_at IS NULL AND withdrawn IS NULL AND kind <> $4";
        self.touched(sql, values![id, seen, reason, WaveKind::Regular.code()]).await
    }

    async fn touched(&self, sql: &str, values: Vec<Value>) -> Result<(), StoreError> {
        match execute(&self.tx, sql, values).await? {
            0 => Err(StoreError::ChangedMeanwhile),
            _ => Ok(()),
        }
    }
}

impl Store {
    /// The waves of a movement, those of the plan first; also those that were withdrawn.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn waves_of_movement(&self, movement_id: &str) -> Result<Vec<LedWave>, StoreError> {
        let sql = format!("{SELECT} WHERE w.movement_id = $1 ORDER BY w.position, w.id");
        self.with_occasions(rows(&self.db, &sql, values![movement_id]).await?).await
    }

    /// One wave.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn wave(&self, id: &str) -> Result<Option<LedWave>, StoreError> {
        let found = rows(&self.db, &format!("{SELECT} WHERE w.id = $1"), values![id]).await?;
        Ok(self.with_occasions(found).await?.pop())
    }

    /// The waves of some authorities, or of all, that touch a year: by their days, by their deadline, or, while they
    /// have no days, by the year of their movement. At most `limit`.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn waves_in_year(
        &self,
        units: Option<&[&str]>,
        year: i32,
        limit: i64,
    ) -> Result<Vec<LedWave>, StoreError> {
        let (Some(first), Some(last)) =
            (NaiveDate::from_ymd_opt(year, 1, 1), NaiveDate::from_ymd_opt(year, 12, 31))
        else {
            return Ok(Vec::new());
        };
        let mut values = values![first, last, i64::from(year), limit];
        let scope = match units {
            Some([]) => return Ok(Vec::new()),
            Some(units) => {
                values.extend(units.iter().map(|unit| Value::from(*unit)));
                format!(" AND p.unit_id IN ({})", places(5, units.len()))
            }
            None => String::new(),
        };
        let sql = format!(
            "{SELECT} WHERE w.withdrawn IS NULL AND (
                 (COALESCE(w.from_day, w.to_day, w.summary_deadline) <= $2
                    AND (COALESCE(w.to_day, w.from_day) >= $1 OR w.summary_deadline >= $1))
                 OR (w.from_day IS NULL AND w.to_day IS NULL AND p.subject_year = $3)){scope}
             ORDER BY w.from_day, w.position, w.id LIMIT $4"
        );
        self.with_occasions(rows(&self.db, &sql, values).await?).await
    }

    /// Waves whose summing-up is due by a day and not done, the longest due first. At most `limit`.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn summing_ups_due(
        &self,
        units: Option<&[&str]>,
        by: NaiveDate,
        limit: i64,
    ) -> Result<Vec<LedWave>, StoreError> {
        let mut values = values![by, State::Closed.code(), limit];
        let scope = match units {
            Some([]) => return Ok(Vec::new()),
            Some(units) => {
                values.extend(units.iter().map(|unit| Value::from(*unit)));
                format!(" AND p.unit_id IN ({})", places(4, units.len()))
            }
            None => String::new(),
        };
        let sql = format!(
            "{SELECT} WHERE w.withdrawn IS NULL AND w.closed_at IS NULL AND w.summary_deadline <= $1 AND m.state <> $2{scope}
             ORDER BY w.summary_deadline, w.id LIMIT $3"
        );
        self.with_occasions(rows(&self.db, &sql, values).await?).await
    }

    async fn with_occasions(&self, found: Vec<Row>) -> Result<Vec<LedWave>, StoreError> {
        let mut waves = found.iter().map(led).collect::<Result<Vec<LedWave>, StoreError>>()?;
        let ids: Vec<String> = waves.iter().map(|wave| wave.id.clone()).collect();
        let mut occasions = occasions(&self.db, &ids).await?;
        for wave in &mut waves {
            wave.wave.occasions = occasions.remove(&wave.id).unwrap_or_default();
        }
        Ok(waves)
    }

    /// What was done to a wave, newest first: when, who, what, and the data of it.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn wave_history(
        &self,
        id: &str,
    ) -> Result<Vec<(Moment, String, String, Option<String>)>, StoreError> {
        let sql = "SELECT at, account_name, act, detail FROM audit WHERE subject = 'wave' AND subject_id = $1
                   ORDER BY at DESC, id DESC LIMIT 200";
        rows(&self.db, sql, values![id])
            .await?
            .iter()
            .map(|row| Ok((row.get("at")?, row.get("account_name")?, row.get("act")?, row.get("detail")?)))
            .collect()
    }
}

async fn occasions(
    db: &impl ConnectionTrait,
    waves: &[String],
) -> Result<HashMap<String, Vec<Celebrated>>, StoreError> {
    let mut found: HashMap<String, Vec<Celebrated>> = HashMap::new();
    for some in waves.chunks(500) {
        let sql = format!(
            "SELECT wave_id, name, anniversary_years, origin_day, day FROM wave_occasions WHERE wave_id IN ({})
             ORDER BY wave_id, position",
            places(1, some.len())
        );
        for row in rows(db, &sql, some.iter().map(|id| id.as_str().into()).collect()).await? {
            let years: Option<i64> = row.get("anniversary_years")?;
            found.entry(row.get("wave_id")?).or_default().push(Celebrated {
                name: row.get("name")?,
                years: years.and_then(|years| u32::try_from(years).ok()),
                origin: row.get("origin_day")?,
                day: row.get("day")?,
            });
        }
    }
    Ok(found)
}

fn led(row: &Row) -> Result<LedWave, StoreError> {
    let (by, at): (Option<String>, Option<Moment>) = (row.get("closed_by")?, row.get("closed_at")?);
    Ok(LedWave {
        id: row.get("id")?,
        movement_id: row.get("movement_id")?,
        plan_id: row.get("plan_id")?,
        unit_id: row.get("unit_id")?,
        year: row.get("subject_year")?,
        movement_state: row.code("state", State::from_code)?,
        wave: Wave {
            kind: row.code("kind", WaveKind::from_code)?,
            name: row.get("name")?,
            goal: row.get("goal")?,
            event: row.get("event")?,
            from: row.get("from_day")?,
            to: row.get("to_day")?,
            summary_deadline: row.get("summary_deadline")?,
            strictly_before: row.get("strictly_before")?,
            conference: row.optional_code("conference", Conference::from_code)?,
            occasions: Vec::new(),
        },
        version: row.get("version")?,
        plan_line: row.get("plan_line")?,
        withdrawn: row.get("withdrawn")?,
        summing_up: SummingUp {
            on: row.get("summed_up_on")?,
            report: row.get("report")?,
            attainment: row.optional_code("attainment", Attainment::from_code)?,
            assessment: row.get("assessment")?,
            lessons: row.get("lessons")?,
            commended: row.get("commended")?,
        },
        closed: by.zip(at),
    })
}
