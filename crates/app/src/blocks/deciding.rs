//! `POST /arrangements/{id}/decide`: the draft becomes the composition, in one transaction.

use super::actions::entry;
use super::proposal::{self, decide_form, refuse, seen};
use super::words;
use crate::App;
use crate::face::forms::Reader;
use crate::face::frame::go;
use crate::face::{Answer, Caller, Refusal, Visitor};
use crate::office::forms::Came;
use crate::office::receiving::{keep, receive, register};
use crate::office::words as office;
use axum::extract::{Path, Request, State};
use thidua_domain::access::Act;
use thidua_domain::basics::Language;
use thidua_domain::basics::date::short;
use thidua_domain::blocks::{BlockKind, new_key};
use thidua_store::StoreError;
use thidua_store::blocks::{Block, Decided};

/// Decides it.
pub(crate) async fn decide(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    request: Request,
) -> Answer {
    let language = caller.preferences.language;
    let (w, o) = (words::words(language), office::words(language));
    let found = app.store.arrangement(&id).await?.ok_or(Refusal::NotFound)?;
    app.require(&visitor, Act::ManageRegulations, &found.unit_id).await?;
    let sent = receive(&app, request, o).await?;
    if found.decided {
        return Err(refuse(|w| w.is_decided.to_owned()));
    }
    let seen = seen(&app, &found).await?;
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(language));
    let number = reader.required("number");
    let dated = reader.day("dated");
    if dated.is_some_and(|dated| dated > found.from) {
        reader.problem("dated", w.dated_after);
    }
    if dated.is_some_and(|dated| dated > crate::office::reach::today(&app)) {
        reader.problem("dated", w.dated_future);
    }
    if let Some(problem) = sent.file_problem {
        reader.problem("file", problem);
    }
    let decided_seen = sent.corrects().and_then(|seen| seen.parse::<i64>().ok()).unwrap_or(-1);
    let current = sent.seen() == found.version && decided_seen == seen.decided;
    if seen.asks() && !reader.tick("accept") {
        reader.problem("accept", w.accept_needed);
    }
    if !reader.fine() || !current {
        let came = if current { Came::Refused } else { Came::Changed };
        let form = decide_form(&found, &seen, w).back(reader, came);
        return proposal::render(&app, &caller, &visitor, &found, None, Some(form)).await;
    }
    let kept = keep(&app, sent.file).await?;
    let change = app.store.change(visitor.author((app.clock)())).await?;
    register(&change, &kept).await?;
    let linked = proposal::linked(&app, &found).await?;
    let mut version = found.version;
    if linked != found {
        change.propose_arrangement(&linked, Some(version)).await?;
        version += 1;
    }
    let mut founded: Vec<(String, Block)> = Vec::new();
    for one in &linked.places {
        let key = new_key(&one.block_name);
        if one.place.block == key && founded.iter().all(|(known, _)| *known != key) {
            let block = Block {
                id: change.new_id(),
                unit_id: found.unit_id.clone(),
                kind: BlockKind::of_name(&one.block_name),
                name: one.block_name.clone(),
                outside: false,
                organiser: None,
                note: None,
                version: 0,
            };
            founded.push((key, block));
        }
    }
    let decided = Decided {
        seen: version,
        decided_seen,
        number_symbol: &number,
        dated,
        file: kept.as_ref().map(|kept| (kept.digest.clone(), kept.name.clone())),
        founded: &founded,
    };
    match change.decide_arrangement(&linked, &decided).await {
        Ok(()) => {
            let said = proposal::counts(&seen.preview, words::words(Language::Vietnamese));
            let detail = format!("{number} ({}): {said}", short(found.from));
            change.commit(entry("block.decided", "arrangement", &found.unit_id, &id, detail)).await?;
            go(format!("/arrangements/{id}?done=saved"))
        }
        Err(StoreError::AlreadyThere) => {
            drop(change);
            reader.problem("number", w.same_day);
            let form = decide_form(&found, &seen, w).back(reader, Came::Refused);
            proposal::render(&app, &caller, &visitor, &found, None, Some(form)).await
        }
        Err(other) => Err(other.into()),
    }
}
