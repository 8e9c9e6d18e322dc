//! Terms of years with their targets, the step of each year and what it came to.

use crate::registrations::{amount, stored};
use crate::regulations::one;
use crate::sql::{Row, execute, insert, row, rows, values};
use crate::{Change, Store, StoreError};
use thidua_domain::basics::Amount;
use thidua_domain::periods::Period;
use thidua_domain::targets::{Comparator, Direction};
use thidua_domain::terms::{Asked, Method};

/// A term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Identifier.
    pub id: String,
    /// Whose it is.
    pub unit_id: String,
    /// Its name.
    pub name: String,
    /// First and last year.
    pub years: (i32, i32),
    /// The plan or resolution that sets it.
    pub source: String,
    /// Counts up with every change; zero for one that is not there yet.
    pub version: i64,
}

/// A target of a term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermTarget {
    /// Identifier.
    pub id: String,
    /// The term.
    pub term_id: String,
    /// Its name.
    pub name: String,
    /// What it asks.
    pub asked: Asked,
    /// The unit of measure.
    pub unit_of: Option<String>,
    /// Why it was taken back.
    pub withdrawn: Option<String>,
    /// Counts up with every change; zero for one that is not there yet.
    pub version: i64,
    /// Its years, in order.
    pub years: Vec<TermYear>,
}

/// A year of a term target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermYear {
    /// The year.
    pub year: i32,
    /// The step.
    pub planned: Option<Amount>,
    /// The yearly target whose figure of the whole year counts.
    pub target_id: Option<String>,
    /// What was typed, where no target is linked.
    pub typed: Option<Amount>,
    /// Where the typed one comes from.
    pub source: Option<String>,
    /// The figure of the linked target at the end of the year; reading fills it.
    pub figure: Option<Amount>,
}

impl TermYear {
    /// What the year came to.
    pub fn actual(&self) -> Option<Amount> {
        if self.target_id.is_some() { self.figure } else { self.typed }
    }
}

impl Change {
    /// Writes a term, or changes it over the version that the person saw.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody changed it since.
    pub async fn write_term(&self, it: &Term) -> Result<(), StoreError> {
        let sql = if it.version == 0 {
            "INSERT INTO terms (name, from_year, to_year, source, account_name, written_at, id, unit_id, version)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9 + 1)"
        } else {
            "UPDATE terms SET name = $1, from_year = $2, to_year = $3, source = $4, account_name = $5, written_at = $6,
               version = version + 1 WHERE id = $7 AND unit_id = $8 AND version = $9"
        };
        let values = values![
            it.name.clone(),
            i64::from(it.years.0),
            i64::from(it.years.1),
            it.source.clone(),
            self.author().name.clone(),
            self.author().at,
            it.id.clone(),
            it.unit_id.clone(),
            it.version,
        ];
        one(execute(&self.tx, sql, values).await?)
    }

    /// Writes a term target with its years, over the version that the person saw.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody changed it since.
    pub async fn write_term_target(&self, it: &TermTarget) -> Result<(), StoreError> {
        let sql = if it.version == 0 {
            "INSERT INTO term_targets (name, comparator, direction, value, unit_of, method, withdrawn, account_name,
               written_at, id, term_id, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12 + 1)"
        } else {
            "UPDATE term_targets SET name = $1, comparator = $2, direction = $3, value = $4, unit_of = $5, method = $6,
               withdrawn = $7, account_name = $8, written_at = $9, version = version + 1
             WHERE id = $10 AND term_id = $11 AND version = $12"
        };
        let (name, at) = (self.author().name.clone(), self.author().at);
        let values = values![
            it.name.clone(),
            it.asked.comparator.code(),
            it.asked.direction.code(),
            stored(it.asked.value),
            it.unit_of.clone(),
            it.asked.method.code(),
            it.withdrawn.clone(),
            name.clone(),
            at,
            it.id.clone(),
            it.term_id.clone(),
            it.version,
        ];
        one(execute(&self.tx, sql, values).await?)?;
        execute(&self.tx, "DELETE FROM term_years WHERE term_target_id = $1", values![it.id.as_str()]).await?;
        let of = |year: &TermYear| {
            values![
                it.id.clone(),
                i64::from(year.year),
                stored(year.planned),
                year.target_id.clone(),
                stored(year.typed),
                year.source.clone(),
                name.clone(),
                at,
            ]
        };
        let columns =
            ["term_target_id", "year", "planned", "target_id", "actual", "source", "account_name", "written_at"];
        insert(&self.tx, "term_years", &columns, it.years.iter().map(of).collect()).await
    }
}

