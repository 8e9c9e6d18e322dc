//! Numbers written out in words: `mười hai mô hình`, `ba mươi sáu (36) lớp`, `tham gia hai hội chợ`.

use crate::plan::dictionary::unit_at;
use crate::plan::token::{self, Kind, Token};

/// A number in digits or in words, as one token, and how many tokens it takes.
pub(super) fn number_at(tokens: &[Token], at: usize) -> Option<(Token, usize)> {
    let first = tokens.get(at)?;
    if first.kind == Kind::Number {
        // “36 (ba mươi sáu) lớp”
        return Some((first.clone(), 1 + bracketed(tokens, at + 1)));
    }
    if first.kind != Kind::Word || (at > 0 && digit(&tokens[at - 1]).is_some()) {
        return None;
    }
    let (value, length) = value(tokens, at)?;
    let end = at + length;
    if let Some([open, digits, close]) = tokens.get(end..end + 3)
        && open.is_mark("(")
        && digits.kind == Kind::Number
        && close.is_mark(")")
        && digits.text.parse() == Ok(value)
    {
        return Some((digits.clone(), length + 3));
    }
    let counts = unit_at(tokens, end).is_some() && tokens[end].spaced;
    (counts && (length >= 2 || is_counted_after(tokens, at, value)))
        .then(|| (Token { kind: Kind::Number, text: value.to_string(), ..first.clone() }, length))
}

/// The tokens of a bracket in which a number is said again in words.
fn bracketed(tokens: &[Token], at: usize) -> usize {
    let opens = tokens.get(at).is_some_and(|token| token.is_mark("("));
    let Some((_, length)) = value(tokens, at + 1).filter(|_| opens) else { return 0 };
    if tokens.get(at + 1 + length).is_some_and(|token| token.is_mark(")")) { length + 2 } else { 0 }
}

/// The value of one numeral below eleven, with its marks.
fn digit(token: &Token) -> Option<u32> {
    let (value, name) = match token.folded.as_str() {
        "mot" => (1, "một"),
        "hai" => (2, "hai"),
        "ba" => (3, "ba"),
        "bon" => (4, "bốn"),
        "nam" => (5, "năm"),
        "sau" => (6, "sáu"),
        "bay" => (7, "bảy"),
        "tam" => (8, "tám"),
        "chin" => (9, "chín"),
        "muoi" => (10, "mười"),
        _ => return None,
    };
    (token.text == name || (name != "năm" && capital(token, name))).then_some(value)
}

/// `Hai mươi …` at the beginning of a sentence.
fn capital(token: &Token, name: &str) -> bool {
    token.is_capital() && token::lowers_to(&token.text, name)
}

/// The numeral that ends a number above ten: `mốt`, `tư`, `lăm`.
fn last(token: &Token) -> Option<u32> {
    match token.text.as_str() {
        "mốt" => Some(1),
        "tư" => Some(4),
        "lăm" | "nhăm" => Some(5),
        "năm" | "mười" => None,
        _ => digit(token),
    }
}

/// The number whose words begin here, and how many they are: up to thousands.
fn value(tokens: &[Token], at: usize) -> Option<(u32, usize)> {
    let says = |index: usize, words: &[&str]| {
        tokens.get(index).is_some_and(|token| words.iter().any(|word| token.text == *word))
    };
    let (mut sum, mut end) = (0u32, at);
    let mut any = false;
    for (scale, names) in [(1_000, &["nghìn", "ngàn"][..]), (100, &["trăm"][..])] {
        if let Some(count) = tokens.get(end).and_then(digit)
            && says(end + 1, names)
            // “hai nghìn tấn” multiplies a unit
            && tokens.get(end + 2).is_some()
        {
            (sum, end, any) = (sum + count * scale, end + 2, true);
        }
    }
    if any && says(end, &["linh", "lẻ"]) {
        let ones = tokens.get(end + 1).and_then(digit)?;
        return Some((sum + ones, end + 2 - at));
    }
    match tokens.get(end).and_then(digit) {
        Some(10) => {
            let ones = tokens.get(end + 1).and_then(last);
            Some((sum + 10 + ones.unwrap_or(0), end + 1 + usize::from(ones.is_some()) - at))
        }
        Some(tens) if says(end + 1, &["mươi"]) => {
            let ones = tokens.get(end + 2).and_then(last);
            Some((sum + tens * 10 + ones.unwrap_or(0), end + 2 + usize::from(ones.is_some()) - at))
        }
        Some(ones) if !any => Some((ones, 1)),
        _ => any.then_some((sum, end - at)),
    }
}

/// Whether a single numeral counts what follows: after `có`, `thêm`, `ít nhất`, or after a verb of work.
fn is_counted_after(tokens: &[Token], at: usize, value: u32) -> bool {
    const WORKS: [&str; 22] = [
        "tổ chức",
        "tham gia",
        "mở",
        "xây dựng",
        "xây mới",
        "xây",
        "sửa chữa",
        "sửa chữa lớn",
        "thành lập",
        "kết nạp",
        "trồng",
        "tặng",
        "trao",
        "giúp",
        "nâng cấp",
        "thay thế",
        "lắp đặt",
        "hoàn thành",
        "phát triển",
        "duy trì",
        "giới thiệu",
        "cải tạo",
    ];
    let Some(lead) = at.checked_sub(1).and_then(|before| tokens.get(before)) else { return false };
    if ["có", "thêm", "nhất", "thiểu", "được", "dưới"].iter().any(|word| lead.says(word)) {
        return true;
    }
    let worked = WORKS.iter().any(|verb| {
        let length = verb.split(' ').count();
        at.checked_sub(length).is_some_and(|from| token::says_at(tokens, from, verb) == Some(at))
    });
    worked && (value > 1 || ["mới", "lập", "lớn"].iter().any(|word| lead.says(word)))
}
