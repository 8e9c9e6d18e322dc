//! What shows whether a movement is more than form: registrations, figures, results; of many movements at once.

use crate::sql::{Row, rows};
use crate::within::Within;
use crate::{Moment, Store, StoreError};
use chrono::NaiveDate;
use thidua_domain::movements::State;
use thidua_domain::registrations::Deadline;

/// A launched movement that is not closed, with what is known of it.
#[derive(Clone, Debug)]
pub struct Running {
    /// The movement.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The plan's own, and not one attached to it.
    pub own: bool,
    /// Where it stands.
    pub state: State,
    /// Its plan.
    pub plan_id: String,
    /// The plan's own movement, whose pages show both.
    pub own_id: String,
    /// Number and symbol of the plan.
    pub number_symbol: Option<String>,
    /// The day of the plan.
    pub dated: Option<NaiveDate>,
    /// When the plan was brought in.
    pub created_at: Moment,
    /// The year of the plan, or the last of its own years where somebody wrote them.
    pub last_year: Option<i64>,
    /// Loaded with the demo.
    pub illustrative: bool,
    /// The unit.
    pub unit_id: String,
    /// Its name.
    pub unit_name: String,
    /// Measured targets of the plan.
    pub targets: i64,
    /// Until when units register, once that is opened.
    pub deadline: Option<Deadline>,
    /// How many have handed in.
    pub handed_in: i64,
    /// When a figure was last entered.
    pub last_figure: Option<Moment>,
    /// Figures for the whole year.
    pub year_figures: i64,
    /// Whether results, difficulties or lessons were written.
    pub written: bool,
}

fn running(row: &Row) -> Result<Running, StoreError> {
    let day: Option<NaiveDate> = row.get("deadline")?;
    let deadline = match day {
        Some(day) => Some(Deadline {
            day,
            strictly_before: row.get("strictly_before")?,
            reopened_until: row.get("reopened_until")?,
        }),
        None => None,
    };
    let written = ["result", "difficulties", "lessons"];
    let written = written.iter().try_fold(false, |found, column| -> Result<bool, StoreError> {
        let text: Option<String> = row.get(column)?;
        Ok(found || text.is_some_and(|text| !text.trim().is_empty()))
    })?;
    let facts_year: Option<i64> = row.get("to_year")?;
    let plan_year: Option<i64> = row.get("subject_year")?;
    Ok(Running {
        id: row.get("id")?,
        name: row.get("name")?,
        own: row.get("own")?,
        state: row.code("state", State::from_code)?,
        plan_id: row.get("plan_id")?,
        own_id: row.get("own_id")?,
        number_symbol: row.get("number_symbol")?,
        dated: row.get("dated")?,
        created_at: row.get("created_at")?,
        last_year: facts_year.or(plan_year),
        illustrative: row.get("illustrative")?,
        unit_id: row.get("unit_id")?,
        unit_name: row.get("unit_name")?,
        targets: row.get("targets")?,
        deadline,
        handed_in: row.get("handed_in")?,
        last_figure: row.get("last_figure")?,
        year_figures: row.get("year_figures")?,
        written,
    })
}

impl Store {
    /// The launched movements of some units that are not closed, by unit, newest year first; at most so many.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn running_movements(&self, within: &Within, limit: usize) -> Result<Vec<Running>, StoreError> {
        let (before, condition, values) = within.condition("p.unit_id");
        let sql = format!(
            "{before}SELECT m.id, m.name, m.own, m.state, m.result, m.difficulties, m.lessons, m.plan_id,
               o.id AS own_id, p.number_symbol, p.dated, p.created_at, p.subject_year, p.illustrative, p.unit_id,
               u.name AS unit_name, x.to_year, d.deadline, d.strictly_before, d.reopened_until,
               (SELECT COUNT(*) FROM targets t WHERE t.plan_id = p.id AND t.comparator IS NOT NULL) AS targets,
               (SELECT COUNT(*) FROM registrations g WHERE g.round_id = d.id
                  AND g.state IN ('submitted', 'resubmitted', 'approved')) AS handed_in,
               (SELECT MAX(f.entered_at) FROM figures f JOIN targets t ON t.id = f.target_id
                  WHERE t.plan_id = p.id) AS last_figure,
               (SELECT COUNT(*) FROM figures f JOIN targets t ON t.id = f.target_id
                  WHERE t.plan_id = p.id AND f.is_current = TRUE AND f.period = 'Y'
                  AND f.state IN ('number', 'judged')) AS year_figures
             FROM movements m JOIN plans p ON p.id = m.plan_id JOIN units u ON u.id = p.unit_id
             JOIN movements o ON o.plan_id = p.id AND o.own = TRUE
             LEFT JOIN movement_facts x ON x.movement_id = m.id
             LEFT JOIN registration_rounds d ON d.movement_id = m.id
             WHERE {condition} AND p.issued = TRUE AND m.state NOT IN ('draft', 'closed')
             ORDER BY u.sort_key, u.id, p.subject_year DESC, p.id, m.position LIMIT {limit}"
        );
        rows(&self.db, &sql, values).await?.iter().map(running).collect()
    }
}
