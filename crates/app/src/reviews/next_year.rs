//! `/movements/{id}/next-year`: what a movement leaves open, and taking it into the movement of the next year.

use super::noted;
use super::words::{Words, words};
use crate::App;
use crate::face::frame::go;
use crate::face::sent::Sent;
use crate::face::tabs::Tab;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, page};
use crate::movements::actions::{MovementView, movement_for};
use crate::movements::contents::carrying::{self, Carriable};
use crate::movements::facts::require_launched;
use askama::Template;
use axum::extract::{Path, State};
use std::collections::HashMap;
use thidua_domain::access::Act;
use thidua_domain::basics::Language;
use thidua_domain::movements::State as MovementState;
use thidua_store::reviews::Left;

/// As what something can be taken into the next year.
const AS_WHAT: [&str; 3] = ["carried", "focus-task", "task"];

struct Item {
    one: Carriable,
    options: Vec<(&'static str, &'static str, bool)>,
    taken: bool,
}

#[derive(Template)]
#[template(path = "reviews/next_year.html")]
struct NextPage {
    f: Frame,
    w: &'static Words,
    id: String,
    plan_number: String,
    lead: String,
    next: String,
    /// The movement of the next year, where it is launched.
    there: Option<String>,
    there_says: String,
    items: Vec<Item>,
    may: bool,
}

/// The launched movement of the same unit in the year after.
async fn following(app: &App, view: &MovementView) -> Result<Option<MovementView>, Refusal> {
    let Some(year) = view.plan.subject_year else { return Ok(None) };
    for plan in app.store.plans(Some(&[view.plan.unit_id.as_str()])).await? {
        let Some(id) = plan.movement_id.clone().filter(|_| plan.issued && plan.subject_year == Some(year + 1))
        else {
            continue;
        };
        let movement = app.store.movement(&id).await?.ok_or(Refusal::NotFound)?;
        if !matches!(movement.state, MovementState::Draft | MovementState::Closed) {
            return Ok(Some(MovementView { movement, plan }));
        }
    }
    Ok(None)
}

/// What is left open, in the words in which it is kept: Vietnamese, like the papers.
async fn open(app: &App, view: &MovementView) -> Result<Vec<Carriable>, Refusal> {
    let w = crate::movements::contents::words::words(Language::Vietnamese);
    let c = crate::face::words::words(Language::Vietnamese);
    carrying::left_open(app, &view.plan, w, c).await
}

/// The page.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    let view = movement_for(&app, &visitor, &id, Act::Look).await?;
    let w = words(caller.preferences.language);
    let year = view.plan.subject_year.unwrap_or_default();
    let next = (year + 1).to_string();
    let with = |text: &str| text.replace("{year}", &year.to_string()).replace("{next}", &next);
    let there = following(&app, &view).await?;
    let left: HashMap<String, Left> =
        app.store.left_to_next_year(&id).await?.into_iter().map(|one| (one.item.clone(), one)).collect();
    let items = open(&app, &view).await?.into_iter().map(|one| Item {
        taken: left.get(&one.key).is_some_and(|left| left.taken_by.is_some()),
        options: [("carried", w.as_carried), ("focus-task", w.as_focus), ("task", w.as_task)]
            .map(|(code, label)| (code, label, one.as_what == code))
            .into(),
        one,
    });
    let may = visitor.actor.may_in(Act::Review, &view.plan.unit_id)
        && view.movement.named.own
        && view.movement.state != MovementState::Draft;
    let template = NextPage {
        lead: with(w.next_lead),
        there_says: with(if there.is_some() { w.next_there } else { w.next_not_there }),
        there: there.map(|one| one.movement.id),
        items: items.collect(),
        may,
        plan_number: view.plan.number_symbol.clone().unwrap_or_default(),
        f: Frame::new(&caller, Place::Movements)
            .in_movement(&caller, &id, Tab::Reviews)
            .with_sample(view.plan.illustrative),
        next,
        w,
        id,
    };
    page(&template)
}

/// `POST /movements/{id}/next-year`: what is ticked goes into the movement of the next year, or waits for it.
pub(crate) async fn leave(sent: Sent) -> Answer {
    let app = &sent.app;
    let view = movement_for(app, &sent.visitor, &sent.id, Act::Review).await?;
    require_launched(&view.movement)?;
    if !view.movement.named.own {
        return Err(Refusal::NotFound);
    }
    let there = following(app, &view).await?;
    let left = app.store.left_to_next_year(&sent.id).await?;
    let taken = |key: &str| left.iter().any(|one| one.item == key && one.taken_by.is_some());
    let (mut ticked, mut unticked) = (Vec::new(), Vec::new());
    for mut one in open(app, &view).await?.into_iter().filter(|one| !taken(&one.key)) {
        let asked = sent.typed.get(&format!("as-{}", one.key)).map_or("", String::as_str);
        if let Some(known) = AS_WHAT.iter().find(|code| **code == asked) {
            (*known).clone_into(&mut one.as_what);
        }
        if sent.typed.contains_key(&one.key) { ticked.push(one) } else { unticked.push(one) }
    }
    let change = app.store.change(sent.author()).await?;
    match &there {
        Some(next) => carrying::bring(&change, next, &ticked).await?,
        None => {
            for one in &ticked {
                let item = (one.key.as_str(), one.as_what.as_str());
                change.leave_to_next_year(&sent.id, item, &one.text, None).await?;
            }
        }
    }
    for one in unticked.iter().filter(|one| one.left) {
        change.keep_this_year(&sent.id, &one.key).await?;
    }
    let detail = Some(ticked.iter().map(|one| one.text.as_str()).collect::<Vec<_>>().join(" / "));
    change.commit(noted(&view.plan.unit_id, "movement.left-to-next", "movement", &sent.id, detail)).await?;
    go(format!("/movements/{}/next-year?done=saved", sent.id))
}
