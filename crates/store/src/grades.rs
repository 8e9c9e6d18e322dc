//! Year's grades of units and people: every version stays, the newest is current, each with what it rested on.

use crate::regulations::one;
use crate::sql::{Row, execute, insert, places, row, rows, values};
use crate::{Change, Moment, Store, StoreError};
use chrono::NaiveDate;
use sea_orm::Value;
use std::collections::HashMap;
use thidua_domain::grades::{Basis, BasisKind, Grade, Stage};

/// Who is graded.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Graded {
    /// A unit or organisation.
    Unit(String),
    /// Somebody of the register.
    Person(String),
}

impl Graded {
    /// The identifier.
    pub fn id(&self) -> &str {
        match self {
            Graded::Unit(id) | Graded::Person(id) => id,
        }
    }

    /// The column of the table.
    fn column(&self) -> &'static str {
        match self {
            Graded::Unit(_) => "unit_id",
            Graded::Person(_) => "person_id",
        }
    }
}

/// A grade as a person writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Who is graded.
    pub whom: Graded,
    /// The year.
    pub year: i64,
    /// The unit itself, or that of the person's post.
    pub of_unit_id: String,
    /// Whose word it is.
    pub stage: Stage,
    /// The grade.
    pub grade: Grade,
    /// Number and symbol of the decision.
    pub number: Option<String>,
    /// Its day.
    pub dated: Option<NaiveDate>,
    /// Whose decision it is.
    pub authority: Option<String>,
    /// Why it takes the place of another decision.
    pub reason: Option<String>,
    /// A remark.
    pub note: Option<String>,
}

/// A version of a grade as it stands in the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Identifier of the version.
    pub id: String,
    /// What was written.
    pub written: Written,
    /// Counts up from 1.
    pub version: i64,
    /// The account that wrote it.
    pub account_id: Option<String>,
    /// Its name.
    pub account_name: String,
    /// When.
    pub written_at: Moment,
}

const COLUMNS: &str =
    "id, year, unit_id, person_id, of_unit_id, stage, grade, number_symbol, dated, authority, reason,
    note, version, account_id, account_name, written_at";

impl Change {
    /// Writes a grade over the version that the person saw (zero: none), with what it rests on.
    ///
    /// # Errors
    /// [`StoreError::ChangedMeanwhile`] when somebody else wrote one since.
    pub async fn write_grade(&self, it: &Written, bases: &[Basis], seen: i64) -> Result<String, StoreError> {
        let column = it.whom.column();
        if seen > 0 {
            let sql = format!(
                "UPDATE grades SET is_current = FALSE
                 WHERE {column} = $1 AND year = $2 AND version = $3 AND is_current = TRUE"
            );
            one(execute(&self.tx, &sql, values![it.whom.id(), it.year, seen]).await?)?;
        }
        let id = self.new_id();
        let (unit, person) = match &it.whom {
            Graded::Unit(id) => (Some(id.clone()), None),
            Graded::Person(id) => (None, Some(id.clone())),
        };
        let author = self.author();
        let sql = format!("INSERT INTO grades ({COLUMNS}, is_current) VALUES ({}, TRUE)", places(1, 16));
        let values = values![
            id.clone(),
            it.year,
            unit,
            person,
            it.of_unit_id.clone(),
            it.stage.code(),
            it.grade.code(),
            it.number.clone(),
            it.dated,
            it.authority.clone(),
            it.reason.clone(),
            it.note.clone(),
            seen + 1,
            author.account_id.clone(),
            author.name.clone(),
            author.at,
        ];
        match execute(&self.tx, &sql, values).await {
            // the key of the version: somebody wrote the first one at the same time
            Err(StoreError::AlreadyThere) => return Err(StoreError::ChangedMeanwhile),
            other => other.map(|_| ())?,
        }
        let of = |(position, basis): (i64, &Basis)| {
            values![
                id.clone(),
                position,
                basis.kind.code(),
                basis.name.clone(),
                basis.done,
                basis.all,
                basis.short,
                basis.address.clone(),
            ]
        };
        let columns = ["grade_id", "position", "kind", "name", "done", "of_all", "short", "address"];
        insert(&self.tx, "grade_bases", &columns, (0_i64..).zip(bases).map(of).collect()).await?;
        Ok(id)
    }
}

