//! The registration of a unit on paper.

use super::door::{Sheet, sheet};
use super::labels;
use super::sheet::stands;
use super::words::words;
use crate::App;
use crate::face::{Answer, Refusal, Visitor, show};
use crate::reports::letterhead::issue_date;
use crate::reports::sending::Paper;
use crate::word_templates::{Own, render_own};
use axum::extract::{Path, State};
use thidua_domain::basics::Language;
use thidua_domain::registrations::{Against, ItemKind};
use thidua_paper::forms::Letterhead;
use thidua_paper::forms::registration::{RegisteredTarget, RegisteredTask, Registration, document};
use thidua_paper::template::catalogue;
use thidua_paper::write::document::Signature;
use thidua_store::registrations::Item;

/// `GET /registrations/{id}/print.docx`.
pub(crate) async fn docx(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    print(app, visitor, id, Paper::Docx).await
}

/// `GET /registrations/{id}/print.pdf`.
pub(crate) async fn pdf(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    print(app, visitor, id, Paper::Pdf).await
}

async fn print(app: App, visitor: Visitor, id: String, paper: Paper) -> Answer {
    let sheet = sheet(&app, &visitor, &id).await?;
    let items = app.store.registration_items(&id).await?;
    let owner = app.store.unit(&sheet.view.plan.unit_id).await?.ok_or(Refusal::NotFound)?;
    let plan = app.store.plan(&sheet.view.plan.id).await?.ok_or(Refusal::NotFound)?;
    let place = plan.draft.document.place.as_ref().map(|place| place.value.clone());
    let movement = sheet.view.plan.title.clone().unwrap_or_else(|| sheet.view.movement.named.name.clone());
    let registration = paper_of(&sheet, &items, owner.name, place, movement);
    let own = Own {
        unit_id: &sheet.view.plan.unit_id,
        kind: "registration",
        day: crate::office::reach::today(&app),
        data: catalogue::registration(&registration).into_value(),
    };
    render_own(&app, own, document(&registration), paper, "dang-ky-thi-dua").await
}

fn paper_of(sheet: &Sheet, items: &[Item], owner: String, place: Option<String>, movement: String) -> Registration {
    let w = words(Language::Vietnamese);
    let t = crate::targets::words::words(Language::Vietnamese);
    let of = |kind: ItemKind| items.iter().filter(move |item| item.written.kind == kind);
    let task = |item: &Item| RegisteredTask {
        name: item.written.name.clone(),
        description: item.written.description.clone().unwrap_or_default(),
        expected: item.written.expected.clone().unwrap_or_default(),
    };
    let target = |item: &Item| {
        let written = &item.written;
        RegisteredTarget {
            name: written.name.clone(),
            unit: written.unit_of.clone().unwrap_or_default(),
            planned: show::amount(written.planned),
            registered: labels::said(written.comparator, written.registered, None, t),
            note: match (stands(written), &written.reason) {
                (Against::Better, _) => w.better.to_owned(),
                (_, Some(reason)) => reason.clone(),
                _ => String::new(),
            },
        }
    };
    let title = |item: &Item| {
        let whom = item.written.person.clone().unwrap_or_else(|| sheet.unit.name.clone());
        (labels::name(&item.written, Language::Vietnamese), whom)
    };
    Registration {
        letterhead: Letterhead {
            issuer: sheet.unit.name.clone(),
            number_symbol: None,
            symbol_hint: None,
            place,
            date: sheet.registration.submitted_at.map(|at| issue_date(crate::local_date(at))),
            recipients: vec![owner.clone()],
            parent_authority: Some(owner),
            signature: Signature {
                authority_form: None,
                post: w.head_of_unit.to_owned(),
                name: sheet.unit.head.clone(),
            },
        },
        movement,
        year: sheet.view.plan.subject_year.map(|year| year.to_string()).unwrap_or_default(),
        targets: of(ItemKind::Target).map(target).collect(),
        titles: of(ItemKind::Title).map(title).collect(),
        hard: of(ItemKind::Task).filter(|item| item.written.hard).map(task).collect(),
        tasks: of(ItemKind::Task).filter(|item| !item.written.hard).map(task).collect(),
        mark: (!sheet.registration.state.is_handed_in()).then(|| w.draft_mark.to_owned()),
    }
}
