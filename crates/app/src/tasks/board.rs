//! The tasks of a movement on one page: who has what, who is late, who says nothing.

use super::labels::{self, TaskRow};
use super::{actions, message, words};
use crate::App;
use crate::face::frame::go;
use crate::face::outside::absolute;
use crate::face::tabs::Tab;
use crate::face::{Answer, Caller, Frame, Place, Visitor, page};
use crate::movements::actions::movement_for;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use serde::Deserialize;
use std::collections::HashMap;
use thidua_domain::access::Act;
use thidua_domain::tasks::follow::Standing;
use thidua_domain::tasks::{State as TaskState, Weight};
use thidua_store::tasks::Task;

/// Rows on a page.
pub(super) const A_PAGE: usize = 100;

/// What is asked for.
#[derive(Deserialize, Default)]
pub(crate) struct Asked {
    pub(crate) show: Option<String>,
    pub(crate) unit: Option<String>,
    pub(crate) page: Option<usize>,
    pub(crate) given: Option<usize>,
}

/// A count that is also a filter.
pub(super) struct Count {
    pub(super) code: &'static str,
    pub(super) label: &'static str,
    pub(super) class: &'static str,
    pub(super) n: usize,
    pub(super) here: bool,
}

/// A unit with how its tasks stand.
struct UnitRow {
    id: Option<String>,
    name: String,
    all: usize,
    /// Whether anything has been given to it.
    given: bool,
    done: usize,
    late: usize,
    soon: usize,
    silent: usize,
    class: &'static str,
}

#[derive(Template)]
#[template(path = "tasks/board.html")]
struct BoardPage {
    f: Frame,
    w: &'static words::Words,
    id: String,
    plan_number: String,
    counts: Vec<Count>,
    all: usize,
    focus: usize,
    breakthrough: usize,
    show: String,
    unit: String,
    unit_name: Option<String>,
    units: Vec<UnitRow>,
    rows: Vec<TaskRow>,
    page: usize,
    pages: usize,
    may_manage: bool,
    waiting: usize,
    ready: usize,
    given: Option<usize>,
    message: Option<String>,
}

/// The counts over a board.
pub(super) fn counts(tasks: &[Task], now: &labels::Now, shown: &str, w: &'static words::Words) -> Vec<Count> {
    let mut found: HashMap<&'static str, usize> = HashMap::new();
    for task in tasks {
        *found.entry(labels::standing_of(task, now).code()).or_default() += 1;
    }
    [
        (Standing::Late(0), w.count_late),
        (Standing::Soon(0), w.count_soon),
        (Standing::Silent(0), w.count_silent),
        (Standing::Unanswered, w.standing_unanswered),
        (Standing::ToConfirm, w.standing_to_confirm),
        (Standing::Incomplete, w.count_incomplete),
        (Standing::Ready, w.standing_ready),
        (Standing::OnTrack, w.standing_on_track),
        (Standing::Done, w.count_done),
    ]
    .into_iter()
    .map(|(standing, label)| Count {
        code: standing.code(),
        label,
        class: labels::class(standing),
        n: found.get(standing.code()).copied().unwrap_or_default(),
        here: shown == standing.code(),
    })
    .filter(|count| count.n > 0 || count.here)
    .collect()
}

