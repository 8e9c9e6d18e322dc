//! Targets from a table: a row for each, with its name, unit and value in columns.

use super::measure::{Measure, measures};
use super::shape::Seed;
use super::{Entry, Leaf, confidence, name};
use crate::plan::dictionary::unit_at;
use crate::plan::paragraph::Paragraph;
use crate::plan::source::Source;
use crate::plan::table::{Column, Row, Table};
use crate::plan::token::{self, Kind, Token};
use thidua_domain::basics::text::fold;
use thidua_domain::plans::draft::{Lines, TargetRole};
use thidua_domain::targets::Comparator;

/// The lines of a table that set targets for this year or later ones.
pub fn entries(source: &Source, table: &Table, year: Option<i32>) -> Vec<Entry> {
    let at = |wanted: Column| table.columns.iter().position(|column| *column == wanted);
    if let Some(subject) = at(Column::Subject) {
        return of_subjects(source, table, subject);
    }
    let Some(name_at) = at(Column::Name) else { return Vec::new() };
    let values: Vec<(usize, Option<i32>)> = table
        .columns
        .iter()
        .enumerate()
        .filter_map(|(index, column)| match column {
            Column::Target(of) if of.zip(year).is_none_or(|(of, year)| of >= year) => Some((index, *of)),
            _ => None,
        })
        .collect();
    let values = if values.is_empty() { stretches(table) } else { values };
    let values = if values.is_empty() { latest(table) } else { values };
    if values.is_empty() {
        return Vec::new();
    }
    let unit_column = at(Column::Unit);
    let (mut group, mut above): (Option<String>, Option<String>) = (None, None);
    let mut group_unit: Vec<Token> = Vec::new();
    let mut entries: Vec<Entry> = Vec::new();
    for row in &table.rows {
        let named = named(row, name_at, &values);
        if !named.iter().any(|token| token.kind == Kind::Word) {
            continue;
        }
        let number = at(Column::Number).and_then(|at| row.cells.get(at)).map(|cell| token::text(cell));
        let number =
            number.map(|number| number.trim_matches(['.', ' ']).to_owned()).filter(|number| !number.is_empty());
        let own_unit = unit_column.and_then(|at| row.cells.get(at)).map(Vec::as_slice).unwrap_or_default();
        let part = is_part(named, number.as_deref());
        let raw_lines =
            Lines::new(crate::plan::paragraph::number(row.line), crate::plan::paragraph::number(row.last));
        let mut leaves = Vec::new();
        for (column, of) in &values {
            let Some(cell) = row.cells.get(*column).filter(|cell| !cell.is_empty()) else { continue };
            if is_prose(cell) {
                leaves.extend(prose(source, named, cell));
                continue;
            }
            let bracketed = bracketed_unit(strip(named));
            let unit = match (own_unit.is_empty(), bracketed.is_empty()) {
                (false, _) => own_unit,
                (true, false) => bracketed.as_slice(),
                (true, true) => unit_of_place(table, *column, &group_unit),
            };
            for mut seed in seeds(named, unit, cell) {
                if values.len() > 1 {
                    seed.name = in_column(table, *column, *of, &seed.name);
                }
                if let (true, Some(above)) = (part && number.is_none(), &above) {
                    seed.name = under(above, &seed.name);
                }
                let sure = confidence(&seed, cell).min(confidence(&seed, named));
                let raw = source.raw_lines(raw_lines);
                let role = part.then_some(TargetRole::Component);
                leaves.push(Leaf { seed, role, lines: raw_lines, raw, confidence: sure });
            }
        }
        let title = name::upper_first(&name::phrase(strip(named)));
        if leaves.is_empty() {
            let heading = own_unit.is_empty() && number.as_deref().is_none_or(|number| !number.contains('.'));
            let is_heading = number.as_deref().is_none_or(|number| number.chars().all(|c| c.is_alphabetic()));
            if heading && is_heading && !part {
                group = Some(title.clone());
                group_unit = bracketed_unit(named);
            }
            above = Some(title);
            continue;
        }
        if !part {
            above = Some(title.clone());
        }
        entries.push(Entry {
            lines: raw_lines,
            number,
            group: group.clone(),
            title: Some(title),
            leaves,
            tabled: true,
            resolved: false,
        });
    }
    entries
}

