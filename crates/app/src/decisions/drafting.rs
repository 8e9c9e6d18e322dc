//! Drafting a decision from a round, correcting its head, taking lines out, throwing it away. Who is proposed, and for what,
//! is never typed here.

use super::desk::desk;
use super::entry::{entry, invalid};
use super::one::{self, Which as OneWhich};
use super::round::{Which, chosen, day_of, draft_fields, gone, render};
use super::words::words;
use crate::face::forms::Reader;
use crate::face::frame::go;
use crate::face::sent::Sent;
use crate::face::{Answer, Refusal};
use crate::office::forms::{Came, FormView, beside};
use crate::office::words as office;
use thidua_domain::access::Act;
use thidua_domain::decisions::{Kind, State as Standing};
use thidua_domain::nominations::State as Stand;
use thidua_store::StoreError;
use thidua_store::decisions::{Decision, Line, Nominated};

/// The head of a decision as it is typed.
pub(super) struct Head {
    pub(super) title: String,
    pub(super) day: Option<chrono::NaiveDate>,
    pub(super) signer_title: Option<String>,
    pub(super) signer_name: Option<String>,
    pub(super) bases: Option<String>,
}

pub(super) fn read_head(reader: &mut Reader<'_>) -> Head {
    let title = reader.required("title");
    let day = reader.day("day");
    if day.is_none() {
        reader.required("day");
    }
    Head {
        title,
        day,
        signer_title: reader.name("signer_title"),
        signer_name: reader.name("signer_name"),
        bases: reader.text("bases"),
    }
}

/// `POST /decisions/rounds/{id}/draft`.
pub(crate) async fn draft(sent: Sent) -> Answer {
    let (app, visitor) = (&sent.app, &sent.visitor);
    let day = day_of(app, sent.typed.get("day").map_or("", String::as_str));
    let seen = desk(app, visitor, &sent.id, day, Act::PrepareDecision).await?;
    crate::nominations::judge_round(app, visitor, &seen.round.id, false).await?;
    let desk = desk(app, visitor, &sent.id, day, Act::PrepareDecision).await?;
    let w = words(sent.caller.preferences.language);
    let own: Vec<_> = desk.own().collect();
    let ready = chosen(own.iter().copied(), &sent.typed);
    gone(&desk, &ready, &sent.typed)?;
    let mut reader = sent.reader();
    let head = read_head(&mut reader);
    if ready.is_empty() {
        reader.problem("title", w.choose_lines);
    }
    let asks = ready.iter().filter(|one| one.asks()).count();
    if asks > 0 && !reader.tick("confirmed") {
        reader.problem("confirmed", w.confirm_needed.replace("{n}", &asks.to_string()));
    }
    if !reader.fine() {
        let action = format!("/decisions/rounds/{}/draft", sent.id);
        let form = FormView::new(action, 0, draft_fields(&desk, w), w.draft_button).back(reader, Came::Refused);
        return render(app, &sent.caller, &desk, Some((Which::Draft, form, &sent.typed))).await;
    }
    let change = app.store.change(sent.author()).await?;
    let it = Decision {
        id: change.new_id(),
        unit_id: desk.unit.id.clone(),
        kind: Kind::Award,
        round_id: Some(desk.round.id.clone()),
        title: head.title,
        number: None,
        dated: head.day,
        signer_title: head.signer_title,
        signer_name: head.signer_name,
        state: Standing::Draft,
        revokes_id: None,
        ground: None,
        reason: None,
        bases: head.bases,
        file_digest: None,
        file_name: None,
        illustrative: desk.round.illustrative,
        version: 0,
        account_id: None,
        account_name: String::new(),
        written_at: sent.author().at,
    };
    let lines: Vec<Line> = ready.iter().map(|one| Line::Nomination(one.it.id.clone())).collect();
    let nominated: Vec<Nominated> = ready.iter().map(|one| one.it.clone()).collect();
    change.put_to_decider(&nominated).await?;
    change.add_decision(&it, &lines).await?;
    let detail = format!("{}: {}", it.title, w.n_lines.replace("{n}", &lines.len().to_string()));
    change.commit(entry("decision.drafted", &desk.unit.id, &it.id, detail)).await?;
    go(format!("/decisions/{}?done=saved", it.id))
}

