//! Signing in and out: password, second factor, and setting a password with a one-time code.

pub(crate) mod actions;
pub(crate) mod attempts;
pub(crate) mod authenticator;
pub(crate) mod cookies;
pub(crate) mod device;
pub(crate) mod pages;
pub(crate) mod passkeys;
pub(crate) mod provider;
pub(crate) mod second;
pub(crate) mod second_pages;
pub(crate) mod secrets;
pub(crate) mod words;

/// The cookie that carries the session's token.
pub(crate) const SESSION_COOKIE: &str = "thidua_session";

/// The cookie by which a browser is known again.
pub(crate) const BROWSER_COOKIE: &str = "thidua_browser";
