//! Cuts one line of targets into clauses, each with at most one measure.

use super::bracket::{is_aside, is_bare, is_earlier_result, is_made_up, says_again};
use super::measure::{Measure, measures};
use crate::plan::token::{self, Kind, Token};
use std::ops::Range;

/// How a clause hangs on the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// A statement of its own.
    Own,
    /// After “trong đó”: a part of what was said before.
    Part,
}

/// A clause of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// Its tokens in the line.
    pub range: Range<usize>,
    /// How it hangs on the one before.
    pub link: Link,
}

/// Words that open the parts of what was said before.
const PART_OPENERS: [&str; 4] = ["trong do", "trong so do", "bao gom", "gom"];

/// Words that open a statement that something is not to be.
pub const ABSENT: [&str; 12] = [
    "khong bo lot",
    "khong bo sot",
    "khong de",
    "khong co",
    "khong con",
    "khong xay ra",
    "khong phat sinh",
    "khong hinh thanh",
    "tuyet doi khong",
    "kien quyet khong",
    "quyet tam khong",
    "khong de xay ra",
];

/// Cuts a line into clauses.
pub fn clauses(tokens: &[Token]) -> Vec<Clause> {
    let found = measures(tokens);
    let mut cuts: Vec<(usize, usize, Link)> = Vec::new();
    let depths = depths(tokens);
    let measured = |range: Range<usize>| found.iter().any(|measure| range.contains(&measure.number));
    for (at, token) in tokens.iter().enumerate() {
        if token.is_mark(";") && depths[at] == 0 {
            cuts.push((at, at + 1, Link::Own));
        }
        if token.is_mark("(") {
            let close = (at..tokens.len())
                .find(|index| tokens[*index].is_mark(")") && depths[*index] == depths[at])
                .unwrap_or(tokens.len());
            let inner = &tokens[at + 1..close];
            let aside = is_earlier_result(inner) || is_aside(&tokens[..at], inner, measured(0..at));
            let again = says_again(&found, at, close) || is_made_up(&tokens[..at], inner, measured(0..at));
            if measured(at..close) && (aside || again) {
                // “(năm 2024: 10,4 triệu đồng)” is left out
                cuts.push((at, (close + 1).min(tokens.len()), Link::Own));
                continue;
            }
            if measured(at..close)
                && !measured(0..at)
                && is_bare(inner)
                && !token::has(&tokens[..at], "tieu chi so")
            {
                // “số hộ tái nghèo (không quá 03 hộ)”: the measure of the words before
                continue;
            }
            if measured(at..close) {
                cuts.push((at, at + 1, Link::Own));
                cuts.extend(
                    (at..close)
                        .filter(|index| tokens[*index].is_mark(";"))
                        .map(|index| (index, index + 1, Link::Own)),
                );
                if close < tokens.len() {
                    cuts.push((close, close + 1, Link::Own));
                }
            }
        }
        if let Some(end) = PART_OPENERS
            .iter()
            .filter(|words| **words == "trong do" || at > 0 && tokens[at - 1].kind == Kind::Mark)
            .find_map(|words| token::starts_at(tokens, at, words))
            // “trong độ tuổi” is something else
            .filter(|end| *end <= at + 3 && (!token.is_word("trong") || is_that(tokens, *end)))
        {
            let colon = usize::from(tokens.get(end).is_some_and(|token| token.is_mark(":")));
            let comma = usize::from(at > 0 && (tokens[at - 1].is_mark(",") || tokens[at - 1].is_mark(".")));
            if measured(end..tokens.len()) && measured(0..at) {
                cuts.push((at - comma, end + colon, Link::Part));
            } else if end + colon == tokens.len() {
                cuts.push((at - comma, tokens.len(), Link::Part));
            }
        }
        // “… và không có tàu cá vi phạm”, “… và giữ vững danh hiệu”
        let another = token.is_word("va")
            && depths[at] == 0
            && measured(0..at)
            && ABSENT
                .iter()
                .chain(["giu vung", "duy tri"].iter())
                .any(|words| token::starts_at(tokens, at + 1, words).is_some());
        // “không để A và không bỏ lọt B”
        let denied = token.is_word("va")
            && depths[at] == 0
            && tokens[..at].first().is_some_and(|first| first.says("không"))
            && ABSENT.iter().any(|words| token::starts_at(tokens, at + 1, words).is_some())
            && speaks_enough(&tokens[..at]);
        if (another || denied) && !measured(at..tokens.len()) {
            cuts.push((at, at + 1, Link::Own));
        }
        if token.is_mark(",") && depths[at] == 0 && begins_statement(tokens, at + 1, measured(0..at)) {
            cuts.push((at, at + 1, Link::Own));
        }
    }
    for pair in found.windows(2) {
        if let Some(cut) = between(tokens, &pair[0], &pair[1], &cuts) {
            cuts.push(cut);
        }
    }
    apply(tokens, cuts)
}

