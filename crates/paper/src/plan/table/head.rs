//! What the columns of a table hold: from their names, and where those do not say it from the lines above.

use super::Column;
use super::cells::{Cell, Parting, cells};
use crate::plan::dictionary::unit_at;
use crate::plan::token::Token;
use crate::plan::tokenise;
use thidua_domain::basics::text::fold;

/// The head of a table.
pub(super) struct Head {
    /// What each column holds.
    pub columns: Vec<Column>,
    /// The names of the columns, without the units in brackets.
    pub titles: Vec<String>,
    /// The unit that the name of a column says.
    pub units: Vec<Vec<Token>>,
    /// The first of its lines.
    pub from: usize,
}

/// The head that a line is; nothing when it names no columns.
pub(super) fn head(lines: &[String], at: usize, own: &[Cell], parting: Parting) -> Option<Head> {
    let line = lines.get(at)?;
    if own.len() < 2 || line.trim().chars().count() > 220 {
        return None;
    }
    let printed: Vec<String> = own
        .iter()
        .map(|(range, _)| {
            let plain: String = line[range.clone()].chars().filter(|c| !matches!(c, '*' | '#' | '`')).collect();
            plain.split_whitespace().collect::<Vec<_>>().join(" ")
        })
        .collect();
    let names: Vec<String> = printed.iter().map(|name| fold(name)).collect();
    if names.iter().any(|name| name.chars().count() > 60) {
        return None;
    }
    let (mut titles, units): (Vec<String>, Vec<Vec<Token>>) =
        printed.iter().map(|name| title_and_unit(name)).unzip();
    let mut from = at;
    let columns =
        of_indicators(&names).or_else(|| of_classes(&names).filter(|_| stands_among_targets(lines, at, &titles)));
    let columns = columns.or_else(|| {
        if let Some(above) = at.checked_sub(1)
            && complete(&mut titles, own, lines.get(above).map_or("", String::as_str), parting)
        {
            from = above;
        }
        of_subjects(&titles, &units).filter(|_| stands_among_targets(lines, from, &titles))
    })?;
    Some(Head { columns, titles, units, from })
}

/// `Kế hoạch (triệu đồng)`: the name, and the unit in brackets at its end.
fn title_and_unit(name: &str) -> (String, Vec<Token>) {
    let Some(open) = name.rfind('(').filter(|_| name.ends_with(')')) else { return (name.to_owned(), Vec::new()) };
    match unit_in(name.get(open + 1..name.len() - 1).unwrap_or_default()) {
        Some(unit) => (name[..open].trim_end().to_owned(), unit),
        None => (name.to_owned(), Vec::new()),
    }
}

/// The words of a unit, when a text is one: `triệu đồng`, `ĐVT: %`, `tỷ lệ % trên tổng số`.
fn unit_in(text: &str) -> Option<Vec<Token>> {
    let folded = fold(text);
    if ["ty le %", "ti le %", "tinh theo %", "tinh bang %"].iter().any(|words| folded.starts_with(words)) {
        return Some(tokenise::line("%", 0, false));
    }
    let named =
        ["don vi tinh", "dvt", "d.v.t", "dv tinh", "don vi"].iter().find(|words| folded.starts_with(**words));
    let bare = match named {
        Some(_) => text.split_once(':').map_or("", |(_, unit)| unit),
        None => text,
    };
    let words = tokenise::line(bare.trim().trim_end_matches(['.', ';']), 0, false);
    let known = unit_at(&words, 0).is_some_and(|(_, end)| end == words.len() || words[end].is_mark("/"));
    (known || (named.is_some() && (1..=6).contains(&words.len()))).then_some(words)
}

/// The unit that a line above a table says for all of it: `(Đơn vị tính: triệu đồng)`, `Bảng 3. Chỉ tiêu về chất lượng (%)`.
pub(super) fn unit_above(lines: &[String], at: usize) -> Vec<Token> {
    for line in above(lines, at) {
        let text = line.trim();
        let inner = text.trim_matches(['(', ')', '*', '_', ' ', '.']);
        let folded = fold(inner);
        // “Đơn vị tính: hộ (trừ dòng có ghi riêng)”
        let inner = inner.split(" (").next().unwrap_or(inner).trim_end();
        if ["don vi tinh", "dvt", "d.v.t", "don vi:"].iter().any(|words| folded.starts_with(words))
            && let Some(unit) = unit_in(inner)
        {
            return unit;
        }
        let unit = title_and_unit(text.trim_end_matches([':', '.', '*', ' '])).1;
        if !unit.is_empty() {
            return unit;
        }
    }
    Vec::new()
}

