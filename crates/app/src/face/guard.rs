//! The guard at the door: finds out who calls, looks the address up in the table of routes, refuses what is not there.

use super::caller::{Caller, Visitor};
use super::frame::{Frame, Place, page};
use super::once;
use super::preferences::{Preferences, cookie};
use super::refusal::Refusal;
use super::routes::{guard_of, limit_of, methods_of};
use super::show;
use crate::App;
use crate::signing_in::{SESSION_COOKIE, second, secrets::hash};
use askama::Template;
use axum::body::{Body, to_bytes};
use axum::extract::{MatchedPath, Request, State};
use axum::http::header::ALLOW;
use axum::http::{HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use thidua_domain::access::{Act, Actor, Role, may};
use thidua_domain::basics::Language;

/// Use of a session is noted no more often.
const SEEN_MINUTES: i64 = 5;

/// Who may come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guard {
    /// Anybody.
    Public,
    /// Whoever is signed in, even where a second factor has still to be set up.
    Entering,
    /// Whoever is signed in.
    SignedIn,
    /// Whose role may do this; whether it may do it *there* is asked by the handler, which knows where.
    May(Act),
}

/// Runs before every handler.
pub(crate) async fn guard(State(app): State<App>, request: Request, next: Next) -> Response {
    let preferences = Preferences::of(request.headers());
    let token = cookie(request.headers(), SESSION_COOKIE).map(str::to_owned);
    let visitor = match visitor(&app, token).await {
        Ok(visitor) => visitor,
        Err(refusal) => return error_page(&app, nobody(preferences, &request), refusal).await,
    };
    let mut caller = Caller {
        preferences,
        visitor,
        here: request.uri().path_and_query().map_or("/", |address| address.as_str()).to_owned(),
        done: request
            .uri()
            .query()
            .and_then(|query| query.split('&').find_map(|pair| pair.strip_prefix("done=")).map(str::to_owned)),
        once: once::identifier(),
    };
    let allowed = allowed(&caller, request.method(), request.extensions().get::<MatchedPath>());
    if let Err(refusal) = allowed {
        if matches!(refusal, Refusal::SecondFactorNeeded) && request.method() == Method::GET {
            return (StatusCode::SEE_OTHER, [("location", "/account/second-factor")]).into_response();
        }
        if matches!(refusal, Refusal::NotSignedIn) && request.method() == Method::GET {
            let next = if caller.here == "/" { String::new() } else { format!("?next={}", encoded(&caller.here)) };
            return (StatusCode::SEE_OTHER, [("location", format!("/sign-in{next}"))]).into_response();
        }
        return error_page(&app, caller, refusal).await;
    }
    let mut response = taken(&app, &mut caller, request, next).await.unwrap_or_else(Refusal::into_response);
    match response.extensions_mut().remove::<Refusal>().or_else(|| Refusal::of_raw(&response)) {
        Some(refusal) => error_page(&app, caller, refusal).await,
        None => response,
    }
}

/// Takes what was sent in whole, and hands it on; a form that was taken before is not handed on again.
async fn taken(app: &App, caller: &mut Caller, request: Request, next: Next) -> Result<Response, Refusal> {
    let (mut parts, body) = request.into_parts();
    let limit = parts.extensions.get::<MatchedPath>().map_or(0, |path| limit_of(&parts.method, path.as_str()));
    let body = to_bytes(body, limit).await.map_err(|error| Refusal::of_body(&error))?;
    let form =
        if parts.method == Method::POST { once::form(caller, &parts.headers, &caller.here, &body) } else { None };
    if let Some(form) = &form
        && let Some(answer) = once::earlier(app, form).await?
    {
        return Ok(answer);
    }
    if let Some(visitor) = &mut caller.visitor {
        visitor.form.clone_from(&form);
    }
    parts.extensions.insert(caller.clone());
    let response = next.run(Request::from_parts(parts, Body::from(body))).await;
    match &form {
        Some(form) => once::settle(app, form, response).await,
        None => Ok(response),
    }
}

fn allowed(caller: &Caller, method: &Method, path: Option<&MatchedPath>) -> Result<(), Refusal> {
    let path = path.ok_or(Refusal::NotFound)?.as_str();
    let guard = guard_of(method, path).ok_or_else(|| Refusal::WrongMethod(methods_of(path)))?;
    match (guard, &caller.visitor) {
        (Guard::Public, _) => Ok(()),
        (_, None) => Err(Refusal::NotSignedIn),
        (Guard::Entering, Some(_)) => Ok(()),
        (_, Some(visitor)) if visitor.must_enrol => Err(Refusal::SecondFactorNeeded),
        (Guard::SignedIn, Some(_)) => Ok(()),
        (Guard::May(act), Some(visitor)) if visitor.actor.may(act) => Ok(()),
        (Guard::May(act), Some(_)) => Err(Refusal::NotThisRole(act)),
    }
}

