//! What inspections found at a unit in a year, to stand beside its grade: findings and where they stand, what was
//! verified against what the unit had reported, the conclusion.

use super::one::{FindingRow, finding_row};
use super::verifying::{ValueRow, row};
use super::words::words;
use crate::App;
use crate::face::{Refusal, show};
use crate::office::reach;
use chrono::Datelike;
use thidua_domain::basics::{Amount, Language};
use thidua_domain::inspections::State;
use thidua_domain::inspections::findings::State as Found;
use thidua_domain::inspections::inflation::{Pair, gap};

/// One visit of an inspection to the unit.
pub(crate) struct Inspected {
    pub(crate) name: String,
    pub(crate) address: String,
    pub(crate) visited: String,
    /// Number and day of the conclusion, where it is written; else where the inspection stands.
    pub(crate) conclusion: String,
    pub(crate) findings: Vec<FindingRow>,
    pub(crate) values: Vec<ValueRow>,
    pub(crate) counts: Counts,
}

/// How much of it is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    /// Findings that were not taken back.
    pub(crate) findings: i64,
    /// Of them, those at their end.
    pub(crate) settled: i64,
    /// Values that were verified.
    pub(crate) values: i64,
    /// Of them, those that were as the unit had reported.
    pub(crate) as_reported: i64,
    /// Of them, those that the unit had reported too well, or not at all.
    pub(crate) too_well: i64,
}

/// The visits that were made to a unit in a year, the newest first; of inspections that were given up nothing.
pub(crate) async fn of_unit(
    app: &App,
    unit_id: &str,
    year: i64,
    language: Language,
) -> Result<Vec<Inspected>, Refusal> {
    let w = words(language);
    let today = reach::today(app);
    let own = [unit_id.to_owned()];
    let mut inspections = app.store.inspections_visiting(&own).await?;
    inspections.retain(|one| one.state != State::Withdrawn);
    if inspections.is_empty() {
        return Ok(Vec::new());
    }
    let verified = app.store.verified_of_units(&own).await?;
    let mut found = Vec::new();
    for it in inspections {
        let Some(visit) = app.store.inspection_visit(&it.id, unit_id).await? else { continue };
        let Some(day) = visit.visited_on.filter(|day| i64::from(day.year()) == year) else { continue };
        let findings: Vec<_> =
            app.store.findings_of(&it.id).await?.into_iter().filter(|one| one.visit_id == visit.id).collect();
        let values: Vec<_> = verified.iter().filter(|one| one.visit_id == visit.id).collect();
        let of = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        let standing = |state| of(findings.iter().filter(|one| one.state == state).count());
        let too_well = values.iter().filter(|one| {
            one.own.is_none_or(|own| {
                let pair = Pair { own, verified: one.verified, direction: one.direction };
                gap(&pair) > Amount::ZERO
            })
        });
        found.push(Inspected {
            counts: Counts {
                findings: of(findings.len()) - standing(Found::Withdrawn),
                settled: standing(Found::Settled),
                values: of(values.len()),
                as_reported: of(values.iter().filter(|one| one.own == Some(one.verified)).count()),
                too_well: of(too_well.count()),
            },
            conclusion: match (it.state, &it.conclusion.number_symbol) {
                (State::Concluded | State::Closed, Some(number)) => {
                    w.conclusion_of.replace("{number}", number).replace("{day}", &show::day(it.conclusion.dated))
                }
                (state, _) => super::labels::state(state, w).1.to_owned(),
            },
            address: format!("/inspections/{}/visits/{unit_id}", it.id),
            visited: show::day(Some(day)),
            findings: findings.iter().map(|one| finding_row(one, today, w)).collect(),
            values: values.iter().map(|one| row(one, w)).collect(),
            name: it.name,
        });
    }
    Ok(found)
}
