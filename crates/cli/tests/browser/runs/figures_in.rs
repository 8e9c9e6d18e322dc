//! Figures into a report by keyboard, by pasting a block of cells, and on a phone.

use super::{add_person, open_tab, sign_in_as};
use crate::driver::{Browser, Product};
use fantoccini::key::Key;

const PASTE: &str = "var data = new DataTransfer(); data.setData('text/plain', arguments[1]);
    arguments[0].dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));";

async fn value(browser: &Browser, selector: &str, at: usize) -> String {
    let script = "return document.querySelectorAll(arguments[0])[arguments[1]].value";
    let found = browser.client.execute(script, vec![selector.into(), at.into()]).await.expect("a value");
    found.as_str().unwrap_or_default().to_owned()
}

async fn focused(browser: &Browser) -> String {
    let found = browser.client.execute("return document.activeElement.name || ''", Vec::new()).await;
    found.expect("a name").as_str().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn a_grid_is_walked_by_keyboard_takes_a_block_of_cells_and_a_phone_one_target_at_a_time() {
    let product = Product::with_demo();
    let browser = Browser::start(true).await;
    add_person(&browser, &product, "lang1.baocao", "Người báo cáo số liệu", "Làng minh họa 1").await;

    // the commune asks for reports
    browser.sign_in(&product, "loku.thuongtruc").await;
    let movement = open_tab(&browser, &product, "Báo cáo của đơn vị").await;
    if browser.count("#due-Q3").await > 0 {
        if browser.count("input[name='open-Q3']:checked").await == 0 {
            browser.click_css("input[name='open-Q3']").await;
        }
        browser.fill("#due-Q3", "01/12/2099").await;
    } else {
        browser.choose("#other", "Q3").await;
        browser.fill("#due-other", "01/12/2099").await;
    }
    browser.click_css("#open .btn-primary").await;
    browser.css("input[name='sure'], table.data th a[href^='/rounds/']").await;
    if browser.count("input[name='sure']").await > 0 {
        browser.click_css("input[name='sure']").await;
        browser.click_css("#open .btn-primary").await;
    }
    browser.css("table.data th a[href^='/rounds/']").await;
    let rounds = "//main//th/a[contains(., '9 tháng')]";
    let round = browser.client.find(fantoccini::Locator::XPath(rounds)).await.expect("the round");
    let round = round.prop("href").await.expect("asked").expect("an address");
    browser.sign_out(&product).await;

    // the village begins its report and fills the grid
    sign_in_as(&browser, &product, "lang1.baocao").await;
    browser.visit(&round).await;
    browser.click_css("form[action$='/begin'] button").await;
    browser.arrives("/reports/").await;
    let report = browser.path().await.split('?').next().expect("a path").to_owned();
    let figures = "table[data-grid] input[name^='v-']";
    assert!(browser.count(figures).await > 3, "the village answers the targets of the plan");
    browser.sees("phím mũi tên").await;

    let first = browser.css(figures).await;
    first.send_keys("12,5").await.expect("typed");
    let name = focused(&browser).await;
    first.send_keys(&Key::Enter.to_string()).await.expect("typed");
    let below = focused(&browser).await;
    assert!(below.starts_with("v-") && below != name, "Enter leads down the column: {below}");
    assert_eq!(value(&browser, figures, 0).await, "12,5", "and sends nothing");
    let field = browser.client.active_element().await.expect("a field");
    field.send_keys(&Key::Up.to_string()).await.expect("typed");
    assert_eq!(focused(&browser).await, name, "the arrow leads back up");

    // a block copied from a spreadsheet fills to the right and down
    let cell = serde_json::to_value(browser.css(figures).await).expect("an element");
    let block = "812,5\n1.234,50\n7\n";
    browser.client.execute(PASTE, vec![cell, block.into()]).await.expect("pasted");
    browser.sees("Đã dán 3 ô").await;
    for (at, expected) in ["812,5", "1.234,50", "7"].into_iter().enumerate() {
        assert_eq!(value(&browser, figures, at).await, expected);
    }
    let dated = "table[data-grid] input[name^='t-']";
    let cell = serde_json::to_value(browser.css(dated).await).expect("an element");
    let block = "30/9/2022\tBáo cáo số 5\n30/9/2022\tBáo cáo số 6";
    browser.client.execute(PASTE, vec![cell, block.into()]).await.expect("pasted");
    browser.sees("Đã dán 4 ô").await;
    assert_eq!(value(&browser, dated, 1).await, "30/9/2022");
    assert_eq!(value(&browser, "table[data-grid] input[name^='s-']", 1).await, "Báo cáo số 6");
    browser.picture("grid").await;
    browser.press("Lưu").await;
    browser.arrives("done=saved").await;
    assert_eq!(value(&browser, figures, 0).await, "812,5", "what was pasted is kept");

    // a table pasted as text is shown row by row before it is taken over
    browser.go(&product, &report).await;
    browser.follow("Nhập bằng Excel, dán bảng").await;
    let table = "Chỉ tiêu;Thực hiện;Ngày;Nguồn\nTổng sản lượng lương thực;850;30/9/2022;Báo cáo số 9\n\
                 Trồng hoa;5;;\n";
    browser.fill("#pasted", table).await;
    browser.press("Đọc bảng vừa dán").await;
    browser.arrives("/uploads/").await;
    browser.sees("Là chỉ tiêu nào?").await;
    browser.picture("figures-review").await;
    browser.press("Nhận các dòng đã đánh dấu").await;
    browser.arrives("done=figures").await;
    assert_eq!(value(&browser, figures, 0).await, "850");
    browser.client.back().await.expect("back");
    browser.go(&product, &format!("{report}/workbook")).await;
    browser.follow("Bảng dán trực tiếp").await;
    browser.press("Rút lại cả bảng").await;
    browser.arrives("done=undone").await;
    browser.go(&product, &report).await;
    assert_eq!(value(&browser, figures, 0).await, "812,5", "as before the table was taken over");

    // one target at a time, on a phone
    browser.client.set_window_size(390, 844).await.expect("a phone");
    browser.go(&product, &format!("{report}/phone?at=0")).await;
    assert_eq!(value(&browser, "#v", 0).await, "812,5");
    browser.picture("phone").await;
    let wider = "return document.documentElement.scrollWidth > window.innerWidth + 1";
    let wider = browser.client.execute(wider, Vec::new()).await.expect("asked");
    assert_eq!(wider.as_bool(), Some(false), "nothing stands beyond the edge of a phone");
    browser.fill("#v", "813").await;
    browser.press("Lưu, sang chỉ tiêu sau").await;
    browser.arrives("at=1").await;
    browser.go(&product, &format!("{report}/phone?at=0")).await;
    assert_eq!(value(&browser, "#v", 0).await, "813");
    assert!(movement.contains("/movements/"));
    browser.close().await;
}
