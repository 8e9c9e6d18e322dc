//! Registration as a condition checked: names against what is registered, and what is inspected of each unit; the law
//! of its day in registrations.

use crate::units::{form, unit_id};
use crate::world::{Caller, World, ids, world, world_with_units};
use axum::http::StatusCode;
use std::sync::Arc;

const LO_KU: &str = "Ủy ban nhân dân xã Lơ Ku";

/// Units below the commune, a round, and what two of them registered.
async fn registered() -> (Arc<World>, Caller, String) {
    let world = world().await;
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    let commune = unit_id(&world, LO_KU).await;
    for name in ["Làng Lơ Vi", "Làng Chợt", "Trường Tiểu học Lơ Ku"] {
        let answer = clerk.post("/units", &form(&[("parent_id", &commune), ("name", name), ("kind", "")])).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    }
    let movement = ids(&world, LO_KU).await.movement;
    let round = clerk.post(&format!("/movements/{movement}/registrations"), "version=0&deadline=01/12/2099").await;
    assert_eq!(round.status, StatusCode::SEE_OTHER, "{}", round.text());
    let village = register(&world, &movement, "Làng Lơ Vi", &["Nguyễn Văn Hùng", "Trần Thị Diệu"], true).await;
    register(&world, &movement, "Làng Chợt", &["Nguyễn Văn Hùng"], true).await;
    register(&world, &movement, "Trường Tiểu học Lơ Ku", &["Lê Ba"], false).await;
    let sent = world.app.store().registration(&village).await.expect("read").expect("there");
    let approve = format!("version={}&to=approved", sent.version);
    let approve = clerk.post(&format!("/registrations/{village}/decide"), &approve).await;
    assert_eq!(approve.status, StatusCode::SEE_OTHER, "{}", approve.text());
    (world, clerk, movement)
}

/// What a unit registers, through its own actions in the store; sent where it says so.
async fn register(world: &World, movement: &str, unit: &str, people: &[&str], sent: bool) -> String {
    use thidua_domain::registrations::{ItemKind, State};
    use thidua_domain::targets::Direction;
    use thidua_store::audit::Entry;
    use thidua_store::registrations::Written;
    let store = world.app.store();
    let unit = unit_id(world, unit).await;
    let round = store.registration_round(movement).await.expect("read").expect("a round");
    let author =
        thidua_store::Author { account_id: None, name: "Thôn".into(), at: crate::world::clock(), form: None };
    let change = store.change(author.clone()).await.expect("a change");
    let id = change.begin_registration(&round.id, &unit).await.expect("begun");
    for person in people {
        let written = Written {
            kind: ItemKind::Title,
            target_id: None,
            shared: false,
            name: "Lao động tiên tiến".into(),
            comparator: None,
            direction: Direction::Neither,
            planned: None,
            registered: None,
            unit_of: None,
            title_code: Some("LDTT".into()),
            person: Some((*person).into()),
            person_id: None,
            hard: false,
            description: None,
            expected: None,
            reason: None,
        };
        change.add_item(&id, &written).await.expect("added");
    }
    let entry = Entry {
        unit_id: Some(unit),
        act: "registration.sent",
        subject: "registration",
        subject_id: id.clone(),
        detail: None,
    };
    change.commit(entry.clone()).await.expect("committed");
    if sent {
        let registration = store.registration(&id).await.expect("read").expect("there");
        let change = store.change(author).await.expect("a change");
        let step = change.step_registration(&registration, registration.version, State::Submitted, false, None);
        step.await.expect("sent");
        change.commit(entry).await.expect("committed");
    }
    id
}

