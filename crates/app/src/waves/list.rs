//! The waves of a movement: a list with what is worth looking at, and the form that opens another.

use super::words::{self, Words};
use super::{actions, form, label};
use crate::App;
use crate::calendar::countdown;
use crate::face::forms::{Field, Input, Reader, Typed};
use crate::face::frame::go;
use crate::face::tabs::Tab;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, show};
use crate::movements::actions::{MovementView, movement_for};
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use chrono::NaiveDate;
use serde::Deserialize;
use thidua_domain::access::Act;
use thidua_domain::calendar::WorkCalendar;
use thidua_domain::waves::{Phase, WaveKind, notices};
use thidua_store::bottlenecks::Bottleneck;
use thidua_store::waves::LedWave;

/// A wave in the list.
struct Row {
    id: String,
    name: String,
    kind: &'static str,
    days: String,
    deadline: String,
    countdown: Option<countdown::Shown>,
    phase: &'static str,
    withdrawn: bool,
    occasions: usize,
    notices: Vec<String>,
}

#[derive(Template)]
#[template(path = "waves/list.html")]
struct ListPage {
    f: Frame,
    w: &'static Words,
    id: String,
    title: String,
    rows: Vec<Row>,
    may_open: bool,
    may_manage: bool,
    fields: Vec<Field>,
    refused: bool,
    asked: bool,
    bottleneck: String,
}

/// What the address asks for: the form of a kind of wave.
#[derive(Deserialize, Default)]
pub(crate) struct Asked {
    new: Option<String>,
    /// The bottleneck for which the wave is opened.
    bottleneck: Option<String>,
}

/// `GET /movements/{id}/waves`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let view = movement_for(&app, &visitor, &id, Act::Look).await?;
    let kind = asked.new.as_deref().and_then(WaveKind::from_code).filter(|kind| WaveKind::OPENED.contains(kind));
    let on = match &asked.bottleneck {
        Some(id) => Some(crate::bottlenecks::pages::item_for(&app, &visitor, id).await?.0),
        None => None,
    };
    render(&app, &caller, &visitor, &view, Opening { kind, on }, None).await
}

/// What the form that opens a wave begins with.
#[derive(Default)]
struct Opening {
    kind: Option<WaveKind>,
    /// The bottleneck it is opened for.
    on: Option<Bottleneck>,
}

/// The year whose days a wave of this movement has.
pub(super) fn year_of(app: &App, view: &MovementView) -> i32 {
    let year = view.plan.subject_year.and_then(|year| i32::try_from(year).ok());
    year.unwrap_or_else(|| chrono::Datelike::year(&crate::local_date((app.clock)())))
}

async fn render(
    app: &App,
    caller: &Caller,
    visitor: &Visitor,
    view: &MovementView,
    opening: Opening,
    marked: Option<Vec<Field>>,
) -> Answer {
    let w = words::words(caller.preferences.language);
    let id = view.movement.id.clone();
    let f = Frame::new(caller, Place::Movements).in_movement(caller, &id, Tab::Waves);
    let calendar = crate::calendar::of_unit(app, &view.plan.unit_id).await?;
    let today = crate::local_date((app.clock)());
    // attached movements share the waves of the plan's own
    let movements = app.store.movements(&view.plan.id).await?;
    let own = movements.iter().find(|one| one.named.own).map_or(id.as_str(), |one| &one.id);
    let waves = app.store.waves_of_movement(own).await?;
    let may_manage = app.may(visitor, Act::ManageWaves, &view.plan.unit_id).await?;
    let may_open = may_manage && view.movement.named.own && view.movement.state.takes_figures();
    let refused = marked.is_some();
    let fields = marked.unwrap_or_else(|| {
        let kind = opening.kind.unwrap_or(WaveKind::Thematic);
        let mut wave = form::begun(kind, year_of(app, view), &calendar, w);
        if let Some(on) = &opening.on {
            let said = super::during::words::words(caller.preferences.language).for_bottleneck;
            wave.name = said.replace("{name}", &on.text.name);
            wave.goal = on.text.direction.clone();
        }
        form::fields(&wave, false, w)
    });
    let template = ListPage {
        title: view
            .plan
            .number_symbol
            .clone()
            .or(view.plan.title.clone())
            .unwrap_or_else(|| view.movement.named.name.clone()),
        rows: rows(&waves, today, &calendar, caller, w),
        may_open,
        may_manage: may_manage && view.movement.named.own,
        fields,
        refused,
        asked: opening.kind.is_some(),
        bottleneck: opening.on.map(|on| on.id).unwrap_or_default(),
        f: f.with_sample(view.plan.illustrative),
        w,
        id,
    };
    crate::face::frame::returned(&template, false, refused)
}

