//! The evaluation sheet: every target with each base it can be held against, where it is heading, and what does not agree.

use super::notes::{self, Note};
use super::rolled::{self, Rolled};
use super::{Evaluation, evaluate, goal, newest_period};
use chrono::NaiveDate;
use std::collections::HashMap;
use thidua_domain::basics::Amount;
use thidua_domain::evaluation::{Earlier, Forecast, Known, Of, Rates, Sought, forecast, rates};
use thidua_domain::figures::Figure;
use thidua_domain::periods::Period;
use thidua_domain::targets::{Comparator, Direction, Pace, Reference, adds_up};
use thidua_store::evaluation::{Counted, EarlierVersion};
use thidua_store::figures::{Reported, Version};
use thidua_store::plans::PlanLine;
use thidua_store::reporting::{LineVersion, Round};
use thidua_store::targets::Target;
use thidua_store::{Moment, Store, StoreError};

/// Of whom, for which period, and as it was known when.
#[derive(Clone, Copy, Debug, Default)]
pub struct Asked<'a> {
    /// A unit below; nothing for the movement's own figures.
    pub unit: Option<&'a str>,
    /// Of a unit: also what it has not sent yet, which is its own.
    pub drafts: bool,
    /// The period; nothing for the newest that was reported on.
    pub period: Option<Period>,
    /// Only what was known before this moment.
    pub known_at: Option<Moment>,
}

/// One target on the sheet, beside the row of the evaluation.
#[derive(Clone, Debug)]
pub struct Line {
    /// What the target is held against.
    pub known: Known,
    /// How far it goes against each.
    pub rates: Rates,
    /// Earlier years at the period and at their end, the newest first.
    pub earlier: Vec<Earlier>,
    /// Where it is heading.
    pub forecast: Option<Forecast>,
    /// What is derived, and what does not agree.
    pub notes: Vec<Note>,
    /// How the units' reports made it.
    pub rolled: Option<Rolled>,
    /// The report of the unit that it stands in.
    pub report_id: Option<String>,
}

/// Everything about a movement, or a unit in it, at a period.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// The year.
    pub year: Option<i32>,
    /// Targets with figures, rates and statuses.
    pub evaluation: Evaluation,
    /// What stands beside each row.
    pub lines: Vec<Line>,
    /// The round of reports of the period, where there is one.
    pub round_id: Option<String>,
    /// Some of it was invented.
    pub illustrative: bool,
}

/// What was reported by a unit, set as figures.
struct Told {
    figures: Vec<Version>,
    last_year: HashMap<String, Amount>,
    reports: HashMap<String, String>,
}

impl Sheet {
    /// Puts the sheet together.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn of(
        store: &Store,
        plan: &PlanLine,
        asked: Asked<'_>,
        today: NaiveDate,
    ) -> Result<Sheet, StoreError> {
        let year = plan.subject_year.and_then(|year| i32::try_from(year).ok());
        let mut targets = store.targets(&plan.id).await?;
        let own = match asked.known_at {
            Some(moment) => store.figures_known_at(&plan.id, moment).await?,
            None => store.figures_of_plan(&plan.id).await?,
        };
        let period = asked.period.or_else(|| newest_period(&own)).unwrap_or(Period::Year);
        let rounds = match &plan.movement_id {
            Some(movement) => store.report_rounds(movement).await?,
            None => Vec::new(),
        };
        let round = rounds.into_iter().find(|round| round.period == period);
        let lines = match (&round, asked.known_at) {
            (Some(round), None) => store.lines_of_round(&round.id).await?,
            (Some(round), Some(moment)) => store.lines_known_at(&round.id, moment).await?,
            (None, _) => Vec::new(),
        };
        let earlier = store.earlier_figures(&plan.id, asked.known_at).await?;
        let counted = store.growth_meanings(&plan.id).await?;
        let strivings = store.strivings(&plan.id).await?;
        let mut registered: HashMap<String, Amount> =
            strivings.into_iter().filter_map(|(target, one)| Some((target, one.value?))).collect();
        let mut rolled = HashMap::new();
        let mut told = None;
        match (asked.unit, &round) {
            (Some(unit), round) => {
                registered = registered_by(store, plan, unit).await?;
                for target in &mut targets {
                    give(store, target, unit).await?;
                }
                told = Some(reported_by(store, round.as_ref(), unit, &lines, asked.drafts).await?);
            }
            (None, Some(round)) => rolled = rolled::by_target(store, round, &targets, &lines, today).await?,
            (None, None) => {}
        }
        let figures = told.as_ref().map_or(&own, |told| &told.figures);
        let evaluation = evaluate(targets, figures, period);
        let about = About { year, period, earlier: &earlier, counted: &counted, told: told.as_ref() };
        let mut sheet_lines: Vec<Line> = evaluation
            .rows
            .iter()
            .map(|row| {
                let registered = registered.get(&row.target.id).copied();
                about.line(row, registered, rolled.remove(&row.target.id))
            })
            .collect();
        notes::across(&evaluation, &about.past(), &mut sheet_lines);
        Ok(Sheet {
            illustrative: plan.illustrative
                || figures.iter().any(|one| one.reported.illustrative)
                || earlier.iter().any(|one| one.entered.illustrative),
            year,
            evaluation,
            lines: sheet_lines,
            round_id: round.map(|round| round.id),
        })
    }
}

/// What the lines of a sheet are made with.
struct About<'a> {
    year: Option<i32>,
    period: Period,
    earlier: &'a [EarlierVersion],
    counted: &'a HashMap<String, Counted>,
    told: Option<&'a Told>,
}

