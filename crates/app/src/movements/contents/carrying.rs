//! What last year left open: unmet targets, difficulties, lessons and directions of the same unit's movement of the year
//! before, carried into this year's where somebody ticks them.

use super::super::actions::{MovementView, movement_for};
use super::super::facts::require_open;
use super::words::{self, Words};
use crate::App;
use crate::evaluation::evaluate;
use crate::face::forms::Typed;
use crate::face::frame::go;
use crate::face::{Answer, Caller, Refusal, Visitor, show};
use axum::Form;
use axum::extract::{Path, State};
use thidua_domain::access::Act;
use thidua_domain::figures::Figure;
use thidua_domain::movements::kind::Field;
use thidua_domain::periods::Period;
use thidua_domain::targets::Status;
use thidua_domain::tasks::{Manner, Weight};
use thidua_store::audit::Entry;
use thidua_store::movement_facts::{Content, ContentKind};
use thidua_store::plans::PlanLine;
use thidua_store::tasks::{NewTask, Origin, TaskText};
use thidua_store::{Change, StoreError};

/// Something that can be carried over.
pub(crate) struct Carriable {
    /// Name of its tick.
    pub(crate) key: String,
    pub(crate) text: String,
    /// The page it comes from.
    pub(crate) address: String,
    /// Whether it was left to this year when last year was summed up.
    pub(crate) left: bool,
    /// As what: `carried`, `focus-task`, `task`.
    pub(crate) as_what: String,
    /// The movement that leaves it.
    pub(crate) from: String,
}

/// What last year's movement of the unit left open and is not here yet.
pub(super) async fn carriable(
    app: &App,
    view: &MovementView,
    there: &[Content],
    w: &'static Words,
    c: &'static crate::face::words::Words,
) -> Result<Vec<Carriable>, Refusal> {
    let Some(year) = view.plan.subject_year else { return Ok(Vec::new()) };
    let plans = app.store.plans(Some(&[view.plan.unit_id.as_str()])).await?;
    let mut found = Vec::new();
    for plan in plans.into_iter().filter(|plan| plan.issued && plan.subject_year == Some(year - 1)) {
        found.extend(left_open(app, &plan, w, c).await?);
    }
    found.retain(|one| !there.iter().any(|old| old.text == one.text));
    Ok(found)
}

/// What the movement of a plan leaves open: targets that were not met with their last values, difficulties, causes, lessons
/// and directions, of the movement and of its summing-ups, and what inspections found that was not mended.
pub(crate) async fn left_open(
    app: &App,
    plan: &PlanLine,
    w: &'static Words,
    c: &'static crate::face::words::Words,
) -> Result<Vec<Carriable>, Refusal> {
    let Some(from) = plan.movement_id.as_deref() else { return Ok(Vec::new()) };
    let mut found: Vec<Carriable> = Vec::new();
    let figures = app.store.figures_of_plan(&plan.id).await?;
    let evaluation = evaluate(app.store.targets(&plan.id).await?, &figures, Period::Year);
    for row in &evaluation.rows {
        let Some(status) = row.judgement.as_ref().and_then(|one| one.status) else { continue };
        if !matches!(status, Status::Missed | Status::AtRisk | Status::NotBegun) {
            continue;
        }
        let last = figures
            .iter()
            .filter(|one| one.reported.target_id == row.target.id && one.reported.figure != Figure::NotEntered)
            .max_by_key(|one| one.reported.period);
        let value = last.map_or_else(
            || w.carry_no_value.to_owned(),
            |last| {
                let unit = row.target.draft.unit.as_deref().unwrap_or_default();
                let figure = show::figure(last.reported.figure, c);
                w.carry_value.replace("{value}", format!("{figure} {unit}").trim_end())
            },
        );
        let says = if status == Status::NotBegun { w.carry_unreported } else { w.carry_target };
        let text = says
            .replace("{name}", &row.target.draft.name)
            .replace("{status}", show::status(Some(status), c))
            .replace("{value}", &value);
        let period = last.map_or(Period::Year, |last| last.reported.period);
        let address = format!("/targets/{}?period={}", row.target.id, period.code());
        add(&mut found, from, format!("target-{}", row.target.id), text, address);
    }
    for movement in app.store.movements(&plan.id).await?.into_iter().filter(|one| one.named.own) {
        let texts = [
            ("difficulty", w.carry_difficulty, &movement.difficulties),
            ("lesson", w.carry_lesson, &movement.lessons),
            ("direction", w.carry_direction, &movement.directions),
        ];
        for (what, says, text) in texts {
            let Some(text) = text else { continue };
            let address = format!("/movements/{}", movement.id);
            add(&mut found, from, format!("{what}-{}", movement.id), says.replace("{text}", text), address);
        }
        for up in app.store.summing_ups(&movement.id).await? {
            let texts = [
                ("difficulty", w.carry_difficulty, &up.text.causes),
                ("lesson", w.carry_lesson, &up.text.lessons),
                ("direction", w.carry_direction, &up.text.directions),
            ];
            for (what, says, text) in texts {
                let Some(text) = text else { continue };
                let address = format!("/reviews/{}", up.id);
                add(&mut found, from, format!("{what}-{}", up.id), says.replace("{text}", text), address);
            }
        }
        for inspection in app.store.inspections_of_movement(&movement.id).await? {
            for one in app.store.findings_of(&inspection.id).await? {
                if one.mended_on.is_some() || one.settled.is_some() {
                    continue;
                }
                let text = w.carry_finding.replace("{unit}", &one.subject_name).replace("{text}", &one.what);
                let address = format!("/inspections/{}", inspection.id);
                add(&mut found, from, format!("finding-{}", one.id), text, address);
            }
        }
        for left in app.store.left_to_next_year(&movement.id).await? {
            if let Some(one) = found.iter_mut().find(|one| one.key == left.item) {
                (one.left, one.as_what) = (true, left.as_what);
            }
        }
    }
    Ok(found)
}

