//! The way of a commendation as people take it, from the round to the decision of the head.

use crate::driver::{Browser, Product};

/// A round of consideration as its office opens it.
pub struct Occasion<'a> {
    pub name: &'a str,
    pub kind: &'a str,
    pub from: &'a str,
    pub to: &'a str,
    pub achieved_on: Option<&'a str>,
    pub received_on: &'a str,
}

/// Somebody whom a unit proposes.
pub struct Proposed<'a> {
    pub unit: &'a str,
    pub award: &'a str,
    pub name: &'a str,
    pub merit: &'a str,
}

/// Opens a round; its page.
pub async fn open_round(browser: &Browser, product: &Product, on: &Occasion<'_>) -> String {
    browser.go(product, "/award-rounds").await;
    browser.unfold("Mở đợt xét").await;
    browser.fill("#name", on.name).await;
    browser.choose_words("#occasion", on.kind).await;
    browser.fill("#from", on.from).await;
    browser.fill("#to", on.to).await;
    browser.press("Mở đợt xét").await;
    browser.sees("Chưa có đề nghị nào").await;
    browser.path().await.split('?').next().expect("a path").to_owned()
}

/// Proposes somebody on the page of a round; the page of the dossier follows.
pub async fn propose(browser: &Browser, one: &Proposed<'_>, on: &Occasion<'_>) {
    browser.unfold("Điền thông tin").await;
    browser.choose_words("#add-unit", one.unit).await;
    browser.choose_words("#add-award", one.award).await;
    browser.fill("#add-name", one.name).await;
    browser.fill("#add-merit", one.merit).await;
    if let Some(day) = on.achieved_on {
        browser.fill("#add-achieved_on", day).await;
    }
    browser.press("Thêm đề nghị").await;
    browser.sees("Kết quả đối chiếu điều kiện").await;
}

/// The dossier on the page is sent, received and appraised.
pub async fn appraise(browser: &Browser, on: &Occasion<'_>) {
    browser.press("Gửi cơ quan thường trực").await;
    browser.sees("đã gửi").await;
    browser.fill("#received_on", on.received_on).await;
    browser.press("Nhận hồ sơ, thẩm định").await;
    browser.sees("đang thẩm định").await;
}

/// Opens a round, proposes people for an award of the head and takes their dossiers to the decision; the page that
/// prepares the decision.
pub async fn appraised(browser: &Browser, product: &Product, on: &Occasion<'_>, people: &[Proposed<'_>]) -> String {
    let round = open_round(browser, product, on).await;
    for one in people {
        browser.go(product, &round).await;
        propose(browser, one, on).await;
        appraise(browser, on).await;
        browser.press("Trình quyết định").await;
        browser.sees("trình người có thẩm quyền").await;
    }
    round.replace("/award-rounds/", "/decisions/rounds/")
}

/// What is ready on the page that prepares decisions and is decided above goes there with a letter.
pub async fn sent_above(browser: &Browser, to: &str, number: &str, day: &str) {
    browser.fill("#send-to", to).await;
    browser.fill("#send-number", number).await;
    browser.fill("#send-sent_on", day).await;
    browser.press("Trình cấp trên").await;
    browser.arrives("/submissions").await;
}

/// Drafts the decision of all that is ready on the page of a round; its address.
pub async fn drafted(browser: &Browser, title: &str) -> String {
    browser.fill("#draft-title", title).await;
    browser.fill("#draft-signer_title", "Thủ trưởng").await;
    browser.fill("#draft-signer_name", "Nguyễn Văn Minh Họa").await;
    browser.fill("#draft-bases", "Luật Thi đua, khen thưởng").await;
    browser.tick("Đã kiểm tra các dòng cần người xem xét").await;
    browser.press("Lập dự thảo").await;
    browser.sees(title).await;
    browser.path().await.split('?').next().expect("a path").to_owned()
}

/// The head issues a drafted decision with the number and day of the signed paper.
pub async fn issued(browser: &Browser, product: &Product, decision: &str, number: &str, day: &str) {
    browser.go(product, decision).await;
    browser.fill("#issue-number", number).await;
    browser.fill("#issue-day", day).await;
    browser.tick("Đã kiểm tra các dòng cần người xem xét").await;
    browser.press("Ban hành").await;
    browser.sees(&format!("{number}: ")).await;
}