async fn visitor(app: &App, token: Option<String>) -> Result<Option<Visitor>, Refusal> {
    let Some(token) = token else { return Ok(None) };
    let session = hash(&token);
    let now = (app.clock)();
    let Some(open) = app.store.session(&session, now).await? else { return Ok(None) };
    if now - open.seen_at >= chrono::Duration::minutes(SEEN_MINUTES) {
        app.store.session_seen(&session, now).await?;
    }
    let account = open.account;
    let unit_name = match &account.unit_id {
        Some(unit) => app.store.unit(unit).await?.map(|unit| unit.name),
        None => None,
    };
    let further = app.store.grants_of(&account.id).await?.into_iter().map(|given| given.grant).collect();
    let actor = Actor::new(account.id, account.role, account.unit_id, further, crate::clock::local_date(now));
    let must_enrol = second::must_enrol(&app.settings, &actor, open.factor, open.account_since, now);
    Ok(Some(Visitor { actor, name: account.name, unit_name, session, must_enrol, form: None }))
}

/// An address inside an address.
pub(crate) fn encoded(address: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/?=".contains(&byte);
    let one = |byte: u8| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    address.bytes().map(one).collect()
}

fn nobody(preferences: Preferences, request: &Request) -> Caller {
    let here = request.uri().path().to_owned();
    Caller { preferences, visitor: None, here, done: None, once: String::new() }
}

#[derive(Template)]
#[template(path = "face/error.html")]
struct ErrorPage {
    f: Frame,
    number: u16,
    heading: &'static str,
    says: String,
    advice: &'static str,
    code: Option<String>,
}

/// The roles that may do something, as the table of powers has them.
fn roles(act: Act, language: Language) -> String {
    let c = super::words::words(language);
    let named = Role::ALL.into_iter().filter(|role| may(*role, act)).map(|role| show::role(role, c));
    named.collect::<Vec<_>>().join("; ")
}

/// The one renderer of refusals.
pub(crate) async fn error_page(_: &App, caller: Caller, refusal: Refusal) -> Response {
    let language = caller.preferences.language;
    let w = super::refusal_words::words(language);
    let (heading, says, advice, code) = match &refusal {
        Refusal::NotSignedIn => (w.sign_in, w.sign_in_says.to_owned(), w.sign_in_advice, None),
        Refusal::NotAllowed => (w.not_allowed, w.not_allowed_says.to_owned(), w.not_allowed_advice, None),
        Refusal::NotThisRole(act) => {
            (w.not_allowed, w.belongs_to.replace("{roles}", &roles(*act, language)), w.not_allowed_advice, None)
        }
        Refusal::SecondFactorNeeded => {
            (w.second_factor, w.second_factor_says.to_owned(), w.second_factor_advice, None)
        }
        Refusal::NotFound => (w.not_found, w.not_found_says.to_owned(), w.not_found_advice, None),
        Refusal::ChangedMeanwhile => (w.changed, w.changed_says.to_owned(), w.changed_advice, None),
        Refusal::Invalid(says) => (w.invalid, says.in_language(language).to_owned(), w.invalid_advice, None),
        Refusal::TooLarge => (w.too_large, w.too_large_says.to_owned(), w.too_large_advice, None),
        Refusal::AlreadySent => (w.already_sent, w.already_sent_says.to_owned(), w.already_sent_advice, None),
        Refusal::WrongMethod(_) => (w.wrong_method, w.wrong_method_says.to_owned(), w.wrong_method_advice, None),
        Refusal::WrongKind => (w.unread, w.wrong_kind_says.to_owned(), w.wrong_kind_advice, None),
        Refusal::Unread => (w.unread, w.unread_says.to_owned(), w.unread_advice, None),
        Refusal::CrossSite => (w.cross_site, w.cross_site_says.to_owned(), w.cross_site_advice, None),
        Refusal::Busy => (w.busy, w.busy_says.to_owned(), w.busy_advice, None),
        Refusal::TooLong => (w.invalid, super::words::words(language).too_long.to_owned(), w.invalid_advice, None),
        Refusal::TooMany => (w.too_many, w.too_many_says.to_owned(), w.too_many_advice, None),
        Refusal::TooOften => (w.too_often, w.too_often_says.to_owned(), w.too_often_advice, None),
        Refusal::Fault(code) => (w.fault, w.fault_says.to_owned(), w.fault_advice, Some(code.to_string())),
    };
    let status = refusal.status();
    let f = Frame::new(&caller, Place::Elsewhere);
    match page(&ErrorPage { f, number: status.as_u16(), heading, says, advice, code }) {
        Ok(mut response) => {
            *response.status_mut() = status;
            if let Refusal::WrongMethod(methods) = &refusal
                && let Ok(methods) = HeaderValue::from_str(methods)
            {
                response.headers_mut().insert(ALLOW, methods);
            }
            response
        }
        Err(_) => status.into_response(),
    }
}
