//! The sample inspection with its visits, findings and verified values, and the grades of the year that rest on them.

use super::evaluated::{day, entry, number, word};
use super::{DemoFailed, failed};
use crate::App;
use chrono::NaiveDate;
use serde::Deserialize;
use std::collections::HashMap;
use thidua_domain::basics::text::fold;
use thidua_domain::basics::{Amount, Language};
use thidua_domain::grades::{Grade, Stage};
use thidua_domain::inspections::checklist::{Answer, Basis, Item};
use thidua_domain::inspections::findings::{Severity, State as Found};
use thidua_domain::inspections::{Seat, State, SubjectKind};
use thidua_domain::periods::Period;
use thidua_domain::targets::Direction;
use thidua_domain::units::Unit;
use thidua_store::grades::{Graded as Whom, Written};
use thidua_store::inspections::{
    Conclusion, Finding, Inspection, ItemAnswer, TeamMember, VerifiedValue, Visit as Place,
};
use thidua_store::plans::Plan;
use thidua_store::reporting::LineVersion;
use thidua_store::targets::Target;
use thidua_store::{Author, Change};

/// An inspection of the sample.
#[derive(Deserialize)]
pub(super) struct Sample {
    name: String,
    purpose: String,
    number: String,
    #[serde(deserialize_with = "day")]
    dated: Option<NaiveDate>,
    #[serde(deserialize_with = "day")]
    from: Option<NaiveDate>,
    #[serde(deserialize_with = "day")]
    to: Option<NaiveDate>,
    period: String,
    team: Vec<String>,
    conclusion_number: String,
    #[serde(deserialize_with = "day")]
    conclusion_dated: Option<NaiveDate>,
    general: String,
    good: String,
    wanting: String,
    causes: String,
    demands: String,
    visits: Vec<Visit>,
}

#[derive(Deserialize)]
struct Visit {
    unit: String,
    #[serde(deserialize_with = "day")]
    day: Option<NaiveDate>,
    present: String,
    minutes: String,
    answers: Vec<String>,
    #[serde(default)]
    verified: Vec<Verified>,
    #[serde(default)]
    findings: Vec<Wanting>,
}

#[derive(Deserialize)]
struct Verified {
    target: String,
    #[serde(deserialize_with = "number")]
    percent: Option<Amount>,
    how: String,
}

#[derive(Deserialize)]
struct Wanting {
    item: String,
    severity: String,
    what: String,
    basis: String,
    demand: String,
    #[serde(deserialize_with = "day")]
    until: Option<NaiveDate>,
    state: String,
    last: Option<String>,
}

/// The grades of a unit, in the order in which they were given.
#[derive(Deserialize)]
pub(super) struct Graded {
    unit: String,
    steps: Vec<Step>,
}

#[derive(Deserialize)]
struct Step {
    stage: String,
    grade: String,
    note: Option<String>,
    number: Option<String>,
    #[serde(default, deserialize_with = "day")]
    dated: Option<NaiveDate>,
    authority: Option<String>,
}

/// What was reported of a unit and target in the period that is verified.
type Reported = HashMap<(String, String), LineVersion>;

async fn reported(app: &App, movement_id: &str, period: Period) -> Result<Reported, DemoFailed> {
    let rounds = app.store.report_rounds(movement_id).await.map_err(failed)?;
    let Some(round) = rounds.into_iter().find(|round| round.period == period) else { return Ok(HashMap::new()) };
    let lines = app.store.lines_of_round(&round.id).await.map_err(failed)?;
    Ok(lines.into_iter().map(|line| ((line.unit_id.clone(), line.target_id.clone()), line)).collect())
}

