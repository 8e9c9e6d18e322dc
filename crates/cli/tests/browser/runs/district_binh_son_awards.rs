//! Huyện Bình Sơn 2025: dossiers are appraised, the district decides, higher awards are proposed above.

use super::commending::{Occasion, Proposed, appraised, drafted, issued, sent_above};
use crate::driver::{Browser, Product};

/// BS9: appraise dossiers → UBND decides; upper awards proposed; principles checked.
#[tokio::test]
async fn bs9_dossiers_are_appraised_the_district_decides_and_higher_awards_are_proposed_above() {
    let product = Product::with_demo();
    let browser = Browser::start(true).await;
    browser.sign_in(&product, "binhson.thuongtruc").await;
    let half = Occasion {
        name: "Sơ kết 6 tháng đầu năm 2025",
        kind: "Phong trào thi đua (theo đợt, chuyên đề)",
        from: "01/01/2025",
        to: "15/06/2025",
        achieved_on: None,
        received_on: "16/06/2025",
    };
    let own = Proposed {
        unit: "Ủy ban nhân dân huyện Bình Sơn",
        award: "Giấy khen",
        name: "Nguyễn Văn Minh Họa",
        merit: "Vận động 60 hộ bàn giao mặt bằng trước hạn",
    };
    let round = appraised(&browser, &product, &half, &[own]).await;
    browser.go(&product, &format!("{round}?day=20/06/2025")).await;
    browser.sees("Mọi dòng thuộc thẩm quyền của cơ quan.").await;
    browser.sees("Luật 06/2022/QH15 Điều 80 khoản 2").await;
    browser.sees("Chưa ghi chức vụ của 1 người").await;
    // the district ends on 30/6/2025, and with it the power of its chairman
    browser.go(&product, &format!("{round}?day=01/07/2025")).await;
    browser.sees("Không có đề nghị nào đủ căn cứ để quyết định.").await;
    browser.css("#upward").await;
    browser.go(&product, &format!("{round}?day=20/06/2025")).await;
    let decision = drafted(&browser, "Khen thưởng sơ kết 6 tháng đầu năm").await;
    browser.sign_out(&product).await;
    browser.sign_in(&product, "binhson.thutruong").await;
    issued(&browser, &product, &decision, "1520/QĐ-UBND", "20/06/2025").await;
    browser.sign_out(&product).await;

    browser.sign_in(&product, "binhson.thuongtruc").await;
    browser.go(&product, &round.replace("/decisions/rounds/", "/award-rounds/")).await;
    browser.sees("đã khen thưởng").await;
    browser.unfold("Điền thông tin").await;
    browser.choose_words("#add-award", "Bằng khen của bộ, ban, ngành, tỉnh").await;
    browser.fill("#add-name", "Trần Thị Ví Dụ").await;
    browser.fill("#add-merit", "Sáng kiến số hóa giải phóng mặt bằng được áp dụng trong toàn tỉnh").await;
    browser.press("Thêm đề nghị").await;
    browser.sees("Kết quả đối chiếu điều kiện").await;
    browser.press("Gửi cơ quan thường trực").await;
    browser.fill("#received_on", "25/06/2025").await;
    browser.press("Nhận hồ sơ, thẩm định").await;
    browser.sees("đang thẩm định").await;
    browser.go(&product, &format!("{round}?day=26/06/2025")).await;
    browser.sees("Chủ tịch Ủy ban nhân dân cấp tỉnh").await;
    sent_above(&browser, "Chủ tịch UBND tỉnh Quảng Ngãi", "88/TTr-UBND", "26/06/2025").await;
    browser.follow("Trần Thị Ví Dụ").await;
    browser.sees("Đã trình cấp trên").await;
    browser.choose_words("#state", "Đã được tặng").await;
    browser.fill("#day", "30/06/2025").await;
    browser.press("Ghi kết quả").await;
    browser.sees("Ghi số, ngày và cơ quan của quyết định khen thưởng.").await;
    browser.sees("88/TTr-UBND, 26/6/2025").await;
    browser.choose_words("#state", "Đã được tặng").await;
    browser.fill("#number", "905/QĐ-UBND").await;
    browser.press("Ghi kết quả").await;
    browser.sees("Khen thưởng đã ghi").await;
    browser.sees("Đã được tặng").await;
    browser.go(&product, "/honours?q=tran%20thi%20vi%20du").await;
    browser.sees("905/QĐ-UBND").await;
    browser.close().await;
}