fn units(tasks: &[Task], now: &labels::Now, w: &'static words::Words) -> Vec<UnitRow> {
    let mut rows: Vec<UnitRow> = Vec::new();
    for task in tasks.iter().filter(|task| !matches!(task.state, TaskState::Cancelled)) {
        let id = task.text.lead_unit_id.clone();
        let at = rows.iter().position(|row| row.id == id).unwrap_or_else(|| {
            let name = task.lead_name.clone().unwrap_or_else(|| w.no_lead.to_owned());
            rows.push(UnitRow { id, name, all: 0, given: false, done: 0, late: 0, soon: 0, silent: 0, class: "" });
            rows.len() - 1
        });
        let row = &mut rows[at];
        row.all += 1;
        row.given |= task.state != TaskState::Draft;
        match labels::standing_of(task, now) {
            Standing::Done => row.done += 1,
            Standing::Late(_) => row.late += 1,
            Standing::Soon(_) => row.soon += 1,
            Standing::Silent(_) => row.silent += 1,
            _ => {}
        }
    }
    for row in &mut rows {
        row.class = match row {
            UnitRow { late: 1.., .. } => "missed",
            UnitRow { soon: 1.., .. } => "at-risk",
            UnitRow { silent: 1.., .. } => "needs-person",
            UnitRow { all, done, .. } if all == done => "met",
            _ => "on-track",
        };
    }
    thidua_domain::basics::text::sort_by_text(&mut rows, |row| &row.name);
    // the late ones are looked for first
    rows.sort_by_key(|row| std::cmp::Reverse(row.late));
    rows
}

/// `GET /movements/{id}/tasks`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Answer {
    let view = movement_for(&app, &visitor, &id, Act::Look).await?;
    let w = words::words(caller.preferences.language);
    let f = Frame::new(&caller, Place::Movements).in_movement(&caller, &id, Tab::Tasks);
    let tasks = app.store.tasks_of_movement(&id).await?;
    let now = &labels::Now::of(&app, &tasks).await?;
    let may_manage = app.may(&visitor, Act::ManageTasks, &view.plan.unit_id).await?;
    let shown = asked.show.clone().unwrap_or_default();
    let unit = asked.unit.clone().unwrap_or_default();
    let wanted: Vec<&Task> = tasks
        .iter()
        .filter(|task| unit.is_empty() || task.text.lead_unit_id.as_deref() == Some(&unit))
        .filter(|task| shown.is_empty() || labels::standing_of(task, now).code() == shown)
        .collect();
    let pages = wanted.len().div_ceil(A_PAGE).max(1);
    let page_number = asked.page.unwrap_or(1).clamp(1, pages);
    let rows =
        wanted.iter().skip((page_number - 1) * A_PAGE).take(A_PAGE).map(|task| labels::row(task, now, true, w));
    let giver = app.store.unit(&view.plan.unit_id).await?.map(|unit| unit.name).unwrap_or_default();
    let link = absolute(&app, &headers, "/tasks");
    let waiting = if may_manage { super::proposals::waiting(&app, &view).await? } else { 0 };
    let template = BoardPage {
        plan_number: view.plan.number_symbol.clone().unwrap_or_default(),
        counts: counts(&tasks, now, &shown, w),
        all: tasks.len(),
        focus: tasks.iter().filter(|task| task.text.weight == Some(Weight::Focus)).count(),
        breakthrough: tasks.iter().filter(|task| task.text.weight == Some(Weight::Breakthrough)).count(),
        unit_name: tasks
            .iter()
            .find(|task| !unit.is_empty() && task.text.lead_unit_id.as_deref() == Some(&unit))
            .and_then(|task| task.lead_name.clone()),
        units: units(&tasks, now, w),
        rows: rows.collect(),
        page: page_number,
        pages,
        ready: tasks
            .iter()
            .filter(|task| task.state == TaskState::Draft && task.said().missing().is_empty())
            .count(),
        message: if may_manage { message::round(&tasks, now, &giver, &link) } else { None },
        given: asked.given,
        show: shown,
        unit,
        may_manage,
        waiting,
        f: f.with_sample(false),
        w,
        id,
    };
    page(&template)
}

/// `POST /movements/{id}/tasks/give`: every draft in which the five are clear.
pub(crate) async fn give_all(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    let view = movement_for(&app, &visitor, &id, Act::ManageTasks).await?;
    let given = actions::give_all(&app, visitor.author((app.clock)()), &view.plan.unit_id, &id).await?;
    go(format!("/movements/{id}/tasks?given={given}"))
}
