//! Sở Nội vụ Hà Tĩnh 2022.

use super::{add_person, open_tab, sign_in_as};
use crate::driver::{Browser, Product};

/// HT5: the plan is made known in every unit. HT6: titles are registered and stand against the aims.
#[tokio::test]
async fn ht5_the_plan_is_made_known_and_ht6_titles_stand_against_the_aims() {
    let product = Product::with_demo();
    let browser = Browser::start(true).await;
    add_person(&browser, &product, "vanphong", "Người báo cáo số liệu", "Văn phòng Sở").await;
    browser.sign_in(&product, "hatinh.thuongtruc").await;
    open_tab(&browser, &product, "Đăng ký").await;
    browser.fill("#deadline", "01/12/2099").await;
    browser.press("Mở đăng ký").await;
    browser.sees("chậm nhất ngày 01/12/2099").await;
    open_tab(&browser, &product, "Quán triệt").await;
    browser.sees("trên 9 đơn vị").await;
    let known = browser.path().await;
    browser.sign_out(&product).await;

    // a unit records how it made the plan known
    sign_in_as(&browser, &product, "vanphong").await;
    browser.go(&product, &known).await;
    browser.choose_words("#unit", "Văn phòng Sở").await;
    browser.fill("#day", "10/02/2022").await;
    browser.fill("#people", "11").await;
    browser.fill("#of", "12").await;
    browser.press("Ghi nhận việc quán triệt").await;
    browser.sees("11 / 12").await;
    browser.sees_not("Ban Tôn giáo").await;

    // and registers the titles it strives for
    browser.go(&product, "/").await;
    browser.follow("Đăng ký thi đua theo").await;
    browser.press("Đăng ký").await;
    browser.arrives("/registrations/").await;
    for (title, person) in [
        ("Tập thể lao động tiên tiến (tập thể)", ""),
        ("Lao động tiên tiến (cá nhân)", "Trần Văn Một"),
        ("Lao động tiên tiến (cá nhân)", "Trần Văn Hai"),
        ("Lao động tiên tiến (cá nhân)", "Trần Văn Ba"),
        ("Lao động tiên tiến (cá nhân)", "Trần Văn Bốn"),
        ("Chiến sĩ thi đua cơ sở (cá nhân)", "Trần Văn Một"),
    ] {
        browser.follow("Thêm danh hiệu").await;
        browser.choose_words("#title", title).await;
        browser.fill("#person", person).await;
        browser.press("Lưu").await;
        browser.sees("Đã lưu").await;
    }
    // a title for one person is not taken by the unit
    browser.follow("Thêm danh hiệu").await;
    browser.choose_words("#title", "Lao động tiên tiến (cá nhân)").await;
    browser.press("Lưu").await;
    browser.sees("Danh hiệu này dành cho cá nhân").await;
    browser.follow("Thôi").await;
    browser.press("Nộp cho cơ quan phát động").await;
    browser.sees("Đã nộp, chờ duyệt").await;
    browser.sign_out(&product).await;

    // the department sees the share that knows, who is missing, and aim against registered
    browser.sign_in(&product, "hatinh.thuongtruc").await;
    browser.go(&product, &known).await;
    browser.sees("trên 12 người của 1 đơn vị").await;
    let message = browser.css("#message").await.text().await.expect("a message");
    assert!(message.contains("Ban Tôn giáo") && !message.contains("Văn phòng Sở"), "{message}");
    open_tab(&browser, &product, "Đăng ký").await;
    browser.sees("Chỉ tiêu khen thưởng của kế hoạch so với đăng ký").await;
    browser.sees("Trần Văn Một (Văn phòng Sở)").await;
    browser.sees("trên 4 Lao động tiên tiến").await;
    browser.sees("25 %").await;
    browser.sees("Bằng khen của Thủ tướng Chính phủ").await;
    browser.follow("Văn phòng Sở").await;
    browser.press("Duyệt").await;
    browser.sees("Đã duyệt").await;
    browser.close().await;
}

