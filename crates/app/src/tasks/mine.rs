//! The tasks of one's own unit, and those that one's own unit gives and has to look after.

use super::board::{A_PAGE, Asked, Count, counts};
use super::labels::{self, TaskRow};
use super::words;
use crate::App;
use crate::face::{Answer, Caller, Frame, Place, Visitor, page};
use askama::Template;
use axum::extract::{Query, State};
use thidua_domain::access::Act;
use thidua_store::tasks::Task;

#[derive(Template)]
#[template(path = "tasks/mine.html")]
struct MinePage {
    f: Frame,
    w: &'static words::Words,
    counts: Vec<Count>,
    show: String,
    side: &'static str,
    both: bool,
    own_open: usize,
    given_open: usize,
    rows: Vec<TaskRow>,
    total: usize,
    page: usize,
    pages: usize,
    may_manage: bool,
}

/// `GET /tasks`.
pub(crate) async fn index(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Answer {
    let w = words::words(caller.preferences.language);
    let f = Frame::new(&caller, Place::Tasks);
    let scope = visitor.scope();
    let may_manage = visitor.actor.may(Act::ManageTasks);
    let own = app.store.tasks_to_do(scope.as_deref()).await?;
    let theirs = if may_manage { app.store.tasks_given_by(scope.as_deref()).await? } else { Vec::new() };
    let open = |tasks: &[Task]| tasks.iter().filter(|task| !task.state.is_final()).count();
    let (own_open, given_open) = (open(&own), open(&theirs));
    // an office that gives tasks and has none to do itself begins with those it gives
    let given = may_manage
        && match asked.unit.as_deref().unwrap_or_default() {
            "given" => true,
            "" => own_open == 0 && given_open > 0,
            _ => false,
        };
    let tasks = if given { theirs } else { own };
    let now = &labels::Now::of(&app, &tasks).await?;
    let shown = asked.show.clone().unwrap_or_default();
    // what is finished is shown only when it is asked for
    let wanted: Vec<&Task> = tasks
        .iter()
        .filter(|task| if shown.is_empty() { !task.state.is_final() } else { true })
        .filter(|task| shown.is_empty() || labels::standing_of(task, now).code() == shown)
        .collect();
    let pages = wanted.len().div_ceil(A_PAGE).max(1);
    let page_number = asked.page.unwrap_or(1).clamp(1, pages);
    let mut rows = Vec::new();
    for task in wanted.iter().skip((page_number - 1) * A_PAGE).take(A_PAGE) {
        let open = visitor.actor.may_in(Act::Look, &task.unit_id);
        rows.push(labels::row(task, now, open, w));
    }
    page(&MinePage {
        counts: counts(&tasks, now, &shown, w),
        side: if given { "given" } else { "own" },
        both: may_manage,
        own_open,
        given_open,
        total: wanted.len(),
        page: page_number,
        show: shown,
        rows,
        pages,
        may_manage,
        f,
        w,
    })
}