/// Whether the word before `end` is `đó`; where marks are lost, unless `trong độ tuổi` is meant.
fn is_that(tokens: &[Token], end: usize) -> bool {
    let word = &tokens[end - 1];
    word.says("đó") || (word.doubtful && !tokens.get(end).is_some_and(|next| next.is_word("tuoi")))
}

fn depths(tokens: &[Token]) -> Vec<usize> {
    let mut depth = 0usize;
    tokens
        .iter()
        .map(|token| {
            if token.is_mark("(") {
                depth += 1;
                return depth;
            }
            let here = depth;
            if token.is_mark(")") {
                depth = depth.saturating_sub(1);
            }
            here
        })
        .collect()
}

/// Words after a comma that open a statement of its own.
fn begins_statement(tokens: &[Token], at: usize, measured_before: bool) -> bool {
    if token::starts_at(tokens, at, "phan dau").is_some() {
        return !is_curb(&tokens[..at - 1]);
    }
    // “…, không để xảy ra cháy lớn”
    if ABSENT.iter().any(|words| token::starts_at(tokens, at, words).is_some())
        && (measured_before || speaks_enough(&tokens[..at - 1]))
    {
        return !is_pledged(&tokens[..at - 1]);
    }
    // “không còn hộ nghèo, hộ cận nghèo còn dưới 25 hộ”: an absence before a measure
    if is_absence_before_a_measure(tokens, at) {
        return true;
    }
    // “…, giữ vững danh hiệu đặc khu không có ma túy”
    if measured_before
        && ["giu vung danh hieu", "giu vung chuan", "giu vung co", "duy tri danh hieu"]
            .iter()
            .any(|words| token::starts_at(tokens, at, words).is_some())
    {
        return true;
    }
    // “tổ chức thành công cuộc bầu cử, tỷ lệ cử tri đi bầu đạt trên 99 %”: a statement without a number comes first
    let rate = ["ty le", "ti le"].iter().any(|words| token::starts_at(tokens, at, words).is_some());
    if rate && !measured_before && speaks_enough(&tokens[..at - 1]) && !is_lead_in(&tokens[..at - 1]) {
        return true;
    }
    let award = tokens[at.min(tokens.len())..]
        .iter()
        .take(14)
        .any(|token| token.is_word("tang") && token.text.to_lowercase() == "tặng");
    if tokens.get(at).is_some_and(|token| token.is_word("duoc")) && award {
        return true;
    }
    // “Phạm pháp hình sự giảm 10 %, tai nạn giao thông giảm cả 3 tiêu chí”
    let own = (at..tokens.len()).find(|index| matches!(tokens[*index].text.as_str(), "," | ";" | "."));
    let own = tokens.get(at..own.unwrap_or(tokens.len())).unwrap_or_default();
    let falls = ["giam ca", "giam so voi", "tang so voi", "cao hon nam", "thap hon nam"]
        .iter()
        .any(|words| token::find(own, words).is_some_and(|range| range.start >= 2));
    if measured_before && falls && measures(own).is_empty() {
        return true;
    }
    // “…, xã X đạt chuẩn …”: a holder with a predicate and no number
    const HOLDERS: [&str; 6] = ["xa", "huyen", "phuong", "thi tran", "tinh", "truong"];
    let holder = HOLDERS.iter().any(|holder| token::starts_at(tokens, at, holder).is_some());
    let named = tokens.get(at + 1).is_some_and(Token::is_capital);
    let rest_end =
        (at..tokens.len()).find(|index| matches!(tokens[*index].text.as_str(), "," | ";")).unwrap_or(tokens.len());
    let rest = tokens.get(at..rest_end).unwrap_or_default();
    measured_before
        && holder
        && named
        && measures(rest).is_empty()
        && ["dat chuan", "dat danh hieu", "duoc cong nhan"].iter().any(|phrase| token::has(rest, phrase))
}

/// `ký cam kết không vi phạm nồng độ cồn, không cờ bạc`: one pledge of several things.
fn is_pledged(before: &[Token]) -> bool {
    let start = before.iter().rposition(|token| matches!(token.text.as_str(), ";" | ".")).map_or(0, |at| at + 1);
    let pledge = token::find(&before[start..], "cam ket").map(|range| start + range.end);
    pledge.is_some_and(|end| {
        before.get(end..).unwrap_or_default().iter().any(|token| token.says("không"))
            && before[..end].iter().any(|token| token.is_mark("%"))
    })
}

