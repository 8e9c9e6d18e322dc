//! Which target of a plan carries out which target of the plan above, and why it differs.

use super::{actions, words};
use crate::App;
use crate::face::forms::Typed;
use crate::face::frame::go;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, show};
use crate::plans::review::plan_for;
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use std::collections::HashMap;
use thidua_domain::access::Act;
use thidua_domain::basics::Amount;
use thidua_domain::basics::text::{fold, nfc};
use thidua_domain::plans::launching::Above;
use thidua_store::StoreError;
use thidua_store::cascade::{Assignment, TargetLink};
use thidua_store::plans::Plan;
use thidua_store::targets::Target;

/// Both plans' leaves, what was given to the unit, and what was matched.
struct Both {
    own: Vec<Target>,
    above: Vec<Target>,
    given: HashMap<String, Assignment>,
    links: Vec<TargetLink>,
}

async fn both(app: &App, plan: &Plan, parent_id: &str) -> Result<Both, StoreError> {
    let leaf = |target: &Target| target.draft.comparator.is_some();
    let given = app.store.assignments(parent_id).await?.into_iter();
    Ok(Both {
        own: app.store.targets(&plan.id).await?.into_iter().filter(leaf).collect(),
        above: app.store.targets(parent_id).await?.into_iter().filter(leaf).collect(),
        given: given
            .filter(|one| one.given.unit_id == plan.unit_id && one.given.state.holds())
            .map(|one| (one.given.target_id.clone(), one))
            .collect(),
        links: app.store.target_links(&plan.id).await?,
    })
}

/// The value above that a target is held against: what the unit was given, else what the plan above asks.
fn expected(both: &Both, above: &Target) -> Option<Amount> {
    both.given.get(&above.id).and_then(|one| one.given.value).or(above.draft.value)
}

fn differs(both: &Both, own: &Target, above: &Target) -> bool {
    own.draft.value.is_some_and(|value| expected(both, above).is_some_and(|expected| expected != value))
}

/// Names of targets that differ from the plan above without a reason; a launch waits for them.
pub(crate) async fn unexplained(app: &App, plan: &Plan) -> Result<Vec<String>, StoreError> {
    let line = app.store.plan_line(&plan.id).await?;
    let Some(parent) = line.and_then(|line| line.parent_plan_id) else { return Ok(Vec::new()) };
    let both = both(app, plan, &parent).await?;
    let silent = |link: &&TargetLink| link.reason.is_none();
    let name = |link: &TargetLink| {
        let own = both.own.iter().find(|one| one.draft.id == link.code)?;
        let above = both.above.iter().find(|one| one.id == link.parent_target_id)?;
        differs(&both, own, above).then(|| own.draft.name.clone())
    };
    Ok(both.links.iter().filter(silent).filter_map(name).collect())
}

/// What the plan above asks of a plan and what of it was taken up; nothing while no plan above is linked.
pub(crate) async fn above(app: &App, plan: &Plan) -> Result<Option<Above>, StoreError> {
    let Some(parent) = parent_of(app, plan).await? else { return Ok(None) };
    let both = both(app, plan, &parent).await?;
    let mut taken: Vec<&str> = both.links.iter().map(|link| link.parent_target_id.as_str()).collect();
    taken.retain(|id| both.above.iter().any(|target| target.id == *id));
    taken.sort_unstable();
    taken.dedup();
    let here = |target: &Target| {
        taken.contains(&target.id.as_str())
            || both.own.iter().any(|own| fold(&own.draft.name) == fold(&target.draft.name))
    };
    let given: Vec<&Target> = both.above.iter().filter(|target| both.given.contains_key(&target.id)).collect();
    Ok(Some(Above {
        targets: both.above.len(),
        taken: taken.len(),
        explained: both.links.iter().filter(|link| link.reason.is_some()).count(),
        unexplained: unexplained(app, plan).await?,
        given: given.len(),
        given_missing: given
            .iter()
            .filter(|target| !here(target))
            .map(|target| target.draft.name.clone())
            .collect(),
    }))
}

struct Row {
    code: String,
    name: String,
    line: u32,
    own: String,
    to: String,
    proposed: bool,
    above: Option<(String, u32, String, bool)>,
    differs: bool,
    reason: String,
    problem: Option<&'static str>,
    newest: Option<String>,
}

#[derive(Template)]
#[template(path = "cascade/mapping.html")]
struct MappingPage {
    f: Frame,
    w: &'static words::Words,
    id: String,
    parent_id: String,
    plan_number: String,
    parent_number: String,
    rows: Vec<Row>,
    choices: Vec<String>,
    orphans: Vec<(String, String)>,
    may_edit: bool,
    version: i64,
    refused: bool,
    changed: bool,
}

/// `T06.2 — Tên`: typed or chosen from the list; its first word is the code.
fn choice(target: &Target) -> String {
    format!("{} — {}", target.draft.id, target.draft.name)
}

/// A refused or overtaken form.
struct Came<'a> {
    typed: &'a Typed,
    problems: HashMap<String, &'static str>,
    changed: bool,
}

async fn parent_of(app: &App, plan: &Plan) -> Result<Option<String>, StoreError> {
    Ok(app.store.plan_line(&plan.id).await?.and_then(|line| line.parent_plan_id))
}

/// `GET /plans/{id}/mapping`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    let plan = plan_for(&app, &visitor, &id, Act::Look).await?;
    app.require(&visitor, Act::Look, &plan.unit_id).await?;
    render(&app, &caller, &visitor, &plan, None).await
}

