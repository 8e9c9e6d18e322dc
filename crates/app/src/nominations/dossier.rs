//! What goes into a dossier: facts and attestations, papers, answers to remarks, opinions of other bodies.

use super::adding::rejudge;
use super::attesting::{self, to_attest};
use super::entering::{Entered, ask_form, paper_fields, paper_form};
use super::one::{self, Back, may_write};
use super::scene::{self, Scene, invalid};
use super::words::words;
use super::{discipline, facts::Added, judging};
use crate::App;
use crate::face::forms::Reader;
use crate::face::frame::go;
use crate::face::{Answer, Caller, Refusal, Visitor};
use crate::office::forms::Came;
use crate::office::receiving::{keep, receive, register};
use crate::office::words as office;
use axum::extract::{Path, Request, State};
use thidua_domain::access::Act;
use thidua_domain::awards::facts::Period;
use thidua_domain::basics::Expectation;
use thidua_domain::nominations::State as Where;
use thidua_store::nominations::{NewPaper, Nomination, Opinion};

/// Originals of one paper.
const MOST_ORIGINALS: i64 = 20;

/// Whoever may put something into this dossier: the unit where the field is open, the authority while it appraises.
async fn require_open(
    app: &App,
    visitor: &Visitor,
    scene: &Scene,
    it: &Nomination,
    field: &str,
) -> Result<(), Refusal> {
    scene.require_open()?;
    if it.state.is_over() {
        return Err(invalid(|w| w.r_no_arrow.to_owned()));
    }
    let remarks = app.store.nomination_remarks(&it.id).await?;
    let authority = scene.appraises && it.state != Where::Draft;
    if may_write(scene, it, &remarks, field) || authority {
        return Ok(());
    }
    app.require(visitor, Act::Nominate, &it.unit_id).await?;
    Err(invalid(|w| w.r_no_arrow.to_owned()))
}

/// `POST /nominations/{id}/facts`.
pub(crate) async fn attest(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    request: Request,
) -> Answer {
    let (scene, it) = scene::of_nomination(&app, &visitor, &id).await?;
    require_open(&app, &visitor, &scene, &it, "facts").await?;
    let language = caller.preferences.language;
    let w = words(language);
    let sent = receive(&app, request, office::words(language)).await?;
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(language));
    let amount = reader.amount("contribution", Expectation::Quantity);
    if amount.as_ref().is_some_and(|amount| amount.ten_thousandths() < 0) {
        reader.problem("contribution", w.negative);
    }
    let period = Period { from: scene.round.from, to: scene.round.to };
    let disciplined = discipline::typed(&mut reader, period, w);
    if !reader.fine() {
        return attesting::attest_again(&app, &caller, &scene, &it, &sent.typed, reader).await;
    }
    let mut added = Added::read(&app.store.nomination_facts(&id).await?);
    if let Ok(judgement) = judging::judged(&app, &scene, &it).await? {
        for (number, _) in to_attest(&judgement) {
            match sent.typed.get(&format!("attest-{number}")).map(String::as_str) {
                Some("yes") => added.attested.insert(number, true),
                Some("no") => added.attested.insert(number, false),
                Some(_) => added.attested.remove(&number),
                None => None,
            };
        }
    }
    let told = serde_json::to_string(&added.attested).map_err(Refusal::fault)?;
    let change = app.store.change(visitor.author((app.clock)())).await?;
    change.touch_nomination(&id, sent.seen()).await?;
    change.keep_fact(&id, "attested", Some(&told)).await?;
    change.keep_fact(&id, "history", reader.tick("history").then_some("true")).await?;
    change.keep_fact(&id, "pending", reader.tick("pending").then_some("[]")).await?;
    change.keep_fact(&id, "discipline", disciplined.as_deref()).await?;
    let given = amount.map(|amount| (amount.ten_thousandths() / 10_000).to_string());
    change.keep_fact(&id, "contribution", given.as_deref()).await?;
    let detail = format!("{}: {}", it.nominee.name, it.award_name);
    change.commit(scene.entry("nomination.attested", &id, detail)).await?;
    rejudge(&app, &scene, &visitor, &it).await?;
    go(format!("/nominations/{id}?done=saved#conditions"))
}