/// Whether the statement before a comma denies something without a number and the words up to the next mark measure.
fn is_absence_before_a_measure(tokens: &[Token], at: usize) -> bool {
    let start = tokens[..at - 1]
        .iter()
        .rposition(|token| matches!(token.text.as_str(), ";" | "." | ":"))
        .map_or(0, |at| at + 1);
    let before = &tokens[start..at - 1];
    let denies = (0..before.len().min(8)).any(|from| {
        ["khong de", "khong con", "khong co", "khong phat sinh"]
            .iter()
            .any(|words| token::starts_at(before, from, words).is_some())
    });
    let end = (at..tokens.len())
        .find(|index| matches!(tokens[*index].text.as_str(), "," | ";" | "." | "("))
        .unwrap_or(tokens.len());
    let own = tokens.get(at..end).unwrap_or_default();
    let bare = before.iter().rposition(|token| token.is_mark(",")).map_or(0, |comma| comma + 1);
    denies
        && measures(before).is_empty()
        && !token::has(before, "cam ket")
        && before.len() - bare >= 2
        && measures(own).first().is_some_and(|measure| {
            measure.number >= 3
                && own[0].kind == Kind::Word
                && own[..2].iter().all(|token| token.kind == Kind::Word)
        })
}

/// Whether the statement that a comma ends says enough to be one.
fn speaks_enough(before: &[Token]) -> bool {
    let start =
        before.iter().rposition(|token| matches!(token.text.as_str(), ";" | "(" | ":")).map_or(0, |at| at + 1);
    before[start..].iter().filter(|token| token.kind == Kind::Word).count() >= 3
}

/// `Kiềm chế tai nạn giao thông, phấn đấu giảm cả 3 tiêu chí` is one statement.
fn is_curb(before: &[Token]) -> bool {
    let start =
        before.iter().rposition(|token| matches!(token.text.as_str(), ";" | "." | ",")).map_or(0, |at| at + 1);
    token::starts_at(before, start, "kiem che").is_some()
}

/// Words that only lead to what follows: `Đến cuối năm 2026`, `Về y tế`.
fn is_lead_in(before: &[Token]) -> bool {
    [
        "den", "ve", "trong", "nam", "doi voi", "het nam", "tu", "o", "tai", "linh vuc", "cong tac", "thu", "mot",
        "hai", "ba",
    ]
    .iter()
    .any(|words| token::starts_at(before, 0, words).is_some())
}

/// Where to cut between two measures that no mark parts yet.
fn between(
    tokens: &[Token],
    first: &Measure,
    second: &Measure,
    cuts: &[(usize, usize, Link)],
) -> Option<(usize, usize, Link)> {
    let gap = first.range.end..second.range.start;
    if cuts.iter().any(|(from, _, _)| (first.range.end..=second.number).contains(from)) {
        return None;
    }
    let commas: Vec<usize> = gap.clone().filter(|at| tokens[*at].is_mark(",")).collect();
    if let Some(first_comma) = commas.first() {
        // the value stood last: its clause ends with the first comma
        let value_last = tokens[first.range.end..*first_comma].iter().all(|token| token.kind == Kind::Mark)
            || token::starts_at(tokens, first.range.end, "so voi").is_some();
        let starter = commas.iter().find(|comma| {
            ["ty le", "so ", "tong", "xay dung", "dao tao", "co "]
                .iter()
                .any(|word| token::starts_at(tokens, *comma + 1, word.trim_end()).is_some())
        });
        let close = commas.iter().rev().find(|comma| second.range.start <= *comma + 1);
        let comma = if value_last { first_comma } else { close.or(starter).unwrap_or(commas.last()?) };
        return Some((*comma, *comma + 1, Link::Own));
    }
    let join = gap
        .clone()
        .find(|at| tokens[*at].is_word("va") && second.range.start <= *at + 2)
        .or_else(|| gap.clone().find(|at| tokens[*at].is_word("va")));
    if let Some(join) = join {
        return Some((join, join + 1, Link::Own));
    }
    // “01 công trình thanh niên trị giá 450 triệu đồng”
    let worth = gap.clone().find(|at| {
        ["tri gia", "tong gia tri", "tong kinh phi", "tong so tien", "tong so von", "voi tong"]
            .iter()
            .any(|words| token::starts_at(tokens, *at, words).is_some())
    });
    if let Some(worth) = worth.filter(|worth| *worth > first.range.end) {
        return Some((worth, worth, Link::Own));
    }
    // `và` taken for a comparing word: “100 % … và 90 % trở lên …”
    let swallowed = (second.range.start..second.number).find(|at| tokens[*at].is_word("va"));
    swallowed.map(|at| (at, at + 1, Link::Own)).or(Some((second.range.start, second.range.start, Link::Own)))
}

