//! Writing one grade: the own word, what the collective proposes, the decision.

use super::door::{self, Subject};
use super::sheet::{form, render};
use super::words::{Words, words};
use super::{basis, labels};
use crate::App;
use crate::face::forms::{Reader, Typed, seen};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Refusal, Visitor};
use crate::office::forms::Came;
use crate::office::reach;
use crate::office::receiving::receive;
use crate::office::words as office;
use axum::extract::{Path, Query, Request, State};
use chrono::NaiveDate;
use serde::Deserialize;
use thidua_domain::grades::{Basis, BasisKind, Deciding, Grade, Refused, Stage, write as may_write};
use thidua_store::StoreError;
use thidua_store::audit::Entry;
use thidua_store::grades::{Graded, Kept, Written};

/// What the address of a form says.
#[derive(Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    pub(super) year: String,
    #[serde(default)]
    pub(super) stage: String,
}

/// The words of a decision.
#[derive(Default)]
pub(super) struct Decision {
    pub(super) number: Option<String>,
    pub(super) dated: Option<NaiveDate>,
    pub(super) authority: Option<String>,
    pub(super) reason: Option<String>,
}

/// Reads them; what is missing is said beside its field.
pub(super) fn read_decision(reader: &mut Reader<'_>, today: NaiveDate, w: &'static Words) -> Decision {
    let decision = Decision {
        number: Some(reader.required_name("number")).filter(|text| !text.is_empty()),
        dated: reader.day("dated"),
        authority: Some(reader.required_name("authority")).filter(|text| !text.is_empty()),
        reason: reader.text("reason"),
    };
    match decision.dated {
        None => reader.problem("dated", w.r_document),
        Some(day) if day > today => reader.problem("dated", w.future),
        Some(_) => {}
    }
    decision
}

/// The field that a refusal stands beside.
pub(super) fn field_of(refused: Refused) -> &'static str {
    match refused {
        Refused::AlreadyProposed | Refused::AlreadyDecided => "grade",
        Refused::DocumentMissing => "number",
        Refused::ReasonMissing => "reason",
    }
}

/// The log entry of a grade.
pub(super) fn entry(subject: &Subject, stage: Stage, changed: bool, detail: String) -> Entry {
    let act = match stage {
        Stage::SelfGraded => "grade.self",
        Stage::Proposed => "grade.proposed",
        Stage::Decided if changed => "grade.changed",
        Stage::Decided => "grade.decided",
    };
    let subject_kind = match subject.whom {
        Graded::Unit(_) => "unit",
        Graded::Person(_) => "person",
    };
    // what the authority above does with a unit stands in that authority's log
    let above = match (&subject.whom, stage) {
        (Graded::Unit(_), Stage::Proposed | Stage::Decided) => subject.unit.parent_id.clone(),
        _ => None,
    };
    Entry {
        unit_id: Some(above.unwrap_or_else(|| subject.unit.id.clone())),
        act,
        subject: subject_kind,
        subject_id: subject.whom.id().to_owned(),
        detail: Some(detail),
    }
}

/// `POST /grades/units/{id}?year=2022&stage=decided`.
pub(crate) async fn write_unit(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
    request: Request,
) -> Answer {
    let subject = door::unit(&app, &visitor, &id).await?;
    write(&app, &caller, &visitor, &subject, &asked, request).await
}

/// `POST /grades/people/{id}?year=2022&stage=decided`.
pub(crate) async fn write_person(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
    request: Request,
) -> Answer {
    let subject = door::person(&app, &visitor, &id).await?;
    write(&app, &caller, &visitor, &subject, &asked, request).await
}

fn read(
    subject: &Subject,
    year: i64,
    stage: Stage,
    reader: &mut Reader<'_>,
    today: NaiveDate,
    w: &'static Words,
) -> Option<Written> {
    let grade = reader.code("grade", Grade::from_code);
    if grade.is_none() {
        reader.problem("grade", w.choose_grade);
    }
    let decision = if stage == Stage::Decided { read_decision(reader, today, w) } else { Decision::default() };
    Some(Written {
        whom: subject.whom.clone(),
        year,
        of_unit_id: subject.unit.id.clone(),
        stage,
        grade: grade?,
        number: decision.number,
        dated: decision.dated,
        authority: decision.authority,
        reason: decision.reason,
        note: reader.text("note"),
    })
}

