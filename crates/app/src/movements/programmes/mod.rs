//! The report by programme: for each programme, focus task and breakthrough its items, targets, tasks and result; and
//! what belongs to none.

pub(crate) mod words;

use super::actions::{MovementView, movement_for};
use super::contents::{kind_of, words as contents};
use super::table::{RowView, views};
use crate::App;
use crate::evaluation::export::At;
use crate::evaluation::{Row, evaluate, newest_period};
use crate::face::periods::{PeriodChoice, choices};
use crate::face::tabs::Tab;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, page, show};
use crate::reports::sending::{attachment, table_line};
use crate::tasks::labels::{Now, TaskRow, row as task_row, standing_of};
use askama::Template;
use axum::extract::{Path, Query, State};
use thidua_domain::access::Act;
use thidua_domain::basics::Language;
use thidua_domain::figures::Figure;
use thidua_domain::movements::State as MovementState;
use thidua_domain::movements::programmes::{Tally, name_and_items, names, tally};
use thidua_domain::periods::Period;
use thidua_store::movement_facts::{Content, ContentKind};
use thidua_store::tasks::Task;
use words::Words;

/// The kinds of contents that are reported on.
const KINDS: [ContentKind; 3] = [ContentKind::Programme, ContentKind::FocusTask, ContentKind::Breakthrough];

struct Programme {
    id: String,
    kind: &'static str,
    name: String,
    numbering: String,
    line: i64,
    items: Vec<String>,
    targets_n: String,
    tasks_n: String,
    targets: Vec<RowView>,
    tasks: Vec<TaskRow>,
    result: Option<String>,
}

struct Report {
    programmes: Vec<Programme>,
    targets: Vec<RowView>,
    tasks: Vec<TaskRow>,
    period: Period,
    illustrative: bool,
}

#[derive(Template)]
#[template(path = "movements/programmes/report.html")]
struct ReportPage {
    f: Frame,
    w: &'static Words,
    id: String,
    plan_id: String,
    plan_number: String,
    period_label: String,
    period_code: &'static str,
    periods: Vec<PeriodChoice>,
    programmes: Vec<Programme>,
    targets: Vec<RowView>,
    tasks: Vec<TaskRow>,
    may_edit: bool,
}

async fn report(app: &App, view: &MovementView, at: &At, language: Language) -> Result<Report, Refusal> {
    let w = words::words(language);
    let (k, c) = (contents::words(language), crate::face::words::words(language));
    let (m, t) = (super::words::words(language), crate::targets::words::words(language));
    let tw = crate::tasks::words::words(language);
    let figures = app.store.figures_of_plan(&view.plan.id).await?;
    let asked = at.period.as_deref().and_then(Period::from_code);
    let period = asked.or_else(|| newest_period(&figures)).unwrap_or(Period::FirstQuarter);
    let evaluation = evaluate(app.store.targets(&view.plan.id).await?, &figures, period);
    let tasks = app.store.tasks_of_movement(&view.movement.id).await?;
    let now = Now::of(app, &tasks).await?;
    let all = app.store.contents(&view.movement.id).await?;
    let wanted: Vec<&Content> =
        KINDS.iter().flat_map(|kind| all.iter().filter(move |one| one.kind == *kind)).collect();
    let leaves: Vec<&Row> = evaluation.rows.iter().filter(|row| row.judgement.is_some()).collect();
    let shown = |row: &Row| views(std::slice::from_ref(row), m, t, c, language).into_iter().next();
    let has_figure = |row: &Row| !matches!(row.figure, Figure::NotEntered | Figure::NotAssigned);
    let carries = |content: &Content, task: &Task| {
        content.tasks.contains(&task.id)
            || task.text.programme.as_deref().is_some_and(|named| names(name_and_items(&content.text).0, named))
    };
    let mut programmes = Vec::new();
    for content in &wanted {
        let (name, items) = name_and_items(&content.text);
        let own: Vec<&&Row> = leaves.iter().filter(|row| content.targets.contains(&row.target.id)).collect();
        let doing: Vec<&Task> = tasks.iter().filter(|task| carries(content, task)).collect();
        let counted = tally(
            own.iter().map(|row| (row.status, has_figure(row))),
            doing.iter().map(|task| standing_of(task, &now)),
        );
        programmes.push(Programme {
            id: content.id.clone(),
            kind: kind_of(content.kind, k),
            name: name.to_owned(),
            numbering: content.numbering.clone().unwrap_or_default(),
            line: content.lines.map_or(0, |(first, _)| first),
            items: items.into_iter().map(str::to_owned).collect(),
            targets_n: targets_n(counted, w),
            tasks_n: w
                .tasks_n
                .replace("{n}", &counted.tasks.to_string())
                .replace("{done}", &counted.done.to_string())
                .replace("{late}", &counted.late.to_string()),
            targets: own.iter().filter_map(|row| shown(row)).collect(),
            tasks: doing.iter().map(|task| task_row(task, &now, true, tw)).collect(),
            result: content.answer.clone(),
        });
    }
    let free_target = |row: &&&Row| !wanted.iter().any(|content| content.targets.contains(&row.target.id));
    let free_task = |task: &&Task| !wanted.iter().any(|content| carries(content, task));
    Ok(Report {
        targets: leaves.iter().filter(free_target).filter_map(|row| shown(row)).collect(),
        tasks: tasks.iter().filter(free_task).map(|task| task_row(task, &now, true, tw)).collect(),
        illustrative: view.plan.illustrative || figures.iter().any(|one| one.reported.illustrative),
        programmes,
        period,
    })
}

