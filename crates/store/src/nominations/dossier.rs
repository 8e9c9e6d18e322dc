//! The dossier of a nomination: steps, papers, remarks on fields, cited results, opinions of other bodies, facts.

use crate::regulations::one;
use crate::sql::{execute, insert, row, rows, values};
use crate::{Change, Moment, Store, StoreError};
use chrono::NaiveDate;
use thidua_domain::nominations::State;

/// A step on the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// From where.
    pub from: State,
    /// To where.
    pub to: State,
    /// Why.
    pub reason: Option<String>,
    /// The account.
    pub account_id: Option<String>,
    /// Its name.
    pub account_name: String,
    /// When.
    pub at: Moment,
}

/// A paper as it is put in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPaper {
    /// Its kind, as the packs call it.
    pub kind: String,
    /// What it is called.
    pub name: String,
    /// Number and symbol.
    pub number: Option<String>,
    /// Its day.
    pub dated: Option<NaiveDate>,
    /// How many originals.
    pub originals: i64,
    /// Digest and name of the file.
    pub file: Option<(String, String)>,
}

/// A paper in the dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// Identifier.
    pub id: String,
    /// What was put in.
    pub put: NewPaper,
    /// Why it was taken out again; it stays listed.
    pub withdrawn: Option<String>,
    /// Who put it in.
    pub account_name: String,
    /// When.
    pub at: Moment,
}

/// A remark on a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptRemark {
    /// Identifier.
    pub id: String,
    /// The field or paper.
    pub field: String,
    /// What is to be mended.
    pub says: String,
    /// What was answered.
    pub answer: Option<String>,
    /// Who made it.
    pub account_name: String,
    /// When.
    pub at: Moment,
}

/// A result of the system that the dossier cites.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cited {
    /// What sort of result.
    pub kind: String,
    /// Its identifier.
    pub result_id: String,
    /// The sentence with its figure.
    pub says: String,
    /// Where it is shown.
    pub address: Option<String>,
}

/// The opinion of another body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opinion {
    /// Identifier.
    pub id: String,
    /// The body.
    pub body: String,
    /// When it was asked.
    pub asked_on: NaiveDate,
    /// Until when it answers.
    pub due: NaiveDate,
    /// When it answered.
    pub answered_on: Option<NaiveDate>,
    /// `agrees`, `disagrees`, `no-remark`.
    pub answer: Option<String>,
    /// In words.
    pub says: Option<String>,
    /// The last day on which the answer counts.
    pub expires: Option<NaiveDate>,
    /// Digest and name of the file.
    pub file: Option<(String, String)>,
    /// Counts up with every change; zero for one that is not there yet.
    pub version: i64,
    /// Who wrote it last.
    pub account_name: String,
}