impl Store {
    /// The terms of a unit, the newest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn terms_of(&self, unit_id: &str) -> Result<Vec<Term>, StoreError> {
        let sql = "SELECT id, unit_id, name, from_year, to_year, source, version FROM terms WHERE unit_id = $1
                   ORDER BY from_year DESC, id";
        rows(&self.db, sql, values![unit_id]).await?.iter().map(term).collect()
    }

    /// One term.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn term(&self, id: &str) -> Result<Option<Term>, StoreError> {
        let sql = "SELECT id, unit_id, name, from_year, to_year, source, version FROM terms WHERE id = $1";
        row(&self.db, sql, values![id]).await?.as_ref().map(term).transpose()
    }

    /// The targets of a term in the order in which they were written, with their years and the figures they link to.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn term_targets(&self, term_id: &str) -> Result<Vec<TermTarget>, StoreError> {
        let sql = "SELECT id, term_id, name, comparator, direction, value, unit_of, method, withdrawn, version
                   FROM term_targets WHERE term_id = $1 ORDER BY id";
        let mut found =
            rows(&self.db, sql, values![term_id]).await?.iter().map(target).collect::<Result<Vec<_>, _>>()?;
        let sql = "SELECT y.term_target_id, y.year, y.planned, y.target_id, y.actual, y.source, f.value AS figure
                   FROM term_years y JOIN term_targets t ON t.id = y.term_target_id
                   LEFT JOIN figures f ON f.target_id = y.target_id AND f.period = $2 AND f.is_current = TRUE
                   WHERE t.term_id = $1 ORDER BY y.year";
        for row in rows(&self.db, sql, values![term_id, Period::Year.code()]).await? {
            let id: String = row.get("term_target_id")?;
            if let Some(target) = found.iter_mut().find(|one| one.id == id) {
                target.years.push(TermYear {
                    year: year(&row, "year")?,
                    planned: amount(&row, "planned")?,
                    target_id: row.get("target_id")?,
                    typed: amount(&row, "actual")?,
                    source: row.get("source")?,
                    figure: amount(&row, "figure")?,
                });
            }
        }
        Ok(found)
    }
}

fn year(row: &Row, column: &str) -> Result<i32, StoreError> {
    let year: i64 = row.get(column)?;
    i32::try_from(year).map_err(|_| StoreError::Unreadable(format!("{column} = {year}")))
}

fn term(row: &Row) -> Result<Term, StoreError> {
    Ok(Term {
        id: row.get("id")?,
        unit_id: row.get("unit_id")?,
        name: row.get("name")?,
        years: (year(row, "from_year")?, year(row, "to_year")?),
        source: row.get("source")?,
        version: row.get("version")?,
    })
}

fn target(row: &Row) -> Result<TermTarget, StoreError> {
    Ok(TermTarget {
        id: row.get("id")?,
        term_id: row.get("term_id")?,
        name: row.get("name")?,
        asked: Asked {
            comparator: row.code("comparator", Comparator::from_code)?,
            direction: row.code("direction", Direction::from_code)?,
            value: amount(row, "value")?,
            method: row.code("method", Method::from_code)?,
        },
        unit_of: row.get("unit_of")?,
        withdrawn: row.get("withdrawn")?,
        version: row.get("version")?,
        years: Vec::new(),
    })
}
