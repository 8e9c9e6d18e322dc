//! What came of a nomination: the honour with its decision and money; complaints about it.

use super::scene::Scene;
use super::words::Words;
use crate::App;
use crate::decisions::law::reckoned;
use crate::face::Refusal;
use crate::office::forms::FormView;
use thidua_domain::basics::Language;
use thidua_domain::decisions::words as decision_words;
use thidua_domain::nominations::State;
use thidua_store::honours::Standing;
use thidua_store::nominations::Nomination;

/// What was granted.
pub(super) struct Granted {
    pub(super) honour: String,
    pub(super) revoked: bool,
    /// Its number; the address where the decision is in the system and theirs to see.
    pub(super) decision: String,
    pub(super) address: Option<String>,
    pub(super) money: String,
}

/// The honour of a granted nomination.
pub(super) async fn granted(
    app: &App,
    scene: &Scene,
    it: &Nomination,
    w: &'static Words,
) -> Result<Option<Granted>, Refusal> {
    if it.state != State::Granted {
        return Ok(None);
    }
    let Some(honour) = app.store.honour_of_nomination(&it.id).await? else { return Ok(None) };
    let seen = honour.decision_id.filter(|_| scene.whole);
    Ok(Some(Granted {
        revoked: honour.standing == Standing::Revoked,
        decision: honour.number.unwrap_or_default(),
        address: seen.map(|id| format!("/decisions/{id}")),
        money: honour.paid.as_ref().map_or_else(|| w.money_none.to_owned(), reckoned),
        honour: format!("/honours/{}", honour.id),
    }))
}

/// Complaints about a nomination, for whoever takes them in: address, from whom, where each stands.
pub(super) struct Complaints {
    pub(super) rows: Vec<(String, String, String)>,
    pub(super) form: FormView,
}

/// The complaints about a nomination that was sent.
pub(super) async fn complaints(
    app: &App,
    scene: &Scene,
    it: &Nomination,
    language: Language,
) -> Result<Option<Complaints>, Refusal> {
    if !scene.prepares || it.state == State::Draft {
        return Ok(None);
    }
    let of = |one: thidua_store::complaints::Complaint| {
        let state = decision_words::complaint(one.state).in_language(language).to_owned();
        (format!("/complaints/{}", one.id), one.from_name, state)
    };
    let rows = app.store.complaints_about(&it.id).await?.into_iter().map(of).collect();
    Ok(Some(Complaints { rows, form: crate::complaints::form_about("nomination", &it.id, app, language) }))
}
