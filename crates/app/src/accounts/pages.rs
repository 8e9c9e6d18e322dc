//! The list of accounts.

use super::actions::{self, NewAccount};
use super::words;
use crate::App;
use crate::face::forms::{Field, Input, Reader, Typed};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, page, show};
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use serde::Deserialize;
use std::collections::{HashMap, HashSet};
use thidua_domain::access::{Act, Role};
use thidua_domain::basics::text::fold;
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
    /// Names of units to choose from while typing.
    units: Vec<String>,
    more: bool,
    q: String,
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
    q: &str,
) -> Answer {
    let w = words::words(caller.preferences.language);
    let f = Frame::new(caller, Place::Accounts);
    let reached = reached(app, visitor).await?;
    let names = names(app, &reached).await?;
    let asked = fold(q);
    let mut shown: Vec<Account> =
        reached.into_iter().filter(|one| fold(&format!("{} {}", one.name, one.login)).contains(&asked)).collect();
    let more = shown.len() > SHOWN;
    shown.truncate(SHOWN);
    let units = suggested(app, visitor).await?;
    let with_factor: HashSet<String> = app.store.accounts_with_second_factor().await?.into_iter().collect();
    let rows = shown
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
                    .map_or_else(|| f.c.all_authorities.to_owned(), Clone::clone),
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
    let mut response =
        page(&ListPage { f, w, rows, fields, units, more, q: q.to_owned(), unit, unit_problem, refused, code })?;
    if refused {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(response)
}

/// Accounts that the list shows at most; the others are found by name.
const SHOWN: usize = 300;
/// Units that are suggested while typing.
const SUGGESTED: usize = 300;

/// What the list is asked for.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    q: String,
}

/// The accounts that this administrator may manage: those of their branch, or all.
async fn reached(app: &App, visitor: &Visitor) -> Result<Vec<Account>, Refusal> {
    let all = app.store.accounts().await?;
    if visitor.actor.units(Act::ManageAccounts).is_none() {
        return Ok(all);
    }
    let mut known: HashMap<String, bool> = HashMap::new();
    let mut found = Vec::new();
    for account in all {
        let Some(unit) = &account.unit_id else { continue };
        let theirs = match known.get(unit) {
            Some(theirs) => *theirs,
            None => {
                let theirs = app.may(visitor, Act::ManageAccounts, unit).await?;
                known.insert(unit.clone(), theirs);
                theirs
            }
        };
        if theirs {
            found.push(account);
        }
    }
    Ok(found)
}

async fn names(app: &App, accounts: &[Account]) -> Result<HashMap<String, String>, Refusal> {
    let mut ids: Vec<String> = accounts.iter().filter_map(|account| account.unit_id.clone()).collect();
    ids.sort();
    ids.dedup();
    Ok(app.store.units_of(&ids).await?.into_iter().map(|unit| (unit.id, unit.name)).collect())
}

/// Names of units that are likely meant: the tops of the tree and what is directly below, or the branch.
pub(super) async fn suggested(app: &App, visitor: &Visitor) -> Result<Vec<String>, Refusal> {
    let today = crate::clock::local_date((app.clock)());
    let tops = match visitor.actor.units(Act::ManageAccounts) {
        Some(units) => units.into_iter().map(str::to_owned).collect(),
        None => app
            .store
            .children_on(None, today, 0, 200)
            .await?
            .0
            .into_iter()
            .map(|one| one.unit.id)
            .collect::<Vec<_>>(),
    };
    let mut found = Vec::new();
    for top in tops {
        if found.len() >= SUGGESTED {
            break;
        }
        found.extend(
            app.store.branch_on(&top, today, SUGGESTED - found.len()).await?.into_iter().map(|unit| unit.name),
        );
    }
    Ok(found)
}

/// The unit that was typed, by identifier or by name; nothing when there is none or it is not theirs.
pub(super) async fn typed_unit(app: &App, visitor: &Visitor, typed: &str) -> Result<Option<String>, Refusal> {
    let unit = match app.store.unit(typed).await? {
        Some(unit) => Some(unit),
        None => app.store.unit_named(typed).await?,
    };
    Ok(match unit {
        Some(unit) if app.may(visitor, Act::ManageAccounts, &unit.id).await? => Some(unit.id),
        _ => None,
    })
}

