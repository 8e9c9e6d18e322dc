//! The papers of a round: the list of who is proposed, the submission of a unit, the minutes of its selection.

use super::labels;
use super::round::verdict;
use super::scene::{self, Scene};
use super::words::{Words, words};
use crate::App;
use crate::face::{Answer, Refusal, Visitor};
use crate::forms::Asked;
use crate::reports::letterhead;
use axum::extract::{Path, State};
use std::collections::HashMap;
use thidua_domain::basics::text::sort_by_text;
use thidua_domain::basics::{Amount, Language};
use thidua_domain::nominations::State as Standing;
use thidua_domain::units::Unit;
use thidua_paper::forms::Letterhead;
use thidua_paper::forms::nominee_list::{Nominee, NomineeGroup, NomineeList};
use thidua_paper::forms::selection_minutes::{SelectionLine, SelectionMinutes};
use thidua_paper::forms::submission::{Proposed, ProposedGroup, Submission};
use thidua_paper::forms::{nominee_list, selection_minutes, submission};
use thidua_paper::write::document::Signature;
use thidua_store::nominations::Nomination;

const VI: Language = Language::Vietnamese;

/// The forms that are printed from a nomination.
pub(crate) const FORMS: &[&str] = &["achievement_report", "selection_minutes", "submission"];
/// The forms that are printed from a round.
pub(crate) const OF_ROUND: &[&str] = &["nominee_list"];

/// One that is submitted, as its paper names it.
pub(crate) struct Submitted {
    pub(crate) award: String,
    pub(crate) name: String,
    pub(crate) post: Option<String>,
    pub(crate) of_unit: String,
    pub(crate) merit: String,
    pub(crate) vote: String,
    /// The law that judged it.
    pub(crate) regime: Option<String>,
    pub(crate) illustrative: bool,
}

/// What a submission says besides who is proposed.
pub(crate) struct Cover {
    pub(crate) letterhead: Letterhead,
    pub(crate) to: Option<String>,
    pub(crate) round: String,
    pub(crate) selection: Option<String>,
    pub(crate) papers: Vec<String>,
    pub(crate) draft: bool,
}

/// Post and unit in one.
fn who(post: Option<&str>, of_unit: &str, name: &str) -> String {
    // a unit that is proposed is not told to be of itself
    let of_unit = if of_unit == name { "" } else { of_unit };
    [post.unwrap_or_default(), of_unit].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// Members of groups under their awards, in the order in which the awards come, the names by the alphabet.
fn grouped<T>(all: impl IntoIterator<Item = (String, String, T)>) -> Vec<(String, Vec<T>)> {
    let mut found: Vec<(String, Vec<(String, T)>)> = Vec::new();
    for (award, name, one) in all {
        match found.iter_mut().find(|(known, _)| *known == award) {
            Some((_, lines)) => lines.push((name, one)),
            None => found.push((award, vec![(name, one)])),
        }
    }
    found
        .into_iter()
        .map(|(award, mut lines)| {
            sort_by_text(&mut lines, |(name, _)| name);
            (award, lines.into_iter().map(|(_, one)| one).collect())
        })
        .collect()
}

/// What stands on every page of what was invented, or is not sent yet.
fn mark(illustrative: bool, draft: bool) -> Option<String> {
    let f = crate::forms::words::words(VI);
    let mark = if illustrative { Some(f.mark_sample) } else { draft.then_some(f.mark_draft) };
    mark.map(str::to_owned)
}

/// The submission of some nominations.
pub(crate) fn submission(cover: Cover, all: Vec<Submitted>) -> thidua_paper::write::OfficialDocument {
    let w = words(VI);
    let mut bases: Vec<String> = Vec::new();
    for regime in all.iter().filter_map(|one| one.regime.as_deref()) {
        let law = crate::law::regime(regime, VI).to_owned();
        if !bases.contains(&law) {
            bases.push(law);
        }
    }
    let illustrative = all.iter().any(|one| one.illustrative);
    let lines = all.into_iter().map(|one| {
        let who = who(one.post.as_deref(), &one.of_unit, &one.name);
        (one.award, one.name.clone(), Proposed { name: one.name, who, merit: one.merit, vote: one.vote })
    });
    let groups = grouped(lines).into_iter().map(|(award, lines)| ProposedGroup { award, lines }).collect();
    submission::document(&Submission {
        letterhead: cover.letterhead,
        addressees: cover.to.into_iter().collect(),
        title: w.paper_title.replace("{round}", &cover.round),
        bases,
        selection: cover.selection,
        groups,
        papers: cover.papers,
        mark: mark(illustrative, cover.draft),
    })
}

/// `9/10 (90%)`.
fn share(votes: i64, of: i64) -> String {
    let percent = Amount::new(votes.into())
        .ok()
        .zip(Amount::new(of.into()).ok())
        .and_then(|(votes, of)| votes.percent_of(of));
    let percent = percent.map(|percent| format!(" ({}%)", percent.vietnamese())).unwrap_or_default();
    format!("{votes}/{of}{percent}")
}

/// The nominations of a unit that it still stands by.
fn of_unit<'a>(scene: &'a Scene, unit_id: &'a str) -> impl Iterator<Item = &'a Nomination> {
    scene.all.iter().filter(move |it| it.unit_id == unit_id && it.state != Standing::Withdrawn)
}

/// The forms that a nomination offers: minutes of a selection where its votes are recorded.
pub(super) fn offered(scene: &Scene, it: &Nomination) -> Vec<&'static str> {
    let selected = of_unit(scene, &it.unit_id).any(|other| other.selection.is_some());
    FORMS.iter().copied().filter(|code| selected || *code != "selection_minutes").collect()
}