fn rows(
    waves: &[LedWave],
    today: NaiveDate,
    calendar: &WorkCalendar,
    caller: &Caller,
    w: &'static Words,
) -> Vec<Row> {
    // a withdrawn wave leaves no gap and overlaps nothing
    let counted: Vec<&LedWave> = waves.iter().filter(|one| one.withdrawn.is_none()).collect();
    let found = notices(&counted.iter().map(|one| one.wave.clone()).collect::<Vec<_>>());
    let of = |id: &str| {
        let mine = found.iter().filter(|(at, _)| counted[*at].id == id);
        mine.map(|(_, notice)| label::notice(notice, w)).collect::<Vec<_>>()
    };
    waves
        .iter()
        .map(|one| Row {
            id: one.id.clone(),
            name: one.wave.name.clone(),
            kind: label::kind(one.wave.kind, w),
            days: label::days(one.wave.from, one.wave.to, w),
            deadline: label::deadline(&one.wave, w),
            countdown: standing(one, today, calendar, caller, w),
            phase: label::phase(one.wave.phase(today, one.closed.is_some()), w),
            withdrawn: one.withdrawn.is_some(),
            occasions: one.wave.occasions.len(),
            notices: of(&one.id),
        })
        .collect()
}

/// How a wave stands to its deadline: what is left, or how late it was summed up.
pub(super) fn standing(
    led: &LedWave,
    today: NaiveDate,
    calendar: &WorkCalendar,
    caller: &Caller,
    w: &'static Words,
) -> Option<countdown::Shown> {
    if led.withdrawn.is_some() {
        return None;
    }
    let last = led.wave.last_summary_day();
    if led.wave.phase(today, led.closed.is_some()) == Phase::Closed {
        let on = led.summing_up.on?;
        let late = last.filter(|last| *last < on).map(|last| calendar.between(last, on).value);
        let said = w.summed_on.replace("{day}", &show::day(Some(on)));
        let text = match late {
            Some(0) => format!("{said}, {}", w.summed_late_rest),
            Some(days) => format!("{said}, {}", w.summed_late.replace("{n}", &days.to_string())),
            None => said,
        };
        return Some(countdown::Shown { text, late: late.is_some(), doubt: String::new() });
    }
    Some(countdown::of(led.wave.deadline()?.remaining(today, calendar)?, caller.preferences.language))
}

/// `POST /movements/{id}/waves`.
pub(crate) async fn open(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let view = movement_for(&app, &visitor, &id, Act::ManageWaves).await?;
    let w = words::words(caller.preferences.language);
    if !view.movement.named.own {
        return Err(Refusal::NotFound);
    }
    let on = match typed.get("bottleneck").filter(|id| !id.is_empty()) {
        Some(id) => Some(crate::bottlenecks::pages::item_for(&app, &visitor, id).await?.0),
        None => None,
    };
    let mut reader = Reader::new(&typed, crate::face::words::words(caller.preferences.language));
    let own = crate::calendar::occasions_of_unit(&app, &view.plan.unit_id).await?;
    let wave = form::read(None, year_of(&app, &view), &own, &mut reader, w, crate::local_date((app.clock)()));
    if !view.movement.state.takes_figures() {
        reader.problem("name", w.not_open);
    }
    if !reader.fine() {
        let fields = reader.mark(form::fields(&wave, false, w));
        return render(&app, &caller, &visitor, &view, Opening { kind: None, on }, Some(fields)).await;
    }
    let author = visitor.author((app.clock)());
    let wave_id =
        actions::open(&app, author, &view.plan.unit_id, &id, &wave, on.as_ref().map(|on| on.id.as_str())).await?;
    go(format!("/waves/{wave_id}?done=saved"))
}
