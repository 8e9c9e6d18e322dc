//! The promises of a draft: adding, correcting, taking out.

use super::door::{View, kept};
use super::drawing::terms_of;
use super::editing::stands;
use super::labels;
use super::words::{Words, words};
use crate::App;
use crate::face::forms::{Field, Input, Reader, Typed};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, page, show};
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use thidua_domain::basics::{Expectation, Language};
use thidua_domain::targets::{Comparator, Direction};
use thidua_store::StoreError;
use thidua_store::covenants::{Commitment, Terms};
use thidua_store::targets::Target;

#[derive(Template)]
#[template(path = "covenants/promise.html")]
struct PromisePage {
    f: Frame,
    id: String,
    title: String,
    heading: &'static str,
    address: String,
    problem: &'static str,
    fields: Vec<Field>,
    version: i64,
    removable: bool,
}

async fn leaves(app: &App, view: &View) -> Result<Vec<Target>, Refusal> {
    let mut targets = app.store.targets(&view.view.plan.id).await?;
    targets.retain(|target| target.draft.comparator.is_some());
    Ok(targets)
}

/// Ways of comparing; the first is none, for words alone.
pub(super) fn ways(w: &'static Words) -> Vec<(&'static str, &'static str)> {
    vec![
        ("", w.words_only),
        ("ge", w.at_least),
        ("le", w.at_most),
        ("eq", w.exactly),
        ("gt", w.more_than),
        ("lt", w.less_than),
        ("increase_by", w.rise),
        ("decrease_by", w.fall),
        ("between", w.between),
        ("approx", w.about),
        ("achieve", w.quality),
        ("maintain", w.kept),
        ("none_exists", w.none_of_it),
    ]
}

fn fields(view: &View, terms: Option<&Terms>, leaves: &[Target], w: &'static Words) -> Vec<Field> {
    let mut parties = vec![(String::new(), w.all_parties.to_owned())];
    parties.extend(view.parties.iter().map(|party| (party.id.clone(), party.name.clone())));
    let mut targets = vec![(String::new(), w.no_target.to_owned())];
    targets.extend(leaves.iter().map(|leaf| (leaf.id.clone(), leaf.draft.name.clone())));
    let text = |of: fn(&Terms) -> Option<String>| terms.and_then(of).unwrap_or_default();
    vec![
        Field::new("party", w.promises_for, Input::List(parties), text(|terms| terms.party_id.clone())),
        Field::new("target", w.settled_by, Input::List(targets), text(|terms| terms.target_id.clone()))
            .hint(w.settled_by_hint),
        Field::new("name", w.promise, Input::Line, text(|terms| Some(terms.name.clone()))).hint(w.promise_hint),
        Field::new(
            "how",
            w.how,
            Input::Choice(ways(w)),
            text(|terms| terms.comparator.map(|one| one.code().to_owned())),
        ),
        Field::new("value", w.value, Input::Number, text(|terms| Some(show::amount(terms.value)))),
        Field::new("unit_of", w.unit_of, Input::Line, text(|terms| terms.unit_of.clone())),
    ]
}

fn found<'a>(view: &'a View, key: &str) -> Result<Option<&'a Commitment>, Refusal> {
    if key == "new" {
        return Ok(None);
    }
    view.commitments.iter().find(|one| one.id == key && one.annex_id.is_none()).map(Some).ok_or(Refusal::NotFound)
}

fn shown(
    caller: &Caller,
    view: &View,
    key: &str,
    fields: Vec<Field>,
    problem: &'static str,
    status: StatusCode,
) -> Answer {
    let w = words(caller.preferences.language);
    let own = found(view, key)?;
    let mut response = page(&PromisePage {
        f: Frame::new(caller, Place::Movements),
        id: view.covenant.id.clone(),
        title: view.covenant.text.title.clone(),
        heading: if own.is_some() { w.edit_promise } else { w.add_promise },
        address: format!("/covenants/{}/commitments/{key}", view.covenant.id),
        problem,
        fields,
        version: own.map_or(0, |one| one.version),
        removable: own.is_some(),
    })?;
    *response.status_mut() = status;
    Ok(response)
}

/// `GET /covenants/{id}/commitments/{item}`; `new` for one that is not there yet.
pub(crate) async fn form(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path((id, key)): Path<(String, String)>,
) -> Answer {
    let view = kept(&app, &visitor, &id).await?;
    if !view.covenant.state.is_open() {
        return Err(stands());
    }
    let leaves = leaves(&app, &view).await?;
    let own = found(&view, &key)?.map(|one| &one.terms);
    let fields = fields(&view, own, &leaves, words(caller.preferences.language));
    shown(&caller, &view, &key, fields, "", StatusCode::OK)
}

