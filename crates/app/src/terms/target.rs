//! One target of a term: what it asks, and its years with steps and results.

use super::list::entry;
use super::one::{asked, method, term_for};
use super::words::{Words, words};
use crate::App;
use crate::face::forms::{Field, Input, Reader, Typed, amount_problem, seen};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Frame, Refusal, Visitor, page, show as shown};
use crate::office::forms::{Came, answered, beside};
use crate::office::receiving::receive;
use crate::office::tabs::{Tab, frame};
use crate::office::words as office;
use askama::Template;
use axum::extract::{Path, Request, State};
use thidua_domain::access::Act;
use thidua_domain::basics::{Amount, AmountProblem, Expectation};
use thidua_domain::targets::{Comparator, Direction};
use thidua_domain::terms::{Asked, Method};
use thidua_store::StoreError;
use thidua_store::terms::{Term, TermTarget, TermYear};

/// The address of a target that is not there yet.
const NEW: &str = "new";

struct Choice {
    id: String,
    label: String,
}

struct YearRow {
    year: i32,
    planned: String,
    linked: String,
    typed: String,
    source: String,
    choices: Vec<Choice>,
    problem: String,
}

#[derive(Template)]
#[template(path = "terms/target.html")]
struct TargetPage {
    f: Frame,
    w: &'static Words,
    o: &'static office::Words,
    term_id: String,
    term: String,
    key: String,
    name: String,
    version: i64,
    fields: Vec<Field>,
    withdraw: Vec<Field>,
    rows: Vec<YearRow>,
    refused: bool,
    changed: bool,
}

async fn target_of(app: &App, term: &Term, key: &str) -> Result<Option<TermTarget>, Refusal> {
    if key == NEW {
        return Ok(None);
    }
    let all = app.store.term_targets(&term.id).await?;
    all.into_iter().find(|one| one.id == key).map(Some).ok_or(Refusal::NotFound)
}

fn fields(of: Option<&TermTarget>, w: &'static Words, t: &'static crate::targets::words::Words) -> Vec<Field> {
    let how =
        vec![("ge", w.at_least), ("gt", w.more_than), ("le", w.at_most), ("lt", w.less_than), ("eq", w.exactly)];
    let direction = Direction::ALL.map(|one| (one.code(), crate::targets::labels::direction(one, t))).to_vec();
    let methods = Method::ALL.iter().map(|one| (one.code(), method(*one, w))).collect();
    let text = |text: Option<String>| text.unwrap_or_default();
    vec![
        Field::new("name", w.name, Input::Line, text(of.map(|one| one.name.clone()))),
        Field::new("how", w.how, Input::Choice(how), of.map_or("ge", |one| one.asked.comparator.code())),
        Field::new(
            "direction",
            w.direction,
            Input::Choice(direction),
            of.map_or(Direction::Higher, |one| one.asked.direction).code(),
        ),
        Field::new("value", w.value, Input::Number, shown::amount(of.and_then(|one| one.asked.value))),
        Field::new("unit_of", w.unit_of, Input::Line, text(of.and_then(|one| one.unit_of.clone()))),
        Field::new(
            "method",
            w.method,
            Input::Choice(methods),
            of.map_or(Method::Level, |one| one.asked.method).code(),
        ),
    ]
}

fn withdrawing(of: Option<&TermTarget>, w: &'static Words) -> Vec<Field> {
    let Some(of) = of else { return Vec::new() };
    let why = of.withdrawn.clone().unwrap_or_default();
    vec![Field::new("withdrawn", w.withdraw, Input::Line, why).hint(w.withdraw_hint)]
}

/// The measured targets of the unit's issued plans in a year.
async fn choices(
    app: &App,
    term: &Term,
    year: i32,
    t: &'static crate::targets::words::Words,
) -> Result<Vec<Choice>, Refusal> {
    let mut found = Vec::new();
    for plan in app.store.plans_of_year(std::slice::from_ref(&term.unit_id), i64::from(year)).await? {
        if !plan.issued {
            continue;
        }
        for target in app.store.targets(&plan.id).await? {
            let Some(comparator) = target.draft.comparator else { continue };
            if comparator.is_judged() {
                continue;
            }
            let unit = target.draft.unit.as_deref().unwrap_or_default();
            let label = format!("{}: {} {unit}", target.draft.name, shown::asked(&target.draft, t));
            found.push(Choice { label: label.trim().to_owned(), id: target.id });
        }
    }
    Ok(found)
}

