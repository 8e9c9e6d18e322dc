//! Xã Lương Phong 2024.

use super::{add_person, derive_plan, launch_plan, number_plan, open_tab, sign_in_as};
use crate::driver::{Browser, Product};

/// LP5: tasks have the five clears; a bottleneck is not taken without a direction, an owner and a day.
#[tokio::test]
async fn lp5_a_task_is_given_with_the_five_clears_and_a_bottleneck_has_a_way_out() {
    let product = Product::with_demo();
    let browser = Browser::start(true).await;
    add_person(&browser, &product, "thon1", "Người báo cáo số liệu", "Thôn minh họa 1").await;
    browser.sign_in(&product, "luongphong.thuongtruc").await;
    let movement = open_tab(&browser, &product, "Nhiệm vụ").await;
    browser.follow("Thêm nhiệm vụ").await;
    browser.fill("#work", "Vận động 12 hộ hiến đất mở đường").await;
    browser.choose_words("#lead", "Thôn minh họa 1").await;
    browser.press("Lưu").await;
    browser.sees("Chưa đủ năm rõ").await;
    browser.press("Giao").await;
    browser.sees("còn thiếu rõ người, rõ trách nhiệm, rõ thời gian, rõ kết quả").await;
    browser.follow("Bổ sung").await;
    browser.fill("#responsible", "Trưởng thôn minh họa 1").await;
    browser.fill("#responsibility", "Chịu trách nhiệm trước UBND xã").await;
    browser.fill("#due", "31/12/2099").await;
    browser.fill("#outcome", "12 hộ ký biên bản").await;
    browser.press("Lưu").await;
    browser.shows("li.yes", 5).await;
    browser.press("Giao").await;
    browser.sees("Chờ đơn vị nhận").await;
    let task = browser.path().await.split('?').next().expect("a path").to_owned();

    // what holds up the work is written down, and taken only with a way out
    browser.go(&product, "/bottlenecks").await;
    browser.fill("#name", "3 hộ chưa bàn giao đất").await;
    browser.choose_words("#field", "Giải phóng mặt bằng").await;
    browser.press("Lưu").await;
    browser.press("Nhận vào sổ theo dõi").await;
    browser.sees("còn thiếu hướng tháo gỡ, người phụ trách, thời hạn").await;
    browser.go(&product, "/bottlenecks").await;
    browser.sees("Chưa đủ, chưa nhận").await;
    browser.follow("3 hộ chưa bàn giao đất").await;
    browser.unfold("Sửa").await;
    browser.fill("#direction", "Chủ tịch xã đối thoại từng hộ").await;
    browser.choose_words("#owner", "Thôn minh họa 1").await;
    browser.fill("#due", "30/6/2099").await;
    browser.press("Lưu").await;
    browser.sees("Đã lưu").await;
    browser.press("Nhận vào sổ theo dõi").await;
    browser.sees_not("Còn thiếu").await;
    browser.sign_out(&product).await;

    // the village takes the task, works and reports it done
    sign_in_as(&browser, &product, "thon1").await;
    browser.go(&product, "/").await;
    browser.follow("nhiệm vụ mới được giao").await;
    browser.follow("Vận động 12 hộ hiến đất mở đường").await;
    browser.press("Nhận nhiệm vụ").await;
    browser.press("Bắt đầu thực hiện").await;
    browser.fill("#news", "12/12 hộ đã ký").await;
    browser.press("Báo hoàn thành").await;
    browser.sees("Chuyển sang: Báo hoàn thành").await;
    browser.go(&product, "/bottlenecks").await;
    browser.sees("3 hộ chưa bàn giao đất").await;
    browser.sign_out(&product).await;

    // and the commune confirms the result
    browser.sign_in(&product, "luongphong.thuongtruc").await;
    browser.visit(&format!("{movement}/tasks")).await;
    browser.sees("Chờ xác nhận").await;
    browser.go(&product, &task).await;
    browser.sees("12/12 hộ đã ký").await;
    browser.press("Xác nhận hoàn thành").await;
    browser.sees("Đã hoàn thành").await;
    browser.close().await;
}

