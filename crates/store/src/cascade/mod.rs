//! How a plan reaches the units below: the chain of plans, links between targets, settings, and what units strive for.

mod assignments;

pub use assignments::{Assignment, NewAssignment, Sharing};

use crate::plans::{LINE, PlanLine, line};
use crate::sql::{execute, insert, places, row, rows, values};
use crate::{Change, Moment, Store, StoreError};
use chrono::NaiveDate;
use std::collections::HashMap;
use thidua_domain::basics::Amount;
use thidua_domain::units::UnitKind;

/// Plans above one another that are followed; more would be a fault in the data.
const HIGHEST: usize = 16;

/// Until when the units below issue their own plans, and which have to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The last day.
    pub launch_by: Option<NaiveDate>,
    /// Kinds of units that need a plan; empty for every kind.
    pub kinds: Vec<UnitKind>,
    /// Counts up with every change; zero while nothing was set.
    pub version: i64,
}

impl Settings {
    /// Whether a unit of a kind needs a plan of its own.
    pub fn needs(&self, kind: UnitKind) -> bool {
        self.kinds.is_empty() || self.kinds.contains(&kind)
    }
}

/// A target that carries out a target of the plan above.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetLink {
    /// Its code in its own plan.
    pub code: String,
    /// The target above.
    pub parent_target_id: String,
    /// Why it differs from what was given or planned above.
    pub reason: Option<String>,
}

/// A target below, as the plan above sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Below {
    /// The plan below.
    pub plan_id: String,
    /// Its unit.
    pub unit_id: String,
    /// Whether it is issued.
    pub issued: bool,
    /// The target.
    pub target_id: String,
    /// Its name.
    pub name: String,
    /// Its value in that plan.
    pub value: Option<Amount>,
    /// Its unit of measure.
    pub unit: Option<String>,
    /// Its first line.
    pub line: i64,
    /// The target above that it carries out; `None` for one that nobody above has.
    pub parent_target_id: Option<String>,
    /// Why it differs.
    pub reason: Option<String>,
}

/// What a unit strives for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Striving {
    /// The value; nothing when it was taken back.
    pub value: Option<Amount>,
    /// What was said with it.
    pub note: Option<String>,
    /// The version.
    pub version: i64,
    /// Who set it.
    pub account_name: String,
    /// When.
    pub entered_at: Moment,
}

impl Change {
    /// Sets until when and for which kinds plans below are asked.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody set them since that version was seen.
    pub async fn set_cascade(&self, plan_id: &str, settings: &Settings) -> Result<(), StoreError> {
        let kinds = settings.kinds.iter().map(|kind| kind.code()).collect::<Vec<_>>().join(",");
        let touched = if settings.version == 0 {
            let sql = "INSERT INTO cascades (plan_id, launch_by, kinds, version) VALUES ($1, $2, $3, 1)
                       ON CONFLICT DO NOTHING";
            execute(&self.tx, sql, values![plan_id, settings.launch_by, kinds]).await?
        } else {
            let sql = "UPDATE cascades SET launch_by = $1, kinds = $2, version = version + 1
                       WHERE plan_id = $3 AND version = $4";
            execute(&self.tx, sql, values![settings.launch_by, kinds, plan_id, settings.version]).await?
        };
        if touched == 0 { Err(StoreError::ChangedMeanwhile) } else { Ok(()) }
    }

    /// Makes a plan the plan above another, or takes that back.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when the plan above is no longer the one that was seen.
    pub async fn set_parent_plan(
        &self,
        plan_id: &str,
        seen: Option<&str>,
        parent: Option<&str>,
    ) -> Result<(), StoreError> {
        let sql = "UPDATE plans SET parent_plan_id = $1, links_version = links_version + 1
                   WHERE id = $2 AND COALESCE(parent_plan_id, '') = $3";
        if execute(&self.tx, sql, values![parent, plan_id, seen.unwrap_or_default()]).await? == 0 {
            return Err(StoreError::ChangedMeanwhile);
        }
        if seen != parent {
            execute(&self.tx, "DELETE FROM target_links WHERE plan_id = $1", values![plan_id]).await?;
        }
        Ok(())
    }

