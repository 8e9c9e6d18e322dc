//! Movements of every kind: contents, national movements, sets of criteria, what is carried over.

use crate::units::form;
use crate::world::{Caller, ids, world};
use axum::http::StatusCode;

const LO_KU: &str = "Ủy ban nhân dân xã Lơ Ku";
const BINH_SON: &str = "Ủy ban nhân dân huyện Bình Sơn";
const LUONG_PHONG: &str = "Ủy ban nhân dân xã Lương Phong";

#[tokio::test]
async fn contents_are_taken_from_the_plan_with_their_lines_and_fields() {
    let world = world().await;
    let of = ids(&world, BINH_SON).await;
    let clerk = Caller::signed_in(&world, "binhson.thuongtruc").await;
    let path = format!("/movements/{}/contents", of.movement);
    assert!(clerk.get(&path).await.text().contains("Chưa có mục nào"));
    for _ in 0..2 {
        // taking twice adds nothing twice
        assert_eq!(clerk.post(&format!("{path}/take"), "").await.status, StatusCode::SEE_OTHER);
    }
    let contents = world.app.store().contents(&of.movement).await.expect("read");
    let areas: Vec<_> =
        contents.iter().filter(|one| one.numbering.as_deref().is_some_and(|no| no.starts_with("II.1."))).collect();
    let numbers: Vec<&str> = areas.iter().filter_map(|one| one.numbering.as_deref()).collect();
    assert_eq!(numbers, ["II.1.a", "II.1.b", "II.1.c", "II.1.d", "II.1.đ", "II.1.e", "II.1.g", "II.1.h"]);
    let programme =
        contents.iter().find(|one| one.text == "03 chương trình mục tiêu quốc gia").expect("counted in the plan");
    assert_eq!(
        (programme.kind, programme.lines),
        (thidua_store::movement_facts::ContentKind::Programme, Some((45, 45)))
    );
    let numbered = areas.iter().filter(|one| one.text.starts_with(|c: char| c.is_ascii_digit())).count();
    assert_eq!(numbered, 0, "a number stands beside the text, not in it");
    let page = clerk.get(&path).await.text();
    assert!(page.contains(&format!("/plans/{}#L49", of.plan)), "each leads to its line");
    assert!(page.contains("Quốc phòng, an ninh") && page.contains("Mục đích, yêu cầu"));

    // a field is linked to its targets and mended; a second editor sees what the first wrote
    let defence = areas.iter().find(|one| one.numbering.as_deref() == Some("II.1.đ")).expect("there");
    let item = format!("{path}/{}", defence.id);
    let target = format!("target-{}", of.target);
    let fields = [
        ("kind", "area"),
        ("field", "security"),
        ("text", "Quốc phòng và an ninh"),
        ("version", "0"),
        (target.as_str(), "yes"),
    ];
    assert_eq!(clerk.post(&item, &form(&fields)).await.status, StatusCode::SEE_OTHER);
    assert!(clerk.get(&path).await.text().contains(&format!("/targets/{}", of.target)));
    let second =
        clerk.post(&item, &form(&[("kind", "area"), ("field", "other"), ("text", "Khác"), ("version", "0")])).await;
    assert_eq!(second.status, StatusCode::CONFLICT);
    assert!(second.text().contains("Quốc phòng và an ninh") && second.text().contains("Khác"));
    let reporter = Caller::signed_in(&world, "binhson.baocao").await;
    assert_eq!(reporter.post(&format!("{path}/take"), "").await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn localised_names_are_counted_under_their_national_movement() {
    let world = world().await;
    let admin = Caller::signed_in(&world, "quan-tri").await;
    let page = admin.get("/movements/national").await.text();
    let at = page.find("<h2>Cả nước chung sức xây dựng nông thôn mới</h2>").expect("the national movement");
    let part: String = page[at..].chars().take(3_000).collect();
    assert!(part.contains("Bình Sơn chung sức xây dựng nông thôn mới"));
    assert!(part.contains("Cả nước chung sức xây dựng nông thôn mới</a>"), "Lý Sơn uses the national name");
    let campaigns = admin.get("/movements/national?kind=campaign").await.text();
    assert!(campaigns.contains("người nghèo") && !campaigns.contains("Thi đua quyết thắng"));

    // a person sets what the machine could not know, and it is counted so
    let of = ids(&world, LO_KU).await;
    let movements = world.app.store().movements(&of.plan).await.expect("read");
    let health = movements.iter().find(|one| one.named.name.contains("y tế")).expect("there");
    let head = Caller::signed_in(&world, "loku.thutruong").await;
    let facts = format!("/movements/{}/facts", health.id);
    let wrong = form(&[("kind", "sector"), ("national", ""), ("from", "2025"), ("to", "2021"), ("version", "0")]);
    assert_eq!(head.post(&facts, &wrong).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let fields = form(&[
        ("kind", "special"),
        ("national", "covid"),
        ("from", "2021"),
        ("to", "2025"),
        ("focus", "yes"),
        ("version", "0"),
    ]);
    assert_eq!(head.post(&facts, &fields).await.status, StatusCode::SEE_OTHER);
    let again = head.post(&facts, &fields).await;
    assert_eq!(again.status, StatusCode::CONFLICT, "the second writer is told");
    let written = world.app.store().facts(&health.id).await.expect("read").expect("written");
    assert_eq!((written.years, written.focus), (Some((2021, 2025)), true));
    let contents = head.get(&format!("/movements/{}/contents", of.movement)).await.text();
    assert!(contents.contains("2021 - 2025"), "several years inside the plan of one year");
}

#[tokio::test]
async fn a_motto_becomes_criteria_that_each_unit_is_marked_by() {
    let world = world().await;
    let of = ids(&world, LUONG_PHONG).await;
    let clerk = Caller::signed_in(&world, "luongphong.thuongtruc").await;
    let path = format!("/movements/{}/criteria", of.movement);
    assert!(
        clerk.get(&path).await.text().contains("3 dám, 3 hơn, 5 rõ"),
        "proposed from the words of the plan or the catalogue"
    );
    let set_page = clerk.get(&format!("{path}/sets/3-3-5")).await.text();
    assert!(set_page.contains("5 rõ: Rõ người"));
    let list = "3 dám: Dám nói\n3 dám: Dám làm\n5 rõ: Rõ người";
    let fields = [("name", "3 dám, 3 hơn, 5 rõ"), ("source", "Chỉ thị 26-CT/TU"), ("list", list)];
    let unconfirmed = clerk.post(&format!("{path}/sets/3-3-5"), &form(&fields)).await;
    assert_eq!(unconfirmed.status, StatusCode::UNPROCESSABLE_ENTITY, "what is not verified waits for a person");
    let mut confirmed = fields.to_vec();
    confirmed.push(("confirm", "yes"));
    assert_eq!(clerk.post(&format!("{path}/sets/3-3-5"), &form(&confirmed)).await.status, StatusCode::SEE_OTHER);
    let set = world.app.store().criteria_sets(&of.movement).await.expect("read").remove(0);
    let village = form(&[("parent_id", &of.unit), ("name", "Thôn minh họa"), ("kind", "")]);
    assert_eq!(clerk.post("/units", &village).await.status, StatusCode::SEE_OTHER);
    assert_eq!(clerk.post("/units", &village.replace("h%E1%BB%8Da", "hai")).await.status, StatusCode::SEE_OTHER);
    let unit = world.app.store().children_now(&of.unit).await.expect("read").remove(0);

    let mark = format!("{path}/{}/{}", set.id, unit.id);
    let grades = form(&[
        ("grade-0", "met"),
        ("seen-0", "0"),
        ("evidence-0", "Biên bản họp quý I"),
        ("grade-1", "not-met"),
        ("seen-1", "0"),
        ("grade-2", ""),
        ("seen-2", "0"),
    ]);
    assert_eq!(clerk.post(&mark, &grades).await.status, StatusCode::SEE_OTHER);
    let page = clerk.get(&path).await.text();
    assert!(page.contains("Chưa đạt cả bộ") && page.contains("Chưa chấm xong"));
    let late = form(&[("grade-0", "partly"), ("seen-0", "0"), ("evidence-0", "khác")]);
    let second = clerk.post(&mark, &late).await;
    assert_eq!(second.status, StatusCode::CONFLICT);
    assert!(second.text().contains("đã có người chấm tiêu chí này: Đạt"));
    let left = world.app.store().marks(&set.id).await.expect("read");
    assert_eq!(left.len(), 2, "nothing of the second was written");
    let stranger = Caller::signed_in(&world, "loku.thuongtruc").await;
    assert_eq!(stranger.get(&mark).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn words_that_the_catalogue_does_not_know_have_to_be_typed_before_a_set_counts() {
    let world = world().await;
    let of = ids(&world, BINH_SON).await;
    let clerk = Caller::signed_in(&world, "binhson.thuongtruc").await;
    let path = format!("/movements/{}/criteria", of.movement);
    let page = clerk.get(&path).await.text();
    assert!(page.contains("chi bộ bốn tốt") || page.contains("Chi bộ bốn tốt"));
    assert!(page.contains("3 gương mẫu") && page.contains("cần người xác nhận"));
    let kept = form(&[
        ("name", "3-3-3"),
        ("source", "KH 21"),
        ("confirm", "yes"),
        ("list", "3 gương mẫu: Gương mẫu thứ nhất (nhập theo văn bản phát động)"),
    ]);
    let refused = clerk.post(&format!("{path}/sets/traffic-3-3-3"), &kept).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("Còn dòng chưa nhập nội dung"));
}

/// Invented; a theme is put into it and its year changed.
const PLAN: &str = include_str!("../../../../samples/written/xa-vi-du-thieu-chu-de.txt");

#[tokio::test]
async fn what_last_year_left_open_is_carried_into_this_year_and_answered() {
    let world = world().await;
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    let head = Caller::signed_in(&world, "loku.thutruong").await;
    let mut movements = Vec::new();
    for year in ["2024", "2025"] {
        let theme = format!("Chủ đề: “Đoàn kết, về đích năm {year}”.\n\n2. Chỉ tiêu thi đua");
        let text = PLAN.replace("2024", year).replace("2. Chỉ tiêu thi đua", &theme);
        let sent = clerk.post_parts("/plans", &[("text", None, text.as_bytes())]).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
        let id = sent.location.trim_start_matches("/plans/").split('?').next().expect("an identifier").to_owned();
        let plan = world.app.store().plan(&id).await.expect("read").expect("there");
        let mut fields = vec![
            ("do", "save".to_owned()),
            ("version", plan.version.to_string()),
            ("kind", "Kế hoạch".to_owned()),
            ("number_symbol", "88/KH-UBND".to_owned()),
            ("issuer", LO_KU.to_owned()),
            ("issuer_level", "commune".to_owned()),
            ("title", format!("Phát động phong trào thi đua năm {year}")),
            ("subject_year", year.to_owned()),
            ("date", format!("05/01/{year}")),
            ("theme", format!("Đoàn kết, về đích năm {year}")),
        ];
        fields.push(("place", "Lơ Ku".to_owned()));
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let saved = clerk.post(&format!("/plans/{id}/document/head"), &form(&fields)).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());
        let version = world.app.store().plan(&id).await.expect("read").expect("there").version;
        let seen = crate::plans::warned(&head.get(&format!("/plans/{id}")).await.text());
        let seen = format!("version={version}&confirmed={seen}");
        let launched = head.post(&format!("/plans/{id}/launch"), &seen).await;
        assert_eq!(launched.status, StatusCode::SEE_OTHER, "{}", launched.text());
        let own = world.app.store().movements(&id).await.expect("read").into_iter().find(|one| one.named.own);
        movements.push((id, own.expect("its own movement")));
    }
    let (last_plan, last) = movements.remove(0);
    let now = movements.remove(0).1.id;
    // 2024 ends with a target that was missed, and with a lesson
    let grain = crate::world::target_named(&world, &last_plan, "lương thực").await;
    let figure = [
        ("period", None, b"Y" as &[u8]),
        ("seen", None, b"0"),
        ("state", None, b"number"),
        ("value", None, b"8.000"),
        ("dated", None, b"15/12/2024"),
        ("source", None, "Báo cáo số 1".as_bytes()),
    ];
    let step = head.post(&format!("/movements/{}/step", last.id), "to=running").await;
    assert_eq!(step.status, StatusCode::SEE_OTHER);
    let entered = clerk.post_parts(&format!("/targets/{grain}/figures"), &figure).await;
    assert_eq!(entered.status, StatusCode::SEE_OTHER, "{}", entered.text());
    let review = form(&[
        ("version", "0"),
        ("lessons", "Giao chỉ tiêu sớm hơn"),
        ("difficulties", "Thiếu vốn"),
        ("directions", ""),
    ]);
    assert_eq!(head.post(&format!("/movements/{}/review", last.id), &review).await.status, StatusCode::SEE_OTHER);

    let path = format!("/movements/{now}/contents");
    let page = clerk.get(&path).await.text();
    assert!(page.contains("Mang sang từ năm trước") && page.contains("Bài học: Giao chỉ tiêu sớm hơn"));
    let missed = format!("target-{grain}");
    assert!(page.contains(&format!("name=\"{missed}\"")), "the missed target is offered");
    let ticked = form(&[(missed.as_str(), "yes")]);
    assert_eq!(clerk.post(&format!("{path}/carry"), &ticked).await.status, StatusCode::SEE_OTHER);
    assert_eq!(clerk.post(&format!("{path}/carry"), &ticked).await.status, StatusCode::SEE_OTHER);
    let carried = world.app.store().contents(&now).await.expect("read");
    assert_eq!(carried.len(), 1, "carried once");
    assert!(clerk.get(&path).await.text().contains("chưa giải quyết"));
    let answered = form(&[
        ("kind", "carried"),
        ("field", "economy"),
        ("text", carried[0].text.as_str()),
        ("answer", "Đã mở rộng 40 ha lúa nước"),
        ("version", "0"),
    ]);
    assert_eq!(clerk.post(&format!("{path}/{}", carried[0].id), &answered).await.status, StatusCode::SEE_OTHER);
    let page = clerk.get(&path).await.text();
    assert!(page.contains("Đã mở rộng 40 ha") && !page.contains("chưa giải quyết"));

    // seen from last year: what stands in this year's movement says so, the lesson goes there as a focus task
    let path = format!("/movements/{}/next-year", last.id);
    let page = clerk.get(&path).await.text();
    crate::every_page::is_sound(&page, &path);
    assert!(page.contains("số cuối: 8.000 tấn"), "an unmet target with its last value: {page}");
    assert!(page.contains("đã có trong phong trào năm 2025"), "{page}");
    let (lesson, as_what) = (format!("lesson-{}", last.id), format!("as-lesson-{}", last.id));
    let ticked = form(&[(lesson.as_str(), "yes"), (as_what.as_str(), "focus-task")]);
    assert_eq!(clerk.post(&path, &ticked).await.status, StatusCode::SEE_OTHER);
    assert_eq!(clerk.post(&path, &ticked).await.status, StatusCode::SEE_OTHER);
    let contents = world.app.store().contents(&now).await.expect("read");
    let focus: Vec<&str> = contents
        .iter()
        .filter(|one| one.kind == thidua_store::movement_facts::ContentKind::FocusTask)
        .map(|one| one.text.as_str())
        .collect();
    assert_eq!(focus, ["Bài học: Giao chỉ tiêu sớm hơn"], "taken once");
    // a difficulty goes there as a task, and the log has the task itself
    let (difficulty, as_what) = (format!("difficulty-{}", last.id), format!("as-difficulty-{}", last.id));
    let ticked = form(&[(difficulty.as_str(), "yes"), (as_what.as_str(), "task")]);
    assert_eq!(clerk.post(&path, &ticked).await.status, StatusCode::SEE_OTHER);
    let log = world.app.store().audit_log(None, 10).await.expect("read");
    let added = log.iter().find(|one| one.act == "task.added").expect("the task is in the log");
    assert!(added.detail.as_ref().is_some_and(|text| text.contains("Thiếu vốn")), "{added:?}");
    assert!(world.app.store().task(&added.subject_id).await.expect("read").is_some());

    // this year has no next one yet: what is chosen is kept for it
    let path = format!("/movements/{now}/next-year");
    let review = form(&[("version", "0"), ("lessons", "Kiểm tra hằng tháng")]);
    assert_eq!(head.post(&format!("/movements/{now}/review"), &review).await.status, StatusCode::SEE_OTHER);
    let page = clerk.get(&path).await.text();
    assert!(page.contains("Chưa có phong trào năm 2026"), "{page}");
    let ticked = form(&[(format!("lesson-{now}").as_str(), "yes")]);
    assert_eq!(clerk.post(&path, &ticked).await.status, StatusCode::SEE_OTHER);
    let left = world.app.store().left_to_next_year(&now).await.expect("read");
    assert_eq!(left.len(), 1);
    assert!(left[0].taken_by.is_none() && left[0].text.contains("Kiểm tra hằng tháng"));
    assert_eq!(clerk.post(&path, "once=").await.status, StatusCode::SEE_OTHER);
    assert!(world.app.store().left_to_next_year(&now).await.expect("read").is_empty(), "and taken out again");
    // its figure is proposed for the new year by the name of its target, and taken over by a person, once
    let path = format!("/movements/{now}/earlier");
    let page = clerk.get(&path).await.text();
    let box_of = page.split("name=\"take-").nth(1).and_then(|rest| rest.split('"').next()).expect("a proposal");
    assert!(page.contains("8.000") && page.contains(&format!("href=\"/targets/{grain}\"")), "{page}");
    let taken = format!("take-{box_of}");
    assert_eq!(clerk.post(&path, &form(&[(taken.as_str(), "yes")])).await.status, StatusCode::SEE_OTHER);
    let page = clerk.get(&path).await.text();
    assert!(!page.contains(&taken) && page.contains("2024, cả năm"), "taken once: {page}");
    let sheet = clerk.get(&format!("/movements/{now}/evaluation?period=Y")).await.text();
    assert!(sheet.contains("cả năm <a href=") && sheet.contains("8.000"), "last year stands beside this one");
}