/// LP4: hard tasks are registered, progress is visible, registered stands against achieved.
#[tokio::test]
async fn lp4_a_hard_task_is_registered_and_its_progress_stands_against_it() {
    let product = Product::with_demo();
    let browser = Browser::start(true).await;
    add_person(&browser, &product, "thon1", "Người báo cáo số liệu", "Thôn minh họa 1").await;
    browser.sign_in(&product, "luongphong.thuongtruc").await;
    let movement = open_tab(&browser, &product, "Đăng ký").await;
    browser.fill("#deadline", "01/12/2099").await;
    browser.tick("Thôn, làng, tổ dân phố").await;
    browser.press("Mở đăng ký").await;
    browser.sees("còn 3 đơn vị chưa nộp").await;
    browser.sign_out(&product).await;

    sign_in_as(&browser, &product, "thon1").await;
    browser.go(&product, "/").await;
    browser.follow("Đăng ký thi đua theo").await;
    browser.press("Đăng ký").await;
    browser.sees("3 dám").await;
    browser.follow("Thêm nhiệm vụ").await;
    browser.fill("#name", "Dời chợ tạm").await;
    browser.tick("Việc khó, phức tạp").await;
    browser.press("Lưu").await;
    browser.sees("phải có mô tả và kết quả dự kiến").await;
    browser.fill("#description", "32 hộ buôn bán ở lòng đường").await;
    browser.fill("#expected", "32/32 hộ vào chợ mới trước 30/9").await;
    browser.press("Lưu").await;
    browser.sees("Đã lưu").await;
    browser.follow("Thêm chỉ tiêu").await;
    browser.fill("#name", "Hộ hiến đất mở đường").await;
    browser.fill("#registered", "5").await;
    browser.fill("#unit_of", "hộ").await;
    browser.press("Lưu").await;
    browser.sees("Đã lưu").await;
    browser.press("Nộp cho cơ quan phát động").await;
    browser.sees("Đã nộp, chờ duyệt").await;
    let sheet = browser.path().await.split('?').next().expect("a path").to_owned();
    browser.sign_out(&product).await;

    browser.sign_in(&product, "luongphong.thuongtruc").await;
    browser.visit(&format!("{movement}/registrations")).await;
    browser.sees("còn 2 đơn vị chưa nộp").await;
    browser.sees("Việc khó, phức tạp có đơn vị đảm nhận").await;
    browser.follow("Dời chợ tạm").await;
    browser.press("Duyệt").await;
    browser.sees("Đã duyệt").await;
    browser.sign_out(&product).await;

    sign_in_as(&browser, &product, "thon1").await;
    browser.go(&product, &sheet).await;
    browser.follow_in_row("Dời chợ tạm", "Báo tiến độ, kết quả").await;
    browser.fill("#dated", "15/9/2024").await;
    browser.fill("#said", "Đã dời 32/32 hộ").await;
    browser.choose_words("#attained", "Đạt, giữ được").await;
    browser.press("Lưu").await;
    browser.sees("Đã lưu").await;
    browser.follow_in_row("Hộ hiến đất mở đường", "Báo tiến độ, kết quả").await;
    browser.fill("#dated", "30/9/2024").await;
    browser.fill("#said", "Đã có 6 hộ ký biên bản").await;
    browser.fill("#value", "6").await;
    browser.fill("#source", "Biên bản họp thôn").await;
    browser.press("Lưu").await;
    browser.sees("Đã lưu").await;
    browser.sign_out(&product).await;

    browser.sign_in(&product, "luongphong.thuongtruc").await;
    browser.visit(&format!("{movement}/registrations")).await;
    browser.follow("Đăng ký so với kết quả").await;
    browser.sees("Đã dời 32/32 hộ").await;
    browser.sees("120 %").await;
    browser.sees("+1 hộ").await;
    browser.sees("32/32 hộ vào chợ mới").await;
    browser.close().await;
}

