//! Reports of units: the calendar, a report's way, what is asked of a line, more time, putting together, upwards.

use crate::registrations::{form, person, unit_below};
use crate::world::{Answer, Caller, Ids, World, ids, target_named, world};
use axum::http::StatusCode;
use std::sync::Arc;
use thidua_domain::access::Role;
use thidua_domain::figures::Figure;
use thidua_domain::periods::Period;

/// Opens the rounds that the plan's calendar proposes; the movement's rounds page.
pub async fn open_rounds(clerk: &Caller, movement: &str, periods: &[(&str, &str)]) -> Answer {
    let names: Vec<(String, String)> = periods
        .iter()
        .flat_map(|(code, due)| {
            [(format!("open-{code}"), "yes".to_owned()), (format!("due-{code}"), (*due).to_owned())]
        })
        .chain([("sure".to_owned(), "yes".to_owned())])
        .collect();
    let fields: Vec<(&str, &str)> = names.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    clerk.post(&format!("/movements/{movement}/rounds"), &form(&fields)).await
}

/// The round of a movement and period.
pub async fn round_of(world: &World, movement: &str, period: Period) -> String {
    let rounds = world.app.store().report_rounds(movement).await.expect("read");
    rounds.into_iter().find(|one| one.period == period).expect("the round is open").id
}

/// Begins the report of the caller's unit; its address.
pub async fn begin(caller: &Caller, round: &str) -> String {
    let begun = caller.post(&format!("/rounds/{round}/begin"), "").await;
    assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.text());
    assert!(begun.location.starts_with("/reports/"), "{}", begun.location);
    begun.location
}

pub async fn version(world: &World, report: &str) -> String {
    let id = report.rsplit('/').next().expect("an identifier");
    world.app.store().unit_report(id).await.expect("read").expect("there").version.to_string()
}

/// Sends a form of a report with the version that stands.
pub async fn put(world: &World, caller: &Caller, report: &str, to: &str, fields: &[(&str, &str)]) -> Answer {
    let seen = version(world, report).await;
    let all = [&[("version", seen.as_str())], fields].concat();
    caller.post(&format!("{report}{to}"), &form(&all)).await
}

pub struct LuongPhong {
    pub world: Arc<World>,
    pub own: Ids,
    pub clerk: Caller,
    pub dong: Caller,
    pub doai: Caller,
    pub dong_id: String,
    pub doai_id: String,
    /// Thu ngân sách.
    pub budget: String,
}

pub async fn luong_phong() -> LuongPhong {
    let world = world().await;
    let own = ids(&world, "Ủy ban nhân dân xã Lương Phong").await;
    let clerk = Caller::signed_in(&world, "luongphong.thuongtruc").await;
    let dong_id = unit_below(&world, &own.unit, "Thôn Đông").await;
    let doai_id = unit_below(&world, &own.unit, "Thôn Đoài").await;
    let dong = person(&world, &dong_id, "thon.dong", Role::Reporter).await;
    let doai = person(&world, &doai_id, "thon.doai", Role::Head).await;
    let budget = target_named(&world, &own.plan, "Thu ngân sách").await;
    LuongPhong { world, own, clerk, dong, doai, dong_id, doai_id, budget }
}

async fn give(w: &LuongPhong, target: &str, parts: &[(&str, &str)]) {
    for (unit, value) in parts {
        let change = w.world.app.store().change(w.world.app.system("test")).await.expect("a change");
        let given = thidua_store::cascade::NewAssignment {
            target_id: target.into(),
            unit_id: (*unit).into(),
            state: thidua_domain::cascade::AssignmentState::Assigned,
            requested: false,
            value: thidua_domain::basics::Amount::from_plain(value).ok(),
            weight: None,
            document: None,
            dated: None,
            reason: None,
        };
        change.assign(&given, 0).await.expect("given");
        let entry = thidua_store::audit::Entry {
            unit_id: None,
            act: "assignment.given",
            subject: "target",
            subject_id: target.into(),
            detail: None,
        };
        change.commit(entry).await.expect("committed");
    }
}

