//! Bodies of emulation work and the decisions that renew them.

use crate::regulations::one;
use crate::sql::{Row, execute, insert, places, row, rows, values};
use crate::within::Within;
use crate::{Change, Moment, Store, StoreError};
use chrono::NaiveDate;
use std::collections::HashMap;
use thidua_domain::basics::text::sort_key;
use thidua_domain::councils::{BodyKind, Decision, Member, Seat};

/// A body: a council, a team, a standing office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    /// Identifier.
    pub id: String,
    /// The unit it belongs to.
    pub unit_id: String,
    /// What sort of body.
    pub kind: BodyKind,
    /// Full name.
    pub name: String,
    /// Counts up with every change of it or of its decisions.
    pub version: i64,
}

/// A decision with its document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BodyDecision {
    /// Days and members.
    pub decision: Decision,
    /// The body.
    pub body_id: String,
    /// Number and symbol.
    pub number_symbol: String,
    /// Date of the document.
    pub dated: Option<NaiveDate>,
    /// Why the body was renewed.
    pub reason: Option<String>,
    /// The kept file.
    pub file_digest: Option<String>,
    /// Its name as uploaded.
    pub file_name: Option<String>,
    /// Who recorded it.
    pub account_name: String,
    /// When.
    pub recorded_at: Moment,
}

const COLUMNS: &str = "id, unit_id, kind, name, version";
const DECISION_COLUMNS: &str =
    "id, body_id, number_symbol, dated, from_day, to_day, reason, file_digest, file_name,
    account_name, recorded_at";
const MEMBER_COLUMNS: [&str; 9] =
    ["decision_id", "position", "seat", "name", "person_id", "title", "unit_name", "from_day", "to_day"];

impl Store {
    /// Bodies in Vietnamese order.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn bodies(&self, within: &Within) -> Result<Vec<Body>, StoreError> {
        let (before, condition, values) = within.condition("unit_id");
        let sql = format!("{before}SELECT {COLUMNS} FROM bodies WHERE {condition} ORDER BY sort_key, id");
        rows(&self.db, &sql, values).await?.iter().map(body).collect()
    }

    /// One body.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn body(&self, id: &str) -> Result<Option<Body>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM bodies WHERE id = $1");
        row(&self.db, &sql, values![id]).await?.as_ref().map(body).transpose()
    }

    /// The decisions of some bodies with their members, oldest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn body_decisions(&self, ids: &[&str]) -> Result<Vec<BodyDecision>, StoreError> {
        let mut found = Vec::new();
        for some in ids.chunks(500) {
            let places = places(1, some.len());
            let values = || some.iter().map(|id| (*id).into()).collect();
            let sql = format!(
                "SELECT m.decision_id, m.seat, m.name, m.person_id, m.title, m.unit_name, m.from_day, m.to_day
                 FROM body_members m JOIN body_decisions d ON d.id = m.decision_id
                 WHERE d.body_id IN ({places}) ORDER BY m.decision_id, m.position"
            );
            let mut members: HashMap<String, Vec<Member>> = HashMap::new();
            for row in rows(&self.db, &sql, values()).await? {
                members.entry(row.get("decision_id")?).or_default().push(member(&row)?);
            }
            let sql = format!(
                "SELECT {DECISION_COLUMNS} FROM body_decisions WHERE body_id IN ({places}) ORDER BY from_day, id"
            );
            for row in rows(&self.db, &sql, values()).await? {
                let id: String = row.get("id")?;
                let members = members.remove(&id).unwrap_or_default();
                found.push(decision(&row, id, members)?);
            }
        }
        Ok(found)
    }
}

impl Change {
    /// Enters a body.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn add_body(&self, new: &Body) -> Result<(), StoreError> {
        let sql = "INSERT INTO bodies (id, unit_id, kind, name, sort_key, version) VALUES ($1, $2, $3, $4, $5, $6)";
        let values = values![
            new.id.clone(),
            new.unit_id.clone(),
            new.kind.code(),
            new.name.clone(),
            sort_key(&new.name),
            new.version,
        ];
        execute(&self.tx, sql, values).await.map(|_| ())
    }

    /// Records a decision, or corrects the one of that identifier; its list replaces the list it had.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody changed the body since that version was seen,
    /// [`StoreError::AlreadyThere`] when another decision begins on the same day.
    pub async fn write_body_decision(
        &self,
        new: &BodyDecision,
        seen: i64,
        corrects: bool,
    ) -> Result<(), StoreError> {
        let sql = "UPDATE bodies SET version = version + 1 WHERE id = $1 AND version = $2";
        one(execute(&self.tx, sql, values![new.body_id.clone(), seen]).await?)?;
        let id = new.decision.id.clone();
        let written = values![
            id.clone(),
            new.body_id.clone(),
            new.number_symbol.clone(),
            new.dated,
            new.decision.from,
            new.decision.to,
            new.reason.clone(),
            new.file_digest.clone(),
            new.file_name.clone(),
            self.author().name.clone(),
            self.author().at,
        ];
        if corrects {
            let sql =
                "UPDATE body_decisions SET number_symbol = $3, dated = $4, from_day = $5, to_day = $6, reason = $7,
                         file_digest = $8, file_name = $9, account_name = $10, recorded_at = $11
                       WHERE id = $1 AND body_id = $2";
            one(execute(&self.tx, sql, written).await?)?;
            execute(&self.tx, "DELETE FROM body_members WHERE decision_id = $1", values![id.clone()]).await?;
        } else {
            let sql = format!("INSERT INTO body_decisions ({DECISION_COLUMNS}) VALUES ({})", places(1, 11));
            execute(&self.tx, &sql, written).await?;
        }
        let members = new.decision.members.iter().zip(0_i64..).map(|(member, position)| {
            values![
                id.clone(),
                position,
                member.seat.code(),
                member.name.clone(),
                member.person_id.clone(),
                member.title.clone(),
                member.unit.clone(),
                member.from,
                member.to,
            ]
        });
        insert(&self.tx, "body_members", &MEMBER_COLUMNS, members.collect()).await
    }
}

fn body(row: &Row) -> Result<Body, StoreError> {
    Ok(Body {
        id: row.get("id")?,
        unit_id: row.get("unit_id")?,
        kind: row.code("kind", BodyKind::from_code)?,
        name: row.get("name")?,
        version: row.get("version")?,
    })
}

fn member(row: &Row) -> Result<Member, StoreError> {
    Ok(Member {
        seat: row.code("seat", Seat::from_code)?,
        name: row.get("name")?,
        person_id: row.get("person_id")?,
        title: row.get("title")?,
        unit: row.get("unit_name")?,
        from: row.get("from_day")?,
        to: row.get("to_day")?,
    })
}

fn decision(row: &Row, id: String, members: Vec<Member>) -> Result<BodyDecision, StoreError> {
    Ok(BodyDecision {
        decision: Decision { id, from: row.get("from_day")?, to: row.get("to_day")?, members },
        body_id: row.get("body_id")?,
        number_symbol: row.get("number_symbol")?,
        dated: row.get("dated")?,
        reason: row.get("reason")?,
        file_digest: row.get("file_digest")?,
        file_name: row.get("file_name")?,
        account_name: row.get("account_name")?,
        recorded_at: row.get("recorded_at")?,
    })
}
