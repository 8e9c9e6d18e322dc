//! Huyện Lý Sơn 2022.

use super::{
    SummingUp, add_person, derive_plan, issue_report, launch_plan, number_plan, open_tab, printed, send_up,
    sign_in_as, sum_up,
};
use crate::driver::{Browser, Product};

/// LS7: each agency makes its plan; the board shows those that have none.
#[tokio::test]
async fn ls7_an_agency_issues_its_plan_and_the_board_shows_the_agencies_without_one() {
    let product = Product::with_demo();
    let browser = Browser::start(true).await;
    let agency = "Phòng Kinh tế - Hạ tầng";
    add_person(&browser, &product, "kinhte", "Cơ quan thường trực", agency).await;
    add_person(&browser, &product, "kinhte.truong", "Thủ trưởng", agency).await;

    // the district sets the last day; fifteen agencies have no plan
    browser.sign_in(&product, "lyson.thuongtruc").await;
    open_tab(&browser, &product, "Cấp dưới").await;
    browser.fill("#launch_by", "31/3/2022").await;
    browser.press("Lưu").await;
    browser.sees("quá hạn").await;
    let board = browser.path().await.split('?').next().expect("a path").to_owned();
    let missing = browser.css("#urge-all").await.text().await.expect("a message");
    assert_eq!(missing.lines().filter(|line| line.starts_with("- ")).count(), 15, "{missing}");
    assert!(missing.contains(agency) && missing.contains("hạn 31/3/2022"), "{missing}");
    browser.sign_out(&product).await;

    // the agency writes its plan from the district's, and its head launches
    sign_in_as(&browser, &product, "kinhte").await;
    let plan = derive_plan(&browser, &product).await;
    number_plan(&browser, "05/KH-KTHT", "15/3/2022", "TRƯỞNG PHÒNG").await;
    browser.sign_out(&product).await;
    sign_in_as(&browser, &product, "kinhte.truong").await;
    launch_plan(&browser, &product, &plan).await;
    browser.sign_out(&product).await;

    // and the board has one less to urge
    browser.sign_in(&product, "lyson.thuongtruc").await;
    browser.go(&product, &format!("{board}?show=issued")).await;
    browser.sees("05/KH-KTHT").await;
    browser.sees("15/3/2022").await;
    assert_eq!(browser.count("table.data tbody tr").await, 1, "one has issued its plan");
    browser.go(&product, &format!("{board}?show=missing")).await;
    browser.sees("Chưa có, quá hạn").await;
    assert_eq!(browser.count("table.data tbody tr").await, 14);
    let missing = browser.css("#urge-all").await.text().await.expect("a message");
    assert!(missing.contains("Trường Trung học cơ sở minh họa") && !missing.contains(agency), "{missing}");
    browser.close().await;
}