/// A draft that somebody may change.
pub(super) async fn draft_for(sent: &Sent) -> Result<Decision, Refusal> {
    let it = sent.app.store.decision(&sent.id).await?.ok_or(Refusal::NotFound)?;
    sent.app.require(&sent.visitor, Act::PrepareDecision, &it.unit_id).await?;
    if !it.state.is_drawn_up() {
        let (number, who) = (it.number.clone().unwrap_or_default(), it.account_name.clone());
        return Err(invalid(|w| w.already.replace("{n}", &number).replace("{who}", &who)));
    }
    Ok(it)
}

/// `POST /decisions/{id}`.
pub(crate) async fn correct(sent: Sent) -> Answer {
    let app = &sent.app;
    let before = draft_for(&sent).await?;
    let language = sent.caller.preferences.language;
    let (w, o) = (words(language), office::words(language));
    let mut reader = sent.reader();
    let head = read_head(&mut reader);
    let lines = app.store.decision_lines(&before.id).await?;
    let kept: Vec<Line> = lines
        .iter()
        .filter(|line| {
            let (Line::Nomination(id) | Line::Honour(id)) = line;
            sent.typed.contains_key(&format!("n-{id}"))
        })
        .cloned()
        .collect();
    if kept.is_empty() {
        reader.problem("title", w.choose_lines);
    }
    if !reader.fine() {
        let form = one::correcting(&before, w).back(reader, Came::Refused);
        return one::render(app, &sent.caller, &sent.visitor, &before, Some((OneWhich::Correct, form)), None).await;
    }
    let it = Decision {
        title: head.title,
        dated: head.day,
        signer_title: head.signer_title,
        signer_name: head.signer_name,
        bases: head.bases,
        version: sent.seen(),
        ..before.clone()
    };
    let change = app.store.change(sent.author()).await?;
    match change.correct_decision(&it, Some(&kept)).await {
        Ok(()) => {}
        Err(StoreError::ChangedMeanwhile) => {
            drop(change);
            let newest = app.store.decision(&before.id).await?.ok_or(Refusal::NotFound)?;
            beside(&mut reader, &one::head_fields(&newest, w), o);
            let form = one::correcting(&newest, w).back(reader, Came::Changed);
            return one::render(app, &sent.caller, &sent.visitor, &newest, Some((OneWhich::Correct, form)), None)
                .await;
        }
        Err(other) => return Err(other.into()),
    }
    let detail = format!("{}: {}", it.title, w.n_lines.replace("{n}", &kept.len().to_string()));
    change.commit(entry("decision.corrected", &it.unit_id, &it.id, detail)).await?;
    go(format!("/decisions/{}?done=saved", it.id))
}

/// `POST /decisions/{id}/discard`.
pub(crate) async fn discard(sent: Sent) -> Answer {
    let app = &sent.app;
    let before = draft_for(&sent).await?;
    let change = app.store.change(sent.author()).await?;
    change.discard_decision(&before.id, sent.seen()).await?;
    change.commit(entry("decision.discarded", &before.unit_id, &before.id, before.title.clone())).await?;
    go(match before.round_id {
        Some(round) => format!("/decisions/rounds/{round}?done=discarded"),
        None => "/decisions?done=discarded".to_owned(),
    })
}

/// Whether every nomination of a draft still waits for this decision.
pub(super) fn still_waits(all: &[Nominated]) -> Result<(), Refusal> {
    match all.iter().find(|it| it.state != Stand::Deciding) {
        Some(it) => Err(invalid(|w| w.not_ready_any_more.replace("{name}", &it.name))),
        None => Ok(()),
    }
}
