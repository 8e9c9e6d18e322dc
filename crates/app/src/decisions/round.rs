//! `/decisions/rounds/{id}`: what of a round may be decided here and what goes upward, the money before it is decided, and the
//! principles.

use super::desk::{Desk, desk};
use super::law::{NotReady, Weighed};
use super::principles::{Check, checks};
use super::words::{Words, words};
use crate::App;
use crate::awards::labels::{mark as mark_words, vnd};
use crate::commendation::tabs::{Tab, frame};
use crate::face::forms::{Field, Input, Typed, placed};
use crate::face::{Answer, Caller, Frame, Refusal, Visitor, page, show as shown};
use crate::forms::{Download, downloads};
use crate::office::forms::{Came, FormView, answered};
use crate::office::reach;
use askama::Template;
use axum::extract::{Path, Query, State};
use chrono::{Datelike, NaiveDate};
use serde::Deserialize;
use thidua_domain::access::Act;
use thidua_domain::awards::words::{subject_words, who_words};
use thidua_domain::basics::Language;
use thidua_domain::basics::date::read_date;
use thidua_domain::decisions::deciders::Authority;
use thidua_domain::law::Mark;
use thidua_domain::nominations::words as nomination_words;

/// What an address may ask for.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    day: String,
}

pub(super) struct Row {
    pub(super) field: String,
    pub(super) ticked: bool,
    pub(super) name: String,
    pub(super) note: String,
    pub(super) award: String,
    pub(super) money: String,
    pub(super) class: &'static str,
    pub(super) verdict: &'static str,
    pub(super) address: String,
    pub(super) why: String,
}

struct MoneyRow {
    award: String,
    kind: String,
    count: usize,
    each: String,
    sum: String,
    mark: &'static str,
    mark_class: &'static str,
}

#[derive(Template)]
#[template(path = "decisions/round.html")]
struct RoundPage {
    f: Frame,
    w: &'static Words,
    id: String,
    name: String,
    day: String,
    own: Vec<(String, Vec<Row>)>,
    upward: Vec<(String, Vec<Row>)>,
    waiting: Vec<Row>,
    done: usize,
    drafts: Vec<(String, String)>,
    money: Vec<MoneyRow>,
    total: String,
    balance: String,
    owed: String,
    after: String,
    short: Option<String>,
    checks: Vec<Check>,
    draft: FormView,
    send: FormView,
    downloads: Vec<Download>,
}

/// Which form came back.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    Draft,
    Send,
}

/// The day that was asked for, else today.
pub(super) fn day_of(app: &App, typed: &str) -> NaiveDate {
    read_date(typed).unwrap_or_else(|_| reach::today(app))
}

/// `GET /decisions/rounds/{id}`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let desk = desk(&app, &visitor, &id, day_of(&app, &asked.day), Act::PrepareDecision).await?;
    render(&app, &caller, &desk, None).await
}

/// The fields of the form that drafts.
pub(super) fn draft_fields(desk: &Desk, w: &'static Words) -> Vec<Field> {
    let head = desk.unit.head.clone().unwrap_or_default();
    let title = w.title_of.replace("{name}", &desk.round.name);
    let fields = vec![
        Field::new("title", w.title, Input::Line, title),
        Field::new("day", w.day, Input::Day, shown::day(Some(desk.day))).hint(w.on_day_hint),
        Field::new("signer_title", w.signer_title, Input::Line, ""),
        Field::new("signer_name", w.signer_name, Input::Line, head),
        Field::new("bases", w.bases, Input::Text, "").hint(w.bases_hint),
        Field::new("confirmed", w.confirm, Input::Tick, ""),
    ];
    placed(fields, "draft")
}

/// The fields of the form that sends upward.
pub(super) fn send_fields(desk: &Desk, w: &'static Words) -> Vec<Field> {
    let fields = vec![
        Field::new("to", w.send_to, Input::Line, ""),
        Field::new("number", w.send_number, Input::Line, ""),
        Field::new("sent_on", w.send_day, Input::Day, shown::day(Some(desk.day))),
    ];
    placed(fields, "send")
}