impl Store {
    async fn grades_where(&self, condition: &str, values: Vec<Value>) -> Result<Vec<Kept>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM grades WHERE {condition}");
        rows(&self.db, &sql, values).await?.iter().map(kept).collect()
    }

    /// The grade of somebody in a year.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn grade(&self, whom: &Graded, year: i64) -> Result<Option<Kept>, StoreError> {
        let condition = format!("{} = $1 AND year = $2 AND is_current = TRUE", whom.column());
        Ok(self.grades_where(&condition, values![whom.id(), year]).await?.pop())
    }

    /// Every version of a year, the newest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn grade_versions(&self, whom: &Graded, year: i64) -> Result<Vec<Kept>, StoreError> {
        let condition = format!("{} = $1 AND year = $2 ORDER BY version DESC", whom.column());
        self.grades_where(&condition, values![whom.id(), year]).await
    }

    /// The grades of somebody over the years, the newest year first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn grades_over_years(&self, whom: &[Graded]) -> Result<Vec<Kept>, StoreError> {
        let Some(first) = whom.first() else { return Ok(Vec::new()) };
        let condition = format!(
            "{} IN ({}) AND is_current = TRUE ORDER BY year DESC, written_at DESC, id DESC",
            first.column(),
            places(1, whom.len())
        );
        self.grades_where(&condition, whom.iter().map(|one| one.id().into()).collect()).await
    }

    /// The grades of a year, by whom: of some units, and of the people of some units.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn grades_of(&self, whom: &[Graded], year: i64) -> Result<HashMap<Graded, Kept>, StoreError> {
        let mut found = HashMap::new();
        for column in ["unit_id", "person_id"] {
            let ids: Vec<&str> = whom.iter().filter(|one| one.column() == column).map(Graded::id).collect();
            for some in ids.chunks(500) {
                let condition =
                    format!("year = $1 AND is_current = TRUE AND {column} IN ({})", places(2, some.len()));
                let mut values = values![year];
                values.extend(some.iter().map(|id| Value::from(*id)));
                for one in self.grades_where(&condition, values).await? {
                    found.insert(one.written.whom.clone(), one);
                }
            }
        }
        Ok(found)
    }

    /// What a version rests on.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn grade_bases(&self, grade_id: &str) -> Result<Vec<Basis>, StoreError> {
        let sql = "SELECT kind, name, done, of_all, short, address FROM grade_bases WHERE grade_id = $1
                   ORDER BY position";
        let of = |row: &Row| {
            Ok(Basis {
                kind: row.code("kind", BasisKind::from_code)?,
                name: row.get("name")?,
                done: row.get("done")?,
                all: row.get("of_all")?,
                short: row.get("short")?,
                address: row.get("address")?,
            })
        };
        rows(&self.db, sql, values![grade_id]).await?.iter().map(of).collect()
    }

    /// The years in which anybody of these units was graded, the newest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn newest_graded_year(&self, unit_id: &str) -> Result<Option<i64>, StoreError> {
        let sql = "SELECT MAX(year) AS year FROM grades WHERE of_unit_id = $1";
        let Some(found) = row(&self.db, sql, values![unit_id]).await? else { return Ok(None) };
        found.get("year")
    }

    /// Waves of the year that the unit directly above leads, with the day on which this unit reported.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn waves_asked_of(&self, unit_id: &str, year: i64) -> Result<Vec<AskedReport>, StoreError> {
        let sql =
            "SELECT w.id, w.name, w.summary_deadline, w.strictly_before, w.to_day, p.unit_id AS led_by, r.sent_on
                   FROM movement_waves w JOIN movements m ON m.id = w.movement_id JOIN plans p ON p.id = m.plan_id
                   JOIN units u ON u.parent_id = p.unit_id
                   LEFT JOIN wave_reports r ON r.wave_id = w.id AND r.unit_id = u.id
                   WHERE u.id = $1 AND p.subject_year = $2 AND p.issued = TRUE AND w.withdrawn IS NULL
                   ORDER BY w.summary_deadline, w.id";
        let of = |row: &Row| {
            Ok(AskedReport {
                wave_id: row.get("id")?,
                name: row.get("name")?,
                deadline: row.get("summary_deadline")?,
                strictly_before: row.get("strictly_before")?,
                to: row.get("to_day")?,
                led_by: row.get("led_by")?,
                sent_on: row.get("sent_on")?,
            })
        };
        rows(&self.db, sql, values![unit_id, year]).await?.iter().map(of).collect()
    }

    /// The registrations of a unit in a year: identifier, movement, plan above.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn registrations_of_year(
        &self,
        unit_id: &str,
        year: i64,
    ) -> Result<Vec<(String, String, String)>, StoreError> {
        let sql = "SELECT r.id, d.id AS round_id, p.id AS plan_id FROM registrations r
                   JOIN registration_rounds d ON d.id = r.round_id JOIN movements m ON m.id = d.movement_id
                   JOIN plans p ON p.id = m.plan_id
                   WHERE r.unit_id = $1 AND p.subject_year = $2 ORDER BY r.begun_at, r.id";
        let of = |row: &Row| Ok((row.get("id")?, row.get("round_id")?, row.get("plan_id")?));
        rows(&self.db, sql, values![unit_id, year]).await?.iter().map(of).collect()
    }

    /// Titles that units registered for people in a year: registration and name of the title.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn titles_registered_for(
        &self,
        people: &[Graded],
        year: i64,
    ) -> Result<Vec<(String, String)>, StoreError> {
        if people.is_empty() {
            return Ok(Vec::new());
        }
        let sql = format!(
            "SELECT i.registration_id, i.name FROM registration_items i
             JOIN registrations r ON r.id = i.registration_id JOIN registration_rounds d ON d.id = r.round_id
             JOIN movements m ON m.id = d.movement_id JOIN plans p ON p.id = m.plan_id
             WHERE i.kind = 'title' AND p.subject_year = $1 AND i.person_id IN ({}) ORDER BY i.id",
            places(2, people.len())
        );
        let mut values = values![year];
        values.extend(people.iter().map(|one| Value::from(one.id())));
        let of = |row: &Row| Ok((row.get("registration_id")?, row.get("name")?));
        rows(&self.db, &sql, values).await?.iter().map(of).collect()
    }

    /// Tasks with a deadline in a year that a unit leads, or that a person answers for.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn tasks_of_year(&self, whom: &[Graded], year: i64) -> Result<Vec<TaskDone>, StoreError> {
        let Some(first) = whom.first() else { return Ok(Vec::new()) };
        let column = match first {
            Graded::Unit(_) => "t.lead_unit_id",
            Graded::Person(_) => "t.person_id",
        };
        let from = i32::try_from(year).ok().and_then(|year| NaiveDate::from_ymd_opt(year, 1, 1));
        let to = i32::try_from(year).ok().and_then(|year| NaiveDate::from_ymd_opt(year, 12, 31));
        let sql = format!(
            "SELECT t.id, t.state, t.due_day, t.strictly_before, t.next_due,
               (SELECT MIN(a.at) FROM task_acts a WHERE a.task_id = t.id AND a.to_state = 'done-reported') AS done_at
             FROM tasks t WHERE t.state NOT IN ('draft', 'cancelled')
               AND COALESCE(t.next_due, t.due_day) BETWEEN $1 AND $2 AND {column} IN ({}) ORDER BY t.id",
            places(3, whom.len())
        );
        let mut values = values![from, to];
        values.extend(whom.iter().map(|one| Value::from(one.id())));
        let of = |row: &Row| {
            Ok(TaskDone {
                id: row.get("id")?,
                state: row.code("state", thidua_domain::tasks::State::from_code)?,
                due: row.get::<Option<NaiveDate>>("next_due")?.or(row.get("due_day")?),
                strictly_before: row.get("strictly_before")?,
                done_at: row.get("done_at")?,
            })
        };
        rows(&self.db, &sql, values).await?.iter().map(of).collect()
    }
}