#[tokio::test]
async fn a_calendar_is_read_from_the_plan_and_opened_with_its_rules() {
    let w = luong_phong().await;
    let page = format!("/movements/{}/rounds", w.own.movement);
    let proposed = w.clerk.get(&page).await.text();
    // Lương Phong III.3: at the half-year and at the end of the year, no day printed
    assert!(proposed.contains("6 tháng đầu năm") && proposed.contains("Cả năm"), "{proposed}");
    assert!(proposed.contains("5 ngày làm việc sau khi hết kỳ") && proposed.contains("đề nghị của phần mềm"));
    assert!(w.dong.get(&page).await.text().contains("chưa mở kỳ báo cáo"), "a unit below is told who opens it");
    let early = w
        .clerk
        .post(&page, &form(&[("open-H1", "yes"), ("due-H1", "01/5/2024"), ("open-Y", "yes"), ("due-Y", "x")]))
        .await;
    assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        early.text().contains("nằm trước ngày hết kỳ") && early.text().contains("01/5/2024"),
        "{}",
        early.text()
    );
    let opened = open_rounds(&w.clerk, &w.own.movement, &[("H1", "05/7/2024"), ("Y", "20/12/2024")]).await;
    assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.text());
    let text = w.clerk.get(&page).await.text();
    assert!(text.contains("05/7/2024") && text.contains("20/12/2024") && text.contains("ấn định"), "{text}");
    let round = round_of(&w.world, &w.own.movement, Period::FirstHalf).await;
    let calendar = w.clerk.get("/calendar?year=2024").await.text();
    assert!(calendar.contains(&format!("/rounds/{round}")) && !calendar.contains("kế hoạch không ghi ngày"));
    let board = w.clerk.get(&format!("/rounds/{round}")).await.text();
    assert!(
        board.contains("Thôn Đông") && board.contains("quá hạn") && board.contains("Tin nhắn đôn đốc"),
        "{board}"
    );
    // more time is given openly, by who may
    let refused =
        w.dong.post(&format!("/rounds/{round}/extend"), &form(&[("until", "01/12/2099"), ("because", "x")])).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    let extend = format!("/rounds/{round}/extend");
    let before = form(&[("unit", &w.dong_id), ("until", "01/7/2024"), ("because", "Bão")]);
    let earlier = w.clerk.post(&extend, &before).await;
    assert!(earlier.status == StatusCode::UNPROCESSABLE_ENTITY && earlier.text().contains("sau hạn đang có"));
    let nobody = form(&[("unit", "không-có"), ("until", "01/12/2099"), ("because", "Bão số 3")]);
    assert_eq!(w.clerk.post(&extend, &nobody).await.status, StatusCode::UNPROCESSABLE_ENTITY, "not for everybody");
    let more = form(&[("unit", &w.dong_id), ("until", "01/12/2099"), ("because", "Bão số 3")]);
    assert_eq!(w.clerk.post(&extend, &more).await.status, StatusCode::SEE_OTHER);
    let board = w.dong.get(&format!("/rounds/{round}")).await.text();
    assert!(
        board.contains("Bão số 3") && board.contains("01/12/2099") && !board.contains("Thôn Đoài</"),
        "{board}"
    );
}

