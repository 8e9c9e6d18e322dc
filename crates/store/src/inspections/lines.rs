//! The list that a sample was drawn from, as it was then.

use crate::sql::{Row, insert, rows, values};
use crate::{Change, Store, StoreError};
use thidua_domain::basics::Amount;
use thidua_domain::inspections::risk::Reason;
use thidua_domain::inspections::sampling::Because;

/// A line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SampleLine {
    /// The group in which it is drawn.
    pub group: String,
    /// The line as it is published.
    pub line: String,
    /// The unit.
    pub unit_id: String,
    /// The target; none where the line is the unit itself.
    pub target_id: Option<String>,
    /// Its name.
    pub target_name: Option<String>,
    /// The value that the unit reported.
    pub value: Option<Amount>,
    /// Reasons to look at it.
    pub reasons: Vec<Reason>,
    /// Why it is in the sample, where it is.
    pub because: Option<Because>,
}

impl Change {
    /// Keeps the list with what was drawn of it. It is written once.
    ///
    /// # Errors
    /// [`StoreError::AlreadyThere`] when there is one.
    pub async fn keep_sample(&self, inspection_id: &str, lines: &[SampleLine]) -> Result<(), StoreError> {
        let columns = [
            "inspection_id",
            "position",
            "group_name",
            "line",
            "unit_id",
            "target_id",
            "target_name",
            "value",
            "reasons",
            "because",
        ];
        let rows = lines.iter().zip(1_i64..).map(|(line, position)| {
            let reasons: Vec<String> = line.reasons.iter().map(|reason| reason.code()).collect();
            values![
                inspection_id,
                position,
                line.group.clone(),
                line.line.clone(),
                line.unit_id.clone(),
                line.target_id.clone(),
                line.target_name.clone(),
                line.value.map(Amount::ten_thousandths),
                reasons.join(" "),
                line.because.map(Because::code),
            ]
        });
        insert(&self.tx, "inspection_lines", &columns, rows.collect()).await
    }
}

impl Store {
    /// How often the lines of a round were corrected after their report was first sent: unit, target, times.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn corrected_after_sending(&self, round_id: &str) -> Result<Vec<(String, String, i64)>, StoreError> {
        let sql = "SELECT r.unit_id, l.target_id, COUNT(*) AS times FROM report_lines l
                   JOIN unit_reports r ON r.id = l.report_id
                   WHERE r.round_id = $1 AND l.version > 1 AND l.entered_at > (
                     SELECT MIN(s.at) FROM unit_report_steps s WHERE s.report_id = r.id AND s.to_state = $2)
                   GROUP BY r.unit_id, l.target_id ORDER BY r.unit_id, l.target_id";
        let read = |row: &Row| Ok((row.get("unit_id")?, row.get("target_id")?, row.get("times")?));
        let sent = thidua_domain::reporting::State::Submitted.code();
        rows(&self.db, sql, values![round_id, sent]).await?.iter().map(read).collect()
    }

    /// The list of an inspection in its order.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn sample(&self, inspection_id: &str) -> Result<Vec<SampleLine>, StoreError> {
        let sql = "SELECT group_name, line, unit_id, target_id, target_name, value, reasons, because
                   FROM inspection_lines WHERE inspection_id = $1 ORDER BY position";
        rows(&self.db, sql, values![inspection_id]).await?.iter().map(line).collect()
    }
}

fn line(row: &Row) -> Result<SampleLine, StoreError> {
    let reasons: String = row.get("reasons")?;
    let value: Option<i64> = row.get("value")?;
    Ok(SampleLine {
        group: row.get("group_name")?,
        line: row.get("line")?,
        unit_id: row.get("unit_id")?,
        target_id: row.get("target_id")?,
        target_name: row.get("target_name")?,
        value: value.map(Amount::from_ten_thousandths),
        reasons: reasons.split(' ').filter_map(Reason::from_code).collect(),
        because: row.optional_code("because", Because::from_code)?,
    })
}
