//! What an evaluation says besides status and rate: derived measures, and where numbers do not agree.

use super::rolled::Rolled;
use super::sheet::Line;
use super::{Evaluation, Row, goal};
use std::collections::HashMap;
use thidua_domain::basics::Amount;
use thidua_domain::evaluation::{
    Agreement, Change, Criteria, Earlier, Fall, Meaning, Measure, Of, RangePlace, Sum, agreement, change,
    components, criteria, measures_of, range_place, shares, shown_as, suggested,
};
use thidua_domain::figures::Figure;
use thidua_domain::periods::Period;
use thidua_domain::plans::draft::TargetRole;
use thidua_domain::targets::Comparator;
use thidua_store::evaluation::{Counted, EarlierVersion};

/// Something that is said beside a target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// Where in its range the figure lies.
    Place(RangePlace),
    /// The parts do not make the total.
    PartsDiffer(Sum),
    /// The shares do not make one hundred.
    SharesDiffer(Sum),
    /// How many named criteria are finished, and what is wrong with the count.
    Criteria(Criteria),
    /// A level and how it changed since the year before, both ways.
    Changed {
        /// The earlier year.
        year: i32,
        /// Both ways.
        change: Change,
    },
    /// The change that was reported is not the one that the two years make.
    ChangeDiffers {
        /// The earlier year.
        year: i32,
        /// What is meant.
        meaning: Meaning,
        /// Both numbers.
        agreement: Agreement,
    },
    /// Percent and points are both possible, and nobody said which is meant.
    MeaningNotSaid,
    /// The measures that have to fall, now and before.
    Falls(Vec<(Measure, Fall)>),
    /// What the units' reports make is not the figure that was entered.
    RuleDiffers {
        /// What they make.
        made: Amount,
        /// What was entered.
        entered: Amount,
    },
}

impl Note {
    /// The word for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Note::Place(_) => "range",
            Note::PartsDiffer(_) => "parts-differ",
            Note::SharesDiffer(_) => "shares-differ",
            Note::Criteria(_) => "criteria",
            Note::Changed { .. } => "changed",
            Note::ChangeDiffers { .. } => "change-differs",
            Note::MeaningNotSaid => "meaning-not-said",
            Note::Falls(_) => "falls",
            Note::RuleDiffers { .. } => "rule-differs",
        }
    }

    /// Whether somebody should look at it.
    pub fn is_finding(&self) -> bool {
        match self {
            Note::PartsDiffer(_)
            | Note::SharesDiffer(_)
            | Note::ChangeDiffers { .. }
            | Note::MeaningNotSaid
            | Note::RuleDiffers { .. } => true,
            Note::Criteria(criteria) => criteria.fault.is_some(),
            Note::Place(_) | Note::Changed { .. } | Note::Falls(_) => false,
        }
    }
}

/// What is known of earlier years.
#[derive(Clone, Copy)]
pub(super) struct Past<'a> {
    pub(super) year: Option<i32>,
    pub(super) period: Period,
    pub(super) earlier: &'a [EarlierVersion],
    pub(super) counted: &'a HashMap<String, Counted>,
}

impl Past<'_> {
    /// A value of a year and period.
    fn value(&self, target_id: &str, of: Of, year: i32, period: Period) -> Option<Amount> {
        let is = |one: &&EarlierVersion| {
            let entered = &one.entered;
            entered.target_id == target_id && entered.of == of && entered.year == year && entered.period == period
        };
        self.earlier.iter().find(is)?.entered.value
    }

    /// The years that are known of a target, the newest first.
    pub(super) fn years(&self, target_id: &str, of: Of) -> Vec<Earlier> {
        let own = |one: &&EarlierVersion| one.entered.target_id == target_id && one.entered.of == of;
        let mut years: Vec<i32> = self.earlier.iter().filter(own).map(|one| one.entered.year).collect();
        years.sort_unstable_by_key(|year| std::cmp::Reverse(*year));
        years.dedup();
        years
            .into_iter()
            .map(|year| Earlier {
                year,
                at_period: self.value(target_id, of, year, self.period),
                result: self.value(target_id, of, year, Period::Year),
            })
            .filter(|one| one.at_period.or(one.result).is_some())
            .collect()
    }

    /// The value that a change is counted from: of the same period, else of the whole year.
    fn base(&self, target_id: &str, of: Of) -> Option<(i32, Amount)> {
        let year = self.year? - 1;
        let same = self.value(target_id, of, year, self.period);
        Some((year, same.or_else(|| self.value(target_id, of, year, Period::Year))?))
    }
}

fn number(row: &Row) -> Option<Amount> {
    match row.figure {
        Figure::Number(amount) => Some(amount),
        _ => None,
    }
}

fn is_change(row: &Row) -> bool {
    matches!(row.target.draft.comparator, Some(Comparator::IncreaseBy | Comparator::DecreaseBy))
}