/// LS8: registration and covenants; the council consolidated; regulations reviewed; a class held.
#[tokio::test]
async fn ls8_what_an_agency_registers_becomes_its_covenant() {
    let product = Product::with_demo();
    let browser = Browser::start(true).await;
    let agency = "Phòng Kinh tế - Hạ tầng";
    add_person(&browser, &product, "kinhte", "Người báo cáo số liệu", agency).await;
    browser.sign_in(&product, "lyson.thuongtruc").await;
    let movement = open_tab(&browser, &product, "Đăng ký").await;
    browser.fill("#deadline", "01/12/2099").await;
    browser.press("Mở đăng ký").await;
    browser.sees("còn 15 đơn vị chưa nộp").await;
    browser.sign_out(&product).await;

    sign_in_as(&browser, &product, "kinhte").await;
    browser.go(&product, "/").await;
    browser.follow("Đăng ký thi đua theo").await;
    browser.press("Đăng ký").await;
    browser.follow("Thêm chỉ tiêu").await;
    browser.fill("#name", "Đường liên thôn được bê tông hóa").await;
    browser.fill("#registered", "4,5").await;
    browser.fill("#unit_of", "km").await;
    browser.press("Lưu").await;
    browser.sees("Đã lưu").await;
    browser.press("Nộp cho cơ quan phát động").await;
    browser.sees("Đã nộp, chờ duyệt").await;
    browser.sign_out(&product).await;

    browser.sign_in(&product, "lyson.thuongtruc").await;
    browser.visit(&format!("{movement}/registrations")).await;
    browser.sees("còn 14 đơn vị chưa nộp").await;
    browser.follow(agency).await;
    browser.press("Duyệt").await;
    browser.sees("Đã duyệt").await;
    browser.visit(&format!("{movement}/covenants")).await;
    browser.fill("#title", "Giao ước thi đua năm 2022").await;
    browser.fill("#place", "huyện Lý Sơn").await;
    browser.fill("#signing_day", "15/3/2022").await;
    browser.choose_words("#source", "Bản đăng ký đã duyệt của các đơn vị").await;
    browser.press("Soạn giao ước").await;
    browser.arrives("/covenants/").await;
    browser.sees("Đường liên thôn được bê tông hóa: từ 4,5 km trở lên").await;
    browser.press("Đưa ra ký").await;
    browser.sees("Có bên chưa cam kết nội dung nào").await;
    browser.follow("Thêm cam kết").await;
    browser.fill("#name", "Ban hành kế hoạch thi đua của đơn vị").await;
    browser.press("Lưu").await;
    browser.sees("Đã lưu").await;
    browser.press("Đưa ra ký").await;
    browser.sees("Đang ký").await;
    browser.visit(&format!("{movement}/covenants")).await;
    browser.sees("0/16").await;
    browser.close().await;
}

#[tokio::test]
async fn ls8_the_council_is_consolidated_a_regulation_reviewed_and_a_class_held() {
    let product = Product::with_demo();
    let browser = Browser::start(true).await;
    browser.sign_in(&product, "lyson.thuongtruc").await;

    // the council, by two dated decisions
    browser.go(&product, "/councils").await;
    browser.unfold("Thêm hội đồng, tổ").await;
    browser.fill("#name", "Hội đồng Thi đua - Khen thưởng huyện Lý Sơn").await;
    browser.press("Thêm hội đồng, tổ").await;
    browser.sees("Không có quyết định nào có hiệu lực vào ngày này").await;
    let council = browser.path().await.split('?').next().expect("a path").to_owned();
    for (number, from, members) in [
        ("15/QĐ-UBND", "10/01/2021", "Chủ tịch; Nguyễn Văn Một; Chủ tịch UBND\nỦy viên; Lê Ba"),
        ("40/QĐ-UBND", "01/3/2022", "Chủ tịch; Trần Thị Hai; Chủ tịch UBND\nỦy viên; Lê Ba"),
    ] {
        browser.unfold("Ghi quyết định kiện toàn").await;
        browser.fill("#number", number).await;
        browser.fill("#from", from).await;
        browser.fill("#members", members).await;
        browser.press("Ghi quyết định kiện toàn").await;
        browser.sees("Đã lưu").await;
        browser.sees(number).await;
    }
    browser.go(&product, &format!("{council}?at=28/02/2022")).await;
    browser.sees("<th scope=\"row\">Nguyễn Văn Một</th>").await;
    browser.go(&product, &format!("{council}?at=01/3/2022")).await;
    browser.sees("<th scope=\"row\">Trần Thị Hai</th>").await;
    browser.sees_not("<th scope=\"row\">Nguyễn Văn Một</th>").await;

    // a regulation whose review is overdue, and its review
    browser.go(&product, "/regulations").await;
    browser.unfold("Thêm văn bản vào sổ").await;
    browser.fill("#title", "xét khen thưởng của UBND huyện").await;
    browser.fill("#number", "12/QĐ-UBND").await;
    browser.fill("#dated", "10/01/2019").await;
    browser.fill("#from", "15/01/2019").await;
    browser.fill("#due", "01/6/2022").await;
    browser.press("Thêm văn bản vào sổ").await;
    browser.sees("Hạn rà soát 01/6/2022 đã qua").await;
    browser.unfold("Rà soát và sửa thông tin").await;
    browser.fill("#note", "Đã rà soát, giữ nguyên").await;
    browser.fill("#due", "01/6/2099").await;
    browser.press("Lưu").await;
    browser.sees("01/6/2099").await;
    browser.sees_not("đã qua").await;

    // a class, called, held and counted
    browser.go(&product, "/training").await;
    browser.unfold("Thêm lớp tập huấn").await;
    browser.fill("#title", "Tập huấn nghiệp vụ thi đua, khen thưởng năm 2022").await;
    browser.fill("#from", "15/4/2022").await;
    browser.fill("#place", "Hội trường huyện").await;
    browser.press("Thêm lớp tập huấn").await;
    browser.sees("Chưa có ai trong danh sách").await;
    browser.unfold("Thêm người vào danh sách").await;
    browser.choose_words("#unit", "Phòng Tài chính - Kế hoạch").await;
    browser.fill("#lines", "Lê Cẩn; Văn thư").await;
    browser.press("Thêm người vào danh sách").await;
    browser.sees("0/1").await;
    browser.choose_words("select[name^='a-']", "Có mặt").await;
    browser.press("Lưu điểm danh").await;
    browser.sees("1/1").await;
    browser.go(&product, "/training?since=01/01/2022").await;
    browser.sees("15 trên 16 đơn vị chưa có ai dự lớp nào").await;
    browser.follow("Tập huấn nghiệp vụ thi đua, khen thưởng năm 2022").await;
    browser.follow("In danh sách điểm danh (PDF)").await;
    let (_, sheet) = browser.downloaded(".pdf").await;
    assert!(sheet.starts_with(b"%PDF-"));
    browser.close().await;
}

