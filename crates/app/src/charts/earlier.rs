//! What a unit reached in earlier years, by target: what a person entered or took over as earlier figures, else its own
//! movements of those years, else what was set as last year's actual.

use crate::App;
use crate::charts::words::Words;
use crate::face::Refusal;
use crate::face::charts::{Course, Series};
use std::collections::HashMap;
use thidua_domain::basics::Amount;
use thidua_domain::basics::text::fold;
use thidua_domain::evaluation::Of;
use thidua_domain::figures::Figure;
use thidua_domain::periods::Period;
use thidua_domain::targets::Reference;
use thidua_store::evaluation::EarlierVersion;
use thidua_store::figures::Version;
use thidua_store::plans::PlanLine;
use thidua_store::targets::Target;

/// Years back that are drawn.
const YEARS: i64 = 4;

/// The figures of a target by reporting point.
pub(super) fn values(figures: &[Version], target_id: &str) -> [Option<Amount>; 4] {
    Period::ALL.map(|period| {
        let at = |one: &&Version| one.reported.target_id == target_id && one.reported.period == period;
        match figures.iter().find(at)?.reported.figure {
            Figure::Number(amount) => Some(amount),
            _ => None,
        }
    })
}

/// What tells a target from year to year: its name and its unit of measure.
fn key(target: &Target) -> (String, String) {
    (fold(&target.draft.name), fold(target.draft.unit.as_deref().unwrap_or_default()))
}

/// The values of a year with where each stands.
#[derive(Clone, Default)]
struct Year {
    values: [Option<Amount>; 4],
    addresses: [Option<String>; 4],
}

impl Year {
    /// Puts a value where none stands yet.
    fn put(&mut self, at: usize, value: Amount, address: impl FnOnce() -> String) {
        if self.values[at].is_none() {
            (self.values[at], self.addresses[at]) = (Some(value), Some(address()));
        }
    }
}

/// What was entered or taken over as the figures of earlier years: target and years back.
fn entered(earlier: &[EarlierVersion], year: i64) -> HashMap<(String, i64), Year> {
    let mut found: HashMap<(String, i64), Year> = HashMap::new();
    for one in earlier.iter().map(|one| &one.entered).filter(|one| one.of == Of::Itself) {
        let at = Period::ALL.iter().position(|period| *period == one.period);
        let (Some(at), Some(value)) = (at, one.value) else { continue };
        let back = year - i64::from(one.year);
        if (1..=YEARS).contains(&back) {
            let line = found.entry((one.target_id.clone(), back)).or_default();
            line.put(at, value, || format!("/targets/{}/earlier", one.target_id));
        }
    }
    found
}

/// The lines of earlier years by target, the nearest year first.
pub(super) async fn lines(
    app: &App,
    plan: &PlanLine,
    targets: &[Target],
    earlier: &[EarlierVersion],
    w: &'static Words,
) -> Result<HashMap<String, Vec<Series>>, Refusal> {
    let mut found: HashMap<String, Vec<Series>> = HashMap::new();
    let Some(year) = plan.subject_year else { return Ok(found) };
    let mut known = entered(earlier, year);
    for back in 1..=YEARS {
        let units = [plan.unit_id.clone()];
        for before in app.store.plans_of_year(&units, year - back).await?.iter().filter(|one| one.issued) {
            let figures = app.store.figures_of_plan(&before.id).await?;
            let old: HashMap<(String, String), Target> =
                app.store.targets(&before.id).await?.into_iter().map(|one| (key(&one), one)).collect();
            for target in targets {
                let Some(same) = old.get(&key(target)) else { continue };
                // what a person took over holds; the movement of that year fills what is not there
                for (at, value) in values(&figures, &same.id).into_iter().enumerate() {
                    let Some(value) = value else { continue };
                    let line = known.entry((target.id.clone(), back)).or_default();
                    line.put(at, value, || format!("/targets/{}?period={}", same.id, Period::ALL[at].code()));
                }
            }
        }
        for target in targets {
            let Some(line) = known.remove(&(target.id.clone(), back)) else { continue };
            found.entry(target.id.clone()).or_default().push(Series {
                label: w.year.replace("{year}", &(year - back).to_string()),
                course: Course::Earlier(u8::try_from(back).unwrap_or(u8::MAX)),
                values: line.values,
                addresses: line.addresses,
            });
        }
    }
    for target in targets {
        let basis = target.draft.basis.as_deref().and_then(Reference::from_basis);
        let (Some(Reference::EarlierYear(of)), Some(reached)) = (basis, target.reference) else { continue };
        let back = year - i64::from(of);
        let lines = found.entry(target.id.clone()).or_default();
        let known = lines.iter().any(|one| matches!(one.course, Course::Earlier(n) if i64::from(n) == back));
        if back >= 1 && !known {
            lines.push(Series {
                label: w.basis.replace("{year}", &of.to_string()),
                course: Course::Earlier(u8::try_from(back).unwrap_or(u8::MAX)),
                values: [None, None, None, Some(reached)],
                addresses: [None, None, None, Some(format!("/targets/{}", target.id))],
            });
        }
    }
    Ok(found)
}
