//! What a registration holds: targets, titles, tasks; and how each goes on.

use crate::sql::{Row, execute, row, rows, values};
use crate::{Change, Moment, Store, StoreError};
use chrono::NaiveDate;
use thidua_domain::basics::Amount;
use thidua_domain::figures::Attainment;
use thidua_domain::registrations::{ItemKind, State};
use thidua_domain::targets::{Comparator, Direction};

/// What a person writes of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// What it is.
    pub kind: ItemKind,
    /// The target of the movement, where it was chosen from there.
    pub target_id: Option<String>,
    /// Whether the figure of that target counts, and not one of the unit's own.
    pub shared: bool,
    /// Its name.
    pub name: String,
    /// How a figure is compared; only of targets.
    pub comparator: Option<Comparator>,
    /// Which way is better.
    pub direction: Direction,
    /// The planned or assigned value.
    pub planned: Option<Amount>,
    /// The registered value.
    pub registered: Option<Amount>,
    /// Its unit.
    pub unit_of: Option<String>,
    /// The code of a title or commendation.
    pub title_code: Option<String>,
    /// The person it is for; nothing for the unit itself.
    pub person: Option<String>,
    /// That person in the register of people, once linked.
    pub person_id: Option<String>,
    /// Hard, complex.
    pub hard: bool,
    /// What it is about.
    pub description: Option<String>,
    /// What is to come of it.
    pub expected: Option<String>,
    /// Why less than planned.
    pub reason: Option<String>,
}

/// An item as it stands in the store.
#[derive(Clone, Debug)]
pub struct Item {
    /// Identifier.
    pub id: String,
    /// Its registration.
    pub registration_id: String,
    /// What was written.
    pub written: Written,
    /// What the approver remarked.
    pub remark: Option<String>,
    /// Counts up with every change.
    pub version: i64,
    /// Who wrote it last.
    pub account_name: String,
}

/// How an item goes on.
#[derive(Clone, Debug)]
pub struct Progress {
    /// The item.
    pub item_id: String,
    /// The day it tells of.
    pub dated: NaiveDate,
    /// In a sentence.
    pub said: String,
    /// A figure, where there is one.
    pub value: Option<Amount>,
    /// A judgement, where there is one.
    pub attainment: Option<Attainment>,
    /// Where it comes from.
    pub source: Option<String>,
    /// Who wrote it.
    pub account_name: String,
    /// When.
    pub at: Moment,
}

const COLUMNS: &str = "i.id, i.registration_id, i.kind, i.target_id, i.shared, i.name, i.comparator, i.direction,
    i.planned, i.registered, i.unit_of, i.title_code, i.person, i.person_id, i.hard, i.description, i.expected,
    i.reason, i.remark, i.version, i.account_name";

pub(crate) fn amount(row: &Row, column: &str) -> Result<Option<Amount>, StoreError> {
    Ok(row.get::<Option<i64>>(column)?.map(Amount::from_ten_thousandths))
}

pub(crate) fn stored(amount: Option<Amount>) -> Option<i64> {
    amount.map(Amount::ten_thousandths)
}

fn item(row: &Row) -> Result<Item, StoreError> {
    Ok(Item {
        id: row.get("id")?,
        registration_id: row.get("registration_id")?,
        written: Written {
            kind: row.code("kind", ItemKind::from_code)?,
            target_id: row.get("target_id")?,
            shared: row.get("shared")?,
            name: row.get("name")?,
            comparator: row.optional_code("comparator", Comparator::from_code)?,
            direction: row.code("direction", Direction::from_code)?,
            planned: amount(row, "planned")?,
            registered: amount(row, "registered")?,
            unit_of: row.get("unit_of")?,
            title_code: row.get("title_code")?,
            person: row.get("person")?,
            person_id: row.get("person_id")?,
            hard: row.get("hard")?,
            description: row.get("description")?,
            expected: row.get("expected")?,
            reason: row.get("reason")?,
        },
        remark: row.get("remark")?,
        version: row.get("version")?,
        account_name: row.get("account_name")?,
    })
}

fn progress(row: &Row) -> Result<Progress, StoreError> {
    Ok(Progress {
        item_id: row.get("item_id")?,
        dated: row.get("dated")?,
        said: row.get("said")?,
        value: amount(row, "value")?,
        attainment: row.optional_code("attainment", Attainment::from_code)?,
        source: row.get("source")?,
        account_name: row.get("account_name")?,
        at: row.get("at")?,
    })
}

impl Store {
    /// The items of a registration in the order they were written.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn registration_items(&self, registration_id: &str) -> Result<Vec<Item>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM registration_items i WHERE i.registration_id = $1 ORDER BY i.id");
        rows(&self.db, &sql, values![registration_id]).await?.iter().map(item).collect()
    }

    /// The items of all registrations of a round.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn registration_items_of_round(&self, round_id: &str) -> Result<Vec<Item>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM registration_items i JOIN registrations r ON r.id = i.registration_id
             WHERE r.round_id = $1 ORDER BY i.id"
        );
        rows(&self.db, &sql, values![round_id]).await?.iter().map(item).collect()
    }

    /// One item.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn registration_item(&self, id: &str) -> Result<Option<Item>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM registration_items i WHERE i.id = $1");
        row(&self.db, &sql, values![id]).await?.as_ref().map(item).transpose()
    }

    /// How the items of all registrations of a round go on, the newest day first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn registration_progress(&self, round_id: &str) -> Result<Vec<Progress>, StoreError> {
        let sql = "SELECT g.item_id, g.dated, g.said, g.value, g.attainment, g.source, g.account_name, g.at
                   FROM registration_progress g JOIN registration_items i ON i.id = g.item_id
                   JOIN registrations r ON r.id = i.registration_id
                   WHERE r.round_id = $1 ORDER BY g.dated DESC, g.at DESC, g.id DESC";
        rows(&self.db, sql, values![round_id]).await?.iter().map(progress).collect()
    }
}

