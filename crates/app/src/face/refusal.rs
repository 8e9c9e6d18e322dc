//! Refusals and failures: one shape inside, one page at the edge.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use std::sync::Arc;
use thidua_domain::basics::Says;
use thidua_store::StoreError;

/// What a handler answers.
pub(crate) type Answer = Result<Response, Refusal>;

/// Why a request was not done.
#[derive(Clone, Debug)]
pub(crate) enum Refusal {
    /// Sign in first.
    NotSignedIn,
    /// The role may not do this.
    NotAllowed,
    /// A second factor has to be set up first.
    SecondFactorNeeded,
    /// There is nothing here, or nothing that this person may see.
    NotFound,
    /// Somebody else changed it meanwhile.
    ChangedMeanwhile,
    /// What was sent cannot be taken, and why, and what to do.
    Invalid(Says),
    /// More than is taken at once.
    TooLarge,
    /// A text over the limit of its field.
    TooLong,
    /// Too many attempts.
    TooMany,
    /// Our fault; the cause is in the log under a code.
    Fault(Arc<str>),
}

impl Refusal {
    pub(crate) fn status(&self) -> StatusCode {
        match self {
            Refusal::NotSignedIn => StatusCode::UNAUTHORIZED,
            Refusal::NotAllowed | Refusal::SecondFactorNeeded => StatusCode::FORBIDDEN,
            Refusal::NotFound => StatusCode::NOT_FOUND,
            Refusal::ChangedMeanwhile => StatusCode::CONFLICT,
            Refusal::Invalid(_) | Refusal::TooLong => StatusCode::UNPROCESSABLE_ENTITY,
            Refusal::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Refusal::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Refusal::Fault(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// A failure that is not the visitor's; logged once, here.
    pub(crate) fn fault(cause: impl std::fmt::Display) -> Refusal {
        let code: String = crate::clock::randomness().iter().take(4).map(|byte| format!("{byte:02X}")).collect();
        tracing::error!(code, "{cause}");
        Refusal::Fault(code.into())
    }
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Refusal {
        match error {
            StoreError::ChangedMeanwhile => Refusal::ChangedMeanwhile,
            StoreError::Absent => Refusal::NotFound,
            other => Refusal::fault(other),
        }
    }
}

/// The guard turns a response that carries a refusal into the error page, in the visitor's language.
impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}
