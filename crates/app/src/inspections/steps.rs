//! The steps of an inspection, and its conclusion.

use super::door::{Door, door};
use super::labels;
use super::one::{self, Which};
use super::words::{Words, words};
use crate::App;
use crate::face::forms::{Field, Input, Reader, placed};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Refusal, Visitor};
use crate::office::forms::{Came, FormView, beside};
use crate::office::receiving::receive;
use crate::office::words as office;
use axum::extract::{Path, Request, State};
use thidua_domain::basics::Language;
use thidua_domain::basics::date::short;
use thidua_domain::inspections::checklist::Item;
use thidua_domain::inspections::{Seat, Standing, State as Step};
use thidua_store::StoreError;
use thidua_store::inspections::{Conclusion, Inspection};

/// What is known of an inspection when a step is asked for.
async fn standing(app: &App, door: &Door, reason: Option<&str>) -> Result<Standing, Refusal> {
    let made: Vec<String> =
        door.visits.iter().filter(|visit| visit.is_made()).map(|visit| visit.id.clone()).collect();
    let answers = app.store.inspection_answers(&made).await?;
    let lacks = |id: &&String| answers.iter().filter(|one| one.visit_id == **id).count() < Item::ALL.len();
    Ok(Standing {
        decided: door.it.number_symbol.is_some() && door.it.dated.is_some(),
        led: door.it.team.iter().any(|one| one.seat == Seat::Lead),
        subjects: door.visits.len(),
        unvisited: door.visits.iter().filter(|visit| visit.is_due()).count(),
        unanswered: made.iter().filter(lacks).count(),
        conclusion: door.it.conclusion.general.is_some(),
        open_findings: door.findings.iter().filter(|one| one.state.is_open()).count(),
        reason: reason.is_some(),
    })
}

/// The form that gives an inspection up.
pub(super) fn withdrawing(door: &Door, w: &'static Words) -> FormView {
    let fields = vec![Field::new("reason", w.reason, Input::Line, "").hint(w.withdraw_says)];
    let address = format!("/inspections/{}/step?to=withdrawn", door.it.id);
    FormView::new(address, door.it.version, placed(fields, "withdraw"), w.step_withdraw)
}

/// What an address asks for.
#[derive(serde::Deserialize, Default)]
pub(crate) struct To {
    #[serde(default)]
    to: String,
}

/// `POST /inspections/{id}/step?to=…`.
pub(crate) async fn step(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    axum::extract::Query(to): axum::extract::Query<To>,
    request: Request,
) -> Answer {
    let door = door(&app, &visitor, &id).await?;
    door.require_plans()?;
    let to = Step::from_code(&to.to).ok_or(Refusal::Unread)?;
    let language = caller.preferences.language;
    let w = words(language);
    let sent = receive(&app, request, office::words(language)).await?;
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(language));
    let reason = reader.text("reason");
    let standing = standing(&app, &door, reason.as_deref()).await?;
    if !reader.fine() {
        return Err(Refusal::TooLong);
    }
    if let Err(refused) = door.it.state.step(to, &standing) {
        let says = labels::refused(refused, w);
        return one::render(&app, &caller, door, Some(Which::Refused(says))).await;
    }
    let withdrawn = if to == Step::Withdrawn { reason.clone() } else { door.it.withdrawn.clone() };
    let it = Inspection { state: to, withdrawn, version: sent.seen(), ..door.it.clone() };
    let change = app.store.change(visitor.author((app.clock)())).await?;
    change.write_inspection(&it).await?;
    let name = |state| labels::state(state, words(Language::Vietnamese)).1;
    let reason = reason.map(|reason| format!(": {reason}")).unwrap_or_default();
    let detail = format!("{} → {}{reason}", name(door.it.state), name(to));
    change.commit(door.entry("inspection.stepped", detail)).await?;
    go(format!("/inspections/{id}?done=saved"))
}

fn fields(it: &Conclusion, w: &'static Words) -> Vec<Field> {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let fields = vec![
        Field::new("general", w.general, Input::Text, text(&it.general)),
        Field::new("good", w.good, Input::Text, text(&it.good)),
        Field::new("wanting", w.wanting, Input::Text, text(&it.wanting)),
        Field::new("causes", w.causes, Input::Text, text(&it.causes)),
        Field::new("demands", w.demands, Input::Text, text(&it.demands)),
        Field::new("number", w.conclusion_number, Input::Line, text(&it.number_symbol)),
        Field::new("dated", w.conclusion_dated, Input::Day, it.dated.map(short).unwrap_or_default()),
    ];
    placed(fields, "conclusion")
}

/// The form of the conclusion.
pub(super) fn concluding(door: &Door, w: &'static Words) -> FormView {
    let address = format!("/inspections/{}/conclusion", door.it.id);
    FormView::new(address, door.it.version, fields(&door.it.conclusion, w), w.conclusion_save)
}

/// `POST /inspections/{id}/conclusion`.
pub(crate) async fn conclude(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    request: Request,
) -> Answer {
    let before = door(&app, &visitor, &id).await?;
    before.require_plans()?;
    if !before.it.state.is_followed() {
        return Err(super::door::invalid(|w| w.no_arrow));
    }
    let language = caller.preferences.language;
    let (w, o) = (words(language), office::words(language));
    let sent = receive(&app, request, o).await?;
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(language));
    let conclusion = Conclusion {
        number_symbol: reader.name("number"),
        dated: reader.day("dated"),
        general: reader.text("general"),
        good: reader.text("good"),
        wanting: reader.text("wanting"),
        causes: reader.text("causes"),
        demands: reader.text("demands"),
    };
    if before.it.state == Step::Concluded && conclusion.general.is_none() {
        reader.required("general");
    }
    if !reader.fine() {
        let form = concluding(&before, w).back(reader, Came::Refused);
        return one::render(&app, &caller, before, Some(Which::Conclusion(form))).await;
    }
    let it = Inspection { conclusion, version: sent.seen(), ..before.it.clone() };
    let change = app.store.change(visitor.author((app.clock)())).await?;
    match change.write_inspection(&it).await {
        Ok(()) => {
            let said = it.conclusion.general.unwrap_or_default();
            change.commit(before.entry("inspection.conclusion", said)).await?;
            go(format!("/inspections/{id}?done=saved#conclusion"))
        }
        Err(StoreError::ChangedMeanwhile) => {
            drop(change);
            let newest = door(&app, &visitor, &id).await?;
            beside(&mut reader, &fields(&newest.it.conclusion, w), o);
            let form = concluding(&newest, w).back(reader, Came::Changed);
            one::render(&app, &caller, newest, Some(Which::Conclusion(form))).await
        }
        Err(other) => Err(other.into()),
    }
}
