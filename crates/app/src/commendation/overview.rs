//! `/commendation`: what waits in commendation for this person, and the way to each page.

use super::tabs::{Tab, frame};
use super::words::{Words, words};
use crate::App;
use crate::face::{Answer, Caller, Frame, Refusal, Visitor, page, show as shown};
use crate::nominations::labels;
use crate::nominations::scene;
use crate::nominations::words as nomination_words;
use crate::office::reach;
use askama::Template;
use axum::extract::State;
use thidua_domain::nominations::State as Where;
use thidua_store::Within;

/// Open rounds that are looked at.
const ROUNDS: usize = 12;
/// Nominations shown of one sort.
const SHOWN: usize = 10;

/// Something that waits.
struct Item {
    address: String,
    name: String,
    says: String,
    class: &'static str,
    state: &'static str,
}

struct Round {
    address: String,
    name: String,
    deadline: String,
    late: bool,
    counts: Vec<(&'static str, usize)>,
}

#[derive(Template)]
#[template(path = "commendation/overview.html")]
struct OverviewPage {
    f: Frame,
    w: &'static Words,
    rounds: Vec<Round>,
    waits: Vec<Item>,
    more: usize,
    doors: [(&'static str, &'static str, &'static str); 11],
}

/// `GET /commendation`.
pub(crate) async fn show(State(app): State<App>, caller: Caller, visitor: Visitor) -> Answer {
    let language = caller.preferences.language;
    let (w, nw) = (words(language), nomination_words::words(language));
    let today = reach::today(&app);
    let mut open = app.store.award_rounds(&reach::within(&visitor)).await?;
    if let Some(nearest) = reach::above(&app, &visitor).await?.first() {
        let within = Within::Units { own: vec![nearest.clone()], branches: Vec::new() };
        for round in app.store.award_rounds(&within).await? {
            if !open.iter().any(|known| known.id == round.id) {
                open.push(round);
            }
        }
    }
    open.retain(|round| round.closed_on.is_none());
    open.truncate(ROUNDS);
    let (mut rounds, mut waits) = (Vec::new(), Vec::new());
    for round in &open {
        // a round of an authority to which their unit does not belong any more
        let scene = match scene::scene(&app, &visitor, &round.id).await {
            Err(Refusal::NotFound) => continue,
            other => other?,
        };
        let mut counts: Vec<(&'static str, usize)> = Vec::new();
        for state in Where::ALL {
            let number = scene.all.iter().filter(|it| it.state == *state).count();
            if number > 0 {
                counts.push((labels::state(*state, nw).1, number));
            }
        }
        for it in &scene.all {
            // what the next step of is theirs
            let unit = matches!(it.state, Where::Draft | Where::Returned) && scene.own(it);
            let office = scene.appraises
                && matches!(it.state, Where::Submitted | Where::Appraisal | Where::Voted | Where::Deciding);
            if unit || office {
                let (class, state) = labels::state(it.state, nw);
                waits.push(Item {
                    address: format!("/nominations/{}", it.id),
                    name: it.nominee.name.clone(),
                    says: format!("{}, {}", it.award_name, scene.round.name),
                    class,
                    state,
                });
            }
        }
        rounds.push(Round {
            address: format!("/award-rounds/{}", round.id),
            name: round.name.clone(),
            deadline: shown::day(round.deadline),
            late: round.deadline.is_some_and(|last| last < today),
            counts,
        });
    }
    let more = waits.len().saturating_sub(SHOWN);
    waits.truncate(SHOWN);
    let f = frame(&caller, Tab::Overview).with_sample(open.iter().any(|round| round.illustrative));
    page(&OverviewPage { w, doors: doors(w), f, rounds, waits, more })
}

/// The other pages, each with what it is for.
fn doors(w: &'static Words) -> [(&'static str, &'static str, &'static str); 11] {
    [
        ("/award-rounds", w.tab_rounds, w.for_rounds),
        ("/meetings", w.tab_meetings, w.for_meetings),
        ("/decisions", w.tab_decisions, w.for_decisions),
        ("/honours", w.tab_honours, w.for_honours),
        ("/initiatives", w.tab_initiatives, w.for_initiatives),
        ("/planner", w.tab_planner, w.for_planner),
        ("/statistics", w.tab_statistics, w.for_statistics),
        ("/fund", w.tab_fund, w.for_fund),
        ("/complaints", w.tab_complaints, w.for_complaints),
        ("/awards", w.tab_catalogue, w.for_catalogue),
        ("/rule-packs", w.tab_packs, w.for_packs),
    ]
}
