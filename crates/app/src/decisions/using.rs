//! Initiatives on which a granted nomination rests: the nomination uses them, also where nobody entered that.

use crate::App;
use crate::face::Refusal;
use crate::nominations::judging::relied_on;
use std::collections::HashMap;
use thidua_store::Change;
use thidua_store::audit::Entry;
use thidua_store::decisions::Nominated;
use thidua_store::initiatives::Initiative;

/// A nomination with an initiative on which it rests.
pub(super) struct Relied {
    nomination: Nominated,
    initiative: Initiative,
}

/// What the nominations of a round that are granted rest on.
pub(super) async fn relied(app: &App, round_id: &str, all: &[Nominated]) -> Result<Vec<Relied>, Refusal> {
    let theirs: Vec<&str> = all.iter().filter(|it| it.person_id.is_some()).map(|it| it.id.as_str()).collect();
    if theirs.is_empty() {
        return Ok(Vec::new());
    }
    let mut known: HashMap<String, Option<Initiative>> = HashMap::new();
    let mut found = Vec::new();
    for (nomination, initiatives) in relied_on(app, round_id, &theirs).await? {
        let Some(it) = all.iter().find(|it| it.id == nomination) else { continue };
        for id in initiatives {
            if !known.contains_key(&id) {
                let read = app.store.initiative(&id).await?;
                known.insert(id.clone(), read);
            }
            if let Some(Some(initiative)) = known.get(&id) {
                found.push(Relied { nomination: it.clone(), initiative: initiative.clone() });
            }
        }
    }
    // two decisions at once take them in one order, so that neither waits for the other
    found.sort_by(|one, other| one.initiative.id.cmp(&other.initiative.id));
    Ok(found)
}

/// Writes the uses that are not written yet, each with its entry in the log.
pub(super) async fn use_up(change: &Change, relied: &[Relied]) -> Result<(), Refusal> {
    for Relied { nomination, initiative } in relied {
        if !change.rely_on_initiative(&initiative.id, &nomination.id, &nomination.award).await? {
            continue;
        }
        let detail = format!("{}: {}, {}", initiative.title, nomination.name, nomination.award_name);
        let entry = Entry {
            unit_id: Some(initiative.unit_id.clone()),
            act: "initiative.used",
            subject: "initiative",
            subject_id: initiative.id.clone(),
            detail: Some(detail),
        };
        change.note(entry).await?;
    }
    Ok(())
}
