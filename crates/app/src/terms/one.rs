//! One term: each target with its steps, results, what has come so far and what is missing.

use super::list::{entry, fields, read};
use super::words::{Words, words};
use crate::App;
use crate::face::forms::{Input, Reader, placed};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Frame, Refusal, Visitor, page, show as shown};
use crate::office::forms::{Came, FormView, answered, beside};
use crate::office::receiving::receive;
use crate::office::tabs::{Tab, frame};
use crate::office::words as office;
use askama::Template;
use axum::extract::{Path, Request, State};
use std::collections::HashMap;
use thidua_domain::access::Act;
use thidua_domain::basics::Amount;
use thidua_domain::targets::Comparator;
use thidua_domain::terms::{Asked, Method, View, Year, view};
use thidua_store::StoreError;
use thidua_store::terms::{Term, TermTarget};

struct YearRow {
    year: i32,
    planned: String,
    actual: String,
    so_far: String,
    class: &'static str,
    status: &'static str,
    /// Where the result stands: address and name, or in words.
    target: Option<(String, String)>,
    source: String,
}

struct TargetView {
    id: String,
    name: String,
    asked: String,
    method: &'static str,
    so_far: String,
    remaining: String,
    class: &'static str,
    status: &'static str,
    gaps: String,
    years: Vec<YearRow>,
    withdrawn: Option<String>,
}

#[derive(Template)]
#[template(path = "terms/one.html")]
struct OnePage {
    f: Frame,
    w: &'static Words,
    o: &'static office::Words,
    id: String,
    name: String,
    unit_id: String,
    unit: String,
    years: String,
    source: String,
    targets: Vec<TargetView>,
    may_write: bool,
    form: Option<FormView>,
}

/// How a target of a term stands.
pub(super) fn view_of(target: &TermTarget, term: &Term) -> View {
    let years: Vec<Year> = target
        .years
        .iter()
        .map(|one| Year { year: one.year, planned: one.planned, actual: one.actual() })
        .collect();
    view(&target.asked, &years, term.years.1)
}

/// `từ 60 % trở lên`.
pub(super) fn asked(of: &Asked, unit: Option<&str>) -> String {
    let value = of.value.map(Amount::vietnamese).unwrap_or_default();
    let sign = match of.comparator {
        Comparator::AtLeast => "≥ ",
        Comparator::MoreThan => "> ",
        Comparator::AtMost => "≤ ",
        Comparator::LessThan => "< ",
        _ => "",
    };
    format!("{sign}{value} {}", unit.unwrap_or_default()).trim().to_owned()
}

pub(super) fn method(of: Method, w: &'static Words) -> &'static str {
    match of {
        Method::Level => w.m_level,
        Method::Sum => w.m_sum,
    }
}

/// The term of an address, if this person may do this to it.
pub(super) async fn term_for(app: &App, visitor: &Visitor, id: &str, act: Act) -> Result<Term, Refusal> {
    let term = app.store.term(id).await?.ok_or(Refusal::NotFound)?;
    app.require(visitor, act, &term.unit_id).await?;
    Ok(term)
}

/// `GET /terms/{id}`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    let term = term_for(&app, &visitor, &id, Act::Look).await?;
    let w = words(caller.preferences.language);
    let may = app.may(&visitor, Act::PreparePlan, &term.unit_id).await?;
    let form = may.then(|| form(&term, w));
    render(&app, &caller, &visitor, &term, form).await
}

fn form(term: &Term, w: &'static Words) -> FormView {
    let fields = placed(fields(Some(term), w), "term");
    FormView::new(format!("/terms/{}", term.id), term.version, fields, w.correct)
}

/// Names of the yearly targets that are linked, with the numbers of their plans; and whether one of them is a sample.
async fn linked(app: &App, targets: &[TermTarget]) -> Result<(HashMap<String, String>, bool), Refusal> {
    let mut names = HashMap::new();
    let mut sample = false;
    for id in targets.iter().flat_map(|one| &one.years).filter_map(|year| year.target_id.as_ref()) {
        if names.contains_key(id) {
            continue;
        }
        let Some((plan, target)) = app.store.target(id).await? else { continue };
        let plan = app.store.plan_line(&plan).await?;
        sample = sample || plan.as_ref().is_some_and(|plan| plan.illustrative);
        let number = plan.and_then(|plan| plan.number_symbol).unwrap_or_default();
        names.insert(id.clone(), format!("{} ({number})", target.draft.name));
    }
    Ok((names, sample))
}

