//! Reported figures: every correction is a new version, and the older ones stay.

use crate::registrations::amount;
use crate::sql::{Row, execute, row, rows, values};
use crate::{Change, Moment, Store, StoreError};
use chrono::NaiveDate;
use thidua_domain::basics::Amount;
use thidua_domain::figures::{Attainment, Figure};
use thidua_domain::movements::State;
use thidua_domain::periods::Period;

/// A figure as it was entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reported {
    /// The target.
    pub target_id: String,
    /// The period, counted from the first of January.
    pub period: Period,
    /// What was reported.
    pub figure: Figure,
    /// The date of the source.
    pub dated: Option<NaiveDate>,
    /// The source in words: a document, a register.
    pub source: Option<String>,
    /// The attached file.
    pub file_digest: Option<String>,
    /// Its name as uploaded.
    pub file_name: Option<String>,
    /// Why it was corrected, or why the target does not apply.
    pub reason: Option<String>,
    /// Numerator and denominator of a rate.
    pub ratio: Option<(Amount, Amount)>,
    /// Where in the source.
    pub place: Option<String>,
    /// The round of reports that it was made of.
    pub round_id: Option<String>,
    /// Invented for the demo.
    pub illustrative: bool,
}

/// A version of a figure in the store.
#[derive(Clone, Debug)]
pub struct Version {
    /// What was entered.
    pub reported: Reported,
    /// 1 for the first.
    pub version: i64,
    /// Whether it is the newest.
    pub current: bool,
    /// Who entered it.
    pub account_name: String,
    /// When.
    pub entered_at: Moment,
}

pub(crate) const COLUMNS: &str =
    "f.target_id, f.period, f.version, f.is_current, f.state, f.value, f.attainment, f.dated,
    f.source, f.file_digest, f.file_name, f.reason, f.illustrative, f.account_name, f.entered_at,
    f.numerator, f.denominator, f.place, f.round_id";

impl Store {
    /// The current figures of all targets of a plan.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn figures_of_plan(&self, plan_id: &str) -> Result<Vec<Version>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM figures f JOIN targets t ON t.id = f.target_id
             WHERE t.plan_id = $1 AND f.is_current = TRUE ORDER BY t.position, f.period"
        );
        rows(&self.db, &sql, values![plan_id]).await?.iter().map(version).collect()
    }

    /// Every version of every figure of one target, newest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn figures_of_target(&self, target_id: &str) -> Result<Vec<Version>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM figures f WHERE f.target_id = $1 ORDER BY f.entered_at DESC, f.version DESC"
        );
        rows(&self.db, &sql, values![target_id]).await?.iter().map(version).collect()
    }
}

impl Change {
    /// Enters a figure as the next version of its cell. `seen` is the version the person saw (0 for none).
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody else has entered a newer one.
    pub async fn enter_figure(&self, reported: &Reported, seen: i64) -> Result<(), StoreError> {
        let (target, period) = (reported.target_id.clone(), reported.period.code());
        // asked inside the change: a review may have locked the figures since the page was opened
        let sql = "SELECT m.state FROM movements m JOIN targets t ON t.plan_id = m.plan_id
                   WHERE t.id = $1 AND m.own = TRUE";
        let state = row(&self.tx, sql, values![target.clone()])
            .await?
            .map(|row| row.code("state", State::from_code))
            .transpose()?;
        if state.is_some_and(|state| !state.takes_figures()) {
            return Err(StoreError::ChangedMeanwhile);
        }
        let sql = "SELECT MAX(version) AS newest FROM figures WHERE target_id = $1 AND period = $2";
        let newest = row(&self.tx, sql, values![target.clone(), period])
            .await?
            .map(|row| row.get::<Option<i64>>("newest"))
            .transpose()?
            .flatten()
            .unwrap_or(0);
        if newest != seen {
            return Err(StoreError::ChangedMeanwhile);
        }
        let sql = "UPDATE figures SET is_current = FALSE WHERE target_id = $1 AND period = $2";
        execute(&self.tx, sql, values![target.clone(), period]).await?;
        let (value, attainment) = match reported.figure {
            Figure::Number(amount) => (Some(amount.ten_thousandths()), None),
            Figure::Judged(attainment) => (None, Some(attainment.code())),
            Figure::NotEntered | Figure::NotAssigned | Figure::NotApplicable => (None, None),
        };
        let sql = "INSERT INTO figures
                     (id, target_id, period, version, is_current, state, value, attainment, dated, source, file_digest,
                      file_name, reason, illustrative, account_name, entered_at, numerator, denominator, place, round_id)
                   VALUES ($1, $2, $3, $4, TRUE, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)";
        let values = values![
            self.new_id(),
            target,
            period,
            newest + 1,
            reported.figure.state_code(),
            value,
            attainment,
            reported.dated,
            reported.source.clone(),
            reported.file_digest.clone(),
            reported.file_name.clone(),
            reported.reason.clone(),
            reported.illustrative,
            self.author().name.clone(),
            self.author().at,
            reported.ratio.map(|(part, _)| part.ten_thousandths()),
            reported.ratio.map(|(_, all)| all.ten_thousandths()),
            reported.place.clone(),
            reported.round_id.clone(),
        ];
        // on PostgreSQL two first entries of one cell meet at the unique key
        match execute(&self.tx, sql, values).await {
            Err(StoreError::AlreadyThere) => Err(StoreError::ChangedMeanwhile),
            other => other.map(|_| ()),
        }
    }
}

pub(crate) fn version(row: &Row) -> Result<Version, StoreError> {
    let state: String = row.get("state")?;
    let unreadable = || StoreError::Unreadable(format!("figure {state}"));
    let figure = match state.as_str() {
        "not-entered" => Figure::NotEntered,
        "not-assigned" => Figure::NotAssigned,
        "not-applicable" => Figure::NotApplicable,
        "number" => Figure::Number(
            row.get::<Option<i64>>("value")?.map(Amount::from_ten_thousandths).ok_or_else(unreadable)?,
        ),
        "judged" => Figure::Judged(row.optional_code("attainment", Attainment::from_code)?.ok_or_else(unreadable)?),
        _ => return Err(unreadable()),
    };
    Ok(Version {
        reported: Reported {
            target_id: row.get("target_id")?,
            period: row.code("period", Period::from_code)?,
            figure,
            dated: row.get("dated")?,
            source: row.get("source")?,
            file_digest: row.get("file_digest")?,
            file_name: row.get("file_name")?,
            reason: row.get("reason")?,
            ratio: amount(row, "numerator")?.zip(amount(row, "denominator")?),
            place: row.get("place")?,
            round_id: row.get("round_id")?,
            illustrative: row.get("illustrative")?,
        },
        version: row.get("version")?,
        current: row.get("is_current")?,
        account_name: row.get("account_name")?,
        entered_at: row.get("entered_at")?,
    })
}
