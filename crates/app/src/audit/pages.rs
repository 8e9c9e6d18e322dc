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
fn label(act: &str, w: &'static Words) -> &'static str {
    match act {
        "unit.added" => w.a_unit,
        "unit.reformed" => w.a_unit_reformed,
        "plan.handed-on" => w.a_plan_handed_on,
        "plan.settled" => w.a_plan_settled,
        "plan.divided" => w.a_plan_divided,
        "plan.derived" => w.a_plan_derived,
        "account.power-given" => w.a_power_given,
        "account.power-ended" => w.a_power_ended,
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
        "wave.opened" => w.a_wave_opened,
        "wave.corrected" => w.a_wave_corrected,
        "wave.closed" => w.a_wave_closed,
        "wave.reopened" => w.a_wave_reopened,
        "wave.withdrawn" => w.a_wave_withdrawn,
        "year.decided" => w.a_year_decided,
        "year.withdrawn" => w.a_year_withdrawn,
        "occasion.added" => w.a_occasion_added,
        "occasion.withdrawn" => w.a_occasion_withdrawn,
        "calendar.address-given" => w.a_address_given,
        "calendar.address-ended" => w.a_address_ended,
        "target.reference" => w.a_reference,
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
