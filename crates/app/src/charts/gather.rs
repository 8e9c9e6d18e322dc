//! The charts of the movement's own figures, out of its evaluation.

use super::earlier;
use super::words::Words;
use crate::evaluation::{Evaluation, Row, goal};
use crate::face::charts::{Bullet, Bullets, Course, Multiple, Multiples, Series, Trajectory};
use crate::face::show;
use crate::targets::words as target_words;
use std::collections::HashMap;
use thidua_domain::basics::{Amount, Language};
use thidua_domain::periods::Period;
use thidua_domain::targets::{Bound, Goal, Status, adds_up};
use thidua_store::figures::Version;

/// The amount that a goal is drawn against; nothing for what a person judges, and for a rise or fall of unknown size.
pub(super) fn planned(row: &Row) -> Option<Amount> {
    match goal(&row.target)? {
        Goal::Exactly(bound, _)
        | Goal::AtLeast(bound)
        | Goal::MoreThan(bound)
        | Goal::AtMost(bound)
        | Goal::LessThan(bound) => match bound {
            Bound::Printed(value) => Some(value),
            Bound::Referenced(_, value) => value,
        },
        Goal::Between(low, _, _) => Some(low),
        Goal::About { value, .. } => Some(value),
        Goal::IncreaseBy(value, _) | Goal::DecreaseBy(value, _) => value,
        Goal::Maintain | Goal::NoneExists | Goal::Achieve => None,
    }
}

/// Name with the number that the plan prints.
pub(super) fn name(row: &Row) -> String {
    row.target.draft.name.clone()
}

fn leaves(evaluation: &Evaluation) -> impl Iterator<Item = &Row> {
    evaluation.rows.iter().filter(|row| row.judgement.is_some())
}

fn cumulative(row: &Row) -> bool {
    adds_up(row.target.draft.comparator, row.target.draft.unit.as_deref())
}

fn address(row: &Row, period: Period) -> Option<String> {
    Some(format!("/targets/{}?period={}", row.target.id, period.code()))
}

/// Progress against plan of every leaf that applies.
pub(super) fn progress(title: &str, evaluation: &Evaluation, language: Language) -> Bullets {
    let c = crate::face::words::words(language);
    let t = target_words::words(language);
    let months = u32::try_from(evaluation.period.months()).unwrap_or(12);
    let bullets: Vec<Bullet> = leaves(evaluation)
        .filter(|row| row.status.is_some())
        .map(|row| Bullet {
            name: name(row),
            address: address(row, evaluation.period),
            status: row.status,
            standing: show::status(row.status, c),
            rate: row.judgement.and_then(|judgement| judgement.rate),
            pace: if cumulative(row) { months * 100 / 12 } else { 100 },
            planned: with_unit(show::asked(&row.target.draft, t), row),
            actual: with_unit(show::figure(row.figure, c), row),
        })
        .collect();
    Bullets::of(title.to_owned(), &bullets, language)
}

fn with_unit(text: String, row: &Row) -> String {
    match row.target.draft.unit.as_deref() {
        Some(unit) if text.ends_with(|one: char| one.is_ascii_digit()) => format!("{text} {unit}"),
        _ => text,
    }
}

/// The year of each target, small.
pub(super) fn smalls(title: &str, evaluation: &Evaluation, figures: &[Version], language: Language) -> Multiples {
    let c = crate::face::words::words(language);
    let all: Vec<Multiple> = leaves(evaluation)
        .map(|row| Multiple {
            name: name(row),
            address: Some(format!("?period={}&target={}#course", evaluation.period.code(), row.target.id)),
            status: row.status,
            standing: show::status(row.status, c),
            unit: row.target.draft.unit.clone().unwrap_or_default(),
            planned: planned(row),
            values: earlier::values(figures, &row.target.id),
        })
        .filter(|one| one.values.iter().any(Option::is_some))
        .collect();
    Multiples::of(title.to_owned(), &all, language)
}

/// The full lines of some targets.
pub(super) fn courses<'a>(
    rows: impl Iterator<Item = &'a Row>,
    (year, until): (Option<i64>, Period),
    figures: &[Version],
    earlier: &HashMap<String, Vec<Series>>,
    w: &'static Words,
    language: Language,
) -> Vec<Trajectory> {
    let chart_words = crate::face::charts::words::words(language);
    rows.map(|row| {
        // the year as it was known at the period that is looked at
        let mut values = earlier::values(figures, &row.target.id);
        for (value, period) in values.iter_mut().zip(Period::ALL) {
            *value = value.filter(|_| period <= until);
        }
        let of = |index: usize| {
            values[index].map(|_| format!("/targets/{}?period={}", row.target.id, Period::ALL[index].code()))
        };
        let label = year.map_or_else(String::new, |year| w.year.replace("{year}", &year.to_string()));
        let mut series = vec![Series { label, course: Course::This, values, addresses: [0, 1, 2, 3].map(of) }];
        series.extend(earlier.get(&row.target.id).into_iter().flatten().cloned());
        let planned = planned(row);
        if let Some(planned) = planned {
            series.push(Series::pace(planned, cumulative(row), chart_words));
        }
        let unit = row.target.draft.unit.as_deref().unwrap_or_default();
        Trajectory::of(name(row), Some(format!("/targets/{}", row.target.id)), unit, planned, &series, language)
    })
    .collect()
}

/// Red targets that have a number, the worst first.
pub(super) fn reds(evaluation: &Evaluation, most: usize) -> Vec<&Row> {
    let mut found: Vec<&Row> = leaves(evaluation)
        .filter(|row| matches!(row.status, Some(Status::AtRisk | Status::Missed)))
        .filter(|row| matches!(row.figure, thidua_domain::figures::Figure::Number(_)))
        .collect();
    found.sort_by_key(|row| row.judgement.and_then(|judgement| judgement.rate));
    found.truncate(most);
    found
}