/// `GET /award-rounds/{id}/forms/{file}`: the list of who is proposed, as far as this person sees it.
pub(crate) async fn of_round(
    State(app): State<App>,
    visitor: Visitor,
    Path((id, file)): Path<(String, String)>,
) -> Answer {
    let asked = Asked::of(&file, OF_ROUND)?;
    let scene = scene::scene(&app, &visitor, &id).await?;
    let w = words(VI);
    let a = crate::awards::words::words(VI);
    let people: Vec<String> = scene.all.iter().filter_map(|it| it.nominee.person_id.clone()).collect();
    let born: HashMap<String, i32> = app
        .store
        .people_of(&people)
        .await?
        .into_iter()
        .filter_map(|person| Some((person.id, person.birth_year?)))
        .collect();
    // how the council voted is told where its meeting is
    let votes = if scene.whole {
        crate::meetings::votes(&app, &scene.round.unit_id, &scene.round.id).await?
    } else {
        HashMap::new()
    };
    let standing = scene.all.iter().filter(|it| it.state != Standing::Withdrawn);
    let line = |it: &Nomination| {
        let judged = verdict(it, a).map(|(_, verdict)| verdict.to_owned()).unwrap_or_default();
        let over = it.state.is_over().then(|| labels::state(it.state, w).1.to_owned());
        let nominee = Nominee {
            name: it.nominee.name.clone(),
            born: it.nominee.person_id.as_ref().and_then(|id| born.get(id)).map(i32::to_string).unwrap_or_default(),
            who: who(it.nominee.post.as_deref(), &it.nominee.of_unit, &it.nominee.name),
            merit: it.merit.clone(),
            appraisal: over.unwrap_or(judged),
            vote: votes.get(&it.id).cloned().unwrap_or_default(),
        };
        (it.award_name.clone(), it.nominee.name.clone(), nominee)
    };
    let illustrative = scene.round.illustrative || scene.all.iter().any(|it| it.illustrative);
    let groups = grouped(standing.map(line)).into_iter().map(|(award, lines)| NomineeGroup { award, lines });
    let form = NomineeList {
        letterhead: Letterhead {
            symbol_hint: None,
            ..letterhead::of_unit(&app, issuer(&scene), w.symbol_submission).await?
        },
        round: w.list_of.replace("{round}", &scene.round.name),
        groups: groups.collect(),
        made_by: Some(Signature { authority_form: None, post: String::new(), name: None }),
        mark: mark(illustrative, false),
    };
    asked.send(&app, nominee_list::document(&form), &scene.round.name).await
}

/// Whose list it is: that of the authority, or of the one unit below for which this person proposes.
fn issuer(scene: &Scene) -> &Unit {
    match scene.writes.as_slice() {
        [only] if !scene.whole => only,
        _ => &scene.authority,
    }
}

