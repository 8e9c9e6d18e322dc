//! The free days of the years: what is on file, by which document, and the form that adds the notice of a year.

use super::actions;
use super::pages::{View, Wanted};
use super::words::{self, Words};
use crate::App;
use crate::face::forms::{Field, Input, Reader, Typed};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor};
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use chrono::{Datelike, NaiveDate, Weekday};
use thidua_domain::access::Act;
use thidua_domain::basics::Language;
use thidua_domain::basics::date::{read_date, short};
use thidua_domain::calendar::holidays::{DECISIONS, Decision, Holiday, LAW, Mark, Swap};
use thidua_domain::calendar::lunar;
use thidua_domain::calendar::working_days::Day;
use thidua_store::calendar::Entered;

struct Document {
    name: String,
    how: String,
    /// Set where this person may withdraw it.
    id: Option<String>,
}

struct Row {
    year: i32,
    /// What is not confirmed; empty when everything is.
    open: Vec<String>,
    days: Vec<String>,
    documents: Vec<Document>,
}

struct Basis {
    name: String,
    article: String,
    mark: &'static str,
}

#[derive(Template)]
#[template(path = "calendar/years.html")]
struct YearsPage {
    f: Frame,
    w: &'static Words,
    rows: Vec<Row>,
    law: Vec<Basis>,
    may_decide: bool,
    fields: Vec<Field>,
    refused: bool,
}

/// `GET /calendar/years`.
pub(crate) async fn show(State(app): State<App>, caller: Caller, visitor: Visitor) -> Answer {
    render(&app, &caller, &visitor, None).await
}

fn fields(year: i32, w: &'static Words) -> Vec<Field> {
    vec![
        Field::new("year", w.year, Input::Number, year.to_string()),
        Field::new("document", w.document, Input::Line, "").hint(w.document_hint),
        Field::new("tet_from", w.tet_from, Input::Day, "").hint(w.tet_hint),
        Field::new("tet_to", w.tet_to, Input::Day, ""),
        Field::new("beside", w.beside, Input::Day, ""),
        Field::new("swaps", w.swaps, Input::Text, "").hint(w.swaps_hint),
        Field::new("free", w.free, Input::Text, "").hint(w.free_hint),
        Field::new("complete", w.complete, Input::Tick, ""),
    ]
}

async fn render(app: &App, caller: &Caller, visitor: &Visitor, marked: Option<Vec<Field>>) -> Answer {
    let w = words::words(caller.preferences.language);
    let view = View::of(app, visitor, &Wanted::default()).await?;
    let entered = app.store.year_decisions(&view.path).await?;
    let own = app.own_unit(visitor, Act::ManageWaves, None).await.ok();
    let this_year = view.today.year();
    let mut years: Vec<i32> = (this_year - 1..=this_year + 2).collect();
    years.extend(DECISIONS.iter().map(|one| one.year).chain(entered.iter().map(|one| one.decision.year)));
    years.sort();
    years.dedup();
    years.reverse();
    let rows = years
        .into_iter()
        .map(|year| row(year, &view, &entered, own.as_deref(), caller.preferences.language))
        .collect();
    let basis = |one: &Holiday| Basis {
        name: one.name.in_language(caller.preferences.language).to_owned(),
        article: format!("{}, {}", one.document, one.article),
        mark: mark(one.mark, w),
    };
    let refused = marked.is_some();
    let template = YearsPage {
        f: Frame::new(caller, Place::Calendar),
        rows,
        law: LAW.iter().map(basis).collect(),
        may_decide: own.is_some(),
        fields: marked.unwrap_or_else(|| fields(this_year + 1, w)),
        refused,
        w,
    };
    crate::face::frame::returned(&template, false, refused)
}

