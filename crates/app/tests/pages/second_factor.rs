//! The second factor: set up, asked for, taken once, recovered, reset.

use crate::units::form;
use crate::world::{Caller, World, clock, later, world, world_with};
use axum::http::{Method, StatusCode};
use ring::hmac;
use std::sync::Arc;
use thidua_app::face::routes::routes;
use thidua_app::{SecondFactor, Settings};

/// What an authenticator app does with the key that the page shows.
pub struct Phone(Vec<u8>);

impl Phone {
    pub fn reading(page: &str) -> Phone {
        let key = page.split("<code>").nth(1).and_then(|rest| rest.split("</code>").next()).expect("a key");
        let bits: String = key
            .bytes()
            .filter(|byte| *byte != b' ')
            .map(|byte| format!("{:05b}", if byte < b'A' { byte - b'2' + 26 } else { byte - b'A' }))
            .collect();
        let bytes = bits.as_bytes().chunks_exact(8);
        Phone(
            bytes
                .map(|eight| u8::from_str_radix(std::str::from_utf8(eight).expect("text"), 2).expect("a byte"))
                .collect(),
        )
    }

    pub fn code(&self) -> String {
        let step = clock().and_utc().timestamp() / 30;
        let key = hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, &self.0);
        let tag = hmac::sign(&key, &u64::try_from(step).expect("a step").to_be_bytes());
        let at = usize::from(tag.as_ref()[19] & 15);
        let number = u32::from_be_bytes(tag.as_ref()[at..at + 4].try_into().expect("four bytes")) & 0x7fff_ffff;
        format!("{:06}", number % 1_000_000)
    }
}

/// Another six digits.
fn wrong(code: &str) -> String {
    format!("{:06}", (code.parse::<u32>().expect("a number") + 1) % 1_000_000)
}

/// Sets up an authenticator; the phone and the recovery codes.
pub async fn enrol(caller: &Caller) -> (Phone, Vec<String>) {
    let page = caller.get("/account/second-factor").await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    let phone = Phone::reading(&page.text());
    let done = caller.post("/account/second-factor", &format!("code={}", phone.code())).await;
    assert_eq!(done.status, StatusCode::OK, "{}", done.text());
    let text = done.text();
    let codes: Vec<String> =
        text.split("<li><code>").skip(1).map(|rest| rest.split('<').next().expect("a code").to_owned()).collect();
    (phone, codes)
}

/// Gives the right password; the page of the second step waits.
async fn half_way(world: &Arc<World>, login: &str) -> Caller {
    let password = &world.sign_ins.iter().find(|one| one.login == login).expect("a sign-in").password;
    let mut caller = Caller::stranger(world);
    let answer = caller.post("/sign-in", &format!("login={login}&password={password}&next=%2Fplans")).await;
    assert_eq!(answer.location, "/sign-in/second?next=/plans");
    caller.keep(&answer);
    caller
}

fn required() -> Settings {
    Settings { second_factor: SecondFactor::Required { after_days: 0 }, ..Settings::default() }
}

