//! Figures are entered, corrected, judged; the four kinds of emptiness stay apart.

use crate::world::{Caller, Ids, World, ids, target_named, world};
use axum::http::StatusCode;

async fn enter(caller: &Caller, target: &str, parts: &[(&str, &str)]) -> crate::world::Answer {
    let parts: Vec<(&str, Option<&str>, &[u8])> =
        parts.iter().map(|(name, value)| (*name, None, value.as_bytes())).collect();
    caller.post_parts(&format!("/targets/{target}/figures"), &parts).await
}

async fn luong_phong(world: &World) -> Ids {
    ids(world, "Ủy ban nhân dân xã Lương Phong").await
}

#[tokio::test]
async fn figures_are_entered_and_evaluated() {
    let world = world().await;
    let own = luong_phong(&world).await;
    let reporter = Caller::signed_in(&world, "luongphong.baocao").await;
    let target = target_named(&world, &own.plan, "Thu ngân sách").await;
    let base = [
        ("period", "Y"),
        ("seen", "0"),
        ("dated", "31/12/2024"),
        ("source", "Sổ thu ngân sách"),
        ("state", "entered"),
    ];
    let with = |value: &'static str| base.iter().copied().chain([("value", value)]).collect::<Vec<_>>();
    let bad = enter(&reporter, &target, &with("một nghìn")).await;
    assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(bad.text().contains("Không phải là số") && bad.text().contains("một nghìn"), "what was typed stays");
    let huge = enter(&reporter, &target, &with("1.768.000.000")).await;
    assert!(huge.text().contains("gấp hơn 500 lần kế hoạch"), "a factor of a thousand is asked about");
    let saved = enter(&reporter, &target, &with("1.768,5")).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());
    let page = reporter.get(&format!("/movements/{}/targets?period=Y", own.movement)).await.text();
    assert!(page.contains("1.768,5") && page.contains("100,03 %"), "the exact rate is on the page");
    let thread = reporter.get(&format!("/targets/{target}?period=Y")).await.text();
    assert!(thread.contains("Sổ thu ngân sách") && thread.contains("status st-exceeded"));
    assert!(thread.contains(&format!("href=\"/plans/{}#L", own.plan)), "the number leads back to its sentence");

    let silent = enter(
        &reporter,
        &target,
        &[("period", "Y"), ("seen", "1"), ("dated", "31/12/2024"), ("source", "Sổ"), ("value", "1.800")],
    )
    .await;
    assert!(silent.text().contains("Cần ghi lý do"), "no correction is silent");
    let stale = enter(&reporter, &target, &with("1.900")).await;
    assert_eq!(stale.status, StatusCode::CONFLICT, "who saw no figure may not overwrite one");
    let corrected = enter(
        &reporter,
        &target,
        &[
            ("period", "Y"),
            ("seen", "1"),
            ("dated", "31/12/2024"),
            ("source", "Sổ"),
            ("value", "1.700"),
            ("reason", "cộng nhầm"),
        ],
    )
    .await;
    assert_eq!(corrected.status, StatusCode::SEE_OTHER);
    let thread = reporter.get(&format!("/targets/{target}?period=Y")).await.text();
    assert!(thread.contains("cộng nhầm") && thread.contains("1.768,5"), "the old figure stays in the history");
    assert!(thread.contains("status st-missed"));
}

