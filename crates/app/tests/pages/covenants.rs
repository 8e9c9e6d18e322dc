//! Covenants: drawn up, signed by every party, amended by annexes only, settled.

use crate::registrations::{add_item, begin, decide, form, open, person, send, unit_below};
use crate::world::{Answer, Caller, Ids, World, ids, target_named, world};
use axum::http::StatusCode;
use std::sync::Arc;
use thidua_domain::access::Role;
use thidua_store::covenants::{Covenant, Party};

async fn lo_ku() -> (Arc<World>, Ids, Caller) {
    let world = world().await;
    let own = ids(&world, "Ủy ban nhân dân xã Lơ Ku").await;
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    (world, own, clerk)
}

/// Draws up a covenant with units; its address.
async fn draw_up(clerk: &Caller, movement: &str, source: &str, units: &[&str]) -> String {
    let names: Vec<String> = units.iter().map(|unit| format!("party-{unit}")).collect();
    let mut fields = vec![
        ("title", "Thực hiện nhiệm vụ phát triển kinh tế - xã hội năm 2022"),
        ("place", "hội trường xã Lơ Ku"),
        ("signing_day", "15/3/2022"),
        ("source", source),
    ];
    fields.extend(names.iter().map(|name| (name.as_str(), "yes")));
    let drawn = clerk.post(&format!("/movements/{movement}/covenants"), &form(&fields)).await;
    assert_eq!(drawn.status, StatusCode::SEE_OTHER, "{}", drawn.text());
    drawn.location.split('?').next().expect("an address").to_owned()
}

async fn covenant(world: &World, address: &str) -> (Covenant, Vec<Party>) {
    let id = address.rsplit('/').next().expect("an identifier");
    let store = world.app.store();
    let found = store.covenant(id).await.expect("read").expect("there");
    (found, store.covenant_parties(id).await.expect("read"))
}

async fn step(clerk: &Caller, address: &str, to: &str) -> Answer {
    clerk.post(&format!("{address}/step"), &form(&[("to", to)])).await
}

/// The version of the text that a page shows above its signing form.
fn version_shown(page: &str) -> String {
    let form = page.split("name=\"paper\"").nth(1).unwrap_or_default();
    let version = form.split("name=\"version\" value=\"").nth(1).unwrap_or_default();
    version.split('"').next().unwrap_or_default().to_owned()
}

async fn record(clerk: &Caller, address: &str, how: &str, paper: &str, party: &str, day: &str) -> Answer {
    let seen = version_shown(&clerk.get(address).await.text());
    record_seen(clerk, address, how, &seen, (paper, party, day)).await
}

/// Signs what was on a page of a version.
async fn record_seen(
    clerk: &Caller,
    address: &str,
    how: &str,
    seen: &str,
    (paper, party, day): (&str, &str, &str),
) -> Answer {
    let parts: [(&str, Option<&str>, &[u8]); 8] = [
        ("paper", None, paper.as_bytes()),
        ("version", None, seen.as_bytes()),
        ("party", None, party.as_bytes()),
        ("signed_on", None, day.as_bytes()),
        ("signatory", None, "Đinh Văn Mẫu".as_bytes()),
        ("post", None, "Trưởng làng".as_bytes()),
        ("on_behalf", None, b""),
        ("file", Some("ban-ky.pdf"), b"%PDF-1.7 ban chup"),
    ];
    clerk.post_parts(&format!("{address}/{how}"), &parts).await
}

/// Signs for every party and puts it in force.
async fn put_in_force(world: &World, clerk: &Caller, address: &str) {
    assert_eq!(step(clerk, address, "ready").await.status, StatusCode::SEE_OTHER);
    let (found, parties) = covenant(world, address).await;
    for party in &parties {
        let signed = record(clerk, address, "signatures", &found.id, &party.id, "15/3/2022").await;
        assert_eq!(signed.status, StatusCode::SEE_OTHER, "{}", signed.text());
    }
    let forced = clerk.post(&format!("{address}/step"), &form(&[("to", "in-force"), ("day", "15/3/2022")])).await;
    assert_eq!(forced.status, StatusCode::SEE_OTHER, "{}", forced.text());
}

