//! The charts across units, out of the reports that were accepted in a round.

use super::words::Words;
use crate::App;
use crate::evaluation::Row;
use crate::face::charts::{Dot, Group, Heat, HeatCell, HeatUnit, Strip};
use crate::face::{Refusal, show};
use crate::office::reach;
use std::collections::HashMap;
use thidua_domain::basics::text::sort_key;
use thidua_domain::basics::{Amount, Language};
use thidua_domain::blocks::composition;
use thidua_domain::cascade::AssignmentState;
use thidua_domain::figures::Figure;
use thidua_domain::periods::Period;
use thidua_domain::reporting::State;
use thidua_domain::targets::{Goal, GoalParts, Judgement, Pace, Status, adds_up, judge};
use thidua_store::plans::PlanLine;
use thidua_store::reporting::LineVersion;

/// Accepted reports of a round: units in Vietnamese order, and what each line comes to.
pub(super) struct Reported {
    units: Vec<ReportedUnit>,
}

struct ReportedUnit {
    id: String,
    name: String,
    report_id: String,
    lines: HashMap<String, Standing>,
}

struct Standing {
    figure: Figure,
    judged: Option<Judgement>,
}

/// Targets that stand side by side in one map.
const COLUMNS: usize = 24;

/// The goal of a target for one unit: what the unit was given, else the plan's own where it is no sum of parts.
fn goal_of(row: &Row, given: Option<Amount>) -> Option<Goal> {
    let target = &row.target;
    let parts = target.goal_parts()?;
    let shared = adds_up(target.draft.comparator, target.draft.unit.as_deref());
    match given {
        Some(value) => Goal::from_parts(GoalParts { value: Some(value), value_max: None, ..parts }).ok(),
        None if shared => None,
        None => Goal::from_parts(parts).ok(),
    }
}

/// Reads the accepted reports of the movement's round for a period.
pub(super) async fn reported(
    app: &App,
    plan: &PlanLine,
    movement_id: &str,
    period: Period,
    rows: &[Row],
) -> Result<Reported, Refusal> {
    let rounds = app.store.report_rounds(movement_id).await?;
    let Some(round) = rounds.iter().find(|round| round.period == period) else {
        return Ok(Reported { units: Vec::new() });
    };
    let accepted: HashMap<String, String> = app
        .store
        .reports_of_round(&round.id)
        .await?
        .into_iter()
        .filter(|report| report.state == State::Accepted)
        .map(|report| (report.id, report.unit_id))
        .collect();
    let names = reach::names(app, accepted.values()).await?;
    let given: HashMap<(String, String), Amount> = app
        .store
        .assignments(&plan.id)
        .await?
        .into_iter()
        .filter(|one| {
            one.current && matches!(one.given.state, AssignmentState::Assigned | AssignmentState::Changed)
        })
        .filter_map(|one| Some(((one.given.target_id, one.given.unit_id), one.given.value?)))
        .collect();
    let by_target: HashMap<&str, &Row> = rows.iter().map(|row| (row.target.id.as_str(), row)).collect();
    let mut units: HashMap<String, ReportedUnit> = accepted
        .into_iter()
        .map(|(report_id, id)| {
            let name = names.get(&id).cloned().unwrap_or_default();
            (report_id.clone(), ReportedUnit { id, name, report_id, lines: HashMap::new() })
        })
        .collect();
    for line in app.store.lines_of_round(&round.id).await? {
        let (Some(unit), Some(row)) = (units.get_mut(&line.report_id), by_target.get(line.target_id.as_str()))
        else {
            continue;
        };
        let value = given.get(&(line.target_id.clone(), unit.id.clone())).copied();
        unit.lines.insert(line.target_id.clone(), standing(row, &line, value, period));
    }
    let mut units: Vec<ReportedUnit> = units.into_values().collect();
    units.sort_by_cached_key(|unit| (sort_key(&unit.name), unit.id.clone()));
    Ok(Reported { units })
}

fn standing(row: &Row, line: &LineVersion, given: Option<Amount>, period: Period) -> Standing {
    let figure = line.entered.figure;
    let cumulative = adds_up(row.target.draft.comparator, row.target.draft.unit.as_deref());
    let judged = goal_of(row, given).map(|goal| judge(&goal, figure, Pace { period, cumulative }));
    Standing { figure, judged }
}

impl Reported {
    /// Whether nothing was reported that can be drawn.
    pub(super) fn is_empty(&self) -> bool {
        let silent = |unit: &ReportedUnit| unit.lines.values().all(|line| line.figure == Figure::NotEntered);
        self.units.iter().all(silent)
    }

