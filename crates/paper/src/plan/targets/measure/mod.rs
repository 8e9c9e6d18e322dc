//! Numbers that measure: their comparator, value, range and unit, with the words that belong to them.

mod around;
mod label;
mod rank;
mod spelled;
mod unit;

pub(super) use rank::UNIT as RANK;

use crate::plan::dates;
use crate::plan::token::{self, Kind, Token};
use std::ops::Range;
use thidua_domain::basics::{Amount, AmountProblem, Expectation};
use thidua_domain::targets::Comparator;

/// A measuring number in a run of tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    /// From the first comparing word to the last word of the unit or `trở lên`.
    pub range: Range<usize>,
    /// Where the number itself begins.
    pub number: usize,
    /// How it compares.
    pub comparator: Comparator,
    /// The value, or the lower bound.
    pub value: Amount,
    /// The upper bound.
    pub value_max: Option<Amount>,
    /// n of `k/n`.
    pub denominator: Option<Amount>,
    /// Canonical unit.
    pub unit: Option<String>,
    /// The comparing words as printed.
    pub qualifier: Option<String>,
}

/// Words before a number that belong to its comparison and not to the name.
const LEADING: [&str; 40] = [
    "đạt", "từ", "trên", "dưới", "hơn", "khoảng", "ước", "ít", "nhất", "tối", "thiểu", "đa", "không", "quá",
    "vượt", "và", "còn", "xuống", "là", "tăng", "giảm", "thêm", "cao", "mức", "có", "cho", "bằng", "dự", "kiến",
    "phấn", "đấu", "gần", "lên", "thấp", "xấp", "xỉ", "được", "hoặc", "lớn", "nhỏ",
];

/// Every measuring number of a run, in order; numbers that only bound a name are none.
pub fn measures(tokens: &[Token]) -> Vec<Measure> {
    around::settled(tokens, numbers(tokens))
}

/// Every number that could measure.
fn numbers(tokens: &[Token]) -> Vec<Measure> {
    let mut found: Vec<Measure> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let free_from = found.last().map_or(0, |measure| measure.range.end);
        match measure_at(tokens, at, free_from) {
            Some(measure) => {
                at = measure.range.end.max(at + 1);
                found.push(measure);
            }
            None => at = skip(tokens, at),
        }
    }
    found
}

/// The next place to look at; dates are passed over whole.
fn skip(tokens: &[Token], at: usize) -> usize {
    if dates::date_at(tokens, at).is_none()
        && label::is_day_and_month(tokens, at)
        && tokens.get(at + 1).is_some_and(|token| matches!(token.text.as_str(), "/" | "-"))
    {
        return at + 3;
    }
    match dates::date_at(tokens, at).or_else(|| dates::month_at(tokens, at).map(|(month, end)| (month.0, end))) {
        Some((_, end)) => end.max(at + 1),
        None => at + 1,
    }
}

fn amount(token: &Token, percent: bool) -> Option<Amount> {
    let expected = if percent { Expectation::Percent } else { Expectation::Quantity };
    match Amount::read(&token.text, expected) {
        Ok(amount) => Some(amount),
        // `1.740 %` cannot be 1740 per cent
        Err(AmountProblem::TwoReadings(grouped, pointed)) => Some(if percent { pointed } else { grouped }),
        Err(_) => None,
    }
}