impl Change {
    pub(super) async fn keep_step(
        &self,
        id: &str,
        from: State,
        to: State,
        reason: Option<&str>,
    ) -> Result<(), StoreError> {
        let author = self.author();
        let sql = "INSERT INTO nomination_steps (nomination_id, position, from_state, to_state, reason, account_id,
                     account_name, at)
                   VALUES ($1, (SELECT COALESCE(MAX(position), 0) + 1 FROM nomination_steps WHERE nomination_id = $1),
                     $2, $3, $4, $5, $6, $7)";
        let values = values![
            id,
            from.code(),
            to.code(),
            reason.map(str::to_owned),
            author.account_id.clone(),
            author.name.clone(),
            author.at,
        ];
        execute(&self.tx, sql, values).await.map(|_| ())
    }

    /// Puts a paper into a dossier; its identifier.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn add_nomination_paper(&self, nomination_id: &str, paper: &NewPaper) -> Result<String, StoreError> {
        let id = self.new_id();
        let columns = [
            "id",
            "nomination_id",
            "kind",
            "name",
            "number_symbol",
            "dated",
            "originals",
            "file_digest",
            "file_name",
            "account_name",
            "at",
        ];
        let (digest, file_name) = paper.file.clone().unzip();
        let values = values![
            id.clone(),
            nomination_id,
            paper.kind.clone(),
            paper.name.clone(),
            paper.number.clone(),
            paper.dated,
            paper.originals,
            digest,
            file_name,
            self.author().name.clone(),
            self.author().at,
        ];
        insert(&self.tx, "nomination_papers", &columns, vec![values]).await?;
        Ok(id)
    }

    /// Takes a paper out of a dossier with a reason; it stays listed.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when it was taken out already.
    pub async fn withdraw_nomination_paper(
        &self,
        nomination_id: &str,
        id: &str,
        reason: &str,
    ) -> Result<(), StoreError> {
        let sql = "UPDATE nomination_papers SET withdrawn = $1 WHERE id = $2 AND nomination_id = $3 AND withdrawn IS NULL";
        one(execute(&self.tx, sql, values![reason, id, nomination_id]).await?)
    }

    /// Makes remarks on fields of a nomination.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn add_nomination_remarks(
        &self,
        nomination_id: &str,
        remarks: &[(String, String)],
    ) -> Result<(), StoreError> {
        let columns = ["id", "nomination_id", "field", "says", "account_name", "at"];
        let author = self.author();
        let of = |(field, says): &(String, String)| {
            values![self.new_id(), nomination_id, field.clone(), says.clone(), author.name.clone(), author.at]
        };
        insert(&self.tx, "nomination_remarks", &columns, remarks.iter().map(of).collect()).await
    }

    /// Answers a remark.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when the nomination has no such remark.
    pub async fn answer_nomination_remark(
        &self,
        nomination_id: &str,
        id: &str,
        answer: &str,
    ) -> Result<(), StoreError> {
        let sql = "UPDATE nomination_remarks SET answer = $1 WHERE id = $2 AND nomination_id = $3";
        one(execute(&self.tx, sql, values![answer, id, nomination_id]).await?)
    }

    /// Puts the cited results in the place of those that were there.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn cite_results(&self, nomination_id: &str, results: &[Cited]) -> Result<(), StoreError> {
        execute(&self.tx, "DELETE FROM nomination_results WHERE nomination_id = $1", values![nomination_id])
            .await?;
        let columns = ["nomination_id", "position", "kind", "result_id", "says", "address"];
        let of = |(position, one): (i64, &Cited)| {
            values![
                nomination_id,
                position,
                one.kind.clone(),
                one.result_id.clone(),
                one.says.clone(),
                one.address.clone()
            ]
        };
        insert(&self.tx, "nomination_results", &columns, (1..).zip(results).map(of).collect()).await
    }

    /// Asks another body for its opinion, or keeps its answer over the version that the person saw.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`].
    pub async fn write_opinion(&self, nomination_id: &str, it: &Opinion) -> Result<(), StoreError> {
        let author = self.author();
        let (digest, file_name) = it.file.clone().unzip();
        let mut values = values![
            it.body.clone(),
            it.asked_on,
            it.due,
            it.answered_on,
            it.answer.clone(),
            it.says.clone(),
            it.expires,
            digest,
            file_name,
            author.name.clone(),
            author.at,
            it.id.clone(),
            nomination_id,
        ];
        if it.version == 0 {
            let sql = "INSERT INTO nomination_opinions (body, asked_on, due, answered_on, answer, says, expires, file_digest,
                         file_name, account_name, at, id, nomination_id, version)
                       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 1)";
            return execute(&self.tx, sql, values).await.map(|_| ());
        }
        values.push(it.version.into());
        let sql =
            "UPDATE nomination_opinions SET body = $1, asked_on = $2, due = $3, answered_on = $4, answer = $5,
                     says = $6, expires = $7, file_digest = $8, file_name = $9, account_name = $10, at = $11,
                     version = version + 1 WHERE id = $12 AND nomination_id = $13 AND version = $14";
        one(execute(&self.tx, sql, values).await?)
    }

    /// Keeps a fact that no other record holds, as JSON; nothing takes it out.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn keep_fact(&self, nomination_id: &str, fact: &str, value: Option<&str>) -> Result<(), StoreError> {
        let sql = "DELETE FROM nomination_facts WHERE nomination_id = $1 AND fact = $2";
        execute(&self.tx, sql, values![nomination_id, fact]).await?;
        let Some(value) = value else { return Ok(()) };
        let sql = "INSERT INTO nomination_facts (nomination_id, fact, value, account_name, at) VALUES ($1, $2, $3, $4, $5)";
        let author = self.author();
        execute(&self.tx, sql, values![nomination_id, fact, value, author.name.clone(), author.at])
            .await
            .map(|_| ())
    }
}

