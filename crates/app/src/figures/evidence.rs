//! Evidence files: which kinds are taken, and giving them out again, never inside a page.

use crate::App;
use crate::face::{Answer, Refusal, Visitor};
use crate::reports::sending::attachment;
use axum::extract::{Path, State};
use thidua_domain::access::Act;

/// Bytes of an upload, the form around it included.
pub(crate) const UPLOAD_LIMIT: usize = 11 * 1024 * 1024;

/// Bytes of one evidence file.
pub(crate) const LARGEST: usize = 10 * 1024 * 1024;

/// An uploaded file.
pub(crate) struct Evidence {
    pub(crate) name: String,
    pub(crate) media: &'static str,
    pub(crate) content: Vec<u8>,
}

/// The media type of a file by its first bytes, and for Office files by its name too; nothing for any other kind.
pub(crate) fn recognise(name: &str, content: &[u8]) -> Option<&'static str> {
    let ends = |ending: &str| name.to_lowercase().ends_with(ending);
    if content.starts_with(b"%PDF-") {
        Some("application/pdf")
    } else if content.starts_with(b"\x89PNG\r\n\x1a\n") {
        Some("image/png")
    } else if content.starts_with(b"\xFF\xD8\xFF") {
        Some("image/jpeg")
    } else if content.starts_with(b"PK\x03\x04") && ends(".docx") {
        Some("application/vnd.openxmlformats-officedocument.wordprocessingml.document")
    } else if content.starts_with(b"PK\x03\x04") && ends(".xlsx") {
        Some("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    } else if (ends(".txt") || ends(".csv")) && std::str::from_utf8(content).is_ok_and(|text| !text.contains('\0'))
    {
        Some("text/plain; charset=utf-8")
    } else {
        None
    }
}

/// `GET /files/{digest}`.
pub(crate) async fn serve(State(app): State<App>, visitor: Visitor, Path(digest): Path<String>) -> Answer {
    let file = app.store.file(&digest).await?.ok_or(Refusal::NotFound)?;
    let units = app.store.units_of_file(&digest).await?;
    let mut theirs = false;
    for unit in &units {
        theirs = theirs || app.may(&visitor, Act::Look, unit).await?;
    }
    // what a draft rests on is its unit's own
    for unit in app.store.drafters_of_file(&digest).await? {
        theirs = theirs || visitor.actor.may_in(Act::Look, &unit);
    }
    // the texts of regulations are read by those below
    for unit in app.store.regulation_owners_of_file(&digest).await? {
        theirs = theirs || app.stands_below(&visitor, &unit).await?;
    }
    if !theirs {
        return Err(Refusal::NotFound);
    }
    send(&app, file).await
}

/// A kept file as an attachment, for whoever was found to be allowed to read it.
pub(crate) async fn send(app: &App, file: thidua_store::files::KeptFile) -> Answer {
    let digest = file.digest.clone();
    let files = app.files.clone();
    let content = tokio::task::spawn_blocking(move || files.read(&digest)).await.map_err(Refusal::fault)??;
    let ending = match file.media.as_str() {
        "application/pdf" => "pdf",
        "image/png" => "png",
        "image/jpeg" => "jpg",
        media if media.ends_with("wordprocessingml.document") => "docx",
        media if media.ends_with("spreadsheetml.sheet") => "xlsx",
        _ => "txt",
    };
    attachment(content, &file.media, &format!("chung-cu-{}.{ending}", file.digest.get(..8).unwrap_or("")))
}

#[cfg(test)]
mod tests {
    use super::recognise;

    #[test]
    fn a_kind_is_known_by_its_bytes_and_not_by_its_name() {
        assert_eq!(recognise("a.pdf", b"%PDF-1.7"), Some("application/pdf"));
        assert_eq!(recognise("a.pdf", b"<script>"), None);
        assert_eq!(recognise("a.html", b"<html>"), None);
        assert_eq!(recognise("a.svg", b"<svg>"), None);
        assert_eq!(recognise("a.zip", b"PK\x03\x04"), None);
        assert_eq!(recognise("ghi chú.txt", "số liệu".as_bytes()), Some("text/plain; charset=utf-8"));
        assert_eq!(recognise("a.txt", b"\xff\xfe\x00"), None);
    }
}
