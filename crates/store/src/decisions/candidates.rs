//! Nominations as a decision sees them: who, for what, how the council voted. What a decision takes from a nomination is
//! read here and never typed again.

use crate::nominations::LAST_VOTE;
use crate::regulations::one;
use crate::sql::{Row, execute, insert, places, row, rows, values};
use crate::{Change, Store, StoreError, Within};
use chrono::NaiveDate;
use sea_orm::Value;
use std::collections::HashMap;
use thidua_domain::awards::judging::Verdict;
use thidua_domain::awards::subject::SubjectKind;
use thidua_domain::nominations::{Occasion, State};

/// A nomination that may be decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nominated {
    /// Identifier.
    pub id: String,
    /// Its round.
    pub round_id: String,
    /// The unit that proposes.
    pub unit_id: String,
    /// Code of the award.
    pub award: String,
    /// Its name.
    pub award_name: String,
    /// Individual, collective, household.
    pub kind: SubjectKind,
    /// The record of a person, household or collective.
    pub person_id: Option<String>,
    /// The unit.
    pub subject_unit_id: Option<String>,
    /// As it goes into the decision.
    pub name: String,
    /// The post.
    pub post: Option<String>,
    /// The unit in words.
    pub of_unit: String,
    /// Category of people.
    pub category: Option<String>,
    /// Whether they lead.
    pub leader: Option<bool>,
    /// Whether it is a woman.
    pub female: Option<bool>,
    /// For what.
    pub merit: String,
    /// When it was achieved.
    pub achieved_on: Option<NaiveDate>,
    /// Where it stands.
    pub state: State,
    /// When the dossier was received.
    pub received_on: Option<NaiveDate>,
    /// The regime that judged it.
    pub regime: Option<String>,
    /// What the judgement said.
    pub verdict: Option<Verdict>,
    /// Whether the council voted for it, in the newest meeting that voted on it.
    pub passed: Option<bool>,
    /// Counts up with every change.
    pub version: i64,
    /// Sample data.
    pub illustrative: bool,
}

/// A round as a decision sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoundHead {
    /// Identifier.
    pub id: String,
    /// The authority that considers.
    pub unit_id: String,
    /// Its name.
    pub name: String,
    /// `regular`, `thematic`, `sudden`, …
    pub occasion: Occasion,
    /// For which year.
    pub year: i64,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// Sample data.
    pub illustrative: bool,
    /// Nominations that wait for a decision or for being sent upward.
    pub waiting: i64,
}

const COLUMNS: &str = "n.id, n.round_id, n.unit_id, n.award, n.award_name, n.subject_kind, n.person_id,
    n.subject_unit_id, n.name, n.post, n.of_unit, n.category, n.leader, n.female, n.merit, n.achieved_on, n.state,
    n.received_on, n.regime, n.verdict, n.version, n.illustrative";

/// The states in which a nomination waits for the authority's last word.
const WAITING: &str = "('appraisal', 'voted', 'deciding')";

impl Store {
    /// The nominations of a round that are in appraisal or past it, by award and in the order of the list.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn nominated_in(&self, round_id: &str) -> Result<Vec<Nominated>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS}, {LAST_VOTE} AS vote FROM nominations n
             WHERE n.round_id = $1 AND n.state NOT IN ('draft', 'submitted', 'returned', 'withdrawn')
             ORDER BY n.award, n.place_order, n.sort_key, n.id"
        );
        rows(&self.db, &sql, values![round_id]).await?.iter().map(nominated).collect()
    }

    /// Some nominations.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn nominated_of(&self, ids: &[String]) -> Result<Vec<Nominated>, StoreError> {
        let mut found = Vec::new();
        for some in ids.chunks(400) {
            let sql = format!(
                "SELECT {COLUMNS}, {LAST_VOTE} AS vote FROM nominations n WHERE n.id IN ({})",
                places(1, some.len())
            );
            for row in rows(&self.db, &sql, some.iter().map(|id| Value::from(id.as_str())).collect()).await? {
                found.push(nominated(&row)?);
            }
        }
        let order: HashMap<&str, usize> = ids.iter().enumerate().map(|(at, id)| (id.as_str(), at)).collect();
        found.sort_by_key(|one: &Nominated| order.get(one.id.as_str()).copied());
        Ok(found)
    }

    /// Nominations of the same person or unit that are still under way.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn nominated_now(&self, people: &[String], units: &[String]) -> Result<Vec<Nominated>, StoreError> {
        let mut found = Vec::new();
        for (column, ids) in [("person_id", people), ("subject_unit_id", units)] {
            for some in ids.chunks(400) {
                let sql = format!(
                    "SELECT {COLUMNS}, {LAST_VOTE} AS vote FROM nominations n WHERE n.{column} IN ({})
                       AND n.state NOT IN ('granted', 'not-granted', 'withdrawn') ORDER BY n.id",
                    places(1, some.len())
                );
                for row in rows(&self.db, &sql, some.iter().map(|id| Value::from(id.as_str())).collect()).await? {
                    found.push(nominated(&row)?);
                }
            }
        }
        Ok(found)
    }

    /// The rounds of some authorities, the newest first, with how many nominations wait.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn round_heads(&self, within: &Within) -> Result<Vec<RoundHead>, StoreError> {
        let (before, condition, values) = within.condition("r.unit_id");
        let sql = format!("{before}{} WHERE {condition} ORDER BY r.year DESC, r.id DESC", Self::round_select());
        rows(&self.db, &sql, values).await?.iter().map(round_head).collect()
    }

    /// One round.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn round_head(&self, id: &str) -> Result<Option<RoundHead>, StoreError> {
        let sql = format!("{} WHERE r.id = $1", Self::round_select());
        row(&self.db, &sql, values![id]).await?.as_ref().map(round_head).transpose()
    }

    fn round_select() -> String {
        format!(
            "SELECT r.id, r.unit_id, r.name, r.occasion, r.year, r.period_from, r.period_to, r.illustrative,
               (SELECT COUNT(*) FROM nominations n WHERE n.round_id = r.id AND n.state IN {WAITING}) AS waiting
             FROM award_rounds r"
        )
    }
}

