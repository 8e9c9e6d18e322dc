//! What is printed is read back the same: a target in the words of its comparator, and a whole launch plan that this
//! product writes as PDF and DOCX.

use super::super::read_plan;
use super::leaves;
use crate::forms::launch_plan::{document, example};
use crate::read::{SourceText, read_bytes};
use crate::write::{to_docx, to_pdf};
use proptest::prelude::*;
use thidua_domain::basics::Amount;
use thidua_domain::targets::Comparator;

/// Indicators as plans name them, with their unit.
const INDICATORS: [(&str, &str); 12] = [
    ("Tỷ lệ hộ nghèo", "%"),
    ("Tổng sản lượng lương thực có hạt", "tấn"),
    ("Diện tích trồng rừng tập trung", "ha"),
    ("Thu ngân sách trên địa bàn", "tỷ đồng"),
    ("Thu nhập bình quân đầu người", "triệu đồng/người/năm"),
    ("Tỷ lệ người dân tham gia bảo hiểm y tế", "%"),
    ("Số hộ thoát nghèo", "hộ"),
    ("Tổng đàn lợn", "con"),
    ("Giải quyết việc làm mới cho lao động", "người"),
    ("Sản lượng khai thác thủy sản", "tấn"),
    ("Tỷ lệ hồ sơ giải quyết đúng hạn", "%"),
    ("Năng suất lúa cả năm", "tạ/ha"),
];

/// The ways in which a comparator with one value is said; `{v}` is the value with its unit.
fn sayings(comparator: Comparator) -> &'static [&'static str] {
    match comparator {
        Comparator::Exactly => &[": {v}", " đạt {v}", " là {v}"],
        Comparator::AtLeast => {
            &[" đạt {v} trở lên", " từ {v} trở lên", " ≥ {v}", " tối thiểu {v}", " đạt ít nhất {v}"]
        }
        Comparator::MoreThan => &[" > {v}", " đạt trên {v}"],
        Comparator::AtMost => &[" không quá {v}", " ≤ {v}", " không vượt quá {v}"],
        Comparator::LessThan => &[" còn dưới {v}", " < {v}", " dưới {v}"],
        Comparator::Between => &[" từ {a} đến {v}", " đạt {a} - {v}"],
        Comparator::About => &[" khoảng {v}", " đạt khoảng {v}"],
        Comparator::IncreaseBy => &[" tăng {v}", " tăng thêm {v}"],
        Comparator::DecreaseBy => &[" giảm {v}"],
        // said of a state, not of a number: see the table of `state_targets`
        Comparator::Maintain | Comparator::NoneExists | Comparator::Achieve => &[],
    }
}

/// A plan with these lines of targets.
fn with_lines(lines: &[String]) -> SourceText {
    SourceText::from_text(&format!(
        "ỦY BAN NHÂN DÂN XÃ AN BÌNH\nSố: 12/KH-UBND\nAn Bình, ngày 15 tháng 01 năm 2026\nKẾ HOẠCH\n\
         Phát động phong trào thi đua năm 2026\nI. MỤC ĐÍCH\nThi đua lập thành tích.\nII. CHỈ TIÊU THI ĐUA\n{}\n\
         III. TỔ CHỨC THỰC HIỆN\nVăn phòng theo dõi.\n",
        lines.iter().map(|line| format!("- {line}.")).collect::<Vec<_>>().join("\n")
    ))
}

/// An amount of the indicator, below 100 for a percent, with up to two decimals.
fn amount(unit: &str, seed: u32) -> Amount {
    let most = if unit == "%" { 9_900 } else { 9_000_000 };
    let hundredths = i64::from(seed % most) + 100;
    let step = [1, 10, 100, 100][(seed % 4) as usize];
    Amount::from_ten_thousandths(hundredths / step * step * 100)
}

