//! Signatures under a covenant and its annexes, and the annexes themselves.

use super::Terms;
use crate::sql::{Row, execute, places, row, rows, values};
use crate::{Change, Store, StoreError};
use chrono::NaiveDate;
use thidua_domain::covenants::{AnnexState, State};

/// The signature of a party under a covenant or an annex.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// The covenant or the annex.
    pub paper_id: String,
    /// The party.
    pub party_id: String,
    /// The day on the paper.
    pub signed_on: NaiveDate,
    /// Who signed.
    pub signatory: String,
    /// Their post.
    pub post: String,
    /// In whose name.
    pub on_behalf: Option<String>,
    /// The scan of the signed paper.
    pub file_digest: Option<String>,
    /// Its name as uploaded.
    pub file_name: Option<String>,
    /// Who recorded it.
    pub account_name: String,
}

/// An annex as it stands in the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annex {
    /// Identifier.
    pub id: String,
    /// Its number within the covenant.
    pub number: i64,
    /// Why.
    pub reason: String,
    /// From when on.
    pub effective: NaiveDate,
    /// Where it stands.
    pub state: AnnexState,
}

/// A paper that waits for the signature of a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToSign {
    /// The covenant.
    pub covenant_id: String,
    /// Its title.
    pub title: String,
    /// The annex, where it is one.
    pub annex: Option<i64>,
}

fn signature(row: &Row) -> Result<Signature, StoreError> {
    Ok(Signature {
        paper_id: row.get("paper_id")?,
        party_id: row.get("party_id")?,
        signed_on: row.get("signed_on")?,
        signatory: row.get("signatory")?,
        post: row.get("post")?,
        on_behalf: row.get("on_behalf")?,
        file_digest: row.get("file_digest")?,
        file_name: row.get("file_name")?,
        account_name: row.get("account_name")?,
    })
}

impl Store {
    /// All signatures under a covenant and its annexes, in the order of their days.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn covenant_signatures(&self, covenant_id: &str) -> Result<Vec<Signature>, StoreError> {
        let sql =
            "SELECT paper_id, party_id, signed_on, signatory, post, on_behalf, file_digest, file_name, account_name
                   FROM covenant_signatures WHERE covenant_id = $1 ORDER BY signed_on, id";
        rows(&self.db, sql, values![covenant_id]).await?.iter().map(signature).collect()
    }

    /// The annexes of a covenant in the order of their numbers.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn covenant_annexes(&self, covenant_id: &str) -> Result<Vec<Annex>, StoreError> {
        let sql = "SELECT id, number, reason, effective, state FROM covenant_annexes WHERE covenant_id = $1
                   ORDER BY number";
        let annex = |row: &Row| -> Result<Annex, StoreError> {
            Ok(Annex {
                id: row.get("id")?,
                number: row.get("number")?,
                reason: row.get("reason")?,
                effective: row.get("effective")?,
                state: row.code("state", AnnexState::from_code)?,
            })
        };
        rows(&self.db, sql, values![covenant_id]).await?.iter().map(annex).collect()
    }

    /// Covenants and annexes that wait for the signature of one of these units.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn papers_to_sign(&self, units: &[&str]) -> Result<Vec<ToSign>, StoreError> {
        let mut found = Vec::new();
        for some in units.chunks(200) {
            let sql = format!(
                "SELECT c.id, c.title, a.number FROM covenant_parties p JOIN covenants c ON c.id = p.covenant_id
                 LEFT JOIN covenant_annexes a ON a.covenant_id = c.id AND a.state = 'open'
                 WHERE p.unit_id IN ({}) AND ((c.state = 'ready' AND a.id IS NULL) OR (c.state = 'in-force' AND a.id IS NOT NULL))
                   AND NOT EXISTS (SELECT 1 FROM covenant_signatures s
                     WHERE s.party_id = p.id AND s.paper_id = COALESCE(a.id, c.id))
                 ORDER BY c.drawn_at, c.id, a.number",
                places(1, some.len())
            );
            let values = some.iter().map(|unit| (*unit).into()).collect();
            for row in rows(&self.db, &sql, values).await? {
                found.push(ToSign {
                    covenant_id: row.get("id")?,
                    title: row.get("title")?,
                    annex: row.get("number")?,
                });
            }
        }
        Ok(found)
    }
}

