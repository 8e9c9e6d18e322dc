//! A form that arrives twice writes once: a double click, a way back, two windows at the same time.

use crate::every_page::is_sound;
use crate::tasks_around::{Around, around, form, sent};
use crate::world::{Caller, World};
use axum::http::StatusCode;

const LUONG_PHONG: &str = "Ủy ban nhân dân xã Lương Phong";

/// The identifier in the form of a page that goes to an address.
fn once_in(page: &str, path: &str) -> String {
    let form = page
        .split(&format!("method=\"post\" action=\"{path}\""))
        .nth(1)
        .unwrap_or_else(|| panic!("no form to {path}: {page}"));
    let (_, value) = form.split_once("name=\"once\" value=\"").unwrap_or_else(|| panic!("no identifier: {path}"));
    value.split('"').next().expect("a value").to_owned()
}

async fn entries(world: &World) -> usize {
    world.app.store().audit_log(None, 100_000).await.expect("read").len()
}

/// Sends the form of a page twice; both are led to the same place, and the second writes nothing.
async fn twice(a: &Around, who: &Caller, page: &str, path: &str, fields: &[(&str, &str)]) -> String {
    let shown = who.get(page).await.text();
    is_sound(&shown, page);
    let once = once_in(&shown, path);
    let mut all = vec![("once", once.as_str())];
    all.extend(fields);
    let first = who.post(path, &form(&all)).await;
    assert_eq!(first.status, StatusCode::SEE_OTHER, "{path}: {}", first.text());
    let written = entries(&a.world).await;
    let second = who.post(path, &form(&all)).await;
    assert_eq!((second.status, &second.location), (StatusCode::SEE_OTHER, &first.location), "{path}");
    assert_eq!(entries(&a.world).await, written, "{path} was written twice");
    is_sound(&who.get(&first.location).await.text(), &first.location);
    first.location.split('?').next().expect("an address").to_owned()
}

