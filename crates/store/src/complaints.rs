//! Complaints about an honour or a nomination, with the days by which they are to be accepted and settled.

use crate::regulations::one;
use crate::sql::{Row, execute, insert, places, row, rows, values};
use crate::{Change, Moment, Store, StoreError, Within};
use chrono::NaiveDate;
use sea_orm::Value;
use thidua_domain::decisions::complaints::State;

/// A complaint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complaint {
    /// Identifier.
    pub id: String,
    /// The authority that settles it.
    pub unit_id: String,
    /// The honour.
    pub honour_id: Option<String>,
    /// The nomination.
    pub nomination_id: Option<String>,
    /// Who complains.
    pub from_name: String,
    /// About what.
    pub says: String,
    /// When it came.
    pub received_on: NaiveDate,
    /// The last day to accept it.
    pub accept_by: Option<NaiveDate>,
    /// The last day to settle it.
    pub settle_by: Option<NaiveDate>,
    /// Where it stands.
    pub state: State,
    /// The outcome with its paper, or why it was rejected or withdrawn.
    pub outcome: Option<String>,
    /// When that was.
    pub settled_on: Option<NaiveDate>,
    /// The paper.
    pub file_digest: Option<String>,
    /// Its name.
    pub file_name: Option<String>,
    /// Counts up with every change; zero for one that is not there yet.
    pub version: i64,
    /// Who wrote it last.
    pub account_name: String,
    /// When.
    pub written_at: Moment,
}

const COLUMNS: &str = "c.id, c.unit_id, c.honour_id, c.nomination_id, c.from_name, c.says, c.received_on, c.accept_by,
    c.settle_by, c.state, c.outcome, c.settled_on, c.file_digest, c.file_name, c.version, c.account_name, c.written_at";

/// The states in which a complaint stands in the way of an award.
const OPEN: &str = "('received', 'accepted')";

impl Change {
    /// Writes a complaint, or moves it on over the version that the person saw.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody changed it since.
    pub async fn write_complaint(&self, it: &Complaint) -> Result<(), StoreError> {
        let author = self.author();
        if it.version == 0 {
            let columns = [
                "id",
                "unit_id",
                "honour_id",
                "nomination_id",
                "from_name",
                "says",
                "received_on",
                "accept_by",
                "settle_by",
                "state",
                "outcome",
                "settled_on",
                "file_digest",
                "file_name",
                "version",
                "account_name",
                "written_at",
            ];
            let kept = values![
                it.id.clone(),
                it.unit_id.clone(),
                it.honour_id.clone(),
                it.nomination_id.clone(),
                it.from_name.clone(),
                it.says.clone(),
                it.received_on,
                it.accept_by,
                it.settle_by,
                it.state.code(),
                it.outcome.clone(),
                it.settled_on,
                it.file_digest.clone(),
                it.file_name.clone(),
                1_i64,
                author.name.clone(),
                author.at,
            ];
            return insert(&self.tx, "award_complaints", &columns, vec![kept]).await;
        }
        let sql =
            "UPDATE award_complaints SET accept_by = $1, settle_by = $2, state = $3, outcome = $4, settled_on = $5,
                     file_digest = $6, file_name = $7, account_name = $8, written_at = $9, version = version + 1
                   WHERE id = $10 AND version = $11";
        let values = values![
            it.accept_by,
            it.settle_by,
            it.state.code(),
            it.outcome.clone(),
            it.settled_on,
            it.file_digest.clone(),
            it.file_name.clone(),
            author.name.clone(),
            author.at,
            it.id.clone(),
            it.version,
        ];
        one(execute(&self.tx, sql, values).await?)
    }
}

impl Store {
    /// One complaint.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn complaint(&self, id: &str) -> Result<Option<Complaint>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM award_complaints c WHERE c.id = $1");
        row(&self.db, &sql, values![id]).await?.as_ref().map(complaint).transpose()
    }

    /// The complaints that some authorities settle: open ones first, then the newest.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn complaints(&self, within: &Within) -> Result<Vec<Complaint>, StoreError> {
        let (before, condition, values) = within.condition("c.unit_id");
        let sql = format!(
            "{before}SELECT {COLUMNS} FROM award_complaints c WHERE {condition}
             ORDER BY CASE WHEN c.state IN {OPEN} THEN 0 ELSE 1 END, c.received_on DESC, c.id DESC"
        );
        rows(&self.db, &sql, values).await?.iter().map(complaint).collect()
    }

    /// The complaints about one honour or nomination.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn complaints_about(&self, id: &str) -> Result<Vec<Complaint>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM award_complaints c WHERE c.honour_id = $1 OR c.nomination_id = $1 ORDER BY c.id"
        );
        rows(&self.db, &sql, values![id]).await?.iter().map(complaint).collect()
    }

    /// The open complaints about honours or nominations of some people and units: pending facts for whoever judges them.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn open_complaints_of(
        &self,
        people: &[String],
        units: &[String],
    ) -> Result<Vec<Complaint>, StoreError> {
        let mut found: Vec<Complaint> = Vec::new();
        for (column, ids) in [("person_id", people), ("subject_unit_id", units)] {
            for some in ids.chunks(400) {
                let listed = places(1, some.len());
                let sql = format!(
                    "SELECT {COLUMNS} FROM award_complaints c WHERE c.state IN {OPEN}
                       AND (c.honour_id IN (SELECT h.id FROM honours h WHERE h.{column} IN ({listed}))
                         OR c.nomination_id IN (SELECT n.id FROM nominations n WHERE n.{column} IN ({listed})))
                     ORDER BY c.received_on, c.id"
                );
                for row in rows(&self.db, &sql, some.iter().map(|id| Value::from(id.as_str())).collect()).await? {
                    let one = complaint(&row)?;
                    if !found.iter().any(|known| known.id == one.id) {
                        found.push(one);
                    }
                }
            }
        }
        Ok(found)
    }
}

fn complaint(row: &Row) -> Result<Complaint, StoreError> {
    Ok(Complaint {
        id: row.get("id")?,
        unit_id: row.get("unit_id")?,
        honour_id: row.get("honour_id")?,
        nomination_id: row.get("nomination_id")?,
        from_name: row.get("from_name")?,
        says: row.get("says")?,
        received_on: row.get("received_on")?,
        accept_by: row.get("accept_by")?,
        settle_by: row.get("settle_by")?,
        state: row.code("state", State::from_code)?,
        outcome: row.get("outcome")?,
        settled_on: row.get("settled_on")?,
        file_digest: row.get("file_digest")?,
        file_name: row.get("file_name")?,
        version: row.get("version")?,
        account_name: row.get("account_name")?,
        written_at: row.get("written_at")?,
    })
}
