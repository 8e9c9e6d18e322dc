//! The page on which a member of the council marks an initiative, without seeing whose it is where that is wished.

use super::door::{Door, door};
use super::hint::{Alike, alike};
use super::labels;
use super::words::{Words, words};
use crate::App;
use crate::commendation::tabs::{Tab, frame};
use crate::face::forms::{Reader, Typed};
use crate::face::frame::go;
use crate::face::{Answer, Caller, Frame, Refusal, Visitor, page, show as shown};
use crate::office::forms::{Came, answered};
use crate::office::receiving::receive;
use crate::office::words as office;
use askama::Template;
use axum::extract::{Path, Query, Request, State};
use serde::Deserialize;
use std::collections::HashMap;
use thidua_domain::access::Act;
use thidua_domain::basics::Language;
use thidua_domain::basics::text::fold;
use thidua_domain::initiatives::{judging as rules, words as said};
use thidua_store::StoreError;
use thidua_store::initiatives::{Author, Card, Judge};

/// What an address may ask for.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    /// The member whose card is corrected.
    #[serde(default)]
    judge: String,
}

/// A card as it is shown after the close.
pub(super) struct CardRow {
    pub(super) name: String,
    pub(super) marks: Vec<String>,
    pub(super) total: u64,
    pub(super) agrees: bool,
    pub(super) says: String,
}

/// The cards, for who may see them: after the close.
pub(super) fn card_rows(door: &Door) -> Vec<CardRow> {
    let Some(kept) = door.rule() else { return Vec::new() };
    let Ok(rule) = kept.rule() else { return Vec::new() };
    let row = |card: &Card| {
        let marks: Vec<u32> = kept
            .criterion
            .iter()
            .map(|criterion| {
                let found = card.marks.iter().find(|(name, _)| *name == criterion.name);
                found.and_then(|(_, marks)| u32::try_from(*marks).ok()).unwrap_or_default()
            })
            .collect();
        let judge = door.judges.iter().find(|judge| judge.judge == card.judge);
        let whole = rules::Card { member: String::new(), marks: marks.clone() };
        CardRow {
            name: judge.map(|judge| judge.name.clone()).unwrap_or_default(),
            total: marks.iter().map(|marks| u64::from(*marks)).sum(),
            agrees: rule.agrees(&whole),
            marks: marks.into_iter().map(|marks| marks.to_string()).collect(),
            says: card.says.clone().unwrap_or_default(),
        }
    };
    door.cards.iter().map(row).collect()
}

struct CriterionRow {
    key: String,
    name: String,
    most: String,
    least: String,
    value: String,
    problem: Option<String>,
}

#[derive(Template)]
#[template(path = "initiatives/judging.html")]
struct JudgingPage {
    f: Frame,
    w: &'static Words,
    o: &'static office::Words,
    id: String,
    title: String,
    kind: String,
    first_used: String,
    summary: String,
    benefit: String,
    blind: bool,
    authors: String,
    unit: String,
    matters: Vec<String>,
    alike: Vec<Alike>,
    open: bool,
    rule_says: String,
    members: Vec<(String, String)>,
    member: String,
    member_problem: Option<String>,
    version: i64,
    criteria: Vec<CriterionRow>,
    remark: String,
    mine: Vec<(String, String)>,
    came: Came,
}

fn mine<'a>(door: &'a Door, visitor: &Visitor) -> Vec<&'a Judge> {
    let account = Some(visitor.actor.account_id.as_str());
    door.judges.iter().filter(|judge| judge.account_id.as_deref() == account).collect()
}

fn criterion_key(at: usize) -> String {
    format!("mark-{at}")
}

/// What came back: what was typed and what is the matter with it.
#[derive(Default)]
struct Back<'a> {
    typed: Option<&'a Typed>,
    problems: HashMap<String, String>,
    came: Came,
}