/// A wave of which a unit was to report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedReport {
    /// The wave.
    pub wave_id: String,
    /// Its name.
    pub name: String,
    /// The printed day of the summing-up.
    pub deadline: Option<NaiveDate>,
    /// Strictly before it.
    pub strictly_before: bool,
    /// The last day of the wave.
    pub to: Option<NaiveDate>,
    /// Who leads it.
    pub led_by: String,
    /// When the unit reported.
    pub sent_on: Option<NaiveDate>,
}

/// A task and when it was reported done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskDone {
    /// Identifier.
    pub id: String,
    /// Where it stands.
    pub state: thidua_domain::tasks::State,
    /// Its day.
    pub due: Option<NaiveDate>,
    /// Strictly before it.
    pub strictly_before: bool,
    /// When it was first reported done.
    pub done_at: Option<Moment>,
}

fn kept(row: &Row) -> Result<Kept, StoreError> {
    let unit: Option<String> = row.get("unit_id")?;
    let person: Option<String> = row.get("person_id")?;
    let whom = match (unit, person) {
        (Some(id), _) => Graded::Unit(id),
        (None, Some(id)) => Graded::Person(id),
        (None, None) => return Err(StoreError::Unreadable("a grade of nobody".into())),
    };
    Ok(Kept {
        id: row.get("id")?,
        written: Written {
            whom,
            year: row.get("year")?,
            of_unit_id: row.get("of_unit_id")?,
            stage: row.code("stage", Stage::from_code)?,
            grade: row.code("grade", Grade::from_code)?,
            number: row.get("number_symbol")?,
            dated: row.get("dated")?,
            authority: row.get("authority")?,
            reason: row.get("reason")?,
            note: row.get("note")?,
        },
        version: row.get("version")?,
        account_id: row.get("account_id")?,
        account_name: row.get("account_name")?,
        written_at: row.get("written_at")?,
    })
}