#[tokio::test]
async fn the_covenant_of_a_commune_is_signed_by_front_unions_units_and_nine_villages() {
    let (world, own, clerk) = lo_ku().await;
    let mut units = Vec::new();
    let named = ["Ủy ban Mặt trận Tổ quốc Việt Nam xã Lơ Ku", "Hội Liên hiệp Phụ nữ xã", "Trường Tiểu học Lơ Ku"];
    for name in named {
        units.push(unit_below(&world, &own.unit, name).await);
    }
    for number in 1..=9 {
        units.push(unit_below(&world, &own.unit, &format!("Làng {number}")).await);
    }
    let ids: Vec<&str> = units.iter().map(String::as_str).collect();
    let address = draw_up(&clerk, &own.movement, "targets", &ids).await;
    let head = person(&world, &units[3], "lang.mot", Role::Head).await;
    assert_eq!(step(&clerk, &address, "signed").await.status, StatusCode::UNPROCESSABLE_ENTITY, "no button signs");
    assert_eq!(step(&clerk, &address, "ready").await.status, StatusCode::SEE_OTHER);
    assert!(head.get("/").await.text().contains("Ký giao ước thi đua"), "it waits on the first page of a head");

    let (found, parties) = covenant(&world, &address).await;
    assert_eq!(parties.len(), 13);
    let village = parties.iter().find(|party| party.name == "Làng 1").expect("a party");
    let other = parties.iter().find(|party| party.name == "Làng 2").expect("a party");
    let foreign = record(&head, &address, "sign", &found.id, &other.id, "15/3/2022").await;
    assert_eq!(foreign.status, StatusCode::FORBIDDEN, "a head signs for the own unit only");
    let signed = record(&head, &address, "sign", &found.id, &village.id, "15/3/2022").await;
    assert_eq!(signed.status, StatusCode::SEE_OTHER, "{}", signed.text());
    let twice = record(&clerk, &address, "signatures", &found.id, &village.id, "16/3/2022").await;
    assert_eq!(twice.status, StatusCode::CONFLICT, "a signature is not replaced");
    let board = clerk.get(&format!("/movements/{}/covenants", own.movement)).await.text();
    assert!(
        board.contains("1/13") && board.contains("giao ước thi đua còn bên chưa ký"),
        "who has signed, who has not"
    );
    assert!(board.contains("Làng 9") && board.contains("Hội Liên hiệp Phụ nữ xã"));

    for party in parties.iter().filter(|party| party.id != village.id) {
        let signed = record(&clerk, &address, "signatures", &found.id, &party.id, "15/3/2022").await;
        assert_eq!(signed.status, StatusCode::SEE_OTHER, "{}", signed.text());
    }
    let page = clerk.get(&address).await.text();
    assert!(page.contains("Các bên đã ký") && page.contains("Đinh Văn Mẫu, Trưởng làng"));
    let scan = page.split("href=\"/files/").nth(1).and_then(|rest| rest.split('"').next()).expect("a scan");
    assert_eq!(head.get(&format!("/files/{scan}")).await.status, StatusCode::OK, "a party reads the scan");

    let edited = clerk.post(&address, &form(&[("version", "1"), ("title", "Khác")])).await;
    assert!(edited.text().contains("chỉ sửa bằng phụ lục"), "a signed covenant is not edited: {}", edited.text());
    let added = clerk.post(&format!("{address}/commitments/new"), &form(&[("name", "Thêm")])).await;
    assert!(added.text().contains("chỉ sửa bằng phụ lục"));
    let party = clerk.post(&format!("{address}/parties"), &form(&[("remove", &village.id)])).await;
    assert_eq!(party.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(step(&clerk, &address, "draft").await.status, StatusCode::UNPROCESSABLE_ENTITY);

    let far = Caller::signed_in(&world, "luongphong.thutruong").await;
    for path in [address.clone(), format!("{address}/print.pdf"), format!("/files/{scan}")] {
        assert_eq!(far.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    for paper in ["print.docx", "print.pdf"] {
        assert_eq!(head.get(&format!("{address}/{paper}")).await.status, StatusCode::OK);
    }
}

#[tokio::test]
async fn an_annex_changes_a_promise_from_its_day_and_the_year_settles_it() {
    let (world, own, clerk) = lo_ku().await;
    let village = unit_below(&world, &own.unit, "Làng Một").await;
    let address = draw_up(&clerk, &own.movement, "blank", &[&village]).await;
    let bare = step(&clerk, &address, "ready").await;
    assert_eq!(bare.text().matches("Chưa có cam kết nào").count(), 1, "nothing is promised yet, said once");
    assert!(bare.text().contains("Chưa trình ký được"));
    let target = target_named(&world, &own.plan, "Tổng sản lượng lương thực").await;
    for fields in
        [vec![("target", target.as_str()), ("value", "9.000")], vec![("name", "Giữ vững đoàn kết thôn làng")]]
    {
        let added = clerk.post(&format!("{address}/commitments/new"), &form(&fields)).await;
        assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.text());
    }
    put_in_force(&world, &clerk, &address).await;
    let store = world.app.store();
    let (found, parties) = covenant(&world, &address).await;
    let promise = store.covenant_commitments(&found.id).await.expect("read").remove(0);

    let value = format!("value-{}", promise.id);
    let seen = found.version.to_string();
    let fields = |day: &'static str, reason: &'static str| {
        form(&[("version", &seen), ("reason", reason), ("effective", day), (&value, "8.500")])
    };
    let bare = clerk.post(&format!("{address}/annexes"), &fields("01/7/2022", "")).await;
    assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY, "an annex has a reason");
    assert!(bare.text().contains("8.500"), "what was typed stays");
    let early = clerk.post(&format!("{address}/annexes"), &fields("01/01/2022", "Hạn hán")).await;
    assert!(early.text().contains("không có hiệu lực trước giao ước"));
    let drawn = clerk.post(&format!("{address}/annexes"), &fields("01/7/2022", "Hạn hán")).await;
    assert_eq!(drawn.status, StatusCode::SEE_OTHER, "{}", drawn.text());
    assert!(
        !clerk.get(&format!("{address}?on=02/7/2022")).await.text().contains("theo phụ lục"),
        "not before all signed"
    );
    let annex = store.covenant_annexes(&found.id).await.expect("read").remove(0);
    for party in &parties {
        let signed = record(&clerk, &address, "signatures", &annex.id, &party.id, "30/6/2022").await;
        assert_eq!(signed.status, StatusCode::SEE_OTHER, "{}", signed.text());
    }
    let before = clerk.get(&format!("{address}?on=30/6/2022")).await.text();
    let after = clerk.get(&format!("{address}?on=01/7/2022")).await.text();
    assert!(!before.contains("theo phụ lục") && after.contains("theo phụ lục"), "it holds from its day");
    assert!(after.contains("8.500"));
    let open = step(&clerk, &address, "settled").await;
    assert!(open.text().contains("Giữ vững đoàn kết thôn làng"), "words need a person: {}", open.text());
    let words = store.covenant_commitments(&found.id).await.expect("read").remove(1).id;
    let judged = [("commitment", words.as_str()), ("outcome", "met"), ("said", "Biên bản họp làng 20/12/2022")];
    let unfounded = clerk.post(&format!("{address}/outcomes"), &form(&judged[..2])).await;
    assert!(unfounded.text().contains("phải ghi căn cứ"));
    assert_eq!(clerk.post(&format!("{address}/outcomes"), &form(&judged)).await.status, StatusCode::SEE_OTHER);
    let settled = step(&clerk, &address, "settled").await;
    assert_eq!(settled.status, StatusCode::SEE_OTHER, "{}", settled.text());
    let outcomes = store.covenant_outcomes(&found.id).await.expect("read");
    assert_eq!(outcomes.len(), 2);
    let of_figure = outcomes.iter().find(|one| !one.by_person).expect("one by the figure");
    assert!(of_figure.actual.is_some() && of_figure.rate.is_some(), "{of_figure:?}");
    assert_eq!(step(&clerk, &address, "archived").await.status, StatusCode::SEE_OTHER);
    for paper in ["print.docx", "print.pdf"] {
        assert_eq!(clerk.get(&format!("{address}/annexes/1/{paper}")).await.status, StatusCode::OK);
    }
}

#[tokio::test]
async fn approved_registrations_become_promises_and_two_editors_of_a_draft_meet() {
    let (world, own, clerk) = lo_ku().await;
    let village = unit_below(&world, &own.unit, "Làng Một").await;
    unit_below(&world, &own.unit, "Làng Hai").await;
    let writer = person(&world, &village, "lang.mot", Role::Reporter).await;
    open(&clerk, &own.movement, "01/12/2099").await;
    let sheet = begin(&writer, &own.movement).await;
    add_item(
        &writer,
        &sheet,
        "target",
        &[("name", "Diện tích lúa nước"), ("how", "ge"), ("registered", "45"), ("unit_of", "ha")],
    )
    .await;
    send(&world, &writer, &sheet).await;
    decide(&world, &clerk, &sheet, "approved", "").await;
    let address = draw_up(&clerk, &own.movement, "registrations", &[&village]).await;
    let page = clerk.get(&address).await.text();
    assert!(page.contains("Diện tích lúa nước: từ 45 ha trở lên"), "the registered value is the promise");
    let (found, _) = covenant(&world, &address).await;
    let promise = world.app.store().covenant_commitments(&found.id).await.expect("read").remove(0);
    let path = format!("{address}/commitments/{}", promise.id);
    let fields = |value: &'static str| {
        form(&[
            ("version", "1"),
            ("name", "Diện tích lúa nước"),
            ("how", "ge"),
            ("value", value),
            ("unit_of", "ha"),
        ])
    };
    assert_eq!(clerk.post(&path, &fields("46")).await.status, StatusCode::SEE_OTHER);
    let stale = clerk.post(&path, &fields("47")).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    assert!(stale.text().contains("Người khác vừa ghi: 46"), "the second editor sees what changed");
    let reporter = Caller::signed_in(&world, "loku.baocao").await;
    assert_eq!(reporter.post(&path, &fields("1")).await.status, StatusCode::FORBIDDEN);
    let bloc = clerk.post(&format!("{address}/parties"), &form(&[("bloc", "Khối làng")])).await;
    assert!(bloc.text().contains("ít nhất hai đơn vị"), "a bloc has members");
    let units = world.app.store().children_now(&own.unit).await.expect("read");
    let members: Vec<String> = units.iter().map(|unit| format!("member-{}", unit.id)).collect();
    let mut fields = vec![("bloc", "Khối làng")];
    fields.extend(members.iter().map(|member| (member.as_str(), "yes")));
    assert_eq!(clerk.post(&format!("{address}/parties"), &form(&fields)).await.status, StatusCode::SEE_OTHER);
    assert!(clerk.get(&address).await.text().contains("Khối làng"));
}

