//! The papers of a meeting: the invitation, the book, ballots without a name of a voter, the tally sheet.

use super::ballots::papers;
use super::door::{Here, here, invalid, unseen};
use super::flags::book;
use super::labels;
use super::one::results;
use super::outcomes::secret;
use super::words::{Words, words};
use crate::App;
use crate::councils::labels as councils;
use crate::face::{Answer, Refusal, Visitor, show as shown};
use crate::forms::Asked;
use crate::reports::letterhead::{self, issue_date};
use axum::extract::{Path, Query, State};
use serde::Deserialize;
use std::collections::HashMap;
use thidua_domain::basics::Language;
use thidua_domain::councils::Seat;
use thidua_domain::voting::Ballot;
use thidua_domain::voting::meeting::{Presence, State as Standing};
use thidua_domain::voting::words as voting;
use thidua_paper::forms::ballot_paper::{BallotItem, BallotPaper};
use thidua_paper::forms::council_book::{CouncilBook, DossierLine};
use thidua_paper::forms::council_invitation::CouncilInvitation;
use thidua_paper::forms::tally_sheet::{TallyLine, TallySheet};
use thidua_paper::forms::{Letterhead, ballot_paper, council_book, council_invitation, tally_sheet};
use thidua_paper::write::OfficialDocument;
use thidua_paper::write::document::{Signature, SlipsOnAPage};
use thidua_store::Within;

const VI: Language = Language::Vietnamese;

/// The forms that are printed from a meeting.
pub(crate) const FORMS: &[&str] = &["council_invitation", "council_book", "ballot_paper", "tally_sheet"];
/// Those of them that its own page offers.
pub(super) const OF_PAGE: &[&str] = &["council_invitation", "council_book"];

/// Which ballot is asked for.
#[derive(Default, Deserialize)]
pub(crate) struct Which {
    #[serde(default)]
    by: String,
    /// Its place on the page of ballots.
    #[serde(default)]
    at: usize,
    /// How many on a page.
    #[serde(default)]
    page: u8,
}

/// How the council voted on the nominations of a round (`9/9 (100%)`), by nomination, once its counts are closed.
pub(crate) async fn votes(app: &App, unit_id: &str, round_id: &str) -> Result<HashMap<String, String>, Refusal> {
    let within = Within::Units { own: vec![unit_id.to_owned()], branches: Vec::new() };
    let mut found = HashMap::new();
    for meeting in app.store.meetings(&within).await? {
        if meeting.state != Standing::Closed || meeting.round_id.as_deref().is_some_and(|round| round != round_id) {
            continue;
        }
        let here = unseen(app, meeting).await?;
        for (position, shown) in results(app, &here, VI, words(VI)).await? {
            let item = here.item(position);
            if let Some(id) = item.and_then(|one| one.item.nomination_id.clone()) {
                found.insert(id, shown.rate);
            }
        }
    }
    Ok(found)
}

/// `GET /meetings/{id}/forms/{file}`.
pub(crate) async fn paper(
    State(app): State<App>,
    visitor: Visitor,
    Path((id, file)): Path<(String, String)>,
    Query(which): Query<Which>,
) -> Answer {
    let asked = Asked::of(&file, FORMS)?;
    let here = here(&app, &visitor, &id).await?;
    here.require_reads()?;
    let document = match asked.form.code {
        "council_invitation" => invitation(&app, &here).await?,
        "council_book" => dossiers(&app, &here).await?,
        "ballot_paper" => ballot(&here, &which)?,
        _ => tally(&app, &here).await?,
    };
    asked.send(&app, document, &shown::day(Some(here.it.held_on))).await
}

fn seated(here: &Here, seat: Seat) -> Option<String> {
    here.members.iter().find(|one| one.seat == seat).map(|one| one.name.clone())
}

fn seat(here: &Here, seat: Seat) -> String {
    councils::seat(seat, here.body.kind, crate::councils::words::words(VI)).to_owned()
}

fn mark(here: &Here) -> Option<String> {
    here.illustrative().then(|| crate::forms::words::words(VI).mark_sample.to_owned())
}

