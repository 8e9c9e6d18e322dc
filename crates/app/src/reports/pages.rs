//! The report on screen and as files.

use super::actions::{self, Gathered, gather};
use super::sending::{Paper, render};
use super::words;
use crate::App;
use crate::evaluation::export::At;
use crate::face::periods::{PeriodChoice, choices};
use crate::face::tabs::Tab;
use crate::face::{Answer, Caller, Frame, Place, Visitor, page, show};
use crate::movements::actions::movement_for;
use crate::movements::table::{RowView, views};
use askama::Template;
use axum::extract::{Path, Query, State};
use thidua_domain::access::Act;
use thidua_domain::periods::Period;
use thidua_paper::forms::Theme;

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
    theme: Option<Theme>,
    period_code: &'static str,
    periods: Vec<PeriodChoice>,
    summary: String,
    rows: Vec<Numbered>,
    attached: Vec<AttachedResult>,
    missing: Vec<MissingList>,
    recognised_label: &'static str,
    recognised: Vec<(String, String)>,
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
    let f = Frame::new(&caller, Place::Movements).in_movement(&caller, &id, Tab::Report);
    let evaluation = &gathered.evaluation;
    let rows = views(&evaluation.rows, m, t, f.c, language);
    let numbers = actions::numbering(&rows);
    let (no_figure, not_assigned, to_confirm) = actions::missing_targets(evaluation);
    let head = &gathered.plan.draft.document;
    let text = |piece: &Option<thidua_domain::plans::draft::Piece<String>>| {
        piece.as_ref().map(|piece| piece.value.clone()).unwrap_or_default()
    };
    let counts = actions::counts(evaluation);
    let year = head.subject_year.as_ref().map(|year| year.value);
    let period = actions::period_of_year(evaluation.period, year, w);
    let parts = [
        (counts.exceeded, f.c.status_exceeded),
        (counts.met, f.c.status_met),
        (counts.on_track, f.c.status_on_track),
        (counts.at_risk, f.c.status_at_risk),
        (counts.missed, f.c.status_missed),
        (counts.to_confirm, f.c.status_needs_person),
        (counts.no_figure, w.no_figure),
        (counts.not_applicable, w.not_applicable),
    ];
    let parts: Vec<String> = parts
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, label)| format!("{count} {}", show::inside(label)))
        .collect();
    let said = w.summary.replace("{period}", &period).replace("{n}", &counts.total.to_string());
    let said = format!("{said} {}.", parts.join(", "));
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
        title: results_of(&text(&head.title), w),
        theme: gathered.theme.clone(),
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
        recognised_label: crate::recognitions::words::words(language).heading,
        recognised: gathered
            .recognised
            .iter()
            .map(|it| (format!("/recognitions/{}", it.id), crate::recognitions::sentence(it, language)))
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
    let w = words::words(thidua_domain::basics::Language::Vietnamese);
    // whose report, and of when: files of several authorities and periods lie in one folder
    let head = &gathered.plan.draft.document;
    let number = head.number_symbol.as_ref().map(|symbol| symbol.value.replace('/', "-")).unwrap_or_default();
    let year = head.subject_year.as_ref().map(|year| year.value.to_string()).unwrap_or_default();
    let place = head.place.as_ref().map(|place| place.value.clone()).unwrap_or_default();
    let parts = [w.file_name, &place, &number, gathered.evaluation.period.code(), &year];
    let name: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    render(app, document, paper, &name.join(" ").replace(' ', "-")).await
}

/// The subject of a report: the plan's title without its "Phát động".
fn results_of(title: &str, w: &'static words::Words) -> String {
    let of = title.strip_prefix(w.launch_prefix).unwrap_or(title);
    w.results_of.replace("{movement}", &show::inside(of))
}
