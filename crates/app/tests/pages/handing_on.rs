//! What runs under a unit that ends goes to who follows, or is settled; nothing is lost and the old name stays.

use crate::tasks_around::{Around, account, around};
use crate::units::form;
use crate::world::{Caller, target_named};
use axum::http::StatusCode;
use chrono::{Days, NaiveDate};
use thidua_domain::access::{Grant, Role};
use thidua_domain::basics::date::short;
use thidua_domain::covenants::State as Covenanted;
use thidua_domain::registrations::State as Registered;
use thidua_domain::tasks::State as TaskState;
use thidua_store::covenants::Covenant;
use thidua_store::registrations::Registration;
use thidua_store::tasks::Task;

fn today() -> NaiveDate {
    crate::world::today()
}

/// A commune in which the village of An Phú has a task, a covenant, a registration, a value, a bottleneck, a problem
/// and a power.
struct Busy {
    a: Around,
    admin: Caller,
    task: String,
    covenant: String,
    registration: String,
    target: String,
    inspection: String,
}

impl Busy {
    async fn task(&self) -> Task {
        self.a.world.app.store().task(&self.task).await.expect("read").expect("there")
    }

    async fn covenant(&self) -> Covenant {
        self.a.world.app.store().covenant(&self.covenant).await.expect("read").expect("there")
    }

    async fn registration(&self) -> Registration {
        self.a.world.app.store().registration(&self.registration).await.expect("read").expect("there")
    }

    async fn value_of(&self, unit: &str) -> Option<(String, String)> {
        let found = self.a.world.app.store().assignment_to(&self.target, unit).await.expect("read");
        found.map(|one| (one.given.state.code().to_owned(), one.given.value.expect("a value").plain()))
    }

    /// Sees the reform of a unit, and carries it out as it was proposed.
    async fn reform(&self, unit: &str, fields: &[(&str, &str)]) -> String {
        let path = format!("/units/{unit}/reform");
        let day = short(today().checked_sub_days(Days::new(1)).expect("a day"));
        let mut sent: Vec<(&str, &str)> = vec![("day", &day), ("document", "12/NQ-HĐND")];
        sent.extend(fields);
        let seen = self.admin.post(&path, &form(&[&sent[..], &[("do", "preview")]].concat())).await;
        assert_eq!(seen.status, StatusCode::OK, "{}", seen.text());
        let done =
            self.admin.post(&path, &form(&[&sent[..], &[("do", "carry-out"), ("seen", "yes")]].concat())).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
        seen.text()
    }
}

