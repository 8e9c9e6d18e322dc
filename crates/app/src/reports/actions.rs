//! Gathering the final report of a movement.

use super::{letterhead, words};
use crate::App;
use crate::evaluation::{Evaluation, evaluate, newest_period};
use crate::face::Refusal;
use crate::movements::actions::MovementView;
use crate::movements::table::{RowView, views};
use thidua_domain::basics::Language;
use thidua_domain::figures::Figure;
use thidua_domain::periods::Period;
use thidua_domain::targets::Status;
use thidua_paper::forms::final_report::{
    FinalReport, Missing, MovementResult, StatusCounts, TargetGroup, TargetRow,
};
use thidua_paper::forms::{DocumentReference, Theme};
use thidua_store::movements::Movement;
use thidua_store::plans::Plan;
use thidua_store::recognitions::Recognition;

/// Everything the report is made of.
pub(crate) struct Gathered {
    pub(crate) plan: Plan,
    pub(crate) movement: Movement,
    pub(crate) attached: Vec<Movement>,
    pub(crate) recognised: Vec<Recognition>,
    pub(crate) evaluation: Evaluation,
    pub(crate) illustrative: bool,
    pub(crate) theme: Option<Theme>,
}

/// Gathers the report of a movement at a period; the newest with figures when none is named.
pub(crate) async fn gather(app: &App, view: MovementView, period: Option<Period>) -> Result<Gathered, Refusal> {
    let plan = app.store.plan(&view.plan.id).await?.ok_or(Refusal::NotFound)?;
    let figures = app.store.figures_of_plan(&plan.id).await?;
    let period = period.or_else(|| newest_period(&figures)).unwrap_or(Period::Year);
    let evaluation = evaluate(app.store.targets(&plan.id).await?, &figures, period);
    let attached =
        app.store.movements(&plan.id).await?.into_iter().filter(|one| one.id != view.movement.id).collect();
    let illustrative = plan.illustrative || figures.iter().any(|one| one.reported.illustrative);
    let theme = crate::plans::theme::on_paper(app, &plan).await?;
    let recognised = crate::recognitions::of_plan(app, &plan.id).await?;
    Ok(Gathered { theme, plan, movement: view.movement, attached, recognised, evaluation, illustrative })
}

/// Names of the leaves for which this holds.
pub(crate) fn leaves(evaluation: &Evaluation, of: impl Fn(Figure, Option<Status>) -> bool) -> Vec<String> {
    evaluation
        .rows
        .iter()
        .filter(|row| row.judgement.is_some() && of(row.figure, row.status))
        .map(|row| row.target.draft.name.clone())
        .collect()
}

/// The lists of what is missing: without figure, not assigned, to be confirmed.
pub(crate) fn missing_targets(evaluation: &Evaluation) -> (Vec<String>, Vec<String>, Vec<String>) {
    let has_result = |figure| matches!(figure, Figure::Number(_) | Figure::Judged(_));
    (
        leaves(evaluation, |figure, _| figure == Figure::NotEntered),
        leaves(evaluation, |figure, _| figure == Figure::NotAssigned),
        leaves(evaluation, |figure, status| has_result(figure) && status == Some(Status::NeedsPerson)),
    )
}

/// The form of the report. Official papers are Vietnamese whatever the language of the pages.
pub(crate) fn form(gathered: &Gathered) -> FinalReport {
    let w = words::words(Language::Vietnamese);
    let c = crate::face::words::words(Language::Vietnamese);
    let evaluation = &gathered.evaluation;
    let summary = &evaluation.summary;
    let rows = views(
        &evaluation.rows,
        crate::movements::words::words(Language::Vietnamese),
        crate::targets::words::words(Language::Vietnamese),
        c,
        Language::Vietnamese,
    );
    let head = &gathered.plan.draft.document;
    let (no_figure, not_assigned, to_confirm) = missing_targets(evaluation);
    let plan_name = format!(
        "{} {}",
        w.plan,
        head.number_symbol.as_ref().map(|symbol| symbol.value.as_str()).unwrap_or_default()
    );
    let leaves = usize::try_from(summary.leaves).unwrap_or(usize::MAX);
    FinalReport {
        letterhead: letterhead::of_report(head, &gathered.plan.draft.recipients, w.symbol),
        movement: head
            .title
            .as_ref()
            .map_or_else(|| gathered.movement.named.name.clone(), |title| title.value.clone()),
        plan: Some(DocumentReference {
            number_symbol: head.number_symbol.as_ref().map(|symbol| symbol.value.clone()),
            date: head.date.as_ref().map(|date| letterhead::issue_date(date.value)),
            issuer: head.issuer.as_ref().map(|issuer| issuer.value.clone()),
        }),
        bases: Vec::new(),
        theme: gathered.theme.clone(),
        organisation: Some(
            w.launched_by
                .replace("{plan}", &plan_name)
                .replace("{n}", &leaves.to_string())
                .replace("{m}", &gathered.attached.len().to_string()),
        ),
        period: period_of_year(evaluation.period, head.subject_year.as_ref().map(|year| year.value), w),
        counts: counts(evaluation),
        groups: groups(gathered, &rows),
        movements: gathered
            .attached
            .iter()
            .map(|movement| MovementResult {
                name: movement.named.name.clone(),
                kind: w.attached_kind.to_owned(),
                result: movement.result.clone(),
            })
            .collect(),
        recognised: gathered
            .recognised
            .iter()
            .map(|it| crate::recognitions::sentence(it, Language::Vietnamese))
            .collect(),
        missing: Missing { no_figure, not_assigned, to_confirm, elsewhere: elsewhere(gathered, w) },
        difficulties: gathered.movement.difficulties.clone(),
        lessons: gathered.movement.lessons.clone(),
        directions: gathered.movement.directions.clone(),
        illustrative: gathered.illustrative,
    }
}

