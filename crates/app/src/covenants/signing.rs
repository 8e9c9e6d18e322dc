//! Signatures: a head or signatory signs for the own unit, the standing office records those on paper.

use super::door::{View, is_of, refuse, today, view};
use super::sheet::{Marked, refused, render};
use super::words::{Words, words};
use crate::App;
use crate::face::forms::{Field, Input, Reader, Typed};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Refusal, Visitor, show};
use crate::figures::evidence::{self, Evidence};
use axum::extract::{Multipart, Path, State};
use axum::http::StatusCode;
use chrono::NaiveDate;
use thidua_domain::access::Act;
use thidua_domain::covenants::State as Stage;
use thidua_store::StoreError;
use thidua_store::covenants::{Party, Signature};

/// The form of a signature.
pub(super) fn fields(w: &'static Words) -> Vec<Field> {
    vec![
        Field::new("signed_on", w.signed_on, Input::Day, ""),
        Field::new("signatory", w.signatory, Input::Line, ""),
        Field::new("post", w.post, Input::Line, ""),
        Field::new("on_behalf", w.on_behalf, Input::Line, "").hint(w.on_behalf_hint),
    ]
}

struct Sent {
    typed: Typed,
    file: Option<Evidence>,
    problem: Option<&'static str>,
}

async fn receive(mut form: Multipart, w: &'static Words) -> Result<Sent, Refusal> {
    let mut sent = Sent { typed: Typed::new(), file: None, problem: None };
    while let Some(field) = form.next_field().await.map_err(Refusal::of_part)? {
        let Some(name) = field.name().map(str::to_owned) else { continue };
        if name != "file" {
            sent.typed.insert(name, field.text().await.map_err(Refusal::of_part)?);
            continue;
        }
        let name: String =
            field.file_name().unwrap_or_default().chars().filter(|c| !c.is_control()).take(200).collect();
        let content = field.bytes().await.map_err(Refusal::of_part)?;
        if content.len() > evidence::LARGEST {
            sent.problem = Some(w.scan_large);
        } else if !name.is_empty() && !content.is_empty() {
            match evidence::recognise(&name, &content) {
                Some(media) => sent.file = Some(Evidence { name, media, content: content.to_vec() }),
                None => sent.problem = Some(w.scan_kind),
            }
        }
    }
    Ok(sent)
}

/// `POST /covenants/{id}/sign`: for the own unit.
pub(crate) async fn sign(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    form: Multipart,
) -> Answer {
    let view = view(&app, &visitor, &id).await?;
    take(&app, &caller, &visitor, view, form, false).await
}

/// `POST /covenants/{id}/signatures`: what was signed on paper, for any party.
pub(crate) async fn record(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    form: Multipart,
) -> Answer {
    let view = view(&app, &visitor, &id).await?;
    if !view.keeps {
        return Err(Refusal::NotAllowed);
    }
    take(&app, &caller, &visitor, view, form, true).await
}

