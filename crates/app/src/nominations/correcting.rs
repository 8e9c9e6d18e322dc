//! Correcting what is proposed: what is open to the unit, over the version that was seen.

use super::labels;
use super::one::{Back, may_write, render, text_fields};
use super::scene::{self};
use super::words::words;
use crate::App;
use crate::face::forms::Reader;
use crate::face::frame::go;
use crate::face::{Answer, Caller, Visitor};
use crate::office::forms::{Came, FormView, beside};
use crate::office::receiving::receive;
use crate::office::words as office;
use axum::extract::{Path, Request, State};
use thidua_domain::access::Act;
use thidua_domain::basics::{Amount, Expectation};
use thidua_store::StoreError;

/// `POST /nominations/{id}`.
pub(crate) async fn correct(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    request: Request,
) -> Answer {
    let (scene, it) = scene::of_nomination(&app, &visitor, &id).await?;
    app.require(&visitor, Act::Nominate, &it.unit_id).await?;
    scene.require_open()?;
    let language = caller.preferences.language;
    let (w, o) = (words(language), office::words(language));
    let remarks = app.store.nomination_remarks(&id).await?;
    let sent = receive(&app, request, o).await?;
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(language));
    let mut new = it.clone();
    // only what is open is taken: in a returned dossier the fields with a remark
    if may_write(&scene, &it, &remarks, "merit") {
        new.merit = reader.required("merit");
        new.influence = reader.code("influence", |code| {
            labels::influences(w).iter().any(|(known, _)| *known == code).then(|| code.to_owned())
        });
        new.achieved_on = reader.day("achieved_on");
        let count = |amount: Option<Amount>| amount.map(|amount| amount.ten_thousandths() / 10_000);
        let votes = count(reader.amount("selection_for", Expectation::Quantity));
        let of = count(reader.amount("selection_of", Expectation::Quantity));
        new.selection = votes.zip(of);
        if new.selection.is_some_and(|(votes, of)| votes > of || votes < 0 || of == 0) {
            reader.problem("selection_for", w.bad_selection);
        }
    } else if !may_write(&scene, &it, &remarks, "report") {
        return Err(scene::invalid(|w| w.r_no_arrow.to_owned()));
    }
    if may_write(&scene, &it, &remarks, "report") {
        new.report = reader.text("report");
    }
    let form = || FormView::new(format!("/nominations/{id}"), it.version, text_fields(&it, w), w.save);
    if !reader.fine() {
        let correct = Some(form().back(reader, Came::Refused));
        return render(&app, &caller, &scene, &it, Back { correct, ..Back::default() }).await;
    }
    new.version = sent.seen();
    let change = app.store.change(visitor.author((app.clock)())).await?;
    match change.write_nomination(&new).await {
        Err(StoreError::ChangedMeanwhile) => {
            beside(&mut reader, &text_fields(&it, w), o);
            let correct = Some(form().back(reader, Came::Changed));
            render(&app, &caller, &scene, &it, Back { correct, ..Back::default() }).await
        }
        other => {
            other?;
            let detail = format!("{}: {}", it.nominee.name, it.award_name);
            change.commit(scene.entry("nomination.corrected", &id, detail)).await?;
            go(format!("/nominations/{id}?done=saved"))
        }
    }
}
