//! Reading bodies, and what is done to them.

use crate::App;
use crate::face::Refusal;
use crate::figures::evidence::Evidence;
use crate::office::receiving::{keep, register, replaced};
use chrono::NaiveDate;
use std::collections::HashMap;
use thidua_domain::basics::date::short;
use thidua_domain::councils::{BodyFinding, Decision, Member, check};
use thidua_domain::units::Unit;
use thidua_store::audit::Entry;
use thidua_store::councils::{Body, BodyDecision};
use thidua_store::{Author, StoreError, Within};

/// A body with its decisions and what is the matter with it today.
pub(crate) struct Known {
    pub(crate) body: Body,
    pub(crate) unit: Unit,
    pub(crate) decisions: Vec<BodyDecision>,
    pub(crate) findings: Vec<BodyFinding>,
}

impl Known {
    fn new(body: Body, unit: Unit, decisions: Vec<BodyDecision>, today: NaiveDate) -> Known {
        let findings = check(&times(&decisions), unit.valid_to, today);
        Known { body, unit, decisions, findings }
    }

    /// The decisions as far as days and members are concerned.
    pub(crate) fn times(&self) -> Vec<Decision> {
        times(&self.decisions)
    }
}

fn times(decisions: &[BodyDecision]) -> Vec<Decision> {
    decisions.iter().map(|one| one.decision.clone()).collect()
}

/// All bodies.
pub(crate) async fn all(app: &App, within: &Within, today: NaiveDate) -> Result<Vec<Known>, StoreError> {
    let bodies = app.store.bodies(within).await?;
    let ids: Vec<&str> = bodies.iter().map(|body| body.id.as_str()).collect();
    let mut decisions: HashMap<String, Vec<BodyDecision>> = HashMap::new();
    for decision in app.store.body_decisions(&ids).await? {
        decisions.entry(decision.body_id.clone()).or_default().push(decision);
    }
    let unit_ids: Vec<String> = bodies.iter().map(|body| body.unit_id.clone()).collect();
    let units: HashMap<String, Unit> =
        app.store.units_of(&unit_ids).await?.into_iter().map(|unit| (unit.id.clone(), unit)).collect();
    Ok(bodies
        .into_iter()
        .filter_map(|body| {
            let unit = units.get(&body.unit_id)?.clone();
            let of_it = decisions.remove(&body.id).unwrap_or_default();
            Some(Known::new(body, unit, of_it, today))
        })
        .collect())
}

/// One body.
pub(super) async fn one(app: &App, id: &str, today: NaiveDate) -> Result<Known, Refusal> {
    let body = app.store.body(id).await?.ok_or(Refusal::NotFound)?;
    let unit = app.store.unit(&body.unit_id).await?.ok_or(Refusal::NotFound)?;
    let decisions = app.store.body_decisions(&[id]).await?;
    Ok(Known::new(body, unit, decisions, today))
}

/// Adds a body; its identifier.
pub(super) async fn add(app: &App, author: Author, mut body: Body) -> Result<String, StoreError> {
    let change = app.store.change(author).await?;
    body.id = change.new_id();
    change.add_body(&body).await?;
    let id = body.id.clone();
    change.commit(entry("council.added", &body, body.name.clone())).await?;
    Ok(id)
}

/// Records a decision, or corrects one.
pub(super) async fn decide(
    app: &App,
    author: Author,
    body: &Body,
    before: Option<&BodyDecision>,
    mut decision: BodyDecision,
    seen: i64,
    file: Option<Evidence>,
) -> Result<(), Refusal> {
    let kept = keep(app, file).await?;
    let change = app.store.change(author).await?;
    register(&change, &kept).await?;
    decision.decision.id = before.map_or_else(|| change.new_id(), |before| before.decision.id.clone());
    let old = before.map_or((None, None), |before| (before.file_digest.clone(), before.file_name.clone()));
    (decision.file_digest, decision.file_name) = replaced(&kept, old);
    match change.write_body_decision(&decision, seen, before.is_some()).await {
        // the other decision of this day was recorded since the page was opened
        Err(StoreError::AlreadyThere) => return Err(Refusal::ChangedMeanwhile),
        other => other?,
    }
    let vi = super::words::words(thidua_domain::basics::Language::Vietnamese);
    let said = |one: &BodyDecision| {
        let named = |one: &Member| format!("{} ({})", one.name, super::labels::seat(one.seat, body.kind, vi));
        let names: Vec<String> = one.decision.members.iter().map(named).collect();
        format!("{} ({}): {}", one.number_symbol, short(one.decision.from), names.join(", "))
    };
    let detail = match before {
        Some(before) => format!("{} → {}", said(before), said(&decision)),
        None => said(&decision),
    };
    let act = if before.is_some() { "council.decision-corrected" } else { "council.decided" };
    Ok(change.commit(entry(act, body, detail)).await?)
}

fn entry(act: &'static str, of: &Body, detail: String) -> Entry {
    Entry {
        unit_id: Some(of.unit_id.clone()),
        act,
        subject: "body",
        subject_id: of.id.clone(),
        detail: Some(detail),
    }
}
