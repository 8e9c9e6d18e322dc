//! What the calendar keeps beside waves: decisions on the free days of a year, report days, and secret addresses.

use crate::accounts::{Account, account};
use crate::sql::{Row, execute, places, row, rows, values};
use crate::{Change, Moment, Store, StoreError};
use chrono::NaiveDate;
use sea_orm::Value;
use thidua_domain::calendar::holidays::{Decision, Mark, Swap};
use thidua_domain::calendar::occasions::Occasion;
use thidua_domain::plans::draft::ReportingPeriod;

/// A decision on the free days of a year, as an authority entered it.
#[derive(Clone, Debug)]
pub struct Entered {
    /// Identifier.
    pub id: String,
    /// The authority; `None` for all.
    pub unit_id: Option<String>,
    /// What was decided.
    pub decision: Decision,
    /// Who entered it.
    pub account_name: String,
    /// When.
    pub entered_at: Moment,
}

/// A line of a plan's reporting calendar.
#[derive(Clone, Debug)]
pub struct ReportDay {
    /// The plan.
    pub plan_id: String,
    /// The plan's own movement.
    pub movement_id: String,
    /// The authority.
    pub unit_id: String,
    /// Number and symbol of the plan.
    pub number_symbol: Option<String>,
    /// The year of the movement.
    pub year: i64,
    /// Place in the calendar of the plan.
    pub position: i64,
    /// How often.
    pub period: ReportingPeriod,
    /// The day, where one is printed.
    pub due: Option<NaiveDate>,
    /// Who reports.
    pub reporter: Option<String>,
    /// To whom.
    pub addressee: Option<String>,
}

impl Change {
    /// Enters a decision on the free days of a year; its identifier.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn decide_year(&self, unit_id: Option<&str>, decision: &Decision) -> Result<String, StoreError> {
        let id = self.new_id();
        let sql =
            "INSERT INTO year_decisions (id, unit_id, year, tet_from, tet_to, beside_national_day, swaps, free,
                     complete, document, account_name, entered_at)
                   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
        let swaps: Vec<String> = decision.swaps.iter().map(|swap| format!("{}/{}", swap.off, swap.work)).collect();
        let free: Vec<String> = decision.free.iter().map(NaiveDate::to_string).collect();
        let author = self.author();
        let values = values![
            id.clone(),
            unit_id.map(str::to_owned),
            i64::from(decision.year),
            decision.tet.map(|(first, _)| first),
            decision.tet.map(|(_, last)| last),
            decision.beside_national_day,
            swaps.join(","),
            free.join(","),
            decision.complete,
            decision.document.clone(),
            author.name.clone(),
            author.at,
        ];
        execute(&self.tx, sql, values).await?;
        Ok(id)
    }

    /// Withdraws a decision that was entered by mistake; the row stays.
    ///
    /// # Errors
    /// [`StoreError::Absent`] when there is no such decision that still counts.
    pub async fn withdraw_decision(&self, id: &str) -> Result<(), StoreError> {
        let sql = "UPDATE year_decisions SET withdrawn_at = $1 WHERE id = $2 AND withdrawn_at IS NULL";
        match execute(&self.tx, sql, values![self.author().at, id]).await? {
            0 => Err(StoreError::Absent),
            _ => Ok(()),
        }
    }

    /// Adds an occasion of an authority's own; its identifier.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn add_occasion(&self, unit_id: &str, occasion: &Occasion) -> Result<String, StoreError> {
        let id = self.new_id();
        let sql =
            "INSERT INTO unit_occasions (id, unit_id, name, lunar, month, day, origin, account_name, entered_at)
                   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
        let author = self.author();
        let values = values![
            id.clone(),
            unit_id,
            occasion.name.vi.clone(),
            occasion.lunar,
            i64::from(occasion.month),
            i64::from(occasion.day),
            occasion.origin.map(i64::from),
            author.name.clone(),
            author.at,
        ];
        execute(&self.tx, sql, values).await?;
        Ok(id)
    }

    /// Takes an occasion out of the coming calendars; the row stays.
    ///
    /// # Errors
    /// [`StoreError::Absent`] when there is no such occasion any more.
    pub async fn withdraw_occasion(&self, id: &str) -> Result<(), StoreError> {
        let sql = "UPDATE unit_occasions SET withdrawn_at = $1 WHERE id = $2 AND withdrawn_at IS NULL";
        match execute(&self.tx, sql, values![self.author().at, id]).await? {
            0 => Err(StoreError::Absent),
            _ => Ok(()),
        }
    }

    /// Gives an account a secret address for its calendar; the one it had no longer works.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn give_calendar_address(&self, account_id: &str, token_hash: &str) -> Result<(), StoreError> {
        execute(&self.tx, "DELETE FROM calendar_addresses WHERE account_id = $1", values![account_id]).await?;
        let sql = "INSERT INTO calendar_addresses (token_hash, account_id, created_at) VALUES ($1, $2, $3)";
        execute(&self.tx, sql, values![token_hash, account_id, self.author().at]).await?;
        Ok(())
    }

    /// Ends the secret address of an account.
    ///
    /// # Errors
    /// [`StoreError::Absent`] when it has none.
    pub async fn end_calendar_address(&self, account_id: &str) -> Result<(), StoreError> {
        let sql = "DELETE FROM calendar_addresses WHERE account_id = $1";
        match execute(&self.tx, sql, values![account_id]).await? {
            0 => Err(StoreError::Absent),
            _ => Ok(()),
        }
    }
}

