//! An inspection from its plan to its last finding: the sample that anybody can draw again, the seven items from the data,
//! verified values, findings that become tasks, what the unit sees and says.

use crate::tasks_around::{Around, around, form, sent};
use crate::world::{Answer, Caller, World};
use axum::http::StatusCode;
use thidua_domain::basics::Amount;
use thidua_domain::figures::Figure;
use thidua_domain::inspections::sampling::{Line, draw};
use thidua_domain::periods::Period;
use thidua_domain::reporting::{DueRule, Entered, State as Report};
use thidua_store::audit::Entry;
use thidua_store::inspections::Inspection;
use thidua_store::reporting::{NewLine, RoundText};

pub const LO_KU: &str = "Ủy ban nhân dân xã Lơ Ku";

/// Draws up an inspection with a number and a team; its identifier.
pub async fn draw_up(office: &Caller, movement: &str, more: &[(&str, &str)]) -> String {
    let base = [
        ("movement", movement),
        ("name", "Kiểm tra 6 tháng đầu năm"),
        ("number", "52/KH-UBND"),
        ("dated", "20/6/2022"),
        ("from", "01/7/2022"),
        ("to", "15/7/2022"),
        ("team", "Trưởng đoàn; Trần Thị Một; Phó Chủ tịch UBND xã\nThư ký; Lê Văn Hai"),
    ];
    sent(&office.post("/inspections", &form(&[&base[..], more].concat())).await)
}

pub async fn found(world: &World, id: &str) -> Inspection {
    world.app.store().inspection(id).await.expect("read").expect("there")
}

/// Sends a form with the version of the inspection that stands.
async fn put(world: &World, who: &Caller, id: &str, to: &str, fields: &[(&str, &str)]) -> Answer {
    let version = found(world, id).await.version.to_string();
    let all = [&[("version", version.as_str())], fields].concat();
    who.post(&format!("/inspections/{id}{to}"), &form(&all)).await
}

/// Adds a place by hand.
pub async fn add_place(world: &World, office: &Caller, id: &str, place: &str) {
    let fields = [("place", place), ("planned", "05/7/2022"), ("reason", "theo chỉ đạo của Chủ tịch")];
    let added = put(world, office, id, "/places", &fields).await;
    assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.text());
}

/// Issues it.
pub async fn issue(world: &World, office: &Caller, id: &str) {
    let issued = put(world, office, id, "/step?to=issued", &[]).await;
    assert_eq!(issued.status, StatusCode::SEE_OTHER, "{}", issued.text());
}

/// Writes the visit to a unit.
pub async fn visit(world: &World, inspector: &Caller, id: &str, unit: &str, more: &[(&str, &str)]) -> String {
    let path = format!("/inspections/{id}/visits/{unit}");
    let seen =
        world.app.store().inspection_visit(id, unit).await.expect("read").expect("there").version.to_string();
    let base = [
        ("version", seen.as_str()),
        ("planned", "05/7/2022"),
        ("visited", "05/7/2022"),
        ("present", "Trưởng thôn\nBan công tác Mặt trận"),
        ("minutes", "Đoàn đã xem sổ họp."),
    ];
    let written = inspector.post(&path, &form(&[&base[..], more].concat())).await;
    assert_eq!(written.status, StatusCode::SEE_OTHER, "{}", written.text());
    path
}

/// Writes a finding at a visit.
pub async fn finding(inspector: &Caller, visit: &str, more: &[(&str, &str)]) -> Answer {
    let base = [
        ("what", "Chưa sơ kết đợt 1"),
        ("basis", "34/KH-UBND, III.1.e"),
        ("item", "preliminary-review"),
        ("severity", "mend"),
        ("demand", "Tổ chức sơ kết và báo cáo"),
    ];
    inspector.post(&format!("{visit}/findings"), &form(&[&base[..], more].concat())).await
}