async fn render(app: &App, caller: &Caller, visitor: &Visitor, door: &Door, asked: &str, back: Back<'_>) -> Answer {
    let language = caller.preferences.language;
    let w = words(language);
    let it = &door.it;
    let rule = door.rule().ok_or(Refusal::NotFound)?;
    let own = mine(door, visitor);
    let open: Vec<&Judge> = door
        .judges
        .iter()
        .filter(|judge| judge.account_id.is_none() || own.iter().any(|one| one.judge == judge.judge))
        .collect();
    let typed = |name: &str| back.typed.and_then(|typed| typed.get(name)).cloned();
    let member = typed("member").unwrap_or_else(|| asked.to_owned());
    let judge = open.iter().find(|judge| judge.judge.to_string() == member);
    let of_own = judge.is_some_and(|judge| own.iter().any(|one| one.judge == judge.judge));
    let card = judge.filter(|_| of_own).and_then(|judge| door.cards.iter().find(|card| card.judge == judge.judge));
    let criteria = rule.criterion.iter().enumerate().map(|(at, one)| {
        let key = criterion_key(at);
        let kept = card.and_then(|card| card.marks.iter().find(|(name, _)| *name == one.name));
        let english = language == Language::English && !one.english.is_empty();
        CriterionRow {
            name: if english { one.english.clone() } else { one.name.clone() },
            most: w.at_most.replace("{n}", &one.most.to_string()),
            least: if one.least > 0 { w.at_least.replace("{n}", &one.least.to_string()) } else { String::new() },
            value: typed(&key).or_else(|| kept.map(|(_, marks)| marks.to_string())).unwrap_or_default(),
            problem: back.problems.get(&key).cloned(),
            key,
        }
    });
    let share = |text: &str| {
        if text.contains('/') {
            text.to_owned()
        } else {
            w.percent_of.replace("{n}", text.trim_end_matches(['%', ' ']))
        }
    };
    let blind = it.sitting.as_ref().is_some_and(|one| one.blind) && !door.judging_closed();
    let text = [it.title.as_str(), &it.summary, it.benefit.as_deref().unwrap_or_default()].join(". ");
    let mut alike = alike(app, visitor, &text, Some(&it.id)).await?;
    if blind {
        // whose the other one is can tell whose this one is
        alike.iter_mut().for_each(|one| {
            one.unit.clear();
            one.address = None;
        });
    }
    let name_of = |judge: &Judge| judge.name.clone();
    let template = JudgingPage {
        f: frame(caller, Tab::Initiatives).with_sample(it.illustrative),
        o: office::words(language),
        id: it.id.clone(),
        title: it.title.clone(),
        kind: labels::kind(it.kind, language),
        first_used: shown::day(it.first_used_on),
        summary: it.summary.clone(),
        benefit: it.benefit.clone().unwrap_or_default(),
        blind,
        authors: if blind { String::new() } else { labels::authors(&it.authors) },
        unit: if blind { String::new() } else { door.unit.name.clone() },
        matters: door.matters().iter().map(|one| said::matter(one).in_language(language).to_owned()).collect(),
        alike,
        open: door.judging_open(),
        rule_says: w
            .agree_rule
            .replace("{total}", &rule.total.to_string())
            .replace("{most}", &rule.most().to_string())
            .replace("{agreeing}", &share(&rule.agreeing))
            .replace("{cards}", &share(&rule.cards)),
        members: open.iter().map(|judge| (judge.judge.to_string(), name_of(judge))).collect(),
        member_problem: back.problems.get("member").cloned(),
        version: judge.map_or(0, |judge| judge.version),
        criteria: criteria.collect(),
        remark: typed("says").or_else(|| card.and_then(|card| card.says.clone())).unwrap_or_default(),
        mine: own.iter().map(|judge| (judge.judge.to_string(), name_of(judge))).collect(),
        came: back.came,
        member,
        w,
    };
    answered(page(&template), back.came)
}

