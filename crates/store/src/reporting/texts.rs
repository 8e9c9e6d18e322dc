//! What a unit writes beside its figures, and what the standing office remarked on lines and sections.

use crate::sql::{execute, rows, values};
use crate::{Change, Moment, Store, StoreError};

/// A section of a report in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// The report.
    pub report_id: String,
    /// `general`, `field:economy`, `difficulties`, `proposals`.
    pub section: String,
    /// The words.
    pub text: String,
}

/// A remark to be written.
#[derive(Clone, Debug)]
pub struct NewRemark {
    /// On the line of this target.
    pub target_id: Option<String>,
    /// On this section; neither for the report as a whole.
    pub section: Option<String>,
    /// The words.
    pub says: String,
}

/// A remark as it stands in the store.
#[derive(Clone, Debug)]
pub struct Remark {
    /// Identifier.
    pub id: String,
    /// What was remarked.
    pub remark: NewRemark,
    /// Who.
    pub account_name: String,
    /// When.
    pub at: Moment,
    /// When the unit sent the report again.
    pub mended_at: Option<Moment>,
}

impl Store {
    /// The sections of a report that have words.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn report_texts(&self, report_id: &str) -> Result<Vec<Text>, StoreError> {
        let sql = "SELECT report_id, section, text FROM unit_report_texts WHERE report_id = $1 ORDER BY section";
        rows(&self.db, sql, values![report_id]).await?.iter().map(text).collect()
    }

    /// The sections of all reports of a round.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn texts_of_round(&self, round_id: &str) -> Result<Vec<Text>, StoreError> {
        let sql = "SELECT t.report_id, t.section, t.text FROM unit_report_texts t
                   JOIN unit_reports r ON r.id = t.report_id WHERE r.round_id = $1 ORDER BY t.report_id, t.section";
        rows(&self.db, sql, values![round_id]).await?.iter().map(text).collect()
    }

    /// The remarks on a report, oldest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn report_remarks(&self, report_id: &str) -> Result<Vec<Remark>, StoreError> {
        let sql = "SELECT id, target_id, section, says, account_name, at, mended_at FROM unit_report_remarks
                   WHERE report_id = $1 ORDER BY at, id";
        rows(&self.db, sql, values![report_id])
            .await?
            .iter()
            .map(|row| {
                Ok(Remark {
                    id: row.get("id")?,
                    remark: NewRemark {
                        target_id: row.get("target_id")?,
                        section: row.get("section")?,
                        says: row.get("says")?,
                    },
                    account_name: row.get("account_name")?,
                    at: row.get("at")?,
                    mended_at: row.get("mended_at")?,
                })
            })
            .collect()
    }
}

fn text(row: &crate::sql::Row) -> Result<Text, StoreError> {
    Ok(Text { report_id: row.get("report_id")?, section: row.get("section")?, text: row.get("text")? })
}

impl Change {
    /// Writes a section of a report that was claimed; an empty one is taken out.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn write_report_text(
        &self,
        report_id: &str,
        section: &str,
        text: Option<&str>,
    ) -> Result<(), StoreError> {
        let sql = "DELETE FROM unit_report_texts WHERE report_id = $1 AND section = $2";
        execute(&self.tx, sql, values![report_id, section]).await?;
        if let Some(text) = text {
            let sql = "INSERT INTO unit_report_texts (report_id, section, text, account_name, written_at)
                       VALUES ($1, $2, $3, $4, $5)";
            let values = values![report_id, section, text, self.author.name.clone(), self.author.at];
            execute(&self.tx, sql, values).await?;
        }
        Ok(())
    }

    /// Writes a remark on a report.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn remark_on_report(&self, report_id: &str, remark: &NewRemark) -> Result<(), StoreError> {
        let sql = "INSERT INTO unit_report_remarks (id, report_id, target_id, section, says, account_name, at)
                   VALUES ($1, $2, $3, $4, $5, $6, $7)";
        let values = values![
            self.new_id(),
            report_id,
            remark.target_id.clone(),
            remark.section.clone(),
            remark.says.clone(),
            self.author.name.clone(),
            self.author.at,
        ];
        execute(&self.tx, sql, values).await.map(|_| ())
    }

    /// Notes that the remarks so far were answered by sending the report again.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn mend_remarks(&self, report_id: &str) -> Result<(), StoreError> {
        let sql = "UPDATE unit_report_remarks SET mended_at = $1 WHERE report_id = $2 AND mended_at IS NULL";
        execute(&self.tx, sql, values![self.author.at, report_id]).await.map(|_| ())
    }
}