#[tokio::test]
async fn nobody_signs_a_text_that_was_changed_after_the_page_was_opened() {
    let (world, own, clerk) = lo_ku().await;
    let village = unit_below(&world, &own.unit, "Làng Một").await;
    let head = person(&world, &village, "lang.mot", Role::Head).await;
    let address = draw_up(&clerk, &own.movement, "blank", &[&village]).await;
    let promise = |value: &'static str, version: &'static str| {
        form(&[("version", version), ("name", "Trồng rừng"), ("how", "ge"), ("value", value), ("unit_of", "ha")])
    };
    let added = clerk.post(&format!("{address}/commitments/new"), &promise("25", "")).await;
    assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.text());
    assert_eq!(step(&clerk, &address, "ready").await.status, StatusCode::SEE_OTHER);
    let (found, parties) = covenant(&world, &address).await;
    let mine = parties.iter().find(|party| party.name == "Làng Một").expect("a party");
    let opened = head.get(&address).await.text();
    assert!(opened.contains("từ 25 ha trở lên"));
    let old = version_shown(&opened);

    // the office takes it back, promises another value for the village, and lays it out again
    assert_eq!(step(&clerk, &address, "draft").await.status, StatusCode::SEE_OTHER);
    let store = world.app.store();
    let first = store.covenant_commitments(&found.id).await.expect("read").remove(0);
    let changed = clerk.post(&format!("{address}/commitments/{}", first.id), &promise("1", "1")).await;
    assert_eq!(changed.status, StatusCode::SEE_OTHER, "{}", changed.text());
    assert_eq!(step(&clerk, &address, "ready").await.status, StatusCode::SEE_OTHER);
    for (who, how) in [(&head, "sign"), (&clerk, "signatures")] {
        for seen in [old.as_str(), ""] {
            let stale = record_seen(who, &address, how, seen, (&found.id, &mine.id, "15/3/2022")).await;
            assert_eq!(stale.status, StatusCode::CONFLICT, "{how} of version “{seen}”");
            let page = stale.text();
            assert!(page.contains("nội dung văn bản đã thay đổi từ lúc mở trang này"), "{page}");
            assert!(
                page.contains("từ 1 ha trở lên") && !page.contains("từ 25 ha trở lên"),
                "the text as it now stands"
            );
            assert!(page.contains("value=\"Đinh Văn Mẫu\""), "what was typed stays");
        }
    }
    assert!(store.covenant_signatures(&found.id).await.expect("read").is_empty(), "nothing was signed");

    // the day of a signature lies between the plan and today
    for (day, says) in [("06/3/2022", "Ngày ký không thể trước"), ("01/01/2099", "Ngày ký chưa tới")] {
        let refused = record(&head, &address, "sign", &found.id, &mine.id, day).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{day}");
        assert!(refused.text().contains(says) && refused.text().contains(day), "{day}: {}", refused.text());
    }
    let other = parties.iter().find(|party| party.id != mine.id).expect("the authority");
    let now = version_shown(&head.get(&address).await.text());
    let signed = record(&clerk, &address, "signatures", &found.id, &other.id, "15/3/2022").await;
    assert_eq!(signed.status, StatusCode::SEE_OTHER, "{}", signed.text());
    let signed = record_seen(&head, &address, "sign", &now, (&found.id, &mine.id, "15/3/2022")).await;
    assert_eq!(signed.status, StatusCode::SEE_OTHER, "another's signature changes no text: {}", signed.text());
    assert_eq!(store.covenant_signatures(&found.id).await.expect("read").len(), 2);
}
