//! The report of a movement for a period, directions upon reports, sơ kết and tổng kết, and the next year.

use crate::registrations::{form, person, unit_below};
use crate::reporting::{begin, open_rounds, put, round_of};
use crate::world::{Answer, Caller, Ids, World, ids, target_named, world};
use axum::http::StatusCode;
use std::io::Read;
use std::sync::Arc;
use thidua_domain::access::Role;
use thidua_domain::periods::Period;

/// Begins the report of a period; its address.
pub async fn begin_report(clerk: &Caller, movement: &str, period: &str) -> String {
    let begun = clerk.post(&format!("/movements/{movement}/reports"), &format!("period={period}")).await;
    assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.text());
    assert!(begun.location.starts_with("/period-reports/"), "{}", begun.location);
    begun.location
}

/// Prepares a summing-up; its address.
pub async fn prepare(clerk: &Caller, movement: &str, kind: &str) -> String {
    let made = clerk.post(&format!("/movements/{movement}/reviews"), &format!("kind={kind}")).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text());
    made.location
}

fn id_of(address: &str) -> &str {
    address.rsplit('/').next().expect("an identifier")
}

async fn version(world: &World, report: &str) -> String {
    world.app.store().period_report(id_of(report)).await.expect("read").expect("there").version.to_string()
}

/// Writes a summing-up with the version that stands.
async fn write_up(world: &World, caller: &Caller, up: &str, fields: &[(&str, &str)]) -> Answer {
    let kept = world.app.store().summing_up(id_of(up)).await.expect("read").expect("there");
    let seen = kept.version.to_string();
    caller.post(up, &form(&[&[("version", seen.as_str())], fields].concat())).await
}

/// Everything that a step asks for.
pub async fn complete(world: &World, caller: &Caller, up: &str, held: &str) {
    let fields = [
        ("held_on", held),
        ("document", "Báo cáo số 45/BC-UBND"),
        ("evaluation", "Phong trào có chuyển biến"),
        ("lessons", "Giao chỉ tiêu sớm"),
    ];
    let written = write_up(world, caller, up, &fields).await;
    assert_eq!(written.status, StatusCode::SEE_OTHER, "{}", written.text());
}

async fn figure(world: &World, caller: &Caller, plan: &str, target: &str, period: &str, value: &str) {
    let figures = world.app.store().figures_of_plan(plan).await.expect("read");
    let code = Period::from_code(period).expect("a period");
    let seen = figures
        .iter()
        .find(|one| one.reported.target_id == target && one.reported.period == code)
        .map_or(0, |one| one.version)
        .to_string();
    let parts: Vec<(&str, Option<&str>, &[u8])> = vec![
        ("period", None, period.as_bytes()),
        ("seen", None, seen.as_bytes()),
        ("state", None, b"number"),
        ("value", None, value.as_bytes()),
        ("dated", None, b"30/6/2024"),
        ("source", None, "Kế toán xã".as_bytes()),
        ("reason", None, "Đối chiếu lại".as_bytes()),
    ];
    let entered = caller.post_parts(&format!("/targets/{target}/figures"), &parts).await;
    assert_eq!(entered.status, StatusCode::SEE_OTHER, "{}", entered.text());
}

fn docx_text(body: Vec<u8>) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(body)).expect("a package");
    let mut text = String::new();
    archive.by_name("word/document.xml").expect("the document").read_to_string(&mut text).expect("text");
    text
}

struct LuongPhong {
    world: Arc<World>,
    own: Ids,
    clerk: Caller,
    head: Caller,
    dong: Caller,
    dong_id: String,
    budget: String,
    /// The report of Thôn Đông that was taken in.
    report: String,
}

