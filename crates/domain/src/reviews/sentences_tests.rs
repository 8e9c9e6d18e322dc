use super::*;
use crate::figures::Attainment;
use proptest::prelude::*;

fn amount(text: &str) -> Amount {
    Amount::from_plain(text).expect("an amount")
}

fn of<'a>(name: &'a str, unit: &'a str, comparator: Comparator, value: &str, actual: &str) -> Outcome<'a> {
    Outcome {
        name,
        unit: (!unit.is_empty()).then_some(unit),
        comparator,
        value: (!value.is_empty()).then(|| amount(value)),
        value_max: None,
        figure: Figure::Number(amount(actual)),
        rate: None,
        status: None,
        last_year: None,
    }
}

#[test]
fn figures_are_said_as_a_clerk_would_write_them() {
    use Comparator::{
        About, AtLeast, AtMost, Between, DecreaseBy, Exactly, IncreaseBy, LessThan, MoreThan, NoneExists,
    };
    let budget = of("Thu ngân sách", "triệu đồng", Exactly, "1768", "900.5");
    let table = [
        (Outcome { rate: Some(amount("50.93")), ..budget }, "Thu ngân sách đạt 900,5/1.768 triệu đồng (50,93 %)."),
        (
            Outcome { status: Some(Status::AtRisk), last_year: Some(amount("801.5")), ..budget },
            "Thu ngân sách đạt 900,5/1.768 triệu đồng, tăng 12,35 % so với cùng kỳ năm trước (801,5 triệu đồng), \
             chậm so với tiến độ.",
        ),
        (
            Outcome { last_year: Some(Amount::ZERO), ..budget },
            "Thu ngân sách đạt 900,5/1.768 triệu đồng, cùng kỳ năm trước là 0 triệu đồng.",
        ),
        (
            Outcome { last_year: Some(amount("900.5")), ..budget },
            "Thu ngân sách đạt 900,5/1.768 triệu đồng, bằng cùng kỳ năm trước.",
        ),
        (
            Outcome {
                last_year: Some(amount("97")),
                ..of("Tỷ lệ hộ dân tham gia BHYT đạt", "%", Exactly, "96", "95.5")
            },
            "Tỷ lệ hộ dân tham gia BHYT đạt 95,5 % (kế hoạch: 96 %), giảm 1,5 điểm % so với cùng kỳ năm trước (97 %).",
        ),
        (
            Outcome {
                status: Some(Status::Met), ..of("Hạ tỷ lệ hộ nghèo còn dưới", "%", LessThan, "27", "25.8")
            },
            "Hạ tỷ lệ hộ nghèo còn 25,8 % (kế hoạch: dưới 27 %), đạt kế hoạch.",
        ),
        (of("Số vụ tai nạn", "vụ", AtMost, "3", "4"), "Số vụ tai nạn còn 4 vụ (kế hoạch: không quá 3 vụ)."),
        (
            Outcome {
                rate: Some(amount("104.38")),
                status: Some(Status::Exceeded),
                ..of("thu nhập bình quân đầu người", "triệu đồng", MoreThan, "32", "33.4")
            },
            "Thu nhập bình quân đầu người đạt 33,4 triệu đồng (kế hoạch: trên 32 triệu đồng; 104,38 %), vượt kế hoạch.",
        ),
        (
            Outcome {
                rate: Some(amount("50.93")), ..of("Thu ngân sách", "triệu đồng", AtLeast, "1768", "900.5")
            },
            "Thu ngân sách đạt 900,5/1.768 triệu đồng (50,93 %).",
        ),
        (
            of("Tỷ lệ hộ dùng nước sạch", "%", AtLeast, "99", "99.2"),
            "Tỷ lệ hộ dùng nước sạch đạt 99,2 % (kế hoạch: từ 99 % trở lên).",
        ),
        (
            Outcome {
                value_max: Some(amount("200000")),
                ..of("Tổng lượt khách du lịch", "lượt khách", Between, "150000", "91000")
            },
            "Tổng lượt khách du lịch đạt 91.000 lượt khách (kế hoạch: từ 150.000 đến 200.000 lượt khách).",
        ),
        (
            of("Giá trị sản xuất", "tỷ đồng", About, "9.48", "9"),
            "Giá trị sản xuất đạt 9 tỷ đồng (kế hoạch: khoảng 9,48 tỷ đồng).",
        ),
        (
            of("Giá trị sản xuất nông nghiệp tăng", "%", IncreaseBy, "18.7", "12.1"),
            "Giá trị sản xuất nông nghiệp tăng 12,1 % (kế hoạch: tăng 18,7 %).",
        ),
        (
            of("Giá trị sản xuất nông nghiệp tăng", "%", IncreaseBy, "18.7", "-2"),
            "Giá trị sản xuất nông nghiệp giảm 2 % (kế hoạch: tăng 18,7 %).",
        ),
        (
            of("Tỷ lệ hộ nghèo giảm", "%", DecreaseBy, "0.5", "0.6"),
            "Tỷ lệ hộ nghèo giảm 0,6 % (kế hoạch: giảm 0,5 %).",
        ),
        (
            of("Tỷ lệ hộ nghèo giảm", "%", DecreaseBy, "0.5", "-0.2"),
            "Tỷ lệ hộ nghèo tăng 0,2 % (kế hoạch: giảm 0,5 %).",
        ),
        (
            of("Tuyển quân", "thanh niên", Exactly, "", "8"),
            "Tuyển quân đạt 8 thanh niên (kế hoạch: chưa được giao mức thực hiện).",
        ),
        (of("Không để xảy ra cháy nổ", "", NoneExists, "", "0"), "Không để xảy ra cháy nổ: không có."),
        (of("Không để xảy ra cháy nổ", "vụ", NoneExists, "", "2"), "Không để xảy ra cháy nổ: có 2 vụ."),
        (
            Outcome {
                figure: Figure::Judged(Attainment::Partly),
                ..of("Duy trì trạm y tế xã đạt chuẩn", "", Comparator::Maintain, "", "0")
            },
            "Duy trì trạm y tế xã đạt chuẩn: đạt một phần.",
        ),
        (Outcome { figure: Figure::NotEntered, ..budget }, "Thu ngân sách: chưa có số liệu."),
        (Outcome { figure: Figure::NotApplicable, ..budget }, "Thu ngân sách: không áp dụng trong kỳ."),
    ];
    for (outcome, said) in table {
        assert_eq!(sentence(&outcome).text(), said);
    }
}

