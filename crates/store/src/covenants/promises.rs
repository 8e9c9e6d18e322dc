//! What a covenant promises, in its own text and by its annexes, and what came of each.

use crate::registrations::{amount, stored};
use crate::sql::{Row, execute, rows, values};
use crate::{Change, Store, StoreError};
use thidua_domain::basics::Amount;
use thidua_domain::covenants::Outcome;
use thidua_domain::targets::{Comparator, Direction};

/// The words and the value of a promise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// The party that promises; nothing for all.
    pub party_id: Option<String>,
    /// The target whose figure settles it.
    pub target_id: Option<String>,
    /// The registered item whose figure settles it.
    pub item_id: Option<String>,
    /// What is promised.
    pub name: String,
    /// How a figure is compared; nothing for words alone.
    pub comparator: Option<Comparator>,
    /// Which way is better.
    pub direction: Direction,
    /// The value.
    pub value: Option<Amount>,
    /// Its unit.
    pub unit_of: Option<String>,
}

/// A promise in the store: of the covenant itself, or what an annex does to one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commitment {
    /// Identifier.
    pub id: String,
    /// The annex, where it is not the covenant's own.
    pub annex_id: Option<String>,
    /// The promise that the annex changes.
    pub replaces_id: Option<String>,
    /// The annex takes it out.
    pub dropped: bool,
    /// Words and value.
    pub terms: Terms,
    /// Counts up with every change.
    pub version: i64,
}

/// What came of a promise.
#[derive(Clone, Debug)]
pub struct Settled {
    /// The promise.
    pub commitment_id: String,
    /// What came of it.
    pub outcome: Outcome,
    /// The figure it was set against, as it is read.
    pub actual: Option<String>,
    /// The rate.
    pub rate: Option<Amount>,
    /// Why, in words.
    pub said: Option<String>,
    /// Whether a person judged it.
    pub by_person: bool,
    /// Who.
    pub account_name: String,
}

fn commitment(row: &Row) -> Result<Commitment, StoreError> {
    Ok(Commitment {
        id: row.get("id")?,
        annex_id: row.get("annex_id")?,
        replaces_id: row.get("replaces_id")?,
        dropped: row.get("dropped")?,
        terms: Terms {
            party_id: row.get("party_id")?,
            target_id: row.get("target_id")?,
            item_id: row.get("item_id")?,
            name: row.get("name")?,
            comparator: row.optional_code("comparator", Comparator::from_code)?,
            direction: row.code("direction", Direction::from_code)?,
            value: amount(row, "value")?,
            unit_of: row.get("unit_of")?,
        },
        version: row.get("version")?,
    })
}

fn settled(row: &Row) -> Result<Settled, StoreError> {
    Ok(Settled {
        commitment_id: row.get("commitment_id")?,
        outcome: row.code("outcome", Outcome::from_code)?,
        actual: row.get("actual")?,
        rate: amount(row, "rate")?,
        said: row.get("said")?,
        by_person: row.get("by_person")?,
        account_name: row.get("account_name")?,
    })
}

impl Store {
    /// Everything promised, the covenant's own first, then annex by annex.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn covenant_commitments(&self, covenant_id: &str) -> Result<Vec<Commitment>, StoreError> {
        let sql = "SELECT id, annex_id, replaces_id, dropped, party_id, target_id, item_id, name, comparator, direction,
                     value, unit_of, version FROM covenant_commitments WHERE covenant_id = $1 ORDER BY position, id";
        rows(&self.db, sql, values![covenant_id]).await?.iter().map(commitment).collect()
    }

    /// What came of the promises of a covenant, as far as it was said.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn covenant_outcomes(&self, covenant_id: &str) -> Result<Vec<Settled>, StoreError> {
        let sql = "SELECT o.commitment_id, o.outcome, o.actual, o.rate, o.said, o.by_person, o.account_name
                   FROM covenant_outcomes o JOIN covenant_commitments c ON c.id = o.commitment_id
                   WHERE c.covenant_id = $1";
        rows(&self.db, sql, values![covenant_id]).await?.iter().map(settled).collect()
    }
}

