//! The summing-up sheet of a wave, and what the units below reported of it.

use crate::sql::{Row, execute, places, row, rows, values};
use crate::{Change, Moment, Store, StoreError};
use chrono::NaiveDate;

/// The sheet as a person wrote it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WaveSheet {
    /// How the wave was organised.
    pub organisation: Option<String>,
    /// The results in words.
    pub results: Option<String>,
    /// Who took part.
    pub participation: Option<String>,
    /// Who was commended.
    pub commended: Option<String>,
    /// Shortcomings and their causes.
    pub shortcomings: Option<String>,
    /// What comes next.
    pub directions: Option<String>,
    /// Counts up with every change; zero while nobody has written it.
    pub version: i64,
}

/// What a unit reported of a wave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaveReport {
    /// Identifier.
    pub id: String,
    /// The wave.
    pub wave_id: String,
    /// The unit.
    pub unit_id: String,
    /// The day of the first report: it decides whether it was in time.
    pub sent_on: NaiveDate,
    /// The report in words.
    pub text: String,
    /// Whom the unit commended or proposes.
    pub commended: Option<String>,
    /// How many took part.
    pub people: Option<i64>,
    /// Counts up with every correction; zero for one that is not there yet.
    pub version: i64,
    /// Who wrote it last.
    pub account_name: String,
    /// When.
    pub written_at: Moment,
}

/// A wave of which a unit has to report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedWave {
    /// The wave.
    pub wave_id: String,
    /// Its name.
    pub name: String,
    /// The unit below that has not reported.
    pub unit_id: String,
    /// Its name.
    pub unit_name: String,
    /// The printed day of the summing-up.
    pub deadline: Option<NaiveDate>,
    /// Strictly before it.
    pub strictly_before: bool,
}

impl Change {
    /// Writes the sheet of a wave. Its version is the one that the person saw.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody else wrote it since.
    pub async fn write_wave_sheet(&self, wave_id: &str, sheet: &WaveSheet) -> Result<(), StoreError> {
        let sql = if sheet.version == 0 {
            "INSERT INTO wave_sheets (organisation, results, participation, commended, shortcomings, directions,
               account_name, written_at, wave_id, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10 + 1)"
        } else {
            "UPDATE wave_sheets SET organisation = $1, results = $2, participation = $3, commended = $4,
               shortcomings = $5, directions = $6, account_name = $7, written_at = $8, version = version + 1
             WHERE wave_id = $9 AND version = $10"
        };
        let WaveSheet { organisation, results, participation, commended, shortcomings, directions, version } =
            sheet.clone();
        let values = values![
            organisation,
            results,
            participation,
            commended,
            shortcomings,
            directions,
            self.author().name.clone(),
            self.author().at,
            wave_id,
            version,
        ];
        match execute(&self.tx, sql, values).await {
            Ok(0) | Err(StoreError::AlreadyThere) => Err(StoreError::ChangedMeanwhile),
            other => other.map(|_| ()),
        }
    }

    /// Writes what a unit reports of a wave: its first report, or a correction; the day of the first stays.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody else of the unit wrote since.
    pub async fn write_wave_report(&self, report: &WaveReport) -> Result<(), StoreError> {
        let author = self.author();
        let written = if report.version == 0 {
            let sql = "INSERT INTO wave_reports (id, wave_id, unit_id, sent_on, text, commended, people, version,
                         account_name, written_at) VALUES ($1, $2, $3, $4, $5, $6, $7, 1, $8, $9)";
            let values = values![
                report.id.clone(),
                report.wave_id.clone(),
                report.unit_id.clone(),
                report.sent_on,
                report.text.clone(),
                report.commended.clone(),
                report.people,
                author.name.clone(),
                author.at,
            ];
            execute(&self.tx, sql, values).await
        } else {
            let sql = "UPDATE wave_reports SET text = $1, commended = $2, people = $3, account_name = $4,
                         written_at = $5, version = version + 1 WHERE id = $6 AND version = $7";
            let values = values![
                report.text.clone(),
                report.commended.clone(),
                report.people,
                author.name.clone(),
                author.at,
                report.id.clone(),
                report.version,
            ];
            execute(&self.tx, sql, values).await
        };
        match written {
            Ok(0) | Err(StoreError::AlreadyThere) => Err(StoreError::ChangedMeanwhile),
            other => other.map(|_| ()),
        }
    }
}

impl Store {
    /// The sheet of a wave; an empty one of version zero while nobody has written it.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn wave_sheet(&self, wave_id: &str) -> Result<WaveSheet, StoreError> {
        let sql = "SELECT organisation, results, participation, commended, shortcomings, directions, version
                   FROM wave_sheets WHERE wave_id = $1";
        let Some(row) = row(&self.db, sql, values![wave_id]).await? else { return Ok(WaveSheet::default()) };
        Ok(WaveSheet {
            organisation: row.get("organisation")?,
            results: row.get("results")?,
            participation: row.get("participation")?,
            commended: row.get("commended")?,
            shortcomings: row.get("shortcomings")?,
            directions: row.get("directions")?,
            version: row.get("version")?,
        })
    }

    /// What the units reported of a wave, the first first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn wave_reports(&self, wave_id: &str) -> Result<Vec<WaveReport>, StoreError> {
        let sql = "SELECT id, wave_id, unit_id, sent_on, text, commended, people, version, account_name, written_at
                   FROM wave_reports WHERE wave_id = $1 ORDER BY sent_on, id";
        rows(&self.db, sql, values![wave_id]).await?.iter().map(report).collect()
    }

    /// The waves of the units directly above some units that end by a day and of which these have not reported.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn waves_to_report(&self, units: &[String], by: NaiveDate) -> Result<Vec<AskedWave>, StoreError> {
        if units.is_empty() {
            return Ok(Vec::new());
        }
        let sql = format!(
            "SELECT w.id, w.name, u.id AS unit_id, u.name AS unit_name, w.summary_deadline, w.strictly_before
             FROM movement_waves w JOIN movements m ON m.id = w.movement_id JOIN plans p ON p.id = m.plan_id
             JOIN units u ON u.parent_id = p.unit_id
             WHERE w.withdrawn IS NULL AND w.closed_at IS NULL AND w.to_day <= $1
               AND m.state NOT IN ('draft', 'closed') AND u.id IN ({})
               AND NOT EXISTS (SELECT 1 FROM wave_reports r WHERE r.wave_id = w.id AND r.unit_id = u.id)
             ORDER BY w.summary_deadline, w.id LIMIT 20",
            places(2, units.len())
        );
        let mut values = values![by];
        values.extend(units.iter().map(|unit| sea_orm::Value::from(unit.as_str())));
        rows(&self.db, &sql, values)
            .await?
            .iter()
            .map(|row| {
                Ok(AskedWave {
                    wave_id: row.get("id")?,
                    name: row.get("name")?,
                    unit_id: row.get("unit_id")?,
                    unit_name: row.get("unit_name")?,
                    deadline: row.get("summary_deadline")?,
                    strictly_before: row.get("strictly_before")?,
                })
            })
            .collect()
    }
}

fn report(row: &Row) -> Result<WaveReport, StoreError> {
    Ok(WaveReport {
        id: row.get("id")?,
        wave_id: row.get("wave_id")?,
        unit_id: row.get("unit_id")?,
        sent_on: row.get("sent_on")?,
        text: row.get("text")?,
        commended: row.get("commended")?,
        people: row.get("people")?,
        version: row.get("version")?,
        account_name: row.get("account_name")?,
        written_at: row.get("written_at")?,
    })
}
