//! The register of initiatives: what was handed in, by whom, and where it stands.

mod after;
mod judging;
mod people;

pub use after::{Adoption, Candidate, Confirmation, Recognised, UseOf};
pub use judging::{Card, Judge, UnitRule};
pub use people::OfPerson;

use crate::regulations::one;
use crate::sql::{Row, execute, insert, places, row, rows, values};
use crate::within::Within;
use crate::{Change, Moment, Store, StoreError};
use chrono::NaiveDate;
use sea_orm::Value;
use std::collections::HashMap;
use thidua_domain::basics::text::sort_key;
use thidua_domain::initiatives::{Kind, Scope, State};

/// Texts that are compared with a new one; the newest.
const COMPARED: usize = 5_000;

/// Who made it, and their part in percent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Author {
    /// The record of the person; none for a name alone.
    pub person_id: Option<String>,
    /// The name.
    pub name: String,
    /// The part.
    pub share: i64,
}

/// The council before which it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sitting {
    /// The body.
    pub body_id: String,
    /// The day whose members judge.
    pub day: NaiveDate,
    /// The rule as it was then.
    pub rule: String,
    /// Whether authors and unit are hidden from members before the close.
    pub blind: bool,
    /// Since when no card is taken any more.
    pub closed_on: Option<NaiveDate>,
}

/// An initiative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Initiative {
    /// Identifier.
    pub id: String,
    /// The unit that hands it in.
    pub unit_id: String,
    /// The year in which it counts.
    pub year: i32,
    /// What it is.
    pub kind: Kind,
    /// Its name.
    pub title: String,
    /// What it is about.
    pub summary: String,
    /// What comes of it.
    pub benefit: Option<String>,
    /// First use or trial.
    pub first_used_on: Option<NaiveDate>,
    /// When it was handed in.
    pub submitted_on: NaiveDate,
    /// Where it stands.
    pub state: State,
    /// The scope asked for; once recognised, the widest of its decisions.
    pub scope: Scope,
    /// Number of the first decision.
    pub number_symbol: Option<String>,
    /// Its day.
    pub dated: Option<NaiveDate>,
    /// Who recognised it.
    pub recognised_by: Option<String>,
    /// Why it was returned, refused or taken back.
    pub reason: Option<String>,
    /// The kept file.
    pub file_digest: Option<String>,
    /// Its name.
    pub file_name: Option<String>,
    /// The council before which it stands or stood.
    pub sitting: Option<Sitting>,
    /// Invented.
    pub illustrative: bool,
    /// Who made it.
    pub authors: Vec<Author>,
    /// Counts up with every change; zero for one that is not there yet.
    pub version: i64,
    /// Who wrote it last.
    pub account_name: String,
    /// When.
    pub written_at: Moment,
}

/// A text of the register, to be compared with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Identifier.
    pub id: String,
    /// The unit.
    pub unit_id: String,
    /// The year.
    pub year: i32,
    /// The name.
    pub title: String,
    /// Name, summary and benefit.
    pub text: String,
}

const COLUMNS: &str = "i.id, i.unit_id, i.year, i.kind, i.title, i.summary, i.benefit, i.first_used_on, i.submitted_on,
    i.state, i.scope, i.body_id, i.judged_on, i.rule, i.blind, i.closed_on, i.number_symbol, i.dated, i.recognised_by,
    i.reason, i.file_digest, i.file_name, i.illustrative, i.version, i.account_name, i.written_at";

fn year(row: &Row) -> Result<i32, StoreError> {
    let year: i64 = row.get("year")?;
    i32::try_from(year).map_err(|_| StoreError::Unreadable(format!("year = {year}")))
}

impl Store {
    /// Initiatives of these units, and those that they are to adopt, the newest year first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn initiatives(&self, within: &Within) -> Result<Vec<Initiative>, StoreError> {
        let (before, own, values) = within.condition("i.unit_id");
        let (_, adopts, _) = within.condition("a.unit_id");
        let sql = format!(
            "{before}SELECT {COLUMNS} FROM initiatives i
             WHERE {own} OR i.id IN (SELECT a.initiative_id FROM initiative_adoptions a WHERE {adopts})
             ORDER BY i.year DESC, i.sort_key, i.id"
        );
        self.with_authors(rows(&self.db, &sql, values).await?).await
    }

    /// One initiative.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn initiative(&self, id: &str) -> Result<Option<Initiative>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM initiatives i WHERE i.id = $1");
        let found = row(&self.db, &sql, values![id]).await?.into_iter().collect();
        Ok(self.with_authors(found).await?.pop())
    }

    /// The texts of the whole register, the newest first, without those that were withdrawn.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn told_initiatives(&self) -> Result<Vec<Told>, StoreError> {
        let sql = format!(
            "SELECT id, unit_id, year, title, summary, benefit FROM initiatives WHERE state <> $1
             ORDER BY year DESC, id DESC LIMIT {COMPARED}"
        );
        let told = |row: Row| {
            let (title, summary): (String, String) = (row.get("title")?, row.get("summary")?);
            let benefit: Option<String> = row.get("benefit")?;
            let text = [title.as_str(), &summary, benefit.as_deref().unwrap_or_default()].join(". ");
            Ok(Told { id: row.get("id")?, unit_id: row.get("unit_id")?, year: year(&row)?, title, text })
        };
        rows(&self.db, &sql, values![State::Withdrawn.code()]).await?.into_iter().map(told).collect()
    }

    pub(super) async fn with_authors(&self, found: Vec<Row>) -> Result<Vec<Initiative>, StoreError> {
        let mut initiatives = found.iter().map(initiative).collect::<Result<Vec<_>, _>>()?;
        let ids: Vec<String> = initiatives.iter().map(|one| one.id.clone()).collect();
        let mut authors: HashMap<String, Vec<Author>> = HashMap::new();
        for some in ids.chunks(500) {
            let sql = format!(
                "SELECT initiative_id, person_id, name, share FROM initiative_authors WHERE initiative_id IN ({})
                 ORDER BY initiative_id, position",
                places(1, some.len())
            );
            for row in rows(&self.db, &sql, some.iter().map(|id| id.as_str().into()).collect()).await? {
                let author =
                    Author { person_id: row.get("person_id")?, name: row.get("name")?, share: row.get("share")? };
                authors.entry(row.get("initiative_id")?).or_default().push(author);
            }
        }
        for one in &mut initiatives {
            one.authors = authors.remove(&one.id).unwrap_or_default();
        }
        Ok(initiatives)
    }
}