/// Two villages; one reported the half-year and was taken in.
async fn luong_phong() -> LuongPhong {
    let world = world().await;
    let own = ids(&world, "Ủy ban nhân dân xã Lương Phong").await;
    let clerk = Caller::signed_in(&world, "luongphong.thuongtruc").await;
    let head = Caller::signed_in(&world, "luongphong.thutruong").await;
    let dong_id = unit_below(&world, &own.unit, "Thôn Đông").await;
    unit_below(&world, &own.unit, "Thôn Đoài").await;
    let dong = person(&world, &dong_id, "thon.dong", Role::Reporter).await;
    let budget = target_named(&world, &own.plan, "Thu ngân sách").await;
    open_rounds(&clerk, &own.movement, &[("H1", "05/7/2024")]).await;
    let round = round_of(&world, &own.movement, Period::FirstHalf).await;
    let report = begin(&dong, &round).await;
    let (v, t, s) = (format!("v-{budget}"), format!("t-{budget}"), format!("s-{budget}"));
    let fields = [
        (v.as_str(), "500,5"),
        (t.as_str(), "30/6/2024"),
        (s.as_str(), "Sổ thu"),
        ("text-general", "Họp thôn đầy đủ"),
        ("text-difficulties", "Thiếu đất sạch"),
        ("text-proposals", "Hỗ trợ 20 tấn xi măng"),
    ];
    let sent = put(&world, &dong, &report, "/send", &fields).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    let accepted = put(&world, &clerk, &report, "/decide", &[("to", "accepted")]).await;
    assert_eq!(accepted.status, StatusCode::SEE_OTHER, "{}", accepted.text());
    figure(&world, &clerk, &own.plan, &budget, "H1", "900,5").await;
    LuongPhong { world, own, clerk, head, dong, dong_id, budget, report }
}