/// `GET /accounts`.
pub(crate) async fn index(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Answer {
    list(&app, &caller, &visitor, None, None, &asked.q).await
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
    let name = reader.required_name("name");
    let login = reader.required("login");
    if !login.is_empty() && !is_login(&login) {
        reader.problem("login", w.bad_login);
    }
    let role = reader.code("role", Role::from_code).unwrap_or(Role::Viewer);
    let typed_name = reader.text("unit");
    let unit_id = match &typed_name {
        Some(typed) => typed_unit(&app, &visitor, typed).await?,
        None => None,
    };
    // an administrator may belong to no unit, and only such a one makes another; everybody else belongs to one
    let unbound = visitor.actor.units(Act::ManageAccounts).is_none();
    match (&typed_name, &unit_id) {
        (Some(_), None) => reader.problem("unit", w.unit_unknown),
        (None, _) if role != Role::Administrator || !unbound => reader.problem("unit", w.unit_needed),
        _ => {}
    }
    if reader.fine() {
        let new = NewAccount { login: login.clone(), name, role, unit_id: unit_id.clone() };
        match actions::add(&app, visitor.author((app.clock)()), new).await {
            Ok(code) => {
                let says = w.code_says.replace("{login}", &login).replace("{code}", &code);
                return list(&app, &caller, &visitor, None, Some(says), "").await;
            }
            Err(StoreError::AlreadyThere) => reader.problem("login", w.taken),
            Err(other) => return Err(other.into()),
        }
    }
    let unit_problem = reader.problems.get("unit").cloned();
    let marked = (reader.mark(fields(w, c)), typed_name.unwrap_or_default(), unit_problem);
    list(&app, &caller, &visitor, Some(marked), None, "").await
}

pub(super) async fn another(app: &App, visitor: &Visitor, id: &str) -> Result<Account, Refusal> {
    if id == visitor.actor.account_id {
        let says = |language| words::words(language).own_account;
        return Err(Refusal::Invalid(Says::new(says(Language::Vietnamese), says(Language::English))));
    }
    managed(app, visitor, id).await
}

/// Like [`another`], and also every unit in which the account holds or will hold a power: who gives a code, locks or
/// resets could otherwise use powers that reach out of their own branch.
pub(super) async fn another_whole(app: &App, visitor: &Visitor, id: &str) -> Result<Account, Refusal> {
    let account = another(app, visitor, id).await?;
    let today = crate::clock::local_date((app.clock)());
    for given in app.store.grants_of(id).await? {
        if let Some(unit) = given.grant.unit_id.filter(|_| given.grant.to.is_none_or(|to| to >= today)) {
            app.require(visitor, Act::ManageAccounts, &unit).await.map_err(|_| Refusal::NotAllowed)?;
        }
    }
    Ok(account)
}

/// The account of an address, if this person may manage it.
pub(super) async fn managed(app: &App, visitor: &Visitor, id: &str) -> Result<Account, Refusal> {
    let account = app.store.account(id).await?.ok_or(Refusal::NotFound)?;
    match &account.unit_id {
        Some(unit) => app.require(visitor, Act::ManageAccounts, unit).await?,
        None if visitor.actor.units(Act::ManageAccounts).is_some() => return Err(Refusal::NotFound),
        None => {}
    }
    Ok(account)
}

/// `POST /accounts/{id}/code`.
pub(crate) async fn code(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    let account = another_whole(&app, &visitor, &id).await?;
    let code = actions::give_code(&app, visitor.author((app.clock)()), &account).await?;
    let w = words::words(caller.preferences.language);
    let says = w.code_says.replace("{login}", &account.login).replace("{code}", &code);
    list(&app, &caller, &visitor, None, Some(says), "").await
}

/// `POST /accounts/{id}/sessions/end`.
pub(crate) async fn end_sessions(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    let account = another_whole(&app, &visitor, &id).await?;
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
    let account = another_whole(&app, &visitor, &id).await?;
    let code = actions::reset_second_factor(&app, visitor.author((app.clock)()), &account).await?;
    let w = words::words(caller.preferences.language);
    let says = w.reset_says.replace("{login}", &account.login).replace("{code}", &code);
    list(&app, &caller, &visitor, None, Some(says), "").await
}

/// `POST /accounts/{id}/lock`.
pub(crate) async fn lock(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    let account = another_whole(&app, &visitor, &id).await?;
    actions::lock(&app, visitor.author((app.clock)()), &account, !account.locked).await?;
    go("/accounts?done=saved")
}
