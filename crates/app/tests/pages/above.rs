//! What the plans of the units above ask of a unit: its first page, the page of what it was given, the plan above.

use crate::cascade::{derive, form, issue, person, plan_of, unit_below};
use crate::registrations::{begin, decide, open, send};
use crate::world::{Caller, Ids, World, ids, target_named, world};
use axum::http::StatusCode;
use std::sync::Arc;
use thidua_domain::access::Role;

const LUONG_PHONG: &str = "Ủy ban nhân dân xã Lương Phong";

async fn luong_phong() -> (Arc<World>, Ids, Caller, String) {
    let world = world().await;
    let own = ids(&world, LUONG_PHONG).await;
    let office = Caller::signed_in(&world, "luongphong.thuongtruc").await;
    let village = unit_below(&world, &own.unit, "Thôn Khánh Vân", "Ông Trần Văn Bình").await;
    (world, own, office, village)
}

/// The section of the plans above on a page.
fn section(page: &str) -> String {
    let (_, rest) = page.split_once("id=\"above\"").unwrap_or_else(|| panic!("no plans above: {page}"));
    rest.split("</section>").next().expect("its text").to_owned()
}

async fn give(world: &World, office: &Caller, own: &Ids, village: &str, value: &str, seen: &str) -> String {
    let target = target_named(world, &own.plan, "Thu ngân sách").await;
    let (amount, before, why) =
        (format!("value-{village}"), format!("seen-{village}"), format!("reason-{village}"));
    let fields = [
        ("do", "assign"),
        ("method", "sum"),
        (amount.as_str(), value),
        (before.as_str(), seen),
        (why.as_str(), "mất mùa"),
        ("document", "2200/QĐ-UBND"),
        ("dated", "26/12/2023"),
    ];
    let given = office.post(&format!("/targets/{target}/assign"), &form(&fields)).await;
    assert_eq!(given.status, StatusCode::SEE_OTHER, "{}", given.text());
    target
}

async fn launch_by(office: &Caller, own: &Ids, day: &str) {
    let set = office
        .post(&format!("/movements/{}/cascade", own.movement), &form(&[("launch_by", day), ("version", "0")]))
        .await;
    assert_eq!(set.status, StatusCode::SEE_OTHER, "{}", set.text());
}

