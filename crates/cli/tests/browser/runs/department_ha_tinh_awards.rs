//! Sở Nội vụ Hà Tĩnh 2022: the quotas of the plan while nominating, and commendation by theme and at once.

use super::commending::{Occasion, Proposed, appraised, drafted, issued};
use super::{printed, text_of_pdf, upload};
use crate::driver::{Browser, Product};
use std::fmt::Write;

/// Ten units and forty people as the department proposes them at the year's end, as its clerk has them in a table.
fn year_end() -> String {
    const UNITS: [&str; 10] = [
        "Sở Nội vụ tỉnh Hà Tĩnh",
        "Văn phòng Sở",
        "Phòng Xây dựng chính quyền và Công tác thanh niên",
        "Phòng Công chức, viên chức",
        "Phòng Cải cách hành chính",
        "Ban Thi đua - Khen thưởng",
        "Ban Tôn giáo",
        "Trung tâm Lưu trữ lịch sử",
        "Công đoàn Sở Nội vụ",
        "Đoàn Thanh niên Sở Nội vụ",
    ];
    let mut table = "Đối tượng;Đề nghị;Người, tập thể, hộ;Thành tích tiêu biểu\n".to_owned();
    for (number, unit) in UNITS.iter().enumerate() {
        let award = if number < 2 { "TTLDXS" } else { "TTLDTT" };
        writeln!(table, "Tập thể;{award};{unit};Hoàn thành nhiệm vụ năm 2022").expect("written");
    }
    for number in 1..=40 {
        let award = if number <= 6 { "CSTDCS" } else { "LDTT" };
        writeln!(table, "Cá nhân;{award};Cán bộ Ví Dụ {number};Hoàn thành nhiệm vụ năm 2022").expect("written");
    }
    table
}

/// HT4: award targets of the plan with nested bases stand as aims beside the limits of the law. HT12: they are counted while
/// nominating; what goes beyond is refused by the law or warned of by the plan, with the smallest change that mends it.
#[tokio::test]
async fn ht4_and_ht12_the_quotas_of_the_plan_and_the_law_are_live_while_nominating() {
    let product = Product::with_demo();
    let browser = Browser::start(true).await;
    browser.sign_in(&product, "hatinh.thuongtruc").await;
    browser.go(&product, "/award-rounds").await;
    browser.unfold("Mở đợt xét").await;
    browser.fill("#name", "Tổng kết thi đua năm 2022").await;
    browser.script("document.querySelector('#movement').selectedIndex = 1").await;
    browser.fill("#from", "01/01/2022").await;
    browser.fill("#to", "31/12/2022").await;
    browser.fill("#deadline", "31/12/2022").await;
    browser.press("Mở đợt xét").await;
    browser.follow("Danh sách bằng Excel").await;
    upload(&browser, "tổng kết.csv", &year_end()).await;
    browser.sees("Xem thay đổi trước khi ghi").await;
    browser.press("Ghi tất cả").await;
    // whoever is proposed for the higher title is proposed for the one below, which nobody types a second time
    browser.sees("Bảng này đã được ghi: thêm mới 58").await;
    browser.go(&product, "/award-rounds").await;
    browser.follow("Tổng kết thi đua năm 2022").await;
    browser.arrives("/award-rounds/").await;
    let round = browser.path().await;
    // fifteen in a hundred of forty are six, and the plan's aims stand beside the limit of the law
    browser.sees("Đã đề nghị 6, đủ số lượng; không còn chỗ.").await;
    let ratios = browser.css("#ratios").await.text().await.expect("the ratios");
    for row in [
        "Tỷ lệ phòng, ban, trung tâm đạt danh hiệu tập thể lao động tiên tiến\nít nhất 100 % · Mức phấn đấu\n9 đơn vị",
        "Tỷ lệ tập thể đạt danh hiệu tập thể lao động xuất sắc\nít nhất 20 % · Mức phấn đấu\n10 Tập thể lao động tiên tiến",
        "Số phòng ban, trung tâm được Bộ Nội vụ, UBND tỉnh tặng bằng khen\nít nhất 2, không quá 3 · Mức phấn đấu\n9 đơn vị",
        "Tỷ lệ đạt chiến sỹ thi đua cơ sở\nít nhất 15 % · Mức phấn đấu\n40 Lao động tiên tiến",
        "Số đơn vị trực thuộc được tặng Cờ thi đua Ủy ban nhân dân tỉnh\nít nhất 1 · Mức phấn đấu\n9 đơn vị",
    ] {
        assert!(ratios.contains(row), "{row}\nin\n{ratios}");
    }
    browser.sees("Đã đề nghị 2, đạt.").await;
    browser.sees("Đã đề nghị 0, còn thiếu 2 so với mức phấn đấu.").await;
    browser.sees("Mọi mức bắt buộc đang được giữ đúng.").await;

    // a seventh is beyond what the law allows, a fourth certificate beyond what the plan aims at
    browser.follow("Danh sách bằng Excel").await;
    upload(&browser, "thêm.csv", BEYOND).await;
    browser.press("Ghi tất cả").await;
    browser.sees("Bảng này đã được ghi: thêm mới 5").await;
    browser.go(&product, &round).await;
    browser.sees("Đã đề nghị 7, vượt 1 so với mức tối đa.").await;
    browser.sees("Cách điều chỉnh ít nhất để các tỷ lệ cùng đạt").await;
    browser.shows("#ratios h3 + ul > li", 1).await;
    browser.sees("Rút đề nghị Chiến sĩ thi đua cơ sở").await;
    browser.sees("Đã đề nghị 4, nhiều hơn kế hoạch 1.").await;
    browser.follow("Cán bộ Ví Dụ 7").await;
    browser.sees("Hết suất").await;
    browser.sees("Chưa đủ điều kiện").await;
    browser.close().await;
}