/// The column of the latest year where its name calls it an aim: the title of the plan may speak of a year beyond.
fn latest(table: &Table) -> Vec<(usize, Option<i32>)> {
    let aimed = |at: usize| {
        let title = table.titles.get(at).map(|title| fold(title)).unwrap_or_default();
        ["muc tieu", "ke hoach", "chi tieu", "phan dau", "giao", "kh "].iter().any(|words| title.contains(words))
    };
    let years = table.columns.iter().enumerate().filter_map(|(at, column)| match column {
        Column::Target(Some(of)) if aimed(at) => Some((at, Some(*of))),
        _ => None,
    });
    years.max_by_key(|(_, of)| *of).into_iter().collect()
}

/// Columns of quarters, months or terms, where a table has no other column of values.
fn stretches(table: &Table) -> Vec<(usize, Option<i32>)> {
    let stretch = |title: &str| ["quy ", "thang ", "hoc ky "].iter().any(|start| fold(title).starts_with(start));
    let found: Vec<usize> = (0..table.columns.len())
        .filter(|at| {
            matches!(table.columns[*at], Column::Result(_))
                && table.titles.get(*at).is_some_and(|title| stretch(title))
        })
        .collect();
    let results = table.columns.iter().filter(|column| matches!(column, Column::Result(_))).count();
    if found.len() >= 2 && found.len() == results {
        found.into_iter().map(|at| (at, None)).collect()
    } else {
        Vec::new()
    }
}

/// The name of a row for one of several columns: `Diện tích lúa vụ xuân`, `Hộ thoát nghèo năm 2026`.
fn in_column(table: &Table, column: usize, of: Option<i32>, name: &str) -> String {
    let title = table.titles.get(column).map_or("", String::as_str);
    let plain = fold(title);
    let bare = of.is_some_and(|of| plain.trim_start_matches("nam ") == of.to_string());
    let said = ["ke hoach", "kh ", "chi tieu", "muc tieu", "giao", "phan dau"];
    match of {
        Some(of) if bare || said.iter().any(|words| plain.contains(words)) => format!("{name} năm {of}"),
        Some(of) if title.is_empty() => format!("{name} năm {of}"),
        _ => {
            // “Giỏi” under “Học lực”
            let above = table
                .caption
                .as_deref()
                .filter(|above| name.split(' ').count() <= 2 && above.split(' ').count() <= 6);
            let name =
                above.map_or_else(|| name.to_owned(), |above| format!("{above} {}", name::lower_first(name)));
            format!("{name} {}", name::lower_first(title)).trim().to_owned()
        }
    }
}

/// The unit for a column: that of the group, or of the column's name, or of the whole table.
fn unit_of_place<'a>(table: &'a Table, column: usize, group: &'a [Token]) -> &'a [Token] {
    if group.is_empty() { table.units.get(column).map(Vec::as_slice).unwrap_or_default() } else { group }
}

/// The unit in brackets at the end of a name: `Sản lượng lương thực (tấn)`.
fn bracketed_unit(named: &[Token]) -> Vec<Token> {
    let Some(close) = named.iter().rposition(|token| token.is_mark(")")) else { return Vec::new() };
    let Some(open) = named[..close].iter().rposition(|token| token.is_mark("(")) else { return Vec::new() };
    let inner = &named[open + 1..close];
    let known = unit_at(inner, 0).is_some_and(|(_, end)| end == inner.len() || inner[end].is_mark("/"));
    if known && close + 1 == named.len() { inner.to_vec() } else { Vec::new() }
}

