//! Tables of targets in a text: a line that names columns, and below it a line for each row.
//!
//! Columns are parted by `|`, by tabs, or by the places where they stand under their names. What a column is for follows
//! from its name; a column of results of an earlier year is no column of targets.

use super::token::{Kind, Token};
use super::tokenise;
use std::ops::Range;
use thidua_domain::basics::text::fold;

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
    /// Its rows.
    pub rows: Vec<Row>,
}

/// How columns are parted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Parting {
    Bars,
    Tabs,
    Places,
}

/// A cell: the bytes of a line, and the place on the line where it begins and ends, in characters.
type Cell = (Range<usize>, Range<usize>);

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
    let parting = parting(first)?;
    let open = !first.trim_start().starts_with('|');
    let head = cells(first, parting, open);
    let columns = columns(first, &head)?;
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
    (!rows.is_empty()).then_some(Table { lines: at..end, columns, rows })
}

/// Where no column is named as one of values, the column whose cells are mostly measures is it.
fn with_values(mut columns: Vec<Column>, rows: &[Row]) -> Option<Vec<Column>> {
    if columns.iter().any(|column| matches!(column, Column::Target(_) | Column::Result(_))) {
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
            let in_name = name.is_some_and(|at| placed.get(at).is_some_and(|range| !range.is_empty()));
            in_name && content.starts_with("  ") && content.trim().chars().count() <= 60
        }
    }
}

fn parting(line: &str) -> Option<Parting> {
    if line.matches('|').count() >= 2 {
        Some(Parting::Bars)
    } else if line.matches('\t').count() >= 2 || (line.contains('\t') && line.trim().split('\t').count() >= 2) {
        Some(Parting::Tabs)
    } else {
        (line.trim().split("  ").filter(|part| !part.trim().is_empty()).count() >= 3).then_some(Parting::Places)
    }
}

/// The cells of a line; empty ones too where bars or tabs show them.
/// `open` says that the line of names begins without a bar: then a bar at the beginning ends an empty cell.
fn cells(line: &str, parting: Parting, open: bool) -> Vec<Cell> {
    let mut found: Vec<Cell> = Vec::new();
    let place = |byte: usize| line.get(..byte).map_or(0, |before| before.chars().count());
    let mut add = |range: Range<usize>| {
        let text = line.get(range.clone()).unwrap_or_default();
        let start = range.start + (text.len() - text.trim_start().len());
        let end = (range.start + text.trim_end().len()).max(start);
        found.push((start..end, place(start)..place(end)));
    };
    match parting {
        Parting::Bars => {
            let inner_start =
                if line.trim_start().starts_with('|') && !open { line.find('|').unwrap_or(0) + 1 } else { 0 };
            let inner_end =
                if line.trim_end().ends_with('|') { line.rfind('|').unwrap_or(line.len()) } else { line.len() };
            let mut from = inner_start;
            for (at, _) in line.match_indices('|').filter(|(at, _)| (inner_start..inner_end).contains(at)) {
                add(from..at);
                from = at + 1;
            }
            add(from..inner_end.max(from));
        }
        Parting::Tabs => {
            let mut from = 0;
            for (at, _) in line.match_indices('\t') {
                add(from..at);
                from = at + 1;
            }
            add(from..line.len());
        }
        Parting::Places => {
            let mut start = None;
            let mut blank_from = None;
            for (at, c) in line.char_indices() {
                match (c == ' ' || c == '\t', start, blank_from) {
                    (false, None, _) => (start, blank_from) = (Some(at), None),
                    (false, Some(from), Some(blank)) => {
                        if line[blank..at].len() >= 2 {
                            add(from..blank);
                            start = Some(at);
                        }
                        blank_from = None;
                    }
                    (true, Some(_), None) => blank_from = Some(at),
                    _ => {}
                }
            }
            if let Some(from) = start {
                add(from..line.trim_end().len().max(from));
            }
        }
    }
    found
}

/// What the columns hold, when the line names columns: one names the indicator and another its value.
fn columns(line: &str, head: &[Cell]) -> Option<Vec<Column>> {
    if head.len() < 2 || line.trim().chars().count() > 220 {
        return None;
    }
    let names: Vec<String> = head
        .iter()
        .map(|(range, _)| {
            let plain: String = line[range.clone()].chars().filter(|c| !matches!(c, '*' | '#' | '`')).collect();
            fold(plain.trim()).split_whitespace().collect::<Vec<_>>().join(" ")
        })
        .collect();
    if names.iter().any(|name| name.chars().count() > 60) {
        return None;
    }
    let mut columns: Vec<Column> = names.iter().map(|name| column(name)).collect();
    if !columns.contains(&Column::Name) {
        // “Chỉ tiêu” names the indicator when no other column does; a later one is its value
        let first = names.iter().position(|name| {
            name.starts_with("chi tieu") || name.starts_with("muc tieu") || name.starts_with("tieu chi")
        })?;
        columns[first] = Column::Name;
    }
    let valued = columns.iter().any(|column| matches!(column, Column::Target(_) | Column::Result(_)));
    // a column of an unknown name may turn out to hold the values of indicators
    let numbered = columns.contains(&Column::Number) && columns.contains(&Column::Other);
    let of_targets = names.iter().any(|name| name.contains("chi tieu") || name.contains("danh hieu"));
    (valued || (numbered && of_targets)).then_some(columns)
}

