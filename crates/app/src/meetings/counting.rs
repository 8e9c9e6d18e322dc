//! What a teller counted, typed by two accounts apart; and open votes, written down as open.

use super::door::{Here, Listed, here, invalid};
use super::outcomes::{open, secret};
use super::words::{Words, words};
use crate::App;
use crate::commendation::tabs::{Tab, frame};
use crate::face::forms::Typed;
use crate::face::frame::{go, returned};
use crate::face::paging::Paging;
use crate::face::sent::Sent;
use crate::face::{Answer, Caller, Frame, Refusal, Visitor};
use askama::Template;
use axum::extract::{Path, Query, State};
use serde::Deserialize;
use thidua_domain::access::Act;
use thidua_domain::basics::Language;
use thidua_domain::voting::count::{Sheet, Slip};
use thidua_domain::voting::meeting::State as Standing;
use thidua_domain::voting::words as voting;
use thidua_store::StoreError;
use thidua_store::meetings::Tally;

/// Items on a page.
const A_PAGE: usize = 25;

/// The fields of a ballot count, and of an open vote.
const BALLOTS: [&str; 6] = ["issued", "returned", "valid", "invalid", "for", "against"];
const HANDS: [&str; 3] = ["for", "against", "abstaining"];

/// What an address may ask for.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    page: Option<usize>,
}

struct Row {
    position: i64,
    name: String,
    award: String,
    voters: u32,
    version: i64,
    /// Field, what is typed.
    cells: Vec<(&'static str, String)>,
    problems: Vec<String>,
}

#[derive(Template)]
#[template(path = "meetings/count.html")]
struct CountPage {
    f: Frame,
    w: &'static Words,
    id: String,
    name: String,
    hands: bool,
    teller: String,
    labels: Vec<&'static str>,
    rows: Vec<Row>,
    paging: Paging,
    problem: Option<&'static str>,
}

/// Which sheets an account sees: its own, never those of the other teller.
struct Own {
    teller: i64,
    tallies: Vec<Tally>,
}

async fn own(app: &App, visitor: &Visitor, here: &Here, hands: bool) -> Result<Own, Refusal> {
    let tallies = app.store.meeting_tallies(&here.it.id).await?;
    if hands {
        let tallies = tallies.into_iter().filter(|one| one.teller == 0).collect();
        return Ok(Own { teller: 0, tallies });
    }
    let account = visitor.actor.account_id.as_str();
    let released = app.store.released_tellers(&here.it.id).await?;
    if released.iter().any(|one| one.account_id.as_deref() == Some(account)) {
        return Err(invalid(|w| w.released_counts_no_more));
    }
    let ballots: Vec<Tally> = tallies.into_iter().filter(|one| one.teller > 0).collect();
    let of = |teller: i64| ballots.iter().find(|one| one.teller == teller);
    let mine = ballots.iter().find(|one| one.account_id.as_deref() == Some(account)).map(|one| one.teller);
    let free = || [1, 2].into_iter().find(|teller| of(*teller).is_none());
    let Some(teller) = mine.or_else(free) else {
        let names: Vec<&str> =
            [1, 2].iter().filter_map(|one| of(*one)).map(|one| one.account_name.as_str()).collect();
        let says = |language| words(language).teller_third.replace("{names}", &names.join(", "));
        let says = thidua_domain::basics::Says::new(says(Language::Vietnamese), says(Language::English));
        return Err(Refusal::Invalid(says));
    };
    Ok(Own { teller, tallies: ballots.into_iter().filter(|one| one.teller == teller).collect() })
}

fn fields(hands: bool) -> &'static [&'static str] {
    if hands { &HANDS } else { &BALLOTS }
}

fn numbers(sheet: &Sheet, hands: bool) -> Vec<u32> {
    if hands {
        vec![sheet.in_favour, sheet.against, sheet.invalid]
    } else {
        vec![sheet.issued, sheet.returned, sheet.valid, sheet.invalid, sheet.in_favour, sheet.against]
    }
}

