//! The way to the provider and back.

use super::{BEGUN, Begun, Person, begin as ask, finish};
use crate::App;
use crate::account::actions as own;
use crate::account::pages::{Wrong, show_account};
use crate::face::frame::go;
use crate::face::preferences::{cookie, local_address};
use crate::face::{Answer, Caller, Refusal, Visitor};
use crate::signing_in::actions::{self, Entered};
use crate::signing_in::device::Device;
use crate::signing_in::pages::{Next, led_on, show_sign_in};
use crate::signing_in::{cookies, words};
use crate::state::{Origin, Provider};
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use serde::Deserialize;
use thidua_store::StoreError;
use thidua_store::accounts::Account;
use thidua_store::audit::Entry;
use thidua_store::sessions::Factor;

/// What the browser keeps while somebody is away.
const BEGUN_COOKIE: &str = "thidua_provider";

fn configured(app: &App) -> Result<(&Provider, &Origin), Refusal> {
    match (&app.settings.provider, &app.settings.origin) {
        (Some(provider), Some(origin)) => Ok((provider, origin)),
        _ => Err(Refusal::NotFound),
    }
}

async fn away(app: &App, caller: &Caller, next: String, link: Option<String>) -> Answer {
    let (provider, origin) = configured(app)?;
    match ask(app, provider, origin, next, link).await {
        Ok((address, begun)) => {
            let text = serde_json::to_vec(&begun).map_err(Refusal::fault)?;
            let mut response = go(address)?;
            cookies::set(&mut response, app, BEGUN_COOKIE, &app.sealing.seal(BEGUN, &text)?, Some(900));
            Ok(response)
        }
        Err(cause) => {
            tracing::warn!("the provider of sign-ins: {cause}");
            failed(app, caller, provider, words::words(caller.preferences.language).provider_failed).await
        }
    }
}

/// `GET /sign-in/provider`.
pub(crate) async fn begin(State(app): State<App>, caller: Caller, Query(next): Query<Next>) -> Answer {
    if caller.visitor.is_some() {
        return go("/");
    }
    away(&app, &caller, local_address(next.next.as_deref()), None).await
}

/// `GET /account/provider/link`.
pub(crate) async fn link(State(app): State<App>, caller: Caller, visitor: Visitor) -> Answer {
    away(&app, &caller, "/account".to_owned(), Some(visitor.actor.account_id)).await
}

/// What the provider sends back.
#[derive(Deserialize)]
pub(crate) struct Back {
    state: Option<String>,
    code: Option<String>,
    error: Option<String>,
}

/// `GET /sign-in/provider/back`.
pub(crate) async fn back(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    Query(back): Query<Back>,
) -> Answer {
    let mut response = returned(&app, &caller, &headers, back).await?;
    // what was begun is used up, whatever came of it
    cookies::set(&mut response, &app, BEGUN_COOKIE, "", Some(0));
    Ok(response)
}

async fn returned(app: &App, caller: &Caller, headers: &HeaderMap, back: Back) -> Answer {
    let (provider, origin) = configured(app)?;
    let w = words::words(caller.preferences.language);
    let begun = cookie(headers, BEGUN_COOKIE)
        .and_then(|sealed| app.sealing.open(BEGUN, sealed).ok())
        .and_then(|text| serde_json::from_slice::<Begun>(&text).ok());
    let answer = match (&begun, back.state, back.code, back.error) {
        (Some(begun), Some(state), Some(code), None) => {
            finish(app, provider, origin, begun, &state, &code).await.map(|person| (begun, person))
        }
        (_, _, _, Some(error)) => Err(format!("it answers {}", error.chars().take(80).collect::<String>())),
        _ => Err("an answer to nothing that was asked from this browser".to_owned()),
    };
    let (begun, person) = match answer {
        Ok(known) => known,
        Err(cause) => {
            tracing::warn!("the provider of sign-ins: {cause}");
            return failed(app, caller, provider, w.provider_failed).await;
        }
    };
    match &begun.link {
        Some(account) => linked(app, caller, provider, account, &person).await,
        None => enter(app, caller, headers, provider, begun, &person).await,
    }
}

