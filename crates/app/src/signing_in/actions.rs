//! Opening and ending sessions, setting passwords.

use super::secrets;
use crate::App;
use crate::face::{Refusal, Visitor};
use thidua_domain::basics::text::nfc;
use thidua_store::Author;
use thidua_store::accounts::Account;
use thidua_store::audit::Entry;

/// A working day and a bit.
const SESSION_HOURS: i64 = 12;

/// The longest login there is; what is longer is nobody's and is not remembered.
const LONGEST_LOGIN: usize = 64;

/// A login as typed: white space and case do not matter. What is too long to be one comes out empty.
pub(crate) fn typed_login(typed: &str) -> String {
    let typed = typed.trim();
    if typed.len() > LONGEST_LOGIN { String::new() } else { nfc(typed).to_lowercase() }
}

/// Opens a session; the token for the cookie, or nothing when login or password are wrong.
pub(crate) async fn sign_in(app: &App, login: &str, password: String) -> Result<Option<String>, Refusal> {
    let now = (app.clock)();
    if app.attempts.left(login, now) == 0 {
        return Err(Refusal::TooMany);
    }
    // counted before the slow part, so that many attempts at once do not slip through together
    app.attempts.failed(login, now);
    let account = app.store.account_by_login(login).await?.filter(|account| !account.locked);
    let password = nfc(&password);
    let hash = account.as_ref().and_then(|account| account.password_hash.clone());
    let permit = app.hashing.acquire().await.map_err(Refusal::fault)?;
    let right = tokio::task::spawn_blocking(move || secrets::verify_password(&password, hash.as_deref()))
        .await
        .map_err(Refusal::fault)?;
    drop(permit);
    let Some(account) = account.filter(|_| right) else { return Ok(None) };
    app.attempts.succeeded(login);
    let token = secrets::token();
    let change = app.store.change(author(&account, now)).await?;
    let until = now + chrono::Duration::hours(SESSION_HOURS);
    change.open_session(&secrets::hash(&token), &account.id, until).await?;
    change.commit(entry("session.opened", &account)).await?;
    Ok(Some(token))
}

/// Ends the visitor's session.
pub(crate) async fn sign_out(app: &App, visitor: &Visitor) -> Result<(), Refusal> {
    let change = app.store.change(visitor.author((app.clock)())).await?;
    change.end_session(&visitor.session).await?;
    let entry = Entry {
        unit_id: visitor.actor.unit_id.clone(),
        act: "session.ended",
        subject: "account",
        subject_id: visitor.actor.account_id.clone(),
        detail: None,
    };
    Ok(change.commit(entry).await?)
}

/// Sets a password with a one-time code; `false` when login or code are wrong, used or expired.
pub(crate) async fn set_password(app: &App, login: &str, code: &str, password: String) -> Result<bool, Refusal> {
    let now = (app.clock)();
    // codes are guessed no more often than passwords
    if app.attempts.left(login, now) == 0 {
        return Err(Refusal::TooMany);
    }
    app.attempts.failed(login, now);
    let password = nfc(&password);
    let code_hash = secrets::hash(&secrets::typed_code(code));
    let account = app.store.account_by_login(login).await?.filter(|account| {
        !account.locked
            && account.code_hash.as_deref() == Some(&code_hash)
            && account.code_until.is_some_and(|until| now < until)
    });
    let Some(account) = account else { return Ok(false) };
    let permit = app.hashing.acquire().await.map_err(Refusal::fault)?;
    let hash = tokio::task::spawn_blocking(move || secrets::hash_password(&password))
        .await
        .map_err(Refusal::fault)?
        .map_err(Refusal::fault)?;
    drop(permit);
    let change = app.store.change(author(&account, now)).await?;
    change.set_password(&account.id, &code_hash, &hash).await?;
    change.commit(entry("password.set", &account)).await?;
    app.attempts.succeeded(login);
    Ok(true)
}

fn author(account: &Account, at: thidua_store::Moment) -> Author {
    Author { account_id: Some(account.id.clone()), name: account.name.clone(), at }
}

fn entry(act: &'static str, account: &Account) -> Entry {
    let unit_id = account.unit_id.clone();
    Entry { unit_id, act, subject: "account", subject_id: account.id.clone(), detail: None }
}
