//! Blocks and clusters: the register, who leads for a year, and (in [`arrangements`]) who is in which by decision.

mod arrangements;

pub use arrangements::{Decided, StoredArrangement, StoredPlace};

use crate::regulations::one;
use crate::sql::{Row, execute, insert, places, row, rows, values};
use crate::within::Within;
use crate::{Change, Store, StoreError};
use thidua_domain::basics::text::sort_key;
use thidua_domain::blocks::{BlockKind, LeadSeat};

/// A block or cluster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Identifier.
    pub id: String,
    /// The authority in whose register it stands.
    pub unit_id: String,
    /// What it is called.
    pub kind: BlockKind,
    /// Full name.
    pub name: String,
    /// Organised by another authority; the own one takes part.
    pub outside: bool,
    /// Who organises it, where it is outside.
    pub organiser: Option<String>,
    /// A remark.
    pub note: Option<String>,
    /// Counts up with every change of it or of its leads.
    pub version: i64,
}

/// Who leads a block in a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lead {
    /// The block.
    pub block_id: String,
    /// The year.
    pub year: i32,
    /// Lead or deputy.
    pub seat: LeadSeat,
    /// The unit, where it stands in the tree.
    pub unit_id: Option<String>,
    /// Its name.
    pub name: String,
    /// The decision or minutes it rests on.
    pub document: Option<String>,
}

const COLUMNS: &str = "id, unit_id, kind, name, outside, organiser, note, version";

impl Store {
    /// Blocks in Vietnamese order.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn blocks(&self, within: &Within) -> Result<Vec<Block>, StoreError> {
        let (before, condition, values) = within.condition("unit_id");
        let sql = format!("{before}SELECT {COLUMNS} FROM blocks WHERE {condition} ORDER BY sort_key, id");
        rows(&self.db, &sql, values).await?.iter().map(block).collect()
    }

    /// The blocks of one authority, outside ones among them, in Vietnamese order.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn blocks_of(&self, unit_id: &str) -> Result<Vec<Block>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM blocks WHERE unit_id = $1 ORDER BY sort_key, id");
        rows(&self.db, &sql, values![unit_id]).await?.iter().map(block).collect()
    }

    /// Blocks of any authority in which one of these units is or was by decision.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn blocks_with(&self, units: &[String]) -> Result<Vec<Block>, StoreError> {
        let mut found: Vec<Block> = Vec::new();
        for some in units.chunks(500) {
            let sql = format!(
                "SELECT {COLUMNS} FROM blocks WHERE id IN (SELECT p.block_id FROM block_places p
                   JOIN block_arrangements a ON a.id = p.arrangement_id WHERE a.decided AND p.unit_id IN ({}))
                 ORDER BY sort_key, id",
                places(1, some.len())
            );
            let values = some.iter().map(|id| id.as_str().into()).collect();
            for row in rows(&self.db, &sql, values).await? {
                let block = block(&row)?;
                if !found.iter().any(|known| known.id == block.id) {
                    found.push(block);
                }
            }
        }
        Ok(found)
    }

    /// One block.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn block(&self, id: &str) -> Result<Option<Block>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM blocks WHERE id = $1");
        row(&self.db, &sql, values![id]).await?.as_ref().map(block).transpose()
    }

    /// Who leads some blocks, newest year first, the lead before the deputies.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn block_leads(&self, ids: &[&str]) -> Result<Vec<Lead>, StoreError> {
        let mut found = Vec::new();
        for some in ids.chunks(500) {
            let sql = format!(
                "SELECT block_id, year, seat, unit_id, name, document FROM block_leads WHERE block_id IN ({})
                 ORDER BY year DESC, block_id, position",
                places(1, some.len())
            );
            let values = some.iter().map(|id| (*id).into()).collect();
            for row in rows(&self.db, &sql, values).await? {
                found.push(lead(&row)?);
            }
        }
        Ok(found)
    }
}

impl Change {
    /// Enters a block.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn add_block(&self, new: &Block) -> Result<(), StoreError> {
        let sql = "INSERT INTO blocks (id, unit_id, kind, name, sort_key, outside, organiser, note, version)
                   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
        let values = values![
            new.id.clone(),
            new.unit_id.clone(),
            new.kind.code(),
            new.name.clone(),
            sort_key(&new.name),
            new.outside,
            new.organiser.clone(),
            new.note.clone(),
            new.version,
        ];
        execute(&self.tx, sql, values).await.map(|_| ())
    }

    /// Writes name, kind, organiser and remark of a block.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody changed it since that version was seen.
    pub async fn correct_block(&self, block: &Block, seen: i64) -> Result<(), StoreError> {
        let sql = "UPDATE blocks SET kind = $1, name = $2, sort_key = $3, organiser = $4, note = $5,
                     version = version + 1 WHERE id = $6 AND version = $7";
        let values = values![
            block.kind.code(),
            block.name.clone(),
            sort_key(&block.name),
            block.organiser.clone(),
            block.note.clone(),
            block.id.clone(),
            seen,
        ];
        one(execute(&self.tx, sql, values).await?)
    }

    /// Writes who leads a block in a year; whoever led it in that year before is replaced.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody changed the block since that version was seen.
    pub async fn write_leads(&self, id: &str, year: i32, leads: &[Lead], seen: i64) -> Result<(), StoreError> {
        let sql = "UPDATE blocks SET version = version + 1 WHERE id = $1 AND version = $2";
        one(execute(&self.tx, sql, values![id, seen]).await?)?;
        let year = i64::from(year);
        execute(&self.tx, "DELETE FROM block_leads WHERE block_id = $1 AND year = $2", values![id, year]).await?;
        let columns = ["block_id", "year", "position", "seat", "unit_id", "name", "document"];
        let rows = leads.iter().zip(0_i64..).map(|(lead, position)| {
            values![
                id,
                year,
                position,
                lead.seat.code(),
                lead.unit_id.clone(),
                lead.name.clone(),
                lead.document.clone(),
            ]
        });
        insert(&self.tx, "block_leads", &columns, rows.collect()).await
    }
}

fn block(row: &Row) -> Result<Block, StoreError> {
    Ok(Block {
        id: row.get("id")?,
        unit_id: row.get("unit_id")?,
        kind: row.code("kind", BlockKind::from_code)?,
        name: row.get("name")?,
        outside: row.get("outside")?,
        organiser: row.get("organiser")?,
        note: row.get("note")?,
        version: row.get("version")?,
    })
}

fn lead(row: &Row) -> Result<Lead, StoreError> {
    let year: i64 = row.get("year")?;
    Ok(Lead {
        block_id: row.get("block_id")?,
        year: i32::try_from(year).map_err(|_| StoreError::Unreadable(format!("year = {year}")))?,
        seat: row.code("seat", LeadSeat::from_code)?,
        unit_id: row.get("unit_id")?,
        name: row.get("name")?,
        document: row.get("document")?,
    })
}