/// Why a nomination waits.
fn why(one: &Weighed, language: Language, w: &'static Words) -> String {
    let says = match one.not_ready {
        None => return String::new(),
        Some(NotReady::NoAward) => return w.no_award.to_owned(),
        Some(NotReady::NobodyDecides) => return w.nobody_decides.to_owned(),
        Some(NotReady::Step(refused)) => nomination_words::refused(refused),
        Some(NotReady::Elsewhere(state)) => {
            let state = nomination_words::state(state);
            return w.elsewhere.replace("{state}", &shown::inside(state.in_language(language)));
        }
    };
    says.in_language(language).to_owned()
}

pub(super) fn row(one: &Weighed, ticked: bool, language: Language, w: &'static Words) -> Row {
    let a = crate::awards::words::words(language);
    let (class, verdict) =
        one.it.verdict.map_or(("needs-person", ""), |verdict| crate::awards::labels::verdict(verdict, a));
    let note = [one.it.post.clone().unwrap_or_default(), one.it.of_unit.clone()];
    Row {
        field: format!("n-{}", one.it.id),
        ticked,
        name: one.it.name.clone(),
        note: note.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "),
        award: one.it.award_name.clone(),
        money: one.money.as_ref().map_or_else(String::new, |money| vnd(money.amount)),
        class,
        verdict,
        address: format!("/nominations/{}", one.it.id),
        why: why(one, language, w),
    }
}

/// Lines by award, each award under its name.
fn grouped<'a>(
    all: impl Iterator<Item = &'a Weighed>,
    title: impl Fn(&Weighed) -> String,
    row: impl Fn(&Weighed) -> Row,
) -> Vec<(String, Vec<Row>)> {
    let mut found: Vec<(String, Vec<Row>)> = Vec::new();
    for one in all {
        let title = title(one);
        match found.iter_mut().find(|(known, _)| *known == title) {
            Some((_, rows)) => rows.push(row(one)),
            None => found.push((title, vec![row(one)])),
        }
    }
    found
}

fn money_rows(desk: &Desk, language: Language, w: &'static Words) -> Vec<MoneyRow> {
    let a = crate::awards::words::words(language);
    let mut groups: Vec<(String, String, i64, usize, Option<(Mark, bool)>)> = Vec::new();
    for one in desk.all.iter().filter(|one| one.decides()) {
        let kind = subject_words(one.it.kind).in_language(language).to_owned();
        let of = one.money.as_ref().map(|money| (money.mark, money.at_most));
        let known = groups.iter_mut().find(|(award, known, each, _, _)| {
            *award == one.it.award_name && *known == kind && *each == one.amount()
        });
        match known {
            Some((_, _, _, count, _)) => *count += 1,
            None => groups.push((one.it.award_name.clone(), kind, one.amount(), 1, of)),
        }
    }
    let made = |(award, kind, each, count, of): (String, String, i64, usize, Option<(Mark, bool)>)| {
        let (mark_class, mark) = of.map_or(("needs-person", w.no_money), |(mark, _)| mark_words(mark, a));
        let at_most =
            if of.is_some_and(|(_, at_most)| at_most) { format!(" ({})", w.at_most) } else { String::new() };
        MoneyRow {
            award,
            kind,
            count,
            each: of.map_or_else(String::new, |_| format!("{}{at_most}", vnd(each))),
            sum: vnd(each.saturating_mul(i64::try_from(count).unwrap_or(i64::MAX))),
            mark,
            mark_class,
        }
    };
    groups.into_iter().map(made).collect()
}

