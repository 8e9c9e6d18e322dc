//! Year's grades: the result sheet, the own word, the proposal, the decision and its change; many at once; who has none.

use crate::people::form;
use crate::registrations::{person as account, unit_below};
use crate::world::{Answer, Caller, Ids, World, ids, world};
use axum::http::StatusCode;
use std::sync::Arc;
use thidua_domain::access::Role;

const HA_TINH: &str = "Sở Nội vụ tỉnh Hà Tĩnh";

/// The department with an office and a union below it, its standing office and its head.
async fn department() -> (Arc<World>, Ids, Caller, Caller) {
    let world = world().await;
    let line = world.app.store().units().await.expect("read");
    let unit = line.iter().find(|unit| unit.name.contains("Sở Nội vụ")).map_or(HA_TINH, |unit| unit.name.as_str());
    let own = ids(&world, unit).await;
    let office = Caller::signed_in(&world, "hatinh.thuongtruc").await;
    let head = Caller::signed_in(&world, "hatinh.thutruong").await;
    (world, own, office, head)
}

/// Somebody of the register; the identifier.
async fn add_person(world: &Arc<World>, clerk: &Caller, name: &str, unit: &str, title: &str) -> String {
    let unit = world.app.store().unit(unit).await.expect("read").expect("the unit").name;
    let fields = [
        ("kind", "individual"),
        ("name", name),
        ("unit", &unit),
        ("title", title),
        ("category", "official"),
        ("standing", "active"),
        ("version", "0"),
        ("not_another", "yes"),
    ];
    let added = clerk.post("/people", &form(&fields)).await;
    assert_eq!(added.status, StatusCode::SEE_OTHER, "{name}: {}", added.text());
    added.location.trim_start_matches("/people/").split('?').next().expect("an identifier").to_owned()
}

const DECISION: [(&str, &str); 3] =
    [("number", "512/QĐ-SNV"), ("dated", "15/12/2022"), ("authority", "Giám đốc Sở Nội vụ")];

async fn write(caller: &Caller, path: &str, stage: &str, fields: &[(&str, &str)]) -> Answer {
    caller.post(&format!("{path}?year=2022&stage={stage}"), &form(fields)).await
}

