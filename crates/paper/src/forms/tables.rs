//! Tables of forms: titles, shares and rows put together.

use crate::write::document::{Align, Column, Row, Table};

/// A portrait table; every form says which share of the width each column takes.
pub(super) fn table<const N: usize>(
    caption: Option<String>,
    titles: [&str; N],
    shares: [(u32, Align); N],
    rows: Vec<Row>,
) -> Table {
    let columns = titles.into_iter().zip(shares);
    let columns = columns.map(|(title, (share, align))| Column::new(title, share, align)).collect();
    Table { caption, columns, rows, landscape: false }
}

/// Rows that count themselves in their first cell.
pub(super) fn numbered<T>(items: &[T], cells: impl Fn(&T) -> Vec<String>) -> Vec<Row> {
    let row = |(at, item): (usize, &T)| {
        let mut row = vec![(at + 1).to_string()];
        row.extend(cells(item));
        Row::cells(row)
    };
    items.iter().enumerate().map(row).collect()
}
