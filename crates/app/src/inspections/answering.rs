//! Answering the checklist: one item with a remark and a file, or every proposal of the data at once.

use super::door::invalid;
use super::grounds::Proposed;
use super::labels;
use super::visit::{Asked, Here, Which, here, render};
use super::words::{Words, words};
use crate::App;
use crate::face::forms::{Field, Input, Reader, placed};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Refusal, Visitor};
use crate::office::forms::{Came, FormView, beside};
use crate::office::receiving::{keep, receive, register, replaced};
use crate::office::words as office;
use axum::extract::{Path, Request, State};
use thidua_domain::basics::Language;
use thidua_domain::inspections::checklist::{Answer as Said, Basis, Item, NotAnswered, answer};
use thidua_store::StoreError;
use thidua_store::inspections::ItemAnswer;

fn fields(given: Option<&ItemAnswer>, proposed: Said, w: &'static Words) -> Vec<Field> {
    let choices = Said::ALL.iter().map(|one| (one.code(), labels::answer(*one, w).1)).collect();
    let now = given.map_or(proposed, |given| given.answer).code();
    let remark = given.and_then(|given| given.remark.clone()).unwrap_or_default();
    let fields = vec![
        Field::new("answer", w.answer, Input::Choice(choices), now),
        Field::new("remark", w.remark, Input::Text, remark).hint(w.remark_hint),
    ];
    placed(fields, "item")
}

/// The form of the item that an address asks for.
pub(super) fn form(here: &Here, proposed: &[Proposed], asked: &str, w: &'static Words) -> Option<FormView> {
    let item = Item::from_code(asked)?;
    let stands = proposed.iter().find(|one| one.item == item)?;
    let given = here.answer(item);
    let version = given.map_or(0, |given| given.version);
    let form = FormView::new(
        format!("{}/answers", here.address()),
        version,
        fields(given, stands.answer, w),
        w.answer_save,
    );
    Some(form.with_file(w.file, given.and_then(|given| given.file_name.clone())).correcting(item.code()))
}

fn require_made(here: &Here) -> Result<(), Refusal> {
    here.door.require_inspects()?;
    if here.visit.is_made() { Ok(()) } else { Err(invalid(|w| w.not_yet)) }
}

/// An answer of a visit that is not there yet.
fn new_answer(here: &Here, stands: &Proposed, says: String) -> ItemAnswer {
    ItemAnswer {
        visit_id: here.visit.id.clone(),
        item: stands.item,
        proposed: stands.answer,
        proposed_says: says,
        answer: stands.answer,
        basis: Basis::Data,
        remark: None,
        file_digest: None,
        file_name: None,
        version: 0,
        account_name: String::new(),
        written_at: chrono::NaiveDateTime::default(),
    }
}

/// `POST /inspections/{id}/visits/{visit}/answers`: one item.
pub(crate) async fn give(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path((id, subject)): Path<(String, String)>,
    request: Request,
) -> Answer {
    let before = here(&app, &visitor, &id, &subject).await?;
    require_made(&before)?;
    let language = caller.preferences.language;
    let (w, o) = (words(language), office::words(language));
    let sent = receive(&app, request, o).await?;
    let item = sent.corrects().as_deref().and_then(Item::from_code).ok_or(Refusal::Unread)?;
    // what the data say is kept in Vietnamese, as it stands on paper
    let vietnamese = words(Language::Vietnamese);
    let proposed = before.proposed(&app, vietnamese).await?;
    let stands = proposed.iter().find(|one| one.item == item).ok_or(Refusal::Unread)?;
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(language));
    let given = reader.code("answer", Said::from_code);
    if given.is_none() {
        reader.required("answer");
    }
    let remark = reader.text("remark");
    let given = given.unwrap_or(Said::NoGrounds);
    let basis = answer(stands.answer, given, remark.as_deref());
    match basis {
        Err(NotAnswered::NeedsReason) => reader.problem("remark", w.needs_reason),
        Err(NotAnswered::NeedsWhatIsMissing) => reader.problem("remark", w.needs_missing),
        Ok(_) => {}
    }
    if let Some(problem) = sent.file_problem {
        reader.problem("file", problem);
    }
    let asked = Asked { item: item.code().to_owned(), ..Asked::default() };
    if !reader.fine() {
        let form = form(&before, &proposed, item.code(), w).map(|form| form.back(reader, Came::Refused));
        return render(&app, &caller, &before, &asked, form.map(Which::Item)).await;
    }
    let seen = sent.seen();
    let kept = keep(&app, sent.file).await?;
    let known = before.answer(item).map(|one| (one.file_digest.clone(), one.file_name.clone()));
    let (file_digest, file_name) = replaced(&kept, known.unwrap_or_default());
    let written = ItemAnswer {
        answer: given,
        basis: basis.unwrap_or(Basis::Team),
        remark,
        file_digest,
        file_name,
        version: seen,
        ..new_answer(&before, stands, stands.says(vietnamese))
    };
    let change = app.store.change(visitor.author((app.clock)())).await?;
    register(&change, &kept).await?;
    match change.write_answer(&written).await {
        Ok(()) => {
            let says = labels::answer(given, vietnamese).1;
            let detail = format!("{}: {} – {says}", before.visit.name, labels::item(item, vietnamese));
            change.commit(before.door.entry("inspection.answered", detail)).await?;
            go(format!("{}?done=saved#checklist", before.address()))
        }
        Err(StoreError::ChangedMeanwhile) => {
            drop(change);
            let newest = here(&app, &visitor, &id, &subject).await?;
            beside(&mut reader, &fields(newest.answer(item), stands.answer, w), o);
            let form = form(&newest, &proposed, item.code(), w).map(|form| form.back(reader, Came::Changed));
            render(&app, &caller, &newest, &asked, form.map(Which::Item)).await
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST /inspections/{id}/visits/{visit}/answers/take`: every proposal of the data that nobody has answered yet.
pub(crate) async fn take(
    State(app): State<App>,
    visitor: Visitor,
    Path((id, subject)): Path<(String, String)>,
) -> Answer {
    let here = here(&app, &visitor, &id, &subject).await?;
    require_made(&here)?;
    let vietnamese = words(Language::Vietnamese);
    let proposed = here.proposed(&app, vietnamese).await?;
    let open: Vec<&Proposed> =
        proposed.iter().filter(|one| one.answer != Said::NoGrounds && here.answer(one.item).is_none()).collect();
    if open.is_empty() {
        return go(format!("{}#checklist", here.address()));
    }
    let change = app.store.change(visitor.author((app.clock)())).await?;
    for one in &open {
        change.write_answer(&new_answer(&here, one, one.says(vietnamese))).await?;
    }
    let items: Vec<&str> = open.iter().map(|one| labels::item(one.item, vietnamese)).collect();
    let detail = format!("{}: {}", here.visit.name, items.join("; "));
    change.commit(here.door.entry("inspection.answered", detail)).await?;
    go(format!("{}?done=saved#checklist", here.address()))
}
