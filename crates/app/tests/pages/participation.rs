//! Who takes part: units by what they did, people by category, campaigns that were joined; and who is not reached.

use crate::registrations::{add_item, begin, form, open, person, send, unit_below};
use crate::world::{Caller, Ids, World, ids, world};
use axum::http::StatusCode;
use std::sync::Arc;
use thidua_domain::access::Role;

async fn lo_ku() -> (Arc<World>, Ids, Caller) {
    let world = world().await;
    let own = ids(&world, "Ủy ban nhân dân xã Lơ Ku").await;
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    (world, own, clerk)
}

async fn add_person(clerk: &Caller, name: &str, unit: &str, category: &str, leader: bool) {
    let kind = if category == "household" { "household" } else { "individual" };
    let mut fields = vec![("kind", kind), ("name", name), ("unit", unit), ("category", category)];
    fields.extend([("standing", "active"), ("version", "0"), ("not_another", "yes")]);
    if leader {
        fields.push(("leader", "yes"));
    }
    let added = clerk.post("/people", &form(&fields)).await;
    assert_eq!(added.status, StatusCode::SEE_OTHER, "{name}: {}", added.text());
}

#[tokio::test]
async fn units_and_categories_that_nobody_reached_are_named_with_shares() {
    let (world, own, clerk) = lo_ku().await;
    let path = format!("/movements/{}/participation", own.movement);
    let east = unit_below(&world, &own.unit, "Thôn Đông").await;
    let west = unit_below(&world, &own.unit, "Thôn Tây").await;
    let empty = clerk.get(&path).await.text();
    assert!(empty.contains("Chưa có danh sách người") && empty.contains("trên 2 đơn vị, 0 %"), "{empty}");
    for (name, unit, category, leader) in [
        ("Nguyễn Văn Nông", "Thôn Đông", "farmer", false),
        ("Trần Thị Ruộng", "Thôn Đông", "farmer", false),
        ("Lê Văn Trưởng", "Thôn Đông", "official", true),
        ("Hộ ông Ba", "Thôn Tây", "household", false),
        ("Phạm Văn Trùng", "Thôn Đông", "farmer", false),
        ("Phạm Văn Trùng", "Thôn Đông", "official", false),
    ] {
        add_person(&clerk, name, unit, category, leader).await;
    }
    open(&clerk, &own.movement, "01/12/2099").await;
    let writer = person(&world, &east, "thondong", Role::Reporter).await;
    let sheet = begin(&writer, &own.movement).await;
    let title = thidua_title(&writer, &sheet).await;
    for name in ["nguyễn văn nông", "Không Có Ai", "Phạm Văn Trùng"] {
        add_item(&writer, &sheet, "title", &[("title", &title), ("person", name)]).await;
    }
    let before = clerk.get(&path).await.text();
    assert!(before.contains("trên 2 đơn vị, 0 %"), "what is not handed in does not count");
    send(&world, &writer, &sheet).await;

    let page = clerk.get(&path).await.text();
    assert!(page.contains("trên 2 đơn vị, 50 %"), "{page}");
    assert!(page.contains("trên 6 người trong danh sách, 16,67 %"), "one of six, in exact decimals: {page}");
    assert!(page.contains("2 tên trong bản đăng ký không tìm thấy"), "strangers and namesakes are not guessed");
    let row = |label: &str| {
        let at = page.find(&format!("<th scope=\"row\">{label}</th>")).unwrap_or_else(|| panic!("{label}: {page}"));
        page[at..].split("</tr>").next().expect("a row").to_owned()
    };
    assert!(row("Nông dân").contains(">3<") && row("Nông dân").contains("33,33"), "{}", row("Nông dân"));
    assert!(row("Giữ chức vụ lãnh đạo, quản lý").contains(">1<"));
    let missed = page.split("id=\"missed\"").nth(1).expect("who is missed");
    assert!(missed.contains("Thôn Tây") && !missed.contains("Thôn Đông"), "{missed}");
    assert!(missed.contains("Hộ gia đình") && missed.contains("Công chức") && !missed.contains("Nông dân"));
    assert!(missed.contains("chưa đăng ký") && missed.contains("Đề nghị triển khai"), "a message to copy");

    // a campaign reaches the other village
    let joined = [("campaign", &*own.movement), ("unit", &*west), ("day", "05/3/2022"), ("what", "Dọn đường làng")];
    let recorded = clerk.post(&format!("/movements/{}/campaigns", own.movement), &form(&joined)).await;
    assert_eq!(recorded.status, StatusCode::SEE_OTHER, "{}", recorded.text());
    let page = clerk.get(&path).await.text();
    assert!(!page.split("id=\"missed\"").nth(1).expect("who is missed").contains("Thôn Tây"));
    let far = Caller::signed_in(&world, "binhson.xem").await;
    assert_eq!(far.get(&path).await.status, StatusCode::NOT_FOUND);
}