#[tokio::test]
async fn ls8_the_blocks_are_rearranged_by_a_decision_and_the_boards_show_one_block() {
    let product = Product::with_demo();
    let browser = Browser::start(true).await;
    browser.sign_in(&product, "lyson.thuongtruc").await;
    let (one, two, three) =
        ("Phòng Kinh tế - Hạ tầng", "Phòng Tài chính - Kế hoạch", "Trường Trung học cơ sở minh họa");
    let first = format!("Khối thi đua số 1:\n{one}\n{two}\n\nKhối thi đua số 2:\n{three}\nChi cục Thuế huyện\n");
    let second = format!("Khối thi đua số 1:\n{one}\n\nKhối thi đua số 2:\n{two}\n{three}\nChi cục Thuế huyện\n");
    for (number, from, lines, says) in [
        ("18/QĐ-UBND", "10/01/2021", &first, "0 chuyển khối, 4 vào khối"),
        ("25/QĐ-UBND", "01/3/2022", &second, "3 đơn vị giữ nguyên khối, 1 chuyển khối"),
    ] {
        browser.go(&product, "/blocks").await;
        browser.follow("Sắp xếp lại các khối").await;
        browser.fill("#from", from).await;
        browser.fill("#lines", lines).await;
        browser.press("Xem trước").await;
        browser.sees(says).await;
        browser.sees("Đơn vị trực thuộc chưa vào khối nào").await;
        browser.sees("Chi cục Thuế huyện").await;
        browser.fill("#number", number).await;
        browser.click_css("input[name='accept']").await;
        browser.press("Ghi quyết định").await;
        browser.sees("Đã quyết định").await;
    }
    browser.go(&product, "/blocks").await;
    browser.sees("25/QĐ-UBND").await;
    browser.follow("Khối thi đua số 2").await;
    let block = browser.path().await.split('?').next().expect("a path").to_owned();
    browser.sees(two).await;
    browser.unfold("Phân công trưởng khối, phó của năm").await;
    browser.fill("#year", "2025").await;
    browser.choose_words("#lead", three).await;
    browser.press("Phân công trưởng khối, phó của năm").await;
    browser.sees("Đã lưu").await;
    browser.go(&product, &format!("{block}?at=28/02/2022")).await;
    browser.shows("table.data tbody tr th a", 1).await;

    // the district takes part in a cluster of the province
    browser.go(&product, "/blocks").await;
    browser.unfold("Ghi cụm, khối ngoài mà cơ quan tham gia").await;
    browser.fill("#name", "Cụm thi đua các huyện miền núi và hải đảo").await;
    browser.fill("#organiser", "UBND tỉnh Quảng Ngãi").await;
    browser.press("Ghi cụm, khối ngoài mà cơ quan tham gia").await;
    browser.sees("Đã lưu").await;

    let movement = open_tab(&browser, &product, "Đăng ký").await;
    browser.visit(&format!("{movement}/cascade")).await;
    browser.choose_words("#block", "Khối thi đua số 2").await;
    browser.press("Xem").await;
    browser.sees(two).await;
    browser.shows("table.data tbody tr", 2).await;
    browser.close().await;
}

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
    browser.sees("chưa có báo cáo của 15 đơn vị").await;
    browser.tick_in_row("Tổng giá trị sản xuất các ngành").await;
    browser.press("Đưa các dòng đã chọn vào số liệu chung").await;
    browser.sees("Đã lưu").await;
    browser.click_css("td a[href*='/targets/']").await;
    browser.sees("Theo giá so sánh 2010").await;
    browser.sees("Báo cáo số 12/BC-KTHT").await;
    browser.close().await;
}