async fn take(app: &App, caller: &Caller, visitor: &Visitor, view: View, form: Multipart, for_any: bool) -> Answer {
    let w = words(caller.preferences.language);
    let id = view.covenant.id.clone();
    let sent = receive(form, w).await?;
    let party = sent.typed.get("party").and_then(|party| view.parties.iter().find(|one| one.id == *party));
    let party = party.ok_or(Refusal::NotFound)?.clone();
    if !for_any && !may_sign(visitor, &party) {
        return Err(Refusal::NotAllowed);
    }
    // the paper that was on the page: the covenant, or one annex of it
    let paper = sent.typed.get("paper").cloned().unwrap_or_else(|| id.clone());
    let number = view.annexes.iter().find(|annex| annex.id == paper).map(|annex| annex.number);
    if paper != id && number.is_none() {
        return Err(Refusal::NotFound);
    }
    let seen = crate::face::forms::seen(&sent.typed);
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(caller.preferences.language));
    if seen != view.covenant.version && takes(&view, &paper) {
        let marked = Marked::Sign(reader.mark(fields(w)), w.text_changed, StatusCode::CONFLICT);
        return render(app, caller, visitor, view, None, Some(marked)).await;
    }
    let day = reader.day("signed_on");
    let signatory = reader.required("signatory");
    let post = reader.required("post");
    let on_behalf = reader.text("on_behalf");
    match day {
        None => reader.problem("signed_on", w.day_needed),
        Some(day) if day > today(app) => reader.problem("signed_on", w.day_future),
        Some(day) => {
            if let Some(first) = first_day(&view).filter(|first| day < *first) {
                reader.problem("signed_on", w.day_early.replace("{day}", &show::day(Some(first))));
            }
        }
    }
    let Some(signed_on) = day.filter(|_| reader.fine() && sent.problem.is_none()) else {
        if reader.fine() {
            let says = sent.problem.unwrap_or_default();
            return refused(app, caller, visitor, &id, says, StatusCode::UNPROCESSABLE_ENTITY).await;
        }
        let says = crate::face::words::words(caller.preferences.language).form_errors;
        let marked = Marked::Sign(reader.mark(fields(w)), says, StatusCode::UNPROCESSABLE_ENTITY);
        return render(app, caller, visitor, view, None, Some(marked)).await;
    };
    let mut signature = Signature {
        paper_id: paper,
        party_id: party.id.clone(),
        signed_on,
        signatory,
        post,
        on_behalf,
        file_digest: None,
        file_name: None,
        account_name: visitor.name.clone(),
    };
    let file = sent.file;
    if let Some(file) = &file {
        let (files, content) = (app.files.clone(), file.content.clone());
        let digest = tokio::task::spawn_blocking(move || files.keep(&content)).await.map_err(Refusal::fault)??;
        signature.file_digest = Some(digest);
        signature.file_name = Some(file.name.clone());
    }
    let change = app.store.change(visitor.author((app.clock)())).await?;
    if let (Some(file), Some(digest)) = (&file, &signature.file_digest) {
        change.register_file(digest, file.content.len(), file.media).await?;
    }
    match change.sign_covenant(&id, seen, &signature).await {
        Ok(_) => {
            let annex = number.map(|number| format!(" (PL {number})")).unwrap_or_default();
            let detail = format!("{}{annex}: {}, {}", party.name, signature.signatory, show::day(Some(signed_on)));
            change.commit(view.entry("covenant.signed", Some(detail))).await?;
            go(format!("/covenants/{id}?done=saved#signatures"))
        }
        Err(StoreError::AlreadyThere) => {
            drop(change);
            refused(app, caller, visitor, &id, w.signed_already, StatusCode::CONFLICT).await
        }
        Err(StoreError::ChangedMeanwhile) => {
            drop(change);
            let view = super::door::view(app, visitor, &id).await?;
            if !takes(&view, &signature.paper_id) {
                return Err(refuse(|w| w.not_for_signing.to_owned()));
            }
            let reader = Reader::new(&sent.typed, crate::face::words::words(caller.preferences.language));
            let marked = Marked::Sign(reader.mark(fields(w)), w.text_changed, StatusCode::CONFLICT);
            render(app, caller, visitor, view, None, Some(marked)).await
        }
        Err(other) => Err(other.into()),
    }
}

/// Whether a paper, the covenant or an annex of it, is being signed.
fn takes(view: &View, paper: &str) -> bool {
    if paper == view.covenant.id {
        return view.covenant.state == Stage::Ready;
    }
    view.covenant.state == Stage::InForce && view.open_annex().is_some_and(|annex| annex.id == paper)
}

/// The first day on which a covenant of the plan can have been signed: the day of the plan, or of its year.
fn first_day(view: &View) -> Option<NaiveDate> {
    let plan = &view.view.plan;
    let year = || NaiveDate::from_ymd_opt(i32::try_from(plan.subject_year?).ok()?, 1, 1);
    plan.dated.or_else(year)
}

/// A person signs for the own unit, or for a bloc that the own unit belongs to.
fn may_sign(visitor: &Visitor, party: &Party) -> bool {
    let units = visitor.actor.units(Act::SignCovenant).unwrap_or_default();
    let units: Vec<String> =
        units.into_iter().filter(|unit| visitor.actor.may_in(Act::SignCovenant, unit)).map(str::to_owned).collect();
    is_of(party, &units)
}
