//! Movements of a plan: the plan's own first, then the ones it names.

use crate::sql::{Row, execute, insert, row, rows, values};
use crate::targets::{confidence, lines};
use crate::{Change, Moment, Store, StoreError};
use sea_orm::{ConnectionTrait, Value};
use thidua_domain::movements::State;
use thidua_domain::plans::draft::NamedMovement;

/// A movement as it stands in the store.
#[derive(Clone, Debug)]
pub struct Movement {
    /// Identifier.
    pub id: String,
    /// The plan it rests on.
    pub plan_id: String,
    /// What the plan says.
    pub named: NamedMovement,
    /// Where it stands.
    pub state: State,
    /// What came of it, in words.
    pub result: Option<String>,
    /// Difficulties and shortcomings, in words.
    pub difficulties: Option<String>,
    /// Lessons, in words.
    pub lessons: Option<String>,
    /// Directions for next year, in words.
    pub directions: Option<String>,
    /// Counts up with every review written.
    pub version: i64,
}

/// What a person writes of a movement at a review.
#[derive(Clone, Copy, Debug, Default)]
pub struct Review<'a> {
    /// What came of it.
    pub result: Option<&'a str>,
    /// Difficulties and shortcomings.
    pub difficulties: Option<&'a str>,
    /// Lessons.
    pub lessons: Option<&'a str>,
    /// Directions for next year.
    pub directions: Option<&'a str>,
}

/// A step in the life of a movement.
#[derive(Clone, Debug)]
pub struct Step {
    /// From.
    pub from: State,
    /// To.
    pub to: State,
    /// When.
    pub at: Moment,
    /// Who.
    pub account_name: String,
    /// Why, where it was said.
    pub note: Option<String>,
}

const COLUMNS: &str = "id, plan_id, name, own, state, result, difficulties, lessons, directions, version, line_first, line_last, confidence";

pub(crate) async fn replace(
    db: &impl ConnectionTrait,
    plan_id: &str,
    movements: &[NamedMovement],
    new_id: impl Fn() -> String,
) -> Result<(), StoreError> {
    execute(db, "DELETE FROM movements WHERE plan_id = $1", values![plan_id]).await?;
    let rows: Vec<Vec<Value>> = movements
        .iter()
        .enumerate()
        .map(|(position, movement)| {
            values![
                new_id(),
                plan_id,
                i64::try_from(position).unwrap_or(i64::MAX),
                movement.name.clone(),
                movement.own,
                State::Draft.code(),
                i64::from(movement.lines.first),
                i64::from(movement.lines.last),
                i64::from(movement.confidence.as_percent()),
            ]
        })
        .collect();
    let columns = ["id", "plan_id", "position", "name", "own", "state", "line_first", "line_last", "confidence"];
    insert(db, "movements", &columns, rows).await
}

pub(crate) async fn load(db: &impl ConnectionTrait, plan_id: &str) -> Result<Vec<Movement>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM movements WHERE plan_id = $1 ORDER BY position");
    rows(db, &sql, values![plan_id]).await?.iter().map(movement).collect()
}

fn movement(row: &Row) -> Result<Movement, StoreError> {
    Ok(Movement {
        id: row.get("id")?,
        plan_id: row.get("plan_id")?,
        named: NamedMovement {
            name: row.get("name")?,
            own: row.get("own")?,
            lines: lines(row)?,
            confidence: confidence(row)?,
        },
        state: row.code("state", State::from_code)?,
        result: row.get("result")?,
        difficulties: row.get("difficulties")?,
        lessons: row.get("lessons")?,
        directions: row.get("directions")?,
        version: row.get("version")?,
    })
}

impl Store {
    /// The movements of a plan, the plan's own first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn movements(&self, plan_id: &str) -> Result<Vec<Movement>, StoreError> {
        load(&self.db, plan_id).await
    }

    /// One movement.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn movement(&self, id: &str) -> Result<Option<Movement>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM movements WHERE id = $1");
        row(&self.db, &sql, values![id]).await?.as_ref().map(movement).transpose()
    }

    /// The steps of a movement so far, oldest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn movement_steps(&self, id: &str) -> Result<Vec<Step>, StoreError> {
        let sql = "SELECT from_state, to_state, at, account_name, note FROM movement_steps
                   WHERE movement_id = $1 ORDER BY at, id";
        rows(&self.db, sql, values![id])
            .await?
            .iter()
            .map(|row| {
                Ok(Step {
                    from: row.code("from_state", State::from_code)?,
                    to: row.code("to_state", State::from_code)?,
                    at: row.get("at")?,
                    account_name: row.get("account_name")?,
                    note: row.get("note")?,
                })
            })
            .collect()
    }
}

impl Change {
    /// Takes a movement one step on. The arrow itself is the domain's to allow.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when it no longer stands at `from`.
    pub async fn step_movement(
        &self,
        id: &str,
        from: State,
        to: State,
        note: Option<&str>,
    ) -> Result<(), StoreError> {
        let sql = "UPDATE movements SET state = $1 WHERE id = $2 AND state = $3";
        if execute(&self.tx, sql, values![to.code(), id, from.code()]).await? == 0 {
            return Err(StoreError::ChangedMeanwhile);
        }
        let sql = "INSERT INTO movement_steps (id, movement_id, from_state, to_state, at, account_name, note)
                   VALUES ($1, $2, $3, $4, $5, $6, $7)";
        let author = self.author();
        let note = note.map(str::to_owned);
        let values = values![self.new_id(), id, from.code(), to.code(), author.at, author.name.clone(), note];
        execute(&self.tx, sql, values).await?;
        Ok(())
    }

    /// Writes what came of a movement and what was learnt. `seen` is the version the person saw.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody else has written since.
    pub async fn write_review(&self, id: &str, seen: i64, review: &Review<'_>) -> Result<(), StoreError> {
        let sql = "UPDATE movements SET result = $1, difficulties = $2, lessons = $3, directions = $4,
                     version = version + 1 WHERE id = $5 AND version = $6 AND state <> $7";
        let text = |text: Option<&str>| text.map(str::to_owned);
        let values = values![
            text(review.result),
            text(review.difficulties),
            text(review.lessons),
            text(review.directions),
            id,
            seen,
            State::Closed.code(),
        ];
        if execute(&self.tx, sql, values).await? == 0 { Err(StoreError::ChangedMeanwhile) } else { Ok(()) }
    }
}
