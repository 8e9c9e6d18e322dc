//! The runs of five authorities through their year, as people take them in a browser.

mod commendation;
mod commending;
mod commune_lo_ku;
mod commune_luong_phong;
mod council;
mod department_ha_tinh;
mod department_ha_tinh_awards;
mod district_binh_son;
mod district_binh_son_awards;
mod district_ly_son;
mod district_ly_son_year;
mod figures_in;

use crate::driver::{Browser, Product};
use std::io::Write;
use std::process::{Command, Stdio};

/// What a person below an authority chooses for a password.
pub const PASSWORD: &str = "con duong lua chin";

/// Uploads a file with this content on the page of a list.
pub async fn upload(browser: &Browser, name: &str, content: &str) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join(name);
    std::fs::write(&file, content).expect("written");
    browser.css("#file").await.send_keys(&file.to_string_lossy()).await.expect("chosen");
    browser.press("Tải tệp lên").await;
    browser.arrives("/uploads/").await;
}

/// The administrator adds somebody in a unit, who sets a password with the code handed over.
pub async fn add_person(browser: &Browser, product: &Product, login: &str, role: &str, unit: &str) {
    browser.sign_in(product, "quan-tri").await;
    browser.go(product, "/accounts").await;
    browser.fill("#name", &format!("Cán bộ {unit}")).await;
    browser.fill("#login", login).await;
    browser.choose_words("#role", role).await;
    browser.fill("#unit", unit).await;
    browser.press("Thêm").await;
    let handed = format!("Mã một lần của {login}: ");
    browser.sees(&handed).await;
    let said = browser.css(".flash-ok").await.text().await.expect("a code");
    let code = said.split(&handed).nth(1).and_then(|rest| rest.get(..19)).expect("a code").to_owned();
    browser.sign_out(product).await;
    browser.go(product, "/set-password").await;
    browser.fill("#login", login).await;
    browser.fill("#code", &code).await;
    browser.fill("#password", PASSWORD).await;
    browser.click_css("form button").await;
    browser.sees("Đăng nhập").await;
}

pub async fn sign_in_as(browser: &Browser, product: &Product, login: &str) {
    browser.go(product, "/sign-in").await;
    browser.fill("#login", login).await;
    browser.fill("#password", PASSWORD).await;
    browser.press("Đăng nhập").await;
    browser.css(".account").await;
}

/// Opens the one movement that an authority sees, and a page of it by the words of its tab.
pub async fn open_tab(browser: &Browser, product: &Product, tab: &str) -> String {
    browser.go(product, "/movements").await;
    let movement = browser.links("table.data th a").await.into_iter().next().expect("a movement");
    browser.visit(&movement).await;
    browser.tab(tab).await;
    movement
}

/// Somebody below the authority writes the unit's plan from the plan above, as it is proposed; its address.
pub async fn derive_plan(browser: &Browser, product: &Product) -> String {
    browser.go(product, "/plans").await;
    browser.follow("Xây dựng kế hoạch từ kế hoạch này").await;
    browser.sees("Chọn phần thực hiện ở đơn vị").await;
    // nothing was given to the unit yet: it takes a target by itself
    browser.click_css("input[name^='take-']").await;
    browser.press("Lập dự thảo").await;
    browser.sees("Đã lập dự thảo từ kế hoạch cấp trên").await;
    browser.path().await.split('?').next().expect("a path").to_owned()
}

/// Gives the draft what only the unit knows: number, day, place and who signs.
pub async fn number_plan(browser: &Browser, number: &str, day: &str, signer: &str) {
    browser.click_css(".finding-error a").await;
    browser.fill("#number_symbol", number).await;
    browser.fill("#place", "Nơi minh họa").await;
    browser.fill("#date", day).await;
    browser.fill("#signer_title", signer).await;
    browser.fill("#signer_name", "Nguyễn Văn Minh Họa").await;
    browser.press("Lưu").await;
    browser.sees("Đã lưu").await;
    browser.shows(".finding-error", 0).await;
}

