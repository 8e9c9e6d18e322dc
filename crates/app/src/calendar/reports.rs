//! Report days of the plans' reporting calendars. Where a plan prints no day, the report is due when its period ends.

use super::entries::{Asked, Due, Entry, Kind};
use super::words::words;
use chrono::NaiveDate;
use std::collections::BTreeMap;
use thidua_domain::basics::date::short;
use thidua_domain::periods::Period;
use thidua_domain::plans::draft::ReportingPeriod;
use thidua_store::StoreError;
use thidua_store::calendar::ReportDay;

pub(super) async fn entries(asked: &Asked<'_>) -> Result<Vec<Entry>, StoreError> {
    let lines = asked.app.store.report_days(asked.units, asked.year, asked.limit).await?;
    // the report of the half-year is that of the second quarter: one entry for each plan and day
    let mut found: BTreeMap<(String, NaiveDate), Entry> = BTreeMap::new();
    for line in &lines {
        // once rounds are open they stand for themselves, with who has sent and who has not
        if !asked.app.store.report_rounds(&line.movement_id).await?.is_empty() {
            continue;
        }
        for (day, title, printed) in days(line, asked) {
            let w = words(asked.language);
            let note = [
                line.number_symbol.clone(),
                line.addressee.as_ref().map(|to| w.report_to.replace("{to}", to)),
                (!printed).then(|| w.no_day_printed.replace("{day}", &short(day))),
            ];
            let entry = Entry {
                note: note.into_iter().flatten().collect::<Vec<_>>().join("; "),
                address: Some(format!("/movements/{}/report", line.movement_id)),
                unit_id: Some(line.unit_id.clone()),
                due: Some(Due::Unknown),
                ..Entry::on(Kind::Report, format!("report-{}-{day}", line.plan_id), day, title)
            };
            found.insert((line.plan_id.clone(), day), entry);
        }
    }
    Ok(found.into_values().collect())
}

/// The days of a line of a reporting calendar, with what is reported and whether the day is printed.
fn days(line: &ReportDay, asked: &Asked<'_>) -> Vec<(NaiveDate, String, bool)> {
    let w = words(asked.language);
    let c = crate::face::words::words(asked.language);
    let titled = |what: &str| w.report.replace("{period}", &crate::face::show::inside(what));
    let periods: &[Period] = match line.period {
        ReportingPeriod::Quarter => &Period::ALL,
        ReportingPeriod::HalfYear => &[Period::FirstHalf],
        ReportingPeriod::Year => &[Period::Year],
        // the waves have their own deadlines; what is only "as regulated" has no day
        ReportingPeriod::Wave | ReportingPeriod::AsRegulated => &[],
    };
    if let Some(due) = line.due {
        let what = match line.period {
            ReportingPeriod::HalfYear => c.period_h1.to_owned(),
            ReportingPeriod::Year => c.period_y.to_owned(),
            _ => w.periodical.to_owned(),
        };
        return vec![(due, titled(&what), true)];
    }
    let year = i32::try_from(line.year).unwrap_or_default();
    let last = periods.iter().filter_map(|period| Some((*period, period.last_day(year)?)));
    last.map(|(period, day)| (day, titled(crate::face::show::period(period, c)), false)).collect()
}
