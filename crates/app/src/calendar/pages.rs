//! The calendar as a page: what is due, the year in months, and everything by day.

use super::entries::{Asked, Due, Entry, Kind, gather, of_everybody, sorted};
use super::month::{Month, anchor, months};
use super::words::{self, Words};
use super::{actions, countdown};
use crate::App;
use crate::face::frame::go;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, page, show};
use askama::Template;
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use chrono::{Datelike, NaiveDate};
use serde::Deserialize;
use std::collections::HashMap;
use thidua_domain::access::Act;
use thidua_domain::basics::date::short;
use thidua_domain::calendar::occasions::Occasion;
use thidua_domain::calendar::{WorkCalendar, lunar};
use thidua_store::StoreError;

/// Entries of each kind on a page.
const A_PAGE: i64 = 300;

/// What the address asks for.
#[derive(Deserialize, Default)]
pub(crate) struct Wanted {
    /// As it was sent: what is no year counts as none.
    pub(super) year: Option<String>,
    pub(super) unit: Option<String>,
}

/// A line of the list.
struct Line {
    anchor: Option<String>,
    days: String,
    class: &'static str,
    kind: &'static str,
    title: String,
    note: String,
    address: Option<String>,
    standing: Option<countdown::Shown>,
}

/// A month of the list.
struct Agenda {
    name: String,
    lines: Vec<Line>,
}

struct Undated {
    id: String,
    name: String,
    event: String,
}

#[derive(Template)]
#[template(path = "calendar/calendar.html")]
struct CalendarPage {
    f: Frame,
    w: &'static Words,
    year: i32,
    heading: String,
    unit: Option<String>,
    unit_name: String,
    years: Vec<i64>,
    due: Vec<Line>,
    months: Vec<Month>,
    weekdays: [&'static str; 7],
    agenda: Vec<Agenda>,
    own: bool,
    undated: Vec<Undated>,
    too_many: bool,
    given_since: Option<String>,
    given: Option<String>,
}

/// Whose calendar it is and which year: the units, and the working days that count for them.
pub(super) struct View {
    pub(super) units: Option<Vec<String>>,
    pub(super) unit: Option<String>,
    pub(super) year: i32,
    pub(super) calendar: WorkCalendar,
    /// The first authority and those above it.
    pub(super) path: Vec<String>,
    /// Their own occasions, each with its authority.
    pub(super) own: Vec<(String, Occasion)>,
    pub(super) today: NaiveDate,
}

impl View {
    /// The view that somebody asks for: one unit that they may look at, or all of their own.
    pub(super) async fn of(app: &App, visitor: &Visitor, wanted: &Wanted) -> Result<View, Refusal> {
        let today = crate::local_date((app.clock)());
        let asked = wanted.unit.clone().filter(|unit| !unit.is_empty());
        let units = match &asked {
            Some(unit) => {
                app.require(visitor, Act::Look, unit).await?;
                Some(vec![unit.clone()])
            }
            None => visitor.scope().map(|units| units.into_iter().map(str::to_owned).collect()),
        };
        let path = match units.as_ref().and_then(|units: &Vec<String>| units.first()) {
            Some(unit) => app.store.path_ids(unit).await?,
            None => Vec::new(),
        };
        let calendar = super::of_path(app, &path).await?;
        let own = app.store.occasions_of(&path).await?;
        // outside these years neither the law nor the lunar calendar is on file
        let asked_year = wanted.year.as_ref().and_then(|year| year.trim().parse::<i32>().ok());
        let year = asked_year.filter(|year| (1950..=2100).contains(year)).unwrap_or(today.year());
        Ok(View { units, unit: asked, year, calendar, path, own, today })
    }
}

impl View {
    /// The occasions of the authorities' own.
    pub(super) fn occasions(&self) -> Vec<Occasion> {
        self.own.iter().map(|(_, occasion)| occasion.clone()).collect()
    }
}

/// `GET /calendar`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Query(wanted): Query<Wanted>,
) -> Answer {
    render(&app, &caller, &visitor, &wanted, None).await
}

async fn render(app: &App, caller: &Caller, visitor: &Visitor, wanted: &Wanted, given: Option<String>) -> Answer {
    let language = caller.preferences.language;
    let w = words::words(language);
    let f = Frame::new(caller, Place::Calendar);
    let view = View::of(app, visitor, wanted).await?;
    let units: Option<Vec<&str>> = view.units.as_ref().map(|units| units.iter().map(String::as_str).collect());
    let occasions = view.occasions();
    let asked = Asked {
        app,
        units: units.as_deref(),
        year: view.year,
        language,
        calendar: &view.calendar,
        own: &occasions,
        limit: A_PAGE,
    };
    let own = gather(&asked).await?;
    let too_many = own.len() >= usize::try_from(A_PAGE).unwrap_or(usize::MAX);
    let names = names(app, &view, &own).await?;
    let undated = undated(&asked).await?;
    let due = due(&own, &view, &names, caller, w);
    let has_own = !own.is_empty();
    let all = sorted(own.into_iter().chain(of_everybody(&asked)).collect());
    let unit_name = match &view.unit {
        Some(unit) => app.store.unit(unit).await?.map(|unit| unit.name).unwrap_or_default(),
        None => String::new(),
    };
    let template = CalendarPage {
        year: view.year,
        heading: heading(view.year, w),
        unit_name,
        years: app.store.movement_years(units.as_deref()).await?,
        due,
        months: months(view.year, &all, &view.calendar, view.today),
        weekdays: [w.monday, w.tuesday, w.wednesday, w.thursday, w.friday, w.saturday, w.sunday],
        agenda: agenda(&all, &view, &names, caller, w),
        own: has_own,
        undated,
        too_many,
        given_since: app.store.calendar_address_since(&visitor.actor.account_id).await?.map(show::moment),
        given,
        unit: view.unit,
        f,
        w,
    };
    page(&template)
}