impl Store {
    /// The steps of a nomination, the first one first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn nomination_steps(&self, id: &str) -> Result<Vec<Step>, StoreError> {
        let sql = "SELECT from_state, to_state, reason, account_id, account_name, at FROM nomination_steps
                   WHERE nomination_id = $1 ORDER BY position";
        rows(&self.db, sql, values![id])
            .await?
            .iter()
            .map(|row| {
                Ok(Step {
                    from: row.code("from_state", State::from_code)?,
                    to: row.code("to_state", State::from_code)?,
                    reason: row.get("reason")?,
                    account_id: row.get("account_id")?,
                    account_name: row.get("account_name")?,
                    at: row.get("at")?,
                })
            })
            .collect()
    }

    /// The papers of a dossier in the order in which they were put in, withdrawn ones too.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn nomination_papers(&self, id: &str) -> Result<Vec<Paper>, StoreError> {
        let sql = "SELECT id, kind, name, number_symbol, dated, originals, file_digest, file_name, withdrawn, account_name, at
                   FROM nomination_papers WHERE nomination_id = $1 ORDER BY id";
        rows(&self.db, sql, values![id])
            .await?
            .iter()
            .map(|row| {
                let digest: Option<String> = row.get("file_digest")?;
                Ok(Paper {
                    id: row.get("id")?,
                    put: NewPaper {
                        kind: row.get("kind")?,
                        name: row.get("name")?,
                        number: row.get("number_symbol")?,
                        dated: row.get("dated")?,
                        originals: row.get("originals")?,
                        file: digest.zip(row.get("file_name")?),
                    },
                    withdrawn: row.get("withdrawn")?,
                    account_name: row.get("account_name")?,
                    at: row.get("at")?,
                })
            })
            .collect()
    }

    /// The nomination to whose dossier a file belongs.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn nomination_of_paper(&self, paper_id: &str) -> Result<Option<String>, StoreError> {
        let sql = "SELECT nomination_id FROM nomination_papers WHERE id = $1";
        row(&self.db, sql, values![paper_id]).await?.map(|row| row.get("nomination_id")).transpose()
    }

    /// The remarks of a nomination, the oldest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn nomination_remarks(&self, id: &str) -> Result<Vec<KeptRemark>, StoreError> {
        let sql = "SELECT id, field, says, answer, account_name, at FROM nomination_remarks
                   WHERE nomination_id = $1 ORDER BY at, id";
        rows(&self.db, sql, values![id])
            .await?
            .iter()
            .map(|row| {
                Ok(KeptRemark {
                    id: row.get("id")?,
                    field: row.get("field")?,
                    says: row.get("says")?,
                    answer: row.get("answer")?,
                    account_name: row.get("account_name")?,
                    at: row.get("at")?,
                })
            })
            .collect()
    }

    /// The results that a dossier cites.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn cited_results(&self, id: &str) -> Result<Vec<Cited>, StoreError> {
        let sql = "SELECT kind, result_id, says, address FROM nomination_results WHERE nomination_id = $1 ORDER BY position";
        rows(&self.db, sql, values![id])
            .await?
            .iter()
            .map(|row| {
                Ok(Cited {
                    kind: row.get("kind")?,
                    result_id: row.get("result_id")?,
                    says: row.get("says")?,
                    address: row.get("address")?,
                })
            })
            .collect()
    }

    /// The opinions that were asked for, the oldest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn opinions(&self, id: &str) -> Result<Vec<Opinion>, StoreError> {
        let sql =
            "SELECT id, body, asked_on, due, answered_on, answer, says, expires, file_digest, file_name, version,
                     account_name FROM nomination_opinions WHERE nomination_id = $1 ORDER BY asked_on, id";
        rows(&self.db, sql, values![id])
            .await?
            .iter()
            .map(|row| {
                let digest: Option<String> = row.get("file_digest")?;
                Ok(Opinion {
                    id: row.get("id")?,
                    body: row.get("body")?,
                    asked_on: row.get("asked_on")?,
                    due: row.get("due")?,
                    answered_on: row.get("answered_on")?,
                    answer: row.get("answer")?,
                    says: row.get("says")?,
                    expires: row.get("expires")?,
                    file: digest.zip(row.get("file_name")?),
                    version: row.get("version")?,
                    account_name: row.get("account_name")?,
                })
            })
            .collect()
    }

    /// The facts of a dossier that no other record holds: name and JSON.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn nomination_facts(&self, id: &str) -> Result<Vec<(String, String)>, StoreError> {
        let sql = "SELECT fact, value FROM nomination_facts WHERE nomination_id = $1 ORDER BY fact";
        rows(&self.db, sql, values![id])
            .await?
            .iter()
            .map(|row| Ok((row.get("fact")?, row.get("value")?)))
            .collect()
    }
}
