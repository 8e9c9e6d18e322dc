//! Tables of targets in a text: a line that names columns, and below it a line for each row.
//!
//! Columns are parted by `|`, by tabs, or by the places where they stand under their names. What a column is for follows
//! from its name; a column of results of an earlier year is no column of targets.

mod cells;
mod head;

use super::token::{Kind, Token};
use cells::{Parting, cells, parting, place, tokens};
use head::Head;
use std::ops::Range;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// Running number.
    Number,
    /// What is measured.
    Name,
    /// Its unit.
    Unit,
    /// The value to be reached; with the year it is for, when its name says so.
    Target(Option<i32>),
    /// The value that was reached, in the period reported or an earlier one.
    Result(Option<i32>),
    /// The share of the target that was reached.
    Rate,
    /// Remarks.
    Note,
    /// Whose target a row sets, in a table whose columns are indicators.
    Subject,
    /// The value of an indicator that the column is named after.
    Indicator,
    /// Anything else.
    Other,
}

/// A row of a table.
#[derive(Clone, Debug)]
pub struct Row {
    /// Index of its first line.
    pub line: usize,
    /// Index of its last line.
    pub last: usize,
    /// The words of each column, in the order of the columns.
    pub cells: Vec<Vec<Token>>,
}

/// A table of targets or results.
#[derive(Clone, Debug)]
pub struct Table {
    /// Its lines, the line of names included.
    pub lines: Range<usize>,
    /// What its columns hold.
    pub columns: Vec<Column>,
    /// The names of its columns.
    pub titles: Vec<String>,
    /// The units that its columns name, or the line above it for all of them.
    pub units: Vec<Vec<Token>>,
    /// What the line above it says that it measures.
    pub caption: Option<String>,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// Every table of a text.
pub fn tables(lines: &[String], damaged: bool) -> Vec<Table> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        match table_at(lines, at, damaged) {
            Some(table) => {
                at = table.lines.end.max(at + 1);
                found.push(table);
            }
            None => at += 1,
        }
    }
    found
}

fn table_at(lines: &[String], at: usize, damaged: bool) -> Option<Table> {
    let first = lines.get(at)?;
    let parting = parting(first).or_else(|| head::names_a_pair(lines, at).then_some(Parting::Places))?;
    let open = !first.trim_start().starts_with('|');
    let head = cells(first, parting, open);
    let Head { columns, titles, mut units, from } = head::head(lines, at, &head, parting)?;
    let mut rows: Vec<Row> = Vec::new();
    let mut end = at + 1;
    let mut blanks = 0;
    for (index, content) in lines.iter().enumerate().skip(at + 1) {
        let trimmed = content.trim();
        if trimmed.is_empty() {
            blanks += 1;
            if blanks > 1 {
                break;
            }
            continue;
        }
        if trimmed.chars().all(|c| matches!(c, '-' | '|' | ':' | '=' | '_' | ' ' | '+' | '\t')) {
            end = index + 1;
            continue;
        }
        let own = cells(content, parting, open);
        let Some(placed) = place(content, &own, &head, parting, &columns) else { break };
        if own.len() < 2 && (blanks > 0 || !continues(content, &placed, rows.last(), parting, &columns)) {
            break;
        }
        blanks = 0;
        end = index + 1;
        let words: Vec<Vec<Token>> =
            placed.into_iter().map(|range| tokens(content, range, index, damaged)).collect();
        // the second line of a long name
        let wraps = own.len() < 2 && parting == Parting::Places;
        match rows.last_mut().filter(|_| wraps) {
            Some(row) => {
                row.last = index;
                for (cell, more) in row.cells.iter_mut().zip(words) {
                    cell.extend(more);
                }
            }
            None => rows.push(Row { line: index, last: index, cells: words }),
        }
    }
    let columns = with_values(columns, &rows)?;
    if let Some(own) = rows.first().and_then(|row| names_the_units(row, &columns)) {
        units = own;
        rows.remove(0);
    }
    if columns.contains(&Column::Indicator) && !measures_subjects(&columns, &rows) {
        return None;
    }
    if rows.first().is_some_and(numbers_the_columns) {
        rows.remove(0);
    }
    let rows = whole_names(rows, &columns);
    let unit = head::unit_above(lines, from);
    units.iter_mut().filter(|own| own.is_empty()).for_each(|own| own.clone_from(&unit));
    let caption = head::caption(lines, from);
    (!rows.is_empty()).then_some(Table { lines: from..end, columns, titles, units, caption, rows })
}

