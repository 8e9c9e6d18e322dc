//! The stacked bar of statuses.

use super::tenths;
use crate::face::show;
use crate::face::words::Words;
use thidua_domain::evaluation::Summary;
use thidua_domain::targets::Status;

/// A part of the stacked bar, in thousandths of the width.
pub(crate) struct Part {
    pub(crate) class: &'static str,
    pub(crate) label: &'static str,
    pub(crate) count: u32,
    pub(crate) from: String,
    pub(crate) width: String,
}

/// The stacked bar of statuses.
pub(crate) struct StatusBar {
    pub(crate) parts: Vec<Part>,
    pub(crate) says: String,
}

/// The order in which statuses stand in the bar: best first, undecided last.
const ORDER: [Status; 7] = [
    Status::Exceeded,
    Status::Met,
    Status::OnTrack,
    Status::AtRisk,
    Status::Missed,
    Status::NeedsPerson,
    Status::NotBegun,
];

impl StatusBar {
    pub(crate) fn of(summary: &Summary, c: &'static Words) -> StatusBar {
        let all = (summary.leaves - summary.not_applicable).max(1);
        let mut from = 0;
        let mut parts = Vec::new();
        for status in ORDER {
            let count = summary.count(status);
            if count == 0 {
                continue;
            }
            // whole thousandths: no binary fractions, and the bar ends where it should
            let until = from + count;
            let (start, end) = (from * 1000 / all, until * 1000 / all);
            let gap = if until < all { 4 } else { 0 };
            parts.push(Part {
                class: status.code(),
                label: show::status(Some(status), c),
                count,
                from: tenths(i64::from(start)),
                width: tenths(i64::from((end - start).saturating_sub(gap))),
            });
            from = until;
        }
        let says = parts.iter().map(|part| format!("{} {}", part.count, part.label.to_lowercase()));
        StatusBar { says: says.collect::<Vec<_>>().join(", "), parts }
    }
}
