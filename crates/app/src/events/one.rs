//! One congress or conference.

use super::words::{Words, words};
use super::{editing, labels, units};
use crate::App;
use crate::face::forms::Input;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, page, show as shown};
use crate::office::forms::{Came, FormView, answered};
use crate::office::{reach, words as office};
use crate::people::labels::category;
use askama::Template;
use axum::extract::{Path, Query, State};
use chrono::NaiveDate;
use serde::Deserialize;
use std::collections::HashMap;
use thidua_domain::access::Act;
use thidua_domain::events::{Held, held};
use thidua_domain::people::Category;
use thidua_domain::units::Unit;
use thidua_store::events::{Event, EventUnit};

/// Which unit writes.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    pub(super) unit: String,
}

/// An event as somebody may see it.
pub(super) struct Seen {
    pub(super) event: Event,
    /// Whether all units are theirs to see.
    pub(super) whole: bool,
    /// The units below the authority that holds it.
    pub(super) units: Vec<Unit>,
    /// Those for which this person writes.
    pub(super) writes: Vec<Unit>,
    pub(super) said: HashMap<String, EventUnit>,
    pub(super) today: NaiveDate,
}

/// The event of an address.
pub(super) async fn event_for(app: &App, visitor: &Visitor, id: &str) -> Result<Seen, Refusal> {
    let event = app.store.event(id).await?.ok_or(Refusal::NotFound)?;
    let whole = app.may(visitor, Act::Look, &event.unit_id).await?;
    let today = reach::today(app);
    let units = reach::below(app, &event.unit_id, event.day.map_or(today, |day| day.min(today))).await?;
    let office = visitor.actor.may_in(Act::ManageWaves, &event.unit_id);
    let mine = |unit: &&Unit| office || visitor.actor.may_in(Act::ReportFigure, &unit.id);
    let writes: Vec<Unit> = units.iter().filter(mine).cloned().collect();
    // who belongs to a unit below may know of it
    let below = units.iter().any(|unit| visitor.actor.may_in(Act::Look, &unit.id));
    if !whole && !below {
        return Err(Refusal::NotFound);
    }
    let said = app.store.event_units(id).await?;
    Ok(Seen { event, whole, units, writes, said, today })
}

/// Which of the forms came back.
pub(super) enum Marked {
    Nothing,
    Event(FormView),
    Unit(Box<FormView>, String),
}

struct UnitRow {
    id: String,
    name: String,
    class: &'static str,
    standing: String,
    held_on: String,
    said: String,
    delegates: String,
    may_write: bool,
}

#[derive(Template)]
#[template(path = "events/one.html")]
struct EventPage {
    f: Frame,
    w: &'static Words,
    o: &'static office::Words,
    id: String,
    whole: bool,
    name: String,
    kind: &'static str,
    level: &'static str,
    days: String,
    place: String,
    below_by: String,
    called_off: Option<String>,
    wave: Option<(String, String)>,
    programme: Vec<String>,
    result: Option<String>,
    n_held: usize,
    n_missing: usize,
    n_delegates: i64,
    rows: Vec<UnitRow>,
    categories: Vec<(&'static str, i64)>,
    message: String,
    form: Option<FormView>,
    unit_form: Option<FormView>,
    unit_name: String,
    history: Vec<String>,
}

/// `GET /events/{id}`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let seen = event_for(&app, &visitor, &id).await?;
    let language = caller.preferences.language;
    let marked = match units::writing(&seen, &asked.unit) {
        Some(unit) => Marked::Unit(Box::new(units::form(&seen, unit, language)), unit.name.clone()),
        None => Marked::Nothing,
    };
    render(&app, &caller, &visitor, &id, marked).await
}

fn delegates(unit: Option<&EventUnit>, p: &'static crate::people::words::Words) -> String {
    let parts = unit.into_iter().flat_map(|unit| &unit.delegates);
    parts.map(|(of, n)| format!("{} {n}", category(*of, p))).collect::<Vec<_>>().join("; ")
}

/// What is said of the wave that is tied to an event: its address and the sentence.
async fn wave_says(app: &App, event: &Event, w: &'static Words) -> Result<Option<(String, String)>, Refusal> {
    let Some(id) = &event.wave_id else { return Ok(None) };
    let Some(led) = app.store.wave(id).await? else { return Ok(None) };
    let says = match (led.wave.to, event.day) {
        (Some(to), Some(day)) if to == day => w.wave_ends,
        (Some(_), _) => w.wave_differs,
        (None, _) => w.wave_waits,
    };
    let says = says.replace("{wave}", &led.wave.name).replace("{day}", &shown::day(led.wave.to));
    Ok(Some((format!("/waves/{id}"), says)))
}

