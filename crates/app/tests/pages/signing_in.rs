//! Accounts: the first administrator, one-time codes, sessions, forged requests.

use crate::world::{Caller, empty_world, world};
use axum::http::StatusCode;
use thidua_app::accounts::actions::first_administrator;

#[tokio::test]
async fn the_first_administrator_is_made_with_a_one_time_code() {
    let world = empty_world().await;
    let (login, code) = first_administrator(&world.app).await.expect("made").expect("a code");
    let mut caller = Caller::stranger(&world);
    let form = |code: &str| format!("login={login}&code={code}&password=con+duong+lua+chin");
    let wrong = caller.post("/set-password", &form("AAAA-AAAA-AAAA-AAAA")).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let short = caller.post("/set-password", &format!("login={login}&code={code}&password=ngan")).await;
    assert!(short.text().contains("ít nhất 10 ký tự"));
    let set = caller.post("/set-password", &form(&code)).await;
    assert_eq!((set.status, set.location.as_str()), (StatusCode::SEE_OTHER, "/sign-in?done=password"));
    let again = caller.post("/set-password", &form(&code)).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "a code works once");
    let inside = caller.post("/sign-in", &format!("login={login}&password=con+duong+lua+chin")).await;
    assert_eq!(inside.status, StatusCode::SEE_OTHER);
    caller.keep(&inside);
    assert_eq!(caller.get("/accounts").await.status, StatusCode::OK);
    assert_eq!(first_administrator(&world.app).await.expect("asked"), None, "no second code once there is one");
}

#[tokio::test]
async fn an_authority_is_set_up_from_nothing() {
    let world = empty_world().await;
    let (login, code) = first_administrator(&world.app).await.expect("made").expect("a code");
    let mut admin = Caller::stranger(&world);
    admin.post("/set-password", &format!("login={login}&code={code}&password=con+duong+lua+chin")).await;
    let inside = admin.post("/sign-in", &format!("login={login}&password=con+duong+lua+chin")).await;
    admin.keep(&inside);
    assert!(admin.get("/").await.text().contains("Thêm cơ quan đầu tiên"));
    let name = "%E1%BB%A6y+ban+nh%C3%A2n+d%C3%A2n+x%C3%A3+A"; // Ủy ban nhân dân xã A
    let added = admin.post("/units", &format!("name={name}&kind=commune&parent=")).await;
    assert_eq!(added.status, StatusCode::SEE_OTHER);
    let twice = admin.post("/units", &format!("name={name}&kind=commune&parent=")).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
    let unit = world.app.store().units().await.expect("read").remove(0).id;
    let page = admin.post("/accounts", &format!("name=Van+thu&login=huong&role=standing-office&unit={unit}")).await;
    assert_eq!(page.status, StatusCode::OK);
    let text = page.text();
    let code =
        text.split("huong: ").nth(1).and_then(|rest| rest.get(..19)).expect("the code is shown once").to_owned();
    assert!(!admin.get("/accounts").await.text().contains(&code));
    let mut clerk = Caller::stranger(&world);
    clerk.post("/set-password", &format!("login=huong&code={code}&password=con+duong+lua+chin")).await;
    let inside = clerk.post("/sign-in", "login=huong&password=con+duong+lua+chin").await;
    clerk.keep(&inside);
    assert!(clerk.get("/plans").await.text().contains("Chưa có kế hoạch nào"));
    assert_eq!(clerk.get("/accounts").await.status, StatusCode::FORBIDDEN);
    let no_unit = admin.post("/accounts", "name=X&login=khong-co-quan&role=head&unit=").await;
    assert_eq!(no_unit.status, StatusCode::UNPROCESSABLE_ENTITY, "missing scope is no access");
}

#[tokio::test]
async fn the_sixth_wrong_password_is_not_even_tried() {
    let world = world().await;
    let caller = Caller::stranger(&world);
    for _ in 0..5 {
        let wrong = caller.post("/sign-in", "login=loku.xem&password=sai").await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let right = world.sign_ins.iter().find(|one| one.login == "loku.xem").expect("a sign-in").password.clone();
    let late = caller.post("/sign-in", &format!("login=loku.xem&password={right}")).await;
    assert_eq!(late.status, StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test]
async fn a_forged_request_from_another_site_is_refused() {
    let world = world().await;
    let caller = Caller::signed_in(&world, "loku.thutruong").await;
    use axum::body::Body;
    use tower::ServiceExt;
    let request = axum::http::Request::builder()
        .method("POST")
        .uri("/sign-out")
        .header("host", "thidua.test")
        .header("origin", "https://evil.example")
        .header("sec-fetch-site", "cross-site")
        .header("cookie", &caller.cookies)
        .body(Body::empty())
        .expect("a request");
    let response = world.router.clone().oneshot(request).await.expect("an answer");
    assert_eq!(response.status(), StatusCode::FORBIDDEN);
    assert_eq!(caller.get("/").await.status, StatusCode::OK, "the session goes on");
}

#[tokio::test]
async fn signing_out_and_locking_end_the_session() {
    let world = world().await;
    let clerk = Caller::signed_in(&world, "loku.baocao").await;
    let admin = Caller::signed_in(&world, "quan-tri").await;
    let accounts = world.app.store().accounts().await.expect("read");
    let id = &accounts.iter().find(|one| one.login == "loku.baocao").expect("an account").id;
    assert_eq!(clerk.get("/").await.status, StatusCode::OK);
    admin.post(&format!("/accounts/{id}/lock"), "").await;
    assert_eq!(clerk.get("/").await.status, StatusCode::SEE_OTHER);
    assert_eq!(admin.post("/sign-out", "").await.status, StatusCode::SEE_OTHER);
    assert_eq!(admin.get("/").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn no_password_or_token_stands_in_the_database() {
    let world = world().await;
    let caller = Caller::signed_in(&world, "loku.xem").await;
    let token = caller.cookie("thidua_session");
    for account in world.app.store().accounts().await.expect("read") {
        assert!(account.password_hash.expect("a hash").starts_with("$argon2id$"));
    }
    let now = thidua_app::now();
    assert!(
        world.app.store().account_of_session(&token, now).await.expect("read").is_none(),
        "only its hash is kept"
    );
}

#[tokio::test]
async fn strangers_cannot_send_much_and_typed_marks_do_not_lock_anybody_out() {
    let world = empty_world().await;
    let caller = Caller::stranger(&world);
    let flood = format!("login={}&password=x", "a".repeat(20_000));
    assert_eq!(caller.post("/sign-in", &flood).await.status, StatusCode::PAYLOAD_TOO_LARGE);
    let (login, code) = first_administrator(&world.app).await.expect("made").expect("a code");
    // the same password typed composed and decomposed
    let composed = "m%E1%BA%ADt+kh%E1%BA%A9u+d%C3%A0i"; // mật khẩu dài
    let decomposed = "ma%CC%A3%CC%82t+kha%CC%82%CC%89u+da%CC%80i";
    caller.post("/set-password", &format!("login={login}&code={code}&password={composed}")).await;
    let inside = caller.post("/sign-in", &format!("login={login}&password={decomposed}")).await;
    assert_eq!(inside.status, StatusCode::SEE_OTHER);
}