async fn busy() -> Busy {
    let a = around("luongphong", "Ủy ban nhân dân xã Lương Phong").await;
    let admin = Caller::signed_in(&a.world, "quan-tri").await;
    let see = StatusCode::SEE_OTHER;

    let task = a.task(&a.village, &[("with", "thon binh yen")]).await;
    assert_eq!(a.give(&a.office, &task, "given", "").await.status, see);
    assert_eq!(a.answer(&a.villager, &task, "accepted", "").await.status, see);

    let parties = [format!("party-{}", a.village), format!("party-{}", a.front)];
    let fields = [("title", "Giao ước năm 2024"), ("source", "none"), (&*parties[0], "yes"), (&*parties[1], "yes")];
    let drawn = a.office.post(&format!("/movements/{}/covenants", a.own.movement), &form(&fields)).await;
    let covenant = crate::tasks_around::sent(&drawn);

    assert_eq!(crate::registrations::open(&a.office, &a.own.movement, "01/12/2099").await.status, see);
    let begun = crate::registrations::begin(&a.villager, &a.own.movement).await;
    crate::registrations::add_item(&a.villager, &begun, "task", &[("name", "Làm đường bê tông")]).await;
    let registration = begun.rsplit('/').next().expect("an identifier").to_owned();

    let target = target_named(&a.world, &a.own.plan, "Thu ngân sách").await;
    let (first, second) = (format!("value-{}", a.village), format!("value-{}", a.other_village));
    let seen = [format!("seen-{}", a.village), format!("seen-{}", a.other_village)];
    let fields = [
        ("do", "assign"),
        ("method", "sum"),
        ("document", "2200/QĐ-UBND"),
        ("dated", "26/12/2023"),
        (&*first, "1000"),
        (&*second, "768"),
        (&*seen[0], "0"),
        (&*seen[1], "0"),
    ];
    let given = a.office.post(&format!("/targets/{target}/assign"), &form(&fields)).await;
    assert_eq!(given.status, see, "{}", given.text());

    let raised = [("name", "Thiếu xi măng"), ("task", &*task), ("description", "chưa có")];
    assert_eq!(a.villager.post("/problems", &form(&raised)).await.status, see);

    let store = a.world.app.store();
    let change = store.change(a.world.app.system("thử")).await.expect("a change");
    let clerk = store.account_by_login("binhyen").await.expect("read").expect("there");
    let grant = Grant { role: Role::Viewer, unit_id: Some(a.village.clone()), from: None, to: None };
    change.grant(&clerk.id, &grant, "giúp thôn bên").await.expect("given");
    let entry = thidua_store::audit::Entry {
        unit_id: Some(a.village.clone()),
        act: "account.power-given",
        subject: "account",
        subject_id: clerk.id,
        detail: None,
    };
    change.commit(entry).await.expect("written");
    // an inspection of the commune that has not been to the village yet
    let inspection = crate::inspections::draw_up(&a.office, &a.own.movement, &[]).await;
    crate::inspections::add_place(&a.world, &a.office, &inspection, &format!("unit:{}", a.village)).await;
    crate::inspections::issue(&a.world, &a.office, &inspection).await;
    Busy { a, admin, task, covenant, registration, target, inspection }
}

