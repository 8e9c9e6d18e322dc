//! Huyện Bình Sơn 2025.

use super::{
    SummingUp, add_person, derive_plan, issue_report, launch_plan, number_plan, open_tab, printed, send_up,
    sign_in_as, sum_up,
};
use crate::driver::{Browser, Product};

/// Invented: what the district might have reported of its year.
const YEAR: &str = "ỦY BAN NHÂN DÂN\n\
HUYỆN BÌNH SƠN\n\
Số: 512/BC-UBND\n\
Bình Sơn, ngày 31 tháng 12 năm 2025\n\
\n\
BÁO CÁO\n\
Kết quả thực hiện phong trào thi đua năm 2025\n\
\n\
- Tổng giá trị sản xuất đạt 28.710,4 tỷ đồng.\n\
- Tốc độ tăng trưởng tổng giá trị sản phẩm trên địa bàn đạt 9,51%.\n\
- Tỷ trọng nông, lâm nghiệp và thủy sản 10,52%; tỷ trọng công nghiệp - xây dựng 37,46%; tỷ trọng dịch vụ 52,02%.\n\
- Thu ngân sách nhà nước trên địa bàn cấp huyện so với chỉ tiêu của tỉnh giao đạt 112,6%.\n\
- Tỷ lệ độ che phủ rừng đạt 35,6%.\n\
- Tỷ lệ đất cây xanh đô thị đạt 8,1m2/người.\n\
- Tỷ lệ đô thị hóa đạt 69%.\n\
- Tỷ lệ chất thải rắn sinh hoạt được thu gom và xử lý đạt 85,3%.\n\
- Tỷ lệ xã đạt chuẩn NTM đạt 100%.\n\
- Số xã NTM nâng cao: 01 xã.\n\
- Số xã Nông thôn mới kiểu mẫu: 01 xã.\n\
- Huyện đạt chuẩn Nông thôn mới.\n\
- Trường đạt chuẩn quốc gia: 01 trường.\n\
- Tỷ lệ trường đạt chuẩn đạt 81,69%.\n\
- Giải quyết việc làm trong năm cho 1.652 người.\n\
- Tỷ lệ lao động được đào tạo đạt 51,2%.\n\
- Tỷ lệ hộ nghèo giảm 0,79% so với năm 2024.\n\
- Tốc độ tăng dân số tự nhiên 0,79%.\n\
- Tỷ lệ trẻ em dưới 5 tuổi bị suy dinh dưỡng 5,8%.\n\
- Tỷ lệ gia đình văn hóa đạt 86,2%.\n\
- Tỷ lệ tham gia bảo hiểm y tế đạt 96,3%.\n\
- Tỷ lệ xã, phường, thị trấn đạt tiêu chuẩn vững mạnh về quốc phòng đạt 100%.\n\
- Tỷ lệ xã, phường đạt tiêu chuẩn an toàn về an ninh trật tự đạt 95,5%.\n\
- Tỷ lệ cơ quan, đơn vị đạt tiêu chuẩn an toàn về an ninh trật tự đạt 100%.\n\
- Giảm tai nạn giao thông cả 3 tiêu chí.\n\
- Tỷ lệ giải quyết vụ khiếu nại tố cáo thuộc thẩm quyền đạt 87,5%.\n\
- Cấp Giấy chứng nhận QSDĐ lần đầu 1.802 giấy.\n\
- Thu nhập bình quân đầu người đạt 60,3 triệu đồng/người/năm.\n";

