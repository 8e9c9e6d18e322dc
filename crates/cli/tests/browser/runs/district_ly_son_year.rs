//! Huyện Lý Sơn 2022: the figures of the year, from the agencies' quarters to the report to the province.

use super::commending::{Occasion, Proposed, appraise, appraised, drafted, issued, propose, sent_above};
use super::{SummingUp, add_person, issue_report, open_tab, printed, send_up, sign_in_as, sum_up};
use crate::driver::{Browser, Product};

/// LS10: reports of quarter I to the year from the agencies through the standing office; returned on a line, taken in,
/// put together; late and missing shown.
#[tokio::test]
async fn ls10_an_agency_reports_a_quarter_and_the_office_puts_it_together() {
    let product = Product::with_demo();
    let browser = Browser::start(true).await;
    let agency = "Phòng Kinh tế - Hạ tầng";
    add_person(&browser, &product, "kinhte", "Người báo cáo số liệu", agency).await;

    // the calendar of IV.1: four quarters, of which the second is the half-year and the fourth the year
    browser.sign_in(&product, "lyson.thuongtruc").await;
    open_tab(&browser, &product, "Báo cáo của đơn vị").await;
    browser.sees("5 ngày làm việc sau khi hết kỳ").await;
    browser.shows("input[name^='open-']", 4).await;
    browser.press("Mở các kỳ đã chọn").await;
    browser.sees("07/4/2022").await;
    browser.sees("09/01/2023").await;
    browser.sign_out(&product).await;

    // the agency finds it on its first page, and writes
    sign_in_as(&browser, &product, "kinhte").await;
    browser.go(&product, "/").await;
    browser.follow("Báo cáo quý I –").await;
    browser.press("Bắt đầu báo cáo").await;
    browser.sees("Báo cáo quý I: Phòng Kinh tế - Hạ tầng").await;
    browser.click_css("input[aria-labelledby^='h0-v']").await;
    browser.fill("input[aria-labelledby^='h0-v']", "575,5").await;
    browser.press("Gửi báo cáo").await;
    browser.sees("Thiếu nguồn số liệu").await;
    browser.fill("#all-dated", "31/3/2022").await;
    browser.fill("#all-source", "Báo cáo số 12/BC-KTHT ngày 31/3/2022").await;
    browser.fill("#text-difficulties", "Tàu cá nằm bờ do giá nhiên liệu").await;
    browser.press("Gửi báo cáo").await;
    browser.sees("Đã gửi báo cáo").await;
    browser.sees("Báo cáo đang khóa").await;
    let report = browser.path().await.split('?').next().expect("a path").to_owned();
    browser.sign_out(&product).await;

    // the office returns it on its line
    browser.sign_in(&product, "lyson.thuongtruc").await;
    browser.go(&product, "/").await;
    browser.follow("1 báo cáo quý I chờ tiếp nhận").await;
    browser.sees("Tin nhắn đôn đốc").await;
    browser.follow(agency).await;
    browser.fill("input[name^='m-']", "Ghi rõ giá so sánh").await;
    browser.press("Trả lại với các ghi chú").await;
    browser.sees("Bị trả lại").await;
    browser.sign_out(&product).await;

    sign_in_as(&browser, &product, "kinhte").await;
    browser.go(&product, &report).await;
    browser.sees("Ghi rõ giá so sánh").await;
    browser.fill("input[aria-labelledby^='h0-r']", "Theo giá so sánh 2010").await;
    browser.press("Gửi báo cáo").await;
    browser.sees("Đã gửi lại, chờ tiếp nhận").await;
    browser.sign_out(&product).await;

    // taken in and put together; the figure leads back to the line
    browser.sign_in(&product, "lyson.thuongtruc").await;
    browser.go(&product, &report).await;
    browser.press("Tiếp nhận").await;
    browser.sees("Đã tiếp nhận").await;
    browser.follow("quý I").await;
    browser.sees("Quá hạn chưa gửi").await;
    browser.follow("Tổng hợp số liệu").await;
    browser.sees("575,5").await;
    browser.sees("Trung tâm Y tế quân dân y").await;
    browser.sees("chưa có báo cáo của 14 đơn vị").await;
    browser.tick_in_row("Tổng giá trị sản xuất các ngành").await;
    browser.press("Đưa các dòng đã chọn vào số liệu chung").await;
    browser.sees("Đã lưu").await;
    browser.click_css("td a[href*='/targets/']").await;
    browser.sees("Theo giá so sánh 2010").await;
    browser.sees("Báo cáo số 12/BC-KTHT").await;
    browser.close().await;
}

