//! The tree of units: adding, correcting, finding, and reforms with what runs under them.

use crate::world::{Caller, World, ids, world};
use axum::http::StatusCode;
use std::sync::Arc;

pub fn encoded(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(byte).to_string(),
            b' ' => "+".to_owned(),
            other => format!("%{other:02X}"),
        })
        .collect()
}

/// A form from its fields.
pub fn form(fields: &[(&str, &str)]) -> String {
    fields.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect::<Vec<_>>().join("&")
}

pub async fn unit_id(world: &World, name: &str) -> String {
    world.app.store().unit_named(name).await.expect("read").unwrap_or_else(|| panic!("{name} is there")).id
}

async fn add(caller: &Caller, fields: &[(&str, &str)]) {
    let answer = caller.post("/units", &form(fields)).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
}

const LO_KU: &str = "Ủy ban nhân dân xã Lơ Ku";
const BINH_SON: &str = "Ủy ban nhân dân huyện Bình Sơn";

#[tokio::test]
async fn a_commune_adds_its_villages_and_finds_them_without_marks() {
    let world = world().await;
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    let commune = unit_id(&world, LO_KU).await;
    for name in ["Làng Lơ Vi", "Làng Chợt", "Trường Tiểu học Lơ Ku"] {
        add(&clerk, &[("parent_id", &commune), ("name", name), ("kind", "")]).await;
    }
    let page = clerk.get(&format!("/units/{commune}")).await.text();
    let (chot, lo_vi) = (page.find("Làng Chợt").expect("shown"), page.find("Làng Lơ Vi").expect("shown"));
    assert!(chot < lo_vi, "in Vietnamese order");
    assert!(page.contains("Trường học") && page.contains("Thôn, làng, tổ dân phố"), "kinds are known by names");
    let reader = Caller::signed_in(&world, "loku.xem").await;
    let read = reader.get(&format!("/units/{commune}")).await.text();
    assert!(page.contains("Làng Chợt</a>") && read.contains("Làng Chợt"));
    assert!(!read.contains("Làng Chợt</a>"), "nothing leads where the reader may not go");
    let found = clerk.get("/units?q=lang+lo+vi").await.text();
    assert!(found.contains("Làng Lơ Vi") && !found.contains("Làng Chợt</a>"));
    let again =
        clerk.post("/units", &form(&[("parent_id", &commune), ("name", "làng  lơ vi"), ("kind", "")])).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "the same unit is not added twice");
    let unknown = clerk.post("/units", &form(&[("parent_id", &commune), ("name", "Nhà rông"), ("kind", "")])).await;
    assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(unknown.text().contains("chưa cho biết loại đơn vị") && unknown.text().contains("Nhà rông"));

    let stranger = Caller::signed_in(&world, "binhson.thuongtruc").await;
    assert_eq!(stranger.get(&format!("/units/{commune}")).await.status, StatusCode::NOT_FOUND);
    assert!(
        !stranger.get("/units?q=lang+lo+vi").await.text().contains("Làng Lơ Vi</a>"),
        "search keeps to the branch"
    );
    let intruding = stranger.post("/units", &form(&[("parent_id", &commune), ("name", "Làng Lạ")])).await;
    assert_eq!(intruding.status, StatusCode::NOT_FOUND);
    let top = clerk.post("/units", &form(&[("name", "Ủy ban nhân dân xã Mới")])).await;
    assert_eq!(top.status, StatusCode::FORBIDDEN, "a new top of the tree is the administrator's");
}