#[tokio::test]
async fn a_village_sees_on_its_first_page_what_the_commune_asks_and_each_thing_done_is_ticked() {
    let (world, own, office, village) = luong_phong().await;
    let reporter = person(&world, "khanhvan.baocao", Role::Reporter, &village).await;
    let head = person(&world, "khanhvan.truong", Role::Head, &village).await;

    let page = reporter.get("/").await.text();
    assert!(!page.contains("Không có việc nào đang chờ"), "the plan above waits: {page}");
    let before = section(&page);
    for says in [
        "Chưa được giao chỉ tiêu riêng",
        "Quán triệt kế hoạch: chưa ghi",
        "Đăng ký thi đua: cấp trên chưa mở",
        "Kế hoạch của đơn vị: chưa có",
    ] {
        assert!(before.contains(says), "{says}: {before}");
    }
    assert!(before.contains(&format!("href=\"/plans/{}\"", own.plan)) && before.contains(LUONG_PHONG));
    assert!(!before.contains("/derive"), "a reporter makes no plan");
    assert!(
        section(&head.get("/").await.text()).contains("Quán triệt kế hoạch: chưa ghi"),
        "the head sees the same"
    );

    give(&world, &office, &own, &village, "1000", "0").await;
    launch_by(&office, &own, "20/03/2024").await;
    assert_eq!(open(&office, &own.movement, "01/12/2099").await.status, StatusCode::SEE_OTHER);
    let asked = section(&reporter.get("/movements").await.text());
    assert!(
        asked.contains("Được giao 1 chỉ tiêu") && asked.contains("1 chỉ tiêu mới giao hoặc thay đổi"),
        "{asked}"
    );
    assert!(asked.contains(&format!("/plans/{}/given?unit={village}", own.plan)));
    assert!(asked.contains("Đăng ký thi đua: chưa gửi") && asked.contains("hạn 01/12/2099"), "{asked}");
    let (_, late) = asked.split_once("Kế hoạch của đơn vị: chưa có").expect("the plan is missing");
    assert!(late.contains("due-late") && late.contains("hạn 20/3/2024, quá hạn"), "late in words: {asked}");
    assert!(late.contains("ngày làm việc"));
    let at = |says: &str| asked.find(says).unwrap_or_else(|| panic!("{says}: {asked}"));
    assert!(
        at("Kế hoạch của đơn vị: chưa có") < at("Đăng ký thi đua: chưa gửi"),
        "what is late comes first: {asked}"
    );
    assert!(at("Đăng ký thi đua: chưa gửi") < at("Quán triệt kế hoạch"), "then what has a day: {asked}");

    let known = [("version", "0"), ("unit", &village), ("day", "15/3/2024"), ("form", "meeting")];
    let known = reporter.post(&format!("/movements/{}/known", own.movement), &form(&known)).await;
    assert_eq!(known.status, StatusCode::SEE_OTHER, "{}", known.text());
    let sheet = begin(&reporter, &own.movement).await;
    assert!(section(&reporter.get("/").await.text()).contains("đang soạn, chưa gửi"));
    crate::registrations::add_item(&reporter, &sheet, "task", &[("name", "Dời chợ tạm")]).await;
    send(&world, &reporter, &sheet).await;
    let done = section(&reporter.get("/").await.text());
    assert!(done.contains("Quán triệt kế hoạch: đã ghi ngày 15/3/2024"), "{done}");
    assert!(done.contains("đã gửi, chờ duyệt") && done.contains(&format!("href=\"{sheet}\"")), "{done}");
    assert!(!done.contains("01/12/2099"), "what was sent has no deadline any more");
    let leader = Caller::signed_in(&world, "luongphong.thutruong").await;
    assert_eq!(decide(&world, &leader, &sheet, "approved", "").await.status, StatusCode::SEE_OTHER);
    assert!(section(&reporter.get("/").await.text()).contains("Đăng ký thi đua: đã duyệt"));

    // the owner itself and somebody of another authority see no such section
    assert!(!office.get("/").await.text().contains("id=\"above\""));
    let stranger = Caller::signed_in(&world, "binhson.thuongtruc").await;
    assert!(!stranger.get("/").await.text().contains(&own.plan));
}

#[tokio::test]
async fn a_village_with_a_standing_office_is_led_to_make_its_plan_from_the_plan_above() {
    let (world, own, office, village) = luong_phong().await;
    launch_by(&office, &own, "20/03/2024").await;
    let clerk = person(&world, "khanhvan", Role::StandingOffice, &village).await;
    let page = clerk.get("/").await.text();
    let address = format!("/plans/{}/derive?unit={village}", own.plan);
    assert!(!page.contains("Đưa kế hoạch đầu tiên vào"), "{page}");
    let (tasks, _) = page.split_once("id=\"above\"").expect("the section");
    assert!(
        tasks.contains("Xây dựng kế hoạch từ") && tasks.contains(&address),
        "it is the first thing to do: {tasks}"
    );
    assert!(section(&page).contains(&address));
    assert_eq!(clerk.get(&address).await.status, StatusCode::OK);

    let made = derive(&clerk, &own.plan, &[]).await;
    let draft = section(&clerk.get("/").await.text());
    assert!(
        draft.contains("còn dự thảo, chưa ban hành") && draft.contains("due-late"),
        "a draft is no plan: {draft}"
    );
    issue(&world, &plan_of(&made.location), "01/KH-TKV", (2024, 4, 2)).await;
    let issued = section(&clerk.get("/").await.text());
    assert!(
        issued.contains("Kế hoạch của đơn vị: 01/KH-TKV, 02/4/2024, ban hành muộn 9 ngày làm việc"),
        "{issued}"
    );
    assert!(!issued.contains("due-late"));
    // a commune without anything above still begins with a plan of its own
    let admin = Caller::signed_in(&world, "quan-tri").await;
    let alone = form(&[("name", "Ủy ban nhân dân xã Không Ai"), ("parent_id", "")]);
    assert_eq!(admin.post("/units", &alone).await.status, StatusCode::SEE_OTHER);
    let alone = world.app.store().unit_named("Ủy ban nhân dân xã Không Ai").await.expect("read").expect("there").id;
    let first = person(&world, "khongai", Role::StandingOffice, &alone).await;
    assert!(first.get("/").await.text().contains("Đưa kế hoạch đầu tiên vào"));
}

