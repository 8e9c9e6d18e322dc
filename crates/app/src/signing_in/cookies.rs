//! The cookies of signing in.

use super::device::Device;
use super::{BROWSER_COOKIE, SESSION_COOKIE};
use crate::App;
use axum::http::HeaderValue;
use axum::http::header::SET_COOKIE;
use axum::response::Response;

/// A year: as long as a browser is known.
const YEAR: u32 = 31_536_000;

/// Sets a cookie that scripts cannot read. `age` in seconds; without one it goes with the browser.
pub(crate) fn set(response: &mut Response, app: &App, name: &str, value: &str, age: Option<u32>) {
    let secure = if app.settings.https { "; Secure" } else { "" };
    let age = age.map(|seconds| format!("; Max-Age={seconds}")).unwrap_or_default();
    let cookie = format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax{age}{secure}");
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
}

/// Gives the browser its session, and the cookie by which it is known.
pub(crate) fn give_session(response: &mut Response, app: &App, token: &str, device: &Device) {
    set(response, app, SESSION_COOKIE, token, None);
    if device.fresh {
        set(response, app, BROWSER_COOKIE, &device.token, Some(YEAR));
    }
}
