//! Annexes: the only way in which a covenant in force changes.

use super::door::{kept, refuse, today};
use super::sheet::{Marked, refused, render, ways};
use super::words::{Words, words};
use crate::App;
use crate::face::forms::{Field, Input, Reader, Typed};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Refusal, Visitor, show};
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use thidua_domain::basics::{Amount, Expectation};
use thidua_domain::covenants::{AnnexState, State as Stage};
use thidua_domain::targets::{Comparator, Direction};
use thidua_store::StoreError;
use thidua_store::covenants::Terms;

/// Reason and day.
pub(super) fn fields(w: &'static Words) -> Vec<Field> {
    vec![Field::new("reason", w.reason, Input::Text, ""), Field::new("effective", w.effective, Input::Day, "")]
}

/// The promise that an annex may add.
pub(super) fn new_fields(w: &'static Words) -> Vec<Field> {
    vec![
        Field::new("new_name", w.promise, Input::Line, "").hint(w.new_hint),
        Field::new("new_how", w.how, ways(w), ""),
        Field::new("new_value", w.value, Input::Number, ""),
        Field::new("new_unit", w.unit_of, Input::Line, ""),
    ]
}

/// One change of an annex.
struct Amended {
    replaces: Option<String>,
    dropped: bool,
    terms: Terms,
}

/// `POST /covenants/{id}/annexes`.
pub(crate) async fn draw_up(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let view = kept(&app, &visitor, &id).await?;
    if view.covenant.state != Stage::InForce {
        return Err(refuse(|w| w.annex_not_in_force.to_owned()));
    }
    if view.open_annex().is_some() {
        return Err(refuse(|w| w.annex_waits.to_owned()));
    }
    let w = words(caller.preferences.language);
    let mut reader = Reader::new(&typed, crate::face::words::words(caller.preferences.language));
    let reason = reader.required("reason");
    let effective = reader.day("effective");
    match (effective, view.covenant.in_force_from) {
        (None, _) => reader.problem("effective", w.effective_needed),
        (Some(day), Some(first)) if day < first => {
            reader.problem("effective", w.effective_early.replace("{day}", &show::day(Some(first))));
        }
        _ => {}
    }
    let mut amended = Vec::new();
    for held in view.holding(today(&app)) {
        let mut terms = held.terms.clone();
        let typed_value = reader.text_of(&format!("value-{}", held.id));
        if let Some(text) = typed_value {
            let percent = terms.unit_of.as_deref() == Some("%");
            let expected = if percent { Expectation::Percent } else { Expectation::Quantity };
            match Amount::read(&text, expected) {
                Ok(value) => terms.value = Some(value),
                Err(problem) => {
                    let c = crate::face::words::words(caller.preferences.language);
                    let says = crate::face::forms::amount_problem(&problem, c);
                    reader.problem("reason", format!("{}: {says}", terms.name));
                }
            }
        }
        if let Some(text) = reader.text_of(&format!("text-{}", held.id)) {
            terms.name = text;
        }
        if reader.tick(&format!("drop-{}", held.id)) {
            amended.push(Amended { replaces: Some(held.id), dropped: true, terms: held.terms });
        } else if terms != held.terms {
            amended.push(Amended { replaces: Some(held.id), dropped: false, terms });
        }
    }
    if let Some(name) = reader.text("new_name") {
        let comparator = reader.code("new_how", Comparator::from_code);
        let unit_of = reader.text("new_unit");
        let percent = unit_of.as_deref() == Some("%");
        let expected = if percent { Expectation::Percent } else { Expectation::Quantity };
        let value = reader.amount("new_value", expected);
        let number = comparator.is_some_and(|one| !one.is_judged() && one != Comparator::NoneExists);
        if number && value.is_none() {
            reader.problem("new_value", w.value_needed);
        }
        let party_id =
            typed.get("new_party").filter(|party| view.parties.iter().any(|one| one.id == **party)).cloned();
        let terms = Terms {
            party_id,
            target_id: None,
            item_id: None,
            name,
            comparator,
            direction: Direction::Neither,
            value: value.filter(|_| number),
            unit_of,
        };
        amended.push(Amended { replaces: None, dropped: false, terms });
    }
    if amended.is_empty() && reader.fine() {
        reader.problem("reason", w.annex_empty);
    }
    let Some(effective) = effective.filter(|_| reader.fine()) else {
        let mut both = fields(w);
        let of_head = both.len();
        both.extend(new_fields(w));
        let mut both = reader.mark(both);
        let added = both.split_off(of_head);
        let marked = Marked::Annex(both, added, typed.clone());
        return render(&app, &caller, &visitor, view, None, Some(marked)).await;
    };
    let seen = crate::face::forms::seen(&typed);
    let change = app.store.change(visitor.author((app.clock)())).await?;
    let (annex, number) = match change.add_annex(&id, seen, &reason, effective).await {
        Ok(made) => made,
        Err(StoreError::ChangedMeanwhile) => {
            drop(change);
            return refused(&app, &caller, &visitor, &id, w.changed, StatusCode::CONFLICT).await;
        }
        Err(other) => return Err(other.into()),
    };
    for one in &amended {
        change.add_amendment(&id, (&annex, number), one.replaces.as_deref(), one.dropped, &one.terms).await?;
    }
    change.commit(view.entry("covenant.annexed", Some(format!("{number}: {reason}")))).await?;
    go(format!("/covenants/{id}?done=saved#annex-{number}"))
}

/// `POST /covenants/{id}/annexes/withdraw`: gives up the annex that waits for signatures.
pub(crate) async fn withdraw(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    let view = kept(&app, &visitor, &id).await?;
    let annex = view.open_annex().ok_or(Refusal::ChangedMeanwhile)?;
    let change = app.store.change(visitor.author((app.clock)())).await?;
    change.step_annex(&annex.id, AnnexState::Withdrawn).await?;
    change.commit(view.entry("covenant.annex-withdrawn", Some(annex.number.to_string()))).await?;
    go(format!("/covenants/{id}?done=saved"))
}
