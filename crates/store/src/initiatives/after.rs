//! What follows a recognition: wider scopes, confirmations of those who adopted it, uses for awards, adoption by units.

use super::{Initiative, year};
use crate::regulations::one;
use crate::sql::{Row, execute, insert_new, rows, values};
use crate::{Change, Store, StoreError};
use chrono::NaiveDate;
use thidua_domain::initiatives::Scope;

/// A decision that recognised it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recognised {
    /// The initiative.
    pub initiative_id: String,
    /// For which scope.
    pub scope: Scope,
    /// Number and symbol.
    pub number_symbol: String,
    /// Its day.
    pub dated: NaiveDate,
    /// Whose decision it is.
    pub recognised_by: String,
    /// The unit whose head recognised it here; none where the decision of another body was written down.
    pub unit_id: Option<String>,
    /// The kept file.
    pub file_digest: Option<String>,
    /// Its name.
    pub file_name: Option<String>,
}

/// That somebody adopted it and it works.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confirmation {
    /// Identifier.
    pub id: String,
    /// The initiative.
    pub initiative_id: String,
    /// Who confirms.
    pub by_unit: String,
    /// The unit that confirms here.
    pub unit_id: Option<String>,
    /// What it says.
    pub says: String,
    /// Its day.
    pub dated: NaiveDate,
    /// The kept file.
    pub file_digest: Option<String>,
    /// Its name.
    pub file_name: Option<String>,
}

/// A nomination that uses it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UseOf {
    /// The initiative.
    pub initiative_id: String,
    /// The nomination.
    pub nomination_id: String,
    /// The award.
    pub award: String,
    /// Its name.
    pub award_name: String,
    /// The nominee.
    pub name: String,
    /// The record of the nominee.
    pub person_id: Option<String>,
    /// Where the nomination stands.
    pub state: String,
    /// Whether the award that was granted was revoked.
    pub revoked: bool,
}

/// A nomination that may use an initiative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The nomination.
    pub id: String,
    /// The unit that proposes.
    pub unit_id: String,
    /// The award.
    pub award: String,
    /// Its name.
    pub award_name: String,
    /// The nominee.
    pub name: String,
    /// The record of the nominee.
    pub person_id: Option<String>,
    /// The year of its round.
    pub year: i32,
    /// Where it stands.
    pub state: String,
    /// When the dossier was received.
    pub received_on: Option<NaiveDate>,
}

/// A unit that is to adopt it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adoption {
    /// The unit.
    pub unit_id: String,
    /// Until when.
    pub until: NaiveDate,
    /// When it was done.
    pub done_on: Option<NaiveDate>,
    /// In words.
    pub said: Option<String>,
    /// Counts up with every change.
    pub version: i64,
}

/// States in which a nomination uses nothing any more.
pub(super) const OVER: &str = "('withdrawn', 'not-granted', 'failed')";

pub(super) const USE_COLUMNS: &str =
    "x.initiative_id, x.nomination_id, x.award, n.award_name, n.name, n.person_id, n.state,
    (SELECT COUNT(*) FROM honours h WHERE h.nomination_id = n.id AND h.state = 'revoked') AS revoked";

pub(super) fn use_of(row: &Row) -> Result<UseOf, StoreError> {
    Ok(UseOf {
        initiative_id: row.get("initiative_id")?,
        nomination_id: row.get("nomination_id")?,
        award: row.get("award")?,
        award_name: row.get("award_name")?,
        name: row.get("name")?,
        person_id: row.get("person_id")?,
        state: row.get("state")?,
        revoked: row.get::<i64>("revoked")? > 0,
    })
}

