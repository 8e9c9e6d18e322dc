//! A dossier put together: papers and what they lack, remarks, cited results, opinions, the judgement, what to look at.

use super::facts::{self, Added};
use super::judging;
use super::scene::Scene;
use crate::App;
use crate::face::Refusal;
use std::collections::BTreeSet;
use thidua_domain::alike::{Likeness, Text, WORTH_A_LOOK};
use thidua_domain::awards::judging::{Answer as Condition, Judgement};
use thidua_domain::awards::outcome::Outcome;
use thidua_domain::awards::subject::PendingKind;
use thidua_domain::basics::text::fold;
use thidua_domain::nominations::State as Standing;
use thidua_domain::nominations::flags::{self, About, Flag};
use thidua_domain::nominations::papers::{self as asked_papers, Lack, Present};
use thidua_store::nominations::{Cited, KeptRemark, Nomination, Opinion, Paper};

/// Near-identical reports that are told.
const ALIKE: usize = 5;

/// Everything of a dossier.
pub(super) struct Dossier {
    pub(super) papers: Vec<Paper>,
    pub(super) remarks: Vec<KeptRemark>,
    pub(super) cited: Vec<Cited>,
    pub(super) opinions: Vec<Opinion>,
    pub(super) added: Added,
    pub(super) judgement: Option<Judgement>,
    pub(super) lacks: Vec<Lack>,
    pub(super) flags: Vec<Flag>,
    /// What the council voted, once its count is closed.
    pub(super) passed: Option<bool>,
    /// Whether the council is voting on it right now.
    pub(super) under_vote: bool,
}

/// Gathers a dossier.
pub(super) async fn dossier(app: &App, scene: &Scene, it: &Nomination) -> Result<Dossier, Refusal> {
    let papers = app.store.nomination_papers(&it.id).await?;
    let remarks = app.store.nomination_remarks(&it.id).await?;
    let cited = app.store.cited_results(&it.id).await?;
    let opinions = app.store.opinions(&it.id).await?;
    let added = Added::read(&app.store.nomination_facts(&it.id).await?);
    let judgement = judging::judged(app, scene, it).await?.ok();
    let asked = super::law::award(&scene.law, scene.law_day(Some(it)), &it.award)
        .map(|award| award.papers.clone())
        .unwrap_or_default();
    let present: Vec<Present> = papers
        .iter()
        .filter(|paper| paper.withdrawn.is_none())
        .map(|paper| Present {
            kind: paper.put.kind.clone(),
            originals: u32::try_from(paper.put.originals).unwrap_or(0),
        })
        .collect();
    let used = used_criteria(judgement.as_ref());
    let lacks = asked_papers::missing(&asked, &present, &used);
    let mut about = about(app, scene, it, &cited).await?;
    about.disciplined = added.discipline.as_ref().is_some_and(|said| !said.is_empty());
    let passed = app.store.council_passed(&it.id).await?;
    let under_vote = it.state == Standing::Council && app.store.is_under_vote(&it.id).await?;
    Ok(Dossier {
        papers,
        remarks,
        cited,
        opinions,
        added,
        judgement,
        lacks,
        flags: flags::flags(&about),
        passed,
        under_vote,
    })
}

/// Criteria that a judgement rests on: `initiative` where an initiative met one.
fn used_criteria(judgement: Option<&Judgement>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut walk: Vec<&Condition> = judgement.map(|one| one.conditions.iter().collect()).unwrap_or_default();
    while let Some(one) = walk.pop() {
        walk.extend(&one.parts);
        // the facts that it used speak of what it rests on
        if one.outcome == Outcome::True && one.parts.is_empty() && one.kind == "Initiative" {
            found.insert("initiative".to_owned());
        }
    }
    found
}

/// The report, or the merit while there is none.
fn reported(one: &Nomination) -> &str {
    one.report.as_deref().unwrap_or(&one.merit)
}

