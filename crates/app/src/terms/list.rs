//! The terms of a unit, and the form that adds one.

use super::words::{Words, words};
use crate::App;
use crate::face::forms::{Field, Input, Reader};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Frame, Refusal, Visitor, page};
use crate::office::forms::{Came, FormView, answered};
use crate::office::reach;
use crate::office::receiving::receive;
use crate::office::tabs::{Tab, frame};
use crate::office::words as office;
use askama::Template;
use axum::extract::{Request, State};
use thidua_domain::access::Act;
use thidua_domain::basics::Expectation;
use thidua_domain::targets::Status;
use thidua_domain::terms::LONGEST;
use thidua_store::audit::Entry;
use thidua_store::terms::Term;

struct Row {
    id: String,
    name: String,
    unit: String,
    years: String,
    source: String,
    targets: usize,
    met: usize,
}

#[derive(Template)]
#[template(path = "terms/list.html")]
struct ListPage {
    f: Frame,
    w: &'static Words,
    o: &'static office::Words,
    rows: Vec<Row>,
    form: Option<FormView>,
}

/// The fields of a term.
pub(super) fn fields(of: Option<&Term>, w: &'static Words) -> Vec<Field> {
    let year = |year: Option<i32>| year.map(|year| year.to_string()).unwrap_or_default();
    vec![
        Field::new("name", w.name, Input::Line, of.map(|one| one.name.clone()).unwrap_or_default())
            .hint(w.name_hint),
        Field::new("from", w.from, Input::Number, year(of.map(|one| one.years.0))),
        Field::new("to", w.to, Input::Number, year(of.map(|one| one.years.1))),
        Field::new("source", w.source, Input::Line, of.map(|one| one.source.clone()).unwrap_or_default())
            .hint(w.source_hint),
    ]
}

/// Reads a year of the form.
fn year(reader: &mut Reader<'_>, name: &'static str, w: &'static Words) -> i32 {
    let typed = reader.amount(name, Expectation::Quantity).map(|amount| amount.ten_thousandths());
    let year = typed.filter(|stored| stored % 10_000 == 0).and_then(|stored| i32::try_from(stored / 10_000).ok());
    match year {
        Some(year) if (1990..=2100).contains(&year) => year,
        _ => {
            reader.problem(name, w.p_year);
            0
        }
    }
}

/// Reads a term; what is wrong stays with the reader.
pub(super) fn read(unit_id: &str, reader: &mut Reader<'_>, w: &'static Words) -> Term {
    let years = (year(reader, "from", w), year(reader, "to", w));
    if reader.fine() && years.1 < years.0 {
        reader.problem("to", w.p_order);
    } else if reader.fine() && years.1 - years.0 >= LONGEST {
        reader.problem("to", w.p_long);
    }
    Term {
        id: String::new(),
        unit_id: unit_id.to_owned(),
        name: reader.required_name("name"),
        years,
        source: reader.required("source"),
        version: 0,
    }
}

pub(super) fn entry(term: &Term, act: &'static str, detail: String) -> Entry {
    Entry {
        unit_id: Some(term.unit_id.clone()),
        act,
        subject: "unit",
        subject_id: term.unit_id.clone(),
        detail: Some(detail),
    }
}

async fn render(app: &App, caller: &Caller, visitor: &Visitor, form: Option<FormView>) -> Answer {
    let language = caller.preferences.language;
    let w = words(language);
    let came = form.as_ref().map_or(Came::Fresh, |form| form.came);
    let (mut rows, mut sample) = (Vec::new(), false);
    for unit in reach::units(app, visitor).await? {
        for term in app.store.terms_of(&unit.id).await? {
            sample = sample || reach::runs_on_samples(app, &unit.id).await?;
            let targets = app.store.term_targets(&term.id).await?;
            let counted: Vec<_> = targets.iter().filter(|one| one.withdrawn.is_none()).collect();
            let reached = |one: &&&thidua_store::terms::TermTarget| {
                matches!(super::one::view_of(one, &term).status, Some(Status::Met | Status::Exceeded))
            };
            rows.push(Row {
                years: format!("{}-{}", term.years.0, term.years.1),
                met: counted.iter().filter(reached).count(),
                targets: counted.len(),
                unit: unit.name.clone(),
                id: term.id,
                name: term.name,
                source: term.source,
            });
        }
    }
    let f = frame(caller, Tab::Terms).with_sample(sample);
    answered(page(&ListPage { f, o: office::words(language), w, rows, form }), came)
}

/// `GET /terms`.
pub(crate) async fn show(State(app): State<App>, caller: Caller, visitor: Visitor) -> Answer {
    let w = words(caller.preferences.language);
    let may = app.own_unit(&visitor, Act::PreparePlan, None).await.is_ok();
    let form = may.then(|| FormView::new("/terms", 0, fields(None, w), w.add));
    render(&app, &caller, &visitor, form).await
}

/// `POST /terms`.
pub(crate) async fn add(State(app): State<App>, caller: Caller, visitor: Visitor, request: Request) -> Answer {
    let language = caller.preferences.language;
    let w = words(language);
    let unit = app.own_unit(&visitor, Act::PreparePlan, None).await?;
    let typed = receive(&app, request, office::words(language)).await?.typed;
    let mut reader = Reader::new(&typed, crate::face::words::words(language));
    let mut term = read(&unit, &mut reader, w);
    if !reader.fine() {
        let form = FormView::new("/terms", 0, fields(None, w), w.add).back(reader, Came::Refused);
        return render(&app, &caller, &visitor, Some(form)).await;
    }
    let change = app.store.change(visitor.author((app.clock)())).await?;
    term.id = change.new_id();
    change.write_term(&term).await.map_err(Refusal::from)?;
    change.commit(entry(&term, "term.written", format!("{} ({})", term.name, term.source))).await?;
    go(format!("/terms/{}?done=saved", term.id))
}
