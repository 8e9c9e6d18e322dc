//! The reports of a period and of a whole movement.

use super::super::fields::{Described, Kind};
use super::super::value::Value;
use super::letterhead::letterhead;
use super::words;
use crate::forms::DocumentReference;
use crate::forms::final_report::{FinalReport, MovementResult, StatusCounts};
use crate::forms::period_report::PeriodReport;

/// A target with its result; what one kind of report does not say is empty.
#[derive(Default)]
struct Row<'a> {
    number: &'a str,
    name: &'a str,
    unit: &'a str,
    planned: &'a str,
    actual: &'a str,
    rate: &'a str,
    last_year: &'a str,
    compared: &'a str,
    status: &'a str,
    source: &'a str,
}

/// The data of the report of a period.
pub fn period_report(form: &PeriodReport) -> Described {
    let row = |one: &'_ crate::forms::period_report::ResultRow| -> Described {
        target(&Row {
            number: &one.number,
            name: &one.name,
            unit: &one.unit,
            planned: &one.planned,
            actual: &one.actual,
            rate: &one.rate,
            last_year: &one.last_year,
            compared: &one.compared,
            status: &one.status,
            source: "",
        })
    };
    let groups = form.groups.iter().map(|group| (group.name.as_deref(), group.rows.iter().map(row).collect()));
    let field = |heading: &str, text: &str| {
        Described::new().text(words::HEADING.0, words::HEADING.1, heading).text(
            words::CONTENT.0,
            words::CONTENT.1,
            text,
        )
    };
    let fields = form.fields.iter().map(|(heading, text)| field(heading, text));
    opening(&form.letterhead, &form.movement, &form.period, form.plan.as_ref(), &form.counts)
        .maybe(words::ORGANISATION.0, words::ORGANISATION.1, form.organisation.as_deref())
        .list(words::FIELDS.0, words::FIELDS.1, &field("", ""), fields)
        .and(targets(groups))
        .maybe(words::WAVES.0, words::WAVES.1, form.waves.as_deref())
        .maybe(words::ATTACHED.0, words::ATTACHED.1, form.movements.as_deref())
        .maybe(words::INSPECTIONS.0, words::INSPECTIONS.1, form.inspections.as_deref())
        .maybe(words::RECOGNISED.0, words::RECOGNISED.1, form.recognised.as_deref())
        .maybe(words::MISSING.0, words::MISSING.1, form.missing.as_deref())
        .maybe(words::DIFFICULTIES.0, words::DIFFICULTIES.1, form.difficulties.as_deref())
        .maybe(words::PROPOSALS.0, words::PROPOSALS.1, form.proposals.as_deref())
        .maybe(words::LESSONS.0, words::LESSONS.1, form.lessons.as_deref())
        .maybe(words::DIRECTIONS.0, words::DIRECTIONS.1, form.directions.as_deref())
        .with(words::ILLUSTRATIVE.0, words::ILLUSTRATIVE.1, Kind::Flag, Value::Flag(form.illustrative))
}

/// The data of the final report of a movement.
pub fn final_report(form: &FinalReport) -> Described {
    let row = |one: &'_ crate::forms::final_report::TargetRow| -> Described {
        target(&Row {
            number: &one.number,
            name: &one.name,
            unit: &one.unit,
            planned: &one.planned,
            actual: &one.actual,
            rate: &one.rate,
            status: &one.status,
            source: &one.source,
            ..Row::default()
        })
    };
    let groups = form.groups.iter().map(|group| (group.name.as_deref(), group.rows.iter().map(row).collect()));
    let missing =
        [&form.missing.no_figure, &form.missing.not_assigned, &form.missing.to_confirm, &form.missing.elsewhere];
    let missing: Vec<String> = missing.into_iter().flatten().cloned().collect();
    let nothing = MovementResult { name: String::new(), kind: String::new(), result: None };
    opening(&form.letterhead, &form.movement, &form.period, form.plan.as_ref(), &form.counts)
        .texts(words::BASES.0, words::BASES.1, &form.bases)
        .maybe(words::THEME.0, words::THEME.1, form.theme.as_ref().map(|theme| theme.text.as_str()))
        .maybe(words::ORGANISATION.0, words::ORGANISATION.1, form.organisation.as_deref())
        .and(targets(groups))
        .list(words::ATTACHED.0, words::ATTACHED.1, &attached(&nothing), form.movements.iter().map(attached))
        .texts(words::RECOGNISED.0, words::RECOGNISED.1, &form.recognised)
        .texts(words::MISSING.0, words::MISSING.1, &missing)
        .maybe(words::DIFFICULTIES.0, words::DIFFICULTIES.1, form.difficulties.as_deref())
        .maybe(words::LESSONS.0, words::LESSONS.1, form.lessons.as_deref())
        .maybe(words::DIRECTIONS.0, words::DIRECTIONS.1, form.directions.as_deref())
        .with(words::ILLUSTRATIVE.0, words::ILLUSTRATIVE.1, Kind::Flag, Value::Flag(form.illustrative))
}

