//! The targets of a movement at a period: plan, actual, rate, evaluation, each leading to where it comes from.

use super::actions::movement_for;
use super::words;
use crate::App;
use crate::evaluation::{Row, evaluate, newest_period};
use crate::face::charts::StatusBar;
use crate::face::periods::{PeriodChoice, choices};
use crate::face::tabs::Tab;
use crate::face::{Answer, Caller, Frame, Place, Visitor, page, show};
use crate::targets::{labels, reasons};
use askama::Template;
use axum::extract::{Path, Query, State};
use serde::Deserialize;
use std::collections::HashMap;
use thidua_domain::access::Act;
use thidua_domain::basics::Amount;
use thidua_domain::evaluation::components_agree;
use thidua_domain::figures::Figure;
use thidua_domain::periods::Period;
use thidua_domain::plans::draft::TargetRole;

pub(crate) struct RowView {
    /// A heading of the plan before the first row that stands under it.
    pub(crate) group: Option<String>,
    pub(crate) id: String,
    pub(crate) container: bool,
    pub(crate) child: bool,
    pub(crate) name: String,
    pub(crate) note: String,
    pub(crate) planned: String,
    pub(crate) unit: String,
    pub(crate) figure: String,
    /// `not-entered`, … when there is no number.
    pub(crate) empty: Option<&'static str>,
    pub(crate) rate: String,
    /// Whole percents for the bar, at most 100.
    pub(crate) filled: Option<u32>,
    pub(crate) class: &'static str,
    pub(crate) status: &'static str,
}

#[derive(Template)]
#[template(path = "movements/table.html")]
struct TablePage {
    f: Frame,
    w: &'static words::Words,
    id: String,
    plan_number: String,
    theme: Option<String>,
    period: String,
    period_code: &'static str,
    periods: Vec<PeriodChoice>,
    bar: StatusBar,
    bar_class: &'static str,
    rows: Vec<RowView>,
    filtered: bool,
    foot: String,
    plan_id: String,
    pw: &'static super::contents::words::Words,
    promises: Vec<super::contents::promises::PromiseRow>,
    may_promise: bool,
}

/// At which period, and only the targets of which status.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    period: Option<String>,
    #[serde(default)]
    show: String,
}

/// `GET /movements/{id}/targets?period=H1`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(at): Query<Asked>,
) -> Answer {
    let view = movement_for(&app, &visitor, &id, Act::Look).await?;
    let w = words::words(caller.preferences.language);
    let t = crate::targets::words::words(caller.preferences.language);
    let f = Frame::new(&caller, Place::Movements).in_movement(&caller, &id, Tab::Targets);
    let figures = app.store.figures_of_plan(&view.plan.id).await?;
    let period = at
        .period
        .as_deref()
        .and_then(Period::from_code)
        .or_else(|| newest_period(&figures))
        .unwrap_or(Period::FirstQuarter);
    let evaluation = evaluate(app.store.targets(&view.plan.id).await?, &figures, period);
    let illustrative = view.plan.illustrative || figures.iter().any(|one| one.reported.illustrative);
    let entered = evaluation
        .rows
        .iter()
        .filter(|row| row.judgement.is_some() && matches!(row.figure, Figure::Number(_) | Figure::Judged(_)))
        .count();
    let foot =
        w.foot.replace("{n}", &evaluation.summary.leaves.to_string()).replace("{entered}", &entered.to_string());
    let contents = app.store.contents(&id).await?;
    let language = caller.preferences.language;
    let promises = super::contents::promises::rows(&app, &id, &contents, view.plan.subject_year, language).await?;
    let template = TablePage {
        plan_id: view.plan.id.clone(),
        pw: super::contents::words::words(language),
        may_promise: app.may(&visitor, Act::Review, &view.plan.unit_id).await?,
        promises,
        plan_number: view.plan.number_symbol.clone().unwrap_or_default(),
        theme: view.plan.theme.clone(),
        period: show::inside(show::period(period, f.c)),
        period_code: period.code(),
        periods: choices(period, f.c),
        bar: StatusBar::of(&evaluation.summary, f.c),
        bar_class: "chart-stack",
        rows: {
            let mut rows = views(&evaluation.rows, w, t, f.c, caller.preferences.language);
            rows.retain(|row| at.show.is_empty() || (!row.container && row.class == at.show));
            rows
        },
        filtered: !at.show.is_empty(),
        foot,
        f: f.with_sample(illustrative),
        w,
        id,
    };
    page(&template)
}

