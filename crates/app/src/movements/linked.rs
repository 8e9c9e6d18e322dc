//! The movements above and below a movement, and where its results go.

use super::words::{self, Words};
use crate::App;
use crate::face::{Refusal, Visitor, show};
use thidua_domain::access::Act;
use thidua_domain::basics::Language;
use thidua_domain::cascade::chain::named_above;
use thidua_domain::movements::State as MovementState;
use thidua_store::plans::{Plan, PlanLine};

/// Movements below that are named; the board has all.
const MOST_BELOW: usize = 12;
/// Cited documents that are named where no plan above is on file.
const MOST_NAMED: usize = 3;

/// The movement above.
pub(crate) struct Above {
    pub(crate) number: String,
    pub(crate) issuer: String,
    pub(crate) name: String,
    /// The plan, where this person may read it.
    pub(crate) plan: Option<String>,
    /// The movement itself, where it is open to this person.
    pub(crate) movement: Option<String>,
}

/// A way on which results go up.
pub(crate) struct Way {
    pub(crate) says: String,
    pub(crate) links: Vec<(String, &'static str)>,
}

/// A movement below.
pub(crate) struct Below {
    pub(crate) unit: String,
    pub(crate) says: String,
    pub(crate) address: Option<String>,
}

/// What stands above and below a movement.
pub(crate) struct Linked {
    pub(crate) above: Option<Above>,
    /// Documents that the plan names as its plan above, with their lines.
    pub(crate) named: Vec<(String, u32)>,
    pub(crate) may_link: bool,
    pub(crate) up: Vec<Way>,
    pub(crate) issued: String,
    pub(crate) below: Vec<Below>,
    pub(crate) more: String,
}

/// Gathers it for somebody.
pub(crate) async fn of(
    app: &App,
    visitor: &Visitor,
    line: &PlanLine,
    plan: &Plan,
    language: Language,
) -> Result<Linked, Refusal> {
    let w = words::words(language);
    let parent = match &line.parent_plan_id {
        Some(id) => app.store.plan_line(id).await?,
        None => None,
    };
    let above = match &parent {
        Some(parent) => Some(above(app, visitor, parent).await?),
        None => None,
    };
    let named = named_above(&plan.draft)
        .into_iter()
        .filter(|basis| basis.number_symbol.is_some())
        .take(MOST_NAMED)
        .map(|basis| {
            let named = [Some(basis.kind.as_str()), basis.number_symbol.as_deref()];
            let named: Vec<&str> = named.into_iter().flatten().collect();
            let of = basis.issuer.as_ref().map(|issuer| format!("{}{issuer}", w.link_of)).unwrap_or_default();
            let document = format!("{}{of}", named.join(" "));
            (w.link_named.replace("{document}", &document), basis.lines.first)
        })
        .collect();
    let counts = crate::cascade::board::participation(app, line).await?;
    let issued = if counts.units == 0 {
        w.link_no_units.to_owned()
    } else {
        w.link_issued.replace("{n}", &counts.issued.to_string()).replace("{all}", &counts.units.to_string())
    };
    let (below, more) = below(app, visitor, line, language, w).await?;
    Ok(Linked {
        up: ways(app, plan, parent.as_ref(), above.as_ref(), language, w).await?,
        may_link: visitor.actor.may_in(Act::PreparePlan, &plan.unit_id),
        named,
        above,
        issued,
        below,
        more,
    })
}

async fn above(app: &App, visitor: &Visitor, parent: &PlanLine) -> Result<Above, Refusal> {
    let unit = app.store.unit(&parent.unit_id).await?.map(|unit| unit.name).unwrap_or_default();
    let looks = app.may(visitor, Act::Look, &parent.unit_id).await?;
    let reads = looks || (parent.issued && app.comes_down(visitor, &parent.id, &parent.unit_id).await?);
    Ok(Above {
        number: parent.number_symbol.clone().unwrap_or_default(),
        issuer: [unit, show::day(parent.dated)]
            .into_iter()
            .filter(|one| !one.is_empty())
            .collect::<Vec<_>>()
            .join(", "),
        name: parent.title.clone().unwrap_or_default(),
        plan: reads.then(|| format!("/plans/{}", parent.id)),
        movement: parent.movement_id.as_ref().filter(|_| looks).map(|id| format!("/movements/{id}")),
    })
}

/// Where results go: along the linked targets, and by the reports that the plan asks for.
async fn ways(
    app: &App,
    plan: &Plan,
    parent: Option<&PlanLine>,
    above: Option<&Above>,
    language: Language,
    w: &'static Words,
) -> Result<Vec<Way>, Refusal> {
    let mut ways = Vec::new();
    if let Some(parent) = parent {
        let linked = app.store.target_links(&plan.id).await?.len();
        let all = plan.draft.targets.iter().filter(|target| target.comparator.is_some()).count();
        let says = w
            .link_targets
            .replace("{n}", &linked.to_string())
            .replace("{all}", &all.to_string())
            .replace("{number}", parent.number_symbol.as_deref().unwrap_or_default());
        let mut links = vec![(format!("/plans/{}/mapping", plan.id), w.link_mapping)];
        if let Some(movement) = above.and_then(|above| above.movement.as_ref()) {
            links.push((format!("{movement}/reconcile"), w.link_reconcile));
        }
        ways.push(Way { says, links });
    }
    let p = crate::plans::words::words(language);
    for one in &plan.draft.reporting {
        let Some(to) = &one.to else { continue };
        let period = show::inside(crate::plans::reporting_label(one.period, p));
        let due = one.due.map(|day| format!(", {}", show::day(Some(day)))).unwrap_or_default();
        let says = format!("{}{due}", w.link_report_to.replace("{period}", &period).replace("{to}", to));
        if !ways.iter().any(|way: &Way| way.says == says) {
            ways.push(Way { says, links: Vec::new() });
        }
    }
    Ok(ways)
}

async fn below(
    app: &App,
    visitor: &Visitor,
    line: &PlanLine,
    language: Language,
    w: &'static Words,
) -> Result<(Vec<Below>, String), Refusal> {
    let c = crate::face::words::words(language);
    let issued: Vec<PlanLine> =
        app.store.plans_below(&line.id).await?.into_iter().filter(|plan| plan.issued).collect();
    let ids: Vec<String> = issued.iter().map(|plan| plan.unit_id.clone()).collect();
    let units = app.store.units_of(&ids).await?;
    let mut below = Vec::new();
    for plan in issued.iter().take(MOST_BELOW) {
        let looks = app.may(visitor, Act::Look, &plan.unit_id).await?;
        let state = plan.movement_state.as_deref().and_then(MovementState::from_code);
        let parts = [
            plan.number_symbol.clone().unwrap_or_default(),
            show::day(plan.dated),
            state.map(|state| show::state(state, c).to_owned()).unwrap_or_default(),
        ];
        below.push(Below {
            unit: units
                .iter()
                .find(|unit| unit.id == plan.unit_id)
                .map(|unit| unit.name.clone())
                .unwrap_or_default(),
            says: parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "),
            address: plan.movement_id.as_ref().filter(|_| looks).map(|id| format!("/movements/{id}")),
        });
    }
    let left = issued.len().saturating_sub(MOST_BELOW);
    let more = if left > 0 { w.link_more.replace("{n}", &left.to_string()) } else { String::new() };
    Ok((below, more))
}
