//! Sums of money: in figures with dots, and in words as accountants want them beside each other.

/// "1.170.000".
pub(super) fn dotted(sum: u64) -> String {
    let digits = sum.to_string();
    let mut dotted = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            dotted.push('.');
        }
        dotted.push(digit);
    }
    dotted
}

const DIGITS: [&str; 10] = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

/// "một triệu một trăm bảy mươi nghìn".
pub(super) fn in_words(sum: u64) -> String {
    if sum == 0 {
        return DIGITS[0].into();
    }
    let mut words: Vec<String> = Vec::new();
    let billions = sum / 1_000_000_000;
    if billions > 0 {
        words.push(format!("{} tỷ", in_words(billions)));
    }
    let rest = sum % 1_000_000_000;
    for (group, name) in [(rest / 1_000_000, " triệu"), (rest / 1_000 % 1_000, " nghìn"), (rest % 1_000, "")] {
        if group > 0 {
            words.push(format!("{}{name}", hundreds(group, !words.is_empty())));
        }
    }
    words.join(" ")
}

/// A group of three digits; behind another group its hundreds are said even when there are none.
fn hundreds(group: u64, behind: bool) -> String {
    let digit = |number: u64| DIGITS[usize::try_from(number).unwrap_or_default() % 10];
    let (hundred, ten, one) = (group / 100, group / 10 % 10, group % 10);
    let mut words = Vec::new();
    if hundred > 0 || behind {
        words.push(format!("{} trăm", digit(hundred)));
    }
    match ten {
        0 if one > 0 && !words.is_empty() => words.push("linh".into()),
        0 => {}
        1 => words.push("mười".into()),
        _ => words.push(format!("{} mươi", digit(ten))),
    }
    match (ten, one) {
        (_, 0) => {}
        (2.., 1) => words.push("mốt".into()),
        (1.., 5) => words.push("lăm".into()),
        _ => words.push(digit(one).into()),
    }
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_dotted_in_threes() {
        assert_eq!([0, 702, 1_170_000, 12_000].map(dotted), ["0", "702", "1.170.000", "12.000"]);
    }

    #[test]
    fn sums_are_told_in_words_as_they_are_spoken() {
        for (sum, words) in [
            (0, "không"),
            (15, "mười lăm"),
            (21, "hai mươi mốt"),
            (105, "một trăm linh năm"),
            (1_170_000, "một triệu một trăm bảy mươi nghìn"),
            (2_005_000, "hai triệu không trăm linh năm nghìn"),
            (10_000_000, "mười triệu"),
            (1_000_000_001, "một tỷ không trăm linh một"),
            (25_335_111, "hai mươi lăm triệu ba trăm ba mươi lăm nghìn một trăm mười một"),
        ] {
            assert_eq!(in_words(sum), words);
        }
    }
}
