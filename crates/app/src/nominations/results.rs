//! Results of the system that a nomination cites: targets with their figures, tasks, registered items, grades.

use super::one::may_write;
use super::scene::{self, Scene, invalid};
use super::words::words;
use crate::App;
use crate::face::frame::go;
use crate::face::{Answer, Caller, Refusal, Visitor, show as shown};
use crate::office::receiving::receive;
use crate::office::words as office;
use axum::extract::{Path, Request, State};
use chrono::Datelike;
use thidua_domain::access::Act;
use thidua_domain::awards::words::grade_words;
use thidua_domain::basics::Language;
use thidua_domain::grades::Stage;
use thidua_store::grades::Graded;
use thidua_store::nominations::{Cited, Nomination};

/// As many of one kind are offered.
const OFFERED: usize = 60;

/// A result to choose.
pub(super) struct Offered {
    pub(super) code: String,
    pub(super) says: String,
    pub(super) chosen: bool,
}

/// What this nomination may cite: decided grades, tasks of the unit, what it registered, targets of the movement with the
/// figure that stands.
async fn all(app: &App, scene: &Scene, it: &Nomination) -> Result<Vec<Cited>, Refusal> {
    let mut found = Vec::new();
    let w = words(Language::Vietnamese);
    let people = match &it.nominee.person_id {
        Some(id) => app.store.same_person(id).await?,
        None => Vec::new(),
    };
    let graded: Vec<Graded> =
        people.into_iter().map(Graded::Person).chain(it.nominee.unit_id.clone().map(Graded::Unit)).collect();
    for kept in app.store.grades_over_years(&graded).await? {
        let year = kept.written.year;
        if kept.written.stage != Stage::Decided || year > i64::from(scene.round.to.year()) {
            continue;
        }
        let whom = match &kept.written.whom {
            Graded::Person(id) => format!("/grades/people/{id}?year={year}"),
            Graded::Unit(id) => format!("/grades/units/{id}?year={year}"),
        };
        let says = w
            .cited_grade
            .replace("{year}", &year.to_string())
            .replace("{grade}", &grade_words(kept.written.grade).vi);
        found.push(Cited { kind: "grade".to_owned(), result_id: kept.id, says, address: Some(whom) });
    }
    let Some(movement) = &scene.round.movement_id else { return Ok(found) };
    let Some(movement) = app.store.movement(movement).await? else { return Ok(found) };
    let unit = it.nominee.unit_id.as_ref().unwrap_or(&it.unit_id);
    let tasks = app.store.tasks_of_movement(&movement.id).await?;
    for task in tasks.into_iter().filter(|task| task.text.lead_unit_id.as_ref() == Some(unit)).take(OFFERED) {
        found.push(Cited {
            kind: "task".to_owned(),
            address: Some(format!("/tasks/{}", task.id)),
            result_id: task.id,
            says: task.text.work,
        });
    }
    if let Some(round) = app.store.registration_round(&movement.id).await? {
        let sheets = app.store.registrations_of_round(&round.id).await?;
        for item in app.store.registration_items_of_round(&round.id).await?.into_iter().take(OFFERED * 20) {
            if sheets.iter().any(|sheet| sheet.id == item.registration_id && sheet.unit_id == *unit) {
                found.push(Cited {
                    kind: "item".to_owned(),
                    address: Some(format!("/registrations/{}", item.registration_id)),
                    result_id: item.id,
                    says: item.written.name,
                });
            }
        }
    }
    if *unit == scene.authority.id || scene.whole {
        let c = crate::face::words::words(Language::Vietnamese);
        let figures = app.store.figures_of_plan(&movement.plan_id).await?;
        for target in app
            .store
            .targets(&movement.plan_id)
            .await?
            .into_iter()
            .filter(|one| one.draft.comparator.is_some())
            .take(OFFERED)
        {
            // the newest period that has a figure
            let newest = figures.iter().rfind(|one| one.reported.target_id == target.id);
            let figure = newest.map(|one| {
                let unit = target.draft.unit.as_deref().unwrap_or_default();
                format!(
                    ": {} {unit} ({})",
                    shown::figure(one.reported.figure, c),
                    shown::period(one.reported.period, c)
                )
            });
            let figure = figure.unwrap_or_default();
            found.push(Cited {
                kind: "target".to_owned(),
                address: Some(format!("/targets/{}", target.id)),
                result_id: target.id,
                says: format!("{}{figure}", target.draft.name),
            });
        }
    }
    Ok(found)
}

fn code(one: &Cited) -> String {
    format!("{} {}", one.kind, one.result_id)
}

/// What is offered to choose, and what is chosen.
pub(super) async fn offered(
    app: &App,
    scene: &Scene,
    it: &Nomination,
    cited: &[Cited],
) -> Result<Vec<Offered>, Refusal> {
    let all = all(app, scene, it).await?;
    Ok(all
        .into_iter()
        .map(|one| Offered {
            code: code(&one),
            chosen: cited.iter().any(|other| other.result_id == one.result_id),
            says: one.says,
        })
        .collect())
}

/// `POST /nominations/{id}/results`.
pub(crate) async fn cite(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    request: Request,
) -> Answer {
    let (scene, it) = scene::of_nomination(&app, &visitor, &id).await?;
    scene.require_open()?;
    app.require(&visitor, Act::Nominate, &it.unit_id).await?;
    let remarks = app.store.nomination_remarks(&id).await?;
    if !may_write(&scene, &it, &remarks, "results") {
        return Err(invalid(|w| w.r_no_arrow.to_owned()));
    }
    let sent = receive(&app, request, office::words(caller.preferences.language)).await?;
    let all = all(&app, &scene, &it).await?;
    let chosen: Vec<Cited> =
        all.into_iter().filter(|one| sent.typed.contains_key(&format!("cite-{}", code(one)))).collect();
    let change = app.store.change(visitor.author((app.clock)())).await?;
    change.touch_nomination(&id, sent.seen()).await?;
    change.cite_results(&id, &chosen).await?;
    let detail = format!("{}: {}", it.nominee.name, chosen.len());
    change.commit(scene.entry("nomination.cited", &id, detail)).await?;
    go(format!("/nominations/{id}?done=saved#results"))
}
