//! Powers bound to a part of the tree and to days.

use crate::units::{form, unit_id};
use crate::world::{Caller, World, ids, world};
use axum::http::StatusCode;
use std::sync::Arc;

const LO_KU: &str = "Ủy ban nhân dân xã Lơ Ku";
const BINH_SON: &str = "Ủy ban nhân dân huyện Bình Sơn";

/// Makes an account through the pages and signs it in.
pub async fn account(world: &Arc<World>, admin: &Caller, login: &str, role: &str, unit: &str) -> Caller {
    let made =
        admin.post("/accounts", &form(&[("name", login), ("login", login), ("role", role), ("unit", unit)])).await;
    assert_eq!(made.status, StatusCode::OK, "{}", made.text());
    let page = made.text();
    let at = page.find(&format!("Mã một lần của {login}: ")).expect("a code")
        + format!("Mã một lần của {login}: ").len();
    let code = &page[at..at + 19];
    let mut person = Caller::stranger(world);
    person.post("/set-password", &format!("login={login}&code={code}&password=con+duong+lua+chin")).await;
    let inside = person.post("/sign-in", &format!("login={login}&password=con+duong+lua+chin")).await;
    assert_eq!(inside.status, StatusCode::SEE_OTHER, "{login} signs in");
    person.keep(&inside);
    person
}

#[tokio::test]
async fn a_further_power_opens_another_unit_until_it_ends() {
    let world = world().await;
    let admin = Caller::signed_in(&world, "quan-tri").await;
    let of = ids(&world, BINH_SON).await;
    let accounts = world.app.store().accounts().await.expect("read");
    let id = accounts.iter().find(|one| one.login == "loku.xem").expect("there").id.clone();
    let person = Caller::signed_in(&world, "loku.xem").await;
    let path = format!("/movements/{}", of.movement);
    assert_eq!(person.get(&path).await.status, StatusCode::NOT_FOUND);

    let without_reason = form(&[("role", "inspector"), ("unit", BINH_SON), ("reason", "")]);
    let refused = admin.post(&format!("/accounts/{id}/powers"), &without_reason).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let run_out = form(&[("role", "inspector"), ("unit", BINH_SON), ("to", "31/12/2024"), ("reason", "QĐ 1")]);
    admin.post(&format!("/accounts/{id}/powers"), &run_out).await;
    assert_eq!(person.get(&path).await.status, StatusCode::NOT_FOUND, "a power that has run out gives nothing");
    let give = form(&[("role", "inspector"), ("unit", BINH_SON), ("reason", "Đoàn kiểm tra theo QĐ số 12")]);
    let given = admin.post(&format!("/accounts/{id}/powers"), &give).await;
    assert_eq!(given.status, StatusCode::SEE_OTHER, "{}", given.text());
    assert_eq!(person.get(&path).await.status, StatusCode::OK);
    assert!(person.get("/movements").await.text().contains("21/KH-UBND"), "it stands in the list too");
    assert_eq!(person.post(&format!("{path}/review"), "version=0").await.status, StatusCode::FORBIDDEN);

    let power = world.app.store().grants_of(&id).await.expect("read").remove(0).id;
    let ended = admin.post(&format!("/accounts/{id}/powers/{power}/end"), "").await;
    assert_eq!(ended.status, StatusCode::SEE_OTHER);
    assert_eq!(person.get(&path).await.status, StatusCode::NOT_FOUND);
    let page = admin.get(&format!("/accounts/{id}")).await.text();
    assert!(page.contains("đã kết thúc") && page.contains("QĐ số 12"), "what was given stays written");
}

#[tokio::test]
async fn nobody_gives_powers_to_oneself_or_administration_to_others() {
    let world = world().await;
    let admin = Caller::signed_in(&world, "quan-tri").await;
    let accounts = world.app.store().accounts().await.expect("read");
    let id = |login: &str| accounts.iter().find(|one| one.login == login).expect("there").id.clone();
    let give = |role| form(&[("role", role), ("unit", LO_KU), ("reason", "x")]);
    let own = admin.post(&format!("/accounts/{}/powers", id("quan-tri")), &give("head")).await;
    assert_eq!(own.status, StatusCode::UNPROCESSABLE_ENTITY);
    let other = admin.post(&format!("/accounts/{}/powers", id("loku.xem")), &give("administrator")).await;
    assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(world.app.store().grants_of(&id("quan-tri")).await.expect("read").is_empty());
}

