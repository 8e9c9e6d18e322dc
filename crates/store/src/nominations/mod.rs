//! Rounds of consideration and nominations: who is proposed for what, by which unit, and where it stands.

mod dossier;
mod lost;
mod rounds;

pub use dossier::{Cited, KeptRemark, NewPaper, Opinion, Paper, Step};
pub(crate) use lost::LAST_VOTE;
pub use lost::Lost;
pub use rounds::Round;

use crate::regulations::one;
use crate::sql::{Row, execute, places, row, rows, values};
use crate::{Change, Moment, Store, StoreError};
use chrono::NaiveDate;
use sea_orm::Value;
use thidua_domain::awards::subject::SubjectKind;
use thidua_domain::basics::text::sort_key;
use thidua_domain::nominations::State;

/// Who is proposed, as it goes into the decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nominee {
    /// Individual, collective, household.
    pub kind: SubjectKind,
    /// The record of a person, household or collective.
    pub person_id: Option<String>,
    /// The unit, where a unit is proposed.
    pub unit_id: Option<String>,
    /// The name.
    pub name: String,
    /// The post of an individual.
    pub post: Option<String>,
    /// The unit as it is called.
    pub of_unit: String,
    /// Category of people, by its code.
    pub category: Option<String>,
    /// Whether they lead.
    pub leader: Option<bool>,
    /// Whether it is a woman.
    pub female: Option<bool>,
}

/// The judgement as it stood when it was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// The regime.
    pub regime: String,
    /// The pack and its version.
    pub pack: String,
    /// `eligible`, `not-eligible`, `needs-person`.
    pub verdict: String,
    /// Every condition, as JSON.
    pub told: String,
}

/// A nomination.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nomination {
    /// Identifier.
    pub id: String,
    /// The round.
    pub round_id: String,
    /// The unit that proposes.
    pub unit_id: String,
    /// Code of the award.
    pub award: String,
    /// Its name under the law of the round.
    pub award_name: String,
    /// Who.
    pub nominee: Nominee,
    /// The achievement in a few words.
    pub merit: String,
    /// The achievement report.
    pub report: Option<String>,
    /// How far it reaches: unit, commune, district, province, nation.
    pub influence: Option<String>,
    /// The day of a sudden achievement.
    pub achieved_on: Option<NaiveDate>,
    /// Where it stands.
    pub state: State,
    /// How often it was sent back.
    pub supplements: i64,
    /// The day on which the dossier was received.
    pub received_on: Option<NaiveDate>,
    /// The award it was moved down from.
    pub downgraded_from: Option<String>,
    /// The judgement.
    pub judged: Option<Judged>,
    /// Votes of the unit's meeting: for, of all.
    pub selection: Option<(i64, i64)>,
    /// Its place in the list of the unit.
    pub place: i64,
    /// Sample data.
    pub illustrative: bool,
    /// Counts up with every change; zero for one that is not there yet.
    pub version: i64,
    /// The account that wrote it last.
    pub account_id: Option<String>,
    /// Its name.
    pub account_name: String,
    /// When.
    pub written_at: Moment,
}

const COLUMNS: &str = "n.id, n.round_id, n.unit_id, n.award, n.award_name, n.subject_kind, n.person_id,
    n.subject_unit_id, n.name, n.post, n.of_unit, n.category, n.leader, n.female, n.merit, n.report, n.influence,
    n.achieved_on, n.state, n.supplements, n.received_on, n.downgraded_from, n.regime, n.pack, n.verdict, n.judged,
    n.selection_for, n.selection_of, n.place_order, n.illustrative, n.version, n.account_id, n.account_name, n.written_at";