#[tokio::test]
async fn the_plan_above_leads_a_unit_below_to_its_own_page_and_to_nothing_that_is_closed_to_it() {
    let (world, own, office, village) = luong_phong().await;
    let reporter = person(&world, "khanhvan.baocao", Role::Reporter, &village).await;
    let plan = reporter.get(&format!("/plans/{}", own.plan)).await;
    assert_eq!(plan.status, StatusCode::OK);
    for pages in [plan.text(), reporter.get("/").await.text(), reporter.get("/movements").await.text()] {
        for address in pages.split("href=\"").skip(1).filter_map(|rest| rest.split(['"', '#']).next()) {
            if address.starts_with("/plans/") || address.starts_with("/movements/") {
                let status = reporter.get(address).await.status;
                assert!(status == StatusCode::OK || status == StatusCode::SEE_OTHER, "{address}: {status}");
            }
        }
    }
    let given = format!("/plans/{}/given", own.plan);
    assert!(plan.text().contains(&given) && plan.text().contains("Việc của đơn vị theo kế hoạch này"));
    assert!(reporter.get(&given).await.text().contains("Chưa được giao chỉ tiêu riêng"));

    give(&world, &office, &own, &village, "1000", "0").await;
    give(&world, &office, &own, &village, "900", "1").await;
    let page = reporter.get(&given).await.text();
    assert!(
        page.contains("<strong>900 triệu đồng</strong>") && page.contains("trước đây 1.000 triệu đồng"),
        "{page}"
    );
    assert!(page.contains("2200/QĐ-UBND, 26/12/2023") && page.contains("mất mùa") && page.contains("mới</span>"));
    assert!(page.contains(&format!("/plans/{}#L", own.plan)), "the figure leads to its sentence");

    // the neighbour sees its own page and not this one; a stranger none; the owner is led to the whole
    let other = unit_below(&world, &own.unit, "Thôn Sơn Quả", "").await;
    let neighbour = person(&world, "sonqua", Role::Reporter, &other).await;
    assert!(!neighbour.get(&given).await.text().contains("900 triệu"));
    assert_eq!(neighbour.get(&format!("{given}?unit={village}")).await.status, StatusCode::NOT_FOUND);
    let stranger = Caller::signed_in(&world, "binhson.thuongtruc").await;
    assert_eq!(stranger.get(&given).await.status, StatusCode::NOT_FOUND);
    assert_eq!(office.get(&given).await.location, format!("/movements/{}/assign", own.movement));
}

