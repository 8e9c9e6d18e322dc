//! The steps of a nomination: who may ask for which, what stands in the way, and moving down with consent.

use super::adding::rejudge;
use super::gathered::{Dossier, dossier};
use super::labels;
use super::one::remark_fields;
use super::ratios;
use super::scene::{self, Scene, invalid};
use super::words::words;
use crate::App;
use crate::face::forms::Reader;
use crate::face::frame::go;
use crate::face::{Answer, Caller, Refusal, Visitor};
use crate::office::receiving::receive;
use crate::office::words as office;
use axum::extract::{Path, Request, State};
use thidua_domain::access::Act;
use thidua_domain::awards::judging::Verdict;
use thidua_domain::basics::Language;
use thidua_domain::decisions::deciders::authority;
use thidua_domain::nominations::flags;
use thidua_domain::nominations::papers;
use thidua_domain::nominations::remarks::Supplements;
use thidua_domain::nominations::{self, Standing, State as Where};
use thidua_store::nominations::Nomination;

/// Whether an authority decides an award itself on the day of the law.
pub(crate) fn decides_itself(scene: &Scene, it: &Nomination) -> bool {
    let day = scene.law_day(Some(it));
    super::law::award(&scene.law, day, &it.award)
        .is_some_and(|award| authority(award, scene.authority.kind, day).is_own())
}

/// Whether the council has to vote on it: a pack asks for a vote.
fn needs_vote(scene: &Scene, it: &Nomination) -> bool {
    super::law::award(&scene.law, scene.law_day(Some(it)), &it.award).is_some_and(|award| !award.votes.is_empty())
}

/// What is known of a nomination when a step is asked for.
pub(super) struct Known(Standing);

impl Known {
    /// As if the reason and the remark that the form asks for were given.
    pub(super) fn assumed(&self, to: Where) -> Standing {
        Standing { reason: true, remarks: usize::from(to == Where::Returned), ..self.0 }
    }
}

pub(super) fn standing(scene: &Scene, it: &Nomination, dossier: &Dossier) -> Known {
    Known(Standing {
        lacking: papers::stopping(&dossier.lacks),
        stopping: flags::stopping(&dossier.flags),
        open_remarks: dossier.remarks.iter().filter(|one| one.answer.is_none()).count(),
        remarks: 0,
        supplements: Supplements { allowed: 1, used: u32::try_from(it.supplements).unwrap_or(u32::MAX) },
        needs_vote: needs_vote(scene, it),
        passed: dossier.passed,
        not_eligible: dossier.judgement.as_ref().is_some_and(|one| one.verdict == Verdict::NotEligible),
        own: decides_itself(scene, it),
        decided: false,
        reason: false,
        under_vote: dossier.under_vote,
    })
}

/// The steps that this person is offered: those of the unit, those of the authority. Votes and decisions have pages of
/// their own.
pub(super) fn offered(scene: &Scene, it: &Nomination) -> Vec<Where> {
    if !scene.open() {
        return Vec::new();
    }
    let of_unit = |to: Where| matches!(to, Where::Submitted | Where::Withdrawn) && scene.own(it);
    let of_authority = |to: Where| {
        scene.appraises
            && matches!(
                to,
                Where::Returned
                    | Where::Appraisal
                    | Where::Council
                    | Where::Deciding
                    | Where::Upward
                    | Where::NotGranted
            )
    };
    it.state.next().iter().copied().filter(|to| of_unit(*to) || of_authority(*to)).collect()
}

