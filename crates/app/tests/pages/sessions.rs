//! Sessions: listed, ended one by one, ended by the administrator; browsers that are new.

use crate::world::{Caller, later, world};
use axum::http::StatusCode;

#[tokio::test]
async fn sessions_are_listed_with_their_browser_and_ended_one_by_one() {
    let world = world().await;
    let here = Caller::signed_in(&world, "loku.baocao").await;
    let firefox = "Mozilla/5.0 (Windows NT 10.0; rv:133.0) Gecko/20100101 Firefox/133.0";
    let there = Caller::signed_in_with(&world, "loku.baocao", firefox).await;
    let third = Caller::signed_in(&world, "loku.baocao").await;
    let page = here.get("/account").await.text();
    assert_eq!(page.matches("/account/sessions/").count(), 2 + 1, "two others, and all others");
    assert_eq!(page.matches("phiên này").count(), 1);
    assert!(page.contains("Firefox, Windows") && page.contains("Trình duyệt khác"));
    let row = page.split("Firefox, Windows").nth(1).expect("a row");
    let end = row.split("action=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("an address");
    let stranger = Caller::signed_in(&world, "loku.xem").await;
    assert_eq!(stranger.post(end, "").await.status, StatusCode::NOT_FOUND, "another's session");
    assert_eq!(there.get("/plans").await.status, StatusCode::OK);
    assert_eq!(here.post(end, "").await.location, "/account?done=sessions");
    assert_eq!(there.get("/plans").await.status, StatusCode::SEE_OTHER, "it has ended");
    assert_eq!(third.get("/plans").await.status, StatusCode::OK);
    assert_eq!(here.post("/account/sessions/end-others", "").await.status, StatusCode::SEE_OTHER);
    assert_eq!(third.get("/plans").await.status, StatusCode::SEE_OTHER);
    assert_eq!(here.get("/plans").await.status, StatusCode::OK);
    assert_eq!(stranger.get("/plans").await.status, StatusCode::OK, "nobody else's");
}

#[tokio::test]
async fn use_is_noted_to_a_few_minutes_and_a_session_ends_after_twelve_hours() {
    let world = world().await;
    let caller = Caller::signed_in(&world, "loku.baocao").await;
    let accounts = world.app.store().accounts().await.expect("read");
    let id = &accounts.iter().find(|one| one.login == "loku.baocao").expect("an account").id;
    let seen = async || {
        let lines = world.app.store().sessions_of(id, crate::world::clock()).await.expect("read");
        lines[0].seen_at - lines[0].opened_at
    };
    later(60);
    caller.get("/plans").await;
    assert_eq!(seen().await.num_seconds(), 0, "not at every request");
    later(300);
    caller.get("/plans").await;
    assert!(seen().await.num_seconds() >= 360);
    later(12 * 3600);
    assert_eq!(caller.get("/plans").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn an_administrator_ends_the_sessions_of_an_account() {
    let world = world().await;
    let caller = Caller::signed_in(&world, "loku.baocao").await;
    let admin = Caller::signed_in(&world, "quan-tri").await;
    let accounts = world.app.store().accounts().await.expect("read");
    let id = &accounts.iter().find(|one| one.login == "loku.baocao").expect("an account").id;
    let done = admin.post(&format!("/accounts/{id}/sessions/end"), "").await;
    assert_eq!(done.location, "/accounts?done=sessions");
    assert_eq!(caller.get("/plans").await.status, StatusCode::SEE_OTHER);
    assert_eq!(Caller::signed_in(&world, "loku.baocao").await.get("/plans").await.status, StatusCode::OK);
    assert!(admin.get("/audit").await.text().contains("kết thúc các phiên đăng nhập"));
}

#[tokio::test]
async fn a_sign_in_from_a_new_browser_stands_in_the_log_and_the_next_one_does_not() {
    let world = world().await;
    let admin = Caller::signed_in(&world, "quan-tri").await;
    let entries = async || admin.get("/audit").await.text().matches("đăng nhập từ trình duyệt mới").count();
    let before = entries().await;
    let mut caller = Caller::signed_in(&world, "loku.baocao").await;
    assert_eq!(entries().await, before + 1);
    let password = &world.sign_ins.iter().find(|one| one.login == "loku.baocao").expect("one").password;
    let form = format!("login=loku.baocao&password={password}");
    caller.post("/sign-out", "").await;
    let again = caller.post("/sign-in", &form).await;
    caller.keep(&again);
    assert_eq!(caller.get("/plans").await.status, StatusCode::OK);
    assert_eq!(entries().await, before + 1, "the browser is known");
    let known = caller.cookie("thidua_browser");
    let set =
        again.headers.get_all("set-cookie").iter().filter(|one| one.to_str().is_ok_and(|one| one.contains(&known)));
    assert_eq!(set.count(), 0, "and keeps its cookie");
}
