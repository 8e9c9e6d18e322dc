//! Decisions on awards and on their revocation: drawn up line by line, issued with a number once, never deleted.

mod candidates;
mod history;
mod issuing;
mod submissions;

pub use candidates::{Nominated, RoundHead};
pub use submissions::{Answer, Sent};

use crate::regulations::one;
use crate::sql::{Row, execute, insert, row, rows, values};
use crate::{Change, Moment, Store, StoreError, Within};
use chrono::NaiveDate;
use thidua_domain::decisions::{Kind, State};

/// A decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Identifier.
    pub id: String,
    /// Who issues.
    pub unit_id: String,
    /// Award or revocation.
    pub kind: Kind,
    /// The round whose nominations it decides.
    pub round_id: Option<String>,
    /// What it is about.
    pub title: String,
    /// Number and symbol; none while it is a draft.
    pub number: Option<String>,
    /// Its day; of a draft the day that is planned.
    pub dated: Option<NaiveDate>,
    /// Post of the signer.
    pub signer_title: Option<String>,
    /// Who signs.
    pub signer_name: Option<String>,
    /// Where it stands.
    pub state: State,
    /// The decision it takes back.
    pub revokes_id: Option<String>,
    /// On which ground.
    pub ground: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// What it rests on, a line each.
    pub bases: Option<String>,
    /// The signed paper.
    pub file_digest: Option<String>,
    /// Its name.
    pub file_name: Option<String>,
    /// Sample data.
    pub illustrative: bool,
    /// Counts up with every change; zero for one that is not there yet.
    pub version: i64,
    /// The account that drew it up.
    pub account_id: Option<String>,
    /// Who wrote it last; of an issued one who issued it.
    pub account_name: String,
    /// When.
    pub written_at: Moment,
}

/// A line of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// A nomination that it grants.
    Nomination(String),
    /// An honour that it revokes.
    Honour(String),
}

const COLUMNS: &str = "d.id, d.unit_id, d.kind, d.round_id, d.title, d.number_symbol, d.dated, d.signer_title,
    d.signer_name, d.state, d.revokes_id, d.ground, d.reason, d.bases, d.file_digest, d.file_name, d.illustrative,
    d.version, d.account_id, d.account_name, d.written_at";

impl Change {
    /// Keeps a draft with its lines; its version is 1.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn add_decision(&self, it: &Decision, lines: &[Line]) -> Result<(), StoreError> {
        let author = self.author();
        let columns = [
            "id",
            "unit_id",
            "kind",
            "round_id",
            "title",
            "dated",
            "signer_title",
            "signer_name",
            "state",
            "revokes_id",
            "ground",
            "reason",
            "bases",
            "illustrative",
            "version",
            "account_id",
            "account_name",
            "written_at",
        ];
        let kept = values![
            it.id.clone(),
            it.unit_id.clone(),
            it.kind.code(),
            it.round_id.clone(),
            it.title.clone(),
            it.dated,
            it.signer_title.clone(),
            it.signer_name.clone(),
            State::Draft.code(),
            it.revokes_id.clone(),
            it.ground.clone(),
            it.reason.clone(),
            it.bases.clone(),
            it.illustrative,
            1_i64,
            author.account_id.clone(),
            author.name.clone(),
            author.at,
        ];
        insert(&self.tx, "award_decisions", &columns, vec![kept]).await?;
        self.add_lines(&it.id, lines).await
    }

    async fn add_lines(&self, id: &str, lines: &[Line]) -> Result<(), StoreError> {
        let of = |(at, line): (usize, &Line)| {
            let (nomination, honour) = match line {
                Line::Nomination(id) => (Some(id.clone()), None),
                Line::Honour(id) => (None, Some(id.clone())),
            };
            values![id, i64::try_from(at + 1).unwrap_or(i64::MAX), nomination, honour]
        };
        let columns = ["decision_id", "position", "nomination_id", "honour_id"];
        insert(&self.tx, "decision_lines", &columns, lines.iter().enumerate().map(of).collect()).await
    }

    /// Corrects the head of a draft, and its lines where they are given, over the version that the person saw. Whoever
    /// corrects it is the one whose draft it is from then on: somebody else issues what they wrote.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody changed or issued it since.
    pub async fn correct_decision(&self, it: &Decision, lines: Option<&[Line]>) -> Result<(), StoreError> {
        let author = self.author();
        let sql =
            "UPDATE award_decisions SET title = $1, dated = $2, signer_title = $3, signer_name = $4, bases = $5,
                     account_id = $6, account_name = $7, written_at = $8, version = version + 1
                   WHERE id = $9 AND version = $10 AND state = 'draft'";
        let values = values![
            it.title.clone(),
            it.dated,
            it.signer_title.clone(),
            it.signer_name.clone(),
            it.bases.clone(),
            author.account_id.clone(),
            author.name.clone(),
            author.at,
            it.id.clone(),
            it.version,
        ];
        one(execute(&self.tx, sql, values).await?)?;
        if let Some(lines) = lines {
            execute(&self.tx, "DELETE FROM decision_lines WHERE decision_id = $1", values![it.id.clone()]).await?;
            self.add_lines(&it.id, lines).await?;
        }
        Ok(())
    }

    /// Throws a draft away; its nominations wait again.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody changed or issued it since.
    pub async fn discard_decision(&self, id: &str, version: i64) -> Result<(), StoreError> {
        let sql =
            "UPDATE award_decisions SET version = version + 1 WHERE id = $1 AND version = $2 AND state = 'draft'";
        one(execute(&self.tx, sql, values![id, version]).await?)?;
        execute(&self.tx, "DELETE FROM decision_lines WHERE decision_id = $1", values![id]).await?;
        execute(&self.tx, "DELETE FROM award_decisions WHERE id = $1", values![id]).await?;
        Ok(())
    }
}

