//! All targets of a plan with what was given to the units below and what is left to give.

use super::assign::{asked, bar, sharing};
use super::{board, labels, words};
use crate::App;
use crate::face::tabs::Tab;
use crate::face::{Answer, Caller, Frame, Place, Visitor, page, show};
use crate::forms::{Download, downloads};
use crate::movements::actions::movement_for;
use askama::Template;
use axum::extract::{Path, State};
use thidua_domain::access::Act;
use thidua_domain::basics::Amount;
use thidua_domain::cascade::{Balance, Share, balance, remaining, together};

struct Row {
    target_id: String,
    name: String,
    asked: String,
    method: &'static str,
    units: usize,
    drafts: usize,
    total: String,
    left: String,
    balance: Option<(String, &'static str)>,
}

#[derive(Template)]
#[template(path = "cascade/overview.html")]
struct OverviewPage {
    f: Frame,
    w: &'static words::Words,
    id: String,
    plan_id: String,
    plan_number: String,
    rows: Vec<Row>,
    units: usize,
    given: usize,
    downloads: Vec<Download>,
}

pub(super) fn balance_class(balance: Balance) -> &'static str {
    match balance {
        Balance::Even => "met",
        Balance::Short(_) => "missed",
        Balance::Over(_) => "at-risk",
    }
}

/// `GET /movements/{id}/assign`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    let view = movement_for(&app, &visitor, &id, Act::Look).await?;
    let w = words::words(caller.preferences.language);
    let t = crate::targets::words::words(caller.preferences.language);
    let f = Frame::new(&caller, Place::Movements)
        .in_movement(&caller, &id, Tab::Cascade)
        .with_sample(view.plan.illustrative);
    let chosen = app.store.sharings(&view.plan.id).await?;
    let all = app.store.assignments(&view.plan.id).await?;
    let (units, _) = board::units_given(&app, &view.plan, &all).await?;
    let units: Vec<_> = units.into_iter().filter(|unit| !unit.kind.is_partner()).collect();
    let targets = app.store.targets(&view.plan.id).await?;
    let rows: Vec<Row> = targets
        .iter()
        .filter(|target| target.draft.comparator.is_some())
        .map(|target| {
            let sharing = sharing(target, chosen.get(&target.id));
            let of = || all.iter().filter(|one| one.given.target_id == target.id);
            let holding = || of().filter(|one| one.given.state.holds());
            let shares: Vec<Share> = holding()
                .filter(|one| !one.given.requested)
                .filter_map(|one| Some(Share::weighed(one.given.value?, one.given.weight)))
                .collect();
            let unit = target.draft.unit.clone().unwrap_or_default();
            let whole = asked(target);
            let total = together(sharing.method, &shares, bar(target, sharing, units.len()));
            let number = |amount: Amount| format!("{} {unit}", amount.vietnamese()).trim().to_owned();
            Row {
                target_id: target.id.clone(),
                name: target.draft.name.clone(),
                asked: format!("{} {unit}", show::asked(&target.draft, t)).trim().to_owned(),
                method: labels::method_of(target, sharing, w),
                units: holding().count(),
                drafts: of()
                    .filter(|one| one.given.state == thidua_domain::cascade::AssignmentState::Draft)
                    .count(),
                total: total.map(number).unwrap_or_default(),
                left: remaining(sharing.method, whole.map(|asked| asked.value), &shares)
                    .filter(|_| !shares.is_empty())
                    .map(number)
                    .unwrap_or_default(),
                balance: whole
                    .zip(total)
                    .and_then(|(asked, total)| balance(asked, total))
                    .map(|one| (labels::balance(one, &unit, w), balance_class(one))),
            }
        })
        .collect();
    page(&OverviewPage {
        plan_id: view.plan.id.clone(),
        plan_number: view.plan.number_symbol.clone().unwrap_or_default(),
        units: units.len(),
        downloads: if rows.iter().any(|row| row.units > 0) {
            let base = format!("/movements/{id}/assign");
            downloads(&base, super::printing::FORMS, caller.preferences.language)
        } else {
            Vec::new()
        },
        given: rows.iter().filter(|row| row.units > 0).count(),
        rows,
        f,
        w,
        id,
    })
}
