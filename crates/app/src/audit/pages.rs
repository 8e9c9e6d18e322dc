//! The newest entries of the log.

use super::words::{self, Words};
use crate::App;
use crate::face::{Answer, Caller, Frame, Place, Visitor, page, show};
use askama::Template;
use axum::extract::State;

/// Entries on the page.
const NEWEST: i64 = 300;

struct Row {
    at: String,
    who: String,
    act: &'static str,
    detail: String,
}

#[derive(Template)]
#[template(path = "audit/list.html")]
struct ListPage {
    f: Frame,
    w: &'static Words,
    rows: Vec<Row>,
}

/// No code is ever shown raw.
pub(crate) fn label(act: &str, w: &'static Words) -> &'static str {
    match act {
        "unit.added" => w.a_unit,
        "unit.corrected" => w.a_unit_corrected,
        "account.added" => w.a_account,
        "account.code-given" => w.a_code,
        "account.locked" => w.a_locked,
        "account.unlocked" => w.a_unlocked,
        "password.set" => w.a_password,
        "session.opened" => w.a_in,
        "session.ended" => w.a_out,
        "plan.imported" => w.a_imported,
        "plan.corrected" => w.a_corrected,
        "plan.correction-undone" => w.a_undone,
        "plan.launched" => w.a_launched,
        "plan.discarded" => w.a_discarded,
        "movement.stepped" => w.a_stepped,
        "movement.reviewed" => w.a_reviewed,
        "figure.entered" => w.a_figure,
        "report.read" => w.a_report_read,
        "figures.accepted" => w.a_accepted,
        "figures.loaded" => w.a_figures,
        "target.reference" => w.a_reference,
        "task.added" => w.a_task,
        "task.corrected" => w.a_task_corrected,
        "task.stepped" => w.a_task_stepped,
        "tasks.given" => w.a_tasks_given,
        "task.told" => w.a_task_told,
        "task.answered" => w.a_task_answered,
        "task.urged" => w.a_task_urged,
        "task.extended" => w.a_task_extended,
        "task.noted" => w.a_task_noted,
        "obligation.decided" => w.a_obligation,
        "bottleneck.added" => w.a_bottleneck,
        "bottleneck.corrected" => w.a_bottleneck_corrected,
        "bottleneck.stepped" => w.a_bottleneck_stepped,
        "problem.raised" => w.a_problem,
        "problem.advised" => w.a_problem_advised,
        "problem.decided" => w.a_problem_decided,
        "problem.closed" => w.a_problem_closed,
        _ => w.other,
    }
}

/// `GET /audit`.
pub(crate) async fn index(State(app): State<App>, caller: Caller, visitor: Visitor) -> Answer {
    let w = words::words(caller.preferences.language);
    let f = Frame::new(&caller, Place::Audit);
    let rows = app
        .store
        .audit_log(visitor.scope().as_deref(), NEWEST)
        .await?
        .into_iter()
        .map(|one| Row {
            at: show::moment(one.at),
            who: one.account_name,
            act: label(&one.act, w),
            detail: one.detail.unwrap_or_default(),
        })
        .collect();
    page(&ListPage { f, w, rows })
}