/// The rows of the years as they stand, or as they were typed.
async fn rows(
    app: &App,
    term: &Term,
    of: Option<&TermTarget>,
    typed: Option<(&Typed, &[(i32, String)])>,
    t: &'static crate::targets::words::Words,
) -> Result<Vec<YearRow>, Refusal> {
    let mut found = Vec::new();
    for year in term.years.0..=term.years.1 {
        let kept = of.and_then(|one| one.years.iter().find(|kept| kept.year == year));
        let value = |name: &str, stands: String| match typed {
            Some((typed, _)) => typed.get(&format!("{name}-{year}")).cloned().unwrap_or_default(),
            None => stands,
        };
        let problem = typed.and_then(|(_, problems)| problems.iter().find(|(of, _)| *of == year));
        found.push(YearRow {
            year,
            planned: value("planned", shown::amount(kept.and_then(|one| one.planned))),
            linked: value("target", kept.and_then(|one| one.target_id.clone()).unwrap_or_default()),
            typed: value("actual", shown::amount(kept.and_then(|one| one.typed))),
            source: value("source", kept.and_then(|one| one.source.clone()).unwrap_or_default()),
            choices: choices(app, term, year, t).await?,
            problem: problem.map(|(_, says)| says.clone()).unwrap_or_default(),
        });
    }
    Ok(found)
}

/// `GET /terms/{id}/targets/{key}`: `new`, or a target.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path((id, key)): Path<(String, String)>,
) -> Answer {
    let term = term_for(&app, &visitor, &id, Act::PreparePlan).await?;
    let of = target_of(&app, &term, &key).await?;
    let language = caller.preferences.language;
    let t = crate::targets::words::words(language);
    let rows = rows(&app, &term, of.as_ref(), None, t).await?;
    let w = words(language);
    let fields = (fields(of.as_ref(), w, t), withdrawing(of.as_ref(), w));
    render(&caller, &term, &key, of.as_ref(), fields, rows, Came::Fresh)
}

fn render(
    caller: &Caller,
    term: &Term,
    key: &str,
    of: Option<&TermTarget>,
    (fields, withdraw): (Vec<Field>, Vec<Field>),
    rows: Vec<YearRow>,
    came: Came,
) -> Answer {
    let language = caller.preferences.language;
    let w = words(language);
    let template = TargetPage {
        f: frame(caller, Tab::Terms),
        o: office::words(language),
        term_id: term.id.clone(),
        term: term.name.clone(),
        key: key.to_owned(),
        name: of.map_or_else(|| w.add_target.to_owned(), |one| one.name.clone()),
        version: of.map_or(0, |one| one.version),
        refused: came == Came::Refused,
        changed: came == Came::Changed,
        fields,
        withdraw,
        rows,
        w,
    };
    answered(page(&template), came)
}

/// Reads what the target asks; what is wrong stays with the reader.
fn read(reader: &mut Reader<'_>, w: &'static Words) -> (String, Asked, Option<String>) {
    let unit_of = reader.name("unit_of");
    let expected = if unit_of.as_deref() == Some("%") { Expectation::Percent } else { Expectation::Quantity };
    let comparator = reader.code("how", Comparator::from_code).unwrap_or(Comparator::AtLeast);
    let typed = reader.code("direction", Direction::from_code).unwrap_or(Direction::Higher);
    let direction = match comparator {
        Comparator::AtMost | Comparator::LessThan => Direction::Lower,
        Comparator::AtLeast | Comparator::MoreThan => Direction::Higher,
        _ => typed,
    };
    let value = reader.amount("value", expected);
    if value.is_none() {
        reader.problem("value", w.value_needed);
    }
    let method = reader.code("method", Method::from_code).unwrap_or(Method::Level);
    (reader.required_name("name"), Asked { comparator, direction, value, method }, unit_of)
}

