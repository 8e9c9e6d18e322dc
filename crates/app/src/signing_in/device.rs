//! Where somebody signs in from: the family of the browser, and a cookie by which it is known again.

use super::{BROWSER_COOKIE, secrets};
use crate::face::preferences::cookie;
use axum::http::HeaderMap;
use axum::http::header::USER_AGENT;

/// A browser.
#[derive(Clone, Debug)]
pub(crate) struct Device {
    /// “Firefox, Windows”.
    pub(crate) family: String,
    /// What its cookie holds, or will hold.
    pub(crate) token: String,
    /// Whether the cookie has still to be set.
    pub(crate) fresh: bool,
}

impl Device {
    pub(crate) fn of(headers: &HeaderMap) -> Device {
        let agent = headers.get(USER_AGENT).and_then(|agent| agent.to_str().ok()).unwrap_or_default();
        let known = cookie(headers, BROWSER_COOKIE).filter(|token| token.len() == 64).map(str::to_owned);
        let fresh = known.is_none();
        Device { family: family(agent), token: known.unwrap_or_else(secrets::token), fresh }
    }
}

/// Browser and system, without versions: enough to recognise one's own, too little to follow anybody.
fn family(agent: &str) -> String {
    // the order matters: most name those they descend from as well
    const BROWSERS: [(&str, &str); 9] = [
        ("coc_coc_browser", "Cốc Cốc"), // tidy-allow: words: the name of a product in every language
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser", "Samsung Internet"),
        ("Firefox/", "Firefox"),
        ("FxiOS", "Firefox"),
        ("CriOS", "Chrome"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ];
    const SYSTEMS: [(&str, &str); 6] = [
        ("Windows", "Windows"),
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Mac OS X", "macOS"),
        ("Linux", "Linux"),
    ];
    let first =
        |names: &[(&str, &'static str)]| names.iter().find(|(sign, _)| agent.contains(sign)).map(|(_, name)| *name);
    [first(&BROWSERS), first(&SYSTEMS)].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::family;

    #[test]
    fn the_family_of_a_browser_is_told_from_what_it_says_of_itself() {
        for (agent, told) in [
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36",
                "Chrome, Windows",
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) coc_coc_browser/130.0 Chrome/124.0 Safari/537.36",
                "Cốc Cốc, Windows",
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Safari/537.36 Edg/131.0",
                "Edge, Windows",
            ),
            ("Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0", "Firefox, Linux"),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1",
                "Safari, iPhone",
            ),
            (
                "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Mobile Safari/537.36",
                "Chrome, Android",
            ),
            ("curl/8.0", ""),
            ("", ""),
        ] {
            assert_eq!(family(agent), told, "{agent}");
        }
    }
}