impl Store {
    /// One decision.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn decision(&self, id: &str) -> Result<Option<Decision>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM award_decisions d WHERE d.id = $1");
        row(&self.db, &sql, values![id]).await?.as_ref().map(decision).transpose()
    }

    /// Who drew up a decision that was issued: whoever corrected its draft last.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn drawn_up_by(&self, id: &str) -> Result<Option<String>, StoreError> {
        let sql = "SELECT drawn_up_by FROM award_decisions WHERE id = $1";
        row(&self.db, sql, values![id]).await?.map_or(Ok(None), |row| row.get("drawn_up_by"))
    }

    /// The decisions of some authorities: drafts first, then the newest. At most `limit`, and whether there are more.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn decisions(&self, within: &Within, limit: usize) -> Result<(Vec<Decision>, bool), StoreError> {
        let (before, condition, mut values) = within.condition("d.unit_id");
        values.push(i64::try_from(limit + 1).unwrap_or(i64::MAX).into());
        let sql = format!(
            "{before}SELECT {COLUMNS} FROM award_decisions d WHERE {condition}
             ORDER BY CASE WHEN d.state = 'draft' THEN 0 ELSE 1 END, d.dated DESC, d.id DESC LIMIT ${}",
            values.len()
        );
        let mut found: Vec<Decision> =
            rows(&self.db, &sql, values).await?.iter().map(decision).collect::<Result<_, _>>()?;
        let more = found.len() > limit;
        found.truncate(limit);
        Ok((found, more))
    }

    /// The decisions of a round, drafts too.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn decisions_of_round(&self, round_id: &str) -> Result<Vec<Decision>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM award_decisions d WHERE d.round_id = $1 ORDER BY d.id");
        rows(&self.db, &sql, values![round_id]).await?.iter().map(decision).collect()
    }

    /// The decisions that take back lines of another one.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn revocations_of(&self, decision_id: &str) -> Result<Vec<Decision>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM award_decisions d WHERE d.revokes_id = $1 ORDER BY d.id");
        rows(&self.db, &sql, values![decision_id]).await?.iter().map(decision).collect()
    }

    /// The lines of a decision as they were drawn up.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn decision_lines(&self, id: &str) -> Result<Vec<Line>, StoreError> {
        let sql = "SELECT nomination_id, honour_id FROM decision_lines WHERE decision_id = $1 ORDER BY position";
        let of = |row: &Row| -> Result<Option<Line>, StoreError> {
            let nomination: Option<String> = row.get("nomination_id")?;
            let honour: Option<String> = row.get("honour_id")?;
            Ok(nomination.map(Line::Nomination).or(honour.map(Line::Honour)))
        };
        let found: Vec<Option<Line>> =
            rows(&self.db, sql, values![id]).await?.iter().map(of).collect::<Result<_, _>>()?;
        Ok(found.into_iter().flatten().collect())
    }

    /// The drafts in which nominations of a round stand: nomination, draft.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn drafted_of_round(&self, round_id: &str) -> Result<Vec<(String, String)>, StoreError> {
        let sql = "SELECT l.nomination_id, l.decision_id FROM decision_lines l
                   JOIN award_decisions d ON d.id = l.decision_id
                   WHERE d.round_id = $1 AND d.state = 'draft' AND l.nomination_id IS NOT NULL";
        let of = |row: &Row| Ok((row.get("nomination_id")?, row.get("decision_id")?));
        rows(&self.db, sql, values![round_id]).await?.iter().map(of).collect()
    }

    /// The drafts in which an honour is to be revoked.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn drafts_on_honour(&self, honour_id: &str) -> Result<Vec<String>, StoreError> {
        let sql = "SELECT d.id FROM decision_lines l JOIN award_decisions d ON d.id = l.decision_id
                   WHERE l.honour_id = $1 AND d.state = 'draft'";
        rows(&self.db, sql, values![honour_id]).await?.iter().map(|row| row.get("id")).collect()
    }

    /// The numbers that an authority used in a year for a kind of decision.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn decision_numbers(&self, unit_id: &str, kind: Kind, year: i32) -> Result<Vec<String>, StoreError> {
        let sql = "SELECT number_symbol FROM award_decisions
                   WHERE unit_id = $1 AND kind = $2 AND year = $3 AND number_symbol IS NOT NULL ORDER BY number_symbol";
        let values = values![unit_id, kind.code(), i64::from(year)];
        rows(&self.db, sql, values).await?.iter().map(|row| row.get("number_symbol")).collect()
    }
}

fn decision(row: &Row) -> Result<Decision, StoreError> {
    Ok(Decision {
        id: row.get("id")?,
        unit_id: row.get("unit_id")?,
        kind: row.code("kind", Kind::from_code)?,
        round_id: row.get("round_id")?,
        title: row.get("title")?,
        number: row.get("number_symbol")?,
        dated: row.get("dated")?,
        signer_title: row.get("signer_title")?,
        signer_name: row.get("signer_name")?,
        state: row.code("state", State::from_code)?,
        revokes_id: row.get("revokes_id")?,
        ground: row.get("ground")?,
        reason: row.get("reason")?,
        bases: row.get("bases")?,
        file_digest: row.get("file_digest")?,
        file_name: row.get("file_name")?,
        illustrative: row.get("illustrative")?,
        version: row.get("version")?,
        account_id: row.get("account_id")?,
        account_name: row.get("account_name")?,
        written_at: row.get("written_at")?,
    })
}
