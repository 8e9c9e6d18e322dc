//! What stands against a pack: read, and put on the law and the packs that it would stand on.

use crate::App;
use crate::face::Refusal;
use crate::nominations::law;
use chrono::NaiveDate;
use thidua_domain::awards::pack::{Head, PackProblem, head, with_local};
use thidua_store::rule_packs::RulePack;

/// A pack without a fault.
pub(super) struct Sound {
    pub(super) head: Head,
    pub(super) from: NaiveDate,
    pub(super) to: Option<NaiveDate>,
}

/// Checks a text on top of what stands for a unit on its first day and, where it holds then, today.
pub(super) async fn check(
    app: &App,
    unit_id: &str,
    text: &str,
    today: NaiveDate,
) -> Result<Result<Sound, Vec<PackProblem>>, Refusal> {
    let shipped = law::law()?;
    let Some((head, from, to)) = head(text) else {
        // what cannot be read at all says so against the bare law
        return Ok(Err(with_local(shipped, "TOML", text).err().unwrap_or_default()));
    };
    let path = law::downward(app, unit_id).await?;
    let packs = below_it(app.store.rule_packs_of(&path).await?, unit_id, &head.code);
    let mut days = vec![from];
    if today > from && to.is_none_or(|to| today <= to) {
        days.push(today);
    }
    let mut problems: Vec<PackProblem> = Vec::new();
    for day in days {
        let base = law::stacked(shipped, &path, &packs, day);
        for problem in with_local(&base, &head.code, text).err().unwrap_or_default() {
            if !problems.contains(&problem) {
                problems.push(problem);
            }
        }
    }
    Ok(if problems.is_empty() { Ok(Sound { head, from, to }) } else { Err(problems) })
}

/// The packs that one would stand on: all but the other versions of itself.
fn below_it(mut packs: Vec<RulePack>, unit_id: &str, code: &str) -> Vec<RulePack> {
    packs.retain(|pack| pack.unit_id != unit_id || pack.code != code);
    packs
}
