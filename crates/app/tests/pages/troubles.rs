//! Bottlenecks and problems: none without a way out, an owner and a day; raised, advised, decided, carried out.

use crate::tasks_around::{Around, around, form, sent};
use crate::world::{Caller, ids, world};
use axum::http::StatusCode;

async fn luong_phong() -> Around {
    around("luongphong", "Ủy ban nhân dân xã Lương Phong").await
}

async fn version(a: &Around, id: &str) -> String {
    a.world.app.store().bottleneck(id).await.expect("read").expect("there").version.to_string()
}

async fn step(a: &Around, id: &str, to: &str, note: &str) -> crate::world::Answer {
    let fields = [("version", &*version(a, id).await), ("to", to), ("note", note)];
    a.office.post(&format!("/bottlenecks/{id}/step"), &form(&fields)).await
}

#[tokio::test]
async fn no_bottleneck_is_accepted_without_direction_owner_and_day() {
    let a = luong_phong().await;
    let name = ("name", "3 hộ chưa bàn giao đất");
    let id = sent(&a.office.post("/bottlenecks", &form(&[name, ("field", "site-clearance")])).await);
    let list = a.office.get("/bottlenecks").await.text();
    assert!(list.contains("Chưa đủ, chưa nhận") && list.contains("hướng tháo gỡ, người phụ trách, thời hạn"));
    assert!(a.office.get("/").await.text().contains("1 điểm nghẽn chưa có đủ"));
    let refused = step(&a, &id, "open", "").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("còn thiếu hướng tháo gỡ, người phụ trách, thời hạn"));
    let edit = async |more: &[(&str, &str)]| {
        let seen = version(&a, &id).await;
        let fields: Vec<(&str, &str)> = [("version", &*seen), name, ("field", "site-clearance")]
            .into_iter()
            .chain(more.iter().copied())
            .collect();
        a.office.post(&format!("/bottlenecks/{id}"), &form(&fields)).await
    };
    edit(&[("direction", "đối thoại từng hộ")]).await;
    assert!(step(&a, &id, "open", "").await.text().contains("còn thiếu người phụ trách, thời hạn"));
    let whole = [
        ("direction", "đối thoại từng hộ"),
        ("owner", &*a.village),
        ("due", "30/6/2024"),
        ("passed", "yes"),
        ("arisen", "01/01/2023"),
    ];
    assert_eq!(edit(&whole).await.status, StatusCode::SEE_OTHER);
    assert_eq!(step(&a, &id, "open", "").await.status, StatusCode::SEE_OTHER);
    let list = a.villager.get("/bottlenecks").await.text();
    assert!(list.contains("Tồn đọng kéo dài trên 1 năm") && list.contains("quá hạn"), "the owner sees its age");
    assert_eq!(a.neighbour.get(&format!("/bottlenecks/{id}")).await.status, StatusCode::NOT_FOUND);
    let thin = edit(&[("owner", &*a.village)]).await;
    assert_eq!(thin.status, StatusCode::UNPROCESSABLE_ENTITY, "what was accepted stays complete");
    assert_eq!(step(&a, &id, "removed", " ").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(step(&a, &id, "removed", "đã bàn giao").await.status, StatusCode::SEE_OTHER);
    assert!(a.office.get(&format!("/bottlenecks/{id}")).await.text().contains("đã bàn giao"));
}

#[tokio::test]
async fn two_people_correcting_a_bottleneck_do_not_overwrite_each_other() {
    let a = luong_phong().await;
    let id = sent(&a.office.post("/bottlenecks", &form(&[("name", "Vướng"), ("field", "other")])).await);
    let seen = version(&a, &id).await;
    let with = |place: &str| form(&[("version", &seen), ("name", "Vướng"), ("field", "other"), ("place", place)]);
    let address = format!("/bottlenecks/{id}");
    assert_eq!(a.office.post(&address, &with("Thôn 1")).await.status, StatusCode::SEE_OTHER);
    let second = a.head.post(&address, &with("Thôn 2")).await;
    assert_eq!(second.status, StatusCode::CONFLICT);
    assert!(second.text().contains("Bản mới nhất: Thôn 1") && second.text().contains("value=\"Thôn 2\""));
}

