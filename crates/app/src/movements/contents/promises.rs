//! A measurable promise that a content item makes outside the list of targets: its form, and how it stands.

use super::super::actions::movement_for;
use super::super::facts::require_open;
use super::words::{Words, words};
use crate::App;
use crate::face::forms::{Field, Input, Reader};
use crate::face::frame::go;
use crate::face::tabs::Tab;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, page, show as shown};
use crate::office::forms::{Came, FormView, answered, beside};
use crate::office::reach;
use crate::office::receiving::receive;
use crate::office::words as office;
use askama::Template;
use axum::extract::{Path, Request, State};
use chrono::{Datelike, NaiveDate};
use thidua_domain::access::Act;
use thidua_domain::basics::{Amount, Expectation, Language};
use thidua_domain::figures::{Attainment, Figure};
use thidua_domain::periods::Period;
use thidua_domain::registrations::goal;
use thidua_domain::targets::{Comparator, Direction, Pace, Status, adds_up, judge};
use thidua_store::StoreError;
use thidua_store::audit::Entry;
use thidua_store::content_promises::ContentPromise;
use thidua_store::movement_facts::Content;

/// A promise as pages show it.
pub(crate) struct PromiseRow {
    pub(crate) content_id: String,
    pub(crate) promise: String,
    /// The first line of the item that makes it, and its line in the plan.
    pub(crate) item: String,
    pub(crate) line: i64,
    pub(crate) asked: String,
    pub(crate) figure: String,
    pub(crate) class: &'static str,
    pub(crate) status: &'static str,
    pub(crate) source: String,
}

#[derive(Template)]
#[template(path = "movements/contents/promise.html")]
struct PromisePage {
    f: Frame,
    w: &'static Words,
    o: &'static office::Words,
    id: String,
    item: String,
    form: FormView,
}

fn figure(of: &ContentPromise) -> Figure {
    match (of.figure, of.attainment) {
        (Some(value), _) => Figure::Number(value),
        (None, Some(attainment)) => Figure::Judged(attainment),
        (None, None) => Figure::NotEntered,
    }
}

/// How a promise stands at the day of its result, by the rules of targets.
fn status(of: &ContentPromise, year: Option<i64>) -> Option<Status> {
    let goal = goal(of.comparator, of.value, of.direction)?;
    let year = year.and_then(|year| i32::try_from(year).ok());
    let period = of.dated.map_or(Period::Year, |day| Period::at(year.unwrap_or_else(|| day.year()), day));
    let cumulative = adds_up(Some(of.comparator), of.unit_of.as_deref());
    judge(&goal, figure(of), Pace { period, cumulative }).status
}

fn asked(of: &ContentPromise, w: &'static Words) -> String {
    let value = of.value.map(Amount::vietnamese).unwrap_or_default();
    let sign = match of.comparator {
        Comparator::AtLeast => "≥ ",
        Comparator::MoreThan => "> ",
        Comparator::AtMost => "≤ ",
        Comparator::LessThan => "< ",
        Comparator::NoneExists => return w.none_of_it.to_owned(),
        Comparator::Maintain => return w.kept.to_owned(),
        Comparator::Achieve => return w.quality.to_owned(),
        _ => "",
    };
    format!("{sign}{value} {}", of.unit_of.as_deref().unwrap_or_default()).trim().to_owned()
}