fn measure_at(tokens: &[Token], at: usize, free_from: usize) -> Option<Measure> {
    let (first, width) = spelled::number_at(tokens, at)?;
    let first = &first;
    if let Some(rank) = rank::at(tokens, at, free_from) {
        return Some(rank);
    }
    if first.kind != Kind::Number
        || dates::date_at(tokens, at).is_some()
        || dates::month_at(tokens, at).is_some()
        || label::is_quoted(tokens, at)
        || label::is_label(tokens, at)
    {
        return None;
    }
    let is = |index: usize, mark: &str| tokens.get(index).is_some_and(|token| token.is_mark(mark));
    let number = |index: usize| tokens.get(index).is_some_and(|token| token.kind == Kind::Number);
    let mut end = at + width;
    let early_percent = usize::from(is(end, "%"));
    let mut upper = None;
    let mut under = None;
    let joined =
        is(end + early_percent, "-") || tokens.get(end + early_percent).is_some_and(|token| token.is_word("den"));
    if joined && number(end + early_percent + 1) {
        upper = Some(end + early_percent + 1);
    } else if is(end, "/") && number(end + 1) {
        under = Some(end + 1);
    }
    if let Some(last) = upper.or(under) {
        end = last + 1;
    }
    let (unit, end) = match under {
        // “2/3 số trường”: the noun follows `số`
        Some(_) if tokens.get(end).is_some_and(|token| token.says("số")) => unit::after(tokens, end + 1),
        _ => unit::after(tokens, end),
    };
    if label::is_year_like(tokens, at, unit.is_some())
        || label::is_time(tokens, end, unit.as_deref())
        || (under.is_some() && unit.is_none() && label::is_day_and_month(tokens, at))
    {
        return None;
    }
    let percent = unit.as_deref() == Some("%");
    let value = amount(first, percent)?;
    let value_max = upper.and_then(|index| tokens.get(index)).and_then(|token| amount(token, percent));
    if upper.is_some() && value_max.is_none_or(|upper| upper <= value) {
        return None;
    }
    let denominator = under.and_then(|index| tokens.get(index)).and_then(|token| amount(token, false));
    let start = lead(tokens, at, free_from);
    // a bare number inside a name counts nothing: “Bộ phận 1 cửa”
    let bare = unit.is_none()
        && start == at
        && at > 0
        && denominator.is_none()
        && tokens.get(end).is_some_and(|token| token.kind == Kind::Word);
    let trailing = unit.is_none()
        && start == at
        && free_from > 0
        && tokens.get(at.wrapping_sub(1)).is_some_and(|token| token.kind == Kind::Word)
        && !around::is_in_a_list(tokens, at);
    // the number of a place, with its figure after the colon: “thôn 5: 103 tấn”
    let place = unit.is_none()
        && start == at
        && at > 0
        && tokens.get(at.wrapping_sub(1)).is_some_and(|token| token.kind == Kind::Word)
        && is(end, ":")
        && tokens[end..].iter().any(|token| token.kind == Kind::Number);
    // “KHỐI 1 - CÁC ẤP”, “Chương trình số 1: …”: the number of a heading
    let heading = unit.is_none()
        && start == at
        && tokens
            .get(at.wrapping_sub(1))
            .is_some_and(|token| token.kind == Kind::Word && token.is_capital() && token.text.chars().count() > 1)
        && tokens.get(end).is_some_and(|token| matches!(token.text.as_str(), "-" | ":" | "“" | "\""))
        && tokens.get(end + 1).is_some_and(Token::is_capital)
        && crate::plan::marker::capital_percent(&tokens[..at]) >= 65;
    let numbered = unit.is_none()
        && start == at
        && tokens
            .get(at.wrapping_sub(1))
            .is_some_and(|token| token.is_word("so") || token.is_word("trao") || token.is_word("trinh"))
        && tokens.get(end).is_none_or(|token| matches!(token.text.as_str(), ":" | "“" | "\"" | "."));
    if bare || trailing || place || heading || numbered {
        return None;
    }
    let words = format!(" {} ", token::words(&tokens[start..at]));
    let signs: String = tokens[start..at]
        .iter()
        .filter(|token| token.kind == Kind::Mark)
        .map(|token| token.text.as_str())
        .collect();
    let upwards = token::starts_at(tokens, end, "tro len");
    let downwards = token::starts_at(tokens, end, "tro xuong");
    // “từ 80% số xã trở lên”: the noun stands between
    let far = |phrase: &str| {
        upwards.or(downwards).is_none() && words.contains(" tu ") && around::closes(tokens, end, phrase)
    };
    let (far_up, far_down) = (far("tro len") || near_up(tokens, end, upwards), far("tro xuong"));
    let comparator =
        comparator(&words, &signs, upper.is_some(), upwards.is_some() || far_up, downwards.is_some() || far_down);
    let end = upwards.or(downwards).unwrap_or(end);
    let mut qualifier: Vec<String> = tokens[start..at]
        .iter()
        .filter(|token| !token.is_mark(":"))
        .map(|token| token.text.to_lowercase())
        .collect();
    qualifier.extend(upwards.map(|_| "trở lên".to_owned()));
    qualifier.extend(downwards.map(|_| "trở xuống".to_owned()));
    let qualifier = Some(qualifier.join(" ")).filter(|words| !words.is_empty());
    Some(Measure { range: start..end, number: at, comparator, value, value_max, denominator, unit, qualifier })
}

/// `120 đảng viên mới trở lên`: the noun of the number goes on for a word or two.
fn near_up(tokens: &[Token], end: usize, upwards: Option<usize>) -> bool {
    const OTHER: [&str; 12] = ["dat", "hoan", "xep", "loai", "kha", "tot", "tu", "muc", "vu", "cap", "khoi", "co"];
    upwards.is_none()
        && (end..(end + 6).min(tokens.len()))
            .take_while(|at| {
                let token = &tokens[*at];
                (token.kind == Kind::Word && !OTHER.contains(&token.folded.as_str())) || token.is_mark(",")
            })
            .any(|at| token::starts_at(tokens, at, "tro len").is_some())
}