#[tokio::test]
async fn a_report_is_checked_sent_returned_on_its_lines_and_taken_in() {
    let w = luong_phong().await;
    give(&w, &w.budget, &[(&w.dong_id, "1000"), (&w.doai_id, "768")]).await;
    open_rounds(&w.clerk, &w.own.movement, &[("H1", "05/7/2024")]).await;
    let round = round_of(&w.world, &w.own.movement, Period::FirstHalf).await;
    assert!(w.dong.get("/").await.text().contains("quá hạn"), "the first page speaks of it");
    let report = begin(&w.dong, &round).await;
    let stranger = w.doai.get(&report).await;
    assert_eq!(stranger.status, StatusCode::NOT_FOUND, "a village does not read the report of another");
    assert_eq!(w.clerk.get(&report).await.status, StatusCode::NOT_FOUND, "a draft is the unit's own");
    let (v, t, s, r) = (
        format!("v-{}", w.budget),
        format!("t-{}", w.budget),
        format!("s-{}", w.budget),
        format!("r-{}", w.budget),
    );
    // what cannot be read keeps everything as it was typed
    let slip = put(&w.world, &w.dong, &report, "", &[(&v, "năm trăm"), (&s, "Sổ thu")]).await;
    assert_eq!(slip.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(slip.text().contains("năm trăm") && slip.text().contains("Sổ thu"));
    // a check leaves no trace
    let before = version(&w.world, &report).await;
    let checked = put(&w.world, &w.dong, &report, "/check", &[(&v, "512345")]).await;
    assert_eq!(checked.status, StatusCode::OK);
    let text = checked.text();
    assert!(
        text.contains("Thiếu nguồn số liệu") && text.contains("khoảng 1.000 lần") && text.contains("512345"),
        "{text}"
    );
    assert_eq!(version(&w.world, &report).await, before);
    assert!(
        w.world.app.store().report_lines(report.rsplit('/').next().expect("id")).await.expect("read").is_empty()
    );
    // nothing incomplete goes up
    let refused = put(&w.world, &w.dong, &report, "/send", &[(&v, "512,5")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("phải sửa trước khi gửi"));
    let good = [
        (v.as_str(), "512,5"),
        ("all-dated", "30/6/2024"),
        ("all-source", "Sổ thu của thôn"),
        ("text-difficulties", "Thiếu đất sạch"),
    ];
    let sent = put(&w.world, &w.dong, &report, "/send", &good).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    let page = w.dong.get(&report).await.text();
    assert!(page.contains("đang khóa") && page.contains("Thu hồi") && page.contains("512,5"), "{page}");
    let late = put(&w.world, &w.dong, &report, "", &good).await;
    assert_eq!(late.status, StatusCode::CONFLICT, "what was sent is not written in");
    // recalled before it is taken in, sent again, returned on its line
    assert_eq!(
        put(&w.world, &w.dong, &report, "/recall", &[("reason", "Thiếu dòng")]).await.status,
        StatusCode::SEE_OTHER
    );
    assert_eq!(w.clerk.get(&report).await.status, StatusCode::NOT_FOUND, "what was recalled is a draft again");
    let unexplained =
        put(&w.world, &w.dong, &report, "/send", &[(&v, "513"), (&t, "30/6/2024"), (&s, "Sổ thu")]).await;
    assert!(unexplained.text().contains("mỗi dòng sửa cần lý do"), "{}", unexplained.text());
    let again = [(v.as_str(), "513"), (t.as_str(), "30/6/2024"), (s.as_str(), "Sổ thu"), (r.as_str(), "Cộng sót")];
    assert_eq!(put(&w.world, &w.dong, &report, "/send", &again).await.status, StatusCode::SEE_OTHER);
    let nothing = put(&w.world, &w.clerk, &report, "/decide", &[("to", "returned")]).await;
    assert!(nothing.status == StatusCode::UNPROCESSABLE_ENTITY && nothing.text().contains("ít nhất một ghi chú"));
    let remark = format!("m-{}", w.budget);
    let back = put(&w.world, &w.clerk, &report, "/decide", &[("to", "returned"), (&remark, "Kèm bảng kê")]).await;
    assert_eq!(back.status, StatusCode::SEE_OTHER);
    let page = w.dong.get(&report).await.text();
    assert!(page.contains("Kèm bảng kê") && page.contains("trả lại 1 điểm"), "{page}");
    // evidence with its place, on the page of the line
    let line = format!("{report}/lines/{}", w.budget);
    let seen = version(&w.world, &report).await;
    let parts: Vec<(&str, Option<&str>, &[u8])> = vec![
        ("version", None, seen.as_bytes()),
        (&v, None, b"513"),
        (&t, None, b"30/6/2024"),
        (&s, None, "Sổ thu".as_bytes()),
        (&r, None, "Kèm bảng kê".as_bytes()),
        ("place", None, "trang 2".as_bytes()),
        ("file", Some("bang-ke.pdf"), b"%PDF-1.7 bang ke"),
    ];
    let kept = w.dong.post_parts(&line, &parts).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text());
    let text = w.dong.get(&line).await.text();
    assert!(
        text.contains("bang-ke.pdf") && text.contains("trang 2") && text.matches("<tr>").count() >= 3,
        "{text}"
    );
    assert_eq!(put(&w.world, &w.dong, &report, "/send", &[]).await.status, StatusCode::SEE_OTHER);
    let accepted = put(&w.world, &w.clerk, &report, "/decide", &[("to", "accepted")]).await;
    assert_eq!(accepted.status, StatusCode::SEE_OTHER, "{}", accepted.text());
    let page = w.dong.get(&report).await.text();
    assert!(page.contains("đã tiếp nhận lúc") && page.contains("đề nghị cơ quan thường trực"), "{page}");
    let log = w.clerk.get("/audit").await.text();
    assert!(log.contains("tiếp nhận báo cáo"), "{log}");
}

#[tokio::test]
async fn of_two_who_write_one_report_the_second_sees_what_changed() {
    let w = luong_phong().await;
    open_rounds(&w.clerk, &w.own.movement, &[("H1", "05/7/2024")]).await;
    let round = round_of(&w.world, &w.own.movement, Period::FirstHalf).await;
    let report = begin(&w.dong, &round).await;
    let v = format!("v-{}", w.budget);
    let seen = version(&w.world, &report).await;
    assert_eq!(w.dong.post(&report, &form(&[("version", &seen), (&v, "500")])).await.status, StatusCode::SEE_OTHER);
    let second = w.dong.post(&report, &form(&[("version", &seen), (&v, "600")])).await;
    assert_eq!(second.status, StatusCode::CONFLICT);
    let text = second.text();
    assert!(text.contains("Đang lưu: 500") && text.contains("value=\"600\""), "{text}");
}

#[tokio::test]
async fn accepted_reports_become_the_figure_and_lead_back_to_their_lines() {
    let w = luong_phong().await;
    give(&w, &w.budget, &[(&w.dong_id, "1000"), (&w.doai_id, "768")]).await;
    let rate = target_named(&w.world, &w.own.plan, "một cửa").await;
    open_rounds(&w.clerk, &w.own.movement, &[("H1", "05/7/2024")]).await;
    let round = round_of(&w.world, &w.own.movement, Period::FirstHalf).await;
    let (v, vr, n, d) = (format!("v-{}", w.budget), format!("v-{rate}"), format!("n-{rate}"), format!("d-{rate}"));
    for (writer, value, part, all) in [(&w.dong, "500,5", "1675", "1709"), (&w.doai, "400", "9", "10")] {
        let report = begin(writer, &round).await;
        let fields = [
            (v.as_str(), value),
            (vr.as_str(), ""),
            (n.as_str(), part),
            (d.as_str(), all),
            ("all-dated", "30/6/2024"),
            ("all-source", "Sổ"),
        ];
        let sent = put(&w.world, writer, &report, "/send", &fields).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
        let page = w.clerk.get(&format!("/rounds/{round}/consolidation")).await.text();
        assert!(!page.contains("Đưa các dòng") || value == "400", "what was not taken in is not put together");
        put(&w.world, &w.clerk, &report, "/decide", &[("to", "accepted")]).await;
    }
    let ledger = w.clerk.get(&format!("/rounds/{round}/evidence?show=doubtful")).await.text();
    assert!(
        ledger.contains("Không có số, ngày văn bản và không kèm tệp") && ledger.contains("Thôn Đoài"),
        "{ledger}"
    );
    assert_eq!(w.dong.get(&format!("/rounds/{round}/evidence")).await.status, StatusCode::NOT_FOUND);
    let page = w.clerk.get(&format!("/rounds/{round}/consolidation")).await.text();
    assert!(page.contains("900,5") && page.contains("Cộng"), "{page}");
    // 1.684 of 1.719, and not the mean of 98,01 and 90
    assert!(page.contains("97,9639") && page.contains("1.684/1.719"), "{page}");
    let take = [
        (format!("take-{}", w.budget), "yes".to_owned()),
        (format!("seen-{}", w.budget), seen_figure(&w, &w.budget).await),
        (format!("take-{rate}"), "yes".to_owned()),
        (format!("seen-{rate}"), seen_figure(&w, &rate).await),
    ];
    let fields: Vec<(&str, &str)> = take.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let path = format!("/rounds/{round}/consolidation");
    assert_eq!(w.dong.post(&path, &form(&fields)).await.status, StatusCode::FORBIDDEN);
    let taken = w.clerk.post(&path, &form(&fields)).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.text());
    let figures = w.world.app.store().figures_of_plan(&w.own.plan).await.expect("read");
    let figure = figures
        .iter()
        .find(|one| one.reported.target_id == w.budget && one.reported.period == Period::FirstHalf)
        .expect("the figure");
    assert!(matches!(figure.reported.figure, Figure::Number(amount) if amount.vietnamese() == "900,5"));
    let target = w.clerk.get(&format!("/targets/{}?period=H1", w.budget)).await.text();
    assert!(target.contains(&format!("/rounds/{round}/targets/{}", w.budget)), "the figure leads to its reports");
    let lines = w.clerk.get(&format!("/rounds/{round}/targets/{}", w.budget)).await.text();
    assert!(lines.contains("Thôn Đông") && lines.contains("500,5") && lines.contains("/lines/"), "{lines}");

    // the evaluation sheet says by which rule the figure was made, and leads to the lines
    let sheet = format!("/movements/{}/evaluation?period=H1", w.own.movement);
    let page = w.clerk.get(&sheet).await.text();
    assert!(page.contains("Cộng 2/2 đơn vị"), "{page}");
    assert!(page.contains("Tổng tử số 1.684 / tổng mẫu số 1.719 = 97,96 %, 2/2 đơn vị"), "{page}");
    assert!(page.contains(&format!("href=\"/rounds/{round}/targets/{}\"", w.budget)));
    // of a unit: what it was given, and the line of its report
    let page = w.clerk.get(&format!("{sheet}&unit={}", w.dong_id)).await.text();
    assert!(page.contains("Số liệu trong báo cáo của Thôn Đông") && page.contains("500,5"), "{page}");
    assert!(page.contains("50,05 %"), "against the 1.000 that it was given");
    assert!(page.contains(&format!("/lines/{}\"", w.budget)));
    let own = w.dong.get(&sheet).await;
    assert!(own.status == StatusCode::OK && own.text().contains("500,5"), "the village sees its own");
    assert!(!own.text().contains("900,5") && !own.text().contains("Thôn Đoài"), "and nobody else's");
    let other = w.dong.get(&format!("{sheet}&unit={}", w.doai_id)).await;
    assert_eq!(other.status, StatusCode::NOT_FOUND);
}

