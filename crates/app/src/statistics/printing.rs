//! A form of the yearly statistics on paper, as it is sent.

use super::gather::{Asked as Year, gather};
use super::page::{asked_sheet, form_view};
use super::words::words;
use crate::App;
use crate::face::{Answer, Refusal, Visitor};
use crate::forms::Asked;
use crate::reports::letterhead;
use axum::extract::{Path, Query, State};
use thidua_domain::access::Act;
use thidua_domain::basics::Language;
use thidua_domain::statistics::Counts;
use thidua_domain::units::Unit;
use thidua_paper::forms::Letterhead;
use thidua_paper::forms::statistics_table::{StatisticsColumn, StatisticsLine, StatisticsTable, document};
use thidua_paper::write::document::Signature;

const VI: Language = Language::Vietnamese;

/// The forms that are printed from the statistics.
pub(crate) const FORMS: &[&str] = &["statistics_table"];

/// The unit that reports, where a person looks for one.
async fn reporter(app: &App, visitor: &Visitor) -> Result<Option<Unit>, Refusal> {
    match visitor.actor.units(Act::Look).as_deref() {
        Some([first, ..]) => Ok(app.store.unit(first).await?),
        _ => Ok(None),
    }
}

/// `GET /statistics/forms/{file}?form=…&year=…`.
pub(crate) async fn paper(
    State(app): State<App>,
    visitor: Visitor,
    Path(file): Path<String>,
    Query(year): Query<Year>,
) -> Answer {
    let asked = Asked::of(&file, FORMS)?;
    let w = words(VI);
    let of = gather(&app, &visitor, &year.year).await?;
    let sheet = asked_sheet(&of, &year.form, w.by_award)?;
    let view = form_view(&sheet, &of, VI);
    let count = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
    let mut first = true;
    let lines = view.lines.iter().map(|line| {
        if line.head {
            return StatisticsLine::Heading(line.label.clone());
        }
        let name = line.label.clone();
        let values = line.cells.iter().map(|cell| count(cell.count)).collect();
        if std::mem::take(&mut first) {
            StatisticsLine::Total { name, values }
        } else {
            StatisticsLine::Figures { name, values }
        }
    });
    let all = std::iter::once(w.col_all.to_owned()).chain(view.columns.iter().cloned());
    let unit = reporter(&app, &visitor).await?;
    let head = match &unit {
        Some(unit) => letterhead::of_unit(&app, unit, "").await?,
        None => Letterhead {
            parent_authority: None,
            issuer: visitor.unit_name.clone().unwrap_or_else(|| w.paper_all.to_owned()),
            number_symbol: None,
            symbol_hint: None,
            place: None,
            date: None,
            recipients: Vec::new(),
            signature: Signature { authority_form: None, post: String::new(), name: None },
        },
    };
    let due = sheet.form.due.split_once('-').map(|(month, day)| format!("{day}/{month}"));
    let form = StatisticsTable {
        number: sheet.form.number.clone(),
        issued_with: Some(view.source.clone()),
        name: sheet.form.name.clone(),
        period: w.col_now.replace("{year}", &of.year.to_string()),
        due: due.map(|day| w.paper_due.replace("{day}", &day).replace("{year}", &of.year.to_string())),
        receiver: head.parent_authority.clone().unwrap_or_else(|| w.paper_receiver.to_owned()),
        unit: Some(match sheet.form.counts {
            Counts::Movements => w.paper_movements.to_owned(),
            Counts::Awards => w.paper_unit.to_owned(),
        }),
        columns: all.map(|title| StatisticsColumn { title, over: None }).collect(),
        lines: lines.collect(),
        notes: view.differences.iter().map(|(says, _)| says.clone()).collect(),
        made_by: Some(Signature { authority_form: None, post: String::new(), name: None }),
        mark: of.illustrative().then(|| crate::forms::words::words(VI).mark_sample.to_owned()),
        letterhead: Letterhead { symbol_hint: None, recipients: Vec::new(), ..head },
    };
    asked.send(&app, document(&form), &format!("{} {}", sheet.form.code, of.year)).await
}