/// Where the comparing words before a number begin.
fn lead(tokens: &[Token], at: usize, free_from: usize) -> usize {
    let mut start = at;
    while start > free_from {
        let token = &tokens[start - 1];
        let sign =
            token.kind == Kind::Mark && matches!(token.text.as_str(), "≥" | ">" | "≤" | "<" | "≈" | ":" | "/");
        let word = token.kind == Kind::Word && LEADING.iter().any(|word| token.says(word));
        // “con thứ 3 trở lên giảm 1 %”: the end of another bound
        let closing = token.is_word("len") && start >= 2 && tokens[start - 2].is_word("tro");
        if !(sign || word) || closing || at - start >= 6 {
            break;
        }
        start -= 1;
    }
    // “vượt mốc 1,2 tỷ”, “vượt con số 500 ha”
    const OVER: [&str; 11] = [
        "khong vuot qua dinh muc",
        "khong vuot dinh muc",
        "khong qua dinh muc",
        "khong vuot nguong",
        "vuot moc",
        "vuot con so",
        "vuot nguong",
        "tren muc",
        "dat moc",
        "o muc",
        "dat con so",
    ];
    let over = (free_from.max(start.saturating_sub(5))..start).find(|from| {
        OVER.iter().any(|over| token::starts_at(tokens, *from, over).is_some_and(|end| (start..=at).contains(&end)))
    });
    start = over.unwrap_or(start);
    // “kiểm tra cấp dưới 30 %”: those below, not a bound
    if start < at
        && start > 0
        && tokens[start].says("dưới")
        && ["cấp", "tuyến"].iter().any(|word| tokens[start - 1].says(word))
    {
        start += 1;
    }
    // “tỷ lệ chuyển tuyến trên giảm còn 4,5 %”: the place above, not a bound
    if start + 1 < at
        && ["trên", "dưới"].iter().any(|word| tokens[start].says(word))
        && ["giảm", "tăng", "còn"].iter().any(|word| tokens[start + 1].says(word))
    {
        start += 1;
    }
    settle_lead(tokens, start, at)
}

/// Gives back words that belong to the name after all: `Tổng số`, `bình quân`, `lao động qua đào tạo`, `cao` …
fn settle_lead(tokens: &[Token], mut start: usize, at: usize) -> usize {
    const BEGINNINGS: [&str; 34] = [
        "khong thap hon",
        "khong it hon",
        "khong nho hon",
        "khong cao hon",
        "o muc",
        "dat",
        "tu",
        "tren",
        "duoi",
        "hon",
        "khoang",
        "uoc",
        "it nhat",
        "toi thieu",
        "toi da",
        "khong qua",
        "khong duoi",
        "khong vuot",
        "vuot",
        "con",
        "xuong",
        "la",
        "tang",
        "giam",
        "cao hon",
        "thap hon",
        "it hon",
        "lon hon",
        "nho hon",
        "bang hoac",
        "co",
        "cho",
        "phan dau",
        "nhieu hon",
    ];
    while start < at {
        let begins = tokens[start].kind == Kind::Mark && !tokens[start].is_mark("/")
            || BEGINNINGS.iter().any(|words| token::starts_at(tokens, start, words).is_some_and(|end| end <= at))
            || ["gan", "xap xi", "bang", "du kien", "dat va vuot", "len", "duoc"]
                .iter()
                .any(|words| token::starts_at(tokens, start, words).is_some());
        if begins {
            break;
        }
        start += 1;
    }
    start
}

/// Whether words, with a space before and after each, have a phrase.
fn has_words(words: &str, phrase: &str) -> bool {
    let mut rest = words;
    while let Some(at) = rest.find(' ') {
        rest = &rest[at + 1..];
        if rest.strip_prefix(phrase).is_some_and(|after| after.starts_with(' ')) {
            return true;
        }
    }
    false
}

