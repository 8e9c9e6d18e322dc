//! Handing in an initiative and correcting it, compared with the register before it is sent.

use super::door::{door, entry};
use super::fields::{fields, read};
use super::hint::{Alike, alike};
use super::one::{Asked, Which, again, render};
use super::words::{Words, words};
use crate::App;
use crate::commendation::tabs::{Tab, frame};
use crate::face::forms::{Field, Input, Reader};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Frame, Refusal, Visitor, page};
use crate::office::forms::{Came, FormView, answered};
use crate::office::receiving::{keep, receive, register, replaced};
use crate::office::{reach, words as office};
use askama::Template;
use axum::extract::{Path, Request, State};
use thidua_domain::access::Act;
use thidua_domain::units::Unit;
use thidua_store::StoreError;

#[derive(Template)]
#[template(path = "initiatives/new.html")]
struct NewPage {
    f: Frame,
    w: &'static Words,
    o: &'static office::Words,
    alike: Vec<Alike>,
    form: FormView,
}

/// The units for which somebody hands in.
pub(super) async fn units(app: &App, visitor: &Visitor) -> Result<Vec<Unit>, Refusal> {
    let ids: Vec<String> =
        visitor.actor.units(Act::Nominate).unwrap_or_default().into_iter().map(str::to_owned).collect();
    if ids.is_empty() {
        return Err(Refusal::NotAllowed);
    }
    Ok(app.store.units_of(&ids).await?)
}

fn render_new(caller: &Caller, form: FormView, alike: Vec<Alike>) -> Answer {
    let language = caller.preferences.language;
    let came = form.came;
    let template =
        NewPage { f: frame(caller, Tab::Initiatives), w: words(language), o: office::words(language), alike, form };
    answered(page(&template), came)
}

/// The tick under which an initiative with shared passages is taken all the same.
pub(super) fn seen_tick(w: &'static Words) -> Field {
    Field::new("alike_seen", w.alike_seen, Input::Tick, "")
}

/// `GET /initiatives/new`.
pub(crate) async fn blank(State(app): State<App>, caller: Caller, visitor: Visitor) -> Answer {
    let language = caller.preferences.language;
    let w = words(language);
    let fields = fields(&units(&app, &visitor).await?, None, reach::today(&app), language, w);
    let form = FormView::new("/initiatives", 0, fields, w.send).with_file(w.file, None);
    render_new(&caller, form, Vec::new())
}

/// `POST /initiatives`.
pub(crate) async fn submit(State(app): State<App>, caller: Caller, visitor: Visitor, request: Request) -> Answer {
    let language = caller.preferences.language;
    let (w, o) = (words(language), office::words(language));
    let units = units(&app, &visitor).await?;
    let today = reach::today(&app);
    let sent = receive(&app, request, o).await?;
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(language));
    let unit = reader.code("unit", |id| units.iter().find(|unit| unit.id == id)).unwrap_or(&units[0]);
    let mut it = read(&app, &unit.id, None, today, &mut reader, language, w).await?;
    if let Some(problem) = sent.file_problem {
        reader.problem("file", problem);
    }
    let text = [it.title.as_str(), &it.summary, it.benefit.as_deref().unwrap_or_default()].join(". ");
    let alike = alike(&app, &visitor, &text, None).await?;
    if !alike.is_empty() && !reader.tick("alike_seen") {
        reader.problem("summary", w.alike_look);
    }
    if !reader.fine() {
        let mut fields = fields(&units, None, today, language, w);
        if !alike.is_empty() {
            fields.push(seen_tick(w));
        }
        let form = FormView::new("/initiatives", 0, fields, w.send).with_file(w.file, None);
        return render_new(&caller, form.back(reader, Came::Refused), alike);
    }
    let kept = keep(&app, sent.file).await?;
    let change = app.store.change(visitor.author((app.clock)())).await?;
    register(&change, &kept).await?;
    (it.file_digest, it.file_name) = replaced(&kept, (None, None));
    it.id = change.new_id();
    change.write_initiative(&it).await?;
    change.commit(entry(&it, "initiative.submitted", it.title.clone())).await?;
    go(format!("/initiatives/{}?done=saved", it.id))
}

/// `POST /initiatives/{id}`.
pub(crate) async fn correct(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    request: Request,
) -> Answer {
    let door = door(&app, &visitor, &id).await?;
    if !door.submits {
        return Err(Refusal::NotAllowed);
    }
    let asked = Asked::of(Which::Correct);
    if !door.may(Which::Correct, &visitor, &asked) {
        return Err(Refusal::ChangedMeanwhile);
    }
    let language = caller.preferences.language;
    let (w, o) = (words(language), office::words(language));
    let sent = receive(&app, request, o).await?;
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(language));
    let mut it = read(&app, &door.it.unit_id, Some(&door.it), door.today, &mut reader, language, w).await?;
    if let Some(problem) = sent.file_problem {
        reader.problem("file", problem);
    }
    if !reader.fine() {
        let form = door.form(&app, Which::Correct, &asked, language).await?.back(reader, Came::Refused);
        return render(&app, &caller, &visitor, &door, Some((Which::Correct, form))).await;
    }
    it.version = sent.seen();
    let kept = keep(&app, sent.file).await?;
    let change = app.store.change(visitor.author((app.clock)())).await?;
    register(&change, &kept).await?;
    (it.file_digest, it.file_name) = replaced(&kept, (it.file_digest.clone(), it.file_name.clone()));
    match change.write_initiative(&it).await {
        Ok(()) => {
            change.commit(door.entry("initiative.corrected", it.title.clone())).await?;
            go(format!("/initiatives/{id}?done=saved"))
        }
        Err(StoreError::ChangedMeanwhile) => {
            drop(change);
            again(&app, &caller, &visitor, &id, &asked, reader).await
        }
        Err(other) => Err(other.into()),
    }
}
