//! Facts of one movement: sort, period, national movement. What nobody wrote is proposed from the name and marked so.

use super::actions::movement_for;
use super::catalogue::{national, national_of};
use super::contents::words::{self, Words};
use crate::App;
use crate::face::forms::{Field as FormField, Input, Reader, Typed};
use crate::face::frame::go;
use crate::face::tabs::Tab;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor};
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use thidua_domain::access::Act;
use thidua_domain::basics::{Language, Says};
use thidua_domain::movements::national::recognise;
use thidua_domain::movements::{MovementKind, State as MovementState, kind::years};
use thidua_store::StoreError;
use thidua_store::audit::Entry;
use thidua_store::movement_facts::Facts;
use thidua_store::movements::Movement;

/// The facts of a movement, and whether a person wrote them.
pub(crate) async fn facts_of(app: &App, movement: &Movement) -> Result<(Facts, bool), Refusal> {
    if let Some(written) = app.store.facts(&movement.id).await? {
        return Ok((written, true));
    }
    let name = &movement.named.name;
    let known = recognise(name, national());
    let proposed = Facts {
        kind: MovementKind::guess(name, movement.named.own),
        years: years(name).or_else(|| known.and_then(|one| one.years)),
        national: known.map(|one| one.key.clone()),
        launched_by: known.map(|one| one.launched_by.clone()),
        focus: false,
        version: 0,
    };
    Ok((proposed, false))
}

pub(crate) fn kind_label(kind: MovementKind, w: &'static Words) -> &'static str {
    match kind {
        MovementKind::Regular => w.mk_regular,
        MovementKind::ByWave => w.mk_by_wave,
        MovementKind::Thematic => w.mk_thematic,
        MovementKind::Special => w.mk_special,
        MovementKind::Peak => w.mk_peak,
        MovementKind::ShortTerm => w.mk_short_term,
        MovementKind::Sector => w.mk_sector,
        MovementKind::Campaign => w.mk_campaign,
        MovementKind::StudyAndFollow => w.mk_study,
    }
}

/// `2021 - 2025`, `2025`, or nothing.
pub(crate) fn years_label(years: Option<(i32, i32)>) -> String {
    match years {
        Some((from, to)) if from == to => from.to_string(),
        Some((from, to)) => format!("{from} - {to}"),
        None => String::new(),
    }
}

/// Refuses what is written before the plan is launched: until then a movement is only a line of a draft.
pub(crate) fn require_launched(movement: &Movement) -> Result<(), Refusal> {
    if movement.state == MovementState::Draft {
        let says = |language| words::words(language).not_launched;
        return Err(Refusal::Invalid(Says::new(says(Language::Vietnamese), says(Language::English))));
    }
    Ok(())
}

/// Refuses what is written before the plan is launched or after the movement was closed: what is closed stays as it was.
pub(crate) fn require_open(movement: &Movement) -> Result<(), Refusal> {
    require_launched(movement)?;
    if movement.state == MovementState::Closed {
        let says = |language| words::words(language).is_closed;
        return Err(Refusal::Invalid(Says::new(says(Language::Vietnamese), says(Language::English))));
    }
    Ok(())
}

#[derive(Template)]
#[template(path = "movements/facts.html")]
struct FactsPage {
    f: Frame,
    w: &'static Words,
    id: String,
    own_id: String,
    name: String,
    fields: Vec<FormField>,
    version: i64,
    refused: bool,
    changed: bool,
}

fn fields(w: &'static Words, facts: &Facts) -> Vec<FormField> {
    let kinds = MovementKind::ALL.iter().map(|kind| (kind.code(), kind_label(*kind, w))).collect();
    let none = (String::new(), w.national_none.to_owned());
    let movements = national().iter().map(|one| (one.key.clone(), one.name.clone()));
    let year = |year: Option<i32>| year.map(|year| year.to_string()).unwrap_or_default();
    vec![
        FormField::new("kind", w.kind, Input::Choice(kinds), facts.kind.code()),
        FormField::new(
            "national",
            w.col_national,
            Input::List(std::iter::once(none).chain(movements).collect()),
            facts.national.clone().unwrap_or_default(),
        ),
        FormField::new("from", w.years_from, Input::Number, year(facts.years.map(|(from, _)| from))),
        FormField::new("to", w.years_to, Input::Number, year(facts.years.map(|(_, to)| to))),
        FormField::new("launched_by", w.launched_by, Input::Line, facts.launched_by.clone().unwrap_or_default()),
        FormField::new("focus", w.focus, Input::Tick, if facts.focus { "yes" } else { "" }),
    ]
}

async fn own_movement(app: &App, plan_id: &str) -> Result<String, Refusal> {
    let all = app.store.movements(plan_id).await?;
    Ok(all.into_iter().find(|one| one.named.own).map(|one| one.id).unwrap_or_default())
}

/// `GET /movements/{id}/facts`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    let view = movement_for(&app, &visitor, &id, Act::Review).await?;
    let (facts, _) = facts_of(&app, &view.movement).await?;
    let w = words::words(caller.preferences.language);
    let fields = fields(w, &facts);
    render(&app, &caller, &view, fields, facts.version, false, false).await
}

