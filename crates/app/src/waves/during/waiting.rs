//! Waves of which a unit has to report, for the first page.

use super::words::words;
use crate::App;
use crate::calendar::countdown;
use crate::face::{Refusal, Visitor, show};
use chrono::Days;
use thidua_domain::access::Act;
use thidua_domain::basics::Language;
use thidua_domain::calendar::deadlines::remaining;

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
    let mut found = Vec::new();
    for one in asked {
        let last = one.deadline.and_then(|day| if one.strictly_before { day.pred_opt() } else { Some(day) });
        let until = last.map(|last| w.until.replace("{day}", &show::day(Some(last)))).unwrap_or_default();
        let mut note = one.unit_name;
        let late = last.is_some_and(|last| last < today);
        if let (Some(last), true) = (last, late) {
            // counted in the calendar of the authority that leads the wave
            let led = app.store.wave(&one.wave_id).await?.ok_or(Refusal::NotFound)?;
            let calendar = crate::calendar::of_unit(app, &led.unit_id).await?;
            note = format!("{note}; {}", countdown::of(remaining(last, today, &calendar), language).text);
        }
        found.push(Waiting {
            class: if late { "missed" } else { "needs-person" },
            text: w.waits.replace("{until}", &until).replace("{wave}", &one.name),
            address: format!("/waves/{}/reports?unit={}", one.wave_id, one.unit_id),
            note,
        });
    }
    Ok(found)
}
