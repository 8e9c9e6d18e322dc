//! Refusals and failures: one shape inside, one page at the edge.

use axum::extract::multipart::MultipartError;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use std::sync::Arc;
use thidua_domain::access::Act;
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
    /// The role may not do this anywhere; other roles may.
    NotThisRole(Act),
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
    /// This form was taken before, and what answered it is not shown twice.
    AlreadySent,
    /// The address is not asked in this way; the ways it is asked.
    WrongMethod(String),
    /// What was sent is not of a kind that forms send.
    WrongKind,
    /// What was sent, or the address, cannot be read.
    Unread,
    /// A page of another address sent it.
    CrossSite,
    /// It took too long.
    Busy,
    /// A text over the limit of its field.
    TooLong,
    /// Too many attempts.
    TooMany,
    /// The same heavy thing was asked for too often.
    TooOften,
    /// Our fault; the cause is in the log under a code.
    Fault(Arc<str>),
}

impl Refusal {
    pub(crate) fn status(&self) -> StatusCode {
        match self {
            Refusal::NotSignedIn => StatusCode::UNAUTHORIZED,
            Refusal::NotAllowed | Refusal::NotThisRole(_) | Refusal::SecondFactorNeeded => StatusCode::FORBIDDEN,
            Refusal::NotFound => StatusCode::NOT_FOUND,
            Refusal::ChangedMeanwhile | Refusal::AlreadySent => StatusCode::CONFLICT,
            Refusal::WrongMethod(_) => StatusCode::METHOD_NOT_ALLOWED,
            Refusal::WrongKind => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Refusal::Unread => StatusCode::BAD_REQUEST,
            Refusal::CrossSite => StatusCode::FORBIDDEN,
            Refusal::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Refusal::Invalid(_) | Refusal::TooLong => StatusCode::UNPROCESSABLE_ENTITY,
            Refusal::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Refusal::TooMany | Refusal::TooOften => StatusCode::TOO_MANY_REQUESTS,
            Refusal::Fault(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Why a form could not be taken apart.
    pub(crate) fn of_form(status: StatusCode) -> Refusal {
        match status {
            StatusCode::PAYLOAD_TOO_LARGE => Refusal::TooLarge,
            StatusCode::UNSUPPORTED_MEDIA_TYPE => Refusal::WrongKind,
            _ => Refusal::Unread,
        }
    }

    /// Why the parts of a form could not be taken.
    pub(crate) fn of_part(error: MultipartError) -> Refusal {
        Refusal::of_form(error.status())
    }

    /// Why a body did not come in whole.
    pub(crate) fn of_body(error: &(dyn std::error::Error + 'static)) -> Refusal {
        let mut cause = Some(error);
        while let Some(one) = cause {
            if one.is::<http_body_util::LengthLimitError>() {
                return Refusal::TooLarge;
            }
            cause = one.source();
        }
        Refusal::Unread
    }

    /// What an answer says that was written by no page of ours: a bare status, or a sentence of the web server.
    pub(crate) fn of_raw(response: &Response) -> Option<Refusal> {
        let status = response.status();
        let raw = response
            .headers()
            .get(CONTENT_TYPE)
            .is_none_or(|kind| kind.to_str().is_ok_and(|kind| kind.starts_with("text/plain")));
        if !raw || !(status.is_client_error() || status.is_server_error()) {
            return None;
        }
        Some(match status {
            StatusCode::FORBIDDEN => Refusal::CrossSite,
            StatusCode::NOT_FOUND => Refusal::NotFound,
            StatusCode::METHOD_NOT_ALLOWED => Refusal::WrongMethod(String::new()),
            StatusCode::REQUEST_TIMEOUT | StatusCode::SERVICE_UNAVAILABLE => Refusal::Busy,
            StatusCode::INTERNAL_SERVER_ERROR => Refusal::fault("a request was broken off"),
            other => Refusal::of_form(other),
        })
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
            StoreError::AlreadySent => Refusal::AlreadySent,
            StoreError::Busy => Refusal::Busy,
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