/// Sends an answer to the first finding with the version that stands.
async fn answer_finding(world: &World, who: &Caller, id: &str, to: &str, words: &str) -> Answer {
    let it = world.app.store().findings_of(id).await.expect("read").remove(0);
    let version = it.version.to_string();
    let fields = [("version", version.as_str()), ("to", to), ("words", words)];
    who.post(&format!("/inspections/{id}/findings/{}", it.id), &form(&fields)).await
}

/// An inspection of the first village, issued and visited; the page of the visit.
async fn visited(around: &Around, inspector: &Caller, more: &[(&str, &str)]) -> (String, String) {
    let id = draw_up(&around.office, &around.own.movement, &[]).await;
    add_place(&around.world, &around.office, &id, &format!("unit:{}", around.village)).await;
    issue(&around.world, &around.office, &id).await;
    let path = visit(&around.world, inspector, &id, &around.village, more).await;
    (id, path)
}

#[tokio::test]
async fn an_inspection_is_not_issued_before_it_has_a_number_a_lead_and_a_place() {
    let it = around("loku", LO_KU).await;
    let inspector = Caller::signed_in(&it.world, "loku.kiemtra").await;
    assert_eq!(inspector.get("/inspections/new").await.status, StatusCode::FORBIDDEN, "an inspector plans none");
    let empty = it.office.get("/inspections").await.text();
    assert!(empty.contains("Chưa có cuộc kiểm tra nào") && empty.contains("chưa lần nào"), "{empty}");
    let refused = it
        .office
        .post("/inspections", &form(&[("movement", &it.own.movement), ("name", ""), ("team", "Ông Ba")]))
        .await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("Dòng “Ông Ba” chưa rõ"), "what is not clear is named");
    let id = draw_up(&it.office, &it.own.movement, &[("number", ""), ("dated", ""), ("team", "")]).await;
    let page = format!("/inspections/{id}");
    for (says, then) in [
        ("cần số, ký hiệu và ngày", vec![("number", "52/KH-UBND"), ("dated", "20/6/2022"), ("team", "")]),
        (
            "đoàn chưa có trưởng đoàn",
            vec![("number", "52/KH-UBND"), ("dated", "20/6/2022"), ("team", "trưởng đoàn; Trần Thị Một")],
        ),
        ("chưa có nơi kiểm tra nào", Vec::new()),
    ] {
        let refused = put(&it.world, &it.office, &id, "/step?to=issued", &[]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text().contains(says), "{says}: {}", refused.text());
        if !then.is_empty() {
            let fields = [&[("name", "Kiểm tra 6 tháng")], then.as_slice()].concat();
            let written = put(&it.world, &it.office, &id, "", &fields).await;
            assert_eq!(written.status, StatusCode::SEE_OTHER, "{}", written.text());
        }
    }
    // two people change the plan: the second sees what the first wrote
    let seen = found(&it.world, &id).await.version.to_string();
    let fields = |name| form(&[("version", &seen), ("name", name), ("team", "Trưởng đoàn; Trần Thị Một")]);
    assert_eq!(it.office.post(&page, &fields("Tên của người thứ nhất")).await.status, StatusCode::SEE_OTHER);
    let second = it.head.post(&page, &fields("Tên của người thứ hai")).await;
    assert_eq!(second.status, StatusCode::CONFLICT);
    assert!(second.text().contains("Hiện đang ghi: Tên của người thứ nhất"), "{}", second.text());
    assert!(second.text().contains("Tên của người thứ hai"), "what was typed stays");
    // a draft is told to nobody
    assert_eq!(it.villager.get(&page).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_seed_comes_before_the_list_and_anybody_can_draw_the_sample_again() {
    let it = around("loku", LO_KU).await;
    let id = draw_up(&it.office, &it.own.movement, &[]).await;
    let early = put(&it.world, &it.office, &id, "/draw", &[]).await;
    assert_eq!(early.status, StatusCode::CONFLICT, "no list without a seed");
    let none = put(&it.world, &it.office, &id, "/seed", &[("riskiest", "0"), ("per_group", "0")]).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    let fields = [("seed", "48213 (xổ số 30/6/2022)"), ("riskiest", "1"), ("per_group", "1")];
    assert_eq!(put(&it.world, &it.office, &id, "/seed", &fields).await.status, StatusCode::SEE_OTHER);
    let again = put(&it.world, &it.office, &id, "/seed", &[("seed", "1"), ("riskiest", "1")]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.text().contains("Số gieo đã ấn định thì không đổi"));
    assert_eq!(it.office.get(&format!("/inspections/{id}/sample.csv")).await.status, StatusCode::NOT_FOUND);
    let drawn = put(&it.world, &it.office, &id, "/draw", &[]).await;
    assert_eq!(drawn.status, StatusCode::SEE_OTHER, "{}", drawn.text());
    let again = put(&it.world, &it.office, &id, "/draw", &[]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "a list is made once");

    // by the file alone, with the published method
    let csv = it.office.get(&format!("/inspections/{id}/sample.csv")).await.text();
    let rows: Vec<Vec<&str>> =
        csv.lines().skip(3).map(|line| line.trim_matches('"').split("\";\"").collect()).collect();
    let lines: Vec<Line> = rows
        .iter()
        .map(|row| Line { group: row[1].into(), key: row[2].into(), points: row[4].parse().expect("points") })
        .collect();
    let taken: Vec<usize> =
        rows.iter().enumerate().filter(|(_, row)| !row[6].is_empty()).map(|(at, _)| at).collect();
    let recomputed: Vec<usize> =
        draw(&lines, "48213 (xổ số 30/6/2022)", 1, 1).into_iter().map(|(at, _)| at).collect();
    assert_eq!(taken, recomputed);
    assert!(lines.len() == 3 && csv.contains("chưa kiểm tra lần nào (2)"), "{csv}");

    // the places are those of the sample, with their reasons
    let page = it.office.get(&format!("/inspections/{id}")).await.text();
    assert!(page.contains("48213 (xổ số 30/6/2022)") && page.contains("rủi ro, thứ 1"), "{page}");
    let visits = it.world.app.store().inspection_visits(std::slice::from_ref(&id)).await.expect("read");
    assert_eq!(visits.len(), taken.len());
    assert!(visits.iter().all(|visit| visit.sampled));
    // a place by hand needs a reason; one that is there is not offered
    let fields = [("place", format!("unit:{}", visits[0].subject_id)), ("reason", "x".to_owned())];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let twice = put(&it.world, &it.office, &id, "/places", &fields).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(twice.text().contains("Nơi này đã có trong danh sách"));
}

/// A report of the village, sent ten days late, with one value and no file.
pub async fn reported(it: &Around, target: &str, value: &str) {
    let store = it.world.app.store();
    let day = |text: &str| text.parse::<chrono::NaiveDate>().expect("a day");
    let entry = |act| Entry { unit_id: None, act, subject: "plan", subject_id: it.own.plan.clone(), detail: None };
    let change = store.change(it.world.app.system("test")).await.expect("a change");
    let text = RoundText {
        due: day("2022-07-05"),
        rule: DueRule::Set,
        rule_source: None,
        rule_line: None,
        kinds: Vec::new(),
        note: None,
    };
    let round = change.open_report_round(&it.own.movement, Period::FirstHalf, &text).await.expect("opened");
    let report = change.begin_unit_report(&round, &it.village).await.expect("begun");
    let entered = Entered {
        figure: Figure::Number(Amount::from_plain(value).expect("an amount")),
        last_year: Some(Amount::whole(10)),
        ..Entered::default()
    };
    let line = NewLine { target_id: target.into(), entered, illustrative: false };
    change.write_report_line(&report, &line).await.expect("written");
    change.commit(entry("report.begun")).await.expect("committed");
    let stands = store.unit_report(&report).await.expect("read").expect("there");
    let change = store.change(it.world.app.system("test")).await.expect("a change");
    let sent = change.step_unit_report(&stands, stands.version, Report::Submitted, day("2022-07-15"), None).await;
    sent.expect("sent");
    change.commit(entry("report.sent")).await.expect("committed");
}

#[tokio::test]
async fn a_soft_value_stands_first_and_the_verified_one_beside_it_makes_the_index() {
    let it = around("loku", LO_KU).await;
    let target = it.own.target.clone();
    reported(&it, &target, "120").await;
    let id = draw_up(&it.office, &it.own.movement, &[("period", "H1")]).await;
    let fields = [("seed", "7"), ("riskiest", "1"), ("per_group", "0")];
    assert_eq!(put(&it.world, &it.office, &id, "/seed", &fields).await.status, StatusCode::SEE_OTHER);
    assert_eq!(put(&it.world, &it.office, &id, "/draw", &[]).await.status, StatusCode::SEE_OTHER);
    let page = it.office.get(&format!("/inspections/{id}")).await.text();
    // the line of the village, ten days late, without a file, ten times last year; not the units that reported nothing
    assert!(page.contains("Thôn An Phú – "), "{page}");
    for reason in ["báo cáo muộn 10 ngày (2)", "không có tài liệu kèm (2)", "lệch 1100% so với năm trước (3)"]
    {
        assert!(page.contains(reason), "{reason}: {page}");
    }
    let csv = it.office.get(&format!("/inspections/{id}/sample.csv")).await.text();
    assert!(csv.contains("Thôn Bình Yên") && csv.contains("chưa nộp báo cáo (3)"), "{csv}");
    issue(&it.world, &it.office, &id).await;
    let inspector = Caller::signed_in(&it.world, "loku.kiemtra").await;
    let path = visit(&it.world, &inspector, &id, &it.village, &[]).await;
    let page = inspector.get(&path).await.text();
    assert!(page.contains("Dòng trong mẫu chưa xác minh"), "{page}");
    let asked = inspector.get(&format!("{path}?value={target}")).await.text();
    assert!(asked.contains("Đơn vị tự báo cáo: 120") && asked.contains("/reports/"), "{asked}");
    let bare = inspector.post(&format!("{path}/values"), &form(&[("corrects", &target), ("verified", "1x")])).await;
    assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(bare.text().contains("1x") && bare.text().contains("Không phải là số"));
    let parts: [(&str, Option<&str>, &[u8]); 5] = [
        ("version", None, b"0"),
        ("corrects", None, target.as_bytes()),
        ("verified", None, b"100"),
        ("how", None, "đếm tại chỗ".as_bytes()),
        ("file", Some("so.txt"), b"100"),
    ];
    let written = inspector.post_parts(&format!("{path}/values"), &parts).await;
    assert_eq!(written.status, StatusCode::SEE_OTHER, "{}", written.text());
    let page = inspector.get(&path).await.text();
    assert!(page.contains("+20%") && page.contains("báo cáo của đơn vị") && page.contains("so.txt"), "{page}");
    assert!(!page.contains("Dòng trong mẫu chưa xác minh"), "nothing of the sample is left");
    let again = inspector.post_parts(&format!("{path}/values"), &parts).await;
    assert_eq!(again.status, StatusCode::CONFLICT, "somebody has verified it already");
    let list = it.office.get("/inspections").await.text();
    assert!(list.contains("Chênh lệch trung bình") && list.contains("+20%"), "{list}");
    // the unit reads it too, and its file
    let theirs = it.villager.get(&path).await.text();
    assert!(theirs.contains("+20%") && theirs.contains("so.txt"), "{theirs}");
}

#[tokio::test]
async fn the_seven_items_are_proposed_from_the_data_and_the_team_says_why_it_differs() {
    let it = around("loku", LO_KU).await;
    crate::registrations::open(&it.office, &it.own.movement, "01/12/2099").await;
    let known = form(&[("unit", &it.village), ("day", "10/3/2022"), ("form", "meeting")]);
    let known = it.villager.post(&format!("/movements/{}/known", it.own.movement), &known).await;
    assert_eq!(known.status, StatusCode::SEE_OTHER, "{}", known.text());
    let inspector = Caller::signed_in(&it.world, "loku.kiemtra").await;
    let (id, path) = visited(&it, &inspector, &[]).await;
    let page = inspector.get(&path).await.text();
    assert!(page.contains("Quán triệt kế hoạch ngày 10/3/2022"), "{page}");
    assert!(page.contains("Chưa đăng ký, còn hạn") && page.contains("34/KH-UBND, III.1.e"));
    assert!(page.contains(&format!("/movements/{}/known", it.own.movement)), "each fact leads to its source");
    let taken = inspector.post(&format!("{path}/answers/take"), "").await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER);
    assert!(inspector.get(&path).await.text().contains("theo dữ liệu"), "what the data say is taken as it is");
    let answers = format!("{path}/answers");
    let differs = [("version", "1"), ("corrects", "launch"), ("answer", "not-met"), ("remark", "")];
    let refused = inspector.post(&answers, &form(&differs)).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("Đánh giá khác với dữ liệu: ghi lý do"), "{}", refused.text());
    let said = [("version", "1"), ("corrects", "launch"), ("answer", "not-met"), ("remark", "sổ họp không ghi")];
    assert_eq!(inspector.post(&answers, &form(&said)).await.status, StatusCode::SEE_OTHER);
    let stale = inspector.post(&answers, &form(&said)).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    // without grounds it is said what is missing
    let bare = [("version", "0"), ("corrects", "spreading"), ("answer", "no-grounds")];
    assert!(inspector.post(&answers, &form(&bare)).await.text().contains("Ghi còn thiếu căn cứ gì"));
    let page = inspector.get(&path).await.text();
    assert!(page.contains("khác đề xuất lúc đó (đạt)") && page.contains("sổ họp không ghi"), "{page}");
    // it is not concluded before all seven are answered
    let refused = put(&it.world, &it.office, &id, "/step?to=concluded", &[]).await;
    assert!(refused.text().contains("1 nơi chưa trả lời đủ bảy nội dung"), "{}", refused.text());
}

