//! Commendation as people take it in a browser: everybody reads the rules, a household is rewarded at once, dossiers are
//! guided.

use crate::driver::{Browser, Product};

/// LP9: unexpected award “ngay sau khi lập được thành tích”, to households too; rules and procedure public.
#[tokio::test]
async fn lp9_a_household_is_proposed_right_after_its_deed_and_everybody_reads_the_rules() {
    let product = Product::with_demo();
    let browser = Browser::start(true).await;
    // nobody is signed in
    browser.go(&product, "/awards?q=giay%20khen&for=household&day=01/06/2024").await;
    browser.sees("Danh hiệu và hình thức khen thưởng").await;
    browser.follow("Giấy khen của Chủ tịch Ủy ban nhân dân cấp xã").await;
    browser.sees("Tiêu chuẩn").await;
    browser.sees("Hồ sơ").await;
    browser.sees("Chủ tịch Ủy ban nhân dân cấp xã").await;
    browser.sees("Luật 06/2022/QH15 Điều 80 khoản 3").await;

    browser.sign_in(&product, "luongphong.thuongtruc").await;
    browser.go(&product, "/award-rounds").await;
    browser.fill("#name", "Khen đột xuất tháng 6/2024").await;
    browser.choose_words("#occasion", "Đột xuất").await;
    browser.fill("#from", "01/06/2024").await;
    browser.fill("#to", "30/06/2024").await;
    browser.fill("#deadline", "30/06/2024").await;
    browser.press("Mở đợt xét").await;
    browser.sees("Khen đột xuất tháng 6/2024").await;
    browser.choose_words("#add-award", "Giấy khen của Chủ tịch Ủy ban nhân dân cấp xã").await;
    browser.fill("#add-name", "Hộ ông Nguyễn Văn Minh Họa").await;
    browser.choose_words("#add-kind", "Hộ gia đình").await;
    browser.fill("#add-merit", "Cứu ba người trong trận lũ ngày 10/6/2024").await;
    browser.fill("#add-achieved_on", "10/06/2024").await;
    browser.press("Thêm đề nghị").await;
    browser.sees("Hộ ông Nguyễn Văn Minh Họa").await;
    browser.sees("ngày làm việc từ khi lập thành tích").await;
    browser.sees("Từng điều kiện").await;
    browser.sees("Thành phần hồ sơ").await;
}

/// LK8: the clerk guides dossiers: what is missing is told with its way, and the dossier goes its way.
#[tokio::test]
async fn lk8_the_clerk_guides_a_dossier_until_it_is_put_to_the_decision() {
    let product = Product::with_demo();
    let browser = Browser::start(true).await;
    browser.sign_in(&product, "loku.thuongtruc").await;
    browser.go(&product, "/award-rounds").await;
    browser.fill("#name", "Tổng kết năm 2022").await;
    browser.fill("#from", "01/01/2022").await;
    browser.fill("#to", "31/12/2022").await;
    browser.fill("#deadline", "15/01/2023").await;
    browser.press("Mở đợt xét").await;
    browser.choose_words("#add-award", "Giấy khen của Chủ tịch Ủy ban nhân dân cấp xã").await;
    browser.fill("#add-name", "Trần Thị Minh Họa").await;
    browser.fill("#add-merit", "Vận động 42 hộ hiến 1.200 m² đất làm đường").await;
    browser.press("Thêm đề nghị").await;
    browser.sees("Kết quả đối chiếu điều kiện").await;
    browser.sees("Còn thiếu").await;
    browser.sees("Cách bổ sung").await;
}