pub async fn seen_figure(w: &LuongPhong, target: &str) -> String {
    let figures = w.world.app.store().figures_of_plan(&w.own.plan).await.expect("read");
    figures
        .iter()
        .find(|one| one.reported.target_id == target && one.reported.period == Period::FirstHalf)
        .map_or(0, |one| one.version)
        .to_string()
}

#[tokio::test]
async fn an_amount_of_the_period_is_added_to_the_period_before() {
    let w = luong_phong().await;
    open_rounds(&w.clerk, &w.own.movement, &[("H1", "05/7/2024")]).await;
    let other = form(&[("other", "Q1"), ("due-other", "05/4/2024")]);
    let more = w.clerk.post(&format!("/movements/{}/rounds", w.own.movement), &other).await;
    assert_eq!(more.status, StatusCode::SEE_OTHER, "{}", more.text());
    let v = format!("v-{}", w.budget);
    let half = round_of(&w.world, &w.own.movement, Period::FirstHalf).await;
    let report = begin(&w.dong, &half).await;
    let alone = put(&w.world, &w.dong, &report, "", &[("basis", "period"), (&v, "300")]).await;
    assert!(alone.text().contains("Chưa có số kỳ trước"), "{}", alone.text());
    let quarter = round_of(&w.world, &w.own.movement, Period::FirstQuarter).await;
    let first = begin(&w.dong, &quarter).await;
    put(&w.world, &w.dong, &first, "", &[("basis", "period"), ("first", "yes"), (&v, "200")]).await;
    let saved = put(&w.world, &w.dong, &report, "", &[("basis", "period"), (&v, "300")]).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());
    let lines = w.world.app.store().report_lines(report.rsplit('/').next().expect("id")).await.expect("read");
    assert_eq!(lines[0].entered.number().map(|one| one.vietnamese()).as_deref(), Some("500"));
    assert_eq!(lines[0].entered.of_period.map(|one| one.vietnamese()).as_deref(), Some("300"));
}

