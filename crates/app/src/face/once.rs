//! A form is taken once, however often it arrives. Each page has an identifier of its own in its forms; the first
//! arrival is recorded with what it writes, and each later one is led where the first was.

use super::Refusal;
use super::caller::Caller;
use crate::App;
use axum::http::header::{CONTENT_TYPE, LOCATION};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};
use std::time::Duration;
use thidua_store::sent_forms::SentForm;

/// The field that holds the identifier; in forms with parts it is the first.
const FIELD: &str = "once";

/// Stands for an answer that was a page and leads nowhere: it may hold what is shown once only.
const SHOWN: &str = "-";

/// How often, and how long each time, a later arrival waits for the first to end.
const WAITS: u32 = 40;
const WAIT: Duration = Duration::from_millis(50);

/// The identifier of the forms of one page.
pub(crate) fn identifier() -> String {
    crate::clock::randomness().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The form in what was sent, if it has an identifier. What was typed differently is another form: nothing of it is
/// lost, even where the identifier is the same.
pub(crate) fn form(caller: &Caller, headers: &HeaderMap, address: &str, body: &[u8]) -> Option<SentForm> {
    let visitor = caller.visitor.as_ref()?;
    let kind = headers.get(CONTENT_TYPE)?.to_str().ok()?;
    let mut digest = Sha256::new();
    for part in [visitor.actor.account_id.as_str(), address] {
        digest.update(part);
        digest.update([0]);
    }
    if let Some((_, boundary)) = kind.split_once("boundary=").filter(|_| kind.starts_with("multipart/form-data")) {
        // every browser cuts the parts at another line each time
        let cut = format!("--{}", boundary.trim_matches('"'));
        let mut lines =
            body.split_inclusive(|byte| *byte == b'\n').filter(|line| !line.starts_with(cut.as_bytes()));
        let first = lines.next().map(String::from_utf8_lossy)?;
        if !first.contains(&format!("name=\"{FIELD}\"")) {
            return None;
        }
        lines.for_each(|line| digest.update(line));
    } else {
        let named = |field: &[u8]| field.strip_prefix(FIELD.as_bytes()).is_some_and(|rest| rest.starts_with(b"="));
        if !body.split(|byte| *byte == b'&').any(named) {
            return None;
        }
        digest.update(body);
    }
    Some(SentForm::new(digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect()))
}

/// The answer to a form that was taken before; `None` when it was not.
pub(crate) async fn earlier(app: &App, form: &SentForm) -> Result<Option<Response>, Refusal> {
    for _ in 0..WAITS {
        match app.store.answer_to_form(form.digest()).await? {
            None => return Ok(None),
            Some(address) if address.is_empty() => tokio::time::sleep(WAIT).await,
            Some(address) if address == SHOWN => break,
            Some(address) => return Ok(Some((StatusCode::SEE_OTHER, [(LOCATION, address)]).into_response())),
        }
    }
    Ok(Some(Refusal::AlreadySent.into_response()))
}

/// What the sender gets in the end: the answer of this request, or that of the first of its kind.
pub(crate) async fn settle(app: &App, form: &SentForm, response: Response) -> Result<Response, Refusal> {
    let failed = response.status().is_client_error() || response.status().is_server_error();
    let led = response.headers().get(LOCATION).and_then(|address| address.to_str().ok());
    match (form.written(), failed, led) {
        (true, true, _) => app.store.forget_form(form.digest()).await?,
        (true, false, led) => {
            let led = led.unwrap_or(SHOWN);
            app.store.keep_answer_to_form(form.digest(), led, (app.clock)()).await?;
        }
        (false, true, _) => return Ok(earlier(app, form).await?.unwrap_or(response)),
        (false, false, _) => {}
    }
    Ok(response)
}
