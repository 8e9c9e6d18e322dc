//! Waves of which a unit has to report, for the first page.

use super::words::words;
use crate::App;
use crate::face::{Refusal, Visitor, show};
use chrono::Days;
use thidua_domain::access::Act;
use thidua_domain::basics::Language;
use thidua_domain::wave_results::{Arrival, arrival};

/// Days before the end of a wave from which the first page speaks of its report.
const AHEAD: u64 = 10;

/// A report that waits: class, sentence, address, note.
pub(crate) struct Waiting {
    pub(crate) class: &'static str,
    pub(crate) text: String,
    pub(crate) address: String,
    pub(crate) note: String,
}

/// The waves of the units above of which this person's units have not reported.
pub(crate) async fn waiting(app: &App, visitor: &Visitor, language: Language) -> Result<Vec<Waiting>, Refusal> {
    let w = words(language);
    let today = crate::local_date((app.clock)());
    let by = today.checked_add_days(Days::new(AHEAD)).unwrap_or(today);
    let units = visitor.actor.units(Act::ReportFigure).unwrap_or_default();
    let units: Vec<String> = units.into_iter().map(str::to_owned).collect();
    let asked = app.store.waves_to_report(&units, by).await?;
    Ok(asked
        .into_iter()
        .map(|one| {
            let last = one.deadline.and_then(|day| if one.strictly_before { day.pred_opt() } else { Some(day) });
            let until = last.map(|last| w.until.replace("{day}", &show::day(Some(last)))).unwrap_or_default();
            let late = matches!(arrival(None, last, today), Arrival::Overdue(_));
            Waiting {
                class: if late { "missed" } else { "needs-person" },
                text: w.waits.replace("{until}", &until).replace("{wave}", &one.name),
                address: format!("/waves/{}/reports?unit={}", one.wave_id, one.unit_id),
                note: one.unit_name,
            }
        })
        .collect())
}
