//! What is waiting for a person: one line for each kind of work, with where it is done.

use super::words::{self, Words};
use crate::App;
use crate::above::cards::Cards;
use crate::digest::Item;
use crate::digest::standing::Stand;
use crate::face::{Refusal, Visitor, show};
use thidua_domain::access::Act;
use thidua_domain::basics::Language;
use thidua_domain::figures::Figure;
use thidua_domain::movements::State as MovementState;
use thidua_domain::targets::Status;
use thidua_store::plans::PlanLine;

fn item(class: &'static str, text: String, address: String, note: String) -> Item {
    Item { class, text, note, address }
}

/// What waits for a person. What is red and who is late stands in sections of its own.
pub(crate) async fn of(
    app: &App,
    visitor: &Visitor,
    stands: &[Stand],
    plans: &[PlanLine],
    above: &Cards,
    language: Language,
) -> Result<Vec<Item>, Refusal> {
    let w = words::words(language);
    // powers given besides the own role bring their work too
    let may = |act| visitor.actor.may(act);
    let mut found = beginning(app, visitor, plans, above, w).await?;
    if may(Act::ManageWaves) {
        for one in crate::waves::waiting(app, visitor.scope().as_deref(), language).await? {
            found.push(item(if one.late { "missed" } else { "on-track" }, one.text, one.address, one.note));
        }
    }
    for plan in plans.iter().filter(|plan| !plan.issued) {
        if may(Act::PreparePlan) || may(Act::Launch) {
            let text = w.review_plan.replace("{n}", plan.number_symbol.as_deref().unwrap_or_default());
            found.push(item(
                "needs-person",
                text,
                format!("/plans/{}", plan.id),
                plan.title.clone().unwrap_or_default(),
            ));
        }
    }
    for stand in stands.iter().filter(|stand| stand.state != MovementState::Closed) {
        found.extend(of_movement(visitor, stand, w, language));
    }
    if may(Act::Review) {
        let n = crate::movements::formality::count(app, visitor).await?;
        if n > 0 {
            let text = crate::movements::words::words(language).formality_home.replace("{n}", &n.to_string());
            found.push(item("at-risk", text, "/movements/formality".to_owned(), String::new()));
        }
    }
    for one in crate::waves::during::waiting(app, visitor, language).await? {
        found.push(item(one.class, one.text, one.address, one.note));
    }
    for one in crate::inspections::waiting(app, visitor, language).await? {
        found.push(item(one.class, one.text, one.address, one.note));
    }
    for one in crate::registrations::waiting(app, visitor, language).await? {
        found.push(item(one.class, one.text, one.address, one.note));
    }
    for one in crate::reporting::waiting(app, visitor, language).await? {
        found.push(item(one.class, one.text, one.address, one.note));
    }
    for one in crate::tasks::home::waiting(app, visitor, language).await? {
        found.push(item(one.class, one.text, one.address, one.note));
    }
    Ok(found)
}

/// The first steps of an installation or of a unit.
async fn beginning(
    app: &App,
    visitor: &Visitor,
    plans: &[PlanLine],
    above: &Cards,
    w: &'static Words,
) -> Result<Vec<Item>, Refusal> {
    let may = |act| visitor.actor.may(act);
    let mut found = Vec::new();
    if may(Act::ManageUnits) {
        if !app.store.has_units().await? {
            found.push(item("needs-person", w.first_unit.to_owned(), "/units".to_owned(), String::new()));
        } else if app.store.accounts().await?.len() < 2 {
            found.push(item("needs-person", w.first_account.to_owned(), "/accounts".to_owned(), String::new()));
        }
    }
    if may(Act::PreparePlan) && plans.is_empty() {
        // a unit below makes its plan from the plan above
        let (text, address) =
            above.to_derive().unwrap_or_else(|| (w.first_plan.to_owned(), "/plans#bring-in".to_owned()));
        found.push(item("needs-person", text, address, String::new()));
    }
    Ok(found)
}

/// Figures that are missing or ask a person, and the final report.
fn of_movement(visitor: &Visitor, stand: &Stand, w: &'static Words, language: Language) -> Vec<Item> {
    let may = |act| visitor.actor.may(act);
    let c = crate::face::words::words(language);
    let name = stand.plan.number_symbol.clone().unwrap_or_default();
    let leaves = || stand.now.rows.iter().filter(|row| row.judgement.is_some());
    let missing = leaves().filter(|row| row.figure == Figure::NotEntered).count();
    let asks =
        leaves().filter(|row| row.figure != Figure::NotEntered && row.status == Some(Status::NeedsPerson)).count();
    let table = format!("/movements/{}/targets", stand.movement_id);
    let at = show::period(stand.now.period, c).to_owned();
    let say = |text: &str, n: usize| text.replace("{n}", &n.to_string()).replace("{plan}", &name);
    let mut found = Vec::new();
    if missing > 0 && may(Act::ReportFigure) && stand.state.takes_figures() {
        found.push(item("not-begun", say(w.missing, missing), table.clone(), at.clone()));
    }
    if asks > 0 && may(Act::SetReference) {
        found.push(item("needs-person", say(w.confirm, asks), table, at));
    }
    if stand.state == MovementState::FinalReview && may(Act::Review) {
        let address = format!("/movements/{}/report", stand.movement_id);
        found.push(item("on-track", say(w.report, 0), address, stand.plan.title.clone().unwrap_or_default()));
    }
    found
}
