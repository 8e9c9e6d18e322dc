//! What people do to their own account.

use crate::App;
use crate::face::{Refusal, Visitor};
use crate::signing_in::{authenticator, second, secrets};
use thidua_store::accounts::Account;
use thidua_store::audit::Entry;
use thidua_store::sessions::Factor;
use thidua_store::{Change, StoreError};

/// Recovery codes given at once.
const RECOVERY_CODES: usize = 10;

/// The visitor's account as it stands in the store.
pub(crate) async fn own(app: &App, visitor: &Visitor) -> Result<Account, Refusal> {
    app.store.account(&visitor.actor.account_id).await?.ok_or(Refusal::NotSignedIn)
}

/// The secret that this session offers to an authenticator app. It is not kept before a code has confirmed it, and is
/// the same whenever the page is loaded again.
pub(crate) fn offered_secret(app: &App, visitor: &Visitor) -> Result<[u8; 20], Refusal> {
    let bytes = app.sealing.derive(&format!("offered:{}:{}", visitor.actor.account_id, visitor.session))?;
    let mut secret = [0; 20];
    secret.copy_from_slice(&bytes[..20]);
    Ok(secret)
}

/// Enrols the app that showed this code; the new recovery codes, or nothing when the code is wrong.
pub(crate) async fn enrol(app: &App, visitor: &Visitor, typed: &str) -> Result<Option<Vec<String>>, Refusal> {
    let now = (app.clock)();
    let account = own(app, visitor).await?;
    let attempts = second::attempts_of(&account.login);
    if app.attempts.left(&attempts, now) == 0 {
        return Err(Refusal::TooMany);
    }
    app.attempts.failed(&attempts, now);
    let secret = offered_secret(app, visitor)?;
    let typed: String = typed.chars().filter(|letter| !letter.is_whitespace()).collect();
    let Some(step) = authenticator::matching_step(&secret, &typed, now, 0) else { return Ok(None) };
    let sealed = app.sealing.seal(&second::context(&account.id), &secret)?;
    let change = app.store.change(visitor.author(now)).await?;
    change.enrol_authenticator(&account.id, &sealed, step).await.map_err(|error| match error {
        StoreError::AlreadyThere => Refusal::ChangedMeanwhile,
        other => other.into(),
    })?;
    let codes = first_factor(&change, visitor, Factor::App).await?;
    change.commit(entry("second-factor.enrolled", visitor)).await?;
    app.attempts.succeeded(&attempts);
    Ok(Some(codes))
}

/// What comes with a new second factor: this session has shown it, the others have not and end, recovery codes are given.
pub(crate) async fn first_factor(
    change: &Change,
    visitor: &Visitor,
    factor: Factor,
) -> Result<Vec<String>, StoreError> {
    change.session_showed(&visitor.session, factor).await?;
    change.end_sessions(&visitor.actor.account_id, Some(&visitor.session)).await?;
    let codes: Vec<String> = std::iter::repeat_with(secrets::code).take(RECOVERY_CODES).collect();
    let hashes: Vec<String> = codes.iter().map(|code| secrets::hash(code)).collect();
    change.give_recovery_codes(&visitor.actor.account_id, &hashes).await?;
    Ok(codes)
}

/// What is done once a code has shown that it is really the owner.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Guarded<'a> {
    RemoveApp,
    RemovePasskey(&'a str),
    NewCodes,
}

/// Does it when the code is right; the recovery codes where new ones are given, or nothing when the code is wrong.
pub(crate) async fn with_code(
    app: &App,
    visitor: &Visitor,
    typed: &str,
    what: Guarded<'_>,
) -> Result<Option<Vec<String>>, Refusal> {
    let now = (app.clock)();
    let account = own(app, visitor).await?;
    let Some(shown) = second::look(app, &account, typed, now).await? else { return Ok(None) };
    let enrolled = app.store.enrolled(&account.id).await?;
    let change = app.store.change(visitor.author(now)).await?;
    if !shown.take(&change, &account.id).await? {
        return Ok(None);
    }
    let codes = match what {
        Guarded::RemoveApp => {
            change.remove_authenticator(&account.id).await?;
            if enrolled.passkeys == 0 {
                no_factor_left(&change, visitor).await?;
            }
            change.commit(entry("second-factor.removed", visitor)).await?;
            Vec::new()
        }
        Guarded::RemovePasskey(id) => {
            change.remove_passkey(&account.id, id).await?;
            if !enrolled.app && enrolled.passkeys <= 1 {
                no_factor_left(&change, visitor).await?;
            }
            change.commit(entry("passkey.removed", visitor)).await?;
            Vec::new()
        }
        Guarded::NewCodes => {
            let codes: Vec<String> = std::iter::repeat_with(secrets::code).take(RECOVERY_CODES).collect();
            let hashes: Vec<String> = codes.iter().map(|code| secrets::hash(code)).collect();
            change.give_recovery_codes(&account.id, &hashes).await?;
            change.commit(entry("recovery-codes.given", visitor)).await?;
            codes
        }
    };
    app.attempts.succeeded(&second::attempts_of(&account.login));
    Ok(Some(codes))
}

/// After the last second factor is gone: recovery codes recover nothing, and no session has shown what there is not.
pub(crate) async fn no_factor_left(change: &Change, visitor: &Visitor) -> Result<(), StoreError> {
    change.give_recovery_codes(&visitor.actor.account_id, &[]).await?;
    change.session_showed(&visitor.session, Factor::None).await?;
    change.end_sessions(&visitor.actor.account_id, Some(&visitor.session)).await?;
    Ok(())
}

/// Ends one of the visitor's sessions.
pub(crate) async fn end_session(app: &App, visitor: &Visitor, id: &str) -> Result<(), Refusal> {
    let change = app.store.change(visitor.author((app.clock)())).await?;
    change.end_session_of(&visitor.actor.account_id, id).await?;
    Ok(change.commit(entry("session.ended", visitor)).await?)
}

/// Ends all of the visitor's sessions but the present one.
pub(crate) async fn end_other_sessions(app: &App, visitor: &Visitor) -> Result<(), Refusal> {
    let change = app.store.change(visitor.author((app.clock)())).await?;
    let ended = change.end_sessions(&visitor.actor.account_id, Some(&visitor.session)).await?;
    let entry = Entry { detail: Some(ended.to_string()), ..entry("sessions.ended", visitor) };
    Ok(change.commit(entry).await?)
}

/// An entry about the visitor's own account.
pub(crate) fn entry(act: &'static str, visitor: &Visitor) -> Entry {
    let unit_id = visitor.actor.unit_id.clone();
    Entry { unit_id, act, subject: "account", subject_id: visitor.actor.account_id.clone(), detail: None }
}