impl Change {
    /// Writes an initiative with its authors, or changes it over the version that the person saw.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody changed it since.
    pub async fn write_initiative(&self, it: &Initiative) -> Result<(), StoreError> {
        let author = self.author();
        let sitting = it.sitting.as_ref();
        let mut values = values![
            i64::from(it.year),
            it.kind.code(),
            it.title.clone(),
            sort_key(&it.title),
            it.summary.clone(),
            it.benefit.clone(),
            it.first_used_on,
            it.submitted_on,
            it.state.code(),
            it.scope.code(),
            sitting.map(|one| one.body_id.clone()),
            sitting.map(|one| one.day),
            sitting.map(|one| one.rule.clone()),
            sitting.is_some_and(|one| one.blind),
            sitting.and_then(|one| one.closed_on),
            it.number_symbol.clone(),
            it.dated,
            it.recognised_by.clone(),
            it.reason.clone(),
            it.file_digest.clone(),
            it.file_name.clone(),
            author.name.clone(),
            author.at,
            it.id.clone(),
        ];
        if it.version == 0 {
            values.extend(values![it.unit_id.clone(), it.illustrative, author.account_id.clone()]);
            let sql = format!(
                "INSERT INTO initiatives (year, kind, title, sort_key, summary, benefit, first_used_on, submitted_on,
                   state, scope, body_id, judged_on, rule, blind, closed_on, number_symbol, dated, recognised_by, reason,
                   file_digest, file_name, account_name, written_at, id, unit_id, illustrative, account_id, version)
                 VALUES ({}, 1)",
                places(1, 27)
            );
            execute(&self.tx, &sql, values).await?;
        } else {
            values.push(it.version.into());
            let sql = "UPDATE initiatives SET year = $1, kind = $2, title = $3, sort_key = $4, summary = $5, benefit = $6,
                         first_used_on = $7, submitted_on = $8, state = $9, scope = $10, body_id = $11, judged_on = $12,
                         rule = $13, blind = $14, closed_on = $15, number_symbol = $16, dated = $17, recognised_by = $18,
                         reason = $19, file_digest = $20, file_name = $21, account_name = $22, written_at = $23,
                         version = version + 1 WHERE id = $24 AND version = $25";
            one(execute(&self.tx, sql, values).await?)?;
            let sql = "DELETE FROM initiative_authors WHERE initiative_id = $1";
            execute(&self.tx, sql, values![it.id.clone()]).await?;
        }
        let columns = ["initiative_id", "position", "person_id", "name", "share"];
        let line = |(at, one): (usize, &Author)| -> Vec<Value> {
            let at = i64::try_from(at).unwrap_or(i64::MAX);
            values![it.id.clone(), at, one.person_id.clone(), one.name.clone(), one.share]
        };
        insert(&self.tx, "initiative_authors", &columns, it.authors.iter().enumerate().map(line).collect()).await
    }
}

fn initiative(row: &Row) -> Result<Initiative, StoreError> {
    let (body, day, rule): (Option<String>, Option<NaiveDate>, Option<String>) =
        (row.get("body_id")?, row.get("judged_on")?, row.get("rule")?);
    let sitting = match (body, day, rule) {
        (Some(body_id), Some(day), Some(rule)) => {
            Some(Sitting { body_id, day, rule, blind: row.get("blind")?, closed_on: row.get("closed_on")? })
        }
        _ => None,
    };
    Ok(Initiative {
        id: row.get("id")?,
        unit_id: row.get("unit_id")?,
        year: year(row)?,
        kind: row.code("kind", Kind::from_code)?,
        title: row.get("title")?,
        summary: row.get("summary")?,
        benefit: row.get("benefit")?,
        first_used_on: row.get("first_used_on")?,
        submitted_on: row.get("submitted_on")?,
        state: row.code("state", State::from_code)?,
        scope: row.code("scope", Scope::from_code)?,
        number_symbol: row.get("number_symbol")?,
        dated: row.get("dated")?,
        recognised_by: row.get("recognised_by")?,
        reason: row.get("reason")?,
        file_digest: row.get("file_digest")?,
        file_name: row.get("file_name")?,
        sitting,
        illustrative: row.get("illustrative")?,
        authors: Vec::new(),
        version: row.get("version")?,
        account_name: row.get("account_name")?,
        written_at: row.get("written_at")?,
    })
}
