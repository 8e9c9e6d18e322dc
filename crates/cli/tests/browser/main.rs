//! The product in a real Chromium: read, review, launch, enter a figure, see the evaluation, download the report.

mod driver;
mod passkeys;
mod runs;

use driver::{Browser, Product};
use fantoccini::Locator;

/// Invented; no theme, so that the review has something to mend.
const PLAN: &str = include_str!("../../../../samples/written/xa-vi-du-thieu-chu-de.txt");

#[tokio::test]
async fn the_year_of_a_movement_runs_in_a_real_browser() {
    let product = Product::with_demo();
    let browser = Browser::start(true).await;
    let (clerk, head, reporter) = ("loku.thuongtruc", "loku.thutruong", "loku.baocao");

    // the clerk brings in the signed plan
    browser.sign_in(&product, clerk).await;
    browser.go(&product, "/plans").await;
    let file = product.folder().join("ke-hoach-2024.txt");
    std::fs::write(&file, PLAN).expect("written");
    browser.css("#file").await.send_keys(&file.display().to_string()).await.expect("a file is chosen");
    browser.press("Đọc kế hoạch").await;
    browser.sees("Đã đọc xong kế hoạch").await;
    browser.sees("PLN-007").await;
    browser.sees("Tổng sản lượng lương thực").await;
    let plan = browser.path().await;

    // a piece of the draft lights up its line in the source
    browser.click_css("li.piece.k-target .lines").await;
    assert!(browser.count(".src-line.is-lit, .src-line:target").await > 0, "the source line is shown");
    browser.picture("review").await;

    // the theme is missing: the finding leads to the form that mends it
    browser.click_css(".finding-error a").await;
    browser.fill("#theme", "Đoàn kết, sáng tạo, về đích nông thôn mới").await;
    browser.press("Lưu").await;
    browser.sees("Đã lưu").await;
    browser.sees_not("PLN-007").await;
    browser.sign_out(&product).await;

    // the head launches
    browser.sign_in(&product, head).await;
    browser.go(&product, plan.split('?').next().expect("a path")).await;
    if browser.count("main input[type=checkbox][name=confirmed]").await > 0 {
        browser.tick("Tôi đã xem").await;
    }
    browser.press("Phát động phong trào").await;
    browser.sees("Đã phát động phong trào").await;
    browser.sees("Đoàn kết, sáng tạo, về đích nông thôn mới").await;
    let movement = browser.path().await.split('?').next().expect("a path").to_owned();
    browser.press("Chuyển sang Đang thực hiện").await;
    browser.sees("Đã chuyển bước").await;
    browser.sign_out(&product).await;

    // the reporter enters a figure, the Vietnamese way
    browser.sign_in(&product, reporter).await;
    browser.go(&product, &format!("{movement}/targets?period=Y")).await;
    browser.follow("Tổng sản lượng lương thực").await;
    browser.fill("#value", "9.212,5").await;
    browser.fill("#dated", "15/12/2024").await;
    browser.fill("#source", "Báo cáo số 45/BC-UBND").await;
    browser.press("Lưu số liệu").await;
    browser.sees("Đã lưu số liệu").await;
    browser.sees("9.212,5 tấn").await;

    // the evaluation follows
    browser.go(&product, &format!("{movement}/targets?period=Y")).await;
    browser.sees("101,24 %").await;
    browser.sees("Vượt").await;
    browser.sign_out(&product).await;

    // the report comes down as a Word file
    browser.sign_in(&product, clerk).await;
    browser.go(&product, &format!("{movement}/report?period=Y")).await;
    browser.follow("9.212,5").await;
    browser.sees("Báo cáo số 45/BC-UBND").await;
    browser.go(&product, &format!("{movement}/report?period=Y")).await;
    browser.follow("Tải bản Word").await;
    let (name, report) = browser.downloaded(".docx").await;
    assert!(name.starts_with("bao-cao-tong-ket"), "{name} says what it is");
    assert!(report.starts_with(b"PK"), "a Word file");
    browser.follow("Tải bản PDF").await;
    let (_, report) = browser.downloaded(".pdf").await;
    assert!(report.starts_with(b"%PDF-"), "a PDF file");
    browser.close().await;
}

#[tokio::test]
async fn the_five_movements_of_the_demo_are_followed_from_line_to_report() {
    let product = Product::with_demo();
    let browser = Browser::start(true).await;
    browser.sign_in(&product, "quan-tri").await;
    browser.go(&product, "/movements").await;
    assert_eq!(browser.count("table.data tbody tr").await, 5);
    let movements = browser.links("table.data th a").await;
    for movement in movements {
        browser.visit(&movement).await;
        browser.sees("Số liệu minh họa").await;
        browser.visit(&format!("{movement}/targets")).await;
        browser.click_css("table.data th a").await;
        browser.click_css("ol.thread a").await;
        assert!(browser.path().await.starts_with("/plans/"), "the number leads to its sentence");
        assert!(browser.count(".src-line:target mark").await == 1, "and the sentence is marked");
        browser.visit(&format!("{movement}/report")).await;
        browser.sees("Kết quả thực hiện các chỉ tiêu").await;
    }
    let lo_ku = browser.links_after(&product, "/movements", "Lơ Ku").await;
    browser.visit(&format!("{lo_ku}/targets")).await;
    browser.picture("targets").await;
    browser.close().await;
}

#[tokio::test]
async fn everything_works_without_javascript() {
    let product = Product::with_demo();
    let browser = Browser::start(false).await;
    browser.sign_in(&product, "binhson.baocao").await;
    browser.go(&product, "/movements").await;
    browser.click_css("table.data th a").await;
    browser.follow("Chỉ tiêu và số liệu").await;
    browser.follow("Cấp Giấy chứng nhận").await;
    browser.choose("#show-period", "Q3").await;
    browser.press("Xem").await;
    browser.arrives("period=Q3").await;
    browser.fill("#value", "1.302").await;
    browser.fill("#dated", "30/9/2025").await;
    browser.fill("#source", "Sổ cấp giấy").await;
    browser.press("Lưu số liệu").await;
    browser.sees("Đã lưu số liệu").await;
    browser.close().await;
}

#[tokio::test]
async fn pages_fit_a_phone_and_the_keyboard_finds_the_content() {
    let product = Product::with_demo();
    let browser = Browser::start(true).await;
    browser.sign_in(&product, "loku.thuongtruc").await;
    browser.size(360, 740).await;
    let movement = browser.links_after(&product, "/movements", "Lơ Ku").await;
    let plan = browser.links_after(&product, "/plans", "43/KH-UBND").await;
    for page in [
        product.at("/"),
        product.at("/account"),
        product.at("/account/second-factor"),
        movement.clone(),
        format!("{movement}/targets"),
        format!("{movement}/report"),
        plan,
    ] {
        browser.visit(&page).await;
        let over = browser
            .script("return document.documentElement.scrollWidth - document.documentElement.clientWidth")
            .await;
        assert_eq!(over.as_i64(), Some(0), "{page} fits the width of a phone");
    }
    browser.visit(&product.at("/")).await;
    browser.script("document.body.focus()").await;
    browser.client.find(Locator::Css("body")).await.expect("a body").send_keys("\u{e004}").await.expect("Tab");
    let focused = browser.script("return document.activeElement.className").await;
    assert_eq!(focused.as_str(), Some("skip"), "the first Tab stops at the link to the content");
    browser.close().await;
}