fn opening(
    head: &crate::forms::Letterhead,
    movement: &str,
    period: &str,
    plan: Option<&DocumentReference>,
    counts: &StatusCounts,
) -> Described {
    letterhead(head)
        .text(words::MOVEMENT.0, words::MOVEMENT.1, movement)
        .text(words::PERIOD.0, words::PERIOD.1, period)
        .maybe(words::PLAN_NUMBER.0, words::PLAN_NUMBER.1, plan.and_then(|plan| plan.number_symbol.as_deref()))
        .day(words::PLAN_DAY.0, words::PLAN_DAY.1, plan.and_then(|plan| plan.date))
        .maybe(words::PLAN_ISSUER.0, words::PLAN_ISSUER.1, plan.and_then(|plan| plan.issuer.as_deref()))
        .count(words::TOTAL.0, words::TOTAL.1, counts.total)
        .count(words::EXCEEDED.0, words::EXCEEDED.1, counts.exceeded)
        .count(words::REACHED.0, words::REACHED.1, counts.met)
        .count(words::ON_TRACK.0, words::ON_TRACK.1, counts.on_track)
        .count(words::AT_RISK.0, words::AT_RISK.1, counts.at_risk)
        .count(words::MISSED.0, words::MISSED.1, counts.missed)
        .count(words::NO_FIGURE.0, words::NO_FIGURE.1, counts.no_figure)
        .count(words::TO_CONFIRM.0, words::TO_CONFIRM.1, counts.to_confirm)
        .count(words::NOT_APPLICABLE.0, words::NOT_APPLICABLE.1, counts.not_applicable)
}

/// All targets in one list, and by the headings of the plan.
fn targets<'a>(groups: impl Iterator<Item = (Option<&'a str>, Vec<Described>)>) -> Described {
    let shape = target(&Row::default());
    let group = |name: Option<&str>, rows: &[Described]| {
        Described::new().maybe(words::HEADING.0, words::HEADING.1, name).list(
            words::TARGETS.0,
            words::TARGETS.1,
            &shape,
            rows.iter().cloned(),
        )
    };
    let groups: Vec<_> = groups.collect();
    let all = groups.iter().flat_map(|(_, rows)| rows.iter().cloned());
    Described::new().list(words::TARGETS.0, words::TARGETS.1, &shape, all).list(
        words::TARGET_GROUPS.0,
        words::TARGET_GROUPS.1,
        &group(None, &[]),
        groups.iter().map(|(name, rows)| group(*name, rows)),
    )
}

fn target(row: &Row<'_>) -> Described {
    Described::new()
        .text(words::TARGET_NUMBER.0, words::TARGET_NUMBER.1, row.number)
        .text(words::HEADING.0, words::HEADING.1, row.name)
        .text(words::MEASURE.0, words::MEASURE.1, row.unit)
        .text(words::PLANNED.0, words::PLANNED.1, row.planned)
        .text(words::ACTUAL.0, words::ACTUAL.1, row.actual)
        .text(words::PERCENT.0, words::PERCENT.1, row.rate)
        .text(words::LAST_YEAR.0, words::LAST_YEAR.1, row.last_year)
        .text(words::COMPARED.0, words::COMPARED.1, row.compared)
        .text(words::STATUS.0, words::STATUS.1, row.status)
        .text(words::SOURCE.0, words::SOURCE.1, row.source)
}

fn attached(one: &MovementResult) -> Described {
    Described::new()
        .text(words::KIND.0, words::KIND.1, &one.kind)
        .text(words::HEADING.0, words::HEADING.1, &one.name)
        .maybe(words::RESULT.0, words::RESULT.1, one.result.as_deref())
}