fn targets_n(counted: Tally, w: &'static Words) -> String {
    w.targets_n
        .replace("{n}", &counted.targets.to_string())
        .replace("{reached}", &counted.reached.to_string())
        .replace("{endangered}", &counted.endangered.to_string())
        .replace("{silent}", &counted.silent.to_string())
}

/// `GET /movements/{id}/programmes`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(at): Query<At>,
) -> Answer {
    let view = movement_for(&app, &visitor, &id, Act::Look).await?;
    let report = report(&app, &view, &at, caller.preferences.language).await?;
    let f = Frame::new(&caller, Place::Movements).in_movement(&caller, &id, Tab::Contents);
    let may_edit = app.may(&visitor, Act::Review, &view.plan.unit_id).await?
        && !matches!(view.movement.state, MovementState::Draft | MovementState::Closed);
    let template = ReportPage {
        w: words::words(caller.preferences.language),
        plan_id: view.plan.id.clone(),
        plan_number: view.plan.number_symbol.clone().unwrap_or_default(),
        period_label: show::inside(show::period(report.period, f.c)),
        period_code: report.period.code(),
        periods: choices(report.period, f.c),
        programmes: report.programmes,
        targets: report.targets,
        tasks: report.tasks,
        may_edit,
        f: f.with_sample(report.illustrative),
        id,
    };
    page(&template)
}

/// `GET /movements/{id}/programmes.csv`.
pub(crate) async fn csv(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(at): Query<At>,
) -> Answer {
    let view = movement_for(&app, &visitor, &id, Act::Look).await?;
    let w = words::words(caller.preferences.language);
    let report = report(&app, &view, &at, caller.preferences.language).await?;
    // a spreadsheet knows the text is UTF-8 by its first three bytes
    let mut table = String::from("\u{feff}");
    let head =
        [w.kind, w.name, w.what, "", w.col_planned, w.col_unit, w.col_actual, w.col_due, w.col_standing, w.result];
    table.push_str(&table_line(&head));
    let mut lines = |kind: &str, name: &str, targets: &[RowView], tasks: &[TaskRow], result: &str| {
        if targets.is_empty() && tasks.is_empty() {
            table.push_str(&table_line(&[kind, name, "", "", "", "", "", "", "", result]));
        }
        for row in targets {
            let cells =
                [kind, name, w.target, &row.name, &row.planned, &row.unit, &row.figure, "", row.status, result];
            table.push_str(&table_line(&cells));
        }
        for task in tasks {
            let cells = [kind, name, w.task, &task.work, "", "", "", &task.due, &task.standing, result];
            table.push_str(&table_line(&cells));
        }
    };
    for one in &report.programmes {
        lines(one.kind, &one.name, &one.targets, &one.tasks, one.result.as_deref().unwrap_or_default());
    }
    lines("", w.without, &report.targets, &report.tasks, "");
    attachment(table.into_bytes(), "text/csv; charset=utf-8", &format!("chuong-trinh-{}.csv", report.period.code()))
}
