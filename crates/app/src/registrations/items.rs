//! The forms of what is registered: a target, a title, a task; adding, correcting, taking out.

use super::assigned::{self, Assigned, Offer};
use super::door::{Sheet, own_sheet};
use super::labels;
use super::rounds::{entry, refuse};
use super::sheet::stands;
use super::words::{Words, words};
use crate::App;
use crate::face::forms::{Field, Input, Reader, Typed};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, page, show};
use crate::law::{self, OfDay};
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use thidua_domain::basics::text::fold;
use thidua_domain::basics::{Expectation, Language};
use thidua_domain::law::{Title, Whom};
use thidua_domain::registrations::{Against, ItemKind};
use thidua_domain::targets::{Comparator, Direction};
use thidua_store::StoreError;
use thidua_store::registrations::{Item, Written};
use thidua_store::targets::Target;

/// A form of its own page; also for how an item goes on.
#[derive(Template)]
#[template(path = "registrations/item.html")]
pub(super) struct ItemPage {
    pub(super) f: Frame,
    pub(super) w: &'static Words,
    pub(super) id: String,
    pub(super) unit: String,
    pub(super) heading: &'static str,
    pub(super) lead: String,
    pub(super) address: String,
    pub(super) problem: String,
    /// What the unit was given and has not registered yet.
    pub(super) offers: Vec<Offer>,
    pub(super) fields: Vec<Field>,
    pub(super) version: i64,
    pub(super) removable: bool,
}

/// What stands at an address: a kind for a new item, or the identifier of one that is there.
struct At {
    kind: ItemKind,
    item: Option<Item>,
}

async fn at(app: &App, sheet: &Sheet, key: &str) -> Result<At, Refusal> {
    if let Some(kind) = ItemKind::from_code(key) {
        return Ok(At { kind, item: None });
    }
    let item = app.store.registration_item(key).await?.filter(|one| one.registration_id == sheet.registration.id);
    let item = item.ok_or(Refusal::NotFound)?;
    Ok(At { kind: item.written.kind, item: Some(item) })
}

/// The leaves of the movement's plan.
async fn leaves(app: &App, sheet: &Sheet) -> Result<Vec<Target>, Refusal> {
    let mut targets = app.store.targets(&sheet.view.plan.id).await?;
    targets.retain(|target| target.draft.comparator.is_some());
    Ok(targets)
}

/// The fields of an item, with what is written.
pub(super) fn fields(
    kind: ItemKind,
    written: Option<&Written>,
    leaves: &[Target],
    assigned: &Assigned,
    of_day: OfDay,
    language: Language,
) -> Vec<Field> {
    let w = words(language);
    let text = |of: fn(&Written) -> Option<String>| written.and_then(of).unwrap_or_default();
    let tick = |on: bool| if on { "yes" } else { "" };
    let hard = Field::new("hard", w.hard_tick, Input::Tick, tick(written.is_some_and(|one| one.hard)));
    match kind {
        ItemKind::Target => {
            let t = crate::targets::words::words(language);
            let mut list = vec![(String::new(), w.own_target.to_owned())];
            list.extend(leaves.iter().map(|leaf| {
                let asked =
                    format!("{} {}", show::asked(&leaf.draft, t), leaf.draft.unit.as_deref().unwrap_or_default());
                let given = assigned.says(&leaf.id, leaf.draft.unit.as_deref(), w);
                let given = given.map(|says| format!(" ({says})")).unwrap_or_default();
                (leaf.id.clone(), format!("{}: {}{given}", leaf.draft.name, asked.trim()))
            }));
            let how = Input::Choice(vec![
                ("ge", w.at_least),
                ("le", w.at_most),
                ("eq", w.exactly),
                ("achieve", w.quality),
                ("maintain", w.kept),
                ("none_exists", w.none_of_it),
            ]);
            let comparator = written.and_then(|one| one.comparator).map_or("ge", Comparator::code);
            let given = written.and_then(|one| assigned.value(one.target_id.as_deref()?)).is_some();
            vec![
                Field::new("target", w.from_movement, Input::List(list), text(|one| one.target_id.clone())),
                Field::new("name", w.own_name, Input::Line, text(|one| Some(one.name.clone())))
                    .hint(w.own_name_hint),
                Field::new("how", w.how_compared, how, comparator).hint(w.how_hint),
                Field::new(
                    "registered",
                    w.col_promised,
                    Input::Number,
                    text(|one| one.registered.map(|a| a.vietnamese())),
                ),
                Field::new("unit_of", w.unit_of, Input::Line, text(|one| one.unit_of.clone()))
                    .hint(w.own_name_hint),
                Field::new("planned", w.assigned, Input::Number, text(|one| one.planned.map(|a| a.vietnamese())))
                    .hint(if given { w.given_hint } else { w.assigned_hint }),
                Field::new("shared", w.shared, Input::Tick, tick(written.is_some_and(|one| one.shared)))
                    .hint(w.shared_hint),
                hard,
                Field::new("description", w.description, Input::Text, text(|one| one.description.clone())),
                Field::new("reason", w.reason, Input::Line, text(|one| one.reason.clone())).hint(w.reason_hint),
            ]
        }
        ItemKind::Title => {
            let mut list = vec![(String::new(), w.choose_title.to_owned())];
            let own = written.and_then(|one| law::called(one.title_code.as_deref()?, &one.name));
            let own = own.filter(|title| of_day.title(&title.code).is_none());
            list.extend(of_day.titles().iter().chain(own).map(|title| {
                let whom = match title.whom {
                    Whom::Person => w.for_person,
                    Whom::Collective => w.for_collective,
                    Whom::Both => w.for_both,
                };
                (title.code.clone(), format!("{} ({whom})", law::name(title, language)))
            }));
            vec![
                Field::new("title", w.col_title, Input::List(list), text(|one| one.title_code.clone())),
                Field::new("person", w.person, Input::Line, text(|one| one.person.clone())).hint(w.person_hint),
                Field::new("description", w.post, Input::Line, text(|one| one.description.clone())),
            ]
        }
        ItemKind::Task => vec![
            Field::new("name", w.col_task, Input::Line, text(|one| Some(one.name.clone()))),
            hard.hint(w.hard_hint),
            Field::new("description", w.description, Input::Text, text(|one| one.description.clone())),
            Field::new("expected", w.col_expected, Input::Text, text(|one| one.expected.clone())),
        ],
    }
}