/// A table whose rows are bodies or places and whose columns are indicators: a leaf for each cell.
fn of_subjects(source: &Source, table: &Table, subject: usize) -> Vec<Entry> {
    let mut entries = Vec::new();
    for row in &table.rows {
        let own = row.cells.get(subject).map(Vec::as_slice).unwrap_or_default();
        let total = ["cong", "tong", "tong cong", "tong so", "toan tinh", "toan huyen", "toan xa"];
        if own.is_empty() || total.contains(&token::words(own).as_str()) {
            continue;
        }
        let lines = Lines::new(crate::plan::paragraph::number(row.line), crate::plan::paragraph::number(row.last));
        let mut leaves = Vec::new();
        for (at, column) in table.columns.iter().enumerate() {
            let Some(cell) = row.cells.get(at).filter(|cell| *column == Column::Indicator && !cell.is_empty())
            else {
                continue;
            };
            let unit = table.units.get(at).map(Vec::as_slice).unwrap_or_default();
            let indicator = indicator(table, at);
            let whose = subject_name(table, subject, own);
            for mut seed in seeds(own, unit, cell) {
                seed.name = format!("{indicator} - {whose}");
                seed.basis = None;
                let sure = confidence(&seed, cell).min(confidence(&seed, own)).min(MOST_OF_SUBJECTS);
                let role = Some(TargetRole::Component);
                leaves.push(Leaf { seed, role, lines, raw: source.raw_lines(lines), confidence: sure });
            }
        }
        let title = Some(name::upper_first(&name::phrase(own)));
        entries.push(Entry {
            lines,
            number: None,
            group: table.caption.clone(),
            title,
            leaves,
            tabled: true,
            resolved: false,
        });
    }
    entries
}

/// The most that a leaf is trusted whose name is put together from a column and a row.
const MOST_OF_SUBJECTS: u8 = 90;

/// What a column measures: its name, with the line above the table where that says too little.
fn indicator(table: &Table, at: usize) -> String {
    let title = table.titles.get(at).map_or("", String::as_str);
    let folded = fold(title);
    let plain = ["ke hoach", "chi tieu", "so luong", "giao", "dang ky", "muc tieu", "kh"]
        .iter()
        .any(|words| folded.starts_with(words));
    match &table.caption {
        Some(caption) if plain => measured_by(caption),
        Some(caption) if title.split(' ').count() <= 2 && caption.split(' ').count() <= 6 => {
            format!("{caption} {}", name::lower_first(title))
        }
        _ => title.to_owned(),
    }
}

/// What the line above a table measures: `Giao chỉ tiêu kết nạp đảng viên năm 2024` is about `Kết nạp đảng viên`.
fn measured_by(caption: &str) -> String {
    const LEADS: [&str; 8] =
        ["giao ", "phân bổ ", "bảng ", "các ", "chỉ tiêu ", "kế hoạch ", "mục tiêu ", "đăng ký thi đua "];
    let mut rest = caption;
    while let Some(lead) = LEADS.iter().find(|lead| rest.to_lowercase().starts_with(**lead)) {
        rest = rest.get(lead.len()..).unwrap_or_default();
    }
    let year = rest.to_lowercase().rfind(" năm ").filter(|at| {
        rest.get(at + " năm ".len()..)
            .is_some_and(|year| year.chars().all(|c| c.is_ascii_digit() || " -".contains(c)))
    });
    let rest = rest.get(..year.unwrap_or(rest.len())).unwrap_or(rest).trim();
    if rest.contains(' ') { name::upper_first(rest) } else { caption.to_owned() }
}

/// `Khối 10` where the cell says only `10`.
fn subject_name(table: &Table, subject: usize, own: &[Token]) -> String {
    let words = name::phrase(own);
    if own.iter().any(|token| token.kind == Kind::Word) {
        return words;
    }
    format!("{} {words}", name::lower_first(table.titles.get(subject).map_or("", String::as_str)))
}

/// Whether a value cell is a line of targets of its own: several clauses, or a measure with a name beside it.
fn is_prose(cell: &[Token]) -> bool {
    let words = cell.iter().filter(|token| token.kind == Kind::Word).count();
    let several = measures(cell).len() >= 2 || cell.iter().any(|token| token.is_mark(";"));
    words >= 6 || (several && words >= 2)
}

