//! The attendance sheet of a class on paper.

use super::actions::class_for;
use super::{labels, words};
use crate::App;
use crate::face::{Answer, Refusal, Visitor};
use crate::reports::letterhead::issue_date;
use crate::reports::sending::{Paper, render};
use axum::extract::{Path, State};
use thidua_domain::access::Act;
use thidua_domain::basics::Language;
use thidua_domain::training::Attendance;
use thidua_paper::forms::Letterhead;
use thidua_paper::forms::training_attendance::{Outcome, Trainee, TrainingAttendance, document};
use thidua_paper::write::document::Signature;

/// `GET /training/{id}/sheet.docx`.
pub(crate) async fn docx(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    paper(&app, &visitor, &id, Paper::Docx).await
}

/// `GET /training/{id}/sheet.pdf`.
pub(crate) async fn pdf(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    paper(&app, &visitor, &id, Paper::Pdf).await
}

async fn paper(app: &App, visitor: &Visitor, id: &str, paper: Paper) -> Answer {
    let class = class_for(app, visitor, id, Act::Look).await?;
    let unit = app.store.unit(&class.unit_id).await?.ok_or(Refusal::NotFound)?;
    let (w, u) = (words::words(Language::Vietnamese), crate::units::words::words(Language::Vietnamese));
    let above = match &unit.parent_id {
        Some(parent) => app.store.unit(parent).await?.map(|parent| parent.name),
        None => unit.parent_name.clone(),
    };
    let outcome = |attendance| match attendance {
        Attendance::Called => None,
        Attendance::Present => Some(Outcome::Present),
        Attendance::Absent => Some(Outcome::Absent),
        Attendance::Certificate => Some(Outcome::Certificate),
    };
    let trainees = app.store.trainees(id).await?.into_iter().map(|one| Trainee {
        outcome: outcome(one.attendance),
        name: one.name,
        title: one.title.unwrap_or_default(),
        unit: one.unit_name.unwrap_or_default(),
    });
    let sheet = TrainingAttendance {
        letterhead: Letterhead {
            parent_authority: above,
            issuer: unit.name,
            number_symbol: None,
            symbol_hint: None,
            place: None,
            date: Some(issue_date(class.to)),
            recipients: vec![w.kept.to_owned()],
            signature: Signature { authority_form: None, post: w.maker.to_owned(), name: None },
        },
        days: labels::days(class.from, class.to),
        audience: Some(labels::audience(&class.audience, w, u)),
        title: class.title,
        place: class.place,
        content: class.content,
        organiser: class.organiser,
        trainees: trainees.collect(),
        illustrative: false,
    };
    render(app, document(&sheet), paper, "diem-danh-tap-huan").await
}