fn heading(year: i32, w: &'static Words) -> String {
    match lunar::new_year(year) {
        Some(day) => w
            .year_named
            .replace("{year}", &year.to_string())
            .replace("{name}", &lunar::name_of_year(year))
            .replace("{day}", &short(day)),
        None => year.to_string(),
    }
}

/// Names of the authorities, where the page shows more than one.
async fn names(app: &App, view: &View, entries: &[Entry]) -> Result<HashMap<String, String>, StoreError> {
    if view.units.as_ref().is_some_and(|units| units.len() == 1) {
        return Ok(HashMap::new());
    }
    let mut ids: Vec<String> = entries.iter().filter_map(|entry| entry.unit_id.clone()).collect();
    ids.sort();
    ids.dedup();
    Ok(app.store.units_of(&ids).await?.into_iter().map(|unit| (unit.id, unit.name)).collect())
}

async fn undated(asked: &Asked<'_>) -> Result<Vec<Undated>, StoreError> {
    let waves = asked.app.store.waves_in_year(asked.units, asked.year, asked.limit).await?;
    let undated = waves.into_iter().filter(|led| led.wave.from.is_none() && led.wave.to.is_none());
    let view = |led: thidua_store::waves::LedWave| Undated {
        id: led.id,
        name: led.wave.name,
        event: led.wave.event.unwrap_or_default(),
    };
    Ok(undated.map(view).collect())
}

fn line(
    entry: &Entry,
    view: &View,
    names: &HashMap<String, String>,
    caller: &Caller,
    w: &'static Words,
    anchored: bool,
) -> Line {
    let (kind, class) = match entry.kind {
        Kind::Deadline => (w.kind_deadline, "missed"),
        Kind::Wave => (w.kind_wave, "at-risk"),
        Kind::Report => (w.kind_report, "on-track"),
        Kind::Event => (w.kind_event, "needs-person"),
        Kind::Occasion => (w.kind_occasion, "met"),
        Kind::Free => (w.kind_free, "not-begun"),
        Kind::Worked => (w.kind_worked, "needs-person"),
    };
    let whose = entry.unit_id.as_ref().and_then(|unit| names.get(unit)).cloned();
    let note = [Some(entry.note.clone()), whose].into_iter().flatten().filter(|part| !part.is_empty());
    let days = if entry.first == entry.last {
        short(entry.first)
    } else {
        format!("{} {} {}", short(entry.first), w.until, short(entry.last))
    };
    Line {
        anchor: anchored.then(|| anchor(entry.first)),
        days,
        class,
        kind,
        title: entry.title.clone(),
        note: note.collect::<Vec<_>>().join("; "),
        address: entry.address.clone(),
        standing: entry.standing(view.today, &view.calendar, caller.preferences.language),
    }
}

/// Open deadlines, the longest overdue first, and the report days ahead.
fn due(
    entries: &[Entry],
    view: &View,
    names: &HashMap<String, String>,
    caller: &Caller,
    w: &'static Words,
) -> Vec<Line> {
    let open = entries.iter().filter(|entry| match entry.due {
        Some(Due::Open) => true,
        Some(Due::Unknown) => entry.last >= view.today,
        Some(Due::Done(_)) | None => false,
    });
    let mut open: Vec<&Entry> = open.collect();
    open.sort_by_key(|entry| entry.last);
    open.into_iter().map(|entry| line(entry, view, names, caller, w, false)).collect()
}

/// The list by months. A day that several entries begin on is named once.
fn agenda(
    entries: &[Entry],
    view: &View,
    names: &HashMap<String, String>,
    caller: &Caller,
    w: &'static Words,
) -> Vec<Agenda> {
    let mut agenda: Vec<(u32, Agenda)> = Vec::new();
    let mut before: Option<NaiveDate> = None;
    for entry in entries {
        // what began earlier and runs on stands at the beginning of the year
        let month = if entry.first.year() < view.year { 1 } else { entry.first.month() };
        if agenda.last().is_none_or(|(last, _)| *last != month) {
            let name = w.month.replace("{n}", &month.to_string());
            agenda.push((month, Agenda { name, lines: Vec::new() }));
        }
        let anchored = entry.first.year() == view.year && before != Some(entry.first);
        before = Some(entry.first);
        if let Some((_, last)) = agenda.last_mut() {
            last.lines.push(line(entry, view, names, caller, w, anchored));
        }
    }
    agenda.into_iter().map(|(_, agenda)| agenda).collect()
}

/// `POST /calendar/address`: the address is shown in the answer, once.
pub(crate) async fn give_address(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    headers: HeaderMap,
) -> Answer {
    let secret = actions::give_address(&app, &visitor).await?;
    let given = crate::face::outside::absolute(&app, &headers, &format!("/calendar/feed/{secret}/thidua.ics"));
    render(&app, &caller, &visitor, &Wanted::default(), Some(given)).await
}

/// `POST /calendar/address/end`.
pub(crate) async fn end_address(State(app): State<App>, visitor: Visitor) -> Answer {
    match actions::end_address(&app, &visitor).await {
        // it has none, which is what was wanted
        Ok(()) | Err(StoreError::Absent) => go("/calendar?done=saved"),
        Err(other) => Err(other.into()),
    }
}
