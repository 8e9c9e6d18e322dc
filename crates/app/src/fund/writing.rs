//! Writing entries of the fund. A payment is by a decision, of the unit or of an authority above, and never more than it brought; an entry is set right by
//! an opposite one.

use super::page::{decided, fields, kind, render};
use super::words::words;
use crate::App;
use crate::awards::labels::vnd;
use crate::decisions::by_ground;
use crate::face::frame::go;
use crate::face::sent::Sent;
use crate::face::{Answer, Caller, Refusal, Visitor, show as shown};
use crate::office::forms::{Came, FormView};
use crate::office::receiving::receive;
use crate::office::{reach, words as office};
use axum::extract::{Request, State};
use chrono::{Datelike, NaiveDate};
use thidua_domain::access::Act;
use thidua_domain::basics::{Amount, Expectation, Language, Says};
use thidua_store::audit::Entry;
use thidua_store::fund::{DecidedMoney, EntryKind, FundEntry, MoneyBy};

/// Whole đồng above zero.
fn whole(amount: Option<Amount>) -> Option<i64> {
    let stored = amount?.ten_thousandths();
    (stored > 0 && stored % 10_000 == 0).then_some(stored / 10_000)
}

fn entry(act: &'static str, unit_id: &str, id: &str, detail: String) -> Entry {
    Entry {
        unit_id: Some(unit_id.to_owned()),
        act,
        subject: "fund",
        subject_id: id.to_owned(),
        detail: Some(detail),
    }
}

fn too_much(amount: i64) -> Refusal {
    let says = |language| words(language).too_much.replace("{left}", &vnd(amount));
    Refusal::Invalid(Says::new(says(Language::Vietnamese), says(Language::English)))
}

/// `POST /fund`. The year that is open stands where other forms have their version.
pub(crate) async fn add(State(app): State<App>, caller: Caller, visitor: Visitor, request: Request) -> Answer {
    let typed = receive(&app, request, office::words(caller.preferences.language)).await?.typed;
    let unit_id = app.own_unit(&visitor, Act::ManageFund, None).await?;
    let language = caller.preferences.language;
    let w = words(language);
    let year = crate::face::forms::seen(&typed);
    let decided = decided(&app, &unit_id, year).await?;
    let mut reader = crate::face::forms::Reader::new(&typed, crate::face::words::words(language));
    let chosen = reader.code("kind", EntryKind::from_code);
    let amount = reader.amount("amount", Expectation::Quantity);
    let amount = whole(amount);
    if amount.is_none() {
        reader.problem("amount", w.amount_whole);
    }
    let dated = reader.day("dated");
    match dated {
        None => _ = reader.required("dated"),
        Some(day) if day > reach::today(&app) => reader.problem("dated", w.future),
        Some(day) if i64::from(day.year()) != year => reader.problem("dated", w.other_year),
        Some(_) => {}
    }
    let says = reader.required("says");
    let number = reader.name("number");
    let of = reader.code("decision", |id| decided.iter().find(|one| one.by.id() == id).cloned());
    match (chosen, &of) {
        (Some(EntryKind::Payment), of) if of.as_ref().is_none_or(|of| of.kind != "award") => {
            reader.problem("decision", w.payment_needs);
        }
        (Some(EntryKind::Recovery), of) if of.as_ref().is_none_or(|of| of.kind != "revocation") => {
            reader.problem("decision", w.recovery_needs);
        }
        (Some(EntryKind::Receipt), Some(_)) => reader.problem("decision", w.receipt_alone),
        (Some(EntryKind::Payment), Some(of)) if of.due == 0 => reader.problem("decision", w.nothing_due),
        (Some(EntryKind::Recovery), Some(of)) if of.due == 0 => reader.problem("decision", w.nothing_back),
        _ => {}
    }
    if let (Some(of), Some(dated)) = (&of, dated)
        && dated < of.dated
    {
        reader.problem("dated", w.before_decision.replace("{day}", &shown::day(Some(of.dated))));
    }
    if let (Some(of), Some(amount)) = (&of, amount)
        && amount > of.left()
    {
        reader.problem("amount", w.too_much.replace("{left}", &vnd(of.left())));
    }
    let (Some(kind_of), Some(amount), Some(dated), true) = (chosen, amount, dated, reader.fine()) else {
        let form = FormView::new("/fund", year, fields(&decided, &app, year, w), w.add).back(reader, Came::Refused);
        return render(&app, &caller, &visitor, Some(&unit_id), year, false, Some(form)).await;
    };
    write(&app, &visitor, &unit_id, kind_of, (amount, dated), (says, number), of).await?;
    go(format!("/fund?year={year}&done=saved"))
}

async fn write(
    app: &App,
    visitor: &Visitor,
    unit_id: &str,
    kind_of: EntryKind,
    (amount, dated): (i64, NaiveDate),
    (says, number): (String, Option<String>),
    of: Option<DecidedMoney>,
) -> Result<(), Refusal> {
    let change = app.store.change(visitor.author((app.clock)())).await?;
    if let Some(of) = &of {
        // what another clerk entered or revoked meanwhile counts
        let now = change.money_by(unit_id, &of.by).await?.map(by_ground);
        let open = now.map_or(0, |one| one.left());
        if amount > open {
            return Err(too_much(open));
        }
    }
    let (decision_id, honour_id) = match of.map(|of| of.by) {
        Some(MoneyBy::Decision(id)) => (Some(id), None),
        Some(MoneyBy::Honour { id, .. }) => (None, Some(id)),
        None => (None, None),
    };
    let it = FundEntry {
        id: change.new_id(),
        unit_id: unit_id.to_owned(),
        year: i64::from(dated.year()),
        kind: kind_of,
        amount,
        dated,
        says,
        number,
        decision_id,
        honour_id,
        corrects_id: None,
        illustrative: false,
        account_name: String::new(),
        written_at: (app.clock)(),
    };
    change.add_fund_entry(&it).await?;
    let detail = format!("{} {}: {}", kind(kind_of, words(Language::Vietnamese)), vnd(amount), it.says);
    change.commit(entry("fund.written", unit_id, &it.id, detail)).await?;
    Ok(())
}

/// `POST /fund/{id}/correct`.
pub(crate) async fn correct(sent: Sent) -> Answer {
    let app = &sent.app;
    let before = app.store.fund_entry(&sent.id).await?.ok_or(Refusal::NotFound)?;
    app.require(&sent.visitor, Act::ManageFund, &before.unit_id).await?;
    let mut reader = sent.reader();
    let reason = reader.required("reason");
    let already = || {
        let says = |language| words(language).corrected_already;
        Refusal::Invalid(Says::new(says(Language::Vietnamese), says(Language::English)))
    };
    if !reader.fine() {
        let says = |language| crate::face::words::words(language).must_fill;
        return Err(Refusal::Invalid(Says::new(says(Language::Vietnamese), says(Language::English))));
    }
    if before.corrects_id.is_some() {
        return Err(already());
    }
    let change = app.store.change(sent.author()).await?;
    if change.is_corrected(&before.id).await? {
        return Err(already());
    }
    let it = FundEntry {
        id: change.new_id(),
        amount: -before.amount,
        says: format!("{}: {reason}", words(Language::Vietnamese).correct),
        corrects_id: Some(before.id.clone()),
        ..before.clone()
    };
    change.add_fund_entry(&it).await?;
    let detail = format!("{}: {reason}", before.says);
    change.commit(entry("fund.corrected", &before.unit_id, &before.id, detail)).await?;
    go(format!("/fund?year={}&done=saved", before.year))
}