#[tokio::test]
async fn the_report_of_a_period_is_written_from_figures_and_from_what_units_say() {
    let w = luong_phong().await;
    let list = format!("/movements/{}/reports", w.own.movement);
    assert!(w.clerk.get(&list).await.text().contains("Lập báo cáo"));
    let viewer = Caller::signed_in(&w.world, "luongphong.xem").await;
    assert_eq!(viewer.post(&list, "period=H1").await.status, StatusCode::FORBIDDEN);
    let report = begin_report(&w.clerk, &w.own.movement, "H1").await;
    assert_eq!(begin_report(&w.clerk, &w.own.movement, "H1").await, report, "begun once");
    let page = w.clerk.get(&report).await.text();
    crate::every_page::is_sound(&page, &report);
    let linked = format!("<a href=\"/targets/{}?period=H1\">900,5</a>", w.budget);
    assert!(page.contains(&linked), "the number leads to its source: {page}");
    assert!(page.contains("(50,93 %)") && page.contains("/1.768 triệu đồng"), "{page}");
    for said in ["Thôn Đông", "Họp thôn đầy đủ", "Thiếu đất sạch", "Hỗ trợ 20 tấn xi măng", "Phần mềm viết"]
    {
        assert!(page.contains(said), "{said}: {page}");
    }
    assert!(page.contains("1 đơn vị chưa có báo cáo: Thôn Đoài."), "who is missing: {page}");
    assert!(page.contains("chỉ tiêu chưa có số liệu:"), "{page}");
    assert!(page.contains(&format!("<a href=\"{}\">Thôn Đông</a>", w.report)), "words lead to their report");
    // a village reads its own report, and not the whole
    assert_eq!(w.dong.get(&report).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_edited_section_is_never_overwritten_and_says_when_its_figures_moved() {
    let w = luong_phong().await;
    let report = begin_report(&w.clerk, &w.own.movement, "H1").await;
    let page = w.clerk.get(&report).await.text();
    let code = page
        .split("name=\"section\" value=\"field:")
        .skip(1)
        .map(|rest| rest.split('"').next().expect("a code"))
        .find(|code| {
            page.split(&format!("id=\"s-field:{code}\"")).nth(1).is_some_and(|rest| {
                rest.split("</section>").next().is_some_and(|section| section.contains("900,5"))
            })
        })
        .expect("the section of the budget");
    let section = format!("field:{code}");
    let edit = |seen: &str, text: &str| form(&[("section", section.as_str()), ("version", seen), ("text", text)]);
    let path = format!("{report}/sections");
    let saved = w.clerk.post(&path, &edit("0", "Thu ngân sách đạt 900,5 triệu đồng, giữ nhịp.\n- Một ý")).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());
    // the second of two sees what the first wrote, and keeps what was typed
    let second = w.head.post(&path, &edit("0", "Lời của thủ trưởng")).await;
    assert_eq!(second.status, StatusCode::CONFLICT);
    let text = second.text();
    assert!(text.contains("Lời của thủ trưởng") && text.contains("giữ nhịp"), "{text}");
    let page = w.clerk.get(&report).await.text();
    assert!(page.contains("giữ nhịp") && !page.contains("đã thay đổi sau khi sửa"), "{page}");
    figure(&w.world, &w.clerk, &w.own.plan, &w.budget, "H1", "901").await;
    let page = w.clerk.get(&report).await.text();
    assert!(page.contains("giữ nhịp"), "what was edited stays");
    assert!(page.contains("đã thay đổi sau khi sửa") && page.contains("đạt 901/1.768"), "{page}");
    assert!(w.clerk.get(&format!("/movements/{}/reports", w.own.movement)).await.text().contains("đã thay đổi"));
    // too long comes back whole
    let long = w.clerk.post(&path, &edit("1", &"a".repeat(12_001))).await;
    assert_eq!(long.status, StatusCode::UNPROCESSABLE_ENTITY);
    let again = form(&[("section", section.as_str()), ("version", "1"), ("text", "x"), ("again", "yes")]);
    assert_eq!(w.clerk.post(&path, &again).await.status, StatusCode::SEE_OTHER);
    let page = w.clerk.get(&report).await.text();
    assert!(!page.contains("giữ nhịp") && page.contains(">901</a>"), "the program's words are back: {page}");
    let kept = w.world.app.store().period_report_texts(id_of(&report)).await.expect("read");
    assert_eq!(kept.iter().filter(|one| one.section == section).count(), 2, "every version is kept");
}

#[tokio::test]
async fn an_issued_report_is_locked_printed_as_signed_and_opened_again_with_a_reason() {
    let w = luong_phong().await;
    let report = begin_report(&w.clerk, &w.own.movement, "H1").await;
    let seen = version(&w.world, &report).await;
    let issue = |seen: &str, number: &str, day: &str| {
        form(&[
            ("version", seen),
            ("number", number),
            ("dated", day),
            ("signer_title", "Chủ tịch"),
            ("signer", "Ngô Văn A"),
        ])
    };
    for (number, day, says) in [
        ("sáu mốt", "05/7/2024", "Ghi số và ký hiệu"),
        ("61/BC-UBND", "05/7/2099", "không thể sau hôm nay"),
        ("61/BC-UBND", "05/3/2024", "chưa hết vào ngày này"),
        ("61/BC-UBND", "", "cần nhập"),
    ] {
        let refused = w.clerk.post(&format!("{report}/issue"), &issue(&seen, number, day)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{number} {day}");
        let text = refused.text().to_lowercase();
        assert!(says == "cần nhập" || text.contains(&says.to_lowercase()), "{says}: {text}");
    }
    let issued = w.clerk.post(&format!("{report}/issue"), &issue(&seen, "61/BC-UBND", "05/7/2024")).await;
    assert_eq!(issued.status, StatusCode::SEE_OTHER, "{}", issued.text());
    let page = w.clerk.get(&report).await.text();
    assert!(page.contains("Đã ban hành, đang khóa") && page.contains("Ngô Văn A ký") && page.contains("mở lại"));
    let edit = form(&[("section", "organisation"), ("version", "1"), ("text", "x")]);
    assert_eq!(w.clerk.post(&format!("{report}/sections"), &edit).await.status, StatusCode::CONFLICT);
    // the number is taken for the year
    let year = begin_report(&w.clerk, &w.own.movement, "Y").await;
    let taken = w.clerk.post(&format!("{year}/issue"), &issue("1", "61/BC-UBND", "20/12/2024")).await;
    assert_eq!(taken.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(taken.text().contains("đã có trong sổ văn bản"), "{}", taken.text());
    // figures move on; what was signed does not
    figure(&w.world, &w.clerk, &w.own.plan, &w.budget, "H1", "950").await;
    let page = w.clerk.get(&report).await.text();
    assert!(page.contains("báo cáo ghi 900,5, nay 950"), "{page}");
    let docx = w.clerk.get(&format!("{report}/print.docx")).await;
    assert_eq!(docx.status, StatusCode::OK);
    let text = docx_text(docx.body);
    for said in ["61/BC-UBND", "900,5", "Ngô Văn A", "Thôn Đoài", "Thiếu đất sạch", "6 tháng đầu năm 2024"]
    {
        assert!(text.contains(said), "{said} is printed: {text}");
    }
    assert!(!text.contains(">950"), "later figures are not in what was signed");
    let pdf = w.clerk.get(&format!("{report}/print.pdf")).await;
    assert_eq!((pdf.status, &pdf.body[..5]), (StatusCode::OK, &b"%PDF-"[..]));
    // sent upwards
    let seen = version(&w.world, &report).await;
    let send = form(&[("version", seen.as_str()), ("to", "UBND huyện"), ("on", "06/7/2024")]);
    assert_eq!(w.clerk.post(&format!("{report}/send"), &send).await.status, StatusCode::SEE_OTHER);
    assert!(w.clerk.get(&report).await.text().contains("Đã gửi UBND huyện ngày 06/7/2024"));
    let seen = version(&w.world, &report).await;
    let bare = w.head.post(&format!("{report}/reopen"), &form(&[("version", seen.as_str())])).await;
    assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
    let reopen = form(&[("version", seen.as_str()), ("reason", "Sai số thu")]);
    assert_eq!(w.head.post(&format!("{report}/reopen"), &reopen).await.status, StatusCode::SEE_OTHER);
    let page = w.clerk.get(&report).await.text();
    assert!(page.contains("Đã mở lại để sửa: Sai số thu") && page.contains(">950</a>"), "{page}");
    let log = w.clerk.get("/audit").await.text();
    assert!(log.contains("an hành báo cáo") && log.contains("ở lại báo cáo đã ban hành"), "{log}");
}

#[tokio::test]
async fn a_report_gives_the_value_of_last_year_where_it_is_known() {
    let world = world().await;
    let own = ids(&world, "Ủy ban nhân dân xã Lơ Ku").await;
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    let report = begin_report(&clerk, &own.movement, "H1").await;
    let page = clerk.get(&report).await.text();
    assert!(page.contains("2.352,7"), "entered among the figures of earlier years: {page}");
}

#[tokio::test]
async fn a_report_is_answered_and_a_direction_becomes_a_task_that_its_unit_sees() {
    let w = luong_phong().await;
    let path = format!("{}/directions", w.report);
    let empty = w.head.post(&path, &form(&[("says", ""), ("to", &w.dong_id), ("due", "x")])).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", empty.text());
    assert_eq!(w.dong.post(&path, &form(&[("says", "x")])).await.status, StatusCode::FORBIDDEN);
    let says = [("says", "Rà soát các hộ chưa nộp"), ("to", w.dong_id.as_str()), ("due", "01/12/2099")];
    assert_eq!(w.head.post(&path, &form(&says)).await.status, StatusCode::SEE_OTHER);
    assert!(
        w.dong.get(&w.report).await.text().contains("Rà soát các hộ chưa nộp"),
        "the unit sees it on its report"
    );
    let whole = begin_report(&w.clerk, &w.own.movement, "H1").await;
    let loose = form(&[("says", "Bổ sung nguồn lực cho hai thôn")]);
    assert_eq!(w.head.post(&format!("{whole}/directions"), &loose).await.status, StatusCode::SEE_OTHER);
    let all = w.world.app.store().directions_of_movement(&w.own.movement).await.expect("read");
    assert_eq!(all.len(), 2);
    // complete: given at once
    let first = all.iter().find(|one| one.to_name.is_some()).expect("the first");
    let became = w.head.post(&format!("/directions/{}/task", first.id), "").await;
    assert_eq!(became.status, StatusCode::SEE_OTHER, "{}", became.text());
    let task = became.location.split('?').next().expect("an address").to_owned();
    let page = w.dong.get(&task).await;
    assert_eq!(page.status, StatusCode::OK, "the unit opens its task");
    assert!(page.text().contains("Rà soát các hộ chưa nộp") && page.text().contains("01/12/2099"));
    let twice = w.head.post(&format!("/directions/{}/task", first.id), "").await;
    assert_eq!(twice.location, task, "one task, however often it is pressed");
    let log = w.world.app.store().history_of("task", id_of(&task)).await.expect("read");
    let mut acts: Vec<&str> = log.iter().map(|one| one.act.as_str()).collect();
    acts.sort_unstable();
    assert_eq!(acts, ["report.direction-task", "task.added", "task.stepped"], "the task has a log of its own");
    // without unit and day it waits as a draft
    let second = all.iter().find(|one| one.to_name.is_none()).expect("the second");
    let became = w.head.post(&format!("/directions/{}/task", second.id), "").await;
    let task = w.world.app.store().task(id_of(became.location.split('?').next().expect("an address"))).await;
    assert_eq!(task.expect("read").expect("there").state, thidua_domain::tasks::State::Draft);
    let list = w.clerk.get(&format!("/movements/{}/reports", w.own.movement)).await.text();
    assert!(list.contains("Đã giao thành nhiệm vụ") && list.contains("Bổ sung nguồn lực"), "{list}");
}

#[tokio::test]
async fn a_summing_up_is_held_against_the_printed_day_and_keeps_what_it_evaluated() {
    let world = world().await;
    let own = ids(&world, "Sở Nội vụ tỉnh Hà Tĩnh").await;
    let clerk = Caller::signed_in(&world, "hatinh.thuongtruc").await;
    let page = clerk.get(&format!("/movements/{}/reviews", own.movement)).await.text();
    crate::every_page::is_sound(&page, "reviews");
    assert!(page.contains("15/7/2022") && page.contains("quá hạn"), "the day before which it has to be: {page}");
    let up = prepare(&clerk, &own.movement, "preliminary").await;
    assert_eq!(prepare(&clerk, &own.movement, "preliminary").await, up, "prepared once");
    // strictly before: the fifteenth itself is a day late
    let late = write_up(&world, &clerk, &up, &[("held_on", "15/7/2022"), ("evaluation", "Khá")]).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(late.text().contains("Ghi lý do tổ chức sau hạn") && late.text().contains("Khá"), "{}", late.text());
    let strange = write_up(&world, &clerk, &up, &[("report", "none-of-theirs")]).await;
    assert_eq!(strange.status, StatusCode::UNPROCESSABLE_ENTITY);
    let explained = [("held_on", "15/7/2022"), ("late_because", "Trùng họp HĐND"), ("evaluation", "Khá")];
    assert_eq!(write_up(&world, &clerk, &up, &explained).await.status, StatusCode::SEE_OTHER);
    let page = clerk.get(&up).await.text();
    crate::every_page::is_sound(&page, &up);
    assert!(page.contains("muộn 1 ngày") && page.contains("Còn thiếu: báo cáo đã ban hành"), "{page}");
    // of two who write, the second sees what the first wrote
    let stale = clerk.post(&up, &form(&[("version", "1"), ("evaluation", "Tốt")])).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    assert!(stale.text().contains("Khá") && stale.text().contains("Tốt"), "{}", stale.text());
    let seen = world.app.store().summing_up(id_of(&up)).await.expect("read").expect("there").version;
    let kept = clerk.post(&format!("{up}/keep"), &format!("version={seen}")).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text());
    let before = world.app.store().kept_results(id_of(&up)).await.expect("read");
    assert!(before.iter().any(|one| !one.actual.is_empty()));
    assert!(clerk.get(&up).await.text().contains("Kết quả được giữ tại ngày"));
    // who is commended at the event
    crate::recognitions::recognise(&clerk, &own.movement, "Phòng Cải cách hành chính").await;
    let all = world.app.store().recognitions_of_plan(&own.plan).await.expect("read");
    let ticked = format!("r-{}", all[0].id);
    let listed = clerk.post(&format!("{up}/commended"), &form(&[(ticked.as_str(), "yes")])).await;
    assert_eq!(listed.status, StatusCode::SEE_OTHER);
    assert_eq!(world.app.store().commended_at(id_of(&up)).await.expect("read"), [all[0].id.clone()]);
}

#[tokio::test]
async fn a_movement_goes_on_with_a_summing_up_or_with_the_reason_of_its_head() {
    let world = world().await;
    let own = ids(&world, "Sở Nội vụ tỉnh Hà Tĩnh").await;
    let clerk = Caller::signed_in(&world, "hatinh.thuongtruc").await;
    let head = Caller::signed_in(&world, "hatinh.thutruong").await;
    let step = format!("/movements/{}/step", own.movement);
    let refused = head.post(&step, "to=preliminary-review").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = refused.text();
    for said in ["Còn thiếu:", "báo cáo đã ban hành", "bài học kinh nghiệm", "Quy tắc", "/reviews"] {
        assert!(text.contains(said), "{said}: {text}");
    }
    let source = world.app.store().plan(&own.plan).await.expect("read").expect("there").source;
    let asked = thidua_domain::reviews::asked_line(&source, thidua_domain::reviews::Kind::Preliminary);
    // the standing office goes nowhere without a summing-up; the head only where the plan does not ask for one
    let noted = form(&[("to", "preliminary-review"), ("note", "Ghép vào hội nghị giữa năm")]);
    assert_eq!(clerk.post(&step, &noted).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    if asked.is_some() {
        let kept = head.post(&step, &noted).await;
        assert_eq!(kept.status, StatusCode::UNPROCESSABLE_ENTITY, "the plan asks for it in line {asked:?}");
        assert!(kept.text().contains("Ghép vào hội nghị giữa năm"), "the note stays: {}", kept.text());
    }
    let up = prepare(&clerk, &own.movement, "preliminary").await;
    complete(&world, &clerk, &up, "10/7/2022").await;
    assert!(clerk.get(&up).await.text().contains("Đã đủ để chuyển bước"));
    let went = clerk.post(&step, "to=preliminary-review").await;
    assert_eq!(went.status, StatusCode::SEE_OTHER, "{}", went.text());
}
