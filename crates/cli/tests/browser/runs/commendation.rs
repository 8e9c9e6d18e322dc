//! Commendation as people take it in a browser: everybody reads the rules, a household is rewarded at once, dossiers are
//! guided.

use super::commending::{Occasion, Proposed, appraise, drafted, issued, open_round, propose, sent_above};
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
    browser.close().await;
}

/// LK8: the clerk guides dossiers: what is missing is told with its way; the commune's own award is decided, another is
/// proposed to the district.
#[tokio::test]
async fn lk8_the_clerk_guides_dossiers_to_the_communes_own_decision_and_to_the_district() {
    let product = Product::with_demo();
    let browser = Browser::start(true).await;
    browser.sign_in(&product, "loku.thuongtruc").await;
    let year = Occasion {
        name: "Tổng kết năm 2022",
        kind: "Tổng kết công trạng hằng năm",
        from: "01/01/2022",
        to: "31/12/2022",
        achieved_on: None,
        received_on: "20/12/2022",
    };
    let round = open_round(&browser, &product, &year).await;
    let own = Proposed {
        unit: "Ủy ban nhân dân xã Lơ Ku",
        award: "Giấy khen của Chủ tịch Ủy ban nhân dân cấp xã",
        name: "Trần Thị Minh Họa",
        merit: "Vận động 42 hộ hiến 1.200 m² đất làm đường",
    };
    propose(&browser, &own, &year).await;
    // what is missing is told with its way; the dossier goes on where the law lets it
    browser.sees("Kết quả đối chiếu điều kiện").await;
    browser.sees("Còn thiếu").await;
    browser.sees("Cách bổ sung").await;
    browser.unfold("Dữ kiện bổ sung").await;
    browser.tick("Không có thanh tra, điều tra").await;
    browser.click_css("#facts button.btn-primary").await;
    browser.sees("Đã lưu").await;
    browser.sees("Không có vụ việc nào đang xem xét").await;
    appraise(&browser, &year).await;
    browser.press("Trình quyết định").await;
    browser.sees("trình người có thẩm quyền").await;

    // one for the district to decide: its own certificate
    browser.go(&product, &round).await;
    let above = Proposed { award: "Giấy khen", name: "Đinh Văn Ví Dụ", ..own };
    propose(&browser, &above, &year).await;
    appraise(&browser, &year).await;
    let round = round.replace("/award-rounds/", "/decisions/rounds/");
    browser.go(&product, &format!("{round}?day=25/12/2022")).await;
    let decision = drafted(&browser, "Khen thưởng năm 2022").await;
    browser.go(&product, &format!("{round}?day=25/12/2022")).await;
    sent_above(&browser, "Chủ tịch UBND huyện Kbang", "12/TTr-UBND", "26/12/2022").await;
    browser.sees("Đinh Văn Ví Dụ").await;
    browser.sees("12/TTr-UBND").await;
    browser.sign_out(&product).await;

    browser.sign_in(&product, "loku.thutruong").await;
    issued(&browser, &product, &decision, "131/QĐ-UBND", "25/12/2022").await;
    browser.sees("Trần Thị Minh Họa").await;
    browser.sees_not("Đinh Văn Ví Dụ").await;
    browser.close().await;
}
