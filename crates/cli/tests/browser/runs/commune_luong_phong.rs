//! Xã Lương Phong 2024.

use super::{
    SummingUp, add_person, derive_plan, issue_report, launch_plan, number_plan, open_tab, printed, send_up,
    sign_in_as, sum_up,
};
use crate::driver::{Browser, Product};

/// Invented: what the commune found itself at the end of its year, beside what its villages report.
const OWN_FIGURES: &str = "ỦY BAN NHÂN DÂN\n\
XÃ LƯƠNG PHONG\n\
Số: 215/BC-UBND\n\
Lương Phong, ngày 25 tháng 12 năm 2024\n\
\n\
BÁO CÁO\n\
Kết quả thực hiện phong trào thi đua năm 2024\n\
\n\
1. Kinh tế, văn hóa - xã hội\n\
- Giữ vững 04 trường học đạt chuẩn quốc gia.\n\
- Giữ vững Trạm y tế xã đạt chuẩn quốc gia.\n\
- Tỷ lệ người dân tham gia bảo hiểm y tế đạt 99,7%.\n\
- Tỷ lệ thôn trong xã đạt danh hiệu “Làng văn hóa” đạt 85%; tỷ lệ hộ gia đình được công nhận “Gia đình văn hóa” đạt 96,6%; xã Lương Phong đạt chuẩn văn hóa Nông thôn mới.\n\
- Tỷ lệ hộ nghèo còn 0,98%.\n\
- Tỷ lệ hồ sơ tại Bộ phận một cửa xã được tiếp nhận và trả kết quả đúng quy định đạt 99,5%.\n\
- Phối hợp với chủ đầu tư hoàn thành GPMB các dự án theo chỉ tiêu huyện giao.\n\
- Giải quyết xong đơn thư tồn tại từ kỳ trước đạt 100%; giải quyết xong đơn thư mới phát sinh đạt 92,3%.\n\
- Xử lý các trường hợp vi phạm đất đai mới phát sinh đạt 100%; xử lý các trường hợp vi phạm theo Chỉ thị 19 đạt 96,2%.\n\
- Trên địa bàn xã không có điểm tồn lưu rác thải.\n\
2. Quốc phòng - an ninh\n\
- Đảm bảo an ninh chính trị và trật tự an toàn xã hội trên địa bàn xã.\n\
- Hoàn thành công tác tuyển chọn gọi công dân nhập ngũ đạt 100% chỉ tiêu huyện giao.\n";

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

