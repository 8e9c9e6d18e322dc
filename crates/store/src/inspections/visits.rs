//! The subjects of an inspection with the visits to them, and the answers of the checklist.

use crate::regulations::one;
use crate::sql::{Row, execute, places, row, rows, values};
use crate::within::Within;
use crate::{Change, Moment, Store, StoreError};
use chrono::NaiveDate;
use sea_orm::Value;
use thidua_domain::inspections::checklist::{Answer, Basis, Item};
use thidua_domain::inspections::{State, SubjectKind};

/// A subject and the visit to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    /// Identifier.
    pub id: String,
    /// The inspection.
    pub inspection_id: String,
    /// Its place among the subjects.
    pub position: i64,
    /// A unit or a block.
    pub kind: SubjectKind,
    /// The unit or the block.
    pub subject_id: String,
    /// Its name when it was taken in.
    pub name: String,
    /// The sample brought it in.
    pub sampled: bool,
    /// Why a person did.
    pub reason: Option<String>,
    /// The day it is planned for.
    pub planned_on: Option<NaiveDate>,
    /// The day it was visited.
    pub visited_on: Option<NaiveDate>,
    /// Who was there.
    pub present: Option<String>,
    /// What the minutes say.
    pub minutes: Option<String>,
    /// Why it was not visited after all.
    pub left_out: Option<String>,
    /// The last day on which the unit may explain.
    pub explain_until: Option<NaiveDate>,
    /// How the unit explains itself.
    pub explanation: Option<String>,
    /// Who explained.
    pub explained_by: Option<String>,
    /// When.
    pub explained_at: Option<Moment>,
    /// Counts up with every change; zero for one that is not there yet.
    pub version: i64,
    /// Who wrote it last.
    pub account_name: String,
    /// When.
    pub written_at: Moment,
}

/// The answer to an item of the checklist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemAnswer {
    /// The visit.
    pub visit_id: String,
    /// The item.
    pub item: Item,
    /// What the data said when it was answered.
    pub proposed: Answer,
    /// The same in words.
    pub proposed_says: String,
    /// The answer of the team.
    pub answer: Answer,
    /// On what it rests.
    pub basis: Basis,
    /// A remark, or the reason.
    pub remark: Option<String>,
    /// The attached file.
    pub file_digest: Option<String>,
    /// Its name as uploaded.
    pub file_name: Option<String>,
    /// Counts up with every change; zero for one that is not there yet.
    pub version: i64,
    /// Who answered.
    pub account_name: String,
    /// When.
    pub written_at: Moment,
}

const COLUMNS: &str = "v.id, v.inspection_id, v.position, v.kind, v.subject_id, v.name, v.sampled, v.reason,
    v.planned_on, v.visited_on, v.present, v.minutes, v.left_out, v.explain_until, v.explanation, v.explained_by,
    v.explained_at, v.version, v.account_name, v.written_at";

impl Store {
    /// The subjects of some inspections with their visits, in their order.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn inspection_visits(&self, inspections: &[String]) -> Result<Vec<Visit>, StoreError> {
        let mut found = Vec::new();
        for some in inspections.chunks(500) {
            let sql = format!(
                "SELECT {COLUMNS} FROM inspection_visits v WHERE v.inspection_id IN ({})
                 ORDER BY v.inspection_id, v.position, v.id",
                places(1, some.len())
            );
            let values = some.iter().map(|id| id.as_str().into()).collect();
            for row in rows(&self.db, &sql, values).await? {
                found.push(visit(&row)?);
            }
        }
        Ok(found)
    }

    /// The visit of an inspection to a unit or a block.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn inspection_visit(&self, inspection_id: &str, subject: &str) -> Result<Option<Visit>, StoreError> {
        let sql =
            format!("SELECT {COLUMNS} FROM inspection_visits v WHERE v.inspection_id = $1 AND v.subject_id = $2");
        row(&self.db, &sql, values![inspection_id, subject]).await?.as_ref().map(visit).transpose()
    }

    /// Every visit that was made by some authorities: the unit or block, and the day. Inspections that were given up are
    /// left out.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn visits_made(&self, within: &Within) -> Result<Vec<(String, NaiveDate)>, StoreError> {
        let (before, condition, mut values) = within.condition("i.unit_id");
        values.push(State::Withdrawn.code().into());
        let sql = format!(
            "{before}SELECT v.subject_id, v.visited_on FROM inspection_visits v
             JOIN inspections i ON i.id = v.inspection_id
             WHERE {condition} AND i.state <> ${} AND v.visited_on IS NOT NULL ORDER BY v.visited_on, v.id",
            values.len()
        );
        let read = |row: &Row| Ok((row.get("subject_id")?, row.get("visited_on")?));
        rows(&self.db, &sql, values).await?.iter().map(read).collect()
    }

    /// The answers at some visits.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn inspection_answers(&self, visits: &[String]) -> Result<Vec<ItemAnswer>, StoreError> {
        let mut found = Vec::new();
        for some in visits.chunks(500) {
            let sql = format!(
                "SELECT visit_id, item, proposed, proposed_says, answer, basis, remark, file_digest, file_name,
                   version, account_name, written_at FROM inspection_answers WHERE visit_id IN ({})
                 ORDER BY visit_id, item",
                places(1, some.len())
            );
            let values = some.iter().map(|id| id.as_str().into()).collect();
            for row in rows(&self.db, &sql, values).await? {
                found.push(answer(&row)?);
            }
        }
        Ok(found)
    }
}