impl Store {
    /// The decisions that recognised an initiative, the narrowest scope first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn initiative_recognitions(&self, id: &str) -> Result<Vec<Recognised>, StoreError> {
        let sql =
            "SELECT initiative_id, scope, number_symbol, dated, recognised_by, unit_id, file_digest, file_name
                   FROM initiative_recognitions WHERE initiative_id = $1";
        let mut found = rows(&self.db, sql, values![id])
            .await?
            .iter()
            .map(|row| {
                Ok(Recognised {
                    initiative_id: row.get("initiative_id")?,
                    scope: row.code("scope", Scope::from_code)?,
                    number_symbol: row.get("number_symbol")?,
                    dated: row.get("dated")?,
                    recognised_by: row.get("recognised_by")?,
                    unit_id: row.get("unit_id")?,
                    file_digest: row.get("file_digest")?,
                    file_name: row.get("file_name")?,
                })
            })
            .collect::<Result<Vec<_>, StoreError>>()?;
        found.sort_by_key(|one| one.scope);
        Ok(found)
    }

    /// Who adopted an initiative and confirms it, the oldest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn initiative_confirmations(&self, id: &str) -> Result<Vec<Confirmation>, StoreError> {
        let sql = "SELECT id, initiative_id, by_unit, unit_id, says, dated, file_digest, file_name
                   FROM initiative_confirmations WHERE initiative_id = $1 ORDER BY dated, id";
        rows(&self.db, sql, values![id])
            .await?
            .iter()
            .map(|row| {
                Ok(Confirmation {
                    id: row.get("id")?,
                    initiative_id: row.get("initiative_id")?,
                    by_unit: row.get("by_unit")?,
                    unit_id: row.get("unit_id")?,
                    says: row.get("says")?,
                    dated: row.get("dated")?,
                    file_digest: row.get("file_digest")?,
                    file_name: row.get("file_name")?,
                })
            })
            .collect()
    }

    /// The nominations that use an initiative, those that came to nothing too.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn initiative_uses(&self, id: &str) -> Result<Vec<UseOf>, StoreError> {
        let sql = format!(
            "SELECT {USE_COLUMNS} FROM initiative_uses x JOIN nominations n ON n.id = x.nomination_id
             WHERE x.initiative_id = $1 ORDER BY n.written_at, n.id"
        );
        rows(&self.db, &sql, values![id]).await?.iter().map(use_of).collect()
    }

    /// Nominations of the authors of an initiative that are not over and do not use it yet.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn initiative_candidates(&self, id: &str) -> Result<Vec<Candidate>, StoreError> {
        let sql = format!(
            "SELECT n.id, n.unit_id, n.award, n.award_name, n.name, n.person_id, n.state, n.received_on, r.year
             FROM nominations n JOIN award_rounds r ON r.id = n.round_id
             WHERE n.person_id IN (SELECT a.person_id FROM initiative_authors a
                                   WHERE a.initiative_id = $1 AND a.person_id IS NOT NULL)
               AND n.state NOT IN {OVER}
               AND n.id NOT IN (SELECT x.nomination_id FROM initiative_uses x WHERE x.initiative_id = $1)
             ORDER BY r.year DESC, n.sort_key, n.id"
        );
        rows(&self.db, &sql, values![id])
            .await?
            .iter()
            .map(|row| {
                Ok(Candidate {
                    id: row.get("id")?,
                    unit_id: row.get("unit_id")?,
                    award: row.get("award")?,
                    award_name: row.get("award_name")?,
                    name: row.get("name")?,
                    person_id: row.get("person_id")?,
                    year: year(row)?,
                    state: row.get("state")?,
                    received_on: row.get("received_on")?,
                })
            })
            .collect()
    }

    /// The units that are to adopt an initiative, in the order of their names.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn initiative_adoptions(&self, id: &str) -> Result<Vec<Adoption>, StoreError> {
        let sql = "SELECT a.unit_id, a.until, a.done_on, a.said, a.version FROM initiative_adoptions a
                   JOIN units u ON u.id = a.unit_id WHERE a.initiative_id = $1 ORDER BY u.name, a.unit_id";
        rows(&self.db, sql, values![id])
            .await?
            .iter()
            .map(|row| {
                Ok(Adoption {
                    unit_id: row.get("unit_id")?,
                    until: row.get("until")?,
                    done_on: row.get("done_on")?,
                    said: row.get("said")?,
                    version: row.get("version")?,
                })
            })
            .collect()
    }
}

impl Change {
    /// Writes down a decision that recognised an initiative; one for each scope.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when it is recognised for this scope already.
    pub async fn add_initiative_recognition(&self, of: &Recognised) -> Result<(), StoreError> {
        let author = self.author();
        let sql = "INSERT INTO initiative_recognitions (initiative_id, scope, number_symbol, dated, recognised_by, unit_id,
                     file_digest, file_name, account_name, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                   ON CONFLICT DO NOTHING";
        let values = values![
            of.initiative_id.clone(),
            of.scope.code(),
            of.number_symbol.clone(),
            of.dated,
            of.recognised_by.clone(),
            of.unit_id.clone(),
            of.file_digest.clone(),
            of.file_name.clone(),
            author.name.clone(),
            author.at,
        ];
        one(execute(&self.tx, sql, values).await?)
    }

