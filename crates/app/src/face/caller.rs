//! Who is calling: put into each request by the guard, taken out by handlers.

use super::Refusal;
use super::preferences::Preferences;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use thidua_domain::access::{Act, Actor};
use thidua_store::sent_forms::SentForm;
use thidua_store::{Author, Moment};

/// Preferences of the caller and, where they are signed in, who they are.
#[derive(Clone, Debug)]
pub(crate) struct Caller {
    pub(crate) preferences: Preferences,
    pub(crate) visitor: Option<Visitor>,
    /// Path and query of the page, for the language switch.
    pub(crate) here: String,
    /// What was just done, told by the address.
    pub(crate) done: Option<String>,
    /// The identifier of the forms of the page that this request is answered with.
    pub(crate) once: String,
}

/// A signed-in person.
#[derive(Clone, Debug)]
pub(crate) struct Visitor {
    pub(crate) actor: Actor,
    pub(crate) name: String,
    pub(crate) unit_name: Option<String>,
    /// Hash of the session's token, to end it.
    pub(crate) session: String,
    /// Nothing is open to them before they have set up a second factor.
    pub(crate) must_enrol: bool,
    /// The form they sent, where it is one that is taken once.
    pub(crate) form: Option<SentForm>,
}

impl Visitor {
    /// This person as the author of a change.
    pub(crate) fn author(&self, at: Moment) -> Author {
        let form = self.form.clone();
        Author { account_id: Some(self.actor.account_id.clone()), name: self.name.clone(), at, form }
    }

    /// The units whose own things stand in this person's lists; `None` for all units.
    pub(crate) fn scope(&self) -> Option<Vec<&str>> {
        self.actor.units(Act::Look)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Caller {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refusal> {
        parts.extensions.get::<Caller>().cloned().ok_or(Refusal::NotSignedIn)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Visitor {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refusal> {
        parts.extensions.get::<Caller>().and_then(|caller| caller.visitor.clone()).ok_or(Refusal::NotSignedIn)
    }
}
