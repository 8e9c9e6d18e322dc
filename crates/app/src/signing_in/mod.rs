//! Signing in and out, and setting a password with a one-time code.

pub(crate) mod actions;
pub(crate) mod attempts;
pub(crate) mod pages;
pub(crate) mod secrets;
pub(crate) mod words;

/// The cookie that carries the session's token.
pub(crate) const SESSION_COOKIE: &str = "thidua_session";