#[test]
fn exactly_one_piece_is_the_figure_that_leads_to_its_source() {
    let one = sentence(&of("Thu ngân sách", "triệu đồng", Comparator::Exactly, "1768", "900.5"));
    let figures: Vec<&str> = one.0.iter().filter(|part| part.figure).map(|part| part.text.as_str()).collect();
    assert_eq!(figures, ["900,5"]);
}

#[test]
fn a_table_says_the_difference_in_percent_or_points() {
    use Comparator::{Exactly, IncreaseBy};
    let table = [
        (Exactly, Some("triệu đồng"), "900.5", "801.5", Some("+12,35 %")),
        (Exactly, Some("%"), "95.5", "97", Some("\u{2212}1,5 điểm %")),
        (Exactly, None, "8", "8", Some("+0 %")),
        (Exactly, Some("ha"), "8", "0", None),
        (IncreaseBy, Some("%"), "8", "7", None),
    ];
    for (comparator, unit, actual, before, said) in table {
        assert_eq!(difference(comparator, unit, amount(actual), amount(before)).as_deref(), said);
    }
}

proptest! {
    #[test]
    fn every_sentence_ends_and_names_its_target(
        name in "[a-zđêôơư]{1,8}( [a-zđêôơư]{1,8}){0,4}",
        stored in -9_000_000_000_000_000i64..9_000_000_000_000_000,
        last in -9_000_000_000_000_000i64..9_000_000_000_000_000,
        which in 0usize..12,
    ) {
        let comparator = Comparator::ALL[which % Comparator::ALL.len()];
        let outcome = Outcome {
            last_year: Some(Amount::from_ten_thousandths(last)),
            figure: Figure::Number(Amount::from_ten_thousandths(stored)),
            ..of(&name, "ha", comparator, "12", "1")
        };
        let said = sentence(&outcome).text();
        prop_assert!(said.ends_with('.') && !said.contains("  ") && !said.contains(" ,"), "{said}");
        prop_assert!(said.chars().next().is_some_and(char::is_uppercase), "{said}");
    }
}
