//! Ratios and numbers of a round: limits of the law and of loaded packs, aims of the plan; live, with what mends them.

use super::scene::Scene;
use super::words::Words;
use crate::App;
use crate::face::Refusal;
use std::collections::{BTreeMap, BTreeSet};
use thidua_domain::awards::criteria::Need;
use thidua_domain::awards::pack::{Award, Condition};
use thidua_domain::awards::subject::SubjectKind;
use thidua_domain::basics::text::fold;
use thidua_domain::basics::{Amount, Fraction, Language, Rounding};
use thidua_domain::people::{Category, PersonKind};
use thidua_domain::quotas::live::Live;
use thidua_domain::quotas::repair::Change;
use thidua_domain::quotas::{Base, Book, Force, Group, Measure, Nominated, Quota, Step, words as quota_words};
use thidua_domain::targets::Comparator;
use thidua_store::nominations::Nomination;

/// A ratio as it is shown.
pub(super) struct Row {
    pub(super) name: String,
    pub(super) source: String,
    pub(super) address: Option<String>,
    pub(super) asks: String,
    pub(super) base: String,
    pub(super) planned: String,
    pub(super) proposed: u32,
    pub(super) granted: u32,
    pub(super) left: String,
    pub(super) says: String,
    pub(super) class: &'static str,
    pub(super) beyond: String,
}

/// The ratios of a round, and what mends them.
pub(super) struct Ratios {
    pub(super) rows: Vec<Row>,
    pub(super) repair: Vec<String>,
    pub(super) holds: bool,
    /// Nominations beyond a limit.
    pub(super) beyond: BTreeSet<String>,
}

fn person_kind(kind: SubjectKind) -> PersonKind {
    match kind {
        SubjectKind::Individual => PersonKind::Individual,
        SubjectKind::Collective => PersonKind::Collective,
        SubjectKind::Household => PersonKind::Household,
    }
}

fn groups(it: &Nomination) -> BTreeSet<Group> {
    let mut found = BTreeSet::new();
    let leader = it.nominee.leader.unwrap_or(false);
    if it.nominee.kind == SubjectKind::Individual {
        found.insert(if leader { Group::Leader } else { Group::NonLeader });
    }
    match it.nominee.category.as_deref().and_then(Category::from_code) {
        Some(category) if category.works_directly(leader) => {
            found.insert(Group::DirectWorker);
            if category == Category::Farmer {
                found.insert(Group::Farmer);
            }
        }
        _ => {}
    }
    if it.nominee.female == Some(true) {
        found.insert(Group::Woman);
    }
    found
}

/// Who is proposed, as one and the same over several nominations of a round.
pub(super) fn subject(it: &Nomination) -> String {
    let who = &it.nominee;
    let record = who.person_id.clone().or_else(|| who.unit_id.clone());
    record.unwrap_or_else(|| format!("{} {}", who.name, who.of_unit).to_lowercase())
}

/// The nominations of a round that stand, as the quotas count them.
fn nominated(scene: &Scene) -> Vec<Nominated> {
    let counted = scene.all.iter().filter(|it| scene.stands(it));
    counted
        .map(|it| Nominated {
            id: it.id.clone(),
            subject: subject(it),
            kind: person_kind(it.nominee.kind),
            award: it.award.clone(),
            groups: groups(it),
            score: it.selection.filter(|(_, of)| *of > 0).map(|(votes, of)| votes * 10_000 / of),
            granted: it.state == thidua_domain::nominations::State::Granted,
            fixed: it.state.is_over(),
        })
        .collect()
}

/// What awards imply: a title whose ratio is taken of another counts as that one, and may be moved down to it.
pub(super) fn steps(awards: &[Award]) -> Vec<Step> {
    let above = |award: &&Award| awards.iter().any(|other| other.code == award.of);
    let step = |award: &Award| Step {
        award: award.code.clone(),
        counts_as: vec![award.of.clone()],
        lower: Some(award.of.clone()),
    };
    awards.iter().filter(above).map(step).collect()
}

fn limits<'a>(conditions: impl Iterator<Item = &'a Condition>, award: &Award, found: &mut Vec<Quota>) {
    for condition in conditions {
        if let Need::Quota(quota) = &condition.need {
            let (of, percent, rounding) = quota.parts();
            let Some(share) = fraction(percent) else { continue };
            found.push(Quota {
                key: condition.number.clone(),
                awards: vec![award.code.clone()],
                subject: None,
                group: None,
                at_most: Some(Measure::Share(share, rounding)),
                at_least: None,
                base: Base::Awards(vec![of.to_owned()]),
                force: if condition.mark.is_sure() { Force::Limit } else { Force::Aim },
                source: condition.source.clone(),
            });
        }
    }
}

/// A percentage up to a hundred with two places; more is all.
fn fraction(percent: Amount) -> Option<Fraction> {
    Fraction::read(&percent.plain())
        .or_else(|| (percent >= Amount::whole(100)).then(|| Fraction::percent(100)).flatten())
}