#[tokio::test]
async fn the_own_report_upwards_begins_with_the_figures_of_the_own_movement() {
    // a village with a plan of its own: its figures fill its report to the commune
    let w = luong_phong().await;
    let office = person(&w.world, &w.dong_id, "thon.dong.vp", Role::StandingOffice).await;
    let made = crate::cascade::derive(&office, &w.own.plan, &[]).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text());
    let plan = crate::cascade::plan_of(&made.location);
    crate::cascade::issue(&w.world, &plan, "01/KH-TD", (2024, 3, 12)).await;
    let own_target = target_named(&w.world, &plan, "Thu ngân sách").await;
    let figure: Vec<(&str, Option<&str>, &[u8])> = vec![
        ("period", None, b"H1"),
        ("seen", None, b"0"),
        ("value", None, b"512"),
        ("dated", None, b"30/6/2024"),
        ("source", None, "Sổ thu".as_bytes()),
    ];
    let entered = office.post_parts(&format!("/targets/{own_target}/figures"), &figure).await;
    assert_eq!(entered.status, StatusCode::SEE_OTHER, "{}", entered.text());
    open_rounds(&w.clerk, &w.own.movement, &[("H1", "05/7/2024")]).await;
    let round = round_of(&w.world, &w.own.movement, Period::FirstHalf).await;
    let report = begin(&w.dong, &round).await;
    let text = w.dong.get(&report).await.text();
    assert!(text.contains("value=\"512\"") && text.contains("Sổ thu"), "each number is typed once: {text}");
}