#[tokio::test]
async fn an_administrator_of_a_branch_manages_that_branch_only() {
    let world = world().await;
    let admin = Caller::signed_in(&world, "quan-tri").await;
    let commune = unit_id(&world, LO_KU).await;
    let village = form(&[("parent_id", &commune), ("name", "Làng Chợt"), ("kind", "")]);
    assert_eq!(admin.post("/units", &village).await.status, StatusCode::SEE_OTHER);
    let local = account(&world, &admin, "quantri.loku", "administrator", LO_KU).await;
    let list = local.get("/accounts").await.text();
    assert!(list.contains("loku.baocao") && !list.contains("binhson.baocao") && !list.contains(">quan-tri<"));
    let accounts = world.app.store().accounts().await.expect("read");
    let id = |login: &str| accounts.iter().find(|one| one.login == login).expect("there").id.clone();
    for login in ["binhson.baocao", "quan-tri"] {
        let answer = local.post(&format!("/accounts/{}/lock", id(login)), "").await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{login} is not theirs");
    }
    let _ = account(&world, &local, "lang.chot", "reporter", "Làng Chợt").await;
    for (role, unit, says) in
        [("reporter", BINH_SON, "trong phạm vi được quản trị"), ("administrator", "", "Ghi tên đơn vị")]
    {
        let new = form(&[("name", "X"), ("login", "x.la"), ("role", role), ("unit", unit)]);
        let refused = local.post("/accounts", &new).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text().contains(says), "{role} in {unit}");
    }
    assert_eq!(
        local.post("/units", &form(&[("name", "Xã Mới"), ("kind", "commune")])).await.status,
        StatusCode::FORBIDDEN
    );
}

#[tokio::test]
async fn the_commune_looks_into_its_villages_and_a_village_not_into_the_commune() {
    let world = world().await;
    let admin = Caller::signed_in(&world, "quan-tri").await;
    let commune = unit_id(&world, LO_KU).await;
    admin.post("/units", &form(&[("parent_id", &commune), ("name", "Làng Chợt"), ("kind", "")])).await;
    let head = account(&world, &admin, "truong.chot", "head", "Làng Chợt").await;
    let village = unit_id(&world, "Làng Chợt").await;
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    assert_eq!(clerk.get(&format!("/units/{village}")).await.status, StatusCode::OK);
    assert_eq!(head.get(&format!("/units/{village}")).await.status, StatusCode::OK);
    assert_eq!(head.get(&format!("/units/{commune}")).await.status, StatusCode::NOT_FOUND);
    let movement = ids(&world, LO_KU).await.movement;
    assert_eq!(head.get(&format!("/movements/{movement}")).await.status, StatusCode::NOT_FOUND);
    let page = head.get(&format!("/units/{village}")).await.text();
    assert!(page.contains(LO_KU), "the name of the body above is shown, its page is not open");
}

#[tokio::test]
async fn an_administrator_of_a_branch_does_not_take_over_powers_outside_it() {
    let world = world().await;
    let admin = Caller::signed_in(&world, "quan-tri").await;
    let local = account(&world, &admin, "quantri.loku", "administrator", LO_KU).await;
    let accounts = world.app.store().accounts().await.expect("read");
    let id = accounts.iter().find(|one| one.login == "loku.xem").expect("there").id.clone();
    let give = form(&[("role", "head"), ("unit", BINH_SON), ("reason", "QĐ 7")]);
    assert_eq!(admin.post(&format!("/accounts/{id}/powers"), &give).await.status, StatusCode::SEE_OTHER);
    for way in ["code", "lock", "second-factor/reset", "sessions/end"] {
        let answer = local.post(&format!("/accounts/{id}/{way}"), "").await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{way} would open Bình Sơn to whoever holds the account");
    }
    let power = world.app.store().grants_of(&id).await.expect("read").remove(0).id;
    let ended = local.post(&format!("/accounts/{id}/powers/{power}/end"), "").await;
    assert_eq!(ended.status, StatusCode::NOT_FOUND, "a power is ended where it was given");
    assert_eq!(admin.post(&format!("/accounts/{id}/code"), "").await.status, StatusCode::OK);
}