/// Writes an inspection to its conclusion, unless the movement has one.
pub(super) async fn load(
    app: &App,
    author: Author,
    plan: &Plan,
    movement_id: &str,
    sample: &Sample,
) -> Result<(), DemoFailed> {
    if !app.store.inspections_of_movement(movement_id).await.map_err(failed)?.is_empty() {
        return Ok(());
    }
    let period = word(&sample.period, Period::from_code)?;
    let units = app.store.children_now(&plan.unit_id).await.map_err(failed)?;
    let targets = app.store.targets(&plan.id).await.map_err(failed)?;
    let reported = reported(app, movement_id, period).await?;
    let (account_name, written_at) = (author.name.clone(), author.at);
    let mut team = Vec::new();
    for member in &sample.team {
        let (seat, post) = member.split_once("; ").ok_or_else(|| failed(format!("a member: {member}")))?;
        team.push(TeamMember { seat: word(seat, Seat::from_code)?, name: post.to_owned(), post: None });
    }
    let change = app.store.change(author).await.map_err(failed)?;
    let some = |text: &str| Some(text.to_owned());
    let it = Inspection {
        id: change.new_id(),
        unit_id: plan.unit_id.clone(),
        movement_id: movement_id.to_owned(),
        name: sample.name.clone(),
        purpose: some(&sample.purpose),
        number_symbol: some(&sample.number),
        dated: sample.dated,
        from: sample.from,
        to: sample.to,
        period: Some(period),
        state: State::Concluded,
        seed: None,
        drawn_at: None,
        conclusion: Conclusion {
            number_symbol: some(&sample.conclusion_number),
            dated: sample.conclusion_dated,
            general: some(&sample.general),
            good: some(&sample.good),
            wanting: some(&sample.wanting),
            causes: some(&sample.causes),
            demands: some(&sample.demands),
        },
        withdrawn: None,
        team,
        version: 0,
        account_name,
        written_at,
    };
    change.write_inspection(&it).await.map_err(failed)?;
    for (position, visit) in (1..).zip(&sample.visits) {
        let of = Of { it: &it, plan, period, targets: &targets, reported: &reported };
        let unit = named(&units, &visit.unit)?;
        of.write(&change, position, visit, unit).await?;
    }
    change.commit(entry(plan, "inspection.added", "inspection", &it.id, it.name.clone())).await.map_err(failed)
}

fn named<'a>(units: &'a [Unit], name: &str) -> Result<&'a Unit, DemoFailed> {
    units.iter().find(|unit| unit.name == name).ok_or_else(|| failed(format!("no unit {name}")))
}

/// What a visit is written with.
struct Of<'a> {
    it: &'a Inspection,
    plan: &'a Plan,
    period: Period,
    targets: &'a [Target],
    reported: &'a Reported,
}