fn said(amount: Amount, unit: &str) -> String {
    let gap = if unit == "%" { "" } else { " " };
    format!("{}{gap}{unit}", amount.vietnamese())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 160, ..ProptestConfig::default() })]

    #[test]
    fn a_target_is_read_as_it_was_printed(
        picks in prop::collection::vec((0..INDICATORS.len(), 0..Comparator::ALL.len(), any::<u32>(), any::<u32>(), any::<usize>()), 1..6)
    ) {
        let mut asked: Vec<(String, &str, Comparator, Amount, Option<Amount>, &str)> = Vec::new();
        for (indicator, comparator, low, high, way) in picks {
            let (name, unit) = INDICATORS[indicator];
            let comparator = Comparator::ALL[comparator];
            let ways = sayings(comparator);
            if ways.is_empty() || asked.iter().any(|(_, known, ..)| *known == name) {
                continue;
            }
            let (mut low, mut high) = (amount(unit, low), amount(unit, high));
            if comparator == Comparator::Between {
                if low == high {
                    continue;
                }
                if low > high {
                    std::mem::swap(&mut low, &mut high);
                }
            }
            let (value, most) = if comparator == Comparator::Between { (low, Some(high)) } else { (high, None) };
            let saying = ways[way % ways.len()].replace("{v}", &said(high, unit)).replace("{a}", &low.vietnamese());
            asked.push((format!("{name}{saying}"), name, comparator, value, most, unit));
        }
        prop_assume!(!asked.is_empty());
        let lines: Vec<String> = asked.iter().map(|(line, ..)| line.clone()).collect();
        let draft = read_plan(&with_lines(&lines)).expect("a plan");
        let read = leaves(&draft);
        prop_assert_eq!(read.len(), asked.len(), "{:?} of {:?}", read, lines);
        for (leaf, (line, name, comparator, value, most, unit)) in read.iter().zip(&asked) {
            prop_assert_eq!(leaf.comparator, Some(*comparator), "{}", line);
            prop_assert_eq!((leaf.value, leaf.value_max), (Some(*value), *most), "{}", line);
            prop_assert_eq!(leaf.unit.as_deref(), Some(*unit), "{}", line);
            // the word of a change or a limit belongs to the name: "Tỷ lệ hộ nghèo giảm", "… còn dưới"
            let own = [" thêm", " tăng", " giảm", " còn dưới", " dưới"]
                .iter()
                .fold(leaf.name.as_str(), |name, word| name.trim_end_matches(word));
            prop_assert_eq!(own, *name, "{}", line);
        }
    }
}

#[test]
fn targets_that_are_states_are_read_as_they_were_printed() {
    let rows = [
        ("Giữ vững danh hiệu xã đạt chuẩn nông thôn mới", Comparator::Maintain),
        ("Duy trì 04 trường học đạt chuẩn quốc gia", Comparator::Maintain),
        ("Không có điểm tồn lưu rác thải", Comparator::NoneExists),
        ("Không để xảy ra cháy rừng", Comparator::NoneExists),
        ("Bảo đảm an ninh chính trị, trật tự an toàn xã hội", Comparator::Achieve),
    ];
    let lines: Vec<String> = rows.iter().map(|(line, _)| (*line).to_owned()).collect();
    let draft = read_plan(&with_lines(&lines)).expect("a plan");
    let read: Vec<Option<Comparator>> = leaves(&draft).iter().map(|leaf| leaf.comparator).collect();
    assert_eq!(read, rows.map(|(_, comparator)| Some(comparator)));
}

#[test]
fn a_launch_plan_is_read_back_from_its_pdf_and_its_word_file() {
    let paper = document(&example());
    let expected = [
        ("Tổng sản lượng lương thực", "eq", Some("9.007,4"), Some("tấn")),
        ("Lúa", "eq", Some("1.350"), Some("ha")),
        ("Cây trồng khác", "eq", Some("2.644"), Some("ha")),
        ("Thu nhập bình quân đầu người", "gt", Some("32"), Some("triệu đồng/năm")),
        ("Tỷ lệ hộ nghèo", "lt", Some("27"), Some("%")),
        ("Tỷ lệ hộ dùng nước sinh hoạt hợp vệ sinh", "ge", Some("99"), Some("%")),
    ];
    for (form, bytes) in [("PDF", to_pdf(&paper).expect("printed")), ("DOCX", to_docx(&paper).expect("written"))] {
        let source = read_bytes(&bytes).expect("a text");
        let draft = read_plan(&source).expect("a plan");
        let head = &draft.document;
        let text = |found: &Option<thidua_domain::plans::draft::Piece<String>>| {
            found.as_ref().map(|found| found.value.clone()).unwrap_or_default()
        };
        assert_eq!(text(&head.number_symbol), "34/KH-UBND", "{form}");
        assert_eq!(text(&head.issuer), "Ủy ban nhân dân xã An Bình", "{form}");
        assert_eq!(head.date.as_ref().map(|date| date.value.to_string()).as_deref(), Some("2022-02-07"), "{form}");
        assert_eq!(draft.waves.len(), 2, "{form}");
        let read = leaves(&draft);
        for (name, comparator, value, unit) in expected {
            let leaf = read.iter().find(|leaf| leaf.name == name).unwrap_or_else(|| panic!("{form}: {name}"));
            assert_eq!(leaf.comparator.map(Comparator::code), Some(comparator), "{form}: {name}");
            assert_eq!(leaf.value.map(Amount::vietnamese).as_deref(), value, "{form}: {name}");
            assert_eq!(leaf.unit.as_deref(), unit, "{form}: {name}");
        }
    }
}
