//! People, households and collectives: found without marks, one person from two records and back, identity numbers masked,
//! two who correct one record, counts, the roster.

use crate::world::{Answer, Caller, World, ids, world};
use axum::http::StatusCode;
use std::sync::Arc;

/// A form from pairs.
pub fn form(pairs: &[(&str, &str)]) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
}

/// Adds a unit below another and gives its identifier.
pub async fn unit_below(world: &Arc<World>, clerk: &Caller, parent: &str, name: &str) -> String {
    let answer = clerk.post("/units", &form(&[("parent_id", parent), ("name", name)])).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let found = world.app.store().units_folded(&thidua_domain::basics::text::fold(name)).await.expect("read");
    found.into_iter().find(|unit| unit.parent_id.as_deref() == Some(parent)).expect("the unit").id
}

/// What a form of a person sends, with changes.
fn person<'a>(changes: &[(&'a str, &'a str)]) -> String {
    let mut pairs: Vec<(&str, &str)> = vec![
        ("kind", "individual"),
        ("name", "Trần Thị Diệu"),
        ("birth", "1979"),
        ("sex", "female"),
        ("unit", "Ủy ban nhân dân xã Lơ Ku"),
        ("category", "official"),
        ("title", "Kế toán"),
        ("standing", "active"),
        ("version", "0"),
    ];
    for (name, value) in changes {
        pairs.retain(|(one, _)| one != name);
        pairs.push((name, value));
    }
    form(&pairs)
}

fn identifier(answer: &Answer) -> String {
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    answer.location.trim_start_matches("/people/").split('?').next().expect("an identifier").to_owned()
}

