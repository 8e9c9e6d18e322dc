//! Xã Lơ Ku 2022.

use super::{add_person, open_tab, sign_in_as};
use crate::driver::{Browser, Product};
use fantoccini::Locator;

/// LK5: covenants signed by the Front, the unions, the units and nine villages.
#[tokio::test]
async fn lk5_a_covenant_is_signed_by_the_front_the_unions_the_units_and_nine_villages() {
    let product = Product::with_demo();
    let browser = Browser::start(true).await;
    add_person(&browser, &product, "lang1.truong", "Thủ trưởng", "Làng minh họa 1").await;
    browser.sign_in(&product, "loku.thuongtruc").await;
    open_tab(&browser, &product, "Giao ước").await;

    // drawn up with everybody below, from the targets of the plan
    browser.sees("Chưa có giao ước thi đua").await;
    browser.fill("#title", "Thực hiện nhiệm vụ phát triển kinh tế - xã hội năm 2022").await;
    browser.fill("#place", "hội trường xã Lơ Ku").await;
    browser.fill("#signing_day", "15/3/2022").await;
    browser.choose_words("#source", "Chỉ tiêu của phong trào (cam kết chung)").await;
    assert_eq!(browser.count("fieldset input[type=checkbox]:checked").await, 17, "all units below are parties");
    browser.press("Soạn giao ước").await;
    browser.arrives("/covenants/").await;
    browser.sees("Tổng sản lượng lương thực").await;
    let covenant = browser.path().await.split('?').next().expect("a path").to_owned();
    browser.press("Đưa ra ký").await;
    browser.sees("Đang ký").await;
    assert_eq!(browser.count("#signatures tbody tr").await, 18, "the commune and the seventeen");
    browser.sign_out(&product).await;

    // the head of a village finds it on the first page and signs for the village alone
    sign_in_as(&browser, &product, "lang1.truong").await;
    browser.go(&product, "/").await;
    browser.follow("Ký giao ước thi đua").await;
    browser.sees("Làng minh họa 1").await;
    assert_eq!(browser.count("#party option").await, 1, "nobody else's signature is offered");
    sign(&browser, "Đinh Văn Mẫu", "Trưởng làng").await;
    browser.sees("Đinh Văn Mẫu, Trưởng làng").await;
    browser.sign_out(&product).await;

    // the clerk sees who is missing, and records the signatures given on paper
    browser.sign_in(&product, "loku.thuongtruc").await;
    open_tab(&browser, &product, "Giao ước").await;
    browser.sees("1/18").await;
    let missing = browser.css("#urging").await.text().await.expect("a message");
    assert!(missing.contains("Làng minh họa 2") && missing.contains("Thôn minh họa 9"), "{missing}");
    assert!(missing.contains("Ủy ban Mặt trận Tổ quốc Việt Nam xã Lơ Ku"), "{missing}");
    assert!(!missing.contains("Làng minh họa 1"), "who has signed is not urged: {missing}");
    browser.go(&product, &covenant).await;
    browser.sees_not("Các bên đã ký").await;
    for left in (0..17).rev() {
        assert_eq!(browser.count("#party option").await, left + 1);
        sign(&browser, "Người đại diện", "Người đứng đầu").await;
        browser.shows("#signatures .st-met", 18 - left).await;
    }
    browser.sees("Các bên đã ký").await;
    browser.fill("#day", "15/3/2022").await;
    browser.press("Cho có hiệu lực").await;
    browser.sees("Đang có hiệu lực").await;

    // what all signed stands beside the figures of the year
    browser.follow("Bản PDF").await;
    let (_, paper) = browser.downloaded(".pdf").await;
    assert!(paper.starts_with(b"%PDF-"));
    browser.close().await;
}

async fn sign(browser: &Browser, who: &str, post: &str) {
    browser.fill("#signed_on", "15/3/2022").await;
    browser.fill("#signatory", who).await;
    browser.fill("#post", post).await;
    browser.press("Ghi nhận chữ ký").await;
}

/// LK4: local names stand under the national movement that they belong to.
#[tokio::test]
async fn lk4_local_names_stand_under_their_national_movement() {
    let product = Product::with_demo();
    let browser = Browser::start(true).await;
    browser.sign_in(&product, "loku.thuongtruc").await;
    open_tab(&browser, &product, "Nội dung").await;
    browser.sees("Lơ Ku chung sức xây dựng nông thôn mới").await;

    // what the machine proposes, a person confirms or changes
    browser.follow_in_row("Lơ Ku chung sức xây dựng nông thôn mới", "Sửa").await;
    let national = "Cả nước chung sức xây dựng nông thôn mới";
    browser.choose_words("#national", national).await;
    browser.fill("#to", "2025").await;
    browser.press("Lưu").await;
    browser.sees("Đã lưu").await;
    browser.follow_in_row("Phong trào thi đua trên lĩnh vực an ninh - quốc phòng", "Sửa").await;
    browser.choose_words("#national", "Toàn dân bảo vệ an ninh Tổ quốc").await;
    browser.press("Lưu").await;
    browser.sees("Đã lưu").await;
    browser.follow("Theo phong trào toàn quốc").await;
    browser.sees("Toàn dân bảo vệ an ninh Tổ quốc").await;
    let section = section_of(&browser, national).await;
    assert!(section.contains("Lơ Ku chung sức xây dựng nông thôn mới"), "{section}");
    browser.sign_out(&product).await;

    // whoever sees all authorities sees the local names of each together
    browser.sign_in(&product, "quan-tri").await;
    browser.go(&product, "/movements/national").await;
    let section = section_of(&browser, national).await;
    for local in ["Lơ Ku chung sức", "Hà Tĩnh chung sức", "Bình Sơn chung sức"] {
        assert!(section.contains(local), "{local}: {section}");
    }
    browser.close().await;
}

/// The section of a page under a heading.
async fn section_of(browser: &Browser, heading: &str) -> String {
    browser.sees(heading).await;
    let path = format!("//main//section[h2[contains(normalize-space(.), '{heading}')]]");
    let found = browser.client.find(Locator::XPath(&path)).await.expect("the section");
    found.text().await.expect("its text")
}