/// One person for the title of which all places are taken, and four collectives for a certificate of the province.
const BEYOND: &str = "Đối tượng;Đề nghị;Người, tập thể, hộ;Thành tích tiêu biểu
Cá nhân;CSTDCS;Cán bộ Ví Dụ 7;Hoàn thành xuất sắc nhiệm vụ
Tập thể;BKBT;Văn phòng Sở;Hoàn thành xuất sắc nhiệm vụ
Tập thể;BKBT;Ban Tôn giáo;Hoàn thành xuất sắc nhiệm vụ
Tập thể;BKBT;Ban Thi đua - Khen thưởng;Hoàn thành xuất sắc nhiệm vụ
Tập thể;BKBT;Trung tâm Lưu trữ lịch sử;Hoàn thành xuất sắc nhiệm vụ
";

/// Prints the certificate of the decision on the page, and says that it came out; gives the code that stands on it.
async fn certified(browser: &Browser) -> String {
    browser.follow("In giấy khen").await;
    browser.press("Chuẩn bị in").await;
    browser.arrives("/certificate-batches/").await;
    browser.sees("1. Ngô Thị Mẫu").await;
    let paper = text_of_pdf(browser, "Tải tệp in (PDF)").await;
    assert!(paper.contains("GIẤY KHEN") && paper.contains("Bà Ngô Thị Mẫu"), "{paper}");
    assert!(paper.contains("Quyết định số 245/QĐ-SNV") && paper.contains("Vào sổ khen thưởng số 1"), "{paper}");
    browser.press("Ghi kết quả").await;
    browser.sees("đã in ").await;
    paper.split("Mã tra cứu: ").nth(1).and_then(|rest| rest.split(' ').next()).expect("a code").to_owned()
}

