//! The files that pages need besides their HTML, inside the binary. Style and script carry their digest in the
//! address, so browsers keep them for a year and never show an old one.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};
use std::sync::LazyLock;

struct Asset {
    name: &'static str,
    media: &'static str,
    content: &'static [u8],
}

macro_rules! asset {
    ($name:literal, $media:literal) => {
        Asset { name: $name, media: $media, content: include_bytes!(concat!("assets/", $name)) }
    };
}

static ASSETS: &[Asset] = &[
    asset!("style.css", "text/css; charset=utf-8"),
    asset!("print.css", "text/css; charset=utf-8"),
    asset!("app.js", "text/javascript; charset=utf-8"),
    asset!("passkey.js", "text/javascript; charset=utf-8"),
    asset!("mark.svg", "image/svg+xml"),
    asset!("favicon.svg", "image/svg+xml"),
    asset!("drum.svg", "image/svg+xml"),
    asset!("source-serif-4-latin-600-normal.woff2", "font/woff2"),
    asset!("source-serif-4-vietnamese-600-normal.woff2", "font/woff2"),
];

fn address(name: &str) -> String {
    let content = ASSETS.iter().find(|asset| asset.name == name).map_or(&[][..], |asset| asset.content);
    let digest: String = Sha256::digest(content).iter().take(6).map(|byte| format!("{byte:02x}")).collect();
    format!("/assets/{name}?{digest}")
}

/// Address of the style sheet.
pub(crate) fn style() -> &'static str {
    static ADDRESS: LazyLock<String> = LazyLock::new(|| address("style.css"));
    &ADDRESS
}

/// Address of the style sheet for printing.
pub(crate) fn print_style() -> &'static str {
    static ADDRESS: LazyLock<String> = LazyLock::new(|| address("print.css"));
    &ADDRESS
}

/// Address of the script.
pub(crate) fn script() -> &'static str {
    static ADDRESS: LazyLock<String> = LazyLock::new(|| address("app.js"));
    &ADDRESS
}

/// Address of the script of passkeys, for the few pages that offer them.
pub(crate) fn passkey_script() -> &'static str {
    static ADDRESS: LazyLock<String> = LazyLock::new(|| address("passkey.js"));
    &ADDRESS
}

/// `GET /assets/{name}`.
pub(crate) async fn serve(Path(name): Path<String>) -> Response {
    match ASSETS.iter().find(|asset| asset.name == name) {
        Some(asset) => {
            let headers = [(CONTENT_TYPE, asset.media), (CACHE_CONTROL, "public, max-age=31536000, immutable")];
            (headers, asset.content).into_response()
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
