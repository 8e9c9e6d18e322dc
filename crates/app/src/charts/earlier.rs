//! What a unit reached in earlier years, by target: its own movements of those years, and what a person set as last
//! year's actual.

use crate::App;
use crate::charts::words::Words;
use crate::face::Refusal;
use crate::face::charts::{Course, Series};
use std::collections::HashMap;
use thidua_domain::basics::Amount;
use thidua_domain::basics::text::fold;
use thidua_domain::figures::Figure;
use thidua_domain::periods::Period;
use thidua_domain::targets::Reference;
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

/// The lines of earlier years by target, the nearest year first.
pub(super) async fn lines(
    app: &App,
    plan: &PlanLine,
    targets: &[Target],
    w: &'static Words,
) -> Result<HashMap<String, Vec<Series>>, Refusal> {
    let mut found: HashMap<String, Vec<Series>> = HashMap::new();
    let Some(year) = plan.subject_year else { return Ok(found) };
    for back in 1..=YEARS {
        let units = [plan.unit_id.clone()];
        for before in app.store.plans_of_year(&units, year - back).await?.iter().filter(|one| one.issued) {
            let figures = app.store.figures_of_plan(&before.id).await?;
            let old: HashMap<(String, String), Target> =
                app.store.targets(&before.id).await?.into_iter().map(|one| (key(&one), one)).collect();
            for target in targets {
                let Some(same) = old.get(&key(target)) else { continue };
                let values = values(&figures, &same.id);
                if values.iter().any(Option::is_some) {
                    let address = |index: usize| {
                        values[index].map(|_| format!("/targets/{}?period={}", same.id, Period::ALL[index].code()))
                    };
                    found.entry(target.id.clone()).or_default().push(Series {
                        label: w.year.replace("{year}", &(year - back).to_string()),
                        course: Course::Earlier(u8::try_from(back).unwrap_or(u8::MAX)),
                        values,
                        addresses: [0, 1, 2, 3].map(address),
                    });
                }
            }
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