/// Whether most cells under the indicators of a table of subjects are numbers.
fn measures_subjects(columns: &[Column], rows: &[Row]) -> bool {
    let cells = || {
        rows.iter().flat_map(|row| row.cells.iter().zip(columns)).filter(|(cell, column)| {
            **column == Column::Indicator && cell.iter().any(|token| token.kind != Kind::Mark)
        })
    };
    let numbers =
        cells().filter(|(cell, _)| cell.len() <= 8 && cell.iter().any(|token| token.kind == Kind::Number)).count();
    rows.len() >= 2 && numbers >= 2 && numbers * 4 >= cells().count() * 3
}

/// `(đơn vị tính)  (bài)  (ha)`: a row below the names of the columns that says their units.
fn names_the_units(row: &Row, columns: &[Column]) -> Option<Vec<Vec<Token>>> {
    let inner = |cell: &Vec<Token>| -> Vec<Token> {
        cell.iter().filter(|token| !token.is_mark("(") && !token.is_mark(")")).cloned().collect()
    };
    let valued = |column: &Column| matches!(column, Column::Target(_) | Column::Indicator | Column::Result(_));
    let said: Vec<&Vec<Token>> = row
        .cells
        .iter()
        .zip(columns)
        .filter(|(cell, column)| valued(column) && !cell.is_empty())
        .map(|(cell, _)| cell)
        .collect();
    let is_unit = |cell: &&Vec<Token>| {
        let words = inner(cell);
        let bracketed = cell.first().is_some_and(|token| token.is_mark("("));
        let known = super::dictionary::unit_at(&words, 0)
            .is_some_and(|(_, end)| end == words.len() || words[end].is_mark("/"));
        words.len() <= 6 && !words.iter().any(|token| token.kind == Kind::Number) && (known || bracketed)
    };
    (said.len() >= 2 && said.iter().all(is_unit)).then(|| row.cells.iter().map(inner).collect())
}

/// `A  B  C  1  2`: a row that numbers the columns.
fn numbers_the_columns(row: &Row) -> bool {
    let short = |cell: &Vec<Token>| {
        let mut words = cell.iter().filter(|token| token.kind != Kind::Mark);
        words.next().is_none_or(|word| word.text.chars().count() <= 2) && words.next().is_none()
    };
    let letters = |cell: &Vec<Token>| cell.iter().any(|token| token.kind == Kind::Word);
    let filled = row.cells.iter().filter(|cell| !cell.is_empty()).count();
    filled >= 3
        && row.cells.iter().all(short)
        && (row.cells.first().is_some_and(letters) || row.cells.iter().all(|cell| !letters(cell)))
}

/// Joins names that begin in one row and end, with the values, in the next.
fn whole_names(rows: Vec<Row>, columns: &[Column]) -> Vec<Row> {
    let Some(name) = columns.iter().position(|column| *column == Column::Name) else { return rows };
    let valued = |row: &Row| {
        row.cells
            .iter()
            .zip(columns)
            .any(|(cell, column)| matches!(column, Column::Target(_) | Column::Result(_)) && !cell.is_empty())
    };
    let number = columns.iter().position(|column| *column == Column::Number);
    let numbered = |row: &Row| number.and_then(|at| row.cells.get(at)).is_some_and(|cell| !cell.is_empty());
    let mut joined: Vec<Row> = Vec::with_capacity(rows.len());
    for row in rows {
        let goes_on = row.cells.get(name).and_then(|cell| cell.first()).is_some_and(|first| {
            first.kind == Kind::Word && first.text.chars().next().is_some_and(char::is_lowercase)
        });
        let part = row.cells.get(name).is_some_and(|cell| super::token::starts_at(cell, 0, "trong do").is_some());
        match joined.last_mut() {
            Some(last)
                if goes_on
                    && !part
                    && !numbered(&row)
                    && last.cells.get(name).is_some_and(|cell| !cell.is_empty())
                    && (!valued(last) && (numbered(last) || number.is_none()) || !valued(&row)) =>
            {
                last.last = row.last;
                for (cell, more) in last.cells.iter_mut().zip(row.cells) {
                    cell.extend(more);
                }
            }
            _ => joined.push(row),
        }
    }
    joined
}

