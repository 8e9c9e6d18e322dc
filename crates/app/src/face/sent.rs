//! A form about one thing, with who sent it: what most actions begin with.

use super::forms::{Reader, Typed, seen};
use super::{Caller, Refusal, Visitor};
use crate::App;
use axum::Form;
use axum::extract::{FromRequest, FromRequestParts, Path, Request};
use axum::http::HeaderMap;
use thidua_store::Author;

/// What arrived.
pub(crate) struct Sent {
    pub(crate) app: App,
    pub(crate) caller: Caller,
    pub(crate) visitor: Visitor,
    /// The identifier in the address.
    pub(crate) id: String,
    pub(crate) headers: HeaderMap,
    pub(crate) typed: Typed,
}

impl FromRequest<App> for Sent {
    type Rejection = Refusal;

    async fn from_request(request: Request, app: &App) -> Result<Sent, Refusal> {
        let (mut parts, body) = request.into_parts();
        let caller = Caller::from_request_parts(&mut parts, app).await?;
        let visitor = Visitor::from_request_parts(&mut parts, app).await?;
        let path = Path::<String>::from_request_parts(&mut parts, app).await;
        let Path(id) = path.map_err(|error| Refusal::of_form(error.status()))?;
        let headers = parts.headers.clone();
        let form = Form::<Typed>::from_request(Request::from_parts(parts, body), app).await;
        let Form(typed) = form.map_err(|error| Refusal::of_form(error.status()))?;
        Ok(Sent { app: app.clone(), caller, visitor, id, headers, typed })
    }
}

impl Sent {
    /// Reads the fields, with messages in the language of who sent them.
    pub(crate) fn reader(&self) -> Reader<'_> {
        Reader::new(&self.typed, super::words::words(self.caller.preferences.language))
    }

    /// One text; what is too long is refused as a whole.
    pub(crate) fn text(&self, name: &'static str) -> Result<Option<String>, Refusal> {
        let mut reader = self.reader();
        let text = reader.text(name);
        if reader.fine() { Ok(text) } else { Err(Refusal::TooLong) }
    }

    /// The version that the person saw.
    pub(crate) fn seen(&self) -> i64 {
        seen(&self.typed)
    }

    /// The sender as the author of a change.
    pub(crate) fn author(&self) -> Author {
        self.visitor.author((self.app.clock)())
    }
}
