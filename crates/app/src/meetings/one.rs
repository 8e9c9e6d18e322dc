//! One meeting: who is there, what is considered and how, how far the counting is, and after the close the results.

use super::door::{Here, Listed, here};
use super::labels;
use super::outcomes::{counting, outcomes};
use super::steps::{hindrances, warnings, without_quorum};
use super::words::{Words, words};
use crate::App;
use crate::commendation::tabs::{Tab, frame};
use crate::councils::labels as councils;
use crate::face::paging::Paging;
use crate::face::{Answer, Caller, Frame, Refusal, Visitor, frame as framing, show as shown};
use crate::forms::{Download, downloads};
use askama::Template;
use axum::extract::{Path, Query, State};
use serde::Deserialize;
use std::collections::HashMap;
use thidua_domain::basics::Language;
use thidua_domain::voting::count::Tally as Counted;
use thidua_domain::voting::meeting::{Presence, State as Standing};
use thidua_domain::voting::{Ballot, Outcome};
use thidua_store::meetings::Tally;

/// Items on a page.
const A_PAGE: usize = 50;

/// What an address may ask for.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    page: Option<usize>,
}

struct MemberRow {
    position: i64,
    seat: &'static str,
    name: String,
    unit: String,
    presence: &'static str,
    code: &'static str,
}

/// The result of an item as it is shown after the close.
pub(super) struct Shown {
    /// Issued, returned, valid, invalid; of an open vote none of them.
    pub(super) papers: Option<[u32; 4]>,
    pub(super) votes_for: u32,
    pub(super) against: u32,
    /// Of an open vote.
    pub(super) abstaining: Option<u32>,
    pub(super) rate: String,
    pub(super) needed: u32,
}

struct ItemRow {
    position: i64,
    name: String,
    award: String,
    rule: String,
    unsure: Option<&'static str>,
    ballots: u32,
    open: bool,
    shown: Option<Shown>,
    class: &'static str,
    result: &'static str,
}

#[derive(Template)]
#[template(path = "meetings/one.html")]
struct OnePage {
    f: Frame,
    w: &'static Words,
    id: String,
    version: i64,
    name: String,
    body: String,
    body_id: String,
    day: String,
    place: String,
    class: &'static str,
    state: &'static str,
    members: Vec<MemberRow>,
    presences: Vec<(&'static str, &'static str)>,
    n_present: usize,
    n_written: usize,
    items: Vec<ItemRow>,
    paging: Paging,
    called: bool,
    voting: bool,
    closed: bool,
    runs: bool,
    counts: bool,
    reads: bool,
    secret: bool,
    open: bool,
    hindrances: Vec<String>,
    warnings: Vec<String>,
    without_quorum: bool,
    progress: Vec<String>,
    differences: Vec<String>,
    agreed: bool,
    /// Who counts: place, what replacing them is called.
    tellers: Vec<(i64, String)>,
    /// A step that was refused: a heading and reasons.
    refused: Option<(&'static str, Vec<String>)>,
    downloads: Vec<Download>,
}

/// `GET /meetings/{id}`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let here = here(&app, &visitor, &id).await?;
    render(&app, &caller, &here, asked.page.unwrap_or(1), None).await
}

/// What came of an item, in figures.
pub(super) fn shown_of(outcome: &Outcome, tally: &Counted, members: u32, w: &'static Words) -> Shown {
    let rate = outcome.rate.map(|rate| rate.vietnamese()).unwrap_or_default();
    let of = w.of_members.replace("{n}", &outcome.in_favour.to_string());
    let rate = of.replace("{all}", &members.to_string()).replace("{rate}", &rate);
    let needed = outcome.needed;
    match tally {
        Counted::Secret(agreed) => {
            let sheet = agreed.sheet();
            let papers = Some([sheet.issued, sheet.returned, sheet.valid, sheet.invalid]);
            let (votes_for, against) = (sheet.in_favour, sheet.against);
            Shown { papers, votes_for, against, abstaining: None, rate, needed }
        }
        Counted::Open(hands) => Shown {
            papers: None,
            votes_for: hands.in_favour,
            against: hands.against,
            abstaining: Some(hands.abstaining),
            rate,
            needed,
        },
    }
}

