//! A meeting that is prepared without a person: of the demo.

use super::calling::sitting;
use super::choosing::drawn_up;
use super::door::{BEFORE_COUNCIL, Subject};
use crate::App;
use crate::face::Refusal;
use chrono::NaiveDate;
use thidua_domain::voting::meeting::State;
use thidua_store::Author;
use thidua_store::audit::Entry;
use thidua_store::meetings::Meeting;

/// What is called.
pub(crate) struct Called {
    pub(crate) body: String,
    pub(crate) round: String,
    pub(crate) name: String,
    pub(crate) day: NaiveDate,
    pub(crate) place: String,
}

/// Calls a meeting on everything of a round that waits for the council.
pub(crate) async fn prepare(
    app: &App,
    author: impl Fn() -> Author,
    unit_id: &str,
    called: Called,
) -> Result<(), Refusal> {
    let members = sitting(app, unit_id, &called.body, called.day).await?;
    let waiting = app.store.nominees_of_round(&called.round, BEFORE_COUNCIL).await?;
    let chosen: Vec<Subject> = waiting.into_iter().map(|one| Subject::Nominee(Box::new(one))).collect();
    let change = app.store.change(author()).await?;
    let it = Meeting {
        id: change.new_id(),
        unit_id: unit_id.to_owned(),
        body_id: called.body,
        round_id: Some(called.round),
        name: called.name,
        held_on: called.day,
        place: Some(called.place),
        state: State::Called,
        closed_at: None,
        minutes: None,
        illustrative: true,
        version: 0,
        account_name: String::new(),
        written_at: change.author().at,
    };
    let (items, recusals) = drawn_up(app, &it, &members, 1, &chosen).await?;
    change.add_meeting(&it, &members).await?;
    change.add_meeting_items(&it.id, &items).await?;
    change.add_recusals(&it.id, &recusals).await?;
    let entry = Entry {
        unit_id: Some(unit_id.to_owned()),
        act: "meeting.called",
        subject: "meeting",
        subject_id: it.id.clone(),
        detail: Some(it.name.clone()),
    };
    Ok(change.commit(entry).await?)
}