async fn write(
    app: &App,
    caller: &Caller,
    visitor: &Visitor,
    subject: &Subject,
    asked: &Asked,
    request: Request,
) -> Answer {
    let language = caller.preferences.language;
    let w = words(language);
    let typed: Typed = receive(app, request, office::words(language)).await?.typed;
    let stage = Stage::from_code(&asked.stage).unwrap_or(Stage::SelfGraded);
    if !subject.powers.may(stage) {
        return Err(Refusal::NotAllowed);
    }
    let year = door::year(app, &subject.unit.id, &asked.year).await?;
    let versions = app.store.grade_versions(&subject.whom, year).await?;
    let now = versions.first().cloned();
    let deciding =
        if stage == Stage::Decided { subject.deciding(app, visitor, &versions).await? } else { Deciding::Freely };
    let seen = seen(&typed);
    let mut reader = Reader::new(&typed, crate::face::words::words(language));
    let it = read(subject, year, stage, &mut reader, reach::today(app), w);
    let other = reader.text("other");
    let came = match &now {
        // somebody else wrote meanwhile: the choice is made again over what stands there now
        Some(now) if now.version != seen => {
            let says = labels::kept(Some(now), w);
            reader.problem("grade", w.changed_line.replace("{now}", &says));
            Came::Changed
        }
        _ => {
            rules(&now, stage, it.as_ref(), deciding, &mut reader, w);
            Came::Refused
        }
    };
    let Some(it) = it.filter(|_| reader.fine()) else {
        let form = form(subject, year, stage, now.as_ref(), w).back(reader, came);
        return render(app, caller, visitor, subject, year, Some((stage, form))).await;
    };
    let mut bases = basis::gather(app, subject, year, language).await?;
    bases.extend(other.map(said));
    let change = app.store.change(visitor.author((app.clock)())).await?;
    match change.write_grade(&it, &bases, now.as_ref().map_or(0, |now| now.version)).await {
        Ok(_) => {}
        // at the same moment: the page is shown again with what stands there now
        Err(StoreError::ChangedMeanwhile) => return Err(Refusal::ChangedMeanwhile),
        Err(other) => return Err(other.into()),
    }
    let changed = now.is_some_and(|now| now.written.stage == Stage::Decided);
    change.commit(entry(subject, stage, changed, detail(&it, deciding, w))).await?;
    go(format!("{}?year={year}&done=saved", subject.address()))
}

/// What the rules say of it stands beside the field that mends it.
fn rules(
    now: &Option<Kept>,
    stage: Stage,
    it: Option<&Written>,
    deciding: Deciding,
    reader: &mut Reader<'_>,
    w: &'static Words,
) {
    let stands = now.as_ref().map(|now| now.written.stage);
    let document = it.is_some_and(|it| it.number.is_some() && it.dated.is_some() && it.authority.is_some());
    let reason = it.is_some_and(|it| it.reason.is_some());
    if deciding == Deciding::ByAnother {
        reader.problem("grade", w.r_own);
    }
    if let (Some(_), Err(refused)) = (it, may_write(stands, stage, document, reason)) {
        reader.problem(field_of(refused), labels::refused(refused, w));
    }
}

pub(super) fn said(text: String) -> Basis {
    Basis { kind: BasisKind::Said, name: text, done: 0, all: 0, short: 0, address: None }
}

/// `2022: Hoàn thành tốt nhiệm vụ (Có quyết định) 512/QĐ-SNV …`.
pub(super) fn detail(it: &Written, deciding: Deciding, w: &'static Words) -> String {
    let says = w
        .logged
        .replace("{year}", &it.year.to_string())
        .replace("{grade}", labels::grade(it.grade, w))
        .replace("{stage}", labels::stage(it.stage, w));
    let alone = if deciding == Deciding::Alone { w.decided_alone } else { "" };
    let parts = [says, labels::decision(it, w), it.reason.clone().unwrap_or_default(), alone.to_owned()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
}
