//! The grid of units in pages: which rows stand on this one, and what was counted on others and is not saved yet.

use super::assign::Row;
use super::grid::Cell;
use crate::blocks::filter::BlockFilter;
use crate::face::forms::Typed;
use crate::face::paging::{Paging, encoded};
use serde::Deserialize;
use thidua_domain::basics::text::fold;

/// Units of one page of the grid.
const A_PAGE: usize = 50;

/// Which units of the grid are shown.
#[derive(Clone, Default, Deserialize)]
pub(crate) struct Shown {
    #[serde(default)]
    pub(super) block: String,
    #[serde(default)]
    pub(super) find: String,
    pub(super) page: Option<usize>,
}

impl Shown {
    /// What a form says of the page that it was on.
    pub(super) fn of(typed: &Typed) -> Shown {
        let text = |name: &str| typed.get(name).cloned().unwrap_or_default();
        Shown { block: text("block"), find: text("find"), page: text("page").parse().ok() }
    }
}

impl Shown {
    /// What the address says of the page, behind something else.
    pub(super) fn address(&self) -> String {
        let page = self.page.filter(|page| *page > 1).map(|page| format!("&page={page}")).unwrap_or_default();
        let of = |name: &str, value: &str| match value {
            "" => String::new(),
            value => format!("&{name}={}", encoded(value)),
        };
        format!("{page}{}{}", of("block", &self.block), of("find", &self.find))
    }
}

/// A value of a unit on another page that was counted and not saved yet.
pub(super) struct Carried {
    pub(super) unit_id: String,
    pub(super) cell: Cell,
}

/// The rows of a page.
pub(super) struct Paged {
    pub(super) own: Vec<Row>,
    pub(super) partners: Vec<Row>,
    pub(super) carried: Vec<Carried>,
    pub(super) paging: Paging,
}

/// Divides the rows into pages. What is refused, or was changed by somebody else, stands on the page wherever its unit is;
/// of `divided` units on other pages what was counted is carried along.
pub(super) fn paged(
    own: Vec<Row>,
    partners: Vec<Row>,
    shown: &Shown,
    blocks: &BlockFilter,
    divided: &[String],
) -> Paged {
    let find = fold(&shown.find);
    let wanted = |row: &Row| blocks.shows(&row.unit_id) && fold(&row.name).contains(&find);
    let urgent = |row: &Row| row.cell.problem.is_some() || row.newest.is_some();
    let rows: Vec<(bool, Row)> =
        own.into_iter().map(|row| (true, row)).chain(partners.into_iter().map(|row| (false, row))).collect();
    let any_urgent = rows.len() > A_PAGE && rows.iter().any(|(_, row)| urgent(row));
    let (chosen, mut elsewhere): (Vec<(bool, Row)>, Vec<(bool, Row)>) =
        rows.into_iter().partition(|(_, row)| if any_urgent { urgent(row) } else { wanted(row) });
    let pages = chosen.len().div_ceil(A_PAGE).max(1);
    let page = if any_urgent { 1 } else { shown.page.unwrap_or(1).clamp(1, pages) };
    let paging = Paging { page, pages, total: chosen.len() };
    let mut here = Vec::new();
    for (at, row) in chosen.into_iter().enumerate() {
        if at / A_PAGE + 1 == page { here.push(row) } else { elsewhere.push(row) }
    }
    let carried = elsewhere
        .into_iter()
        .filter(|(_, row)| divided.contains(&row.unit_id))
        .map(|(_, row)| Carried { unit_id: row.unit_id, cell: row.cell })
        .collect();
    let (own, partners): (Vec<(bool, Row)>, Vec<(bool, Row)>) = here.into_iter().partition(|(own, _)| *own);
    let bare = |rows: Vec<(bool, Row)>| rows.into_iter().map(|(_, row)| row).collect::<Vec<Row>>();
    Paged { own: bare(own), partners: bare(partners), carried, paging }
}
