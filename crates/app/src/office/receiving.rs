//! Forms that may bring a file with them.

use super::words::Words;
use crate::App;
use crate::face::Refusal;
use crate::face::forms::Typed;
use crate::figures::evidence::{self, Evidence};
use axum::Form;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::header::CONTENT_TYPE;
use thidua_store::Change;

/// What a form sent.
#[derive(Default)]
pub(crate) struct Sent {
    pub(crate) typed: Typed,
    pub(crate) file: Option<Evidence>,
    pub(crate) file_problem: Option<&'static str>,
}

impl Sent {
    /// The version that the person saw.
    pub(crate) fn seen(&self) -> i64 {
        crate::face::forms::seen(&self.typed)
    }

    /// The identifier of what is corrected, where the form corrects something.
    pub(crate) fn corrects(&self) -> Option<String> {
        self.typed.get("corrects").filter(|id| !id.is_empty()).cloned()
    }
}

/// Takes a form, with or without parts.
pub(crate) async fn receive(app: &App, request: Request, o: &'static Words) -> Result<Sent, Refusal> {
    let parts = request
        .headers()
        .get(CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .is_some_and(|kind| kind.starts_with("multipart/form-data"));
    let mut sent = Sent::default();
    if !parts {
        let Form(typed) =
            Form::<Typed>::from_request(request, app).await.map_err(|error| Refusal::of_form(error.status()))?;
        sent.typed = typed;
        return Ok(sent);
    }
    let mut form = Multipart::from_request(request, app).await.map_err(|error| Refusal::of_form(error.status()))?;
    while let Some(field) = form.next_field().await.map_err(Refusal::of_part)? {
        let Some(name) = field.name().map(str::to_owned) else { continue };
        if name != "file" {
            sent.typed.insert(name, field.text().await.map_err(Refusal::of_part)?);
            continue;
        }
        let file_name: String =
            field.file_name().unwrap_or_default().chars().filter(|c| !c.is_control()).take(200).collect();
        let content = field.bytes().await.map_err(Refusal::of_part)?;
        if content.len() > evidence::LARGEST {
            sent.file_problem = Some(o.file_large);
        } else if !file_name.is_empty() && !content.is_empty() {
            match evidence::recognise(&file_name, &content) {
                Some(media) => sent.file = Some(Evidence { name: file_name, media, content: content.to_vec() }),
                None => sent.file_problem = Some(o.file_kind),
            }
        }
    }
    Ok(sent)
}

/// A file that is durable in the folder.
pub(crate) struct Kept {
    pub(crate) digest: String,
    pub(crate) name: String,
    size: usize,
    media: &'static str,
}

/// Keeps a file durably, before anything rests on it.
pub(crate) async fn keep(app: &App, file: Option<Evidence>) -> Result<Option<Kept>, Refusal> {
    let Some(file) = file else { return Ok(None) };
    let files = app.files.clone();
    let (digest, file) =
        tokio::task::spawn_blocking(move || (files.keep(&file.content), file)).await.map_err(Refusal::fault)?;
    Ok(Some(Kept { digest: digest?, name: file.name, size: file.content.len(), media: file.media }))
}

/// Registers a kept file in a change.
pub(crate) async fn register(change: &Change, kept: &Option<Kept>) -> Result<(), Refusal> {
    if let Some(kept) = kept {
        change.register_file(&kept.digest, kept.size, kept.media).await?;
    }
    Ok(())
}

/// Digest and name: those of a new file, or those that were there before.
pub(crate) fn replaced(
    kept: &Option<Kept>,
    before: (Option<String>, Option<String>),
) -> (Option<String>, Option<String>) {
    kept.as_ref().map_or(before, |kept| (Some(kept.digest.clone()), Some(kept.name.clone())))
}
