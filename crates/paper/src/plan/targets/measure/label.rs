//! Numbers that measure nothing: labels, years, times, days.

use crate::plan::dates;
use crate::plan::token::{self, Kind, Token};
use thidua_domain::basics::text::folds_to;

/// Numbers that name or count something else: `tiêu chí số 1`, `Chỉ thị 19`, `cả 3 tiêu chí`, `khóa 13`, `Quyết định 22/QĐ`.
pub(super) fn is_label(tokens: &[Token], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|before| tokens.get(before)) else { return false };
    let earlier = |back: usize| {
        at.checked_sub(back).and_then(|index| tokens.get(index)).map_or("", |token| token.folded.as_str())
    };
    // with their marks: `thứ 5` is a label, `doanh thu 16 tỷ` is none
    let names = [
        "cả", "nhóm", "top", "tốp", "thứ", "khóa", "khoá", "điều", "khoản", "thị", "quý", "covid", "iso", "hạng",
        "qcvn", "tcvn", "ctr", "mũi", "bước", "loại", "lần",
    ];
    let printed = |word: &str| token::lowers_to(&before.text, word);
    let spelled = |word: &str| printed(word) || (before.doubtful && folds_to(word, &before.folded));
    let graded = (before.is_word("do") && matches!(earlier(2), "muc" | "cap" | "trinh"))
        || (before.is_word("chi")
            && earlier(2) == "tieu"
            && tokens.get(at + 1).is_some_and(|token| token.is_mark("(")))
        || (before.is_word("lop")
            && tokens[at].text.len() <= 2
            && (1..=12).contains(&tokens[at].text.parse::<u8>().unwrap_or(0)));
    let named = before.kind == Kind::Word && names.iter().any(|word| spelled(word))
        || graded
        || (before.is_mark("-") && earlier(2) == "covid");
    let numbered = before.is_word("so")
        && matches!(earlier(2), "chi" | "va" | "hoach" | "quyet" | "dinh" | "thi" | "luan" | "an" | "," | "luat");
    // “khu tập thể số 2 trước ngày …”, “Trường Mầm non số 1”
    let body = printed("số")
        && tokens[at].text.len() <= 2
        && matches!(
            earlier(2),
            "the" | "truong" | "non" | "hoc" | "lo" | "tram" | "doi" | "to" | "vien" | "nha" | "cau"
        )
        && tokens
            .get(at + 1)
            .is_none_or(|next| next.kind == Kind::Mark && !next.is_mark("%") || next.is_word("truoc"));
    // “số 1 đến số 14”
    let through = before.is_word("so")
        && matches!(earlier(2), "den" | "va" | ",")
        && at >= 4
        && tokens[at - 3].kind == Kind::Number
        && tokens[at - 4].is_word("so");
    let symbol = tokens.get(at + 1).is_some_and(|token| token.is_mark("/"))
        && tokens
            .get(at + 2)
            .is_some_and(|token| token.kind == Kind::Word && token.text.chars().all(char::is_uppercase));
    let cited = ["hoach", "dinh", "quyet"].contains(&before.folded.as_str()) && symbol;
    // “giường bệnh/10.000 dân”
    let rate = before.is_mark("/")
        && at.checked_sub(2).and_then(|earlier| tokens.get(earlier)).is_some_and(|token| token.kind == Kind::Word);
    // “số 45/2019/QH14”
    let stroke = |ahead: usize| tokens.get(at + ahead).is_some_and(|token| token.is_mark("/"));
    let law = stroke(1)
        && stroke(3)
        && tokens.get(at + 2).is_some_and(|token| token.kind == Kind::Number)
        && tokens.get(at + 4).is_some_and(|token| token.kind == Kind::Word && token.is_capital());
    // “trước ngày 25”
    let day = (printed("ngày") || printed("tháng")) && tokens[at].text.len() <= 2;
    // “Công tác xây dựng Hội (30 điểm)”
    let points = before.is_mark("(")
        && tokens.get(at + 1).is_some_and(|token| token.is_word("diem"))
        && tokens.get(at + 2).is_some_and(|token| token.is_mark(")"));
    // “tài khoản định danh điện tử mức 2 cho …”
    let degree = printed("mức")
        && tokens[at].text.len() == 1
        && tokens.get(at + 1).is_none_or(|next| {
            ["cho", "và", "trở", "đạt"].iter().any(|word| next.says(word))
                || next.kind == Kind::Mark && !next.is_mark("%")
        });
    // “Đề án 1 tỷ cây xanh”, “danh hiệu 2 giỏi”, “Cứ 20 đoàn viên có …”, “giai đoạn 2”
    let named_by_a_number = ["de an", "danh hieu"]
        .iter()
        .any(|words| token::starts_at(tokens, at.saturating_sub(2), words) == Some(at))
        || printed("cứ")
        || (token::starts_at(tokens, at.saturating_sub(2), "giai doan") == Some(at)
            && tokens[at].text.len() <= 2
            && tokens.get(at + 1).is_none_or(|next| next.kind == Kind::Mark && !next.is_mark("%")));
    named
        || numbered
        || body
        || through
        || symbol
        || cited
        || rate
        || law
        || day
        || named_by_a_number
        || points
        || degree
        || is_place(tokens, at)
}