impl Change {
    /// Moves a nomination on for a decision or a submission, over the state and version that were read.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when it was changed or decided since.
    pub(super) async fn move_nominated(
        &self,
        it: &Nominated,
        to: State,
        reason: Option<&str>,
    ) -> Result<(), StoreError> {
        let author = self.author();
        let sql = "UPDATE nominations SET state = $1, version = version + 1
                   WHERE id = $2 AND version = $3 AND state = $4";
        one(execute(&self.tx, sql, values![to.code(), it.id.clone(), it.version, it.state.code()]).await?)?;
        let sql = "SELECT COUNT(*) AS steps FROM nomination_steps WHERE nomination_id = $1";
        let steps: i64 = row(&self.tx, sql, values![it.id.clone()]).await?.map_or(Ok(0), |row| row.get("steps"))?;
        let columns =
            ["nomination_id", "position", "from_state", "to_state", "reason", "account_id", "account_name", "at"];
        let step = values![
            it.id.clone(),
            steps + 1,
            it.state.code(),
            to.code(),
            reason.map(str::to_owned),
            author.account_id.clone(),
            author.name.clone(),
            author.at,
        ];
        insert(&self.tx, "nomination_steps", &columns, vec![step]).await
    }

    /// Puts nominations before the decider.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when one was changed since.
    pub async fn put_to_decider(&self, all: &[Nominated]) -> Result<(), StoreError> {
        for it in all.iter().filter(|it| it.state != State::Deciding) {
            self.move_nominated(it, State::Deciding, None).await?;
        }
        Ok(())
    }
}

fn nominated(row: &Row) -> Result<Nominated, StoreError> {
    Ok(Nominated {
        id: row.get("id")?,
        round_id: row.get("round_id")?,
        unit_id: row.get("unit_id")?,
        award: row.get("award")?,
        award_name: row.get("award_name")?,
        kind: row.code("subject_kind", SubjectKind::from_code)?,
        person_id: row.get("person_id")?,
        subject_unit_id: row.get("subject_unit_id")?,
        name: row.get("name")?,
        post: row.get("post")?,
        of_unit: row.get("of_unit")?,
        category: row.get("category")?,
        leader: row.get("leader")?,
        female: row.get("female")?,
        merit: row.get("merit")?,
        achieved_on: row.get("achieved_on")?,
        state: row.code("state", State::from_code)?,
        received_on: row.get("received_on")?,
        regime: row.get("regime")?,
        verdict: row.optional_code("verdict", Verdict::from_code)?,
        passed: row.get::<Option<String>>("vote")?.map(|vote| vote == "passed"),
        version: row.get("version")?,
        illustrative: row.get("illustrative")?,
    })
}

fn round_head(row: &Row) -> Result<RoundHead, StoreError> {
    Ok(RoundHead {
        id: row.get("id")?,
        unit_id: row.get("unit_id")?,
        name: row.get("name")?,
        occasion: row.code("occasion", Occasion::from_code)?,
        year: row.get("year")?,
        from: row.get("period_from")?,
        to: row.get("period_to")?,
        illustrative: row.get("illustrative")?,
        waiting: row.get("waiting")?,
    })
}
