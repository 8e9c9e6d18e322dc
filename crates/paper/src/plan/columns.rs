//! Lines that hold two columns side by side: a letterhead, the recipients beside the signature, two signers.
//!
//! Such lines are taken apart at the gap, and the left column is read before the right one. Every part keeps its place in
//! the file.

use thidua_domain::basics::text::fold;

/// A part of a line: the line's index, and its text with everything outside the part blanked, so that places stay true.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Index of the line.
    pub line: usize,
    /// The text.
    pub text: String,
    /// Whether the line before it, in reading order, is not the line above.
    pub first_of_column: bool,
}

/// So many spaces part columns.
const GAP: usize = 4;
/// A line that begins so far in stands in the right column.
const RIGHT: usize = 24;

/// The lines in reading order.
pub fn reading_order(lines: &[String]) -> Vec<Part> {
    let mut out: Vec<Part> = Vec::with_capacity(lines.len());
    let mut at = 0;
    while at < lines.len() {
        let length = block(lines, at);
        if length == 0 {
            out.push(Part { line: at, text: lines[at].clone(), first_of_column: false });
            at += 1;
            continue;
        }
        let (mut left, mut right) = (Vec::new(), Vec::new());
        for (line, content) in lines.iter().enumerate().skip(at).take(length) {
            match gap(content) {
                Some((from, to)) => {
                    left.push(Part { line, text: content[..from].to_owned(), first_of_column: false });
                    let text = " ".repeat(to) + &content[to..];
                    right.push(Part { line, text, first_of_column: false });
                }
                None => {
                    let side = if indent(content) >= RIGHT { &mut right } else { &mut left };
                    side.push(Part { line, text: content.clone(), first_of_column: false });
                }
            }
        }
        for column in [&mut left, &mut right] {
            if let Some(first) = column.first_mut() {
                first.first_of_column = true;
            }
        }
        out.append(&mut left);
        out.append(&mut right);
        at += length;
        if let Some(next) = lines.get(at) {
            out.push(Part { line: at, text: next.clone(), first_of_column: true });
            at += 1;
        }
    }
    out
}

/// The bytes of the gap between two columns of a line: tabs, or many spaces between words.
fn gap(content: &str) -> Option<(usize, usize)> {
    let begin = content.len() - content.trim_start().len();
    let mut widest: Option<(usize, usize)> = None;
    let mut from = None;
    for (at, c) in content.char_indices().skip_while(|(at, _)| *at < begin) {
        match (c.is_whitespace(), from) {
            (true, None) => from = Some(at),
            (false, Some(start)) => {
                let blank = &content[start..at];
                let wide = blank.contains('\t') || blank.chars().count() >= GAP;
                if wide && widest.is_none_or(|(from, to)| at - start > to - from) {
                    widest = Some((start, at));
                }
                from = None;
            }
            _ => {}
        }
    }
    widest
}

fn indent(content: &str) -> usize {
    content.chars().take_while(|c| c.is_whitespace()).map(|c| if c == '\t' { 8 } else { 1 }).sum()
}

/// How many lines from here are set in two columns; 0 for none. A block begins at a line with a gap (or right before one) and
/// holds the words of a letterhead or of a place of signature.
fn block(lines: &[String], at: usize) -> usize {
    let columned = |line: &String| gap(line).is_some() && !line.contains('|');
    let before_one = !lines[at].trim().is_empty() && lines.get(at + 1).is_some_and(columned);
    if !columned(&lines[at]) && !before_one {
        return 0;
    }
    let mut length = 0;
    let mut last_gap = 0;
    let mut blanks = 0;
    for (ahead, line) in lines.iter().enumerate().skip(at).take(40) {
        let short = line.trim().chars().count() <= 64;
        if line.trim().is_empty() {
            blanks += 1;
        } else if columned(line) {
            last_gap = ahead - at + 1;
            blanks = 0;
        } else if short && !ends_block(line) {
            blanks = 0;
        } else {
            break;
        }
        if blanks > 6 {
            break;
        }
        length = ahead - at + 1;
    }
    let text: String = lines[at..at + length].iter().map(|line| fold(line) + " ").collect();
    let spaced = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let head = spaced.contains("cong hoa xa hoi")
        || spaced.contains("doc lap - tu do")
        || spaced.contains("dang cong san");
    let dated = spaced.contains("so:") && spaced.contains("ngay ");
    let foot =
        spaced.contains("noi nhan") || spaced.contains("tm. ") || spaced.contains("kt. ") || posts(&spaced) >= 2;
    // a letterhead ends with its last line in columns; the foot goes on to the name below the signature
    match (head || dated, foot) {
        (true, _) => last_gap,
        (false, true) => length,
        _ => 0,
    }
}

fn posts(text: &str) -> usize {
    ["chu tich", "giam doc", "bi thu", "hieu truong", "truong ban", "chanh an", "vien truong"]
        .iter()
        .map(|post| text.matches(post).count())
        .sum()
}

/// A line that begins the title or the body: it ends a letterhead.
fn ends_block(line: &str) -> bool {
    let folded = fold(line.trim());
    let trimmed = line.trim();
    let capitals = trimmed.chars().take(6).all(|c| !c.is_lowercase());
    super::header::KINDS.iter().any(|kind| folded == kind.folded || (folded.starts_with(kind.folded) && capitals))
        || folded.starts_with("can cu")
        || folded.starts_with("kinh gui")
        || folded.starts_with("phu luc")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(text: &str) -> Vec<String> {
        let lines: Vec<String> = text.lines().map(str::to_owned).collect();
        reading_order(&lines)
            .into_iter()
            .map(|part| part.text.trim().to_owned())
            .filter(|text| !text.is_empty())
            .collect()
    }

    #[test]
    fn a_letterhead_beside_the_national_name_is_read_column_by_column() {
        let text = "CÔNG TY CẤP NƯỚC          CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\n      VÍ DỤ                      Độc lập - Tự do - Hạnh phúc\n  Số: 29/PĐTĐ-CN                Ví Dụ, ngày 23 tháng 01 năm 2017\n\n\nBẢN PHÁT ĐỘNG THI ĐUA\nNĂM 2017";
        assert_eq!(
            order(text),
            [
                "CÔNG TY CẤP NƯỚC",
                "VÍ DỤ",
                "Số: 29/PĐTĐ-CN",
                "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "Độc lập - Tự do - Hạnh phúc",
                "Ví Dụ, ngày 23 tháng 01 năm 2017",
                "BẢN PHÁT ĐỘNG THI ĐUA",
                "NĂM 2017",
            ]
        );
    }

    #[test]
    fn recipients_beside_the_signature_come_first() {
        let text = "Nơi nhận                         TM. UBND XÃ\n- Như kính gửi                   KT. CHỦ TỊCH\n- Lưu VT                         PHÓ CHỦ TỊCH\n                                 Y Ví Dụ";
        assert_eq!(
            order(text),
            ["Nơi nhận", "- Như kính gửi", "- Lưu VT", "TM. UBND XÃ", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Y Ví Dụ"]
        );
    }

    #[test]
    fn running_text_is_left_as_it_is() {
        let text = "I. CHỈ TIÊU\n- Tổng sản lượng lương thực:    9.007 tấn\n- Tổng đàn:\t3.027 con";
        assert_eq!(order(text), text.lines().map(str::to_owned).collect::<Vec<_>>());
    }
}