fn mark(mark: Mark, w: &'static Words) -> &'static str {
    match mark {
        Mark::Verified => "",
        Mark::Secondary => w.mark_secondary,
        Mark::Unverified => w.mark_unverified,
    }
}

fn row(year: i32, view: &View, entered: &[Entered], own: Option<&str>, language: Language) -> Row {
    let w = words::words(language);
    let special = view.calendar.special_days(year).into_iter().filter_map(|(date, what)| match what {
        Day::WorkedInstead => Some(format!("+{}", show_day(date))),
        _ if matches!(date.weekday(), Weekday::Sat | Weekday::Sun) => None,
        _ => Some(show_day(date)),
    });
    let mine = entered.iter().filter(|one| one.decision.year == year).map(|one| Document {
        name: one.decision.document.clone(),
        how: w
            .entered_by
            .replace("{who}", &one.account_name)
            .replace("{day}", &short(crate::local_date(one.entered_at))),
        id: (one.unit_id.as_deref().is_some() && one.unit_id.as_deref() == own).then(|| one.id.clone()),
    });
    let shipped = DECISIONS.iter().filter(|one| one.year == year).map(|one| {
        let parts = [w.shipped, mark(one.mark, w)];
        Document {
            name: one.document.clone(),
            how: parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; "),
            id: None,
        }
    });
    let documents: Vec<Document> = mine.chain(shipped).collect();
    let doubts = super::month::bounds(year).map(|(first, last)| view.calendar.doubts(first, last));
    let open = super::countdown::doubts(&doubts.unwrap_or_default(), language);
    Row { year, open, days: special.collect(), documents }
}

fn show_day(date: NaiveDate) -> String {
    let whole = short(date);
    whole.rsplit_once('/').map_or(whole.clone(), |(day, _)| day.to_owned())
}

/// `POST /calendar/years`.
pub(crate) async fn decide(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Form(typed): Form<Typed>,
) -> Answer {
    let unit = app.own_unit(&visitor, Act::ManageWaves, None).await?;
    let w = words::words(caller.preferences.language);
    let mut reader = Reader::new(&typed, crate::face::words::words(caller.preferences.language));
    let decision = read(&typed, &mut reader, w);
    if !reader.fine() {
        let fields = reader.mark(fields(decision.year, w));
        return render(&app, &caller, &visitor, Some(fields)).await;
    }
    actions::decide_year(&app, visitor.author((app.clock)()), &unit, &decision).await?;
    go("/calendar/years?done=saved")
}

fn read(typed: &Typed, reader: &mut Reader<'_>, w: &'static Words) -> Decision {
    let year = typed.get("year").and_then(|year| year.trim().parse::<i32>().ok());
    let year = year.filter(|year| (2013..=2100).contains(year));
    if year.is_none() {
        reader.problem("year", w.bad_year);
    }
    let year = year.unwrap_or_default();
    let document = reader.required("document");
    let tet = match (reader.day("tet_from"), reader.day("tet_to")) {
        (None, None) => None,
        (Some(first), Some(last)) if is_tet(year, first, last) => Some((first, last)),
        _ => {
            reader.problem("tet_from", w.bad_tet);
            None
        }
    };
    let beside = reader.day("beside");
    if beside.is_some_and(|day| !(day.year() == year && day.month() == 9 && [1, 3].contains(&day.day()))) {
        reader.problem("beside", w.bad_beside);
    }
    let (mut swaps, mut free) = (Vec::new(), Vec::new());
    for line in lines(reader.text("swaps")) {
        match swap(&line, year) {
            Some(swap) => swaps.push(swap),
            None => reader.problem("swaps", w.bad_swap.replace("{line}", &line)),
        }
    }
    for line in lines(reader.text("free")) {
        match read_date(&line).ok().filter(|day| day.year() == year) {
            Some(day) => free.push(day),
            None => reader.problem("free", w.bad_free.replace("{line}", &line)),
        }
    }
    let complete = reader.tick("complete");
    if reader.fine() && !complete && tet.is_none() && beside.is_none() && swaps.is_empty() && free.is_empty() {
        reader.problem("tet_from", w.nothing);
    }
    Decision { year, tet, beside_national_day: beside, swaps, free, complete, document, mark: Mark::Verified }
}

fn lines(text: Option<String>) -> Vec<String> {
    text.unwrap_or_default().lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}

/// Five days in a row that hold the first day of the lunar year.
fn is_tet(year: i32, first: NaiveDate, last: NaiveDate) -> bool {
    let new_year = lunar::new_year(year);
    (last - first).num_days() == 4 && new_year.is_some_and(|day| first <= day && day <= last)
}

fn swap(line: &str, year: i32) -> Option<Swap> {
    let (off, work) = line.split_once('|')?;
    let (off, work) = (read_date(off).ok()?, read_date(work).ok()?);
    let rest = |day: NaiveDate| matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    (off.year() == year && work.year() == year && !rest(off) && rest(work)).then_some(Swap { off, work })
}

/// `POST /calendar/years/{id}/withdraw`.
pub(crate) async fn withdraw(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    let unit = app.store.decision_unit(&id).await?.flatten().ok_or(Refusal::NotFound)?;
    app.require(&visitor, Act::ManageWaves, &unit).await?;
    actions::withdraw_decision(&app, visitor.author((app.clock)()), &unit, &id).await?;
    go("/calendar/years?done=saved")
}
