//! The calendar as a file, and as an address that calendar programs ask without signing in.

use super::entries::{Asked, Due, Entry, Kind, gather, of_everybody};
use super::pages::{View, Wanted};
use super::words::{self, Words};
use crate::App;
use crate::face::outside::absolute;
use crate::face::{Answer, Caller, Refusal, Visitor};
use crate::signing_in::secrets;
use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::IntoResponse;
use chrono::Datelike;
use std::collections::BTreeSet;
use thidua_domain::access::Actor;
use thidua_domain::basics::Language;
use thidua_paper::write::ical::{Calendar, Event};
use thidua_paper::write::to_ical;

/// Entries of each kind and year in a file.
const IN_A_FILE: i64 = 2_000;
/// Years with movements that an address gives, the newest first.
const YEARS: usize = 5;
/// A program that asks every twelve hours knows of a change by the next morning.
const REFRESH_HOURS: u32 = 12;

/// `GET /calendar.ics`: the year that the page shows.
pub(crate) async fn download(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Query(wanted): Query<Wanted>,
    headers: HeaderMap,
) -> Answer {
    let view = View::of(&app, &visitor, &wanted).await?;
    let name = visitor.unit_name.clone().unwrap_or_else(|| visitor.name.clone());
    let years = [view.year].into();
    file(&app, &view, years, &name, caller.preferences.language, &headers, true).await
}

/// `GET /calendar/feed/{token}/thidua.ics`: whoever has the address sees what its account may look at.
pub(crate) async fn subscribed(State(app): State<App>, Path(token): Path<String>, headers: HeaderMap) -> Answer {
    let account = app.store.account_of_calendar(&secrets::hash(&token)).await?.ok_or(Refusal::NotFound)?;
    let today = crate::local_date((app.clock)());
    let further = app.store.grants_of(&account.id).await?.into_iter().map(|given| given.grant).collect();
    let unit_name = match &account.unit_id {
        Some(unit) => app.store.unit(unit).await?.map(|unit| unit.name),
        None => None,
    };
    let name = unit_name.clone().unwrap_or_else(|| account.name.clone());
    let actor = Actor::new(account.id, account.role, account.unit_id, further, today);
    let visitor =
        Visitor { actor, name: account.name, unit_name, session: String::new(), must_enrol: false, form: None };
    let view = View::of(&app, &visitor, &Wanted::default()).await?;
    let units: Option<Vec<&str>> = view.units.as_ref().map(|units| units.iter().map(String::as_str).collect());
    let mut years: BTreeSet<i32> = [today.year(), today.year() + 1].into();
    let with_movements = app.store.movement_years(units.as_deref()).await?;
    years.extend(with_movements.into_iter().take(YEARS).filter_map(|year| i32::try_from(year).ok()));
    file(&app, &view, years, &name, Language::Vietnamese, &headers, false).await
}

async fn file(
    app: &App,
    view: &View,
    years: BTreeSet<i32>,
    name: &str,
    language: Language,
    headers: &HeaderMap,
    attached: bool,
) -> Answer {
    let w = words::words(language);
    let units: Option<Vec<&str>> = view.units.as_ref().map(|units| units.iter().map(String::as_str).collect());
    let mut events: Vec<Event> = Vec::new();
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let occasions = view.occasions();
    for year in years {
        let asked = Asked {
            app,
            units: units.as_deref(),
            year,
            language,
            calendar: &view.calendar,
            own: &occasions,
            limit: IN_A_FILE,
        };
        for entry in gather(&asked).await?.into_iter().chain(of_everybody(&asked)) {
            // what reaches over the new year stands in two years and is one event
            if seen.insert(entry.uid.clone()) {
                let url = entry.address.as_ref().map(|path| absolute(app, headers, path));
                events.push(event(entry, url, w));
            }
        }
    }
    let calendar = Calendar {
        name: w.feed_name.replace("{name}", name),
        refresh_hours: REFRESH_HOURS,
        stamp: (app.clock)(),
        events,
    };
    let disposition =
        if attached { "attachment; filename=\"thidua.ics\"" } else { "inline; filename=\"thidua.ics\"" };
    let headers = [
        (CONTENT_TYPE, "text/calendar; charset=utf-8"),
        (CACHE_CONTROL, "no-store"),
        (CONTENT_DISPOSITION, disposition),
    ];
    Ok((headers, to_ical(&calendar)).into_response())
}

fn event(entry: Entry, url: Option<String>, w: &'static Words) -> Event {
    let (category, remind) = match entry.kind {
        Kind::Deadline => (w.kind_deadline, Some(3)),
        Kind::Report => (w.kind_report, Some(3)),
        Kind::Wave => (w.kind_wave, None),
        Kind::Event => (w.kind_event, Some(3)),
        Kind::Occasion => (w.kind_occasion, None),
        Kind::Free => (w.kind_free, None),
        Kind::Worked => (w.kind_worked, None),
    };
    let done = match &entry.due {
        Some(Due::Done(said)) => Some(said.clone()),
        _ => None,
    };
    let description: Vec<String> =
        [Some(entry.note), done.clone()].into_iter().flatten().filter(|part| !part.is_empty()).collect();
    Event {
        uid: format!("{}@thidua", entry.uid),
        summary: entry.title,
        description: (!description.is_empty()).then(|| description.join("\n")),
        url,
        first: entry.first,
        last: entry.last,
        categories: vec![category.to_owned()],
        sequence: entry.sequence,
        // nobody is reminded of what is done
        remind_days_before: remind.filter(|_| done.is_none()),
    }
}
