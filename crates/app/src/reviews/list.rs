//! `/movements/{id}/reports`: the reports of a movement by period.

use super::words::{Words, words};
use super::{noted, sections};
use crate::App;
use crate::face::frame::go;
use crate::face::sent::Sent;
use crate::face::tabs::Tab;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, page, show as shown};
use crate::movements::actions::movement_for;
use crate::movements::facts::require_launched;
use askama::Template;
use axum::extract::{Path, State};
use thidua_domain::access::Act;
use thidua_domain::movements::State as MovementState;
use thidua_domain::periods::Period;
use thidua_store::StoreError;

struct Row {
    code: &'static str,
    period: &'static str,
    id: Option<String>,
    class: &'static str,
    state: &'static str,
    number: String,
    sent: String,
    /// Edited sections under which something changed.
    moved: usize,
}

struct DirectionRow {
    says: String,
    to: String,
    task: Option<String>,
    address: String,
}

#[derive(Template)]
#[template(path = "reviews/list.html")]
struct ListPage {
    f: Frame,
    w: &'static Words,
    id: String,
    plan_number: String,
    rows: Vec<Row>,
    may_begin: bool,
    launched: bool,
    directions: Vec<DirectionRow>,
}

/// The page.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    let view = movement_for(&app, &visitor, &id, Act::Look).await?;
    let language = caller.preferences.language;
    let w = words(language);
    let f = Frame::new(&caller, Place::Movements).in_movement(&caller, &id, Tab::Report);
    let reports = app.store.period_reports(&id).await?;
    let mut rows = Vec::new();
    for period in Period::ALL {
        let found = reports.iter().find(|one| one.period == period);
        let mut moved = 0;
        if let Some(report) = found {
            let gathered = super::gather::gather(&app, &view, period).await?;
            let versions = app.store.period_report_texts(&report.id).await?;
            moved = sections::standing(&gathered, versions).iter().filter(|one| one.moved(report.issued)).count();
        }
        rows.push(Row {
            code: period.code(),
            period: shown::period(period, f.c),
            id: found.map(|one| one.id.clone()),
            class: match found {
                Some(one) if one.issued => "met",
                Some(_) => "needs-person",
                None => "not-begun",
            },
            state: match found {
                Some(one) if one.issued => w.state_issued,
                Some(_) => w.state_draft,
                None => w.not_begun,
            },
            number: found
                .and_then(|one| one.issue.as_ref())
                .map(|issue| format!("{}, {}", issue.number_symbol, shown::day(Some(issue.dated))))
                .unwrap_or_default(),
            sent: found
                .and_then(|one| one.sent.as_ref())
                .map(|(to, on)| format!("{to}, {}", shown::day(Some(*on))))
                .unwrap_or_default(),
            moved,
        });
    }
    let directions = app.store.directions_of_movement(&id).await?.into_iter().map(|one| DirectionRow {
        address: match (&one.direction.period_report_id, &one.direction.unit_report_id) {
            (Some(id), _) => format!("/period-reports/{id}#directions"),
            (None, id) => format!("/reports/{}#directions", id.as_deref().unwrap_or_default()),
        },
        says: one.direction.says,
        to: one.to_name.unwrap_or_default(),
        task: one.task_id,
    });
    let template = ListPage {
        plan_number: view.plan.number_symbol.clone().unwrap_or_default(),
        may_begin: visitor.actor.may_in(Act::Review, &view.plan.unit_id)
            && view.movement.named.own
            && !matches!(view.movement.state, MovementState::Draft | MovementState::Closed),
        launched: view.movement.state != MovementState::Draft,
        rows,
        directions: directions.collect(),
        f: f.with_sample(view.plan.illustrative),
        w,
        id,
    };
    page(&template)
}

/// `POST /movements/{id}/reports`: begins the report of a period.
pub(crate) async fn begin(sent: Sent) -> Answer {
    let view = movement_for(&sent.app, &sent.visitor, &sent.id, Act::Review).await?;
    require_launched(&view.movement)?;
    if !view.movement.named.own || view.movement.state == MovementState::Closed {
        return Err(Refusal::NotFound);
    }
    let code = sent.typed.get("period").map_or("", String::as_str);
    let period = Period::from_code(code).ok_or(Refusal::NotFound)?;
    let change = sent.app.store.change(sent.author()).await?;
    let id = match change.begin_period_report(&sent.id, period).await {
        Ok(id) => id,
        Err(StoreError::AlreadyThere) => {
            drop(change);
            let there = sent.app.store.period_reports(&sent.id).await?;
            let there = there.into_iter().find(|one| one.period == period).ok_or(Refusal::NotFound)?;
            return go(format!("/period-reports/{}", there.id));
        }
        Err(other) => return Err(other.into()),
    };
    let c = crate::face::words::words(thidua_domain::basics::Language::Vietnamese);
    let detail = Some(shown::period(period, c).to_owned());
    change.commit(noted(&view.plan.unit_id, "period-report.begun", "period-report", &id, detail)).await?;
    go(format!("/period-reports/{id}"))
}
