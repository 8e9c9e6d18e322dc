//! Problems raised to the leadership.

use crate::sql::{Row, execute, places, rows, values};
use crate::{Change, Moment, Store, StoreError};
use chrono::NaiveDate;
use sea_orm::Value;
use thidua_domain::tasks::problems::{Source, State};

/// A problem.
#[derive(Clone, Debug)]
pub struct Problem {
    /// Identifier.
    pub id: String,
    /// Whose leadership decides.
    pub unit_id: String,
    /// Its name.
    pub unit_name: String,
    /// The unit that raised it.
    pub raised_by: String,
    /// Its name.
    pub raiser_name: String,
    /// Where it comes from.
    pub source: Source,
    /// Which task or bottleneck.
    pub source_id: Option<String>,
    /// Its name, short.
    pub name: String,
    /// In words.
    pub description: Option<String>,
    /// The advice of the standing office.
    pub advice: Option<String>,
    /// Who advised.
    pub advised_by: Option<String>,
    /// The decision.
    pub decision: Option<String>,
    /// Who decided.
    pub decided_by: Option<String>,
    /// When.
    pub decided_on: Option<NaiveDate>,
    /// What came of it.
    pub outcome: Option<String>,
    /// Where it stands.
    pub state: State,
    /// Counts up with every change.
    pub version: i64,
    /// When it was raised.
    pub raised_on: NaiveDate,
    /// The moment.
    pub created_at: Moment,
}

/// A problem to be raised.
#[derive(Debug)]
pub struct NewProblem<'a> {
    /// Identifier.
    pub id: &'a str,
    /// Whose leadership decides.
    pub unit_id: &'a str,
    /// The unit that raises it.
    pub raised_by: &'a str,
    /// Where it comes from.
    pub source: Source,
    /// Which task or bottleneck.
    pub source_id: Option<&'a str>,
    /// Its name.
    pub name: &'a str,
    /// In words.
    pub description: Option<&'a str>,
    /// Today.
    pub day: NaiveDate,
}

const COLUMNS: &str =
    "p.id, p.unit_id, g.name AS unit_name, p.raised_by, r.name AS raiser_name, p.source, p.source_id,
    p.name, p.description, p.advice, p.advised_by, p.decision, p.decided_by, p.decided_on, p.outcome, p.state,
    p.version, p.raised_on, p.created_at";
const FROM: &str = "FROM problems p JOIN units g ON g.id = p.unit_id JOIN units r ON r.id = p.raised_by";

fn problem(row: &Row) -> Result<Problem, StoreError> {
    Ok(Problem {
        id: row.get("id")?,
        unit_id: row.get("unit_id")?,
        unit_name: row.get("unit_name")?,
        raised_by: row.get("raised_by")?,
        raiser_name: row.get("raiser_name")?,
        source: row.code("source", Source::from_code)?,
        source_id: row.get("source_id")?,
        name: row.get("name")?,
        description: row.get("description")?,
        advice: row.get("advice")?,
        advised_by: row.get("advised_by")?,
        decision: row.get("decision")?,
        decided_by: row.get("decided_by")?,
        decided_on: row.get("decided_on")?,
        outcome: row.get("outcome")?,
        state: row.code("state", State::from_code)?,
        version: row.get("version")?,
        raised_on: row.get("raised_on")?,
        created_at: row.get("created_at")?,
    })
}

impl Store {
    async fn problems_where(&self, condition: &str, values: Vec<Value>) -> Result<Vec<Problem>, StoreError> {
        let sql = format!("SELECT {COLUMNS} {FROM} WHERE {condition} ORDER BY p.created_at, p.id");
        rows(&self.db, &sql, values).await?.iter().map(problem).collect()
    }

    /// One problem.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn problem(&self, id: &str) -> Result<Option<Problem>, StoreError> {
        Ok(self.problems_where("p.id = $1", values![id]).await?.pop())
    }

    /// The problems of a task or bottleneck.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn problems_of(&self, source_id: &str) -> Result<Vec<Problem>, StoreError> {
        self.problems_where("p.source_id = $1", values![source_id]).await
    }

    /// The problems that some units decide or raised, the oldest first; `None` for all.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn problems(&self, units: Option<&[&str]>) -> Result<Vec<Problem>, StoreError> {
        match units {
            None => self.problems_where("1 = 1", Vec::new()).await,
            Some([]) => Ok(Vec::new()),
            Some(units) => {
                let list = places(1, units.len());
                let condition = format!("(p.unit_id IN ({list}) OR p.raised_by IN ({list}))");
                self.problems_where(&condition, units.iter().map(|unit| (*unit).into()).collect()).await
            }
        }
    }
}

impl Change {
    /// Raises a problem.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn raise_problem(&self, new: &NewProblem<'_>) -> Result<(), StoreError> {
        let sql =
            "INSERT INTO problems (id, unit_id, raised_by, source, source_id, name, description, state, raised_on,
                     created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
        let values = values![
            new.id,
            new.unit_id,
            new.raised_by,
            new.source.code(),
            new.source_id.map(str::to_owned),
            new.name,
            new.description.map(str::to_owned),
            State::Raised.code(),
            new.day,
            self.author().at,
        ];
        execute(&self.tx, sql, values).await?;
        Ok(())
    }

    /// Takes a problem one step on, with the words that go with it. The arrow itself is the domain's to allow.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody else changed it since that version was seen.
    pub async fn step_problem(
        &self,
        id: &str,
        seen: i64,
        to: State,
        words: &str,
        day: NaiveDate,
    ) -> Result<(), StoreError> {
        let name = self.author().name.clone();
        let (set, mut values) = match to {
            State::Raised => return Err(StoreError::ChangedMeanwhile),
            State::Advised => ("advice = $4, advised_by = $5", values![words, name]),
            State::Decided => ("decision = $4, decided_by = $5, decided_on = $6", values![words, name, day]),
            State::Closed => ("outcome = $4", values![words]),
        };
        let sql =
            format!("UPDATE problems SET state = $1, {set}, version = version + 1 WHERE id = $2 AND version = $3");
        let mut all = values![to.code(), id, seen];
        all.append(&mut values);
        if execute(&self.tx, &sql, all).await? == 0 { Err(StoreError::ChangedMeanwhile) } else { Ok(()) }
    }
}
