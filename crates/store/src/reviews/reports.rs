//! The report of a movement for a period: begun, issued under a number, reopened, sent upwards.

use crate::sql::{Row, execute, row, rows, values};
use crate::{Change, Moment, Store, StoreError};
use chrono::{Datelike, NaiveDate};
use thidua_domain::periods::Period;
use thidua_domain::plans::symbol::NumberSymbol;

/// Number, day and signer of an issued report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// Number and symbol: `45/BC-UBND`.
    pub number_symbol: String,
    /// Its day.
    pub dated: NaiveDate,
    /// The post of who signs.
    pub signer_title: Option<String>,
    /// The name.
    pub signer_name: String,
}

/// A report as it stands in the store.
#[derive(Clone, Debug)]
pub struct PeriodReport {
    /// Identifier.
    pub id: String,
    /// The movement.
    pub movement_id: String,
    /// The authority.
    pub unit_id: String,
    /// The period.
    pub period: Period,
    /// Whether it is issued, and so locked.
    pub issued: bool,
    /// Number, day and signer, once given; kept when it is reopened.
    pub issue: Option<Issue>,
    /// Who issued it, and when.
    pub issued_by: Option<(String, Moment)>,
    /// Why it was reopened.
    pub reopened_because: Option<String>,
    /// To whom it was sent upwards, and on which day.
    pub sent: Option<(String, NaiveDate)>,
    /// The report of the unit above which it is attached to.
    pub sent_with: Option<String>,
    /// Counts up with every change.
    pub version: i64,
    /// Who began it.
    pub account_name: String,
    /// When.
    pub begun_at: Moment,
}

const SELECT: &str =
    "SELECT r.id, r.movement_id, p.unit_id, r.period, r.state, r.number_symbol, r.dated, r.signer_title,
    r.signer_name, r.issued_name, r.issued_at, r.reopened_because, r.sent_to, r.sent_on, r.sent_with, r.version,
    r.account_name, r.begun_at
    FROM period_reports r JOIN movements m ON m.id = r.movement_id JOIN plans p ON p.id = m.plan_id";

fn report(row: &Row) -> Result<PeriodReport, StoreError> {
    let number: Option<String> = row.get("number_symbol")?;
    let dated: Option<NaiveDate> = row.get("dated")?;
    let signer: Option<String> = row.get("signer_name")?;
    let signer_title = row.get("signer_title")?;
    let issue = match (number, dated, signer) {
        (Some(number_symbol), Some(dated), Some(signer_name)) => {
            Some(Issue { number_symbol, dated, signer_title, signer_name })
        }
        _ => None,
    };
    Ok(PeriodReport {
        id: row.get("id")?,
        movement_id: row.get("movement_id")?,
        unit_id: row.get("unit_id")?,
        period: row.code("period", Period::from_code)?,
        issued: row.get::<String>("state")? == "issued",
        issue,
        issued_by: row.get::<Option<String>>("issued_name")?.zip(row.get::<Option<Moment>>("issued_at")?),
        reopened_because: row.get("reopened_because")?,
        sent: row.get::<Option<String>>("sent_to")?.zip(row.get::<Option<NaiveDate>>("sent_on")?),
        sent_with: row.get("sent_with")?,
        version: row.get("version")?,
        account_name: row.get("account_name")?,
        begun_at: row.get("begun_at")?,
    })
}

impl Store {
    /// One report.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn period_report(&self, id: &str) -> Result<Option<PeriodReport>, StoreError> {
        let sql = format!("{SELECT} WHERE r.id = $1");
        row(&self.db, &sql, values![id]).await?.as_ref().map(report).transpose()
    }

    /// The reports of a movement in the order of the year.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn period_reports(&self, movement_id: &str) -> Result<Vec<PeriodReport>, StoreError> {
        let sql = format!("{SELECT} WHERE r.movement_id = $1");
        let mut found: Vec<PeriodReport> =
            rows(&self.db, &sql, values![movement_id]).await?.iter().map(report).collect::<Result<_, _>>()?;
        found.sort_by_key(|one| one.period);
        Ok(found)
    }

    /// The reports that were sent with a report of a unit.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn period_reports_with(&self, unit_report_id: &str) -> Result<Vec<PeriodReport>, StoreError> {
        let sql = format!("{SELECT} WHERE r.sent_with = $1 ORDER BY r.begun_at, r.id");
        rows(&self.db, &sql, values![unit_report_id]).await?.iter().map(report).collect()
    }
}