fn heading(at: &At, w: &'static Words) -> &'static str {
    match (at.kind, at.item.is_some()) {
        (ItemKind::Target, false) => w.add_target,
        (ItemKind::Title, false) => w.add_title,
        (ItemKind::Task, false) => w.add_task,
        (_, true) => w.edit_item,
    }
}

fn shown(
    caller: &Caller,
    sheet: &Sheet,
    at: &At,
    key: &str,
    fields: Vec<Field>,
    (given, offers): (Option<String>, Vec<Offer>),
    (problem, status): (&str, StatusCode),
) -> Answer {
    let w = words(caller.preferences.language);
    let mut response = page(&ItemPage {
        f: Frame::new(caller, Place::Movements),
        w,
        id: sheet.registration.id.clone(),
        unit: sheet.unit.name.clone(),
        heading: heading(at, w),
        lead: {
            let remark = at.item.as_ref().and_then(|item| item.remark.as_ref());
            let remark = remark.map(|remark| format!("{} {remark}", w.remark_is));
            [given, remark].into_iter().flatten().collect::<Vec<_>>().join(". ")
        },
        address: format!("/registrations/{}/items/{key}", sheet.registration.id),
        problem: problem.to_owned(),
        offers,
        fields,
        version: at.item.as_ref().map_or(0, |item| item.version),
        removable: at.item.is_some(),
    })?;
    *response.status_mut() = status;
    Ok(response)
}

/// What a closed registration answers to whoever writes in it.
fn closed(sheet: &Sheet) -> Refusal {
    let state = sheet.registration.state;
    refuse(|w| w.closed.replace("{state}", labels::state(state, w)))
}

/// `GET /registrations/{id}/items/{item}`.
pub(crate) async fn form(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path((id, key)): Path<(String, String)>,
    Query(asked): Query<assigned::Asked>,
) -> Answer {
    let sheet = own_sheet(&app, &visitor, &id).await?;
    if !sheet.registration.state.is_open() {
        return Err(closed(&sheet));
    }
    let at = at(&app, &sheet, &key).await?;
    let language = caller.preferences.language;
    let leaves = leaves(&app, &sheet).await?;
    let w = words(language);
    let assigned = Assigned::load(&app, &sheet).await?;
    let of_day = law::of_plan(&app, &sheet.view.plan);
    let begun = match (&at.item, leaves.iter().find(|leaf| leaf.id == asked.target)) {
        (None, Some(leaf)) if at.kind == ItemKind::Target => Some(assigned.proposed(leaf)),
        _ => None,
    };
    let offers = match &at.item {
        None if at.kind == ItemKind::Target => {
            let there = app.store.registration_items(&id).await?;
            assigned.offers(&id, &leaves, &there, w)
        }
        _ => Vec::new(),
    };
    let written = at.item.as_ref().map(|item| &item.written).or(begun.as_ref());
    let given = written.and_then(|one| assigned.says(one.target_id.as_deref()?, one.unit_of.as_deref(), w));
    let fields = fields(at.kind, written, &leaves, &assigned, of_day, language);
    shown(&caller, &sheet, &at, &key, fields, (given, offers), ("", StatusCode::OK))
}

/// `POST /registrations/{id}/items/{item}`.
pub(crate) async fn edit(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path((id, key)): Path<(String, String)>,
    Form(typed): Form<Typed>,
) -> Answer {
    let sheet = own_sheet(&app, &visitor, &id).await?;
    if !sheet.registration.state.is_open() {
        return Err(closed(&sheet));
    }
    let at = at(&app, &sheet, &key).await?;
    let language = caller.preferences.language;
    let w = words(language);
    let author = || visitor.author((app.clock)());
    let seen = crate::face::forms::seen(&typed);
    let log = |act, detail| entry(&sheet.unit.id, act, "registration", &id, Some(detail));
    if let (Some(item), true) = (&at.item, typed.contains_key("remove")) {
        let change = app.store.change(author()).await?;
        change.remove_item(item, seen).await?;
        change.commit(log("registration.item-removed", labels::name(&item.written, Language::Vietnamese))).await?;
        return go(format!("/registrations/{id}?done=saved"));
    }
    let leaves = leaves(&app, &sheet).await?;
    let others = app.store.registration_items(&id).await?;
    let mut reader = Reader::new(&typed, crate::face::words::words(language));
    let assigned = Assigned::load(&app, &sheet).await?;
    let of_day = law::of_plan(&app, &sheet.view.plan);
    let written = take(at.kind, at.item.as_ref(), &mut reader, (&leaves, &assigned), &others, (of_day, w));
    let before = at.item.as_ref().map(|item| &item.written);
    if !reader.fine() {
        let fields = reader.mark(fields(at.kind, before, &leaves, &assigned, of_day, language));
        let says = crate::face::words::words(language).form_errors;
        return shown(
            &caller,
            &sheet,
            &at,
            &key,
            fields,
            (None, Vec::new()),
            (says, StatusCode::UNPROCESSABLE_ENTITY),
        );
    }
    let change = app.store.change(author()).await?;
    let said = sentence(&written);
    let (act, done) = match &at.item {
        Some(item) => ("registration.item-changed", change.change_item(item, seen, &written).await),
        None => ("registration.item-added", change.add_item(&id, &written).await.map(|_| ())),
    };
    match done {
        Ok(()) => {
            change.commit(log(act, said)).await?;
            go(format!("/registrations/{id}?done=saved"))
        }
        // what was typed stays; what the other person wrote stands beside each field that differs
        Err(StoreError::ChangedMeanwhile) => {
            drop(change);
            let sheet = own_sheet(&app, &visitor, &id).await?;
            if !sheet.registration.state.is_open() {
                return Err(closed(&sheet));
            }
            let Some(newest) = app.store.registration_item(&key).await? else {
                return Err(Refusal::ChangedMeanwhile);
            };
            let theirs = fields(at.kind, Some(&newest.written), &leaves, &assigned, of_day, language);
            reader.beside(&theirs, |value| w.newest.replace("{v}", value));
            let fields = reader.mark(theirs);
            let at = At { kind: at.kind, item: Some(newest) };
            shown(&caller, &sheet, &at, &key, fields, (None, Vec::new()), (w.changed, StatusCode::CONFLICT))
        }
        Err(other) => Err(other.into()),
    }
}

/// What was typed of an item, by the rules; what is wrong stands in the reader. Beside the targets of the movement stands
/// what was assigned to the unit.
pub(super) fn take(
    kind: ItemKind,
    own: Option<&Item>,
    reader: &mut Reader<'_>,
    (leaves, assigned): (&[Target], &Assigned),
    others: &[Item],
    (of_day, w): (OfDay, &'static Words),
) -> Written {
    let old = own.and_then(|item| law::called(item.written.title_code.as_deref()?, &item.written.name));
    let title_of = |code: &str| of_day.title(code).or_else(|| old.filter(|title| title.code == code));
    let mut written = read(kind, reader, leaves, assigned, title_of, w);
    written.person_id = own.and_then(|item| item.written.person_id.clone());
    check(&written, others, own, reader, w);
    if stands(&written) != Against::Worse {
        written.reason = None;
    }
    written
}

fn read(
    kind: ItemKind,
    reader: &mut Reader<'_>,
    leaves: &[Target],
    assigned: &Assigned,
    title_of: impl Fn(&str) -> Option<&'static Title>,
    w: &'static Words,
) -> Written {
    let mut written = Written {
        kind,
        target_id: None,
        shared: false,
        name: String::new(),
        comparator: None,
        direction: Direction::Neither,
        planned: None,
        registered: None,
        unit_of: None,
        title_code: None,
        person: None,
        person_id: None,
        hard: reader.tick("hard"),
        description: reader.text("description"),
        expected: reader.text("expected"),
        reason: reader.text("reason"),
    };
    match kind {
        ItemKind::Target => read_target(&mut written, reader, leaves, assigned, w),
        ItemKind::Title => {
            let title = reader.code("title", title_of);
            match title {
                Some(title) => {
                    written.name.clone_from(&title.name);
                    written.title_code = Some(title.code.clone());
                }
                None => reader.problem("title", w.title_needed),
            }
            written.hard = false;
            written.person = reader.text("person");
        }
        ItemKind::Task => written.name = reader.required("name"),
    }
    written
}

fn read_target(
    written: &mut Written,
    reader: &mut Reader<'_>,
    leaves: &[Target],
    assigned: &Assigned,
    w: &'static Words,
) {
    let leaf = reader.code("target", |id| leaves.iter().find(|leaf| leaf.id == id));
    written.unit_of = reader.text("unit_of");
    match leaf {
        Some(leaf) => {
            written.target_id = Some(leaf.id.clone());
            written.name = leaf.draft.name.clone();
            written.comparator = leaf.draft.comparator;
            written.direction = leaf.draft.direction;
            written.unit_of = leaf.draft.unit.clone().or(written.unit_of.take());
            written.planned = leaf.draft.value.or(leaf.reference);
            written.shared = reader.tick("shared");
        }
        None => {
            written.name = reader.required("name");
            written.comparator = reader.code("how", Comparator::from_code).or(Some(Comparator::AtLeast));
        }
    }
    let expected =
        if written.unit_of.as_deref() == Some("%") { Expectation::Percent } else { Expectation::Quantity };
    written.registered = reader.amount("registered", expected);
    if let Some(typed) = reader.amount("planned", expected) {
        written.planned = Some(typed);
    }
    // what was given by a document is what counts, whatever was typed
    if let Some(given) = written.target_id.as_deref().and_then(|target| assigned.value(target)) {
        written.planned = Some(given);
    }
    let without_value =
        written.comparator.is_some_and(|comparator| comparator.is_judged() || comparator == Comparator::NoneExists);
    if without_value {
        written.registered = None;
    } else if written.registered.is_none() {
        reader.problem("registered", w.value_needed);
    }
}

/// The rules of an item: less than asked has a reason, a title is for whom it is for, nothing stands twice.
fn check(written: &Written, others: &[Item], own: Option<&Item>, reader: &mut Reader<'_>, w: &'static Words) {
    let others = || others.iter().filter(|one| own.is_none_or(|own| own.id != one.id));
    match written.kind {
        ItemKind::Target => {
            if stands(written) == Against::Worse && written.reason.is_none() {
                let planned = show::amount(written.planned);
                reader.problem("reason", w.reason_needed.replace("{v}", &planned));
            }
            if written.target_id.is_some() && others().any(|one| one.written.target_id == written.target_id) {
                reader.problem("target", w.twice);
            }
        }
        ItemKind::Title => {
            let whom = written
                .title_code
                .as_deref()
                .and_then(|code| law::called(code, &written.name))
                .map(|title| title.whom);
            match (whom, &written.person) {
                (Some(Whom::Person), None) => reader.problem("person", w.person_needed),
                (Some(Whom::Collective), Some(_)) => reader.problem("person", w.person_unwanted),
                _ => {}
            }
            let person = |one: &Written| one.person.as_deref().map(fold);
            let same = |one: &&Item| {
                one.written.title_code == written.title_code && person(&one.written) == person(written)
            };
            if written.title_code.is_some() && others().any(|one| same(&one)) {
                reader.problem("title", w.twice);
            }
        }
        ItemKind::Task => {
            if written.hard && written.description.is_none() {
                reader.problem("description", w.hard_needs);
            }
            if written.hard && written.expected.is_none() {
                reader.problem("expected", w.hard_needs);
            }
        }
    }
}

/// An item in one line, for the log.
fn sentence(written: &Written) -> String {
    let unit = written.unit_of.as_deref();
    let promise =
        labels::promise(&written.name, written.comparator, written.registered, unit, Language::Vietnamese);
    written.person.as_ref().map_or(promise.clone(), |person| format!("{promise} ({person})"))
}
