//! Tasks: what they say, where they stand, what was done to them. Writing is in [`writing`].

mod writing;

pub(crate) use writing::Line;
pub use writing::{NewTask, StepDone};

use crate::sql::{Row, places, rows, values};
use crate::{Moment, Store, StoreError};
use chrono::NaiveDate;
use sea_orm::Value;
use std::collections::HashMap;
use thidua_domain::tasks::deadline::{Deadline, Every};
use thidua_domain::tasks::follow::Followed;
use thidua_domain::tasks::{Manner, Said, State, Weight};

/// What a task says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskText {
    /// Assigned or asked.
    pub manner: Manner,
    /// The lead unit.
    pub lead_unit_id: Option<String>,
    /// The units that work with it.
    pub with_units: Vec<String>,
    /// Who is meant, in the words of the plan.
    pub actor: Option<String>,
    /// The responsible person.
    pub responsible: Option<String>,
    /// The same person in the register of people.
    pub person_id: Option<String>,
    /// The work.
    pub work: String,
    /// The responsibility.
    pub responsibility: Option<String>,
    /// Until when.
    pub deadline: Option<Deadline>,
    /// The expected result.
    pub outcome: Option<String>,
    /// Focus or breakthrough.
    pub weight: Option<Weight>,
    /// The programme or resolution it belongs to.
    pub programme: Option<String>,
}

/// Where a task comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// The plan.
    pub plan_id: Option<String>,
    /// The movement.
    pub movement_id: Option<String>,
    /// The obligation of the plan, by position.
    pub obligation: Option<i64>,
    /// The lines of its sentence.
    pub lines: Option<(i64, i64)>,
    /// The problem whose decision it carries out.
    pub problem_id: Option<String>,
    /// The bottleneck it removes.
    pub bottleneck_id: Option<String>,
}

/// A task as it stands.
#[derive(Clone, Debug)]
pub struct Task {
    /// Identifier.
    pub id: String,
    /// The authority that gives it.
    pub unit_id: String,
    /// Its name.
    pub unit_name: String,
    /// The name of the lead unit.
    pub lead_name: Option<String>,
    /// Where it comes from.
    pub origin: Origin,
    /// What it says; the units that work with the lead unit are filled for one task only.
    pub text: TaskText,
    /// Where it stands.
    pub state: State,
    /// Counts up with every change of what it says or where it stands.
    pub version: i64,
    /// The next day to keep.
    pub next_due: Option<NaiveDate>,
    /// Days that are not answered, of a task that comes back.
    pub open_days: i64,
    /// The last news.
    pub heard_on: Option<NaiveDate>,
    /// Urgings, all of them.
    pub urgings: i64,
    /// Urgings since the head last wrote.
    pub urgings_since: i64,
    /// The last urging.
    pub urged_on: Option<NaiveDate>,
    /// When the head last wrote.
    pub noted_on: Option<NaiveDate>,
    /// How often its day was moved.
    pub extensions: i64,
    /// The account that reported it done.
    pub done_by: Option<String>,
    /// When it was drawn up.
    pub created_at: Moment,
}

impl Task {
    /// What it says of the five.
    pub fn said(&self) -> Said<'_> {
        self.text.said()
    }

    /// What is followed of it.
    pub fn followed(&self) -> Followed {
        Followed {
            manner: self.text.manner,
            state: self.state,
            complete: self.said().missing().is_empty(),
            due: self.next_due,
            strictly_before: self.text.deadline.is_some_and(|deadline| deadline.strictly_before),
            heard: self.heard_on,
            urgings: u32::try_from(self.urgings_since).unwrap_or(u32::MAX),
            noted: self.noted_on,
        }
    }
}

impl TaskText {
    /// What it says of the five.
    pub fn said(&self) -> Said<'_> {
        Said {
            lead_unit: self.lead_unit_id.is_some(),
            person: self.responsible.as_deref(),
            work: Some(&self.work),
            responsibility: self.responsibility.as_deref(),
            deadline: self.deadline.as_ref(),
            outcome: self.outcome.as_deref(),
        }
    }
}

/// Something that was done to a task.
#[derive(Clone, Debug)]
pub struct TaskAct {
    /// What: `stepped`, `told`, `answered`, `urged`, `extended`, `noted`, `corrected`.
    pub kind: String,
    /// When.
    pub at: Moment,
    /// Who.
    pub account_name: String,
    /// The state it led to.
    pub to: Option<State>,
    /// The day before and after.
    pub days: (Option<NaiveDate>, Option<NaiveDate>),
    /// In words.
    pub note: Option<String>,
}