/// The first title for a person in the form.
async fn thidua_title(writer: &Caller, sheet: &str) -> String {
    let page = writer.get(&format!("{sheet}/items/title")).await.text();
    let options = page.split("<select id=\"title\"").nth(1).expect("titles");
    let of =
        options.split("<option value=\"").skip(2).find(|one| one.contains("cá nhân")).expect("one for a person");
    of.split('"').next().expect("a code").to_owned()
}

#[tokio::test]
async fn joined_campaigns_are_recorded_by_units_and_added_up_by_campaign_and_unit() {
    let (world, own, clerk) = lo_ku().await;
    let east = unit_below(&world, &own.unit, "Thôn Đông").await;
    let west = unit_below(&world, &own.unit, "Thôn Tây").await;
    let path = format!("/movements/{}/campaigns", own.movement);
    assert!(clerk.get(&path).await.text().contains("Chưa ghi lần tham gia nào"));
    let movements = world.app.store().movements(&own.plan).await.expect("read");
    let attached = movements.iter().find(|one| !one.named.own).expect("an attached movement");
    let writer = person(&world, &east, "thondong", Role::Reporter).await;
    let join = |unit: &str, day: &str, amount: &str, of: &str, people: &str| {
        form(&[
            ("campaign", &attached.id),
            ("unit", unit),
            ("day", day),
            ("what", "Ủng hộ Quỹ vì người nghèo"),
            ("amount", amount),
            ("amount_unit", of),
            ("people", people),
            ("evidence", "Biên nhận số 12"),
        ])
    };
    for (fields, says) in [
        (join(&east, "05/3/2099", "1", "triệu đồng", ""), "chưa đến"),
        (join(&east, "", "1", "triệu đồng", ""), "Cần nhập ô này."),
        (join(&east, "05/3/2022", "1", "", ""), "đơn vị tính của đóng góp"),
        (join(&east, "05/3/2022", "", "triệu đồng", ""), "Ghi mức đóng góp"),
        (join(&east, "05/3/2022", "-1", "triệu đồng", ""), "không thể âm"),
        (join(&west, "05/3/2022", "1", "triệu đồng", ""), "không có trong danh sách"),
    ] {
        let refused = writer.post(&path, &fields).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{fields}");
        assert!(refused.text().contains(says), "{says}: {}", refused.text());
    }
    for (unit, amount, of, people) in
        [(&east, "12,5", "triệu đồng", "20"), (&east, "0,1", "Triệu đồng", "5"), (&west, "30", "ngày công", "")]
    {
        let by = if *unit == east { &writer } else { &clerk };
        let recorded = by.post(&path, &join(unit, "05/3/2022", amount, of, people)).await;
        assert_eq!(recorded.status, StatusCode::SEE_OTHER, "{}", recorded.text());
    }
    let page = clerk.get(&path).await.text();
    assert!(page.contains("12,6 triệu đồng; 30 ngày công"), "exact and never across units: {page}");
    assert!(page.contains("Biên nhận số 12") && page.contains(">25<"), "{page}");
    let own_page = writer.get(&path).await.text();
    assert!(
        own_page.contains("12,6 triệu đồng") && !own_page.contains("30 ngày công"),
        "a unit sees its own lines"
    );

    // what was written by mistake is taken back and no longer counted; who comes second sees it
    let joins = world.app.store().campaign_joins(&own.plan).await.expect("read");
    let first = joins.iter().find(|one| one.people == Some(20)).expect("the first");
    let taken = format!(
        "{}&corrects={}&version=1&withdraw=yes",
        join(&east, "05/3/2022", "12,5", "triệu đồng", "20"),
        first.id
    );
    assert_eq!(writer.post(&path, &taken).await.status, StatusCode::SEE_OTHER);
    let again = writer.post(&path, &taken).await;
    assert_eq!(again.status, StatusCode::CONFLICT);
    let page = clerk.get(&path).await.text();
    assert!(page.contains("0,1 Triệu đồng; 30 ngày công") && page.contains("đã rút lại"), "{page}");

    // evidence as a file is kept and opens for those who may look
    let parts: [(&str, Option<&str>, &[u8]); 6] = [
        ("campaign", None, attached.id.as_bytes()),
        ("unit", None, east.as_bytes()),
        ("day", None, "06/3/2022".as_bytes()),
        ("what", None, "Hiến máu".as_bytes()),
        ("people", None, b"7"),
        ("file", Some("giay-chung-nhan.pdf"), b"%PDF-1.7 giay chung nhan"),
    ];
    assert_eq!(writer.post_parts(&path, &parts).await.status, StatusCode::SEE_OTHER);
    let joins = world.app.store().campaign_joins(&own.plan).await.expect("read");
    let file = joins.iter().find_map(|one| one.file_digest.clone()).expect("a file");
    assert_eq!(writer.get(&format!("/files/{file}")).await.status, StatusCode::OK);
    assert_eq!(clerk.get(&format!("/files/{file}")).await.status, StatusCode::OK);
    let far = Caller::signed_in(&world, "binhson.baocao").await;
    assert_eq!(far.get(&format!("/files/{file}")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(far.get(&path).await.status, StatusCode::NOT_FOUND);
}
