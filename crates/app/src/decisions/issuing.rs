//! Issuing: number, day and signer of the signed paper; then honours, money, what each relied on (initiatives are used by it)
//! and the nominations, or the revoked lines, all at once. Of two who decide at once one issues and the other is told.

use super::drafting::still_waits;
use super::entry::{entry, invalid};
use super::held;
use super::honouring::{Paper, honours, pairs, rests_on};
use super::law::{catalogue, weigh};
use super::one::{self, Which};
use super::signed;
use super::using::{Relied, relied, use_up};
use super::words::{Words, words};
use crate::App;
use crate::face::forms::Reader;
use crate::face::frame::go;
use crate::face::{Answer, Caller, Refusal, Visitor};
use crate::office::forms::Came;
use crate::office::receiving::{self, receive};
use crate::office::{reach, words as office};
use axum::extract::{Path, Request, State};
use chrono::{Datelike, NaiveDate};
use thidua_domain::access::{Act, may_approve};
use thidua_domain::basics::Language;
use thidua_domain::decisions::number::{Key, Problem, Register, written};
use thidua_domain::decisions::{Kind, Standing, State as Stage, words as decision_words};
use thidua_store::decisions::{Decision, Line, Nominated};
use thidua_store::honours::{Honour, Standing as Holds};
use thidua_store::{Author, StoreError};

/// The numbers that were used for a kind in a year.
pub(super) async fn register(app: &App, it: &Decision, day: NaiveDate) -> Result<Register, Refusal> {
    let mut register = Register::default();
    for number in app.store.decision_numbers(&it.unit_id, it.kind, day.year()).await? {
        if let Ok(key) = Key::read(&number, &it.unit_id, it.kind.code(), day) {
            // two that are the same can only come from elsewhere; the second changes nothing
            let _ = register.enter(key);
        }
    }
    Ok(register)
}

/// Reads number, day and signer.
async fn read(
    app: &App,
    before: &Decision,
    reader: &mut Reader<'_>,
    language: Language,
    w: &'static Words,
    not_before: Option<NaiveDate>,
) -> Result<Decision, Refusal> {
    let today = reach::today(app);
    let typed = reader.required("number");
    let day = reader.day("day");
    let says = |problem: Problem| decision_words::number(problem).in_language(language).to_owned();
    match day {
        None => _ = reader.required("day"),
        Some(day) if day > today => reader.problem("day", w.future),
        Some(day) if not_before.is_some_and(|first| day < first) => {
            let first = crate::face::show::day(not_before);
            reader.problem("day", w.before_grounds.replace("{day}", &first));
        }
        Some(day) => {
            let mut register = register(app, before, day).await?;
            let key = Key::read(&typed, &before.unit_id, before.kind.code(), day);
            if let Err(problem) = key.and_then(|key| register.enter(key)) {
                reader.problem("number", says(problem));
            }
        }
    }
    let signer_title = reader.required_name("signer_title");
    let signer_name = reader.required_name("signer_name");
    Ok(Decision {
        number: Some(written(&typed)),
        dated: day,
        signer_title: Some(signer_title),
        signer_name: Some(signer_name),
        ..before.clone()
    })
}

/// The nominations that lines are of.
fn nominations(lines: &[Line]) -> Vec<String> {
    let of = |line: &Line| if let Line::Nomination(id) = line { Some(id.clone()) } else { None };
    lines.iter().filter_map(of).collect()
}

/// The honours that lines are of.
fn honours_of(lines: &[Line]) -> Vec<String> {
    let of = |line: &Line| if let Line::Honour(id) = line { Some(id.clone()) } else { None };
    lines.iter().filter_map(of).collect()
}

/// The first day that a decision may have: no dossier of it was received later, and what it revokes was decided before.
async fn not_before(app: &App, it: &Decision, lines: &[Line]) -> Result<Option<NaiveDate>, Refusal> {
    let nominated = app.store.nominated_of(&nominations(lines)).await?.into_iter().filter_map(|it| it.received_on);
    let revoked = app.store.honours_of_ids(&honours_of(lines)).await?.into_iter().filter_map(|it| it.dated);
    let mut first = nominated.chain(revoked).max();
    if let Some(round) = &it.round_id {
        first = first.max(app.store.award_round(round).await?.map(|round| round.from));
    }
    Ok(first)
}

