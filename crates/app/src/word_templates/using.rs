//! Writing a document with the authority's own template of the day of the document.

use super::words::words;
use crate::App;
use crate::face::{Answer, Refusal};
use crate::reports::sending::{Paper, attachment, render};
use chrono::NaiveDate;
use thidua_domain::basics::{Language, Says};
use thidua_paper::template::{Template, Value};
use thidua_paper::write::OfficialDocument;

/// A document as a template of its authority would say it.
pub(crate) struct Own<'a> {
    /// Whose template.
    pub(crate) unit_id: &'a str,
    /// The kind of document, by the catalogue of fields.
    pub(crate) kind: &'a str,
    /// The day of the document; of a draft today.
    pub(crate) day: NaiveDate,
    /// Its data.
    pub(crate) data: Value,
}

/// What Word calls its documents.
pub(super) const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// Sends a document: as a Word file with the authority's template of its day, where there is one; else in the standard form.
pub(crate) async fn render_own(
    app: &App,
    own: Own<'_>,
    document: OfficialDocument,
    paper: Paper,
    name: &str,
) -> Answer {
    if paper == Paper::Docx
        && let Some(own) = own_docx(app, own, name).await?
    {
        return Ok(own);
    }
    render(app, document, paper, name).await
}

/// The template in force on the day of the document, filled; nothing where the authority has none.
async fn own_docx(app: &App, own: Own<'_>, name: &str) -> Result<Option<axum::response::Response>, Refusal> {
    let Some(it) = app.store.word_template_of_day(own.unit_id, own.kind, own.day).await? else { return Ok(None) };
    let (_, filled) = fill(app, &it.file_digest, own.data).await?;
    let content = filled.map_err(|says| {
        let told = |language| {
            let says = says.in_language(language).to_owned();
            words(language).unfilled.replace("{n}", &it.number.to_string()).replace("{says}", &says)
        };
        Refusal::Invalid(Says::new(told(Language::Vietnamese), told(Language::English)))
    })?;
    attachment(content, WORD, &format!("{name}.docx")).map(Some)
}

/// What a kept template asks for, and the template filled with data; what cannot be filled is told.
pub(super) async fn fill(
    app: &App,
    digest: &str,
    data: Value,
) -> Result<(Vec<String>, Result<Vec<u8>, Says>), Refusal> {
    let (files, digest) = (app.files.clone(), digest.to_owned());
    let permit = app.heavy.acquire().await.map_err(Refusal::fault)?;
    let done = tokio::task::spawn_blocking(move || {
        let bytes = files.read(&digest)?;
        Ok::<_, thidua_store::StoreError>(match Template::read(&bytes) {
            Ok(template) => (template.asks_for(), template.fill(&data).map_err(|problem| problem.says())),
            // it was read before it was kept; a newer version may know of a problem
            Err(problems) => {
                let says = problems.into_iter().map(|one| one.says()).next();
                (Vec::new(), Err(says.unwrap_or_else(|| Says::new("", ""))))
            }
        })
    })
    .await
    .map_err(Refusal::fault)?;
    drop(permit);
    Ok(done?)
}

/// A file of a template, for whoever may see it.
pub(super) async fn bytes(app: &App, digest: &str) -> Result<Vec<u8>, Refusal> {
    let (files, digest) = (app.files.clone(), digest.to_owned());
    Ok(tokio::task::spawn_blocking(move || files.read(&digest)).await.map_err(Refusal::fault)??)
}

pub(super) fn docx(content: Vec<u8>, name: &str) -> Answer {
    attachment(content, WORD, name)
}
