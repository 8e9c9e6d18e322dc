//! The pages of signing in.

use super::actions::Entered;
use super::device::Device;
use super::{SESSION_COOKIE, actions, cookies, words};
use crate::App;
use crate::account::password::weakness;
use crate::face::frame::go;
use crate::face::guard::encoded;
use crate::face::preferences::local_address;
use crate::face::{Answer, Caller, Frame, Place, Visitor, page};
use askama::Template;
use axum::Form;
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use serde::Deserialize;

#[derive(Template)]
#[template(path = "signing_in/sign_in.html")]
struct SignInPage {
    f: Frame,
    w: &'static words::Words,
    login: String,
    next: String,
    wrong: Option<String>,
    provider: Option<String>,
    provider_address: String,
}

/// Where to go after signing in.
#[derive(Deserialize, Default)]
pub(crate) struct Next {
    pub(crate) next: Option<String>,
}

/// The page, with what went wrong.
pub(crate) fn show_sign_in(
    app: &App,
    caller: &Caller,
    login: String,
    next: String,
    wrong: Option<String>,
) -> Answer {
    let w = words::words(caller.preferences.language);
    let refused = wrong.is_some();
    let provider = app.settings.provider.as_ref().map(|one| w.with_provider.replace("{name}", &one.name));
    let query = if next == "/" { String::new() } else { format!("?next={}", encoded(&next)) };
    let provider_address = format!("/sign-in/provider{query}");
    let f = Frame::new(caller, Place::Elsewhere);
    crate::face::frame::returned(
        &SignInPage { f, w, login, next, wrong, provider, provider_address },
        false,
        refused,
    )
}

/// `GET /sign-in`.
pub(crate) async fn sign_in_form(State(app): State<App>, caller: Caller, Query(next): Query<Next>) -> Answer {
    if caller.visitor.is_some() {
        return go("/");
    }
    show_sign_in(&app, &caller, String::new(), local_address(next.next.as_deref()), None)
}

/// What the form sends.
#[derive(Deserialize)]
pub(crate) struct SignIn {
    login: String,
    password: String,
    next: Option<String>,
}

/// `POST /sign-in`.
pub(crate) async fn sign_in(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    Form(form): Form<SignIn>,
) -> Answer {
    let login = actions::typed_login(&form.login);
    let next = local_address(form.next.as_deref());
    let device = Device::of(&headers);
    match actions::sign_in(&app, &login, form.password, &device).await? {
        Some(entered) => led_on(&app, entered, next, &device),
        None => {
            let w = words::words(caller.preferences.language);
            let left = app.attempts.left(&login, (app.clock)());
            let wrong = w.wrong.replace("{n}", &left.to_string());
            show_sign_in(&app, &caller, login, next, Some(wrong))
        }
    }
}

/// To where somebody wanted, or first to the second factor.
pub(crate) fn led_on(app: &App, entered: Entered, next: String, device: &Device) -> Answer {
    match entered {
        Entered::Open(token) => {
            let mut response = go(next)?;
            cookies::give_session(&mut response, app, &token, device);
            Ok(response)
        }
        Entered::Half(token) => {
            let query = if next == "/" { String::new() } else { format!("?next={}", encoded(&next)) };
            let mut response = go(format!("/sign-in/second{query}"))?;
            cookies::set(&mut response, app, SESSION_COOKIE, &token, None);
            Ok(response)
        }
    }
}

/// `POST /sign-out`.
pub(crate) async fn sign_out(State(app): State<App>, visitor: Visitor) -> Answer {
    actions::sign_out(&app, &visitor).await?;
    let mut response = go("/sign-in?done=signed-out")?;
    cookies::set(&mut response, &app, SESSION_COOKIE, "", Some(0));
    Ok(response)
}

#[derive(Template)]
#[template(path = "signing_in/set_password.html")]
struct SetPasswordPage {
    f: Frame,
    w: &'static words::Words,
    login: String,
    wrong: Option<&'static str>,
}

/// `GET /set-password`.
pub(crate) async fn set_password_form(caller: Caller) -> Answer {
    let w = words::words(caller.preferences.language);
    page(&SetPasswordPage { f: Frame::new(&caller, Place::Elsewhere), w, login: String::new(), wrong: None })
}

/// What the form sends.
#[derive(Deserialize)]
pub(crate) struct SetPassword {
    login: String,
    code: String,
    password: String,
}

/// `POST /set-password`.
pub(crate) async fn set_password(State(app): State<App>, caller: Caller, Form(form): Form<SetPassword>) -> Answer {
    let w = words::words(caller.preferences.language);
    let login = actions::typed_login(&form.login);
    let wrong = match weakness(&form.password, &login, w) {
        Some(weak) => Some(weak),
        None if actions::set_password(&app, &login, &form.code, form.password).await? => None,
        None => Some(w.bad_code),
    };
    if wrong.is_none() {
        return go("/sign-in?done=password");
    }
    let mut response = page(&SetPasswordPage { f: Frame::new(&caller, Place::Elsewhere), w, login, wrong })?;
    *response.status_mut() = axum::http::StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}