/// Places and classes that are told apart by a number: `khu 3`, `khối 6, 7`, `lớp 9`, `tổ 5 và tổ 8`.
fn is_place(tokens: &[Token], at: usize) -> bool {
    const PLACES: [&str; 15] = [
        "khu",
        "khối",
        "lớp",
        "tổ",
        "thôn",
        "xóm",
        "ấp",
        "bản",
        "làng",
        "khóm",
        "phường",
        "quận",
        "đội",
        "vùng",
        "tuyến",
    ];
    let Some(number) = tokens.get(at).filter(|token| token.text.len() <= 2) else { return false };
    let closed = tokens.get(at + 1).is_none_or(|next| {
        next.kind == Kind::Mark && !matches!(next.text.as_str(), "%" | ":" | "/" | "-") || next.is_word("va")
    });
    if !closed || number.kind != Kind::Number {
        return false;
    }
    let Some(before) = at.checked_sub(1).and_then(|before| tokens.get(before)) else { return false };
    let named = before.kind == Kind::Word && PLACES.iter().any(|place| token::lowers_to(&before.text, place));
    // “6, 7”: the second of two
    let listed = (before.is_mark(",") || before.is_word("va"))
        && at >= 3
        && tokens[at - 2].kind == Kind::Number
        && is_place(tokens, at - 2);
    named || listed
}

/// A year, alone or as `2021 - 2025`.
pub(super) fn is_year_like(tokens: &[Token], at: usize, unit: bool) -> bool {
    let bare = dates::year_at(tokens, at).is_some_and(|year| (1900..=2100).contains(&year));
    let before = at.checked_sub(1).and_then(|before| tokens.get(before)).map_or("", |token| token.folded.as_str());
    let second =
        tokens.get(at + 1).is_some_and(|token| token.is_mark("-")) && dates::year_at(tokens, at + 2).is_some();
    bare && (before == "nam" || before == "-" || second || !unit || ["doan", "ky"].contains(&before))
}

/// Ages, months and hours are no targets: `dưới 5 tuổi`, `06 tháng`.
pub(super) fn is_time(tokens: &[Token], end: usize, unit: Option<&str>) -> bool {
    let next = tokens.get(end).map_or("", |token| token.folded.as_str());
    unit.is_none() && ["tuoi", "thang", "nam"].contains(&next)
}

/// A number inside a short quotation is part of a name: `“5 không, 3 sạch”`.
pub(super) fn is_quoted(tokens: &[Token], at: usize) -> bool {
    let open = tokens[..at].iter().rev().take(10).position(Token::is_quote);
    let close = tokens[at..].iter().take(10).position(Token::is_quote);
    let (Some(open), Some(close)) = (open, close) else { return false };
    // what somebody says is no name
    let said = &tokens[at - 1 - open..at + close];
    if said.iter().any(|token| ["sẽ", "phải", "quyết"].iter().any(|word| token.says(word)))
        || token::has(said, "phan dau")
    {
        return false;
    }
    let opening = &tokens[at - 1 - open];
    let closing = &tokens[at + close];
    opening.text != "”" && closing.text != "“" && (opening.text == "“" || (opening.spaced && !closing.spaced))
}

/// `trước 25/5`, `đến 30/6`, `15/02 đến 19/5`: a day and month without a year.
pub(super) fn is_day_and_month(tokens: &[Token], at: usize) -> bool {
    let value = |index: usize| tokens.get(index).and_then(|token| token.text.parse::<u32>().ok());
    let possible = value(at).is_some_and(|day| (1..=31).contains(&day))
        && value(at + 2).is_some_and(|month| (1..=12).contains(&month));
    let before = at.checked_sub(1).and_then(|before| tokens.get(before)).map_or("", |token| token.folded.as_str());
    let after = tokens.get(at + 3).map_or("", |token| token.folded.as_str());
    let more_than_all = value(at).zip(value(at + 2)).is_some_and(|(part, all)| part > all)
        && tokens.get(at + 3).is_none_or(|token| token.kind == Kind::Mark);
    possible
        && (more_than_all
            || ["ngay", "truoc", "den", "tu", "sang", "chieu", "toi", "hom", "-", "("].contains(&before)
            || ["den", "-", "/"].contains(&after))
}