async fn render(
    app: &App,
    caller: &Caller,
    view: &super::actions::MovementView,
    fields: Vec<FormField>,
    version: i64,
    refused: bool,
    changed: bool,
) -> Answer {
    let own_id = own_movement(app, &view.plan.id).await?;
    let f = Frame::new(caller, Place::Movements).in_movement(caller, &own_id, Tab::Contents);
    let template = FactsPage {
        f,
        w: words::words(caller.preferences.language),
        id: view.movement.id.clone(),
        own_id,
        name: view.movement.named.name.clone(),
        fields,
        version,
        refused,
        changed,
    };
    crate::face::frame::returned(&template, changed, refused)
}

/// `POST /movements/{id}/facts`.
pub(crate) async fn write(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let view = movement_for(&app, &visitor, &id, Act::Review).await?;
    require_launched(&view.movement)?;
    let (w, c) =
        (words::words(caller.preferences.language), crate::face::words::words(caller.preferences.language));
    let mut reader = Reader::new(&typed, c);
    let kind = reader.code("kind", MovementKind::from_code).unwrap_or(MovementKind::Regular);
    let key = reader.text("national");
    if key.as_deref().is_some_and(|key| national_of(key).is_none()) {
        reader.problem("national", c.bad_choice);
    }
    let mut year = |name: &'static str| -> Option<i32> {
        let typed = reader.text(name)?;
        let year = typed.parse().ok().filter(|year| (1990..=2100).contains(year));
        if year.is_none() {
            reader.problem(name, w.years_bad);
        }
        year
    };
    let (from, to) = (year("from"), year("to"));
    if let (Some(from), Some(to)) = (from, to)
        && from > to
    {
        reader.problem("to", w.years_bad);
    }
    let version = crate::face::forms::seen(&typed);
    let facts = Facts {
        kind,
        years: from.or(to).zip(to.or(from)),
        national: key,
        launched_by: reader.text("launched_by"),
        focus: reader.tick("focus"),
        version,
    };
    if !reader.fine() {
        let fields = reader.mark(fields(w, &facts));
        return render(&app, &caller, &view, fields, version, true, false).await;
    }
    let change = app.store.change(visitor.author((app.clock)())).await?;
    let written = change.write_facts(&id, &facts).await;
    match written {
        Ok(()) => {
            let vi = super::contents::words::words(thidua_domain::basics::Language::Vietnamese);
            let entry = Entry {
                unit_id: Some(view.plan.unit_id.clone()),
                act: "movement.facts-written",
                subject: "movement",
                subject_id: id,
                detail: Some(format!("{}: {}", view.movement.named.name, kind_label(facts.kind, vi))),
            };
            change.commit(entry).await?;
            go(format!("/movements/{}/contents?done=saved", own_movement(&app, &view.plan.id).await?))
        }
        Err(StoreError::ChangedMeanwhile) => {
            drop(change);
            let (newest, _) = facts_of(&app, &view.movement).await?;
            for field in fields(w, &newest) {
                if field.value != typed.get(field.name).map(String::as_str).unwrap_or_default() {
                    reader.problem(field.name, field.value.clone());
                }
            }
            let fields = reader.mark(fields(w, &newest));
            render(&app, &caller, &view, fields, newest.version, true, true).await
        }
        Err(other) => Err(other.into()),
    }
}
