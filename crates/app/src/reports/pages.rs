//! The report on screen and as files.

use super::actions::{self, Gathered, gather};
use super::sending::{Paper, render};
use super::words;
use crate::App;
use crate::evaluation::export::At;
use crate::face::periods::{PeriodChoice, choices};
use crate::face::{Answer, Caller, Frame, Place, Visitor, page};
use crate::movements::actions::movement_for;
use crate::movements::table::{RowView, views};
use askama::Template;
use axum::extract::{Path, Query, State};
use thidua_domain::access::Act;
use thidua_domain::periods::Period;
use thidua_domain::targets::Status;

struct Numbered {
    number: String,
    row: RowView,
    source: String,
    file: Option<String>,
}

struct AttachedResult {
    name: String,
    result: Option<String>,
}

struct MissingList {
    label: &'static str,
    names: Vec<String>,
}

#[derive(Template)]
#[template(path = "reports/report.html")]
struct ReportPage {
    f: Frame,
    w: &'static words::Words,
    m: &'static crate::movements::words::Words,
    source_label: &'static str,
    id: String,
    plan_id: String,
    plan_number: String,
    issuer: String,
    parent: String,
    title: String,
    theme: Option<String>,
    period_code: &'static str,
    periods: Vec<PeriodChoice>,
    summary: String,
    rows: Vec<Numbered>,
    attached: Vec<AttachedResult>,
    missing: Vec<MissingList>,
    elsewhere: Vec<String>,
    difficulties: Option<String>,
    lessons: Option<String>,
    directions: Option<String>,
    recipients: Vec<String>,
    signer_title: String,
    signer_name: String,
}

async fn gathered(app: &App, visitor: &Visitor, id: &str, at: &At) -> Result<Gathered, crate::face::Refusal> {
    let view = movement_for(app, visitor, id, Act::Look).await?;
    gather(app, view, at.period.as_deref().and_then(Period::from_code)).await
}

/// `GET /movements/{id}/report`.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(at): Query<At>,
) -> Answer {
    let gathered = gathered(&app, &visitor, &id, &at).await?;
    let language = caller.preferences.language;
    let w = words::words(language);
    let m = crate::movements::words::words(language);
    let t = crate::targets::words::words(language);
    let f = Frame::new(&caller, Place::Movements);
    let evaluation = &gathered.evaluation;
    let rows = views(&evaluation.rows, m, t, f.c, language);
    let numbers = actions::numbering(&rows);
    let summary = &evaluation.summary;
    let (no_figure, not_assigned, to_confirm) = actions::missing_targets(evaluation);
    let head = &gathered.plan.draft.document;
    let text = |piece: &Option<thidua_domain::plans::draft::Piece<String>>| {
        piece.as_ref().map(|piece| piece.value.clone()).unwrap_or_default()
    };
    let said = w
        .summary
        .replace("{n}", &summary.leaves.to_string())
        .replace("{exceeded}", &summary.count(Status::Exceeded).to_string())
        .replace("{met}", &summary.count(Status::Met).to_string())
        .replace("{missed}", &(summary.count(Status::Missed) + summary.count(Status::AtRisk)).to_string())
        .replace("{person}", &to_confirm.len().to_string())
        .replace("{none}", &(no_figure.len() + not_assigned.len()).to_string());
    let missing = [
        (w.missing_no_figure, no_figure),
        (w.missing_not_assigned, not_assigned),
        (w.missing_to_confirm, to_confirm),
    ];
    let template = ReportPage {
        source_label: t.source,
        plan_id: gathered.plan.id.clone(),
        plan_number: text(&head.number_symbol),
        issuer: text(&head.issuer),
        parent: text(&head.parent_authority),
        title: text(&head.title),
        theme: head.theme.as_ref().or(head.inherited_theme.as_ref()).map(|theme| theme.value.clone()),
        period_code: evaluation.period.code(),
        periods: choices(evaluation.period, f.c),
        summary: said,
        rows: rows
            .into_iter()
            .zip(numbers)
            .zip(&evaluation.rows)
            .map(|((row, number), evaluated)| {
                let reported = evaluated.version.as_ref().map(|version| &version.reported);
                Numbered {
                    number,
                    row,
                    source: reported.and_then(|one| one.source.clone()).unwrap_or_default(),
                    file: reported.and_then(|one| one.file_digest.clone()),
                }
            })
            .collect(),
        attached: gathered
            .attached
            .iter()
            .map(|movement| AttachedResult { name: movement.named.name.clone(), result: movement.result.clone() })
            .collect(),
        missing: missing
            .into_iter()
            .filter(|(_, names)| !names.is_empty())
            .map(|(label, names)| MissingList { label, names })
            .collect(),
        elsewhere: actions::elsewhere(&gathered, w),
        difficulties: gathered.movement.difficulties.clone(),
        lessons: gathered.movement.lessons.clone(),
        directions: gathered.movement.directions.clone(),
        recipients: gathered.plan.draft.recipients.iter().map(|one| one.name.clone()).collect(),
        signer_title: text(&head.signer_title),
        signer_name: text(&head.signer_name),
        f: f.with_sample(gathered.illustrative),
        w,
        m,
        id,
    };
    page(&template)
}

/// `GET /movements/{id}/report.docx`.
pub(crate) async fn docx(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(at): Query<At>,
) -> Answer {
    paper(&app, &visitor, &id, &at, Paper::Docx).await
}

/// `GET /movements/{id}/report.pdf`.
pub(crate) async fn pdf(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(at): Query<At>,
) -> Answer {
    paper(&app, &visitor, &id, &at, Paper::Pdf).await
}

async fn paper(app: &App, visitor: &Visitor, id: &str, at: &At, paper: Paper) -> Answer {
    let gathered = gathered(app, visitor, id, at).await?;
    let document = thidua_paper::forms::final_report::document(&actions::form(&gathered));
    let name = words::words(thidua_domain::basics::Language::Vietnamese).file_name;
    render(app, document, paper, name).await
}