fn comparator(words: &str, signs: &str, range: bool, upwards: bool, downwards: bool) -> Comparator {
    let has = |phrase: &str| has_words(words, phrase);
    let to_level = has("con") || has("xuong") || has("len");
    if has("tang") && !to_level {
        return Comparator::IncreaseBy;
    }
    if has("giam") && !to_level {
        return Comparator::DecreaseBy;
    }
    if range {
        return Comparator::Between;
    }
    // “cao hơn hoặc bằng”, “bằng hoặc thấp hơn”
    if has("hoac bang") || has("bang hoac") {
        return if ["thap", "it", "nho", "duoi"].iter().any(|word| has(word)) {
            Comparator::AtMost
        } else {
            Comparator::AtLeast
        };
    }
    let any = |phrases: &[&str]| phrases.iter().any(|phrase| has(phrase));
    if upwards
        || signs.contains('≥')
        || any(&[
            "it nhat",
            "toi thieu",
            "dat va vuot",
            "khong duoi",
            "khong thap hon",
            "khong it hon",
            "khong nho hon",
        ])
        || (has("dat") && has("vuot"))
    {
        Comparator::AtLeast
    } else if downwards
        || signs.contains('≤')
        || any(&["toi da", "khong qua", "khong vuot qua", "khong vuot", "khong cao hon"])
    {
        Comparator::AtMost
    } else if any(&["it hon", "nho hon", "thap hon"]) {
        Comparator::LessThan
    } else if signs.contains('>') || any(&["tren", "hon", "vuot", "cao hon"]) {
        Comparator::MoreThan
    } else if signs.contains('<') || any(&["duoi", "thap hon"]) {
        Comparator::LessThan
    } else if signs.contains('≈') || any(&["khoang", "uoc", "gan", "xap xi"]) {
        Comparator::About
    } else {
        Comparator::Exactly
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::tokenise;

    fn only(content: &str) -> (String, String, Option<String>, Option<String>) {
        let tokens = tokenise::line(content, 0, false);
        let found = measures(&tokens);
        assert_eq!(found.len(), 1, "{content}: {found:?}");
        let measure = &found[0];
        (
            measure.comparator.code().to_owned(),
            measure.value.plain(),
            measure.value_max.map(Amount::plain),
            measure.unit.clone(),
        )
    }

    #[test]
    fn every_way_of_comparing_is_read() {
        for (content, comparator, value, max, unit) in [
            ("Tổng sản lượng lương thực: 9.007,4 tấn", "eq", "9007.4", None, Some("tấn")),
            ("Tổng giá trị sản xuất khoảng 28.603,61 tỷ đồng", "approx", "28603.61", None, Some("tỷ đồng")),
            ("Thu nhập bình quân đầu người/năm: >32 triệu đồng", "gt", "32", None, Some("triệu đồng")),
            ("Hạ tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng: < 21 %", "lt", "21", None, Some("%")),
            ("hộ nghèo còn dưới 27 %", "lt", "27", None, Some("%")),
            ("bảo hiểm y tế đạt từ 99,6% trở lên", "ge", "99.6", None, Some("%")),
            ("giao  $\\geq 100$  %", "ge", "100", None, Some("%")),
            ("đạt 150.000 – 200.000 lượt khách", "between", "150000", Some("200000"), Some("lượt khách")),
            ("ít nhất 80-85% thôn", "between", "80", Some("85"), Some("%")),
            ("Tỷ lệ hộ nghèo giảm 0,5-1%", "decrease_by", "0.5", Some("1"), Some("%")),
            ("tăng 12,3% so với năm 2021", "increase_by", "12.3", None, Some("%")),
            ("đạt và vượt chỉ tiêu giao là 1768 trđ", "eq", "1768", None, Some("triệu đồng")),
            ("(đạt 13/19 tiêu chí)", "eq", "13", None, Some("tiêu chí")),
            ("Diện tích trồng rừng mới trong năm 40 ha", "eq", "40", None, Some("ha")),
            ("Sản lượng lúa của thôn 5: 103 tấn", "eq", "103", None, Some("tấn")),
            ("không quá 3 ngày", "le", "3", None, Some("ngày")),
            ("Năng suất từ 60 đến 65 tạ/ha", "between", "60", Some("65"), Some("tạ/ha")),
        ] {
            assert_eq!(
                only(content),
                (comparator.to_owned(), value.to_owned(), max.map(str::to_owned), unit.map(str::to_owned)),
                "{content}"
            );
        }
    }

    #[test]
    fn years_dates_ages_and_labels_measure_nothing() {
        for content in [
            "giai đoạn 2021 - 2025",
            "ngày 16/7/2021",
            "so với năm 2024",
            "tiêu chí số 1 và số 15",
            "theo Chỉ thị 19",
            "cả 3 tiêu chí",
            "trẻ em dưới 5 tuổi",
            "Quyết định số 22/QĐ-UBND",
        ] {
            assert_eq!(measures(&tokenise::line(content, 0, false)), [], "{content}");
        }
    }
}