fn typed_of<'a>(typed: &'a Typed, field: &str, position: i64) -> &'a str {
    typed.get(&format!("{field}_{position}")).map_or("", |typed| typed.trim())
}

struct Back<'a> {
    typed: &'a Typed,
    problems: Vec<(i64, Vec<String>)>,
    problem: Option<&'static str>,
}

fn render(caller: &Caller, here: &Here, own: &Own, hands: bool, page: usize, back: Option<&Back<'_>>) -> Answer {
    let w = words(caller.preferences.language);
    let items: Vec<&Listed> = if hands { open(here).collect() } else { secret(here).collect() };
    let row = |one: &Listed| {
        let position = one.item.position;
        let kept = own.tallies.iter().find(|tally| tally.item == position);
        let kept_numbers = kept.map(|tally| numbers(&tally.sheet, hands));
        let cell = |at: usize, field: &&'static str| {
            let value = match back {
                Some(back) => typed_of(back.typed, field, position).to_owned(),
                None => kept_numbers.as_ref().map(|numbers| numbers[at].to_string()).unwrap_or_default(),
            };
            (*field, value)
        };
        let problems = back.and_then(|back| back.problems.iter().find(|(item, _)| *item == position));
        Row {
            position,
            name: one.subject.name().to_owned(),
            award: one.subject.award(w),
            voters: here.voters(one),
            version: kept.map_or(0, |tally| tally.version),
            cells: fields(hands).iter().enumerate().map(|(at, field)| cell(at, field)).collect(),
            problems: problems.map(|(_, problems)| problems.clone()).unwrap_or_default(),
        }
    };
    let (items, paging) = Paging::of(items, Some(page), A_PAGE);
    let labels = if hands {
        vec![w.votes_for, w.against, w.abstaining]
    } else {
        vec![w.issued, w.returned, w.valid, w.invalid, w.votes_for, w.against]
    };
    let template = CountPage {
        f: frame(caller, Tab::Meetings).with_sample(here.illustrative()),
        id: here.it.id.clone(),
        name: here.it.name.clone(),
        hands,
        teller: w.teller.replace("{n}", &own.teller.to_string()),
        labels,
        rows: items.into_iter().map(row).collect(),
        paging,
        problem: back.and_then(|back| back.problem),
        w,
    };
    returned(&template, false, back.is_some())
}

async fn door(app: &App, visitor: &Visitor, id: &str, hands: bool) -> Result<Here, Refusal> {
    let here = here(app, visitor, id).await?;
    let act = if hands { Act::RunMeeting } else { Act::CountBallots };
    app.require(visitor, act, &here.it.unit_id).await?;
    if here.it.state == Standing::Voting { Ok(here) } else { Err(invalid(|w| w.not_voting)) }
}

/// Reads one line; nothing where nothing was typed.
fn read(
    here: &Here,
    one: &Listed,
    typed: &Typed,
    hands: bool,
    language: Language,
) -> Result<Option<Sheet>, Vec<String>> {
    let w = words(language);
    let position = one.item.position;
    let cells: Vec<&str> = fields(hands).iter().map(|field| typed_of(typed, field, position)).collect();
    if cells.iter().all(|cell| cell.is_empty()) {
        return Ok(None);
    }
    let whole = |cell: &&str| {
        let plain = !cell.is_empty() && cell.len() <= 6 && cell.bytes().all(|byte| byte.is_ascii_digit());
        if plain { cell.parse::<u32>().ok() } else { None }
    };
    let numbers: Option<Vec<u32>> = cells.iter().map(whole).collect();
    let Some(numbers) = numbers else { return Err(vec![w.whole.to_owned()]) };
    let voters = here.voters(one);
    let sheet = match numbers[..] {
        [in_favour, against, abstaining] => {
            let cast = in_favour + against + abstaining;
            Sheet {
                issued: voters,
                returned: cast,
                valid: in_favour + against,
                invalid: abstaining,
                in_favour,
                against,
            }
        }
        [issued, returned, valid, invalid, in_favour, against] => {
            Sheet { issued, returned, valid, invalid, in_favour, against }
        }
        _ => return Err(vec![w.whole.to_owned()]),
    };
    let slips = if hands && sheet.returned > voters {
        vec![Slip::HandsBeyondVoters { hands: u64::from(sheet.returned), voters }]
    } else {
        sheet.slips(voters)
    };
    let says: Vec<String> = slips.iter().map(|slip| voting::slip(slip).in_language(language).to_owned()).collect();
    if says.is_empty() { Ok(Some(sheet)) } else { Err(says) }
}