/// A day of a task that comes back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskDay {
    /// Its place.
    pub position: i64,
    /// The day.
    pub due: NaiveDate,
    /// What was answered.
    pub answer: Option<String>,
    /// When.
    pub answered_on: Option<NaiveDate>,
    /// By whom.
    pub account_name: Option<String>,
}

/// What became of an obligation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// The obligation, by position.
    pub position: i64,
    /// Whether it became tasks.
    pub is_task: bool,
    /// Why it is none.
    pub reason: Option<String>,
    /// Who decided.
    pub account_name: String,
}

const COLUMNS: &str = "t.id, t.unit_id, g.name AS unit_name, u.name AS lead_name, t.plan_id, t.movement_id,
    t.obligation, t.line_first, t.line_last, t.problem_id, t.bottleneck_id, t.manner, t.state, t.lead_unit_id, t.actor,
    t.responsible, t.person_id, t.work, t.responsibility, t.due_day, t.strictly_before, t.every, t.last_day, t.outcome,
    t.weight, t.programme, t.version, t.next_due, t.open_days, t.heard_on, t.urgings, t.urgings_since, t.urged_on,
    t.noted_on, t.extensions, t.done_by, t.created_at";
const FROM: &str = "FROM tasks t JOIN units g ON g.id = t.unit_id LEFT JOIN units u ON u.id = t.lead_unit_id";
/// The nearest day first, those without one last.
const ORDER: &str = "ORDER BY CASE WHEN t.next_due IS NULL THEN 1 ELSE 0 END, t.next_due, t.obligation, t.id";

fn task(row: &Row) -> Result<Task, StoreError> {
    let again = match (row.optional_code("every", Every::from_code)?, row.get::<Option<NaiveDate>>("last_day")?) {
        (Some(every), Some(last)) => Some((every, last)),
        _ => None,
    };
    let strictly_before = row.get("strictly_before")?;
    let deadline = row.get::<Option<NaiveDate>>("due_day")?.map(|day| Deadline { day, strictly_before, again });
    let line = |column| row.get::<Option<i64>>(column);
    Ok(Task {
        id: row.get("id")?,
        unit_id: row.get("unit_id")?,
        unit_name: row.get("unit_name")?,
        lead_name: row.get("lead_name")?,
        origin: Origin {
            plan_id: row.get("plan_id")?,
            movement_id: row.get("movement_id")?,
            obligation: row.get("obligation")?,
            lines: line("line_first")?.zip(line("line_last")?),
            problem_id: row.get("problem_id")?,
            bottleneck_id: row.get("bottleneck_id")?,
        },
        text: TaskText {
            manner: row.code("manner", Manner::from_code)?,
            lead_unit_id: row.get("lead_unit_id")?,
            with_units: Vec::new(),
            actor: row.get("actor")?,
            responsible: row.get("responsible")?,
            person_id: row.get("person_id")?,
            work: row.get("work")?,
            responsibility: row.get("responsibility")?,
            deadline,
            outcome: row.get("outcome")?,
            weight: row.optional_code("weight", Weight::from_code)?,
            programme: row.get("programme")?,
        },
        state: row.code("state", State::from_code)?,
        version: row.get("version")?,
        next_due: row.get("next_due")?,
        open_days: row.get("open_days")?,
        heard_on: row.get("heard_on")?,
        urgings: row.get("urgings")?,
        urgings_since: row.get("urgings_since")?,
        urged_on: row.get("urged_on")?,
        noted_on: row.get("noted_on")?,
        extensions: row.get("extensions")?,
        done_by: row.get("done_by")?,
        created_at: row.get("created_at")?,
    })
}

impl Store {
    async fn tasks_where(&self, condition: &str, values: Vec<Value>) -> Result<Vec<Task>, StoreError> {
        let sql = format!("SELECT {COLUMNS} {FROM} WHERE {condition} {ORDER}");
        rows(&self.db, &sql, values).await?.iter().map(task).collect()
    }

