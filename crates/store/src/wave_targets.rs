//! What a wave strives for, and the hard matters for which it was opened.

use crate::registrations::{amount, stored};
use crate::sql::{Row, execute, insert, row, rows, values};
use crate::{Change, Store, StoreError};
use chrono::NaiveDate;
use sea_orm::Value;
use thidua_domain::basics::Amount;
use thidua_domain::figures::Attainment;
use thidua_domain::targets::{Comparator, Direction};

/// A target of a wave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaveTarget {
    /// Identifier.
    pub id: String,
    /// The target of the movement, where it was chosen from there.
    pub target_id: Option<String>,
    /// Its name.
    pub name: String,
    /// How a figure is compared.
    pub comparator: Comparator,
    /// Which way is better.
    pub direction: Direction,
    /// The value of the wave; of a target of the movement nothing when its own value holds.
    pub value: Option<Amount>,
    /// Its unit.
    pub unit_of: Option<String>,
    /// The figure at the end, where somebody wrote one.
    pub figure: Option<Amount>,
    /// The judgement at the end, where somebody judged.
    pub attainment: Option<Attainment>,
    /// The day of the figure.
    pub dated: Option<NaiveDate>,
    /// Where it comes from.
    pub source: Option<String>,
    /// Counts up with every change; zero for one that is not there yet.
    pub version: i64,
}

/// A hard matter of a wave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WaveMatter {
    /// An item of the register of bottlenecks.
    Bottleneck(String),
    /// A hard item that a unit registered.
    Item(String),
}

impl Change {
    /// Only an open wave is worked on.
    async fn of_open_wave(&self, wave_id: &str) -> Result<(), StoreError> {
        let sql = "UPDATE movement_waves SET position = position
                   WHERE id = $1 AND closed_at IS NULL AND withdrawn IS NULL";
        if execute(&self.tx, sql, values![wave_id]).await? == 0 {
            Err(StoreError::ChangedMeanwhile)
        } else {
            Ok(())
        }
    }

    /// Writes a target of an open wave: a new one, or over the version that the person saw.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody else changed it, or the wave was closed or withdrawn.
    pub async fn write_wave_target(&self, wave_id: &str, target: &WaveTarget) -> Result<(), StoreError> {
        self.of_open_wave(wave_id).await?;
        let sql = if target.version == 0 {
            "INSERT INTO wave_targets (target_id, name, comparator, direction, value, unit_of, figure, attainment, dated,
               source, account_name, written_at, id, wave_id, version)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15 + 1)"
        } else {
            "UPDATE wave_targets SET target_id = $1, name = $2, comparator = $3, direction = $4, value = $5, unit_of = $6,
               figure = $7, attainment = $8, dated = $9, source = $10, account_name = $11, written_at = $12,
               version = version + 1 WHERE id = $13 AND wave_id = $14 AND version = $15"
        };
        let values = values![
            target.target_id.clone(),
            target.name.clone(),
            target.comparator.code(),
            target.direction.code(),
            stored(target.value),
            target.unit_of.clone(),
            stored(target.figure),
            target.attainment.map(Attainment::code),
            target.dated,
            target.source.clone(),
            self.author().name.clone(),
            self.author().at,
            target.id.clone(),
            wave_id,
            target.version,
        ];
        if execute(&self.tx, sql, values).await? == 0 { Err(StoreError::ChangedMeanwhile) } else { Ok(()) }
    }

    /// Takes a target out of an open wave.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] as above.
    pub async fn remove_wave_target(&self, wave_id: &str, id: &str, seen: i64) -> Result<(), StoreError> {
        self.of_open_wave(wave_id).await?;
        let sql = "DELETE FROM wave_targets WHERE id = $1 AND wave_id = $2 AND version = $3";
        let gone = execute(&self.tx, sql, values![id, wave_id, seen]).await?;
        if gone == 0 { Err(StoreError::ChangedMeanwhile) } else { Ok(()) }
    }

    /// Says for which hard matters an open wave works; what was said before is replaced.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when the wave was closed or withdrawn.
    pub async fn set_wave_matters(&self, wave_id: &str, matters: &[WaveMatter]) -> Result<(), StoreError> {
        self.of_open_wave(wave_id).await?;
        execute(&self.tx, "DELETE FROM wave_matters WHERE wave_id = $1", values![wave_id]).await?;
        let of = |matter: &WaveMatter| -> Vec<Value> {
            let (bottleneck, item) = match matter {
                WaveMatter::Bottleneck(id) => (Some(id.clone()), None),
                WaveMatter::Item(id) => (None, Some(id.clone())),
            };
            values![self.new_id(), wave_id, bottleneck, item]
        };
        let columns = ["id", "wave_id", "bottleneck_id", "item_id"];
        insert(&self.tx, "wave_matters", &columns, matters.iter().map(of).collect()).await
    }
}

impl Store {
    /// The targets of a wave in the order in which they were written.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn wave_targets(&self, wave_id: &str) -> Result<Vec<WaveTarget>, StoreError> {
        let sql =
            "SELECT id, target_id, name, comparator, direction, value, unit_of, figure, attainment, dated, source,
                     version FROM wave_targets WHERE wave_id = $1 ORDER BY id";
        rows(&self.db, sql, values![wave_id]).await?.iter().map(target).collect()
    }

    /// The hard matters of a wave.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn wave_matters(&self, wave_id: &str) -> Result<Vec<WaveMatter>, StoreError> {
        let sql = "SELECT bottleneck_id, item_id FROM wave_matters WHERE wave_id = $1 ORDER BY id";
        let mut found = Vec::new();
        for row in rows(&self.db, sql, values![wave_id]).await? {
            let (bottleneck, item): (Option<String>, Option<String>) =
                (row.get("bottleneck_id")?, row.get("item_id")?);
            found.extend(bottleneck.map(WaveMatter::Bottleneck).or(item.map(WaveMatter::Item)));
        }
        Ok(found)
    }

    /// The waves that work on a bottleneck: identifier and name.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn waves_on_bottleneck(&self, bottleneck_id: &str) -> Result<Vec<(String, String)>, StoreError> {
        let sql = "SELECT w.id, w.name FROM wave_matters m JOIN movement_waves w ON w.id = m.wave_id
                   WHERE m.bottleneck_id = $1 AND w.withdrawn IS NULL ORDER BY w.id";
        let found = rows(&self.db, sql, values![bottleneck_id]).await?;
        found.iter().map(|row| Ok((row.get("id")?, row.get("name")?))).collect()
    }

    /// The unit that registered an item.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn unit_of_item(&self, item_id: &str) -> Result<Option<String>, StoreError> {
        let sql = "SELECT u.name FROM registration_items i JOIN registrations r ON r.id = i.registration_id
                   JOIN units u ON u.id = r.unit_id WHERE i.id = $1";
        row(&self.db, sql, values![item_id]).await?.map(|row| row.get("name")).transpose()
    }
}

fn target(row: &Row) -> Result<WaveTarget, StoreError> {
    Ok(WaveTarget {
        id: row.get("id")?,
        target_id: row.get("target_id")?,
        name: row.get("name")?,
        comparator: row.code("comparator", Comparator::from_code)?,
        direction: row.code("direction", Direction::from_code)?,
        value: amount(row, "value")?,
        unit_of: row.get("unit_of")?,
        figure: amount(row, "figure")?,
        attainment: row.optional_code("attainment", Attainment::from_code)?,
        dated: row.get("dated")?,
        source: row.get("source")?,
        version: row.get("version")?,
    })
}
