//! Opening and ending sessions, setting passwords. Between a right password and the second factor there is a session
//! that opens nothing; the whole one gets a token of its own.

use super::device::Device;
use super::{second, secrets};
use crate::App;
use crate::face::{Refusal, Visitor};
use thidua_domain::basics::text::nfc;
use thidua_store::accounts::Account;
use thidua_store::audit::Entry;
use thidua_store::sessions::{Factor, NewSession};
use thidua_store::{Author, Change, Moment};

/// A working day and a bit.
const SESSION_HOURS: i64 = 12;

/// Between the password and the second factor.
const HALF_MINUTES: i64 = 10;

/// The longest login there is; what is longer is nobody's and is not remembered.
const LONGEST_LOGIN: usize = 64;

/// A login as typed: white space and case do not matter. What is too long to be one comes out empty.
pub(crate) fn typed_login(typed: &str) -> String {
    let typed = typed.trim();
    if typed.len() > LONGEST_LOGIN { String::new() } else { nfc(typed).to_lowercase() }
}

/// What signing in came to: the token of a session, for the cookie.
pub(crate) enum Entered {
    /// Inside.
    Open(String),
    /// Only the second factor is missing.
    Half(String),
}

/// Signs in with a password; nothing when login or password are wrong.
pub(crate) async fn sign_in(
    app: &App,
    login: &str,
    password: String,
    device: &Device,
) -> Result<Option<Entered>, Refusal> {
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
    Ok(Some(after_first_factor(app, &account, device, now).await?))
}

/// Who has a second factor waits for it; everybody else is inside.
pub(crate) async fn after_first_factor(
    app: &App,
    account: &Account,
    device: &Device,
    now: Moment,
) -> Result<Entered, Refusal> {
    let enrolled = app.store.enrolled(&account.id).await?;
    let change = app.store.change(author(account, now)).await?;
    if !enrolled.any() {
        return Ok(Entered::Open(open(change, account, Factor::None, device).await?));
    }
    let token = secrets::token();
    let until = now + chrono::Duration::minutes(HALF_MINUTES);
    change.open_session(&session(&token, account, until, Factor::None, device, true)).await?;
    change.commit(entry("session.half-opened", account, device)).await?;
    Ok(Entered::Half(token))
}

/// The second step with a typed code; the token of the open session, or nothing when the code is wrong.
pub(crate) async fn finish_with_code(
    app: &App,
    half: &str,
    account: &Account,
    typed: &str,
    device: &Device,
) -> Result<Option<String>, Refusal> {
    let now = (app.clock)();
    let Some(shown) = second::look(app, account, typed, now).await? else { return Ok(None) };
    let change = app.store.change(author(account, now)).await?;
    if !shown.take(&change, &account.id).await? {
        return Ok(None);
    }
    change.end_session(half).await?;
    let token = open(change, account, shown.factor(), device).await?;
    app.attempts.succeeded(&second::attempts_of(&account.login));
    Ok(Some(token))
}

/// Opens a session within a change and commits it; the token.
pub(crate) async fn open(
    change: Change,
    account: &Account,
    factor: Factor,
    device: &Device,
) -> Result<String, Refusal> {
    let token = secrets::token();
    let until = change.author().at + chrono::Duration::hours(SESSION_HOURS);
    change.open_session(&session(&token, account, until, factor, device, false)).await?;
    let new = change.meet_browser(&account.id, &secrets::hash(&device.token)).await?;
    let act = match (factor, new) {
        (Factor::RecoveryCode, _) => "session.recovery-code",
        (_, true) => "session.new-browser",
        (_, false) => "session.opened",
    };
    change.commit(entry(act, account, device)).await?;
    Ok(token)
}

fn session(
    token: &str,
    account: &Account,
    until: Moment,
    factor: Factor,
    device: &Device,
    half: bool,
) -> NewSession {
    NewSession {
        token_hash: secrets::hash(token),
        account_id: account.id.clone(),
        until,
        browser: device.family.clone(),
        half,
        factor,
    }
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
    let unit_id = account.unit_id.clone();
    let subject_id = account.id.clone();
    change.commit(Entry { unit_id, act: "password.set", subject: "account", subject_id, detail: None }).await?;
    app.attempts.succeeded(login);
    Ok(true)
}

/// The owner of an account as the author of a change.
pub(crate) fn author(account: &Account, at: Moment) -> Author {
    Author { account_id: Some(account.id.clone()), name: account.name.clone(), at, form: None }
}

fn entry(act: &'static str, account: &Account, device: &Device) -> Entry {
    let detail = (!device.family.is_empty()).then(|| device.family.clone());
    let unit_id = account.unit_id.clone();
    Entry { unit_id, act, subject: "account", subject_id: account.id.clone(), detail }
}