#[tokio::test]
async fn a_list_of_names_is_answered_name_by_name() {
    let (world, clerk, movement) = registered().await;
    let path = format!("/movements/{movement}/registrations/check");
    let names = "1. tran thi dieu\n2. Nguyễn Văn Hùng\n3. Nguyễn Văn Hùng; Làng Chợt\n4. Trần Thị Diễu\n\
                 5. Lê Ba\n6. Phạm Không Có\n7. làng lơ vi";
    let answer = clerk.post(&path, &form(&[("names", names)])).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    let page = answer.text();
    let row = |name: &str| {
        let start =
            page.find(&format!("<th scope=\"row\">{name}</th>")).unwrap_or_else(|| panic!("{name}: {page}"));
        let rest = &page[start..];
        rest[..rest.find("</tr>").expect("a row")].to_owned()
    };
    let sure = row("tran thi dieu");
    assert!(sure.contains("Đã đăng ký") && sure.contains("Lao động tiên tiến (Làng Lơ Vi)"), "{sure}");
    assert!(sure.contains("nộp ") && sure.contains("duyệt "), "when it was sent and approved: {sure}");
    let two = row("Nguyễn Văn Hùng");
    assert!(two.contains("Cần người xác nhận") && two.contains("(Làng Chợt)") && two.contains("(Làng Lơ Vi)"));
    assert!(row("Nguyễn Văn Hùng; Làng Chợt").contains("Đã đăng ký"), "the unit behind the name decides");
    assert!(row("Trần Thị Diễu").contains("cùng chữ nhưng khác dấu"), "and why");
    let draft = row("Lê Ba");
    assert!(draft.contains("Chưa đăng ký") && draft.contains("đang soạn, chưa nộp"), "{draft}");
    assert!(row("Phạm Không Có").contains("không có người, đơn vị nào tên này"));
    assert!(row("làng lơ vi").contains("0 chỉ tiêu, 0 danh hiệu, 0 nhiệm vụ"), "a unit is answered too");
    assert!(page.contains("3 đã đăng ký, 2 chưa đăng ký, 2 cần người xác nhận"), "{page}");
    assert!(page.contains("- Lê Ba: chưa đăng ký"), "ready to be copied");

    let unit = unit_id(&world, "Làng Chợt").await;
    let chosen = clerk.post(&path, &form(&[("names", ""), ("unit", &unit)])).await.text();
    assert!(chosen.contains("1 đã đăng ký, 0 chưa đăng ký"), "{chosen}");
    assert_eq!(clerk.post(&path, "names=&unit=").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let many = form(&[("names", &"Lê Ba\n".repeat(301))]);
    let refused = clerk.post(&path, &many).await;
    assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.text().contains("Có 301 dòng"));
    let stranger = Caller::signed_in(&world, "binhson.thuongtruc").await;
    assert_eq!(stranger.get(&path).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_is_inspected_of_each_unit_comes_from_the_data() {
    let (world, clerk, movement) = registered().await;
    let path = format!("/movements/{movement}/registrations/check");
    let page = clerk.get(&path).await.text();
    assert!(page.contains(tile("Đã đăng ký", "2/3").as_str()), "{page}");
    assert!(
        page.contains(tile("Đã quán triệt", "0/3").as_str())
            && page.contains(tile("Đã ký giao ước", "0/3").as_str())
    );
    let unit = unit_id(&world, "Làng Chợt").await;
    let session = form(&[("unit", &unit), ("day", "10/3/2022"), ("form", "meeting"), ("version", "0")]);
    let told = clerk.post(&format!("/movements/{movement}/known"), &session).await;
    assert_eq!(told.status, StatusCode::SEE_OTHER, "{}", told.text());
    let page = clerk.get(&path).await.text();
    assert!(page.contains(tile("Đã quán triệt", "1/3").as_str()), "{page}");
    assert!(page.contains("- Làng Chợt: đã lập kế hoạch: không; đã quán triệt: có; đã đăng ký: có"), "{page}");
    let found = clerk.get(&format!("{path}?find=lang+lo")).await.text();
    assert!(found.contains(tile("Đã đăng ký", "1/1").as_str()), "{found}");
}

#[tokio::test]
async fn a_movement_of_2022_cites_the_law_of_its_day_and_one_of_2025_that_of_2022() {
    let world = world_with_units().await;
    for (login, issuer, cited, other) in [
        ("lyson.thuongtruc", "Ủy ban nhân dân huyện Lý Sơn", "Luật 15/2003/QH11", "Luật 06/2022/QH15"),
        ("binhson.thuongtruc", "Ủy ban nhân dân huyện Bình Sơn", "Luật 06/2022/QH15", "Luật 15/2003/QH11"),
    ] {
        let clerk = Caller::signed_in(&world, login).await;
        let movement = ids(&world, issuer).await.movement;
        let path = format!("/movements/{movement}/registrations");
        let opened = clerk.post(&path, "version=0&deadline=01/12/2099").await;
        assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.text());
        let page = clerk.get(&path).await.text();
        assert!(page.contains(cited) && !page.contains(other), "{login}: {page}");
    }
    let (world, clerk, movement) = registered().await;
    let page = clerk.get(&format!("/movements/{movement}/registrations")).await.text();
    assert!(page.contains("Nghị định 91/2017/NĐ-CP Điều 9 khoản 3"), "the article beside the title: {page}");
    let store = world.app.store();
    let round = store.registration_round(&movement).await.expect("read").expect("a round");
    let of = store.registrations_of_round(&round.id).await.expect("read");
    let sheet = clerk.get(&format!("/registrations/{}", of[0].id)).await.text();
    assert!(sheet.contains("Nghị định 91/2017/NĐ-CP Điều 9 khoản 3"), "{sheet}");
}

/// A tile of the inspection, which leads to the units that lack the answer.
fn tile(label: &str, says: &str) -> String {
    let code = match label {
        "Đã quán triệt" => "known",
        "Đã đăng ký" => "registered",
        _ => "covenant",
    };
    format!("?lacks={code}#inspection\">{says}</a>")
}