/// Head and foot of the council's papers: neither numbered nor dated.
async fn head(app: &App, here: &Here, signs: Seat) -> Result<Letterhead, Refusal> {
    let of_unit = letterhead::of_unit(app, &here.unit, "").await?;
    Ok(Letterhead {
        parent_authority: Some(here.unit.name.clone()),
        issuer: here.body.name.clone(),
        symbol_hint: None,
        recipients: Vec::new(),
        signature: Signature { authority_form: None, post: seat(here, signs), name: seated(here, signs) },
        ..of_unit
    })
}

/// What is considered, award by award, and how is voted.
fn agenda(here: &Here, w: &'static Words) -> Vec<String> {
    let mut awards: Vec<(String, usize)> = Vec::new();
    let mut initiatives = 0;
    for one in &here.items {
        let Some(nominee) = one.subject.nominee() else {
            initiatives += 1;
            continue;
        };
        match awards.iter_mut().find(|(award, _)| *award == nominee.award_name) {
            Some((_, n)) => *n += 1,
            None => awards.push((nominee.award_name.clone(), 1)),
        }
    }
    let counted = |says: &str, n: usize| says.replace("{n}", &format!("{n:02}"));
    let mut found: Vec<String> =
        awards.iter().map(|(award, n)| counted(w.agenda_award, *n).replace("{award}", award)).collect();
    if initiatives > 0 {
        found.push(counted(w.agenda_initiatives, initiatives));
    }
    for (ballot, says) in [(Ballot::Secret, w.agenda_ballot), (Ballot::Open, w.agenda_open)] {
        if here.items.iter().any(|one| one.item.rule.ballot == ballot) {
            found.push(says.to_owned());
        }
    }
    found.push(w.agenda_minutes.to_owned());
    found
}

async fn invitation(app: &App, here: &Here) -> Result<OfficialDocument, Refusal> {
    let w = words(VI);
    let invited = here.members.iter().map(|one| {
        let says = if one.unit_name.is_some() { w.invited_of } else { w.invited };
        says.replace("{seat}", &seat(here, one.seat))
            .replace("{name}", &one.name)
            .replace("{unit}", one.unit_name.as_deref().unwrap_or_default())
    });
    let chair = [Seat::Chair, Seat::ViceChair]
        .into_iter()
        .find_map(|place| seated(here, place).map(|name| format!("{name}, {}", seat(here, place))));
    let written = here.items.iter().any(|one| one.item.rule.written_absent);
    Ok(council_invitation::document(&CouncilInvitation {
        letterhead: Letterhead {
            symbol_hint: Some(w.symbol_invitation.to_owned()),
            recipients: vec![w.as_above.to_owned(), w.kept_by_council.to_owned()],
            ..head(app, here, Seat::Chair).await?
        },
        meeting: here.it.name.clone(),
        invited: invited.collect(),
        agenda: agenda(here, w),
        hour: w.hour_blank.to_owned(),
        day: issue_date(here.it.held_on),
        place: here.it.place.clone().unwrap_or_else(|| w.place_blank.to_owned()),
        chair: chair.unwrap_or_else(|| w.chair_blank.to_owned()),
        papers: (!here.items.is_empty()).then(|| w.invited_papers.to_owned()),
        absence: written.then(|| w.invited_written.to_owned()),
        mark: mark(here),
    }))
}

fn recused(here: &Here, position: i64) -> Vec<String> {
    here.recused_from(position)
        .filter_map(|recusal| here.member(recusal.member))
        .map(|member| member.name.clone())
        .collect()
}