async fn render(app: &App, caller: &Caller, visitor: &Visitor, plan: &Plan, came: Option<Came<'_>>) -> Answer {
    let w = words::words(caller.preferences.language);
    let t = crate::targets::words::words(caller.preferences.language);
    let f = Frame::new(caller, Place::Plans).with_sample(plan.illustrative);
    // without a plan above there is nothing to match; the chain is where one is put above
    let Some(parent_id) = parent_of(app, plan).await? else { return go(format!("/plans/{}/chain", plan.id)) };
    let parent = app.store.plan_line(&parent_id).await?.ok_or(Refusal::NotFound)?;
    let both = both(app, plan, &parent_id).await?;
    let may_edit = app.may(visitor, Act::PreparePlan, &plan.unit_id).await?;
    let rows: Vec<Row> = both
        .own
        .iter()
        .map(|own| {
            let link = both.links.iter().find(|link| link.code == own.draft.id);
            let linked = link.and_then(|link| both.above.iter().find(|one| one.id == link.parent_target_id));
            let alike = || both.above.iter().find(|one| fold(&one.draft.name) == fold(&own.draft.name));
            // the same name is proposed; a person confirms by saving
            let proposed = linked.is_none() && may_edit && both.links.is_empty();
            let shown = linked.or_else(|| if proposed { alike() } else { None });
            let stored = linked.map(choice).unwrap_or_default();
            let typed = |name: &str, kept: String| {
                came.as_ref().map_or(kept, |came| {
                    came.typed.get(&format!("{name}-{}", own.draft.id)).cloned().unwrap_or_default()
                })
            };
            let to = typed("to", shown.map(choice).unwrap_or_default());
            let changed = came.as_ref().is_some_and(|came| came.changed);
            Row {
                code: own.draft.id.clone(),
                name: own.draft.name.clone(),
                line: own.draft.lines.first,
                own: format!("{} {}", show::asked(&own.draft, t), own.draft.unit.as_deref().unwrap_or_default()),
                proposed: proposed && shown.is_some() && came.is_none(),
                above: shown.map(|above| {
                    let given = both.given.contains_key(&above.id);
                    let value = expected(&both, above).map_or_else(
                        || show::asked(&above.draft, t),
                        |amount| {
                            format!("{} {}", amount.vietnamese(), above.draft.unit.as_deref().unwrap_or_default())
                        },
                    );
                    (parent_id.clone(), above.draft.lines.first, value, given)
                }),
                differs: shown.is_some_and(|above| differs(&both, own, above)),
                reason: typed("reason", link.and_then(|link| link.reason.clone()).unwrap_or_default()),
                problem: came.as_ref().and_then(|came| came.problems.get(&own.draft.id).copied()),
                newest: (changed && stored != to).then_some(stored),
                to,
            }
        })
        .collect();
    let taken = |target: &Target| both.links.iter().any(|link| link.parent_target_id == target.id);
    let changed = came.as_ref().is_some_and(|came| came.changed);
    let refused = came.is_some();
    let head = &plan.draft.document;
    let template = MappingPage {
        id: plan.id.clone(),
        plan_number: head.number_symbol.as_ref().map_or_else(|| w.no_number.to_owned(), |one| one.value.clone()),
        parent_number: parent.number_symbol.unwrap_or_default(),
        rows,
        choices: both.above.iter().map(choice).collect(),
        orphans: both
            .above
            .iter()
            .filter(|target| !taken(target))
            .map(|target| {
                (
                    target.draft.name.clone(),
                    both.given.get(&target.id).map(super::assign::document).unwrap_or_default(),
                )
            })
            .collect(),
        version: app.store.links_version(&plan.id).await?,
        parent_id,
        may_edit,
        refused,
        changed,
        f,
        w,
    };
    crate::face::frame::returned(&template, changed, refused)
}

/// `POST /plans/{id}/mapping`.
pub(crate) async fn save(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let plan = plan_for(&app, &visitor, &id, Act::PreparePlan).await?;
    let w = words::words(caller.preferences.language);
    let parent_id = parent_of(&app, &plan).await?.ok_or(Refusal::ChangedMeanwhile)?;
    let both = both(&app, &plan, &parent_id).await?;
    let seen = crate::face::forms::seen(&typed);
    let mut problems = HashMap::new();
    let mut links = Vec::new();
    for own in &both.own {
        let code = &own.draft.id;
        let field = |name: &str| typed.get(&format!("{name}-{code}")).map_or("", |value| value.trim());
        let Some(first) = field("to").split_whitespace().next() else { continue };
        let Some(above) = both.above.iter().find(|one| one.draft.id == first) else {
            problems.insert(code.clone(), w.no_such_target);
            continue;
        };
        let reason: String = nfc(field("reason")).chars().filter(|c| !c.is_control()).take(1_000).collect();
        if differs(&both, own, above) && reason.is_empty() {
            problems.insert(code.clone(), w.reason_differs);
        }
        links.push(TargetLink {
            code: code.clone(),
            parent_target_id: above.id.clone(),
            reason: (!reason.is_empty()).then_some(reason),
        });
    }
    if !problems.is_empty() {
        let came = Came { typed: &typed, problems, changed: false };
        return render(&app, &caller, &visitor, &plan, Some(came)).await;
    }
    match actions::map(&app, visitor.author((app.clock)()), &plan, seen, &links).await {
        Ok(()) => go(format!("/plans/{id}/mapping?done=saved")),
        Err(StoreError::ChangedMeanwhile) => {
            let came = Came { typed: &typed, problems, changed: true };
            render(&app, &caller, &visitor, &plan, Some(came)).await
        }
        Err(other) => Err(other.into()),
    }
}
