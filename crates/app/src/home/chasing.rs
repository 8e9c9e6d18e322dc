//! What the standing office has to chase in its running movements, every count leading to its board; and the movements
//! of a unit that has ended, which wait to be handed on.

use super::words::Words;
use crate::App;
use crate::face::{Refusal, Visitor, show};
use crate::movements::actions::runs;
use crate::office::reach;
use crate::{cascade, known};
use thidua_domain::access::Act;
use thidua_store::plans::PlanLine;

/// A line of the first page.
pub(crate) struct Chased {
    pub(crate) class: &'static str,
    pub(crate) text: String,
    pub(crate) address: String,
    pub(crate) note: String,
}

/// Units late with their plan, and units that have not made the plan known; for a unit that ended, only that its
/// movement has to be handed on.
pub(crate) async fn of(
    app: &App,
    visitor: &Visitor,
    plans: &[PlanLine],
    w: &'static Words,
) -> Result<Vec<Chased>, Refusal> {
    let today = reach::today(app);
    let own = visitor.actor.units(Act::Look).unwrap_or_default();
    let mut found = Vec::new();
    for plan in plans.iter().filter(|plan| runs(plan)) {
        let (Some(id), Some(unit)) = (&plan.movement_id, app.store.unit(&plan.unit_id).await?) else { continue };
        let number = plan.number_symbol.clone().unwrap_or_default();
        if let Some(last) = unit.valid_to.filter(|last| *last < today) {
            let reforms = app.may(visitor, Act::Reform, &unit.id).await?;
            if reforms || own.contains(&unit.id.as_str()) {
                let address =
                    if reforms { format!("/units/{}/reform", unit.id) } else { format!("/movements/{id}") };
                let text = w.ended.replace("{day}", &show::day(Some(last)));
                found.push(Chased { class: "missed", text, address, note: format!("{}, {number}", unit.name) });
            }
            continue;
        }
        if !visitor.actor.may_in(Act::AssignTargets, &unit.id) {
            continue;
        }
        let say = |text: &str, n: usize| text.replace("{n}", &n.to_string()).replace("{plan}", &number);
        let counts = cascade::board::participation(app, plan).await?;
        if counts.late > 0 {
            let late = usize::try_from(counts.late).unwrap_or(usize::MAX);
            let address = format!("/movements/{id}/cascade?show=late");
            found.push(Chased { class: "missed", text: say(w.chase_plans, late), address, note: String::new() });
        }
        let unknown = known::board::board(app, plan).await?.missing().len();
        if unknown > 0 {
            let address = format!("/movements/{id}/known#missing");
            found.push(Chased {
                class: "at-risk",
                text: say(w.chase_known, unknown),
                address,
                note: String::new(),
            });
        }
    }
    Ok(found)
}