/// Turns cuts into clauses; empty ones drop out, marks at their ends too.
fn apply(tokens: &[Token], mut cuts: Vec<(usize, usize, Link)>) -> Vec<Clause> {
    cuts.sort_by_key(|(from, to, _)| (*from, *to));
    let mut clauses: Vec<Clause> = Vec::new();
    let (mut start, mut link) = (0, Link::Own);
    let mut part_open = false;
    for (from, to, next) in cuts.into_iter().chain(std::iter::once((tokens.len(), tokens.len(), Link::Own))) {
        if from >= start {
            push(tokens, &mut clauses, start..from, if part_open { Link::Part } else { link });
        }
        part_open = part_open || next == Link::Part;
        start = start.max(to);
        link = next;
    }
    clauses
}

fn push(tokens: &[Token], clauses: &mut Vec<Clause>, range: Range<usize>, link: Link) {
    let trivial = |token: &Token| {
        token.kind == Kind::Mark
            && !matches!(token.text.as_str(), "“" | "”" | "\"" | "%" | "‰" | "(" | ")" | "≥" | ">" | "<" | "≤")
    };
    let mut range = range;
    while range.start < range.end && trivial(&tokens[range.start]) {
        range.start += 1;
    }
    while range.start < range.end && trivial(&tokens[range.end - 1]) {
        range.end -= 1;
    }
    if tokens[range.clone()].iter().any(|token| token.kind != Kind::Mark) {
        clauses.push(Clause { range, link });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::tokenise;

    fn cut(content: &str) -> Vec<String> {
        let tokens = tokenise::line(content, 0, false);
        clauses(&tokens).into_iter().map(|clause| token::text(&tokens[clause.range])).collect()
    }

    #[test]
    fn compound_lines_are_cut_where_a_new_measure_begins() {
        assert_eq!(
            cut(
                "Tổng đàn gia súc: 3.027 con. (Trong đó: đàn heo 780 con; đàn bò 1.110 con; đàn trâu 217 con, đàn dê 920 con)."
            ),
            [
                "Tổng đàn gia súc: 3.027 con",
                "đàn heo 780 con",
                "đàn bò 1.110 con",
                "đàn trâu 217 con",
                "đàn dê 920 con",
            ]
        );
        assert_eq!(
            cut("Trường đạt chuẩn quốc gia: 01 trường (Tỷ lệ trường đạt chuẩn 81,69%);"),
            ["Trường đạt chuẩn quốc gia: 01 trường", "Tỷ lệ trường đạt chuẩn 81,69%"]
        );
        assert_eq!(
            cut("Giải quyết xong 100% đơn thư tồn tại từ kỳ trước và 90% trở lên đơn thư mới phát sinh;"),
            ["Giải quyết xong 100% đơn thư tồn tại từ kỳ trước", "90% trở lên đơn thư mới phát sinh"]
        );
        assert_eq!(
            cut("Có 42 hộ thoát nghèo, tỷ lệ hộ nghèo là 1,00%"),
            ["Có 42 hộ thoát nghèo", "tỷ lệ hộ nghèo là 1,00%"]
        );
        assert_eq!(
            cut(
                "Có 85% số thôn trong xã đạt danh hiệu “Làng văn hóa”, có 96,4% số hộ được công nhận “Gia đình văn hóa”, xã Hòa An đạt chuẩn văn hóa"
            ),
            [
                "Có 85% số thôn trong xã đạt danh hiệu “Làng văn hóa”",
                "có 96,4% số hộ được công nhận “Gia đình văn hóa”",
                "xã Hòa An đạt chuẩn văn hóa",
            ]
        );
        assert_eq!(
            cut(
                "100% phòng, ban, trung tâm đạt danh hiệu tập thể lao động tiên tiến, trong đó 20% tập thể đạt danh hiệu xuất sắc, 2 - 3 phòng, ban được tặng bằng khen, trong đó 1 đơn vị được tặng Cờ thi đua"
            ),
            [
                "100% phòng, ban, trung tâm đạt danh hiệu tập thể lao động tiên tiến",
                "20% tập thể đạt danh hiệu xuất sắc",
                "2 - 3 phòng, ban được tặng bằng khen",
                "1 đơn vị được tặng Cờ thi đua",
            ]
        );
        assert_eq!(
            cut(
                "Tổng giá trị sản xuất (Giá so sánh năm 2010) đạt 2.302,1 tỷ đồng, tăng 12,3% so với năm 2021, trong đó:"
            ),
            ["Tổng giá trị sản xuất (Giá so sánh năm 2010) đạt 2.302,1 tỷ đồng", "tăng 12,3% so với năm 2021",]
        );
    }
}
