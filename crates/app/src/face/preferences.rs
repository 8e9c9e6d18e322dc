//! Language and appearance, kept in cookies of a year.

use axum::Form;
use axum::http::header::{COOKIE, SET_COOKIE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use thidua_domain::basics::Language;

/// What a visitor prefers.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Preferences {
    pub(crate) language: Language,
    /// `light` or `dark`; nothing means as the device.
    pub(crate) theme: Option<&'static str>,
}

impl Preferences {
    pub(crate) fn of(headers: &HeaderMap) -> Preferences {
        Preferences {
            language: cookie(headers, "language").map(Language::from_code).unwrap_or_default(),
            theme: cookie(headers, "theme").and_then(theme),
        }
    }
}

fn theme(code: &str) -> Option<&'static str> {
    ["light", "dark"].into_iter().find(|known| *known == code)
}

/// A cookie of a request.
pub(crate) fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value)
}

/// What the switch in the menu sends.
#[derive(Deserialize)]
pub(crate) struct Switch {
    language: Option<String>,
    theme: Option<String>,
    back: Option<String>,
}

/// `POST /preferences`.
pub(crate) async fn switch(Form(switch): Form<Switch>) -> Response {
    let mut response =
        (StatusCode::SEE_OTHER, [("location", local_address(switch.back.as_deref()))]).into_response();
    let language = switch.language.as_deref().map(|code| ("language", Language::from_code(code).code()));
    let chosen = switch.theme.as_deref().map(|code| ("theme", theme(code).unwrap_or("auto")));
    for (name, value) in language.into_iter().chain(chosen) {
        let cookie = format!("{name}={value}; Path=/; Max-Age=31536000; SameSite=Lax");
        if let Ok(value) = cookie.parse() {
            response.headers_mut().append(SET_COOKIE, value);
        }
    }
    response
}

/// An address of our own to go back to; anything else is the first page.
pub(crate) fn local_address(asked: Option<&str>) -> String {
    let own = |address: &&str| {
        address.starts_with('/')
            && !address.starts_with("//")
            && !address.contains('\\')
            && address.bytes().all(|byte| byte.is_ascii_graphic())
    };
    asked.filter(own).unwrap_or("/").to_owned()
}

#[cfg(test)]
mod tests {
    use super::local_address;

    #[test]
    fn nobody_is_sent_to_another_host() {
        for (asked, led) in [
            (Some("/plans?x=1"), "/plans?x=1"),
            (Some("//evil.example"), "/"),
            (Some("https://evil.example"), "/"),
            (Some("/\\evil.example"), "/"),
            (Some("/a\r\nSet-Cookie: x"), "/"),
            (None, "/"),
        ] {
            assert_eq!(local_address(asked), led);
        }
    }
}
