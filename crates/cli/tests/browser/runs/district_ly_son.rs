//! Huyện Lý Sơn 2022.

use super::{add_person, derive_plan, launch_plan, number_plan, open_tab, sign_in_as};
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