impl Change {
    /// Records a signature. When it is the last one missing, the covenant is signed, or the annex in force; the answer
    /// says whether it was.
    ///
    /// # Errors
    /// [`StoreError::AlreadyThere`] when the party has signed, [`StoreError::ChangedMeanwhile`] when the paper does not
    /// take signatures, or its text is no longer the one of the version `seen`.
    pub async fn sign_covenant(
        &self,
        covenant_id: &str,
        seen: i64,
        signature: &Signature,
    ) -> Result<bool, StoreError> {
        let own = signature.paper_id == covenant_id;
        let state = if own { State::Ready } else { State::InForce };
        // the row is held until the signature stands, so that nobody takes the text back under it
        let sql = "UPDATE covenants SET version = version WHERE id = $1 AND version = $2 AND state = $3";
        if execute(&self.tx, sql, values![covenant_id, seen, state.code()]).await? == 0 {
            return Err(StoreError::ChangedMeanwhile);
        }
        if !own {
            let sql = "SELECT id FROM covenant_annexes WHERE id = $1 AND covenant_id = $2 AND state = 'open'";
            if row(&self.tx, sql, values![signature.paper_id.clone(), covenant_id]).await?.is_none() {
                return Err(StoreError::ChangedMeanwhile);
            }
        }
        let sql = "INSERT INTO covenant_signatures
                     (id, covenant_id, paper_id, party_id, signed_on, signatory, post, on_behalf, file_digest, file_name,
                      account_name, at)
                   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
        let values = values![
            self.new_id(),
            covenant_id,
            signature.paper_id.clone(),
            signature.party_id.clone(),
            signature.signed_on,
            signature.signatory.clone(),
            signature.post.clone(),
            signature.on_behalf.clone(),
            signature.file_digest.clone(),
            signature.file_name.clone(),
            self.author.name.clone(),
            self.author.at,
        ];
        execute(&self.tx, sql, values).await?;
        let sql = "SELECT COUNT(*) AS n FROM covenant_parties p WHERE p.covenant_id = $1 AND NOT EXISTS
                     (SELECT 1 FROM covenant_signatures s WHERE s.party_id = p.id AND s.paper_id = $2)";
        let missing = row(&self.tx, sql, values![covenant_id, signature.paper_id.clone()]).await?;
        let missing: i64 = missing.map(|row| row.get("n")).transpose()?.unwrap_or(1);
        if missing > 0 {
            return Ok(false);
        }
        if own {
            self.step_covenant(covenant_id, State::Ready, State::Signed, None, None).await?;
        } else {
            self.step_annex(&signature.paper_id, AnnexState::InForce).await?;
        }
        Ok(true)
    }

    /// Draws up an annex with its next number; identifier and number. One at a time waits for signatures.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when the covenant is not in force or another annex is open.
    pub async fn add_annex(
        &self,
        covenant_id: &str,
        seen: i64,
        reason: &str,
        effective: NaiveDate,
    ) -> Result<(String, i64), StoreError> {
        let sql = "UPDATE covenants SET version = version + 1 WHERE id = $1 AND version = $2 AND state = $3
                     AND NOT EXISTS (SELECT 1 FROM covenant_annexes a WHERE a.covenant_id = $1 AND a.state = 'open')";
        if execute(&self.tx, sql, values![covenant_id, seen, State::InForce.code()]).await? == 0 {
            return Err(StoreError::ChangedMeanwhile);
        }
        let sql = "SELECT MAX(number) AS newest FROM covenant_annexes WHERE covenant_id = $1";
        let newest = row(&self.tx, sql, values![covenant_id])
            .await?
            .map(|row| row.get::<Option<i64>>("newest"))
            .transpose()?
            .flatten()
            .unwrap_or(0);
        let id = self.new_id();
        let sql = "INSERT INTO covenant_annexes (id, covenant_id, number, reason, effective, state, account_name, drawn_at)
                   VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
        let author = self.author();
        let values = values![
            id.clone(),
            covenant_id,
            newest + 1,
            reason,
            effective,
            AnnexState::Open.code(),
            author.name.clone(),
            author.at,
        ];
        execute(&self.tx, sql, values).await?;
        Ok((id, newest + 1))
    }

    /// Writes what an annex does to a promise: replaces it, takes it out, or adds one.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn add_amendment(
        &self,
        covenant_id: &str,
        annex: (&str, i64),
        replaces: Option<&str>,
        dropped: bool,
        terms: &Terms,
    ) -> Result<(), StoreError> {
        let position = 100_000 + annex.1;
        self.insert_commitment(covenant_id, Some(annex.0), replaces, dropped, position, terms).await.map(|_| ())
    }

    /// Takes an open annex on: in force, or given up.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when it is not open any more.
    pub async fn step_annex(&self, id: &str, to: AnnexState) -> Result<(), StoreError> {
        let sql = "UPDATE covenant_annexes SET state = $1 WHERE id = $2 AND state = $3";
        let done = execute(&self.tx, sql, values![to.code(), id, AnnexState::Open.code()]).await?;
        if done == 0 { Err(StoreError::ChangedMeanwhile) } else { Ok(()) }
    }
}