fn column(name: &str) -> Column {
    let has = |words: &[&str]| words.iter().any(|word| format!(" {name} ").contains(&format!(" {word} ")));
    let year = name
        .split(|c: char| !c.is_ascii_digit())
        .find_map(|part| part.parse::<i32>().ok().filter(|year| (1990..=2100).contains(year)));
    if matches!(name, "tt" | "stt" | "so tt" | "so thu tu" | "so" | "#" | "ma") {
        return Column::Number;
    }
    if has(&["dvt", "d.v.t", "dv tinh", "don vi tinh", "don vi do"]) || matches!(name, "don vi" | "dv") {
        return Column::Unit;
    }
    if has(&["ghi chu", "dien giai", "giai trinh"]) {
        return Column::Note;
    }
    if has(&["ty le", "so sanh", "%", "dat ty le", "muc dat"]) || name.contains("th/kh") || name.contains("% ") {
        return Column::Rate;
    }
    if has(&["chu tri", "thuc hien boi", "phu trach", "theo doi", "thoi gian", "danh gia", "tien do", "nguon"]) {
        return Column::Other;
    }
    if has(&[
        "noi dung",
        "ten chi tieu",
        "danh muc",
        "viec thi dua",
        "cong viec",
        "nhiem vu",
        "chi tieu thi dua",
        "cac chi tieu",
        "ten",
        "chi tieu chu yeu",
        "noi dung chi tieu",
        "linh vuc",
        "danh hieu",
    ]) && year.is_none()
    {
        return Column::Name;
    }
    if has(&["thang", "quy", "quy i", "quy ii", "quy iii"]) && !has(&["ke hoach", "kh", "chi tieu", "muc tieu"]) {
        return Column::Result(year);
    }
    if name.contains("phai dat") || name.contains("can dat") {
        return Column::Target(year);
    }
    if has(&["thuc hien", "ket qua", "uoc", "uoc thuc hien", "dat duoc", "th", "luy ke"]) && !has(&["ke hoach"]) {
        return Column::Result(year);
    }
    if has(&[
        "san pham",
        "ket qua can dat",
        "yeu cau can dat",
        "ke hoach",
        "kh",
        "muc tieu",
        "phan dau",
        "giao",
        "dang ky",
        "chi tieu giao",
        "muc phan dau",
    ]) {
        return Column::Target(year);
    }
    if let Some(year) = year {
        return Column::Target(Some(year));
    }
    if name == "chi tieu" {
        return Column::Target(None);
    }
    Column::Other
}

/// The bytes of each column on a line; `None` when the line fits no column.
fn place(
    content: &str,
    own: &[Cell],
    head: &[Cell],
    parting: Parting,
    columns: &[Column],
) -> Option<Vec<Range<usize>>> {
    let mut placed: Vec<Range<usize>> = vec![0..0; columns.len()];
    match parting {
        Parting::Bars if !content.contains('|') => return None,
        Parting::Tabs if !content.contains('\t') && own.len() < 2 => {
            // a group's name stands alone
            let name = columns.iter().position(|column| *column == Column::Name)?;
            placed[name] = own.first()?.0.clone();
        }
        Parting::Bars | Parting::Tabs => {
            for (at, (range, _)) in own.iter().enumerate().take(columns.len()) {
                placed[at] = range.clone();
            }
        }
        Parting::Places if own.len() == columns.len() => {
            for (at, (range, _)) in own.iter().enumerate() {
                placed[at] = range.clone();
            }
        }
        Parting::Places => {
            for (range, span) in own {
                // the column whose name overlaps the cell most, or else the nearest
                let far = |column: &Cell| {
                    let (start, end) = (column.1.start.max(span.start), column.1.end.min(span.end));
                    if start < end {
                        -i64::try_from(end - start).unwrap_or(0)
                    } else {
                        i64::try_from(start - end).unwrap_or(0)
                    }
                };
                let best = (0..head.len().min(columns.len())).min_by_key(|at| far(&head[*at]))?;
                placed[best] = if placed[best].is_empty() { range.clone() } else { placed[best].start..range.end };
            }
        }
    }
    Some(placed)
}

/// The words of a cell, with their true places on the line.
fn tokens(content: &str, range: Range<usize>, line: usize, damaged: bool) -> Vec<Token> {
    if range.is_empty() {
        return Vec::new();
    }
    let mut words = tokenise::line(&content[range.clone()], line, damaged);
    for word in &mut words {
        word.start += range.start;
        word.end += range.start;
    }
    words
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
