//! The overview of one movement: theme, steps, standing, waves, what was attached, who has to do what.

use super::actions::{self, MovementView, Review, movement_for};
use super::linked::{self, Linked};
use super::words;
use crate::App;
use crate::evaluation::{evaluate, newest_period};
use crate::face::charts::StatusBar;
use crate::face::forms::{Reader, Typed};
use crate::face::frame::go;
use crate::face::tabs::Tab;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, show};
use crate::plans::theme::{self, ThemeView};
use crate::reviews::stepping::{Blocked, blocked};
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use thidua_domain::access::Act;
use thidua_domain::figures::Figure;
use thidua_domain::movements::State as MovementState;
use thidua_domain::periods::Period;
use thidua_domain::targets::Status;
use thidua_store::movements::{Movement, Step};
use thidua_store::plans::Plan;
use thidua_store::waves::LedWave;

struct StepView {
    name: &'static str,
    when: String,
    class: &'static str,
}

struct Wave {
    id: String,
    name: String,
    days: String,
    deadline: String,
    goal: String,
    occasions: Vec<String>,
    line: Option<i64>,
}

struct Attached {
    id: String,
    name: String,
    result: Option<String>,
    line: u32,
}

struct Duty {
    actor: String,
    action: String,
    line: u32,
}

struct NextStep {
    code: &'static str,
    label: &'static str,
    back: bool,
}

#[derive(Template)]
#[template(path = "movements/overview.html")]
struct OverviewPage {
    f: Frame,
    w: &'static words::Words,
    id: String,
    plan_id: String,
    plan_number: String,
    title: String,
    unit: String,
    year: String,
    theme: Option<ThemeView>,
    linked: Linked,
    steps: Vec<StepView>,
    period: &'static str,
    leaves: u32,
    entered: usize,
    reached: u32,
    reached_percent: String,
    endangered: u32,
    need_person: u32,
    bar: StatusBar,
    bar_class: &'static str,
    chart: String,
    waves: Vec<Wave>,
    attached: Vec<Attached>,
    duties: Vec<Duty>,
    reporting: Vec<String>,
    recipients: Vec<String>,
    history: Vec<String>,
    next: Vec<NextStep>,
    may_review: bool,
    may_enter: bool,
    version: i64,
    refused: bool,
    stopped: Option<Blocked>,
    note: String,
    ahead: Vec<Blocked>,
    difficulties: String,
    lessons: String,
    directions: String,
}

/// `GET /movements/{id}`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    let view = movement_for(&app, &visitor, &id, Act::Look).await?;
    render(&app, &caller, &visitor, view, None, None).await
}

