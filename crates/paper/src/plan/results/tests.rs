//! What reports say, in wordings of our own.

use super::{Answer, Asked, Said, read_results};
use crate::read::SourceText;
use thidua_domain::basics::Amount;
use thidua_domain::targets::Comparator;

fn read(report: &str, name: &str, comparator: Comparator, value: i32, unit: &str) -> Option<Answer> {
    let asked = Asked {
        id: "t".to_owned(),
        name: name.to_owned(),
        comparator,
        value: Some(Amount::whole(value)),
        unit: Some(unit.to_owned()),
    };
    read_results(&SourceText::from_text(report), &[asked]).pop()
}

fn reached(plain: &str) -> Said {
    Said::Reached(Amount::from_plain(plain).expect("an amount"))
}

#[test]
fn a_rate_with_its_count_in_brackets_is_the_rate() {
    for (line, name, rate, count, whole) in [
        (
            "- Tỷ lệ hồ sơ đất đai giải quyết đúng hạn đạt 97,5% (39/40 hồ sơ).",
            "Tỷ lệ hồ sơ đất đai giải quyết đúng hạn",
            "97.5",
            39,
            40,
        ),
        (
            "- 100% hộ chăn nuôi ký cam kết bảo vệ môi trường (212/212 hộ).",
            "Tỷ lệ hộ chăn nuôi ký cam kết bảo vệ môi trường",
            "100",
            212,
            212,
        ),
        ("- Tỷ lệ tin báo được xác minh: 96 % (24/25 tin)", "Tỷ lệ tin báo được xác minh", "96", 24, 25),
    ] {
        let answer = read(line, name, Comparator::AtLeast, 90, "%").expect(line);
        assert_eq!(answer.said, reached(rate), "{line}");
        assert_eq!(answer.ratio, Some((Amount::whole(count), Amount::whole(whole))), "{line}");
    }
}

#[test]
fn what_is_awaited_has_no_figure_yet() {
    for (line, name) in [
        (
            "- Chỉ số cải cách hành chính của xã: đến thời điểm báo cáo huyện chưa công bố.",
            "Chỉ số cải cách hành chính của xã",
        ),
        (
            "- Tỷ lệ chi bộ hoàn thành tốt nhiệm vụ: xếp loại vào tháng 12 nên chưa có kết quả.",
            "Tỷ lệ chi bộ hoàn thành tốt nhiệm vụ",
        ),
        ("- Hội thi dân vận khéo cấp xã do mưa lũ nên chưa tổ chức.", "Số hội thi dân vận khéo cấp xã"),
        ("- Xếp hạng chuyển đổi số cấp xã: chờ công bố của tỉnh.", "Xếp hạng chuyển đổi số cấp xã"),
    ] {
        let answer = read(line, name, Comparator::AtLeast, 80, "%").expect(line);
        assert_eq!(answer.said, Said::NotYet, "{line}");
    }
}

#[test]
fn a_row_without_a_figure_says_in_its_remarks_that_it_comes_later() {
    for (cells, said) in [
        ("| - | Chưa thống kê |", Some(Said::NotYet)),
        ("| - | Quý III khảo sát |", Some(Said::NotYet)),
        ("| Cuối năm | - |", Some(Said::NotYet)),
        ("| - | |", None),
        ("| -1,4 | Không đạt |", Some(reached("-1.4"))),
        ("| 1,4 | - |", Some(reached("1.4"))),
    ] {
        let table = format!(
            "| TT | Chỉ tiêu | ĐVT | Kế hoạch | Thực hiện | Ghi chú |\n|---|---|---|---|---|---|\n\
             | 1 | Tỷ lệ hộ dùng nước sạch | % | 90 | 91 | |\n| 2 | Mức giảm vụ cháy rừng | % | 2 {cells}\n"
        );
        let answer = read(&table, "Mức giảm vụ cháy rừng", Comparator::AtLeast, 2, "%");
        assert_eq!(answer.map(|answer| answer.said), said, "{cells}");
    }
}