impl About<'_> {
    fn past(&self) -> notes::Past<'_> {
        // what a unit reached in earlier years is known from its own reports alone
        let earlier = if self.told.is_some() { &[][..] } else { self.earlier };
        notes::Past { year: self.year, period: self.period, earlier, counted: self.counted }
    }

    fn line(&self, row: &super::Row, registered: Option<Amount>, rolled: Option<Rolled>) -> Line {
        let (target, draft) = (&row.target, &row.target.draft);
        let past = self.past();
        let mut earlier = past.years(&target.id, Of::Itself);
        if let (Some(told), Some(year)) = (self.told, self.year)
            && let Some(value) = told.last_year.get(&target.id)
        {
            let result = (self.period == Period::Year).then_some(*value);
            earlier = vec![Earlier { year: year - 1, at_period: Some(*value), result }];
        }
        let last = self.year.and_then(|year| earlier.iter().find(|one| one.year == year - 1));
        let given = draft.basis.as_deref().is_some_and(|basis| basis.starts_with("assigned"));
        let known = Known {
            plan: draft.value,
            assigned: target.assigned.or(if given { target.reference } else { None }),
            registered,
            same_period: last.and_then(|last| last.at_period),
            last_year: last.and_then(|last| last.result).or_else(|| self.compared_with(target)),
        };
        let comparator = draft.comparator.unwrap_or(Comparator::Achieve);
        let mut found = Rates::default();
        if let Figure::Number(actual) = row.figure {
            found = rates(actual, comparator, draft.direction, known);
            found.plan = row.judgement.and_then(|judgement| judgement.rate);
        }
        let pace = Pace { period: self.period, cumulative: adds_up(draft.comparator, draft.unit.as_deref()) };
        let forecast = goal(target).and_then(|goal| {
            let percent = draft.unit.as_deref() == Some("%");
            forecast(&Sought { goal: &goal, figure: row.figure, pace, percent, earlier: &earlier })
        });
        let report_id = self.told.and_then(|told| told.reports.get(&target.id).cloned());
        let notes = notes::of(row, &past, rolled.as_ref());
        Line { known, rates: found, earlier, forecast, notes, rolled, report_id }
    }
}

impl About<'_> {
    /// Last year's result, where the plan compares with it and a person typed it with the target.
    fn compared_with(&self, target: &Target) -> Option<Amount> {
        match target.draft.basis.as_deref().and_then(Reference::from_basis) {
            Some(Reference::EarlierYear(year)) if Some(year) == self.year.map(|year| year - 1) => target.reference,
            _ => None,
        }
    }
}

/// Puts what the unit was given in the place of what the plan asks of all.
async fn give(store: &Store, target: &mut Target, unit: &str) -> Result<(), StoreError> {
    target.assigned = None;
    let Some(assignment) = store.assignment_to(&target.id, unit).await? else { return Ok(()) };
    if !assignment.given.state.holds() {
        return Ok(());
    }
    let Some(value) = assignment.given.value else { return Ok(()) };
    target.assigned = Some(value);
    let draft = &mut target.draft;
    if draft.comparator == Some(Comparator::Between) {
        let lower = draft.direction == Direction::Lower;
        draft.comparator = Some(if lower { Comparator::AtMost } else { Comparator::AtLeast });
    }
    if draft.comparator.is_some_and(|comparator| !comparator.is_judged()) {
        draft.value = Some(value);
        draft.value_max = None;
    }
    Ok(())
}

/// What a unit registered, by target.
async fn registered_by(store: &Store, plan: &PlanLine, unit: &str) -> Result<HashMap<String, Amount>, StoreError> {
    let Some(movement) = &plan.movement_id else { return Ok(HashMap::new()) };
    let Some(round) = store.registration_round(movement).await? else { return Ok(HashMap::new()) };
    let Some(registration) = store.registration_of_unit(&round.id, unit).await? else { return Ok(HashMap::new()) };
    let items = store.registration_items(&registration.id).await?;
    Ok(items.into_iter().filter_map(|item| Some((item.written.target_id?, item.written.registered?))).collect())
}

/// The lines of a unit's report as figures. A draft that was never sent is the unit's own.
async fn reported_by(
    store: &Store,
    round: Option<&Round>,
    unit: &str,
    lines: &[LineVersion],
    drafts: bool,
) -> Result<Told, StoreError> {
    let mut told = Told { figures: Vec::new(), last_year: HashMap::new(), reports: HashMap::new() };
    let Some(round) = round else { return Ok(told) };
    let Some(report) = store.report_of_unit(&round.id, unit).await? else { return Ok(told) };
    if report.state == thidua_domain::reporting::State::Draft && !drafts {
        return Ok(told);
    }
    for line in lines.iter().filter(|line| line.report_id == report.id) {
        let entered = &line.entered;
        if let Some(value) = entered.last_year {
            told.last_year.insert(line.target_id.clone(), value);
        }
        told.reports.insert(line.target_id.clone(), report.id.clone());
        told.figures.push(Version {
            reported: Reported {
                target_id: line.target_id.clone(),
                period: round.period,
                figure: entered.figure,
                dated: entered.dated,
                source: entered.source.clone(),
                file_digest: entered.file_digest.clone(),
                file_name: entered.file_name.clone(),
                reason: entered.reason.clone(),
                ratio: entered.numerator.zip(entered.denominator),
                place: entered.place.clone(),
                round_id: None,
                illustrative: line.illustrative,
            },
            version: line.version,
            current: true,
            account_name: line.account_name.clone(),
            entered_at: line.entered_at,
        });
    }
    Ok(told)
}