    /// Says which targets of a plan carry out which targets above; all that stood before are replaced.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody did it since that version was seen.
    pub async fn link_targets(&self, plan_id: &str, seen: i64, links: &[TargetLink]) -> Result<(), StoreError> {
        let sql = "UPDATE plans SET links_version = links_version + 1 WHERE id = $1 AND links_version = $2";
        if execute(&self.tx, sql, values![plan_id, seen]).await? == 0 {
            return Err(StoreError::ChangedMeanwhile);
        }
        execute(&self.tx, "DELETE FROM target_links WHERE plan_id = $1", values![plan_id]).await?;
        let row = |link: &TargetLink| {
            values![plan_id, link.code.clone(), link.parent_target_id.clone(), link.reason.clone()]
        };
        let columns = ["plan_id", "code", "parent_target_id", "reason"];
        insert(&self.tx, "target_links", &columns, links.iter().map(row).collect()).await
    }

    /// Sets what a unit strives for.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody set it since that version was seen.
    pub async fn strive(
        &self,
        target_id: &str,
        value: Option<Amount>,
        note: Option<&str>,
        seen: i64,
    ) -> Result<(), StoreError> {
        let sql =
            "UPDATE strivings SET is_current = FALSE WHERE target_id = $1 AND version = $2 AND is_current = TRUE";
        if execute(&self.tx, sql, values![target_id, seen]).await? == 0 && seen > 0 {
            return Err(StoreError::ChangedMeanwhile);
        }
        let sql = "INSERT INTO strivings (target_id, version, is_current, value, note, account_name, entered_at)
                   VALUES ($1, $2, TRUE, $3, $4, $5, $6) ON CONFLICT DO NOTHING";
        let values = values![
            target_id,
            seen + 1,
            value.map(Amount::ten_thousandths),
            note,
            self.author.name.clone(),
            self.author.at,
        ];
        if execute(&self.tx, sql, values).await? == 0 { Err(StoreError::ChangedMeanwhile) } else { Ok(()) }
    }
}