/// A summing-up often repeats what stands on the movement: that is left open once.
fn add(found: &mut Vec<Carriable>, from: &str, key: String, text: String, address: String) {
    if !found.iter().any(|one| one.text == text) {
        let as_what = "carried".to_owned();
        found.push(Carriable { key, text, address, left: false, as_what, from: from.to_owned() });
    }
}

/// Brings what was left open into a movement, each as what was chosen, and notes for the movement before that it stands
/// there.
pub(crate) async fn bring(change: &Change, view: &MovementView, chosen: &[Carriable]) -> Result<(), StoreError> {
    let mut contents = Vec::new();
    for one in chosen {
        if one.as_what == "task" {
            let origin = Origin { movement_id: Some(view.movement.id.clone()), ..Origin::default() };
            let text = task(&one.text);
            let id = change.new_id();
            let unit_id = &view.plan.unit_id;
            change.add_task(&NewTask { id: &id, unit_id, origin: &origin, text: &text }).await?;
            let entry = Entry {
                unit_id: Some(unit_id.clone()),
                act: "task.added",
                subject: "task",
                subject_id: id,
                detail: Some(text.work),
            };
            change.note(entry).await?;
        } else {
            contents.push(Content {
                id: change.new_id(),
                kind: if one.as_what == "focus-task" { ContentKind::FocusTask } else { ContentKind::Carried },
                numbering: None,
                field: Field::guess(&one.text),
                text: one.text.clone(),
                lines: None,
                answer: None,
                version: 0,
                targets: Vec::new(),
                tasks: Vec::new(),
            });
        }
        let item = (one.key.as_str(), one.as_what.as_str());
        change.leave_to_next_year(&one.from, item, &one.text, Some(&view.movement.id)).await?;
    }
    if contents.is_empty() { Ok(()) } else { change.add_contents(&view.movement.id, &contents).await }
}

/// A draft that waits for the unit, the day and what else makes a task clear.
fn task(work: &str) -> TaskText {
    TaskText {
        manner: Manner::Assignment,
        lead_unit_id: None,
        with_units: Vec::new(),
        actor: None,
        responsible: None,
        person_id: None,
        work: work.to_owned(),
        responsibility: None,
        deadline: None,
        outcome: None,
        weight: Some(Weight::Focus),
        programme: None,
    }
}

/// `POST /movements/{id}/contents/carry`.
pub(crate) async fn carry(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let view = movement_for(&app, &visitor, &id, Act::Review).await?;
    require_open(&view.movement)?;
    let language = caller.preferences.language;
    let (w, c) = (words::words(language), crate::face::words::words(language));
    let there = app.store.contents(&id).await?;
    let ticked: Vec<Carriable> = carriable(&app, &view, &there, w, c)
        .await?
        .into_iter()
        .filter(|one| typed.contains_key(&one.key))
        .collect();
    if !ticked.is_empty() {
        let change = app.store.change(visitor.author((app.clock)())).await?;
        bring(&change, &view, &ticked).await?;
        let entry = Entry {
            unit_id: Some(view.plan.unit_id),
            act: "movement.carried-over",
            subject: "movement",
            subject_id: id.clone(),
            detail: Some(super::propose::log_items(ticked.len())),
        };
        change.commit(entry).await?;
    }
    go(format!("/movements/{id}/contents?done=saved"))
}