impl Change {
    /// Begins the report of a movement for a period; its identifier.
    ///
    /// # Errors
    /// [`StoreError::AlreadyThere`] when it was begun.
    pub async fn begin_period_report(&self, movement_id: &str, period: Period) -> Result<String, StoreError> {
        let id = self.new_id();
        let sql = "INSERT INTO period_reports (id, movement_id, period, state, version, account_name, begun_at)
                   VALUES ($1, $2, $3, 'draft', 1, $4, $5)";
        let values = values![id.clone(), movement_id, period.code(), self.author.name.clone(), self.author.at];
        execute(&self.tx, sql, values).await?;
        Ok(id)
    }

    /// Claims a report that is not issued for writing in it.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when it was issued meanwhile.
    pub async fn claim_period_report(&self, id: &str) -> Result<(), StoreError> {
        let sql = "UPDATE period_reports SET version = version + 1 WHERE id = $1 AND state = 'draft'";
        if execute(&self.tx, sql, values![id]).await? == 0 { Err(StoreError::ChangedMeanwhile) } else { Ok(()) }
    }

    /// Issues a report: its number is entered in the register of its authority, year and symbol, where it is unique.
    ///
    /// # Errors
    /// [`StoreError::AlreadyThere`] when the number is taken, [`StoreError::ChangedMeanwhile`].
    pub async fn issue_period_report(
        &self,
        report: &PeriodReport,
        seen: i64,
        issue: &Issue,
        symbol: &NumberSymbol,
    ) -> Result<(), StoreError> {
        let register = format!("{}|{}|{}", report.unit_id, issue.dated.year(), symbol.key());
        let sql = "UPDATE period_reports SET state = 'issued', number_symbol = $1, dated = $2, signer_title = $3,
                     signer_name = $4, register_key = $5, issued_name = $6, issued_at = $7, version = version + 1
                   WHERE id = $8 AND version = $9 AND state = 'draft'";
        let values = values![
            issue.number_symbol.clone(),
            issue.dated,
            issue.signer_title.clone(),
            issue.signer_name.clone(),
            register,
            self.author.name.clone(),
            self.author.at,
            report.id.clone(),
            seen,
        ];
        if execute(&self.tx, sql, values).await? == 0 { Err(StoreError::ChangedMeanwhile) } else { Ok(()) }
    }

    /// Opens an issued report again.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`].
    pub async fn reopen_period_report(&self, id: &str, seen: i64, because: &str) -> Result<(), StoreError> {
        let sql = "UPDATE period_reports SET state = 'draft', reopened_because = $1, version = version + 1,
                     sent_to = NULL, sent_on = NULL, sent_with = NULL, sent_name = NULL
                   WHERE id = $2 AND version = $3 AND state = 'issued'";
        if execute(&self.tx, sql, values![because, id, seen]).await? == 0 {
            Err(StoreError::ChangedMeanwhile)
        } else {
            Ok(())
        }
    }

    /// Notes that an issued report was sent upwards, by itself or with a report of the unit.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`].
    pub async fn send_period_report(
        &self,
        id: &str,
        seen: i64,
        to: &str,
        on: NaiveDate,
        with: Option<&str>,
    ) -> Result<(), StoreError> {
        let sql = "UPDATE period_reports SET sent_to = $1, sent_on = $2, sent_with = $3, sent_name = $4,
                     version = version + 1 WHERE id = $5 AND version = $6 AND state = 'issued'";
        let values = values![to, on, with.map(str::to_owned), self.author.name.clone(), id, seen];
        if execute(&self.tx, sql, values).await? == 0 { Err(StoreError::ChangedMeanwhile) } else { Ok(()) }
    }
}