/// `GET /nominations/{id}/forms/{file}`.
pub(crate) async fn of_nomination(
    State(app): State<App>,
    visitor: Visitor,
    Path((id, file)): Path<(String, String)>,
) -> Answer {
    let asked = Asked::of(&file, FORMS)?;
    let (scene, it) = scene::of_nomination(&app, &visitor, &id).await?;
    if !offered(&scene, &it).contains(&asked.form.code) {
        return Err(Refusal::NotFound);
    }
    let unit = app.store.unit(&it.unit_id).await?.ok_or(Refusal::NotFound)?;
    let (document, of) = match asked.form.code {
        "achievement_report" => {
            (super::achievements::document(&app, &scene, &it, &unit).await?, it.nominee.name.clone())
        }
        "selection_minutes" => (minutes(&app, &scene, &unit).await?, unit.name.clone()),
        _ => (submitted(&app, &scene, &unit).await?, unit.name.clone()),
    };
    asked.send(&app, document, &of).await
}

/// The submission of a unit to the authority of the round.
async fn submitted(
    app: &App,
    scene: &Scene,
    unit: &Unit,
) -> Result<thidua_paper::write::OfficialDocument, Refusal> {
    let w = words(VI);
    let all: Vec<&Nomination> = of_unit(scene, &unit.id).collect();
    let selected = all.iter().any(|it| it.selection.is_some());
    let mut papers = Vec::new();
    if all.iter().any(|it| it.report.is_some()) {
        papers.push(w.paper_reports.to_owned());
    }
    if selected {
        papers.push(w.paper_selection.to_owned());
    }
    let cover = Cover {
        letterhead: letterhead::of_unit(app, unit, w.symbol_submission).await?,
        to: Some(letterhead::addressed(&scene.authority)).filter(|_| scene.authority.id != unit.id),
        round: scene.round.name.clone(),
        selection: selected.then(|| w.was_selected.replace("{unit}", &unit.name)),
        papers,
        draft: all.iter().all(|it| it.state == Standing::Draft),
    };
    let lines = all.into_iter().map(|it| Submitted {
        award: it.award_name.clone(),
        name: it.nominee.name.clone(),
        post: it.nominee.post.clone(),
        of_unit: it.nominee.of_unit.clone(),
        merit: it.merit.clone(),
        vote: it.selection.map(|(votes, of)| share(votes, of)).unwrap_or_default(),
        regime: it.judged.as_ref().map(|judged| judged.regime.clone()),
        illustrative: it.illustrative,
    });
    Ok(submission(cover, lines.collect()))
}

/// The minutes of the selection in a unit, with what is recorded of it; the rest is filled in by hand.
async fn minutes(app: &App, scene: &Scene, unit: &Unit) -> Result<thidua_paper::write::OfficialDocument, Refusal> {
    let w = words(VI);
    let count = |n: i64| u32::try_from(n).unwrap_or_default();
    let selected = || of_unit(scene, &unit.id).filter_map(|it| Some((it, it.selection?)));
    let line = |(it, (votes, of)): (&Nomination, (i64, i64))| SelectionLine {
        name: it.nominee.name.clone(),
        award: it.award_name.clone(),
        votes_for: count(votes),
        against: count(of - votes),
        rate: share(votes, of)
            .split_once('(')
            .map(|(_, rate)| rate.trim_end_matches(')').to_owned())
            .unwrap_or_default(),
        result: w.selected.to_owned(),
    };
    let lines: Vec<SelectionLine> = selected().map(line).collect();
    let present = selected().map(|(_, (_, of))| count(of)).max().unwrap_or_default();
    let conclusion = w.selection_concluded.replace("{n}", &format!("{:02}", lines.len()));
    let illustrative = of_unit(scene, &unit.id).any(|it| it.illustrative);
    let head = letterhead::of_unit(app, unit, w.symbol_minutes).await?;
    let form = SelectionMinutes {
        letterhead: Letterhead {
            recipients: vec![scene.authority.name.clone()],
            signature: Signature { authority_form: None, post: w.selection_chair.to_owned(), name: None },
            ..head
        },
        meeting: w.selection_of_round.replace("{round}", &scene.round.name),
        day: None,
        began: Some(w.paper_hour.to_owned()),
        ended: None,
        place: None,
        chair: None,
        writer: None,
        members: None,
        present,
        absent: Vec::new(),
        discussion: None,
        secret: None,
        conclusion: (!lines.is_empty()).then_some(conclusion),
        lines,
        signed_by_writer: Some(Signature { authority_form: None, post: String::new(), name: None }),
        mark: mark(illustrative, false),
    };
    Ok(selection_minutes::document(&form))
}

/// What the papers of a nomination are marked with.
pub(super) fn marked(it: &Nomination) -> Option<String> {
    mark(it.illustrative, false)
}

/// A blank to be filled in by hand.
pub(super) fn blank(w: &'static Words) -> String {
    w.paper_blank.to_owned()
}