/// What stands in the way of issuing, by the table of the domain.
fn step(it: &Decision, lines: usize, unfounded: usize, language: Language) -> Result<(), String> {
    let standing = Standing {
        numbered: it.number.is_some(),
        signed: it.dated.is_some() && it.signer_name.is_some(),
        lines,
        unfounded,
        ..Standing::default()
    };
    let refused = |why| decision_words::refused(why).in_language(language).to_owned();
    it.state.step(Stage::Issued, &standing).map(|_| ()).map_err(refused)
}

/// `POST /decisions/{id}/issue`.
pub(crate) async fn issue(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    request: Request,
) -> Answer {
    let before = app.store.decision(&id).await?.ok_or(Refusal::NotFound)?;
    app.require(&visitor, Act::DecideAward, &before.unit_id).await?;
    let language = caller.preferences.language;
    let w = words(language);
    let mut sent = receive(&app, request, office::words(language)).await?;
    if !before.state.is_drawn_up() {
        return one::render(&app, &caller, &visitor, &before, None, Some(one::already(&before, w))).await;
    }
    if let Some(round) = &before.round_id {
        crate::nominations::judge_round(&app, &visitor, round, true).await?;
    }
    if !may_approve(before.account_id.as_deref(), &visitor.actor) {
        return Err(invalid(|w| w.own_draft.to_owned()));
    }
    let (copy, unread) = match signed::copy(&app, sent.file.as_ref()).await? {
        Ok(copy) => (copy, None),
        Err(says) => (None, Some(says)),
    };
    if let Some(copy) = &copy {
        signed::take(copy, &mut sent.typed);
    }
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(language));
    let lines = app.store.decision_lines(&id).await?;
    let first = not_before(&app, &before, &lines).await?;
    let mut it = read(&app, &before, &mut reader, language, w, first).await?;
    if let Some(copy) = &copy {
        signed::compare(copy, &it, &mut reader, w);
    }
    if let Some(says) = unread.filter(|_| reader.tick("from_file")) {
        reader.problem("file", says.in_language(language).to_owned());
    }
    if let Some(problem) = sent.file_problem {
        reader.problem("file", problem);
    }
    let prepared = match it.kind {
        Kind::Award => {
            prepare_grant(&app, &it, &lines, &mut reader, w).await.map(|grant| Work::Grant(Box::new(grant)))
        }
        Kind::Revocation => prepare_revocation(&app, &lines).await.map(Work::Revoke),
    };
    if prepared.is_err() || !reader.fine() {
        // somebody may have issued it while this was read
        let newest = app.store.decision(&id).await?.ok_or(Refusal::NotFound)?;
        if !newest.state.is_drawn_up() {
            let says = one::already(&newest, w);
            return one::render(&app, &caller, &visitor, &newest, None, Some(says)).await;
        }
    }
    let work = prepared?;
    if reader.fine()
        && let Err(why) = step(&it, lines.len(), work.unfounded(), language)
    {
        reader.problem("number", why);
    }
    if !reader.fine() {
        let form = one::issuing(&app, &before, w).await?.back(reader, Came::Refused);
        return one::render(&app, &caller, &visitor, &before, Some((Which::Issue, form)), None).await;
    }
    let kept = receiving::keep(&app, sent.file).await?;
    (it.file_digest, it.file_name) = receiving::replaced(&kept, (None, None));
    it.version = crate::face::forms::seen(&sent.typed);
    let author = visitor.author((app.clock)());
    match write(&app, &it, &work, &kept, author).await {
        Ok(()) => go(format!("/decisions/{id}?done=saved")),
        Err(Refusal::ChangedMeanwhile) => {
            let newest = app.store.decision(&id).await?.ok_or(Refusal::NotFound)?;
            if newest.state.is_drawn_up() {
                return Err(Refusal::ChangedMeanwhile);
            }
            let says = one::already(&newest, w);
            one::render(&app, &caller, &visitor, &newest, None, Some(says)).await
        }
        Err(other) => Err(other),
    }
}