/// The head of the unit launches the movement of its plan.
pub async fn launch_plan(browser: &Browser, product: &Product, plan: &str) {
    browser.go(product, plan).await;
    if browser.count("main input[type=checkbox][name=confirmed]").await > 0 {
        browser.tick("Tôi đã xem").await;
    }
    browser.press("Phát động phong trào").await;
    browser.sees("Đã phát động phong trào").await;
}

/// The standing office has the report of a period written from the figures and issues it; its address.
pub async fn issue_report(browser: &Browser, movement: &str, period: &str, number: &str, day: &str) -> String {
    browser.visit(&format!("{movement}/reports")).await;
    browser.press(&format!("Lập báo cáo {period}")).await;
    browser.arrives("/period-reports/").await;
    let report = browser.path().await.split('?').next().expect("a path").to_owned();
    browser.fill("#issue-number", number).await;
    browser.fill("#issue-dated", day).await;
    browser.fill("#issue-signer", "Nguyễn Văn Minh Họa").await;
    browser.press("Ban hành").await;
    browser.sees("Đã ban hành, đang khóa").await;
    report
}

/// One sơ kết or tổng kết as it is held.
pub struct SummingUp<'a> {
    pub kind: &'a str,
    pub held: &'a str,
    pub report: &'a str,
    pub evaluation: &'a str,
    pub lessons: &'a str,
    /// The step that the movement takes with it.
    pub step: &'a str,
}

/// The standing office writes up a summing-up, keeps the results of the day and takes the movement on.
pub async fn sum_up(browser: &Browser, movement: &str, up: &SummingUp<'_>) {
    browser.visit(movement).await;
    browser.press(&format!("Chuyển sang {}", up.step)).await;
    browser.sees("Còn thiếu:").await;
    browser.visit(&format!("{movement}/reviews")).await;
    browser.press(&format!("Chuẩn bị {}", up.kind)).await;
    browser.arrives("/reviews/").await;
    browser.fill("#held_on", up.held).await;
    browser.choose_words("#report", up.report).await;
    browser.fill("#evaluation", up.evaluation).await;
    browser.fill("#lessons", up.lessons).await;
    browser.press("Lưu").await;
    browser.sees("Đã đủ để chuyển bước").await;
    browser.press("Giữ kết quả đến hôm nay").await;
    browser.sees("Kết quả được giữ tại ngày").await;
    browser.visit(movement).await;
    browser.press(&format!("Chuyển sang {}", up.step)).await;
    browser.sees("Đã chuyển bước").await;
}

/// The words of the report that stands on the page, as it is printed.
pub async fn printed(browser: &Browser) -> String {
    text_of_pdf(browser, "Tải bản PDF").await
}

/// The text of the PDF behind a link.
pub async fn text_of_pdf(browser: &Browser, label: &str) -> String {
    browser.follow(label).await;
    let (_, paper) = browser.downloaded(".pdf").await;
    let mut reader = Command::new("pdftotext")
        .args(["-raw", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("pdftotext is there (package poppler-utils; `cargo x test` installs it)");
    let mut pipe = reader.stdin.take().expect("a pipe");
    let written = std::thread::spawn(move || pipe.write_all(&paper));
    let read = reader.wait_with_output().expect("read");
    written.join().expect("written").expect("written");
    String::from_utf8_lossy(&read.stdout).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Notes that the issued report on the page went up, to whom the plan says or to these.
pub async fn send_up(browser: &Browser, to: Option<&str>, day: &str) {
    if let Some(to) = to {
        browser.fill("#send-to", to).await;
    }
    browser.fill("#send-on", day).await;
    browser.press("Gửi cấp trên").await;
    browser.sees(&format!("ngày {day}")).await;
    browser.sees("Đã gửi").await;
}
