//! The forms that add and correct a record.

use super::actions::{self, IdentityChange, person_for};
use super::likeness::candidates;
use super::reach::{Named, unit_named, usual_unit};
use super::words::{Words, words};
use super::{identity, labels};
use crate::App;
use crate::clock::local_date;
use crate::face::forms::{Field, Input, Reader, Typed};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, page};
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use chrono::Datelike;
use thidua_domain::access::Act;
use thidua_domain::basics::date::{read_date, short};
use thidua_domain::people::identity::{IdentityNumber, IdentityProblem};
use thidua_domain::people::likeness::Traits;
use thidua_domain::people::{Category, Person, PersonKind, Post, Sex, Standing, name};
use thidua_store::StoreError;

/// A record that may be the same person, beside the form that adds one.
struct AlikeRow {
    id: String,
    name: String,
    birth: String,
    score: i32,
    reasons: String,
}

#[derive(Template)]
#[template(path = "people/form.html")]
struct FormPage {
    f: Frame,
    w: &'static Words,
    id: String,
    name: String,
    fields: Vec<Field>,
    alike: Vec<AlikeRow>,
    refused: bool,
    changed: bool,
    version: i64,
}

/// A record as a form begins with it.
fn blank(unit_id: Option<String>) -> Person {
    Person {
        id: String::new(),
        kind: PersonKind::Individual,
        name: String::new(),
        birth_year: None,
        birth_day: None,
        sex: None,
        post: Post {
            unit_id,
            title: None,
            leader: false,
            category: Category::Official,
            from: None,
            to: None,
            document: None,
        },
        standing: Standing::Active,
        collective_unit_id: None,
        note: None,
        merged_into: None,
        version: 0,
    }
}

fn optional(all: Vec<(&'static str, &'static str)>, none: &'static str) -> Input {
    Input::Choice(std::iter::once(("", none)).chain(all).collect())
}

async fn fields(app: &App, w: &'static Words, one: &Person, none: &'static str) -> Result<Vec<Field>, Refusal> {
    let unit_name = async |id: &Option<String>| -> Result<String, Refusal> {
        Ok(match id {
            Some(id) => app.store.unit(id).await?.map(|unit| unit.name).unwrap_or_default(),
            None => String::new(),
        })
    };
    let kept = if one.id.is_empty() { None } else { app.store.identity_of(&one.id).await? };
    let day = one.post.from.map(short).unwrap_or_default();
    let kinds = labels::choices(PersonKind::ALL, PersonKind::code, |kind| labels::kind(kind, w));
    let sexes = labels::choices(Sex::ALL, Sex::code, |sex| labels::sex(sex, w));
    let standings = labels::choices(Standing::ALL, Standing::code, |one| labels::standing(one, w));
    let identity_hint = if kept.is_some() { w.identity_kept } else { w.identity_hint };
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let mut fields = vec![
        Field::new("kind", w.kind, Input::Choice(kinds), one.kind.code()),
        Field::new("name", w.name, Input::Line, one.name.clone()).hint(w.name_hint),
        Field::new("birth", w.birth, Input::Line, one.birth()).hint(w.birth_hint),
        Field::new("sex", w.sex, optional(sexes, none), one.sex.map_or("", Sex::code)),
        Field::new("unit", w.unit, Input::Line, unit_name(&one.post.unit_id).await?).hint(w.in_unit_hint),
        Field::new("category", w.category, Input::Choice(labels::categories(w)), one.post.category.code()),
        Field::new("title", w.title, Input::Line, text(&one.post.title)),
        Field::new("leader", w.is_leader, Input::Tick, if one.post.leader { "yes" } else { "" }),
        Field::new("from", w.since, Input::Day, day),
        Field::new("document", w.document, Input::Line, text(&one.post.document)),
        Field::new("standing", w.standing, Input::Choice(standings), one.standing.code()),
        Field::new("is_unit", w.is_unit, Input::Line, unit_name(&one.collective_unit_id).await?)
            .hint(w.is_unit_hint),
        Field::new("identity", w.identity, Input::Line, "").hint(identity_hint),
    ];
    if kept.is_some() {
        fields.push(Field::new("identity_remove", w.identity_remove, Input::Tick, ""));
    }
    fields.push(Field::new("note", w.note, Input::Text, text(&one.note)));
    Ok(fields)
}

/// `GET /people/new`.
pub(crate) async fn add_form(State(app): State<App>, caller: Caller, visitor: Visitor) -> Answer {
    let (w, f) = (words(caller.preferences.language), Frame::new(&caller, Place::People));
    let unit = usual_unit(&app, &visitor, Act::ManagePeople).await?;
    let fields = fields(&app, w, &blank(unit.map(|unit| unit.id)), f.c.none).await?;
    let (id, name) = (String::new(), String::new());
    page(&FormPage { f, w, id, name, fields, alike: Vec::new(), refused: false, changed: false, version: 0 })
}