/// LS11: inspection with the seven items at units and blocks; problems raised and settled by the committee.
#[tokio::test]
async fn ls11_units_and_blocks_are_inspected_by_seven_items_and_a_problem_is_settled() {
    let product = Product::with_demo();
    let browser = Browser::start(true).await;
    let agency = "Phòng Kinh tế - Hạ tầng";
    add_person(&browser, &product, "kinhte", "Người báo cáo số liệu", agency).await;
    browser.sign_in(&product, "lyson.thuongtruc").await;
    browser.go(&product, "/blocks").await;
    browser.follow("Sắp xếp lại các khối").await;
    browser.fill("#from", "10/01/2022").await;
    browser.fill("#lines", &format!("Khối thi đua số 1:\n{agency}\nPhòng Tài chính - Kế hoạch\n")).await;
    browser.press("Xem trước").await;
    browser.fill("#number", "18/QĐ-UBND").await;
    browser.click_css("input[name='accept']").await;
    browser.press("Ghi quyết định").await;
    browser.sees("Đã quyết định").await;

    // the plan of the inspection: the seed first, then the list, then what is drawn
    browser.go(&product, "/inspections").await;
    browser.sees("chưa lần nào").await;
    browser.follow("Lập kế hoạch kiểm tra").await;
    browser.fill("#name", "Kiểm tra công tác thi đua 6 tháng đầu năm 2022").await;
    browser.fill("#number", "52/KH-UBND").await;
    browser.fill("#dated", "20/6/2022").await;
    browser.fill("#from", "01/7/2022").await;
    browser.fill("#to", "15/7/2022").await;
    browser.fill("#team", "Trưởng đoàn; Trần Thị Một; Phó Chủ tịch\nThư ký; Lê Văn Hai").await;
    browser.press("Lập kế hoạch kiểm tra").await;
    browser.sees("Đã lưu").await;
    let inspection = browser.path().await.split(['?', '#']).next().expect("a path").to_owned();
    browser.unfold("Ấn định số gieo").await;
    browser.fill("#seed-seed", "48213").await;
    browser.fill("#seed-riskiest", "1").await;
    browser.fill("#seed-per_group", "1").await;
    browser.press("Ấn định số gieo").await;
    browser.sees("lúc").await;
    browser.press("Lập danh sách và chọn mẫu").await;
    browser.sees("chưa kiểm tra lần nào (2)").await;
    browser.sees("vé thứ 1 của nhóm").await;
    for (place, reason) in [
        (format!("Đơn vị: {agency}"), "theo chỉ đạo của Chủ tịch"),
        ("Khối, cụm: Khối thi đua số 1".to_owned(), "kiểm tra hoạt động khối"),
    ] {
        let offered = browser.script("return document.querySelector('#place-place').textContent").await;
        // the sample may have drawn the agency already
        if offered.as_str().is_some_and(|offered| offered.contains(&place)) {
            browser.unfold("Thêm nơi kiểm tra").await;
            browser.choose_words("#place-place", &place).await;
            browser.fill("#place-reason", reason).await;
            browser.press("Thêm nơi kiểm tra").await;
            browser.sees("Đã lưu").await;
        }
    }
    browser.press("Ban hành").await;
    browser.sees("Đang kiểm tra").await;

    // the visit to the agency: the seven items, a finding, the minutes
    browser.follow_in_row(agency, agency).await;
    browser.fill("#visit-visited", "05/7/2022").await;
    browser.fill("#visit-present", "Trưởng phòng").await;
    browser.press("Lưu buổi kiểm tra").await;
    browser.sees("Bảy nội dung kiểm tra").await;
    let visit = browser.path().await.split(['?', '#']).next().expect("a path").to_owned();
    answer_all(&browser, &product, &visit).await;
    browser.shows("#checklist .st-not-begun", 0).await;
    browser.unfold("Ghi tồn tại").await;
    browser.fill("#finding-what", "Chưa ban hành kế hoạch thi đua").await;
    browser.fill("#finding-basis", "34/KH-UBND, III.1.e").await;
    browser.choose_words("#finding-item", "Triển khai các phong trào thi đua").await;
    browser.fill("#finding-demand", "Ban hành kế hoạch thi đua của phòng").await;
    browser.fill("#finding-until", "01/12/2099").await;
    browser.press("Lưu tồn tại").await;
    browser.sees("1. Chưa ban hành kế hoạch thi đua").await;
    browser.follow("PDF").await;
    let (_, minutes) = browser.downloaded(".pdf").await;
    assert!(minutes.starts_with(b"%PDF-"));
    browser.press("Báo lãnh đạo").await;
    browser.sees("Từ kết quả kiểm tra").await;
    let problem = browser.path().await.split('?').next().expect("a path").to_owned();
    browser.go(&product, &visit).await;
    browser.press("Giao thành nhiệm vụ").await;
    browser.sees("Ban hành kế hoạch thi đua của phòng").await;

    // the block, of which the members are listed
    browser.go(&product, &inspection).await;
    browser.follow_in_row("Khối thi đua số 1", "Khối thi đua số 1").await;
    browser.sees("Phòng Tài chính - Kế hoạch").await;
    browser.fill("#visit-visited", "06/7/2022").await;
    browser.press("Lưu buổi kiểm tra").await;
    browser.sees("đơn vị thành viên").await;
    browser.go(&product, "/inspections").await;
    browser.sees("05/7/2022").await;
    browser.sees("06/7/2022").await;
    browser.sign_out(&product).await;

    // the committee settles the problem
    browser.sign_in(&product, "lyson.thutruong").await;
    browser.go(&product, &problem).await;
    browser.fill("#decision", "Phòng ban hành kế hoạch trước ngày 20/7").await;
    browser.press("Quyết định").await;
    browser.sees("Đã quyết định").await;
    browser.sign_out(&product).await;

    // the agency finds on its first page what it has to mend, and says that it is done
    sign_in_as(&browser, &product, "kinhte").await;
    browser.go(&product, "/").await;
    browser.follow("Khắc phục tồn tại").await;
    browser.follow("trả lời").await;
    browser.choose_words("#step-to", "Báo đã khắc phục").await;
    browser.fill("#step-words", "Đã ban hành kế hoạch số 05/KH-KTHT").await;
    browser.press("Gửi").await;
    browser.sees("Đơn vị báo đã khắc phục").await;
    browser.sign_out(&product).await;
    browser.sign_in(&product, "lyson.thuongtruc").await;
    browser.go(&product, "/").await;
    browser.sees("1 tồn tại đơn vị báo đã khắc phục").await;
    browser.go(&product, &visit).await;
    browser.sees("Đã ban hành kế hoạch số 05/KH-KTHT").await;
    browser.close().await;
}

/// Answers the seven items of a visit as the team sees them.
async fn answer_all(browser: &Browser, product: &Product, visit: &str) {
    let items =
        ["launch", "registration", "covenant", "preliminary-review", "final-review", "recognition", "spreading"];
    for item in items {
        browser.go(product, &format!("{visit}?item={item}")).await;
        browser.choose_words("#item-answer", "Đạt một phần").await;
        browser.fill("#item-remark", "theo hồ sơ tại phòng").await;
        browser.press("Lưu đánh giá").await;
        browser.sees("Đã lưu").await;
    }
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