/// Rows as tables and reports show them.
pub(crate) fn views(
    rows: &[Row],
    w: &'static words::Words,
    t: &'static crate::targets::words::Words,
    c: &'static crate::face::words::Words,
    language: thidua_domain::basics::Language,
) -> Vec<RowView> {
    let mut group: Option<&str> = None;
    let actual: HashMap<&str, Amount> = rows
        .iter()
        .filter_map(|row| match row.figure {
            Figure::Number(amount) => Some((row.target.draft.id.as_str(), amount)),
            _ => None,
        })
        .collect();
    rows.iter()
        .map(|row| {
            let draft = &row.target.draft;
            let heading = draft.group.as_deref().filter(|name| group != Some(*name)).map(str::to_owned);
            if heading.is_some() {
                group = draft.group.as_deref();
            }
            let container = draft.comparator.is_none();
            let rate = row.judgement.and_then(|judgement| judgement.rate);
            let mut note = match row.judgement {
                Some(judgement) => reasons::says(judgement.reason, language),
                None if container => sums(rows, &draft.id, &actual, w),
                None => String::new(),
            };
            if let (Some(basis), false) = (&draft.basis, container) {
                note = format!("{}{}{note}", labels::basis(basis, t), if note.is_empty() { "" } else { ". " });
            }
            RowView {
                group: heading,
                id: row.target.id.clone(),
                container,
                child: draft.parent_id.is_some(),
                name: match &draft.number {
                    Some(number) if draft.parent_id.is_none() => format!("{number} {}", label(row, rows)),
                    _ => label(row, rows),
                },
                note,
                planned: show::asked(draft, t),
                unit: draft.unit.clone().unwrap_or_default(),
                figure: if container { String::new() } else { show::figure(row.figure, c) },
                empty: match row.figure {
                    _ if container => None,
                    Figure::NotEntered | Figure::NotAssigned | Figure::NotApplicable => {
                        Some(row.figure.state_code())
                    }
                    Figure::Number(_) | Figure::Judged(_) => None,
                },
                rate: rate.map(|rate| format!("{} %", rate.vietnamese())).unwrap_or_default(),
                filled: rate.map(filled),
                class: row.status.map_or("not-begun", |status| status.code()),
                status: show::status(row.status, c),
            }
        })
        .collect()
}

/// The name of a row. A compound line whose parts were named from its own words shows its sentence, where that is whole.
fn label(row: &Row, rows: &[Row]) -> String {
    const LONGEST: usize = 140;
    let draft = &row.target.draft;
    let named_like_a_part = draft.comparator.is_none()
        && rows.iter().any(|one| {
            one.target.draft.parent_id.as_deref() == Some(&draft.id) && one.target.draft.name == draft.name
        });
    let sentence = draft.raw.trim().trim_start_matches(['-', '+', '•', ' ']).trim_end_matches([';', '.', ' ']);
    let whole =
        draft.confidence.as_percent() >= 80 && sentence.chars().count() <= LONGEST && !sentence.contains('\n');
    if named_like_a_part && whole && !sentence.is_empty() { sentence.to_owned() } else { draft.name.clone() }
}

fn filled(rate: Amount) -> u32 {
    u32::try_from(rate.ten_thousandths().clamp(0, 1_000_000) / 10_000).unwrap_or(100)
}

/// What the line of a container says when its parts do not make its total.
fn sums(rows: &[Row], container: &str, actual: &HashMap<&str, Amount>, w: &'static words::Words) -> String {
    let children = || rows.iter().filter(|row| row.target.draft.parent_id.as_deref() == Some(container));
    let total = children().find(|row| row.target.draft.role == Some(TargetRole::Total));
    let Some(total) = total else { return String::new() };
    let same_unit = |row: &&Row| {
        row.target.draft.role == Some(TargetRole::Component)
            && row.target.draft.unit == total.target.draft.unit
            // rates under a rate are taken of different wholes
            && total.target.draft.unit.as_deref() != Some("%")
    };
    let parts: Vec<Option<Amount>> =
        children().filter(same_unit).map(|row| actual.get(row.target.draft.id.as_str()).copied()).collect();
    let whole = actual.get(total.target.draft.id.as_str()).copied();
    if parts.len() < 2 || components_agree(whole, &parts) != Some(false) {
        return String::new();
    }
    let sum = parts.iter().flatten().try_fold(Amount::ZERO, |sum, part| sum.plus(*part));
    w.sum_differs.replace("{sum}", &show::amount(sum)).replace("{total}", &show::amount(whole))
}
