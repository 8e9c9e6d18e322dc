//! The list from which a sample is drawn: every reported line of every unit below, or the unit itself, each with the
//! reasons to look at it.

use super::door::Door;
use super::reported::{Reported, reported};
use super::words::Words;
use crate::App;
use crate::blocks::filter::BlockFilter;
use crate::cascade::plan_day;
use crate::face::Refusal;
use crate::office::reach;
use crate::units;
use std::collections::HashMap;
use thidua_domain::basics::text::fold;
use thidua_domain::basics::{Amount, Language};
use thidua_domain::inspections::coverage::Visited;
use thidua_domain::inspections::inflation::{Pair, gap};
use thidua_domain::inspections::risk::{Known, points, reasons};
use thidua_domain::inspections::sampling::{Line, draw, plain};
use thidua_domain::reporting::evidence::Oddity;
use thidua_domain::targets::Direction;
use thidua_domain::units::Unit;
use thidua_store::Within;
use thidua_store::inspections::{SampleLine, Seed, VerifiedValue};
use thidua_store::targets::Target;

/// What reasons are made of, read once.
struct Facts {
    reported: Option<Reported>,
    targets: Vec<Target>,
    /// Unit and target, and what the unit reached of what it was given, in percent.
    rates: HashMap<(String, String), Amount>,
    corrections: HashMap<(String, String), i64>,
    verified: Vec<VerifiedValue>,
    visits: Vec<(String, chrono::NaiveDate)>,
}

async fn facts(app: &App, door: &Door, units: &[Unit], w: &'static Words) -> Result<Facts, Refusal> {
    let targets = app.store.targets(&door.plan.id).await?;
    let (mut rates, mut corrections) = (HashMap::new(), HashMap::new());
    let reported = match door.it.period {
        Some(period) => Some(reported(app, &door.plan, &door.it.movement_id, period, w).await?),
        None => None,
    };
    if let Some(reported) = &reported {
        for given in app.store.assignments(&door.plan.id).await?.into_iter().filter(|one| one.current) {
            let given = given.given;
            let value = reported.value(&given.unit_id, &given.target_id).and_then(|own| own.value);
            let rate = value.zip(given.value).and_then(|(value, whole)| value.percent_of(whole));
            if let Some(rate) = rate.filter(|_| given.state.holds()) {
                rates.insert((given.unit_id, given.target_id), rate);
            }
        }
        if let Some(round) = &reported.round {
            let found = app.store.corrected_after_sending(&round.id).await?;
            corrections.extend(found.into_iter().map(|(unit, target, n)| ((unit, target), n)));
        }
    }
    let ids: Vec<String> = units.iter().map(|unit| unit.id.clone()).collect();
    let within = Within::Units { own: vec![door.it.unit_id.clone()], branches: Vec::new() };
    Ok(Facts {
        reported,
        targets,
        rates,
        corrections,
        verified: app.store.verified_of_units(&ids).await?,
        visits: app.store.visits_made(&within).await?,
    })
}