/// What a table measures, as the line above it says: `a) Học lực`, `Chỉ tiêu kết nạp đảng viên`.
pub(super) fn caption(lines: &[String], at: usize) -> Option<String> {
    above(lines, at)
        .map(|line| title_and_unit(line.trim().trim_end_matches([':', '.', '*', ' '])).0)
        .find(|line| !line.is_empty() && !fold(line).contains("don vi tinh") && !fold(line).contains("dvt"))
        .map(|line| {
            let words = tokenise::line(&line, 0, false);
            let skip = crate::plan::marker::leading(&words, false).map_or(0, |(_, taken)| taken);
            crate::plan::token::text(&words[skip.min(words.len())..])
        })
        .filter(|line| !line.is_empty())
}

/// The few short lines above a table, nearest first, without rules.
fn above(lines: &[String], at: usize) -> impl Iterator<Item = &String> {
    lines[..at]
        .iter()
        .rev()
        .take(7)
        .filter(|line| line.chars().any(char::is_alphanumeric) || line.contains('%'))
        .take_while(|line| line.trim().chars().count() <= 100 && !line.contains('|') && !line.contains('\t'))
        .take(3)
}

/// Whether a line with two columns by their places is the head of a table: the first names the rows, and the lines below have a
/// number in the second. `Xí nghiệp        Giao ước`.
pub(super) fn names_a_pair(lines: &[String], at: usize) -> bool {
    let pair = |line: &str| -> Option<(String, String)> {
        let own = cells(line, Parting::Places, true);
        let [(left, from), (right, to)] = own.as_slice() else { return None };
        let apart = to.start.saturating_sub(from.end) >= 3;
        apart.then(|| (line[left.clone()].to_owned(), line[right.clone()].to_owned()))
    };
    let Some((rows, value)) = lines.get(at).and_then(|line| pair(line)) else { return false };
    let named = is_subject(&fold(&rows)) || column(&fold(&rows)) == Column::Name || fold(&rows) == "chi tieu";
    if !named || value.chars().count() > 40 || rows.chars().count() > 40 {
        return false;
    }
    let valued = |line: &&String| {
        pair(line)
            .is_some_and(|(_, value)| value.chars().count() <= 40 && value.chars().any(|c| c.is_ascii_digit()))
    };
    let below = || lines[at + 1..].iter().filter(|line| line.chars().any(char::is_alphanumeric)).take(3);
    below().count() >= 2 && below().filter(valued).count() >= 2
}

/// Whether the lines above a table say that it sets targets: bodies in rows are also invited, reminded and praised.
fn stands_among_targets(lines: &[String], at: usize, titles: &[String]) -> bool {
    let says = |text: &str, words: &[&str]| words.iter().any(|words| fold(text).contains(words));
    let near: Vec<&String> = lines[..at].iter().rev().filter(|line| !line.trim().is_empty()).take(14).collect();
    let other = ["dai bieu", "danh sach", "nhac nho", "phan bo", "ket qua", "khen thuong", "kinh phi"];
    near.iter().any(|line| {
        says(line, &["chi tieu", "muc tieu", "giao ke hoach", "dang ky thi dua", "phan dau", "giao uoc", "cam ket"])
    }) && !near.iter().take(2).any(|line| says(line, &other))
        && !titles.iter().any(|title| says(title, &["dai bieu", "so lan", "diem cong", "diem tru"]))
}

/// Names of columns that stand in the line above, over their units; whether there were any.
fn complete(titles: &mut [String], own: &[Cell], above: &str, parting: Parting) -> bool {
    if parting != Parting::Places || !titles.iter().any(String::is_empty) {
        return false;
    }
    let upper = cells(above, parting, true);
    let mut found = false;
    for (title, (_, span)) in titles.iter_mut().zip(own).filter(|(title, _)| title.is_empty()) {
        let over = upper.iter().find(|(_, up)| up.start < span.end && span.start < up.end);
        if let Some((range, _)) = over {
            *title = above[range.clone()].trim().to_owned();
            found = true;
        }
    }
    found
}

