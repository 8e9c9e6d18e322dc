//! All movements that somebody may see, grouped by the national movement they carry out, and by kind.

use super::catalogue;
use super::contents::words::{self, Words};
use super::facts::{facts_of, kind_label, years_label};
use crate::App;
use crate::face::{Answer, Caller, Frame, Place, Visitor, page, show};
use askama::Template;
use axum::extract::{Query, State};
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};
use thidua_domain::movements::{MovementKind, State as MovementState};

/// What the address asks for.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    kind: String,
}

struct Local {
    address: String,
    name: String,
    unit: String,
    kind: &'static str,
    years: String,
    state: &'static str,
    result: Option<String>,
}

struct Group {
    name: String,
    launched_by: String,
    count: String,
    locals: Vec<Local>,
}

#[derive(Template)]
#[template(path = "movements/national.html")]
struct NationalPage {
    f: Frame,
    w: &'static Words,
    groups: Vec<Group>,
    kinds: Vec<(&'static str, &'static str, bool)>,
}

/// `GET /movements/national`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Answer {
    let w = words::words(caller.preferences.language);
    let f = Frame::new(&caller, Place::Movements);
    let wanted = MovementKind::from_code(&asked.kind);
    let plans = app.store.plans(visitor.scope().as_deref()).await?;
    let ids: Vec<String> = plans.iter().map(|plan| plan.unit_id.clone()).collect();
    let units: HashMap<String, String> =
        app.store.units_of(&ids).await?.into_iter().map(|unit| (unit.id, unit.name)).collect();
    // key of the national movement, or nothing; the tree keeps the order of the catalogue
    let order = |key: &str| catalogue::national().iter().position(|one| one.key == key).unwrap_or(usize::MAX);
    let mut found: BTreeMap<(usize, String), Vec<Local>> = BTreeMap::new();
    for plan in plans.iter().filter(|plan| plan.issued) {
        for movement in app.store.movements(&plan.id).await? {
            let (facts, _) = facts_of(&app, &movement).await?;
            if wanted.is_some_and(|kind| kind != facts.kind) {
                continue;
            }
            let key = facts.national.clone().unwrap_or_default();
            let own = plan.movement_id.clone().unwrap_or_default();
            let address =
                if movement.named.own { format!("/movements/{own}") } else { format!("/movements/{own}/contents") };
            let local = Local {
                address,
                unit: units.get(&plan.unit_id).cloned().unwrap_or_default(),
                kind: kind_label(facts.kind, w),
                years: years_label(facts.years),
                state: show::state(movement.state, f.c),
                // a movement that is summed up has a result in words or in its targets
                result: movement.result.or_else(|| {
                    (movement.named.own
                        && matches!(movement.state, MovementState::FinalReview | MovementState::Closed))
                    .then(|| show::state(movement.state, f.c).to_owned())
                }),
                name: movement.named.name,
            };
            found.entry((order(&key), key)).or_default().push(local);
        }
    }
    let groups = found
        .into_iter()
        .map(|((_, key), locals)| {
            let mut owners: Vec<&str> = locals.iter().map(|one| one.unit.as_str()).collect();
            owners.sort_unstable();
            owners.dedup();
            let results = locals.iter().filter(|one| one.result.is_some()).count();
            let count = w
                .count
                .replace("{n}", &locals.len().to_string())
                .replace("{units}", &owners.len().to_string())
                .replace("{results}", &results.to_string());
            let known = catalogue::national_of(&key);
            Group {
                name: known.map_or_else(|| w.without.to_owned(), |one| one.name.clone()),
                launched_by: known.map(|one| one.launched_by.clone()).unwrap_or_default(),
                count,
                locals,
            }
        })
        .collect();
    let kinds = std::iter::once(("", w.all_kinds, wanted.is_none()))
        .chain(MovementKind::ALL.iter().map(|kind| (kind.code(), kind_label(*kind, w), wanted == Some(*kind))))
        .collect();
    let f = f.with_sample(plans.iter().any(|plan| plan.illustrative));
    page(&NationalPage { f, w, groups, kinds })
}