/// `GET /people/{id}/edit`.
pub(crate) async fn edit_form(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    let person = person_for(&app, &visitor, &id, Act::ManagePeople).await?;
    let (w, f) = (words(caller.preferences.language), Frame::new(&caller, Place::People));
    let fields = fields(&app, w, &person, f.c.none).await?;
    let (name, version) = (person.name, person.version);
    page(&FormPage { f, w, id, name, fields, alike: Vec::new(), refused: false, changed: false, version })
}

/// What a form says, over what is kept.
struct Said {
    person: Person,
    number: Option<IdentityNumber>,
    /// The number tells another year of birth than the one typed, and nobody said that it is right.
    number_asks: bool,
}

async fn read(
    app: &App,
    visitor: &Visitor,
    w: &'static Words,
    reader: &mut Reader<'_>,
    typed: &Typed,
    before: &Person,
) -> Result<Said, Refusal> {
    let today = local_date((app.clock)());
    let mut one = before.clone();
    one.kind = reader.code("kind", PersonKind::from_code).unwrap_or(before.kind);
    one.name = name::tidy(&reader.required_name("name"));
    let birth = reader.text("birth").unwrap_or_default();
    (one.birth_year, one.birth_day) = (None, None);
    match (birth.len(), birth.parse::<i32>(), read_date(&birth)) {
        (0, _, _) => {}
        (4, Ok(year), _) if (1880..=today.year()).contains(&year) => one.birth_year = Some(year),
        (_, _, Ok(day)) if day <= today => one = one.born_on(day),
        _ => reader.problem("birth", w.birth_bad),
    }
    one.sex = reader.code("sex", Sex::from_code);
    one.post.category = reader.code("category", Category::from_code).unwrap_or(before.post.category);
    if let Some(of_kind) = Category::of_kind(one.kind)
        && !one.post.category.fits(one.kind)
    {
        // a household and a collective say by their kind what they are
        one.post.category = of_kind;
    } else if !one.post.category.fits(one.kind) {
        reader.problem("category", w.category_misfit);
    }
    one.post.title = reader.text("title");
    one.post.leader = reader.tick("leader");
    one.post.from = reader.day("from");
    one.post.document = reader.text("document");
    one.standing = reader.code("standing", Standing::from_code).unwrap_or(Standing::Active);
    one.note = reader.text("note");
    let unit = reader.required("unit");
    one.post.unit_id = unit_field(app, visitor, w, reader, "unit", &unit).await?;
    let is_unit = reader.text("is_unit");
    one.collective_unit_id = match is_unit {
        Some(typed) if one.kind == PersonKind::Collective => {
            unit_field(app, visitor, w, reader, "is_unit", &typed).await?
        }
        _ => None,
    };
    let number = read_number(app, visitor, w, reader, &one).await?;
    let told = number.as_ref().map(|number| number.tells().1);
    let number_asks = told.is_some()
        && one.birth_year.is_some()
        && told != one.birth_year
        && !typed.contains_key("identity_sure");
    if number_asks {
        reader.problem("identity", w.identity_tells.replace("{year}", &told.unwrap_or_default().to_string()));
    }
    Ok(Said { person: one, number, number_asks })
}

async fn unit_field(
    app: &App,
    visitor: &Visitor,
    w: &'static Words,
    reader: &mut Reader<'_>,
    field: &'static str,
    typed: &str,
) -> Result<Option<String>, Refusal> {
    if typed.is_empty() {
        return Ok(None);
    }
    match unit_named(app, visitor, Act::ManagePeople, typed).await? {
        Named::One(unit) => return Ok(Some(unit.id)),
        Named::Unknown => reader.problem(field, w.unit_unknown),
        Named::Several(names) => reader.problem(field, format!("{} {}.", w.unit_several, names.join("; "))),
    }
    Ok(None)
}

async fn read_number(
    app: &App,
    visitor: &Visitor,
    w: &'static Words,
    reader: &mut Reader<'_>,
    one: &Person,
) -> Result<Option<IdentityNumber>, Refusal> {
    let Some(typed) = reader.text("identity") else { return Ok(None) };
    let number = match IdentityNumber::read(&typed) {
        Ok(number) => number,
        Err(problem) => {
            reader.problem("identity", number_problem(problem, w));
            return Ok(None);
        }
    };
    let own = app.store.same_person(&one.id).await?;
    for other in app.store.people_with_identity(&identity::hash(app, &number)?).await? {
        if other.id != one.id && !own.contains(&other.id) {
            let open = match &other.post.unit_id {
                Some(unit) => app.may(visitor, Act::Look, unit).await?,
                None => false,
            };
            let name = if open { other.name } else { w.identity_elsewhere.to_owned() };
            reader.problem("identity", w.identity_taken.replace("{name}", &name));
        }
    }
    Ok(Some(number))
}

