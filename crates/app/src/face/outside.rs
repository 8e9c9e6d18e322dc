//! Addresses of our pages as others write them: in messages, in calendars. They name the public address that the
//! program was started with; without one, the host of the request where the program can know that it is itself.

use crate::App;
use axum::http::HeaderMap;
use axum::http::header::HOST;
use std::net::{IpAddr, SocketAddr};

/// The whole address of a page; only its path where nobody knows under which name others reach this machine.
pub(crate) fn absolute(app: &App, headers: &HeaderMap, path: &str) -> String {
    if let Some(origin) = &app.settings.origin {
        return format!("{}{path}", origin.whole());
    }
    let host = headers.get(HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    if !is_ours(host, app.bound) {
        return path.to_owned();
    }
    format!("{}://{host}{path}", if app.settings.https { "https" } else { "http" })
}

/// Whether a request may call us so. Anybody can write any host into a request: it is believed only where it is the
/// address that the program listens at. A router that listens nowhere (`None`) is asked by its own program.
fn is_ours(host: &str, bound: Option<SocketAddr>) -> bool {
    let plain = host.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b':' | b'-' | b'[' | b']'));
    if host.is_empty() || !plain {
        return false;
    }
    let Some(bound) = bound else { return true };
    let (name, port) = match host.rsplit_once(':') {
        Some((name, port)) if !port.ends_with(']') => (name, port.parse().ok()),
        _ => (host, Some(80)),
    };
    if port != Some(bound.port()) {
        return false;
    }
    let everywhere = bound.ip().is_unspecified();
    match name.trim_matches(['[', ']']).parse::<IpAddr>() {
        Ok(address) => everywhere || address == bound.ip(),
        Err(_) => name == "localhost" && (everywhere || bound.ip().is_loopback()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_believed_where_it_is_the_address_that_the_program_listens_at() {
        let at = |bound: &str| Some(bound.parse::<SocketAddr>().expect("an address"));
        for (host, bound, ours) in [
            ("127.0.0.1:8080", at("127.0.0.1:8080"), true),
            ("localhost:8080", at("127.0.0.1:8080"), true),
            ("[::1]:8080", at("[::1]:8080"), true),
            ("127.0.0.1", at("127.0.0.1:80"), true),
            ("127.0.0.1:8081", at("127.0.0.1:8080"), false),
            ("la.example.vn", at("127.0.0.1:8080"), false),
            ("la.example.vn:8080", at("0.0.0.0:8080"), false),
            ("10.0.0.7:8080", at("0.0.0.0:8080"), true),
            ("10.0.0.7:8080", at("10.0.0.8:8080"), false),
            ("thidua.xa.vn:8080", None, true),
            ("a b\"<x>", None, false),
            ("", None, false),
        ] {
            assert_eq!(is_ours(host, bound), ours, "{host} at {bound:?}");
        }
    }
}