/// BS5: a peak wave waits for its event and is dated later.
#[tokio::test]
async fn bs5_a_peak_wave_is_opened_for_its_event_and_dated_later() {
    let product = Product::with_demo();
    let browser = Browser::start(true).await;
    browser.sign_in(&product, "binhson.thuongtruc").await;
    open_tab(&browser, &product, "Đợt thi đua").await;
    browser.follow("Đợt cao điểm, ngày ấn định sau").await;
    browser.arrives("new=peak").await;
    browser.fill("#name", "Đợt thi đua cao điểm năm 2025").await;
    browser.press("Mở đợt").await;
    browser.sees("cần ghi sự kiện").await;
    browser.fill("#event", "50 năm giải phóng huyện; đại hội đảng các cấp; bầu cử").await;
    browser.press("Mở đợt").await;
    browser.arrives("/waves/").await;
    browser.sees("chưa ấn định ngày").await;
    let wave = browser.path().await.split('?').next().expect("a path").to_owned();
    browser.go(&product, "/calendar?year=2025").await;
    browser.sees("Đợt chưa ấn định ngày").await;
    browser.follow("Đợt thi đua cao điểm năm 2025").await;
    browser.arrives(&wave).await;

    browser.unfold("Mở phần sửa").await;
    browser.fill("#from", "01/3/2025").await;
    browser.fill("#to", "28/3/2025").await;
    browser.fill("#summary_deadline", "10/4/2025").await;
    browser.press("Lưu").await;
    browser.sees("Ngày này đã qua").await;
    browser.tick("Ngày ghi đúng dù đã qua").await;
    browser.press("Lưu").await;
    browser.sees("chưa ấn định ngày → 01/3/2025 – 28/3/2025").await;
    browser.go(&product, "/calendar?year=2025").await;
    browser.sees("Đợt thi đua cao điểm năm 2025").await;
    browser.sees_not("Đợt chưa ấn định ngày").await;
    browser.close().await;
}

/// BS6: communes and enterprises issue their plans at the start of the year; heads are answerable.
#[tokio::test]
async fn bs6_a_commune_and_an_enterprise_issue_their_plans_and_heads_are_named() {
    let product = Product::with_demo();
    let browser = Browser::start(true).await;
    let units = [
        ("xa1", "Ủy ban nhân dân xã minh họa 1", "07/KH-UBND", "14/02/2025", "CHỦ TỊCH"),
        ("doanhnghiep", "Doanh nghiệp minh họa", "03/KH-DN", "25/02/2025", "GIÁM ĐỐC"),
    ];
    for (login, unit, ..) in units {
        add_person(&browser, &product, login, "Cơ quan thường trực", unit).await;
        add_person(&browser, &product, &format!("{login}.truong"), "Thủ trưởng", unit).await;
    }
    browser.sign_in(&product, "binhson.thuongtruc").await;
    let movement = open_tab(&browser, &product, "Cấp dưới").await;
    browser.fill("#launch_by", "20/02/2025").await;
    browser.press("Lưu").await;
    browser.sees("Chưa có, quá hạn").await;
    browser.follow("Ủy ban nhân dân xã minh họa 1").await;
    browser.fill("form[action^='/units/'] #head", "Bà Lê Thị Ví Dụ").await;
    browser.press("Lưu").await;
    browser.sees("Đã lưu").await;
    browser.sign_out(&product).await;
    for (login, _, number, day, signer) in units {
        sign_in_as(&browser, &product, login).await;
        let plan = derive_plan(&browser, &product).await;
        number_plan(&browser, number, day, signer).await;
        browser.sign_out(&product).await;
        sign_in_as(&browser, &product, &format!("{login}.truong")).await;
        launch_plan(&browser, &product, &plan).await;
        browser.sign_out(&product).await;
    }
    browser.sign_in(&product, "binhson.thuongtruc").await;
    browser.visit(&format!("{movement}/cascade?show=issued")).await;
    assert_eq!(browser.count("table.data tbody tr").await, 2, "both have issued");
    browser.sees("07/KH-UBND").await;
    browser.sees("03/KH-DN").await;
    browser.sees("Ban hành muộn 3 ngày làm việc").await;
    browser.fill("#head", "le thi vi du").await;
    browser.press("Xem").await;
    browser.shows("table.data tbody tr", 1).await;
    browser.sees("Bà Lê Thị Ví Dụ").await;
    browser.visit(&format!("{movement}/cascade?show=missing")).await;
    browser.sees("Ủy ban nhân dân thị trấn minh họa").await;
    browser.sees_not("07/KH-UBND").await;
    browser.close().await;
}

