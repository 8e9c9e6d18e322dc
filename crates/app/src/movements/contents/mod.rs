//! Contents of a movement: purposes, fields, focus tasks, programmes, what was carried over; each leads to its line and
//! to its targets.

pub(crate) mod carrying;
pub(crate) mod editing;
pub(crate) mod promises;
mod propose;
pub(crate) mod words;

use super::actions::movement_for;
use super::catalogue;
use super::facts::{facts_of, kind_label, years_label};
use crate::App;
use crate::face::tabs::Tab;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, page};
use askama::Template;
use axum::extract::{Path, State};
use carrying::Carriable;
use std::collections::HashMap;
use thidua_domain::access::Act;
use thidua_domain::movements::State as MovementState;
use thidua_domain::movements::kind::Field;
use thidua_store::movement_facts::{Content, ContentKind};
use words::Words;

pub(crate) use propose::take_from_plan;

pub(super) fn kind_of(kind: ContentKind, w: &'static Words) -> &'static str {
    match kind {
        ContentKind::Purpose => w.k_purpose,
        ContentKind::Area => w.k_area,
        ContentKind::FocusTask => w.k_focus,
        ContentKind::Breakthrough => w.k_breakthrough,
        ContentKind::Programme => w.k_programme,
        ContentKind::Carried => w.k_carried,
    }
}

/// The name of a field of work.
pub(crate) fn field_name(field: Field, language: thidua_domain::basics::Language) -> &'static str {
    field_of(field, words::words(language))
}

pub(super) fn field_of(field: Field, w: &'static Words) -> &'static str {
    match field {
        Field::Economy => w.f_economy,
        Field::Society => w.f_society,
        Field::Health => w.f_health,
        Field::Education => w.f_education,
        Field::Security => w.f_security,
        Field::Reform => w.f_reform,
        Field::Politics => w.f_politics,
        Field::Emulation => w.f_emulation,
        Field::Other => w.f_other,
    }
}

struct Item {
    id: String,
    numbering: String,
    field: &'static str,
    text: String,
    line: i64,
    answer: Option<String>,
    targets: Vec<(String, String)>,
    tasks: usize,
}

struct Group {
    kind: ContentKind,
    label: &'static str,
    items: Vec<Item>,
}

struct Attached {
    id: String,
    name: String,
    line: u32,
    kind: &'static str,
    national: String,
    years: String,
    written: bool,
    result: Option<String>,
}

#[derive(Template)]
#[template(path = "movements/contents/list.html")]
struct ContentsPage {
    f: Frame,
    w: &'static Words,
    id: String,
    plan_id: String,
    plan_number: String,
    groups: Vec<Group>,
    nothing: bool,
    attached: Vec<Attached>,
    may_edit: bool,
    carriable: Vec<Carriable>,
    carry_says: String,
    pw: &'static Words,
    promises: Vec<promises::PromiseRow>,
    may_promise: bool,
}

/// `GET /movements/{id}/contents`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    let view = movement_for(&app, &visitor, &id, Act::Look).await?;
    let w = words::words(caller.preferences.language);
    let f = Frame::new(&caller, Place::Movements).in_movement(&caller, &id, Tab::Contents);
    let contents = app.store.contents(&id).await?;
    let names: HashMap<String, String> =
        app.store.targets(&view.plan.id).await?.into_iter().map(|one| (one.id, one.draft.name)).collect();
    let may_edit = app.may(&visitor, Act::Review, &view.plan.unit_id).await?
        && !matches!(view.movement.state, MovementState::Draft | MovementState::Closed);
    let carriable = if may_edit { carrying::carriable(&app, &view, &contents, w, f.c).await? } else { Vec::new() };
    let year = view.plan.subject_year.unwrap_or_default() - 1;
    let groups = ContentKind::ALL
        .into_iter()
        .map(|kind| Group { kind, label: kind_of(kind, w), items: items(&contents, kind, &names, w) })
        .filter(|group| !group.items.is_empty())
        .collect();
    let promises =
        promises::rows(&app, &id, &contents, view.plan.subject_year, caller.preferences.language).await?;
    let template = ContentsPage {
        pw: w,
        promises,
        may_promise: may_edit,
        f: f.with_sample(view.plan.illustrative),
        w,
        plan_id: view.plan.id.clone(),
        plan_number: view.plan.number_symbol.clone().unwrap_or_default(),
        groups,
        nothing: contents.is_empty(),
        attached: attached(&app, &view.plan.id, w).await?,
        may_edit,
        carry_says: w.carry_says.replace("{year}", &year.to_string()),
        carriable,
        id,
    };
    page(&template)
}

fn items(contents: &[Content], kind: ContentKind, names: &HashMap<String, String>, w: &'static Words) -> Vec<Item> {
    let of = |one: &Content| Item {
        id: one.id.clone(),
        numbering: one.numbering.clone().unwrap_or_default(),
        field: field_of(one.field, w),
        text: one.text.clone(),
        line: one.lines.map_or(0, |(first, _)| first),
        answer: one.answer.clone(),
        tasks: one.tasks.len(),
        targets: one.targets.iter().filter_map(|id| names.get(id).map(|name| (id.clone(), name.clone()))).collect(),
    };
    contents.iter().filter(|one| one.kind == kind).map(of).collect()
}

async fn attached(app: &App, plan_id: &str, w: &'static Words) -> Result<Vec<Attached>, Refusal> {
    let mut found = Vec::new();
    for movement in app.store.movements(plan_id).await? {
        let (facts, written) = facts_of(app, &movement).await?;
        found.push(Attached {
            kind: kind_label(facts.kind, w),
            national: facts
                .national
                .as_deref()
                .and_then(catalogue::national_of)
                .map_or_else(String::new, |one| one.name.clone()),
            years: years_label(facts.years),
            written,
            line: movement.named.lines.first,
            result: movement.result.clone(),
            name: movement.named.name,
            id: movement.id,
        });
    }
    Ok(found)
}
