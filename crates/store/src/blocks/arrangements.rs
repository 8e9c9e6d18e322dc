//! Arrangements: proposed, then decided with a number and a date, and from then on the composition of their days.

use super::Block;
use crate::regulations::one;
use crate::sql::{Row, execute, insert, places, row, rows, values};
use crate::{Change, Moment, Store, StoreError};
use chrono::NaiveDate;
use std::collections::HashMap;
use thidua_domain::blocks::{Arrangement, Place, new_key};

/// A place with the name of its block as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredPlace {
    /// The place; a block that is only proposed has the key of its name.
    pub place: Place,
    /// The block's name as written.
    pub block_name: String,
}

/// An arrangement with its document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredArrangement {
    /// Identifier.
    pub id: String,
    /// The authority.
    pub unit_id: String,
    /// The outside cluster that it is about; none: all blocks of the authority.
    pub block_id: Option<String>,
    /// First day.
    pub from: NaiveDate,
    /// Whether it is decided; else it is a proposal and holds for nothing.
    pub decided: bool,
    /// Number and symbol of the decision.
    pub number_symbol: Option<String>,
    /// Its date.
    pub dated: Option<NaiveDate>,
    /// Why.
    pub reason: Option<String>,
    /// The kept file.
    pub file_digest: Option<String>,
    /// Its name as uploaded.
    pub file_name: Option<String>,
    /// Counts up with every change.
    pub version: i64,
    /// Who recorded it.
    pub account_name: String,
    /// When.
    pub recorded_at: Moment,
    /// The whole composition.
    pub places: Vec<StoredPlace>,
}

impl StoredArrangement {
    /// Days and members alone.
    pub fn times(&self) -> Arrangement {
        let places = self.places.iter().map(|one| one.place.clone()).collect();
        Arrangement { id: self.id.clone(), from: self.from, places }
    }
}

/// How a proposal is decided.
#[derive(Clone, Debug)]
pub struct Decided<'a> {
    /// The version of the proposal that was seen.
    pub seen: i64,
    /// How many arrangements of the same scope were decided when the preview was seen.
    pub decided_seen: i64,
    /// Number and symbol.
    pub number_symbol: &'a str,
    /// Date of the document.
    pub dated: Option<NaiveDate>,
    /// The kept file.
    pub file: Option<(String, String)>,
    /// Blocks that begin, by the key under which the proposal names them.
    pub founded: &'a [(String, Block)],
}

const COLUMNS: &str =
    "id, unit_id, block_id, from_day, decided, number_symbol, dated, reason, file_digest, file_name,
    version, account_name, recorded_at";

impl Store {
    /// Arrangements of some authorities with their places, decided ones and proposals, oldest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn arrangements(&self, units: &[&str]) -> Result<Vec<StoredArrangement>, StoreError> {
        let mut found = Vec::new();
        for some in units.chunks(500) {
            let listed = places(1, some.len());
            let sql = format!(
                "SELECT {COLUMNS} FROM block_arrangements WHERE unit_id IN ({listed}) ORDER BY from_day, id"
            );
            let values = || some.iter().map(|id| (*id).into()).collect();
            let heads = rows(&self.db, &sql, values()).await?;
            let condition =
                format!("arrangement_id IN (SELECT id FROM block_arrangements WHERE unit_id IN ({listed}))");
            let mut of = self.places_where(&condition, values()).await?;
            for head in heads {
                let id: String = head.get("id")?;
                found.push(arrangement(&head, of.remove(&id).unwrap_or_default())?);
            }
        }
        Ok(found)
    }

    /// One arrangement.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn arrangement(&self, id: &str) -> Result<Option<StoredArrangement>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM block_arrangements WHERE id = $1");
        let Some(head) = row(&self.db, &sql, values![id]).await? else { return Ok(None) };
        let mut of = self.places_where("arrangement_id = $1", values![id]).await?;
        arrangement(&head, of.remove(id).unwrap_or_default()).map(Some)
    }

    async fn places_where(
        &self,
        condition: &str,
        values: Vec<sea_orm::Value>,
    ) -> Result<HashMap<String, Vec<StoredPlace>>, StoreError> {
        let sql = format!(
            "SELECT arrangement_id, block_id, block_name, unit_id, name, from_day, to_day FROM block_places
             WHERE {condition} ORDER BY arrangement_id, position"
        );
        let mut found: HashMap<String, Vec<StoredPlace>> = HashMap::new();
        for row in rows(&self.db, &sql, values).await? {
            found.entry(row.get("arrangement_id")?).or_default().push(place(&row)?);
        }
        Ok(found)
    }
}