#[tokio::test]
async fn a_finding_is_explained_in_time_becomes_a_task_and_is_settled_when_that_is_done() {
    let it = around("loku", LO_KU).await;
    let inspector = Caller::signed_in(&it.world, "loku.kiemtra").await;
    let (id, path) = visited(&it, &inspector, &[("explain_until", "01/12/2099")]).await;
    let no_day = finding(&inspector, &path, &[]).await;
    assert_eq!(no_day.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(no_day.text().contains("Mức này cần có thời hạn") && no_day.text().contains("Chưa sơ kết đợt 1"));
    let passed = finding(&inspector, &path, &[("until", "20/7/2022")]).await;
    assert_eq!(passed.status, StatusCode::UNPROCESSABLE_ENTITY, "a day that has passed is asked about");
    let written = finding(&inspector, &path, &[("until", "20/7/2022"), ("passed", "yes")]).await;
    assert_eq!(written.status, StatusCode::SEE_OTHER, "{}", written.text());

    // first pages: the office is told what is late, the unit what it has to do; the neighbour nothing
    let home = it.office.get("/").await.text();
    assert!(home.contains("1 tồn tại quá hạn khắc phục"), "{home}");
    let home = it.villager.get("/").await.text();
    assert!(home.contains("Khắc phục tồn tại: Tổ chức sơ kết và báo cáo"), "{home}");
    assert!(home.contains("Giải trình với đoàn kiểm tra trước hết ngày 01/12/2099"));
    assert!(!it.neighbour.get("/").await.text().contains("Khắc phục tồn tại"));
    for page in [format!("/inspections/{id}"), path.clone(), format!("{path}/minutes.pdf")] {
        assert_eq!(it.neighbour.get(&page).await.status, StatusCode::NOT_FOUND, "{page}");
    }
    assert_eq!(it.villager.get(&format!("/inspections/{id}")).await.location, path, "the unit is led to its visit");
    let theirs = it.villager.get(&path).await.text();
    assert!(theirs.contains("Chưa sơ kết đợt 1") && !theirs.contains("Ghi tồn tại"), "{theirs}");
    assert!(!theirs.contains("Giao thành nhiệm vụ"));

    // the unit explains, once and in general; silence is refused
    let silent = answer_finding(&it.world, &it.villager, &id, "explain", " ").await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
    let said = answer_finding(&it.world, &it.villager, &id, "explain", "Trùng vụ thu hoạch").await;
    assert_eq!(said.status, StatusCode::SEE_OTHER, "{}", said.text());
    let seen = it.world.app.store().inspection_visit(&id, &it.village).await.expect("read").expect("there").version;
    let general = form(&[("version", &seen.to_string()), ("explanation", "Thôn sẽ họp trong tuần")]);
    let general = it.villager.post(&format!("{path}/explanation"), &general).await;
    assert_eq!(general.status, StatusCode::SEE_OTHER, "{}", general.text());
    // a settled answer is not the unit's to give, a mended one not the neighbour's
    let own = answer_finding(&it.world, &it.villager, &id, "settled", "xong").await;
    assert_eq!(own.status, StatusCode::UNPROCESSABLE_ENTITY);
    let other = answer_finding(&it.world, &it.neighbour, &id, "mended", "xong").await;
    assert_eq!(other.status, StatusCode::NOT_FOUND);

    // one press makes a complete task of it, given to the village
    let one = it.world.app.store().findings_of(&id).await.expect("read").remove(0);
    let press = format!("/inspections/{id}/findings/{}/task", one.id);
    assert_eq!(inspector.post(&press, "").await.status, StatusCode::FORBIDDEN, "an inspector gives no tasks");
    let task = sent(&it.office.post(&press, "").await);
    let given = it.world.app.store().task(&task).await.expect("read").expect("there");
    assert_eq!(given.state, thidua_domain::tasks::State::Given);
    assert_eq!(given.text.responsible.as_deref(), Some("Nguyễn Văn Mẫu"), "the head of the village answers for it");
    assert_eq!(given.text.lead_unit_id.as_deref(), Some(it.village.as_str()));
    assert_eq!(sent(&it.office.post(&press, "").await), task, "pressed again it leads to the same task");

    // mended by the unit; settled only when the task is finished
    let mended = answer_finding(&it.world, &it.villager, &id, "mended", "Đã sơ kết ngày 18/7").await;
    assert_eq!(mended.status, StatusCode::SEE_OTHER, "{}", mended.text());
    assert!(it.office.get("/").await.text().contains("1 tồn tại đơn vị báo đã khắc phục"));
    let early = answer_finding(&it.world, &inspector, &id, "settled", "Đã xem biên bản").await;
    assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(early.text().contains("Nhiệm vụ khắc phục chưa hoàn thành"), "{}", early.text());
    let version = it.version(&task).await;
    let cancel = form(&[("version", &version), ("to", "cancelled"), ("note", "đã xong cùng việc khác")]);
    let cancelled = it.office.post(&format!("/tasks/{task}/give"), &cancel).await;
    assert_eq!(cancelled.status, StatusCode::SEE_OTHER, "{}", cancelled.text());
    let settled = answer_finding(&it.world, &inspector, &id, "settled", "Đã xem biên bản").await;
    assert_eq!(settled.status, StatusCode::SEE_OTHER, "{}", settled.text());
    let page = inspector.get(&path).await.text();
    for words in ["Trùng vụ thu hoạch", "Đã sơ kết ngày 18/7", "Đã xem biên bản", "Thôn sẽ họp trong tuần"]
    {
        assert!(page.contains(words), "{words}: {page}");
    }
}

#[tokio::test]
async fn after_the_day_nothing_is_explained_and_the_page_says_who_can_move_it() {
    let it = around("loku", LO_KU).await;
    let inspector = Caller::signed_in(&it.world, "loku.kiemtra").await;
    let (id, path) = visited(&it, &inspector, &[("explain_until", "12/7/2022")]).await;
    let written = finding(&inspector, &path, &[("until", "20/7/2099")]).await;
    assert_eq!(written.status, StatusCode::SEE_OTHER);
    let late = answer_finding(&it.world, &it.villager, &id, "explain", "Trùng vụ thu hoạch").await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = late.text();
    assert!(text.contains("Hạn giải trình 12/7/2022 đã qua") && text.contains("Trần Thị Một"), "{text}");
    assert!(text.contains("Trùng vụ thu hoạch"), "what was typed stays");
    visit(&it.world, &inspector, &id, &it.village, &[("explain_until", "01/12/2099")]).await;
    let said = answer_finding(&it.world, &it.villager, &id, "explain", "Trùng vụ thu hoạch").await;
    assert_eq!(said.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn what_goes_beyond_the_team_is_raised_to_the_leadership_and_leads_back() {
    let it = around("loku", LO_KU).await;
    let inspector = Caller::signed_in(&it.world, "loku.kiemtra").await;
    let (id, path) = visited(&it, &inspector, &[]).await;
    let grave = [("severity", "grave"), ("until", "20/7/2099"), ("what", "Thiếu kinh phí làm đường")];
    assert_eq!(finding(&inspector, &path, &grave).await.status, StatusCode::SEE_OTHER);
    let one = it.world.app.store().findings_of(&id).await.expect("read").remove(0);
    let press = format!("/inspections/{id}/findings/{}/problem", one.id);
    let problem = sent(&inspector.post(&press, "").await);
    let page = it.head.get(&format!("/problems/{problem}")).await.text();
    assert!(page.contains("Thiếu kinh phí làm đường") && page.contains("Từ kết quả kiểm tra"), "{page}");
    assert!(page.contains(&format!("{path}#finding-{}", one.id)), "{page}");
    let decide = form(&[("version", "0"), ("words", "Bố trí từ nguồn dự phòng")]);
    let decided = it.head.post(&format!("/problems/{problem}/decision"), &decide).await;
    assert_eq!(decided.status, StatusCode::SEE_OTHER, "{}", decided.text());
    assert!(inspector.get(&path).await.text().contains(&format!("/problems/{problem}")));
}

#[tokio::test]
async fn an_inspection_is_concluded_printed_closed_and_counted() {
    let it = around("loku", LO_KU).await;
    let inspector = Caller::signed_in(&it.world, "loku.kiemtra").await;
    let (id, path) = visited(&it, &inspector, &[]).await;
    add_place(&it.world, &it.office, &id, &format!("unit:{}", it.other_village)).await;
    let written = finding(&inspector, &path, &[("until", "20/7/2099")]).await;
    assert_eq!(written.status, StatusCode::SEE_OTHER);
    let refused = put(&it.world, &it.office, &id, "/step?to=concluded", &[]).await;
    assert!(refused.text().contains("còn 1 nơi chưa kiểm tra"), "{}", refused.text());
    let other = format!("/inspections/{id}/visits/{}", it.other_village);
    let both = form(&[("version", "1"), ("visited", "06/7/2022"), ("left_out", "đường ngập")]);
    assert_eq!(inspector.post(&other, &both).await.status, StatusCode::UNPROCESSABLE_ENTITY, "one of the two");
    let left_out = form(&[("version", "1"), ("left_out", "đường ngập")]);
    assert_eq!(inspector.post(&other, &left_out).await.status, StatusCode::SEE_OTHER);
    for item in thidua_domain::inspections::checklist::Item::ALL {
        let said = [("version", "0"), ("corrects", item.code()), ("answer", "partly"), ("remark", "theo hồ sơ")];
        let given = inspector.post(&format!("{path}/answers"), &form(&said)).await;
        assert_eq!(given.status, StatusCode::SEE_OTHER, "{}", given.text());
    }
    let refused = put(&it.world, &it.office, &id, "/step?to=concluded", &[]).await;
    assert!(refused.text().contains("cần ghi đánh giá chung"), "{}", refused.text());
    let words = [("general", "Các thôn triển khai kịp thời"), ("number", "60/TB-UBND"), ("dated", "25/7/2022")];
    assert_eq!(put(&it.world, &it.office, &id, "/conclusion", &words).await.status, StatusCode::SEE_OTHER);
    assert_eq!(put(&it.world, &it.head, &id, "/step?to=concluded", &[]).await.status, StatusCode::SEE_OTHER);
    for paper in [format!("{path}/minutes"), format!("/inspections/{id}/conclusion")] {
        let pdf = inspector.get(&format!("{paper}.pdf")).await;
        assert!(pdf.status == StatusCode::OK && pdf.body.starts_with(b"%PDF-"), "{paper}");
        let word = inspector.get(&format!("{paper}.docx")).await;
        assert!(word.status == StatusCode::OK && word.body.starts_with(b"PK"), "{paper}");
    }
    assert_eq!(it.villager.get(&format!("{path}/minutes.docx")).await.status, StatusCode::OK, "its own minutes");
    assert_eq!(it.villager.get(&format!("/inspections/{id}/conclusion.pdf")).await.status, StatusCode::NOT_FOUND);
    let refused = put(&it.world, &it.office, &id, "/step?to=closed", &[]).await;
    assert!(refused.text().contains("còn 1 tồn tại chưa xong"), "{}", refused.text());
    let back = answer_finding(&it.world, &inspector, &id, "withdrawn", "Đã giải trình rõ").await;
    assert_eq!(back.status, StatusCode::SEE_OTHER, "{}", back.text());
    assert_eq!(put(&it.world, &it.office, &id, "/step?to=closed", &[]).await.status, StatusCode::SEE_OTHER);
    let list = it.office.get("/inspections").await.text();
    assert!(list.contains("Đã khép lại") && list.contains("05/7/2022"), "{list}");
    let ledger = list.split("Đã kiểm tra</dt>").nth(1).expect("the count");
    assert!(ledger.starts_with("<dd>1</dd>"), "one of the three was visited: {ledger}");
    crate::every_page::is_sound(&it.office.get(&format!("/inspections/{id}")).await.text(), "one");
    crate::every_page::is_sound(&inspector.get(&path).await.text(), "visit");
    crate::every_page::is_sound(&list, "list");
}

#[tokio::test]
async fn a_block_is_visited_as_such_and_answered_by_what_its_members_have_done() {
    let it = around("loku", LO_KU).await;
    let lines = "Khối thi đua các thôn:\nThôn An Phú\nThôn Bình Yên";
    let draft = crate::blocks::propose(&it.office, "10/01/2022", lines).await;
    let fields = [("version", "0"), ("corrects", "0"), ("number", "12/QĐ-UBND"), ("accept", "yes")];
    let decided = it.office.post(&format!("/arrangements/{draft}/decide"), &form(&fields)).await;
    assert_eq!(decided.status, StatusCode::SEE_OTHER, "{}", decided.text());
    let block = it.world.app.store().blocks_of(&it.own.unit).await.expect("read").remove(0);
    let known = form(&[("unit", &it.village), ("day", "10/3/2022"), ("form", "meeting")]);
    it.villager.post(&format!("/movements/{}/known", it.own.movement), &known).await;
    let id = draw_up(&it.office, &it.own.movement, &[]).await;
    add_place(&it.world, &it.office, &id, &format!("block:{}", block.id)).await;
    issue(&it.world, &it.office, &id).await;
    let inspector = Caller::signed_in(&it.world, "loku.kiemtra").await;
    let path = visit(&it.world, &inspector, &id, &block.id, &[]).await;
    let page = inspector.get(&path).await.text();
    assert!(page.contains("Các đơn vị thành viên") && page.contains("Thôn Bình Yên"), "{page}");
    assert!(page.contains("1/2 đơn vị thành viên: đạt"), "{page}");
    assert!(page.contains("1/2 đơn vị thành viên: chưa đủ căn cứ"), "{page}");
    assert!(it.office.get("/inspections").await.text().contains("Khối thi đua các thôn"), "blocks are covered too");
    assert_eq!(it.villager.get(&path).await.status, StatusCode::OK, "a member sees its block");
}
