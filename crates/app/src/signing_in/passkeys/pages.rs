//! Passkeys: signing in with one, adding, removing.

use super::{asked, ceremony, challenge};
use crate::App;
use crate::account::actions::{self as own, Guarded};
use crate::account::factor::{show_codes, wrong};
use crate::account::pages::{Wrong, show_account};
use crate::face::forms::{Reader, Typed};
use crate::face::frame::go;
use crate::face::preferences::local_address;
use crate::face::{Answer, Caller, Refusal, Visitor};
use crate::signing_in::device::Device;
use crate::signing_in::{actions, cookies, second, second_pages, words};
use axum::Form;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use thidua_store::StoreError;
use thidua_store::audit::Entry;
use thidua_store::sessions::Factor;

/// `POST /sign-in/passkey`.
pub(crate) async fn sign_in(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    Form(typed): Form<Typed>,
) -> Answer {
    let Some((half, account)) = second_pages::waiting(&app, &headers).await? else { return go("/sign-in") };
    let now = (app.clock)();
    let attempts = second::attempts_of(&account.login);
    if app.attempts.left(&attempts, now) == 0 {
        return Err(Refusal::TooMany);
    }
    app.attempts.failed(&attempts, now);
    let sent = |name: &str| typed.get(name).map_or("", String::as_str);
    let next = local_address(typed.get("next").map(String::as_str));
    let device = Device::of(&headers);
    let challenge = challenge(&app, &half)?;
    let origin = app.settings.origin.as_ref().ok_or(Refusal::NotFound)?;
    let asked = asked(origin, &challenge).ok_or(Refusal::NotFound)?;
    let known = app.store.passkey(&account.id, sent("credential")).await?;
    let shown = known.and_then(|known| {
        let counter = ceremony::signed(&asked, &known.public_key, sent("client"), sent("data"), sent("signature"))?;
        Some((known, counter))
    });
    let Some((known, counter)) = shown else {
        let w = words::words(caller.preferences.language);
        let left = app.attempts.left(&attempts, now);
        let wrong = w.passkey_wrong.replace("{n}", &left.to_string());
        return second_pages::show(&app, &caller, &half, &account, next, Some(wrong)).await;
    };
    let change = app.store.change(actions::author(&account, now)).await?;
    match change.use_passkey(&known.credential, counter).await {
        Ok(()) => {}
        // the counter went back: somebody may hold a copy of the key
        Err(StoreError::ChangedMeanwhile) => {
            let entry = Entry {
                unit_id: account.unit_id.clone(),
                act: "passkey.copied",
                subject: "account",
                subject_id: account.id.clone(),
                detail: Some(known.name),
            };
            change.commit(entry).await?;
            let wrong = words::words(caller.preferences.language).passkey_copied.to_owned();
            return second_pages::show(&app, &caller, &half, &account, next, Some(wrong)).await;
        }
        Err(other) => return Err(other.into()),
    }
    change.end_session(&half).await?;
    let token = actions::open(change, &account, Factor::Passkey, &device).await?;
    app.attempts.succeeded(&attempts);
    let mut response = go(next)?;
    cookies::give_session(&mut response, &app, &token, &device);
    Ok(response)
}

/// `POST /account/passkeys`.
pub(crate) async fn add(
    State(app): State<App>,
    caller: Caller,
    mut visitor: Visitor,
    Form(typed): Form<Typed>,
) -> Answer {
    let c = crate::face::words::words(caller.preferences.language);
    let w = words::words(caller.preferences.language);
    let origin = app.settings.origin.as_ref().ok_or(Refusal::NotFound)?;
    let challenge = challenge(&app, &visitor.session)?;
    let asked = asked(origin, &challenge).ok_or(Refusal::NotFound)?;
    let mut reader = Reader::new(&typed, c);
    let name: String = reader.text("name").unwrap_or_else(|| w.passkey.to_owned()).chars().take(60).collect();
    let sent = |name: &str| typed.get(name).map_or("", String::as_str);
    let Some(new) = ceremony::added(&asked, sent("client"), sent("attestation")) else {
        return not_added(&app, &caller, &visitor, w.passkey_not_added).await;
    };
    let before = app.store.enrolled(&visitor.actor.account_id).await?;
    let change = app.store.change(visitor.author((app.clock)())).await?;
    let id = visitor.actor.account_id.clone();
    match change.add_passkey(&id, &name, &new.credential, &new.public_key, new.counter).await {
        Ok(()) => {}
        Err(StoreError::AlreadyThere) => {
            drop(change);
            return not_added(&app, &caller, &visitor, w.passkey_known).await;
        }
        Err(other) => return Err(other.into()),
    }
    let first = !before.any();
    let codes = if first { own::first_factor(&change, &visitor, Factor::Passkey).await? } else { Vec::new() };
    change.commit(Entry { detail: Some(name), ..own::entry("passkey.added", &visitor) }).await?;
    if !first {
        return go("/account?done=passkey");
    }
    visitor.must_enrol = false;
    let caller = Caller { visitor: Some(visitor.clone()), ..caller };
    show_codes(&app, &caller, &visitor, codes, true).await
}

async fn not_added(app: &App, caller: &Caller, visitor: &Visitor, says: &str) -> Answer {
    if visitor.must_enrol {
        crate::account::factor::show_enrolment(app, caller, visitor, Some(says.to_owned())).await
    } else {
        let wrong = Wrong { place: "passkey".to_owned(), says: says.to_owned() };
        show_account(app, caller, visitor, Some(wrong)).await
    }
}

/// `POST /account/passkeys/{id}/remove`.
pub(crate) async fn remove(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let code = typed.get("code").map_or("", String::as_str);
    match own::with_code(&app, &visitor, code, Guarded::RemovePasskey(&id)).await? {
        Some(_) => go("/account?done=passkey-removed"),
        None => {
            let wrong = Wrong { place: id, says: wrong(&app, &caller, &visitor).await? };
            show_account(&app, &caller, &visitor, Some(wrong)).await
        }
    }
}
