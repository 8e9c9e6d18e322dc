//! The steps: before a council, back to the authors, taken back, the close of the judging, refused.

use super::door::{Door, door};
use super::one::{Asked, Which, again, render};
use super::words::{Words, words};
use crate::App;
use crate::face::forms::{Field, Input, Reader};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Refusal, Visitor, show};
use crate::office::forms::Came;
use crate::office::receiving::receive;
use crate::office::words as office;
use axum::extract::{Path, Request, State};
use thidua_domain::basics::Language;
use thidua_domain::councils::{BodyKind, composition};
use thidua_domain::initiatives::data::{CouncilRule, shipped};
use thidua_domain::initiatives::{State as Standing, words as said};
use thidua_store::councils::Body;
use thidua_store::initiatives::{Initiative, Judge, Sitting};
use thidua_store::{StoreError, Within};

pub(super) fn reason_fields(w: &'static Words) -> Vec<Field> {
    vec![Field::new("reason", w.reason, Input::Line, "")]
}

/// Councils of the unit and of the one above, those for initiatives first.
async fn bodies(app: &App, door: &Door) -> Result<Vec<Body>, Refusal> {
    let within = Within::Units { own: door.near.clone(), branches: Vec::new() };
    let mut bodies = app.store.bodies(&within).await?;
    bodies.retain(|body| matches!(body.kind, BodyKind::InitiativeCouncil | BodyKind::EmulationCouncil));
    bodies.sort_by_key(|body| body.kind != BodyKind::InitiativeCouncil);
    Ok(bodies)
}

pub(super) async fn council_fields(app: &App, door: &Door, w: &'static Words) -> Result<Vec<Field>, Refusal> {
    let bodies = bodies(app, door).await?;
    let first = bodies.first().map(|body| body.id.clone()).unwrap_or_default();
    let list: Vec<(String, String)> = bodies.into_iter().map(|body| (body.id, body.name)).collect();
    let blind = shipped().map_or(true, |data| data.council().blind);
    let mut body = Field::new("body", w.body, Input::List(list.clone()), first);
    if list.is_empty() {
        body.problem = Some(w.body_none.to_owned());
    }
    Ok(vec![
        body,
        Field::new("judged_on", w.judged_day, Input::Day, show::day(Some(door.today))).hint(w.judged_hint),
        Field::new("blind", w.blind, Input::Tick, if blind { "yes" } else { "" }).hint(w.blind_hint),
    ])
}

/// The rule of the council of a unit: its own, else the one to begin with.
pub(super) async fn rule_of(app: &App, unit_id: &str) -> Result<CouncilRule, Refusal> {
    let own = app.store.initiative_rule(unit_id).await?;
    match own.and_then(|own| CouncilRule::read(&own.content)) {
        Some(rule) => Ok(rule),
        None => Ok(shipped().map_err(Refusal::fault)?.council().clone()),
    }
}

/// The state that follows, or why not, as the form says it.
pub(super) fn stepped(
    door: &Door,
    to: Standing,
    reader: &mut Reader<'_>,
    field: &'static str,
    decided: bool,
    language: thidua_domain::basics::Language,
) -> Standing {
    let standing = door.standing(decided, reader.text("reason").is_some());
    match door.it.state.step(to, &standing) {
        Ok(state) => state,
        Err(refused) => {
            reader.problem(field, said::refused(refused).in_language(language));
            door.it.state
        }
    }
}

/// A step with a reason.
struct Step {
    which: Which,
    to: Standing,
    act: &'static str,
}

async fn with_reason(
    app: App,
    caller: Caller,
    visitor: Visitor,
    id: String,
    request: Request,
    step: Step,
) -> Answer {
    let door = door(&app, &visitor, &id).await?;
    let asked = Asked::of(step.which);
    if !door.may(step.which, &visitor, &asked) {
        return Err(refusal(&door, step.which));
    }
    let language = caller.preferences.language;
    let o = office::words(language);
    let sent = receive(&app, request, o).await?;
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(language));
    let reason = reader.required("reason");
    let state = stepped(&door, step.to, &mut reader, "reason", true, language);
    if !reader.fine() {
        let form = door.form(&app, step.which, &asked, language).await?.back(reader, Came::Refused);
        return render(&app, &caller, &visitor, &door, Some((step.which, form))).await;
    }
    let mut after = Initiative { state, reason: Some(reason.clone()), version: sent.seen(), ..door.it.clone() };
    if step.which == Which::Back {
        // the next round before a council begins anew; the log keeps what this one said
        after.sitting = None;
    }
    let change = app.store.change(visitor.author((app.clock)())).await?;
    match change.write_initiative(&after).await {
        Ok(()) => {
            change.commit(door.entry(step.act, format!("{}: {reason}", door.it.title))).await?;
            go(format!("/initiatives/{id}?done=saved"))
        }
        Err(StoreError::ChangedMeanwhile) => {
            drop(change);
            again(&app, &caller, &visitor, &id, &asked, reader).await
        }
        Err(other) => Err(other.into()),
    }
}

/// Why something cannot be done: not by this person, or not any more.
pub(super) fn refusal(door: &Door, which: Which) -> Refusal {
    let theirs = match which {
        Which::Correct | Which::Withdraw => door.submits,
        Which::Council | Which::Back | Which::Close => door.appraises,
        Which::Recognise | Which::Refuse => door.decides.is_some(),
        Which::Widen => door.decides.is_some() || door.decides_above.is_some(),
        Which::Confirm => door.submits || !door.confirms.is_empty(),
        Which::Spread => !door.spreads.is_empty(),
        Which::Use => door.submits,
        Which::Adopted => false,
    };
    if theirs {
        Refusal::Invalid(said::refused(thidua_domain::initiatives::Refused::NoArrow))
    } else {
        Refusal::NotAllowed
    }
}