/// Reads the years; what is wrong is said year by year.
async fn read_years(
    app: &App,
    term: &Term,
    typed: &Typed,
    percent: bool,
    caller: &Caller,
) -> Result<(Vec<TermYear>, Vec<(i32, String)>), Refusal> {
    let language = caller.preferences.language;
    let (w, c) = (words(language), crate::face::words::words(language));
    let t = crate::targets::words::words(language);
    let expected = if percent { Expectation::Percent } else { Expectation::Quantity };
    let (mut years, mut problems) = (Vec::new(), Vec::new());
    let mut reader = Reader::new(typed, c);
    for year in term.years.0..=term.years.1 {
        let say = |says: &str| says.replace("{year}", &year.to_string());
        let mut amount = |name: &str| -> Option<Amount> {
            match Amount::read(typed.get(&format!("{name}-{year}")).map_or("", String::as_str), expected) {
                Ok(amount) => Some(amount),
                Err(AmountProblem::Empty) => None,
                Err(problem) => {
                    problems.push((year, say(w.p_number).replace("{says}", &amount_problem(&problem, c))));
                    None
                }
            }
        };
        let (planned, actual) = (amount("planned"), amount("actual"));
        let target_id = typed.get(&format!("target-{year}")).filter(|id| !id.is_empty()).cloned();
        let source = reader.text_of(&format!("source-{year}"));
        if let Some(id) = &target_id {
            let known = choices(app, term, year, t).await?.iter().any(|one| one.id == *id);
            if !known {
                problems.push((year, say(w.p_link)));
            }
            if actual.is_some() {
                problems.push((year, say(w.p_both)));
            }
        } else if actual.is_some() && source.is_none() {
            problems.push((year, say(w.p_source)));
        }
        if planned.is_some() || target_id.is_some() || actual.is_some() {
            years.push(TermYear { year, planned, target_id, typed: actual, source, figure: None });
        }
    }
    Ok((years, problems))
}

/// `POST /terms/{id}/targets/{key}`.
pub(crate) async fn write(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path((id, key)): Path<(String, String)>,
    request: Request,
) -> Answer {
    let term = term_for(&app, &visitor, &id, Act::PreparePlan).await?;
    let before = target_of(&app, &term, &key).await?;
    let language = caller.preferences.language;
    let (w, o, c) = (words(language), office::words(language), crate::face::words::words(language));
    let t = crate::targets::words::words(language);
    let typed = receive(&app, request, o).await?.typed;
    let mut reader = Reader::new(&typed, c);
    let (name, asks, unit_of) = read(&mut reader, w);
    let percent = unit_of.as_deref() == Some("%");
    let (years, problems) = read_years(&app, &term, &typed, percent, &caller).await?;
    let withdrawn = reader.text("withdrawn").filter(|_| before.is_some());
    if !reader.fine() || !problems.is_empty() {
        let rows = rows(&app, &term, before.as_ref(), Some((&typed, &problems)), t).await?;
        let reader_of = |fields: Vec<Field>| {
            let mut again = Reader::new(&typed, c);
            again.problems.clone_from(&reader.problems);
            again.mark(fields)
        };
        let fields = (reader_of(fields(before.as_ref(), w, t)), reader_of(withdrawing(before.as_ref(), w)));
        return render(&caller, &term, &key, before.as_ref(), fields, rows, Came::Refused);
    }
    let change = app.store.change(visitor.author((app.clock)())).await?;
    let it = TermTarget {
        id: before.as_ref().map_or_else(|| change.new_id(), |before| before.id.clone()),
        term_id: term.id.clone(),
        name,
        asked: asks,
        unit_of,
        withdrawn,
        version: if before.is_some() { seen(&typed) } else { 0 },
        years,
    };
    match change.write_term_target(&it).await {
        Ok(()) => {
            let detail = format!("{}: {} {}", term.name, it.name, asked(&it.asked, it.unit_of.as_deref()));
            change.commit(entry(&term, "term.target-written", detail)).await?;
            go(format!("/terms/{id}?done=saved#t-{}", it.id))
        }
        Err(StoreError::ChangedMeanwhile) => {
            drop(change);
            let newest = target_of(&app, &term, &key).await?;
            let now = fields(newest.as_ref(), w, t);
            beside(&mut reader, &now, o);
            let rows = rows(&app, &term, newest.as_ref(), Some((&typed, &[])), t).await?;
            let fields = (reader.mark(now), withdrawing(newest.as_ref(), w));
            render(&caller, &term, &key, newest.as_ref(), fields, rows, Came::Changed)
        }
        Err(other) => Err(other.into()),
    }
}