impl Store {
    /// Until when and for which kinds plans below are asked.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn cascade(&self, plan_id: &str) -> Result<Settings, StoreError> {
        let sql = "SELECT launch_by, kinds, version FROM cascades WHERE plan_id = $1";
        let Some(row) = row(&self.db, sql, values![plan_id]).await? else { return Ok(Settings::default()) };
        let kinds: String = row.get("kinds")?;
        Ok(Settings {
            launch_by: row.get("launch_by")?,
            kinds: kinds.split(',').filter_map(UnitKind::from_code).collect(),
            version: row.get("version")?,
        })
    }

    /// The plans directly below a plan, in the order in which they came.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn plans_below(&self, plan_id: &str) -> Result<Vec<PlanLine>, StoreError> {
        let sql = format!("{LINE} WHERE p.parent_plan_id = $1 ORDER BY p.created_at, p.id");
        rows(&self.db, &sql, values![plan_id]).await?.iter().map(line).collect()
    }

    /// The plans above a plan, nearest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn plans_above(&self, plan_id: &str) -> Result<Vec<PlanLine>, StoreError> {
        let mut above: Vec<PlanLine> = Vec::new();
        let mut next = self.plan_line(plan_id).await?.and_then(|plan| plan.parent_plan_id);
        while let Some(id) = next {
            if above.len() >= HIGHEST || id == plan_id || above.iter().any(|plan| plan.id == id) {
                break;
            }
            let Some(plan) = self.plan_line(&id).await? else { break };
            next = plan.parent_plan_id.clone();
            above.push(plan);
        }
        Ok(above)
    }

    /// Issued plans with a number and symbol, by the key under which its spellings meet, of a year.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn plans_numbered(&self, key: &str, year: i32) -> Result<Vec<PlanLine>, StoreError> {
        let sql = format!("{LINE} WHERE p.register_key LIKE $1 ORDER BY p.created_at, p.id LIMIT 100");
        rows(&self.db, &sql, values![format!("%|{year}|{key}")]).await?.iter().map(line).collect()
    }

    /// The plans of some units for a year, the newest last.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn plans_of_year(&self, units: &[String], year: i64) -> Result<Vec<PlanLine>, StoreError> {
        let mut found = Vec::new();
        for some in units.chunks(500) {
            let sql = format!(
                "{LINE} WHERE p.subject_year = $1 AND p.unit_id IN ({}) ORDER BY p.created_at, p.id",
                places(2, some.len())
            );
            let mut values = values![year];
            values.extend(some.iter().map(|unit| unit.as_str().into()));
            for row in rows(&self.db, &sql, values).await? {
                found.push(line(&row)?);
            }
        }
        Ok(found)
    }

    /// The version of the links of a plan.
    ///
    /// # Errors
    /// [`StoreError::Absent`].
    pub async fn links_version(&self, plan_id: &str) -> Result<i64, StoreError> {
        let found = row(&self.db, "SELECT links_version FROM plans WHERE id = $1", values![plan_id]).await?;
        found.ok_or(StoreError::Absent)?.get("links_version")
    }

    /// Which targets of a plan carry out which targets above.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn target_links(&self, plan_id: &str) -> Result<Vec<TargetLink>, StoreError> {
        let sql = "SELECT code, parent_target_id, reason FROM target_links WHERE plan_id = $1 ORDER BY code";
        let of = |row: &crate::sql::Row| -> Result<TargetLink, StoreError> {
            Ok(TargetLink {
                code: row.get("code")?,
                parent_target_id: row.get("parent_target_id")?,
                reason: row.get("reason")?,
            })
        };
        rows(&self.db, sql, values![plan_id]).await?.iter().map(of).collect()
    }

    /// The measured targets of all plans directly below a plan, with the targets above that they carry out.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn targets_below(&self, plan_id: &str) -> Result<Vec<Below>, StoreError> {
        let sql = "SELECT p.id AS plan_id, p.unit_id, p.issued, t.id AS target_id, t.name, t.value, t.unit,
                     t.line_first, l.parent_target_id, l.reason
                   FROM plans p JOIN targets t ON t.plan_id = p.id AND t.comparator IS NOT NULL
                   LEFT JOIN target_links l ON l.plan_id = p.id AND l.code = t.code
                   WHERE p.parent_plan_id = $1 ORDER BY p.created_at, p.id, t.position";
        let of = |row: &crate::sql::Row| -> Result<Below, StoreError> {
            Ok(Below {
                plan_id: row.get("plan_id")?,
                unit_id: row.get("unit_id")?,
                issued: row.get("issued")?,
                target_id: row.get("target_id")?,
                name: row.get("name")?,
                value: row.get::<Option<i64>>("value")?.map(Amount::from_ten_thousandths),
                unit: row.get("unit")?,
                line: row.get("line_first")?,
                parent_target_id: row.get("parent_target_id")?,
                reason: row.get("reason")?,
            })
        };
        rows(&self.db, sql, values![plan_id]).await?.iter().map(of).collect()
    }

    /// What the unit of a plan strives for, by target.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn strivings(&self, plan_id: &str) -> Result<HashMap<String, Striving>, StoreError> {
        let sql = "SELECT s.target_id, s.value, s.note, s.version, s.account_name, s.entered_at FROM strivings s
                   JOIN targets t ON t.id = s.target_id WHERE t.plan_id = $1 AND s.is_current = TRUE";
        let of = |row: &crate::sql::Row| -> Result<(String, Striving), StoreError> {
            let striving = Striving {
                value: row.get::<Option<i64>>("value")?.map(Amount::from_ten_thousandths),
                note: row.get("note")?,
                version: row.get("version")?,
                account_name: row.get("account_name")?,
                entered_at: row.get("entered_at")?,
            };
            Ok((row.get("target_id")?, striving))
        };
        rows(&self.db, sql, values![plan_id]).await?.iter().map(of).collect()
    }
}