/// `POST /nominations/{id}/step`.
pub(crate) async fn step(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    request: Request,
) -> Answer {
    let (scene, it) = scene::of_nomination(&app, &visitor, &id).await?;
    scene.require_open()?;
    let w = words(caller.preferences.language);
    let sent = receive(&app, request, office::words(caller.preferences.language)).await?;
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(caller.preferences.language));
    let to = reader.code("to", Where::from_code).ok_or_else(|| invalid(|w| w.r_no_arrow.to_owned()))?;
    if !offered(&scene, &it).contains(&to) {
        let act =
            if matches!(to, Where::Submitted | Where::Withdrawn) { Act::Nominate } else { Act::AppraiseNomination };
        let owner = if act == Act::Nominate { &it.unit_id } else { &scene.round.unit_id };
        app.require(&visitor, act, owner).await?;
        return Err(invalid(|w| w.r_no_arrow.to_owned()));
    }
    let reason = reader.text("reason");
    let mut remarks = Vec::new();
    for (field, _) in remark_fields(w) {
        if let Some(says) = reader.text_of(&format!("remark-{field}")) {
            remarks.push((field.to_owned(), says));
        }
    }
    let received = reader.day("received_on").unwrap_or(scene.today);
    let dossier = dossier(&app, &scene, &it).await?;
    let known = Standing { reason: reason.is_some(), remarks: remarks.len(), ..standing(&scene, &it, &dossier).0 };
    if let Err(why) = it.state.step(to, &known) {
        return Err(invalid(|w| labels::refused(why, w)));
    }
    if !reader.fine() || received > scene.today || received < scene.round.from {
        return Err(invalid(|w| {
            format!("{}: {}", w.received_on, crate::face::words::words(Language::Vietnamese).bad_date)
        }));
    }
    let mut seen = it.clone();
    seen.version = sent.seen();
    let change = app.store.change(visitor.author((app.clock)())).await?;
    if to == Where::Returned {
        change.add_nomination_remarks(&id, &remarks).await?;
    }
    let day = (to == Where::Appraisal && it.state == Where::Submitted).then_some(received);
    change.move_nomination(&seen, to, reason.as_deref(), day).await?;
    let says = nominations::words::state(to);
    let detail = format!("{}: {} → {}", it.nominee.name, it.award_name, says.vi);
    change.commit(scene.entry("nomination.moved", &id, detail)).await?;
    if day.is_some() {
        let (scene, it) = scene::of_nomination(&app, &visitor, &id).await?;
        rejudge(&app, &scene, &visitor, &it).await?;
    }
    go(format!("/nominations/{id}?done=stepped"))
}

/// `POST /nominations/{id}/downgrade`.
pub(crate) async fn downgrade(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    request: Request,
) -> Answer {
    let (scene, it) = scene::of_nomination(&app, &visitor, &id).await?;
    scene.require_open()?;
    if !scene.own(&it) {
        app.require(&visitor, Act::AppraiseNomination, &scene.round.unit_id).await?;
    }
    let sent = receive(&app, request, office::words(caller.preferences.language)).await?;
    let mut reader = Reader::new(&sent.typed, crate::face::words::words(caller.preferences.language));
    let lower = ratios::lower(&scene, &it.award);
    let below: Vec<&str> = lower.iter().map(|(code, _)| code.as_str()).collect();
    let to = reader.text("to").unwrap_or_default();
    let reason = reader.text("reason");
    let then = nominations::downgrade(it.state, &to, &below, reader.tick("consent"), reason.is_some())
        .map_err(|why| invalid(|w| labels::not_moved(why, w).to_owned()))?;
    let name = lower.iter().find(|(code, _)| *code == to).map(|(_, name)| name.clone()).unwrap_or_default();
    if scene
        .all
        .iter()
        .any(|other| other.award == to && super::facts::same(other, &it) && other.state != Where::Withdrawn)
    {
        return Err(invalid(|w| w.twice.replace("{name}", &it.nominee.name).replace("{award}", &name)));
    }
    if app.store.is_under_vote(&id).await? {
        return Err(invalid(|w| w.under_vote.to_owned()));
    }
    let mut seen = it.clone();
    seen.version = sent.seen();
    let change = app.store.change(visitor.author((app.clock)())).await?;
    change.downgrade_nomination(&seen, &to, &name, then, &reason.unwrap_or_default()).await?;
    let detail = format!("{}: {} → {name}", it.nominee.name, it.award_name);
    change.commit(scene.entry("nomination.downgraded", &id, detail)).await?;
    let (scene, it) = scene::of_nomination(&app, &visitor, &id).await?;
    rejudge(&app, &scene, &visitor, &it).await?;
    go(format!("/nominations/{id}?done=saved"))
}

/// `POST /nominations/{id}/judge`.
pub(crate) async fn judge_again(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    let (scene, it) = scene::of_nomination(&app, &visitor, &id).await?;
    if !scene.own(&it) && !scene.appraises {
        return Err(Refusal::NotAllowed);
    }
    scene.require_open()?;
    rejudge(&app, &scene, &visitor, &it).await?;
    go(format!("/nominations/{id}#conditions"))
}
