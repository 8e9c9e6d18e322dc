//! The pages of signing in.

use super::{SESSION_COOKIE, actions, words};
use crate::App;
use crate::face::frame::go;
use crate::face::preferences::local_address;
use crate::face::{Answer, Caller, Frame, Place, Visitor, page};
use askama::Template;
use axum::Form;
use axum::extract::{Query, State};
use axum::http::header::SET_COOKIE;
use serde::Deserialize;

#[derive(Template)]
#[template(path = "signing_in/sign_in.html")]
struct SignInPage {
    f: Frame,
    w: &'static words::Words,
    login: String,
    next: String,
    wrong: Option<String>,
}

/// Where to go after signing in.
#[derive(Deserialize, Default)]
pub(crate) struct Next {
    next: Option<String>,
}

/// `GET /sign-in`.
pub(crate) async fn sign_in_form(caller: Caller, Query(next): Query<Next>) -> Answer {
    if caller.visitor.is_some() {
        return go("/");
    }
    let w = words::words(caller.preferences.language);
    let next = local_address(next.next.as_deref());
    page(&SignInPage { f: Frame::new(&caller, Place::Elsewhere), w, login: String::new(), next, wrong: None })
}

/// What the form sends.
#[derive(Deserialize)]
pub(crate) struct SignIn {
    login: String,
    password: String,
    next: Option<String>,
}

/// `POST /sign-in`.
pub(crate) async fn sign_in(State(app): State<App>, caller: Caller, Form(form): Form<SignIn>) -> Answer {
    let login = actions::typed_login(&form.login);
    let next = local_address(form.next.as_deref());
    match actions::sign_in(&app, &login, form.password).await? {
        Some(token) => {
            let mut response = go(next)?;
            let secure = if app.settings.https { "; Secure" } else { "" };
            let cookie = format!("{SESSION_COOKIE}={token}; Path=/; HttpOnly; SameSite=Lax{secure}");
            if let Ok(cookie) = cookie.parse() {
                response.headers_mut().insert(SET_COOKIE, cookie);
            }
            Ok(response)
        }
        None => {
            let w = words::words(caller.preferences.language);
            let left = app.attempts.left(&login, (app.clock)());
            let wrong = Some(w.wrong.replace("{n}", &left.to_string()));
            let mut response =
                page(&SignInPage { f: Frame::new(&caller, Place::Elsewhere), w, login, next, wrong })?;
            *response.status_mut() = axum::http::StatusCode::UNPROCESSABLE_ENTITY;
            Ok(response)
        }
    }
}

/// `POST /sign-out`.
pub(crate) async fn sign_out(State(app): State<App>, visitor: Visitor) -> Answer {
    actions::sign_out(&app, &visitor).await?;
    let mut response = go("/sign-in?done=signed-out")?;
    if let Ok(cookie) = format!("{SESSION_COOKIE}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax").parse() {
        response.headers_mut().insert(SET_COOKIE, cookie);
    }
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
    let wrong = match form.password.chars().count() {
        ..10 => Some(w.short_password),
        201.. => Some(w.long_password),
        _ if !login.is_empty() && form.password.to_lowercase().contains(&login) => Some(w.same_as_login),
        _ if actions::set_password(&app, &login, &form.code, form.password).await? => None,
        _ => Some(w.bad_code),
    };
    if wrong.is_none() {
        return go("/sign-in?done=password");
    }
    let mut response = page(&SetPasswordPage { f: Frame::new(&caller, Place::Elsewhere), w, login, wrong })?;
    *response.status_mut() = axum::http::StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}