/// HT10, HT14: at the year's end the union says its grade, the office proposes for many, the head decides by one decision;
/// Công đoàn and Đoàn Thanh niên are counted among “hoàn thành tốt nhiệm vụ trở lên”.
#[tokio::test]
async fn ht10_and_ht14_grades_of_the_year_are_said_proposed_and_decided_for_many_at_once() {
    const UNION: &str = "select[aria-label='Công đoàn Sở Nội vụ']";
    const YOUTH: &str = "select[aria-label='Đoàn Thanh niên Sở Nội vụ']";
    let product = Product::with_demo();
    let browser = Browser::start(true).await;
    add_person(&browser, &product, "congdoan", "Người báo cáo số liệu", "Công đoàn Sở Nội vụ").await;
    sign_in_as(&browser, &product, "congdoan").await;
    browser.go(&product, "/grades?year=2022").await;
    browser.click_css("dl.facts a").await;
    browser.arrives("/grades/units/").await;
    browser.choose_words("#self-graded-grade", "Hoàn thành xuất sắc nhiệm vụ").await;
    browser.fill("#self-graded-other", "Không có đoàn viên bị kỷ luật").await;
    browser.press("Tự xếp loại").await;
    browser.sees("Đã lưu").await;
    // no report on the two waves of the year came from it: that is said, and decides nothing
    browser.sees("Xếp loại xuất sắc trong khi số liệu còn 2 nội dung").await;
    browser.sign_out(&product).await;

    browser.sign_in(&product, "hatinh.thuongtruc").await;
    browser.go(&product, "/grades?year=2022").await;
    browser.follow("Xếp loại nhiều đơn vị").await;
    browser.sees("Hoàn thành xuất sắc nhiệm vụ (tự xếp loại)").await;
    browser.choose_words(UNION, "Hoàn thành tốt nhiệm vụ").await;
    browser.choose_words(YOUTH, "Hoàn thành xuất sắc nhiệm vụ").await;
    browser.press("Lưu tất cả").await;
    browser.sees("Đã lưu").await;
    browser.sees("Hoàn thành tốt nhiệm vụ (tập thể đề nghị)").await;
    browser.sign_out(&product).await;

    browser.sign_in(&product, "hatinh.thutruong").await;
    browser.go(&product, "/grades?year=2022").await;
    browser.follow("Xếp loại nhiều đơn vị").await;
    browser.choose_words(UNION, "Hoàn thành tốt nhiệm vụ").await;
    browser.choose_words(YOUTH, "Hoàn thành xuất sắc nhiệm vụ").await;
    browser.press("Lưu tất cả").await;
    // a decision has its number, day and authority; what was chosen stays
    browser.sees("Cần nhập ô này").await;
    browser.fill("#number", "512/QĐ-SNV").await;
    browser.fill("#dated", "15/12/2022").await;
    browser.fill("#authority", "Giám đốc Sở Nội vụ").await;
    browser.press("Lưu tất cả").await;
    browser.sees("Đã lưu").await;
    browser.go(&product, "/grades?year=2022&bar=good").await;
    browser.sees("22,22 % tổng số đơn vị").await;
    browser.sees("50 % số đơn vị hoàn thành tốt trở lên").await;
    browser.sees("512/QĐ-SNV ngày 15/12/2022, Giám đốc Sở Nội vụ").await;
    browser.follow("Đoàn Thanh niên Sở Nội vụ").await;
    browser.sees("Căn cứ khi đó").await;
    browser.close().await;
}