#[tokio::test]
async fn a_unit_says_its_grade_the_office_proposes_and_the_head_above_decides_with_what_it_rests_on() {
    let (world, own, office, head) = department().await;
    let union = unit_below(&world, &own.unit, "Công đoàn cơ sở Sở Nội vụ").await;
    let writer = account(&world, &union, "congdoan", Role::Reporter).await;
    let path = format!("/grades/units/{union}");

    let sheet = writer.get(&format!("{path}?year=2022")).await.text();
    assert!(
        sheet.contains("Báo cáo đợt thi đua: Đợt thi đua thứ nhất, 14/7/2022</a>"),
        "a wave without report: {sheet}"
    );
    assert!(sheet.contains("thủ trưởng cơ quan cấp trên trực tiếp quyết định"), "it cannot decide itself");
    let empty = write(&writer, &path, "self-graded", &[("version", "0"), ("grade", ""), ("note", "Ghi thử")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(empty.text().contains("Chọn một mức.") && empty.text().contains("Ghi thử"), "what was typed stays");
    let fields = [("version", "0"), ("grade", "excellent"), ("other", "Không có đoàn viên bị kỷ luật")];
    let said = write(&writer, &path, "self-graded", &fields).await;
    assert_eq!(said.status, StatusCode::SEE_OTHER, "{}", said.text());
    let sheet = writer.get(&format!("{path}?year=2022")).await.text();
    assert!(
        sheet.contains("Xếp loại xuất sắc trong khi số liệu còn 2 nội dung"),
        "shown, and refused nothing: {sheet}"
    );
    assert_eq!(write(&writer, &path, "decided", &DECISION).await.status, StatusCode::FORBIDDEN);
    assert_eq!(write(&writer, &path, "proposed", &fields).await.status, StatusCode::FORBIDDEN);

    let proposed = write(&office, &path, "proposed", &[("version", "1"), ("grade", "good")]).await;
    assert_eq!(proposed.status, StatusCode::SEE_OTHER, "{}", proposed.text());
    let again = write(&writer, &path, "self-graded", &[("version", "2"), ("grade", "excellent")]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.text().contains("Tập thể đã đề nghị mức xếp loại"));

    let without = write(&head, &path, "decided", &[("version", "2"), ("grade", "good")]).await;
    assert_eq!(without.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(without.text().contains("Quyết định cần đủ số, ngày"));
    let mut fields = DECISION.to_vec();
    fields.extend([("version", "2"), ("grade", "good")]);
    let decided = write(&head, &path, "decided", &fields).await;
    assert_eq!(decided.status, StatusCode::SEE_OTHER, "{}", decided.text());
    let sheet = head.get(&format!("{path}?year=2022")).await.text();
    assert!(sheet.contains("512/QĐ-SNV ngày 15/12/2022, Giám đốc Sở Nội vụ"), "{sheet}");
    assert!(sheet.contains("Căn cứ khác: Không có đoàn viên bị kỷ luật"), "kept with the own word");

    // a decision is only replaced by another with a reason
    let mut fields = DECISION.to_vec();
    fields.extend([("version", "3"), ("grade", "completed")]);
    let bare = write(&head, &path, "decided", &fields).await;
    assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(bare.text().contains("Thay quyết định đã có thì ghi lý do"));
    fields.push(("reason", "Theo kết luận kiểm tra số 20"));
    assert_eq!(write(&head, &path, "decided", &fields).await.status, StatusCode::SEE_OTHER);
    let page = office.get(&format!("/units/{union}")).await.text();
    assert!(page.contains("Xếp loại các năm") && page.contains("Hoàn thành nhiệm vụ"), "{page}");
    let log = head.get("/audit").await.text();
    assert!(log.contains("thay quyết định xếp loại"), "the log says it");
}

#[tokio::test]
async fn the_sheet_of_a_unit_is_put_together_from_its_data_and_every_number_leads_to_it() {
    let (_, own, office, head) = department().await;
    let path = format!("/grades/units/{}", own.unit);
    let sheet = office.get(&format!("{path}?year=2022")).await.text();
    assert!(sheet.contains(&format!("<a href=\"/plans/{}\">Ban hành kế hoạch 05/KH-SNV</a>", own.plan)), "{sheet}");
    assert!(sheet.contains(&format!("/movements/{}/targets?period=", own.movement)), "targets lead to their table");
    // nobody stands above it in the system: its own head records the decision of the other authority
    let mut fields = DECISION.to_vec();
    fields.extend([("version", "0"), ("grade", "excellent")]);
    let decided = write(&head, &path, "decided", &fields).await;
    assert_eq!(decided.status, StatusCode::SEE_OTHER, "{}", decided.text());
    let sheet = office.get(&format!("{path}?year=2022")).await.text();
    assert!(sheet.contains("Căn cứ khi đó"), "the numbers of that day stay with the grade");
    let missed = sheet.contains("trong khi số liệu còn");
    let short = sheet.contains("class=\"st-missed\"");
    assert_eq!(missed, short, "a note stands there exactly where the data say otherwise");
    assert_eq!(office.get(&format!("{path}?year=xyz")).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn many_people_are_graded_in_one_form_all_of_them_or_none() {
    let (world, own, office, head) = department().await;
    let lan = add_person(&world, &office, "Trần Thị Lan", &own.unit, "Chuyên viên").await;
    let hoa = add_person(&world, &office, "Lê Văn Hòa", &own.unit, "Phó Chánh Văn phòng").await;
    let board = office.get("/grades?year=2022").await.text();
    assert!(board.contains("còn 2 đơn vị, cá nhân chưa xếp loại: "), "{board}");
    assert!(board.contains("Xếp loại nhiều người"));
    let path = format!("/grades/units/{}/grid?year=2022&whom=people", own.unit);
    let grid = office.get(&path).await.text();
    assert!(grid.contains(&format!("name=\"g-{lan}\"")) && grid.contains(&format!("name=\"g-{hoa}\"")), "{grid}");
    let line = |lan_grade, hoa_grade, lan_seen, hoa_seen| {
        form(&[
            (&format!("g-{lan}"), lan_grade),
            (&format!("v-{lan}"), lan_seen),
            (&format!("g-{hoa}"), hoa_grade),
            (&format!("v-{hoa}"), hoa_seen),
        ])
    };
    let proposing = format!("{path}&stage=proposed");
    let nothing = office.post(&proposing, &line("", "", "0", "0")).await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(nothing.text().contains("Chưa chọn mức ở dòng nào."));
    let both = office.post(&proposing, &line("excellent", "good", "0", "0")).await;
    assert_eq!(both.status, StatusCode::SEE_OTHER, "{}", both.text());
    // whoever comes second sees what stands there and nothing of the form is written by halves
    let second = office.post(&proposing, &line("good", "completed", "0", "1")).await;
    assert_eq!(second.status, StatusCode::CONFLICT);
    assert!(second.text().contains("Người khác vừa ghi: Hoàn thành xuất sắc nhiệm vụ (tập thể đề nghị)"));
    let board = office.get("/grades?year=2022&bar=good").await.text();
    assert!(board.contains("Lê Văn Hòa"), "nothing changed: {board}");

    let deciding = format!("{path}&stage=decided");
    assert_eq!(office.post(&deciding, &line("good", "good", "1", "1")).await.status, StatusCode::FORBIDDEN);
    let mut decision = line("excellent", "", "1", "1");
    decision.push('&');
    decision.push_str(&form(&DECISION));
    let decided = head.post(&deciding, &decision).await;
    assert_eq!(decided.status, StatusCode::SEE_OTHER, "{}", decided.text());
    let board = office.get("/grades?year=2022").await.text();
    assert!(board.contains("50 % số cá nhân hoàn thành tốt trở lên"), "one of two is excellent: {board}");
    assert!(board.contains("Mọi đơn vị, cá nhân đều đã có mức xếp loại."));
    let only = office.get("/grades?year=2022&bar=excellent").await.text();
    assert!(only.contains("Trần Thị Lan") && !only.contains("Lê Văn Hòa"), "{only}");
    let record = office.get(&format!("/people/{lan}")).await.text();
    assert!(record.contains("512/QĐ-SNV ngày 15/12/2022"), "{record}");
    let table = office.get("/grades.csv?year=2022").await.text();
    assert!(table.contains("\"Trần Thị Lan\";\"Chuyên viên\"") && table.contains("512/QĐ-SNV"), "{table}");
}

#[tokio::test]
async fn the_grades_of_another_authority_are_nobodys_business() {
    let (world, own, office, _) = department().await;
    let lan = add_person(&world, &office, "Trần Thị Lan", &own.unit, "Chuyên viên").await;
    let stranger = Caller::signed_in(&world, "loku.thutruong").await;
    for path in [
        format!("/grades/units/{}", own.unit),
        format!("/grades/people/{lan}"),
        format!("/grades/units/{}/grid?whom=people", own.unit),
        format!("/grades?unit={}", own.unit),
        format!("/grades.csv?unit={}", own.unit),
    ] {
        assert_eq!(stranger.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    let viewer = Caller::signed_in(&world, "hatinh.xem").await;
    assert_eq!(viewer.get(&format!("/grades/people/{lan}?year=2022")).await.status, StatusCode::OK);
    let path = format!("/grades/people/{lan}");
    let written = write(&viewer, &path, "self-graded", &[("version", "0"), ("grade", "good")]).await;
    assert_eq!(written.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn who_said_the_grade_decides_it_only_where_nobody_else_of_the_unit_may_and_that_stands_written() {
    let (world, own, office, head) = department().await;
    let lan = add_person(&world, &office, "Trần Thị Lan", &own.unit, "Chuyên viên").await;
    let path = format!("/grades/people/{lan}");
    let said = write(&head, &path, "self-graded", &[("version", "0"), ("grade", "excellent")]).await;
    assert_eq!(said.status, StatusCode::SEE_OTHER, "{}", said.text());
    // what the office proposes over it does not hide whose word it was
    let proposed = write(&office, &path, "proposed", &[("version", "1"), ("grade", "excellent")]).await;
    assert_eq!(proposed.status, StatusCode::SEE_OTHER, "{}", proposed.text());
    let deputy = account(&world, &own.unit, "hatinh.pho", Role::Head).await;
    let mut fields = DECISION.to_vec();
    fields.extend([("version", "2"), ("grade", "excellent")]);
    let refused = write(&head, &path, "decided", &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("người khác trong đơn vị có thẩm quyền quyết định"), "{}", refused.text());
    let grid = format!("/grades/units/{}/grid?year=2022&whom=people&stage=decided", own.unit);
    let (grade, seen) = (format!("g-{lan}"), format!("v-{lan}"));
    let line = [&[(grade.as_str(), "excellent"), (seen.as_str(), "2")], &DECISION[..]].concat();
    assert_eq!(head.post(&grid, &form(&line)).await.status, StatusCode::UNPROCESSABLE_ENTITY, "nor in the grid");
    let page = head.get(&format!("{path}?year=2022")).await.text();
    assert!(!page.contains("stage=decided\""), "the form is not offered: {page}");

    // the other one who may decide is gone: it is allowed, and says so
    let admin = Caller::signed_in(&world, "quan-tri").await;
    let id = world.app.store().account_by_login("hatinh.pho").await.expect("read").expect("there").id;
    assert_eq!(deputy.get(&format!("{path}?year=2022")).await.status, StatusCode::OK);
    admin.post(&format!("/accounts/{id}/lock"), "").await;
    let page = head.get(&format!("{path}?year=2022")).await.text();
    assert!(page.contains("Đơn vị không có người khác có thẩm quyền quyết định"), "{page}");
    let decided = head.post(&grid, &form(&line)).await;
    assert_eq!(decided.status, StatusCode::SEE_OTHER, "{}", decided.text());
    let page = office.get(&format!("{path}?year=2022")).await.text();
    assert!(page.contains("Người ghi quyết định cũng là người đã tự xếp loại hoặc đề nghị"), "{page}");
    let log = admin.get("/audit").await.text();
    assert!(log.contains("Người ghi quyết định cũng là người đã tự xếp loại"), "{log}");
}