    /// One task, with the units that work with its lead unit.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn task(&self, id: &str) -> Result<Option<Task>, StoreError> {
        let Some(mut found) = self.tasks_where("t.id = $1", values![id]).await?.pop() else { return Ok(None) };
        found.text.with_units =
            self.units_with(std::slice::from_ref(&found.id)).await?.remove(id).unwrap_or_default();
        Ok(Some(found))
    }

    /// The tasks of a movement, the nearest day first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn tasks_of_movement(&self, movement_id: &str) -> Result<Vec<Task>, StoreError> {
        self.tasks_where("t.movement_id = $1", values![movement_id]).await
    }

    /// The tasks that carry out the decision of a problem.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn tasks_of_problem(&self, problem_id: &str) -> Result<Vec<Task>, StoreError> {
        self.tasks_where("t.problem_id = $1", values![problem_id]).await
    }

    /// The tasks that remove a bottleneck.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn tasks_of_bottleneck(&self, bottleneck_id: &str) -> Result<Vec<Task>, StoreError> {
        self.tasks_where("t.bottleneck_id = $1", values![bottleneck_id]).await
    }

    /// The tasks in which some units lead or work with the lead unit, drafts left out; `None` for all units.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn tasks_to_do(&self, units: Option<&[&str]>) -> Result<Vec<Task>, StoreError> {
        let Some(units) = units else { return self.tasks_where("t.state <> 'draft'", Vec::new()).await };
        if units.is_empty() {
            return Ok(Vec::new());
        }
        let list = places(1, units.len());
        let condition = format!(
            "t.state <> 'draft' AND (t.lead_unit_id IN ({list})
               OR EXISTS (SELECT 1 FROM task_units w WHERE w.task_id = t.id AND w.unit_id IN ({list})))"
        );
        self.tasks_where(&condition, units.iter().map(|unit| (*unit).into()).collect()).await
    }

    /// The tasks that some authorities give and that are not finished; `None` for all.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn tasks_given_by(&self, units: Option<&[&str]>) -> Result<Vec<Task>, StoreError> {
        const OPEN: &str = "t.state NOT IN ('confirmed', 'cancelled')";
        match units {
            None => self.tasks_where(OPEN, Vec::new()).await,
            Some([]) => Ok(Vec::new()),
            Some(units) => {
                let condition = format!("{OPEN} AND t.unit_id IN ({})", places(1, units.len()));
                self.tasks_where(&condition, units.iter().map(|unit| (*unit).into()).collect()).await
            }
        }
    }

    /// The units that work with the lead units of some tasks, by task.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn units_with(&self, tasks: &[String]) -> Result<HashMap<String, Vec<String>>, StoreError> {
        let mut found: HashMap<String, Vec<String>> = HashMap::new();
        for some in tasks.chunks(500) {
            let sql = format!(
                "SELECT w.task_id, w.unit_id FROM task_units w JOIN units u ON u.id = w.unit_id
                 WHERE w.task_id IN ({}) ORDER BY u.sort_key, u.id",
                places(1, some.len())
            );
            let values = some.iter().map(|id| id.as_str().into()).collect();
            for row in rows(&self.db, &sql, values).await? {
                found.entry(row.get("task_id")?).or_default().push(row.get("unit_id")?);
            }
        }
        Ok(found)
    }

    /// Everything that was done to a task, newest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn task_acts(&self, id: &str) -> Result<Vec<TaskAct>, StoreError> {
        let sql = "SELECT kind, at, account_name, to_state, old_day, new_day, note FROM task_acts
                   WHERE task_id = $1 ORDER BY at DESC, id DESC";
        rows(&self.db, sql, values![id])
            .await?
            .iter()
            .map(|row| {
                Ok(TaskAct {
                    kind: row.get("kind")?,
                    at: row.get("at")?,
                    account_name: row.get("account_name")?,
                    to: row.optional_code("to_state", State::from_code)?,
                    days: (row.get("old_day")?, row.get("new_day")?),
                    note: row.get("note")?,
                })
            })
            .collect()
    }

    /// The days of a task that comes back, in order.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn task_days(&self, id: &str) -> Result<Vec<TaskDay>, StoreError> {
        let sql = "SELECT position, due, answer, answered_on, account_name FROM task_days WHERE task_id = $1
                   ORDER BY due, position";
        rows(&self.db, sql, values![id])
            .await?
            .iter()
            .map(|row| {
                Ok(TaskDay {
                    position: row.get("position")?,
                    due: row.get("due")?,
                    answer: row.get("answer")?,
                    answered_on: row.get("answered_on")?,
                    account_name: row.get("account_name")?,
                })
            })
            .collect()
    }

    /// What became of the obligations of a plan.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn obligation_decisions(&self, plan_id: &str) -> Result<Vec<Decided>, StoreError> {
        let sql = "SELECT position, is_task, reason, account_name FROM obligation_decisions
                   WHERE plan_id = $1 ORDER BY position";
        rows(&self.db, sql, values![plan_id])
            .await?
            .iter()
            .map(|row| {
                Ok(Decided {
                    position: row.get("position")?,
                    is_task: row.get("is_task")?,
                    reason: row.get("reason")?,
                    account_name: row.get("account_name")?,
                })
            })
            .collect()
    }
}
