//! Summing-ups that are due, for the first page.

use super::words::words;
use crate::App;
use crate::calendar::countdown;
use chrono::Days;
use thidua_domain::basics::Language;
use thidua_store::StoreError;

/// Days ahead of which the first page speaks of a summing-up.
const AHEAD: u64 = 30;
/// The most that the first page shows.
const MOST: i64 = 10;

/// A summing-up that waits.
pub(crate) struct Waiting {
    pub(crate) text: String,
    pub(crate) address: String,
    pub(crate) note: String,
    pub(crate) late: bool,
}

/// The summing-ups of some authorities that are overdue or due soon.
pub(crate) async fn waiting(
    app: &App,
    units: Option<&[&str]>,
    language: Language,
) -> Result<Vec<Waiting>, StoreError> {
    let today = crate::local_date((app.clock)());
    let by = today.checked_add_days(Days::new(AHEAD)).unwrap_or(today);
    let mut found = Vec::new();
    for led in app.store.summing_ups_due(units, by, MOST).await? {
        let calendar = crate::calendar::of_unit(app, &led.unit_id).await?;
        let left = led.wave.deadline().and_then(|deadline| deadline.remaining(today, &calendar));
        let Some(left) = left else { continue };
        let shown = countdown::of(left, language);
        let note = if shown.doubt.is_empty() { shown.text } else { format!("{} ({})", shown.text, shown.doubt) };
        found.push(Waiting {
            text: words(language).summary_title.replace("{name}", &led.wave.name),
            address: format!("/waves/{}", led.id),
            note,
            late: shown.late,
        });
    }
    Ok(found)
}
