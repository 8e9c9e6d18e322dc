//! What units report of themselves: the one place from which inspections read it.

use super::words::Words;
use crate::App;
use crate::reporting::evidence_span;
use chrono::{Datelike, NaiveDate};
use std::collections::HashMap;
use thidua_domain::basics::Amount;
use thidua_domain::figures::Figure;
use thidua_domain::periods::Period;
use thidua_domain::reporting::evidence::{Citation, Oddity, oddities};
use thidua_domain::units::UnitKind;
use thidua_store::StoreError;
use thidua_store::plans::PlanLine;
use thidua_store::reporting::{Round, UnitReport};

/// A value of a unit for a target of the movement.
#[derive(Clone, Debug)]
pub(super) struct OwnValue {
    pub(super) unit_id: String,
    pub(super) target_id: String,
    pub(super) value: Option<Amount>,
    /// Of the year before, as the unit reported it.
    pub(super) last_year: Option<Amount>,
    /// The file that is attached.
    pub(super) file: Option<String>,
    /// What is odd about the evidence.
    pub(super) odd: Vec<Oddity>,
    /// Where it stands, in words.
    pub(super) says: &'static str,
    /// Its page.
    pub(super) address: String,
}

/// Everything that the units below reported for a reporting point.
pub(super) struct Reported {
    pub(super) round: Option<Round>,
    pub(super) reports: Vec<UnitReport>,
    pub(super) values: Vec<OwnValue>,
    extended: HashMap<String, NaiveDate>,
    for_all: Option<NaiveDate>,
}

impl Reported {
    /// The report of a unit.
    pub(super) fn report(&self, unit_id: &str) -> Option<&UnitReport> {
        self.reports.iter().find(|one| one.unit_id == unit_id)
    }

    /// The last day of a unit that is asked.
    pub(super) fn due(&self, unit_id: &str, kind: UnitKind) -> Option<NaiveDate> {
        let round = self.round.as_ref().filter(|round| round.asks(kind))?;
        let more = self.extended.get(unit_id).copied().max(self.for_all);
        Some(more.map_or(round.text.due, |more| more.max(round.text.due)))
    }

    /// The value of a unit for a target.
    pub(super) fn value(&self, unit_id: &str, target_id: &str) -> Option<&OwnValue> {
        self.values.iter().find(|one| one.unit_id == unit_id && one.target_id == target_id)
    }
}

/// Reads the reports of the units for a reporting point; where a unit has reported nothing of a target, the figure of its
/// own movement for the target that carries it out.
pub(super) async fn reported(
    app: &App,
    plan: &PlanLine,
    movement_id: &str,
    period: Period,
    w: &'static Words,
) -> Result<Reported, StoreError> {
    let rounds = app.store.report_rounds(movement_id).await?;
    let round = rounds.into_iter().find(|round| round.period == period);
    let mut found =
        Reported { round: None, reports: Vec::new(), values: Vec::new(), extended: HashMap::new(), for_all: None };
    if let Some(round) = round {
        found.reports = app.store.reports_of_round(&round.id).await?;
        let sent = |report: &str| {
            let of = |one: &&UnitReport| one.id == report && one.state != thidua_domain::reporting::State::Draft;
            found.reports.iter().find(of).and_then(|one| one.first_sent)
        };
        // what is still being written is nobody's report
        let lines: Vec<_> = app
            .store
            .lines_of_round(&round.id)
            .await?
            .into_iter()
            .filter(|line| sent(&line.report_id).is_some())
            .filter(|line| !matches!(line.entered.figure, Figure::NotEntered | Figure::NotAssigned))
            .collect();
        let citations: Vec<Citation<'_>> = lines
            .iter()
            .map(|line| Citation {
                unit_id: &line.unit_id,
                target_id: &line.target_id,
                source: line.entered.source.as_deref(),
                dated: line.entered.dated,
                file: line.entered.file_digest.as_deref(),
                sent: sent(&line.report_id),
            })
            .collect();
        let year = plan.subject_year.and_then(|year| i32::try_from(year).ok());
        let year = year.unwrap_or_else(|| round.text.due.year());
        let odd = oddities(&citations, &[], evidence_span(&round, year));
        for (line, odd) in lines.into_iter().zip(odd) {
            found.values.push(OwnValue {
                unit_id: line.unit_id,
                target_id: line.target_id,
                value: line.entered.number(),
                last_year: line.entered.last_year,
                file: line.entered.file_digest,
                odd,
                says: w.own_report,
                address: format!("/reports/{}", line.report_id),
            });
        }
        for one in app.store.report_extensions(&round.id).await? {
            match one.unit_id {
                Some(unit) => {
                    let until = found.extended.entry(unit).or_insert(one.until);
                    *until = (*until).max(one.until);
                }
                None => found.for_all = found.for_all.max(Some(one.until)),
            }
        }
        found.round = Some(round);
    }
    let mut figures: HashMap<String, Vec<thidua_store::figures::Version>> = HashMap::new();
    for below in app.store.targets_below(&plan.id).await?.into_iter().filter(|one| one.issued) {
        let Some(above) = &below.parent_target_id else { continue };
        if found.value(&below.unit_id, above).is_some() {
            continue;
        }
        if !figures.contains_key(&below.plan_id) {
            figures.insert(below.plan_id.clone(), app.store.figures_of_plan(&below.plan_id).await?);
        }
        let own = figures.get(&below.plan_id).into_iter().flatten();
        let cell =
            own.into_iter().find(|one| one.reported.target_id == below.target_id && one.reported.period == period);
        if let Some(Figure::Number(value)) = cell.map(|one| one.reported.figure) {
            found.values.push(OwnValue {
                unit_id: below.unit_id.clone(),
                target_id: above.clone(),
                value: Some(value),
                last_year: None,
                file: cell.and_then(|one| one.reported.file_digest.clone()),
                odd: Vec::new(),
                says: w.own_figure,
                address: format!("/targets/{}", below.target_id),
            });
        }
    }
    Ok(found)
}