async fn render(app: &App, caller: &Caller, visitor: &Visitor, term: &Term, form: Option<FormView>) -> Answer {
    let language = caller.preferences.language;
    let w = words(language);
    let c = crate::face::words::words(language);
    let came = form.as_ref().map_or(Came::Fresh, |form| form.came);
    let targets = app.store.term_targets(&term.id).await?;
    let (names, sample) = linked(app, &targets).await?;
    let of = |one: &TermTarget| {
        let stands = view_of(one, term);
        let unit = one.unit_of.as_deref().unwrap_or_default();
        let with_unit = |amount: Option<Amount>| {
            amount.map(|amount| format!("{} {unit}", amount.vietnamese()).trim().to_owned())
        };
        let years = stands.years.iter().zip(one.years.iter()).map(|(stood, kept)| YearRow {
            year: stood.year.year,
            planned: shown::amount(stood.year.planned),
            actual: shown::amount(stood.year.actual),
            so_far: if stood.year.actual.is_some() { shown::amount(stood.so_far) } else { String::new() },
            class: stood.status.map_or("", |status| status.code()),
            status: stood.status.map_or("", |status| shown::status(Some(status), c)),
            target: kept
                .target_id
                .as_ref()
                .map(|id| (format!("/targets/{id}?period=Y"), names.get(id).cloned().unwrap_or_default())),
            source: kept.source.clone().unwrap_or_default(),
        });
        let gaps = stands.gaps.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        TargetView {
            id: one.id.clone(),
            name: one.name.clone(),
            asked: asked(&one.asked, one.unit_of.as_deref()),
            method: method(one.asked.method, w),
            so_far: with_unit(stands.so_far).unwrap_or_else(|| w.not_entered.to_owned()),
            remaining: match (stands.so_far, stands.remaining) {
                (None, _) => String::new(),
                (Some(_), remaining) => with_unit(remaining).unwrap_or_else(|| w.nothing_missing.to_owned()),
            },
            class: stands.status.map_or("needs-person", |status| status.code()),
            status: shown::status(stands.status.or(Some(thidua_domain::targets::Status::NeedsPerson)), c),
            gaps: if gaps.is_empty() { gaps } else { w.gaps.replace("{years}", &gaps) },
            years: years.collect(),
            withdrawn: one.withdrawn.clone(),
        }
    };
    let template = OnePage {
        f: frame(caller, Tab::Terms)
            .with_sample(sample || crate::office::reach::runs_on_samples(app, &term.unit_id).await?),
        o: office::words(language),
        id: term.id.clone(),
        name: term.name.clone(),
        unit: app.store.unit(&term.unit_id).await?.map(|unit| unit.name).unwrap_or_default(),
        unit_id: term.unit_id.clone(),
        years: format!("{}-{}", term.years.0, term.years.1),
        source: term.source.clone(),
        targets: targets.iter().map(of).collect(),
        may_write: app.may(visitor, Act::PreparePlan, &term.unit_id).await?,
        form,
        w,
    };
    answered(page(&template), came)
}

/// `POST /terms/{id}`.
pub(crate) async fn correct(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    request: Request,
) -> Answer {
    let before = term_for(&app, &visitor, &id, Act::PreparePlan).await?;
    let language = caller.preferences.language;
    let (w, o) = (words(language), office::words(language));
    let sent = receive(&app, request, o).await?;
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(language));
    let read = read(&before.unit_id, &mut reader, w);
    let term = Term { id: before.id.clone(), version: sent.seen(), ..read };
    // what is written of a year does not fall out of the term behind somebody's back
    let mut outside: Vec<i32> = Vec::new();
    for target in app.store.term_targets(&id).await? {
        let years = target.years.iter().map(|one| one.year);
        outside.extend(years.filter(|year| !(term.years.0..=term.years.1).contains(year)));
    }
    outside.sort_unstable();
    outside.dedup();
    if reader.fine() && !outside.is_empty() {
        let years = outside.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        reader.problem("to", w.p_outside.replace("{years}", &years));
    }
    if !reader.fine() {
        let form = form(&before, w).back(reader, Came::Refused);
        return render(&app, &caller, &visitor, &before, Some(form)).await;
    }
    let change = app.store.change(visitor.author((app.clock)())).await?;
    match change.write_term(&term).await {
        Ok(()) => {
            change.commit(entry(&term, "term.written", format!("{} ({})", term.name, term.source))).await?;
            go(format!("/terms/{id}?done=saved"))
        }
        Err(StoreError::ChangedMeanwhile) => {
            drop(change);
            let newest = term_for(&app, &visitor, &id, Act::PreparePlan).await?;
            let form = form(&newest, w);
            beside(&mut reader, &form.fields, o);
            render(&app, &caller, &visitor, &newest, Some(form.back(reader, Came::Changed))).await
        }
        Err(other) => Err(other.into()),
    }
}
