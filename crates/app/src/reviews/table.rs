//! The table of results: as it is now, and as it was kept.

use super::gather::Gathered;
use crate::reports::actions::numbering;
use thidua_domain::basics::Language;
use thidua_domain::figures::Figure;
use thidua_domain::reviews::difference;
use thidua_domain::targets::Status;
use thidua_store::reviews::Kept;

/// The rows as they are now, in the words of official papers.
pub(super) fn rows(of: &Gathered) -> Vec<Kept> {
    let vietnamese = Language::Vietnamese;
    let views = crate::movements::table::views(
        &of.evaluation.rows,
        crate::movements::words::words(vietnamese),
        crate::targets::words::words(vietnamese),
        crate::face::words::words(vietnamese),
        vietnamese,
    );
    let numbers = numbering(&views);
    views
        .into_iter()
        .zip(&of.evaluation.rows)
        .zip(numbers)
        .map(|((view, row), number)| {
            let before = of.last_year.get(&view.id).copied();
            let draft = &row.target.draft;
            let compared = match (row.figure, before, draft.comparator) {
                (Figure::Number(actual), Some(before), Some(comparator)) => {
                    difference(comparator, draft.unit.as_deref(), actual, before)
                }
                _ => None,
            };
            Kept {
                target_id: view.id,
                number,
                group: view.group,
                name: view.name,
                measure: view.unit,
                planned: view.planned,
                actual: if view.container { String::new() } else { view.figure },
                rate: view.rate.trim_end_matches(" %").to_owned(),
                last_year: before.map(|before| before.vietnamese()).unwrap_or_default(),
                compared: compared.unwrap_or_default(),
                status: row.status.map_or("", Status::code).to_owned(),
            }
        })
        .collect()
}

/// The status of a code.
pub(super) fn status(code: &str) -> Option<Status> {
    Status::ALL.into_iter().find(|one| one.code() == code)
}

/// The targets whose result is another now than it was kept.
pub(super) fn moved<'a>(kept: &'a [Kept], now: &'a [Kept]) -> Vec<(&'a Kept, &'a str)> {
    kept.iter()
        .filter_map(|old| {
            let new = now.iter().find(|new| new.target_id == old.target_id)?;
            (new.actual != old.actual).then_some((old, new.actual.as_str()))
        })
        .collect()
}