pub(super) async fn render(app: &App, caller: &Caller, visitor: &Visitor, id: &str, marked: Marked) -> Answer {
    let seen = event_for(app, visitor, id).await?;
    let language = caller.preferences.language;
    let (w, p) = (words(language), crate::people::words::words(language));
    let f = Frame::new(caller, Place::Calendar);
    let event = &seen.event;
    let stands = |unit: &Unit| {
        let on = seen.said.get(&unit.id).and_then(|one| one.held_on);
        held(on, event.below_by, event.day, seen.today)
    };
    let may_see = |unit: &&Unit| seen.whole || seen.writes.iter().any(|one| one.id == unit.id);
    let rows: Vec<UnitRow> = seen
        .units
        .iter()
        .filter(may_see)
        .map(|unit| {
            let one = seen.said.get(&unit.id);
            let (class, standing) = labels::held(stands(unit), w);
            UnitRow {
                id: unit.id.clone(),
                name: unit.name.clone(),
                class,
                standing,
                held_on: shown::day(one.and_then(|one| one.held_on)),
                said: one.and_then(|one| one.said.clone()).unwrap_or_default(),
                delegates: delegates(one, p),
                may_write: event.withdrawn.is_none() && seen.writes.iter().any(|other| other.id == unit.id),
            }
        })
        .collect();
    let missing: Vec<&str> = seen
        .units
        .iter()
        .filter(|unit| matches!(stands(unit), Held::NotYet | Held::Late(_)))
        .map(|unit| unit.name.as_str())
        .collect();
    let sent = |of: Category| -> i64 {
        let all = seen.said.values().flat_map(|one| &one.delegates);
        all.filter(|(category, _)| *category == of).map(|(_, n)| *n).fold(0, i64::saturating_add)
    };
    let categories: Vec<(&'static str, i64)> = Category::ALL
        .iter()
        .map(|one| (category(*one, p), sent(*one)))
        .filter(|(_, n)| *n > 0 && seen.whole)
        .collect();
    let last = event.below_by.or_else(|| event.day.and_then(|day| day.pred_opt()));
    let by = last.map(|day| w.by.replace("{day}", &shown::day(Some(day)))).unwrap_or_default();
    let message = if missing.is_empty() || event.withdrawn.is_some() {
        String::new()
    } else {
        w.message.replace("{by}", &by).replace("{units}", &missing.join("; ")).replace("{event}", &event.name)
    };
    let a = crate::audit::words::words(language);
    let history = if seen.whole { app.store.history_of("event", id).await? } else { Vec::new() };
    let history = history.into_iter().rev().map(|one| {
        let detail = one.detail.map(|detail| format!(": {detail}")).unwrap_or_default();
        format!(
            "{} {}, {}{detail}",
            shown::moment(one.at),
            crate::audit::labels::label(&one.act, a),
            one.account_name
        )
    });
    let manages = app.may(visitor, Act::ManageWaves, &event.unit_id).await?;
    let (form, unit_form) = match marked {
        Marked::Event(form) => (Some(form), None),
        Marked::Unit(form, name) => (None, Some((*form, name))),
        Marked::Nothing => (None, None),
    };
    let came = form.as_ref().or(unit_form.as_ref().map(|(form, _)| form)).map_or(Came::Fresh, |form| form.came);
    let form = match form {
        Some(form) => Some(form),
        None if manages => Some(editing::form(app, event, language).await?),
        None => None,
    };
    let (unit_form, unit_name) = unit_form.map_or((None, String::new()), |(form, name)| (Some(form), name));
    let template = EventPage {
        o: office::words(language),
        id: event.id.clone(),
        name: event.name.clone(),
        kind: labels::kind(event.kind, w),
        level: shown::level(event.level, f.c),
        days: labels::days(event, w),
        place: event.place.clone().unwrap_or_default(),
        below_by: shown::day(last),
        called_off: event.withdrawn.clone(),
        wave: if seen.whole { wave_says(app, event, w).await? } else { None },
        programme: event
            .programme
            .iter()
            .flat_map(|text| text.lines())
            .map(|line| line.trim().trim_start_matches(['-', '+', '•']).trim().to_owned())
            .filter(|line| !line.is_empty())
            .collect(),
        result: event.result.clone(),
        n_held: seen.units.len() - missing.len(),
        n_missing: missing.len(),
        n_delegates: categories.iter().map(|(_, n)| *n).fold(0, i64::saturating_add),
        rows,
        categories,
        message,
        form,
        unit_form,
        unit_name,
        history: history.collect(),
        whole: seen.whole,
        f,
        w,
    };
    answered(page(&template), came)
}
