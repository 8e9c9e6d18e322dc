//! An inspection as somebody may see it: the whole of it, or what concerns the own unit.

use super::words::words;
use crate::App;
use crate::blocks;
use crate::face::{Refusal, Visitor};
use crate::office::reach;
use chrono::NaiveDate;
use thidua_domain::access::Act;
use thidua_domain::basics::{Language, Says};
use thidua_domain::inspections::{State, SubjectKind};
use thidua_domain::units::Unit;
use thidua_store::audit::Entry;
use thidua_store::inspections::{Finding, Inspection, Visit};
use thidua_store::plans::PlanLine;

/// Everything that the pages of an inspection rest on.
pub(super) struct Door {
    pub(super) it: Inspection,
    pub(super) plan: PlanLine,
    /// The authority that inspects.
    pub(super) unit: Unit,
    /// What this person may see of the places to visit.
    pub(super) visits: Vec<Visit>,
    pub(super) findings: Vec<Finding>,
    /// Whether everything is theirs to see.
    pub(super) whole: bool,
    /// Whether they draw up, conclude and close.
    pub(super) plans: bool,
    /// Whether they visit and write.
    pub(super) inspects: bool,
    /// Whether they make tasks of findings.
    pub(super) gives: bool,
    /// Whether they raise findings to the leadership.
    pub(super) raises: bool,
    pub(super) today: NaiveDate,
}

/// A refusal with its reason in both languages.
pub(super) fn invalid(of: fn(&'static super::words::Words) -> &'static str) -> Refusal {
    Refusal::Invalid(Says::new(of(words(Language::Vietnamese)), of(words(Language::English))))
}

impl Door {
    /// An entry for the log.
    pub(super) fn entry(&self, act: &'static str, detail: impl Into<String>) -> Entry {
        Entry {
            unit_id: Some(self.it.unit_id.clone()),
            act,
            subject: "inspection",
            subject_id: self.it.id.clone(),
            detail: Some(detail.into()),
        }
    }

    /// The findings at a visit.
    pub(super) fn findings_at(&self, visit: &Visit) -> impl Iterator<Item = &Finding> {
        let id = visit.id.clone();
        self.findings.iter().filter(move |one| one.visit_id == id)
    }

    /// Who leads the team, or the authority while nobody does.
    pub(super) fn lead(&self) -> String {
        use thidua_domain::inspections::Seat;
        let lead = self.it.team.iter().find(|one| one.seat == Seat::Lead);
        lead.map_or_else(|| self.unit.name.clone(), |lead| lead.name.clone())
    }

    pub(super) fn require_plans(&self) -> Result<(), Refusal> {
        if self.plans { Ok(()) } else { Err(Refusal::NotAllowed) }
    }

    pub(super) fn require_inspects(&self) -> Result<(), Refusal> {
        if !self.inspects {
            return Err(Refusal::NotAllowed);
        }
        if self.it.state.takes_visits() { Ok(()) } else { Err(invalid(|w| w.no_arrow)) }
    }

    /// The visit to a place.
    pub(super) fn visit(&self, subject: &str) -> Result<&Visit, Refusal> {
        self.visits.iter().find(|one| one.subject_id == subject).ok_or(Refusal::NotFound)
    }
}

/// The units of this person that a visit concerns and for which they answer: the unit, or who leads the block.
pub(super) async fn answers_for(app: &App, visitor: &Visitor, visit: &Visit) -> Result<bool, Refusal> {
    match visit.kind {
        SubjectKind::Unit => app.may(visitor, Act::DoTask, &visit.subject_id).await,
        SubjectKind::Block => {
            let leads = app.store.block_leads(&[visit.subject_id.as_str()]).await?;
            let year = leads.iter().map(|lead| lead.year).max();
            Ok(leads
                .iter()
                .filter(|lead| Some(lead.year) == year)
                .filter_map(|lead| lead.unit_id.as_deref())
                .any(|unit| visitor.actor.may_in(Act::DoTask, unit)))
        }
    }
}

/// Whether a visit concerns this person's unit.
async fn concerns(app: &App, visitor: &Visitor, visit: &Visit) -> Result<bool, Refusal> {
    match visit.kind {
        SubjectKind::Unit => app.may(visitor, Act::Look, &visit.subject_id).await,
        SubjectKind::Block => match app.store.block(&visit.subject_id).await? {
            Some(block) => blocks::actions::sees(app, visitor, &block).await,
            None => Ok(false),
        },
    }
}

/// The inspection of an address.
pub(super) async fn door(app: &App, visitor: &Visitor, id: &str) -> Result<Door, Refusal> {
    let it = app.store.inspection(id).await?.ok_or(Refusal::NotFound)?;
    let whole = app.may(visitor, Act::Look, &it.unit_id).await?;
    if !whole && it.state == State::Draft {
        return Err(Refusal::NotFound);
    }
    let mut visits = app.store.inspection_visits(std::slice::from_ref(&it.id)).await?;
    let mut findings = app.store.findings_of(&it.id).await?;
    if !whole {
        let mut own = Vec::new();
        for visit in visits {
            if concerns(app, visitor, &visit).await? {
                own.push(visit);
            }
        }
        visits = own;
        if visits.is_empty() {
            return Err(Refusal::NotFound);
        }
        // before it was there, nothing is told
        findings.retain(|one| visits.iter().any(|visit| visit.id == one.visit_id && visit.is_made()));
    }
    let movement = app.store.movement(&it.movement_id).await?.ok_or(Refusal::NotFound)?;
    Ok(Door {
        plan: app.store.plan_line(&movement.plan_id).await?.ok_or(Refusal::NotFound)?,
        unit: app.store.unit(&it.unit_id).await?.ok_or(Refusal::NotFound)?,
        plans: app.may(visitor, Act::PlanInspection, &it.unit_id).await?,
        inspects: app.may(visitor, Act::Inspect, &it.unit_id).await?,
        gives: app.may(visitor, Act::ManageTasks, &it.unit_id).await?,
        raises: app.may(visitor, Act::RaiseProblem, &it.unit_id).await?,
        today: reach::today(app),
        it,
        visits,
        findings,
        whole,
    })
}