#[tokio::test]
async fn after_a_merger_the_people_who_follow_go_on_with_everything_that_runs() {
    let b = busy().await;
    let a = &b.a;
    let fields = [
        ("kind", "merge"),
        ("others", "Thôn Bình Yên"),
        ("into", "new"),
        ("name", "Thôn An Bình"),
        ("unit_kind", "village"),
        ("accounts", "yes"),
    ];
    let seen = b.reform(&a.village, &fields).await;
    assert!(seen.contains("Những việc khác đang chạy"), "{seen}");
    for part in [
        "Giao ước năm 2024",
        "Vận động 12 hộ",
        "Thiếu xi măng",
        "Quyền được giao thêm",
        "Thu ngân sách",
        "Kiểm tra 6 tháng đầu năm",
    ] {
        assert!(seen.contains(part), "{part}");
    }
    assert!(seen.contains(&format!("name=\"covenant-{}-{}\"", b.covenant, a.village)), "one choice each");
    assert!(seen.contains(&format!("href=\"/tasks/{}\"", b.task)) && seen.contains("Chuyển cho Thôn An Bình"));
    assert!(seen.len() < 150_000);

    let store = a.world.app.store();
    let new = crate::units::unit_id(&a.world, "Thôn An Bình").await;
    // the task goes on with the same people, and remembers whose it was
    let task = b.task().await;
    assert_eq!((task.text.lead_unit_id.as_ref(), task.state), (Some(&new), TaskState::Accepted));
    assert_eq!(task.text.with_units, Vec::<String>::new(), "the lead unit does not work with itself");
    assert_eq!(a.answer(&a.villager, &b.task, "in-progress", "").await.status, StatusCode::SEE_OTHER);
    let page = a.office.get(&format!("/tasks/{}", b.task)).await.text();
    assert!(page.contains("Thôn An Bình tiếp nhận từ Thôn An Phú") && page.contains("12/NQ-HĐND"), "{page}");

    let parties = store.covenant_parties(&b.covenant).await.expect("read");
    let party = parties.iter().find(|one| one.unit_id.as_ref() == Some(&new)).expect("the new party");
    assert_eq!(party.name, "Thôn An Bình");
    assert_eq!(b.covenant().await.state, Covenanted::Draft, "it goes on where it stood");
    let sheet = a.office.get(&format!("/covenants/{}", b.covenant)).await.text();
    assert!(sheet.contains("Thôn An Bình tiếp nhận từ Thôn An Phú"), "the old party stays in its history");

    let registration = b.registration().await;
    assert_eq!((registration.unit_id.as_str(), registration.state), (new.as_str(), Registered::Draft));
    let sheet = format!("/registrations/{}", b.registration);
    assert!(a.villager.get(&sheet).await.text().contains("Làm đường bê tông"));
    crate::registrations::add_item(&a.villager, &sheet, "task", &[("name", "Trồng hoa ven đường")]).await;

    assert_eq!(b.value_of(&new).await, Some(("changed".into(), "1768".into())), "what adds up is added");
    assert_eq!(b.value_of(&a.village).await, Some(("withdrawn".into(), "1000".into())));
    let raised = store.problems(Some(&[new.as_str()])).await.expect("read");
    assert_eq!(raised.len(), 1);
    let clerk = store.account_by_login("binhyen").await.expect("read").expect("there");
    let powers = store.grants_of(&clerk.id).await.expect("read");
    let open: Vec<_> = powers.iter().filter(|one| one.grant.to.is_none()).collect();
    assert_eq!(
        (powers.len(), open.len(), open[0].grant.unit_id.as_ref()),
        (2, 1, Some(&new)),
        "the old power ended, one goes on"
    );

    let visit = store.inspection_visit(&b.inspection, &new).await.expect("read").expect("the place to visit");
    assert!(visit.is_due() && visit.name == "Thôn An Bình", "{visit:?}");
    assert!(visit.reason.is_some_and(|why| why.contains("tiếp nhận từ Thôn An Phú")));

    let log = b.admin.get("/audit").await.text();
    assert!(log.contains("chuyển tiếp cuộc kiểm tra"), "{log}");
    for said in ["chuyển tiếp giao ước thi đua", "chuyển tiếp bản đăng ký thi đua", "chuyển tiếp nhiệm vụ"]
    {
        assert!(log.contains(said), "{said}");
    }
    assert!(store.running_under(&a.village, today()).await.expect("read").is_empty(), "nothing is left behind");
}

#[tokio::test]
async fn after_an_abolition_without_a_successor_everything_is_settled_with_the_reason() {
    let b = busy().await;
    let a = &b.a;
    b.reform(&a.village, &[("kind", "abolish"), ("successor", "")]).await;
    let store = a.world.app.store();
    assert_eq!(b.task().await.state, TaskState::Cancelled);
    let page = a.office.get(&format!("/tasks/{}", b.task)).await.text();
    assert!(page.contains("Kết thúc cùng Thôn An Phú. Sắp xếp đơn vị"), "the reform is the reason: {page}");
    let registration = b.registration().await;
    assert_eq!((registration.unit_id.as_str(), registration.state), (a.village.as_str(), Registered::Withdrawn));
    assert!(a.office.get(&format!("/registrations/{}", b.registration)).await.text().contains("Làm đường bê tông"));
    let visit = store.inspection_visit(&b.inspection, &a.village).await.expect("read").expect("the place");
    assert!(visit.left_out.is_some_and(|why| why.contains("Kết thúc cùng Thôn An Phú")), "nobody goes there");
    // the commune and the Front stay bound; the history says who left
    assert_eq!(b.covenant().await.state, Covenanted::Draft);
    let sheet = a.office.get(&format!("/covenants/{}", b.covenant)).await.text();
    assert!(sheet.contains("Kết thúc cùng Thôn An Phú"));
    assert_eq!(b.value_of(&a.village).await, Some(("withdrawn".into(), "1000".into())));
    let raised = store.problems(Some(&[a.village.as_str()])).await.expect("read");
    assert_ne!(raised[0].state.code(), "closed", "the commune still decides");
    assert!(b.admin.get("/audit").await.text().contains("kết thúc nhiệm vụ theo sắp xếp đơn vị"));
}

