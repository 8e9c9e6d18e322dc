//! The report of a whole movement for a period, directions upon reports, sơ kết and tổng kết, and the next year.

mod directing;
pub(crate) mod directions;
mod gather;
mod issuing;
mod list;
pub(crate) mod next_year;
mod one;
mod paper;
mod printing;
mod sections;
pub(crate) mod stepping;
mod summing_up;
mod summing_ups;
mod table;
pub(crate) mod words;
mod writing;

pub(crate) use directing::{become_task, upon_period_report, upon_unit_report};
pub(crate) use issuing::{issue, reopen, send_up};
pub(crate) use list::{begin, show as show_list};
pub(crate) use next_year::{leave, show as show_next_year};
pub(crate) use one::show as show_one;
pub(crate) use paper::{docx, pdf};
pub(crate) use printing::{FORMS, paper as summing_up_paper};
pub(crate) use summing_up::{commend, keep, show as show_summing_up, write as write_summing_up};
pub(crate) use summing_ups::{plan as plan_summing_up, show as show_summing_ups};
pub(crate) use writing::write as write_section;

use crate::App;
use crate::face::{Refusal, Visitor};
use crate::movements::actions::{MovementView, movement_for};
use thidua_domain::access::Act;
use thidua_store::audit::Entry;
use thidua_store::reviews::PeriodReport;

/// The report of an address, with its movement, if this person may do this to it.
async fn report_for(
    app: &App,
    visitor: &Visitor,
    id: &str,
    act: Act,
) -> Result<(PeriodReport, MovementView), Refusal> {
    let report = app.store.period_report(id).await?.ok_or(Refusal::NotFound)?;
    let view = movement_for(app, visitor, &report.movement_id, act).await?;
    Ok((report, view))
}

fn noted(unit_id: &str, act: &'static str, subject: &'static str, id: &str, detail: Option<String>) -> Entry {
    let detail = detail.map(|detail| detail.chars().take(2_000).collect());
    Entry { unit_id: Some(unit_id.to_owned()), act, subject, subject_id: id.to_owned(), detail }
}
