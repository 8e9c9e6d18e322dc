//! Huyện Bình Sơn 2025.

use super::{add_person, derive_plan, launch_plan, number_plan, open_tab, sign_in_as};
use crate::driver::{Browser, Product};

/// BS5: a peak wave waits for its event and is dated later.
#[tokio::test]
async fn bs5_a_peak_wave_is_opened_for_its_event_and_dated_later() {
    let product = Product::with_demo();
    let browser = Browser::start(true).await;
    browser.sign_in(&product, "binhson.thuongtruc").await;
    open_tab(&browser, &product, "Đợt thi đua").await;
    browser.follow("Đợt cao điểm, ngày ấn định sau").await;
    browser.arrives("new=peak").await;
    browser.fill("#name", "Đợt thi đua cao điểm năm 2025").await;
    browser.press("Mở đợt").await;
    browser.sees("cần ghi sự kiện").await;
    browser.fill("#event", "50 năm giải phóng huyện; đại hội đảng các cấp; bầu cử").await;
    browser.press("Mở đợt").await;
    browser.arrives("/waves/").await;
    browser.sees("chưa ấn định ngày").await;
    let wave = browser.path().await.split('?').next().expect("a path").to_owned();
    browser.go(&product, "/calendar?year=2025").await;
    browser.sees("Đợt chưa ấn định ngày").await;
    browser.follow("Đợt thi đua cao điểm năm 2025").await;
    assert_eq!(browser.path().await, wave, "the calendar leads to the wave");

    browser.unfold("Mở phần sửa").await;
    browser.fill("#from", "01/3/2025").await;
    browser.fill("#to", "28/3/2025").await;
    browser.fill("#summary_deadline", "10/4/2025").await;
    browser.press("Lưu").await;
    browser.sees("Ngày này đã qua").await;
    browser.tick("Ngày ghi đúng dù đã qua").await;
    browser.press("Lưu").await;
    browser.sees("chưa ấn định ngày → 01/3/2025 – 28/3/2025").await;
    browser.go(&product, "/calendar?year=2025").await;
    browser.sees("Đợt thi đua cao điểm năm 2025").await;
    browser.sees_not("Đợt chưa ấn định ngày").await;
    browser.close().await;
}

/// BS6: communes and enterprises issue their plans at the start of the year; heads are answerable.
#[tokio::test]
async fn bs6_a_commune_and_an_enterprise_issue_their_plans_and_heads_are_named() {
    let product = Product::with_demo();
    let browser = Browser::start(true).await;
    let units = [
        ("xa1", "Ủy ban nhân dân xã minh họa 1", "07/KH-UBND", "14/02/2025", "CHỦ TỊCH"),
        ("doanhnghiep", "Doanh nghiệp minh họa", "03/KH-DN", "25/02/2025", "GIÁM ĐỐC"),
    ];
    for (login, unit, ..) in units {
        add_person(&browser, &product, login, "Cơ quan thường trực", unit).await;
        add_person(&browser, &product, &format!("{login}.truong"), "Thủ trưởng", unit).await;
    }
    browser.sign_in(&product, "binhson.thuongtruc").await;
    let movement = open_tab(&browser, &product, "Cấp dưới").await;
    browser.fill("#launch_by", "20/02/2025").await;
    browser.press("Lưu").await;
    browser.sees("Chưa có, quá hạn").await;
    browser.follow("Ủy ban nhân dân xã minh họa 1").await;
    browser.fill("form[action^='/units/'] #head", "Bà Lê Thị Ví Dụ").await;
    browser.press("Lưu").await;
    browser.sees("Đã lưu").await;
    browser.sign_out(&product).await;
    for (login, _, number, day, signer) in units {
        sign_in_as(&browser, &product, login).await;
        let plan = derive_plan(&browser, &product).await;
        number_plan(&browser, number, day, signer).await;
        browser.sign_out(&product).await;
        sign_in_as(&browser, &product, &format!("{login}.truong")).await;
        launch_plan(&browser, &product, &plan).await;
        browser.sign_out(&product).await;
    }
    browser.sign_in(&product, "binhson.thuongtruc").await;
    browser.visit(&format!("{movement}/cascade?show=issued")).await;
    assert_eq!(browser.count("table.data tbody tr").await, 2, "both have issued");
    browser.sees("07/KH-UBND").await;
    browser.sees("03/KH-DN").await;
    browser.sees("Ban hành muộn 3 ngày làm việc").await;
    browser.fill("#head", "le thi vi du").await;
    browser.press("Xem").await;
    browser.shows("table.data tbody tr", 1).await;
    browser.sees("Bà Lê Thị Ví Dụ").await;
    browser.visit(&format!("{movement}/cascade?show=missing")).await;
    browser.sees("Ủy ban nhân dân thị trấn minh họa").await;
    browser.sees_not("07/KH-UBND").await;
    browser.close().await;
}

/// A district that has ended keeps the units of its last day: its year can still be told to the end.
#[tokio::test]
async fn a_district_that_has_ended_still_gives_tasks_to_its_units() {
    let product = Product::with_demo();
    let browser = Browser::start(true).await;
    browser.sign_in(&product, "binhson.thuongtruc").await;
    open_tab(&browser, &product, "Nhiệm vụ").await;
    browser.follow("Thêm nhiệm vụ").await;
    browser.fill("#work", "Thẩm định hồ sơ khen thưởng").await;
    browser.choose_words("#lead", "Phòng Nội vụ").await;
    browser.press("Lưu").await;
    browser.sees("Chưa đủ năm rõ").await;
    browser.sees("Phòng Nội vụ").await;
    browser.close().await;
}
