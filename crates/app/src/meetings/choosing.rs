//! Which nominations and initiatives a meeting considers, each with the rule of its vote and its conflicts of interest.

use super::conflicts::known;
use super::door::{BEFORE_COUNCIL, Here, Subject, here};
use super::ruling::{Laws, law_rule};
use super::words::{Words, words};
use crate::App;
use crate::commendation::tabs::{Tab, frame};
use crate::face::frame::{go, returned};
use crate::face::sent::Sent;
use crate::face::{Answer, Caller, Frame, Refusal, Visitor};
use askama::Template;
use axum::extract::{Path, State};
use thidua_domain::basics::Language;
use thidua_domain::initiatives::State as InitiativeState;
use thidua_domain::voting::meeting::{KeptRule, State as Standing};
use thidua_store::meetings::{Meeting, MeetingItem, MeetingMember, Recusal};

/// Units of a branch whose initiatives are looked through.
const MOST: usize = 2_000;

struct Choice {
    /// Name of the tick: `n_` or `i_` and the identifier.
    field: String,
    name: String,
    note: String,
    verdict: (&'static str, &'static str),
}

#[derive(Template)]
#[template(path = "meetings/choose.html")]
struct ChoosePage {
    f: Frame,
    w: &'static Words,
    id: String,
    name: String,
    version: i64,
    nominations: Vec<Choice>,
    initiatives: Vec<Choice>,
    /// Items on the list: place, name, award.
    listed: Vec<(i64, String, String)>,
    needed: bool,
}

/// What may still be chosen.
async fn offered(app: &App, here: &Here) -> Result<Vec<Subject>, Refusal> {
    let taken = app.store.on_open_lists(&here.it.unit_id).await?;
    let mut found = Vec::new();
    if let Some(round) = &here.it.round_id {
        let nominees = app.store.nominees_of_round(round, BEFORE_COUNCIL).await?;
        found.extend(
            nominees.into_iter().filter(|one| !taken.contains(&one.id)).map(|one| Subject::Nominee(Box::new(one))),
        );
    }
    let branch = app.store.branch_on(&here.it.unit_id, here.it.held_on, MOST).await?;
    let mut units: Vec<String> = branch.into_iter().map(|unit| unit.id).collect();
    if !units.contains(&here.it.unit_id) {
        units.push(here.it.unit_id.clone());
    }
    let states = [InitiativeState::Submitted.code(), InitiativeState::Judging.code()];
    let initiatives = app.store.initiatives_for_council(&units, &states).await?;
    found.extend(
        initiatives
            .into_iter()
            .filter(|one| !taken.contains(&one.id))
            .map(|one| Subject::Initiative(Box::new(one))),
    );
    Ok(found)
}

fn field(subject: &Subject) -> String {
    match subject {
        Subject::Nominee(one) => format!("n_{}", one.id),
        Subject::Initiative(one) => format!("i_{}", one.id),
    }
}

async fn render(app: &App, caller: &Caller, here: &Here, needed: bool) -> Answer {
    let w = words(caller.preferences.language);
    let choice = |subject: &Subject| Choice {
        field: field(subject),
        name: subject.name().to_owned(),
        note: match subject {
            Subject::Nominee(one) => format!("{} · {}", one.award_name, one.of_unit),
            Subject::Initiative(one) => {
                one.authors.iter().map(|(_, name, _)| name.clone()).collect::<Vec<_>>().join(", ")
            }
        },
        verdict: match subject {
            Subject::Nominee(one) => super::labels::verdict(one.verdict.as_deref(), w),
            Subject::Initiative(_) => ("", ""),
        },
    };
    let (nominations, initiatives): (Vec<Subject>, Vec<Subject>) =
        offered(app, here).await?.into_iter().partition(|one| one.nominee().is_some());
    let listed =
        here.items.iter().map(|one| (one.item.position, one.subject.name().to_owned(), one.subject.award(w)));
    let template = ChoosePage {
        f: frame(caller, Tab::Meetings).with_sample(here.illustrative()),
        id: here.it.id.clone(),
        name: here.it.name.clone(),
        version: here.it.version,
        nominations: nominations.iter().map(choice).collect(),
        initiatives: initiatives.iter().map(choice).collect(),
        listed: listed.collect(),
        needed,
        w,
    };
    returned(&template, false, needed)
}