/// A district that has ended keeps the units of its last day: its year can still be told to the end.
#[tokio::test]
async fn a_district_that_has_ended_still_gives_tasks_to_its_units() {
    let product = Product::with_demo();
    let browser = Browser::start(true).await;
    browser.sign_in(&product, "binhson.thuongtruc").await;
    open_tab(&browser, &product, "Nhiệm vụ").await;
    browser.follow("Thêm nhiệm vụ").await;
    browser.fill("#work", "Thẩm định hồ sơ khen thưởng").await;
    browser.choose_words("#lead", "Phòng Nội vụ").await;
    browser.press("Lưu").await;
    browser.sees("Chưa đủ năm rõ").await;
    browser.sees("Phòng Nội vụ").await;
    browser.close().await;
}

/// BS8: the office follows the units, inspects, has a problem settled and puts the reports together.
#[tokio::test]
async fn bs8_the_office_follows_inspects_has_a_problem_settled_and_puts_reports_together() {
    let product = Product::with_demo();
    let browser = Browser::start(true).await;
    let (office, commune) = ("Phòng Văn hóa và Thông tin", "Ủy ban nhân dân xã minh họa 1");
    add_person(&browser, &product, "vhtt", "Người báo cáo số liệu", office).await;
    add_person(&browser, &product, "xa1", "Người báo cáo số liệu", commune).await;

    // “theo quy định”: no calendar is printed, so half-year and year are proposed and confirmed
    browser.sign_in(&product, "binhson.thuongtruc").await;
    let movement = open_tab(&browser, &product, "Báo cáo của đơn vị").await;
    browser.sees("Kế hoạch không in lịch báo cáo").await;
    browser.shows("input[name^='open-']", 2).await;
    browser.press("Mở các kỳ đã chọn").await;
    browser.sees("Đã lưu").await;
    let half = browser.row("6 tháng đầu năm").await;
    assert!(half.contains("07/7/2025") && half.contains("kế hoạch không in lịch báo cáo"), "{half}");
    browser.sign_out(&product).await;

    for (login, target, figure, difficulty) in [
        ("vhtt", "Tỷ lệ gia đình văn hóa", "84,6", ""),
        ("xa1", "Cấp Giấy chứng nhận", "212", "Hồ sơ địa chính cũ sai lệch"),
    ] {
        sign_in_as(&browser, &product, login).await;
        browser.go(&product, "/").await;
        browser.follow("Báo cáo 6 tháng").await;
        browser.press("Bắt đầu báo cáo").await;
        browser.arrives("/reports/").await;
        browser.fill_in_row(target, "v-", figure).await;
        browser.fill("#all-dated", "30/6/2025").await;
        browser.fill("#all-source", "Sổ theo dõi 6 tháng").await;
        browser.fill("#text-difficulties", difficulty).await;
        browser.press("Gửi báo cáo").await;
        browser.sees("Đã gửi báo cáo").await;
        browser.sign_out(&product).await;
    }

    // who has sent, who has not; what is taken in is put together
    browser.sign_in(&product, "binhson.thuongtruc").await;
    browser.go(&product, "/").await;
    browser.follow("2 báo cáo 6 tháng đầu năm (quý II) chờ tiếp nhận").await;
    browser.arrives("/rounds/").await;
    let round = browser.path().await.split(['?', '#']).next().expect("a path").to_owned();
    for unit in [office, commune] {
        browser.go(&product, &round).await;
        browser.follow(unit).await;
        browser.press("Tiếp nhận").await;
        browser.sees("Đã tiếp nhận").await;
    }
    browser.go(&product, &format!("{round}?show=missing")).await;
    browser.sees("Tin nhắn đôn đốc").await;
    browser.sees("Công an huyện Bình Sơn").await;
    browser.go(&product, &format!("{round}/consolidation")).await;
    let papers = browser.row("Cấp Giấy chứng nhận").await;
    assert!(papers.contains("212") && papers.contains("1.012"), "one commune is not the district: {papers}");
    assert!(papers.contains("chưa có báo cáo của 9 đơn vị"), "so it is not ticked: {papers}");
    browser.press("Đưa các dòng đã chọn vào số liệu chung").await;
    browser.sees("Đã lưu").await;
    browser.visit(&format!("{movement}/evaluation?period=H1")).await;
    let culture = browser.row("Tỷ lệ gia đình văn hóa").await;
    assert!(culture.contains("84,6") && culture.contains("Đúng tiến độ"), "{culture}");
    assert!(browser.row("Cấp Giấy chứng nhận").await.contains("1.012"), "what was not taken over stays");

    // the commune is inspected; what stands in its way is raised
    browser.go(&product, "/inspections").await;
    browser.follow("Lập kế hoạch kiểm tra").await;
    browser.fill("#name", "Kiểm tra việc thực hiện Kế hoạch 21/KH-UBND").await;
    browser.fill("#number", "60/KH-UBND").await;
    browser.fill("#dated", "02/6/2025").await;
    browser.fill("#from", "09/6/2025").await;
    browser.fill("#to", "13/6/2025").await;
    browser.fill("#team", "Trưởng đoàn; Trần Thị Một; Trưởng phòng Nội vụ").await;
    browser.press("Lập kế hoạch kiểm tra").await;
    browser.sees("Đã lưu").await;
    browser.unfold("Thêm nơi kiểm tra").await;
    browser.choose_words("#place-place", &format!("Đơn vị: {commune}")).await;
    browser.fill("#place-reason", "báo vướng hồ sơ địa chính").await;
    browser.press("Thêm nơi kiểm tra").await;
    browser.sees("báo vướng hồ sơ địa chính").await;
    browser.press("Ban hành").await;
    browser.sees("Đang kiểm tra").await;
    browser.follow_in_row(commune, commune).await;
    browser.fill("#visit-visited", "10/6/2025").await;
    browser.press("Lưu buổi kiểm tra").await;
    browser.sees("Bảy nội dung kiểm tra").await;
    browser.unfold("Ghi tồn tại").await;
    browser.fill("#finding-what", "212 giấy đã cấp, 40 hồ sơ chậm do sai lệch địa chính").await;
    browser.fill("#finding-basis", "21/KH-UBND, chỉ tiêu (21)").await;
    browser.fill("#finding-demand", "Đo đạc lại 40 thửa").await;
    browser.fill("#finding-until", "01/12/2099").await;
    browser.press("Lưu tồn tại").await;
    browser.sees("1. 212 giấy đã cấp").await;
    browser.press("Báo lãnh đạo").await;
    browser.sees("Từ kết quả kiểm tra").await;
    let problem = browser.path().await.split('?').next().expect("a path").to_owned();
    browser.sign_out(&product).await;

    // and settled by the committee
    browser.sign_in(&product, "binhson.thutruong").await;
    browser.go(&product, "/").await;
    browser.follow("212 giấy đã cấp").await;
    browser.arrives(&problem).await;
    browser.fill("#decision", "Phòng Tài chính - Kế hoạch bố trí kinh phí đo đạc trong tháng 6").await;
    browser.press("Quyết định").await;
    browser.sees("Đã quyết định").await;
    browser.sign_out(&product).await;
    browser.sign_in(&product, "binhson.thuongtruc").await;
    let report = issue_report(&browser, &movement, "6 tháng", "240/BC-UBND", "30/6/2025").await;
    browser.sees("Hồ sơ địa chính cũ sai lệch").await;
    browser.go(&product, &report).await;
    let paper = printed(&browser).await;
    for said in ["240/BC-UBND", "84,6", "1.012", "Hồ sơ địa chính cũ sai lệch", "Công an huyện Bình Sơn"]
    {
        assert!(paper.contains(said), "“{said}” is printed: {paper}");
    }
    browser.close().await;
}