#[tokio::test]
async fn not_entered_zero_not_applicable_and_not_assigned_are_four_things() {
    let world = world().await;
    let own = luong_phong(&world).await;
    let reporter = Caller::signed_in(&world, "luongphong.baocao").await;
    let page = async || reporter.get(&format!("/movements/{}/targets?period=Q3", own.movement)).await.text();
    assert!(page().await.contains("fig fig-not-entered"));
    let target = target_named(&world, &own.plan, "thoát nghèo").await;
    let seen = |n: &'static str| [("period", "Q3"), ("seen", n)];
    let zero = [&seen("0")[..], &[("dated", "30/9/2024"), ("source", "Sổ"), ("value", "0")]].concat();
    assert_eq!(enter(&reporter, &target, &zero).await.status, StatusCode::SEE_OTHER);
    assert!(page().await.contains(">0<"), "zero is a number");
    let unexplained = enter(&reporter, &target, &[&seen("1")[..], &[("state", "not-applicable")]].concat()).await;
    assert_eq!(unexplained.status, StatusCode::UNPROCESSABLE_ENTITY);
    let explained = [&seen("1")[..], &[("state", "not-applicable"), ("reason", "không xét trong quý")]].concat();
    assert_eq!(enter(&reporter, &target, &explained).await.status, StatusCode::SEE_OTHER);
    assert!(page().await.contains("fig fig-not-applicable"));
    let unassigned = [&seen("2")[..], &[("state", "not-assigned"), ("reason", "chờ huyện giao")]].concat();
    assert_eq!(enter(&reporter, &target, &unassigned).await.status, StatusCode::SEE_OTHER);
    assert!(page().await.contains("fig fig-not-assigned"));
}

#[tokio::test]
async fn evidence_is_kept_and_given_only_to_its_own() {
    let world = world().await;
    let own = luong_phong(&world).await;
    let reporter = Caller::signed_in(&world, "luongphong.baocao").await;
    let target = target_named(&world, &own.plan, "bảo hiểm y tế").await;
    let path = format!("/targets/{target}/figures");
    let parts: &[(&str, Option<&str>, &[u8])] = &[
        ("period", None, b"Q3"),
        ("seen", None, b"0"),
        ("value", None, b"99,7"),
        ("dated", None, b"30/9/2024"),
        ("source", None, "BHXH huyện".as_bytes()),
        ("file", Some("bao-cao.html"), b"<script>alert(1)</script>"),
    ];
    let refused = reporter.post_parts(&path, parts).await;
    assert!(refused.text().contains("Chỉ nhận PDF"), "what could run in a browser is not taken");
    let mut parts = parts.to_vec();
    parts[5] = ("file", Some("báo cáo.pdf"), b"%PDF-1.7 minh chung");
    assert_eq!(reporter.post_parts(&path, &parts).await.status, StatusCode::SEE_OTHER);
    let page = reporter.get(&format!("/targets/{target}?period=Q3")).await.text();
    let digest =
        page.split("/files/").nth(1).and_then(|rest| rest.get(..64)).expect("a link to the file").to_owned();
    let file = reporter.get(&format!("/files/{digest}")).await;
    assert_eq!((file.status, file.body.as_slice()), (StatusCode::OK, &b"%PDF-1.7 minh chung"[..]));
    assert!(file.headers["content-disposition"].to_str().expect("text").starts_with("attachment"));
    let other = Caller::signed_in(&world, "binhson.thuongtruc").await;
    assert_eq!(other.get(&format!("/files/{digest}")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_about_is_judged_once_its_tolerance_is_set() {
    let world = world().await;
    let own = ids(&world, "Ủy ban nhân dân huyện Bình Sơn").await;
    let office = Caller::signed_in(&world, "binhson.thuongtruc").await;
    let target = target_named(&world, &own.plan, "Tốc độ tăng trưởng").await;
    let figure =
        [("period", "Q3"), ("seen", "0"), ("dated", "30/9/2025"), ("source", "Niên giám"), ("value", "9,1")];
    assert_eq!(enter(&office, &target, &figure).await.status, StatusCode::SEE_OTHER);
    let set = async |typed: &str| office.post(&format!("/targets/{target}/reference"), typed).await;
    set("period=Q3&tolerance=&direction=higher").await;
    assert!(office.get(&format!("/targets/{target}?period=Q3")).await.text().contains("cần người đặt sai số"));
    assert_eq!(set("period=Q3&tolerance=-1&direction=higher").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(set("period=Q3&tolerance=0,5&direction=higher").await.status, StatusCode::SEE_OTHER);
    assert!(!office.get(&format!("/targets/{target}?period=Q3")).await.text().contains("cần người đặt sai số"));
}