async fn dossiers(app: &App, here: &Here) -> Result<OfficialDocument, Refusal> {
    let w = words(VI);
    let book = book(app, here).await?;
    let mut order = book.order(here, w);
    order.sort_by_key(|(one, _)| one.item.position);
    let line = |(one, look): (&super::door::Listed, super::flags::Look)| {
        let nominee = one.subject.nominee();
        let who = nominee.map(|nominee| [nominee.post.as_deref().unwrap_or_default(), &nominee.of_unit]);
        DossierLine {
            name: one.subject.name().to_owned(),
            who: who
                .map(|who| who.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "))
                .unwrap_or_default(),
            award: one.subject.award(w),
            merit: one.subject.merit().to_owned(),
            open: Some(look.notes.join("; ")).filter(|notes| !notes.is_empty()),
            rule: labels::rule(&one.item.rule, VI, w).0,
            recused: recused(here, one.item.position),
        }
    };
    Ok(council_book::document(&CouncilBook {
        letterhead: head(app, here, Seat::Secretary).await?,
        meeting: here.it.name.clone(),
        day: issue_date(here.it.held_on),
        remarks: None,
        dossiers: order.into_iter().map(line).collect(),
        mark: mark(here),
    }))
}

/// The papers of one set: as many as there are voters, and nothing on them that tells one from another.
fn ballot(here: &Here, which: &Which) -> Result<OfficialDocument, Refusal> {
    if here.it.state != Standing::Voting {
        return Err(invalid(|w| w.ballots_later));
    }
    let w = words(VI);
    let (sets, _, _) = papers(here, &which.by);
    let set = sets.get(which.at).ok_or(Refusal::NotFound)?;
    let item = |position: &i64| {
        let one = here.item(*position)?;
        Some(BallotItem { name: one.subject.name().to_owned(), award: one.subject.award(w) })
    };
    Ok(ballot_paper::document(&BallotPaper {
        letterhead: Letterhead {
            parent_authority: Some(here.unit.name.clone()),
            issuer: here.body.name.clone(),
            number_symbol: None,
            symbol_hint: None,
            place: None,
            date: None,
            recipients: Vec::new(),
            signature: Signature { authority_form: None, post: String::new(), name: None },
        },
        meeting: here.it.name.clone(),
        items: set.items.iter().filter_map(item).collect(),
        on_a_page: if which.page == 4 { SlipsOnAPage::Four } else { SlipsOnAPage::Two },
        copies: set.copies,
        mark: mark(here),
    }))
}

async fn tally(app: &App, here: &Here) -> Result<OfficialDocument, Refusal> {
    if here.it.state != Standing::Closed {
        return Err(invalid(|w| w.minutes_only));
    }
    let w = words(VI);
    let mut tellers: Vec<String> = Vec::new();
    for one in app.store.meeting_tallies(&here.it.id).await? {
        if one.teller > 0 && !tellers.contains(&one.account_name) {
            tellers.push(one.account_name);
        }
    }
    let mut results = results(app, here, VI, w).await?;
    let mut rules: Vec<String> = Vec::new();
    let mut items = Vec::new();
    for one in secret(here) {
        let Some(shown) = results.remove(&one.item.position) else { continue };
        let Some([issued, returned, valid, invalid]) = shown.papers else { continue };
        // how sure the source is, is for the screen
        let rule = one
            .item
            .rule
            .rule()
            .map(|rule| format!("{} ({})", voting::rule(&rule).in_language(VI), one.item.rule.source));
        let rule = rule.unwrap_or_default();
        if !rules.contains(&rule) {
            rules.push(rule);
        }
        items.push(TallyLine {
            name: one.subject.name().to_owned(),
            award: one.subject.award(w),
            issued,
            returned,
            valid,
            invalid,
            votes_for: shown.votes_for,
            against: shown.against,
            rate: shown.rate,
            result: one.item.result.map(|came| labels::came(came, w).1.to_owned()).unwrap_or_default(),
        });
    }
    if items.is_empty() {
        return Err(invalid(|w| w.no_secret));
    }
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let mut tellers = tellers.into_iter();
    Ok(tally_sheet::document(&TallySheet {
        letterhead: head(app, here, Seat::Chair).await?,
        meeting: here.it.name.clone(),
        day: issue_date(here.it.held_on),
        hour: None,
        place: here.it.place.clone(),
        members: count(here.members.len()),
        present: count(here.there(Presence::Present)),
        in_writing: count(here.there(Presence::Written)),
        head_teller: tellers.next().unwrap_or_default(),
        tellers: tellers.collect(),
        items,
        rule: match rules.as_slice() {
            [only] => Some(only.clone()),
            _ => None,
        },
        mark: mark(here),
    }))
}
