//! Sets of criteria of a movement: proposed from the plan's words, confirmed by a person, assessed unit by unit.

pub(crate) mod marking;
pub(crate) mod setting;
pub(crate) mod words;

use super::actions::movement_for;
use super::catalogue;
use crate::App;
use crate::clock::local_date;
use crate::face::tabs::Tab;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, page};
use askama::Template;
use axum::extract::{Path, State};
use thidua_domain::access::Act;
use thidua_domain::movements::State as MovementState;
use thidua_domain::movements::criteria::{CriteriaSet, Standing};
use thidua_domain::units::Unit;
use words::Words;

struct Row {
    unit_id: String,
    unit: String,
    standing: Standing,
    class: &'static str,
    whole: &'static str,
}

struct SetView {
    id: String,
    name: String,
    source: String,
    criteria: usize,
    rows: Vec<Row>,
    met: usize,
}

struct Proposal {
    key: String,
    name: String,
    source: String,
    mark: &'static str,
}

#[derive(Template)]
#[template(path = "movements/criteria/list.html")]
struct CriteriaPage {
    f: Frame,
    w: &'static Words,
    id: String,
    sets: Vec<SetView>,
    proposed: Vec<Proposal>,
    others: Vec<Proposal>,
    may_set: bool,
}

/// The units that are assessed: those directly below the owner, or the owner itself where there are none.
pub(super) async fn assessed(app: &App, owner: &str) -> Result<Vec<Unit>, Refusal> {
    let today = local_date((app.clock)());
    let below = app.store.children_on(Some(owner), today, 0, 500).await?.0;
    if !below.is_empty() {
        return Ok(below.into_iter().map(|child| child.unit).collect());
    }
    // a unit that has ended is assessed as it was
    let last = app.store.children_now(owner).await?;
    if !last.is_empty() {
        return Ok(last);
    }
    Ok(app.store.unit(owner).await?.into_iter().collect())
}

fn proposal(set: &CriteriaSet, w: &'static Words) -> Proposal {
    Proposal {
        key: set.key.clone(),
        name: set.name.clone(),
        source: set.source.clone(),
        mark: match set.mark.as_str() {
            "V" => w.mark_v,
            "S" => w.mark_s,
            _ => w.mark_u,
        },
    }
}

/// `GET /movements/{id}/criteria`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    let view = movement_for(&app, &visitor, &id, Act::Look).await?;
    let w = words::words(caller.preferences.language);
    let f = Frame::new(&caller, Place::Movements).in_movement(&caller, &id, Tab::Criteria);
    let units = assessed(&app, &view.plan.unit_id).await?;
    let in_force = app.store.criteria_sets(&id).await?;
    let mut sets = Vec::new();
    for set in &in_force {
        let marks = app.store.marks(&set.id).await?;
        let rows: Vec<Row> = units
            .iter()
            .map(|unit| {
                let grades: Vec<_> = (0..set.criteria.len())
                    .map(|place| {
                        marks
                            .iter()
                            .find(|mark| mark.unit_id == unit.id && usize::try_from(mark.position) == Ok(place))
                            .map(|mark| mark.grade)
                    })
                    .collect();
                let standing = Standing::of(&grades);
                let (class, whole) = match standing.whole() {
                    Some(true) => ("met", w.whole_yes),
                    Some(false) => ("missed", w.whole_no),
                    None => ("not-begun", w.whole_open),
                };
                Row { unit_id: unit.id.clone(), unit: unit.name.clone(), standing, class, whole }
            })
            .collect();
        sets.push(SetView {
            id: set.id.clone(),
            name: set.name.clone(),
            source: set.source.clone(),
            criteria: set.criteria.len(),
            met: rows.iter().filter(|row| row.standing.whole() == Some(true)).count(),
            rows,
        });
    }
    let plan = app.store.plan(&view.plan.id).await?.ok_or(Refusal::NotFound)?;
    let proposed_sets = catalogue::proposed(&format!("{} {}", plan.source.join(" "), movement_names(&plan)));
    let new = |set: &&CriteriaSet| !in_force.iter().any(|one| one.catalogue_key.as_deref() == Some(&set.key));
    let proposed: Vec<Proposal> = proposed_sets.iter().copied().filter(new).map(|set| proposal(set, w)).collect();
    let others = catalogue::sets()
        .iter()
        .filter(|set| new(set) && !proposed_sets.iter().any(|one| one.key == set.key))
        .map(|set| proposal(set, w))
        .collect();
    let open = !matches!(view.movement.state, MovementState::Draft | MovementState::Closed);
    let may_set = open && app.may(&visitor, Act::Review, &view.plan.unit_id).await?;
    page(&CriteriaPage { f, w, id, sets, proposed, others, may_set })
}

fn movement_names(plan: &thidua_store::plans::Plan) -> String {
    plan.draft.movements.iter().map(|one| one.name.as_str()).collect::<Vec<_>>().join(" ")
}
