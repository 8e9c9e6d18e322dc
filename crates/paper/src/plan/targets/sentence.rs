//! The sentences of a line, and what their words say about them.

use crate::plan::token::{self, Token};
use thidua_domain::basics::text::fold;

/// Where the sentences of a run begin and end.
pub fn sentences(tokens: &[Token]) -> Vec<std::ops::Range<usize>> {
    const SHORT: [&str; 14] =
        ["tp", "tx", "tt", "tr", "ts", "ths", "bs", "gs", "pgs", "ubnd", "st", "tm", "kt", "mtv"];
    let mut found = Vec::new();
    let mut start = 0;
    let mut depth = 0usize;
    for (at, token) in tokens.iter().enumerate() {
        depth = if token.is_mark("(") {
            depth + 1
        } else if token.is_mark(")") {
            depth.saturating_sub(1)
        } else {
            depth
        };
        let ends = token.is_mark(".")
            && depth == 0
            && at > start
            && !SHORT.contains(&tokens[at - 1].folded.as_str())
            && tokens
                .get(at + 1)
                .is_some_and(|next| next.spaced && (next.is_capital() || next.kind == token::Kind::Number));
        if ends {
            found.push(start..at + 1);
            start = at + 1;
        }
    }
    if start < tokens.len() {
        found.push(start..tokens.len());
    }
    found
}

/// `Một, …`, `Thứ hai, …`: the first sentence says what the paragraph is about.
pub fn opens_with_ordinal(tokens: &[Token]) -> bool {
    const COUNT: [&str; 12] =
        ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "thứ nhất", "nhất"];
    let comma = tokens.iter().take(3).position(|token| token.is_mark(",")).unwrap_or(0);
    comma > 0 && {
        let words = token::text(&tokens[..comma]).to_lowercase();
        COUNT.iter().any(|word| words == *word || words == format!("thứ {word}")) || words == "thứ tư"
    }
}

/// A sentence about the document: `(Kèm theo Kế hoạch số …)`, `… được quy định tại Phụ lục kèm theo`.
pub fn is_about_the_paper(tokens: &[Token]) -> bool {
    const PAPERS: [&str; 12] = [
        "kem theo",
        "quy dinh tai phu luc",
        "theo phu luc",
        "tai phu luc",
        "bang sau",
        "bieu sau",
        "bang duoi day",
        "bieu duoi day",
        "tai bang",
        "tai bieu",
        "theo bang",
        "theo bieu",
    ];
    PAPERS.iter().any(|words| token::has(tokens, words))
}

/// The end of `Chỉ tiêu 14:`, `Chỉ tiêu số 3.`: the number of a line and not its name.
pub fn label(tokens: &[Token]) -> Option<usize> {
    const COUNT: [&str; 10] = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"];
    // “Bốn là, mỗi cơ sở …”
    let counted = tokens.first().is_some_and(|first| COUNT.iter().any(|word| first.text.to_lowercase() == *word));
    if counted
        && tokens.get(1).is_some_and(|token| token.text == "là")
        && tokens.get(2).is_some_and(|mark| matches!(mark.text.as_str(), "," | ":"))
        && tokens.len() > 3
    {
        return Some(3);
    }
    let words = ["chi tieu so", "chi tieu thu", "chi tieu", "muc tieu so", "muc tieu"];
    let end = words.iter().find_map(|words| token::starts_at(tokens, 0, words))?;
    let number = tokens.get(end).is_some_and(|token| token.kind == token::Kind::Number && token.text.len() <= 3);
    let closed = tokens.get(end + 1).is_some_and(|mark| matches!(mark.text.as_str(), ":" | "." | "-" | ")"));
    (number && closed && end + 2 < tokens.len()).then_some(end + 2)
}

/// Whether words name a standing: `đạt chuẩn`, `vững mạnh`, `hoàn thành …`.
pub fn names_standing(name: &str) -> bool {
    let folded = fold(name);
    name.split(' ').count() <= 16
        && [
            "dat ",
            "vung manh",
            "xep loai",
            "hoan thanh",
            "danh hieu",
            "cong nhan",
            "duoc tang",
            "tang bang khen",
            "tang co",
        ]
        .iter()
        .any(|words| folded.contains(words))
}

/// A first sentence that only says what the paragraph is about: `Thi đua huấn luyện, sẵn sàng chiến đấu.`
pub fn is_title(tokens: &[Token]) -> bool {
    let words = tokens.iter().filter(|token| token.kind == token::Kind::Word).count();
    words <= 14
        && ["thi dua", "ve", "cong tac", "linh vuc", "phong trao"]
            .iter()
            .any(|start| token::starts_at(tokens, 0, start).is_some())
}
