//! Lines of reports: every correction is a new version, and the older ones stay.

use crate::registrations::{amount, stored};
use crate::sql::{Row, execute, row, rows, values};
use crate::{Change, Moment, Store, StoreError};
use thidua_domain::basics::Amount;
use thidua_domain::figures::{Attainment, Figure};
use thidua_domain::reporting::Entered;

/// A line to be written.
#[derive(Clone, Debug)]
pub struct NewLine {
    /// The target.
    pub target_id: String,
    /// What was entered.
    pub entered: Entered,
    /// Invented for the demo.
    pub illustrative: bool,
}

/// A version of a line in the store.
#[derive(Clone, Debug)]
pub struct LineVersion {
    /// Identifier of the version.
    pub id: String,
    /// The report.
    pub report_id: String,
    /// The unit of the report.
    pub unit_id: String,
    /// The target.
    pub target_id: String,
    /// What was entered.
    pub entered: Entered,
    /// 1 for the first.
    pub version: i64,
    /// Whether it is the newest.
    pub current: bool,
    /// Invented for the demo.
    pub illustrative: bool,
    /// Who entered it.
    pub account_name: String,
    /// When.
    pub entered_at: Moment,
}

const COLUMNS: &str = "l.id, l.report_id, r.unit_id, l.target_id, l.version, l.is_current, l.state, l.value,
    l.attainment, l.numerator, l.denominator, l.of_period, l.last_year, l.dated, l.source, l.file_digest, l.file_name,
    l.place, l.reason, l.illustrative, l.account_name, l.entered_at";
const FROM: &str = "report_lines l JOIN unit_reports r ON r.id = l.report_id";

fn version(row: &Row) -> Result<LineVersion, StoreError> {
    let state: String = row.get("state")?;
    let unreadable = || StoreError::Unreadable(format!("report line {state}"));
    let figure = match state.as_str() {
        "not-entered" => Figure::NotEntered,
        "not-assigned" => Figure::NotAssigned,
        "not-applicable" => Figure::NotApplicable,
        "number" => Figure::Number(amount(row, "value")?.ok_or_else(unreadable)?),
        "judged" => Figure::Judged(row.optional_code("attainment", Attainment::from_code)?.ok_or_else(unreadable)?),
        _ => return Err(unreadable()),
    };
    Ok(LineVersion {
        id: row.get("id")?,
        report_id: row.get("report_id")?,
        unit_id: row.get("unit_id")?,
        target_id: row.get("target_id")?,
        entered: Entered {
            figure,
            numerator: amount(row, "numerator")?,
            denominator: amount(row, "denominator")?,
            of_period: amount(row, "of_period")?,
            last_year: amount(row, "last_year")?,
            dated: row.get("dated")?,
            source: row.get("source")?,
            file_digest: row.get("file_digest")?,
            file_name: row.get("file_name")?,
            place: row.get("place")?,
            reason: row.get("reason")?,
        },
        version: row.get("version")?,
        current: row.get("is_current")?,
        illustrative: row.get("illustrative")?,
        account_name: row.get("account_name")?,
        entered_at: row.get("entered_at")?,
    })
}

/// The lines of all reports of a round as they were known at a moment.
pub(crate) async fn lines_known_at(
    db: &impl sea_orm::ConnectionTrait,
    round_id: &str,
    moment: Moment,
) -> Result<Vec<LineVersion>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM {FROM} WHERE r.round_id = $1 AND l.version = (SELECT MAX(k.version) FROM report_lines k
           WHERE k.report_id = l.report_id AND k.target_id = l.target_id AND k.entered_at < $2)
         ORDER BY l.target_id, r.accepted_at, l.entered_at, l.id"
    );
    rows(db, &sql, values![round_id, moment]).await?.iter().map(version).collect()
}

impl Store {
    /// The current lines of a report.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn report_lines(&self, report_id: &str) -> Result<Vec<LineVersion>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM {FROM} WHERE l.report_id = $1 AND l.is_current = TRUE");
        rows(&self.db, &sql, values![report_id]).await?.iter().map(version).collect()
    }

    /// The current lines of all reports of a round, those of one target together.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn lines_of_round(&self, round_id: &str) -> Result<Vec<LineVersion>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM {FROM} WHERE r.round_id = $1 AND l.is_current = TRUE
             ORDER BY l.target_id, r.accepted_at, l.entered_at, l.id"
        );
        rows(&self.db, &sql, values![round_id]).await?.iter().map(version).collect()
    }

    /// Every version of one line, newest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn line_history(&self, report_id: &str, target_id: &str) -> Result<Vec<LineVersion>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM {FROM} WHERE l.report_id = $1 AND l.target_id = $2 ORDER BY l.version DESC"
        );
        rows(&self.db, &sql, values![report_id, target_id]).await?.iter().map(version).collect()
    }
}

impl Change {
    /// Writes the next version of a line of a report that was claimed by [`Change::write_unit_report`].
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn write_report_line(&self, report_id: &str, line: &NewLine) -> Result<(), StoreError> {
        let sql = "SELECT MAX(version) AS newest FROM report_lines WHERE report_id = $1 AND target_id = $2";
        let newest = row(&self.tx, sql, values![report_id, line.target_id.clone()])
            .await?
            .map(|row| row.get::<Option<i64>>("newest"))
            .transpose()?
            .flatten()
            .unwrap_or(0);
        let sql = "UPDATE report_lines SET is_current = FALSE
                   WHERE report_id = $1 AND target_id = $2 AND is_current = TRUE";
        execute(&self.tx, sql, values![report_id, line.target_id.clone()]).await?;
        let entered = &line.entered;
        let (value, attainment): (Option<Amount>, Option<Attainment>) = match entered.figure {
            Figure::Number(amount) => (Some(amount), None),
            Figure::Judged(attainment) => (None, Some(attainment)),
            Figure::NotEntered | Figure::NotAssigned | Figure::NotApplicable => (None, None),
        };
        let sql = "INSERT INTO report_lines
                     (id, report_id, target_id, version, is_current, state, value, attainment, numerator, denominator,
                      of_period, last_year, dated, source, file_digest, file_name, place, reason, illustrative,
                      account_name, entered_at)
                   VALUES ($1, $2, $3, $4, TRUE, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
                           $20)";
        let values = values![
            self.new_id(),
            report_id,
            line.target_id.clone(),
            newest + 1,
            entered.figure.state_code(),
            stored(value),
            attainment.map(Attainment::code),
            stored(entered.numerator),
            stored(entered.denominator),
            stored(entered.of_period),
            stored(entered.last_year),
            entered.dated,
            entered.source.clone(),
            entered.file_digest.clone(),
            entered.file_name.clone(),
            entered.place.clone(),
            entered.reason.clone(),
            line.illustrative,
            self.author.name.clone(),
            self.author.at,
        ];
        execute(&self.tx, sql, values).await.map(|_| ())
    }
}
