//! Putting a set of criteria in force: the words of the catalogue or one's own, confirmed against the document.

use super::super::actions::movement_for;
use super::super::catalogue;
use super::super::facts::require_open;
use super::words::{self, Words};
use crate::App;
use crate::face::forms::{Field, Input, Reader, Typed};
use crate::face::frame::go;
use crate::face::tabs::Tab;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor};
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use thidua_domain::access::Act;
use thidua_domain::basics::Language;
use thidua_domain::movements::criteria::{CriteriaSet, Criterion};
use thidua_store::audit::Entry;
use thidua_store::criteria::SetInForce;

/// Criteria that one set may have.
const MOST: usize = 60;
#[derive(Template)]
#[template(path = "movements/criteria/set.html")]
struct SetPage {
    f: Frame,
    w: &'static Words,
    id: String,
    key: String,
    fields: Vec<Field>,
    refused: bool,
}

fn fields(w: &'static Words, set: Option<&CriteriaSet>) -> Vec<Field> {
    let list = set.map_or_else(String::new, |set| {
        set.criteria.iter().map(|one| format!("{}: {}", one.group, one.text)).collect::<Vec<_>>().join("\n")
    });
    vec![
        Field::new("name", w.name, Input::Line, set.map_or("", |set| set.name.as_str())),
        Field::new("source", w.source, Input::Line, set.map_or("", |set| set.source.as_str())).hint(w.source_hint),
        Field::new("list", w.list, Input::Text, list).hint(w.list_hint),
        Field::new("confirm", w.confirm, Input::Tick, ""),
    ]
}

fn set_of(key: &str) -> Result<Option<&'static CriteriaSet>, Refusal> {
    if key == "new" {
        return Ok(None);
    }
    catalogue::sets().iter().find(|set| set.key == key).map(Some).ok_or(Refusal::NotFound)
}

fn render(caller: &Caller, id: &str, key: &str, fields: Vec<Field>, refused: bool) -> Answer {
    let f = Frame::new(caller, Place::Movements).in_movement(caller, id, Tab::Criteria);
    let w = words::words(caller.preferences.language);
    crate::face::frame::returned(
        &SetPage { f, w, id: id.to_owned(), key: key.to_owned(), fields, refused },
        false,
        refused,
    )
}

/// `GET /movements/{id}/criteria/sets/{key}`: `new`, or a set of the catalogue.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path((id, key)): Path<(String, String)>,
) -> Answer {
    movement_for(&app, &visitor, &id, Act::Review).await?;
    let fields = fields(words::words(caller.preferences.language), set_of(&key)?);
    render(&caller, &id, &key, fields, false)
}

/// `POST /movements/{id}/criteria/sets/{key}`.
pub(crate) async fn put(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path((id, key)): Path<(String, String)>,
    Form(typed): Form<Typed>,
) -> Answer {
    let view = movement_for(&app, &visitor, &id, Act::Review).await?;
    require_open(&view.movement)?;
    let set = set_of(&key)?;
    let language = caller.preferences.language;
    let (w, c) = (words::words(language), crate::face::words::words(language));
    let mut reader = Reader::new(&typed, c);
    let (name, source, list) = (reader.required("name"), reader.required("source"), reader.required("list"));
    let criteria: Vec<Criterion> = list
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(|line| match line.split_once(':') {
            Some((group, text)) if !text.trim().is_empty() => {
                Criterion { group: group.trim().to_owned(), text: text.trim().to_owned() }
            }
            _ => Criterion { group: String::new(), text: line.trim_end_matches(':').to_owned() },
        })
        .collect();
    if criteria.is_empty() || criteria.len() > MOST {
        reader.problem("list", w.list_bad);
    }
    if criteria.iter().any(|one| one.text.contains(words::words(Language::Vietnamese).placeholder)) {
        reader.problem("list", w.placeholder_left);
    }
    // a set that was not verified never counts by itself: a person says that it is so
    if !reader.tick("confirm") {
        reader.problem("confirm", w.must_confirm);
    }
    if !reader.fine() {
        let fields = reader.mark(fields(w, set));
        return render(&caller, &id, &key, fields, true);
    }
    let change = app.store.change(visitor.author((app.clock)())).await?;
    let in_force = SetInForce {
        id: change.new_id(),
        movement_id: id.clone(),
        catalogue_key: set.map(|set| set.key.clone()),
        name,
        source,
        criteria,
    };
    change.add_criteria_set(&in_force).await?;
    let entry = Entry {
        unit_id: Some(view.plan.unit_id),
        act: "criteria.put-in-force",
        subject: "movement",
        subject_id: id.clone(),
        detail: Some(format!("{}; {}", in_force.name, in_force.source)),
    };
    change.commit(entry).await?;
    go(format!("/movements/{id}/criteria?done=saved"))
}