/// `POST /initiatives/{id}/back`.
pub(crate) async fn back(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    request: Request,
) -> Answer {
    let step = Step { which: Which::Back, to: Standing::Submitted, act: "initiative.returned" };
    with_reason(app, caller, visitor, id, request, step).await
}

/// `POST /initiatives/{id}/withdraw`.
pub(crate) async fn withdraw(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    request: Request,
) -> Answer {
    let step = Step { which: Which::Withdraw, to: Standing::Withdrawn, act: "initiative.withdrawn" };
    with_reason(app, caller, visitor, id, request, step).await
}

/// `POST /initiatives/{id}/refuse`.
pub(crate) async fn refuse(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    request: Request,
) -> Answer {
    let step = Step { which: Which::Refuse, to: Standing::Refused, act: "initiative.refused" };
    with_reason(app, caller, visitor, id, request, step).await
}

/// `POST /initiatives/{id}/council`.
pub(crate) async fn council(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    request: Request,
) -> Answer {
    let door = door(&app, &visitor, &id).await?;
    let asked = Asked::of(Which::Council);
    if !door.may(Which::Council, &visitor, &asked) {
        return Err(refusal(&door, Which::Council));
    }
    let language = caller.preferences.language;
    let (w, o) = (words(language), office::words(language));
    let sent = receive(&app, request, o).await?;
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(language));
    let bodies = bodies(&app, &door).await?;
    let body = reader.code("body", |id| bodies.iter().find(|body| body.id == id));
    if body.is_none() {
        reader.problem(
            "body",
            if bodies.is_empty() { w.body_none } else { crate::face::words::words(language).must_fill },
        );
    }
    let day = reader.day("judged_on").unwrap_or(door.today);
    let mut judges = Vec::new();
    if let Some(body) = body {
        let decisions = app.store.body_decisions(&[body.id.as_str()]).await?;
        let times: Vec<_> = decisions.into_iter().map(|one| one.decision).collect();
        for (at, member) in composition(&times, day).into_iter().enumerate() {
            judges.push(Judge {
                judge: i64::try_from(at + 1).unwrap_or(i64::MAX),
                person_id: member.person_id.clone(),
                name: member.name.clone(),
                seat: member.seat,
                account_id: None,
                version: 0,
            });
        }
        if judges.is_empty() {
            reader.problem("judged_on", w.nobody);
        }
    }
    let state = stepped(&door, Standing::Judging, &mut reader, "body", true, language);
    let (true, Some(body)) = (reader.fine(), body) else {
        let form = door.form(&app, Which::Council, &asked, language).await?.back(reader, Came::Refused);
        return render(&app, &caller, &visitor, &door, Some((Which::Council, form))).await;
    };
    let rule = rule_of(&app, &body.unit_id).await?.text();
    let sitting = Sitting { body_id: body.id.clone(), day, rule, blind: reader.tick("blind"), closed_on: None };
    let after = Initiative { state, reason: None, sitting: Some(sitting), version: sent.seen(), ..door.it.clone() };
    let change = app.store.change(visitor.author((app.clock)())).await?;
    match change.write_initiative(&after).await {
        Ok(()) => {
            change.seat_judges(&id, &judges).await?;
            let detail = format!("{}: {}, {}", door.it.title, body.name, show::day(Some(day)));
            change.commit(door.entry("initiative.council", detail)).await?;
            go(format!("/initiatives/{id}?done=saved"))
        }
        Err(StoreError::ChangedMeanwhile) => {
            drop(change);
            again(&app, &caller, &visitor, &id, &asked, reader).await
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST /initiatives/{id}/close`.
pub(crate) async fn close(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    request: Request,
) -> Answer {
    let door = door(&app, &visitor, &id).await?;
    let asked = Asked::of(Which::Close);
    if !door.may(Which::Close, &visitor, &asked) {
        return Err(refusal(&door, Which::Close));
    }
    let language = caller.preferences.language;
    let (w, o) = (words(language), office::words(language));
    let sent = receive(&app, request, o).await?;
    let reader = Reader::new(&sent.typed, crate::face::words::words(language));
    let Some(Ok(judged)) = door.judged() else {
        let form = door.form(&app, Which::Close, &asked, language).await?.back(reader, Came::Refused);
        return render(&app, &caller, &visitor, &door, Some((Which::Close, form))).await;
    };
    if let Some(day) = door.it.sitting.as_ref().map(|one| one.day).filter(|day| *day > door.today) {
        let says = |w: &'static Words| w.not_held_yet.replace("{day}", &show::day(Some(day)));
        return Err(Refusal::Invalid(thidua_domain::basics::Says::new(
            says(words(Language::Vietnamese)),
            says(words(Language::English)),
        )));
    }
    let sitting = door.it.sitting.clone().map(|one| Sitting { closed_on: Some(door.today), ..one });
    let after = Initiative { sitting, version: sent.seen(), ..door.it.clone() };
    let change = app.store.change(visitor.author((app.clock)())).await?;
    match change.write_initiative(&after).await {
        Ok(()) => {
            let says = w
                .result_says
                .replace("{agreeing}", &judged.agreeing.to_string())
                .replace("{cards}", &judged.cards.to_string())
                .replace("{needed}", &judged.needed.to_string())
                .replace("{mean}", &judged.mean.vietnamese());
            change.commit(door.entry("initiative.closed", format!("{}: {says}", door.it.title))).await?;
            go(format!("/initiatives/{id}?done=saved"))
        }
        Err(StoreError::ChangedMeanwhile) => {
            drop(change);
            again(&app, &caller, &visitor, &id, &asked, reader).await
        }
        Err(other) => Err(other.into()),
    }
}