/// BS10: the year's evaluation of 30 leaves and the view of 2020-2025; sơ kết, tổng kết; the report to the department and
/// the board of the province.
#[tokio::test]
async fn bs10_thirty_leaves_and_the_term_are_evaluated_and_reported_to_the_province() {
    let product = Product::with_demo();
    let browser = Browser::start(true).await;

    // the year's report is read, and the three measures of accidents make their line
    browser.sign_in(&product, "binhson.baocao").await;
    let movement = open_tab(&browser, &product, "Đánh giá, dự báo").await;
    browser.visit(&format!("{movement}/results")).await;
    browser.choose("#period", "Y").await;
    browser.paste("#text", YEAR).await;
    browser.press("Đọc báo cáo").await;
    browser.arrives("/results/").await;
    browser.shows("input[name^='use-']:checked", 29).await;
    browser.press("Ghi các số đã chọn").await;
    browser.sees("Đã ghi số liệu từ báo cáo").await;
    browser.visit(&format!("{movement}/targets?period=Y")).await;
    browser.follow("Giảm tai nạn giao thông").await;
    browser.follow("Số liệu các năm trước").await;
    for (measure, before, now) in [("cases", "58", "49"), ("deaths", "18", "13"), ("injured", "44", "38")] {
        browser.fill(&format!("input[name='v-{measure}-2024-Y']"), before).await;
        browser.fill(&format!("input[name='v-{measure}-2025-Y']"), now).await;
    }
    browser.fill("#source", "Báo cáo của Công an huyện").await;
    browser.press("Lưu").await;
    browser.sees("Đã lưu").await;
    browser.sign_out(&product).await;

    // “khoảng” is judged once a person has said how near is near
    browser.sign_in(&product, "binhson.thuongtruc").await;
    browser.visit(&format!("{movement}/targets?period=Y")).await;
    browser.follow("Tốc độ tăng trưởng tổng giá trị sản phẩm").await;
    browser.sees("cần người đặt sai số").await;
    browser.fill("#tolerance", "0,5").await;
    browser.click_css("form:has(#tolerance) button").await;
    browser.sees("Đã lưu").await;
    browser.visit(&format!("{movement}/evaluation?period=Y")).await;
    browser.sees("Hoàn thành toàn diện: mọi chỉ tiêu áp dụng đều đạt hoặc vượt").await;
    for (leaf, says) in [
        ("(1) Tổng giá trị sản xuất", &["khoảng 28.603,61", "28.710,4", "26.488,05", "Trong khoảng kế hoạch"][..]),
        ("(2) Tốc độ tăng trưởng", &["khoảng 9,48", "9,51", "Trong khoảng kế hoạch"]),
        ("Tỷ trọng nông, lâm nghiệp", &["khoảng 10,49", "10,52", "Đạt"]),
        ("(4) Thu ngân sách", &["≥ 100", "112,6", "Vượt"]),
        ("đất cây xanh đô thị", &["8 m²/người", "8,1", "Vượt"]),
        ("Huyện đạt chuẩn Nông thôn mới", &["hoàn thành", "Đạt, giữ được"]),
        ("Trường đạt chuẩn quốc gia", &["1 trường", "Đạt"]),
        ("(12) Tỷ lệ hộ nghèo giảm", &["giảm 0,77", "0,79", "Vượt"]),
        ("hằng năm: xã, phường", &["95", "95,5", "Vượt"]),
        ("hằng năm: cơ quan, đơn vị", &["100", "Đạt"]),
        ("(19)", &["Số vụ: 58 → 49 (-9)", "Số người chết: 18 → 13 (-5)", "Số người bị thương: 44 → 38 (-6)"]),
        ("(20)", &["> 85", "87,5", "Đạt"]),
        ("(21) Cấp Giấy chứng nhận", &["1.740", "1.802", "Vượt"]),
        ("(22) Thu nhập", &["60", "60,3", "Vượt"]),
    ] {
        let row = browser.row(leaf).await;
        for one in says {
            assert!(row.contains(one), "“{one}” stands at {leaf}: {row}");
        }
    }
    browser.shows("table.data tbody th a[href^='/targets/']", 30).await;

    // the term: earlier years typed with their source, 2025 from the figure of the year
    browser.go(&product, "/terms").await;
    browser.unfold("Thêm nhiệm kỳ").await;
    browser.fill("#name", "Nhiệm kỳ 2020-2025, theo Nghị quyết Đại hội").await;
    browser.fill("#from", "2020").await;
    browser.fill("#to", "2025").await;
    browser.fill("#source", "Nghị quyết Đại hội Đảng bộ huyện khóa XXVII").await;
    browser.press("Thêm nhiệm kỳ, giai đoạn").await;
    browser.sees("Chưa có chỉ tiêu nào").await;
    browser.follow("Thêm chỉ tiêu").await;
    browser.fill("#name", "Giải quyết việc làm").await;
    browser.fill("#value", "8.000").await;
    browser.fill("#unit_of", "người").await;
    browser.choose_words("#method", "Cộng dồn các năm").await;
    browser.fill("input[name='planned-2020']", "1.500").await;
    for (year, jobs) in [("2021", "1.590"), ("2022", "1.610"), ("2023", "1.640"), ("2024", "1.702")] {
        browser.fill(&format!("input[name='actual-{year}']"), jobs).await;
        browser.fill(&format!("input[name='source-{year}']"), &format!("Báo cáo tổng kết năm {year}")).await;
    }
    browser.choose_words("select[name='target-2025']", "Giải quyết việc làm trong năm: 1.600 người").await;
    browser.press("Lưu").await;
    browser.sees("Đã lưu").await;
    browser.sees("8.194").await;
    browser.sees("Chưa có kết quả các năm: 2020").await;
    browser.click_css("table.data a[href^='/targets/']").await;
    browser.sees("1.652").await;

    // sơ kết, tổng kết, and the report to the province
    issue_report(&browser, &movement, "6 tháng", "240/BC-UBND", "30/6/2025").await;
    let half = SummingUp {
        kind: "Sơ kết 6 tháng",
        held: "30/6/2025",
        report: "6 tháng đầu năm (quý II) (240/BC-UBND)",
        evaluation: "Giải quyết việc làm chậm hơn kế hoạch.",
        lessons: "Chốt số liệu trước khi sắp xếp đơn vị.",
        step: "Sơ kết",
    };
    sum_up(&browser, &movement, &half).await;
    let report = issue_report(&browser, &movement, "Cả năm", "513/BC-UBND", "31/12/2025").await;
    let year = SummingUp {
        kind: "Tổng kết năm",
        held: "31/12/2025",
        report: "Cả năm (quý IV) (513/BC-UBND)",
        evaluation: "Hoàn thành toàn diện 30 chỉ tiêu.",
        lessons: "Bàn giao số liệu theo từng địa bàn.",
        step: "Tổng kết",
    };
    sum_up(&browser, &movement, &year).await;
    browser.go(&product, &report).await;
    let paper = printed(&browser).await;
    for said in ["513/BC-UBND", "28.710,4", "112,6", "1.802", "60,3", "Bàn giao hồ sơ, số liệu thi đua"] {
        assert!(paper.contains(said), "“{said}” is printed: {paper}");
    }
    send_up(&browser, Some("Sở Nội vụ; Ban Thi đua - Khen thưởng tỉnh"), "31/12/2025").await;
    browser.sees("Đã gửi Sở Nội vụ; Ban Thi đua - Khen thưởng tỉnh ngày 31/12/2025").await;
    browser.close().await;
}
