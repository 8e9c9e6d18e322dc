//! What is owed and what is to come back.
//!
//! Payments are by decision and not by line. What was paid counts for the lines that hold first; only what goes beyond them
//! was paid for revoked lines and is to be recovered. Of several revocations of one decision the newest takes its part first:
//! so each has what it added on the day it was issued, and what was recovered under an earlier one stays right.

use super::{DecidedMoney, MoneyBy};
use crate::decisions::Decision;
use crate::sql::{Row, row, rows, values};
use crate::{Change, Store, StoreError};
use chrono::Datelike;
use sea_orm::ConnectionTrait;
use std::collections::HashMap;

/// A decision as the store has it.
struct Reckoned {
    money: DecidedMoney,
    revokes_id: Option<String>,
    /// What its revoked lines had brought.
    taken: i64,
    /// What was paid for revoked honours that were decided above.
    apart: i64,
}

async fn decisions(db: &impl ConnectionTrait, unit_id: &str) -> Result<Vec<DecidedMoney>, StoreError> {
    let sql = "SELECT d.id, d.kind, d.number_symbol, d.dated, d.revokes_id, d.ground,
                 CAST((SELECT COALESCE(SUM(h.amount), 0) FROM honours h
                   WHERE h.decision_id = d.id AND h.state = 'valid') AS BIGINT) AS holds,
                 CAST((SELECT COALESCE(SUM(h.amount), 0) FROM honours h
                   WHERE h.revoked_by = d.id AND h.decision_id IS NOT NULL) AS BIGINT) AS taken,
                 CAST((SELECT COALESCE(SUM(e.amount), 0) FROM fund_entries e JOIN honours h ON h.id = e.honour_id
                   WHERE h.revoked_by = d.id) AS BIGINT) AS apart,
                 CAST((SELECT COALESCE(SUM(e.amount), 0) FROM fund_entries e WHERE e.decision_id = d.id) AS BIGINT)
                   AS entered
               FROM award_decisions d
               WHERE d.unit_id = $1 AND d.state <> 'draft' ORDER BY d.dated, d.id";
    let of = |row: &Row| {
        Ok(Reckoned {
            money: DecidedMoney {
                by: MoneyBy::Decision(row.get("id")?),
                kind: row.get("kind")?,
                number: row.get::<Option<String>>("number_symbol")?.unwrap_or_default(),
                dated: row.get("dated")?,
                ground: row.get("ground")?,
                due: row.get("holds")?,
                entered: row.get("entered")?,
            },
            revokes_id: row.get("revokes_id")?,
            taken: row.get("taken")?,
            apart: row.get("apart")?,
        })
    };
    let mut all: Vec<Reckoned> =
        rows(db, sql, values![unit_id]).await?.iter().map(of).collect::<Result<_, StoreError>>()?;
    let mut beyond: HashMap<String, i64> = all
        .iter()
        .filter(|one| one.money.kind == "award")
        .map(|one| (one.money.by.id().to_owned(), (one.money.entered - one.money.due).max(0)))
        .collect();
    for one in all.iter_mut().rev().filter(|one| one.money.kind == "revocation") {
        let open = one.revokes_id.as_ref().and_then(|id| beyond.get_mut(id));
        let part = open.map_or(0, |open| {
            let part = one.taken.min(*open);
            *open -= part;
            part
        });
        one.money.due = part + one.apart;
    }
    Ok(all.into_iter().map(|one| one.money).collect())
}

async fn honours(db: &impl ConnectionTrait, unit_id: &str) -> Result<Vec<DecidedMoney>, StoreError> {
    let sql = "SELECT h.id, h.issuer, h.name, h.number_symbol, h.dated,
                 CAST(CASE WHEN h.state = 'valid' THEN h.amount ELSE 0 END AS BIGINT) AS due,
                 CAST((SELECT COALESCE(SUM(e.amount), 0) FROM fund_entries e WHERE e.honour_id = h.id) AS BIGINT)
                   AS entered
               FROM honours h
               WHERE h.unit_id = $1 AND h.decision_id IS NULL AND h.amount > 0 AND h.dated IS NOT NULL";
    let of = |row: &Row| {
        Ok(DecidedMoney {
            by: MoneyBy::Honour { id: row.get("id")?, issuer: row.get("issuer")?, name: row.get("name")? },
            kind: "award".to_owned(),
            number: row.get::<Option<String>>("number_symbol")?.unwrap_or_default(),
            dated: row.get("dated")?,
            ground: None,
            due: row.get("due")?,
            entered: row.get("entered")?,
        })
    };
    rows(db, sql, values![unit_id]).await?.iter().map(of).collect()
}

async fn all(db: &impl ConnectionTrait, unit_id: &str) -> Result<Vec<DecidedMoney>, StoreError> {
    let mut found = decisions(db, unit_id).await?;
    found.extend(honours(db, unit_id).await?);
    found.sort_by(|one, other| (one.dated, one.by.id()).cmp(&(other.dated, other.by.id())));
    Ok(found)
}

impl Store {
    /// What the issued decisions of a unit's year, and the honours that were decided above and are paid here, ask of its
    /// fund, the oldest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn money_of_decisions(&self, unit_id: &str, year: i64) -> Result<Vec<DecidedMoney>, StoreError> {
        let mut found = all(&self.db, unit_id).await?;
        // of earlier years what is still open
        found.retain(|one| {
            let of = i64::from(one.dated.year());
            of == year || of < year && one.left() > 0
        });
        Ok(found)
    }

    /// What was paid for the honours that a revocation takes back, and what of it was recovered; of a draft what it would be.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn money_to_recover(&self, it: &Decision) -> Result<(i64, i64), StoreError> {
        if !it.state.is_drawn_up() {
            let found = decisions(&self.db, &it.unit_id).await?.into_iter().find(|one| one.by.id() == it.id);
            return Ok(found.map_or((0, 0), |one| (one.due, one.entered)));
        }
        let sql = "SELECT CAST(COALESCE(SUM(CASE WHEN h.decision_id IS NULL THEN 0 ELSE h.amount END), 0) AS BIGINT) AS taken,
                     CAST(COALESCE(SUM((SELECT SUM(e.amount) FROM fund_entries e WHERE e.honour_id = h.id)), 0) AS BIGINT)
                       AS apart
                   FROM decision_lines l JOIN honours h ON h.id = l.honour_id
                   WHERE l.decision_id = $1 AND h.state = 'valid'";
        let Some(found) = row(&self.db, sql, values![it.id.as_str()]).await? else { return Ok((0, 0)) };
        let (taken, apart): (i64, i64) = (found.get("taken")?, found.get("apart")?);
        let revoked = match &it.revokes_id {
            Some(id) => decisions(&self.db, &it.unit_id).await?.into_iter().find(|one| one.by.id() == id),
            None => None,
        };
        let part = revoked.map_or(0, |one| taken.min((one.entered - (one.due - taken)).max(0)));
        Ok((part + apart, 0))
    }
}

impl Change {
    /// What a decision or an honour asks of a unit's fund, read inside the change so that two clerks do not pay twice and
    /// nothing is paid for what was revoked meanwhile.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn money_by(&self, unit_id: &str, by: &MoneyBy) -> Result<Option<DecidedMoney>, StoreError> {
        Ok(all(&self.tx, unit_id).await?.into_iter().find(|one| one.by == *by))
    }
}