async fn about(app: &App, scene: &Scene, it: &Nomination, cited: &[Cited]) -> Result<About, Refusal> {
    let mut proposing = vec![it.unit_id.clone()];
    let unit = match (&it.nominee.person_id, &it.nominee.unit_id) {
        (Some(person), _) => app.store.person(person).await?.and_then(|person| person.post.unit_id),
        (None, Some(unit)) => Some(unit.clone()),
        // only a name: the unit that proposes answers for it
        (None, None) => Some(it.unit_id.clone()),
    };
    if let Some(unit) = &unit
        && app.store.path_ids(unit).await?.contains(&it.unit_id)
    {
        proposing.push(unit.clone());
    }
    let own = Text::new(reported(it));
    // one line a person, whose nominations for several awards have one report
    let mut alike: Vec<(String, Likeness)> = Vec::new();
    for other in scene.all.iter().filter(|other| other.id != it.id && !facts::same(other, it)) {
        let likeness = own.likeness(&Text::new(reported(other)));
        if likeness.percent >= WORTH_A_LOOK
            && alike.len() < ALIKE
            && !alike.iter().any(|(name, _)| *name == other.nominee.name)
        {
            alike.push((other.nominee.name.clone(), likeness));
        }
    }
    let people = match &it.nominee.person_id {
        Some(id) => app.store.same_person(id).await?,
        None => Vec::new(),
    };
    let registered = registered(app, scene, it).await?;
    let mut rewarded = Vec::new();
    for other in app.store.nominations_of_nominee(&people, it.nominee.unit_id.as_deref()).await? {
        if other.id != it.id
            && other.round_id != it.round_id
            && other.merit == it.merit
            && other.state != Standing::Withdrawn
        {
            rewarded.push(flags::Rewarded {
                achievement: it.merit.clone(),
                award: other.award_name.clone(),
                given: other.state == Standing::Granted,
            });
        }
    }
    let units: Vec<String> = it.nominee.unit_id.iter().cloned().collect();
    let open = app.store.open_complaints_of(&people, &units).await?;
    let pending = if open.is_empty() { Vec::new() } else { vec![PendingKind::Complaint] };
    let mut honours = app.store.honours_of_people(&people).await?;
    honours.extend(app.store.honours_of_units(&units).await?);
    for honour in honours.iter().filter(|one| one.merit == it.merit && one.nomination_id.as_ref() != Some(&it.id)) {
        rewarded.push(flags::Rewarded {
            achievement: it.merit.clone(),
            award: honour.award_name.clone(),
            given: honour.standing == thidua_store::honours::Standing::Valid,
        });
    }
    Ok(About {
        proposing,
        unit,
        registered,
        achievements: vec![it.merit.clone()],
        rewarded,
        initiatives: Vec::new(),
        pending,
        disciplined: false,
        alike,
        cited: cited.len(),
    })
}

/// Whether the nominee registered for the title in the movement of the round; nothing where nobody registers.
async fn registered(app: &App, scene: &Scene, it: &Nomination) -> Result<Option<bool>, Refusal> {
    let Some(movement) = &scene.round.movement_id else { return Ok(None) };
    let Some(round) = app.store.registration_round(movement).await? else { return Ok(None) };
    let items = app.store.registration_items_of_round(&round.id).await?;
    let of_award: Vec<_> =
        items.iter().filter(|item| item.written.title_code.as_deref() == Some(it.award.as_str())).collect();
    if of_award.is_empty() {
        return Ok(None);
    }
    let sheets = app.store.registrations_of_round(&round.id).await?;
    let name = fold(&it.nominee.name);
    Ok(Some(of_award.into_iter().any(|item| match &item.written.person {
        Some(person) => fold(person) == name,
        None => {
            let unit = it.nominee.unit_id.as_ref();
            unit.is_some()
                && sheets.iter().any(|sheet| sheet.id == item.registration_id && Some(&sheet.unit_id) == unit)
        }
    })))
}