/// The promises of a movement that hold, in the order of its contents.
pub(crate) async fn rows(
    app: &App,
    movement_id: &str,
    contents: &[Content],
    year: Option<i64>,
    language: Language,
) -> Result<Vec<PromiseRow>, StoreError> {
    let (w, c) = (words(language), crate::face::words::words(language));
    let mut found = Vec::new();
    for one in app.store.content_promises(movement_id).await? {
        if one.withdrawn.is_some() {
            continue;
        }
        let item = contents.iter().find(|item| item.id == one.content_id);
        let unit = one.unit_of.as_deref().unwrap_or_default();
        let status = status(&one, year);
        let told = [one.source.clone().unwrap_or_default(), shown::day(one.dated)];
        found.push(PromiseRow {
            item: item.and_then(|item| item.text.lines().next()).unwrap_or_default().to_owned(),
            line: item.and_then(|item| item.lines).map_or(0, |(first, _)| first),
            asked: asked(&one, w),
            figure: match figure(&one) {
                Figure::Number(value) => format!("{} {unit}", value.vietnamese()).trim().to_owned(),
                other => shown::figure(other, c),
            },
            class: status.map_or("needs-person", |status| status.code()),
            status: shown::status(status.or(Some(Status::NeedsPerson)), c),
            source: told.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "),
            content_id: one.content_id,
            promise: one.promise,
        });
    }
    Ok(found)
}

fn fields(of: Option<&ContentPromise>, w: &'static Words, c: &'static crate::face::words::Words) -> Vec<Field> {
    let how = Input::Choice(vec![
        ("ge", w.at_least),
        ("gt", w.more_than),
        ("le", w.at_most),
        ("lt", w.less_than),
        ("eq", w.exactly),
        ("achieve", w.quality),
        ("maintain", w.kept),
        ("none_exists", w.none_of_it),
    ]);
    let judged: Vec<(&str, &str)> = std::iter::once(("", c.none))
        .chain(Attainment::ALL.map(|one| (one.code(), shown::attainment(one, c))))
        .collect();
    let text = |read: fn(&ContentPromise) -> Option<String>| of.and_then(read).unwrap_or_default();
    let mut fields = vec![
        Field::new("promise", w.promise, Input::Line, text(|one| Some(one.promise.clone()))).hint(w.promise_hint),
        Field::new("how", w.how, how, of.map_or("ge", |one| one.comparator.code())),
        Field::new("value", w.value, Input::Number, shown::amount(of.and_then(|one| one.value))),
        Field::new("unit_of", w.unit_of, Input::Line, text(|one| one.unit_of.clone())),
        Field::new("figure", w.figure, Input::Number, shown::amount(of.and_then(|one| one.figure)))
            .headed(w.result_head, w.result_hint),
        Field::new(
            "attainment",
            w.attainment,
            Input::Choice(judged),
            of.and_then(|one| one.attainment).map_or("", Attainment::code),
        ),
        Field::new("dated", w.dated, Input::Day, shown::day(of.and_then(|one| one.dated))),
        Field::new("source", w.source, Input::Line, text(|one| one.source.clone())),
    ];
    if of.is_some() {
        fields.push(
            Field::new("withdrawn", w.promise_withdraw, Input::Line, text(|one| one.withdrawn.clone()))
                .hint(w.promise_withdraw_hint),
        );
    }
    fields
}

/// Reads the form; what is wrong stays with the reader.
fn read(
    content_id: &str,
    reader: &mut Reader<'_>,
    today: NaiveDate,
    w: &'static Words,
    c: &'static crate::face::words::Words,
) -> ContentPromise {
    let unit_of = reader.name("unit_of");
    let expected = if unit_of.as_deref() == Some("%") { Expectation::Percent } else { Expectation::Quantity };
    let comparator = reader.code("how", Comparator::from_code).unwrap_or(Comparator::AtLeast);
    let words_alone = comparator.is_judged() || comparator == Comparator::NoneExists;
    let it = ContentPromise {
        content_id: content_id.to_owned(),
        promise: reader.required("promise"),
        comparator,
        direction: match comparator {
            Comparator::AtMost | Comparator::LessThan | Comparator::NoneExists => Direction::Lower,
            _ => Direction::Higher,
        },
        value: reader.amount("value", expected).filter(|_| !words_alone),
        unit_of,
        figure: reader.amount("figure", expected),
        attainment: reader.code("attainment", Attainment::from_code),
        dated: reader.day("dated"),
        source: reader.text("source"),
        withdrawn: reader.text("withdrawn"),
        version: 0,
    };
    if it.value.is_none() && !words_alone {
        reader.problem("value", w.value_needed);
    }
    if comparator.is_judged() && it.figure.is_some() {
        reader.problem("figure", w.judged_not_counted);
    }
    if !comparator.is_judged() && it.attainment.is_some() {
        reader.problem("attainment", w.counted_not_judged);
    }
    if it.figure.is_some() || it.attainment.is_some() {
        if it.dated.is_none() {
            reader.problem("dated", c.must_fill);
        }
        if it.source.is_none() {
            reader.problem("source", c.must_fill);
        }
    }
    if it.dated.is_some_and(|day| day > today) {
        reader.problem("dated", w.result_future);
    }
    it
}

