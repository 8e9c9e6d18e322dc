//! The minutes of a visit and the conclusion of an inspection on paper.

use super::door::{Door, door};
use super::labels;
use super::one::member;
use super::sample::told;
use super::verifying::row as value_row;
use super::visit::{Here, here};
use super::words::{Words, words};
use crate::App;
use crate::face::{Answer, Refusal, Visitor, show};
use crate::reports::letterhead;
use crate::reports::sending::{Paper, render};
use axum::extract::{Path, State};
use thidua_domain::basics::{Amount, Language};
use thidua_domain::inspections::Seat;
use thidua_domain::inspections::checklist::{Answer as Said, Item};
use thidua_domain::inspections::findings::State as Found;
use thidua_domain::inspections::inflation::{Pair, gap};
use thidua_paper::forms::inspection_conclusion::{DemandRow, InspectionConclusion};
use thidua_paper::forms::inspection_minutes::{FindingRow, InspectionMinutes, ItemRow, ValueRow};
use thidua_paper::forms::{DocumentReference, Letterhead, inspection_conclusion, inspection_minutes};
use thidua_paper::write::document::Signature;
use thidua_store::inspections::VerifiedValue;
use thidua_store::plans::Plan;

async fn plan(app: &App, door: &Door) -> Result<Plan, Refusal> {
    app.store.plan(&door.plan.id).await?.ok_or(Refusal::NotFound)
}

fn reference(plan: &Plan) -> DocumentReference {
    let head = &plan.draft.document;
    DocumentReference {
        number_symbol: head.number_symbol.as_ref().map(|symbol| symbol.value.clone()),
        date: head.date.as_ref().map(|date| letterhead::issue_date(date.value)),
        issuer: head.issuer.as_ref().map(|issuer| issuer.value.clone()),
    }
}

fn decision(door: &Door) -> Option<DocumentReference> {
    let number_symbol = door.it.number_symbol.clone()?;
    Some(DocumentReference {
        number_symbol: Some(number_symbol),
        date: door.it.dated.map(letterhead::issue_date),
        issuer: Some(door.unit.name.clone()),
    })
}

fn team(door: &Door, w: &'static Words) -> Vec<String> {
    door.it
        .team
        .iter()
        .map(|one| {
            let (seat, person) = member(one, w);
            format!("{seat}: {person}")
        })
        .collect()
}

/// Who of the team has a seat.
fn seated(door: &Door, seat: Seat) -> Option<String> {
    door.it.team.iter().find(|one| one.seat == seat).map(|one| one.name.clone())
}

async fn minutes(app: &App, visitor: &Visitor, id: &str, subject: &str, paper: Paper) -> Answer {
    let here: Here = here(app, visitor, id, subject).await?;
    if !here.visit.is_made() {
        return Err(Refusal::NotFound);
    }
    let w = words(Language::Vietnamese);
    let door = &here.door;
    let plan = plan(app, door).await?;
    let mut values = app.store.verified_in(id).await?;
    values.retain(|one| one.visit_id == here.visit.id);
    let item = |item: &Item| {
        let given = here.answer(*item);
        let grounds = given.map(|given| match &given.remark {
            // the reason of the team stands before what the data say
            Some(remark) => format!("{remark} ({})", given.proposed_says),
            None => given.proposed_says.clone(),
        });
        ItemRow {
            item: labels::item(*item, w).to_owned(),
            answer: given.map(|given| labels::answer(given.answer, w).1.to_owned()).unwrap_or_default(),
            grounds: grounds.unwrap_or_default(),
        }
    };
    let value = |one: &VerifiedValue| {
        let row = value_row(one, w);
        ValueRow { target: row.target, own: row.own, verified: row.verified, gap: row.gap, how: row.how }
    };
    let held = door.findings_at(&here.visit).filter(|one| one.state != Found::Withdrawn);
    let findings = held.map(|one| FindingRow {
        what: one.what.clone(),
        severity: show::inside(labels::severity(one.severity, w)),
        basis: one.basis.clone(),
        demand: one.demand.clone(),
        until: one.mend_until.map(letterhead::issue_date),
        explained: one.explained.clone(),
    });
    let head = match here.visit.unit_id() {
        Some(unit) => app.store.unit(unit).await?.and_then(|unit| unit.head),
        None => None,
    };
    let lines = app.store.sample(id).await?;
    let base = letterhead::of_report(&plan.draft.document, &[], w.symbol_minutes);
    let form = InspectionMinutes {
        letterhead: Letterhead {
            signature: Signature {
                authority_form: None,
                post: w.seat_lead.to_owned(),
                name: seated(door, Seat::Lead),
            },
            ..base
        },
        inspection: door.it.name.clone(),
        decision: decision(door),
        plan: Some(reference(&plan)),
        subject: here.visit.name.clone(),
        day: here.visit.visited_on.map(letterhead::issue_date),
        team: team(door, w),
        present: here.visit.present.clone(),
        members: here.members.iter().map(|(_, name)| name.clone()).collect(),
        sample: told(&door.it, &lines, w),
        items: Item::ALL.iter().map(item).collect(),
        values: values.iter().map(value).collect(),
        minutes: here.visit.minutes.clone(),
        findings: findings.collect(),
        explanation: here.visit.explanation.clone(),
        unit_signature: Signature { authority_form: None, post: String::new(), name: head },
        secretary: seated(door, Seat::Secretary),
        illustrative: door.plan.illustrative,
    };
    let name = format!("bien-ban-kiem-tra-{}", here.visit.name.replace(' ', "-"));
    render(app, inspection_minutes::document(&form), paper, &name).await
}