/// The leaves of a cell that is a line of targets; what is not named in the cell takes the row's name.
fn prose(source: &Source, named: &[Token], cell: &[Token]) -> Vec<Leaf> {
    let begin = cell.first().map_or((0, 0), |first| (first.line, first.start));
    let paragraph = Paragraph { marker: None, tokens: cell.to_vec(), begin };
    let above = name::upper_first(&name::phrase(strip(named)));
    let mut leaves = super::line_leaves(source, &paragraph);
    for leaf in &mut leaves {
        let unnamed = leaf.seed.unit.as_deref().is_some_and(|unit| fold(unit) == fold(&leaf.seed.name));
        if unnamed || leaf.seed.name.split(' ').count() <= 2 {
            leaf.seed.name = format!("{above}: {}", name::lower_first(&leaf.seed.name));
        }
    }
    leaves
}

/// The words that name the row: its name cell, or the number cell where a group's name stands there.
fn named<'a>(row: &'a Row, name_at: usize, values: &[(usize, Option<i32>)]) -> &'a [Token] {
    let own = row.cells.get(name_at).map(Vec::as_slice).unwrap_or_default();
    if !own.is_empty() {
        return own;
    }
    let first = row.cells.first().map(Vec::as_slice).unwrap_or_default();
    if values.iter().all(|(at, _)| row.cells.get(*at).is_none_or(Vec::is_empty)) { first } else { own }
}

/// Whether the row is a part of the one above: `Trong đó: …`, `- …`, `+ …`.
fn is_part(named: &[Token], number: Option<&str>) -> bool {
    let begins = named.first().is_some_and(|first| first.is_mark("-") || first.is_mark("+"));
    number.is_none() && (begins || token::starts_at(named, 0, "trong do").is_some())
}

/// The name without `Trong đó:` and the dash before it.
fn strip(named: &[Token]) -> &[Token] {
    let mut rest = named;
    loop {
        let skip = match rest.first() {
            Some(first) if first.kind == Kind::Mark && !first.is_quote() && !first.is_mark("(") => 1,
            Some(_) => token::starts_at(rest, 0, "trong do").unwrap_or(0),
            None => 0,
        };
        if skip == 0 {
            return rest;
        }
        rest = &rest[skip..];
    }
}

/// A part's name that says too little stands under the name above it.
fn under(above: &str, own: &str) -> String {
    if own.split(' ').count() >= 4 { own.to_owned() } else { format!("{above}: {}", name::lower_first(own)) }
}

/// The leaves of one cell.
fn seeds(named: &[Token], unit: &[Token], cell: &[Token]) -> Vec<Seed> {
    let own = strip(named);
    let bracketed = bracketed_unit(own);
    let unit = if unit.is_empty() { bracketed.as_slice() } else { unit };
    let found = measures(&with_unit(cell, unit));
    let unit_name = unit_of(unit);
    let plain = |comparator| {
        let text = name::upper_first(&name::phrase(own));
        Seed {
            name: text,
            range: 0..0,
            comparator,
            value: None,
            value_max: None,
            unit: None,
            basis: name::basis(own),
            qualifier: None,
            denominator: None,
            criterion: None,
            shared: false,
        }
    };
    let Some(measure) = found.into_iter().next() else {
        let text = fold(&token::text(cell));
        let text = text.trim_matches(|c: char| !c.is_alphanumeric());
        return match text {
            "" | "x" if cell.iter().all(|token| token.kind == Kind::Mark) => Vec::new(),
            _ if text.starts_with("duy tri") || text.starts_with("giu vung") => vec![plain(Comparator::Maintain)],
            _ if text.starts_with("khong") => vec![plain(Comparator::NoneExists)],
            _ if text.starts_with("tang") => vec![plain(Comparator::IncreaseBy)],
            _ if text.starts_with("giam") => vec![plain(Comparator::DecreaseBy)],
            _ => vec![plain(Comparator::Achieve)],
        };
    };
    let comparator = match named_comparator(own, &measure, cell) {
        // “từ 210” alone in a cell is a lower bound
        Comparator::Exactly if measure.number == 1 && cell.first().is_some_and(|first| first.says("từ")) => {
            Comparator::AtLeast
        }
        comparator => comparator,
    };
    let spoken = trimmed(own);
    let mut seed = plain(comparator);
    seed.name = name::upper_first(&name::phrase(spoken));
    seed.value = Some(measure.value);
    seed.value_max = measure.value_max;
    seed.unit = measure.unit.or(unit_name);
    seed.denominator = measure.denominator;
    seed.qualifier = measure.qualifier;
    vec![seed]
}