/// The item of an address, and what it promises already.
async fn item_of(app: &App, id: &str, key: &str) -> Result<(Content, Option<ContentPromise>), Refusal> {
    let content = app.store.contents(id).await?.into_iter().find(|one| one.id == key).ok_or(Refusal::NotFound)?;
    let promise = app.store.content_promises(id).await?.into_iter().find(|one| one.content_id == key);
    Ok((content, promise))
}

fn form(id: &str, key: &str, of: Option<&ContentPromise>, language: Language) -> FormView {
    let (w, c) = (words(language), crate::face::words::words(language));
    let action = format!("/movements/{id}/contents/{key}/promise");
    FormView::new(action, of.map_or(0, |one| one.version), fields(of, w, c), c.save)
}

fn render(caller: &Caller, id: &str, content: &Content, form: FormView) -> Answer {
    let language = caller.preferences.language;
    let came = form.came;
    let template = PromisePage {
        f: Frame::new(caller, Place::Movements).in_movement(caller, id, Tab::Contents),
        w: words(language),
        o: office::words(language),
        id: id.to_owned(),
        item: content.text.clone(),
        form,
    };
    answered(page(&template), came)
}

/// `GET /movements/{id}/contents/{key}/promise`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path((id, key)): Path<(String, String)>,
) -> Answer {
    movement_for(&app, &visitor, &id, Act::Review).await?;
    let (content, promise) = item_of(&app, &id, &key).await?;
    render(&caller, &id, &content, form(&id, &key, promise.as_ref(), caller.preferences.language))
}

/// `POST /movements/{id}/contents/{key}/promise`.
pub(crate) async fn write(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path((id, key)): Path<(String, String)>,
    request: Request,
) -> Answer {
    let view = movement_for(&app, &visitor, &id, Act::Review).await?;
    require_open(&view.movement)?;
    let (content, before) = item_of(&app, &id, &key).await?;
    let language = caller.preferences.language;
    let (w, c, o) = (words(language), crate::face::words::words(language), office::words(language));
    let sent = receive(&app, request, o).await?;
    let mut reader = Reader::new(&sent.typed, c);
    let mut it = read(&key, &mut reader, reach::today(&app), w, c);
    it.version = sent.seen().max(0);
    if !reader.fine() {
        let form = form(&id, &key, before.as_ref(), language).back(reader, Came::Refused);
        return render(&caller, &id, &content, form);
    }
    let change = app.store.change(visitor.author((app.clock)())).await?;
    match change.write_content_promise(&it).await {
        Ok(()) => {
            let entry = Entry {
                unit_id: Some(view.plan.unit_id),
                act: "movement.promise-written",
                subject: "movement",
                subject_id: id.clone(),
                detail: Some(format!("{}: {}", it.promise, asked(&it, w))),
            };
            change.commit(entry).await?;
            go(format!("/movements/{id}/contents?done=saved"))
        }
        Err(StoreError::ChangedMeanwhile) => {
            drop(change);
            let (content, newest) = item_of(&app, &id, &key).await?;
            let form = form(&id, &key, newest.as_ref(), language);
            beside(&mut reader, &form.fields, o);
            render(&caller, &id, &content, form.back(reader, Came::Changed))
        }
        Err(other) => Err(other.into()),
    }
}
