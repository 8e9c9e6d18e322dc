//! The audit log: who did what to what, when. Written in the change's own transaction, never changed or deleted.

use crate::sql::{execute, rows, values};
use crate::{Change, Moment, Store, StoreError};
use std::collections::HashMap;

/// What a change says of itself.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The authority it concerns.
    pub unit_id: Option<String>,
    /// What was done: `plan.imported`, `figure.entered`, …
    pub act: &'static str,
    /// The kind of thing: `plan`, `figure`, …
    pub subject: &'static str,
    /// Which one.
    pub subject_id: String,
    /// Before and after, in a sentence of data.
    pub detail: Option<String>,
}

/// An entry as it stands in the log.
#[derive(Clone, Debug)]
pub struct Logged {
    /// Its own identifier.
    pub id: String,
    /// When.
    pub at: Moment,
    /// The account; `None` for the system itself.
    pub account_id: Option<String>,
    /// Who.
    pub account_name: String,
    /// What was done.
    pub act: String,
    /// The kind of thing.
    pub subject: String,
    /// Which one.
    pub subject_id: String,
    /// Data of it.
    pub detail: Option<String>,
}

/// Which entries are asked for; `None` leaves a question open.
#[derive(Clone, Copy, Debug, Default)]
pub struct AskedEntries<'a> {
    /// The authorities they concern.
    pub units: Option<&'a [&'a str]>,
    /// Whose they are.
    pub accounts: Option<&'a [&'a str]>,
    /// The kind of thing.
    pub subject: Option<&'a str>,
    /// Which one.
    pub subject_id: Option<&'a str>,
    /// From this moment on.
    pub from: Option<Moment>,
    /// Before this moment.
    pub to: Option<Moment>,
    /// Older than this entry.
    pub older_than: Option<&'a str>,
    /// At most so many.
    pub limit: i64,
}

const COLUMNS: &str = "id, at, account_id, account_name, act, subject, subject_id, detail";

/// How a kind of thing is named: its table, and what is its name there.
fn named(subject: &str) -> Option<(&'static str, &'static str)> {
    Some(match subject {
        "account" => ("accounts t", "t.name"),
        "unit" => ("units t", "t.name"),
        "plan" => ("plans t", "COALESCE(t.number_symbol, t.title, t.source_name)"),
        "movement" => ("movements t", "t.name"),
        "target" => ("targets t", "t.name"),
        "person" => ("people t", "t.name"),
        "staff" => ("emulation_staff t JOIN people p ON p.id = t.person_id", "p.name"),
        "task" => ("tasks t", "t.work"),
        "bottleneck" => ("bottlenecks t", "t.name"),
        "problem" => ("problems t", "t.name"),
        "wave" => ("movement_waves t", "t.name"),
        "event" => ("events t", "t.name"),
        "recognition" => ("recognitions t", "t.whom"),
        "initiative" => ("initiatives t", "t.title"),
        "inspection" => ("inspections t", "t.name"),
        "covenant" => ("covenants t", "t.title"),
        "registration" => ("registrations t JOIN units u ON u.id = t.unit_id", "u.name"),
        "regulation" => ("regulations t", "t.title"),
        "training" => ("trainings t", "t.title"),
        "block" => ("blocks t", "t.name"),
        "arrangement" => ("block_arrangements t JOIN units u ON u.id = t.unit_id", "u.name"),
        "body" => ("bodies t", "t.name"),
        "occasion" => ("unit_occasions t", "t.name"),
        "period-report" => ("period_reports t JOIN movements m ON m.id = t.movement_id", "m.name"),
        "summing-up" => ("summing_ups t JOIN movements m ON m.id = t.movement_id", "m.name"),
        "year" => ("year_decisions t", "t.document"),
        "upload" => ("uploads t", "t.file_name"),
        _ => return None,
    })
}

