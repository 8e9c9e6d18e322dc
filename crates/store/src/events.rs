//! Congresses and conferences, the units that hold theirs before them, and their delegates.

use crate::regulations::one;
use crate::sql::{Row, execute, insert, places, row, rows, values};
use crate::{Change, Store, StoreError};
use chrono::NaiveDate;
use sea_orm::Value;
use std::collections::HashMap;
use thidua_domain::events::EventKind;
use thidua_domain::people::Category;
use thidua_domain::plans::draft::IssuerLevel;

/// A congress or conference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Identifier.
    pub id: String,
    /// The authority that holds it.
    pub unit_id: String,
    /// What is held.
    pub kind: EventKind,
    /// Which in the row: lần thứ VI.
    pub ordinal: Option<i64>,
    /// Its name.
    pub name: String,
    /// The level.
    pub level: IssuerLevel,
    /// Its first day, once it is set.
    pub day: Option<NaiveDate>,
    /// Its last day, where it takes several.
    pub last_day: Option<NaiveDate>,
    /// Where.
    pub place: Option<String>,
    /// Until when the units below hold theirs.
    pub below_by: Option<NaiveDate>,
    /// Its programme, a line each.
    pub programme: Option<String>,
    /// What came of it.
    pub result: Option<String>,
    /// The wave that it dates.
    pub wave_id: Option<String>,
    /// Why it is not held any more.
    pub withdrawn: Option<String>,
    /// Counts up with every change.
    pub version: i64,
}

/// What a unit did before an event, and whom it sends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EventUnit {
    /// When it held its own.
    pub held_on: Option<NaiveDate>,
    /// In words.
    pub said: Option<String>,
    /// Delegates by category.
    pub delegates: Vec<(Category, i64)>,
}

const COLUMNS: &str = "e.id, e.unit_id, e.kind, e.ordinal, e.name, e.level, e.day, e.last_day, e.place, e.below_by,
    e.programme, e.result, e.wave_id, e.withdrawn, e.version";

impl Store {
    /// One event.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn event(&self, id: &str) -> Result<Option<Event>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM events e WHERE e.id = $1");
        row(&self.db, &sql, values![id]).await?.as_ref().map(event).transpose()
    }

    /// The events of some units, or of all: those without a day first, then the newest. At most `limit`.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn events(&self, units: Option<&[&str]>, limit: i64) -> Result<Vec<Event>, StoreError> {
        let mut values = values![limit];
        let condition = match units {
            None => "1 = 1".to_owned(),
            Some([]) => return Ok(Vec::new()),
            Some(units) => {
                values.extend(units.iter().map(|unit| Value::from(*unit)));
                format!("e.unit_id IN ({})", places(2, units.len()))
            }
        };
        let sql = format!(
            "SELECT {COLUMNS} FROM events e WHERE {condition}
             ORDER BY CASE WHEN e.day IS NULL THEN 0 ELSE 1 END, e.day DESC, e.id DESC LIMIT $1"
        );
        rows(&self.db, &sql, values).await?.iter().map(event).collect()
    }

    /// The events that a wave was tied to.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn events_of_wave(&self, wave_id: &str) -> Result<Vec<Event>, StoreError> {
        let sql =
            format!("SELECT {COLUMNS} FROM events e WHERE e.wave_id = $1 AND e.withdrawn IS NULL ORDER BY e.id");
        rows(&self.db, &sql, values![wave_id]).await?.iter().map(event).collect()
    }

    /// What each unit did before an event, and whom it sends.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn event_units(&self, event_id: &str) -> Result<HashMap<String, EventUnit>, StoreError> {
        let sql = "SELECT unit_id, held_on, said FROM event_units WHERE event_id = $1";
        let mut found: HashMap<String, EventUnit> = HashMap::new();
        for row in rows(&self.db, sql, values![event_id]).await? {
            let unit = EventUnit { held_on: row.get("held_on")?, said: row.get("said")?, delegates: Vec::new() };
            found.insert(row.get("unit_id")?, unit);
        }
        let sql =
            "SELECT unit_id, category, people FROM event_delegates WHERE event_id = $1 ORDER BY unit_id, category";
        for row in rows(&self.db, sql, values![event_id]).await? {
            let category = row.code("category", Category::from_code)?;
            let unit = found.entry(row.get("unit_id")?).or_default();
            unit.delegates.push((category, row.get("people")?));
        }
        Ok(found)
    }
}

