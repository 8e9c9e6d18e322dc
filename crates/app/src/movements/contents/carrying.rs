//! What last year left open: unmet targets, difficulties, lessons and directions of the same unit's movement of the year
//! before, carried into this year's where somebody ticks them.

use super::super::actions::{MovementView, movement_for};
use super::super::facts::require_launched;
use super::words::{self, Words};
use crate::App;
use crate::evaluation::evaluate;
use crate::face::forms::Typed;
use crate::face::frame::go;
use crate::face::{Answer, Caller, Refusal, Visitor, show};
use axum::Form;
use axum::extract::{Path, State};
use thidua_domain::access::Act;
use thidua_domain::movements::kind::Field;
use thidua_domain::periods::Period;
use thidua_domain::targets::Status;
use thidua_store::audit::Entry;
use thidua_store::movement_facts::{Content, ContentKind};

/// Something that can be carried over.
pub(crate) struct Carriable {
    /// Name of its tick.
    pub(crate) key: String,
    pub(crate) text: String,
    /// The page it comes from.
    pub(crate) address: String,
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
        let figures = app.store.figures_of_plan(&plan.id).await?;
        let evaluation = evaluate(app.store.targets(&plan.id).await?, &figures, Period::Year);
        for row in &evaluation.rows {
            let Some(status) = row.judgement.as_ref().and_then(|one| one.status) else { continue };
            if !matches!(status, Status::Missed | Status::AtRisk | Status::NotBegun) {
                continue;
            }
            let text = w
                .carry_target
                .replace("{name}", &row.target.draft.name)
                .replace("{status}", show::status(Some(status), c));
            let address = format!("/targets/{}?period=Y", row.target.id);
            found.push(Carriable { key: format!("target-{}", row.target.id), text, address });
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
                found.push(Carriable {
                    key: format!("{what}-{}", movement.id),
                    text: says.replace("{text}", text),
                    address,
                });
            }
        }
    }
    found.retain(|one| !there.iter().any(|old| old.kind == ContentKind::Carried && old.text == one.text));
    Ok(found)
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
    require_launched(&view.movement)?;
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
        let of = |one: &Carriable| Content {
            id: change.new_id(),
            kind: ContentKind::Carried,
            numbering: None,
            field: Field::guess(&one.text),
            text: one.text.clone(),
            lines: None,
            answer: None,
            version: 0,
            targets: Vec::new(),
            tasks: Vec::new(),
        };
        let contents: Vec<Content> = ticked.iter().map(of).collect();
        change.add_contents(&id, &contents).await?;
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
