//! Numbering and bullets at the beginning of a line, also where scanning garbled them.

use super::dictionary::is_roman;
use super::token::{Kind, Token};
use thidua_domain::basics::text::{fold, is_capital, is_letter};

/// The numbering or bullet of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Marker {
    /// `Phần thứ nhất`, `Phần II`, `Chương I`, `Điều 2`.
    Chapter(u32),
    /// `A.`: above the Roman numerals when it comes before them, or else below.
    Upper(char, Above),
    /// `I.`, `II.`; nothing when the numeral is garbled and has to come from the sequence.
    Roman(Option<u32>),
    /// `1.` as `[1]`, `2.1.` as `[2, 1]`.
    Arabic(Vec<u32>),
    /// `a)`; nothing when the letter is lost.
    Letter(Option<char>),
    /// `(1)`, possibly after a dash.
    Bracketed(u32),
    /// `-` and other bullets.
    Dash,
    /// `+`.
    Plus,
}

/// Whether a capital letter stands above the Roman numerals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Above {
    /// Above them.
    Roman,
    /// Below them.
    Arabic,
}

impl Marker {
    /// How deep the marker stands in the outline; 1 is the highest.
    pub fn level(&self) -> u8 {
        match self {
            Marker::Chapter(_) | Marker::Upper(_, Above::Roman) => 0,
            Marker::Roman(_) => 1,
            Marker::Upper(_, Above::Arabic) => 2,
            Marker::Arabic(numbers) if numbers.len() < 2 => 2,
            Marker::Arabic(_) => 3,
            Marker::Letter(_) => 4,
            Marker::Bracketed(_) | Marker::Dash => 5,
            Marker::Plus => 6,
        }
    }
}

const BULLETS: [&str; 30] = [
    "-", "•", "·", "●", "▪", "►", "", "○", "□", "★", "☆", "✓", "✔", "☑", "✦", "❖", "◆", "◇", "♦", "■", "◦", "‣",
    "➢", "➤", "→", "⇒", "▸", "▶", "◊", "*",
];

/// The marker at the beginning of a line and the number of tokens it takes.
pub fn leading(tokens: &[Token], damaged: bool) -> Option<(Marker, usize)> {
    let junk = if damaged {
        tokens.iter().take_while(|token| matches!(token.text.as_str(), "," | "." | "'" | "`" | "‘" | "~")).count()
    } else {
        0
    };
    let rest = tokens.get(junk..)?;
    let (marker, taken) = chapter(rest)
        .or_else(|| roman(rest, damaged))
        .or_else(|| upper(rest))
        .or_else(|| arabic(rest))
        .or_else(|| letter(rest, damaged))
        .or_else(|| bullet(rest, damaged))?;
    Some((marker, junk + taken))
}

/// Share of capital letters among the letters, in percent.
pub fn capital_percent(tokens: &[Token]) -> usize {
    let (mut letters, mut capitals) = (0usize, 0usize);
    for word in tokens.iter().filter(|token| token.kind == Kind::Word) {
        for c in word.text.chars().filter(|c| is_letter(*c)) {
            letters += 1;
            capitals += usize::from(is_capital(c));
        }
    }
    capitals * 100 / letters.max(1)
}