impl Change {
    /// Writes one more entry into this change's transaction.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn note(&self, entry: Entry) -> Result<(), StoreError> {
        let sql = "INSERT INTO audit (id, at, account_id, account_name, unit_id, act, subject, subject_id, detail)
                   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
        let Entry { unit_id, act, subject, subject_id, detail } = entry;
        let author = &self.author;
        let values = values![
            self.new_id(),
            author.at,
            author.account_id.clone(),
            author.name.clone(),
            unit_id,
            act,
            subject,
            subject_id,
            detail,
        ];
        execute(&self.tx, sql, values).await?;
        Ok(())
    }
}

impl Store {
    /// The newest entries of an authority, or of all.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn audit_log(&self, units: Option<&[&str]>, limit: i64) -> Result<Vec<Logged>, StoreError> {
        self.audit_entries(&AskedEntries { units, limit, ..AskedEntries::default() }).await
    }

    /// The entries that are asked for, newest first.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn audit_entries(&self, asked: &AskedEntries<'_>) -> Result<Vec<Logged>, StoreError> {
        let none = |list: Option<&[&str]>| list.is_some_and(<[&str]>::is_empty);
        if none(asked.units) || none(asked.accounts) {
            return Ok(Vec::new());
        }
        let mut values = values![asked.limit];
        let mut place = |value: sea_orm::Value| {
            values.push(value);
            format!("${}", values.len())
        };
        let mut conditions: Vec<String> = Vec::new();
        for (column, list) in [("unit_id", asked.units), ("account_id", asked.accounts)] {
            if let Some(list) = list {
                let places: Vec<String> = list.iter().map(|one| place((*one).into())).collect();
                conditions.push(format!("{column} IN ({})", places.join(", ")));
            }
        }
        if let Some(subject) = asked.subject {
            conditions.push(format!("subject = {}", place(subject.into())));
        }
        if let Some(id) = asked.subject_id {
            conditions.push(format!("subject_id = {}", place(id.into())));
        }
        if let Some(from) = asked.from {
            conditions.push(format!("at >= {}", place(from.into())));
        }
        if let Some(to) = asked.to {
            conditions.push(format!("at < {}", place(to.into())));
        }
        if let Some(last) = asked.older_than {
            let last = place(last.into());
            let at = format!("(SELECT at FROM audit WHERE id = {last})");
            conditions.push(format!("(at < {at} OR (at = {at} AND id < {last}))"));
        }
        let filter =
            if conditions.is_empty() { String::new() } else { format!("WHERE {}", conditions.join(" AND ")) };
        let sql = format!("SELECT {COLUMNS} FROM audit {filter} ORDER BY at DESC, id DESC LIMIT $1");
        rows(&self.db, &sql, values).await?.iter().map(logged).collect()
    }

    /// Everything done to one thing, oldest first.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn history_of(&self, subject: &str, subject_id: &str) -> Result<Vec<Logged>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM audit WHERE subject = $1 AND subject_id = $2 ORDER BY at, id");
        rows(&self.db, &sql, values![subject, subject_id]).await?.iter().map(logged).collect()
    }
}

impl Store {
    /// The present names of things of one kind, by identifier; what is gone has none.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn names_of_things(
        &self,
        subject: &str,
        ids: &[&str],
    ) -> Result<HashMap<String, String>, StoreError> {
        let (Some((table, name)), false) = (named(subject), ids.is_empty()) else { return Ok(HashMap::new()) };
        let places = crate::sql::places(1, ids.len());
        let sql = format!("SELECT t.id AS id, {name} AS name FROM {table} WHERE t.id IN ({places})");
        let values = ids.iter().map(|id| (*id).into()).collect();
        let found = rows(&self.db, &sql, values).await?;
        found.iter().map(|row| Ok((row.get("id")?, row.get("name")?))).collect()
    }
}

fn logged(row: &crate::sql::Row) -> Result<Logged, StoreError> {
    Ok(Logged {
        id: row.get("id")?,
        account_id: row.get("account_id")?,
        at: row.get("at")?,
        account_name: row.get("account_name")?,
        act: row.get("act")?,
        subject: row.get("subject")?,
        subject_id: row.get("subject_id")?,
        detail: row.get("detail")?,
    })
}
