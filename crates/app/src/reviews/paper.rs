//! The report on paper: Word and PDF, as it stands, or as it was issued.

use super::one::{Whole, vietnamese, whole};
use super::table;
use crate::App;
use crate::face::{Answer, Visitor, show};
use crate::reports::actions::{counts, period_of_year};
use crate::reports::letterhead;
use crate::reports::sending::{Paper, render};
use axum::extract::{Path, State};
use thidua_domain::access::Act;
use thidua_domain::basics::Language;
use thidua_paper::forms::DocumentReference;
use thidua_paper::forms::final_report::StatusCounts;
use thidua_paper::forms::period_report::{PeriodReport, ResultGroup, ResultRow, document};
use thidua_paper::write::document::Signature;
use thidua_store::reviews::Kept;

/// `GET /period-reports/{id}/print.docx`.
pub(crate) async fn docx(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    paper(&app, &visitor, &id, Paper::Docx).await
}

/// `GET /period-reports/{id}/print.pdf`.
pub(crate) async fn pdf(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Answer {
    paper(&app, &visitor, &id, Paper::Pdf).await
}

async fn paper(app: &App, visitor: &Visitor, id: &str, paper: Paper) -> Answer {
    let whole = whole(app, visitor, id, Act::Look).await?;
    let rows = if whole.report.issued { app.store.kept_results(id).await? } else { table::rows(&whole.gathered) };
    let w = vietnamese();
    let head = &whole.gathered.plan.draft.document;
    let number = match &whole.report.issue {
        Some(issue) if whole.report.issued => issue.number_symbol.clone(),
        _ => head.number_symbol.as_ref().map(|one| one.value.clone()).unwrap_or_default(),
    };
    let year = head.subject_year.as_ref().map(|year| year.value.to_string()).unwrap_or_default();
    let place = head.place.as_ref().map(|place| place.value.clone()).unwrap_or_default();
    let name = [w.file_name, &place, &number.replace('/', "-"), whole.report.period.code(), &year];
    let name: Vec<&str> = name.into_iter().filter(|part| !part.is_empty()).collect();
    let name = name.join(" ").replace(' ', "-");
    render(app, document(&form(&whole, &rows)), paper, &name).await
}

fn form(whole: &Whole, rows: &[Kept]) -> PeriodReport {
    let (report, gathered) = (&whole.report, &whole.gathered);
    let head = &gathered.plan.draft.document;
    let mut letterhead = letterhead::of_report(head, &gathered.plan.draft.recipients, vietnamese().symbol);
    if let Some(issue) = report.issue.as_ref().filter(|_| report.issued) {
        letterhead.number_symbol = Some(issue.number_symbol.clone());
        letterhead.date = Some(letterhead::issue_date(issue.dated));
        let title = issue.signer_title.clone().unwrap_or_default();
        let (form, post) = match title.rsplit_once(" - ").or_else(|| title.rsplit_once(" – ")) {
            Some((form, post)) => (Some(form.trim().to_owned()), post.trim().to_owned()),
            None => (None, title.trim().to_owned()),
        };
        letterhead.signature = Signature { authority_form: form, post, name: Some(issue.signer_name.clone()) };
    }
    let text = |code: &str| {
        let found = whole.sections.iter().find(|one| one.made.code == code);
        found.map(|one| one.text(report.issued)).filter(|text| !text.trim().is_empty())
    };
    let year = head.subject_year.as_ref().map(|year| year.value);
    let reports = crate::reports::words::words(Language::Vietnamese);
    PeriodReport {
        letterhead,
        movement: head
            .title
            .as_ref()
            .map_or_else(|| gathered.movement.named.name.clone(), |title| title.value.clone()),
        period: period_of_year(report.period, year, reports),
        plan: Some(DocumentReference {
            number_symbol: head.number_symbol.as_ref().map(|symbol| symbol.value.clone()),
            date: head.date.as_ref().map(|date| letterhead::issue_date(date.value)),
            issuer: head.issuer.as_ref().map(|issuer| issuer.value.clone()),
        }),
        organisation: text("organisation"),
        counts: if report.issued { kept_counts(rows) } else { counts(&gathered.evaluation) },
        fields: whole
            .sections
            .iter()
            .filter(|one| one.made.code.starts_with("field:"))
            .map(|one| (one.made.title.clone(), one.text(report.issued)))
            .filter(|(_, text)| !text.trim().is_empty())
            .collect(),
        groups: groups(rows),
        waves: text("waves"),
        movements: text("movements"),
        inspections: text("inspections"),
        recognised: text("recognised"),
        missing: text("missing"),
        difficulties: text("difficulties"),
        proposals: text("proposals"),
        lessons: text("lessons"),
        directions: text("directions"),
        illustrative: gathered.illustrative,
    }
}

/// The counts of rows as they were kept: a row with a number of its own figure is a target.
fn kept_counts(rows: &[Kept]) -> StatusCounts {
    use thidua_domain::targets::Status;
    let c = crate::face::words::words(Language::Vietnamese);
    let mut counts = StatusCounts::default();
    for row in rows.iter().filter(|row| !row.actual.is_empty()) {
        counts.total += 1;
        let none = [c.figure_not_entered, c.figure_not_assigned];
        let part = match table::status(&row.status) {
            _ if none.contains(&row.actual.as_str()) => &mut counts.no_figure,
            None => &mut counts.not_applicable,
            Some(Status::Exceeded) => &mut counts.exceeded,
            Some(Status::Met) => &mut counts.met,
            Some(Status::OnTrack) => &mut counts.on_track,
            Some(Status::AtRisk | Status::NotBegun) => &mut counts.at_risk,
            Some(Status::Missed) => &mut counts.missed,
            Some(Status::NeedsPerson) => &mut counts.to_confirm,
        };
        *part += 1;
    }
    counts
}

fn groups(rows: &[Kept]) -> Vec<ResultGroup> {
    let c = crate::face::words::words(Language::Vietnamese);
    let mut groups: Vec<ResultGroup> = Vec::new();
    for row in rows {
        if row.group.is_some() || groups.is_empty() {
            groups.push(ResultGroup { name: row.group.clone(), rows: Vec::new() });
        }
        let printed = ResultRow {
            number: row.number.clone(),
            name: row.name.clone(),
            unit: row.measure.clone(),
            planned: row.planned.clone(),
            actual: row.actual.clone(),
            rate: row.rate.clone(),
            last_year: row.last_year.clone(),
            compared: row.compared.clone(),
            status: table::status(&row.status).map(|one| show::status(Some(one), c)).unwrap_or_default().to_owned(),
        };
        if let Some(group) = groups.last_mut() {
            group.rows.push(printed);
        }
    }
    groups
}
