use super::lines::{date_words, recipient_lines};
use super::*;

#[test]
fn days_below_ten_and_the_first_two_months_take_a_leading_zero() {
    let line = |day, month| date_words(Some(IssueDate { day, month, year: 2022 }));
    assert_eq!(line(7, 2), "ngày 07 tháng 02 năm 2022");
    assert_eq!(line(7, 3), "ngày 07 tháng 3 năm 2022");
    assert_eq!(line(15, 12), "ngày 15 tháng 12 năm 2022");
}

#[test]
fn recipients_get_dashes_semicolons_and_a_closing_full_stop() {
    let lines = recipient_lines(&["Như trên".into(), "- Thường trực Đảng ủy xã;".into(), "Lưu: VT".into()]);
    assert_eq!(lines, ["- Như trên;", "- Thường trực Đảng ủy xã;", "- Lưu: VT."]);
}

#[test]
fn the_head_does_not_repeat_the_place_of_the_authority_above() {
    let head = |parent: &str, issuer: &str| {
        let mut document = crate::forms::launch_plan::document(&crate::forms::launch_plan::example());
        document.parent_authority = (!parent.is_empty()).then(|| parent.into());
        document.issuer = issuer.into();
        Sheet::of(&document).expect("laid out").issuer
    };
    let province = "Ủy ban nhân dân tỉnh Hà Tĩnh";
    assert_eq!(head(province, "Sở Nội vụ tỉnh Hà Tĩnh"), "SỞ NỘI VỤ");
    assert_eq!(head("UỶ BAN NHÂN DÂN TỈNH HÀ TĨNH", "Sở Nội vụ tỉnh Hà Tĩnh"), "SỞ NỘI VỤ");
    assert_eq!(head(province, "Văn phòng Ủy ban nhân dân tỉnh Hà Tĩnh"), "VĂN PHÒNG");
    assert_eq!(head(province, "Sở Nội vụ"), "SỞ NỘI VỤ");
    assert_eq!(head("", "Sở Nội vụ tỉnh Hà Tĩnh"), "SỞ NỘI VỤ TỈNH HÀ TĨNH");
    assert_eq!(head(province, "Ủy ban nhân dân huyện An Hòa"), "ỦY BAN NHÂN DÂN HUYỆN AN HÒA");
    assert_eq!(
        head("Hội đồng nhân dân tỉnh Hà Tĩnh", "Ủy ban nhân dân tỉnh Hà Tĩnh"),
        "ỦY BAN NHÂN DÂN TỈNH HÀ TĨNH"
    );
}

#[test]
fn a_day_outside_the_calendar_is_refused() {
    assert!(check_date(IssueDate { day: 29, month: 2, year: 2024 }).is_ok());
    for (day, month, year) in [(29, 2, 2023), (31, 4, 2023), (0, 1, 2023), (1, 13, 2023)] {
        assert!(check_date(IssueDate { day, month, year }).is_err(), "{day}/{month}/{year}");
    }
}

#[test]
fn roman_numerals_are_written_as_official_documents_do() {
    let written: Vec<String> = [1, 4, 5, 9, 14, 40].into_iter().map(roman).collect();
    assert_eq!(written, ["I", "IV", "V", "IX", "XIV", "XL"]);
}
