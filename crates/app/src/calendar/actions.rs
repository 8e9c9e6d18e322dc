//! What is done in the calendar: secret addresses, and decisions on the free days of a year.

use crate::App;
use crate::face::Visitor;
use crate::signing_in::secrets;
use thidua_domain::calendar::holidays::Decision;
use thidua_domain::calendar::occasions::Occasion;
use thidua_store::audit::Entry;
use thidua_store::{Author, StoreError};

/// Gives an account a secret address; the secret of it, which is shown once and kept nowhere.
pub(super) async fn give_address(app: &App, visitor: &Visitor) -> Result<String, StoreError> {
    let secret = secrets::token();
    let change = app.store.change(visitor.author((app.clock)())).await?;
    change.give_calendar_address(&visitor.actor.account_id, &secrets::hash(&secret)).await?;
    change.commit(of_account(visitor, "calendar.address-given")).await?;
    Ok(secret)
}

/// Ends the secret address of an account.
pub(super) async fn end_address(app: &App, visitor: &Visitor) -> Result<(), StoreError> {
    let change = app.store.change(visitor.author((app.clock)())).await?;
    change.end_calendar_address(&visitor.actor.account_id).await?;
    change.commit(of_account(visitor, "calendar.address-ended")).await
}

fn of_account(visitor: &Visitor, act: &'static str) -> Entry {
    let account = visitor.actor.account_id.clone();
    Entry { unit_id: visitor.actor.unit_id.clone(), act, subject: "account", subject_id: account, detail: None }
}

/// Enters a decision on the free days of a year for an authority and those below it.
pub(super) async fn decide_year(
    app: &App,
    author: Author,
    unit_id: &str,
    decision: &Decision,
) -> Result<(), StoreError> {
    let change = app.store.change(author).await?;
    let id = change.decide_year(Some(unit_id), decision).await?;
    let detail = Some(format!("{}: {}", decision.year, decision.document));
    change.commit(of_year(unit_id, "year.decided", &id, detail)).await
}

/// Withdraws a decision that was entered by mistake.
pub(super) async fn withdraw_decision(
    app: &App,
    author: Author,
    unit_id: &str,
    id: &str,
) -> Result<(), StoreError> {
    let change = app.store.change(author).await?;
    change.withdraw_decision(id).await?;
    change.commit(of_year(unit_id, "year.withdrawn", id, None)).await
}

fn of_year(unit_id: &str, act: &'static str, id: &str, detail: Option<String>) -> Entry {
    Entry { unit_id: Some(unit_id.to_owned()), act, subject: "year", subject_id: id.to_owned(), detail }
}

/// Adds an occasion of an authority's own.
pub(super) async fn add_occasion(
    app: &App,
    author: Author,
    unit_id: &str,
    occasion: &Occasion,
) -> Result<(), StoreError> {
    let change = app.store.change(author).await?;
    let id = change.add_occasion(unit_id, occasion).await?;
    change.commit(of_occasion(unit_id, "occasion.added", &id, Some(occasion.name.vi.clone()))).await
}

/// Takes an occasion out of the coming calendars.
pub(super) async fn withdraw_occasion(
    app: &App,
    author: Author,
    unit_id: &str,
    id: &str,
) -> Result<(), StoreError> {
    let change = app.store.change(author).await?;
    change.withdraw_occasion(id).await?;
    change.commit(of_occasion(unit_id, "occasion.withdrawn", id, None)).await
}

fn of_occasion(unit_id: &str, act: &'static str, id: &str, detail: Option<String>) -> Entry {
    Entry { unit_id: Some(unit_id.to_owned()), act, subject: "occasion", subject_id: id.to_owned(), detail }
}