/// The page; a refused review comes with what was typed, a refused step with what stands in its way.
async fn render(
    app: &App,
    caller: &Caller,
    visitor: &Visitor,
    view: MovementView,
    refused: Option<&Typed>,
    stopped: Option<(Blocked, String)>,
) -> Answer {
    let id = view.movement.id.clone();
    let typed = |name: &str, kept: &Option<String>| match refused {
        Some(typed) => typed.get(name).cloned().unwrap_or_default(),
        None => kept.clone().unwrap_or_default(),
    };
    let w = words::words(caller.preferences.language);
    let f = Frame::new(caller, Place::Movements).in_movement(caller, &id, Tab::Overview);
    let plan = app.store.plan(&view.plan.id).await?.ok_or(Refusal::NotFound)?;
    let unit = app.store.unit(&plan.unit_id).await?.map(|unit| unit.name).unwrap_or_default();
    let figures = app.store.figures_of_plan(&plan.id).await?;
    let period = newest_period(&figures).unwrap_or(Period::FirstQuarter);
    let evaluation = evaluate(app.store.targets(&plan.id).await?, &figures, period);
    let steps = app.store.movement_steps(&id).await?;
    let movements = app.store.movements(&plan.id).await?;
    // attached movements share the waves of the plan's own
    let own = movements.iter().find(|movement| movement.named.own).map_or(id.as_str(), |movement| &movement.id);
    let led = app.store.waves_of_movement(own).await?;
    let summary = &evaluation.summary;
    let entered = evaluation
        .rows
        .iter()
        .filter(|row| row.judgement.is_some() && matches!(row.figure, Figure::Number(_) | Figure::Judged(_)))
        .count();
    let period_label = show::period(period, f.c);
    let illustrative = plan.illustrative || figures.iter().any(|one| one.reported.illustrative);
    let head = &plan.draft.document;
    let may_review =
        visitor.actor.may_in(Act::Review, &plan.unit_id) && view.movement.state != MovementState::Closed;
    let may_enter = visitor.actor.may_in(Act::ReportFigure, &plan.unit_id) && view.movement.state.takes_figures();
    let may_step = may_review && view.movement.named.own;
    let mut ahead = Vec::new();
    for to in view.movement.state.next().iter().filter(|_| may_step) {
        ahead.extend(blocked(app, &view, &plan, *to, caller.preferences.language).await?);
    }
    let (stopped, note) = stopped.map_or((None, String::new()), |(stopped, note)| (Some(stopped), note));
    let came_back = refused.is_some() || stopped.is_some();
    let template = OverviewPage {
        plan_number: head.number_symbol.as_ref().map(|symbol| symbol.value.clone()).unwrap_or_default(),
        title: title(&view, &plan),
        unit,
        year: head.subject_year.as_ref().map(|year| year.value.to_string()).unwrap_or_default(),
        theme: theme::of(app, visitor, &plan, caller.preferences.language).await?,
        linked: linked::of(app, visitor, &view.plan, &plan, caller.preferences.language).await?,
        steps: step_views(view.movement.state, &steps, f.c),
        period: period_label,
        leaves: summary.leaves,
        entered,
        reached: summary.reached(),
        reached_percent: show::amount(summary.reached_percent()),
        endangered: summary.count(Status::AtRisk) + summary.count(Status::Missed),
        need_person: summary.count(Status::NeedsPerson),
        bar: StatusBar::of(summary, f.c),
        bar_class: "chart-stack",
        chart: w.chart.replace("{n}", &summary.leaves.to_string()).replace("{period}", &show::inside(period_label)),
        waves: waves(&led, w),
        attached: attached(&movements, &id),
        duties: plan
            .draft
            .obligations
            .iter()
            .map(|one| Duty { actor: one.actor.clone(), action: one.action.clone(), line: one.lines.first })
            .collect(),
        reporting: reporting(&plan, caller.preferences.language),
        recipients: plan.draft.recipients.iter().map(show::recipient).collect(),
        history: steps.iter().map(|step| history(step, w, f.c)).collect(),
        stopped,
        note,
        ahead,
        next: if may_step { next_steps(view.movement.state, f.c) } else { Vec::new() },
        may_review,
        may_enter,
        difficulties: typed("difficulties", &view.movement.difficulties),
        lessons: typed("lessons", &view.movement.lessons),
        directions: typed("directions", &view.movement.directions),
        version: view.movement.version,
        refused: refused.is_some(),
        plan_id: plan.id.clone(),
        f: f.with_sample(illustrative),
        w,
        id,
    };
    crate::face::frame::returned(&template, false, came_back)
}

/// The plan's own movement carries the plan's title where it has no better name.
fn title(view: &MovementView, plan: &Plan) -> String {
    let of_plan = plan.draft.document.title.as_ref().map(|title| title.value.clone());
    if view.movement.named.own {
        of_plan.unwrap_or_else(|| view.movement.named.name.clone())
    } else {
        view.movement.named.name.clone()
    }
}

fn step_views(now: MovementState, steps: &[Step], c: &'static crate::face::words::Words) -> Vec<StepView> {
    MovementState::ALL
        .into_iter()
        .map(|state| StepView {
            name: show::state(state, c),
            when: steps
                .iter()
                .rev()
                .find(|step| step.to == state)
                .map(|step| show::day(Some(crate::clock::local_date(step.at))))
                .unwrap_or_default(),
            class: if state == now {
                "now"
            } else if state < now {
                "done"
            } else {
                ""
            },
        })
        .collect()
}

fn waves(led: &[LedWave], w: &'static words::Words) -> Vec<Wave> {
    led.iter()
        .filter(|one| one.withdrawn.is_none())
        .map(|one| Wave {
            id: one.id.clone(),
            name: one.wave.name.clone(),
            days: format!("{} – {}", show::day(one.wave.from), show::day(one.wave.to)),
            deadline: one
                .wave
                .summary_deadline
                .map(|day| {
                    let said = if one.wave.strictly_before { w.until } else { w.until_by };
                    format!("{said} {}", show::day(Some(day)))
                })
                .unwrap_or_default(),
            goal: one.wave.goal.clone().unwrap_or_default(),
            occasions: one
                .wave
                .occasions
                .iter()
                .map(|occasion| {
                    let day = show::day(occasion.day);
                    if day.is_empty() { occasion.name.clone() } else { format!("{} ({day})", occasion.name) }
                })
                .collect(),
            line: one.plan_line,
        })
        .collect()
}

