//! `/fund`: what came in, what each decision (of an authority above each honour) asks and what was paid for it, what is left.

use super::words::{Words, words};
use crate::App;
use crate::awards::labels::vnd;
use crate::commendation::tabs::{Tab, frame};
use crate::decisions::by_ground;
use crate::face::forms::{Field, Input};
use crate::face::{Answer, Caller, Frame, Refusal, Visitor, page, show as shown};
use crate::office::forms::{Came, FormView, answered};
use crate::office::{reach, words as office};
use askama::Template;
use axum::extract::{Query, State};
use chrono::Datelike;
use serde::Deserialize;
use thidua_domain::access::Act;
use thidua_store::fund::{DecidedMoney, EntryKind, FundEntry, MoneyBy};

/// What an address may ask for.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    year: String,
    unit: String,
}

struct DecisionRow {
    address: String,
    number: String,
    /// Who decided above, and for whom.
    above: Option<String>,
    day: String,
    revocation: bool,
    due: String,
    entered: String,
    left: String,
}

struct EntryRow {
    day: String,
    kind: &'static str,
    says: String,
    note: String,
    amount: String,
    /// By which decision, or for which honour: address and number.
    by: Option<(String, String)>,
    /// Where it is set right.
    correct: Option<String>,
}

#[derive(Template)]
#[template(path = "fund/page.html")]
struct FundPage {
    f: Frame,
    w: &'static Words,
    o: &'static office::Words,
    unit: Option<String>,
    year: i64,
    years: Vec<i64>,
    bad_year: bool,
    /// What, how much, and where it comes from.
    ledger: Vec<(&'static str, String, String)>,
    decisions: Vec<DecisionRow>,
    entries: Vec<EntryRow>,
    form: Option<FormView>,
    open: bool,
}

pub(super) fn kind(kind: EntryKind, w: &'static Words) -> &'static str {
    match kind {
        EntryKind::Receipt => w.kind_receipt,
        EntryKind::Payment => w.kind_payment,
        EntryKind::Recovery => w.kind_recovery,
    }
}

/// `GET /fund`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Answer {
    let typed = asked.year.trim();
    let today = i64::from(reach::today(&app).year());
    let year = typed.parse::<i64>().ok().filter(|year| (1930..=2100).contains(year));
    let bad_year = !typed.is_empty() && year.is_none();
    let unit = match asked.unit.as_str() {
        "" => {
            let first =
                |act| visitor.actor.units(act).and_then(|units| units.first().map(|unit| (*unit).to_owned()));
            first(Act::ManageFund).or_else(|| first(Act::Look))
        }
        unit => Some(unit.to_owned()),
    };
    if let Some(unit) = &unit {
        app.require(&visitor, Act::Look, unit).await?;
    }
    render(&app, &caller, &visitor, unit.as_deref(), year.unwrap_or(today), bad_year, None).await
}

/// What the decisions of a year ask of a unit's fund.
pub(super) async fn decided(app: &App, unit_id: &str, year: i64) -> Result<Vec<DecidedMoney>, Refusal> {
    let found = app.store.money_of_decisions(unit_id, year).await?;
    Ok(found.into_iter().map(by_ground).collect())
}

/// Who decided above, and for whom; none where the decision is the unit's own.
fn above(one: &DecidedMoney, w: &'static Words) -> Option<String> {
    match &one.by {
        MoneyBy::Decision(_) => None,
        MoneyBy::Honour { issuer, name, .. } => {
            Some(w.decision_above.replace("{issuer}", issuer).replace("{name}", name))
        }
    }
}

/// The fields of an entry.
pub(super) fn fields(open: &[DecidedMoney], app: &App, year: i64, w: &'static Words) -> Vec<Field> {
    let kinds = EntryKind::ALL.iter().map(|one| (one.code(), kind(*one, w))).collect();
    let mut choices = vec![(String::new(), w.decision_none.to_owned())];
    for one in open.iter().filter(|one| one.left() > 0) {
        let number = match above(one, w) {
            Some(of) => format!("{} {of}", one.number),
            None => one.number.clone(),
        };
        let says = w.decision_left.replace("{n}", &number).replace("{left}", &vnd(one.left()));
        choices.push((one.by.id().to_owned(), says));
    }
    let today = reach::today(app);
    let day = if i64::from(today.year()) == year { shown::day(Some(today)) } else { String::new() };
    vec![
        Field::new("kind", w.kind, Input::Choice(kinds), EntryKind::Receipt.code()),
        Field::new("amount", w.amount, Input::Number, ""),
        Field::new("dated", w.dated, Input::Day, day),
        Field::new("says", w.says, Input::Line, ""),
        Field::new("number", w.number, Input::Line, ""),
        Field::new("decision", w.decision, Input::List(choices), ""),
    ]
}

fn sum(entries: &[FundEntry], kind: EntryKind) -> i64 {
    entries.iter().filter(|one| one.kind == kind).map(|one| one.amount).sum()
}

pub(super) async fn render(
    app: &App,
    caller: &Caller,
    visitor: &Visitor,
    unit_id: Option<&str>,
    year: i64,
    bad_year: bool,
    marked: Option<FormView>,
) -> Answer {
    let language = caller.preferences.language;
    let w = words(language);
    let came = marked.as_ref().map_or(Came::Fresh, |form| form.came);
    let Some(unit_id) = unit_id else {
        let template = FundPage {
            f: frame(caller, Tab::Fund),
            w,
            o: office::words(language),
            unit: None,
            year,
            years: Vec::new(),
            bad_year,
            ledger: Vec::new(),
            decisions: Vec::new(),
            entries: Vec::new(),
            form: None,
            open: false,
        };
        return page(&template);
    };
    let unit = app.store.unit(unit_id).await?.ok_or(Refusal::NotFound)?;
    let manages = app.may(visitor, Act::ManageFund, unit_id).await?;
    let entries = app.store.fund_entries(unit_id, year).await?;
    let decided = decided(app, unit_id, year).await?;
    let open = |kind: &str| -> i64 { decided.iter().filter(|one| one.kind == kind).map(DecidedMoney::left).sum() };
    let ledger = vec![
        (w.carried, vnd(app.store.fund_balance(unit_id, year - 1).await?), format!("/fund?year={}", year - 1)),
        (w.receipts, vnd(sum(&entries, EntryKind::Receipt)), "#entries".to_owned()),
        (w.recoveries, vnd(sum(&entries, EntryKind::Recovery)), "#entries".to_owned()),
        (w.payments, vnd(sum(&entries, EntryKind::Payment)), "#entries".to_owned()),
        (w.balance, vnd(app.store.fund_balance(unit_id, year).await?), "#entries".to_owned()),
        (w.owed, vnd(open("award")), "#decisions".to_owned()),
        (w.to_recover, vnd(open("revocation")), "#decisions".to_owned()),
    ];
    let corrected: Vec<&String> = entries.iter().filter_map(|one| one.corrects_id.as_ref()).collect();
    let by = |one: &FundEntry| {
        let decision = one.decision_id.as_ref().map(|id| (id, format!("/decisions/{id}")));
        let (id, address) = decision.or_else(|| one.honour_id.as_ref().map(|id| (id, format!("/honours/{id}"))))?;
        let known = decided.iter().find(|of| of.by.id() == id).map(|of| of.number.clone());
        Some((address, known.unwrap_or_else(|| w.col_decision.to_owned())))
    };
    let row = |one: &FundEntry| {
        let again = corrected.contains(&&one.id);
        let mark = match (again, &one.corrects_id) {
            (true, _) => w.corrected,
            (false, Some(_)) => w.corrects,
            (false, None) => "",
        };
        let note = [one.number.clone().unwrap_or_default(), mark.to_owned(), one.account_name.clone()];
        EntryRow {
            day: shown::day(Some(one.dated)),
            kind: kind(one.kind, w),
            says: one.says.clone(),
            note: note.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; "),
            amount: vnd(one.amount),
            by: by(one),
            correct: (manages && !again && one.corrects_id.is_none()).then(|| format!("/fund/{}/correct", one.id)),
        }
    };
    let mut years = app.store.fund_years(unit_id).await?;
    years.retain(|one| *one != year);
    let fresh = manages.then(|| FormView::new("/fund", year, fields(&decided, app, year, w), w.add));
    let template = FundPage {
        f: frame(caller, Tab::Fund).with_sample(!entries.is_empty() && entries.iter().all(|one| one.illustrative)),
        o: office::words(language),
        unit: Some(unit.name),
        year,
        years,
        bad_year,
        ledger,
        entries: entries.iter().map(row).collect(),
        decisions: decided
            .iter()
            .filter(|one| one.due > 0 || one.entered != 0)
            .map(|one| DecisionRow {
                address: match &one.by {
                    MoneyBy::Decision(id) => format!("/decisions/{id}"),
                    MoneyBy::Honour { id, .. } => format!("/honours/{id}"),
                },
                above: above(one, w),
                number: one.number.clone(),
                day: shown::day(Some(one.dated)),
                revocation: one.kind == "revocation",
                due: vnd(one.due),
                entered: vnd(one.entered),
                left: vnd(one.left()),
            })
            .collect(),
        open: came != Came::Fresh,
        form: marked.or(fresh),
        w,
    };
    answered(page(&template), came)
}