impl Store {
    /// The decisions that count for an authority: its own, those of the authorities above it, and those for all; newest
    /// first. `path` is the authority and those above it; `None` asks for those for all only.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn year_decisions(&self, path: &[String]) -> Result<Vec<Entered>, StoreError> {
        let of_path = match path {
            [] => String::new(),
            path => format!(" OR unit_id IN ({})", places(1, path.len())),
        };
        let sql = format!(
            "SELECT id, unit_id, year, tet_from, tet_to, beside_national_day, swaps, free, complete, document,
                 account_name, entered_at
             FROM year_decisions WHERE withdrawn_at IS NULL AND (unit_id IS NULL{of_path}) ORDER BY id DESC"
        );
        let values = path.iter().map(|id| Value::from(id.as_str())).collect();
        rows(&self.db, &sql, values).await?.iter().map(entered).collect()
    }

    /// The occasions of an authority and of those above it, each with the authority it belongs to. `path` is the
    /// authority and those above it.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn occasions_of(&self, path: &[String]) -> Result<Vec<(String, Occasion)>, StoreError> {
        if path.is_empty() {
            return Ok(Vec::new());
        }
        let sql = format!(
            "SELECT id, unit_id, name, lunar, month, day, origin FROM unit_occasions
             WHERE withdrawn_at IS NULL AND unit_id IN ({}) ORDER BY month, day, id",
            places(1, path.len())
        );
        let values = path.iter().map(|id| Value::from(id.as_str())).collect();
        rows(&self.db, &sql, values).await?.iter().map(own_occasion).collect()
    }

    /// The authority of an occasion that still counts.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn occasion_unit(&self, id: &str) -> Result<Option<String>, StoreError> {
        let sql = "SELECT unit_id FROM unit_occasions WHERE id = $1 AND withdrawn_at IS NULL";
        row(&self.db, sql, values![id]).await?.map(|row| row.get("unit_id")).transpose()
    }

    /// The authority of a decision that still counts, inside `Some`; `Some(None)` for one for all.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn decision_unit(&self, id: &str) -> Result<Option<Option<String>>, StoreError> {
        let sql = "SELECT unit_id FROM year_decisions WHERE id = $1 AND withdrawn_at IS NULL";
        row(&self.db, sql, values![id]).await?.map(|row| row.get("unit_id")).transpose()
    }

    /// The reporting calendars of the issued plans of a year, of some authorities or of all. At most `limit` lines.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn report_days(
        &self,
        units: Option<&[&str]>,
        year: i32,
        limit: i64,
    ) -> Result<Vec<ReportDay>, StoreError> {
        let mut values = values![i64::from(year), limit];
        let scope = match units {
            Some([]) => return Ok(Vec::new()),
            Some(units) => {
                values.extend(units.iter().map(|unit| Value::from(*unit)));
                format!(" AND p.unit_id IN ({})", places(3, units.len()))
            }
            None => String::new(),
        };
        let sql = format!(
            "SELECT p.id AS plan_id, m.id AS movement_id, p.unit_id, p.number_symbol, p.subject_year, r.position, r.period,
                 r.due, r.reporter, r.addressee
             FROM reporting r JOIN plans p ON p.id = r.plan_id JOIN movements m ON m.plan_id = p.id AND m.own = TRUE
             WHERE p.issued = TRUE AND p.subject_year = $1{scope} ORDER BY p.created_at, p.id, r.position LIMIT $2"
        );
        rows(&self.db, &sql, values).await?.iter().map(report_day).collect()
    }

    /// The years in which an authority has movements, newest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn movement_years(&self, units: Option<&[&str]>) -> Result<Vec<i64>, StoreError> {
        let (scope, values) = match units {
            Some([]) => return Ok(Vec::new()),
            Some(units) => (
                format!(" AND unit_id IN ({})", places(1, units.len())),
                units.iter().map(|unit| Value::from(*unit)).collect(),
            ),
            None => (String::new(), Vec::new()),
        };
        let sql = format!(
            "SELECT DISTINCT subject_year FROM plans WHERE issued = TRUE AND subject_year IS NOT NULL{scope}
             ORDER BY subject_year DESC"
        );
        rows(&self.db, &sql, values).await?.iter().map(|row| row.get("subject_year")).collect()
    }

    /// Whether an account has a secret address, and since when.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn calendar_address_since(&self, account_id: &str) -> Result<Option<Moment>, StoreError> {
        let sql = "SELECT created_at FROM calendar_addresses WHERE account_id = $1";
        row(&self.db, sql, values![account_id]).await?.map(|row| row.get("created_at")).transpose()
    }

    /// The account of a secret address, unless it is locked.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn account_of_calendar(&self, token_hash: &str) -> Result<Option<Account>, StoreError> {
        let sql =
            "SELECT a.id, a.login, a.name, a.role, a.unit_id, a.password_hash, a.code_hash, a.code_until, a.locked
             FROM calendar_addresses c JOIN accounts a ON a.id = c.account_id WHERE c.token_hash = $1";
        let found = row(&self.db, sql, values![token_hash]).await?.as_ref().map(account).transpose()?;
        Ok(found.filter(|account| !account.locked))
    }
}