pub(super) async fn render(
    app: &App,
    caller: &Caller,
    desk: &Desk,
    marked: Option<(Which, FormView, &Typed)>,
) -> Answer {
    let language = caller.preferences.language;
    let w = words(language);
    let id = desk.round.id.clone();
    let came = marked.as_ref().map_or(Came::Fresh, |(_, form, _)| form.came);
    let ticks = |which: Which, id: &str| match &marked {
        Some((of, _, typed)) if *of == which => typed.contains_key(&format!("n-{id}")),
        _ => true,
    };
    let own = grouped(
        desk.own(),
        |one| one.it.award_name.clone(),
        |one| row(one, ticks(Which::Draft, &one.it.id), language, w),
    );
    let upward = grouped(
        desk.upward(),
        |one| match &one.whose {
            Authority::Other { who, .. } => {
                let who: Vec<String> = who.iter().map(|who| in_words(*who, language)).collect();
                w.upward_says.replace("{who}", &who.join("; "))
            }
            _ => w.nobody_decides.to_owned(),
        },
        |one| row(one, ticks(Which::Send, &one.it.id), language, w),
    );
    let over = |one: &&Weighed| matches!(one.not_ready, Some(NotReady::Elsewhere(state)) if state.is_over() || state == thidua_domain::nominations::State::Upward);
    let waiting = desk.all.iter().filter(|one| one.not_ready.is_some() && !over(one));
    let waiting = waiting.map(|one| row(one, false, language, w)).collect();
    let year = i64::from(desk.day.year());
    let total: i64 = desk.all.iter().filter(|one| one.decides()).map(Weighed::amount).sum();
    let balance = app.store.fund_balance(&desk.unit.id, year).await?;
    let owed: i64 = app
        .store
        .money_of_decisions(&desk.unit.id, year)
        .await?
        .iter()
        .filter(|one| one.kind == "award")
        .map(thidua_store::fund::DecidedMoney::left)
        .sum();
    let after = balance - owed - total;
    let asked: Vec<&Weighed> = desk.all.iter().filter(|one| one.decides()).collect();
    let checks =
        if asked.is_empty() { Vec::new() } else { checks(app, &desk.round, &asked, desk.day, language).await? };
    let mut drafts: Vec<(String, String)> = Vec::new();
    for one in app.store.decisions_of_round(&id).await? {
        let number = one.number.clone().unwrap_or_else(|| one.title.clone());
        drafts.push((format!("/decisions/{}", one.id), number));
    }
    let mut draft =
        FormView::new(format!("/decisions/rounds/{id}/draft"), 0, draft_fields(desk, w), w.draft_button);
    let mut send = FormView::new(format!("/decisions/rounds/{id}/send"), 0, send_fields(desk, w), w.send);
    match marked {
        Some((Which::Draft, form, _)) => draft = form,
        Some((Which::Send, form, _)) => send = form,
        None => {}
    }
    let template = RoundPage {
        f: frame(caller, Tab::Decisions).with_sample(desk.round.illustrative),
        downloads: downloads(&format!("/decisions/rounds/{}", desk.round.id), super::presenting::FORMS, language),
        name: desk.round.name.clone(),
        day: shown::day(Some(desk.day)),
        done: desk.all.iter().filter(over).count(),
        money: money_rows(desk, language, w),
        total: vnd(total),
        balance: vnd(balance),
        owed: vnd(owed),
        after: vnd(after),
        short: (after < 0).then(|| w.short.replace("{n}", &vnd(-after))),
        own,
        upward,
        waiting,
        drafts,
        checks,
        draft,
        send,
        id,
        w,
    };
    answered(page(&template), came)
}

/// Who decides, in words.
fn in_words(who: thidua_domain::awards::subject::Who, language: Language) -> String {
    who_words(who).in_language(language).to_owned()
}

/// What was ticked.
pub(super) fn chosen<'a>(all: impl Iterator<Item = &'a Weighed>, typed: &Typed) -> Vec<&'a Weighed> {
    all.filter(|one| typed.contains_key(&format!("n-{}", one.it.id))).collect()
}

/// Whether a nomination was ticked that is not ready any more, and its name.
pub(super) fn gone(desk: &Desk, ready: &[&Weighed], typed: &Typed) -> Result<(), Refusal> {
    for one in &desk.all {
        let ticked = typed.contains_key(&format!("n-{}", one.it.id));
        if ticked && !ready.iter().any(|fine| fine.it.id == one.it.id) {
            let name = one.it.name.clone();
            return Err(super::entry::invalid(|w| w.not_ready_any_more.replace("{name}", &name)));
        }
    }
    Ok(())
}
