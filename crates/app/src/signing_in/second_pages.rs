//! The page between the password and the inside.

use super::device::Device;
use super::passkeys::{self, Offer};
use super::{SESSION_COOKIE, actions, cookies, second, secrets, words};
use crate::App;
use crate::face::frame::go;
use crate::face::preferences::{cookie, local_address};
use crate::face::{Answer, Caller, Frame, Place, Refusal};
use askama::Template;
use axum::Form;
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use serde::Deserialize;
use thidua_store::accounts::Account;

#[derive(Template)]
#[template(path = "signing_in/second.html")]
struct SecondPage {
    f: Frame,
    w: &'static words::Words,
    lead: String,
    next: String,
    wrong: Option<String>,
    passkey: Option<Offer>,
}

/// Where to go afterwards, and what was typed.
#[derive(Deserialize, Default)]
pub(crate) struct Second {
    next: Option<String>,
    code: Option<String>,
}

/// Somebody whose password was right: the hash of the half session, and the account.
pub(crate) async fn waiting(app: &App, headers: &HeaderMap) -> Result<Option<(String, Account)>, Refusal> {
    let Some(token) = cookie(headers, SESSION_COOKIE) else { return Ok(None) };
    let half = secrets::hash(token);
    let found = app.store.half_session(&half, (app.clock)()).await?;
    Ok(found.map(|session| (half, session.account)))
}

/// The page, with what went wrong.
pub(crate) async fn show(
    app: &App,
    caller: &Caller,
    half: &str,
    account: &Account,
    next: String,
    wrong: Option<String>,
) -> Answer {
    let w = words::words(caller.preferences.language);
    let refused = wrong.is_some();
    let lead = w.second_lead.replace("{name}", &account.name);
    let passkey = passkeys::offer(app, half, &account.id).await?.filter(|offer| !offer.credentials.is_empty());
    let f = Frame::new(caller, Place::Elsewhere);
    crate::face::frame::returned(&SecondPage { f, w, lead, next, wrong, passkey }, false, refused)
}

/// `GET /sign-in/second`.
pub(crate) async fn form(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    Query(asked): Query<Second>,
) -> Answer {
    match waiting(&app, &headers).await? {
        Some((half, account)) => {
            show(&app, &caller, &half, &account, local_address(asked.next.as_deref()), None).await
        }
        None => go("/sign-in"),
    }
}

/// `POST /sign-in/second`.
pub(crate) async fn finish(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    Form(typed): Form<Second>,
) -> Answer {
    let Some((half, account)) = waiting(&app, &headers).await? else { return go("/sign-in") };
    let next = local_address(typed.next.as_deref());
    let device = Device::of(&headers);
    let code = typed.code.unwrap_or_default();
    match actions::finish_with_code(&app, &half, &account, &code, &device).await? {
        Some(token) => {
            let mut response = go(next)?;
            cookies::give_session(&mut response, &app, &token, &device);
            Ok(response)
        }
        None => {
            let w = words::words(caller.preferences.language);
            let left = app.attempts.left(&second::attempts_of(&account.login), (app.clock)());
            let wrong = w.second_wrong.replace("{n}", &left.to_string());
            show(&app, &caller, &half, &account, next, Some(wrong)).await
        }
    }
}