/// LS14: all 27 leaves evaluated: in the range, above it, against what the province assigned, against 2021; sơ kết and
/// tổng kết held; the final report goes to the three that the plan names for reports.
#[tokio::test]
async fn ls14_all_leaves_are_evaluated_and_the_final_report_goes_to_the_three_that_the_plan_names() {
    let product = Product::with_demo();
    let browser = Browser::start(true).await;

    // the first page tells the reporter which figure of the year is missing
    browser.sign_in(&product, "lyson.baocao").await;
    browser.go(&product, "/").await;
    browser.follow("Nhập 1 số liệu còn thiếu của 34/KH-UBND").await;
    browser.follow("Tỷ lệ độ che phủ rừng").await;
    browser.fill("#value", "10,41").await;
    browser.fill("#dated", "31/12/2022").await;
    browser.fill("#source", "Báo cáo số 19/BC-KL ngày 10/01/2023").await;
    browser.press("Lưu số liệu").await;
    browser.sees("Đã lưu số liệu").await;
    browser.sign_out(&product).await;

    // every leaf stands against all that it can be measured by
    browser.sign_in(&product, "lyson.thuongtruc").await;
    let movement = open_tab(&browser, &product, "Đánh giá, dự báo").await;
    browser.sees("26/27 chỉ tiêu áp dụng đạt hoặc vượt").await;
    for (leaf, says) in [
        (
            "Tổng giá trị sản xuất các ngành",
            &["2.302,1", "2.341,8", "2.085,3", "112,3 % so với cả năm trước", "Vượt"][..],
        ),
        ("Tốc độ tăng tổng giá trị", &["tăng 12,3", "14,2", "Vượt"]),
        ("Giá trị sản xuất nông nghiệp tăng", &["tăng 18,7", "19,3", "Vượt"]),
        ("thương mại - dịch vụ tăng", &["tăng 20", "24,6", "Vượt"]),
        ("khai thác thủy sản tăng", &["tăng 3,5", "4,1", "Vượt"]),
        ("nuôi trồng thủy sản tăng", &["tăng 11,9", "8,6", "72,27 %", "Chưa đạt"]),
        ("tiểu thủ công nghiệp tăng", &["tăng 12,3", "12,9", "Vượt"]),
        ("Tỷ lệ độ che phủ rừng", &["10,35", "10,41", "Vượt"]),
        ("Thu ngân sách trên địa bàn", &["giao 28,6", "31,27", "109,34 % so với số giao", "Đạt"]),
        ("Tổng lượt khách du lịch", &["Trên khoảng kế hoạch", "150.000 – 200.000", "238.600", "Vượt"]),
        ("Tỷ lệ hộ nghèo giảm", &["Trong khoảng kế hoạch", "giảm 0,5 – 1", "0,84", "Đạt"]),
        ("Bồi dưỡng kiến thức quốc phòng", &["100 %", "Đạt"]),
        ("dự bị động viên tham gia", &["97,9", "Vượt"]),
        ("dân quân tự vệ ổn định", &["Đạt, giữ được", "Đạt"]),
    ] {
        let row = browser.row(leaf).await;
        for one in says {
            assert!(row.contains(one), "“{one}” stands at {leaf}: {row}");
        }
    }
    browser.shows("table.data tbody th a[href^='/targets/']", 27).await;
    browser.sees("Tăng, giảm báo cáo là +14,2, nhưng tính từ năm 2021 được +12,3004").await;

    // sơ kết with the report of the half-year, tổng kết with that of the year
    issue_report(&browser, &movement, "6 tháng", "171/BC-UBND", "11/7/2022").await;
    let half = SummingUp {
        kind: "Sơ kết 6 tháng",
        held: "15/7/2022",
        report: "6 tháng đầu năm (quý II) (171/BC-UBND)",
        evaluation: "Các ngành kinh tế phục hồi; nuôi trồng thủy sản tăng chậm.",
        lessons: "Đôn đốc từng cơ quan chủ trì theo quý.",
        step: "Sơ kết",
    };
    sum_up(&browser, &movement, &half).await;
    let report = issue_report(&browser, &movement, "Cả năm", "402/BC-UBND", "30/12/2022").await;
    let year = SummingUp {
        kind: "Tổng kết năm",
        held: "31/12/2022",
        report: "Cả năm (quý IV) (402/BC-UBND)",
        evaluation: "26 trên 27 chỉ tiêu đạt và vượt.",
        lessons: "Phân công rõ cơ quan chủ trì từng chỉ tiêu.",
        step: "Tổng kết",
    };
    sum_up(&browser, &movement, &year).await;

    // what is printed is what was signed, and it goes where the plan sends its reports
    browser.go(&product, &report).await;
    let paper = printed(&browser).await;
    for said in [
        "402/BC-UBND",
        "ngày 30 tháng 12 năm 2022",
        "Tổng lượt khách du lịch",
        "238.600",
        "31,27",
        "10,41",
        "Giá nhiên liệu tăng cao",
        "Nguyễn Văn Minh Họa",
    ] {
        assert!(paper.contains(said), "“{said}” is printed: {paper}");
    }
    let to = browser.css("#send-to").await.prop("value").await.expect("asked").unwrap_or_default();
    assert_eq!(to, "UBND tỉnh; Sở Nội vụ tỉnh; Thường trực Huyện ủy");
    send_up(&browser, None, "05/01/2023").await;
    browser.sees("Đã gửi UBND tỉnh; Sở Nội vụ tỉnh; Thường trực Huyện ủy ngày 05/01/2023").await;
    browser.close().await;
}

