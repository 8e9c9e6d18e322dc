//! What a unit was given, what it strives for beyond that, and what it reached.

use super::actions::{self, Striven};
use super::{labels, words};
use crate::App;
use crate::evaluation::{evaluate, newest_period};
use crate::face::forms::{Typed, amount_problem};
use crate::face::frame::go;
use crate::face::tabs::Tab;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, show};
use crate::figures::checks::sign_fits;
use crate::movements::actions::{MovementView, movement_for};
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use std::collections::HashMap;
use thidua_domain::access::Act;
use thidua_domain::basics::text::nfc;
use thidua_domain::basics::{Amount, AmountProblem, Expectation};
use thidua_domain::cascade::{Effort, effort};
use thidua_domain::figures::Figure;
use thidua_domain::periods::Period;
use thidua_store::StoreError;
use thidua_store::cascade::Striving;
use thidua_store::targets::Target;

struct Row {
    id: String,
    name: String,
    asked: String,
    unit: String,
    assigned: String,
    waits: bool,
    striving: String,
    planned: String,
    note: String,
    seen: i64,
    actual: String,
    class: &'static str,
    effort: &'static str,
    problem: Option<String>,
    newest: Option<String>,
}

#[derive(Template)]
#[template(path = "cascade/striving.html")]
struct StrivingPage {
    f: Frame,
    w: &'static words::Words,
    id: String,
    plan_id: String,
    plan_number: String,
    period: &'static str,
    rows: Vec<Row>,
    may_set: bool,
    refused: bool,
    changed: bool,
}

/// A refused or overtaken form.
struct Came<'a> {
    typed: &'a Typed,
    problems: HashMap<String, String>,
    changed: bool,
}

/// What a target was given: from the plan above, or typed by a person where the plan says that it is given.
fn assigned(target: &Target) -> Option<Amount> {
    let given = target.draft.basis.as_deref().is_some_and(|basis| basis.starts_with("assigned"));
    target.assigned.or_else(|| if given { target.draft.value.or(target.reference) } else { None })
}

/// A value of the plan above what was given is what the unit strives for, until it says another.
fn striving(target: &Target, set: Option<&Striving>) -> Option<Amount> {
    set.and_then(|one| one.value).or(target.draft.value)
}

/// `GET /movements/{id}/striving`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    let view = movement_for(&app, &visitor, &id, Act::Look).await?;
    render(&app, &caller, &visitor, &view, None).await
}

fn numbered(target: &Target) -> bool {
    target.draft.comparator.is_some_and(|comparator| !comparator.is_judged())
}

