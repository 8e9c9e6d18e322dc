//! Sections of a report as somebody edited them; the older versions stay.

use crate::sql::{Row, execute, row, rows, values};
use crate::{Change, Moment, Store, StoreError};

/// A version of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// `organisation`, `field:economy`, …
    pub section: String,
    /// 1 for the first.
    pub version: i64,
    /// What was written; none when the words of the program were taken again.
    pub text: Option<String>,
    /// What the program would have written at that moment.
    pub made: String,
    /// Who.
    pub account_name: String,
    /// When.
    pub written_at: Moment,
}

fn section(row: &Row) -> Result<Section, StoreError> {
    Ok(Section {
        section: row.get("section")?,
        version: row.get("version")?,
        text: row.get("text")?,
        made: row.get("made")?,
        account_name: row.get("account_name")?,
        written_at: row.get("written_at")?,
    })
}

impl Store {
    /// Every version of every section of a report, the newest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn period_report_texts(&self, report_id: &str) -> Result<Vec<Section>, StoreError> {
        let sql = "SELECT section, version, text, made, account_name, written_at FROM period_report_texts
                   WHERE report_id = $1 ORDER BY section, version DESC";
        rows(&self.db, sql, values![report_id]).await?.iter().map(section).collect()
    }
}

impl Change {
    /// Writes the next version of a section of a report that was claimed. `seen` is the version that the person saw;
    /// `None` where the whole report was seen.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody else wrote it since.
    pub async fn write_section(
        &self,
        report_id: &str,
        section: &str,
        seen: Option<i64>,
        text: Option<&str>,
        made: &str,
    ) -> Result<(), StoreError> {
        let sql = "SELECT MAX(version) AS newest FROM period_report_texts WHERE report_id = $1 AND section = $2";
        let newest = row(&self.tx, sql, values![report_id, section])
            .await?
            .map(|row| row.get::<Option<i64>>("newest"))
            .transpose()?
            .flatten()
            .unwrap_or(0);
        if seen.is_some_and(|seen| seen != newest) {
            return Err(StoreError::ChangedMeanwhile);
        }
        let sql = "UPDATE period_report_texts SET is_current = FALSE
                   WHERE report_id = $1 AND section = $2 AND is_current = TRUE";
        execute(&self.tx, sql, values![report_id, section]).await?;
        let sql = "INSERT INTO period_report_texts
                     (id, report_id, section, version, is_current, text, made, account_name, written_at)
                   VALUES ($1, $2, $3, $4, TRUE, $5, $6, $7, $8)";
        let values = values![
            self.new_id(),
            report_id,
            section,
            newest + 1,
            text.map(str::to_owned),
            made,
            self.author.name.clone(),
            self.author.at,
        ];
        execute(&self.tx, sql, values).await.map(|_| ())
    }
}