impl Facts {
    /// The reasons for a unit, or for one of its lines.
    fn known<'a>(&self, door: &Door, unit: &Unit, target: Option<&Target>, peers: &'a [Amount]) -> Known<'a> {
        let report = self.reported.as_ref().and_then(|all| all.report(&unit.id));
        let due = self.reported.as_ref().and_then(|all| all.due(&unit.id, unit.kind));
        let sent = report.and_then(|report| report.first_sent);
        let own = target.and_then(|target| self.reported.as_ref()?.value(&unit.id, &target.id));
        let key = target.map(|target| (unit.id.clone(), target.id.clone()));
        let direction = target.map_or(Direction::Neither, |target| target.draft.direction);
        let mut visited = Visited::default();
        for (_, day) in self.visits.iter().filter(|(subject, _)| *subject == unit.id) {
            visited.times += 1;
            visited.last = visited.last.max(Some(*day));
        }
        Known {
            missing: due.is_some_and(|due| due < door.today) && sent.is_none(),
            days_late: due.zip(sent).map_or(0, |(due, sent)| (sent - due).num_days().max(0)),
            corrections: key.as_ref().and_then(|key| self.corrections.get(key)).copied().unwrap_or_default(),
            without_evidence: own.is_some_and(|own| own.value.is_some() && own.file.is_none()),
            shared_evidence: own.map_or(0, |own| {
                let units = own.odd.iter().filter_map(|one| match one {
                    Oddity::UsedByUnits(units) => i64::try_from(*units).ok(),
                    _ => None,
                });
                units.max().unwrap_or_default()
            }),
            dated_outside: own.is_some_and(|own| {
                own.odd.iter().any(|one| matches!(one, Oddity::AfterReport(_) | Oddity::OutsidePeriod(_)))
            }),
            value: own.and_then(|own| own.value),
            earlier: own.and_then(|own| own.last_year),
            rate: key.as_ref().and_then(|key| self.rates.get(key)).copied(),
            peers,
            direction,
            verified_gap: self.verified_gap(&unit.id, target),
            visited: Some(visited.last.map(|last| (door.today - last).num_days())),
        }
    }

    /// The largest gap of the unit in its favour that was verified before: of the same target, by its identity or its
    /// name in another year; of any target where the line is the unit itself.
    fn verified_gap(&self, unit_id: &str, target: Option<&Target>) -> Option<Amount> {
        let same = |one: &&VerifiedValue| {
            target.is_none_or(|target| {
                one.target_id == target.id || fold(&one.target_name) == fold(&target.draft.name)
            })
        };
        let own = self.verified.iter().filter(|one| one.unit_id == unit_id);
        own.filter(same)
            .filter_map(|one| Some(gap(&Pair { own: one.own?, verified: one.verified, direction: one.direction })))
            .max()
    }

    /// The rates of the other units with this target.
    fn peers(&self, unit_id: &str, target: Option<&Target>) -> Vec<Amount> {
        let Some(target) = target else { return Vec::new() };
        let others = self.rates.iter().filter(|((unit, one), _)| unit != unit_id && *one == target.id);
        others.map(|(_, rate)| *rate).collect()
    }
}

/// Makes the list of an inspection and draws its sample; nothing where there is no unit.
pub(super) async fn drawn(
    app: &App,
    door: &Door,
    seed: &Seed,
    w: &'static Words,
) -> Result<Vec<SampleLine>, Refusal> {
    let day = plan_day(app, &door.plan).await?;
    let below = reach::below(app, &door.it.unit_id, day).await?;
    let facts = facts(app, door, &below, w).await?;
    let blocks = BlockFilter::of(app, &door.it.unit_id, day, "", Language::Vietnamese).await?;
    let kinds = units::words::words(Language::Vietnamese);
    let group = |unit: &Unit| {
        let of = |id: &str| blocks.bloc(id).filter(|(_, members)| members.contains(&unit.id));
        let block = blocks.options.iter().find_map(|(id, _, _)| Some(of(id)?.0.to_owned()));
        block.unwrap_or_else(|| units::labels::kind(unit.kind, kinds).to_owned())
    };
    let mut lines = Vec::new();
    for unit in &below {
        let mut add = |target: Option<&Target>| {
            let peers = facts.peers(&unit.id, target);
            let line = match target {
                Some(target) => format!("{} – {} {}", unit.name, target.draft.id, target.draft.name),
                None => unit.name.clone(),
            };
            let own = target.and_then(|target| facts.reported.as_ref()?.value(&unit.id, &target.id));
            lines.push(SampleLine {
                group: plain(&group(unit)),
                line: plain(&line),
                unit_id: unit.id.clone(),
                target_id: target.map(|target| target.id.clone()),
                target_name: target.map(|target| target.draft.name.clone()),
                value: own.and_then(|own| own.value),
                reasons: reasons(&facts.known(door, unit, target, &peers)),
                because: None,
            });
        };
        let reported =
            |target: &&Target| facts.reported.as_ref().is_some_and(|all| all.value(&unit.id, &target.id).is_some());
        let mut any = false;
        for target in facts.targets.iter().filter(reported) {
            any = true;
            add(Some(target));
        }
        // who reported no line stands in the list itself
        if !any {
            add(None);
        }
    }
    let published: Vec<Line> = lines
        .iter()
        .map(|line| Line { group: line.group.clone(), key: line.line.clone(), points: points(&line.reasons) })
        .collect();
    let count = |n: i64| usize::try_from(n).unwrap_or_default();
    for (at, because) in draw(&published, &seed.text, count(seed.riskiest), count(seed.per_group)) {
        lines[at].because = Some(because);
    }
    Ok(lines)
}