/// Columns of a table whose rows are indicators.
fn of_indicators(names: &[String]) -> Option<Vec<Column>> {
    let mut columns: Vec<Column> = names.iter().map(|name| column(name)).collect();
    if !columns.contains(&Column::Name) {
        // “Chỉ tiêu” names the indicator when no other column does; a later one is its value
        let first = names
            .iter()
            .position(|name| {
                !name.contains("20")
                    && ["chi tieu", "muc tieu", "tieu chi"].iter().any(|start| name.starts_with(start))
            })
            .or_else(|| {
                // “Khoản thu” beside the running numbers, before columns of years
                let next = columns.iter().position(|column| *column == Column::Number)? + 1;
                let years = columns
                    .iter()
                    .filter(|column| matches!(column, Column::Target(Some(_)) | Column::Result(_)))
                    .count();
                (columns.get(next) == Some(&Column::Other) && years >= 1 && !is_subject(&names[next]))
                    .then_some(next)
            })?;
        columns[first] = Column::Name;
    }
    // “Dự toán 2021 | Chỉ tiêu thi đua 2021”: what is competed for is the target
    let striven = |name: &String| name.contains("thi dua") || name.contains("phan dau");
    let striven_for =
        columns.iter().zip(names).any(|(column, name)| matches!(column, Column::Target(_)) && striven(name));
    if striven_for {
        for (column, name) in columns.iter_mut().zip(names) {
            let given = ["du toan", "ke hoach", "giao"].iter().any(|words| name.contains(words));
            if matches!(column, Column::Target(_)) && given && !striven(name) {
                *column = Column::Other;
            }
        }
    }
    // “Cả năm 2025 | Riêng đợt cao điểm”: beside a column of values another stretch of time holds values too
    if columns.iter().any(|column| matches!(column, Column::Target(_))) {
        for (column, name) in columns.iter_mut().zip(names).filter(|(column, _)| **column == Column::Other) {
            if begins_class(name) && name.contains(' ') {
                *column = Column::Target(None);
            }
        }
    }
    let valued = columns.iter().any(|column| matches!(column, Column::Target(_) | Column::Result(_)));
    // a column of an unknown name may turn out to hold the values of indicators
    let numbered = columns.contains(&Column::Number) && columns.contains(&Column::Other);
    let of_targets = names.iter().any(|name| name.contains("chi tieu") || name.contains("danh hieu"));
    (valued || (numbered && of_targets)).then_some(columns)
}

/// Words that begin the names of columns which part one indicator into classes or stretches of time.
const CLASSES: [&str; 18] = [
    "khoi",
    "lop",
    "vu",
    "dot",
    "quy",
    "hoc ky",
    "ky",
    "giai doan",
    "chang",
    "vung",
    "khu vuc",
    "tuyen",
    "cap",
    "nhom",
    "loai",
    "hang",
    "he",
    "ca nam",
];

/// Columns of a table whose rows are indicators and whose columns are classes of one kind: `Hạng mục | Vụ xuân | Vụ mùa`.
fn of_classes(names: &[String]) -> Option<Vec<Column>> {
    let columns: Vec<Column> = names.iter().map(|name| column(name)).collect();
    let first = columns.iter().position(|column| *column != Column::Number)?;
    if first > 1 || is_subject(&names[first]) || names[first].chars().count() < 3 {
        return None;
    }
    let is_class = |at: usize| at > first && begins_class(&names[at]);
    let kind = |name: &str| name.split(' ').next().unwrap_or_default().to_owned();
    let classes: Vec<usize> = (0..names.len()).filter(|at| is_class(*at)).collect();
    let alike = classes.iter().filter(|at| kind(&names[**at]) == kind(&names[classes[0]])).count();
    let other = (first + 1..names.len())
        .filter(|at| !is_class(*at))
        .any(|at| matches!(columns[at], Column::Name | Column::Other));
    if classes.len() < 2 || alike < 2 || other {
        return None;
    }
    Some(
        (0..names.len())
            .map(|at| match columns[at] {
                _ if at == first => Column::Name,
                _ if is_class(at) => Column::Target(None),
                column => column,
            })
            .collect(),
    )
}

