//! Writing tasks: each act leaves its line in the history of the task.

use super::{Origin, Task, TaskText};
use crate::sql::{execute, insert, row, values};
use crate::{Change, StoreError};
use chrono::NaiveDate;
use thidua_domain::tasks::State;
use thidua_domain::tasks::deadline::Deadline;

/// A task to be drawn up.
#[derive(Debug)]
pub struct NewTask<'a> {
    /// Identifier.
    pub id: &'a str,
    /// The authority that gives it.
    pub unit_id: &'a str,
    /// Where it comes from.
    pub origin: &'a Origin,
    /// What it says.
    pub text: &'a TaskText,
}

/// A step to be written down.
#[derive(Clone, Copy, Debug)]
pub struct StepDone<'a> {
    /// From where.
    pub from: State,
    /// To where.
    pub to: State,
    /// In words.
    pub note: Option<&'a str>,
    /// Today.
    pub day: NaiveDate,
}

/// A line of the history of a task.
#[derive(Default)]
pub(crate) struct Line<'a> {
    pub(crate) kind: &'static str,
    pub(crate) to: Option<State>,
    pub(crate) days: (Option<NaiveDate>, Option<NaiveDate>),
    pub(crate) note: Option<&'a str>,
}

impl Change {
    /// Draws up a task.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn add_task(&self, new: &NewTask<'_>) -> Result<(), StoreError> {
        let sql =
            "INSERT INTO tasks (id, unit_id, plan_id, movement_id, obligation, line_first, line_last, problem_id,
                     bottleneck_id, manner, state, actor, work, created_at)
                   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";
        let origin = new.origin;
        let values = values![
            new.id,
            new.unit_id,
            origin.plan_id.clone(),
            origin.movement_id.clone(),
            origin.obligation,
            origin.lines.map(|(first, _)| first),
            origin.lines.map(|(_, last)| last),
            origin.problem_id.clone(),
            origin.bottleneck_id.clone(),
            new.text.manner.code(),
            State::Draft.code(),
            new.text.actor.clone(),
            new.text.work.as_str(),
            self.author().at,
        ];
        execute(&self.tx, sql, values).await?;
        self.say(new.id, new.text).await
    }

    /// Changes what a task says.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody else changed it since that version was seen.
    pub async fn correct_task(
        &self,
        task: &Task,
        seen: i64,
        text: &TaskText,
        note: &str,
    ) -> Result<(), StoreError> {
        self.next_version_of_task(&task.id, seen).await?;
        self.say(&task.id, text).await?;
        if task.state == State::Draft {
            return Ok(());
        }
        self.task_line(&task.id, &Line { kind: "corrected", note: Some(note), ..Line::default() }).await
    }

    async fn next_version_of_task(&self, id: &str, seen: i64) -> Result<(), StoreError> {
        let sql = "UPDATE tasks SET version = version + 1 WHERE id = $1 AND version = $2";
        if execute(&self.tx, sql, values![id, seen]).await? == 0 {
            return Err(StoreError::ChangedMeanwhile);
        }
        Ok(())
    }

    /// Writes the fields; the days of a task that comes back are laid out anew while none is answered.
    async fn say(&self, id: &str, text: &TaskText) -> Result<(), StoreError> {
        let deadline = text.deadline.as_ref();
        let again = deadline.and_then(|deadline| deadline.again);
        let sql = "UPDATE tasks SET manner = $1, lead_unit_id = $2, responsible = $3, person_id = $4, work = $5,
                     responsibility = $6, due_day = $7, strictly_before = $8, every = $9, last_day = $10,
                     outcome = $11, weight = $12, programme = $13 WHERE id = $14";
        let values = values![
            text.manner.code(),
            text.lead_unit_id.clone(),
            text.responsible.clone(),
            text.person_id.clone(),
            text.work.as_str(),
            text.responsibility.clone(),
            deadline.map(|deadline| deadline.day),
            deadline.is_some_and(|deadline| deadline.strictly_before),
            again.map(|(every, _)| every.code()),
            again.map(|(_, last)| last),
            text.outcome.clone(),
            text.weight.map(|weight| weight.code()),
            text.programme.clone(),
            id,
        ];
        execute(&self.tx, sql, values).await?;
        execute(&self.tx, "DELETE FROM task_units WHERE task_id = $1", values![id]).await?;
        let with = text.with_units.iter().map(|unit| values![id, unit.as_str()]).collect();
        insert(&self.tx, "task_units", &["task_id", "unit_id"], with).await?;
        self.lay_out_days(id, deadline).await
    }

    async fn lay_out_days(&self, id: &str, deadline: Option<&Deadline>) -> Result<(), StoreError> {
        let sql = "SELECT COUNT(*) AS n FROM task_days WHERE task_id = $1 AND answered_on IS NOT NULL";
        let answered: i64 =
            row(&self.tx, sql, values![id]).await?.map(|row| row.get("n")).transpose()?.unwrap_or_default();
        let state: String = row(&self.tx, "SELECT state FROM tasks WHERE id = $1", values![id])
            .await?
            .ok_or(StoreError::Absent)?
            .get("state")?;
        // once given, days are moved by extensions only
        if answered > 0 || state != State::Draft.code() {
            return Ok(());
        }
        execute(&self.tx, "DELETE FROM task_days WHERE task_id = $1", values![id]).await?;
        let days = match deadline {
            Some(deadline) if deadline.again.is_some() => deadline.days(),
            _ => Vec::new(),
        };
        let laid = days
            .iter()
            .enumerate()
            .map(|(position, due)| values![id, i64::try_from(position).unwrap_or(i64::MAX), *due])
            .collect();
        insert(&self.tx, "task_days", &["task_id", "position", "due"], laid).await?;
        let next = days.first().copied().or(deadline.map(|deadline| deadline.day));
        let sql = "UPDATE tasks SET next_due = $1, open_days = $2 WHERE id = $3";
        let open = i64::try_from(days.len()).unwrap_or(i64::MAX);
        execute(&self.tx, sql, values![next, open, id]).await?;
        Ok(())
    }

    /// Takes a task one step on. The arrow itself is the domain's to allow.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody else changed it since that version was seen.
    pub async fn step_task(&self, id: &str, seen: i64, step: &StepDone<'_>) -> Result<(), StoreError> {
        self.next_version_of_task(id, seen).await?;
        let done_by = (step.to == State::DoneReported).then(|| self.author().account_id.clone()).flatten();
        let sql = "UPDATE tasks SET state = $1, heard_on = $2, done_by = $3 WHERE id = $4 AND state = $5";
        if execute(&self.tx, sql, values![step.to.code(), step.day, done_by, id, step.from.code()]).await? == 0 {
            return Err(StoreError::ChangedMeanwhile);
        }
        self.task_line(id, &Line { kind: "stepped", to: Some(step.to), note: step.note, ..Line::default() }).await
    }

    /// Keeps news of a task.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn tell_of_task(&self, id: &str, news: &str, day: NaiveDate) -> Result<(), StoreError> {
        execute(&self.tx, "UPDATE tasks SET heard_on = $1 WHERE id = $2", values![day, id]).await?;
        self.task_line(id, &Line { kind: "told", note: Some(news), ..Line::default() }).await
    }

    /// Answers one day of a task that comes back.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when that day is answered already.
    pub async fn answer_day(
        &self,
        id: &str,
        position: i64,
        answer: &str,
        day: NaiveDate,
    ) -> Result<(), StoreError> {
        let sql = "UPDATE task_days SET answer = $1, answered_on = $2, account_name = $3
                   WHERE task_id = $4 AND position = $5 AND answered_on IS NULL";
        let values = values![answer, day, self.author().name.clone(), id, position];
        if execute(&self.tx, sql, values).await? == 0 {
            return Err(StoreError::ChangedMeanwhile);
        }
        let due: Option<NaiveDate> =
            row(&self.tx, "SELECT due FROM task_days WHERE task_id = $1 AND position = $2", values![id, position])
                .await?
                .map(|row| row.get("due"))
                .transpose()?;
        self.next_day_of_task(id).await?;
        execute(&self.tx, "UPDATE tasks SET heard_on = $1 WHERE id = $2", values![day, id]).await?;
        let line = Line { kind: "answered", days: (due, None), note: Some(answer), ..Line::default() };
        self.task_line(id, &line).await
    }

    /// After an answer or an extension: the next day that is to be kept. With every day answered the last one stays.
    async fn next_day_of_task(&self, id: &str) -> Result<(), StoreError> {
        let sql = "UPDATE tasks SET
                     next_due = COALESCE(
                       (SELECT MIN(due) FROM task_days WHERE task_id = $1 AND answered_on IS NULL), next_due),
                     open_days = (SELECT COUNT(*) FROM task_days WHERE task_id = $1 AND answered_on IS NULL)
                   WHERE id = $1";
        execute(&self.tx, sql, values![id]).await?;
        Ok(())
    }

    /// Writes an urging down, with the words that were sent.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn urge(&self, id: &str, message: &str, day: NaiveDate) -> Result<(), StoreError> {
        let sql = "UPDATE tasks SET urgings = urgings + 1, urgings_since = urgings_since + 1, urged_on = $1
                   WHERE id = $2";
        execute(&self.tx, sql, values![day, id]).await?;
        self.task_line(id, &Line { kind: "urged", note: Some(message), ..Line::default() }).await
    }

    /// Moves the next day of a task.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody else changed it since that version was seen.
    pub async fn extend_task(
        &self,
        task: &Task,
        seen: i64,
        day: NaiveDate,
        reason: &str,
    ) -> Result<(), StoreError> {
        self.next_version_of_task(&task.id, seen).await?;
        let id = task.id.as_str();
        if task.text.deadline.is_some_and(|deadline| deadline.again.is_some()) {
            let sql = "UPDATE task_days SET due = $1 WHERE task_id = $2 AND position =
                         (SELECT MIN(position) FROM task_days WHERE task_id = $2 AND answered_on IS NULL)";
            execute(&self.tx, sql, values![day, id]).await?;
            self.next_day_of_task(id).await?;
            execute(&self.tx, "UPDATE tasks SET extensions = extensions + 1 WHERE id = $1", values![id]).await?;
        } else {
            // a day that was named is kept: by it, not before it
            let sql = "UPDATE tasks SET due_day = $1, next_due = $1, strictly_before = FALSE,
                         extensions = extensions + 1 WHERE id = $2";
            execute(&self.tx, sql, values![day, id]).await?;
        }
        let line =
            Line { kind: "extended", days: (task.next_due, Some(day)), note: Some(reason), ..Line::default() };
        self.task_line(id, &line).await
    }

    /// Keeps the head's word on a task; urgings are counted anew from here.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn note_task(&self, id: &str, note: &str, day: NaiveDate) -> Result<(), StoreError> {
        let sql = "UPDATE tasks SET noted_on = $1, urgings_since = 0 WHERE id = $2";
        execute(&self.tx, sql, values![day, id]).await?;
        self.task_line(id, &Line { kind: "noted", note: Some(note), ..Line::default() }).await
    }

    pub(crate) async fn task_line(&self, id: &str, line: &Line<'_>) -> Result<(), StoreError> {
        let sql = "INSERT INTO task_acts (id, task_id, kind, at, account_id, account_name, to_state, old_day, new_day, note)
                   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
        let author = self.author();
        let values = values![
            self.new_id(),
            id,
            line.kind,
            author.at,
            author.account_id.clone(),
            author.name.clone(),
            line.to.map(|state| state.code()),
            line.days.0,
            line.days.1,
            line.note.map(str::to_owned),
        ];
        execute(&self.tx, sql, values).await?;
        Ok(())
    }

    /// Keeps what became of an obligation. Each is decided once.
    ///
    /// # Errors
    /// [`StoreError::AlreadyThere`] when it was decided before.
    pub async fn decide_obligation(
        &self,
        plan_id: &str,
        position: i64,
        reason: Option<&str>,
    ) -> Result<(), StoreError> {
        let sql = "INSERT INTO obligation_decisions (plan_id, position, is_task, reason, account_name, decided_at)
                   VALUES ($1, $2, $3, $4, $5, $6)";
        let author = self.author();
        let values = values![
            plan_id,
            position,
            reason.is_none(),
            reason.map(str::to_owned),
            author.name.clone(),
            author.at,
        ];
        execute(&self.tx, sql, values).await?;
        Ok(())
    }
}