/// The value cell with the row's unit after its last number, unless the cell has a unit of its own.
fn with_unit(cell: &[Token], unit: &[Token]) -> Vec<Token> {
    let Some(last) = cell.iter().rposition(|token| token.kind == Kind::Number) else { return cell.to_vec() };
    if unit.is_empty() || unit_at(cell, last + 1).is_some() {
        return cell.to_vec();
    }
    let mut words = cell[..=last].to_vec();
    words.extend(unit.iter().cloned().map(|mut token| {
        token.spaced = true;
        token
    }));
    words.extend_from_slice(&cell[last + 1..]);
    words
}

/// The unit a cell names: canonical when the dictionary knows it, or else its own words.
fn unit_of(unit: &[Token]) -> Option<String> {
    if let Some((name, end)) = unit_at(unit, 0) {
        let rest = unit.get(end).filter(|token| token.is_mark("/")).map(|_| token::text(&unit[end..]));
        return Some(name + &rest.unwrap_or_default());
    }
    let text = name::lower_first(token::text(unit).trim());
    (!text.is_empty()).then_some(text)
}

/// The comparator, after looking at the name too: “… giảm”, “… tăng thêm”.
fn named_comparator(own: &[Token], measure: &Measure, cell: &[Token]) -> Comparator {
    let last = own.iter().rev().find(|token| token.kind == Kind::Word);
    let ends = |word: &str| last.is_some_and(|token| token.says(word));
    let begins = |words: &[&str]| words.iter().any(|word| token::starts_at(own, 0, word).is_some());
    if token::starts_at(cell, 0, "duy tri").is_some() || token::starts_at(cell, 0, "giu vung").is_some() {
        return Comparator::Maintain;
    }
    // “Nợ xấu của Quỹ (không vượt quá)”
    let bracketed = |words: &[&str]| {
        let open = own.iter().position(|token| token.is_mark("(")).unwrap_or(own.len());
        words.iter().any(|words| token::has(&own[open..], words))
    };
    match measure.comparator {
        Comparator::Exactly if bracketed(&["khong vuot", "khong qua", "toi da", "tro xuong"]) => Comparator::AtMost,
        Comparator::Exactly if bracketed(&["it nhat", "toi thieu", "tro len", "khong duoi"]) => Comparator::AtLeast,
        Comparator::Exactly | Comparator::Between if ends("giảm") || begins(&["giam", "keo giam", "muc giam"]) => {
            Comparator::DecreaseBy
        }
        Comparator::Exactly | Comparator::Between
            if token::find(own, "giam so voi").is_some_and(|at| at.start > 1) =>
        {
            Comparator::DecreaseBy
        }
        Comparator::Exactly if ends("tăng") || ends("thêm") => Comparator::IncreaseBy,
        Comparator::Exactly | Comparator::Between
            if token::find(own, "tang so voi").is_some_and(|at| at.start > 1) =>
        {
            Comparator::IncreaseBy
        }
        comparator => comparator,
    }
}

/// The name without comparing words at its end.
fn trimmed(own: &[Token]) -> &[Token] {
    let mut end = own.len();
    while end > 1
        && (own[end - 1].kind == Kind::Mark && !own[end - 1].is_mark(")")
            || ["đạt", "còn", "là"].iter().any(|word| own[end - 1].says(word)))
    {
        end -= 1;
    }
    &own[..end]
}