    /// The targets that some unit reported on, in the order of the plan.
    pub(super) fn targets<'a>(&self, rows: &'a [Row]) -> Vec<&'a Row> {
        let said = |row: &&Row| {
            self.units
                .iter()
                .any(|unit| unit.lines.get(&row.target.id).is_some_and(|line| line.figure != Figure::NotEntered))
        };
        rows.iter().filter(|row| row.judgement.is_some()).filter(said).collect()
    }

    /// The map of some of the targets; how many pages of targets there are.
    pub(super) fn heat(
        &self,
        title: &str,
        rows: &[Row],
        page: usize,
        w: &'static Words,
        language: Language,
    ) -> (Heat, Part) {
        let all = self.targets(rows);
        let pages = all.len().div_ceil(COLUMNS).max(1);
        let page = page.clamp(1, pages);
        let shown: Vec<&Row> = all.iter().skip((page - 1) * COLUMNS).take(COLUMNS).copied().collect();
        let part = Part {
            page,
            pages,
            from: (page - 1) * COLUMNS + 1,
            to: (page - 1) * COLUMNS + shown.len(),
            all: all.len(),
        };
        let c = crate::face::words::words(language);
        let units: Vec<HeatUnit> = self
            .units
            .iter()
            .map(|unit| HeatUnit {
                name: unit.name.clone(),
                address: Some(format!("/reports/{}", unit.report_id)),
                cells: shown.iter().map(|row| cell(unit, row, w, c)).collect(),
            })
            .collect();
        let names: Vec<String> = shown.iter().map(|row| row.target.draft.name.clone()).collect();
        (Heat::of(title.to_owned(), &names, &units, |status| show::status(status, c), language), part)
    }

    /// How the units of each block lie: in one target, or in the share of their targets that are on track or better.
    pub(super) fn strip(
        &self,
        title: &str,
        target: Option<&Row>,
        blocks: &[(String, String, Vec<String>)],
        own: &[&str],
        w: &'static Words,
        language: Language,
    ) -> Strip {
        let dot = |unit: &ReportedUnit| {
            let value = match target {
                Some(row) => unit.lines.get(&row.target.id)?.judged?.rate?,
                None => share(unit)?,
            };
            let address = match target {
                Some(row) => format!("/reports/{}/lines/{}", unit.report_id, row.target.id),
                None => format!("/reports/{}", unit.report_id),
            };
            Some(Dot {
                name: unit.name.clone(),
                address: Some(address),
                value,
                own: own.contains(&unit.id.as_str()),
            })
        };
        let mut groups: Vec<Group> = blocks
            .iter()
            .map(|(id, name, members)| Group {
                name: name.clone(),
                address: Some(format!("/blocks/{id}")),
                dots: self.units.iter().filter(|unit| members.contains(&unit.id)).filter_map(dot).collect(),
            })
            .collect();
        let placed = |unit: &&ReportedUnit| blocks.iter().any(|(_, _, members)| members.contains(&unit.id));
        let rest: Vec<Dot> = self.units.iter().filter(|unit| !placed(unit)).filter_map(dot).collect();
        groups.push(Group { name: w.no_block.to_owned(), address: None, dots: rest });
        groups.retain(|group| !group.dots.is_empty());
        Strip::of(title.to_owned(), "%", &groups, language)
    }
}

/// Which of the targets the map shows.
pub(super) struct Part {
    pub(super) page: usize,
    pub(super) pages: usize,
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) all: usize,
}

fn cell(unit: &ReportedUnit, row: &Row, w: &'static Words, c: &'static crate::face::words::Words) -> HeatCell {
    let Some(line) = unit.lines.get(&row.target.id).filter(|line| line.figure != Figure::NotEntered) else {
        return HeatCell::default();
    };
    let address = Some(format!("/reports/{}/lines/{}", unit.report_id, row.target.id));
    let said = show::figure(line.figure, c);
    match line.judged {
        Some(judged) => {
            let text = judged.rate.map_or(said, |rate| format!("{} %", rate.vietnamese()));
            HeatCell { status: judged.status, text, address }
        }
        None => HeatCell { status: None, text: format!("{said} ({})", w.assigned_not), address },
    }
}

/// The share of a unit's judged targets that are on track or better, in percent.
fn share(unit: &ReportedUnit) -> Option<Amount> {
    let statuses: Vec<Status> = unit
        .lines
        .values()
        .filter_map(|line| line.judged?.status)
        .filter(|one| *one != Status::NeedsPerson)
        .collect();
    let good =
        statuses.iter().filter(|one| matches!(one, Status::OnTrack | Status::Met | Status::Exceeded)).count();
    let whole = |n: usize| Amount::whole(i32::try_from(n).unwrap_or(i32::MAX));
    whole(good).percent_of(whole(statuses.len()))
}

/// The blocks of an authority today: identifier, name, the units in each.
pub(super) async fn blocks(app: &App, owner: &str) -> Result<Vec<(String, String, Vec<String>)>, Refusal> {
    let decided: Vec<_> = app
        .store
        .arrangements(&[owner])
        .await?
        .into_iter()
        .filter(|one| one.decided && one.block_id.is_none())
        .map(|one| one.times())
        .collect();
    let places = composition(&decided, reach::today(app));
    let mut found = Vec::new();
    for block in app.store.blocks_of(owner).await? {
        let members: Vec<String> = places
            .iter()
            .filter(|place| place.block == block.id)
            .filter_map(|place| place.unit_id.clone())
            .collect();
        if !members.is_empty() {
            found.push((block.id, block.name, members));
        }
    }
    Ok(found)
}
