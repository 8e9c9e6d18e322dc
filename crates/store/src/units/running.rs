//! What runs under a unit beside its plans: covenants, registrations, tasks, bottlenecks, problems, assigned values,
//! inspections and powers, so that none is forgotten when the unit ends.

use crate::sql::{Row, rows, values};
use crate::{Store, StoreError};
use chrono::NaiveDate;
use thidua_domain::units::handing_on::{RunningKind, RunningPart};

/// Something that runs under a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunningThing {
    /// What it is.
    pub kind: RunningKind,
    /// Its identifier.
    pub id: String,
    /// The unit.
    pub unit_id: String,
    /// Its name: title, work, target, account.
    pub title: String,
    /// Which part the unit has in it.
    pub part: RunningPart,
    /// Code of the state; of a power, its role.
    pub state: String,
    /// What it belongs to: the round of a registration, the target of an assigned value, the account of a power.
    pub about: String,
}

/// The part of a unit, by the columns of those who own and who lead.
fn part(row: &Row, unit_id: &str, owner: &str, leader: Option<&str>) -> Result<RunningPart, StoreError> {
    let is = |column: &str| -> Result<bool, StoreError> {
        Ok(row.get::<Option<String>>(column)?.is_some_and(|found| found == unit_id))
    };
    if is(owner)? {
        return Ok(RunningPart::Owns);
    }
    match leader {
        Some(leader) if is(leader)? => Ok(RunningPart::Leads),
        _ => Ok(RunningPart::Joins),
    }
}

impl Store {
    /// What runs under a unit on a day, kind by kind; what is settled, closed, withdrawn or over is left out.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn running_under(&self, unit_id: &str, day: NaiveDate) -> Result<Vec<RunningThing>, StoreError> {
        let mut found = Vec::new();
        for kind in RunningKind::ALL {
            let mut values = values![unit_id];
            let sql = match kind {
                RunningKind::Covenant => {
                    values.extend(values![format!("% {unit_id} %")]);
                    "SELECT c.id, c.title, c.state, c.unit_id AS owner, c.movement_id AS about FROM covenants c
                     WHERE c.state NOT IN ('settled', 'archived') AND (c.unit_id = $1 OR EXISTS
                       (SELECT 1 FROM covenant_parties p WHERE p.covenant_id = c.id
                          AND (p.unit_id = $1 OR ' ' || p.members || ' ' LIKE $2)))
                     ORDER BY c.drawn_at, c.id"
                }
                RunningKind::Registration => {
                    "SELECT r.id, m.name AS title, r.state, r.unit_id AS owner, r.round_id AS about
                     FROM registrations r JOIN registration_rounds d ON d.id = r.round_id
                       JOIN movements m ON m.id = d.movement_id
                     WHERE r.unit_id = $1 AND r.state <> 'withdrawn' AND m.state <> 'closed'
                     ORDER BY r.begun_at, r.id"
                }
                RunningKind::Task => {
                    "SELECT t.id, t.work AS title, t.state, t.unit_id AS owner, t.lead_unit_id AS leader,
                       t.unit_id AS about
                     FROM tasks t WHERE t.state NOT IN ('confirmed', 'cancelled')
                       AND (t.unit_id = $1 OR t.lead_unit_id = $1
                         OR EXISTS (SELECT 1 FROM task_units w WHERE w.task_id = t.id AND w.unit_id = $1))
                     ORDER BY t.id"
                }
                RunningKind::Bottleneck => {
                    "SELECT b.id, b.name AS title, b.state, b.unit_id AS owner, b.owner_unit_id AS leader,
                       b.unit_id AS about
                     FROM bottlenecks b WHERE b.state IN ('draft', 'open')
                       AND (b.unit_id = $1 OR b.owner_unit_id = $1) ORDER BY b.arisen, b.id"
                }
                RunningKind::Problem => {
                    "SELECT p.id, p.name AS title, p.state, p.unit_id AS owner, p.unit_id AS about FROM problems p
                     WHERE p.state <> 'closed' AND (p.unit_id = $1 OR p.raised_by = $1) ORDER BY p.created_at, p.id"
                }
                RunningKind::Assignment => {
                    "SELECT a.id, t.name AS title, a.state, a.unit_id AS owner, a.target_id AS about
                     FROM assignments a JOIN targets t ON t.id = a.target_id
                     WHERE a.unit_id = $1 AND a.is_current = TRUE AND a.state <> 'withdrawn'
                       AND NOT EXISTS (SELECT 1 FROM movements m
                         WHERE m.plan_id = t.plan_id AND m.own = TRUE AND m.state = 'closed')
                     ORDER BY t.plan_id, t.position, a.id"
                }
                RunningKind::Inspection => {
                    "SELECT i.id, i.name AS title, i.state, i.unit_id AS owner, i.movement_id AS about
                     FROM inspections i WHERE i.state IN ('draft', 'issued', 'concluded')
                       AND (i.unit_id = $1 OR EXISTS (SELECT 1 FROM inspection_visits v
                         WHERE v.inspection_id = i.id AND v.subject_id = $1
                           AND ((i.state <> 'concluded' AND v.visited_on IS NULL AND v.left_out IS NULL)
                             OR EXISTS (SELECT 1 FROM inspection_findings f
                               WHERE f.visit_id = v.id AND f.state IN ('open', 'mended')))))
                     ORDER BY i.written_at, i.id"
                }
                RunningKind::Grant => {
                    values.extend(values![day]);
                    "SELECT g.id, a.name AS title, g.role AS state, g.unit_id AS owner, g.account_id AS about
                     FROM grants g JOIN accounts a ON a.id = g.account_id
                     WHERE g.unit_id = $1 AND (g.to_day IS NULL OR g.to_day >= $2) ORDER BY a.name, g.id"
                }
            };
            let leader = matches!(kind, RunningKind::Task | RunningKind::Bottleneck).then_some("leader");
            for row in rows(&self.db, sql, values).await? {
                found.push(RunningThing {
                    kind,
                    id: row.get("id")?,
                    unit_id: unit_id.to_owned(),
                    title: row.get("title")?,
                    part: part(&row, unit_id, "owner", leader)?,
                    state: row.get("state")?,
                    about: row.get("about")?,
                });
            }
        }
        Ok(found)
    }
}