/// HT7: the half-year is reported and summed up before 15/7. HT9: the year is summed up, and leaves what the next one takes.
#[tokio::test]
async fn ht7_the_half_year_is_summed_up_in_time_and_ht9_the_year_leaves_its_lessons() {
    let product = Product::with_demo();
    let browser = Browser::start(true).await;
    browser.sign_in(&product, "hatinh.thuongtruc").await;
    let movement = open_tab(&browser, &product, "Báo cáo").await;

    // the report of the half-year is written from the figures, edited, issued
    browser.press("Lập báo cáo 6 tháng").await;
    browser.arrives("/period-reports/").await;
    browser.sees("Phần mềm viết").await;
    let report = browser.path().await;
    browser.unfold("Sửa mục này").await;
    browser.fill("#t-organisation", "Sở đã chỉ đạo các phòng, đơn vị đăng ký và ký giao ước.").await;
    browser.click_css("#s-organisation button.btn-primary").await;
    browser.sees("bản thứ 1").await;
    browser.fill("#issue-number", "77/BC-SNV").await;
    browser.fill("#issue-dated", "08/7/2022").await;
    browser.fill("#issue-signer", "Nguyễn Văn Minh Họa").await;
    browser.press("Ban hành").await;
    browser.sees("Đã ban hành, đang khóa").await;
    browser.follow("Tải bản PDF").await;
    let (_, paper) = browser.downloaded(".pdf").await;
    assert!(paper.starts_with(b"%PDF-"), "a PDF file");

    // the movement does not go on without its sơ kết
    browser.visit(&movement).await;
    browser.press("Chuyển sang Sơ kết").await;
    browser.sees("Còn thiếu:").await;
    browser.follow("Ghi tại trang sơ kết 6 tháng").await;
    browser.sees("trước ngày 15/7/2022").await;
    browser.press("Chuẩn bị Sơ kết 6 tháng").await;
    browser.arrives("/reviews/").await;
    browser.fill("#held_on", "12/7/2022").await;
    browser.fill("#place", "Hội trường Sở").await;
    browser.choose_words("#report", "6 tháng đầu năm (quý II) (77/BC-SNV)").await;
    browser.fill("#evaluation", "Các chỉ tiêu 6 tháng cơ bản đạt tiến độ.").await;
    browser.fill("#lessons", "Đôn đốc theo từng tuần.").await;
    browser.press("Lưu").await;
    browser.sees("đúng hạn").await;
    browser.sees("Đã đủ để chuyển bước").await;
    browser.press("Giữ kết quả đến hôm nay").await;
    browser.sees("Kết quả được giữ tại ngày").await;
    browser.visit(&movement).await;
    browser.press("Chuyển sang Sơ kết").await;
    browser.sees("Đã chuyển bước").await;

    // the leadership answers the report; one press makes the direction a task
    browser.sign_out(&product).await;
    browser.sign_in(&product, "hatinh.thutruong").await;
    browser.go(&product, &report).await;
    browser.unfold("Ghi chỉ đạo").await;
    browser.fill("#direct-says", "Rà soát các chỉ tiêu cải cách hành chính").await;
    browser.choose_words("#direct-to", "Văn phòng Sở").await;
    browser.fill("#direct-due", "01/12/2099").await;
    browser.press("Ghi chỉ đạo").await;
    browser.press("Giao thành nhiệm vụ").await;
    browser.arrives("/tasks/").await;
    browser.sees("Rà soát các chỉ tiêu cải cách hành chính").await;

    // the year is summed up and leaves its lessons to 2023
    browser.visit(&format!("{movement}/reviews")).await;
    browser.press("Chuẩn bị Tổng kết năm").await;
    browser.arrives("/reviews/").await;
    browser.fill("#held_on", "28/12/2022").await;
    browser.fill("#document", "Báo cáo số 150/BC-SNV").await;
    browser.fill("#evaluation", "Hoàn thành nhiệm vụ năm 2022.").await;
    browser.fill("#lessons", "Giao chỉ tiêu ngay từ tháng 01.").await;
    browser.press("Lưu").await;
    browser.sees("đúng hạn").await;
    browser.visit(&movement).await;
    browser.press("Chuyển sang Tổng kết").await;
    browser.sees("Đã chuyển bước").await;
    browser.visit(&format!("{movement}/next-year")).await;
    browser.tick("Giao chỉ tiêu ngay từ tháng 01.").await;
    browser.press("Đưa sang năm 2023").await;
    browser.sees("đã chọn").await;
    browser.close().await;
}
