//! `GET /`.

use super::leading::{self, Leading};
use super::words;
use crate::App;
use crate::above::cards::{self, Cards};
use crate::evaluation::{evaluate, newest_period};
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, page, show};
use crate::movements::board::{self, BoardRow};
use askama::Template;
use axum::extract::State;
use thidua_domain::access::Act;
use thidua_domain::figures::Figure;
use thidua_domain::movements::State as MovementState;
use thidua_domain::periods::Period;
use thidua_domain::targets::Status;
use thidua_store::plans::PlanLine;

struct Task {
    class: &'static str,
    text: String,
    address: String,
    note: String,
}

#[derive(Template)]
#[template(path = "home/home.html")]
struct HomePage {
    f: Frame,
    w: &'static words::Words,
    m: &'static crate::movements::words::Words,
    today: String,
    tasks: Vec<Task>,
    rows: Vec<BoardRow>,
    above: Cards,
    leading: Leading,
}

/// The first page.
pub(crate) async fn show(State(app): State<App>, caller: Caller, visitor: Visitor) -> Answer {
    let w = words::words(caller.preferences.language);
    let f = Frame::new(&caller, Place::Home);
    let plans = app.store.plans(visitor.scope().as_deref()).await?;
    let above = cards::of(&app, &visitor, caller.preferences.language).await?;
    let mut tasks = tasks(&app, &visitor, &plans, &above, w, &f).await?;
    for one in crate::tasks::home::waiting(&app, &visitor, caller.preferences.language).await? {
        tasks.push(Task { class: one.class, text: one.text, address: one.address, note: one.note });
    }
    let rows = board::rows(&app, &visitor, &f).await?;
    let illustrative = above.illustrative() || plans.iter().any(|plan| plan.illustrative);
    let leading = leading::of(&app, &visitor, w, &f).await?;
    let template = HomePage {
        m: crate::movements::words::words(caller.preferences.language),
        today: show::day(Some(crate::local_date((app.clock)()))),
        f: f.with_sample(illustrative),
        w,
        tasks,
        rows,
        above,
        leading,
    };
    page(&template)
}

async fn tasks(
    app: &App,
    visitor: &Visitor,
    plans: &[PlanLine],
    above: &Cards,
    w: &'static words::Words,
    f: &Frame,
) -> Result<Vec<Task>, Refusal> {
    // powers given besides the own role bring their work too
    let may = |act| visitor.actor.may(act);
    let mut tasks = Vec::new();
    let mut task =
        |class, text: String, address: String, note: String| tasks.push(Task { class, text, address, note });
    if may(Act::ManageUnits) {
        if !app.store.has_units().await? {
            task("needs-person", w.first_unit.to_owned(), "/units".to_owned(), String::new());
        } else if app.store.accounts().await?.len() < 2 {
            task("needs-person", w.first_account.to_owned(), "/accounts".to_owned(), String::new());
        }
    }
    if may(Act::PreparePlan) && plans.is_empty() {
        // a unit below makes its plan from the plan above
        let (text, address) =
            above.to_derive().unwrap_or_else(|| (w.first_plan.to_owned(), "/plans#bring-in".to_owned()));
        task("needs-person", text, address, String::new());
    }
    if may(Act::ManageWaves) {
        for one in crate::waves::waiting(app, visitor.scope().as_deref(), f.language).await? {
            task(if one.late { "missed" } else { "on-track" }, one.text, one.address, one.note);
        }
    }
    for plan in plans {
        let name = plan.number_symbol.clone().unwrap_or_default();
        let title = plan.title.clone().unwrap_or_default();
        if !plan.issued {
            if may(Act::PreparePlan) || may(Act::Launch) {
                let text = w.review_plan.replace("{n}", &name);
                task("needs-person", text, format!("/plans/{}", plan.id), title);
            }
            continue;
        }
        let Some(movement) = &plan.movement_id else { continue };
        let state =
            plan.movement_state.as_deref().and_then(MovementState::from_code).unwrap_or(MovementState::Draft);
        if state == MovementState::Closed {
            continue;
        }
        let figures = app.store.figures_of_plan(&plan.id).await?;
        let period = newest_period(&figures).unwrap_or(Period::FirstQuarter);
        let evaluation = evaluate(app.store.targets(&plan.id).await?, &figures, period);
        let missing = evaluation
            .rows
            .iter()
            .filter(|row| row.judgement.is_some() && row.figure == Figure::NotEntered)
            .count();
        let summary = &evaluation.summary;
        let asks = evaluation
            .rows
            .iter()
            .filter(|row| {
                row.judgement.is_some()
                    && row.figure != Figure::NotEntered
                    && row.status == Some(Status::NeedsPerson)
            })
            .count();
        let weak = summary.count(Status::AtRisk) + summary.count(Status::Missed);
        let table = format!("/movements/{movement}/targets");
        let at = show::period(period, f.c).to_owned();
        let say = |text: &str, n: String| text.replace("{n}", &n).replace("{plan}", &name);
        if missing > 0 && may(Act::ReportFigure) && state.takes_figures() {
            task("not-begun", say(w.missing, missing.to_string()), table.clone(), at.clone());
        }
        if asks > 0 && may(Act::SetReference) {
            task("needs-person", say(w.confirm, asks.to_string()), table.clone(), at.clone());
        }
        if weak > 0 && may(Act::Review) {
            task("at-risk", say(w.at_risk, weak.to_string()), table, at);
        }
        if state == MovementState::FinalReview && may(Act::Review) {
            task("on-track", say(w.report, String::new()), format!("/movements/{movement}/report"), title);
        }
    }
    if may(Act::Review) {
        let n = crate::movements::formality::count(app, visitor).await?;
        if n > 0 {
            let text = crate::movements::words::words(f.language).formality_home.replace("{n}", &n.to_string());
            task("at-risk", text, "/movements/formality".to_owned(), String::new());
        }
    }
    for one in super::chasing::of(app, visitor, plans, w).await? {
        task(one.class, one.text, one.address, one.note);
    }
    for one in crate::waves::during::waiting(app, visitor, f.language).await? {
        task(one.class, one.text, one.address, one.note);
    }
    for one in crate::inspections::waiting(app, visitor, f.language).await? {
        task(one.class, one.text, one.address, one.note);
    }
    for one in crate::registrations::waiting(app, visitor, f.language).await? {
        task(one.class, one.text, one.address, one.note);
    }
    for one in crate::reporting::waiting(app, visitor, f.language).await? {
        task(one.class, one.text, one.address, one.note);
    }
    Ok(tasks)
}
