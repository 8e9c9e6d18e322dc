//! A page as a picture: of a batch as it will be printed, or of an honour before anything is prepared.

use super::batch::{found, sheet};
use super::filling::{Shared, filled, proposed_design};
use crate::App;
use crate::face::{Answer, Refusal, Visitor};
use axum::extract::{Path, Query, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::IntoResponse;
use serde::Deserialize;
use thidua_domain::access::Act;
use thidua_domain::basics::Says;
use thidua_paper::certificate::{Certificate, CertificateProblem, Design, Onto, to_png};

/// Widths in pixels: of a small picture, and of one to read.
const SMALL: u16 = 480;
const LARGE: u16 = 1_400;

/// What an address may ask for.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    large: String,
    design: String,
}

/// `GET /certificate-batches/{id}/pages/{position}`.
pub(crate) async fn of_batch(
    State(app): State<App>,
    visitor: Visitor,
    Path((id, position)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Answer {
    let (it, decision) = found(&app, &visitor, &id).await?;
    let (design, onto, one) = sheet(&app, &it, &decision, &position).await?;
    drawn(&app, design, one, onto, if asked.large.is_empty() { SMALL } else { LARGE }).await
}

/// `GET /honours/{id}/certificate.png`.
pub(crate) async fn of_honour(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let honour = app.store.honour(&id).await?.ok_or(Refusal::NotFound)?;
    app.require(&visitor, Act::PrepareDecision, &honour.unit_id).await?;
    let decision = honour.decision_id.as_deref().ok_or(Refusal::NotFound)?;
    let decision = app.store.decision(decision).await?.ok_or(Refusal::NotFound)?;
    let unit = app.store.unit(&decision.unit_id).await?.ok_or(Refusal::NotFound)?;
    let certified = app.store.certificate_of(&id).await?;
    let code = if asked.design.is_empty() { proposed_design(&honour.award) } else { asked.design.as_str() };
    let design = Design::shipped(code).ok_or(Refusal::NotFound)?;
    let one = filled(&honour, &decision, certified.as_ref(), &Shared::proposed(&unit, &decision), None);
    drawn(&app, design, one, Onto::Plain, LARGE).await
}

async fn drawn(app: &App, design: Design, one: Certificate, onto: Onto, width: u16) -> Answer {
    let permit = app.heavy.acquire().await.map_err(Refusal::fault)?;
    let png =
        tokio::task::spawn_blocking(move || to_png(&design, &one, onto, width)).await.map_err(Refusal::fault)?;
    drop(permit);
    match png {
        Ok(png) => {
            let headers = [(CONTENT_TYPE, "image/png"), (CACHE_CONTROL, "no-store")];
            Ok((headers, png).into_response())
        }
        Err(CertificateProblem::Page(error)) => Err(Refusal::fault(std::io::Error::other(error))),
        Err(problem) => {
            let first = problem.says().into_iter().next();
            Err(Refusal::Invalid(first.unwrap_or_else(|| Says::new(problem.to_string(), problem.to_string()))))
        }
    }
}
