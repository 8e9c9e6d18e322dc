//! The ceremonies of passkeys in a real Chromium, with the driver's virtual authenticator in place of a USB key.

use crate::driver::{Browser, Product};
use axum::http::Method;
use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::{Value, json};
use url::{ParseError, Url};

/// Plugs a key in, or asks it: an extension of WebDriver.
#[derive(Debug)]
struct Key(String, Method, Option<Value>);

impl WebDriverCompatibleCommand for Key {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/webauthn/authenticator{}", session.unwrap_or_default(), self.0))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (self.1.clone(), self.2.as_ref().map(Value::to_string))
    }
}

async fn plug_in(browser: &Browser) -> String {
    let kind = json!({"protocol": "ctap2", "transport": "usb", "hasResidentKey": false,
                      "hasUserVerification": false, "isUserConsenting": true});
    let made = browser.client.issue_cmd(Key(String::new(), Method::POST, Some(kind))).await.expect("a key");
    made.as_str().expect("its name").to_owned()
}

async fn credentials(browser: &Browser, key: &str) -> Vec<Value> {
    let asked = Key(format!("/{key}/credentials"), Method::GET, None);
    browser.client.issue_cmd(asked).await.expect("asked").as_array().expect("a list").clone()
}

async fn give_password(browser: &Browser, product: &Product, login: &str) {
    browser.go(product, "/sign-in?next=/account").await;
    browser.fill("#login", login).await;
    browser.fill("#password", &product.password(login)).await;
    browser.press("Đăng nhập").await;
}

#[tokio::test]
async fn a_passkey_is_added_and_signs_in_in_a_real_browser() {
    let product = Product::with_demo_under_a_name();
    let browser = Browser::start(true).await;
    let key = plug_in(&browser).await;
    give_password(&browser, &product, "loku.thutruong").await;
    browser.sees("không bắt buộc xác thực hai bước").await;
    browser.fill("#passkey-name", "Khóa USB trong két").await;
    browser.press("Thêm khóa truy cập").await;
    browser.sees("Đã thiết lập xác thực hai bước").await;
    let code = browser.css("ul.codes code").await.text().await.expect("a recovery code");
    let made = credentials(&browser, &key).await;
    assert_eq!((made.len(), made[0]["rpId"].as_str()), (1, Some("localhost")));
    browser.go(&product, "/account").await;
    browser.sees("Khóa USB trong két").await;
    browser.sign_out(&product).await;

    // the password alone stops half way; the key goes on
    give_password(&browser, &product, "loku.thutruong").await;
    browser.sees("Xác thực bước hai").await;
    browser.go(&product, "/plans").await;
    browser.css("#login").await;
    give_password(&browser, &product, "loku.thutruong").await;
    browser.press("Dùng khóa truy cập").await;
    browser.arrives("/account").await;
    browser.sees("mật khẩu và khóa truy cập").await;
    let used = credentials(&browser, &key).await;
    assert!(used[0]["signCount"].as_u64() > made[0]["signCount"].as_u64(), "the key has signed");
    browser.sign_out(&product).await;

    // the key stays away: the page says so, and a recovery code opens
    browser.client.issue_cmd(Key(format!("/{key}"), Method::DELETE, None)).await.expect("unplugged");
    let other = plug_in(&browser).await;
    assert!(credentials(&browser, &other).await.is_empty());
    give_password(&browser, &product, "loku.thutruong").await;
    browser.press("Dùng khóa truy cập").await;
    browser.sees("Trình duyệt không nhận được khóa truy cập").await;
    browser.fill("#code", &code.to_lowercase()).await;
    browser.press("Tiếp tục").await;
    browser.arrives("/account").await;
    browser.sees("Còn 9 mã khôi phục").await;

    // and takes the lost key off
    browser.fill("section td input[name=code]", &code).await;
    browser.press("Bỏ").await;
    browser.sees("Mã chưa đúng, đã dùng").await;
    browser.sees("Khóa USB trong két").await;
    browser.close().await;
}

#[tokio::test]
async fn without_javascript_the_second_step_takes_a_code() {
    let product = Product::with_demo_under_a_name();
    let browser = Browser::start(true).await;
    plug_in(&browser).await;
    give_password(&browser, &product, "loku.thuongtruc").await;
    browser.press("Thêm khóa truy cập").await;
    browser.sees("Đã thiết lập xác thực hai bước").await;
    let code = browser.css("ul.codes code").await.text().await.expect("a recovery code");
    browser.close().await;
    let plain = Browser::start(false).await;
    give_password(&plain, &product, "loku.thuongtruc").await;
    plain.sees("Xác thực bước hai").await;
    let form = plain.css("form[data-passkey]").await;
    assert!(!form.is_displayed().await.expect("asked"), "what cannot work is not shown");
    plain.fill("#code", &code).await;
    plain.press("Tiếp tục").await;
    plain.arrives("/account").await;
    plain.sees("mật khẩu và mã khôi phục").await;
    plain.close().await;
}