#[tokio::test]
async fn whoever_signs_or_administers_does_nothing_before_the_second_factor_is_set_up() {
    let world = world_with(required()).await;
    for login in ["quan-tri", "loku.thutruong"] {
        let caller = Caller::signed_in(&world, login).await;
        for path in ["/", "/plans", "/accounts", "/audit", "/account", "/no-such-page"] {
            let answer = caller.get(path).await;
            if path == "/no-such-page" {
                assert_eq!(answer.status, StatusCode::NOT_FOUND);
            } else {
                assert_eq!(answer.location, "/account/second-factor", "{login} {path}");
            }
        }
        let refused = caller.post("/plans", "").await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
        assert!(refused.text().contains("xác thực hai bước"));
        let page = caller.get("/account/second-factor").await.text();
        assert!(page.contains("Thiết lập xong mới dùng được các trang khác") && !page.contains("href=\"/plans\""));
        let picture = caller.get("/account/second-factor/qr.svg").await;
        assert_eq!(picture.headers["content-type"], "image/svg+xml");
        assert!(picture.text().starts_with("<svg") && !picture.text().contains("style="));
        let (phone, codes) = enrol(&caller).await;
        assert_eq!(codes.len(), 10);
        assert_eq!(caller.get("/plans").await.status, StatusCode::OK, "{login} is inside");
        let page = caller.get("/account").await.text();
        assert!(page.contains("Còn 10 mã khôi phục") && !page.contains(&codes[0]), "shown once");
        drop(phone);
    }
    // who only reports is let in with a password
    assert_eq!(Caller::signed_in(&world, "loku.baocao").await.get("/plans").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_power_to_sign_asks_for_the_second_factor_from_the_next_page_on() {
    let world = world_with(required()).await;
    let admin = Caller::signed_in(&world, "quan-tri").await;
    enrol(&admin).await;
    let person = Caller::signed_in(&world, "loku.xem").await;
    assert_eq!(person.get("/plans").await.status, StatusCode::OK);
    let accounts = world.app.store().accounts().await.expect("read");
    let id = &accounts.iter().find(|one| one.login == "loku.xem").expect("an account").id;
    let unit = "Ủy ban nhân dân huyện Bình Sơn";
    let power = form(&[("role", "signatory"), ("unit", unit), ("reason", "QĐ số 12")]);
    let given = admin.post(&format!("/accounts/{id}/powers"), &power).await;
    assert_eq!(given.status, StatusCode::SEE_OTHER, "{}", given.text());
    assert_eq!(person.get("/plans").await.location, "/account/second-factor");
    enrol(&person).await;
    assert_eq!(person.get("/plans").await.status, StatusCode::OK);
}

#[tokio::test]
async fn every_address_but_those_of_setting_it_up_waits_for_the_second_factor() {
    let world = world_with(required()).await;
    let caller = Caller::signed_in(&world, "quan-tri").await;
    let mut open = Vec::new();
    for route in routes() {
        if format!("{:?}", route.guard) == "Entering" {
            open.push(format!("{} {}", route.method, route.path));
            continue;
        }
        let path = route.path.replace(['{', '}'], "x");
        let answer =
            if route.method == Method::GET { caller.get(&path).await } else { caller.post(&path, "").await };
        let waits = match answer.status {
            StatusCode::SEE_OTHER => answer.location == "/account/second-factor",
            status => status == StatusCode::FORBIDDEN && answer.text().contains("xác thực hai bước"),
        };
        let public = format!("{:?}", route.guard) == "Public";
        assert_eq!(waits, !public, "{} {} answers {}", route.method, route.path, answer.status);
    }
    let expected = [
        "POST /sign-out",
        "GET /account/second-factor",
        "POST /account/second-factor",
        "GET /account/second-factor/qr.svg",
        "POST /account/passkeys",
    ];
    assert_eq!(open, expected);
}

#[tokio::test]
async fn days_of_grace_end() {
    let settings = Settings { second_factor: SecondFactor::Required { after_days: 3 }, ..Settings::default() };
    let world = world_with(settings).await;
    let head = Caller::signed_in(&world, "loku.thutruong").await;
    assert_eq!(head.get("/plans").await.status, StatusCode::OK);
    assert!(head.get("/account").await.text().contains("bắt buộc có xác thực hai bước kể từ ngày"));
    later(3 * 24 * 3600);
    let head = Caller::signed_in(&world, "loku.thutruong").await;
    assert_eq!(head.get("/plans").await.location, "/account/second-factor");
}

#[tokio::test]
async fn the_second_step_opens_with_a_code_that_is_taken_once() {
    let world = world().await;
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    assert!(clerk.get("/account").await.text().contains("Bản chạy thử này không bắt buộc"));
    let (phone, _) = enrol(&clerk).await;

    // between password and code nothing is open
    let mut half = half_way(&world, "loku.thuongtruc").await;
    assert!(half.get("/plans").await.location.starts_with("/sign-in"));
    assert_eq!(half.post("/plans", "").await.status, StatusCode::UNAUTHORIZED);
    assert!(half.get("/account/second-factor").await.location.starts_with("/sign-in"));
    let page = half.get("/sign-in/second?next=/plans").await;
    assert!(page.text().contains("Xác thực bước hai") && page.text().contains("one-time-code"));

    // the code that set it up was taken; a wrong one is refused
    let used = half.post("/sign-in/second", &format!("code={}&next=%2Fplans", phone.code())).await;
    assert_eq!(used.status, StatusCode::UNPROCESSABLE_ENTITY, "taken when it was set up");
    later(30);
    let other = half.post("/sign-in/second", &format!("code={}&next=%2Fplans", wrong(&phone.code()))).await;
    assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(other.text().contains("Còn 3 lần thử"));
    let before = half.cookie("thidua_session");
    let code = phone.code();
    let open = half.post("/sign-in/second", &format!("code={code}&next=%2Fplans")).await;
    assert_eq!((open.status, open.location.as_str()), (StatusCode::SEE_OTHER, "/plans"));
    half.keep(&open);
    assert_ne!(half.cookie("thidua_session"), before, "the open session has a token of its own");
    assert_eq!(half.get("/plans").await.status, StatusCode::OK);

    // the same code again, and the half session that became a whole one
    let again = half_way(&world, "loku.thuongtruc").await;
    let answer = again.post("/sign-in/second", &format!("code={code}")).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "a code is taken once");
    let mut old = Caller::stranger(&world);
    old.cookies = format!("thidua_session={before}");
    assert_eq!(old.get("/sign-in/second").await.location, "/sign-in");

    // a half session does not wait for ever
    let late = half_way(&world, "loku.thuongtruc").await;
    later(601);
    let answer = late.post("/sign-in/second", &format!("code={}", phone.code())).await;
    assert_eq!(answer.location, "/sign-in");
}

#[tokio::test]
async fn the_sixth_wrong_code_is_not_even_tried() {
    let world = world().await;
    let (phone, codes) = enrol(&Caller::signed_in(&world, "loku.thuongtruc").await).await;
    later(60);
    let half = half_way(&world, "loku.thuongtruc").await;
    for _ in 0..5 {
        let answer = half.post("/sign-in/second", &format!("code={}", wrong(&phone.code()))).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    // nor a right one, nor a recovery code, nor after giving the password again
    for code in [phone.code(), codes[0].clone()] {
        let answer = half.post("/sign-in/second", &format!("code={code}")).await;
        assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
    }
    let again = half_way(&world, "loku.thuongtruc").await;
    let answer = again.post("/sign-in/second", &format!("code={}", phone.code())).await;
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
    later(901);
    let again = half_way(&world, "loku.thuongtruc").await;
    let answer = again.post("/sign-in/second", &format!("code={}", phone.code())).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "a quarter of an hour later");
}

#[tokio::test]
async fn a_recovery_code_opens_once_and_the_app_can_be_replaced() {
    let world = world().await;
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    let (phone, codes) = enrol(&clerk).await;
    let mut half = half_way(&world, "loku.thuongtruc").await;
    let typed = codes[3].to_lowercase().replace('-', "+");
    let open = half.post("/sign-in/second", &format!("code={typed}")).await;
    assert_eq!(open.status, StatusCode::SEE_OTHER);
    half.keep(&open);
    assert!(half.get("/account").await.text().contains("Còn 9 mã khôi phục"));
    let again = half_way(&world, "loku.thuongtruc").await;
    let used = again.post("/sign-in/second", &format!("code={typed}")).await;
    assert_eq!(used.status, StatusCode::UNPROCESSABLE_ENTITY, "once");

    // new codes end the old ones; both ask for a code first
    let refused = half.post("/account/recovery-codes", "code=").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let beside = refused.text().split("name=\"code\"").nth(1).expect("the field").contains("id=\"code-new-error\"");
    assert!(beside, "the message stands at its field");
    later(30);
    let new = half.post("/account/recovery-codes", &format!("code={}", phone.code())).await;
    assert!(new.text().contains("Mã khôi phục") && !new.text().contains(&codes[0]));
    let old = half.post("/account/second-factor/remove", &format!("code={}", codes[0])).await;
    assert_eq!(old.status, StatusCode::UNPROCESSABLE_ENTITY);
    later(30);
    let removed = half.post("/account/second-factor/remove", &format!("code={}", phone.code())).await;
    assert_eq!(removed.location, "/account?done=factor-removed");
    assert_eq!(clerk.get("/").await.status, StatusCode::SEE_OTHER, "the other session has ended");
    let (second, _) = enrol(&half).await;
    assert_ne!(second.0, phone.0, "another session offers another secret");
}

#[tokio::test]
async fn an_administrator_resets_a_second_factor_and_the_password_with_it() {
    let world = world().await;
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    enrol(&clerk).await;
    let admin = Caller::signed_in(&world, "quan-tri").await;
    let accounts = world.app.store().accounts().await.expect("read");
    let id = |login: &str| accounts.iter().find(|one| one.login == login).expect("an account").id.clone();
    assert!(admin.get("/accounts").await.text().contains("có xác thực hai bước"));
    let clerks = format!("/accounts/{}/second-factor/reset", id("loku.thuongtruc"));
    assert_eq!(clerk.post(&clerks, "").await.status, StatusCode::FORBIDDEN);
    let own = admin.post(&format!("/accounts/{}/second-factor/reset", id("quan-tri")), "").await;
    assert_eq!(own.status, StatusCode::UNPROCESSABLE_ENTITY, "not one's own");
    let answer = admin.post(&clerks, "").await.text();
    let code = answer.split("Mã một lần: ").nth(1).and_then(|rest| rest.get(..19)).expect("a code").to_owned();
    assert_eq!(clerk.get("/").await.status, StatusCode::SEE_OTHER, "sessions end");
    let password = &world.sign_ins.iter().find(|one| one.login == "loku.thuongtruc").expect("one").password;
    let old =
        Caller::stranger(&world).post("/sign-in", &format!("login=loku.thuongtruc&password={password}")).await;
    assert_eq!(old.status, StatusCode::UNPROCESSABLE_ENTITY, "the password alone opens nothing");
    let stranger = Caller::stranger(&world);
    stranger.post("/set-password", &format!("login=loku.thuongtruc&code={code}&password=con+duong+lua+chin")).await;
    let inside = stranger.post("/sign-in", "login=loku.thuongtruc&password=con+duong+lua+chin").await;
    assert_eq!(inside.location, "/", "nothing is asked besides it");
    let log = admin.get("/audit").await.text();
    for told in ["đặt lại xác thực hai bước, cấp mã một lần", "thiết lập xác thực hai bước"]
    {
        assert!(log.contains(told), "{told}");
    }
}

#[tokio::test]
async fn no_secret_of_a_second_factor_stands_in_the_database() {
    let world = world().await;
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    let key = clerk.get("/account/second-factor").await.text();
    let key: String = key.split("<code>").nth(1).and_then(|rest| rest.split('<').next()).expect("a key").into();
    let (phone, codes) = enrol(&clerk).await;
    let accounts = world.app.store().accounts().await.expect("read");
    let id = &accounts.iter().find(|one| one.login == "loku.thuongtruc").expect("an account").id;
    let kept = world.app.store().authenticator(id).await.expect("read").expect("enrolled").sealed;
    let opened = world.app.sealing().open(&format!("authenticator:{id}"), &kept).expect("opened");
    assert_eq!(opened, phone.0);
    assert!(world.app.sealing().open("authenticator:another", &kept).is_err(), "bound to its account");
    // what lies in the file, journal included
    let mut bytes = Vec::new();
    for file in std::fs::read_dir(world.folder()).expect("a folder") {
        let file = file.expect("a file");
        if file.file_name().to_string_lossy().starts_with("thidua.sqlite") {
            bytes.extend(std::fs::read(file.path()).expect("read"));
        }
    }
    let holds = |what: &[u8]| bytes.windows(what.len()).any(|window| window == what);
    assert!(holds(kept.as_bytes()), "this is the right file");
    assert!(!holds(&phone.0) && !holds(key.as_bytes()) && !holds(key.replace(' ', "").as_bytes()));
    assert!(codes.iter().all(|code| !holds(code.as_bytes())));
}