/// Where no column is named as one of values, the column whose cells are mostly measures is it.
fn with_values(mut columns: Vec<Column>, rows: &[Row]) -> Option<Vec<Column>> {
    if columns.iter().any(|column| matches!(column, Column::Target(_) | Column::Result(_) | Column::Indicator)) {
        return Some(columns);
    }
    let filled =
        |at: usize| rows.iter().filter(|row| row.cells.get(at).is_some_and(|cell| !cell.is_empty())).count();
    let measured = |at: usize| {
        let has_number = |row: &&Row| {
            row.cells
                .get(at)
                .is_some_and(|cell| cell.len() <= 14 && cell.iter().any(|token| token.kind == Kind::Number))
        };
        rows.iter().filter(has_number).count()
    };
    let best = (0..columns.len())
        .filter(|at| columns[*at] == Column::Other && measured(*at) >= 3 && measured(*at) * 4 >= filled(*at) * 3)
        .max_by_key(|at| measured(*at))?;
    columns[best] = Column::Target(None);
    Some(columns)
}

/// Whether a line with one cell belongs to the table: a group's name between bars, or the rest of a wrapped name.
fn continues(
    content: &str,
    placed: &[Range<usize>],
    last: Option<&Row>,
    parting: Parting,
    columns: &[Column],
) -> bool {
    match parting {
        Parting::Bars => true,
        Parting::Tabs => content.chars().count() <= 80 && last.is_some(),
        Parting::Places => {
            let name = columns.iter().position(|column| *column == Column::Name);
            let unit = columns.iter().position(|column| *column == Column::Unit);
            let in_unit = unit.is_some_and(|at| placed.get(at).is_some_and(|range| !range.is_empty()));
            if in_unit && last.is_some() && content.starts_with("  ") && content.trim().chars().count() <= 24 {
                return true;
            }
            let in_name = name.is_some_and(|at| placed.get(at).is_some_and(|range| !range.is_empty()));
            in_name && content.starts_with("  ") && content.trim().chars().count() <= 60
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::token;

    fn read(text: &str) -> Vec<Vec<String>> {
        let lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let found = tables(&lines, false);
        assert_eq!(found.len(), 1, "{text}");
        found[0].rows.iter().map(|row| row.cells.iter().map(|cell| token::text(cell)).collect()).collect()
    }

    #[test]
    fn columns_are_parted_by_bars_tabs_and_places() {
        let row = ["1", "Tỷ lệ hộ nghèo", "%", "5,2"].map(str::to_owned).to_vec();
        assert_eq!(
            read("| TT | Chỉ tiêu | ĐVT | Kế hoạch |\n|---|---|---|---|\n| 1 | Tỷ lệ hộ nghèo | % | 5,2 |"),
            std::slice::from_ref(&row)
        );
        assert_eq!(
            read("TT\tChỉ tiêu\tĐVT\tKế hoạch\n1\tTỷ lệ hộ nghèo\t%\t5,2\n\n\nHết"),
            std::slice::from_ref(&row)
        );
        assert_eq!(
            read(
                "STT   Nội dung                 ĐVT       Chỉ tiêu\n-----------------------------------------------\n 1    Tỷ lệ hộ nghèo           %              5,2\n\nNgoài các chỉ tiêu trong bảng, tập trung phấn đấu:"
            ),
            [row]
        );
    }

    #[test]
    fn results_of_an_earlier_year_are_no_targets() {
        let lines = [
            "TT | Chỉ tiêu | Đơn vị tính | Thực hiện 2023 | Kế hoạch 2024 | Ghi chú".to_owned(),
            "1 | A | ha | 2 | 3 |".to_owned(),
        ];
        assert_eq!(
            tables(&lines, false)[0].columns,
            [
                Column::Number,
                Column::Name,
                Column::Unit,
                Column::Result(Some(2023)),
                Column::Target(Some(2024)),
                Column::Note
            ]
        );
        for text in [
            "Số: 12/KH-UBND          Ví Dụ, ngày 05 tháng 01 năm 2026",
            "- Tổng đàn:\t3.027 con",
            "1. Mục đích  yêu cầu  chung",
        ] {
            assert!(tables(&[text.to_owned(), "a\tb\tc".to_owned()], false).is_empty(), "{text}");
        }
    }
}
