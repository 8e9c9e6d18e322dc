//! The decision that assigns the targets of a plan to the units below, with the table of what each was given.

use super::board::units_given;
use super::words::{Words, words};
use crate::App;
use crate::face::{Answer, Refusal, Visitor, show};
use crate::forms::Asked;
use crate::movements::actions::movement_for;
use crate::reports::letterhead;
use axum::extract::{Path, State};
use thidua_domain::access::Act;
use thidua_domain::basics::{Language, Says};
use thidua_domain::units::Unit;
use thidua_paper::forms::Letterhead;
use thidua_paper::forms::target_assignment::{AssignedGroup, AssignedTarget, TargetAssignment, document};
use thidua_store::cascade::Assignment;
use thidua_store::targets::Target;

const VI: Language = Language::Vietnamese;

/// The forms that are printed from what was assigned.
pub(crate) const FORMS: &[&str] = &["target_assignment"];
/// Units whose columns have room on a page.
const ON_A_PAGE: usize = 14;

fn refused(says: impl Fn(&'static Words) -> String) -> Refusal {
    Refusal::Invalid(Says::new(says(words(VI)), says(words(Language::English))))
}

/// `GET /movements/{id}/assign/forms/{file}`.
pub(crate) async fn paper(
    State(app): State<App>,
    visitor: Visitor,
    Path((id, file)): Path<(String, String)>,
) -> Answer {
    let asked = Asked::of(&file, FORMS)?;
    let view = movement_for(&app, &visitor, &id, Act::Look).await?;
    let plan = app.store.plan(&view.plan.id).await?.ok_or(Refusal::NotFound)?;
    let w = words(VI);
    let mut given = app.store.assignments(&plan.id).await?;
    given.retain(|one| one.current && one.given.state.holds() && !one.given.requested);
    let (mut units, _) = units_given(&app, &view.plan, &given).await?;
    units.retain(|unit| given.iter().any(|one| one.given.unit_id == unit.id));
    if units.is_empty() {
        return Err(refused(|w| w.nothing_given.to_owned()));
    }
    if units.len() > ON_A_PAGE && !asked.is_workbook() {
        let n = units.len().to_string();
        return Err(refused(|w| w.too_wide.replace("{n}", &n)));
    }
    let head = &plan.draft.document;
    let mut groups: Vec<AssignedGroup> = Vec::new();
    for target in app.store.targets(&plan.id).await? {
        let Some(line) = line(&target, &units, &given, w) else { continue };
        match groups.last_mut() {
            Some(last) if last.name == target.draft.group => last.targets.push(line),
            _ => groups.push(AssignedGroup { name: target.draft.group.clone(), targets: vec![line] }),
        }
    }
    let owner = app.store.unit(&view.plan.unit_id).await?.ok_or(Refusal::NotFound)?;
    let paper = letterhead::of_report(head, &plan.draft.recipients, w.symbol_decision);
    let recipients = std::iter::once(w.as_article.to_owned()).chain(paper.recipients.clone()).collect();
    let form = TargetAssignment {
        letterhead: Letterhead { recipients, ..letterhead::signed(paper, &owner) },
        movement: head.title.as_ref().map_or_else(|| view.movement.named.name.clone(), |title| title.value.clone()),
        bases: vec![letterhead::basis(head)],
        units: units.iter().map(|unit| unit.name.clone()).collect(),
        groups,
        reports_to: w.reports_to.to_owned(),
        reports_until: None,
        mark: view.plan.illustrative.then(|| crate::forms::words::words(VI).mark_sample.to_owned()),
    };
    asked.send(&app, document(&form), view.plan.number_symbol.as_deref().unwrap_or_default()).await
}

/// A target that somebody was given, with what each unit was.
fn line(target: &Target, units: &[Unit], given: &[Assignment], w: &'static Words) -> Option<AssignedTarget> {
    let draft = &target.draft;
    let comparator = draft.comparator?;
    let of = |unit: &Unit| {
        given.iter().find(|one| one.given.target_id == target.id && one.given.unit_id == unit.id).map(|one| {
            match one.given.value {
                Some(value) => value.vietnamese(),
                None if comparator.is_judged() => w.as_judged.to_owned(),
                None => String::new(),
            }
        })
    };
    let values: Vec<Option<String>> = units.iter().map(of).collect();
    values.iter().any(Option::is_some).then(|| AssignedTarget {
        name: draft.name.clone(),
        unit: draft.unit.clone().unwrap_or_default(),
        total: show::asked(draft, crate::targets::words::words(VI)),
        values: values.into_iter().map(Option::unwrap_or_default).collect(),
    })
}