#[tokio::test]
async fn a_village_that_was_merged_in_the_middle_of_the_period_reports_for_both() {
    let w = luong_phong().await;
    let rate = target_named(&w.world, &w.own.plan, "một cửa").await;
    open_rounds(&w.clerk, &w.own.movement, &[("H1", "05/7/2024")]).await;
    let round = round_of(&w.world, &w.own.movement, Period::FirstHalf).await;
    let (v, vr) = (format!("v-{}", w.budget), format!("v-{rate}"));
    for (writer, value, part) in [(&w.dong, "500,5", "98"), (&w.doai, "400", "90")] {
        let report = begin(writer, &round).await;
        let fields = [(v.as_str(), value), (vr.as_str(), part), ("all-dated", "15/6/2024"), ("all-source", "Sổ")];
        assert_eq!(put(&w.world, writer, &report, "", &fields).await.status, StatusCode::SEE_OTHER);
    }
    let admin = Caller::signed_in(&w.world, "quan-tri").await;
    let merge = [
        ("kind", "merge"),
        ("day", "01/7/2024"),
        ("others", "Thôn Đoài"),
        ("into", "new"),
        ("name", "Thôn Đông Đoài"),
        ("accounts", "yes"),
        ("document", "12/NQ-HĐND"),
    ];
    let path = format!("/units/{}/reform", w.dong_id);
    let seen = admin.post(&path, &form(&[&merge[..], &[("do", "preview")]].concat())).await;
    assert_eq!(seen.status, StatusCode::OK, "{}", seen.text());
    let done = admin.post(&path, &form(&[&merge[..], &[("do", "carry-out"), ("seen", "yes")]].concat())).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
    let board = w.clerk.get(&format!("/rounds/{round}")).await.text();
    assert!(board.contains("Thôn Đông Đoài") && !board.contains(">Thôn Đoài<"), "{board}");
    // the account of the village goes on in the new one, with what both had
    let report = begin(&w.dong, &round).await;
    let text = w.dong.get(&report).await.text();
    assert!(text.contains("hình thành từ") && text.contains("value=\"900,5\""), "{text}");
    assert!(text.contains("Cộng báo cáo của") && !text.contains("value=\"188\""), "a rate is not added: {text}");
}

