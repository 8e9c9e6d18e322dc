//! The list of accounts.

use super::actions::{self, NewAccount};
use super::words;
use crate::App;
use crate::face::forms::{Field, Input, Reader, Typed};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, page, show};
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use std::collections::{HashMap, HashSet};
use thidua_domain::access::Role;
use thidua_domain::basics::{Language, Says};
use thidua_store::StoreError;
use thidua_store::accounts::Account;

struct Row {
    id: String,
    name: String,
    login: String,
    role: &'static str,
    unit: String,
    class: &'static str,
    state: &'static str,
    locked: bool,
    own: bool,
    second_factor: bool,
}

#[derive(Template)]
#[template(path = "accounts/list.html")]
struct ListPage {
    f: Frame,
    w: &'static words::Words,
    rows: Vec<Row>,
    fields: Vec<Field>,
    units: Vec<(String, String)>,
    unit: String,
    unit_problem: Option<String>,
    refused: bool,
    code: Option<String>,
}

fn fields(w: &'static words::Words, c: &'static crate::face::words::Words) -> Vec<Field> {
    let roles = Role::ALL.into_iter().map(|role| (role.code(), show::role(role, c))).collect();
    vec![
        Field::new("name", w.name, Input::Line, ""),
        Field::new("login", w.login, Input::Line, "").hint(w.login_hint),
        Field::new("role", w.role, Input::Choice(roles), Role::StandingOffice.code()),
    ]
}

/// What is put back after a refusal: the fields, the chosen authority, what is wrong with it.
type Marked = (Vec<Field>, String, Option<String>);

async fn list(
    app: &App,
    caller: &Caller,
    visitor: &Visitor,
    marked: Option<Marked>,
    code: Option<String>,
) -> Answer {
    let w = words::words(caller.preferences.language);
    let f = Frame::new(caller, Place::Accounts);
    let units: Vec<(String, String)> =
        app.store.units().await?.into_iter().map(|unit| (unit.id, unit.name)).collect();
    let names: HashMap<&str, &str> = units.iter().map(|(id, name)| (id.as_str(), name.as_str())).collect();
    let with_factor: HashSet<String> = app.store.accounts_with_second_factor().await?.into_iter().collect();
    let rows = app
        .store
        .accounts()
        .await?
        .into_iter()
        .map(|account| {
            let (class, state) = match (account.locked, account.password_hash.is_some()) {
                (true, _) => ("missed", w.locked),
                (false, true) => ("met", w.active),
                (false, false) => ("not-begun", w.waiting),
            };
            Row {
                second_factor: with_factor.contains(&account.id),
                own: account.id == visitor.actor.account_id,
                unit: account
                    .unit_id
                    .as_deref()
                    .and_then(|unit| names.get(unit))
                    .map_or_else(|| f.c.all_authorities.to_owned(), |name| (*name).to_owned()),
                role: show::role(account.role, f.c),
                id: account.id,
                name: account.name,
                login: account.login,
                class,
                state,
                locked: account.locked,
            }
        })
        .collect();
    let refused = marked.is_some();
    let (fields, unit, unit_problem) = marked.unwrap_or_else(|| (fields(w, f.c), String::new(), None));
    let mut response = page(&ListPage { f, w, rows, fields, units, unit, unit_problem, refused, code })?;
    if refused {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(response)
}

/// `GET /accounts`.
pub(crate) async fn index(State(app): State<App>, caller: Caller, visitor: Visitor) -> Answer {
    list(&app, &caller, &visitor, None, None).await
}

fn is_login(login: &str) -> bool {
    (3..=40).contains(&login.len())
        && login.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b".-".contains(&byte))
}

/// `POST /accounts`.
pub(crate) async fn add(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Form(typed): Form<Typed>,
) -> Answer {
    let w = words::words(caller.preferences.language);
    let c = crate::face::words::words(caller.preferences.language);
    let mut reader = Reader::new(&typed, c);
    let name = reader.required("name");
    let login = reader.required("login");
    if !login.is_empty() && !is_login(&login) {
        reader.problem("login", w.bad_login);
    }
    let role = reader.code("role", Role::from_code).unwrap_or(Role::Viewer);
    let unit_id = reader.text("unit");
    let known = match &unit_id {
        Some(id) => app.store.unit(id).await?.is_some(),
        None => false,
    };
    // the administrator belongs to no authority, everybody else to one
    if (role == Role::Administrator) != unit_id.is_none() || (unit_id.is_some() && !known) {
        reader.problem("unit", w.unit_needed);
    }
    if reader.fine() {
        let new = NewAccount { login: login.clone(), name, role, unit_id: unit_id.clone() };
        match actions::add(&app, visitor.author((app.clock)()), new).await {
            Ok(code) => {
                let says = w.code_says.replace("{login}", &login).replace("{code}", &code);
                return list(&app, &caller, &visitor, None, Some(says)).await;
            }
            Err(StoreError::AlreadyThere) => reader.problem("login", w.taken),
            Err(other) => return Err(other.into()),
        }
    }
    let unit_problem = reader.problems.get("unit").cloned();
    let marked = (reader.mark(fields(w, c)), unit_id.unwrap_or_default(), unit_problem);
    list(&app, &caller, &visitor, Some(marked), None).await
}

async fn another(app: &App, visitor: &Visitor, id: &str) -> Result<Account, Refusal> {
    if id == visitor.actor.account_id {
        let says = |language| words::words(language).own_account;
        return Err(Refusal::Invalid(Says::new(says(Language::Vietnamese), says(Language::English))));
    }
    app.store.account(id).await?.ok_or(Refusal::NotFound)
}

/// `POST /accounts/{id}/code`.
pub(crate) async fn code(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    let account = another(&app, &visitor, &id).await?;
    let code = actions::give_code(&app, visitor.author((app.clock)()), &account).await?;
    let w = words::words(caller.preferences.language);
    let says = w.code_says.replace("{login}", &account.login).replace("{code}", &code);
    list(&app, &caller, &visitor, None, Some(says)).await
}

/// `POST /accounts/{id}/sessions/end`.
pub(crate) async fn end_sessions(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    let account = another(&app, &visitor, &id).await?;
    actions::end_sessions(&app, visitor.author((app.clock)()), &account).await?;
    go("/accounts?done=sessions")
}

/// `POST /accounts/{id}/second-factor/reset`.
pub(crate) async fn reset_second_factor(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    let account = another(&app, &visitor, &id).await?;
    let code = actions::reset_second_factor(&app, visitor.author((app.clock)()), &account).await?;
    let w = words::words(caller.preferences.language);
    let says = w.reset_says.replace("{login}", &account.login).replace("{code}", &code);
    list(&app, &caller, &visitor, None, Some(says)).await
}

/// `POST /accounts/{id}/lock`.
pub(crate) async fn lock(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    let account = another(&app, &visitor, &id).await?;
    actions::lock(&app, visitor.author((app.clock)()), &account, !account.locked).await?;
    go("/accounts?done=saved")
}