/// Links the account that asked for it, if it is still the one that is signed in here.
async fn linked(app: &App, caller: &Caller, provider: &Provider, account: &str, person: &Person) -> Answer {
    let visitor =
        caller.visitor.as_ref().filter(|visitor| visitor.actor.account_id == account && !visitor.must_enrol);
    let Some(visitor) = visitor else { return Err(Refusal::NotSignedIn) };
    let change = app.store.change(visitor.author((app.clock)())).await?;
    match change.link_provider(account, &provider.issuer, &person.subject).await {
        Ok(()) => {}
        Err(StoreError::AlreadyThere) => {
            drop(change);
            let w = words::words(caller.preferences.language);
            let says = w.provider_taken.replace("{name}", &provider.name);
            let wrong = Wrong { place: "provider".to_owned(), says };
            return show_account(app, caller, visitor, Some(wrong)).await;
        }
        Err(other) => return Err(other.into()),
    }
    change.commit(Entry { detail: Some(provider.name.clone()), ..own::entry("provider.linked", visitor) }).await?;
    go("/account?done=linked")
}

/// Lets in whom the provider vouches for, if there is an account.
async fn enter(
    app: &App,
    caller: &Caller,
    headers: &HeaderMap,
    provider: &Provider,
    begun: &Begun,
    person: &Person,
) -> Answer {
    let Some(account) = account_of(app, provider, person).await? else {
        let w = words::words(caller.preferences.language);
        return failed(app, caller, provider, w.provider_unknown).await;
    };
    let (now, device) = ((app.clock)(), Device::of(headers));
    let entered = if person.second_factor {
        let change = app.store.change(actions::author(&account, now)).await?;
        Entered::Open(actions::open(change, &account, Factor::Provider, &device).await?)
    } else {
        actions::after_first_factor(app, &account, &device, now).await?
    };
    led_on(app, entered, local_address(Some(&begun.next)), &device)
}

/// The account of a person: linked, or found once by its login and linked then. An account that is linked to somebody
/// else is not found by its login any more: logins are given anew, subjects are not.
async fn account_of(app: &App, provider: &Provider, person: &Person) -> Result<Option<Account>, Refusal> {
    if let Some(account) = app.store.account_of_subject(&provider.issuer, &person.subject).await? {
        return Ok(Some(account).filter(|account| !account.locked));
    }
    let login = person.login.as_deref().map(actions::typed_login).unwrap_or_default();
    let found = app.store.account_by_login(&login).await?.filter(|account| !account.locked);
    let Some(account) = found else { return Ok(None) };
    if app.store.is_linked(&account.id, &provider.issuer).await? {
        return Ok(None);
    }
    let change = app.store.change(actions::author(&account, (app.clock)())).await?;
    change.link_provider(&account.id, &provider.issuer, &person.subject).await?;
    let entry = Entry {
        unit_id: account.unit_id.clone(),
        act: "provider.linked",
        subject: "account",
        subject_id: account.id.clone(),
        detail: Some(provider.name.clone()),
    };
    change.commit(entry).await?;
    Ok(Some(account))
}

/// `POST /account/provider/unlink`.
pub(crate) async fn unlink(State(app): State<App>, visitor: Visitor) -> Answer {
    let (provider, _) = configured(&app)?;
    let change = app.store.change(visitor.author((app.clock)())).await?;
    change.unlink_provider(&visitor.actor.account_id, &provider.issuer).await?;
    let entry = Entry { detail: Some(provider.name.clone()), ..own::entry("provider.unlinked", &visitor) };
    change.commit(entry).await?;
    go("/account?done=unlinked")
}

async fn failed(app: &App, caller: &Caller, provider: &Provider, says: &str) -> Answer {
    let says = says.replace("{name}", &provider.name);
    match &caller.visitor {
        Some(visitor) if !visitor.must_enrol => {
            let wrong = Wrong { place: "provider".to_owned(), says };
            show_account(app, caller, visitor, Some(wrong)).await
        }
        _ => show_sign_in(app, caller, String::new(), "/".to_owned(), Some(says)),
    }
}