/// The book of a round with the address of each aim.
pub(super) async fn book(app: &App, scene: &Scene) -> Result<(Book, BTreeMap<String, (String, String)>), Refusal> {
    let mut quotas = Vec::new();
    let mut named: BTreeMap<String, (String, String)> = BTreeMap::new();
    let day = scene.law_day(None);
    let Some(rules) = super::law::rules(&scene.law, day) else { return Ok((Book::default(), named)) };
    let proposed: BTreeSet<&str> = scene.all.iter().map(|it| it.award.as_str()).collect();
    for award in rules.awards.iter().filter(|award| proposed.contains(award.code.as_str())) {
        let before = quotas.len();
        limits(award.conditions.iter(), award, &mut quotas);
        for quota in &quotas[before..] {
            named.insert(
                quota.key.clone(),
                (award.name.name.clone(), format!("/awards/{}#{}", award.code, quota.key)),
            );
        }
    }
    if let Some(movement) = &scene.round.movement_id
        && let Some(movement) = app.store.movement(movement).await?
    {
        let law = crate::law::on(day);
        let units = u32::try_from(scene.units.iter().filter(|unit| unit.id != scene.authority.id).count())
            .unwrap_or(u32::MAX);
        for target in app.store.targets(&movement.plan_id).await? {
            let Some(comparator) = target.draft.comparator else { continue };
            let Some(title) = law.spoken_of(&target.draft.name) else { continue };
            let value = target.draft.value.or(target.reference);
            let percent = target.draft.unit.as_deref() == Some("%");
            let measure = |value: Amount| {
                if percent {
                    fraction(value).map(|share| Measure::Share(share, Rounding::Down))
                } else {
                    u32::try_from(value.ten_thousandths() / 10_000).ok().map(Measure::Count)
                }
            };
            let subject = spoken_of(&target.draft.name);
            // an award for people and for units alike is counted on those that the target speaks of
            let base = match (title.of.as_str(), subject) {
                ("units" | "villages", Some(PersonKind::Individual))
                | ("people", None | Some(PersonKind::Individual)) => Base::People(people_count(app, scene).await?),
                ("units" | "villages" | "people", _) => Base::Units(units),
                (code, _) => Base::Awards(vec![code.to_owned()]),
            };
            let (least, most) = match comparator {
                Comparator::AtMost | Comparator::LessThan => (None, value.and_then(measure)),
                Comparator::Between => (value.and_then(measure), target.draft.value_max.and_then(measure)),
                _ => (value.and_then(measure), None),
            };
            if least.is_none() && most.is_none() {
                continue;
            }
            named.insert(target.id.clone(), (target.draft.name.clone(), format!("/targets/{}", target.id)));
            quotas.push(Quota {
                key: target.id.clone(),
                awards: vec![title.code.clone()],
                subject,
                group: None,
                at_most: most,
                at_least: least,
                base,
                force: Force::Aim,
                source: target.draft.name.clone(),
            });
        }
    }
    Ok((Book { quotas, steps: steps(&rules.awards) }, named))
}

/// Whom a target of the plan speaks of, by its words.
fn spoken_of(name: &str) -> Option<PersonKind> {
    let folded = fold(name);
    let says = |words: &[&str]| words.iter().any(|word| folded.contains(word));
    if says(&["ca nhan", "can bo", "cong chuc", "vien chuc", "chien s", "lao dong tien tien"])
        && !says(&["tap the"])
    {
        Some(PersonKind::Individual)
    } else if says(&["phong", "trung tam", "don vi", "tap the", "thon", "lang"]) {
        Some(PersonKind::Collective)
    } else {
        None
    }
}

/// People of the authority and the units of the round.
async fn people_count(app: &App, scene: &Scene) -> Result<u32, Refusal> {
    let within = thidua_store::people::Within::branch(&scene.authority.id);
    let counts = app.store.count_people(&within).await?;
    Ok(u32::try_from(counts.iter().map(|count| count.number).sum::<i64>()).unwrap_or(u32::MAX))
}

fn measure(measure: Measure) -> String {
    match measure {
        Measure::Count(count) => count.to_string(),
        Measure::Share(share, _) => share.vietnamese(),
    }
}