/// LS13: the share of those who work directly, of workers and farmers stands against last year; a fall is warned of, and
/// every number leads to its records.
#[tokio::test]
async fn ls13_the_share_of_direct_workers_is_compared_with_last_year_and_its_fall_is_warned_of() {
    let product = Product::with_demo();
    let browser = Browser::start(true).await;
    browser.sign_in(&product, "lyson.thuongtruc").await;
    browser.go(&product, "/commendation").await;
    browser.follow("Thống kê").await;
    browser.fill("#year", "2022").await;
    browser.press("Xem").await;
    browser.sees("Tỷ lệ giảm so với năm trước").await;
    browser.sees("giảm so với năm trước (12/20, 60 %)").await;
    browser.sees("0603.N/BNV-TĐKT").await;
    browser.sees_not("Đối chiếu không khớp").await;
    browser.follow("9/22").await;
    browser.sees("9 bản ghi").await;
    browser.sees("Cá nhân minh họa").await;
    browser.follow("Thống kê thi đua, khen thưởng 2022").await;
    browser.press("Xem").await;
    browser.sees("2 lần khen thưởng trong 2 năm").await;
    browser.close().await;
}

/// LS13: the Ban appraises what an agency proposes, the district decides its own award and submits the other to the province.
#[tokio::test]
async fn ls13_the_ban_appraises_and_the_district_decides_or_submits_to_the_province() {
    let product = Product::with_demo();
    let browser = Browser::start(true).await;
    browser.sign_in(&product, "lyson.thuongtruc").await;
    let year = Occasion {
        name: "Tổng kết phong trào thi đua năm 2022",
        kind: "Phong trào thi đua (theo đợt, chuyên đề)",
        from: "01/01/2022",
        to: "31/12/2022",
        achieved_on: None,
        received_on: "15/12/2022",
    };
    let agency = "Trung tâm Truyền thông - Văn hóa - Thể thao";
    let own =
        Proposed {
            unit: agency, award: "Giấy khen", name: "Nguyễn Thị Ví Dụ", merit: "480 tin, bài về thi đua"
        };
    let above = Proposed { award: "Bằng khen của bộ, ban, ngành, tỉnh", name: "Lê Văn Ví Dụ", ..own };
    let round = appraised(&browser, &product, &year, &[own]).await;
    browser.go(&product, &round.replace("/decisions/rounds/", "/award-rounds/")).await;
    propose(&browser, &above, &year).await;
    appraise(&browser, &year).await;
    browser.go(&product, &format!("{round}?day=20/12/2022")).await;
    let decision = drafted(&browser, "Khen thưởng phong trào thi đua năm 2022").await;
    browser.go(&product, &format!("{round}?day=20/12/2022")).await;
    sent_above(&browser, "UBND tỉnh Quảng Ngãi", "140/TTr-UBND", "20/12/2022").await;
    browser.sees("140/TTr-UBND").await;
    browser.sign_out(&product).await;

    browser.sign_in(&product, "lyson.thutruong").await;
    issued(&browser, &product, &decision, "902/QĐ-UBND", "20/12/2022").await;
    browser.sees("Nguyễn Thị Ví Dụ").await;
    browser.close().await;
}
