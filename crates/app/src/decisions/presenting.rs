//! The submission upward on paper: of what a round has for a decider above, and of what was sent together.

use super::desk::desk;
use super::round::day_of;
use super::words::{Words, words};
use crate::App;
use crate::face::{Answer, Refusal, Visitor};
use crate::forms::Asked;
use crate::nominations::{Cover, Submitted, submission};
use crate::reports::letterhead;
use axum::extract::{Path, State};
use std::collections::HashMap;
use thidua_domain::access::Act;
use thidua_domain::basics::Language;
use thidua_paper::forms::Letterhead;
use thidua_store::Within;
use thidua_store::decisions::{Nominated, Sent};

const VI: Language = Language::Vietnamese;

/// The forms that are printed of what goes upward.
pub(super) const FORMS: &[&str] = &["submission"];

fn line(it: &Nominated, votes: &HashMap<String, String>) -> Submitted {
    Submitted {
        award: it.award_name.clone(),
        name: it.name.clone(),
        post: it.post.clone(),
        of_unit: it.of_unit.clone(),
        merit: it.merit.clone(),
        vote: votes.get(&it.id).cloned().unwrap_or_default(),
        regime: it.regime.clone(),
        illustrative: it.illustrative,
    }
}

/// What the council had to do with them.
fn council(all: &[&Nominated], w: &'static Words) -> (Option<String>, Vec<String>) {
    let voted = all.iter().any(|it| it.passed.is_some());
    let mut papers = vec![w.paper_nominations.to_owned()];
    if voted {
        papers.push(w.paper_council.to_owned());
    }
    (voted.then(|| w.by_council.to_owned()), papers)
}

/// `GET /decisions/rounds/{id}/forms/{file}`: a draft of what is to be sent.
pub(crate) async fn of_round(
    State(app): State<App>,
    visitor: Visitor,
    Path((id, file)): Path<(String, String)>,
) -> Answer {
    let asked = Asked::of(&file, FORMS)?;
    let desk = desk(&app, &visitor, &id, day_of(&app, ""), Act::PrepareDecision).await?;
    let w = words(VI);
    let all: Vec<&Nominated> = desk.upward().map(|one| &one.it).collect();
    let votes = crate::meetings::votes(&app, &desk.round.unit_id, &desk.round.id).await?;
    let (selection, papers) = council(&all, w);
    let cover = Cover {
        letterhead: letterhead::of_unit(&app, &desk.unit, w.symbol_submission).await?,
        to: None,
        round: desk.round.name.clone(),
        selection,
        papers,
        draft: true,
    };
    let lines = all.into_iter().map(|it| line(it, &votes)).collect();
    asked.send(&app, submission(cover, lines), &desk.round.name).await
}

/// `GET /submissions/{id}/forms/{file}`: what was sent under one number on one day.
pub(crate) async fn of_submission(
    State(app): State<App>,
    visitor: Visitor,
    Path((id, file)): Path<(String, String)>,
) -> Answer {
    let asked = Asked::of(&file, FORMS)?;
    let (one, it) = super::submissions::found(&app, &visitor, &id, Act::Look).await?;
    let w = words(VI);
    let unit = app.store.unit(&one.unit_id).await?.ok_or(Refusal::NotFound)?;
    let round = app.store.round_head(&it.round_id).await?.ok_or(Refusal::NotFound)?;
    let within = Within::Units { own: vec![one.unit_id.clone()], branches: Vec::new() };
    let together =
        |other: &Sent| (&other.sent_to, &other.number, other.sent_on) == (&one.sent_to, &one.number, one.sent_on);
    let ids: Vec<String> = app
        .store
        .submissions(&within)
        .await?
        .into_iter()
        .filter(together)
        .map(|other| other.nomination_id)
        .collect();
    let mut sent = app.store.nominated_of(&ids).await?;
    sent.retain(|other| other.round_id == it.round_id);
    let votes = crate::meetings::votes(&app, &round.unit_id, &round.id).await?;
    let all: Vec<&Nominated> = sent.iter().collect();
    let (selection, papers) = council(&all, w);
    let head = letterhead::of_unit(&app, &unit, w.symbol_submission).await?;
    let cover = Cover {
        letterhead: Letterhead {
            number_symbol: one.number.clone(),
            date: Some(letterhead::issue_date(one.sent_on)),
            ..head
        },
        to: Some(one.sent_to.clone()),
        round: round.name.clone(),
        selection,
        papers,
        draft: false,
    };
    let lines = all.into_iter().map(|it| line(it, &votes)).collect();
    asked.send(&app, submission(cover, lines), one.number.as_deref().unwrap_or(&round.name)).await
}