/// What was verified, in a sentence; nothing where nothing was.
fn sums(values: &[VerifiedValue], w: &'static Words) -> Option<String> {
    let above = |one: &&VerifiedValue| {
        one.own
            .is_some_and(|own| gap(&Pair { own, verified: one.verified, direction: one.direction }) > Amount::ZERO)
    };
    (!values.is_empty()).then(|| {
        w.unit_sums
            .replace("{n}", &values.len().to_string())
            .replace("{above}", &values.iter().filter(above).count().to_string())
    })
}

async fn conclusion(app: &App, visitor: &Visitor, id: &str, paper: Paper) -> Answer {
    let door = door(app, visitor, id).await?;
    // the whole of it is for who sees the whole
    if !door.whole || door.it.conclusion.general.is_none() {
        return Err(Refusal::NotFound);
    }
    let w = words(Language::Vietnamese);
    let plan = plan(app, &door).await?;
    let made: Vec<String> =
        door.visits.iter().filter(|visit| visit.is_made()).map(|visit| visit.id.clone()).collect();
    let answers = app.store.inspection_answers(&made).await?;
    let count = |item: Item| {
        let mut counts = [0; 4];
        for one in answers.iter().filter(|one| one.item == item) {
            if let Some(at) = Said::ALL.iter().position(|answer| *answer == one.answer) {
                counts[at] += 1;
            }
        }
        counts
    };
    let visits = door.visits.iter().filter(|visit| visit.is_made());
    let left_out = door.visits.iter().filter_map(|visit| Some((visit, visit.left_out.as_ref()?)));
    let held = door.findings.iter().filter(|one| one.state != Found::Withdrawn);
    let demands = held.map(|one| DemandRow {
        subject: one.subject_name.clone(),
        what: one.what.clone(),
        demand: one.demand.clone(),
        until: one.mend_until.map(letterhead::issue_date),
        standing: labels::found(one, door.today, w).1,
    });
    let written = door.it.conclusion.clone();
    let mut head = letterhead::of_report(&plan.draft.document, &plan.draft.recipients, w.symbol_conclusion);
    head.number_symbol = written.number_symbol;
    head.date = written.dated.map(letterhead::issue_date);
    let form = InspectionConclusion {
        letterhead: head,
        inspection: door.it.name.clone(),
        decision: decision(&door),
        plan: Some(reference(&plan)),
        visits: visits.map(|visit| format!("{} ({})", visit.name, show::day(visit.visited_on))).collect(),
        left_out: left_out.map(|(visit, why)| format!("{} ({why})", visit.name)).collect(),
        sample: told(&door.it, &app.store.sample(id).await?, w),
        items: Item::ALL.iter().map(|item| (labels::item(*item, w).to_owned(), count(*item))).collect(),
        values: sums(&app.store.verified_in(id).await?, w),
        general: written.general,
        good: written.good,
        wanting: written.wanting,
        causes: written.causes,
        demands: demands.collect(),
        further: written.demands,
        illustrative: door.plan.illustrative,
    };
    render(app, inspection_conclusion::document(&form), paper, "ket-luan-kiem-tra").await
}

/// `GET /inspections/{id}/visits/{visit}/minutes.docx`.
pub(crate) async fn minutes_docx(
    State(app): State<App>,
    visitor: Visitor,
    Path((id, subject)): Path<(String, String)>,
) -> Answer {
    minutes(&app, &visitor, &id, &subject, Paper::Docx).await
}

/// `GET /inspections/{id}/visits/{visit}/minutes.pdf`.
pub(crate) async fn minutes_pdf(
    State(app): State<App>,
    visitor: Visitor,
    Path((id, subject)): Path<(String, String)>,
) -> Answer {
    minutes(&app, &visitor, &id, &subject, Paper::Pdf).await
}

/// `GET /inspections/{id}/conclusion.docx`.
pub(crate) async fn conclusion_docx(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    conclusion(&app, &visitor, &id, Paper::Docx).await
}

/// `GET /inspections/{id}/conclusion.pdf`.
pub(crate) async fn conclusion_pdf(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    conclusion(&app, &visitor, &id, Paper::Pdf).await
}