impl Change {
    /// Enters an event, or corrects it over the version that the person saw.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody else corrected it since.
    pub async fn write_event(&self, event: &Event) -> Result<(), StoreError> {
        let author = self.author();
        let mut values = values![
            event.kind.code(),
            event.ordinal,
            event.name.clone(),
            event.level.code(),
            event.day,
            event.last_day,
            event.place.clone(),
            event.below_by,
            event.programme.clone(),
            event.result.clone(),
            event.wave_id.clone(),
            event.withdrawn.clone(),
            author.name.clone(),
            author.at,
            event.id.clone(),
        ];
        if event.version == 0 {
            values.push(event.unit_id.clone().into());
            let sql = format!(
                "INSERT INTO events (kind, ordinal, name, level, day, last_day, place, below_by, programme, result, wave_id,
                   withdrawn, account_name, written_at, id, unit_id, version) VALUES ({}, 1)",
                places(1, 16)
            );
            return execute(&self.tx, &sql, values).await.map(|_| ());
        }
        values.push(event.version.into());
        let sql = "UPDATE events SET kind = $1, ordinal = $2, name = $3, level = $4, day = $5, last_day = $6, place = $7,
                     below_by = $8, programme = $9, result = $10, wave_id = $11, withdrawn = $12, account_name = $13,
                     written_at = $14, version = version + 1 WHERE id = $15 AND version = $16";
        one(execute(&self.tx, sql, values).await?)
    }

    /// Says what a unit did before an event and whom it sends; what was said before is replaced.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn write_event_unit(
        &self,
        event_id: &str,
        unit_id: &str,
        unit: &EventUnit,
    ) -> Result<(), StoreError> {
        let author = self.author();
        let sql = "INSERT INTO event_units (held_on, said, account_name, written_at, event_id, unit_id)
                   VALUES ($1, $2, $3, $4, $5, $6)
                   ON CONFLICT (event_id, unit_id) DO UPDATE SET held_on = excluded.held_on, said = excluded.said,
                     account_name = excluded.account_name, written_at = excluded.written_at";
        let values = values![unit.held_on, unit.said.clone(), author.name.clone(), author.at, event_id, unit_id];
        execute(&self.tx, sql, values).await?;
        let sql = "DELETE FROM event_delegates WHERE event_id = $1 AND unit_id = $2";
        execute(&self.tx, sql, values![event_id, unit_id]).await?;
        let of = |(category, people): &(Category, i64)| values![event_id, unit_id, category.code(), *people];
        let columns = ["event_id", "unit_id", "category", "people"];
        insert(&self.tx, "event_delegates", &columns, unit.delegates.iter().map(of).collect()).await
    }
}

fn event(row: &Row) -> Result<Event, StoreError> {
    Ok(Event {
        id: row.get("id")?,
        unit_id: row.get("unit_id")?,
        kind: row.code("kind", EventKind::from_code)?,
        ordinal: row.get("ordinal")?,
        name: row.get("name")?,
        level: row.code("level", IssuerLevel::from_code)?,
        day: row.get("day")?,
        last_day: row.get("last_day")?,
        place: row.get("place")?,
        below_by: row.get("below_by")?,
        programme: row.get("programme")?,
        result: row.get("result")?,
        wave_id: row.get("wave_id")?,
        withdrawn: row.get("withdrawn")?,
        version: row.get("version")?,
    })
}