/// What is said of one target for itself.
pub(super) fn of(row: &Row, past: &Past<'_>, rolled: Option<&Rolled>) -> Vec<Note> {
    let mut notes = Vec::new();
    let target = &row.target;
    let actual = number(row);
    if let (Some(goal), Some(actual)) = (goal(target), actual) {
        notes.extend(range_place(&goal, actual).map(Note::Place));
    }
    let measures = measures_of(&target.draft.name);
    if !measures.is_empty()
        && let Some(year) = past.year
    {
        let fall = |measure: &Measure| {
            let of = |year| past.value(&target.id, Of::Measure(*measure), year, past.period);
            (*measure, Fall { now: of(year), before: of(year - 1) })
        };
        let falls: Vec<(Measure, Fall)> = measures.iter().map(fall).collect();
        if falls.iter().any(|(_, fall)| fall.now.or(fall.before).is_some()) {
            notes.push(Note::Falls(falls));
        }
    } else if is_change(row) {
        notes.extend(of_level(row, past));
    }
    if let (Some(rolled), Some(entered)) = (rolled, actual)
        // parts of the units say nothing against the whole yet
        && rolled.applied.given >= rolled.applied.units
        && let Some(made) = rolled.applied.value
        && made != entered
        && !shown_as(made, entered)
    {
        notes.push(Note::RuleDiffers { made, entered });
    }
    notes
}

/// A change whose level is known now and before.
fn of_level(row: &Row, past: &Past<'_>) -> Vec<Note> {
    let (target, draft) = (&row.target, &row.target.draft);
    let Some(now) = past.year.and_then(|year| past.value(&target.id, Of::Level, year, past.period)) else {
        return Vec::new();
    };
    let Some((year, base)) = past.base(&target.id, Of::Level) else { return Vec::new() };
    let Some(found) = change(now, base) else { return Vec::new() };
    let mut notes = vec![Note::Changed { year, change: found }];
    let meaning = meaning(row, past);
    if meaning.is_none() {
        notes.push(Note::MeaningNotSaid);
    }
    if let (Some(meaning), Some(reported)) = (meaning, number(row)) {
        // the figure of a fall is counted positive
        let stated = if draft.comparator == Some(Comparator::DecreaseBy) {
            Amount::ZERO.minus(reported)
        } else {
            Some(reported)
        };
        notes.extend(stated.and_then(|stated| differs(now, (year, base), stated, meaning)));
    }
    notes
}

/// What is meant by the change of a target: what a person said, or what is plain.
fn meaning(row: &Row, past: &Past<'_>) -> Option<Meaning> {
    let draft = &row.target.draft;
    past.counted
        .get(&row.target.id)
        .map(|counted| counted.meaning)
        .or_else(|| suggested(draft.unit.as_deref(), &draft.name))
}

fn differs(now: Amount, (year, base): (i32, Amount), stated: Amount, meaning: Meaning) -> Option<Note> {
    let agreement = agreement(now, base, stated, meaning)?;
    (!agreement.agrees).then_some(Note::ChangeDiffers { year, meaning, agreement })
}

/// What is said of targets that belong together; it stands beside their container.
pub(super) fn across(evaluation: &Evaluation, past: &Past<'_>, lines: &mut [Line]) {
    let rows = &evaluation.rows;
    for (at, container) in rows.iter().enumerate().filter(|(_, row)| row.target.draft.comparator.is_none()) {
        let children: Vec<&Row> = rows
            .iter()
            .filter(|row| row.target.draft.parent_id.as_deref() == Some(&container.target.draft.id))
            .collect();
        let with = |role: TargetRole| children.iter().filter(move |row| row.target.draft.role == Some(role));
        let mut notes = Vec::new();
        if let Some(total) = with(TargetRole::Total).next() {
            notes.extend(parts(total, &with(TargetRole::Component).copied().collect::<Vec<_>>()));
            if let (Some(now), Some((year, base))) = (number(total), past.base(&total.target.id, Of::Itself)) {
                for growth in with(TargetRole::Growth) {
                    let Some(reported) = number(growth) else { continue };
                    let meaning = meaning(growth, past).unwrap_or(Meaning::Percent);
                    notes.extend(differs(now, (year, base), reported, meaning));
                }
            }
        }
        let own: Vec<Option<Amount>> = with(TargetRole::Share).map(|row| number(row)).collect();
        if own.len() > 1 {
            notes.extend(shares(&own).filter(|sum| sum.agrees == Some(false)).map(Note::SharesDiffer));
        }
        notes.extend(set_of_criteria(&children));
        lines[at].notes.extend(notes);
    }
}

/// The parts of a total, where they are counted in the same unit and add up.
fn parts(total: &Row, parts: &[&Row]) -> Option<Note> {
    let unit = total.target.draft.unit.as_deref();
    // rates under a rate are taken of different wholes
    if unit == Some("%") {
        return None;
    }
    let own: Vec<Option<Amount>> =
        parts.iter().filter(|row| row.target.draft.unit.as_deref() == unit).map(|row| number(row)).collect();
    if own.len() < 2 {
        return None;
    }
    let sum = components(number(total), &own, total.target.tolerance.unwrap_or(Amount::ZERO))?;
    (sum.agrees == Some(false)).then_some(Note::PartsDiffer(sum))
}

fn set_of_criteria(children: &[&Row]) -> Option<Note> {
    let named: Vec<_> = children
        .iter()
        .filter(|row| row.target.draft.criterion.is_some())
        .map(|row| match row.figure {
            Figure::Judged(attainment) => Some(attainment),
            _ => None,
        })
        .collect();
    if named.is_empty() {
        return None;
    }
    let counted = children.iter().find(|row| row.target.draft.denominator.is_some());
    let of = counted.and_then(|row| row.target.draft.denominator);
    let set = criteria(&named, counted.and_then(|row| number(row)), of);
    (set.counted.is_some() || set.open < set.named).then_some(Note::Criteria(set))
}