/// An initiative that stands or stood before a council of which this person hands in cards.
async fn judged(app: &App, visitor: &Visitor, id: &str) -> Result<Door, Refusal> {
    let door = door(app, visitor, id).await?;
    if !door.marks {
        return Err(Refusal::NotAllowed);
    }
    Ok(door)
}

/// `GET /initiatives/{id}/judging`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let door = judged(&app, &visitor, &id).await?;
    render(&app, &caller, &visitor, &door, &asked.judge, Back::default()).await
}

/// `POST /initiatives/{id}/judging`.
pub(crate) async fn mark(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    request: Request,
) -> Answer {
    let door = judged(&app, &visitor, &id).await?;
    let language = caller.preferences.language;
    let (w, o) = (words(language), office::words(language));
    if !door.judging_open() {
        return Err(super::door::invalid(|w| w.judging_closed));
    }
    let sent = receive(&app, request, o).await?;
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(language));
    let mut problems: HashMap<String, String> = HashMap::new();
    let typed = reader.text("member").unwrap_or_default();
    let judge = door.judges.iter().find(|judge| judge.judge.to_string() == typed);
    let own = mine(&door, &visitor);
    let says = match judge {
        None => Some(w.choose_member),
        Some(judge) if judge.account_id.is_some() && !own.iter().any(|one| one.judge == judge.judge) => {
            Some(w.card_of_other)
        }
        // one seat for an account; the secretary of the meeting types for others, and the log says who typed
        Some(judge)
            if !own.is_empty()
                && !own.iter().any(|one| one.judge == judge.judge)
                && !visitor.actor.may(Act::RunMeeting) =>
        {
            Some(w.card_of_other)
        }
        Some(judge) if is_author(&door, judge) => Some(w.own_work),
        Some(_) => None,
    };
    if let Some(says) = says {
        problems.insert("member".to_owned(), says.to_owned());
    }
    let rule = door.rule().ok_or(Refusal::NotFound)?;
    let mut marks = Vec::new();
    for (at, criterion) in rule.criterion.iter().enumerate() {
        let key = criterion_key(at);
        let read = reader.text_of(&key).and_then(|typed| typed.parse::<u32>().ok());
        match read.filter(|marks| *marks <= criterion.most) {
            Some(number) => marks.push((criterion.name.clone(), i64::from(number))),
            None => {
                let says = w.bad_marks.replace("{name}", &criterion.name);
                problems.insert(key, says.replace("{n}", &criterion.most.to_string()));
            }
        }
    }
    let says = reader.text("says");
    if let Some(long) = reader.problems.values().next() {
        problems.insert("member".to_owned(), long.clone());
    }
    let (true, Some(judge)) = (problems.is_empty(), judge) else {
        let back = Back { typed: Some(&sent.typed), problems, came: Came::Refused };
        return render(&app, &caller, &visitor, &door, "", back).await;
    };
    let card = Card { judge: judge.judge, marks, says };
    let change = app.store.change(visitor.author((app.clock)())).await?;
    match change.write_card(&id, &card, sent.seen()).await {
        Ok(()) => {
            // the log says that a card came, and nothing of its marks
            change.commit(door.entry("initiative.marked", judge.name.clone())).await?;
            go(format!("/initiatives/{id}/judging?done=saved"))
        }
        Err(StoreError::ChangedMeanwhile) => {
            drop(change);
            let door = judged(&app, &visitor, &id).await?;
            if !door.judging_open() {
                return Err(Refusal::ChangedMeanwhile);
            }
            let back = Back { typed: Some(&sent.typed), problems, came: Came::Changed };
            render(&app, &caller, &visitor, &door, "", back).await
        }
        Err(other) => Err(other.into()),
    }
}

/// Whether a member made what is judged.
fn is_author(door: &Door, judge: &Judge) -> bool {
    let same = |author: &Author| match (&author.person_id, &judge.person_id) {
        (Some(one), Some(other)) => one == other,
        _ => fold(&author.name) == fold(&judge.name),
    };
    door.it.authors.iter().any(same)
}
