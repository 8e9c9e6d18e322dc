//! Days, audiences and attendance as people read them.

use super::words::Words;
use chrono::NaiveDate;
use thidua_domain::basics::date::short;
use thidua_domain::training::Attendance;
use thidua_domain::units::UnitKind;

pub(crate) fn attendance(attendance: Attendance, w: &'static Words) -> &'static str {
    match attendance {
        Attendance::Called => w.a_called,
        Attendance::Present => w.a_present,
        Attendance::Absent => w.a_absent,
        Attendance::Certificate => w.a_certificate,
    }
}

/// `15/4/2022`, or `15/4/2022 – 16/4/2022`.
pub(super) fn days(from: NaiveDate, to: NaiveDate) -> String {
    if from == to { short(from) } else { format!("{} – {}", short(from), short(to)) }
}

pub(super) fn audience(kinds: &[UnitKind], w: &'static Words, u: &'static crate::units::words::Words) -> String {
    if kinds.is_empty() {
        return w.audience_all.to_owned();
    }
    kinds.iter().map(|kind| crate::units::labels::kind(*kind, u)).collect::<Vec<_>>().join("; ")
}

/// The first names of a list, and how many more there are.
pub(super) fn some(names: &[&str], w: &'static Words) -> String {
    const SHOWN: usize = 40;
    let shown: Vec<&str> = names.iter().take(SHOWN).copied().collect();
    let more = names.len().saturating_sub(SHOWN);
    let mut said = shown.join("; ");
    if more > 0 {
        said = format!("{said}; {}", w.and_more.replace("{n}", &more.to_string()));
    }
    said
}