fn attached(movements: &[Movement], own: &str) -> Vec<Attached> {
    movements
        .iter()
        .filter(|movement| movement.id != own)
        .map(|movement| Attached {
            id: movement.id.clone(),
            name: movement.named.name.clone(),
            result: movement.result.clone(),
            line: movement.named.lines.first,
        })
        .collect()
}

fn reporting(plan: &Plan, language: thidua_domain::basics::Language) -> Vec<String> {
    let w = crate::plans::words::words(language);
    plan.draft
        .reporting
        .iter()
        .map(|one| {
            let parts = [
                Some(crate::plans::reporting_label(one.period, w).to_owned()),
                one.from.clone(),
                one.to.as_ref().map(|to| format!("→ {to}")),
                one.via.as_ref().map(|via| w.through.replace("{via}", via)),
            ];
            parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
        })
        .collect()
}

fn history(step: &Step, w: &'static words::Words, c: &'static crate::face::words::Words) -> String {
    let note = step.note.as_ref().map(|note| format!(": {note}")).unwrap_or_default();
    format!(
        "{} — {} → {}, {} {}{note}",
        show::moment(step.at),
        show::state(step.from, c),
        show::state(step.to, c),
        w.by,
        step.account_name
    )
}

fn next_steps(now: MovementState, c: &'static crate::face::words::Words) -> Vec<NextStep> {
    now.next().iter().map(|to| NextStep { code: to.code(), label: show::state(*to, c), back: *to < now }).collect()
}

/// `POST /movements/{id}/step`.
pub(crate) async fn step(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let view = movement_for(&app, &visitor, &id, Act::Review).await?;
    let to = typed.get("to").and_then(|code| MovementState::from_code(code)).ok_or(Refusal::NotFound)?;
    // launching has its own door, where the findings are asked
    if view.movement.state == MovementState::Draft || !view.movement.named.own {
        return Err(Refusal::NotFound);
    }
    let mut reader = Reader::new(&typed, crate::face::words::words(caller.preferences.language));
    let note = reader.text("note");
    if !reader.fine() {
        return Err(Refusal::TooLong);
    }
    let plan = app.store.plan(&view.plan.id).await?.ok_or(Refusal::NotFound)?;
    if let Some(stands) = blocked(&app, &view, &plan, to, caller.preferences.language).await? {
        // launching is the head's alone: so is going on where the plan does not ask for a summing-up
        let head = visitor.actor.may_in(Act::Launch, &view.plan.unit_id);
        if !(stands.head_may && head && note.is_some()) {
            let stopped = Some((stands, note.unwrap_or_default()));
            return render(&app, &caller, &visitor, view, None, stopped).await;
        }
    }
    actions::step(&app, visitor.author((app.clock)()), &view, to, note.as_deref()).await?;
    go(format!("/movements/{id}?done=stepped"))
}

/// `POST /movements/{id}/review`.
pub(crate) async fn review(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let view = movement_for(&app, &visitor, &id, Act::Review).await?;
    let seen = typed.get("version").and_then(|seen| seen.parse().ok()).ok_or(Refusal::ChangedMeanwhile)?;
    let mut reader = Reader::new(&typed, crate::face::words::words(caller.preferences.language));
    let (difficulties, lessons) = (reader.text("difficulties"), reader.text("lessons"));
    let directions = reader.text("directions");
    let results: Vec<(String, Option<String>)> = typed
        .keys()
        .filter_map(|name| Some((name, name.strip_prefix("result-")?)))
        .map(|(name, id)| (id.to_owned(), reader.text_of(name)))
        .collect();
    if !reader.fine() {
        return render(&app, &caller, &visitor, view, Some(&typed), None).await;
    }
    let review = Review { seen, results, difficulties, lessons, directions };
    actions::write_review(&app, visitor.author((app.clock)()), &view, &review).await?;
    go(format!("/movements/{id}?done=saved"))
}
