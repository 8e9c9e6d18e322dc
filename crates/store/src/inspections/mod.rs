//! Inspections: their plans, visits, answers, verified values and findings.

mod findings;
mod lines;
mod values;
mod visits;

pub use findings::Finding;
pub use lines::SampleLine;
pub use values::VerifiedValue;
pub use visits::{ItemAnswer, Visit};

use crate::regulations::one;
use crate::sql::{Row, execute, insert, places, rows, values};
use crate::within::Within;
use crate::{Change, Moment, Store, StoreError};
use chrono::NaiveDate;
use sea_orm::Value;
use std::collections::HashMap;
use thidua_domain::inspections::{Seat, State};
use thidua_domain::periods::Period;

/// Somebody of the team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TeamMember {
    /// The place in the team.
    pub seat: Seat,
    /// Full name.
    pub name: String,
    /// Post and unit.
    pub post: Option<String>,
}

/// What a sample is drawn by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seed {
    /// The seed.
    pub text: String,
    /// Chosen by a person; else drawn by the program.
    pub by_hand: bool,
    /// Who set it.
    pub by: String,
    /// When.
    pub at: Moment,
    /// So many riskiest lines.
    pub riskiest: i64,
    /// So many lines at random of each group.
    pub per_group: i64,
}

/// The conclusion of an inspection.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Conclusion {
    /// Number and symbol of the paper.
    pub number_symbol: Option<String>,
    /// Its date.
    pub dated: Option<NaiveDate>,
    /// What was seen on the whole.
    pub general: Option<String>,
    /// What is done well.
    pub good: Option<String>,
    /// What is wanting.
    pub wanting: Option<String>,
    /// Why.
    pub causes: Option<String>,
    /// What is asked of whom.
    pub demands: Option<String>,
}

/// An inspection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inspection {
    /// Identifier.
    pub id: String,
    /// The authority that inspects.
    pub unit_id: String,
    /// The movement whose carrying out is inspected.
    pub movement_id: String,
    /// Its name.
    pub name: String,
    /// What it is for.
    pub purpose: Option<String>,
    /// Number and symbol of the decision.
    pub number_symbol: Option<String>,
    /// Its date.
    pub dated: Option<NaiveDate>,
    /// First day of the visits.
    pub from: Option<NaiveDate>,
    /// Last day of the visits.
    pub to: Option<NaiveDate>,
    /// The reporting point whose values are verified.
    pub period: Option<Period>,
    /// Where it stands.
    pub state: State,
    /// What the sample is drawn by.
    pub seed: Option<Seed>,
    /// When the list was made and the sample drawn.
    pub drawn_at: Option<Moment>,
    /// Its conclusion.
    pub conclusion: Conclusion,
    /// Why it was given up.
    pub withdrawn: Option<String>,
    /// The team.
    pub team: Vec<TeamMember>,
    /// Counts up with every change; zero for one that is not there yet.
    pub version: i64,
    /// Who wrote it last.
    pub account_name: String,
    /// When.
    pub written_at: Moment,
}

const COLUMNS: &str =
    "i.id, i.unit_id, i.movement_id, i.name, i.purpose, i.number_symbol, i.dated, i.from_day, i.to_day,
    i.period, i.state, i.seed, i.seed_by_hand, i.seed_by, i.seed_at, i.riskiest, i.per_group, i.drawn_at,
    i.conclusion_number, i.conclusion_dated, i.conclusion_general, i.conclusion_good, i.conclusion_wanting,
    i.conclusion_causes, i.conclusion_demands, i.withdrawn, i.version, i.account_name, i.written_at";

impl Store {
    async fn inspections_where(
        &self,
        before: &str,
        condition: &str,
        values: Vec<Value>,
    ) -> Result<Vec<Inspection>, StoreError> {
        let sql = format!(
            "{before}SELECT {COLUMNS} FROM inspections i WHERE {condition} ORDER BY COALESCE(i.dated, i.from_day) DESC,
               i.id DESC"
        );
        let mut found =
            rows(&self.db, &sql, values).await?.iter().map(inspection).collect::<Result<Vec<_>, _>>()?;
        let ids: Vec<String> = found.iter().map(|one| one.id.clone()).collect();
        let mut teams = self.teams(&ids).await?;
        for one in &mut found {
            one.team = teams.remove(&one.id).unwrap_or_default();
        }
        Ok(found)
    }

    async fn teams(&self, ids: &[String]) -> Result<HashMap<String, Vec<TeamMember>>, StoreError> {
        let mut found: HashMap<String, Vec<TeamMember>> = HashMap::new();
        for some in ids.chunks(500) {
            let sql = format!(
                "SELECT inspection_id, seat, name, post FROM inspection_team WHERE inspection_id IN ({})
                 ORDER BY inspection_id, position",
                places(1, some.len())
            );
            let values = some.iter().map(|id| id.as_str().into()).collect();
            for row in rows(&self.db, &sql, values).await? {
                found.entry(row.get("inspection_id")?).or_default().push(TeamMember {
                    seat: row.code("seat", Seat::from_code)?,
                    name: row.get("name")?,
                    post: row.get("post")?,
                });
            }
        }
        Ok(found)
    }