/// The own register is the unit's; the texts in force of the bodies above are read.
#[tokio::test]
async fn regulations_of_the_level_above_are_read_below_and_changed_by_nobody_there() {
    let (world, own, office, village) = luong_phong().await;
    let fields = [
        ("version", None, b"0".as_slice()),
        ("title", None, "Xét khen thưởng của xã".as_bytes()),
        ("kind", None, b"statute"),
        ("state", None, b"needs-review"),
        ("note", None, "Sửa mức thưởng".as_bytes()),
        ("number", None, "12/QĐ-UBND".as_bytes()),
        ("issuer", None, LUONG_PHONG.as_bytes()),
        ("from", None, b"01/01/2023"),
        ("file", Some("quy-che.pdf"), b"%PDF-1.7 quy che"),
    ];
    let added = office.post_parts("/regulations", &fields).await;
    assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.text());
    let path = added.location.split('?').next().expect("an address").to_owned();
    let reporter = person(&world, "khanhvan.baocao", Role::Reporter, &village).await;

    let list = reporter.get("/regulations").await.text();
    let theirs = section(&list);
    assert!(theirs.contains("Của cấp trên") && theirs.contains(&format!("href=\"{path}\"")), "{theirs}");
    assert!(theirs.contains("12/QĐ-UBND") && theirs.contains(LUONG_PHONG));
    assert!(list.contains("Cơ quan thường trực ghi") && !list.contains("Ghi quy chế xét khen thưởng"), "{list}");
    let record = reporter.get(&path).await;
    assert_eq!(record.status, StatusCode::OK);
    let record = record.text();
    assert!(
        !record.contains("Sửa mức thưởng") && !record.contains("Cần rà soát"),
        "its review is the owner's: {record}"
    );
    assert!(!record.contains(&format!("/units/{}", own.unit)) && !record.contains("<details class=\"no-print\""));
    let (_, file) = record.split_once("href=\"/files/").expect("its file");
    let file = format!("/files/{}", file.split('"').next().expect("a digest"));
    assert_eq!(reporter.get(&file).await.status, StatusCode::OK);
    for what in ["", "/versions"] {
        let refused = reporter.post(&format!("{path}{what}"), "version=1").await.status;
        assert!(refused == StatusCode::FORBIDDEN || refused == StatusCode::NOT_FOUND, "{refused}");
    }
    let clerk = person(&world, "khanhvan", Role::StandingOffice, &village).await;
    let refused = clerk.post(&path, "version=1&title=khac").await.status;
    assert!(refused == StatusCode::FORBIDDEN || refused == StatusCode::NOT_FOUND, "{refused}");
    let stranger = Caller::signed_in(&world, "binhson.thuongtruc").await;
    for address in [&path, &file] {
        assert_eq!(stranger.get(address).await.status, StatusCode::NOT_FOUND, "{address}");
    }
    assert!(!office.get("/regulations").await.text().contains("id=\"above\""), "it is in its own register");
}

/// H6: what the head sees of each running movement; every number leads to its list.
#[tokio::test]
async fn the_first_page_of_a_head_counts_what_is_behind_and_every_number_leads_to_its_list() {
    let (world, own, office, village) = luong_phong().await;
    let head = Caller::signed_in(&world, "luongphong.thutruong").await;
    assert_eq!(open(&office, &own.movement, "01/12/2099").await.status, StatusCode::SEE_OTHER);
    let leading = |page: &str| {
        let (_, rest) = page.split_once("id=\"leading\"").expect("the block");
        rest.split("</section>").next().expect("its text").to_owned()
    };
    let page = leading(&head.get("/").await.text());
    let number = |page: &str, address: &str| {
        let (_, rest) =
            page.split_once(&format!("href=\"{address}\"")).unwrap_or_else(|| panic!("{address}: {page}"));
        let (_, rest) = rest.split_once('>').expect("a number");
        rest.split('<').next().expect("a number").parse::<usize>().expect("a number")
    };
    let at = |end: &str| format!("/movements/{}/{end}", own.movement);
    assert_eq!(number(&page, &at("cascade?show=owed")), 1);
    assert_eq!(number(&page, &at("registrations")), 1);
    assert_eq!(number(&page, &at("known")), 1);
    assert_eq!(number(&page, &at("tasks?show=late")), 0);
    assert_eq!(number(&page, "/bottlenecks?show=stuck"), 0);
    let mut links = 0;
    for address in page.split("href=\"").skip(1).filter_map(|rest| rest.split(['"', '#']).next()) {
        assert_eq!(head.get(&address.replace("&amp;", "&")).await.status, StatusCode::OK, "{address}");
        links += 1;
    }
    assert!(links >= 8, "{page}");
    assert!(head.get(&at("cascade?show=owed")).await.text().contains("Thôn Khánh Vân"));

    // the number of a status is the number of rows behind it
    let (_, part) = page.split_once("&amp;show=").expect("a status");
    let code = part.split('"').next().expect("a code");
    let (_, count) = part.split_once("<b>").expect("a count");
    let count: usize = count.split('<').next().expect("a count").parse().expect("a number");
    let list = head.get(&format!("{}&show={code}", at("targets?period=Y"))).await.text();
    let whole = head.get(&format!("{}?show={code}", at("targets"))).await.text();
    assert_eq!(whole.matches("<tr class=\"st-").count(), count, "{code}");
    assert!(list.contains("Chỉ hiện các chỉ tiêu"));

    // what is done is counted no more; who does not lead sees no such block
    let clerk = person(&world, "khanhvan", Role::StandingOffice, &village).await;
    let made = derive(&clerk, &own.plan, &[]).await;
    issue(&world, &plan_of(&made.location), "01/KH-TKV", (2024, 3, 20)).await;
    let after = leading(&head.get("/").await.text());
    assert_eq!(number(&after, &at("cascade?show=owed")), 0);
    assert!(!office.get("/").await.text().contains("id=\"leading\""));
}