impl Of<'_> {
    async fn write(&self, change: &Change, position: i64, visit: &Visit, unit: &Unit) -> Result<(), DemoFailed> {
        let w = super::words::words(Language::Vietnamese);
        let (account_name, written_at) = (self.it.account_name.clone(), self.it.written_at);
        let place = Place {
            id: change.new_id(),
            inspection_id: self.it.id.clone(),
            position,
            kind: SubjectKind::Unit,
            subject_id: unit.id.clone(),
            name: unit.name.clone(),
            sampled: false,
            reason: Some(w.visit_reason.to_owned()),
            planned_on: visit.day,
            visited_on: visit.day,
            present: Some(visit.present.replace("; ", "\n")),
            minutes: Some(visit.minutes.clone()),
            left_out: None,
            explain_until: None,
            explanation: None,
            explained_by: None,
            explained_at: None,
            version: 0,
            account_name: account_name.clone(),
            written_at,
        };
        change.write_visit(&place).await.map_err(failed)?;
        for (item, code) in Item::ALL.iter().zip(&visit.answers) {
            let said = word(code, Answer::from_code)?;
            let as_proposed = said == Answer::NoGrounds;
            let answer = ItemAnswer {
                visit_id: place.id.clone(),
                item: *item,
                proposed: Answer::NoGrounds,
                proposed_says: w.item_proposed.to_owned(),
                answer: said,
                basis: if as_proposed { Basis::Data } else { Basis::Team },
                remark: Some(w.item_remark.to_owned()),
                file_digest: None,
                file_name: None,
                version: 0,
                account_name: account_name.clone(),
                written_at,
            };
            change.write_answer(&answer).await.map_err(failed)?;
        }
        for one in &visit.verified {
            self.verify(change, &place, unit, one).await?;
        }
        for one in &visit.findings {
            let state = word(&one.state, Found::from_code)?;
            let finding = Finding {
                id: change.new_id(),
                inspection_id: self.it.id.clone(),
                visit_id: place.id.clone(),
                subject_id: String::new(),
                subject_name: String::new(),
                number: 0,
                item: Some(word(&one.item, Item::from_code)?),
                severity: word(&one.severity, Severity::from_code)?,
                what: one.what.clone(),
                basis: one.basis.clone(),
                demand: one.demand.clone(),
                mend_until: one.until,
                state,
                explained: None,
                explained_by: None,
                explained_at: None,
                mended: one.last.clone().filter(|_| state == Found::Mended),
                mended_on: one.until.filter(|_| matches!(state, Found::Mended | Found::Settled)),
                settled: one.last.clone().filter(|_| state == Found::Settled),
                task_id: None,
                problem_id: None,
                version: 0,
                account_name: account_name.clone(),
                written_at,
            };
            change.write_finding(&finding).await.map_err(failed)?;
        }
        Ok(())
    }

    /// A value beside the one that the unit reported; nothing where it reported none.
    async fn verify(&self, change: &Change, place: &Place, unit: &Unit, one: &Verified) -> Result<(), DemoFailed> {
        let w = super::words::words(Language::Vietnamese);
        let wanted = fold(&one.target);
        let target = self.targets.iter().find(|target| fold(&target.draft.name) == wanted);
        let target = target.ok_or_else(|| failed(format!("no target {}", one.target)))?;
        let line = self.reported.get(&(unit.id.clone(), target.id.clone()));
        let own = line.and_then(|line| line.entered.number());
        let (Some(own), Some(percent)) = (own, one.percent) else { return Ok(()) };
        let verified = share(own, percent).ok_or_else(|| failed(format!("a share of {}", one.target)))?;
        let value = VerifiedValue {
            id: change.new_id(),
            inspection_id: self.it.id.clone(),
            visit_id: place.id.clone(),
            unit_id: unit.id.clone(),
            target_id: target.id.clone(),
            target_name: String::new(),
            measure: None,
            direction: Direction::Neither,
            period: self.period,
            year: self.plan.draft.document.subject_year.as_ref().map(|year| i64::from(year.value)),
            own: Some(own),
            own_says: Some(w.own_says.to_owned()),
            verified,
            how: one.how.clone(),
            file_digest: None,
            file_name: None,
            version: 0,
            account_name: self.it.account_name.clone(),
            written_at: self.it.written_at,
        };
        change.write_verified(&value).await.map_err(failed)
    }
}

/// So many percent of a value, at two decimals.
fn share(of: Amount, percent: Amount) -> Option<Amount> {
    let exact = i128::from(of.ten_thousandths()) * i128::from(percent.ten_thousandths());
    // the product has eight decimals and a hundred too many; two decimals are kept
    let hundredths = (exact + 50_000_000) / 100_000_000;
    Some(Amount::from_ten_thousandths(i64::try_from(hundredths * 100).ok()?))
}

/// Writes the grades of units, each with what it rests on now.
pub(super) async fn grade(
    app: &App,
    author: &impl Fn() -> Author,
    plan: &Plan,
    grades: &[Graded],
) -> Result<(), DemoFailed> {
    let Some(year) = plan.draft.document.subject_year.as_ref().map(|year| i64::from(year.value)) else {
        return Ok(());
    };
    let units = app.store.children_now(&plan.unit_id).await.map_err(failed)?;
    for one in grades {
        let unit = named(&units, &one.unit)?;
        let whom = Whom::Unit(unit.id.clone());
        if app.store.grade(&whom, year).await.map_err(failed)?.is_some() {
            continue;
        }
        let bases = crate::grades::bases_of_unit(app, unit, year, Language::Vietnamese).await.map_err(failed)?;
        let change = app.store.change(author()).await.map_err(failed)?;
        for (seen, step) in (0..).zip(&one.steps) {
            let written = Written {
                whom: whom.clone(),
                year,
                of_unit_id: unit.id.clone(),
                stage: word(&step.stage, Stage::from_code)?,
                grade: word(&step.grade, Grade::from_code)?,
                number: step.number.clone(),
                dated: step.dated,
                authority: step.authority.clone(),
                reason: None,
                note: step.note.clone(),
            };
            change.write_grade(&written, &bases, seen).await.map_err(failed)?;
        }
        change.commit(entry(plan, "grade.many", "unit", &unit.id, unit.name.clone())).await.map_err(failed)?;
    }
    Ok(())
}
