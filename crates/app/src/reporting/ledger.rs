//! `/rounds/{id}/evidence`: every document that reports of a round cite, for which lines, and what is odd about it.

use super::door::{asked, round_door};
use super::labels;
use super::words::{Words, words};
use crate::App;
use crate::face::frame::page;
use crate::face::paging::Paging;
use crate::face::tabs::Tab;
use crate::face::{Answer, Caller, Frame, Place, Refusal, Visitor, show as shown};
use crate::office::reach;
use askama::Template;
use axum::extract::{Path, Query, State};
use chrono::{Datelike, Months, NaiveDate};
use serde::Deserialize;
use thidua_domain::figures::Figure;
use thidua_domain::reporting::State as Stage;
use thidua_domain::reporting::evidence::{Citation, Oddity, Span, named, oddities};

/// Rows of one page.
const A_PAGE: usize = 100;

struct Row {
    unit: String,
    report_id: String,
    target_id: String,
    target: String,
    value: String,
    source: String,
    file: Option<(String, String)>,
    place: String,
    dated: String,
    oddities: Vec<(String, bool)>,
    doubtful: bool,
    sort: String,
}

#[derive(Template)]
#[template(path = "reporting/ledger.html")]
struct LedgerPage {
    f: Frame,
    w: &'static Words,
    id: String,
    movement_id: String,
    plan_number: String,
    period: String,
    heading: String,
    all: usize,
    doubtful: usize,
    without: usize,
    only: bool,
    rows: Vec<Row>,
    paging: Paging,
    query: String,
}

/// Which rows are shown.
#[derive(Default, Deserialize)]
pub(crate) struct Shown {
    /// `doubtful` for those that have something odd.
    #[serde(default)]
    show: String,
    page: Option<usize>,
}

/// The page. Reports that were never sent are their units' own.
pub(crate) async fn show(
    State(app): State<App>,
    caller: Caller,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(asked_for): Query<Shown>,
) -> Answer {
    let (round, door) = round_door(&app, &visitor, &id).await?;
    if !door.sees_all {
        return Err(Refusal::NotFound);
    }
    let language = caller.preferences.language;
    let (w, c) = (words(language), crate::face::words::words(language));
    let reports = app.store.reports_of_round(&round.id).await?;
    let lines = app.store.lines_of_round(&round.id).await?;
    let sent_on = |report: &str| {
        reports.iter().find(|one| one.id == report && one.state != Stage::Draft).and_then(|one| one.first_sent)
    };
    let lines: Vec<_> = lines
        .into_iter()
        .filter(|line| sent_on(&line.report_id).is_some())
        .filter(|line| matches!(line.entered.figure, Figure::Number(_) | Figure::Judged(_)))
        .collect();
    let citations: Vec<Citation<'_>> = lines
        .iter()
        .map(|line| Citation {
            unit_id: &line.unit_id,
            target_id: &line.target_id,
            source: line.entered.source.as_deref(),
            dated: line.entered.dated,
            file: line.entered.file_digest.as_deref(),
            sent: sent_on(&line.report_id),
        })
        .collect();
    let names = reach::names(&app, lines.iter().map(|line| &line.unit_id)).await?;
    let mut units = asked(&app, &door, &round).await?;
    units.extend(app.store.units_of(std::slice::from_ref(&round.owner_id)).await?);
    let named_units: Vec<(&str, &str)> = units.iter().map(|unit| (unit.id.as_str(), unit.name.as_str())).collect();
    let year = super::proposing::year_of(&door, crate::local_date((app.clock)()));
    let odd = oddities(&citations, &named_units, span(&round, year));
    let targets = app.store.targets(&round.plan_id).await?;
    let mut rows: Vec<Row> = Vec::new();
    for (line, odd) in lines.iter().zip(odd) {
        let target = targets.iter().find(|one| one.id == line.target_id);
        let source = line.entered.source.clone().unwrap_or_default();
        rows.push(Row {
            unit: names.get(&line.unit_id).cloned().unwrap_or_default(),
            report_id: line.report_id.clone(),
            target_id: line.target_id.clone(),
            target: target.map(|one| one.draft.name.clone()).unwrap_or_default(),
            value: shown::figure(line.entered.figure, c),
            file: line.entered.file_digest.clone().zip(line.entered.file_name.clone()),
            place: line.entered.place.clone().unwrap_or_default(),
            dated: shown::day(line.entered.dated),
            doubtful: odd.iter().any(Oddity::is_doubtful),
            oddities: odd.iter().map(|one| (says(one, w), one.is_doubtful())).collect(),
            // the uses of one document stand together
            sort: named(&source).key.unwrap_or_else(|| format!("~{source}")),
            source,
        });
    }
    rows.sort_by(|one, other| one.sort.cmp(&other.sort).then_with(|| one.unit.cmp(&other.unit)));
    let (all, doubtful) = (rows.len(), rows.iter().filter(|row| row.doubtful).count());
    let without = rows.iter().filter(|row| row.file.is_none()).count();
    let only = asked_for.show == "doubtful";
    rows.retain(|row| !only || row.doubtful);
    let (rows, paging) = Paging::of(rows, asked_for.page, A_PAGE);
    let period = labels::period(round.period, c);
    let illustrative = lines.iter().any(|line| line.illustrative);
    let template = LedgerPage {
        movement_id: round.movement_id.clone(),
        plan_number: door.view.plan.number_symbol.clone().unwrap_or_default(),
        heading: w.ledger_heading.replace("{period}", &period),
        period,
        all,
        doubtful,
        without,
        only,
        rows,
        paging,
        query: if only { "show=doubtful&".to_owned() } else { String::new() },
        id: round.id.clone(),
        f: Frame::new(&caller, Place::Movements)
            .in_movement(&caller, &round.movement_id, Tab::Rounds)
            .with_sample(illustrative),
        w,
    };
    page(&template)
}

/// The days within which evidence of a round lies.
pub(crate) fn span(round: &thidua_store::reporting::Round, year: i32) -> Span {
    let end = round.period.last_day(year).unwrap_or(round.text.due);
    Span {
        first: NaiveDate::from_ymd_opt(end.year(), 1, 1).unwrap_or(end),
        last: end.checked_add_months(Months::new(3)).unwrap_or(end),
    }
}

fn says(oddity: &Oddity, w: &'static Words) -> String {
    let n = |text: &str, n: usize| text.replace("{n}", &n.to_string());
    let day = |text: &str, day: NaiveDate| text.replace("{day}", &shown::day(Some(day)));
    match oddity {
        Oddity::UsedByUnits(units) => n(w.odd_units, *units),
        Oddity::UsedForLines(lines) => n(w.odd_lines, *lines),
        Oddity::TwoDays => w.odd_two_days.to_owned(),
        Oddity::AfterReport(on) => day(w.odd_after, *on),
        Oddity::OutsidePeriod(on) => day(w.odd_outside, *on),
        Oddity::Unnamed => w.odd_unnamed.to_owned(),
        Oddity::OtherIssuer(name) => w.odd_issuer.replace("{unit}", name),
    }
}
