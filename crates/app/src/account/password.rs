//! Changing one's own password: the old one is shown once more, other sessions end, a secret calendar address too.

use super::pages::{Wrong, show_account};
use super::{actions, words};
use crate::App;
use crate::face::forms::Typed;
use crate::face::frame::go;
use crate::face::{Answer, Caller, Refusal, Visitor};
use crate::signing_in::{secrets, words as signing_words};
use axum::Form;
use axum::extract::State;
use std::collections::HashSet;
use thidua_domain::basics::text::nfc;

/// What is wrong with a new password; nothing when it may be taken.
pub(crate) fn weakness(password: &str, login: &str, w: &'static signing_words::Words) -> Option<&'static str> {
    match password.chars().count() {
        ..10 => Some(w.short_password),
        // twelve times the same letter is one letter, and spaces are none
        _ if password.trim().chars().collect::<HashSet<char>>().len() < 4 => Some(w.plain_password),
        201.. => Some(w.long_password),
        _ if !login.is_empty() && password.to_lowercase().contains(login) => Some(w.same_as_login),
        _ => None,
    }
}

/// The slow work with a password, two at a time.
async fn slowly<T: Send + 'static>(app: &App, work: impl FnOnce() -> T + Send + 'static) -> Result<T, Refusal> {
    let _permit = app.hashing.acquire().await.map_err(Refusal::fault)?;
    tokio::task::spawn_blocking(work).await.map_err(Refusal::fault)
}

/// `POST /account/password`.
pub(crate) async fn change(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Form(typed): Form<Typed>,
) -> Answer {
    let w = words::words(caller.preferences.language);
    let sent = |name: &str| typed.get(name).cloned().unwrap_or_default();
    let (old, new, again) = (nfc(&sent("old")), nfc(&sent("new")), nfc(&sent("again")));
    let account = actions::own(&app, &visitor).await?;
    let refuse = async |place: &str, says: String| {
        show_account(&app, &caller, &visitor, Some(Wrong { place: place.to_owned(), says })).await
    };
    let signing = signing_words::words(caller.preferences.language);
    if let Some(weak) = weakness(&new, &account.login, signing) {
        return refuse("password-new", weak.to_owned()).await;
    }
    if new == old {
        return refuse("password-new", w.same_password.to_owned()).await;
    }
    if new != again {
        return refuse("password-again", w.not_the_same.to_owned()).await;
    }
    let Some(old_hash) = account.password_hash else {
        return refuse("password-old", w.no_password.to_owned()).await;
    };
    let now = (app.clock)();
    // guessed no more often than at the door
    if app.attempts.left(&account.login, now) == 0 {
        return Err(Refusal::TooMany);
    }
    app.attempts.failed(&account.login, now);
    let known = old_hash.clone();
    if !slowly(&app, move || secrets::verify_password(&old, Some(&known))).await? {
        let left = app.attempts.left(&account.login, now).to_string();
        return refuse("password-old", w.wrong_password.replace("{n}", &left)).await;
    }
    app.attempts.succeeded(&account.login);
    let hash = slowly(&app, move || secrets::hash_password(&new)).await?.map_err(Refusal::fault)?;
    let change = app.store.change(visitor.author(now)).await?;
    change.change_password(&account.id, &old_hash, &hash, &visitor.session).await?;
    change.commit(actions::entry("password.changed", &visitor)).await?;
    go("/account?done=password-changed")
}