#[tokio::test]
async fn a_problem_goes_from_the_village_over_advice_and_decision_to_a_task_and_is_closed() {
    let a = luong_phong().await;
    let task = a.task(&a.village, &[]).await;
    a.give(&a.office, &task, "given", "").await;
    let raised = form(&[("task", &task), ("name", "Thiếu kinh phí bồi thường"), ("description", "3 hộ đòi thêm")]);
    assert_eq!(
        a.neighbour.post("/problems", &raised).await.status,
        StatusCode::NOT_FOUND,
        "not through another's task"
    );
    let id = sent(&a.villager.post("/problems", &raised).await);
    let page = format!("/problems/{id}");
    assert_eq!(a.neighbour.get(&page).await.status, StatusCode::NOT_FOUND);
    assert!(a.villager.get(&format!("/tasks/{task}")).await.text().contains(&page), "the task leads to it");
    let first = a.head.get("/").await.text();
    assert!(first.contains("Vấn đề chờ quyết định") && first.contains("Thiếu kinh phí bồi thường"), "{first}");
    let say = async |who: &crate::world::Caller, what: &str, words: &str| {
        let seen = a.world.app.store().problem(&id).await.expect("read").expect("there").version.to_string();
        who.post(&format!("{page}/{what}"), &form(&[("version", &*seen), ("words", words)])).await
    };
    assert_eq!(say(&a.office, "advice", "Chi từ nguồn dự phòng").await.status, StatusCode::SEE_OTHER);
    assert_eq!(say(&a.office, "decision", "Tự quyết").await.status, StatusCode::FORBIDDEN, "only the head decides");
    assert_eq!(say(&a.head, "decision", " ").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(say(&a.head, "decision", "Lập phương án chi trả trước 30/6").await.status, StatusCode::SEE_OTHER);
    assert_eq!(say(&a.office, "advice", "muộn").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let form_page = a.office.get(&format!("/tasks/new?problem={id}")).await.text();
    assert!(form_page.contains("Lập phương án chi trả trước 30/6"), "the decision is the work");
    let new = form(&[("problem", &id), ("work", "Lập phương án chi trả"), ("lead", &a.other_village)]);
    let carried = sent(&a.office.post("/tasks", &new).await);
    assert!(a.office.get(&page).await.text().contains(&format!("/tasks/{carried}")));
    let early = say(&a.office, "close", "xong").await;
    assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(early.text().contains("còn 1 nhiệm vụ"), "{}", early.text());
    a.give(&a.office, &carried, "cancelled", "gộp vào việc khác").await;
    assert_eq!(say(&a.office, "close", "Đã chi trả").await.status, StatusCode::SEE_OTHER);
    assert!(a.villager.get(&page).await.text().contains("Đã khép lại"));
}

#[tokio::test]
async fn a_unit_raises_freely_to_its_own_leadership_or_the_one_above() {
    let a = luong_phong().await;
    let page = a.villager.get("/problems/new").await.text();
    assert!(page.contains("Ủy ban nhân dân xã Lương Phong"), "the authority above can be chosen");
    let fields = [("name", "Nhà văn hóa thôn dột"), ("to", &*a.own.unit)];
    let id = sent(&a.villager.post("/problems", &form(&fields)).await);
    assert!(a.head.get("/problems").await.text().contains(&id));
    let far = [("name", "Sang nơi khác"), ("to", &*a.front)];
    assert_eq!(a.villager.post("/problems", &form(&far)).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_inspector_raises_what_was_found_and_a_refusal_names_the_roles_that_may() {
    let world = world().await;
    let own = ids(&world, "Ủy ban nhân dân xã Lơ Ku").await;
    let head = Caller::signed_in(&world, "loku.thutruong").await;
    let inspector = Caller::signed_in(&world, "loku.kiemtra").await;
    assert_eq!(inspector.get("/problems/new").await.status, StatusCode::OK);
    let fields = [("name", "Chợ tạm chưa dời như báo cáo"), ("to", &*own.unit)];
    let id = sent(&inspector.post("/problems", &form(&fields)).await);
    assert!(head.get("/problems").await.text().contains(&id));
    let viewer = Caller::signed_in(&world, "loku.xem").await;
    let refused = viewer.get("/problems/new").await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    let text = refused.text();
    assert!(text.contains("Việc này do vai trò sau thực hiện: Cơ quan thường trực; Thủ trưởng"), "{text}");
    assert!(text.contains("Người kiểm tra"), "{text}");
}