async fn render(
    app: &App,
    caller: &Caller,
    visitor: &Visitor,
    view: &MovementView,
    came: Option<Came<'_>>,
) -> Answer {
    let w = words::words(caller.preferences.language);
    let t = crate::targets::words::words(caller.preferences.language);
    let id = view.movement.id.clone();
    let f = Frame::new(caller, Place::Movements).in_movement(caller, &id, Tab::Cascade);
    let figures = app.store.figures_of_plan(&view.plan.id).await?;
    let period = newest_period(&figures).unwrap_or(Period::FirstQuarter);
    let evaluation = evaluate(app.store.targets(&view.plan.id).await?, &figures, period);
    let set = app.store.strivings(&view.plan.id).await?;
    let rows = evaluation
        .rows
        .iter()
        .filter(|row| numbered(&row.target))
        .map(|row| {
            let target = &row.target;
            let own = set.get(&target.id);
            let given = assigned(target);
            let actual = match row.figure {
                Figure::Number(amount) => Some(amount),
                _ => None,
            };
            let found = target
                .goal_parts()
                .map_or(Effort::Open, |parts| effort(parts, given, striving(target, own), actual));
            // the year alone completes; before it is over the pages of the movement say how it goes, and so does this one
            let (class, said) = match found {
                Effort::Open => (labels::effort_class(found), labels::effort(found, w)),
                _ if period != Period::Year => {
                    (row.status.map_or("not-begun", |one| one.code()), show::status(row.status, f.c))
                }
                _ => (labels::effort_class(found), labels::effort(found, w)),
            };
            let typed = |name: &str, kept: String| {
                came.as_ref().map_or(kept, |came| {
                    came.typed.get(&format!("{name}-{}", target.id)).cloned().unwrap_or_default()
                })
            };
            let stored = show::amount(own.and_then(|one| one.value));
            let striving = typed("value", stored.clone());
            let version = own.map_or(0, |one| one.version);
            let seen = typed("seen", version.to_string()).parse().unwrap_or(0);
            let overtaken = came.as_ref().is_some_and(|came| came.changed) && seen != version;
            Row {
                id: target.id.clone(),
                name: target.draft.name.clone(),
                asked: show::asked(&target.draft, t),
                unit: target.draft.unit.clone().unwrap_or_default(),
                waits: given.is_none()
                    && target.draft.basis.as_deref().is_some_and(|basis| basis.starts_with("assigned")),
                assigned: show::amount(given),
                planned: if stored.is_empty() { show::amount(target.draft.value) } else { String::new() },
                note: typed("note", own.and_then(|one| one.note.clone()).unwrap_or_default()),
                actual: show::figure(row.figure, f.c),
                class,
                effort: said,
                problem: came.as_ref().and_then(|came| came.problems.get(&target.id).cloned()),
                newest: overtaken.then(|| {
                    let who = own.map(|one| one.account_name.clone()).unwrap_or_default();
                    format!("{stored} ({who})")
                }),
                seen: version.max(seen),
                striving,
            }
        })
        .collect();
    let changed = came.as_ref().is_some_and(|came| came.changed);
    let refused = came.is_some();
    let illustrative = view.plan.illustrative || figures.iter().any(|one| one.reported.illustrative);
    let template = StrivingPage {
        plan_id: view.plan.id.clone(),
        plan_number: view.plan.number_symbol.clone().unwrap_or_default(),
        period: show::period(period, f.c),
        may_set: view.movement.state.takes_figures()
            && app.may(visitor, Act::SetReference, &view.plan.unit_id).await?,
        f: f.with_sample(illustrative),
        rows,
        refused,
        changed,
        w,
        id,
    };
    crate::face::frame::returned(&template, changed, refused)
}

/// `POST /movements/{id}/striving`.
pub(crate) async fn set(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let view = movement_for(&app, &visitor, &id, Act::SetReference).await?;
    if !view.movement.state.takes_figures() {
        return Err(Refusal::ChangedMeanwhile);
    }
    let c = crate::face::words::words(caller.preferences.language);
    let known = app.store.strivings(&view.plan.id).await?;
    let mut problems = HashMap::new();
    let mut all = Vec::new();
    for target in app.store.targets(&view.plan.id).await?.iter().filter(|target| numbered(target)) {
        let field = |name: &str| typed.get(&format!("{name}-{}", target.id)).map(|value| value.trim());
        let Some(value) = field("value") else { continue };
        let percent = target.draft.unit.as_deref() == Some("%");
        let value = match Amount::read(value, if percent { Expectation::Percent } else { Expectation::Quantity }) {
            Ok(amount) if !sign_fits(amount, target.draft.comparator) => {
                problems
                    .insert(target.id.clone(), words::words(caller.preferences.language).value_negative.to_owned());
                continue;
            }
            Ok(amount) => Some(amount),
            Err(AmountProblem::Empty) => None,
            Err(problem) => {
                problems.insert(target.id.clone(), amount_problem(&problem, c));
                continue;
            }
        };
        let note: String =
            nfc(field("note").unwrap_or_default()).chars().filter(|c| !c.is_control()).take(1_000).collect();
        let note = (!note.is_empty()).then_some(note);
        let seen = field("seen").and_then(|seen| seen.parse().ok()).unwrap_or(0);
        let before = known.get(&target.id);
        let same = before.map_or((None, None), |one| (one.value, one.note.clone())) == (value, note.clone());
        if !same {
            all.push(Striven { target_id: target.id.clone(), value, note, seen });
        }
    }
    if !problems.is_empty() {
        let came = Came { typed: &typed, problems, changed: false };
        return render(&app, &caller, &visitor, &view, Some(came)).await;
    }
    let author = visitor.author((app.clock)());
    match actions::strive(&app, author, &view.plan.unit_id, &view.plan.id, &all).await {
        Ok(()) => go(format!("/movements/{id}/striving?done=saved")),
        Err(StoreError::ChangedMeanwhile) => {
            let came = Came { typed: &typed, problems, changed: true };
            render(&app, &caller, &visitor, &view, Some(came)).await
        }
        Err(other) => Err(other.into()),
    }
}
