//! Marks of one unit in one set.

use super::super::actions::{MovementView, movement_for};
use super::assessed;
use super::words::{self, Words};
use crate::App;
use crate::face::forms::{Reader, Typed};
use crate::face::frame::go;
use crate::face::tabs::Tab;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, page};
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use std::collections::HashMap;
use thidua_domain::access::Act;
use thidua_domain::movements::State as MovementState;
use thidua_domain::movements::criteria::Grade;
use thidua_domain::units::Unit;
use thidua_store::StoreError;
use thidua_store::audit::Entry;
use thidua_store::criteria::{Mark, SetInForce};

pub(super) fn grade_label(grade: Grade, w: &'static Words) -> &'static str {
    match grade {
        Grade::Met => w.g_met,
        Grade::Partly => w.g_partly,
        Grade::NotMet => w.g_not,
    }
}

struct Line {
    position: usize,
    group: Option<String>,
    text: String,
    options: Vec<(&'static str, &'static str, bool)>,
    evidence: String,
    version: i64,
    by: String,
    changed: Option<String>,
}

#[derive(Template)]
#[template(path = "movements/criteria/mark.html")]
struct MarkPage {
    f: Frame,
    w: &'static Words,
    id: String,
    set_id: String,
    set_name: String,
    unit_id: String,
    heading: String,
    lines: Vec<Line>,
    may_mark: bool,
}

/// The set and the unit of an address.
async fn found(app: &App, view: &MovementView, set_id: &str, unit_id: &str) -> Result<(SetInForce, Unit), Refusal> {
    let sets = app.store.criteria_sets(&view.movement.id).await?;
    let set = sets.into_iter().find(|set| set.id == set_id).ok_or(Refusal::NotFound)?;
    let units = assessed(app, &view.plan.unit_id).await?;
    let unit = units.into_iter().find(|unit| unit.id == unit_id).ok_or(Refusal::NotFound)?;
    Ok((set, unit))
}

/// `GET /movements/{id}/criteria/{set}/{unit}`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path((id, set_id, unit_id)): Path<(String, String, String)>,
) -> Answer {
    let view = movement_for(&app, &visitor, &id, Act::Look).await?;
    let (set, unit) = found(&app, &view, &set_id, &unit_id).await?;
    let may_mark = app.may(&visitor, Act::Review, &view.plan.unit_id).await?;
    render(&app, &caller, &view, &set, &unit, (may_mark, None, HashMap::new())).await
}

async fn render(
    app: &App,
    caller: &Caller,
    view: &MovementView,
    set: &SetInForce,
    unit: &Unit,
    (may_mark, typed, changed): (bool, Option<&Typed>, HashMap<usize, String>),
) -> Answer {
    let w = words::words(caller.preferences.language);
    let marks = app.store.marks(&set.id).await?;
    let mut group = String::new();
    let mut lines = Vec::new();
    for (position, criterion) in set.criteria.iter().enumerate() {
        let mark =
            marks.iter().find(|mark| mark.unit_id == unit.id && usize::try_from(mark.position) == Ok(position));
        let stored = mark.map_or("", |mark| mark.grade.code());
        let typed_of = |name: String, stored: &str| match typed {
            Some(typed) => typed.get(&name).cloned().unwrap_or_default(),
            None => stored.to_owned(),
        };
        let chosen = typed_of(format!("grade-{position}"), stored);
        let options = std::iter::once(("", w.not_marked))
            .chain(Grade::ALL.iter().map(|grade| (grade.code(), grade_label(*grade, w))))
            .map(|(code, label)| (code, label, code == chosen))
            .collect();
        let new_group = (criterion.group != group).then(|| criterion.group.clone());
        group.clone_from(&criterion.group);
        let evidence = mark.and_then(|mark| mark.evidence.clone()).unwrap_or_default();
        lines.push(Line {
            position,
            group: new_group.filter(|group| !group.is_empty()),
            text: criterion.text.clone(),
            options,
            evidence: typed_of(format!("evidence-{position}"), &evidence),
            version: mark.map_or(0, |mark| mark.version),
            by: mark.map_or_else(String::new, |mark| {
                w.by.replace("{name}", &mark.account_name).replace("{n}", &mark.version.to_string())
            }),
            changed: changed.get(&position).map(|now| w.changed.replace("{now}", now)),
        });
    }
    let template = MarkPage {
        f: Frame::new(caller, Place::Movements).in_movement(caller, &view.movement.id, Tab::Criteria),
        w,
        id: view.movement.id.clone(),
        set_id: set.id.clone(),
        set_name: set.name.clone(),
        unit_id: unit.id.clone(),
        heading: w.marks_of.replace("{unit}", &unit.name),
        lines,
        may_mark: may_mark && !matches!(view.movement.state, MovementState::Draft | MovementState::Closed),
    };
    let mut response = page(&template)?;
    if !changed.is_empty() {
        *response.status_mut() = StatusCode::CONFLICT;
    }
    Ok(response)
}

/// `POST /movements/{id}/criteria/{set}/{unit}`: all marks of the page that changed, together.
pub(crate) async fn write(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path((id, set_id, unit_id)): Path<(String, String, String)>,
    Form(typed): Form<Typed>,
) -> Answer {
    let view = movement_for(&app, &visitor, &id, Act::Review).await?;
    let (set, unit) = found(&app, &view, &set_id, &unit_id).await?;
    if matches!(view.movement.state, MovementState::Draft | MovementState::Closed) {
        return Err(Refusal::NotAllowed);
    }
    let (w, c) =
        (words::words(caller.preferences.language), crate::face::words::words(caller.preferences.language));
    let mut reader = Reader::new(&typed, c);
    let now = app.store.marks(&set_id).await?;
    let mut changed = HashMap::new();
    let mut new = Vec::new();
    for position in 0..set.criteria.len() {
        let place = i64::try_from(position).unwrap_or_default();
        let Some(grade) = typed.get(&format!("grade-{position}")).and_then(|code| Grade::from_code(code)) else {
            continue;
        };
        let evidence = reader.text_of(&format!("evidence-{position}"));
        let seen: i64 = typed.get(&format!("seen-{position}")).and_then(|seen| seen.parse().ok()).unwrap_or(-1);
        let current = now.iter().find(|mark| mark.unit_id == unit_id && mark.position == place);
        if current.is_some_and(|mark| mark.grade == grade && mark.evidence == evidence) {
            continue;
        }
        if current.map_or(0, |mark| mark.version) != seen {
            changed.insert(position, current.map_or("", |mark| grade_label(mark.grade, w)).to_owned());
        }
        let (account_name, marked_at) = (visitor.name.clone(), (app.clock)());
        new.push(Mark {
            position: place,
            unit_id: unit_id.clone(),
            grade,
            evidence,
            version: seen,
            account_name,
            marked_at,
        });
    }
    if !changed.is_empty() || !reader.fine() {
        return render(&app, &caller, &view, &set, &unit, (true, Some(&typed), changed)).await;
    }
    if !new.is_empty() {
        let change = app.store.change(visitor.author((app.clock)())).await?;
        for mark in &new {
            match change.mark(&set_id, mark).await {
                Err(StoreError::ChangedMeanwhile) => return Err(Refusal::ChangedMeanwhile),
                other => other?,
            }
        }
        let entry = Entry {
            unit_id: Some(view.plan.unit_id),
            act: "criteria.marked",
            subject: "movement",
            subject_id: id.clone(),
            detail: Some(format!("{}: {} ({})", set.name, unit.name, new.len())),
        };
        change.commit(entry).await?;
    }
    go(format!("/movements/{id}/criteria?done=saved"))
}