/// `POST /nominations/{id}/papers`.
pub(crate) async fn add_paper(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    request: Request,
) -> Answer {
    let (scene, it) = scene::of_nomination(&app, &visitor, &id).await?;
    require_open(&app, &visitor, &scene, &it, "papers").await?;
    let language = caller.preferences.language;
    let w = words(language);
    let sent = receive(&app, request, office::words(language)).await?;
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(language));
    if let Some(problem) = sent.file_problem {
        reader.problem("file", problem);
    }
    let award = super::law::award(&scene.law, scene.law_day(Some(&it)), &it.award);
    let paper =
        reader.code("kind", |code| award.and_then(|award| award.papers.iter().find(|paper| paper.kind == code)));
    let (number, dated) = (reader.text("number"), reader.day("dated"));
    let originals =
        reader.amount("originals", Expectation::Quantity).map_or(1, |amount| amount.ten_thousandths() / 10_000);
    if paper.is_none() {
        reader.required("kind");
    }
    if dated.is_some_and(|day| day > scene.today) {
        reader.problem("dated", w.paper_future);
    }
    if !(1..=MOST_ORIGINALS).contains(&originals) {
        reader.problem("originals", w.paper_originals_range);
    }
    let Some(paper) = paper.filter(|_| reader.fine()) else {
        let fields = paper_fields(&scene, &it, language, w).ok_or_else(|| invalid(|w| w.paper_kind.to_owned()))?;
        let paper = Some(paper_form(&it, fields, w).back(reader, Came::Refused));
        return one::render(&app, &caller, &scene, &it, Back { paper, ..Back::default() }).await;
    };
    let kept = keep(&app, sent.file).await?;
    let change = app.store.change(visitor.author((app.clock)())).await?;
    register(&change, &kept).await?;
    let new = NewPaper {
        kind: paper.kind.clone(),
        name: paper.says.clone(),
        number,
        dated,
        originals,
        file: kept.as_ref().map(|kept| (kept.digest.clone(), kept.name.clone())),
    };
    change.add_nomination_paper(&id, &new).await?;
    let detail = format!("{}: {}", it.nominee.name, paper.says);
    change.commit(scene.entry("nomination.paper", &id, detail)).await?;
    go(format!("/nominations/{id}?done=saved#papers"))
}

/// `POST /nominations/{id}/papers/{paper}/withdraw`.
pub(crate) async fn withdraw_paper(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path((id, paper)): Path<(String, String)>,
    request: Request,
) -> Answer {
    let (scene, it) = scene::of_nomination(&app, &visitor, &id).await?;
    require_open(&app, &visitor, &scene, &it, "papers").await?;
    let sent = receive(&app, request, office::words(caller.preferences.language)).await?;
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(caller.preferences.language));
    let reason = reader.text("reason").ok_or_else(|| invalid(|w| w.r_no_reason.to_owned()))?;
    let change = app.store.change(visitor.author((app.clock)())).await?;
    change.touch_nomination(&id, sent.seen()).await?;
    change.withdraw_nomination_paper(&id, &paper, &reason).await?;
    change.commit(scene.entry("nomination.paper-withdrawn", &id, format!("{}: {reason}", it.nominee.name))).await?;
    go(format!("/nominations/{id}?done=saved#papers"))
}

/// Whoever may open the papers of a dossier: its unit, who appraises, counts or decides.
async fn require_theirs(app: &App, visitor: &Visitor, scene: &Scene, it: &Nomination) -> Result<(), Refusal> {
    let mut theirs = scene.own(it) || scene.appraises;
    for act in [Act::CountBallots, Act::DecideAward] {
        theirs = theirs || app.may(visitor, act, &scene.round.unit_id).await?;
    }
    if theirs { Ok(()) } else { Err(Refusal::NotFound) }
}

/// `GET /nominations/{id}/papers/{paper}`.
pub(crate) async fn download_paper(
    State(app): State<App>,
    visitor: Visitor,
    Path((id, paper)): Path<(String, String)>,
) -> Answer {
    let (scene, it) = scene::of_nomination(&app, &visitor, &id).await?;
    require_theirs(&app, &visitor, &scene, &it).await?;
    let papers = app.store.nomination_papers(&it.id).await?;
    let file =
        papers.into_iter().find(|one| one.id == paper).and_then(|one| one.put.file).ok_or(Refusal::NotFound)?;
    let file = app.store.file(&file.0).await?.ok_or(Refusal::NotFound)?;
    crate::figures::evidence::send(&app, file).await
}

/// `POST /nominations/{id}/remarks/{remark}`.
pub(crate) async fn answer_remark(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path((id, remark)): Path<(String, String)>,
    request: Request,
) -> Answer {
    let (scene, it) = scene::of_nomination(&app, &visitor, &id).await?;
    scene.require_open()?;
    app.require(&visitor, Act::Nominate, &it.unit_id).await?;
    if it.state != Where::Returned {
        return Err(invalid(|w| w.r_no_arrow.to_owned()));
    }
    let sent = receive(&app, request, office::words(caller.preferences.language)).await?;
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(caller.preferences.language));
    let answer = reader.text("answer").ok_or_else(|| invalid(|w| w.remark_answer.to_owned()))?;
    let change = app.store.change(visitor.author((app.clock)())).await?;
    change.answer_nomination_remark(&id, &remark, &answer).await?;
    change.commit(scene.entry("nomination.answered", &id, format!("{}: {answer}", it.nominee.name))).await?;
    go(format!("/nominations/{id}?done=saved#remarks"))
}