/// Who may not write is not told to write.
#[tokio::test]
async fn empty_pages_tell_people_what_they_can_do_and_not_what_others_do() {
    let (world, own, office, village) = luong_phong().await;
    let viewer = person(&world, "khanhvan.xem", Role::Viewer, &village).await;
    for (address, theirs) in [
        ("/training", "Ghi lớp, gọi người"),
        ("/councils", "Thêm Hội đồng"),
        ("/regulations", "Ghi quy chế xét"),
        ("/bottlenecks", "Ghi lại khó khăn"),
        ("/problems", "Báo từ trang"),
        ("/people", "Thêm từng người"),
        ("/staff", "Mở trang của một người"),
    ] {
        let page = viewer.get(address).await.text();
        assert!(page.contains("class=\"empty\"") && !page.contains(theirs), "{address}: {page}");
        assert!(office.get(address).await.text().contains(theirs), "{address}");
    }
    let reader = Caller::signed_in(&world, "luongphong.xem").await;
    let path = format!("/movements/{}/tasks", own.movement);
    assert!(!reader.get(&path).await.text().contains("Bắt đầu từ các nhiệm vụ"));
    assert!(office.get(&path).await.text().contains("Bắt đầu từ các nhiệm vụ"));
}

#[tokio::test]
async fn the_authority_itself_is_urged_to_register_only_where_it_is_asked() {
    let (world, own, office, _) = luong_phong().await;
    assert_eq!(open(&office, &own.movement, "01/12/2099").await.status, StatusCode::SEE_OTHER);
    let store = world.app.store();
    let round = store.registration_round(&own.movement).await.expect("read").expect("opened");
    let change = store.change(world.app.system("kiểm thử")).await.expect("a change");
    let begun = change.begin_registration(&round.id, &own.unit).await.expect("begun");
    let entry = thidua_store::audit::Entry {
        unit_id: Some(own.unit.clone()),
        act: "registration.begun",
        subject: "registration",
        subject_id: begun,
        detail: None,
    };
    change.commit(entry).await.expect("committed");
    let page = office.get(&format!("/movements/{}/registrations", own.movement)).await.text();
    let (_, urging) = page.split_once("id=\"urging\"").expect("a sentence");
    let urging = urging.split("</pre>").next().expect("its text");
    assert!(urging.contains("còn 1 đơn vị chưa nộp") && urging.contains("Thôn Khánh Vân"), "{urging}");
    assert!(!urging.contains(LUONG_PHONG), "{urging}");
}
