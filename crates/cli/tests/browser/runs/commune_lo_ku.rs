//! Xã Lơ Ku 2022.

use super::{SummingUp, add_person, issue_report, open_tab, printed, send_up, sign_in_as, sum_up};
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

/// LK6: no calendar is printed; the commune takes the day of the district.
/// LK9: the year's end: what was returned and what was missing comes in, 33 leaves are evaluated, the sets of criteria and
/// the herd counted again; the report goes to the office of the district.
#[tokio::test]
async fn lk6_the_commune_chooses_its_days_and_lk9_evaluates_its_leaves_and_reports_to_the_district() {
    let product = Product::with_demo();
    let browser = Browser::start(true).await;
    add_person(&browser, &product, "thon9", "Người báo cáo số liệu", "Thôn minh họa 9").await;

    // the days were proposed by habit; the district asks for another
    browser.sign_in(&product, "loku.thuongtruc").await;
    let movement = open_tab(&browser, &product, "Báo cáo của đơn vị").await;
    let year = browser.row("Cả năm (quý IV)").await;
    assert!(year.contains("5 ngày làm việc sau khi hết kỳ (kế hoạch không in lịch báo cáo)"), "{year}");
    assert!(year.contains("09/01/2023 ") && year.contains(" 7/9 1 1 6 "), "sent, late, missing, taken in: {year}");
    browser.unfold("Cả năm (quý IV)").await;
    browser.fill("details[open] input[name='due']", "15/01/2023").await;
    browser.fill("details[open] input[name='note']", "theo lịch của huyện Kbang").await;
    browser.click_css("details[open] .form-actions button").await;
    browser.sees("Đã lưu").await;
    let year = browser.row("Cả năm (quý IV)").await;
    assert!(year.contains("theo lịch của huyện Kbang") && year.contains("Cơ quan thường trực ấn định"), "{year}");
    assert!(year.contains("15/01/2023 ") && year.contains(" 7/9 0 1 6 "), "nobody is late any more: {year}");
    browser.sign_out(&product).await;

    // what was given back is mended, what was missing is sent
    browser.sign_in(&product, "loku.thon").await;
    browser.go(&product, "/").await;
    browser.follow("bị trả lại, cần sửa").await;
    browser.fill("#text-difficulties", "Làng minh họa 3: 4 hộ thiếu đất trồng rừng").await;
    browser.press("Gửi báo cáo").await;
    browser.sees("Đã gửi lại, chờ tiếp nhận").await;
    browser.sign_out(&product).await;
    sign_in_as(&browser, &product, "thon9").await;
    browser.go(&product, "/").await;
    browser.follow("Báo cáo cả năm").await;
    browser.press("Bắt đầu báo cáo").await;
    browser.arrives("/reports/").await;
    for (target, figure) in [
        ("Tổng sản lượng lương thực", "1.012"),
        ("Tổng diện tích gieo trồng", "445"),
        ("Diện tích trồng rừng mới", "4"),
        ("Cấp giấy chứng nhận", "3,3"),
        ("Thu ngân sách", "26,8"),
        ("đào tạo nghề", "3"),
    ] {
        browser.fill_in_row(target, "v-", figure).await;
    }
    browser.fill("#all-dated", "31/12/2022").await;
    browser.fill("#all-source", "Sổ theo dõi của thôn").await;
    browser.press("Gửi báo cáo").await;
    browser.sees("Đã gửi báo cáo").await;
    browser.sign_out(&product).await;

    // taken in and put together: the nine agree with what the commune has
    browser.sign_in(&product, "loku.thuongtruc").await;
    browser.go(&product, "/").await;
    browser.follow("3 báo cáo cả năm (quý IV) chờ tiếp nhận").await;
    browser.arrives("/rounds/").await;
    let round = browser.path().await.split(['?', '#']).next().expect("a path").to_owned();
    for village in ["Làng minh họa 2", "Làng minh họa 3", "Thôn minh họa 9"] {
        browser.go(&product, &round).await;
        browser.follow(village).await;
        browser.press("Tiếp nhận").await;
        browser.sees("Đã tiếp nhận").await;
    }
    browser.go(&product, &format!("{round}/consolidation")).await;
    browser.sees("9/9").await;
    for (target, sum) in [
        ("Tổng sản lượng lương thực", "9.112"),
        ("Tổng diện tích gieo trồng", "4.012"),
        ("Diện tích trồng rừng mới", "36,8"),
        ("Cấp giấy chứng nhận", "30,4"),
        ("Thu ngân sách", "241,6"),
        ("đào tạo nghề", "27"),
    ] {
        let row = browser.row(target).await;
        assert!(row.contains(&format!("Cộng 9 {sum} {sum} trùng với số đang có")), "{target}: {row}");
        browser.tick_in_row(target).await;
    }
    browser.press("Đưa các dòng đã chọn vào số liệu chung").await;
    browser.sees("Đã lưu").await;
    browser.sign_out(&product).await;

    // the parts of the herd do not make its total: the reporter counts again and says why
    browser.sign_in(&product, "loku.baocao").await;
    browser.visit(&format!("{movement}/evaluation?period=Y")).await;
    browser.sees("Các thành phần cộng lại được 3.204, khác tổng 3.214 (-10)").await;
    browser.visit(&format!("{movement}/targets?period=Y")).await;
    browser.follow("Tổng đàn gia súc").await;
    browser.fill("#value", "3.204").await;
    browser.fill("#dated", "31/12/2022").await;
    browser.fill("#source", "Sổ đàn của 9 thôn, làng").await;
    browser.fill("#reason", "Cộng lại theo từng loại").await;
    browser.press("Lưu số liệu").await;
    browser.sees("Đã lưu số liệu").await;
    browser.sign_out(&product).await;

    // 33 leaves, of which one does not apply; both sets of criteria recounted
    browser.sign_in(&product, "loku.thuongtruc").await;
    browser.visit(&format!("{movement}/evaluation?period=Y")).await;
    browser.sees("27/32 chỉ tiêu áp dụng đạt hoặc vượt").await;
    browser.sees_not("khác tổng").await;
    browser.sees("2/2 tiêu chí nêu tên đã hoàn thành").await;
    browser.sees("1/2 tiêu chí nêu tên đã hoàn thành").await;
    for (leaf, says) in [
        ("Tổng sản lượng lương thực", &["9.007,4", "9.112", "Cộng 9/9 đơn vị", "8.841,7", "Vượt"][..]),
        ("Thu nhập bình quân đầu người", &["> 32", "33,4", "Đạt"]),
        ("Tổng đàn gia súc", &["3.027", "3.204", "Vượt"]),
        ("Đàn trâu", &["217", "211", "97,24 %", "Chưa đạt"]),
        ("Hạ tỷ lệ hộ nghèo", &["< 27", "25,84", "Đạt"]),
        ("tăng dân số tự nhiên", &["< 1,2", "1,18", "Đạt"]),
        ("suy dinh dưỡng", &["< 21", "21,3", "Chưa đạt"]),
        ("nước sinh hoạt hợp vệ sinh", &["≥ 99", "99", "Đạt"]),
        ("nghe đài FM", &["không áp dụng"]),
        ("Số tiêu chí nông thôn mới đạt", &["13/19", "13", "Đạt"]),
        ("Số tiêu chí làng nông thôn mới đạt", &["15/19", "14", "93,33 %", "Chưa đạt"]),
        ("Duy trì trường Mẫu giáo", &["giữ vững", "Đạt, giữ được"]),
        ("Giao quân", &["8 thanh niên", "Đạt"]),
    ] {
        let row = browser.row(leaf).await;
        for one in says {
            assert!(row.contains(one), "“{one}” stands at {leaf}: {row}");
        }
    }
    browser.shows("table.data tbody th a[href^='/targets/']", 33).await;

    // the year is summed up and reported to the office of the district
    let report = issue_report(&browser, &movement, "Cả năm", "165/BC-UBND", "31/12/2022").await;
    browser.sees("Làng minh họa 3: 4 hộ thiếu đất trồng rừng").await;
    let year = SummingUp {
        kind: "Tổng kết năm",
        held: "05/01/2023",
        report: "Cả năm (quý IV) (165/BC-UBND)",
        evaluation: "27 trên 32 chỉ tiêu đạt và vượt.",
        lessons: "Giao chỉ tiêu trồng rừng đến từng làng.",
        step: "Tổng kết",
    };
    sum_up(&browser, &movement, &year).await;
    browser.go(&product, &report).await;
    let paper = printed(&browser).await;
    for said in [
        "165/BC-UBND",
        "9.112",
        "3.204",
        "9/9 đơn vị có báo cáo được tiếp nhận",
        "Làng minh họa 3: 4 hộ thiếu đất trồng rừng",
        "Nắng nóng kéo dài đầu vụ",
    ] {
        assert!(paper.contains(said), "“{said}” is printed: {paper}");
    }
    send_up(&browser, Some("Phòng Nội vụ huyện Kbang"), "06/01/2023").await;
    browser.sees("Đã gửi Phòng Nội vụ huyện Kbang ngày 06/01/2023").await;
    browser.close().await;
}
