//! The steps of a covenant, a person's judgement, and settling against what came of it.

use super::door::{View, kept, refuse, today};
use super::labels;
use super::sheet::{missing, refused};
use super::words::words;
use crate::App;
use crate::face::forms::{Reader, Typed};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Refusal, Visitor, show};
use crate::registrations::Results;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use thidua_domain::basics::Language;
use thidua_domain::covenants::{Outcome, State as Stage};
use thidua_domain::periods::Period;
use thidua_store::covenants::Settled;

/// `POST /covenants/{id}/step`.
pub(crate) async fn step(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let view = kept(&app, &visitor, &id).await?;
    let w = words(caller.preferences.language);
    let from = view.covenant.state;
    let to = typed.get("to").and_then(|code| Stage::from_code(code)).ok_or(Refusal::NotFound)?;
    from.step(to).map_err(|_| {
        refuse(|w| {
            let allowed: Vec<&str> = from.next().iter().map(|state| labels::state(*state, w)).collect();
            w.refused_step.replace("{state}", labels::state(from, w)).replace("{allowed}", &allowed.join(", "))
        })
    })?;
    let say =
        async |says: String| refused(&app, &caller, &visitor, &id, says, StatusCode::UNPROCESSABLE_ENTITY).await;
    let mut in_force_from = None;
    let mut settled = Vec::new();
    match to {
        Stage::Ready => {
            let problems = missing(&view, w);
            if !problems.is_empty() {
                // the page says which beside its heading
                return say(w.not_ready.to_owned()).await;
            }
        }
        // every signature makes it signed, no button does
        Stage::Signed => return Err(refuse(|w| w.signs_itself.to_owned())),
        Stage::Draft if !view.signatures.is_empty() => return Err(super::editing::stands()),
        Stage::InForce => {
            let mut reader = Reader::new(&typed, crate::face::words::words(caller.preferences.language));
            let day = reader.day("day");
            if let Some(problem) = reader.problems.get("day") {
                return say(problem.clone()).await;
            }
            let latest = view.signatures.iter().map(|one| one.signed_on).max();
            if day.is_some_and(|day| latest.is_some_and(|latest| day < latest)) {
                return say(w.force_early.replace("{day}", &show::day(latest))).await;
            }
            in_force_from = Some(day.or(latest).unwrap_or_else(|| today(&app)));
        }
        Stage::Settled => {
            if view.open_annex().is_some() {
                return Err(refuse(|w| w.annex_waits.to_owned()));
            }
            let (found, open) = settle(&app, &view).await?;
            if !open.is_empty() {
                return say(w.settle_open.replace("{names}", &open.join("; "))).await;
            }
            settled = found;
        }
        Stage::Draft | Stage::Archived => {}
    }
    let change = app.store.change(visitor.author((app.clock)())).await?;
    for one in &settled {
        change.set_outcome(one).await?;
    }
    change.step_covenant(&id, from, to, in_force_from, None).await?;
    let v = words(Language::Vietnamese);
    let detail = format!("{} → {}", labels::state(from, v), labels::state(to, v));
    change.commit(view.entry("covenant.stepped", Some(detail))).await?;
    go(format!("/covenants/{id}?done=saved"))
}

/// What came of every promise that holds, by the figures of the year; and those that only a person can judge.
async fn settle(app: &App, view: &View) -> Result<(Vec<Settled>, Vec<String>), Refusal> {
    let c = crate::face::words::words(Language::Vietnamese);
    let round = app.store.registration_round(&view.covenant.movement_id).await?;
    let results = Results::load(app, &view.view.plan, round.as_ref().map(|round| round.id.as_str())).await?;
    let (mut settled, mut open) = (Vec::new(), Vec::new());
    for held in view.holding(today(app)) {
        if view.outcomes.iter().any(|one| one.commitment_id == held.id && one.by_person) {
            continue;
        }
        let result = labels::result(&held.terms, &results, Some(Period::Year));
        match Outcome::of(result.as_ref().and_then(|result| result.status)) {
            Outcome::NeedsPerson => open.push(labels::says(&held.terms, Language::Vietnamese)),
            outcome => settled.push(Settled {
                commitment_id: held.id,
                outcome,
                actual: result.as_ref().map(|result| show::figure(result.figure, c)),
                rate: result.as_ref().and_then(|result| result.rate),
                said: result.and_then(|result| result.source),
                by_person: false,
                account_name: String::new(),
            }),
        }
    }
    Ok((settled, open))
}

/// `POST /covenants/{id}/outcomes`: a person says what came of a promise.
pub(crate) async fn judge(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let view = kept(&app, &visitor, &id).await?;
    if view.covenant.state != Stage::InForce {
        return Err(refuse(|w| w.judge_closed.to_owned()));
    }
    let w = words(caller.preferences.language);
    let asked = typed.get("commitment").map(String::as_str).unwrap_or_default();
    let held = view.holding(today(&app)).into_iter().find(|one| one.id == asked).ok_or(Refusal::NotFound)?;
    let outcome = typed.get("outcome").and_then(|code| Outcome::from_code(code));
    let outcome = outcome.filter(|outcome| Outcome::BY_PERSON.contains(outcome)).ok_or(Refusal::NotFound)?;
    let mut reader = Reader::new(&typed, crate::face::words::words(caller.preferences.language));
    let Some(said) = reader.text("said") else {
        return refused(&app, &caller, &visitor, &id, w.why_needed, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let settled = Settled {
        commitment_id: held.id,
        outcome,
        actual: None,
        rate: None,
        said: Some(said.clone()),
        by_person: true,
        account_name: visitor.name.clone(),
    };
    let change = app.store.change(visitor.author((app.clock)())).await?;
    change.set_outcome(&settled).await?;
    let detail = format!("{}: {} ({said})", held.terms.name, labels::outcome(outcome, words(Language::Vietnamese)));
    change.commit(view.entry("covenant.judged", Some(detail))).await?;
    go(format!("/covenants/{id}?done=saved"))
}