    /// The inspections of some authorities, the newest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn inspections(&self, within: &Within) -> Result<Vec<Inspection>, StoreError> {
        let (before, condition, values) = within.condition("i.unit_id");
        self.inspections_where(&before, &condition, values).await
    }

    /// The inspections of a movement, the newest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn inspections_of_movement(&self, movement_id: &str) -> Result<Vec<Inspection>, StoreError> {
        self.inspections_where("", "i.movement_id = $1", values![movement_id]).await
    }

    /// Inspections that were decided and visit one of these units or blocks.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn inspections_visiting(&self, subjects: &[String]) -> Result<Vec<Inspection>, StoreError> {
        if subjects.is_empty() {
            return Ok(Vec::new());
        }
        let mut values = values![State::Draft.code()];
        values.extend(subjects.iter().take(800).map(|id| Value::from(id.as_str())));
        let condition = format!(
            "i.state <> $1 AND i.id IN (SELECT inspection_id FROM inspection_visits WHERE subject_id IN ({}))",
            places(2, subjects.len().min(800))
        );
        self.inspections_where("", &condition, values).await
    }

    /// One inspection.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn inspection(&self, id: &str) -> Result<Option<Inspection>, StoreError> {
        Ok(self.inspections_where("", "i.id = $1", values![id]).await?.pop())
    }
}

impl Change {
    /// Writes an inspection with its team, or changes it over the version that the person saw.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody changed it since.
    pub async fn write_inspection(&self, it: &Inspection) -> Result<(), StoreError> {
        let author = self.author();
        let seed = it.seed.as_ref();
        let conclusion = it.conclusion.clone();
        let mut values = values![
            it.name.clone(),
            it.purpose.clone(),
            it.number_symbol.clone(),
            it.dated,
            it.from,
            it.to,
            it.period.map(|period| period.code().to_owned()),
            it.state.code(),
            seed.map(|seed| seed.text.clone()),
            seed.map(|seed| seed.by_hand),
            seed.map(|seed| seed.by.clone()),
            seed.map(|seed| seed.at),
            seed.map(|seed| seed.riskiest),
            seed.map(|seed| seed.per_group),
            it.drawn_at,
            conclusion.number_symbol,
            conclusion.dated,
            conclusion.general,
            conclusion.good,
            conclusion.wanting,
            conclusion.causes,
            conclusion.demands,
            it.withdrawn.clone(),
            author.name.clone(),
            author.at,
            it.id.clone(),
        ];
        if it.version == 0 {
            values.extend(values![it.unit_id.clone(), it.movement_id.clone()]);
            let sql = format!(
                "INSERT INTO inspections (name, purpose, number_symbol, dated, from_day, to_day, period, state, seed,
                   seed_by_hand, seed_by, seed_at, riskiest, per_group, drawn_at, conclusion_number, conclusion_dated,
                   conclusion_general, conclusion_good, conclusion_wanting, conclusion_causes, conclusion_demands,
                   withdrawn, account_name, written_at, id, unit_id, movement_id, version) VALUES ({}, 1)",
                places(1, 28)
            );
            execute(&self.tx, &sql, values).await?;
        } else {
            values.push(it.version.into());
            let sql = "UPDATE inspections SET name = $1, purpose = $2, number_symbol = $3, dated = $4, from_day = $5,
                         to_day = $6, period = $7, state = $8, seed = $9, seed_by_hand = $10, seed_by = $11,
                         seed_at = $12, riskiest = $13, per_group = $14, drawn_at = $15, conclusion_number = $16,
                         conclusion_dated = $17, conclusion_general = $18, conclusion_good = $19,
                         conclusion_wanting = $20, conclusion_causes = $21, conclusion_demands = $22, withdrawn = $23,
                         account_name = $24, written_at = $25, version = version + 1 WHERE id = $26 AND version = $27";
            one(execute(&self.tx, sql, values).await?)?;
            let sql = "DELETE FROM inspection_team WHERE inspection_id = $1";
            execute(&self.tx, sql, values![it.id.clone()]).await?;
        }
        let team = it.team.iter().zip(0_i64..).map(|(member, position)| {
            values![it.id.clone(), position, member.seat.code(), member.name.clone(), member.post.clone()]
        });
        let columns = ["inspection_id", "position", "seat", "name", "post"];
        insert(&self.tx, "inspection_team", &columns, team.collect()).await
    }
}

fn inspection(row: &Row) -> Result<Inspection, StoreError> {
    let seed: Option<String> = row.get("seed")?;
    let seed = match seed {
        None => None,
        Some(text) => Some(Seed {
            text,
            by_hand: row.get::<Option<bool>>("seed_by_hand")?.unwrap_or_default(),
            by: row.get::<Option<String>>("seed_by")?.unwrap_or_default(),
            at: row.get("seed_at")?,
            riskiest: row.get::<Option<i64>>("riskiest")?.unwrap_or_default(),
            per_group: row.get::<Option<i64>>("per_group")?.unwrap_or_default(),
        }),
    };
    Ok(Inspection {
        id: row.get("id")?,
        unit_id: row.get("unit_id")?,
        movement_id: row.get("movement_id")?,
        name: row.get("name")?,
        purpose: row.get("purpose")?,
        number_symbol: row.get("number_symbol")?,
        dated: row.get("dated")?,
        from: row.get("from_day")?,
        to: row.get("to_day")?,
        period: row.optional_code("period", Period::from_code)?,
        state: row.code("state", State::from_code)?,
        seed,
        drawn_at: row.get("drawn_at")?,
        conclusion: Conclusion {
            number_symbol: row.get("conclusion_number")?,
            dated: row.get("conclusion_dated")?,
            general: row.get("conclusion_general")?,
            good: row.get("conclusion_good")?,
            wanting: row.get("conclusion_wanting")?,
            causes: row.get("conclusion_causes")?,
            demands: row.get("conclusion_demands")?,
        },
        withdrawn: row.get("withdrawn")?,
        team: Vec::new(),
        version: row.get("version")?,
        account_name: row.get("account_name")?,
        written_at: row.get("written_at")?,
    })
}