async fn take(sent: Sent, hands: bool) -> Answer {
    let here = door(&sent.app, &sent.visitor, &sent.id, hands).await?;
    let own = own(&sent.app, &sent.visitor, &here, hands).await?;
    let language = sent.caller.preferences.language;
    let items: Vec<&Listed> = if hands { open(&here).collect() } else { secret(&here).collect() };
    let page = sent.typed.get("page").and_then(|typed| typed.parse().ok()).unwrap_or(1);
    let (mut sheets, mut problems) = (Vec::new(), Vec::new());
    for one in items {
        let position = one.item.position;
        match read(&here, one, &sent.typed, hands, language) {
            Ok(None) => {}
            Ok(Some(sheet)) => {
                let seen = typed_of(&sent.typed, "v", position).parse().unwrap_or(-1);
                let kept = own.tallies.iter().find(|tally| tally.item == position);
                // what stays as it is needs no new version
                if kept.is_some_and(|kept| kept.sheet == sheet && kept.version == seen) {
                    continue;
                }
                sheets.push(Tally {
                    item: position,
                    teller: own.teller,
                    sheet,
                    version: seen,
                    account_id: None,
                    account_name: String::new(),
                    at: (sent.app.clock)(),
                });
            }
            Err(says) => problems.push((position, says)),
        }
    }
    let w = words(language);
    let typed_nothing = sheets.is_empty() && problems.is_empty() && own.tallies.is_empty();
    if !problems.is_empty() || typed_nothing {
        let problem = typed_nothing.then_some(w.nothing_typed);
        let back = Back { typed: &sent.typed, problems, problem };
        return render(&sent.caller, &here, &own, hands, page, Some(&back));
    }
    if !sheets.is_empty() {
        let change = sent.app.store.change(sent.author()).await?;
        let teller = match change.write_tallies(&sent.id, hands, &sheets).await {
            // two others began meanwhile
            Err(StoreError::AlreadyThere) => return Err(Refusal::ChangedMeanwhile),
            other => other?,
        };
        let vi = words(Language::Vietnamese);
        let places: Vec<String> = sheets.iter().map(|one| one.item.to_string()).collect();
        // places on the list, never a number of votes
        let said = if hands { vi.log_hands } else { vi.log_sheet };
        let detail = said.replace("{teller}", &teller.to_string()).replace("{items}", &places.join(", "));
        let act = if hands { "meeting.hands-written" } else { "meeting.counted" };
        change.commit(here.entry(act, detail)).await?;
    }
    go(format!("/meetings/{}?done=saved#counting", sent.id))
}

async fn page(app: &App, caller: &Caller, visitor: &Visitor, id: &str, asked: &Asked, hands: bool) -> Answer {
    let here = door(app, visitor, id, hands).await?;
    let own = own(app, visitor, &here, hands).await?;
    render(caller, &here, &own, hands, asked.page.unwrap_or(1), None)
}

/// `GET /meetings/{id}/count`.
pub(crate) async fn count(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    page(&app, &caller, &visitor, &id, &asked, false).await
}

/// `POST /meetings/{id}/count`.
pub(crate) async fn counted(sent: Sent) -> Answer {
    take(sent, false).await
}

/// `GET /meetings/{id}/hands`.
pub(crate) async fn hands(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    page(&app, &caller, &visitor, &id, &asked, true).await
}

/// `POST /meetings/{id}/hands`.
pub(crate) async fn raised(sent: Sent) -> Answer {
    take(sent, true).await
}