impl Change {
    /// Adds a promise to a draft; its identifier.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when it is no draft any more.
    pub async fn add_commitment(
        &self,
        covenant_id: &str,
        position: i64,
        terms: &Terms,
    ) -> Result<String, StoreError> {
        self.touch_draft(covenant_id).await?;
        self.insert_commitment(covenant_id, None, None, false, position, terms).await
    }

    pub(crate) async fn insert_commitment(
        &self,
        covenant_id: &str,
        annex_id: Option<&str>,
        replaces_id: Option<&str>,
        dropped: bool,
        position: i64,
        terms: &Terms,
    ) -> Result<String, StoreError> {
        let id = self.new_id();
        let sql = "INSERT INTO covenant_commitments
                     (party_id, target_id, item_id, name, comparator, direction, value, unit_of, id, covenant_id, annex_id,
                      replaces_id, dropped, position, version)
                   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 1)";
        let mut values = term_values(terms);
        let text = |text: Option<&str>| text.map(str::to_owned);
        values.extend(values![id.clone(), covenant_id, text(annex_id), text(replaces_id), dropped, position]);
        execute(&self.tx, sql, values).await?;
        Ok(id)
    }

    /// Writes a promise of a draft anew. `seen` is the version the person saw.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`].
    pub async fn change_commitment(
        &self,
        covenant_id: &str,
        id: &str,
        seen: i64,
        terms: &Terms,
    ) -> Result<(), StoreError> {
        self.touch_draft(covenant_id).await?;
        let sql = "UPDATE covenant_commitments SET party_id = $1, target_id = $2, item_id = $3, name = $4, comparator = $5,
                     direction = $6, value = $7, unit_of = $8, version = version + 1
                   WHERE id = $9 AND version = $10 AND covenant_id = $11";
        let mut values = term_values(terms);
        values.extend(values![id, seen, covenant_id]);
        if execute(&self.tx, sql, values).await? == 0 { Err(StoreError::ChangedMeanwhile) } else { Ok(()) }
    }

    /// Takes a promise out of a draft.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`].
    pub async fn remove_commitment(&self, covenant_id: &str, id: &str, seen: i64) -> Result<(), StoreError> {
        self.touch_draft(covenant_id).await?;
        let sql = "DELETE FROM covenant_commitments WHERE id = $1 AND version = $2 AND covenant_id = $3";
        let gone = execute(&self.tx, sql, values![id, seen, covenant_id]).await?;
        if gone == 0 { Err(StoreError::ChangedMeanwhile) } else { Ok(()) }
    }

    /// Writes what came of a promise; what was said before is replaced, and stays in the log.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn set_outcome(&self, settled: &Settled) -> Result<(), StoreError> {
        let sql = "INSERT INTO covenant_outcomes (commitment_id, outcome, actual, rate, said, by_person, account_name, at)
                   VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                   ON CONFLICT (commitment_id) DO UPDATE SET outcome = $2, actual = $3, rate = $4, said = $5,
                     by_person = $6, account_name = $7, at = $8";
        let values = values![
            settled.commitment_id.clone(),
            settled.outcome.code(),
            settled.actual.clone(),
            stored(settled.rate),
            settled.said.clone(),
            settled.by_person,
            self.author.name.clone(),
            self.author.at,
        ];
        execute(&self.tx, sql, values).await.map(|_| ())
    }
}

fn term_values(terms: &Terms) -> Vec<sea_orm::Value> {
    values![
        terms.party_id.clone(),
        terms.target_id.clone(),
        terms.item_id.clone(),
        terms.name.clone(),
        terms.comparator.map(Comparator::code),
        terms.direction.code(),
        stored(terms.value),
        terms.unit_of.clone(),
    ]
}