impl Change {
    /// Writes a visit, or changes it over the version that the person saw.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody changed it since; [`StoreError::AlreadyThere`] when the subject is
    /// among those of the inspection.
    pub async fn write_visit(&self, it: &Visit) -> Result<(), StoreError> {
        let author = self.author();
        let mut values = values![
            it.sampled,
            it.reason.clone(),
            it.planned_on,
            it.visited_on,
            it.present.clone(),
            it.minutes.clone(),
            it.left_out.clone(),
            it.explain_until,
            it.explanation.clone(),
            it.explained_by.clone(),
            it.explained_at,
            author.name.clone(),
            author.at,
            it.id.clone(),
        ];
        if it.version > 0 {
            values.push(it.version.into());
            let sql = "UPDATE inspection_visits SET sampled = $1, reason = $2, planned_on = $3, visited_on = $4,
                         present = $5, minutes = $6, left_out = $7, explain_until = $8, explanation = $9,
                         explained_by = $10, explained_at = $11, account_name = $12, written_at = $13,
                         version = version + 1 WHERE id = $14 AND version = $15";
            return one(execute(&self.tx, sql, values).await?);
        }
        let of = |kind: SubjectKind| (it.kind == kind).then(|| it.subject_id.clone());
        values.extend(values![
            it.inspection_id.clone(),
            it.position,
            it.kind.code(),
            of(SubjectKind::Unit),
            of(SubjectKind::Block),
            it.subject_id.clone(),
            it.name.clone(),
        ]);
        let sql = format!(
            "INSERT INTO inspection_visits (sampled, reason, planned_on, visited_on, present, minutes, left_out,
               explain_until, explanation, explained_by, explained_at, account_name, written_at, id, inspection_id,
               position, kind, unit_id, block_id, subject_id, name, version) VALUES ({}, 1)",
            places(1, 21)
        );
        execute(&self.tx, &sql, values).await.map(|_| ())
    }

    /// Writes an answer, or changes it over the version that the person saw.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody answered since.
    pub async fn write_answer(&self, it: &ItemAnswer) -> Result<(), StoreError> {
        let author = self.author();
        let mut values = values![
            it.proposed.code(),
            it.proposed_says.clone(),
            it.answer.code(),
            it.basis.code(),
            it.remark.clone(),
            it.file_digest.clone(),
            it.file_name.clone(),
            author.name.clone(),
            author.at,
            it.visit_id.clone(),
            it.item.code(),
        ];
        let sql = if it.version == 0 {
            "INSERT INTO inspection_answers (proposed, proposed_says, answer, basis, remark, file_digest, file_name,
               account_name, written_at, visit_id, item, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10,
               $11, 1)"
        } else {
            values.push(it.version.into());
            "UPDATE inspection_answers SET proposed = $1, proposed_says = $2, answer = $3, basis = $4, remark = $5,
               file_digest = $6, file_name = $7, account_name = $8, written_at = $9, version = version + 1
             WHERE visit_id = $10 AND item = $11 AND version = $12"
        };
        match execute(&self.tx, sql, values).await {
            Ok(0) | Err(StoreError::AlreadyThere) => Err(StoreError::ChangedMeanwhile),
            other => other.map(|_| ()),
        }
    }
}

impl Visit {
    /// Whether it was visited.
    pub fn is_made(&self) -> bool {
        self.visited_on.is_some()
    }

    /// Whether it was neither visited nor left out.
    pub fn is_due(&self) -> bool {
        self.visited_on.is_none() && self.left_out.is_none()
    }

    /// The unit that was visited, where it is one.
    pub fn unit_id(&self) -> Option<&str> {
        (self.kind == SubjectKind::Unit).then_some(self.subject_id.as_str())
    }
}

/// The values of a subject, for the store's own questions.
pub(super) fn subject_values(subjects: &[String]) -> Vec<Value> {
    subjects.iter().map(|id| Value::from(id.as_str())).collect()
}

fn visit(row: &Row) -> Result<Visit, StoreError> {
    Ok(Visit {
        id: row.get("id")?,
        inspection_id: row.get("inspection_id")?,
        position: row.get("position")?,
        kind: row.code("kind", SubjectKind::from_code)?,
        subject_id: row.get("subject_id")?,
        name: row.get("name")?,
        sampled: row.get("sampled")?,
        reason: row.get("reason")?,
        planned_on: row.get("planned_on")?,
        visited_on: row.get("visited_on")?,
        present: row.get("present")?,
        minutes: row.get("minutes")?,
        left_out: row.get("left_out")?,
        explain_until: row.get("explain_until")?,
        explanation: row.get("explanation")?,
        explained_by: row.get("explained_by")?,
        explained_at: row.get("explained_at")?,
        version: row.get("version")?,
        account_name: row.get("account_name")?,
        written_at: row.get("written_at")?,
    })
}

fn answer(row: &Row) -> Result<ItemAnswer, StoreError> {
    Ok(ItemAnswer {
        visit_id: row.get("visit_id")?,
        item: row.code("item", Item::from_code)?,
        proposed: row.code("proposed", Answer::from_code)?,
        proposed_says: row.get("proposed_says")?,
        answer: row.code("answer", Answer::from_code)?,
        basis: row.code("basis", Basis::from_code)?,
        remark: row.get("remark")?,
        file_digest: row.get("file_digest")?,
        file_name: row.get("file_name")?,
        version: row.get("version")?,
        account_name: row.get("account_name")?,
        written_at: row.get("written_at")?,
    })
}
