//! Correcting, recognising what was proposed, and taking back.

use super::fields::{choices, fields, read, read_given, typed_name};
use super::one::{Asked, Which, correcting, deciding, render, withdrawing};
use super::under::{Under, invalid, of_recognition};
use super::words::words;
use crate::App;
use crate::face::forms::Reader;
use crate::face::frame::go;
use crate::face::{Answer, Caller, Refusal, Visitor, show};
use crate::office::forms::{Came, beside};
use crate::office::receiving::receive;
use crate::office::words as office;
use axum::extract::{Path, Request, State};
use thidua_domain::recognitions::{State as Standing, may_recognise};
use thidua_store::StoreError;
use thidua_store::recognitions::Recognition;

/// Writes a change with its entry in the log.
async fn write(
    app: &App,
    visitor: &Visitor,
    under: &Under,
    it: &Recognition,
    act: &'static str,
    detail: String,
) -> Result<(), StoreError> {
    let change = app.store.change(visitor.author((app.clock)())).await?;
    change.write_recognition(it).await?;
    change.commit(under.entry(act, &it.id, detail)).await
}

/// `POST /recognitions/{id}`.
pub(crate) async fn correct(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    request: Request,
) -> Answer {
    let (under, before) = of_recognition(&app, &visitor, &id).await?;
    under.require_open()?;
    if !under.may_correct(&before) {
        return Err(Refusal::NotAllowed);
    }
    let language = caller.preferences.language;
    let (w, o) = (words(language), office::words(language));
    let sent = receive(&app, request, o).await?;
    let name = typed_name(&sent.typed).to_owned();
    let choices = choices(&app, &under, &name).await?;
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(language));
    let mut it = read(&under, Some(&before), &choices, &mut reader, w);
    if !reader.fine() {
        let form = correcting(&app, &under, &before, &name, w).await?.back(reader, Came::Refused);
        let marked = Some((Which::Correct, form));
        return render(&app, &caller, &visitor, &under, &before, &Asked::default(), marked).await;
    }
    it.version = sent.seen();
    let detail = format!("{}: {}", it.whom, it.merit);
    match write(&app, &visitor, &under, &it, "recognition.corrected", detail).await {
        Ok(()) => go(format!("/recognitions/{id}?done=saved")),
        Err(StoreError::ChangedMeanwhile) => {
            let (under, newest) = of_recognition(&app, &visitor, &id).await?;
            beside(&mut reader, &fields(&under, Some(&newest), &choices, "", w), o);
            let form = correcting(&app, &under, &newest, &name, w).await?.back(reader, Came::Changed);
            let marked = Some((Which::Correct, form));
            render(&app, &caller, &visitor, &under, &newest, &Asked::default(), marked).await
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST /recognitions/{id}/decide`.
pub(crate) async fn decide(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    request: Request,
) -> Answer {
    let (under, before) = of_recognition(&app, &visitor, &id).await?;
    if !under.decides {
        return Err(Refusal::NotAllowed);
    }
    under.require_open()?;
    if before.state != Standing::Proposed {
        return Err(invalid(|w| w.not_proposed));
    }
    if !may_recognise(before.state, before.proposed_by.as_deref(), &visitor.actor) {
        return Err(invalid(|w| w.own_proposal));
    }
    let language = caller.preferences.language;
    let (w, o) = (words(language), office::words(language));
    let sent = receive(&app, request, o).await?;
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(language));
    let mut it = Recognition { state: Standing::Recognised, version: sent.seen(), ..before.clone() };
    read_given(&mut reader, &mut it, under.today, w);
    if it.day.is_none() {
        reader.required("day");
    }
    let marked = |form| Some((Which::Decide, form));
    if !reader.fine() {
        let form = deciding(&before, w).back(reader, Came::Refused);
        return render(&app, &caller, &visitor, &under, &before, &Asked::default(), marked(form)).await;
    }
    let detail = format!("{}: {}, {}", it.whom, it.given_by.as_deref().unwrap_or_default(), show::day(it.day));
    match write(&app, &visitor, &under, &it, "recognition.recognised", detail).await {
        Ok(()) => go(format!("/recognitions/{id}?done=saved")),
        // what is proposed was changed meanwhile: it is read again before it is recognised
        Err(StoreError::ChangedMeanwhile) => {
            let (under, newest) = of_recognition(&app, &visitor, &id).await?;
            let still = may_recognise(newest.state, newest.proposed_by.as_deref(), &visitor.actor);
            if !still {
                return Err(Refusal::ChangedMeanwhile);
            }
            let form = deciding(&newest, w).back(reader, Came::Changed);
            render(&app, &caller, &visitor, &under, &newest, &Asked::default(), marked(form)).await
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST /recognitions/{id}/withdraw`.
pub(crate) async fn withdraw(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    request: Request,
) -> Answer {
    let (under, before) = of_recognition(&app, &visitor, &id).await?;
    under.require_open()?;
    if !under.may_correct(&before) {
        return Err(Refusal::NotAllowed);
    }
    let language = caller.preferences.language;
    let (w, o) = (words(language), office::words(language));
    let sent = receive(&app, request, o).await?;
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(language));
    let reason = reader.required("reason");
    let marked = |form| Some((Which::Withdraw, form));
    if !reader.fine() {
        let form = withdrawing(&before, w).back(reader, Came::Refused);
        return render(&app, &caller, &visitor, &under, &before, &Asked::default(), marked(form)).await;
    }
    let it = Recognition {
        state: Standing::Withdrawn,
        withdrawn: Some(reason.clone()),
        version: sent.seen(),
        ..before.clone()
    };
    let detail = format!("{}: {reason}", it.whom);
    match write(&app, &visitor, &under, &it, "recognition.withdrawn", detail).await {
        Ok(()) => go(format!("/recognitions/{id}?done=saved")),
        Err(StoreError::ChangedMeanwhile) => {
            let (under, newest) = of_recognition(&app, &visitor, &id).await?;
            if !under.may_correct(&newest) {
                return Err(Refusal::ChangedMeanwhile);
            }
            let form = withdrawing(&newest, w).back(reader, Came::Changed);
            render(&app, &caller, &visitor, &under, &newest, &Asked::default(), marked(form)).await
        }
        Err(other) => Err(other.into()),
    }
}