pub(crate) fn number_problem(problem: IdentityProblem, w: &'static Words) -> String {
    match problem {
        IdentityProblem::NotDigits => w.identity_digits.to_owned(),
        IdentityProblem::Length(n) => w.identity_length.replace("{n}", &n.to_string()),
        IdentityProblem::Place => w.identity_place.to_owned(),
    }
}

/// The form again, with what is wrong.
fn again(form: FormPage, said: &Said, status: StatusCode) -> Answer {
    let mut form = form;
    if said.number_asks
        && let Some(at) = form.fields.iter().position(|field| field.name == "identity")
    {
        form.fields.insert(at + 1, Field::new("identity_sure", form.w.identity_sure, Input::Tick, ""));
    }
    let mut response = page(&form)?;
    *response.status_mut() = status;
    Ok(response)
}

/// `POST /people`: adds, after the records that may be the same person were shown.
pub(crate) async fn add(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Form(typed): Form<Typed>,
) -> Answer {
    let (w, f) = (words(caller.preferences.language), Frame::new(&caller, Place::People));
    let mut reader = Reader::new(&typed, f.c);
    let said = read(&app, &visitor, w, &mut reader, &typed, &blank(None)).await?;
    let mut alike = Vec::new();
    if reader.fine() && !reader.tick("not_another") {
        let mut traits = Traits::of(&said.person);
        traits.identity = said.number.as_ref().map(|number| identity::hash(&app, number)).transpose()?;
        for (one, likeness) in candidates(&app, &visitor, &mut traits, &[]).await?.into_iter().take(10) {
            let reasons: Vec<&str> = likeness.grounds.iter().map(|ground| labels::ground(*ground, w)).collect();
            let (birth, reasons) = (one.birth(), reasons.join(", "));
            alike.push(AlikeRow { id: one.id, name: one.name, birth, score: likeness.score, reasons });
        }
    }
    if !reader.fine() || !alike.is_empty() {
        let refused = !reader.fine();
        let mut fields = reader.mark(fields(&app, w, &blank(None), f.c.none).await?);
        if !alike.is_empty() {
            fields.push(Field::new("not_another", w.not_another, Input::Tick, ""));
        }
        let (id, name) = (String::new(), String::new());
        let form = FormPage { f, w, id, name, fields, alike, refused, changed: false, version: 0 };
        return again(form, &said, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let author = visitor.author((app.clock)());
    let id = actions::add(&app, author, said.person, said.number.as_ref()).await?;
    go(format!("/people/{id}?done=saved"))
}

/// `POST /people/{id}`: corrects.
pub(crate) async fn correct(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let before = person_for(&app, &visitor, &id, Act::ManagePeople).await?;
    let (w, f) = (words(caller.preferences.language), Frame::new(&caller, Place::People));
    let seen = crate::face::forms::seen(&typed);
    let mut reader = Reader::new(&typed, f.c);
    let said = read(&app, &visitor, w, &mut reader, &typed, &before).await?;
    let mut changed = false;
    if reader.fine() {
        let identity = match &said.number {
            Some(number) => IdentityChange::Becomes(number.clone()),
            None if reader.tick("identity_remove") => IdentityChange::Goes,
            None => IdentityChange::Stays,
        };
        let author = visitor.author((app.clock)());
        match actions::correct(&app, author, &before, &said.person, identity, seen).await {
            Ok(()) => return go(format!("/people/{id}?done=saved")),
            Err(StoreError::ChangedMeanwhile) => changed = true,
            Err(other) => return Err(other.into()),
        }
    }
    let newest = app.store.person(&id).await?.ok_or(Refusal::NotFound)?;
    let now = fields(&app, w, &newest, f.c.none).await?;
    if changed {
        // what was typed stays in the fields; what the other person wrote stands beside each that differs
        let open = now.iter().filter(|field| !field.name.starts_with("identity"));
        reader.beside(open, |value| format!("{}: {value}", w.newest));
    }
    let fields = reader.mark(now);
    let (name, version) = (newest.name, newest.version);
    let form = FormPage { f, w, id, name, fields, alike: Vec::new(), refused: !changed, changed, version };
    again(form, &said, if changed { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY })
}