/// The ratios of a round as they stand.
pub(super) async fn ratios(
    app: &App,
    scene: &Scene,
    language: Language,
    w: &'static Words,
) -> Result<Ratios, Refusal> {
    let (book, named) = book(app, scene).await?;
    let nominated = nominated(scene);
    let name_of =
        |id: &str| scene.all.iter().find(|it| it.id == id).map(|it| it.nominee.name.clone()).unwrap_or_default();
    let award_name = |code: &str| {
        super::law::award(&scene.law, scene.law_day(None), code)
            .map_or_else(|| code.to_owned(), |award| award.name.name.clone())
    };
    let mut beyond = BTreeSet::new();
    let mut rows = Vec::new();
    let lives = book.live(&nominated);
    let holds = lives.iter().all(|live| live.quota.force == Force::Aim || live.holds());
    for live in &lives {
        if live.quota.force == Force::Limit {
            beyond.extend(live.beyond.iter().cloned());
        }
        rows.push(row(live, &named, name_of, award_name, language, w));
    }
    let repair = if holds {
        Vec::new()
    } else {
        match book.repair(&nominated, &[]) {
            Ok(repair) => repair
                .changes
                .iter()
                .map(|change| followed(change, &nominated))
                .map(|change| {
                    let (id, award) = match &change {
                        Change::Withdraw { id } => (
                            id,
                            scene
                                .all
                                .iter()
                                .find(|it| it.id == *id)
                                .map(|it| it.award_name.clone())
                                .unwrap_or_default(),
                        ),
                        Change::Downgrade { id, to } => (id, award_name(to)),
                        Change::Add { subject, award } => (subject, award_name(award)),
                    };
                    quota_words::change(&change, &name_of(id), &award).in_language(language).to_owned()
                })
                .collect(),
            Err(why) => vec![quota_words::no_repair(why).in_language(language).to_owned()],
        }
    };
    Ok(Ratios { rows, repair, holds, beyond })
}

/// A change as it can be followed: whoever is nominated for the lower award already is not moved down to it, but the higher
/// nomination is withdrawn. Both count the same.
fn followed(change: &Change, nominated: &[Nominated]) -> Change {
    let Change::Downgrade { id, to } = change else { return change.clone() };
    let subject = nominated.iter().find(|one| one.id == *id).map(|one| one.subject.as_str());
    let there = |one: &Nominated| one.award == *to && Some(one.subject.as_str()) == subject;
    if nominated.iter().any(there) { Change::Withdraw { id: id.clone() } } else { change.clone() }
}

fn row(
    live: &Live<'_>,
    named: &BTreeMap<String, (String, String)>,
    name_of: impl Fn(&str) -> String,
    award_name: impl Fn(&str) -> String,
    language: Language,
    w: &'static Words,
) -> Row {
    let quota = live.quota;
    let (name, address) = named.get(&quota.key).cloned().unzip();
    let mut asks = Vec::new();
    if let Some(least) = quota.at_least {
        asks.push(w.at_least.replace("{n}", &measure(least)));
    }
    if let Some(most) = quota.at_most {
        asks.push(w.at_most.replace("{n}", &measure(most)));
    }
    let base = match &quota.base {
        Base::People(_) => w.base_people.replace("{n}", &live.base.to_string()),
        Base::Units(_) => w.base_units.replace("{n}", &live.base.to_string()),
        Base::Awards(codes) => {
            let of: Vec<String> = codes.iter().map(|code| award_name(code)).collect();
            w.base_awards.replace("{n}", &live.base.to_string()).replace("{of}", &of.join(", "))
        }
    };
    // without a register of people a share of them says nothing
    let blind = quota.base == Base::People(0)
        && [quota.at_least, quota.at_most].iter().flatten().any(|one| matches!(one, Measure::Share(..)));
    let force = quota_words::force(quota.force).in_language(language).to_owned();
    // an aim's source is the target that names the row already
    let said = name.as_ref() == Some(&quota.source);
    let names: Vec<String> = live.beyond.iter().map(|id| name_of(id)).collect();
    Row {
        name: name.unwrap_or_else(|| quota.source.clone()),
        source: if said { force } else { format!("{force} · {}", quota.source) },
        address,
        asks: asks.join(", "),
        base,
        planned: live.planned.map(|planned| planned.to_string()).unwrap_or_default(),
        proposed: live.proposed,
        granted: live.granted,
        left: live.left.map(|left| left.to_string()).unwrap_or_default(),
        says: if blind { w.no_people.to_owned() } else { quota_words::live(live).in_language(language).to_owned() },
        class: match (live.holds(), quota.force) {
            _ if blind => "needs-person",
            (true, _) => "met",
            (false, Force::Limit) => "missed",
            (false, Force::Aim) => "at-risk",
        },
        beyond: if names.is_empty() { String::new() } else { w.beyond.replace("{names}", &names.join(", ")) },
    }
}

/// Awards below one, to which a nomination may be moved down, the next one first.
pub(super) fn lower(scene: &Scene, code: &str) -> Vec<(String, String)> {
    let day = scene.law_day(None);
    let Some(rules) = super::law::rules(&scene.law, day) else { return Vec::new() };
    let book = Book { quotas: Vec::new(), steps: steps(&rules.awards) };
    let Some(from) = rules.award(code) else { return Vec::new() };
    let mut found: Vec<String> = book.below(code).into_iter().map(str::to_owned).collect();
    // and every award of a lower level of the same sort
    for award in rules.awards.iter().filter(|one| one.sort == from.sort && one.level < from.level) {
        if award.subjects.iter().any(|kind| from.subjects.contains(kind)) && !found.contains(&award.code) {
            found.push(award.code.clone());
        }
    }
    found.into_iter().filter_map(|code| rules.award(&code).map(|award| (code, award.name.name.clone()))).collect()
}