/// LP6: the wave right after Tết begins on the first working day; short waves are opened on hard items.
#[tokio::test]
async fn lp6_a_wave_begins_right_after_tet_and_a_short_wave_is_opened_on_a_hard_item() {
    let product = Product::with_demo();
    let browser = Browser::start(true).await;
    browser.sign_in(&product, "luongphong.thuongtruc").await;
    let movement = open_tab(&browser, &product, "Đợt thi đua").await;
    browser.follow("Đợt mừng Đảng, mừng Xuân ngay sau Tết").await;
    browser.arrives("new=seasonal").await;
    let from = browser.css("#from").await.prop("value").await.expect("asked").unwrap_or_default();
    assert_eq!(from, "15/02/2024", "the first working day after Tết Giáp Thìn");
    browser.press("Mở đợt").await;
    browser.arrives("/waves/").await;
    browser.sees("mừng Xuân Giáp Thìn").await;
    browser.sees("Ngày thành lập Đảng Cộng sản Việt Nam (94 năm").await;

    browser.visit(&format!("{movement}/waves")).await;
    browser.follow("Đợt chuyên đề ngắn ngày").await;
    browser.arrives("new=thematic").await;
    browser.fill("#name", "30 ngày giải phóng mặt bằng").await;
    browser.fill("#from", "01/9/2024").await;
    browser.fill("#to", "20/8/2024").await;
    browser.press("Mở đợt").await;
    browser.sees("Ngày kết thúc phải sau ngày bắt đầu").await;
    browser.fill("#to", "30/9/2024").await;
    browser.fill("#summary_deadline", "10/10/2024").await;
    browser.press("Mở đợt").await;
    browser.sees("Ngày này đã qua").await;
    browser.tick("Ngày ghi đúng dù đã qua").await;
    browser.press("Mở đợt").await;
    browser.arrives("/waves/").await;
    browser.sees("trước ngày 10/10/2024").await;
    browser.go(&product, "/calendar?year=2024").await;
    browser.sees("30 ngày giải phóng mặt bằng").await;
    browser.sees("mừng Xuân Giáp Thìn").await;
    browser.close().await;
}

/// LP7: every unit and thôn issues its plan; the late ones are listed.
#[tokio::test]
async fn lp7_a_village_issues_its_plan_late_and_the_others_are_listed() {
    let product = Product::with_demo();
    let browser = Browser::start(true).await;
    add_person(&browser, &product, "thon1", "Cơ quan thường trực", "Thôn minh họa 1").await;
    add_person(&browser, &product, "thon1.truong", "Thủ trưởng", "Thôn minh họa 1").await;
    browser.sign_in(&product, "luongphong.thuongtruc").await;
    let movement = open_tab(&browser, &product, "Cấp dưới").await;
    browser.fill("#launch_by", "01/01/2024").await;
    browser.press("Lưu").await;
    browser.sees("trước ngày ban hành kế hoạch của mình").await;
    browser.fill("#launch_by", "20/3/2024").await;
    browser.press("Lưu").await;
    browser.sees("Chưa có, quá hạn").await;
    browser.sign_out(&product).await;

    sign_in_as(&browser, &product, "thon1").await;
    let plan = derive_plan(&browser, &product).await;
    number_plan(&browser, "01/KH-TMH1", "02/4/2024", "TRƯỞNG THÔN").await;
    browser.sign_out(&product).await;
    sign_in_as(&browser, &product, "thon1.truong").await;
    launch_plan(&browser, &product, &plan).await;
    browser.sign_out(&product).await;

    browser.sign_in(&product, "luongphong.thuongtruc").await;
    browser.visit(&format!("{movement}/cascade?show=late")).await;
    browser.sees("01/KH-TMH1").await;
    browser.sees("Ban hành muộn 9 ngày làm việc").await;
    browser.sees("Thôn minh họa 2").await;
    let all = browser.css("#urge-all").await.text().await.expect("a message");
    assert!(all.contains("Thôn minh họa 2") && all.contains("hạn 20/3/2024"), "{all}");
    assert!(!all.contains("Thôn minh họa 1"), "who has issued is not urged: {all}");
    browser.close().await;
}
