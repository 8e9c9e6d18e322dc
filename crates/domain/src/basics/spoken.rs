//! Whole numbers in Vietnamese words, as sums of money and counts are written out on official papers.

const DIGITS: [&str; 10] = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
const BILLION: u64 = 1_000_000_000;

/// A whole number in words: `21` is “hai mươi mốt”, `1.005` “một nghìn không trăm linh năm”.
pub fn spoken(number: u64) -> String {
    if number == 0 {
        return DIGITS[0].to_owned();
    }
    let mut words = Vec::new();
    say(number, false, &mut words);
    words.join(" ")
}

/// A sum of đồng in words, as it stands behind the figures: “Hai triệu đồng”.
pub fn spoken_money(sum: u64) -> String {
    let words = format!("{} đồng", spoken(sum));
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Says a number above zero; behind other words its hundreds and tens are said even where they are none.
fn say(number: u64, behind: bool, words: &mut Vec<&'static str>) {
    let (billions, rest) = (number / BILLION, number % BILLION);
    if billions > 0 {
        say(billions, behind, words);
        words.push("tỷ");
    }
    let behind = behind || billions > 0;
    for (size, name) in [(1_000_000, "triệu"), (1_000, "nghìn"), (1, "")] {
        let group = rest / size % 1_000;
        if group == 0 {
            continue;
        }
        let full = behind || rest / size >= 1_000;
        say_group(group, full, words);
        if !name.is_empty() {
            words.push(name);
        }
    }
}

/// Three digits, of which one at least is not zero.
fn say_group(group: u64, full: bool, words: &mut Vec<&'static str>) {
    let digit = |at: u64| DIGITS[usize::try_from(at % 10).unwrap_or(0)];
    let (hundreds, tens, ones) = (group / 100, group / 10 % 10, group % 10);
    if full || hundreds > 0 {
        words.extend([digit(hundreds), "trăm"]);
    }
    match (tens, ones) {
        (0, 0) => return,
        (0, _) if full || hundreds > 0 => words.push("linh"),
        (0, _) => {}
        (1, _) => words.push("mười"),
        _ => words.extend([digit(tens), "mươi"]),
    }
    match (tens, ones) {
        (_, 0) => {}
        (2.., 1) => words.push("mốt"),
        (2.., 4) | (0, 4) if tens > 0 || full || hundreds > 0 => words.push("tư"),
        (1.., 5) => words.push("lăm"),
        _ => words.push(digit(ones)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_are_said_as_people_say_them() {
        for (number, words) in [
            (0, "không"),
            (4, "bốn"),
            (5, "năm"),
            (10, "mười"),
            (11, "mười một"),
            (14, "mười bốn"),
            (15, "mười lăm"),
            (20, "hai mươi"),
            (21, "hai mươi mốt"),
            (24, "hai mươi tư"),
            (25, "hai mươi lăm"),
            (55, "năm mươi lăm"),
            (100, "một trăm"),
            (101, "một trăm linh một"),
            (104, "một trăm linh tư"),
            (105, "một trăm linh năm"),
            (110, "một trăm mười"),
            (115, "một trăm mười lăm"),
            (121, "một trăm hai mươi mốt"),
            (1_000, "một nghìn"),
            (1_005, "một nghìn không trăm linh năm"),
            (4_004, "bốn nghìn không trăm linh tư"),
            (2_340_000, "hai triệu ba trăm bốn mươi nghìn"),
            (1_000_005, "một triệu không trăm linh năm"),
            (21_000_000, "hai mươi mốt triệu"),
            (1_000_000_000, "một tỷ"),
            (1_005_000_000, "một tỷ không trăm linh năm triệu"),
            (2_000_000_000_000, "hai nghìn tỷ"),
            (1_000_000_000_000_000_000, "một tỷ tỷ"),
        ] {
            assert_eq!(spoken(number), words, "{number}");
        }
        assert_eq!(spoken_money(2_000_000), "Hai triệu đồng");
        assert_eq!(spoken_money(0), "Không đồng");
    }

    /// What was said, as a number again: the reader of another program.
    fn heard(words: &str) -> u64 {
        let (mut total, mut millions, mut group) = (0, 0, 0);
        for word in words.split(' ') {
            match word {
                "linh" => {}
                "mười" => group += 10,
                "mươi" => group = group / 100 * 100 + group % 10 * 10,
                "trăm" => group *= 100,
                "nghìn" => (millions, group) = (millions + group * 1_000, 0),
                "triệu" => (millions, group) = (millions + group * 1_000_000, 0),
                "tỷ" => (total, millions, group) = ((total + millions + group) * BILLION, 0, 0),
                "mốt" => group += 1,
                "tư" => group += 4,
                "lăm" => group += 5,
                digit => group += DIGITS.iter().position(|known| *known == digit).expect("a digit") as u64,
            }
        }
        total + millions + group
    }

    proptest! {
        #[test]
        fn what_is_said_is_heard_as_the_same_number(number in 0..1_000_000_000_000_000_000u64) {
            prop_assert_eq!(heard(&spoken(number)), number);
        }

        #[test]
        fn small_numbers_are_heard_too(number in 0..2_000_000u64) {
            prop_assert_eq!(heard(&spoken(number)), number);
        }

        #[test]
        fn one_four_and_five_change_behind_tens(tens in 2..10u64, before in 0..100u64) {
            let said = |ones| spoken(before * 100 + tens * 10 + ones);
            prop_assert!(said(1).ends_with("mươi mốt") && said(4).ends_with("mươi tư") && said(5).ends_with("mươi lăm"));
        }
    }
}