impl Change {
    /// Keeps a proposal: a new one, or the one of that identifier anew.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody changed it since that version was seen, or it is decided.
    pub async fn propose_arrangement(&self, new: &StoredArrangement, seen: Option<i64>) -> Result<(), StoreError> {
        if let Some(seen) = seen {
            let sql = "UPDATE block_arrangements SET from_day = $1, reason = $2, version = version + 1,
                         account_name = $3, recorded_at = $4
                       WHERE id = $5 AND version = $6 AND NOT decided";
            let author = self.author();
            let values =
                values![new.from, new.reason.clone(), author.name.clone(), author.at, new.id.clone(), seen];
            one(execute(&self.tx, sql, values).await?)?;
            execute(&self.tx, "DELETE FROM block_places WHERE arrangement_id = $1", values![new.id.clone()])
                .await?;
        } else {
            let sql = format!("INSERT INTO block_arrangements ({COLUMNS}) VALUES ({})", places(1, 13));
            let author = self.author();
            let values = values![
                new.id.clone(),
                new.unit_id.clone(),
                new.block_id.clone(),
                new.from,
                false,
                None::<String>,
                None::<NaiveDate>,
                new.reason.clone(),
                None::<String>,
                None::<String>,
                0_i64,
                author.name.clone(),
                author.at,
            ];
            execute(&self.tx, &sql, values).await?;
        }
        let columns =
            ["arrangement_id", "position", "block_id", "block_name", "unit_id", "name", "from_day", "to_day"];
        let rows = new.places.iter().zip(0_i64..).map(|(one, position)| {
            let proposed = one.place.block == new_key(&one.block_name);
            values![
                new.id.clone(),
                position,
                (!proposed).then(|| one.place.block.clone()),
                one.block_name.clone(),
                one.place.unit_id.clone(),
                one.place.name.clone(),
                one.place.from,
                one.place.to,
            ]
        });
        insert(&self.tx, "block_places", &columns, rows.collect()).await
    }

    /// Throws a proposal away.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when it was changed or decided since that version was seen.
    pub async fn discard_arrangement(&self, id: &str, seen: i64) -> Result<(), StoreError> {
        // held first, so that nobody decides it between the two
        let sql =
            "UPDATE block_arrangements SET version = version + 1 WHERE id = $1 AND version = $2 AND NOT decided";
        one(execute(&self.tx, sql, values![id, seen]).await?)?;
        execute(&self.tx, "DELETE FROM block_places WHERE arrangement_id = $1", values![id]).await?;
        execute(&self.tx, "DELETE FROM block_arrangements WHERE id = $1", values![id]).await.map(|_| ())
    }

    /// Decides a proposal: founds its new blocks and makes it the composition from its first day.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when the proposal, or what it was compared with, changed since it was seen;
    /// [`StoreError::AlreadyThere`] when another decided one begins on the same day.
    pub async fn decide_arrangement(
        &self,
        proposal: &StoredArrangement,
        decided: &Decided<'_>,
    ) -> Result<(), StoreError> {
        // two who decide for one authority come one after the other
        let sql = "UPDATE units SET version = version WHERE id = $1";
        execute(&self.tx, sql, values![proposal.unit_id.clone()]).await?;
        let scope = "unit_id = $1 AND COALESCE(block_id, '') = $2 AND decided";
        let of = || values![proposal.unit_id.clone(), proposal.block_id.clone().unwrap_or_default()];
        let sql = format!("SELECT COUNT(*) AS n FROM block_arrangements WHERE {scope}");
        let known: i64 = row(&self.tx, &sql, of()).await?.ok_or(StoreError::Absent)?.get("n")?;
        if known != decided.decided_seen {
            return Err(StoreError::ChangedMeanwhile);
        }
        let sql = format!("SELECT id FROM block_arrangements WHERE {scope} AND from_day = $3");
        let mut values = of();
        values.push(proposal.from.into());
        if row(&self.tx, &sql, values).await?.is_some() {
            return Err(StoreError::AlreadyThere);
        }
        let sql = "UPDATE block_arrangements SET decided = $1, number_symbol = $2, dated = $3, file_digest = $4,
                     file_name = $5, version = version + 1, account_name = $6, recorded_at = $7
                   WHERE id = $8 AND version = $9 AND NOT decided";
        let (digest, name) = decided.file.clone().unzip();
        let author = self.author();
        let values = values![
            true,
            decided.number_symbol,
            decided.dated,
            digest,
            name,
            author.name.clone(),
            author.at,
            proposal.id.clone(),
            decided.seen,
        ];
        one(execute(&self.tx, sql, values).await?)?;
        for (key, block) in decided.founded {
            self.add_block(block).await?;
            for (position, one) in (0_i64..).zip(&proposal.places) {
                if one.place.block == *key {
                    let sql = "UPDATE block_places SET block_id = $1 WHERE arrangement_id = $2 AND position = $3";
                    execute(&self.tx, sql, values![block.id.clone(), proposal.id.clone(), position]).await?;
                }
            }
        }
        let sql = "SELECT block_name FROM block_places WHERE arrangement_id = $1 AND block_id IS NULL LIMIT 1";
        match row(&self.tx, sql, values![proposal.id.clone()]).await? {
            None => Ok(()),
            Some(_) => Err(StoreError::ChangedMeanwhile),
        }
    }
}

fn place(row: &Row) -> Result<StoredPlace, StoreError> {
    let block: Option<String> = row.get("block_id")?;
    let block_name: String = row.get("block_name")?;
    let place = Place {
        block: block.unwrap_or_else(|| new_key(&block_name)),
        unit_id: row.get("unit_id")?,
        name: row.get("name")?,
        from: row.get("from_day")?,
        to: row.get("to_day")?,
    };
    Ok(StoredPlace { place, block_name })
}

fn arrangement(row: &Row, places: Vec<StoredPlace>) -> Result<StoredArrangement, StoreError> {
    Ok(StoredArrangement {
        id: row.get("id")?,
        unit_id: row.get("unit_id")?,
        block_id: row.get("block_id")?,
        from: row.get("from_day")?,
        decided: row.get("decided")?,
        number_symbol: row.get("number_symbol")?,
        dated: row.get("dated")?,
        reason: row.get("reason")?,
        file_digest: row.get("file_digest")?,
        file_name: row.get("file_name")?,
        version: row.get("version")?,
        account_name: row.get("account_name")?,
        recorded_at: row.get("recorded_at")?,
        places,
    })
}
