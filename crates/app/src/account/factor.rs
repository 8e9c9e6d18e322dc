//! Setting up, replacing and removing the second factor.

use super::actions::{self, Guarded};
use super::pages::{Wrong, show_account};
use super::words;
use crate::App;
use crate::face::forms::Typed;
use crate::face::frame::go;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, page};
use crate::signing_in::passkeys::{self, Offer};
use crate::signing_in::{authenticator, second};
use askama::Template;
use axum::Form;
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::IntoResponse;

#[derive(Template)]
#[template(path = "account/enrol.html")]
struct EnrolPage {
    f: Frame,
    w: &'static words::Words,
    note: Option<&'static str>,
    key: String,
    address: String,
    wrong: Option<String>,
    p: &'static crate::signing_in::words::Words,
    passkey: Option<Offer>,
    user: String,
    login: String,
}

#[derive(Template)]
#[template(path = "account/codes.html")]
struct CodesPage {
    f: Frame,
    w: &'static words::Words,
    login: String,
    codes: Vec<String>,
    enrolled: bool,
}

async fn address(app: &App, visitor: &Visitor, f: &Frame) -> Result<String, Refusal> {
    let account = actions::own(app, visitor).await?;
    Ok(authenticator::address(f.c.product, &account.login, &actions::offered_secret(app, visitor)?))
}

/// The page, with what went wrong.
pub(crate) async fn show_enrolment(app: &App, caller: &Caller, visitor: &Visitor, wrong: Option<String>) -> Answer {
    if app.store.authenticator(&visitor.actor.account_id).await?.is_some() {
        return go("/account");
    }
    let w = words::words(caller.preferences.language);
    let f = Frame::new(caller, Place::Elsewhere);
    let key = authenticator::in_groups(&authenticator::base32(&actions::offered_secret(app, visitor)?));
    let address = address(app, visitor, &f).await?;
    let p = crate::signing_in::words::words(caller.preferences.language);
    let (user, login) = (visitor.actor.account_id.clone(), actions::own(app, visitor).await?.login);
    let passkey = passkeys::offer(app, &visitor.session, &visitor.actor.account_id).await?;
    let refused = wrong.is_some();
    let note = visitor.must_enrol.then_some(w.enrol_must);
    crate::face::frame::returned(
        &EnrolPage { f, w, note, key, address, wrong, p, passkey, user, login },
        false,
        refused,
    )
}

/// `GET /account/second-factor`.
pub(crate) async fn form(State(app): State<App>, caller: Caller, visitor: Visitor) -> Answer {
    show_enrolment(&app, &caller, &visitor, None).await
}

/// `GET /account/second-factor/qr.svg`.
pub(crate) async fn picture(State(app): State<App>, caller: Caller, visitor: Visitor) -> Answer {
    if app.store.authenticator(&visitor.actor.account_id).await?.is_some() {
        return Err(Refusal::NotFound);
    }
    let address = address(&app, &visitor, &Frame::new(&caller, Place::Elsewhere)).await?;
    let picture = authenticator::picture(&address).ok_or(Refusal::NotFound)?;
    Ok(([(CONTENT_TYPE, "image/svg+xml"), (CACHE_CONTROL, "no-store")], picture).into_response())
}

/// What is said of a wrong code.
pub(crate) async fn wrong(app: &App, caller: &Caller, visitor: &Visitor) -> Result<String, Refusal> {
    let account = actions::own(app, visitor).await?;
    let left = app.attempts.left(&second::attempts_of(&account.login), (app.clock)());
    Ok(words::words(caller.preferences.language).wrong_code.replace("{n}", &left.to_string()))
}

/// The page that shows recovery codes, once.
pub(crate) async fn show_codes(
    app: &App,
    caller: &Caller,
    visitor: &Visitor,
    codes: Vec<String>,
    enrolled: bool,
) -> Answer {
    let w = words::words(caller.preferences.language);
    let login = actions::own(app, visitor).await?.login;
    page(&CodesPage { f: Frame::new(caller, Place::Elsewhere), w, login, codes, enrolled })
}

/// `POST /account/second-factor`.
pub(crate) async fn enrol(
    State(app): State<App>,
    caller: Caller,
    mut visitor: Visitor,
    Form(typed): Form<Typed>,
) -> Answer {
    let code = typed.get("code").map_or("", String::as_str);
    if app.store.authenticator(&visitor.actor.account_id).await?.is_some() {
        return go("/account");
    }
    match actions::enrol(&app, &visitor, code).await? {
        Some(codes) => {
            visitor.must_enrol = false;
            let caller = Caller { visitor: Some(visitor.clone()), ..caller };
            show_codes(&app, &caller, &visitor, codes, true).await
        }
        None => {
            let wrong = wrong(&app, &caller, &visitor).await?;
            show_enrolment(&app, &caller, &visitor, Some(wrong)).await
        }
    }
}

/// `POST /account/second-factor/remove`.
pub(crate) async fn remove(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Form(typed): Form<Typed>,
) -> Answer {
    let code = typed.get("code").map_or("", String::as_str);
    match actions::with_code(&app, &visitor, code, Guarded::RemoveApp).await? {
        Some(_) => go("/account?done=factor-removed"),
        None => {
            let wrong = Wrong { place: "app".to_owned(), says: wrong(&app, &caller, &visitor).await? };
            show_account(&app, &caller, &visitor, Some(wrong)).await
        }
    }
}

/// `POST /account/recovery-codes`.
pub(crate) async fn new_codes(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Form(typed): Form<Typed>,
) -> Answer {
    let code = typed.get("code").map_or("", String::as_str);
    match actions::with_code(&app, &visitor, code, Guarded::NewCodes).await? {
        Some(codes) => show_codes(&app, &caller, &visitor, codes, false).await,
        None => {
            let wrong = Wrong { place: "recovery-codes".to_owned(), says: wrong(&app, &caller, &visitor).await? };
            show_account(&app, &caller, &visitor, Some(wrong)).await
        }
    }
}