/// The same for a form with parts, cut at another line each time.
async fn parts_twice(a: &Around, who: &Caller, page: &str, path: &str, parts: &[(&str, &str)]) -> String {
    let shown = who.get(page).await.text();
    is_sound(&shown, page);
    let once = once_in(&shown, path);
    let body = |cut: &str| {
        let all = [&[("once", once.as_str())][..], parts].concat();
        let part = |(name, value): &(&str, &str)| {
            format!("--{cut}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
        };
        format!("{}--{cut}--\r\n", all.iter().map(part).collect::<String>()).into_bytes()
    };
    let first = who.send("POST", path, Some("multipart/form-data; boundary=---a1"), body("---a1")).await;
    assert_eq!(first.status, StatusCode::SEE_OTHER, "{path}: {}", first.text());
    let written = entries(&a.world).await;
    let second = who.send("POST", path, Some("multipart/form-data; boundary=---b2"), body("---b2")).await;
    assert_eq!((second.status, &second.location), (StatusCode::SEE_OTHER, &first.location), "{path}");
    assert_eq!(entries(&a.world).await, written, "{path} was written twice");
    is_sound(&who.get(&first.location).await.text(), &first.location);
    first.location.split('?').next().expect("an address").to_owned()
}

#[tokio::test]
async fn every_form_of_work_that_is_sent_twice_writes_once() {
    let a = around("luongphong", LUONG_PHONG).await;
    let movement = a.own.movement.as_str();
    let of = |word: &str| format!("/movements/{movement}/{word}");
    let task = twice(
        &a,
        &a.office,
        &format!("/tasks/new?movement={movement}"),
        "/tasks",
        &[
            ("movement", movement),
            ("work", "Vận động 12 hộ hiến đất"),
            ("manner", "assignment"),
            ("lead", &a.village),
            ("responsibility", "Chịu trách nhiệm trước UBND xã"),
            ("due", "31/12/2099"),
            ("outcome", "12 hộ ký biên bản"),
        ],
    )
    .await;
    let id = task.rsplit('/').next().expect("an identifier");
    assert_eq!(a.give(&a.office, id, "given", "").await.status, StatusCode::SEE_OTHER);
    twice(&a, &a.office, &task, &format!("{task}/urge"), &[("message", "Đề nghị khẩn trương")]).await;
    twice(&a, &a.head, &task, &format!("{task}/note"), &[("note", "Xuống thôn trong tuần")]).await;
    let raise = format!("/problems/new?task={id}");
    twice(&a, &a.villager, &raise, "/problems", &[("task", id), ("name", "Thiếu vốn"), ("description", "3 hộ")])
        .await;
    twice(&a, &a.office, "/bottlenecks", "/bottlenecks", &[("name", "Mặt bằng"), ("field", "site-clearance")])
        .await;
    let wave = [("kind", "thematic"), ("name", "Đợt ngắn"), ("from", "01/3/2024"), ("to", "31/3/2024")];
    twice(&a, &a.office, &of("waves?new=thematic"), &of("waves"), &wave).await;
    let round = [("version", "0"), ("deadline", "01/12/2099"), ("how", "by")];
    twice(&a, &a.office, &of("registrations"), &of("registrations"), &round).await;
    let begin = of("registrations/begin");
    let sheet = twice(&a, &a.villager, &of("registrations"), &begin, &[("unit", &a.village)]).await;
    let item = format!("{sheet}/items/task");
    twice(
        &a,
        &a.villager,
        &item,
        &item,
        &[("version", "0"), ("name", "Dời chợ tạm"), ("description", "32 hộ ở lòng đường")],
    )
    .await;
    let party = format!("party-{}", a.village);
    let covenant = [("title", "Giao ước"), ("signing_day", "15/3/2024"), ("source", ""), (&party, "yes")];
    let covenant = twice(&a, &a.office, &of("covenants"), &of("covenants"), &covenant).await;
    let promise = format!("{covenant}/commitments/new");
    twice(&a, &a.office, &promise, &promise, &[("name", "Hiến đất làm đường")]).await;
    let session = [("version", "0"), ("unit", a.village.as_str()), ("day", "15/3/2024"), ("form", "meeting")];
    parts_twice(&a, &a.office, &of("known"), &of("known"), &session).await;
    let occasion = [("name", "Ngày truyền thống xã"), ("day", "28/3"), ("origin", "1975")];
    twice(&a, &a.office, "/calendar/occasions", "/calendar/occasions", &occasion).await;
    let swap = [("year", "2024"), ("document", "Thông báo 3/TB-UBND"), ("swaps", "29/3/2024 | 06/4/2024")];
    twice(&a, &a.office, "/calendar/years", "/calendar/years", &swap).await;
}

#[tokio::test]
async fn every_form_of_the_organisation_that_is_sent_twice_writes_once() {
    let a = around("luongphong", LUONG_PHONG).await;
    let admin = Caller::signed_in(&a.world, "quan-tri").await;
    let unit = [("parent_id", a.own.unit.as_str()), ("name", "Thôn Mới")];
    twice(&a, &admin, "/units", "/units", &unit).await;
    let person = |kind, name| {
        [("kind", kind), ("name", name), ("unit", LUONG_PHONG), ("category", "other"), ("standing", "active")]
    };
    let one = twice(&a, &a.office, "/people/new", "/people", &person("individual", "Trần Thị Diệu")).await;
    let post =
        [("how", "beside"), ("post_title", "Tổ trưởng"), ("post_unit", LUONG_PHONG), ("post_category", "other")];
    let post = [&post[..], &[("post_from", "01/7/2025"), ("version", "0")]].concat();
    twice(&a, &a.office, &one, &format!("{one}/posts"), &post).await;
    twice(&a, &a.office, &one, &format!("{one}/names"), &[("name", "Trần Thị Mới"), ("former", "yes")]).await;
    let staff = [("unit", LUONG_PHONG), ("mode", "part-time"), ("staff_from", "01/01/2026")];
    twice(&a, &a.office, &one, &format!("{one}/staff"), &staff).await;
    let group = twice(&a, &a.office, "/people/new", "/people", &person("collective", "Tổ văn phòng")).await;
    twice(&a, &a.office, &group, &format!("{group}/members"), &[("member", "Trần Thị Diệu")]).await;
    let regulation = [("title", "Quy chế thi đua"), ("kind", "statute"), ("state", "in-force")];
    let regulation =
        [&regulation[..], &[("number", "12/QĐ"), ("issuer", "UBND xã"), ("from", "01/01/2024")]].concat();
    let regulation = parts_twice(&a, &a.office, "/regulations", "/regulations", &regulation).await;
    let text = [
        ("version", "1"),
        ("way", "whole"),
        ("number", "20/QĐ-UBND"),
        ("issuer", "UBND xã"),
        ("from", "01/3/2024"),
    ];
    parts_twice(&a, &a.office, &regulation, &format!("{regulation}/versions"), &text).await;
    let class = [("title", "Tập huấn"), ("from", "15/4/2024"), ("place", "Hội trường"), ("village", "yes")];
    let class = parts_twice(&a, &a.office, "/training", "/training", &class).await;
    let called = [("version", "0"), ("lines", "Lê Văn A; ; Thôn An Phú")];
    twice(&a, &a.office, &class, &format!("{class}/people"), &called).await;
    let council = [("kind", "emulation-council"), ("name", "Hội đồng thi đua")];
    let council = twice(&a, &a.office, "/councils", "/councils", &council).await;
    let decision =
        [("version", "0"), ("number", "5/QĐ"), ("from", "01/01/2024"), ("members", "Chủ tịch; Nguyễn Văn Một")];
    parts_twice(&a, &a.office, &council, &format!("{council}/decisions"), &decision).await;
    let accounts = a.world.app.store().accounts().await.expect("read");
    let account = &accounts.iter().find(|one| one.login == "anphu").expect("there").id;
    let account = format!("/accounts/{account}");
    let power = [("role", "viewer"), ("unit", LUONG_PHONG), ("reason", "QĐ số 12")];
    twice(&a, &admin, &account, &format!("{account}/powers"), &power).await;
}

#[tokio::test]
async fn two_windows_at_the_same_moment_write_once() {
    let a = around("luongphong", LUONG_PHONG).await;
    let page = a.office.get("/people/new").await.text();
    let fields = form(&[
        ("once", &once_in(&page, "/people")),
        ("kind", "individual"),
        ("name", "Trần Thị Diệu"),
        ("unit", LUONG_PHONG),
        ("category", "other"),
        ("standing", "active"),
    ]);
    let (first, second) = tokio::join!(a.office.post("/people", &fields), a.office.post("/people", &fields));
    let one = sent(&first);
    assert_eq!(one, sent(&second), "both are led to the one person");
    let address = format!("/people/{one}/posts");
    let page = a.office.get(&format!("/people/{one}")).await.text();
    let post = form(&[
        ("once", &once_in(&page, &address)),
        ("how", "beside"),
        ("post_title", "Tổ trưởng"),
        ("post_unit", LUONG_PHONG),
        ("post_category", "other"),
        ("post_from", "01/7/2025"),
        ("version", "0"),
    ]);
    let written = entries(&a.world).await;
    let (first, second) = tokio::join!(a.office.post(&address, &post), a.office.post(&address, &post));
    assert_eq!((sent(&first), sent(&second)), (one.clone(), one), "{} {}", first.location, second.location);
    assert_eq!(entries(&a.world).await, written + 1);

    let clerk =
        crate::tasks_around::account(&a.world, &a.village, "vanthu", thidua_domain::access::Role::StandingOffice);
    let clerk = clerk.await;
    let (first, second) = {
        let page = clerk.get(&format!("/plans/{}/derive", a.own.plan)).await;
        let fields = crate::cascade::derivation(&page.text(), &[]);
        let fields: Vec<(&str, &str)> =
            fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let (path, body) = (format!("/plans/{}/derive", a.own.plan), form(&fields));
        tokio::join!(clerk.post(&path, &body), clerk.post(&path, &body))
    };
    assert_eq!(sent(&first), sent(&second), "one draft");
    let made = a.world.app.store().plans(Some(&[a.village.as_str()])).await.expect("read");
    assert_eq!(made.len(), 1);
}

#[tokio::test]
async fn what_was_typed_differently_or_without_an_identifier_is_another_form() {
    let a = around("luongphong", LUONG_PHONG).await;
    let once = once_in(&a.office.get("/bottlenecks").await.text(), "/bottlenecks");
    let named = |name: &'static str| form(&[("once", &once), ("name", name), ("field", "other")]);
    let first = sent(&a.office.post("/bottlenecks", &named("Một")).await);
    let after_going_back = sent(&a.office.post("/bottlenecks", &named("Hai")).await);
    assert_ne!(first, after_going_back, "what was typed anew is not lost");
    let bare = form(&[("name", "Ba"), ("field", "other")]);
    assert_ne!(
        sent(&a.office.post("/bottlenecks", &bare).await),
        sent(&a.office.post("/bottlenecks", &bare).await)
    );
    let other = a.head.post("/bottlenecks", &named("Một")).await;
    assert!(other.location != format!("/bottlenecks/{first}"), "the form of another person is another form");
    let refused = a.office.post("/bottlenecks", &form(&[("once", &once), ("name", ""), ("field", "other")])).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let again = a.office.post("/bottlenecks", &form(&[("once", &once), ("name", ""), ("field", "other")])).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "what was refused was not taken");
}

#[tokio::test]
async fn a_page_that_is_shown_once_is_not_shown_to_the_second_arrival() {
    let a = around("luongphong", LUONG_PHONG).await;
    let admin = Caller::signed_in(&a.world, "quan-tri").await;
    let once = once_in(&admin.get("/accounts").await.text(), "/accounts");
    let new =
        form(&[("once", &once), ("name", "X"), ("login", "x.moi"), ("role", "viewer"), ("unit", LUONG_PHONG)]);
    let first = admin.post("/accounts", &new).await;
    assert!(first.status == StatusCode::OK && first.text().contains("Mã một lần"), "{}", first.text());
    let second = admin.post("/accounts", &new).await;
    assert_eq!(second.status, StatusCode::CONFLICT);
    assert!(second.text().contains("Biểu này đã được nhận") && !second.text().contains("Mã một lần của"));
}
