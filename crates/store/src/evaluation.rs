//! What an evaluation rests on besides the figures of the year: earlier years, what a change is counted in, and what was
//! known on a day.

use crate::figures::{self, Version};
use crate::registrations::{amount, stored};
use crate::reporting::LineVersion;
use crate::sql::{Row, execute, row, rows, values};
use crate::{Change, Moment, Store, StoreError};
use std::collections::HashMap;
use thidua_domain::basics::Amount;
use thidua_domain::evaluation::{Meaning, Of};
use thidua_domain::periods::Period;

/// What an earlier year reached of a target, as it was entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earlier {
    /// The target of this year.
    pub target_id: String,
    /// The target itself, the level of a change, or a measure of it.
    pub of: Of,
    /// The year.
    pub year: i32,
    /// The period, counted from the first of January.
    pub period: Period,
    /// The value; nothing when it was taken back.
    pub value: Option<Amount>,
    /// Where it comes from.
    pub source: Option<String>,
    /// The target of the earlier movement whose figure it is.
    pub from_target_id: Option<String>,
    /// Why it was corrected.
    pub reason: Option<String>,
    /// Invented for the demo.
    pub illustrative: bool,
}

/// A version of it in the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EarlierVersion {
    /// What was entered.
    pub entered: Earlier,
    /// 1 for the first.
    pub version: i64,
    /// Whether it is the newest.
    pub current: bool,
    /// Who entered it.
    pub account_name: String,
    /// When.
    pub entered_at: Moment,
}

/// What a change is counted in, and which version of that was seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    /// Percent or points.
    pub meaning: Meaning,
    /// Counts up with every change.
    pub version: i64,
}

const COLUMNS: &str = "e.target_id, e.measure, e.year, e.period, e.value, e.source, e.from_target_id, e.reason,
    e.illustrative, e.version, e.is_current, e.account_name, e.entered_at";

fn earlier(row: &Row) -> Result<EarlierVersion, StoreError> {
    let year: i64 = row.get("year")?;
    Ok(EarlierVersion {
        entered: Earlier {
            target_id: row.get("target_id")?,
            of: row.code("measure", Of::from_code)?,
            year: i32::try_from(year).map_err(|_| StoreError::Unreadable(format!("year {year}")))?,
            period: row.code("period", Period::from_code)?,
            value: amount(row, "value")?,
            source: row.get("source")?,
            from_target_id: row.get("from_target_id")?,
            reason: row.get("reason")?,
            illustrative: row.get("illustrative")?,
        },
        version: row.get("version")?,
        current: row.get("is_current")?,
        account_name: row.get("account_name")?,
        entered_at: row.get("entered_at")?,
    })
}

impl Store {
    /// What earlier years reached of the targets of a plan: as it stands now, or as it was known at a moment.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn earlier_figures(
        &self,
        plan_id: &str,
        known_at: Option<Moment>,
    ) -> Result<Vec<EarlierVersion>, StoreError> {
        let (which, values) = match known_at {
            None => ("e.is_current = TRUE", values![plan_id]),
            Some(moment) => (
                "e.version = (SELECT MAX(k.version) FROM earlier_figures k WHERE k.target_id = e.target_id
                   AND k.measure = e.measure AND k.year = e.year AND k.period = e.period AND k.entered_at < $2)",
                values![plan_id, moment],
            ),
        };
        let sql = format!(
            "SELECT {COLUMNS} FROM earlier_figures e JOIN targets t ON t.id = e.target_id
             WHERE t.plan_id = $1 AND {which} ORDER BY t.position, e.measure, e.year, e.period"
        );
        rows(&self.db, &sql, values).await?.iter().map(earlier).collect()
    }

    /// Every version of what earlier years reached of a target, newest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn earlier_history(&self, target_id: &str) -> Result<Vec<EarlierVersion>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM earlier_figures e WHERE e.target_id = $1 ORDER BY e.entered_at DESC, e.id DESC"
        );
        rows(&self.db, &sql, values![target_id]).await?.iter().map(earlier).collect()
    }

    /// What the changes among the targets of a plan are counted in, by target.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn growth_meanings(&self, plan_id: &str) -> Result<HashMap<String, Counted>, StoreError> {
        let sql = "SELECT g.target_id, g.meaning, g.version FROM growth_meanings g
                   JOIN targets t ON t.id = g.target_id WHERE t.plan_id = $1";
        let of = |row: &Row| -> Result<(String, Counted), StoreError> {
            let meaning = row.code("meaning", Meaning::from_code)?;
            Ok((row.get("target_id")?, Counted { meaning, version: row.get("version")? }))
        };
        rows(&self.db, sql, values![plan_id]).await?.iter().map(of).collect()
    }

    /// The figures of all targets of a plan as they were known at a moment.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn figures_known_at(&self, plan_id: &str, moment: Moment) -> Result<Vec<Version>, StoreError> {
        let sql = format!(
            "SELECT {} FROM figures f JOIN targets t ON t.id = f.target_id
             WHERE t.plan_id = $1 AND f.version = (SELECT MAX(k.version) FROM figures k
               WHERE k.target_id = f.target_id AND k.period = f.period AND k.entered_at < $2)
             ORDER BY t.position, f.period",
            figures::COLUMNS
        );
        rows(&self.db, &sql, values![plan_id, moment]).await?.iter().map(figures::version).collect()
    }

    /// The lines of all reports of a round as they were known at a moment.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn lines_known_at(&self, round_id: &str, moment: Moment) -> Result<Vec<LineVersion>, StoreError> {
        crate::reporting::lines_known_at(&self.db, round_id, moment).await
    }
}

