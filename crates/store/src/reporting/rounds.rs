//! Rounds of reports: one for each movement and period, with the day they are due and the rule behind it.

use crate::sql::{Row, execute, row, rows, values};
use crate::{Change, Moment, Store, StoreError};
use chrono::NaiveDate;
use thidua_domain::periods::Period;
use thidua_domain::reporting::DueRule;
use thidua_domain::units::UnitKind;

/// What the owner of a movement writes of a round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoundText {
    /// The last day that is in time.
    pub due: NaiveDate,
    /// The rule it came from.
    pub rule: DueRule,
    /// Where the rule stands, in words.
    pub rule_source: Option<String>,
    /// The line of the plan that prints it.
    pub rule_line: Option<u32>,
    /// Kinds of units directly below that report; empty for every kind.
    pub kinds: Vec<UnitKind>,
    /// What is said to those who report.
    pub note: Option<String>,
}

/// A round as it stands in the store.
#[derive(Clone, Debug)]
pub struct Round {
    /// Identifier.
    pub id: String,
    /// The movement.
    pub movement_id: String,
    /// The unit that leads it.
    pub owner_id: String,
    /// The plan of the movement.
    pub plan_id: String,
    /// The period that is reported.
    pub period: Period,
    /// Due day, rule, kinds.
    pub text: RoundText,
    /// When the accepted reports were last made into figures, and by whom.
    pub consolidated: Option<(Moment, String)>,
    /// Counts up with every change.
    pub version: i64,
    /// Who opened it.
    pub account_name: String,
    /// When.
    pub opened_at: Moment,
}

impl Round {
    /// Whether a unit of this kind reports.
    pub fn asks(&self, kind: UnitKind) -> bool {
        self.text.kinds.is_empty() || self.text.kinds.contains(&kind)
    }
}

/// More time for one unit, or for all.
#[derive(Clone, Debug)]
pub struct Extension {
    /// The round.
    pub round_id: String,
    /// The unit; `None` for all.
    pub unit_id: Option<String>,
    /// The last day now.
    pub until: NaiveDate,
    /// Why.
    pub because: String,
    /// Who gave it.
    pub account_name: String,
    /// When.
    pub at: Moment,
}

const COLUMNS: &str = "d.id, d.movement_id, p.unit_id AS owner_id, m.plan_id, d.period, d.due, d.rule, d.rule_days,
    d.rule_source, d.rule_line, d.kinds, d.note, d.consolidated_at, d.consolidated_by, d.version, d.account_name,
    d.opened_at";
const FROM: &str = "report_rounds d JOIN movements m ON m.id = d.movement_id JOIN plans p ON p.id = m.plan_id";

fn small(value: Option<i64>) -> Option<u32> {
    value.and_then(|value| u32::try_from(value).ok())
}

fn round(row: &Row) -> Result<Round, StoreError> {
    let kinds: String = row.get("kinds")?;
    let kinds = kinds
        .split_whitespace()
        .map(|code| UnitKind::from_code(code).ok_or_else(|| StoreError::Unreadable(format!("kinds = {code}"))))
        .collect::<Result<_, _>>()?;
    let days = small(row.get("rule_days")?);
    Ok(Round {
        id: row.get("id")?,
        movement_id: row.get("movement_id")?,
        owner_id: row.get("owner_id")?,
        plan_id: row.get("plan_id")?,
        period: row.code("period", Period::from_code)?,
        text: RoundText {
            due: row.get("due")?,
            rule: row.code("rule", |code| DueRule::from_code(code, days))?,
            rule_source: row.get("rule_source")?,
            rule_line: small(row.get("rule_line")?),
            kinds,
            note: row.get("note")?,
        },
        consolidated: row
            .get::<Option<Moment>>("consolidated_at")?
            .zip(row.get::<Option<String>>("consolidated_by")?),
        version: row.get("version")?,
        account_name: row.get("account_name")?,
        opened_at: row.get("opened_at")?,
    })
}

fn extension(row: &Row) -> Result<Extension, StoreError> {
    Ok(Extension {
        round_id: row.get("round_id")?,
        unit_id: row.get("unit_id")?,
        until: row.get("until")?,
        because: row.get("because")?,
        account_name: row.get("account_name")?,
        at: row.get("at")?,
    })
}

