//! The packs of one's authorities and those above, and the form that loads one.

use super::SAMPLE;
use super::effect::Effect;
use super::words::{Words, words};
use crate::App;
use crate::commendation::tabs::{Tab, frame};
use crate::face::frame::returned;
use crate::face::{Answer, Caller, Frame, Refusal, Visitor, show as shown};
use crate::nominations::law;
use crate::office::reach;
use crate::reports::sending::attachment;
use askama::Template;
use axum::extract::State;
use chrono::NaiveDate;
use thidua_domain::access::Act;
use thidua_domain::awards::pack::PackProblem;
use thidua_domain::basics::Language;
use thidua_store::rule_packs::RulePack;

pub(super) struct Row {
    pub(super) id: String,
    title: String,
    pub(super) note: String,
    unit: String,
    pub(super) days: String,
    pub(super) class: &'static str,
    pub(super) state: &'static str,
}

/// A problem: number, place, what it is and what to do.
pub(super) type Problem = (&'static str, String, String);

/// The form as it is shown or came back.
#[derive(Default)]
pub(super) struct Form {
    pub(super) text: String,
    pub(super) problems: Vec<Problem>,
    pub(super) problem: Option<&'static str>,
    /// What it would change, once nothing stands against it.
    pub(super) effect: Option<Effect>,
    pub(super) summary: String,
}

#[derive(Template)]
#[template(path = "packs/list.html")]
struct ListPage {
    f: Frame,
    w: &'static Words,
    rows: Vec<Row>,
    form: Option<Form>,
    unit: String,
}

/// Problems in a language.
pub(super) fn told(problems: &[PackProblem], language: Language) -> Vec<Problem> {
    problems.iter().map(|one| (one.number, one.place.clone(), one.says.in_language(language).to_owned())).collect()
}

/// Where a pack stands on a day: class and words. `newer` is another version that holds in its place.
pub(super) fn standing(
    pack: &RulePack,
    newer: bool,
    today: NaiveDate,
    w: &'static Words,
) -> (&'static str, &'static str) {
    if pack.withdrawn.is_some() {
        ("not-begun", w.withdrawn)
    } else if pack.from > today {
        ("at-risk", w.to_come)
    } else if pack.to.is_some_and(|to| to < today) {
        ("not-begun", w.past)
    } else if newer {
        ("not-begun", w.replaced)
    } else {
        ("met", w.holds)
    }
}

/// Rows of packs that come newest first.
pub(super) async fn rows(
    app: &App,
    packs: &[RulePack],
    today: NaiveDate,
    w: &'static Words,
) -> Result<Vec<Row>, Refusal> {
    let names = reach::names(app, packs.iter().map(|pack| &pack.unit_id)).await?;
    let mut rows = Vec::new();
    for (place, pack) in packs.iter().enumerate() {
        let newer = packs[..place].iter().any(|other| {
            other.unit_id == pack.unit_id
                && other.code == pack.code
                && other.withdrawn.is_none()
                && other.from <= today
                && other.to.is_none_or(|to| today <= to)
        });
        let (class, state) = standing(pack, newer, today, w);
        rows.push(Row {
            id: pack.id.clone(),
            title: pack.title.clone(),
            note: format!("{} · {} {} · {}", pack.code, w.version, pack.label, pack.source),
            unit: names.get(&pack.unit_id).cloned().unwrap_or_default(),
            days: days(pack),
            class,
            state,
        });
    }
    Ok(rows)
}

/// The days on which a pack holds.
pub(super) fn days(pack: &RulePack) -> String {
    let to = pack.to.map(|to| format!(" – {}", shown::day(Some(to)))).unwrap_or_default();
    format!("{}{to}", shown::day(Some(pack.from)))
}

/// The units whose packs somebody sees: their own, those above, those of the branches that they look over.
pub(super) async fn seen(app: &App, visitor: &Visitor) -> Result<Vec<String>, Refusal> {
    let mut found: Vec<String> = reach::above(app, visitor).await?;
    for unit in reach::units(app, visitor).await? {
        if !found.contains(&unit.id) {
            found.push(unit.id);
        }
    }
    for own in visitor.actor.units(Act::Look).unwrap_or_default() {
        for id in law::downward(app, own).await? {
            if !found.contains(&id) {
                found.push(id);
            }
        }
    }
    Ok(found)
}

/// `GET /rule-packs`.
pub(crate) async fn show(State(app): State<App>, caller: Caller, visitor: Visitor) -> Answer {
    let form = visitor.actor.may(Act::ManageAwards).then(Form::default);
    render(&app, &caller, &visitor, form).await
}

/// The page, with the form as it came back.
pub(super) async fn render(app: &App, caller: &Caller, visitor: &Visitor, form: Option<Form>) -> Answer {
    let w = words(caller.preferences.language);
    let mut packs = Vec::new();
    for some in seen(app, visitor).await?.chunks(500) {
        packs.extend(app.store.rule_packs_of(some).await?);
    }
    packs.sort_by(|one, other| other.from.cmp(&one.from).then_with(|| other.id.cmp(&one.id)));
    let unit = match app.own_unit(visitor, Act::ManageAwards, None).await {
        Ok(unit) => app.store.unit(&unit).await?.map(|unit| unit.name).unwrap_or_default(),
        Err(_) => String::new(),
    };
    let refused = form.as_ref().is_some_and(|form| form.problem.is_some() || !form.problems.is_empty());
    let rows = rows(app, &packs, reach::today(app), w).await?;
    let form = form.filter(|_| !unit.is_empty());
    returned(&ListPage { f: frame(caller, Tab::Packs), w, rows, form, unit }, false, refused)
}

/// `GET /rule-packs/sample.toml`.
pub(crate) async fn sample() -> Answer {
    attachment(SAMPLE.as_bytes().to_vec(), "application/toml; charset=utf-8", "quy-dinh-mau.toml")
}