/// `Phần thứ nhất`, `Phần II:`, `Chương 1.`, `Điều 2.`
fn chapter(tokens: &[Token]) -> Option<(Marker, usize)> {
    const ORDINALS: [&str; 10] = ["nhat", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi"];
    let first = tokens.first().filter(|first| first.kind == Kind::Word && first.is_capital())?;
    if !["phan", "chuong", "dieu", "muc"].contains(&first.folded.as_str()) {
        return None;
    }
    let thu = usize::from(tokens.get(1).is_some_and(|token| token.is_word("thu")));
    let number = tokens.get(1 + thu)?;
    // “PHẦN B. …”
    let lettered = match number.text.as_bytes() {
        [letter @ b'A'..=b'H'] if first.is_word("phan") => Some(u32::from(letter - b'A') + 1),
        _ => None,
    };
    let value = if number.kind == Kind::Number {
        number.text.parse().ok().filter(|value| *value <= 40)
    } else if lettered.is_some() {
        lettered
    } else if is_roman(&number.text) {
        roman_value(&number.text)
    } else {
        ORDINALS
            .iter()
            .position(|word| thu == 1 && number.folded == *word)
            .and_then(|at| u32::try_from(at + 1).ok())
    }?;
    let after = 2 + thu;
    let closed = tokens.get(after).is_some_and(|token| matches!(token.text.as_str(), "." | ":" | "-"));
    // “Điều 5 của Luật” is no heading
    let alone =
        tokens.len() == after || tokens.get(after).is_some_and(|next| next.is_capital() && !first.is_word("dieu"));
    (closed || alone).then_some((Marker::Chapter(value), after + usize::from(closed)))
}

/// `A.` before a heading.
fn upper(tokens: &[Token]) -> Option<(Marker, usize)> {
    let first = tokens.first().filter(|first| first.kind == Kind::Word && first.text.chars().count() == 1)?;
    let letter = first.text.chars().next().filter(|c| c.is_ascii_uppercase() || *c == 'Đ')?;
    let closed = tokens.get(1).is_some_and(|token| matches!(token.text.as_str(), "." | ")" | "-" | "/"));
    let heading = tokens.get(2).is_some_and(Token::is_capital)
        && tokens.len() <= 24
        && !tokens.last().is_some_and(|last| matches!(last.text.as_str(), ";" | ","));
    (closed && heading && ('A'..='H').contains(&letter)).then_some((Marker::Upper(letter, Above::Roman), 2))
}

fn roman(tokens: &[Token], damaged: bool) -> Option<(Marker, usize)> {
    let first = tokens.first()?;
    let closed = tokens.get(1).is_some_and(|token| matches!(token.text.as_str(), "." | ")" | "-" | "/" | ":"));
    if !closed {
        return None;
    }
    let title = &tokens[2..];
    if first.kind == Kind::Word && is_roman(&first.text) && title.first().is_some_and(Token::is_capital) {
        return Some((Marker::Roman(roman_value(&first.text)), 2));
    }
    let garbled = damaged
        && (1..=4).contains(&first.text.chars().count())
        && first.text.chars().all(|c| "IVX1l|!¡i".contains(c));
    (garbled && capital_percent(title) >= 65 && title.len() >= 2).then_some((Marker::Roman(None), 2))
}

/// The value of a Roman numeral below forty.
pub fn roman_value(numeral: &str) -> Option<u32> {
    let digit = |c: char| match c {
        'I' => Some(1),
        'V' => Some(5),
        'X' => Some(10),
        'L' => Some(50),
        _ => None,
    };
    let digits: Vec<u32> = numeral.chars().map(digit).collect::<Option<_>>()?;
    let mut sum = 0u32;
    for (index, value) in digits.iter().enumerate().rev() {
        // a smaller digit before a larger one is taken off
        let smaller = digits.get(index + 1).is_some_and(|next| value < next);
        sum = if smaller { sum.checked_sub(*value)? } else { sum.checked_add(*value)? };
    }
    Some(sum)
}

/// The Roman numeral of a small number.
pub fn roman_numeral(number: u32) -> String {
    let mut rest = number;
    let mut numeral = String::new();
    for (value, sign) in [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")] {
        while rest >= value {
            numeral.push_str(sign);
            rest -= value;
        }
    }
    numeral
}

fn small(token: &Token) -> Option<u32> {
    (token.kind == Kind::Number && token.text.len() <= 2)
        .then(|| token.text.parse().ok())
        .flatten()
        .filter(|number| (1..=60).contains(number))
}

/// The parts of `2.1` and `2.1.3`.
fn parts(token: &Token) -> Option<Vec<u32>> {
    let parts: Option<Vec<u32>> =
        token.text.split('.').map(|part| (part.len() <= 2).then(|| part.parse().ok()).flatten()).collect();
    parts.filter(|parts| (2..=4).contains(&parts.len()) && parts.iter().all(|part| (1..=40).contains(part)))
}

fn arabic(tokens: &[Token]) -> Option<(Marker, usize)> {
    let first = tokens.first()?;
    if first.kind != Kind::Number {
        return None;
    }
    let stroke = |at: usize| tokens.get(at).is_some_and(|token| token.text == "/" && !token.spaced);
    let spaced = |at: usize| {
        tokens
            .get(at)
            .is_some_and(|token| token.spaced && token.kind == Kind::Word && token.is_capital() || token.is_quote())
    };
    // “1./ …”, “2/ Các khối”
    if let Some(number) = small(first)
        && ((tokens.get(1).is_some_and(|token| token.text == ".") && stroke(2)) || (stroke(1) && spaced(2)))
    {
        return Some((Marker::Arabic(vec![number]), if stroke(1) { 2 } else { 3 }));
    }
    // “1- Phong trào …”, not “1 - 2 xã”
    let dashed = tokens.get(1).is_some_and(|token| token.is_mark("-") && !token.spaced) && spaced(2);
    if let (Some(number), true) = (small(first), dashed) {
        return Some((Marker::Arabic(vec![number]), 2));
    }
    let closed = tokens.get(1).is_some_and(|token| matches!(token.text.as_str(), "." | ")"));
    let goes_on = |at: usize| tokens.get(at).is_some_and(|token| token.kind != Kind::Number || token.spaced);
    if let (Some(number), true) = (small(first), closed && goes_on(2)) {
        return Some((Marker::Arabic(vec![number]), 2));
    }
    // 2.1. and 2.1.3 are one number token; `2.1` without a dot at its end needs a word after it
    let parts = parts(first)?;
    // “1.1- Công tác chính trị”
    if tokens.get(1).is_some_and(|token| token.is_mark("-") && !token.spaced) && spaced(2) {
        return Some((Marker::Arabic(parts), 2));
    }
    let word_follows = tokens.get(1).is_some_and(|token| token.kind == Kind::Word && token.is_capital());
    (closed || word_follows).then_some((Marker::Arabic(parts), if closed { 2 } else { 1 }))
}

fn letter(tokens: &[Token], damaged: bool) -> Option<(Marker, usize)> {
    let first = tokens.first()?;
    if damaged && first.is_mark(")") && tokens.get(1).is_some_and(Token::is_capital) {
        return Some((Marker::Letter(None), 1));
    }
    let mut chars = first.text.chars();
    let (Some(sign), None) = (chars.next(), chars.next()) else { return None };
    let closed = tokens.get(1).is_some_and(|token| {
        token.text == ")"
            || (token.text == "."
                && sign.is_lowercase()
                && (!damaged
                    || ("abcdđegh".contains(sign)
                        && tokens
                            .get(2)
                            .is_some_and(|next| next.spaced && (next.is_capital() || next.kind == Kind::Number)))))
            || (token.text == "/"
                && !damaged
                && sign.is_lowercase()
                && tokens.get(2).is_some_and(|next| next.spaced && next.is_capital()))
    });
    if first.kind != Kind::Word || !closed {
        return None;
    }
    let meant = match sign {
        '¢' | '€' | '©' => Some('c'),
        'đ' => Some('đ'),
        sign => fold(&sign.to_string()).chars().next().filter(char::is_ascii_lowercase),
    };
    Some((Marker::Letter(meant), 2))
}

fn bullet(tokens: &[Token], damaged: bool) -> Option<(Marker, usize)> {
    let first = tokens.first()?;
    if first.is_mark("+") {
        return Some((Marker::Plus, 1));
    }
    let dash = first.kind == Kind::Mark
        && (BULLETS.contains(&first.text.as_str()) || (damaged && matches!(first.text.as_str(), "=" | "~" | "_")));
    let after = usize::from(dash);
    if let [open, number, close, ..] = &tokens[after..]
        && let (true, Some(number), true) = (open.is_mark("("), small(number), close.is_mark(")"))
    {
        return Some((Marker::Bracketed(number), after + 3));
    }
    // “(1.1) …”, “(ii) …”
    if let [open, number, close, next, ..] = &tokens[after..]
        && open.is_mark("(")
        && close.is_mark(")")
        && next.spaced
    {
        if let Some(parts) = parts(number).filter(|_| number.kind == Kind::Number) {
            return Some((Marker::Arabic(parts), after + 3));
        }
        let lower = number.kind == Kind::Word && number.text.chars().all(|c| matches!(c, 'i' | 'v' | 'x'));
        if let Some(number) = roman_value(&number.text.to_uppercase()).filter(|_| lower) {
            return Some((Marker::Bracketed(number), after + 3));
        }
    }
    dash.then_some((Marker::Dash, 1))
}

#[cfg(test)]
mod tests {
    use super::super::tokenise;
    use super::*;

    fn marker(content: &str, damaged: bool) -> Option<Marker> {
        leading(&tokenise::line(content, 0, damaged), damaged).map(|(marker, _)| marker)
    }

    #[test]
    fn numbering_is_recognised_clean_and_garbled() {
        assert_eq!(marker("II. NỘI DUNG", false), Some(Marker::Roman(Some(2))));
        assert_eq!(marker("IV. TỔ CHỨC", false), Some(Marker::Roman(Some(4))));
        for garbled in ["I1I. GIAI PHAP", "|. MUC PiCH", "111. TO CHUC", "1. CHU PE, NOI DUNG"] {
            assert_eq!(marker(garbled, true), Some(Marker::Roman(None)), "{garbled}");
        }
        assert_eq!(marker("1. Mục đích", true), Some(Marker::Arabic(vec![1])));
        assert_eq!(marker("2.1. Về kinh tế", false), Some(Marker::Arabic(vec![2, 1])));
        assert_eq!(marker("2025. Thúc đẩy", true), None);
        assert_eq!(marker("12,3% so với", false), None);
        assert_eq!(marker("đ) Thi đua", false), Some(Marker::Letter(Some('đ'))));
        assert_eq!(marker("¢) Tap trung", true), Some(Marker::Letter(Some('c'))));
        assert_eq!(marker(") Trién khai", true), Some(Marker::Letter(None)));
        assert_eq!(marker("- (10) Xử lý", false), Some(Marker::Bracketed(10)));
        assert_eq!(marker("(21) Cấp", false), Some(Marker::Bracketed(21)));
        assert_eq!(marker(", = Tiép tuc", true), Some(Marker::Dash));
        assert_eq!(marker("+ Giá trị", false), Some(Marker::Plus));
        assert_eq!(marker("(2.3) Kết nạp 5 đảng viên", false), Some(Marker::Arabic(vec![2, 3])));
        assert_eq!(marker("(iv) Kết nạp 5 đảng viên", false), Some(Marker::Bracketed(4)));
        assert_eq!(marker("PHẦN C. TỔ CHỨC THỰC HIỆN", false), Some(Marker::Chapter(3)));
        assert_eq!(marker("b. Vận động 20 hội viên", true), Some(Marker::Letter(Some('b'))));
        assert_eq!(marker("(2,5) triệu đồng", false), None);
        for number in 1..40 {
            assert_eq!(roman_value(&roman_numeral(number)), Some(number));
        }
    }
}
