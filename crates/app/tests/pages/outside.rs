//! Links in messages and calendars name the public address, whatever host a request claims.

use crate::tasks_around::{account, form};
use crate::world::{ids, trial, world_with};
use thidua_app::{Origin, Settings};
use thidua_domain::access::Role;

#[tokio::test]
async fn messages_and_calendar_addresses_name_the_address_the_program_was_started_with() {
    let origin = Origin::read("https://thidua.xa.example.vn").expect("an origin");
    let world = world_with(Settings { origin: Some(origin), ..trial() }).await;
    let own = ids(&world, "Ủy ban nhân dân xã Lương Phong").await;
    let office = account(&world, &own.unit, "vanphong2", Role::StandingOffice).await;
    let given = office.post("/calendar/address", "").await.text();
    assert!(given.contains("https://thidua.xa.example.vn/calendar/feed/") && !given.contains("thidua.test"));
    let village = crate::registrations::unit_below(&world, &own.unit, "Thôn An Phú").await;
    let task = form(&[
        ("movement", &own.movement),
        ("work", "Dời chợ tạm"),
        ("manner", "assignment"),
        ("lead", &village),
        ("responsible", "Nguyễn Văn Mẫu"),
        ("responsibility", "Chịu trách nhiệm"),
        ("due", "31/12/2024"),
        ("passed", "yes"),
        ("outcome", "Xong"),
    ]);
    let task = crate::tasks_around::sent(&office.post("/tasks", &task).await);
    let version = world.app.store().task(&task).await.expect("read").expect("there").version.to_string();
    let give = form(&[("version", &*version), ("to", "given"), ("note", "")]);
    let given = office.post(&format!("/tasks/{task}/give"), &give).await;
    assert_eq!(given.status, axum::http::StatusCode::SEE_OTHER, "{}", given.text());
    let page = office.get(&format!("/tasks/{task}")).await.text();
    assert!(page.contains(&format!("https://thidua.xa.example.vn/tasks/{task}")), "{page}");
    assert!(!page.contains("thidua.test"));
}