/// HT8: commendation by theme and at once, decided by the head, and the share of those who do not lead.
#[tokio::test]
async fn ht8_a_theme_and_a_sudden_deed_are_commended_and_the_share_of_those_who_do_not_lead_is_known() {
    let product = Product::with_demo();
    let browser = Browser::start(true).await;
    browser.sign_in(&product, "hatinh.thuongtruc").await;
    let theme = Occasion {
        name: "Chuyên đề cải cách hành chính 2022",
        kind: "Phong trào thi đua (theo đợt, chuyên đề)",
        from: "01/01/2022",
        to: "30/06/2022",
        achieved_on: None,
        received_on: "05/07/2022",
    };
    let worker = Proposed {
        unit: "Trung tâm Lưu trữ lịch sử",
        award: "Giấy khen",
        name: "ta thi mau",
        merit: "Số hóa 4.500 hồ sơ",
    };
    let leader = Proposed {
        unit: "Phòng Công chức, viên chức",
        award: "Giấy khen",
        name: "Hoàng Văn Ví Dụ",
        merit: "Rút ngắn 3 ngày thời gian tuyển dụng",
    };
    let first = appraised(&browser, &product, &theme, &[worker, leader]).await;
    let sudden = Occasion {
        name: "Đột xuất tháng 8/2022",
        kind: "Đột xuất",
        from: "01/08/2022",
        to: "31/08/2022",
        achieved_on: Some("10/08/2022"),
        received_on: "12/08/2022",
    };
    let rescuer = Proposed {
        unit: "Văn phòng Sở",
        award: "Giấy khen",
        name: "Ngô Thị Mẫu",
        merit: "Cứu hồ sơ lưu trữ khi kho bị ngập",
    };
    let second = appraised(&browser, &product, &sudden, &[rescuer]).await;

    // what the principles of the law ask is told before the head decides
    browser.go(&product, &format!("{first}?day=10/07/2022")).await;
    browser.sees("1/2 cá nhân không giữ chức vụ lãnh đạo, quản lý; 1 nữ.").await;
    let theme = drafted(&browser, "Khen thưởng chuyên đề cải cách hành chính").await;
    browser.go(&product, &format!("{second}?day=15/08/2022")).await;
    browser.sees("1/1 cá nhân không giữ chức vụ lãnh đạo, quản lý; 1 nữ.").await;
    browser.sees("Chậm nhất 3 ngày làm việc từ khi lập thành tích.").await;
    let sudden = drafted(&browser, "Khen thưởng đột xuất").await;
    browser.sees("Người có thẩm quyền sẽ ban hành").await;
    browser.sign_out(&product).await;

    browser.sign_in(&product, "hatinh.thutruong").await;
    for (decision, number, day) in [(theme, "210/QĐ-SNV", "10/07/2022"), (sudden, "245/QĐ-SNV", "15/08/2022")] {
        issued(&browser, &product, &decision, number, day).await;
    }
    let list = printed(&browser).await;
    assert!(list.contains("Ngô Thị Mẫu") && list.contains("245/QĐ-SNV"), "{list}");
    let code = certified(&browser).await;
    browser.go(&product, &format!("/verify?code={code}")).await;
    browser.sees("Có hiệu lực").await;
    browser.sees("Ngô Thị Mẫu").await;
    browser.go(&product, "/statistics").await;
    browser.fill("#year", "2022").await;
    browser.press("Xem").await;
    browser.arrives("year=2022").await;
    let shares = browser.css("main").await.text().await.expect("the statistics");
    let shares = shares.split("Tỷ lệ khen thưởng theo đối tượng").nth(1).expect("shares").to_owned();
    assert!(shares.contains("người không giữ chức vụ lãnh đạo, quản lý 2/3\n66,67 %"), "{shares}");
    browser.follow("2/3").await;
    browser.sees("Tạ Thị Mẫu").await;
    browser.sees("Ngô Thị Mẫu").await;
    browser.sees_not("Hoàng Văn Ví Dụ").await;
    browser.close().await;
}
