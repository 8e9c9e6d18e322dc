//! `/movements/{id}/reviews`: sơ kết and tổng kết of a movement, until when, and what each lacks.

use super::noted;
use super::stepping::{kind_name, lacks, open_needs};
use super::words::{Words, words};
use crate::App;
use crate::face::frame::go;
use crate::face::sent::Sent;
use crate::face::tabs::Tab;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, page, show as shown};
use crate::movements::actions::{MovementView, movement_for};
use crate::movements::facts::require_launched;
use askama::Template;
use axum::extract::{Path, State};
use chrono::NaiveDate;
use thidua_domain::access::Act;
use thidua_domain::basics::Language;
use thidua_domain::movements::State as MovementState;
use thidua_domain::reviews::{Kind, Punctual, asked_line, punctual};
use thidua_store::StoreError;
use thidua_store::waves::LedWave;

/// Until when a summing-up is in time, and which wave says so.
pub(super) struct Until {
    pub(super) last: NaiveDate,
    pub(super) says: String,
    pub(super) wave: (String, String),
}

/// The earliest day that a wave prints for a summing-up.
pub(super) async fn until(
    app: &App,
    movement_id: &str,
    kind: Kind,
    w: &'static crate::waves::words::Words,
) -> Result<Option<Until>, Refusal> {
    let waves = app.store.waves_of_movement(movement_id).await?;
    let says = |one: &LedWave| {
        let last = one.wave.last_summary_day()?;
        let belongs = one.withdrawn.is_none() && one.wave.conference == Some(kind.conference());
        belongs.then(|| Until {
            last,
            says: crate::waves::label::deadline(&one.wave, w),
            wave: (one.id.clone(), one.wave.name.clone()),
        })
    };
    Ok(waves.iter().filter_map(says).min_by_key(|one| one.last))
}

/// Whether it was in time, in words, and the class that colours it.
pub(super) fn punctuality(of: Punctual, w: &'static Words) -> (&'static str, String) {
    let with = |text: &str, n: i64| text.replace("{n}", &n.to_string());
    match of {
        Punctual::NoDay => ("none", String::new()),
        Punctual::InTime => ("met", w.in_time.to_owned()),
        Punctual::Late(n) => ("missed", with(w.late_by, n)),
        Punctual::Left(n) => ("on-track", with(w.left, n)),
        Punctual::Over(n) => ("missed", with(w.over, n)),
    }
}

struct Card {
    kind: &'static str,
    name: &'static str,
    id: Option<String>,
    asked: Option<u32>,
    until: Option<Until>,
    class: &'static str,
    punctual: String,
    held: String,
    lacks: String,
}

#[derive(Template)]
#[template(path = "reviews/summing_ups.html")]
struct UpsPage {
    f: Frame,
    w: &'static Words,
    id: String,
    plan_id: String,
    plan_number: String,
    cards: Vec<Card>,
    may: bool,
}

/// The page.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    let view = movement_for(&app, &visitor, &id, Act::Look).await?;
    let language = caller.preferences.language;
    let w = words(language);
    let cards = cards(&app, &view, language).await?;
    let may = visitor.actor.may_in(Act::Review, &view.plan.unit_id)
        && view.movement.named.own
        && !matches!(view.movement.state, MovementState::Draft | MovementState::Closed);
    let template = UpsPage {
        f: Frame::new(&caller, Place::Movements)
            .in_movement(&caller, &id, Tab::Reviews)
            .with_sample(view.plan.illustrative),
        w,
        plan_id: view.plan.id.clone(),
        plan_number: view.plan.number_symbol.clone().unwrap_or_default(),
        cards,
        may,
        id,
    };
    page(&template)
}

async fn cards(app: &App, view: &MovementView, language: Language) -> Result<Vec<Card>, Refusal> {
    let w = words(language);
    let plan = app.store.plan(&view.plan.id).await?.ok_or(Refusal::NotFound)?;
    let ups = app.store.summing_ups(&view.movement.id).await?;
    let today = crate::local_date((app.clock)());
    let mut cards = Vec::new();
    for kind in Kind::ALL {
        let up = ups.iter().find(|one| one.kind == kind);
        let until = until(app, &view.movement.id, kind, crate::waves::words::words(language)).await?;
        let held = up.and_then(|up| up.text.held_on);
        let (class, says) = punctuality(punctual(held, until.as_ref().map(|one| one.last), today), w);
        let needs = open_needs(app, view, up).await?;
        cards.push(Card {
            kind: kind.code(),
            name: kind_name(kind, w),
            id: up.map(|up| up.id.clone()),
            asked: asked_line(&plan.source, kind),
            until,
            class,
            punctual: says,
            held: shown::day(held),
            lacks: if needs.is_empty() { String::new() } else { lacks(&needs, w) },
        });
    }
    Ok(cards)
}

/// `POST /movements/{id}/reviews`: prepares a summing-up.
pub(crate) async fn plan(sent: Sent) -> Answer {
    let view = movement_for(&sent.app, &sent.visitor, &sent.id, Act::Review).await?;
    require_launched(&view.movement)?;
    if !view.movement.named.own || view.movement.state == MovementState::Closed {
        return Err(Refusal::NotFound);
    }
    let kind = sent.typed.get("kind").and_then(|code| Kind::from_code(code)).ok_or(Refusal::NotFound)?;
    let change = sent.app.store.change(sent.author()).await?;
    let id = match change.add_summing_up(&sent.id, kind).await {
        Ok(id) => id,
        Err(StoreError::AlreadyThere) => {
            drop(change);
            let there = sent.app.store.summing_ups(&sent.id).await?;
            let there = there.into_iter().find(|one| one.kind == kind).ok_or(Refusal::NotFound)?;
            return go(format!("/reviews/{}", there.id));
        }
        Err(other) => return Err(other.into()),
    };
    let detail = Some(kind_name(kind, words(Language::Vietnamese)).to_owned());
    change.commit(noted(&view.plan.unit_id, "summing-up.planned", "summing-up", &id, detail)).await?;
    go(format!("/reviews/{id}"))
}
