//! Tables as lines of text, alike from every format.
//!
//! A table that only lays out a page (the two columns of a letterhead or of the place of signature) is read column by
//! column. Any other is a line for each row, its cells parted by ` | `.

/// What stands between the cells of a row.
pub(super) const BAR: &str = " | ";

/// The lines of a table of rows of cells of lines.
pub(super) fn lines(rows: Vec<Vec<Vec<String>>>) -> Vec<String> {
    if is_layout(&rows) {
        // row by row, and in a row cell by cell: the left half of a letterhead, then the right half
        return rows
            .into_iter()
            .flatten()
            .flat_map(|cell| cell.into_iter().chain(std::iter::once(String::new())))
            .collect();
    }
    let joined = |cell: Vec<String>| {
        let lines: Vec<String> =
            cell.iter().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
        lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
    };
    let mut out = vec![String::new()];
    for row in rows {
        let cells: Vec<String> = row.into_iter().map(joined).collect();
        if cells.iter().any(|cell| !cell.is_empty()) {
            out.push(cells.join(BAR).trim_end().to_owned());
        }
    }
    out.push(String::new());
    out
}

/// Whether a table only lays out the page: at most three cells a row, few rows, and the words of a letterhead or a signature, or
/// a single cell.
fn is_layout(rows: &[Vec<Vec<String>>]) -> bool {
    let widest = rows.iter().map(Vec::len).max().unwrap_or(0);
    if widest <= 1 {
        return true;
    }
    let text: String = rows.iter().flatten().flatten().flat_map(|line| [line.as_str(), " "]).collect();
    let folded = thidua_domain::basics::text::fold(&text);
    let head = ["cong hoa xa hoi", "doc lap - tu do", "dang cong san viet nam", "noi nhan"];
    widest <= 3 && rows.len() <= 12 && head.iter().any(|words| folded.contains(words))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(lines: &[&str]) -> Vec<String> {
        lines.iter().map(|line| (*line).to_owned()).collect()
    }

    #[test]
    fn a_letterhead_is_read_column_by_column_and_a_table_of_figures_row_by_row() {
        let head = vec![vec![
            cell(&["ỦY BAN NHÂN DÂN", "XÃ VÍ DỤ", "Số: 01/KH-UBND"]),
            cell(&["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Ví Dụ, ngày 05 tháng 01 năm 2026"]),
        ]];
        assert_eq!(
            lines(head),
            [
                "ỦY BAN NHÂN DÂN",
                "XÃ VÍ DỤ",
                "Số: 01/KH-UBND",
                "",
                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "Ví Dụ, ngày 05 tháng 01 năm 2026",
                ""
            ]
        );
        let figures = vec![
            vec![cell(&["TT"]), cell(&["Chỉ tiêu"]), cell(&["ĐVT"]), cell(&["Kế hoạch"])],
            vec![cell(&["1"]), cell(&["Tỷ lệ", "hộ nghèo"]), cell(&["%"]), cell(&["5,2"])],
        ];
        assert_eq!(lines(figures), ["", "TT | Chỉ tiêu | ĐVT | Kế hoạch", "1 | Tỷ lệ hộ nghèo | % | 5,2", ""]);
    }
}