impl Change {
    /// Enters what an earlier year reached as the next version of its cell. `seen` is the version that the person saw.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody else has entered a newer one.
    pub async fn enter_earlier(&self, entered: &Earlier, seen: i64) -> Result<(), StoreError> {
        let cell = || {
            values![entered.target_id.as_str(), entered.of.code(), i64::from(entered.year), entered.period.code()]
        };
        let sql = "SELECT MAX(version) AS newest FROM earlier_figures
                   WHERE target_id = $1 AND measure = $2 AND year = $3 AND period = $4";
        let newest = row(&self.tx, sql, cell())
            .await?
            .map(|row| row.get::<Option<i64>>("newest"))
            .transpose()?
            .flatten()
            .unwrap_or(0);
        if newest != seen {
            return Err(StoreError::ChangedMeanwhile);
        }
        let sql = "UPDATE earlier_figures SET is_current = FALSE
                   WHERE target_id = $1 AND measure = $2 AND year = $3 AND period = $4 AND is_current = TRUE";
        execute(&self.tx, sql, cell()).await?;
        let sql = "INSERT INTO earlier_figures
                     (target_id, measure, year, period, id, version, is_current, value, source, from_target_id, reason,
                      illustrative, account_name, entered_at)
                   VALUES ($1, $2, $3, $4, $5, $6, TRUE, $7, $8, $9, $10, $11, $12, $13)";
        let mut values = cell();
        values.extend(values![
            self.new_id(),
            newest + 1,
            stored(entered.value),
            entered.source.clone(),
            entered.from_target_id.clone(),
            entered.reason.clone(),
            entered.illustrative,
            self.author.name.clone(),
            self.author.at,
        ]);
        // on PostgreSQL two first entries of one cell meet at the unique key
        match execute(&self.tx, sql, values).await {
            Err(StoreError::AlreadyThere) => Err(StoreError::ChangedMeanwhile),
            other => other.map(|_| ()),
        }
    }

    /// Says what the change of a target is counted in. `seen` is the version that the person saw, 0 for none.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody said it since.
    pub async fn set_growth_meaning(&self, target_id: &str, meaning: Meaning, seen: i64) -> Result<(), StoreError> {
        let touched = if seen == 0 {
            let sql = "INSERT INTO growth_meanings (target_id, meaning, version, account_name, set_at)
                       VALUES ($1, $2, 1, $3, $4) ON CONFLICT DO NOTHING";
            execute(&self.tx, sql, values![target_id, meaning.code(), self.author.name.clone(), self.author.at])
                .await?
        } else {
            let sql =
                "UPDATE growth_meanings SET meaning = $2, version = version + 1, account_name = $3, set_at = $4
                       WHERE target_id = $1 AND version = $5";
            let values = values![target_id, meaning.code(), self.author.name.clone(), self.author.at, seen];
            execute(&self.tx, sql, values).await?
        };
        if touched == 0 { Err(StoreError::ChangedMeanwhile) } else { Ok(()) }
    }
}
