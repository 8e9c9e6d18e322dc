//! The occasions of an authority's own beside those of the whole country.

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
use chrono::Datelike;
use std::collections::HashMap;
use thidua_domain::access::Act;
use thidua_domain::basics::Language;
use thidua_domain::calendar::occasions::{OCCASIONS, Occasion, Scope};

struct Row {
    /// Set where this person may withdraw it.
    id: Option<String>,
    name: String,
    whose: String,
    day: String,
    origin: String,
}

#[derive(Template)]
#[template(path = "calendar/occasions.html")]
struct OccasionsPage {
    f: Frame,
    w: &'static Words,
    own: Vec<Row>,
    all: Vec<Row>,
    may_add: bool,
    fields: Vec<Field>,
    refused: bool,
}

/// `GET /calendar/occasions`.
pub(crate) async fn show(State(app): State<App>, caller: Caller, visitor: Visitor) -> Answer {
    render(&app, &caller, &visitor, None).await
}

fn fields(w: &'static Words) -> Vec<Field> {
    vec![
        Field::new("name", w.occasion_name, Input::Line, ""),
        Field::new("day", w.occasion_day, Input::Day, "").hint(w.occasion_day_hint),
        Field::new("lunar", w.occasion_lunar, Input::Tick, ""),
        Field::new("origin", w.occasion_origin, Input::Number, "").hint(w.occasion_origin_hint),
    ]
}

async fn render(app: &App, caller: &Caller, visitor: &Visitor, marked: Option<Vec<Field>>) -> Answer {
    let language = caller.preferences.language;
    let w = words::words(language);
    let view = View::of(app, visitor, &Wanted::default()).await?;
    let unit = app.own_unit(visitor, Act::ManageWaves, None).await.ok();
    let names: HashMap<String, String> =
        app.store.units_of(&view.path).await?.into_iter().map(|unit| (unit.id, unit.name)).collect();
    let own = view.own.iter().map(|(of, one)| Row {
        id: (unit.as_ref() == Some(of)).then(|| one.code.clone()),
        whose: names.get(of).cloned().unwrap_or_default(),
        ..row(one, language, w)
    });
    let mut known: Vec<&Occasion> = OCCASIONS.iter().collect();
    known.sort_by_key(|one| (one.lunar, one.month, one.day));
    let refused = marked.is_some();
    let template = OccasionsPage {
        f: Frame::new(caller, Place::Calendar),
        own: own.collect(),
        all: known.into_iter().map(|one| row(one, language, w)).collect(),
        may_add: unit.is_some(),
        fields: marked.unwrap_or_else(|| fields(w)),
        refused,
        w,
    };
    crate::face::frame::returned(&template, false, refused)
}

fn row(one: &Occasion, language: Language, w: &'static Words) -> Row {
    let day = if one.lunar {
        w.lunar_day.replace("{day}", &one.day.to_string()).replace("{month}", &one.month.to_string())
    } else {
        format!("{:02}/{}", one.day, one.month)
    };
    Row {
        id: None,
        name: one.name.in_language(language).to_owned(),
        whose: if one.scope == Scope::Sector { w.sector.to_owned() } else { String::new() },
        day,
        origin: one.origin.map(|year| year.to_string()).unwrap_or_default(),
    }
}

/// `POST /calendar/occasions`.
pub(crate) async fn add(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Form(typed): Form<Typed>,
) -> Answer {
    let unit = app.own_unit(&visitor, Act::ManageWaves, None).await?;
    let w = words::words(caller.preferences.language);
    let mut reader = Reader::new(&typed, crate::face::words::words(caller.preferences.language));
    let name = reader.required("name");
    let this_year = crate::local_date((app.clock)()).year();
    let origin = match reader.text("origin").map(|year| year.parse::<i32>()) {
        None => None,
        Some(Ok(year)) if (1000..=this_year).contains(&year) => Some(year),
        Some(_) => {
            reader.problem("origin", w.bad_origin);
            None
        }
    };
    let typed_day = reader.text("day").unwrap_or_default();
    let day = typed_day
        .split_once(['/', '-', '.'])
        .and_then(|(day, month)| Some((month.trim().parse::<u32>().ok()?, day.trim().parse::<u32>().ok()?)));
    let lunar = reader.tick("lunar");
    let occasion = day.and_then(|day| Occasion::local(String::new(), name, lunar, day, origin));
    if occasion.is_none() {
        reader.problem("day", w.bad_day);
    }
    match occasion.filter(|_| reader.fine()) {
        Some(occasion) => {
            actions::add_occasion(&app, visitor.author((app.clock)()), &unit, &occasion).await?;
            go("/calendar/occasions?done=saved")
        }
        None => render(&app, &caller, &visitor, Some(reader.mark(fields(w)))).await,
    }
}

/// `POST /calendar/occasions/{id}/withdraw`.
pub(crate) async fn withdraw(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    let unit = app.store.occasion_unit(&id).await?.ok_or(Refusal::NotFound)?;
    app.require(&visitor, Act::ManageWaves, &unit).await?;
    actions::withdraw_occasion(&app, visitor.author((app.clock)()), &unit, &id).await?;
    go("/calendar/occasions?done=saved")
}
