//! The powers of one account: its own role, and what was given to it besides, each in a unit between two days.

use super::pages::{another, managed, suggested, typed_unit};
use super::words;
use crate::App;
use crate::clock::local_date;
use crate::face::forms::{Field, Input, Reader, Typed};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, show};
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use thidua_domain::access::{Act, Grant, Role};
use thidua_domain::basics::Language;
use thidua_domain::basics::date::short;
use thidua_store::audit::Entry;

struct Row {
    id: String,
    role: &'static str,
    unit: String,
    days: String,
    reason: String,
    by: String,
    holds: bool,
}

#[derive(Template)]
#[template(path = "accounts/powers.html")]
struct PowersPage {
    f: Frame,
    w: &'static words::Words,
    id: String,
    name: String,
    login: String,
    role: &'static str,
    unit: String,
    rows: Vec<Row>,
    fields: Vec<Field>,
    units: Vec<String>,
    typed_unit: String,
    unit_problem: Option<String>,
    refused: bool,
    own: bool,
}

fn fields(w: &'static words::Words, c: &'static crate::face::words::Words) -> Vec<Field> {
    let roles = Role::ALL.into_iter().filter(|role| *role != Role::Administrator);
    let roles = roles.map(|role| (role.code(), show::role(role, c))).collect();
    vec![
        Field::new("role", w.role, Input::Choice(roles), Role::Reporter.code()),
        Field::new("from", w.from, Input::Day, ""),
        Field::new("to", w.to, Input::Day, ""),
        Field::new("reason", w.reason, Input::Line, ""),
    ]
}

/// Marked fields, the typed unit, and what is wrong with it.
type Marked = (Vec<Field>, String, Option<String>);

async fn render(app: &App, caller: &Caller, visitor: &Visitor, id: &str, marked: Option<Marked>) -> Answer {
    let w = words::words(caller.preferences.language);
    let f = Frame::new(caller, Place::Accounts);
    let account = managed(app, visitor, id).await?;
    let today = local_date((app.clock)());
    let mut rows = Vec::new();
    for given in app.store.grants_of(id).await? {
        let unit = match &given.grant.unit_id {
            Some(unit) => app.store.unit(unit).await?.map(|unit| unit.name).unwrap_or_default(),
            None => String::new(),
        };
        let (from, to) = (given.grant.from.map(short), given.grant.to.map(short));
        rows.push(Row {
            role: show::role(given.grant.role, f.c),
            unit,
            days: match (from, to) {
                (None, None) => w.always.to_owned(),
                (from, to) => format!("{} – {}", from.unwrap_or_default(), to.unwrap_or_default()),
            },
            reason: given.reason,
            by: given.granted_by,
            holds: given.grant.to.is_none_or(|to| to >= today),
            id: given.id,
        });
    }
    let unit = match &account.unit_id {
        Some(unit) => app.store.unit(unit).await?.map(|unit| unit.name).unwrap_or_default(),
        None => f.c.all_authorities.to_owned(),
    };
    let refused = marked.is_some();
    let (fields, typed_unit, unit_problem) = marked.unwrap_or_else(|| (fields(w, f.c), String::new(), None));
    crate::face::frame::returned(
        &PowersPage {
            role: show::role(account.role, f.c),
            own: account.id == visitor.actor.account_id,
            units: suggested(app, visitor).await?,
            f,
            w,
            id: account.id,
            name: account.name,
            login: account.login,
            unit,
            rows,
            fields,
            typed_unit,
            unit_problem,
            refused,
        },
        false,
        refused,
    )
}

/// `GET /accounts/{id}`.
pub(crate) async fn show_account(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    render(&app, &caller, &visitor, &id, None).await
}

/// `POST /accounts/{id}/powers`: gives one.
pub(crate) async fn give(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    // nobody gives powers to oneself
    let account = another(&app, &visitor, &id).await?;
    let language = caller.preferences.language;
    let (w, c) = (words::words(language), crate::face::words::words(language));
    let mut reader = Reader::new(&typed, c);
    let role = reader.code("role", Role::from_code).unwrap_or(Role::Viewer);
    if role == Role::Administrator {
        reader.problem("role", w.not_administrator);
    }
    let (from, to) = (reader.day("from"), reader.day("to"));
    if let (Some(from), Some(to)) = (from, to)
        && to < from
    {
        reader.problem("to", w.days_order);
    }
    let reason = reader.required("reason");
    let typed_name = reader.text("unit").unwrap_or_default();
    let unit_id = typed_unit(&app, &visitor, &typed_name).await?;
    if unit_id.is_none() {
        reader.problem("unit", if typed_name.is_empty() { c.must_fill } else { w.unit_unknown });
    }
    if !reader.fine() {
        let problem = reader.problems.get("unit").cloned();
        let marked = (reader.mark(fields(w, c)), typed_name, problem);
        return render(&app, &caller, &visitor, &id, Some(marked)).await;
    }
    let change = app.store.change(visitor.author((app.clock)())).await?;
    let grant = Grant { role, unit_id: unit_id.clone(), from, to };
    change.grant(&account.id, &grant, &reason).await?;
    let vi = crate::face::words::words(Language::Vietnamese);
    let detail = format!("{}: {}, {typed_name}. {reason}", account.login, show::role(role, vi));
    change.commit(entry(unit_id, "account.power-given", &account.id, detail)).await?;
    go(format!("/accounts/{id}?done=saved"))
}

/// `POST /accounts/{id}/powers/{power}/end`: yesterday was its last day.
pub(crate) async fn end(
    State(app): State<App>,
    visitor: Visitor,
    Path((id, power)): Path<(String, String)>,
) -> Answer {
    let account = managed(&app, &visitor, &id).await?;
    let given =
        app.store.grants_of(&id).await?.into_iter().find(|given| given.id == power).ok_or(Refusal::NotFound)?;
    if let Some(unit) = &given.grant.unit_id {
        app.require(&visitor, Act::ManageAccounts, unit).await?;
    }
    let today = local_date((app.clock)());
    let change = app.store.change(visitor.author((app.clock)())).await?;
    let last = today.pred_opt().unwrap_or(today);
    change.end_grant(&account.id, &power, last).await.map_err(|_| Refusal::NotFound)?;
    change.commit(entry(account.unit_id, "account.power-ended", &account.id, account.login)).await?;
    go(format!("/accounts/{id}?done=saved"))
}

fn entry(unit_id: Option<String>, act: &'static str, account_id: &str, detail: String) -> Entry {
    Entry { unit_id, act, subject: "account", subject_id: account_id.to_owned(), detail: Some(detail) }
}
