//! What is set when the program is started: the public address, and another system that may sign people in.

use axum::http::Uri;
use std::net::IpAddr;

/// The address that people type, without a path: `https://thidua.example.vn`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    whole: String,
    host: String,
}

impl Origin {
    /// Reads an address. It has TLS, or is this machine itself; nothing follows the host but a port.
    pub fn read(typed: &str) -> Option<Origin> {
        let whole = typed.trim().trim_end_matches('/').to_lowercase();
        let uri: Uri = whole.parse().ok()?;
        let (scheme, authority) = (uri.scheme_str()?, uri.authority()?.as_str());
        let safe = scheme == "https" || scheme == "http" && is_this_machine(uri.host()?);
        let bare = whole == format!("{scheme}://{authority}") && !authority.contains('@');
        // what a browser calls the origin leaves the usual port out
        let usual = if scheme == "https" { ":443" } else { ":80" };
        let whole = whole.strip_suffix(usual).map_or_else(|| whole.clone(), str::to_owned);
        (safe && bare).then(|| Origin { whole, host: uri.host().unwrap_or_default().to_owned() })
    }

    /// All of it.
    pub fn whole(&self) -> &str {
        &self.whole
    }

    /// The name that passkeys are bound to; a bare number cannot have any.
    pub(crate) fn host_for_passkeys(&self) -> Option<&str> {
        let number = self.host.trim_matches(['[', ']']).parse::<IpAddr>().is_ok();
        (!number).then_some(self.host.as_str())
    }
}

/// Whether a host is this machine itself: only there is TLS not asked for.
pub(crate) fn is_this_machine(host: &str) -> bool {
    let bare = host.trim_matches(['[', ']']);
    bare == "localhost" || bare.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

/// A secret that is not printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(pub String);

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("…")
    }
}

/// Another system that signs people in by OpenID Connect.
#[derive(Clone, Debug)]
pub struct Provider {
    /// Its name on the page of signing in.
    pub name: String,
    /// Its address, exactly as it calls itself.
    pub issuer: String,
    /// What it knows this installation as.
    pub client_id: String,
    /// The secret shared with it; none for a public client.
    pub client_secret: Option<Secret>,
    /// The claim that holds our logins, for people who are not linked yet.
    pub login_claim: Option<String>,
    /// The value of `acr`, or in `amr`, by which it says that a second factor was shown.
    pub second_factor: Option<String>,
    /// Certificates (PEM) of the authority that vouches for its TLS, where it is not a public one.
    pub certificates: Option<Vec<u8>>,
}

#[cfg(test)]
mod tests {
    use super::Origin;

    #[test]
    fn a_public_address_has_tls_and_nothing_after_the_host() {
        for (typed, whole, host) in [
            ("https://thidua.example.vn", "https://thidua.example.vn", Some("thidua.example.vn")),
            ("https://Thidua.Example.vn:443/", "https://thidua.example.vn", Some("thidua.example.vn")),
            ("https://thidua.example.vn:8443", "https://thidua.example.vn:8443", Some("thidua.example.vn")),
            ("http://localhost:8787", "http://localhost:8787", Some("localhost")),
            ("http://127.0.0.1:8787", "http://127.0.0.1:8787", None),
            ("https://10.1.2.3", "https://10.1.2.3", None),
        ] {
            let origin = Origin::read(typed).unwrap_or_else(|| panic!("{typed}"));
            assert_eq!((origin.whole(), origin.host_for_passkeys()), (whole, host));
        }
        for typed in [
            "",
            "thidua.example.vn",
            "http://thidua.example.vn",
            "https://a/b",
            "https://a@b",
            "ftp://a",
            "https://",
        ] {
            assert_eq!(Origin::read(typed), None, "{typed}");
        }
    }
}
