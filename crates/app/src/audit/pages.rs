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
        "unit.corrected" => w.a_unit_corrected,
        "person.added" => w.a_person,
        "person.corrected" => w.a_person_corrected,
        "person.removed" => w.a_person_removed,
        "person.post" => w.a_person_post,
        "person.post-ended" => w.a_person_post_ended,
        "person.named" => w.a_person_named,
        "person.member" => w.a_person_member,
        "person.merged" => w.a_person_merged,
        "person.told-apart" => w.a_person_told_apart,
        "person.pair-undone" => w.a_person_pair_undone,
        "person.identity-seen" => w.a_person_identity,
        "staff.assigned" => w.a_staff,
        "staff.corrected" => w.a_staff_corrected,
        "list.imported" => w.a_list_imported,
        "list.undone" => w.a_list_undone,
        "list.uploaded" => w.a_list_uploaded,
        "list.mended" => w.a_list_mended,
        "list.discarded" => w.a_list_discarded,
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