#[tokio::test]
async fn when_the_keeper_ends_its_covenants_are_settled_and_what_is_left_stays() {
    let b = busy().await;
    let a = &b.a;
    let task = format!("task-{}-{}", b.task, a.own.unit);
    let village = format!("child-{}", a.village);
    let fields = [("kind", "abolish"), ("successor", ""), (&*task, "leave"), (&*village, "own")];
    let seen = b.reform(&a.own.unit, &fields).await;
    assert!(seen.contains("đơn vị quản lý"), "{seen}");
    assert_eq!(b.covenant().await.state, Covenanted::Settled);
    let sheet = b.admin.get(&format!("/covenants/{}", b.covenant)).await.text();
    assert!(sheet.contains("Kết thúc cùng Ủy ban nhân dân xã Lương Phong"));
    assert_eq!(b.task().await.state, TaskState::Accepted, "left for a person to decide");
    let it = a.world.app.store().inspection(&b.inspection).await.expect("read").expect("there");
    assert_eq!(it.state, thidua_domain::inspections::State::Withdrawn, "nobody inspects any more");
    assert!(it.withdrawn.is_some_and(|why| why.contains("Kết thúc cùng Ủy ban nhân dân xã Lương Phong")));
}

#[tokio::test]
async fn two_registrations_of_one_round_do_not_become_one_and_many_things_have_one_choice() {
    let b = busy().await;
    let a = &b.a;
    let writer = account(&a.world, &a.other_village, "binhyen.hai", Role::Reporter).await;
    crate::registrations::begin(&writer, &a.own.movement).await;
    for _ in 0..21 {
        a.task(&a.village, &[]).await;
    }
    let seen = b
        .reform(
            &a.village,
            &[
                ("kind", "merge"),
                ("others", "Thôn Bình Yên"),
                ("into", "new"),
                ("name", "Thôn An Bình"),
                ("all-task", "settle"),
                ("unit_kind", "village"),
            ],
        )
        .await;
    assert!(seen.contains("đã có bản đăng ký trong đợt này"), "{seen}");
    assert!(seen.contains("name=\"all-task\"") && seen.contains("Chung cho cả"));
    let new = crate::units::unit_id(&a.world, "Thôn An Bình").await;
    assert_eq!(b.registration().await.unit_id, new);
    let tasks = a.world.app.store().tasks_of_movement(&a.own.movement).await.expect("read");
    assert!(tasks.iter().all(|task| task.state == TaskState::Cancelled), "one choice for all");
}

#[tokio::test]
async fn a_value_is_divided_among_the_parts_of_a_village_and_goes_whole_to_one_only_by_choice() {
    let b = busy().await;
    let split = [("kind", "split"), ("successors", "Thôn An Phú Một; 60\nThôn An Phú Hai; 40")];
    let seen = b.reform(&b.a.village, &split).await;
    assert!(seen.contains("nếu chia: Thôn An Phú Một: 600") && seen.contains("Thôn An Phú Hai: 400"), "{seen}");
    assert!(seen.contains("value=\"split\" selected>Chia theo phần của từng đơn vị tiếp nối"), "{seen}");
    let one = crate::units::unit_id(&b.a.world, "Thôn An Phú Một").await;
    let two = crate::units::unit_id(&b.a.world, "Thôn An Phú Hai").await;
    let value = |state: &str, value: &str| Some((state.to_owned(), value.to_owned()));
    assert_eq!(b.value_of(&one).await, value("assigned", "600"));
    assert_eq!(b.value_of(&two).await, value("assigned", "400"));
    assert_eq!(b.value_of(&b.a.village).await, value("withdrawn", "1000"), "taken back from the unit that ended");
    let log = b.admin.get("/audit").await.text();
    assert!(log.contains("chia chỉ tiêu được giao cho các đơn vị tiếp nối"), "{log}");
}
