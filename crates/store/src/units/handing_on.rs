//! Handing on or settling what runs under a unit that ends. Each leaves its line in the history of the thing itself,
//! with the old name; the audit entry is the caller's.

use super::RunningThing;
use crate::cascade::NewAssignment;
use crate::sql::{execute, row, rows, values};
use crate::tasks::{Line, StepDone};
use crate::{Change, StoreError};
use chrono::NaiveDate;
use thidua_domain::basics::Amount;
use thidua_domain::cascade::AssignmentState;
use thidua_domain::registrations::State as Registered;
use thidua_domain::targets::Comparator;
use thidua_domain::tasks::State as TaskState;
use thidua_domain::units::handing_on::{RunningKind, RunningPart, divides};

/// How something changes hands.
#[derive(Clone, Copy, Debug)]
pub struct Hand<'a> {
    /// The name of the unit that ends.
    pub from_name: &'a str,
    /// The first day of the new order.
    pub day: NaiveDate,
    /// The sentence for the history of the thing.
    pub note: &'a str,
    /// The day it is written down.
    pub today: NaiveDate,
}

impl Change {
    /// Gives a thing to another unit. `to_name` is the name under which it is a party to a covenant from now on, beside
    /// a party that it is already `second_name`.
    ///
    /// # Errors
    /// [`StoreError::AlreadyThere`] when that unit has a registration in the same round.
    pub async fn hand_thing_on(
        &self,
        thing: &RunningThing,
        to: &str,
        (to_name, second_name): (&str, &str),
        hand: &Hand<'_>,
    ) -> Result<(), StoreError> {
        let (id, from) = (thing.id.as_str(), thing.unit_id.as_str());
        match thing.kind {
            RunningKind::Covenant => {
                let sql = "UPDATE covenants SET unit_id = CASE WHEN unit_id = $1 THEN $2 ELSE unit_id END,
                             version = version + 1 WHERE id = $3";
                execute(&self.tx, sql, values![from, to, id]).await?;
                self.hand_parties_on(id, from, to, (to_name, second_name)).await?;
                self.covenant_line(id, None, hand.note).await
            }
            RunningKind::Registration => {
                let sql = "UPDATE registrations SET unit_id = $1, version = version + 1 WHERE id = $2";
                execute(&self.tx, sql, values![to, id]).await?;
                let state = Registered::from_code(&thing.state).unwrap_or(Registered::Draft);
                self.registration_line(id, state, state, hand.note).await
            }
            RunningKind::Task => {
                let sql = "UPDATE tasks SET unit_id = CASE WHEN unit_id = $1 THEN $2 ELSE unit_id END,
                             lead_unit_id = CASE WHEN lead_unit_id = $1 THEN $2 ELSE lead_unit_id END,
                             version = version + 1 WHERE id = $3";
                execute(&self.tx, sql, values![from, to, id]).await?;
                let sql = "DELETE FROM task_units WHERE task_id = $1 AND unit_id = $2";
                if execute(&self.tx, sql, values![id, from]).await? > 0 {
                    let sql = "INSERT INTO task_units (task_id, unit_id) VALUES ($1, $2) ON CONFLICT DO NOTHING";
                    execute(&self.tx, sql, values![id, to]).await?;
                }
                // who leads does not also work with the lead unit
                let sql = "DELETE FROM task_units WHERE task_id = $1 AND unit_id =
                             (SELECT lead_unit_id FROM tasks WHERE id = $1)";
                execute(&self.tx, sql, values![id]).await?;
                self.task_line(id, &Line { kind: "handed-on", note: Some(hand.note), ..Line::default() }).await
            }
            RunningKind::Bottleneck => {
                let sql = "UPDATE bottlenecks SET unit_id = CASE WHEN unit_id = $1 THEN $2 ELSE unit_id END,
                             owner_unit_id = CASE WHEN owner_unit_id = $1 THEN $2 ELSE owner_unit_id END,
                             version = version + 1 WHERE id = $3";
                execute(&self.tx, sql, values![from, to, id]).await.map(|_| ())
            }
            RunningKind::Problem => {
                let sql = "UPDATE problems SET unit_id = CASE WHEN unit_id = $1 THEN $2 ELSE unit_id END,
                             raised_by = CASE WHEN raised_by = $1 THEN $2 ELSE raised_by END,
                             version = version + 1 WHERE id = $3";
                execute(&self.tx, sql, values![from, to, id]).await.map(|_| ())
            }
            RunningKind::Assignment => self.hand_value_on(thing, Some(to), hand).await,
            RunningKind::Inspection => self.hand_inspection_on(thing, to, to_name, hand).await,
            RunningKind::Grant => {
                let last = hand.day.pred_opt().unwrap_or(hand.day);
                let new = self.new_id();
                // what has begun ends with the unit and goes on in the other; what has not begun moves whole
                let sql = "INSERT INTO grants (id, account_id, role, unit_id, from_day, to_day, reason, granted_by,
                             granted_at)
                           SELECT $1, account_id, role, $2, $3, to_day, reason, granted_by, granted_at FROM grants
                           WHERE id = $4 AND (from_day IS NULL OR from_day < $3)";
                if execute(&self.tx, sql, values![new, to, hand.day, id]).await? > 0 {
                    let sql = "UPDATE grants SET to_day = $1 WHERE id = $2";
                    execute(&self.tx, sql, values![last, id]).await.map(|_| ())
                } else {
                    let sql = "UPDATE grants SET unit_id = $1 WHERE id = $2";
                    execute(&self.tx, sql, values![to, id]).await.map(|_| ())
                }
            }
        }
    }

    /// Ends a thing with its unit, or the unit's part in it.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn settle_thing(&self, thing: &RunningThing, hand: &Hand<'_>) -> Result<(), StoreError> {
        let (id, from) = (thing.id.as_str(), thing.unit_id.as_str());
        match thing.kind {
            RunningKind::Covenant => {
                let sql = "SELECT COUNT(*) AS n FROM covenant_parties WHERE covenant_id = $1
                             AND (unit_id IS NULL OR unit_id <> $2)";
                let others: i64 = row(&self.tx, sql, values![id, from])
                    .await?
                    .map(|row| row.get("n"))
                    .transpose()?
                    .unwrap_or_default();
                // among three or more, a party that ends leaves the others bound
                let ends = thing.part == RunningPart::Owns || others < 2;
                self.covenant_line(id, ends.then_some("settled"), hand.note).await
            }
            RunningKind::Registration => {
                let mut state = Registered::from_code(&thing.state).unwrap_or(Registered::Draft);
                for next in [Registered::Returned, Registered::Withdrawn] {
                    let directly = state.step(Registered::Withdrawn).is_ok();
                    if state.step(next).is_ok() && (next == Registered::Withdrawn || !directly) {
                        self.registration_line(id, state, next, hand.note).await?;
                        state = next;
                    }
                }
                let sql = "UPDATE registrations SET state = $1, version = version + 1 WHERE id = $2";
                execute(&self.tx, sql, values![state.code(), id]).await.map(|_| ())
            }
            RunningKind::Task => self.settle_task(thing, hand).await,
            RunningKind::Bottleneck if thing.part == RunningPart::Owns => {
                let sql =
                    "UPDATE bottlenecks SET state = 'dropped', outcome = $1, version = version + 1 WHERE id = $2";
                execute(&self.tx, sql, values![hand.note, id]).await.map(|_| ())
            }
            // it stays in the register of the other authority, which names who removes it now
            RunningKind::Bottleneck => {
                let sql = "UPDATE bottlenecks SET owner_unit_id = NULL, owner_name = COALESCE(owner_name, $1),
                             version = version + 1 WHERE id = $2";
                execute(&self.tx, sql, values![hand.from_name, id]).await.map(|_| ())
            }
            RunningKind::Problem => {
                let sql = "UPDATE problems SET state = 'closed', outcome = $1, version = version + 1 WHERE id = $2";
                execute(&self.tx, sql, values![hand.note, id]).await.map(|_| ())
            }
            RunningKind::Assignment => self.hand_value_on(thing, None, hand).await,
            RunningKind::Inspection => self.settle_inspection(thing, hand).await,
            RunningKind::Grant => {
                let last = hand.day.pred_opt().unwrap_or(hand.day);
                execute(&self.tx, "UPDATE grants SET to_day = $1 WHERE id = $2", values![last, id])
                    .await
                    .map(|_| ())
            }
        }
    }

    async fn hand_parties_on(
        &self,
        covenant_id: &str,
        from: &str,
        to: &str,
        (to_name, second_name): (&str, &str),
    ) -> Result<(), StoreError> {
        let sql = "SELECT id, unit_id, members FROM covenant_parties WHERE covenant_id = $1 ORDER BY position, id";
        let mut there = false;
        let mut own = Vec::new();
        for party in rows(&self.tx, sql, values![covenant_id]).await? {
            let (id, unit, members): (String, Option<String>, String) =
                (party.get("id")?, party.get("unit_id")?, party.get("members")?);
            there |= unit.as_deref() == Some(to);
            if members.split_whitespace().any(|one| one == from) {
                let mut after: Vec<&str> = Vec::new();
                for one in members.split_whitespace().map(|one| if one == from { to } else { one }) {
                    if !after.contains(&one) {
                        after.push(one);
                    }
                }
                let sql = "UPDATE covenant_parties SET members = $1 WHERE id = $2";
                execute(&self.tx, sql, values![after.join(" "), id.as_str()]).await?;
            }
            if unit.as_deref() == Some(from) {
                own.push(id);
            }
        }
        for id in own {
            let name = if there { second_name } else { to_name };
            let sql = "UPDATE covenant_parties SET unit_id = $1, name = $2 WHERE id = $3";
            execute(&self.tx, sql, values![to, name, id]).await?;
            there = true;
        }
        Ok(())
    }

    /// A line in the history of a covenant that is no step of its life, or that ends it with its unit.
    async fn covenant_line(&self, id: &str, to: Option<&str>, note: &str) -> Result<(), StoreError> {
        let found = row(&self.tx, "SELECT state FROM covenants WHERE id = $1", values![id]).await?;
        let from: String = found.ok_or(StoreError::Absent)?.get("state")?;
        let to = to.unwrap_or(&from);
        let sql = "UPDATE covenants SET state = $1, version = version + 1 WHERE id = $2";
        execute(&self.tx, sql, values![to, id]).await?;
        let sql = "INSERT INTO covenant_steps (id, covenant_id, from_state, to_state, at, account_name, note)
                   VALUES ($1, $2, $3, $4, $5, $6, $7)";
        let author = self.author();
        let values = values![self.new_id(), id, from.as_str(), to, author.at, author.name.clone(), note];
        execute(&self.tx, sql, values).await.map(|_| ())
    }

    async fn registration_line(
        &self,
        id: &str,
        from: Registered,
        to: Registered,
        note: &str,
    ) -> Result<(), StoreError> {
        let sql =
            "INSERT INTO registration_steps (id, registration_id, from_state, to_state, at, account_name, note)
                   VALUES ($1, $2, $3, $4, $5, $6, $7)";
        let author = self.author();
        let values = values![self.new_id(), id, from.code(), to.code(), author.at, author.name.clone(), note];
        execute(&self.tx, sql, values).await.map(|_| ())
    }

    async fn settle_task(&self, thing: &RunningThing, hand: &Hand<'_>) -> Result<(), StoreError> {
        let id = thing.id.as_str();
        if thing.part == RunningPart::Joins {
            let sql = "DELETE FROM task_units WHERE task_id = $1 AND unit_id = $2";
            execute(&self.tx, sql, values![id, thing.unit_id.as_str()]).await?;
            let line = Line { kind: "handed-on", note: Some(hand.note), ..Line::default() };
            return self.task_line(id, &line).await;
        }
        let found = row(&self.tx, "SELECT state, version FROM tasks WHERE id = $1", values![id]).await?;
        let found = found.ok_or(StoreError::Absent)?;
        let mut state = found.code("state", TaskState::from_code)?;
        let mut version: i64 = found.get("version")?;
        for next in [TaskState::Returned, TaskState::Cancelled] {
            let directly = state.next().contains(&TaskState::Cancelled);
            if state.next().contains(&next) && (next == TaskState::Cancelled || !directly) {
                let step = StepDone { from: state, to: next, note: Some(hand.note), day: hand.today };
                self.step_task(id, version, &step).await?;
                (state, version) = (next, version + 1);
            }
        }
        Ok(())
    }

    /// Takes the value of a unit back; another unit gets it, added to its own where such values add up.
    async fn hand_value_on(
        &self,
        thing: &RunningThing,
        to: Option<&str>,
        hand: &Hand<'_>,
    ) -> Result<(), StoreError> {
        match (self.take_value_back(thing, hand).await?, to) {
            (Some(given), Some(to)) => self.give_value(given, to).await,
            _ => Ok(()),
        }
    }

    /// Takes the value of a unit back and gives each of several units its part of it.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when the parts were made of another value than stands there now.
    pub async fn divide_value(
        &self,
        thing: &RunningThing,
        whole: Option<Amount>,
        parts: &[(&str, Option<Amount>)],
        hand: &Hand<'_>,
    ) -> Result<(), StoreError> {
        let given = self.take_value_back(thing, hand).await?.ok_or(StoreError::ChangedMeanwhile)?;
        if given.value != whole {
            return Err(StoreError::ChangedMeanwhile);
        }
        for (to, value) in parts {
            self.give_value(NewAssignment { value: *value, ..given.clone() }, to).await?;
        }
        Ok(())
    }

    /// What a unit was given, after it was taken back.
    async fn take_value_back(
        &self,
        thing: &RunningThing,
        hand: &Hand<'_>,
    ) -> Result<Option<NewAssignment>, StoreError> {
        let target_id = thing.about.as_str();
        let Some(own) = row(&self.tx, CURRENT_VALUE, values![target_id, thing.unit_id.as_str()]).await? else {
            return Ok(None);
        };
        let given = NewAssignment {
            target_id: target_id.to_owned(),
            unit_id: thing.unit_id.clone(),
            state: own.code("state", AssignmentState::from_code)?,
            requested: own.get("requested")?,
            value: stored(&own, "value")?,
            weight: stored(&own, "weight")?,
            document: own.get("document")?,
            dated: own.get("dated")?,
            reason: Some(hand.note.to_owned()),
        };
        let withdrawn = NewAssignment { state: AssignmentState::Withdrawn, ..given.clone() };
        self.assign(&withdrawn, own.get("version")?).await?;
        Ok(Some(given))
    }

    /// Gives a value to a unit, added to what it has where such values add up.
    async fn give_value(&self, given: NewAssignment, to: &str) -> Result<(), StoreError> {
        let mut new = NewAssignment { unit_id: to.to_owned(), ..given };
        if new.state == AssignmentState::Changed {
            new.state = AssignmentState::Assigned;
        }
        let Some(there) = row(&self.tx, CURRENT_VALUE, values![new.target_id.as_str(), to]).await? else {
            return self.assign(&new, 0).await;
        };
        let seen = there.get("version")?;
        if there.code("state", AssignmentState::from_code)? == AssignmentState::Withdrawn {
            return self.assign(&new, seen).await;
        }
        let adds_up = divides(
            there.optional_code("comparator", Comparator::from_code)?,
            there.get::<Option<String>>("unit")?.as_deref(),
        );
        // a rate or a criterion that it has already stays as it is
        if let (true, Some(first), Some(second)) = (adds_up, stored(&there, "value")?, new.value) {
            new.state = AssignmentState::Changed;
            new.value = first.plus(second);
            new.weight = stored(&there, "weight")?;
            return self.assign(&new, seen).await;
        }
        Ok(())
    }
}

const CURRENT_VALUE: &str =
    "SELECT a.state, a.requested, a.value, a.weight, a.document, a.dated, a.version, t.comparator, t.unit
     FROM assignments a JOIN targets t ON t.id = a.target_id
     WHERE a.target_id = $1 AND a.unit_id = $2 AND a.is_current = TRUE";

fn stored(row: &crate::sql::Row, column: &str) -> Result<Option<Amount>, StoreError> {
    Ok(row.get::<Option<i64>>(column)?.map(Amount::from_ten_thousandths))
}
