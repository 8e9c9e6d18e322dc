//! `GET /movements/{id}/registrations/achieved`: registered against achieved, and the ranking of units.

use super::aims::is_hard;
use super::board::counted;
use super::door::door;
use super::labels;
use super::results::Results;
use super::sheet::signed_difference;
use super::words::{Words, words};
use crate::App;
use crate::face::tabs::Tab;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, page, show};
use askama::Template;
use axum::extract::{Path, State};
use std::collections::HashMap;
use thidua_domain::registrations::{ItemKind, Score, places};

struct Rank {
    place: String,
    id: String,
    unit: String,
    registered: u32,
    reached: u32,
    exceeded: u32,
    percent: String,
}

struct Line {
    id: String,
    item_id: String,
    unit: String,
    name: String,
    hard: bool,
    registered: String,
    figure: String,
    target_id: Option<String>,
    difference: String,
    rate: String,
    class: &'static str,
    status: &'static str,
    /// The newest note, for hard tasks.
    newest: String,
}

#[derive(Template)]
#[template(path = "registrations/achieved.html")]
struct AchievedPage {
    f: Frame,
    w: &'static Words,
    id: String,
    plan_number: String,
    ranks: Vec<Rank>,
    lines: Vec<Line>,
    hard: Vec<Line>,
}

/// The page.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    let door = door(&app, &visitor, &id).await?;
    if !door.sees_all {
        return Err(Refusal::NotFound);
    }
    let language = caller.preferences.language;
    let w = words(language);
    let t = crate::targets::words::words(language);
    let f = Frame::new(&caller, Place::Movements).in_movement(&caller, &id, Tab::Registrations);
    let (mut ranks, mut lines, mut hard) = (Vec::new(), Vec::new(), Vec::new());
    let mut illustrative = false;
    if let Some(round) = &door.round {
        let registrations = app.store.registrations_of_round(&round.id).await?;
        let all = app.store.registration_items_of_round(&round.id).await?;
        let results = Results::load(&app, &door.view.plan, Some(&round.id)).await?;
        let ids: Vec<String> = registrations.iter().map(|one| one.unit_id.clone()).collect();
        let units: HashMap<String, String> =
            app.store.units_of(&ids).await?.into_iter().map(|unit| (unit.id, unit.name)).collect();
        let name = |unit: &str| units.get(unit).cloned().unwrap_or_default();
        let mut scores: Vec<(String, String, Score)> = registrations
            .iter()
            .filter(|one| one.state.is_handed_in())
            .map(|one| (one.id.clone(), name(&one.unit_id), Score::default()))
            .collect();
        for item in counted(&registrations, &all) {
            if item.written.kind == ItemKind::Title {
                continue;
            }
            let result = results.of(item);
            illustrative = illustrative || result.illustrative;
            let Some((_, unit, score)) = scores.iter_mut().find(|(id, ..)| *id == item.registration_id) else {
                continue;
            };
            score.count(result.status, item.written.hard);
            let written = &item.written;
            let unit_of = written.unit_of.as_deref().unwrap_or_default();
            let with_unit = |value: String| format!("{value} {unit_of}").trim().to_owned();
            let newest = results.progress(&item.id).first();
            let line = || Line {
                id: item.registration_id.clone(),
                item_id: item.id.clone(),
                unit: unit.clone(),
                name: written.name.clone(),
                hard: written.hard,
                registered: if written.kind == ItemKind::Task {
                    written.expected.clone().unwrap_or_default()
                } else {
                    labels::registered(written, t)
                },
                figure: show::figure(result.figure, f.c),
                target_id: result.target_id.clone(),
                difference: result.difference.map(|by| with_unit(signed_difference(by))).unwrap_or_default(),
                rate: result.rate.map(|rate| format!("{} %", rate.vietnamese())).unwrap_or_default(),
                class: result.status.map_or("not-begun", |status| status.code()),
                status: show::status(result.status, f.c),
                newest: newest
                    .map(|one| format!("{}: {}", show::day(Some(one.dated)), one.said))
                    .unwrap_or_default(),
            };
            if is_hard(item) {
                hard.push(line());
            }
            lines.push(line());
        }
        let of: Vec<Score> = scores.iter().map(|(.., score)| *score).collect();
        let mut placed: Vec<_> = scores.into_iter().zip(places(&of)).collect();
        placed.sort_by_key(|(_, place)| place.unwrap_or(usize::MAX));
        ranks = placed
            .into_iter()
            .map(|((id, unit, score), place)| Rank {
                place: place.map_or_else(|| w.no_place.to_owned(), |place| place.to_string()),
                id,
                unit,
                registered: score.registered,
                reached: score.reached,
                exceeded: score.exceeded,
                percent: score.percent().map(|rate| format!("{} %", rate.vietnamese())).unwrap_or_default(),
            })
            .collect();
    }
    page(&AchievedPage {
        plan_number: door.view.plan.number_symbol.clone().unwrap_or_default(),
        f: f.with_sample(illustrative),
        w,
        id,
        ranks,
        lines,
        hard,
    })
}
