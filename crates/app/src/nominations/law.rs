//! The law by which a round is judged: the shipped pack with the packs of the authority and those above it.

use crate::App;
use crate::face::Refusal;
use chrono::NaiveDate;
use std::sync::Arc;
use thidua_domain::awards::pack::{Award, Catalogue, RegimeRules, shipped, with_local};
use thidua_store::rule_packs::RulePack;

/// The catalogue for a unit on the day a dossier was received: packs from above first, each on top of the one before.
///
/// A pack that cannot be put on top of what is there now is left out; its page says why.
pub(crate) async fn catalogue(app: &App, unit_id: &str, day: NaiveDate) -> Result<Arc<Catalogue>, Refusal> {
    let path = downward(app, unit_id).await?;
    let packs = app.store.rule_packs_of(&path).await?;
    Ok(Arc::new(stacked(law()?, &path, &packs, day)))
}

/// The shipped law.
pub(crate) fn law() -> Result<&'static Catalogue, Refusal> {
    shipped().map_err(|problems| Refusal::fault(format!("{problems:?}")))
}

/// The units from the top down to one.
pub(crate) async fn downward(app: &App, unit_id: &str) -> Result<Vec<String>, Refusal> {
    let mut path = app.store.path_ids(unit_id).await?;
    path.reverse();
    Ok(path)
}

/// The law with the packs of a way downward that hold on a day; of the versions of one pack the first in the list.
pub(crate) fn stacked(law: &Catalogue, path: &[String], packs: &[RulePack], day: NaiveDate) -> Catalogue {
    let mut made: Option<Catalogue> = None;
    for unit in path {
        let holding = packs.iter().filter(|pack| {
            pack.unit_id == *unit
                && pack.withdrawn.is_none()
                && pack.from <= day
                && pack.to.is_none_or(|to| day <= to)
        });
        let mut seen: Vec<&str> = Vec::new();
        for pack in holding {
            if seen.contains(&pack.code.as_str()) {
                continue;
            }
            seen.push(&pack.code);
            match with_local(made.as_ref().unwrap_or(law), &pack.code, &pack.content) {
                Ok(with) => made = Some(with),
                Err(problems) => tracing::warn!("rule pack {} {}: {problems:?}", pack.code, pack.label),
            }
        }
    }
    made.unwrap_or_else(|| law.clone())
}

/// The rules of the regime of a day.
pub(crate) fn rules(catalogue: &Catalogue, day: NaiveDate) -> Option<&RegimeRules> {
    catalogue.law.on(day).and_then(|(regime, _)| catalogue.of(&regime.key))
}

/// An award of a day.
pub(crate) fn award<'a>(catalogue: &'a Catalogue, day: NaiveDate, code: &str) -> Option<&'a Award> {
    rules(catalogue, day)?.award(code)
}