/// What issuing does.
enum Work {
    Grant(Box<Grant>),
    Revoke(Vec<Honour>),
}

struct Grant {
    nominated: Vec<Nominated>,
    rests: Vec<Vec<String>>,
    relied: Vec<Relied>,
    round: Option<thidua_store::decisions::RoundHead>,
    law: std::sync::Arc<thidua_domain::awards::pack::Catalogue>,
    unit: thidua_domain::units::Unit,
    unfounded: usize,
}

impl Work {
    fn unfounded(&self) -> usize {
        match self {
            Work::Grant(grant) => grant.unfounded,
            Work::Revoke(honours) => honours.iter().filter(|one| one.standing == Holds::Revoked).count(),
        }
    }
}

/// Everything a grant rests on, checked again on the day of the decision.
async fn prepare_grant(
    app: &App,
    it: &Decision,
    lines: &[Line],
    reader: &mut Reader<'_>,
    w: &'static Words,
) -> Result<Grant, Refusal> {
    let nominated = app.store.nominated_of(&nominations(lines)).await?;
    still_waits(&nominated)?;
    let unit = app.store.unit(&it.unit_id).await?.ok_or(Refusal::NotFound)?;
    let round = match &it.round_id {
        Some(round) => app.store.round_head(round).await?,
        None => None,
    };
    let day = it.dated.unwrap_or_else(|| reach::today(app));
    let law = catalogue(app, &it.unit_id, day).await?;
    let weighed: Vec<_> = nominated.iter().map(|one| weigh(&law, unit.kind, day, one.clone())).collect();
    let unfounded = weighed.iter().filter(|one| !one.decides()).count();
    let asks = weighed.iter().filter(|one| one.asks()).count();
    if asks > 0 && !reader.tick("confirmed") {
        reader.problem("confirmed", w.confirm_needed.replace("{n}", &asks.to_string()));
    }
    if let Some(round) = &round
        && let Some(says) = held::already(app, &law, round, day, &weighed, w.held_already).await?
    {
        reader.problem("number", says);
    }
    let (rests, relied) = match &round {
        Some(round) => {
            let rests = rests_on(app, &law, round, day, &nominated).await?;
            (rests, relied(app, &round.id, &nominated).await?)
        }
        None => (vec![Vec::new(); nominated.len()], Vec::new()),
    };
    Ok(Grant { nominated, rests, relied, round, law, unit, unfounded })
}

async fn prepare_revocation(app: &App, lines: &[Line]) -> Result<Vec<Honour>, Refusal> {
    let ids = honours_of(lines);
    let found = app.store.honours_of_ids(&ids).await?;
    if found.len() == ids.len() { Ok(found) } else { Err(Refusal::NotFound) }
}

async fn write(
    app: &App,
    it: &Decision,
    work: &Work,
    kept: &Option<receiving::Kept>,
    author: Author,
) -> Result<(), Refusal> {
    let change = app.store.change(author.clone()).await?;
    receiving::register(&change, kept).await?;
    match change.issue_decision(it).await {
        Ok(()) => {}
        // the register was read before: whoever was first in between has the number
        Err(StoreError::AlreadyThere) => {
            return Err(Refusal::Invalid(decision_words::number(Problem::Taken)));
        }
        Err(other) => return Err(other.into()),
    }
    let number = it.number.clone().unwrap_or_default();
    let act = match work {
        Work::Grant(grant) => {
            let (Some(round), Some(dated)) = (&grant.round, it.dated) else { return Err(Refusal::NotFound) };
            let paper = Paper {
                unit_id: &it.unit_id,
                issuer: &grant.unit.name,
                decision_id: Some(&it.id),
                number: &number,
                dated,
                pays: true,
            };
            let made = honours(&grant.law, round, &paper, &grant.nominated, &author, || change.new_id());
            change.grant_honours(&made, &pairs(&made, &grant.rests), &grant.nominated).await?;
            use_up(&change, &grant.relied).await?;
            "decision.issued"
        }
        Work::Revoke(honours) => {
            change.revoke_honours(honours, &it.id).await?;
            "decision.revoked"
        }
    };
    change.commit(entry(act, &it.unit_id, &it.id, format!("{number}: {}", it.title))).await?;
    Ok(())
}
