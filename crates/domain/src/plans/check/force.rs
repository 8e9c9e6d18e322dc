//! Whether a cited document was in force on the day of the plan: what replaced what, and from when.
//!
//! Each row carries its source and how sure it is. A row that was not read in an official text never decides: it asks a person.

use super::{Fault, Found};
use crate::basics::text::fold;
use crate::plans::draft::{LegalBasis, PlanDraft};
use chrono::NaiveDate;

/// How sure a legal fact is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    /// The provision was read.
    Read,
    /// One secondary source only: a person confirms.
    Secondary,
}

/// A document with the days on which it is in force.
struct Instrument {
    symbol: &'static str,
    from: (i32, u32, u32),
    /// The last day, and what stands in its place from the next.
    until: Option<((i32, u32, u32), &'static str)>,
    mark: Mark,
}

const fn row(
    symbol: &'static str,
    from: (i32, u32, u32),
    until: Option<((i32, u32, u32), &'static str)>,
    mark: Mark,
) -> Instrument {
    Instrument { symbol, from, until, mark }
}

/// The laws, decrees and circulars of emulation and commendation.
const INSTRUMENTS: [Instrument; 14] = [
    // Luật 06/2022/QH15 Điều 94, read in the gazette: in force from 01/01/2024, ends the law of 2003 with its three amendments;
    // from when two of these were in force was read in one secondary source
    row("15/2003/QH11", (2004, 7, 1), Some(((2023, 12, 31), "06/2022/QH15")), Mark::Read),
    row("47/2005/QH11", (2005, 7, 27), Some(((2023, 12, 31), "06/2022/QH15")), Mark::Secondary),
    row("32/2009/QH12", (2009, 8, 1), Some(((2023, 12, 31), "06/2022/QH15")), Mark::Secondary),
    row("39/2013/QH13", (2014, 6, 1), Some(((2023, 12, 31), "06/2022/QH15")), Mark::Read),
    row("06/2022/QH15", (2024, 1, 1), None, Mark::Read),
    // NĐ 91/2017/NĐ-CP: from 01/10/2017; that it stands in the place of the decrees of 2010, 2012 and 2014 was read in one
    // secondary source, the article is unverified
    row("42/2010/NĐ-CP", (2010, 6, 1), Some(((2017, 9, 30), "91/2017/NĐ-CP")), Mark::Secondary),
    row("39/2012/NĐ-CP", (2012, 6, 15), Some(((2017, 9, 30), "91/2017/NĐ-CP")), Mark::Secondary),
    row("65/2014/NĐ-CP", (2014, 8, 20), Some(((2017, 9, 30), "91/2017/NĐ-CP")), Mark::Secondary),
    row("91/2017/NĐ-CP", (2017, 10, 1), Some(((2023, 12, 31), "98/2023/NĐ-CP")), Mark::Read),
    // NĐ 152/2025/NĐ-CP: from 01/07/2025
    row("98/2023/NĐ-CP", (2024, 1, 1), Some(((2025, 6, 30), "152/2025/NĐ-CP")), Mark::Read),
    row("152/2025/NĐ-CP", (2025, 7, 1), None, Mark::Read),
    // circulars of Bộ Nội vụ; their dates come from one compilation
    row("12/2019/TT-BNV", (2019, 12, 19), Some(((2024, 4, 14), "01/2024/TT-BNV")), Mark::Secondary),
    row("01/2024/TT-BNV", (2024, 4, 15), Some(((2025, 8, 4), "15/2025/TT-BNV")), Mark::Secondary),
    row("15/2025/TT-BNV", (2025, 8, 5), None, Mark::Secondary),
];

fn day((year, month, day): (i32, u32, u32)) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

/// The instrument that a basis cites: by its symbol, or the law of 2003 by its name and year.
fn cited(basis: &LegalBasis) -> Option<&'static Instrument> {
    let bare = |symbol: &str| fold(symbol).replace([' ', '-', '/'], "");
    if let Some(symbol) = &basis.number_symbol {
        return INSTRUMENTS.iter().find(|known| bare(known.symbol) == bare(symbol));
    }
    let subject = fold(&format!("{} {}", basis.kind, basis.subject.as_deref().unwrap_or_default()));
    let year = basis.date.map(|date| chrono::Datelike::year(&date));
    let of_2003 = subject.starts_with("luat") && subject.contains("thi dua") && year == Some(2003);
    INSTRUMENTS.first().filter(|_| of_2003)
}

pub(super) fn check(draft: &PlanDraft, found: &mut Vec<Found>) {
    let Some(date) = draft.document.date.as_ref().map(|date| date.value) else { return };
    for (index, basis) in draft.legal_bases.iter().enumerate() {
        let Some(instrument) = cited(basis) else { continue };
        let sure = instrument.mark == Mark::Read;
        let symbol = instrument.symbol;
        let fault = match instrument.until.and_then(|(until, next)| Some((day(until)?, next))) {
            Some((until, next)) if date > until => Fault::BasisEnded { symbol, until, next, sure },
            _ => match day(instrument.from) {
                Some(from) if date < from => Fault::BasisNotYet { symbol, from },
                _ => continue,
            },
        };
        found.push(Found::at(fault, Some(basis.lines), format!("legal_bases.{index}")));
    }
}