    /// Writes down that somebody adopted an initiative and confirms it.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn add_initiative_confirmation(&self, of: &Confirmation) -> Result<(), StoreError> {
        let author = self.author();
        let sql =
            "INSERT INTO initiative_confirmations (id, initiative_id, by_unit, unit_id, says, dated, file_digest,
                     file_name, account_name, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
        let values = values![
            of.id.clone(),
            of.initiative_id.clone(),
            of.by_unit.clone(),
            of.unit_id.clone(),
            of.says.clone(),
            of.dated,
            of.file_digest.clone(),
            of.file_name.clone(),
            author.name.clone(),
            author.at,
        ];
        execute(&self.tx, sql, values).await.map(|_| ())
    }

    /// A nomination uses an initiative. Whether it may is the domain's to say; the version of the initiative that was seen
    /// counts up, so that two uses at once meet.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when the initiative was changed or used since.
    pub async fn use_initiative(
        &self,
        it: &Initiative,
        nomination_id: &str,
        award: &str,
    ) -> Result<(), StoreError> {
        self.touch_initiative(it).await?;
        let sql = "INSERT INTO initiative_uses (initiative_id, nomination_id, award) VALUES ($1, $2, $3)
                   ON CONFLICT DO NOTHING";
        one(execute(&self.tx, sql, values![it.id.clone(), nomination_id, award]).await?)
    }

    /// A nomination that is granted rests on an initiative: whether that was not written down yet.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn rely_on_initiative(&self, id: &str, nomination_id: &str, award: &str) -> Result<bool, StoreError> {
        let sql = "INSERT INTO initiative_uses (initiative_id, nomination_id, award) VALUES ($1, $2, $3)
                   ON CONFLICT DO NOTHING";
        if execute(&self.tx, sql, values![id, nomination_id, award]).await? == 0 {
            return Ok(false);
        }
        execute(&self.tx, "UPDATE initiatives SET version = version + 1 WHERE id = $1", values![id]).await?;
        Ok(true)
    }

    /// A nomination uses an initiative no more: while it is not decided.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when the initiative was changed or used since, or the award was granted.
    pub async fn drop_initiative_use(&self, it: &Initiative, nomination_id: &str) -> Result<(), StoreError> {
        self.touch_initiative(it).await?;
        let sql = "DELETE FROM initiative_uses WHERE initiative_id = $1 AND nomination_id = $2
                   AND nomination_id NOT IN (SELECT id FROM nominations WHERE state = 'granted')";
        one(execute(&self.tx, sql, values![it.id.clone(), nomination_id]).await?)
    }

    async fn touch_initiative(&self, it: &Initiative) -> Result<(), StoreError> {
        let sql = "UPDATE initiatives SET version = version + 1 WHERE id = $1 AND version = $2";
        one(execute(&self.tx, sql, values![it.id.clone(), it.version]).await?)
    }

    /// Units are asked to adopt an initiative; those that are asked already stay as they are.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn ask_adoption(&self, id: &str, units: &[String], until: NaiveDate) -> Result<(), StoreError> {
        let author = self.author();
        let columns = ["initiative_id", "unit_id", "until", "version", "account_name", "written_at"];
        let line = |unit: &String| values![id, unit.clone(), until, 1_i64, author.name.clone(), author.at];
        insert_new(&self.tx, "initiative_adoptions", &columns, units.iter().map(line).collect()).await
    }

    /// A unit says that it has adopted an initiative, or has not yet, over the version that was seen.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody said something since.
    pub async fn write_adoption(&self, id: &str, of: &Adoption) -> Result<(), StoreError> {
        let author = self.author();
        let sql = "UPDATE initiative_adoptions SET done_on = $1, said = $2, account_name = $3, written_at = $4,
                     version = version + 1 WHERE initiative_id = $5 AND unit_id = $6 AND version = $7";
        let values = values![
            of.done_on,
            of.said.clone(),
            author.name.clone(),
            author.at,
            id,
            of.unit_id.clone(),
            of.version
        ];
        one(execute(&self.tx, sql, values).await?)
    }
}
