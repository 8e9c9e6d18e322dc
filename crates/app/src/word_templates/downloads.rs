//! What goes out: fields and sample data of a kind, the file of a version, and that file with sample data.

use super::list::own;
use super::one::found;
use super::using::{bytes, docx, fill};
use crate::App;
use crate::face::{Answer, Refusal, Visitor};
use crate::office::reach;
use crate::reports::sending::attachment;
use axum::extract::{Path, State};
use thidua_paper::template::{catalogue, fields_to_xlsx};

/// `GET /templates/fields/{kind}/list.xlsx`.
pub(crate) async fn fields(State(app): State<App>, visitor: Visitor, Path(kind): Path<String>) -> Answer {
    let kind = catalogue::of(&kind).ok_or(Refusal::NotFound)?;
    let unit = match own(&visitor) {
        Some(id) => app.store.unit(&id).await?.map(|unit| unit.name),
        None => None,
    };
    let day = reach::today(&app);
    let written = tokio::task::spawn_blocking(move || {
        fields_to_xlsx(&(kind.fields)(), kind.name, unit.as_deref().unwrap_or_default(), day)
    });
    let content = written.await.map_err(Refusal::fault)?.map_err(Refusal::fault)?;
    let media = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    attachment(content, media, &format!("o-du-lieu-{}.xlsx", kind.code))
}

/// `GET /templates/fields/{kind}/sample.json`.
pub(crate) async fn sample(Path(kind): Path<String>) -> Answer {
    let kind = catalogue::of(&kind).ok_or(Refusal::NotFound)?;
    let content = serde_json::to_vec_pretty(&(kind.fields)().sample_json()).map_err(Refusal::fault)?;
    attachment(content, "application/json", &format!("du-lieu-mau-{}.json", kind.code))
}

/// `GET /templates/{id}/original.docx`.
pub(crate) async fn original(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    let it = found(&app, &visitor, &id).await?;
    docx(bytes(&app, &it.file_digest).await?, &it.file_name)
}

/// `GET /templates/{id}/filled.docx`.
pub(crate) async fn filled(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    let it = found(&app, &visitor, &id).await?;
    let kind = catalogue::of(&it.kind).ok_or(Refusal::NotFound)?;
    let (_, filled) = fill(&app, &it.file_digest, (kind.fields)().sample).await?;
    let filled = filled.map_err(Refusal::Invalid)?;
    docx(filled, &format!("mau-{}-ban-{}.docx", kind.code, it.number))
}