/// `POST /covenants/{id}/commitments/{item}`.
pub(crate) async fn edit(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path((id, key)): Path<(String, String)>,
    Form(typed): Form<Typed>,
) -> Answer {
    let view = kept(&app, &visitor, &id).await?;
    if !view.covenant.state.is_open() {
        return Err(stands());
    }
    let w = words(caller.preferences.language);
    let c = crate::face::words::words(caller.preferences.language);
    let seen = crate::face::forms::seen(&typed);
    let own = found(&view, &key)?;
    let author = visitor.author((app.clock)());
    if let (Some(own), true) = (own, typed.contains_key("remove")) {
        let change = app.store.change(author).await?;
        change.remove_commitment(&id, &own.id, seen).await?;
        change.commit(view.entry("covenant.written", Some(format!("− {}", own.terms.name)))).await?;
        return go(format!("/covenants/{id}?done=saved"));
    }
    let leaves = leaves(&app, &view).await?;
    let mut reader = Reader::new(&typed, c);
    let terms = read(&view, own, &leaves, &mut reader, w);
    if !reader.fine() {
        let fields = reader.mark(fields(&view, own.map(|one| &one.terms), &leaves, w));
        return shown(&caller, &view, &key, fields, c.form_errors, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let change = app.store.change(author).await?;
    let done = match own {
        Some(own) => change.change_commitment(&id, &own.id, seen, &terms).await,
        None => {
            let position = i64::try_from(view.commitments.len()).unwrap_or(i64::MAX);
            change.add_commitment(&id, position, &terms).await.map(|_| ())
        }
    };
    match done {
        Ok(()) => {
            let said = labels::says(&terms, Language::Vietnamese);
            change.commit(view.entry("covenant.written", Some(said))).await?;
            go(format!("/covenants/{id}?done=saved"))
        }
        Err(StoreError::ChangedMeanwhile) => {
            drop(change);
            let view = kept(&app, &visitor, &id).await?;
            if !view.covenant.state.is_open() {
                return Err(stands());
            }
            let newest = fields(&view, found(&view, &key)?.map(|one| &one.terms), &leaves, w);
            reader.beside(&newest, |value| w.newest.replace("{v}", value));
            shown(&caller, &view, &key, reader.mark(newest), w.changed, StatusCode::CONFLICT)
        }
        Err(other) => Err(other.into()),
    }
}

fn read(
    view: &View,
    own: Option<&Commitment>,
    leaves: &[Target],
    reader: &mut Reader<'_>,
    w: &'static Words,
) -> Terms {
    let party = reader.code("party", |id| view.parties.iter().find(|party| party.id == id));
    let leaf = reader.code("target", |id| leaves.iter().find(|leaf| leaf.id == id));
    let mut terms = leaf.map_or_else(
        || Terms {
            party_id: None,
            target_id: None,
            item_id: own.and_then(|one| one.terms.item_id.clone()),
            name: String::new(),
            comparator: None,
            direction: own.map_or(Direction::Neither, |one| one.terms.direction),
            value: None,
            unit_of: None,
        },
        terms_of,
    );
    terms.party_id = party.map(|party| party.id.clone());
    if let Some(name) = reader.text("name") {
        terms.name = name;
    } else if terms.name.is_empty() {
        reader.problem("name", w.promise_needed);
    }
    if let Some(comparator) = reader.code("how", Comparator::from_code) {
        terms.comparator = Some(comparator);
    }
    terms.unit_of = reader.text("unit_of").or(terms.unit_of);
    let expected = if terms.unit_of.as_deref() == Some("%") { Expectation::Percent } else { Expectation::Quantity };
    terms.value = reader.amount("value", expected).or(terms.value);
    check_value(&mut terms, reader, w);
    terms
}

/// A comparison of numbers needs its number; words and judgements have none.
pub(super) fn check_value(terms: &mut Terms, reader: &mut Reader<'_>, w: &'static Words) {
    match terms.comparator {
        None => terms.value = None,
        Some(comparator) if comparator.is_judged() || comparator == Comparator::NoneExists => terms.value = None,
        Some(_) if terms.value.is_none() => reader.problem("value", w.value_needed),
        Some(_) => {}
    }
}
