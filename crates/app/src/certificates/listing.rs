//! The lists of a decision that was issued: who signs for what is handed over, and by which the prize money is paid.

use super::station::{List, list};
use super::words::words;
use crate::App;
use crate::face::{Answer, Refusal, Visitor};
use crate::forms::Asked;
use crate::reports::letterhead;
use axum::extract::{Path, State};
use thidua_domain::basics::{Amount, Language};
use thidua_domain::units::Unit;
use thidua_paper::forms::prize_list::{Prize, PrizeList};
use thidua_paper::forms::receipt_list::{Receipt, ReceiptList};
use thidua_paper::forms::{DocumentReference, Letterhead, prize_list, receipt_list};
use thidua_paper::write::OfficialDocument;
use thidua_paper::write::document::Signature;
use thidua_store::honours::{Honour, Standing};

const VI: Language = Language::Vietnamese;

/// The forms that are printed from a decision.
pub(crate) const FORMS: &[&str] = &["receipt_list", "prize_list"];

/// `GET /decisions/{id}/forms/{file}`.
pub(crate) async fn paper(
    State(app): State<App>,
    visitor: Visitor,
    Path((id, file)): Path<(String, String)>,
) -> Answer {
    let asked = Asked::of(&file, FORMS)?;
    let list = list(&app, &visitor, &id).await?;
    let unit = app.store.unit(&list.decision.unit_id).await?.ok_or(Refusal::NotFound)?;
    let document = match asked.form.code {
        "receipt_list" => receipts(&app, &list, &unit).await?,
        _ => prizes(&app, &list, &unit).await?,
    };
    asked.send(&app, document, list.decision.number.as_deref().unwrap_or_default()).await
}

/// The honours that stand, in the order of the ceremony.
fn standing(list: &List) -> impl Iterator<Item = &Honour> {
    let honours = list.certified.iter().filter_map(|one| list.honours.get(&one.honour_id));
    honours.filter(|honour| honour.standing == Standing::Valid)
}

fn who(honour: &Honour) -> String {
    let whom = &honour.whom;
    // a unit that was honoured is not told to be of itself
    let of_unit = if whom.of_unit == whom.name { "" } else { whom.of_unit.as_str() };
    let parts = [whom.post.as_deref().unwrap_or_default(), of_unit];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

fn reference(list: &List, unit: &Unit) -> Option<DocumentReference> {
    list.decision.number.as_ref().map(|number| DocumentReference {
        number_symbol: Some(number.clone()),
        date: list.decision.dated.map(letterhead::issue_date),
        issuer: Some(unit.name.clone()),
    })
}

async fn head(app: &App, list: &List, unit: &Unit) -> Result<Letterhead, Refusal> {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let of_unit = letterhead::of_unit(app, unit, "").await?;
    // who signed the decision signs its lists
    let signature = match &list.decision.signer_title {
        Some(_) => Signature {
            authority_form: None,
            post: text(&list.decision.signer_title),
            name: list.decision.signer_name.clone(),
        },
        None => of_unit.signature.clone(),
    };
    Ok(Letterhead { symbol_hint: None, recipients: Vec::new(), signature, ..of_unit })
}

fn mark(list: &List) -> Option<String> {
    let invented = list.decision.illustrative || standing(list).any(|honour| honour.illustrative);
    invented.then(|| words(VI).mark_sample.to_owned())
}

async fn receipts(app: &App, list: &List, unit: &Unit) -> Result<OfficialDocument, Refusal> {
    let mut lines = Vec::new();
    for honour in standing(list) {
        let item = crate::decisions::item(app, honour, VI).await?;
        lines.push(Receipt {
            name: honour.whom.name.clone(),
            who: who(honour),
            award: honour.award_name.clone(),
            items: item.unwrap_or_else(|| words(VI).certificate.to_owned()),
            money: honour.paid.as_ref().and_then(|paid| u64::try_from(paid.amount).ok()).filter(|sum| *sum > 0),
        });
    }
    Ok(receipt_list::document(&ReceiptList {
        letterhead: head(app, list, unit).await?,
        ceremony: list.decision.title.clone(),
        decision: reference(list, unit),
        lines,
        made_by: Some(Signature { authority_form: None, post: String::new(), name: None }),
        mark: mark(list),
    }))
}

/// `0,3`, or `0,3 × 2` where a collective has more than one.
fn multiple(multiple: i64, factor: i64) -> String {
    let number = |n: i64| Amount::from_ten_thousandths(n).vietnamese();
    if factor == 10_000 { number(multiple) } else { format!("{} × {}", number(multiple), number(factor)) }
}

async fn prizes(app: &App, list: &List, unit: &Unit) -> Result<OfficialDocument, Refusal> {
    let w = words(VI);
    let paid = || standing(list).filter_map(|honour| Some((honour, honour.paid.as_ref()?)));
    let lines = paid().map(|(honour, paid)| Prize {
        name: honour.whom.name.clone(),
        who: who(honour),
        award: honour.award_name.clone(),
        multiple: multiple(paid.multiple, paid.factor),
        sum: u64::try_from(paid.amount).unwrap_or_default(),
    });
    let base = paid().map(|(_, paid)| paid.base_salary).next().unwrap_or_default();
    Ok(prize_list::document(&PrizeList {
        letterhead: head(app, list, unit).await?,
        occasion: list.decision.title.clone(),
        decision: reference(list, unit),
        base_salary: u64::try_from(base).unwrap_or_default(),
        source: w.paid_from.replace("{unit}", &unit.name),
        lines: lines.collect(),
        accountant: Some(Signature { authority_form: None, post: w.accountant.to_owned(), name: None }),
        mark: mark(list),
    }))
}
