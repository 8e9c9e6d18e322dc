//! Changing one's own password.

use crate::units::form;
use crate::world::{Answer, Caller, World, world};
use axum::http::StatusCode;
use std::sync::Arc;

const NEW: &str = "con duong lua chin";

fn old(world: &Arc<World>, login: &str) -> String {
    world.sign_ins.iter().find(|one| one.login == login).expect("a sign-in").password.clone()
}

async fn change(who: &Caller, old: &str, new: &str, again: &str) -> Answer {
    who.post("/account/password", &form(&[("old", old), ("new", new), ("again", again)])).await
}

async fn enters(world: &Arc<World>, login: &str, password: &str) -> bool {
    let sent = form(&[("login", login), ("password", password)]);
    Caller::stranger(world).post("/sign-in", &sent).await.status == StatusCode::SEE_OTHER
}

#[tokio::test]
async fn who_knows_the_old_password_sets_a_new_one_and_other_sessions_and_the_calendar_address_end() {
    let world = world().await;
    let login = "loku.thuongtruc";
    let here = Caller::signed_in(&world, login).await;
    let there = Caller::signed_in(&world, login).await;
    let given = here.post("/calendar/address", "").await.text();
    let feed =
        given.split("http://thidua.test").nth(1).and_then(|rest| rest.split('<').next()).expect("an address");
    assert_eq!(Caller::stranger(&world).get(feed).await.status, StatusCode::OK);
    let known = old(&world, login);
    let changed = change(&here, &known, NEW, NEW).await;
    assert_eq!((changed.status, &*changed.location), (StatusCode::SEE_OTHER, "/account?done=password-changed"));
    let page = here.get(&changed.location).await.text();
    assert!(page.contains("Đã đổi mật khẩu") && page.contains("tạo địa chỉ mới ở trang Lịch"), "{page}");
    assert_eq!(there.get("/plans").await.status, StatusCode::SEE_OTHER, "the other session has ended");
    assert_eq!(here.get("/plans").await.status, StatusCode::OK, "this one stays");
    assert_eq!(Caller::stranger(&world).get(feed).await.status, StatusCode::NOT_FOUND, "the address has ended");
    assert!(!enters(&world, login, &known).await && enters(&world, login, NEW).await);
    let admin = Caller::signed_in(&world, "quan-tri").await;
    assert!(admin.get("/audit").await.text().contains("đổi mật khẩu của mình"));
}

#[tokio::test]
async fn a_wrong_old_password_a_weak_one_and_two_that_differ_are_refused_beside_their_field() {
    let world = world().await;
    let login = "loku.baocao";
    let who = Caller::signed_in(&world, login).await;
    let known = old(&world, login);
    let cases = [
        (known.as_str(), "ngan", "ngan", "password-new-error", "ít nhất 10 ký tự"),
        (&known, "toi la loku.baocao", "toi la loku.baocao", "password-new-error", "không được chứa tên đăng nhập"),
        (&known, "            ", "            ", "password-new-error", "4 ký tự khác nhau"),
        (&known, &known, &known, "password-new-error", "phải khác"),
        (&known, NEW, "con duong lua muoi", "password-again-error", "không giống nhau"),
        ("khong phai mat khau", NEW, NEW, "password-old-error", "chưa đúng"),
    ];
    for (old, new, again, field, says) in cases {
        let refused = change(&who, old, new, again).await;
        let text = refused.text();
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{says}");
        let beside = text.split(&format!("id=\"{field}\"")).nth(1).unwrap_or_else(|| panic!("{field}: {text}"));
        assert!(beside.split("</p>").next().is_some_and(|said| said.contains(says)), "{says}: {beside}");
        assert!(!text.contains(&format!("value=\"{new}\"")), "a password is never sent back");
    }
    assert!(enters(&world, login, &known).await, "nothing changed");
    let mut guess = change(&who, "khong phai mat khau", NEW, NEW).await.status;
    for _ in 0..10 {
        guess = change(&who, "khong phai mat khau", NEW, NEW).await.status;
    }
    assert_eq!(guess, StatusCode::TOO_MANY_REQUESTS, "guessed no more often than at the door");
}
