//! Passkeys as a second factor. The page offers them where a script runs and the public address is known; a code or a
//! recovery code always works as well.

mod cbor;
pub(crate) mod ceremony;
pub(crate) mod pages;

use crate::face::Refusal;
use crate::{App, Origin};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use ceremony::Asked;

/// What a page tells the script.
pub(crate) struct Offer {
    /// base64url.
    pub(crate) challenge: String,
    pub(crate) host: String,
    /// Credentials of the account, parted by spaces.
    pub(crate) credentials: String,
}

/// What a session is asked to sign. It cannot be guessed, is the session's own, and ends with it.
pub(crate) fn challenge(app: &App, session: &str) -> Result<String, Refusal> {
    Ok(BASE64.encode(app.sealing.derive(&format!("passkey:{session}"))?))
}

/// What is asked of an answer, where the public address is known.
pub(crate) fn asked<'a>(origin: &'a Origin, challenge: &'a str) -> Option<Asked<'a>> {
    Some(Asked { challenge, origin: origin.whole(), host: origin.host_for_passkeys()? })
}

/// The offer for a session of an account; nothing where passkeys cannot work.
pub(crate) async fn offer(app: &App, session: &str, account_id: &str) -> Result<Option<Offer>, Refusal> {
    let Some(host) = app.settings.origin.as_ref().and_then(Origin::host_for_passkeys) else { return Ok(None) };
    let known = app.store.passkeys_of(account_id).await?;
    let credentials = known.iter().map(|one| one.credential.as_str()).collect::<Vec<_>>().join(" ");
    Ok(Some(Offer { challenge: challenge(app, session)?, host: host.to_owned(), credentials }))
}