/// The results of a closed meeting by item; nothing before the close.
pub(super) async fn results(
    app: &App,
    here: &Here,
    language: Language,
    w: &'static Words,
) -> Result<HashMap<i64, Shown>, Refusal> {
    if here.it.state != Standing::Closed {
        return Ok(HashMap::new());
    }
    let tallies = app.store.meeting_tallies(&here.it.id).await?;
    let Some(agreed) = counting(here, &tallies, language, w).agreed else { return Ok(HashMap::new()) };
    let found = outcomes(here, &agreed, language, w).unwrap_or_default();
    let members = u32::try_from(here.members.len()).unwrap_or(u32::MAX);
    let shown = |(position, outcome): (i64, Outcome)| {
        Some((position, shown_of(&outcome, agreed.get(&position)?, members, w)))
    };
    Ok(found.into_iter().filter_map(shown).collect())
}

pub(super) async fn render(
    app: &App,
    caller: &Caller,
    here: &Here,
    page: usize,
    refused: Option<(&'static str, Vec<String>)>,
) -> Answer {
    let language = caller.preferences.language;
    let w = words(language);
    let c = crate::councils::words::words(language);
    let (class, state) = labels::state(here.it.state, w);
    let (called, voting) = (here.it.state == Standing::Called, here.it.state == Standing::Voting);
    let mut results = results(app, here, language, w).await?;
    let (mut progress, mut differences, mut agreed) = (Vec::new(), Vec::new(), false);
    let mut tellers = Vec::new();
    if voting && (here.runs || here.counts) {
        let tallies = app.store.meeting_tallies(&here.it.id).await?;
        let counted = counting(here, &tallies, language, w);
        if here.runs {
            let first = |teller: i64| tallies.iter().find(|one| one.teller == teller);
            let says = |one: &Tally| {
                w.release.replace("{n}", &one.teller.to_string()).replace("{name}", &one.account_name)
            };
            tellers = [1, 2].into_iter().filter_map(first).map(|one| (one.teller, says(one))).collect();
        }
        (progress, differences, agreed) = (counted.progress, counted.differences, counted.agreed.is_some());
    }
    let row = |one: &Listed| {
        let (rule, unsure) = labels::rule(&one.item.rule, language, w);
        let (class, result) = one.item.result.map_or(("", ""), |came| labels::came(came, w));
        ItemRow {
            position: one.item.position,
            name: one.subject.name().to_owned(),
            award: one.subject.award(w),
            rule,
            unsure,
            ballots: here.voters(one),
            open: one.item.rule.ballot == Ballot::Open,
            shown: results.remove(&one.item.position),
            class,
            result,
        }
    };
    let items: Vec<ItemRow> = here.items.iter().map(row).collect();
    let (items, paging) = Paging::of(items, Some(page), A_PAGE);
    let member = |one: &thidua_store::meetings::MeetingMember| MemberRow {
        position: one.position,
        seat: councils::seat(one.seat, here.body.kind, c),
        name: one.name.clone(),
        unit: one.unit_name.clone().unwrap_or_default(),
        presence: labels::presence(one.attendance, w),
        code: one.attendance.code(),
    };
    let is_refused = refused.is_some();
    let template = OnePage {
        f: frame(caller, Tab::Meetings).with_sample(here.illustrative()),
        downloads: if here.reads {
            downloads(&format!("/meetings/{}", here.it.id), super::printing::OF_PAGE, language)
        } else {
            Vec::new()
        },
        id: here.it.id.clone(),
        version: here.it.version,
        name: here.it.name.clone(),
        body: here.body.name.clone(),
        body_id: here.body.id.clone(),
        day: shown::day(Some(here.it.held_on)),
        place: here.it.place.clone().unwrap_or_default(),
        class,
        state,
        members: here.members.iter().map(member).collect(),
        presences: Presence::ALL.iter().map(|one| (one.code(), labels::presence(*one, w))).collect(),
        n_present: here.there(Presence::Present),
        n_written: here.there(Presence::Written),
        items,
        paging,
        called,
        voting,
        closed: here.it.state == Standing::Closed,
        runs: here.runs,
        counts: here.counts,
        reads: here.reads,
        secret: super::outcomes::secret(here).next().is_some(),
        open: super::outcomes::open(here).next().is_some(),
        hindrances: if called && here.runs { hindrances(here, language, w) } else { Vec::new() },
        warnings: if !here.runs || here.it.state == Standing::Closed { Vec::new() } else { warnings(here, w) },
        without_quorum: called && here.runs && without_quorum(here),
        progress,
        differences,
        agreed,
        tellers,
        refused,
        w,
    };
    framing::returned(&template, false, is_refused)
}