fn entered(row: &Row) -> Result<Entered, StoreError> {
    let (swaps, free): (String, String) = (row.get("swaps")?, row.get("free")?);
    let day = |text: &str| -> Result<NaiveDate, StoreError> {
        text.parse().map_err(|_| StoreError::Unreadable(format!("day {text}")))
    };
    let swap = |text: &str| -> Result<Swap, StoreError> {
        let (off, work) = text.split_once('/').ok_or_else(|| StoreError::Unreadable(format!("swap {text}")))?;
        Ok(Swap { off: day(off)?, work: day(work)? })
    };
    let parts = |text: &str| text.split(',').filter(|part| !part.is_empty()).map(str::to_owned).collect::<Vec<_>>();
    let (first, last): (Option<NaiveDate>, Option<NaiveDate>) = (row.get("tet_from")?, row.get("tet_to")?);
    let year: i64 = row.get("year")?;
    Ok(Entered {
        id: row.get("id")?,
        unit_id: row.get("unit_id")?,
        decision: Decision {
            year: i32::try_from(year).unwrap_or(i32::MAX),
            tet: first.zip(last),
            beside_national_day: row.get("beside_national_day")?,
            swaps: parts(&swaps).iter().map(|one| swap(one)).collect::<Result<_, _>>()?,
            free: parts(&free).iter().map(|one| day(one)).collect::<Result<_, _>>()?,
            complete: row.get("complete")?,
            document: row.get("document")?,
            // somebody entered it from a document that they name
            mark: Mark::Verified,
        },
        account_name: row.get("account_name")?,
        entered_at: row.get("entered_at")?,
    })
}

fn own_occasion(row: &Row) -> Result<(String, Occasion), StoreError> {
    let small =
        |column| -> Result<u32, StoreError> { Ok(u32::try_from(row.get::<i64>(column)?).unwrap_or_default()) };
    let (id, name): (String, String) = (row.get("id")?, row.get("name")?);
    let origin: Option<i64> = row.get("origin")?;
    let origin = origin.and_then(|year| i32::try_from(year).ok());
    let unreadable = || StoreError::Unreadable(format!("occasion {name}"));
    let day = (small("month")?, small("day")?);
    let occasion = Occasion::local(id, name.clone(), row.get("lunar")?, day, origin).ok_or_else(unreadable)?;
    Ok((row.get("unit_id")?, occasion))
}

fn report_day(row: &Row) -> Result<ReportDay, StoreError> {
    Ok(ReportDay {
        plan_id: row.get("plan_id")?,
        movement_id: row.get("movement_id")?,
        unit_id: row.get("unit_id")?,
        number_symbol: row.get("number_symbol")?,
        year: row.get("subject_year")?,
        position: row.get("position")?,
        period: row.code("period", ReportingPeriod::from_code)?,
        due: row.get("due")?,
        reporter: row.get("reporter")?,
        addressee: row.get("addressee")?,
    })
}
