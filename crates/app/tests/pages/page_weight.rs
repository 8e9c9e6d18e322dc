//! With four hundred units below, every board stays a page of bounded size.

use crate::units::{form, unit_id};
use crate::world::{Caller, World, ids, world};
use axum::http::StatusCode;
use std::sync::Arc;
use thidua_domain::units::{Unit, UnitKind};
use thidua_store::audit::Entry;

const LO_KU: &str = "Ủy ban nhân dân xã Lơ Ku";
const UNITS: usize = 400;
const LIMIT: usize = 150_000;

/// A commune with four hundred villages, each with a head.
async fn wide() -> (Arc<World>, Caller) {
    let world = world().await;
    let commune = unit_id(&world, LO_KU).await;
    let store = world.app.store();
    let author =
        thidua_store::Author {
            account_id: None, name: "Văn phòng".into(), at: crate::world::clock(), form: None
        };
    let change = store.change(author).await.expect("a change");
    let units: Vec<Unit> = (0..UNITS)
        .map(|at| Unit {
            id: change.new_id(),
            name: format!("Làng Kon Tơ Neh số {at:03}"),
            kind: UnitKind::Village,
            level: UnitKind::Village.level(),
            head: Some(format!("Đinh Văn Thôn Trưởng {at:03}")),
            parent_id: Some(commune.clone()),
            parent_name: None,
            valid_from: None,
            valid_to: None,
        })
        .collect();
    change.add_units(&units).await.expect("added");
    let entry = Entry {
        unit_id: Some(commune.clone()),
        act: "unit.added",
        subject: "unit",
        subject_id: commune,
        detail: None,
    };
    change.commit(entry).await.expect("committed");
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    (world, clerk)
}

#[tokio::test]
async fn every_board_over_four_hundred_units_stays_under_150_kilobytes() {
    let (world, clerk) = wide().await;
    let of = ids(&world, LO_KU).await;
    let movement = format!("/movements/{}", of.movement);
    let opened = clerk.post(&format!("{movement}/registrations"), "version=0&deadline=01/12/2099").await;
    assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.text());
    let lines: String = (0..UNITS)
        .map(|at| {
            let head = if at % 40 == 0 { format!("Khối thi đua số {}:\n", at / 40) } else { String::new() };
            format!("{head}Làng Kon Tơ Neh số {at:03}\n")
        })
        .collect();
    let arrangement = crate::blocks::propose(&clerk, "10/01/2022", &lines).await;
    let decide = [("version", "0"), ("corrects", "0"), ("number", "12/QĐ")];
    let decided = clerk.post(&format!("/arrangements/{arrangement}/decide"), &form(&decide)).await;
    assert_eq!(decided.status, StatusCode::SEE_OTHER, "{}", decided.text());
    // everybody is given the target, so that the history is as long as it gets
    let target = format!("/targets/{}/assign", of.target);
    let mut pages = vec![
        "/blocks".to_owned(),
        format!("/arrangements/{arrangement}"),
        "/arrangements/new".to_owned(),
        "/tasks".to_owned(),
        "/units".to_owned(),
        "/office".to_owned(),
        "/people".to_owned(),
        "/training".to_owned(),
        "/grades?year=2022".to_owned(),
        format!("/grades/units/{}/grid?year=2022&whom=units", of.unit),
        "/".to_owned(),
        target,
    ];
    for board in [
        "cascade",
        "assign",
        "reconcile",
        "registrations",
        "registrations/check",
        "registrations/achieved",
        "covenants",
        "known",
        "",
        "targets",
    ] {
        pages.push(format!("{movement}/{board}").trim_end_matches('/').to_owned());
    }
    let mut heavy = Vec::new();
    for path in pages {
        let answer = clerk.get(&path).await;
        let size = answer.body.len();
        println!("{size:>9} {} {path}", answer.status);
        if answer.status != StatusCode::OK || size > LIMIT {
            heavy.push((path, answer.status, size));
        }
    }
    assert!(heavy.is_empty(), "{heavy:#?}");
}

#[tokio::test]
async fn a_target_is_divided_over_all_pages_and_a_page_saves_only_its_own_units() {
    let (world, clerk) = wide().await;
    let of = ids(&world, LO_KU).await;
    let target = crate::world::target_named(&world, &of.plan, "Tổng sản lượng lương thực").await;
    let path = format!("/targets/{target}/assign");
    let page = clerk.get(&path).await.text();
    assert!(page.contains("1/8 (400)"), "{page}");
    let last = clerk.get(&format!("{path}?page=8")).await.text();
    assert!(last.contains("Làng Kon Tơ Neh số 399") && !last.contains("Làng Kon Tơ Neh số 000"));
    let found = clerk.get(&format!("{path}?find=so+123")).await.text();
    assert!(found.contains("Làng Kon Tơ Neh số 123") && !found.contains("Làng Kon Tơ Neh số 124"));

    // one unit of the second page is given a value; the others stay as they are
    let unit = unit_id(&world, "Làng Kon Tơ Neh số 060").await;
    let value = (format!("value-{unit}"), format!("seen-{unit}"));
    let one = [
        ("do", "assign"),
        ("method", "sum"),
        ("page", "2"),
        ("document", "2155/QĐ-UBND"),
        ("dated", "26/12/2021"),
        (&*value.0, "7,4"),
        (&*value.1, "0"),
    ];
    let saved = clerk.post(&path, &form(&one)).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());
    assert!(saved.location.contains("page=2"), "back to the page: {}", saved.location);
    let first = clerk.get(&path).await.text();
    assert!(first.contains("<dt>Đã giao cộng lại</dt><dd>7,4 tấn</dd>") || first.contains("7,4 tấn"), "{first}");

    // dividing fills every page; what is not shown is carried along and saved with this page
    let units = world.app.store().find_units("Làng Kon Tơ Neh", UNITS).await.expect("read");
    let seen: Vec<(String, &str)> = units
        .iter()
        .take(50)
        .map(|one| (format!("seen-{}", one.unit.id), if one.unit.id == unit { "1" } else { "0" }))
        .collect();
    let mut fields: Vec<(&str, &str)> = vec![("do", "divide"), ("method", "sum")];
    fields.extend(seen.iter().map(|(name, value)| (name.as_str(), *value)));
    let divided = clerk.post(&path, &form(&fields)).await;
    let text = divided.text();
    assert!(text.len() < LIMIT, "{} bytes with everything carried", text.len());
    assert!(text.contains("350 đơn vị ở trang khác"), "{text}");
    let carried = text.matches("type=\"hidden\" name=\"value-").count();
    assert_eq!(carried, 350);
}