#[tokio::test]
async fn people_are_added_found_without_marks_and_seen_only_where_one_may_look() {
    let world = world().await;
    let unit = ids(&world, "Ủy ban nhân dân xã Lơ Ku").await.unit;
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    unit_below(&world, &clerk, &unit, "Thôn Thọ An").await;
    assert!(clerk.get("/people").await.text().contains("Chưa có ai trong danh sách"));
    let a = identifier(&clerk.post("/people", &person(&[])).await);
    let farmer = person(&[
        ("name", "Nguyễn Văn Hoà"),
        ("unit", "thôn thọ an"),
        ("category", "farmer"),
        ("birth", "07/3/1985"),
    ]);
    let b = identifier(&clerk.post("/people", &farmer).await);
    let page = clerk.get("/people?q=nguyen%20van%20hoa").await.text();
    assert!(page.contains("Nguyễn Văn Hoà") && page.contains("07/3/1985") && !page.contains("Trần Thị Diệu"));
    assert!(clerk.get("/people?category=farmer").await.text().contains(&b));
    assert!(!clerk.get("/people?category=farmer").await.text().contains(&a));
    let in_village = clerk.get("/people?unit=Th%C3%B4n%20Th%E1%BB%8D%20An").await.text();
    assert!(in_village.contains(&b) && !in_village.contains(&a));
    assert_eq!(clerk.get("/people?unit=x%C3%A3%20M%E1%BB%B9").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    // a viewer sees the own unit's people, another authority nobody of them
    let viewer = Caller::signed_in(&world, "loku.xem").await;
    let seen = viewer.get("/people").await.text();
    assert!(seen.contains(&a) && !seen.contains(&b));
    let other = Caller::signed_in(&world, "binhson.thuongtruc").await;
    assert!(!other.get("/people?q=dieu").await.text().contains(&a));
    assert_eq!(other.get(&format!("/people/{a}")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(other.post(&format!("/people/{a}"), &person(&[])).await.status, StatusCode::NOT_FOUND);

    let counts = clerk.get("/people/counts").await.text();
    assert!(counts.contains("Nông dân") && counts.contains("Đối tượng chưa có ai"));
}

#[tokio::test]
async fn a_second_record_of_one_person_is_asked_about_and_merging_can_be_taken_back() {
    let world = world().await;
    let unit = ids(&world, "Ủy ban nhân dân xã Lơ Ku").await.unit;
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    unit_below(&world, &clerk, &unit, "Thôn Thọ An").await;
    let a = identifier(&clerk.post("/people", &person(&[])).await);
    let second = [("name", "Tran Thi Dieu"), ("unit", "Thôn Thọ An"), ("category", "farmer"), ("title", "")];
    let asked = clerk.post("/people", &person(&second)).await;
    assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(asked.text().contains(&format!("/people/{a}")) && asked.text().contains("một bên không ghi dấu"));
    let mut sure = second.to_vec();
    sure.push(("not_another", "yes"));
    let b = identifier(&clerk.post("/people", &person(&sure)).await);

    let doubles = clerk.get("/people/doubles").await.text();
    assert!(doubles.contains(&a) && doubles.contains(&b), "{doubles}");
    let compare = format!("/people/{a}/compare/{b}");
    assert!(clerk.get(&compare).await.text().contains("cùng năm sinh"));
    let stale = form(&[("says", "same"), ("version", "7"), ("other_version", "0")]);
    assert_eq!(clerk.post(&compare, &stale).await.status, StatusCode::CONFLICT);
    let same = form(&[("says", "same"), ("version", "0"), ("other_version", "0"), ("reason", "cùng nhà")]);
    assert_eq!(clerk.post(&compare, &same).await.status, StatusCode::SEE_OTHER);
    let page = clerk.get(&format!("/people/{a}")).await.text();
    assert!(page.contains("Thôn Thọ An"), "posts are joined");
    assert!(page.contains("Tran Thi Dieu") && page.contains("cùng nhà"));
    assert!(clerk.get(&format!("/people/{b}")).await.text().contains("đã được gộp vào"));
    let listed = clerk.get("/people").await.text();
    assert!(listed.contains(&a) && !listed.contains(&b));

    let pairs = world.app.store().pairs_of(std::slice::from_ref(&a)).await.expect("read");
    let undo = format!("/people/{a}/pairs/{}", pairs[0].id);
    assert_eq!(clerk.post(&undo, "").await.status, StatusCode::SEE_OTHER);
    let listed = clerk.get("/people").await.text();
    assert!(listed.contains(&a) && listed.contains(&b));

    let versions = world.app.store().people_of(&[a.clone(), b.clone()]).await.expect("read");
    let version = |id: &str| versions.iter().find(|one| one.id == id).expect("there").version.to_string();
    let two = form(&[("says", "two"), ("version", &version(&a)), ("other_version", &version(&b))]);
    assert_eq!(clerk.post(&compare, &two).await.status, StatusCode::SEE_OTHER);
    assert!(clerk.get("/people/doubles").await.text().contains("Không có cặp nào"), "not proposed again");
}

#[tokio::test]
async fn an_identity_number_is_sealed_masked_found_again_and_shown_only_with_an_entry() {
    let world = world().await;
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    let short = clerk.post("/people", &person(&[("identity", "05117900123")])).await;
    assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(short.text().contains("Cần đúng 12 chữ số; đang có 11"));
    let another_year = clerk.post("/people", &person(&[("identity", "051180001234")])).await;
    assert!(another_year.text().contains("người sinh năm 1980"));
    let a = identifier(&clerk.post("/people", &person(&[("identity", "051 179 001 234")])).await);
    let page = clerk.get(&format!("/people/{a}")).await.text();
    assert!(page.contains("0xx…234") && !page.contains("051179001234"));
    let kept = world.app.store().identity_of(&a).await.expect("read").expect("kept");
    assert!(!kept.sealed.contains("051179001234") && !kept.hash.contains("051179001234"));
    let again = clerk.post("/people", &person(&[("name", "Người khác"), ("identity", "051179001234")])).await;
    assert!(again.text().contains("đang ghi cho Trần Thị Diệu"), "{}", again.text());

    let viewer = Caller::signed_in(&world, "loku.xem").await;
    assert!(!viewer.get(&format!("/people/{a}")).await.text().contains("0xx"));
    assert_eq!(viewer.post(&format!("/people/{a}/identity"), "").await.status, StatusCode::FORBIDDEN);
    let shown = clerk.post(&format!("/people/{a}/identity"), "").await.text();
    assert!(shown.contains("051179001234"));
    let log = world.app.store().history_of("person", &a).await.expect("read");
    assert_eq!(log.last().expect("an entry").act, "person.identity-seen");
    assert!(log.iter().all(|entry| !entry.detail.clone().unwrap_or_default().contains("051179001234")));
}

#[tokio::test]
async fn of_two_who_correct_one_record_the_second_sees_what_changed() {
    let world = world().await;
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    let a = identifier(&clerk.post("/people", &person(&[])).await);
    let address = format!("/people/{a}");
    let first = clerk.post(&address, &person(&[("title", "Kế toán trưởng")])).await;
    assert_eq!(first.status, StatusCode::SEE_OTHER, "{}", first.text());
    let second = clerk.post(&address, &person(&[("title", "Văn thư")])).await;
    assert_eq!(second.status, StatusCode::CONFLICT);
    let text = second.text();
    assert!(text.contains("Hiện đang ghi: Kế toán trưởng") && text.contains("value=\"Văn thư\""));

    let post = form(&[
        ("how", "main"),
        ("post_title", "Phó Chủ tịch"),
        ("post_unit", "Ủy ban nhân dân xã Lơ Ku"),
        ("post_category", "leader-manager"),
        ("post_leader", "yes"),
        ("post_from", "01/7/2025"),
        ("post_document", "Quyết định 12/QĐ-UBND"),
        ("version", "1"),
    ]);
    assert_eq!(clerk.post(&format!("{address}/posts"), &post).await.status, StatusCode::SEE_OTHER);
    let page = clerk.get(&address).await.text();
    assert!(page.contains("từ 01/7/2025") && page.contains("đến 30/6/2025") && page.contains("Kế toán trưởng"));
    let without_day = form(&[("how", "main"), ("post_unit", "Ủy ban nhân dân xã Lơ Ku"), ("version", "2")]);
    let refused = clerk.post(&format!("{address}/posts"), &without_day).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("Cần ngày bắt đầu"));
}

#[tokio::test]
async fn a_collective_has_members_and_a_unit_its_emulation_staff() {
    let world = world().await;
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    let a = identifier(&clerk.post("/people", &person(&[])).await);
    let group = person(&[
        ("kind", "collective"),
        ("name", "Tổ văn phòng"),
        ("category", "other"),
        ("birth", ""),
        ("sex", ""),
    ]);
    let g = identifier(&clerk.post("/people", &group).await);
    let unknown = clerk.post(&format!("/people/{g}/members"), "member=Ho+Bon").await;
    assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        clerk.post(&format!("/people/{g}/members"), "member=tran+thi+dieu").await.status,
        StatusCode::SEE_OTHER
    );
    assert!(clerk.get(&format!("/people/{g}")).await.text().contains(&format!("/people/{a}")));
    assert!(clerk.get(&format!("/people/{a}")).await.text().contains("Tổ văn phòng"));

    let roster = clerk.get("/staff").await.text();
    assert!(roster.contains("Đơn vị chưa có người làm công tác thi đua"));
    let assigned =
        form(&[("unit", "Ủy ban nhân dân xã Lơ Ku"), ("mode", "part-time"), ("staff_from", "01/01/2026")]);
    assert_eq!(clerk.post(&format!("/people/{a}/staff"), &assigned).await.status, StatusCode::SEE_OTHER);
    let viewer = Caller::signed_in(&world, "loku.xem").await;
    let roster = viewer.get("/staff").await.text();
    assert!(roster.contains("Trần Thị Diệu") && roster.contains("Kiêm nhiệm") && roster.contains("từ 01/01/2026"));
    let named = form(&[("name", "Trần Thị Mới"), ("former", "yes")]);
    assert_eq!(clerk.post(&format!("/people/{a}/names"), &named).await.status, StatusCode::SEE_OTHER);
    assert!(clerk.get("/people?q=tran%20thi%20moi").await.text().contains(&a), "found by a former name");
}

#[tokio::test]
async fn the_page_of_a_person_shows_the_classes_they_were_called_to() {
    let world = world().await;
    let unit = ids(&world, "Ủy ban nhân dân xã Lơ Ku").await.unit;
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    unit_below(&world, &clerk, &unit, "Thôn Thọ An").await;
    let village = crate::units::unit_id(&world, "Thôn Thọ An").await;
    let id = identifier(&clerk.post("/people", &person(&[("name", "Lê Cẩn"), ("unit", "Thôn Thọ An")])).await);
    let page = format!("/people/{id}");
    assert!(!clerk.get(&page).await.text().contains("Tập huấn nghiệp vụ"), "no class yet");
    let class = crate::training::add(&clerk, "Tập huấn nghiệp vụ", "15/4/2022").await;
    let fields =
        [("version", "0"), ("unit", village.as_str()), ("lines", "Lê Cẩn; Trưởng thôn; Thôn Thọ An\nLê Văn Cần")];
    let called = clerk.post(&format!("/training/{class}/people"), &crate::units::form(&fields)).await;
    assert_eq!(called.status, StatusCode::SEE_OTHER, "{}", called.text());
    let shown = clerk.get(&page).await.text();
    assert!(shown.contains(&format!("<a href=\"/training/{class}\">Tập huấn nghiệp vụ</a>, 15/4/2022")), "{shown}");
    assert_eq!(shown.matches("Tập huấn nghiệp vụ").count(), 1, "the other one is somebody else");
}