#[tokio::test]
async fn accepted_reports_without_figures_are_told_apart_from_none() {
    let w = luong_phong().await;
    open_rounds(&w.clerk, &w.own.movement, &[("H1", "05/7/2024")]).await;
    let round = round_of(&w.world, &w.own.movement, Period::FirstHalf).await;
    let consolidation = format!("/rounds/{round}/consolidation");
    assert!(w.clerk.get(&consolidation).await.text().contains("Chưa có báo cáo nào được tiếp nhận"));
    let report = begin(&w.dong, &round).await;
    let sent = put(&w.world, &w.dong, &report, "/send", &[("text-general", "Họp thôn đầy đủ")]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    let accepted = put(&w.world, &w.clerk, &report, "/decide", &[("to", "accepted")]).await;
    assert_eq!(accepted.status, StatusCode::SEE_OTHER, "{}", accepted.text());
    let text = w.clerk.get(&consolidation).await.text();
    assert!(text.contains("Các báo cáo đã tiếp nhận không có số liệu nào"), "{text}");
}

/// LK6: no calendar is printed; half-year and year are proposed, and the page says whose proposal that is.
#[tokio::test]
async fn a_plan_without_a_calendar_is_told_so_and_takes_days_of_its_own() {
    let world = world().await;
    let own = ids(&world, "Ủy ban nhân dân xã Lơ Ku").await;
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    let page = format!("/movements/{}/rounds", own.movement);
    let text = clerk.get(&page).await.text();
    assert!(text.contains("không in lịch báo cáo") && text.contains("đề nghị 6 tháng và cả năm"), "{text}");
    assert_eq!(
        open_rounds(&clerk, &own.movement, &[("H1", "20/6/2022"), ("Y", "10/12/2022")]).await.status,
        StatusCode::SEE_OTHER
    );
    let text = clerk.get(&page).await.text();
    assert!(text.contains("20/6/2022") && text.contains("Cơ quan thường trực ấn định"), "{text}");
    // a day that was left as proposed says why it was
    open_rounds(&clerk, &own.movement, &[("Q3", "07/10/2022")]).await;
    // another day, by who may; the second who changes it is told
    let round = round_of(&world, &own.movement, Period::Year).await;
    let change = form(&[("version", "1"), ("due", "15/12/2022"), ("kind-village", "yes")]);
    assert_eq!(clerk.post(&format!("/rounds/{round}/change"), &change).await.status, StatusCode::SEE_OTHER);
    let second =
        clerk.post(&format!("/rounds/{round}/change"), &form(&[("version", "1"), ("due", "16/12/2022")])).await;
    assert_eq!(second.status, StatusCode::CONFLICT);
    assert!(second.text().contains("Đang lưu: 15/12/2022"), "{}", second.text());
    let reader = Caller::signed_in(&world, "loku.xem").await;
    assert_eq!(reader.post(&format!("/rounds/{round}/change"), &change).await.status, StatusCode::FORBIDDEN);
}