/// How many leaves stand where; every leaf is counted once, so that the paper adds up.
pub(crate) fn counts(evaluation: &Evaluation) -> StatusCounts {
    let mut counts = StatusCounts::default();
    for row in evaluation.rows.iter().filter(|row| row.judgement.is_some()) {
        counts.total += 1;
        let part = match (row.figure, row.status) {
            (Figure::NotEntered | Figure::NotAssigned, _) => &mut counts.no_figure,
            (_, None) => &mut counts.not_applicable,
            (_, Some(Status::Exceeded)) => &mut counts.exceeded,
            (_, Some(Status::Met)) => &mut counts.met,
            (_, Some(Status::OnTrack)) => &mut counts.on_track,
            // a figure of zero: begun to be reported, nothing reached yet
            (_, Some(Status::AtRisk | Status::NotBegun)) => &mut counts.at_risk,
            (_, Some(Status::Missed)) => &mut counts.missed,
            (_, Some(Status::NeedsPerson)) => &mut counts.to_confirm,
        };
        *part += 1;
    }
    counts
}

/// `6 tháng đầu năm 2025`, `năm 2022`, as the sentences of a report say it.
pub(crate) fn period_of_year(period: Period, year: Option<i32>, w: &'static words::Words) -> String {
    let said = match period {
        Period::FirstQuarter => w.period_q1,
        Period::FirstHalf => w.period_h1,
        Period::ThreeQuarters => w.period_q3,
        Period::Year => w.period_y,
    };
    said.replace("{year}", &year.map(|year| year.to_string()).unwrap_or_default())
}

/// What is missing besides figures.
pub(crate) fn elsewhere(gathered: &Gathered, w: &'static words::Words) -> Vec<String> {
    let mut missing = Vec::new();
    let without = gathered.attached.iter().filter(|movement| movement.result.is_none()).count();
    if without > 0 {
        missing.push(w.missing_results.replace("{n}", &without.to_string()));
    }
    if gathered.movement.lessons.is_none() || gathered.movement.difficulties.is_none() {
        missing.push(w.missing_lessons.to_owned());
    }
    missing
}

/// Numbers of rows as a report counts them: 1, 2, 2.1, 2.2.
pub(crate) fn numbering(rows: &[RowView]) -> Vec<String> {
    let (mut top, mut sub) = (0, 0);
    rows.iter()
        .map(|row| {
            if row.child {
                sub += 1;
                format!("{top}.{sub}")
            } else {
                (top, sub) = (top + 1, 0);
                top.to_string()
            }
        })
        .collect()
}

fn groups(gathered: &Gathered, rows: &[RowView]) -> Vec<TargetGroup> {
    let mut groups: Vec<TargetGroup> = Vec::new();
    for ((view, row), number) in rows.iter().zip(&gathered.evaluation.rows).zip(numbering(rows)) {
        if view.group.is_some() || groups.is_empty() {
            groups.push(TargetGroup { name: view.group.clone(), rows: Vec::new() });
        }
        let source = row.version.as_ref().and_then(|version| version.reported.source.clone()).unwrap_or_default();
        if let Some(group) = groups.last_mut() {
            group.rows.push(TargetRow {
                number,
                name: view.name.clone(),
                unit: view.unit.clone(),
                planned: view.planned.clone(),
                actual: view.figure.clone(),
                rate: view.rate.trim_end_matches(" %").to_owned(),
                status: if view.container && row.status.is_none() { String::new() } else { view.status.to_owned() },
                source,
            });
        }
    }
    groups
}