impl Change {
    /// Counts a registration up; only while the unit may still write in it.
    async fn touch_registration(&self, id: &str) -> Result<(), StoreError> {
        let sql = "UPDATE registrations SET version = version + 1 WHERE id = $1 AND state IN ($2, $3)";
        let values = values![id, State::Draft.code(), State::Returned.code()];
        if execute(&self.tx, sql, values).await? == 0 { Err(StoreError::ChangedMeanwhile) } else { Ok(()) }
    }

    /// Adds an item; its identifier.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when the registration was sent meanwhile.
    pub async fn add_item(&self, registration_id: &str, written: &Written) -> Result<String, StoreError> {
        let id = self.new_id();
        self.add_item_as(&id, registration_id, written).await?;
        Ok(id)
    }

    /// Adds an item under an identifier; of several that are added at once, the order of identifiers is theirs.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when the registration was sent meanwhile.
    pub async fn add_item_as(&self, id: &str, registration_id: &str, written: &Written) -> Result<(), StoreError> {
        self.touch_registration(registration_id).await?;
        let sql = "INSERT INTO registration_items
                     (kind, target_id, shared, name, comparator, direction, planned, registered, unit_of, title_code,
                      person, person_id, hard, description, expected, reason, account_name, written_at, id,
                      registration_id, version)
                   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, 1)";
        let mut values = self.item_values(written);
        values.extend(values![id, registration_id]);
        execute(&self.tx, sql, values).await.map(|_| ())
    }

    /// Writes an item anew. `seen` is the version the person saw.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody else wrote it since, or the registration was sent.
    pub async fn change_item(&self, item: &Item, seen: i64, written: &Written) -> Result<(), StoreError> {
        self.touch_registration(&item.registration_id).await?;
        let sql = "UPDATE registration_items SET kind = $1, target_id = $2, shared = $3, name = $4, comparator = $5,
                     direction = $6, planned = $7, registered = $8, unit_of = $9, title_code = $10, person = $11,
                     person_id = $12, hard = $13, description = $14, expected = $15, reason = $16, account_name = $17,
                     written_at = $18, version = version + 1
                   WHERE id = $19 AND version = $20";
        let mut values = self.item_values(written);
        values.extend(values![item.id.clone(), seen]);
        if execute(&self.tx, sql, values).await? == 0 { Err(StoreError::ChangedMeanwhile) } else { Ok(()) }
    }

    fn item_values(&self, written: &Written) -> Vec<sea_orm::Value> {
        values![
            written.kind.code(),
            written.target_id.clone(),
            written.shared,
            written.name.clone(),
            written.comparator.map(Comparator::code),
            written.direction.code(),
            stored(written.planned),
            stored(written.registered),
            written.unit_of.clone(),
            written.title_code.clone(),
            written.person.clone(),
            written.person_id.clone(),
            written.hard,
            written.description.clone(),
            written.expected.clone(),
            written.reason.clone(),
            self.author.name.clone(),
            self.author.at,
        ]
    }

    /// Takes an item out before the registration is sent; what was told of it goes with it.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`].
    pub async fn remove_item(&self, item: &Item, seen: i64) -> Result<(), StoreError> {
        self.touch_registration(&item.registration_id).await?;
        execute(&self.tx, "DELETE FROM registration_progress WHERE item_id = $1", values![item.id.clone()]).await?;
        let sql = "DELETE FROM registration_items WHERE id = $1 AND version = $2";
        let gone = execute(&self.tx, sql, values![item.id.clone(), seen]).await?;
        if gone == 0 { Err(StoreError::ChangedMeanwhile) } else { Ok(()) }
    }

    /// Writes what the approver remarks on an item.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn remark_item(&self, item_id: &str, remark: Option<&str>) -> Result<(), StoreError> {
        let sql = "UPDATE registration_items SET remark = $1 WHERE id = $2";
        execute(&self.tx, sql, values![remark.map(str::to_owned), item_id]).await.map(|_| ())
    }

    /// Tells how an item goes on.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn add_progress(
        &self,
        item_id: &str,
        dated: NaiveDate,
        said: &str,
        value: Option<Amount>,
        attainment: Option<Attainment>,
        source: Option<&str>,
    ) -> Result<(), StoreError> {
        let sql = "INSERT INTO registration_progress (id, item_id, dated, said, value, attainment, source, account_name, at)
                   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
        let values = values![
            self.new_id(),
            item_id,
            dated,
            said,
            stored(value),
            attainment.map(Attainment::code),
            source.map(str::to_owned),
            self.author.name.clone(),
            self.author.at,
        ];
        execute(&self.tx, sql, values).await.map(|_| ())
    }
}