/// Nobody is asked any more about a nomination that is over.
fn require_under_way(it: &Nomination) -> Result<(), Refusal> {
    if it.state.is_over() { Err(invalid(|w| w.opinion_over.to_owned())) } else { Ok(()) }
}

/// `POST /nominations/{id}/opinions`.
pub(crate) async fn ask_opinion(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    request: Request,
) -> Answer {
    let (scene, it) = scene::of_nomination(&app, &visitor, &id).await?;
    scene.require_open()?;
    app.require(&visitor, Act::AppraiseNomination, &scene.round.unit_id).await?;
    require_under_way(&it)?;
    let w = words(caller.preferences.language);
    let sent = receive(&app, request, office::words(caller.preferences.language)).await?;
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(caller.preferences.language));
    let (body, due) = (reader.required_name("body"), reader.day("due"));
    match due {
        None => _ = reader.required("due"),
        Some(day) if day < scene.today => reader.problem("due", w.opinion_due_passed),
        Some(_) => {}
    }
    let Some(due) = due.filter(|_| reader.fine()) else {
        let ask = Some(ask_form(&it, w).back(reader, Came::Refused));
        return one::render(&app, &caller, &scene, &it, Back { ask, ..Back::default() }).await;
    };
    let change = app.store.change(visitor.author((app.clock)())).await?;
    let opinion = Opinion {
        id: change.new_id(),
        body,
        asked_on: scene.today,
        due,
        answered_on: None,
        answer: None,
        says: None,
        expires: None,
        file: None,
        version: 0,
        account_name: String::new(),
    };
    change.write_opinion(&id, &opinion).await?;
    change
        .commit(scene.entry("nomination.opinion-asked", &id, format!("{}: {}", it.nominee.name, opinion.body)))
        .await?;
    go(format!("/nominations/{id}?done=saved#opinions"))
}

/// `GET /nominations/{id}/opinions/{opinion}`: the paper on which the body gave it.
pub(crate) async fn download_opinion(
    State(app): State<App>,
    visitor: Visitor,
    Path((id, opinion)): Path<(String, String)>,
) -> Answer {
    let (scene, it) = scene::of_nomination(&app, &visitor, &id).await?;
    require_theirs(&app, &visitor, &scene, &it).await?;
    let opinions = app.store.opinions(&it.id).await?;
    let file = opinions.into_iter().find(|one| one.id == opinion).and_then(|one| one.file);
    let (digest, _) = file.ok_or(Refusal::NotFound)?;
    let file = app.store.file(&digest).await?.ok_or(Refusal::NotFound)?;
    crate::figures::evidence::send(&app, file).await
}

/// `POST /nominations/{id}/opinions/{opinion}`.
pub(crate) async fn enter_opinion(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path((id, opinion)): Path<(String, String)>,
    request: Request,
) -> Answer {
    let (scene, it) = scene::of_nomination(&app, &visitor, &id).await?;
    scene.require_open()?;
    app.require(&visitor, Act::AppraiseNomination, &scene.round.unit_id).await?;
    require_under_way(&it)?;
    let opinions = app.store.opinions(&id).await?;
    let mut kept = opinions.into_iter().find(|one| one.id == opinion).ok_or(Refusal::NotFound)?;
    let sent = receive(&app, request, office::words(caller.preferences.language)).await?;
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(caller.preferences.language));
    if let Some(problem) = sent.file_problem {
        reader.problem("file", problem);
    }
    let answer =
        reader.code("answer", |code| ["agrees", "disagrees", "no-remark"].contains(&code).then(|| code.to_owned()));
    if answer.is_none() {
        reader.required("answer");
    }
    kept.answer = answer;
    kept.says = reader.text("says");
    kept.expires = reader.day("expires");
    if !reader.fine() {
        let entered = Some(Entered { id: &opinion, problems: reader.problems, typed: &sent.typed });
        return one::render(&app, &caller, &scene, &it, Back { entered, ..Back::default() }).await;
    }
    kept.answered_on = Some(scene.today);
    kept.version = sent.seen();
    let file = keep(&app, sent.file).await?;
    let change = app.store.change(visitor.author((app.clock)())).await?;
    register(&change, &file).await?;
    if let Some(file) = &file {
        kept.file = Some((file.digest.clone(), file.name.clone()));
    }
    change.write_opinion(&id, &kept).await?;
    change.commit(scene.entry("nomination.opinion", &id, format!("{}: {}", it.nominee.name, kept.body))).await?;
    go(format!("/nominations/{id}?done=saved#opinions"))
}