#[tokio::test]
async fn the_second_of_two_who_correct_a_unit_sees_what_the_first_wrote() {
    let world = world().await;
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    let commune = unit_id(&world, LO_KU).await;
    let of = |head: &str| {
        form(&[
            ("name", LO_KU),
            ("kind", "commune"),
            ("head", head),
            ("parent", ""),
            ("from", ""),
            ("to", ""),
            ("version", "0"),
        ])
    };
    let path = format!("/units/{commune}");
    assert_eq!(clerk.post(&path, &of("Người Thứ Nhất")).await.status, StatusCode::SEE_OTHER);
    let second = clerk.post(&path, &of("Người Thứ Hai")).await;
    assert_eq!(second.status, StatusCode::CONFLICT);
    let page = second.text();
    assert!(page.contains("Hiện đang ghi: Người Thứ Nhất"), "what stands now is shown");
    assert!(page.contains("value=\"Người Thứ Hai\""), "what was typed stays");
    assert!(page.contains("name=\"version\" value=\"1\""), "saving once more is then a choice");
    let wrong =
        form(&[("name", LO_KU), ("kind", "commune"), ("from", "01/7/2025"), ("to", "30/6/2025"), ("version", "1")]);
    assert_eq!(clerk.post(&path, &wrong).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

/// Posts the form of a reform twice, as a person does: seen first, then carried out.
async fn reform(admin: &Caller, unit: &str, fields: &[(&str, &str)]) -> String {
    let path = format!("/units/{unit}/reform");
    let mut sent: Vec<(&str, &str)> = fields.to_vec();
    sent.push(("do", "preview"));
    let seen = admin.post(&path, &form(&sent)).await;
    assert_eq!(seen.status, StatusCode::OK, "{}", seen.text());
    sent.pop();
    sent.extend([("do", "carry-out"), ("seen", "yes")]);
    let done = admin.post(&path, &form(&sent)).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
    seen.text()
}

async fn movement_state(world: &Arc<World>, movement: &str) -> String {
    world.app.store().movement(movement).await.expect("read").expect("there").state.code().to_owned()
}

#[tokio::test]
async fn the_district_that_ended_in_mid_year_divides_its_plan_among_its_communes() {
    let world = world().await;
    let admin = Caller::signed_in(&world, "quan-tri").await;
    let of = ids(&world, BINH_SON).await;
    let store = world.app.store();
    let figures = store.figures_of_plan(&of.plan).await.expect("read").len();
    assert!(figures > 0);
    let plan = format!("plan-{}", of.plan);
    let fields = [
        ("kind", "split"),
        ("day", "01/7/2025"),
        ("successors", "Ủy ban nhân dân xã Vạn Tường; 60\nỦy ban nhân dân xã Bình Chương; 40"),
        ("document", "Nghị quyết số 1677/NQ-UBTVQH15 ngày 16/6/2025"),
        (plan.as_str(), "split"),
        ("accounts", "yes"),
    ];
    let seen = reform(&admin, &of.unit, &fields).await;
    assert!(seen.contains("Kết thúc") && seen.contains("ngày cuối 30/6/2025") && seen.contains("21/KH-UBND"));

    // the old plan is settled; everything in it can still be read, also by those who come after
    assert_eq!(movement_state(&world, &of.movement).await, "closed");
    assert_eq!(store.figures_of_plan(&of.plan).await.expect("read").len(), figures, "no figure is lost");
    let clerk = Caller::signed_in(&world, "binhson.thuongtruc").await;
    assert_eq!(clerk.get(&format!("/movements/{}/targets", of.movement)).await.status, StatusCode::OK);
    let refused = clerk.post(&format!("/movements/{}/review", of.movement), "version=0").await;
    assert_ne!(refused.status, StatusCode::SEE_OTHER, "read, not changed");
    assert!(admin.get(&format!("/movements/{}", of.movement)).await.text().contains("đến hết 30/6/2025"));

    // each successor has its part of what adds up, and the rates as they were
    let whole = store.targets(&of.plan).await.expect("read");
    let mut parts = Vec::new();
    for name in ["Ủy ban nhân dân xã Vạn Tường", "Ủy ban nhân dân xã Bình Chương"] {
        let unit = unit_id(&world, name).await;
        let line = store.plans(Some(&[unit.as_str()])).await.expect("read").remove(0);
        assert!(!line.issued && line.number_symbol.is_none(), "its number and signature are its own");
        parts.push(store.targets(&line.id).await.expect("read"));
    }
    let (mut divided, mut kept) = (0, 0);
    for (index, target) in whole.iter().enumerate() {
        let (Some(value), Some(first), Some(second)) =
            (target.draft.value, parts[0][index].draft.value, parts[1][index].draft.value)
        else {
            continue;
        };
        if first == value && second == value {
            kept += 1;
        } else {
            assert_eq!(first.plus(second), Some(value), "{}", target.draft.name);
            divided += 1;
        }
    }
    assert!(divided >= 3 && kept >= 3, "{divided} divided, {kept} kept");

    // the district stands on its days, and leads to those who follow
    let page = admin.get(&format!("/units/{}", of.unit)).await.text();
    assert!(page.contains("Tiếp nối bởi") && page.contains("Vạn Tường"));
    assert!(page.contains("1677/NQ-UBTVQH15") || page.contains("Chia, tách, 01/7/2025"));
    let moved = store.account_by_login("binhson.thuongtruc").await.expect("read").expect("there").unit_id;
    assert_eq!(moved, Some(unit_id(&world, "Ủy ban nhân dân xã Vạn Tường").await));
}

#[tokio::test]
async fn a_merger_hands_the_running_movement_on_whole() {
    let world = world().await;
    let admin = Caller::signed_in(&world, "quan-tri").await;
    let of = ids(&world, LO_KU).await;
    add(&admin, &[("name", "Ủy ban nhân dân xã Đăk Hlơ"), ("kind", "commune")]).await;
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    add(&clerk, &[("parent_id", &of.unit), ("name", "Làng Lơ Vi"), ("kind", "")]).await;
    let fields = [
        ("kind", "merge"),
        ("day", "01/7/2025"),
        ("others", "Ủy ban nhân dân xã Đăk Hlơ"),
        ("into", "new"),
        ("name", "Ủy ban nhân dân xã Kông Bơ La"),
        ("accounts", "yes"),
    ];
    let seen = reform(&admin, &of.unit, &fields).await;
    assert!(seen.contains("Chuyển tiếp cho Ủy ban nhân dân xã Kông Bơ La"));
    let new = unit_id(&world, "Ủy ban nhân dân xã Kông Bơ La").await;
    let store = world.app.store();
    let plan = store.plan(&of.plan).await.expect("read").expect("there");
    assert_eq!(plan.unit_id, new);
    let keepers = store.keepers(&of.plan).await.expect("read");
    assert_eq!(
        (keepers[0].unit_id.as_str(), keepers[0].treatment.starts_with("transfer")),
        (of.unit.as_str(), true)
    );
    // the reporter goes on where they stopped
    let reporter = Caller::signed_in(&world, "loku.baocao").await;
    assert!(reporter.get(&format!("/targets/{}", of.target)).await.text().contains("<form"));
    let villages = store.children_now(&new).await.expect("read");
    assert!(villages.iter().any(|unit| unit.name == "Làng Lơ Vi"), "the village goes on under the new commune");
    assert!(store.children_now(&of.unit).await.expect("read").is_empty());
}

#[tokio::test]
async fn a_reform_that_cannot_be_is_refused_and_changes_nothing() {
    let world = world().await;
    let admin = Caller::signed_in(&world, "quan-tri").await;
    let unit = unit_id(&world, LO_KU).await;
    let path = format!("/units/{unit}/reform");
    for (fields, says) in [
        (vec![("kind", "rename"), ("day", "31/02/2025"), ("name", "X")], "Không có ngày này"),
        (vec![("kind", "rename"), ("day", "01/7/2025"), ("name", "")], "Cần nhập ô này"),
        (vec![("kind", "rename"), ("day", "01/7/2025"), ("name", LO_KU)], "Chưa có gì khác"),
        (
            vec![("kind", "merge"), ("day", "01/7/2025"), ("others", "xã Không Có"), ("name", "Y")],
            "Chưa có đơn vị nào tên",
        ),
        (vec![("kind", "split"), ("day", "01/7/2025"), ("successors", "Xã A; 140\nXã B; 20")], "từ 0 đến 100"),
        (vec![("kind", "split"), ("day", "01/7/2025"), ("successors", "Xã A")], "ít nhất hai đơn vị"),
        (
            vec![("kind", "rename"), ("day", "01/7/2099"), ("name", "Xã Mới"), ("do", "carry-out")],
            "Ngày hiệu lực chưa tới",
        ),
    ] {
        let answer = admin.post(&path, &form(&fields)).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{fields:?}");
        assert!(answer.text().contains(says), "{fields:?}: {says}");
    }
    let history = world.app.store().unit_history(&unit).await.expect("read");
    assert_eq!(history.len(), 1, "nothing has changed");
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    assert_eq!(clerk.get(&path).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn what_a_form_of_a_reform_sends_beyond_what_was_offered_is_not_listened_to() {
    let world = world().await;
    let admin = Caller::signed_in(&world, "quan-tri").await;
    let of = ids(&world, LO_KU).await;
    let foreign = unit_id(&world, BINH_SON).await;
    add(&admin, &[("parent_id", &of.unit), ("name", "Làng Lơ Vi"), ("kind", "")]).await;
    add(&admin, &[("name", "Ủy ban nhân dân xã Đăk Hlơ"), ("kind", "commune")]).await;
    let village = unit_id(&world, "Làng Lơ Vi").await;
    let (child, plan) = (format!("child-{village}"), format!("plan-{}", of.plan));
    let (under, transfer) = (format!("under:{foreign}"), format!("transfer:{foreign}"));
    let fields = [
        ("kind", "merge"),
        ("day", "01/7/2025"),
        ("others", "Ủy ban nhân dân xã Đăk Hlơ"),
        ("into", "new"),
        ("name", "Ủy ban nhân dân xã Kông Bơ La"),
        (child.as_str(), under.as_str()),
        (plan.as_str(), transfer.as_str()),
    ];
    reform(&admin, &of.unit, &fields).await;
    let new = unit_id(&world, "Ủy ban nhân dân xã Kông Bơ La").await;
    let store = world.app.store();
    assert_eq!(store.unit(&village).await.expect("read").expect("there").parent_id, Some(new.clone()));
    assert_eq!(store.plan(&of.plan).await.expect("read").expect("there").unit_id, new);

    let nowhere = form(&[("parent_id", "khong-co"), ("name", "Làng Lạ"), ("kind", "")]);
    assert_eq!(admin.post("/units", &nowhere).await.status, StatusCode::NOT_FOUND);
    let twice = form(&[("kind", "split"), ("day", "01/7/2025"), ("successors", "Xã A\nxã  a")]);
    let refused = admin.post(&format!("/units/{foreign}/reform"), &twice).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("không trùng tên"));
}

#[tokio::test]
async fn a_district_that_gives_way_to_communes_leaves_its_communes_to_the_province() {
    let world = world().await;
    let admin = Caller::signed_in(&world, "quan-tri").await;
    let of = ids(&world, BINH_SON).await;
    for (name, kind) in
        [("Ủy ban nhân dân xã Bình An", "commune"), ("Phòng Nội vụ", "office"), ("Trường Bình An", "school")]
    {
        add(&admin, &[("parent_id", &of.unit), ("name", name), ("kind", kind)]).await;
    }
    let fields = [
        ("kind", "split"),
        ("day", "01/7/2025"),
        ("successors", "Ủy ban nhân dân xã Vạn Tường\nỦy ban nhân dân xã Bình Chương"),
    ];
    let seen = reform(&admin, &of.unit, &fields).await;
    assert!(
        seen.contains("Về trực thuộc Ủy ban nhân dân tỉnh Quảng Ngãi")
            || seen.contains("Về trực thuộc UBND tỉnh Quảng Ngãi")
    );
    let store = world.app.store();
    let commune =
        store.unit(&unit_id(&world, "Ủy ban nhân dân xã Bình An").await).await.expect("read").expect("there");
    assert_eq!(commune.parent_id, None, "the province is known by name only");
    assert!(commune.parent_name.is_some_and(|name| name.contains("Quảng Ngãi")));
    let office = unit_id(&world, "Phòng Nội vụ").await;
    assert!(store.unit(&office).await.expect("read").expect("there").valid_to.is_some(), "the office ended");
}