impl Store {
    /// One round.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn report_round(&self, id: &str) -> Result<Option<Round>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM {FROM} WHERE d.id = $1");
        row(&self.db, &sql, values![id]).await?.as_ref().map(round).transpose()
    }

    /// The rounds of a movement in the order of the year.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn report_rounds(&self, movement_id: &str) -> Result<Vec<Round>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM {FROM} WHERE d.movement_id = $1");
        let mut found: Vec<Round> =
            rows(&self.db, &sql, values![movement_id]).await?.iter().map(round).collect::<Result<_, _>>()?;
        found.sort_by_key(|one| one.period);
        Ok(found)
    }

    /// The rounds that units lead, of movements that go on, by the day they are due.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn report_rounds_of(&self, owners: &[String]) -> Result<Vec<Round>, StoreError> {
        let mut found = Vec::new();
        for owner in owners {
            let sql = format!(
                "SELECT {COLUMNS} FROM {FROM} WHERE p.unit_id = $1 AND m.state <> 'closed' ORDER BY d.due, d.id"
            );
            for row in rows(&self.db, &sql, values![owner.clone()]).await? {
                found.push(round(&row)?);
            }
        }
        found.sort_by_key(|one| one.text.due);
        Ok(found)
    }

    /// What was given more in a round, the newest last.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn report_extensions(&self, round_id: &str) -> Result<Vec<Extension>, StoreError> {
        let sql = "SELECT round_id, unit_id, until, because, account_name, at FROM report_extensions
                   WHERE round_id = $1 ORDER BY at, id";
        rows(&self.db, sql, values![round_id]).await?.iter().map(extension).collect()
    }

    /// Which targets of a plan only the standing office reports.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn office_targets(&self, plan_id: &str) -> Result<Vec<String>, StoreError> {
        let sql = "SELECT r.target_id FROM target_reporters r JOIN targets t ON t.id = r.target_id
                   WHERE t.plan_id = $1 AND r.who = 'office'";
        rows(&self.db, sql, values![plan_id]).await?.iter().map(|row| row.get("target_id")).collect()
    }
}

impl Change {
    /// Opens a round; its identifier.
    ///
    /// # Errors
    /// [`StoreError::AlreadyThere`] when it is open.
    pub async fn open_report_round(
        &self,
        movement_id: &str,
        period: Period,
        text: &RoundText,
    ) -> Result<String, StoreError> {
        let id = self.new_id();
        let sql = "INSERT INTO report_rounds
                     (id, movement_id, period, due, rule, rule_days, rule_source, rule_line, kinds, note, version,
                      account_name, opened_at)
                   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1, $11, $12)";
        let values = values![
            id.clone(),
            movement_id,
            period.code(),
            text.due,
            text.rule.code(),
            text.rule.days().map(i64::from),
            text.rule_source.clone(),
            text.rule_line.map(i64::from),
            codes(&text.kinds),
            text.note.clone(),
            self.author.name.clone(),
            self.author.at,
        ];
        execute(&self.tx, sql, values).await?;
        Ok(id)
    }

    /// Changes the day, the rule, who reports.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`].
    pub async fn change_report_round(&self, id: &str, seen: i64, text: &RoundText) -> Result<(), StoreError> {
        let sql = "UPDATE report_rounds SET due = $1, rule = $2, rule_days = $3, rule_source = $4, rule_line = $5,
                     kinds = $6, note = $7, version = version + 1 WHERE id = $8 AND version = $9";
        let values = values![
            text.due,
            text.rule.code(),
            text.rule.days().map(i64::from),
            text.rule_source.clone(),
            text.rule_line.map(i64::from),
            codes(&text.kinds),
            text.note.clone(),
            id,
            seen,
        ];
        if execute(&self.tx, sql, values).await? == 0 { Err(StoreError::ChangedMeanwhile) } else { Ok(()) }
    }

    /// Gives more time, to one unit or to all.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn extend_report(
        &self,
        round_id: &str,
        unit_id: Option<&str>,
        until: NaiveDate,
        because: &str,
    ) -> Result<(), StoreError> {
        let sql = "INSERT INTO report_extensions (id, round_id, unit_id, until, because, account_name, at)
                   VALUES ($1, $2, $3, $4, $5, $6, $7)";
        let values = values![
            self.new_id(),
            round_id,
            unit_id.map(str::to_owned),
            until,
            because,
            self.author.name.clone(),
            self.author.at,
        ];
        execute(&self.tx, sql, values).await.map(|_| ())
    }

    /// Notes that the accepted reports of a round were made into figures.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn note_consolidation(&self, round_id: &str) -> Result<(), StoreError> {
        let sql = "UPDATE report_rounds SET consolidated_at = $1, consolidated_by = $2 WHERE id = $3";
        execute(&self.tx, sql, values![self.author.at, self.author.name.clone(), round_id]).await.map(|_| ())
    }

    /// Says whether only the standing office reports a target.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn set_office_target(&self, target_id: &str, office: bool) -> Result<(), StoreError> {
        execute(&self.tx, "DELETE FROM target_reporters WHERE target_id = $1", values![target_id]).await?;
        if office {
            let sql = "INSERT INTO target_reporters (target_id, who) VALUES ($1, 'office')";
            execute(&self.tx, sql, values![target_id]).await?;
        }
        Ok(())
    }
}

fn codes(kinds: &[UnitKind]) -> String {
    kinds.iter().map(|kind| kind.code()).collect::<Vec<_>>().join(" ")
}