impl Change {
    /// Writes a nomination, or corrects it over the version that the person saw. Where it stands is moved by
    /// [`Change::move_nomination`] alone.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody changed it since.
    pub async fn write_nomination(&self, it: &Nomination) -> Result<(), StoreError> {
        let author = self.author();
        let who = &it.nominee;
        let mut values = values![
            it.award.clone(),
            it.award_name.clone(),
            who.kind.code(),
            who.person_id.clone(),
            who.unit_id.clone(),
            who.name.clone(),
            sort_key(&who.name),
            who.post.clone(),
            who.of_unit.clone(),
            who.category.clone(),
            who.leader,
            who.female,
            it.merit.clone(),
            it.report.clone(),
            it.influence.clone(),
            it.achieved_on,
            it.selection.map(|(votes, _)| votes),
            it.selection.map(|(_, of)| of),
            it.place,
            author.account_id.clone(),
            author.name.clone(),
            author.at,
            it.id.clone(),
        ];
        if it.version == 0 {
            values.extend(values![it.round_id.clone(), it.unit_id.clone(), it.illustrative]);
            let sql = "INSERT INTO nominations (award, award_name, subject_kind, person_id, subject_unit_id, name, sort_key,
                         post, of_unit, category, leader, female, merit, report, influence, achieved_on, selection_for,
                         selection_of, place_order, account_id, account_name, written_at, id, round_id, unit_id,
                         illustrative, state, supplements, version)
                       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,
                         $21, $22, $23, $24, $25, $26, 'draft', 0, 1)";
            return execute(&self.tx, sql, values).await.map(|_| ());
        }
        values.push(it.version.into());
        let sql = "UPDATE nominations SET award = $1, award_name = $2, subject_kind = $3, person_id = $4,
                     subject_unit_id = $5, name = $6, sort_key = $7, post = $8, of_unit = $9, category = $10, leader = $11,
                     female = $12, merit = $13, report = $14, influence = $15, achieved_on = $16, selection_for = $17,
                     selection_of = $18, place_order = $19, account_id = $20, account_name = $21, written_at = $22,
                     version = version + 1
                   WHERE id = $23 AND version = $24";
        one(execute(&self.tx, sql, values).await?)
    }

    /// Moves a nomination on, over the version that the person saw, and keeps the step.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody moved or changed it since.
    pub async fn move_nomination(
        &self,
        it: &Nomination,
        to: State,
        reason: Option<&str>,
        received_on: Option<NaiveDate>,
    ) -> Result<(), StoreError> {
        let sent_back = i64::from(to == State::Returned && it.state != State::Upward);
        let sql = "UPDATE nominations SET state = $1, supplements = supplements + $2,
                     received_on = COALESCE(received_on, $3), version = version + 1
                   WHERE id = $4 AND version = $5 AND state = $6";
        let values = values![to.code(), sent_back, received_on, it.id.clone(), it.version, it.state.code()];
        one(execute(&self.tx, sql, values).await?)?;
        self.keep_step(&it.id, it.state, to, reason).await
    }

    /// Moves a nomination down to another award with the nominee's consent; where it stands then is `to`.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`].
    pub async fn downgrade_nomination(
        &self,
        it: &Nomination,
        award: &str,
        award_name: &str,
        to: State,
        reason: &str,
    ) -> Result<(), StoreError> {
        let sql = "UPDATE nominations SET downgraded_from = award, award = $1, award_name = $2, state = $3,
                     regime = NULL, pack = NULL, verdict = NULL, judged = NULL, version = version + 1
                   WHERE id = $4 AND version = $5";
        one(execute(&self.tx, sql, values![award, award_name, to.code(), it.id.clone(), it.version]).await?)?;
        self.keep_step(&it.id, it.state, to, Some(reason)).await
    }

    /// Counts a nomination's version up over the one that the person saw: something of its dossier is being changed.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody changed it since.
    pub async fn touch_nomination(&self, id: &str, version: i64) -> Result<(), StoreError> {
        let sql = "UPDATE nominations SET version = version + 1 WHERE id = $1 AND version = $2";
        one(execute(&self.tx, sql, values![id, version]).await?)
    }

    /// Keeps the judgement of a nomination; its version stays, for nothing that people typed has changed.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn keep_judgement(&self, id: &str, judged: &Judged) -> Result<(), StoreError> {
        let sql = "UPDATE nominations SET regime = $1, pack = $2, verdict = $3, judged = $4 WHERE id = $5";
        let values =
            values![judged.regime.clone(), judged.pack.clone(), judged.verdict.clone(), judged.told.clone(), id];
        execute(&self.tx, sql, values).await.map(|_| ())
    }
}