/// LP8: villages report the half-year and the year through the office of the commune, which puts them together.
/// LP11: what 2023 left open is carried in and answered; 19 leaves evaluated; lessons, tổng kết, the report to the district.
#[tokio::test]
async fn lp8_villages_report_through_the_office_and_lp11_the_year_ends_with_its_lessons_and_its_report() {
    let product = Product::with_demo();
    let browser = Browser::start(true).await;
    let reports = [
        ("thon1", "Thôn minh họa 1", ["700", "2.300", "15"]),
        ("thon2", "Thôn minh họa 2", ["600,5", "2.250", "14"]),
        ("", "Thôn minh họa 3", ["511,5", "2.152", "14"]),
    ];
    for (login, village, _) in &reports[..2] {
        add_person(&browser, &product, login, "Người báo cáo số liệu", village).await;
    }

    // what the year before left open is written down, and the half-year of the villages put together
    browser.sign_in(&product, "luongphong.thuongtruc").await;
    let movement = open_tab(&browser, &product, "Nội dung").await;
    browser.follow("Thêm mục").await;
    browser.choose_words("#kind", "Tồn tại, hạn chế năm trước").await;
    browser.fill("#text", "Giải phóng mặt bằng năm 2023 chậm").await;
    browser.press("Lưu").await;
    browser.sees("Giải phóng mặt bằng năm 2023 chậm").await;
    browser.tab("Báo cáo của đơn vị").await;
    browser.sees("5 ngày làm việc sau khi hết kỳ (Kế hoạch, dòng").await;
    browser.follow("6 tháng đầu năm").await;
    browser.follow("Tổng hợp số liệu").await;
    browser.sees("3/3").await;
    assert!(browser.row("Thu ngân sách trên địa bàn").await.contains("1.024,8 trùng với số đang có"));
    for target in ["Thu ngân sách trên địa bàn", "Tổng sản lượng lương thực có hạt", "Số hộ thoát nghèo"]
    {
        browser.tick(&format!("Lấy: {target}")).await;
    }
    browser.press("Đưa các dòng đã chọn vào số liệu chung").await;
    browser.sees("Đã lưu").await;
    browser.sign_out(&product).await;

    // each village finds the report of the year on its first page
    for (login, village, figures) in &reports {
        match *login {
            "" => browser.sign_in(&product, "luongphong.thon").await,
            login => sign_in_as(&browser, &product, login).await,
        }
        browser.go(&product, "/").await;
        browser.follow("Báo cáo cả năm").await;
        browser.press("Bắt đầu báo cáo").await;
        browser.sees(&format!("Báo cáo cả năm (quý IV): {village}")).await;
        for (target, figure) in
            ["Thu ngân sách trên địa bàn", "lương thực có hạt", "hộ thoát nghèo"].iter().zip(figures)
        {
            browser.fill_in_row(target, "v-", figure).await;
        }
        browser.fill("#all-dated", "31/12/2024").await;
        browser.fill("#all-source", "Sổ theo dõi của thôn").await;
        browser.fill("#text-difficulties", &format!("{village}: thiếu đất sạch")).await;
        browser.press("Gửi báo cáo").await;
        browser.sees("Đã gửi báo cáo").await;
        browser.sign_out(&product).await;
    }

    // the office takes them in and puts them together
    browser.sign_in(&product, "luongphong.thuongtruc").await;
    browser.go(&product, "/").await;
    browser.follow("3 báo cáo cả năm (quý IV) chờ tiếp nhận").await;
    browser.arrives("/rounds/").await;
    let round = browser.path().await.split(['?', '#']).next().expect("a path").to_owned();
    for (_, village, _) in &reports {
        browser.go(&product, &round).await;
        browser.follow(village).await;
        browser.press("Tiếp nhận").await;
        browser.sees("Đã tiếp nhận").await;
    }
    browser.go(&product, &round).await;
    assert!(browser.row("Thôn minh họa 1").await.contains("chậm"), "sent after its day");
    browser.follow("Tổng hợp số liệu").await;
    for (target, sum) in
        [("Thu ngân sách", "Cộng 3 1.812"), ("lương thực có hạt", "Cộng 3 6.702"), ("hộ thoát nghèo", "Cộng 3 43")]
    {
        let row = browser.row(target).await;
        assert!(row.contains(sum), "{target}: {row}");
    }
    browser.press("Đưa các dòng đã chọn vào số liệu chung").await;
    browser.sees("Đã lưu").await;
    browser.sign_out(&product).await;

    // what the commune found itself is read from its own report
    browser.sign_in(&product, "luongphong.baocao").await;
    browser.visit(&movement).await;
    browser.follow("Đọc số liệu từ báo cáo").await;
    browser.choose("#period", "Y").await;
    browser.paste("#text", OWN_FIGURES).await;
    browser.press("Đọc báo cáo").await;
    browser.arrives("/results/").await;
    browser.shows("input[name^='use-']:checked", 16).await;
    browser.press("Ghi các số đã chọn").await;
    browser.sees("Đã ghi số liệu từ báo cáo").await;
    browser.sign_out(&product).await;

    // all nineteen leaves stand against the plan
    browser.sign_in(&product, "luongphong.thuongtruc").await;
    browser.visit(&format!("{movement}/evaluation?period=Y")).await;
    browser.sees("18/19 chỉ tiêu áp dụng đạt hoặc vượt").await;
    for (leaf, says) in [
        ("Thu ngân sách trên địa bàn", &["1.768", "1.812", "102,49 %", "Cộng 3/3 đơn vị", "Vượt"][..]),
        ("Tổng sản lượng lương thực", &["6.670", "6.702", "Vượt"]),
        ("Số hộ thoát nghèo", &["42", "43", "Vượt"]),
        ("Tỷ lệ hộ nghèo", &["0,98", "102,04 %"]),
        ("bảo hiểm y tế", &["≥ 99,6", "99,7", "100,1 %", "Vượt"]),
        ("Làng văn hóa", &["85", "100 %", "Đạt"]),
        ("theo Chỉ thị 19", &["100", "96,2", "Chưa đạt"]),
        ("điểm tồn lưu rác thải", &["không có", "Đạt"]),
        ("nhập ngũ", &["100 %", "Đạt"]),
    ] {
        let row = browser.row(leaf).await;
        for one in says {
            assert!(row.contains(one), "“{one}” stands at {leaf}: {row}");
        }
    }
    browser.shows("table.data tbody th a[href^='/targets/']", 19).await;

    // sơ kết, tổng kết; what was left open by 2023 is answered, what 2024 leaves goes to 2025
    issue_report(&browser, &movement, "6 tháng", "98/BC-UBND", "08/7/2024").await;
    let half = SummingUp {
        kind: "Sơ kết 6 tháng",
        held: "12/7/2024",
        report: "6 tháng đầu năm (quý II) (98/BC-UBND)",
        evaluation: "Thu ngân sách đúng tiến độ; giảm nghèo còn chậm.",
        lessons: "Kiểm tra kết quả từng thôn hằng tháng.",
        step: "Sơ kết",
    };
    sum_up(&browser, &movement, &half).await;
    let report = issue_report(&browser, &movement, "Cả năm", "220/BC-UBND", "31/12/2024").await;
    browser.sees("Thôn minh họa 3: thiếu đất sạch").await;
    let year = SummingUp {
        kind: "Tổng kết năm",
        held: "31/12/2024",
        report: "Cả năm (quý IV) (220/BC-UBND)",
        evaluation: "18 trên 19 chỉ tiêu đạt và vượt.",
        lessons: "Đối thoại với từng hộ ngay từ đầu năm.",
        step: "Tổng kết",
    };
    sum_up(&browser, &movement, &year).await;
    browser.visit(&format!("{movement}/contents")).await;
    browser.click_css("section:has(h2) a[href*='/contents/']:not([href$='/new']):not([href$='/promise'])").await;
    browser.fill("#answer", "Đã bàn giao mặt bằng các dự án huyện giao năm 2024").await;
    browser.press("Lưu").await;
    browser.sees("Đã bàn giao mặt bằng các dự án huyện giao năm 2024").await;
    browser.visit(&format!("{movement}/next-year")).await;
    browser.tick("Chỉ tiêu chưa đạt: Xử lý các trường hợp vi phạm theo Chỉ thị 19").await;
    browser.tick("Đối thoại với từng hộ ngay từ đầu năm.").await;
    browser.press("Đưa sang năm 2025").await;
    browser.sees("đã chọn").await;

    // the final report, printed and sent to the district
    browser.go(&product, &report).await;
    let paper = printed(&browser).await;
    for said in [
        "220/BC-UBND",
        "ngày 31 tháng 12 năm 2024",
        "1.812",
        "6.702",
        "96,2",
        "Thôn minh họa 3: thiếu đất sạch",
        "3/3 đơn vị có báo cáo được tiếp nhận",
    ] {
        assert!(paper.contains(said), "“{said}” is printed: {paper}");
    }
    send_up(&browser, Some("UBND huyện Hiệp Hòa"), "02/01/2025").await;
    browser.sees("Đã gửi UBND huyện Hiệp Hòa ngày 02/01/2025").await;
    browser.close().await;
}
