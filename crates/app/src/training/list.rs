//! The classes, and the units that are untrained since a day.

use super::actions::{this_year, who_is_untrained};
use super::editing::fields;
use super::{labels, words};
use crate::App;
use crate::face::forms::Input;
use crate::face::{Answer, Caller, Frame, Visitor, page};
use crate::office::forms::{FormView, answered};
use crate::office::tabs::{Tab, frame};
use crate::office::{reach, words as office};
use askama::Template;
use axum::extract::{Query, State};
use serde::Deserialize;
use thidua_domain::access::Act;
use thidua_domain::basics::date::{read_date, short};

/// Untrained units on the page.
const SHOWN: usize = 200;

/// What an address may ask for.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    since: String,
}

struct Row {
    id: String,
    title: String,
    unit: String,
    days: String,
    place: String,
    audience: String,
    called: usize,
    present: usize,
}

struct Lacking {
    id: String,
    name: String,
    last: String,
}

#[derive(Template)]
#[template(path = "training/list.html")]
struct ListPage {
    f: Frame,
    w: &'static words::Words,
    o: &'static office::Words,
    rows: Vec<Row>,
    since: String,
    says: String,
    lacking: Vec<Lacking>,
    more: usize,
    message: String,
    may_add: bool,
    form: FormView,
}

/// `GET /training`.
pub(crate) async fn index(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Answer {
    render(&app, &caller, &visitor, &asked, None).await
}

pub(super) fn add_form(w: &'static words::Words, u: &'static crate::units::words::Words) -> FormView {
    FormView::new("/training", 0, fields(w, u, None), w.add).with_file(w.file, None)
}

pub(super) async fn render(
    app: &App,
    caller: &Caller,
    visitor: &Visitor,
    asked: &Asked,
    back: Option<FormView>,
) -> Answer {
    let language = caller.preferences.language;
    let (w, o, u) = (words::words(language), office::words(language), crate::units::words::words(language));
    let today = reach::today(app);
    let since = read_date(&asked.since).unwrap_or_else(|_| this_year(today));
    let classes = app.store.trainings(&reach::within(visitor)).await?;
    let names = reach::names(app, classes.iter().map(|class| &class.unit_id)).await?;
    let mut rows = Vec::new();
    for class in classes {
        let trainees = app.store.trainees(&class.id).await?;
        rows.push(Row {
            days: labels::days(class.from, class.to),
            audience: labels::audience(&class.audience, w, u),
            called: trainees.len(),
            present: trainees.iter().filter(|one| one.attendance.attended()).count(),
            unit: if names.len() > 1 {
                names.get(&class.unit_id).cloned().unwrap_or_default()
            } else {
                String::new()
            },
            place: class.place.unwrap_or_default(),
            title: class.title,
            id: class.id,
        });
    }
    let untrained = who_is_untrained(app, visitor, since).await?;
    let day = short(untrained.since);
    let says = if untrained.units.is_empty() { w.all_trained } else { w.untrained_says };
    let says = says
        .replace("{day}", &day)
        .replace("{n}", &untrained.units.len().to_string())
        .replace("{all}", &untrained.all.to_string());
    let others = untrained.units.iter().filter(|(unit, _)| !untrained.own.contains(&unit.id));
    let named: Vec<&str> = others.map(|(unit, _)| unit.name.as_str()).collect();
    let form = back.unwrap_or_else(|| add_form(w, u));
    let came = form.came;
    let template = ListPage {
        f: frame(caller, Tab::Training),
        rows,
        since: day.clone(),
        says,
        message: w.message.replace("{units}", &labels::some(&named, w)).replace("{day}", &day),
        more: untrained.units.len().saturating_sub(SHOWN),
        lacking: untrained
            .units
            .iter()
            .take(SHOWN)
            .map(|(unit, last)| Lacking {
                id: unit.id.clone(),
                name: unit.name.clone(),
                last: last.map_or_else(|| w.never.to_owned(), |last| w.last_time.replace("{day}", &short(last))),
            })
            .collect(),
        may_add: app.own_unit(visitor, Act::ManageRegulations, None).await.is_ok(),
        form,
        w,
        o,
    };
    answered(page(&template), came)
}