impl Store {
    async fn nominations_where(&self, condition: &str, values: Vec<Value>) -> Result<Vec<Nomination>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM nominations n {condition}");
        rows(&self.db, &sql, values).await?.iter().map(nomination).collect()
    }

    /// One nomination.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn nomination(&self, id: &str) -> Result<Option<Nomination>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM nominations n WHERE n.id = $1");
        row(&self.db, &sql, values![id]).await?.as_ref().map(nomination).transpose()
    }

    /// The nominations of a round, by award, unit and place.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn nominations_of_round(&self, round_id: &str) -> Result<Vec<Nomination>, StoreError> {
        self.nominations_where(
            "WHERE n.round_id = $1 ORDER BY n.award, n.unit_id, n.place_order, n.sort_key, n.id",
            values![round_id],
        )
        .await
    }

    /// How many nominations the rounds have, by round, unit that proposes and state.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn nominations_counted(
        &self,
        rounds: &[String],
    ) -> Result<Vec<(String, String, State, i64)>, StoreError> {
        let mut found = Vec::new();
        for some in rounds.chunks(400) {
            let sql = format!(
                "SELECT round_id, unit_id, state, COUNT(*) AS number FROM nominations WHERE round_id IN ({})
                 GROUP BY round_id, unit_id, state",
                places(1, some.len())
            );
            for row in rows(&self.db, &sql, some.iter().map(|id| id.as_str().into()).collect()).await? {
                let state = row.code("state", State::from_code)?;
                found.push((row.get("round_id")?, row.get("unit_id")?, state, row.get("number")?));
            }
        }
        Ok(found)
    }

    /// The nominations of some people (records that are one person) or of a unit, in all rounds, the newest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn nominations_of_nominee(
        &self,
        people: &[String],
        unit: Option<&str>,
    ) -> Result<Vec<Nomination>, StoreError> {
        let mut values: Vec<Value> = people.iter().map(|id| id.as_str().into()).collect();
        let mut parts = Vec::new();
        if !people.is_empty() {
            parts.push(format!("n.person_id IN ({})", places(1, people.len())));
        }
        if let Some(unit) = unit {
            values.push(unit.into());
            parts.push(format!("n.subject_unit_id = ${}", values.len()));
        }
        if parts.is_empty() {
            return Ok(Vec::new());
        }
        self.nominations_where(&format!("WHERE {} ORDER BY n.id DESC", parts.join(" OR ")), values).await
    }
}

fn nomination(row: &Row) -> Result<Nomination, StoreError> {
    let judged = match row.get::<Option<String>>("verdict")? {
        None => None,
        Some(verdict) => Some(Judged {
            regime: row.get::<Option<String>>("regime")?.unwrap_or_default(),
            pack: row.get::<Option<String>>("pack")?.unwrap_or_default(),
            verdict,
            told: row.get::<Option<String>>("judged")?.unwrap_or_default(),
        }),
    };
    let (votes, of): (Option<i64>, Option<i64>) = (row.get("selection_for")?, row.get("selection_of")?);
    Ok(Nomination {
        id: row.get("id")?,
        round_id: row.get("round_id")?,
        unit_id: row.get("unit_id")?,
        award: row.get("award")?,
        award_name: row.get("award_name")?,
        nominee: Nominee {
            kind: row.code("subject_kind", SubjectKind::from_code)?,
            person_id: row.get("person_id")?,
            unit_id: row.get("subject_unit_id")?,
            name: row.get("name")?,
            post: row.get("post")?,
            of_unit: row.get("of_unit")?,
            category: row.get("category")?,
            leader: row.get("leader")?,
            female: row.get("female")?,
        },
        merit: row.get("merit")?,
        report: row.get("report")?,
        influence: row.get("influence")?,
        achieved_on: row.get("achieved_on")?,
        state: row.code("state", State::from_code)?,
        supplements: row.get("supplements")?,
        received_on: row.get("received_on")?,
        downgraded_from: row.get("downgraded_from")?,
        judged,
        selection: votes.zip(of),
        place: row.get("place_order")?,
        illustrative: row.get("illustrative")?,
        version: row.get("version")?,
        account_id: row.get("account_id")?,
        account_name: row.get("account_name")?,
        written_at: row.get("written_at")?,
    })
}