/// Whether the name of a column is that of a class: `Khối 10`, `Vụ đông`, `Riêng đợt cao điểm`.
fn begins_class(name: &str) -> bool {
    let name = name.strip_prefix("rieng ").unwrap_or(name);
    CLASSES
        .iter()
        .any(|class| name.strip_prefix(class).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
}

/// Whose rows a table may have instead: bodies and places, each with several indicators in columns.
const SUBJECTS: [&str; 66] = [
    "don vi",
    "dia phuong",
    "dia ban",
    "xa",
    "phuong",
    "thi tran",
    "dac khu",
    "khoi",
    "lop",
    "khoi lop",
    "phong",
    "ban",
    "khoa",
    "to",
    "doi",
    "phan xuong",
    "xi nghiep",
    "nha may",
    "cong ty",
    "chi nhanh",
    "thon",
    "xom",
    "ap",
    "lang",
    "buon",
    "khom",
    "khu pho",
    "to dan pho",
    "khu dan cu",
    "khu vuc",
    "cum dan cu",
    "truong",
    "huyen",
    "thi xa",
    "thanh pho",
    "tinh",
    "quan",
    "co quan",
    "cum",
    "khu",
    "bo phan",
    "to chuc co so",
    "chi bo",
    "chi doan",
    "chi hoi",
    "chi cuc",
    "co so",
    "cap hoc",
    "bac hoc",
    "tram",
    "tram y te",
    "benh vien",
    "trung tam",
    "nong truong",
    "hop tac xa",
    "htx",
    "cong doan",
    "cdcs",
    "lien doi",
    "dang bo",
    "hoi co so",
    "phong giao dich",
    "diem ban",
    "cong truong",
    "tuyen",
    "doanh nghiep",
];

/// Whether the name of a column says that its rows are bodies or places: `Tên xã`, `Khoa, phòng`, `Các thôn/bản`.
fn is_subject(name: &str) -> bool {
    let name = ["ten ", "cac ", "ten cac "].iter().fold(name, |name, lead| name.strip_prefix(lead).unwrap_or(name));
    let parts = || name.split([',', '/', '-']).flat_map(|part| part.split(" va ")).map(str::trim);
    parts().count() <= 4 && parts().all(|part| SUBJECTS.contains(&part))
}

/// Columns of a table whose rows are subjects.
fn of_subjects(titles: &[String], units: &[Vec<Token>]) -> Option<Vec<Column>> {
    let names: Vec<String> = titles.iter().map(|title| fold(title)).collect();
    let subject = names.iter().position(|name| is_subject(name))?;
    let columns: Vec<Column> = names
        .iter()
        .enumerate()
        .map(|(at, name)| match column(name) {
            _ if at == subject => Column::Subject,
            Column::Number => Column::Number,
            Column::Note => Column::Note,
            Column::Result(year) => Column::Result(year),
            Column::Rate if units[at].is_empty() && !name.starts_with("ty le ") => Column::Rate,
            _ if name.chars().any(char::is_alphabetic) => Column::Indicator,
            _ => Column::Other,
        })
        .collect();
    (columns.contains(&Column::Indicator) && subject <= 1).then_some(columns)
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
    // also at the end: “Số hộ hiện có”
    if ["nam truoc", "nam ngoai", "hien trang", "hien co", "hien nay", "da co", "cung ky", "dau ky"]
        .iter()
        .any(|words| name.starts_with(words) || name.ends_with(words))
    {
        return Column::Result(year);
    }
    if has(&["ghi chu", "dien giai", "giai trinh"]) {
        return Column::Note;
    }
    let years = name
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| part.parse::<i32>().is_ok_and(|year| (1990..=2100).contains(&year)))
        .count();
    // “KH 2018/ƯTH 2017 (%)”, “Tăng so với 2023”
    let compares = years >= 2 && name.contains('/') || has(&["so voi", "tang giam", "toc do tang"]);
    if compares
        || has(&["ty le", "so sanh", "%", "dat ty le", "muc dat"])
        || name.contains("th/kh")
        || name.contains("% ")
    {
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
    // “Quý I”, “9 tháng”; “Số thu quý IV” names what is counted
    let stretch = has(&["thang", "quy"])
        && (["thang", "quy"].iter().any(|word| name.starts_with(word))
            || name.starts_with(|c: char| c.is_ascii_digit())
            || has(&["thuc hien", "th", "uoc", "ket qua", "luy ke"]));
    if stretch && !has(&["ke hoach", "kh", "chi tieu", "muc tieu", "giao"]) {
        return Column::Result(year);
    }
    if name.contains("phai dat") || name.contains("can dat") {
        return Column::Target(year);
    }
    let reached = has(&["thuc hien", "ket qua", "uoc", "uoc thuc hien", "dat duoc", "th", "luy ke"]);
    if reached && !has(&["ke hoach", "giao uoc"]) {
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