/// `GET /meetings/{id}/items`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Answer {
    let here = here(&app, &visitor, &id).await?;
    here.require_runs(Standing::Called)?;
    render(&app, &caller, &here, false).await
}

/// Items with the rule of their vote, and who is given no ballot for them.
pub(super) async fn drawn_up(
    app: &App,
    it: &Meeting,
    members: &[MeetingMember],
    next: i64,
    chosen: &[Subject],
) -> Result<(Vec<MeetingItem>, Vec<Recusal>), Refusal> {
    let subjects: Vec<&Subject> = chosen.iter().collect();
    let known = known(app, &it.unit_id, members, &subjects).await?;
    let at = (app.clock)();
    let mut laws = Laws::default();
    let (mut items, mut recusals) = (Vec::new(), Vec::new());
    for (subject, position) in chosen.iter().zip(next..) {
        let (nomination_id, initiative_id, rule) = match subject {
            Subject::Nominee(one) => {
                let law = laws.of(app, &it.unit_id, one, it.held_on).await?;
                (Some(one.id.clone()), None, law_rule(&law, one, it.held_on))
            }
            Subject::Initiative(one) => (None, Some(one.id.clone()), KeptRule::missing()),
        };
        items.push(MeetingItem { position, nomination_id, initiative_id, rule, result: None, opened_as: None });
        recusals.extend(known.rows(members, position, subject, at));
    }
    Ok((items, recusals))
}

/// `POST /meetings/{id}/items`.
pub(crate) async fn add(sent: Sent) -> Answer {
    let here = here(&sent.app, &sent.visitor, &sent.id).await?;
    here.require_runs(Standing::Called)?;
    let mut chosen = offered(&sent.app, &here).await?;
    chosen.retain(|one| sent.typed.get(&field(one)).is_some_and(|typed| !typed.is_empty()));
    if chosen.is_empty() {
        return render(&sent.app, &sent.caller, &here, true).await;
    }
    let next = here.items.iter().map(|one| one.item.position).max().unwrap_or(0) + 1;
    let (items, recusals) = drawn_up(&sent.app, &here.it, &here.members, next, &chosen).await?;
    let change = sent.app.store.change(sent.author()).await?;
    change.take_meeting(&sent.id, Standing::Called, sent.seen()).await?;
    change.add_meeting_items(&sent.id, &items).await?;
    change.add_recusals(&sent.id, &recusals).await?;
    let vi = words(Language::Vietnamese);
    let names: Vec<&str> = chosen.iter().take(10).map(Subject::name).collect();
    let n = vi.log_items.replace("{n}", &chosen.len().to_string());
    change.commit(here.entry("meeting.items-added", format!("{n}: {}", names.join("; ")))).await?;
    go(format!("/meetings/{}?done=saved#items", sent.id))
}

/// `POST /meetings/{id}/items/drop`.
pub(crate) async fn drop(sent: Sent) -> Answer {
    let here = here(&sent.app, &sent.visitor, &sent.id).await?;
    here.require_runs(Standing::Called)?;
    let position = sent.typed.get("item").and_then(|typed| typed.parse().ok()).ok_or(Refusal::Unread)?;
    let name = here.item(position).map(|one| one.subject.name().to_owned()).ok_or(Refusal::ChangedMeanwhile)?;
    let change = sent.app.store.change(sent.author()).await?;
    change.take_meeting(&sent.id, Standing::Called, sent.seen()).await?;
    change.drop_meeting_item(&sent.id, position).await?;
    change.commit(here.entry("meeting.item-dropped", name)).await?;
    go(format!("/meetings/{}/items?done=saved", sent.id))
}
