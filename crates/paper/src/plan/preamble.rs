//! The statements of a preamble: `Căn cứ …`, `Thực hiện …`, `Ủy ban nhân dân … ban hành …`, one a line.

use super::dictionary::WORDS;
use super::marker;
use super::token::{self, Token};

/// Words after `Thực hiện` with which a title goes on: “… thi đua / Thực hiện thắng lợi nhiệm vụ …”.
const TITLE_GOES_ON: [&str; 14] = [
    "thang loi",
    "thanh cong",
    "tot",
    "hoan thanh",
    "nhiem vu",
    "cac",
    "muc tieu",
    "chuyen doi",
    "phong trao",
    "dat",
    "toan dien",
    "co hieu qua",
    "hieu qua",
    "va",
];

/// Whether a line that begins with these words begins a statement of the preamble, and so ends the title before it.
pub fn opens(tokens: &[Token]) -> bool {
    if !tokens.first().is_some_and(Token::is_capital) {
        return false;
    }
    if token::starts_at(tokens, 0, "can cu").is_some() {
        return true;
    }
    // a title in capitals may go on with any of the other words
    if marker::capital_percent(tokens) >= 65 {
        return false;
    }
    let grounds = ["theo", "nhằm", "để", "trên cơ sở", "xét đề nghị"];
    if grounds.iter().any(|words| token::says_at(tokens, 0, words).is_some()) {
        return true;
    }
    let carries_out = ["trien khai thuc hien", "thuc hien", "thi hanh", "trien khai"]
        .iter()
        .find_map(|words| token::starts_at(tokens, 0, words));
    if let Some(after) = carries_out {
        let ended = tokens.last().is_some_and(|token| matches!(token.text.as_str(), ";" | "," | "." | ":"));
        return ended
            || cites(tokens, after)
            || !TITLE_GOES_ON.iter().any(|words| token::starts_at(tokens, after, words).is_some());
    }
    let committee = ["uy ban nhan dan", "ubnd"].iter().find_map(|words| token::starts_at(tokens, 0, words));
    // “08/KH- / UBND ngày …” is the rest of a symbol
    let named = committee.is_some_and(|end| tokens.get(end).is_some_and(|token| !token.is_word("ngay")));
    named && ["ban hanh", "xay dung", "phat dong"].iter().any(|words| token::has(tokens, words))
}

/// Whether a document with its number is cited at this place.
fn cites(tokens: &[Token], at: usize) -> bool {
    WORDS.document_kinds.iter().filter_map(|(_, kind)| token::starts_at(tokens, at, kind)).any(|end| {
        tokens.get(end).is_some_and(|token| token.is_word("so")) || tokens.get(at).is_some_and(Token::is_capital)
    })
}

/// Whether the words before a line need what it begins with: `của / Ủy ban …`, `Chủ tịch / …`, `08/KH- / UBND`.
pub fn needs_more(tokens: &[Token]) -> bool {
    tokens.last().is_some_and(|token| {
        ["cua", "do", "tich", "va", "giua", "voi", "boi", "-", "/"].contains(&token.folded.as_str())
    })
}

#[cfg(test)]
mod tests {
    use super::super::tokenise;
    use super::*;

    #[test]
    fn statements_of_a_preamble_are_told_from_titles_that_go_on() {
        for opening in [
            "Căn cứ Luật Thi đua, khen thưởng;",
            "Thực hiện Kế hoạch số 12/KH-UBND của UBND tỉnh;",
            "Thực hiện chỉ đạo của Huyện ủy",
            "Thực hiện các văn bản chỉ đạo của cấp trên;",
            "Thi hành Nghị định số 98/2023/NĐ-CP",
            "Triển khai thực hiện Chỉ thị số 5/CT-UBND",
            "Theo đề nghị của Phòng Nội vụ",
            "Nhằm khơi dậy tinh thần thi đua",
            "Để hoàn thành nhiệm vụ",
            "Ủy ban nhân dân xã Thử ban hành kế hoạch như sau:",
            "CĂN CỨ LUẬT THI ĐUA",
        ] {
            assert!(opens(&tokenise::line(opening, 0, false)), "{opening}");
        }
        for going_on in [
            "Thực hiện thắng lợi nhiệm vụ năm 2026",
            "THỰC HIỆN KẾ HOẠCH PHÁT TRIỂN KINH TẾ - XÃ HỘI",
            "thực hiện Kế hoạch số 12/KH-UBND",
            "Đề án số 5 của Ủy ban nhân dân xã",
            "Ủy ban nhân dân xã",
        ] {
            assert!(!opens(&tokenise::line(going_on, 0, false)), "{going_on}");
        }
    }
}
