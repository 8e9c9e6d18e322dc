//! Nominations sent to a higher authority, followed to their result; what was granted above is an honour here.

use super::Nominated;
use crate::honours::Honour;
use crate::regulations::one;
use crate::sql::{Row, execute, insert, places, row, rows, values};
use crate::{Change, Moment, Store, StoreError, Within};
use chrono::NaiveDate;
use sea_orm::Value;
use thidua_domain::decisions::Submission;
use thidua_domain::nominations::State as Stand;

/// A nomination that was sent upward.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// Identifier.
    pub id: String,
    /// The nomination.
    pub nomination_id: String,
    /// Who sent it.
    pub unit_id: String,
    /// To whom.
    pub sent_to: String,
    /// Number and symbol of the letter; of one sent again the newest letter.
    pub number: Option<String>,
    /// When; of one sent again the newest day.
    pub sent_on: NaiveDate,
    /// Where it stands.
    pub state: Submission,
    /// When they answered.
    pub answered_on: Option<NaiveDate>,
    /// Number and symbol of their decision or letter.
    pub answer_number: Option<String>,
    /// What they said.
    pub says: Option<String>,
    /// The honour that came of it.
    pub honour_id: Option<String>,
    /// Counts up with every change.
    pub version: i64,
    /// Who wrote it last.
    pub account_name: String,
    /// When.
    pub written_at: Moment,
}

/// What came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Where it stands now.
    pub state: Submission,
    /// When they answered, or when it was sent again.
    pub day: NaiveDate,
    /// What they said.
    pub says: Option<String>,
    /// The number of their decision, or of the letter with which it was sent again.
    pub number: Option<String>,
}

const COLUMNS: &str =
    "s.id, s.nomination_id, s.unit_id, s.sent_to, s.number_symbol, s.sent_on, s.state, s.answered_on,
    s.answer_number, s.says, s.honour_id, s.version, s.account_name, s.written_at";

impl Change {
    /// Sends nominations upward: each has its own way from then on.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when one was changed since.
    pub async fn send_upward(
        &self,
        nominated: &[Nominated],
        unit_id: &str,
        sent_to: &str,
        number: Option<&str>,
        day: NaiveDate,
    ) -> Result<(), StoreError> {
        let author = self.author();
        let columns = [
            "id",
            "nomination_id",
            "unit_id",
            "sent_to",
            "number_symbol",
            "sent_on",
            "state",
            "version",
            "account_name",
            "written_at",
        ];
        let mut kept = Vec::new();
        for it in nominated {
            self.move_nominated(it, Stand::Upward, number).await?;
            kept.push(values![
                self.new_id(),
                it.id.clone(),
                unit_id,
                sent_to,
                number.map(str::to_owned),
                day,
                Submission::Submitted.code(),
                1_i64,
                author.name.clone(),
                author.at,
            ]);
        }
        insert(&self.tx, "award_submissions", &columns, kept).await
    }

    /// Writes what came back, over the version that the person saw: an honour where it was granted.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody wrote it since.
    pub async fn answer_submission(
        &self,
        sent: &Sent,
        nominated: &Nominated,
        answer: &Answer,
        granted: Option<(&Honour, &[(String, String)])>,
    ) -> Result<(), StoreError> {
        let author = self.author();
        if let Some((honour, reliances)) = granted {
            self.add_honours(std::slice::from_ref(honour)).await?;
            self.add_reliances(reliances).await?;
        }
        match answer.state {
            Submission::Granted => self.move_nominated(nominated, Stand::Granted, answer.says.as_deref()).await?,
            Submission::Refused => {
                self.move_nominated(nominated, Stand::NotGranted, answer.says.as_deref()).await?
            }
            // while it goes back and forth the nomination stays with the authority above
            Submission::Returned | Submission::Submitted => {}
        }
        let again = answer.state == Submission::Submitted;
        let sql =
            "UPDATE award_submissions SET state = $1, answered_on = $2, says = $3, honour_id = $4, sent_on = $5,
                     number_symbol = $6, answer_number = $7, account_name = $8, written_at = $9,
                     version = version + 1
                   WHERE id = $10 AND version = $11";
        let values = values![
            answer.state.code(),
            if again { sent.answered_on } else { Some(answer.day) },
            answer.says.clone().or_else(|| sent.says.clone().filter(|_| again)),
            granted.map(|(honour, _)| honour.id.clone()),
            if again { answer.day } else { sent.sent_on },
            if again { answer.number.clone().or_else(|| sent.number.clone()) } else { sent.number.clone() },
            if again { sent.answer_number.clone() } else { answer.number.clone() },
            author.name.clone(),
            author.at,
            sent.id.clone(),
            sent.version,
        ];
        one(execute(&self.tx, sql, values).await?)
    }
}

impl Store {
    /// One submission.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn submission(&self, id: &str) -> Result<Option<Sent>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM award_submissions s WHERE s.id = $1");
        row(&self.db, &sql, values![id]).await?.as_ref().map(sent).transpose()
    }

    /// What some authorities sent upward: what is open first, then the newest.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn submissions(&self, within: &Within) -> Result<Vec<Sent>, StoreError> {
        let (before, condition, values) = within.condition("s.unit_id");
        let sql = format!(
            "{before}SELECT {COLUMNS} FROM award_submissions s WHERE {condition}
             ORDER BY CASE WHEN s.state IN ('submitted', 'returned') THEN 0 ELSE 1 END, s.sent_on DESC, s.id DESC"
        );
        rows(&self.db, &sql, values).await?.iter().map(sent).collect()
    }

    /// What was sent upward of some nominations.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn submissions_of(&self, nominations: &[String]) -> Result<Vec<Sent>, StoreError> {
        let mut found = Vec::new();
        for some in nominations.chunks(400) {
            let listed = places(1, some.len());
            let sql = format!(
                "SELECT {COLUMNS} FROM award_submissions s WHERE s.nomination_id IN ({listed}) ORDER BY s.id"
            );
            for row in rows(&self.db, &sql, some.iter().map(|id| Value::from(id.as_str())).collect()).await? {
                found.push(sent(&row)?);
            }
        }
        Ok(found)
    }
}

fn sent(row: &Row) -> Result<Sent, StoreError> {
    Ok(Sent {
        id: row.get("id")?,
        nomination_id: row.get("nomination_id")?,
        unit_id: row.get("unit_id")?,
        sent_to: row.get("sent_to")?,
        number: row.get("number_symbol")?,
        sent_on: row.get("sent_on")?,
        state: row.code("state", Submission::from_code)?,
        answered_on: row.get("answered_on")?,
        answer_number: row.get("answer_number")?,
        says: row.get("says")?,
        honour_id: row.get("honour_id")?,
        version: row.get("version")?,
        account_name: row.get("account_name")?,
        written_at: row.get("written_at")?,
    })
}
