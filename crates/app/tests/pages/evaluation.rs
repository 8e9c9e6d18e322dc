//! The evaluation sheet: every target against every base, where it is heading, and what was known when.

use crate::units::form;
use crate::world::{Caller, Ids, World, ids, target_named, world};
use axum::http::StatusCode;
use serde_json::Value;

const LIMIT: usize = 150_000;
const LY_SON: &str = "Ủy ban nhân dân huyện Lý Sơn";
const LO_KU: &str = "Ủy ban nhân dân xã Lơ Ku";
const BINH_SON: &str = "Ủy ban nhân dân huyện Bình Sơn";
const HA_TINH: &str = "Sở Nội vụ tỉnh Hà Tĩnh";

async fn of(world: &World, login: &str) -> Ids {
    let issuers = [("lyson", LY_SON), ("loku", LO_KU), ("binhson", BINH_SON), ("hatinh", HA_TINH)];
    let issuer = issuers.iter().find(|(name, _)| login.starts_with(name)).expect("an authority").1;
    ids(world, issuer).await
}

async fn sheet(caller: &Caller, movement: &str, query: &str) -> Value {
    let answer = caller.get(&format!("/movements/{movement}/evaluation.json?{query}")).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    serde_json::from_slice(&answer.body).expect("JSON")
}

fn leaves(sheet: &Value) -> Vec<&Value> {
    let all = sheet["targets"].as_array().expect("targets");
    all.iter().filter(|one| !one["comparator"].is_null()).collect()
}

fn row<'a>(sheet: &'a Value, name: &str) -> &'a Value {
    leaves(sheet)
        .into_iter()
        .find(|one| one["name"].as_str().is_some_and(|found| found.contains(name)))
        .unwrap_or_else(|| panic!("{name}"))
}

#[tokio::test]
async fn every_leaf_of_the_five_plans_is_evaluated_on_a_page_of_bounded_size() {
    let world = world().await;
    for (login, count, period) in
        [("lyson.xem", 27, "Y"), ("loku.xem", 33, "Y"), ("binhson.xem", 30, "H1"), ("hatinh.xem", 15, "Y")]
    {
        let own = of(&world, login).await;
        let viewer = Caller::signed_in(&world, login).await;
        let sheet = sheet(&viewer, &own.movement, &format!("period={period}")).await;
        assert_eq!(sheet["leaves"], count, "{login}");
        for leaf in leaves(&sheet) {
            assert!(leaf["status"].is_string() || leaf["figure"] == "not-applicable", "{login}: {leaf}");
        }
        for period in ["Q1", "H1", "Q3", "Y"] {
            let page = viewer.get(&format!("/movements/{}/evaluation?period={period}", own.movement)).await;
            assert_eq!(page.status, StatusCode::OK);
            assert!(page.body.len() < LIMIT, "{login} {period}: {} bytes", page.body.len());
        }
    }
}

#[tokio::test]
async fn ly_son_stands_in_its_ranges_above_them_against_the_province_and_against_last_year() {
    let world = world().await;
    let own = of(&world, "lyson").await;
    let viewer = Caller::signed_in(&world, "lyson.xem").await;
    let year = sheet(&viewer, &own.movement, "period=Y").await;
    assert_eq!(row(&year, "lượt khách")["status"], "exceeded");
    let budget = row(&year, "Thu ngân sách");
    assert!(budget["assigned"].is_number() && budget["rate_assigned_percent"].is_number(), "{budget}");
    let total = row(&year, "Tổng giá trị sản xuất các ngành");
    assert_eq!(
        (total["last_year"].to_string(), total["rate_last_year_percent"].to_string()),
        ("2085.3".into(), "112.3".into())
    );
    let page = viewer.get(&format!("/movements/{}/evaluation?period=Y", own.movement)).await.text();
    assert!(page.contains("Trong khoảng kế hoạch") && page.contains("Trên khoảng kế hoạch"));
    assert!(page.contains("Chưa hoàn thành toàn diện"), "aquaculture was missed");
    assert!(page.contains(&format!("/plans/{}#L", own.plan)), "the plan leads to its line");
}

#[tokio::test]
async fn value_and_growth_that_contradict_last_year_are_told() {
    let world = world().await;
    let own = of(&world, "lyson").await;
    let reporter = Caller::signed_in(&world, "lyson.baocao").await;
    let total = target_named(&world, &own.plan, "Tổng giá trị sản xuất các ngành").await;
    let path = format!("/targets/{total}/earlier");
    let page = reporter.get(&path).await.text();
    assert!(page.contains("2.085,3") && page.contains("name=\"v-itself-2021-Y\""));
    let cell = [("v-itself-2021-Y", "2.200"), ("n-itself-2021-Y", "1")];
    let silent = reporter.post(&path, &form(&cell)).await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(silent.text().contains("Cần ghi nguồn") && silent.text().contains("Cần ghi lý do"));
    let told = [&cell[..], &[("source", "Niên giám thống kê 2021"), ("reason", "số chính thức")]].concat();
    assert_eq!(reporter.post(&path, &form(&told)).await.status, StatusCode::SEE_OTHER);
    let stale = reporter.post(&path, &form(&[&[("v-itself-2021-Y", "2.300")], &told[1..]].concat())).await;
    assert_eq!(stale.status, StatusCode::CONFLICT, "who saw the first version is told of the second");
    assert!(stale.text().contains("người khác vừa nhập: 2.200") && stale.text().contains("2.300"));
    let year = sheet(&reporter, &own.movement, "period=Y").await;
    let found: Vec<&str> = year["targets"]
        .as_array()
        .expect("targets")
        .iter()
        .flat_map(|one| one["findings"].as_array().expect("findings"))
        .filter_map(Value::as_str)
        .collect();
    assert!(found.contains(&"change-differs"), "{found:?}");
    let page = reporter.get(&format!("/movements/{}/evaluation?period=Y", own.movement)).await.text();
    assert!(page.contains("nhưng tính từ năm 2021 được"), "value and growth do not agree with that");
    let page = reporter.get(&path).await.text();
    assert!(page.contains("Niên giám thống kê 2021") && page.contains("2.085,3"), "the first version stays");
}

#[tokio::test]
async fn a_forecast_follows_earlier_years_and_says_so() {
    let world = world().await;
    let own = of(&world, "loku").await;
    let viewer = Caller::signed_in(&world, "loku.xem").await;
    let half = sheet(&viewer, &own.movement, "period=H1").await;
    let grain = row(&half, "Tổng sản lượng lương thực");
    // 2.438,2 × (8.841,7 ÷ 2.352,7 + 8.612,3 ÷ 2.290,4) ÷ 2
    assert_eq!(
        (grain["forecast_rests"].as_str(), grain["forecast"].to_string()),
        (Some("earlier-years"), "9165.5359".into())
    );
    assert_eq!(
        (grain["forecast_status"].as_str(), grain["forecast_years"].as_array().map(Vec::len)),
        (Some("exceeded"), Some(2))
    );
    let without = row(&half, "Giao quân");
    assert_eq!(
        (without["forecast_rests"].as_str(), without["forecast"].to_string()),
        (Some("reached"), "8".into())
    );
    let page = viewer.get(&format!("/movements/{}/evaluation?period=H1", own.movement)).await.text();
    assert!(page.contains("Năm 2021: 6 tháng đầu năm (quý II) đạt 26,61 % kết quả cả năm"), "{page}");
    assert!(page.contains("Chưa có số liệu năm trước: tính theo bình quân 6/12 tháng"));
    let year = sheet(&viewer, &own.movement, "period=Y").await;
    assert_eq!(row(&year, "Tổng sản lượng lương thực")["forecast_rests"], "reported");
}

#[tokio::test]
async fn sets_of_criteria_and_herds_are_counted_again() {
    let world = world().await;
    let own = of(&world, "loku").await;
    let viewer = Caller::signed_in(&world, "loku.xem").await;
    let page = viewer.get(&format!("/movements/{}/evaluation?period=Y", own.movement)).await.text();
    assert!(page.contains("tiêu chí nêu tên đã hoàn thành"));
    let reporter = Caller::signed_in(&world, "loku.baocao").await;
    let goats = target_named(&world, &own.plan, "dê").await;
    let seen = world.app.store().figures_of_target(&goats).await.expect("read");
    let seen =
        seen.iter().find(|one| one.current && one.reported.period.code() == "Y").map_or(0, |one| one.version);
    let seen = seen.to_string();
    let parts: Vec<(&str, Option<&str>, &[u8])> = vec![
        ("period", None, b"Y"),
        ("seen", None, seen.as_bytes()),
        ("state", None, b"entered"),
        ("value", None, b"1.500"),
        ("dated", None, b"31/12/2022"),
        ("source", None, "Sổ đàn".as_bytes()),
        ("reason", None, "đếm lại".as_bytes()),
    ];
    let entered = reporter.post_parts(&format!("/targets/{goats}/figures"), &parts).await;
    assert_eq!(entered.status, StatusCode::SEE_OTHER, "{}", entered.text());
    let page = viewer.get(&format!("/movements/{}/evaluation?period=Y", own.movement)).await.text();
    assert!(page.contains("Các thành phần cộng lại được") && page.contains("chỗ số liệu chưa khớp"));
}

#[tokio::test]
async fn income_above_last_year_is_judged_by_two_actuals() {
    let world = world().await;
    let own = of(&world, "hatinh").await;
    let reporter = Caller::signed_in(&world, "hatinh.baocao").await;
    let income = target_named(&world, &own.plan, "Thu nhập tăng thêm").await;
    let status = async || row(&sheet(&reporter, &own.movement, "period=Y").await, "Thu nhập tăng thêm").clone();
    assert_eq!(status().await["status"], "met", "1,95 against the 1,8 that was typed");
    let path = format!("/targets/{income}/earlier");
    let fields = [("v-itself-2021-Y", "2,1"), ("n-itself-2021-Y", "0"), ("source", "Quyết toán năm 2021")];
    assert_eq!(reporter.post(&path, &form(&fields)).await.status, StatusCode::SEE_OTHER);
    let judged = status().await;
    assert_eq!((judged["status"].as_str(), judged["last_year"].to_string()), (Some("missed"), "2.1".into()));
    let table = reporter.get(&format!("/movements/{}/targets?period=Y", own.movement)).await.text();
    assert!(table.contains("status st-missed"), "every page says the same");
}

#[tokio::test]
async fn all_three_measures_of_accidents_have_to_fall() {
    let world = world().await;
    let own = of(&world, "binhson").await;
    let reporter = Caller::signed_in(&world, "binhson.baocao").await;
    let accidents = target_named(&world, &own.plan, "cả 3 tiêu chí").await;
    let page = reporter.get(&format!("/movements/{}/evaluation?period=H1", own.movement)).await.text();
    assert!(page.contains("Số vụ: 27 → 22 (-5)") && page.contains("Số người chết: 9 → 6 (-3)"), "{page}");
    let path = format!("/targets/{accidents}/earlier");
    let fields = [
        ("v-deaths-2025-H1", "10"),
        ("n-deaths-2025-H1", "1"),
        ("source", "Báo cáo công an huyện"),
        ("reason", "bổ sung một vụ"),
    ];
    assert_eq!(reporter.post(&path, &form(&fields)).await.status, StatusCode::SEE_OTHER);
    let half = sheet(&reporter, &own.movement, "period=H1").await;
    let line = row(&half, "cả 3 tiêu chí");
    assert_eq!((line["actual"].to_string(), line["status"].as_str()), ("-1".into(), Some("at-risk")), "one rose");
    let thread = reporter.get(&format!("/targets/{accidents}?period=H1")).await.text();
    assert!(
        thread.contains("Tính từ số vụ, số người chết, số người bị thương"),
        "the figure says what it was made of"
    );
}

#[tokio::test]
async fn a_fall_of_a_rate_is_counted_both_ways_until_a_person_says_which_is_meant() {
    let world = world().await;
    let own = of(&world, "lyson").await;
    let reporter = Caller::signed_in(&world, "lyson.baocao").await;
    let poor = target_named(&world, &own.plan, "hộ nghèo").await;
    let path = format!("/targets/{poor}/earlier");
    let fields = [
        ("v-level-2021-Y", "5"),
        ("n-level-2021-Y", "0"),
        ("v-level-2022-Y", "4,5"),
        ("n-level-2022-Y", "0"),
        ("source", "Quyết định công nhận hộ nghèo"),
        ("meaning", ""),
    ];
    assert_eq!(reporter.post(&path, &form(&fields)).await.status, StatusCode::SEE_OTHER);
    let at = format!("/movements/{}/evaluation?period=Y", own.movement);
    let page = reporter.get(&at).await.text();
    assert!(page.contains("So với năm 2021: -0,5 (hiệu số), tức -10 %"), "{page}");
    assert!(page.contains("Cần xác định mức tăng, giảm tính theo phần trăm hay theo điểm"));
    let said = [("meaning", "points"), ("meaning_seen", "0")];
    assert_eq!(reporter.post(&path, &form(&said)).await.status, StatusCode::SEE_OTHER);
    let page = reporter.get(&at).await.text();
    assert!(!page.contains("Cần xác định mức tăng, giảm"));
    let again = reporter.post(&path, &form(&[("meaning", "percent"), ("meaning_seen", "0")])).await;
    assert_eq!(again.status, StatusCode::CONFLICT, "somebody said it meanwhile");
}

#[tokio::test]
async fn a_day_shows_what_was_known_at_its_end() {
    let world = world().await;
    let own = of(&world, "loku").await;
    let viewer = Caller::signed_in(&world, "loku.xem").await;
    let before = sheet(&viewer, &own.movement, "period=Y&at=01/01/2020").await;
    assert!(leaves(&before).iter().all(|one| one["figure"] == "not-entered"), "nothing was known then");
    let page = viewer.get(&format!("/movements/{}/evaluation?period=Y&at=1/1/2020", own.movement)).await.text();
    assert!(page.contains("Số liệu như đã biết đến hết ngày 01/01/2020"));
    let today = thidua_app::local_date(crate::world::clock()).format("%d/%m/%Y").to_string();
    let now = sheet(&viewer, &own.movement, &format!("period=Y&at={today}")).await;
    assert_eq!(now["targets"], sheet(&viewer, &own.movement, "period=Y").await["targets"]);
    let typed = viewer.get(&format!("/movements/{}/evaluation?at=hom-nay", own.movement)).await.text();
    assert!(typed.contains("Ngày viết chưa đúng"));
}

#[tokio::test]
async fn the_sheet_goes_out_as_a_workbook_and_as_separated_text() {
    let world = world().await;
    let own = of(&world, "loku").await;
    let viewer = Caller::signed_in(&world, "loku.xem").await;
    let book = viewer.get(&format!("/movements/{}/evaluation.xlsx?period=H1", own.movement)).await;
    assert_eq!((book.status, &book.body[..2]), (StatusCode::OK, &b"PK"[..]));
    let table = viewer.get(&format!("/movements/{}/evaluation.csv?period=H1", own.movement)).await.text();
    assert!(table.contains("forecast_rests,findings\n"));
    assert!(table.lines().any(|line| line.contains("lương thực") && line.contains("earlier-years")));
    let columns = |line: &str| line.split(',').count();
    let grain = table.lines().find(|line| line.contains("\"Tổng diện tích gieo trồng\"")).expect("a line");
    assert_eq!(columns(grain), columns(table.lines().next().expect("a head")));
}

#[tokio::test]
async fn strangers_and_viewers_do_not_enter_earlier_years() {
    let world = world().await;
    let own = of(&world, "loku").await;
    let grain = target_named(&world, &own.plan, "lương thực").await;
    let path = format!("/targets/{grain}/earlier");
    let viewer = Caller::signed_in(&world, "loku.xem").await;
    let page = viewer.get(&path).await;
    assert!(page.status == StatusCode::OK && !page.text().contains("name=\"v-itself"), "a viewer only looks");
    let fields = form(&[("v-itself-2021-Y", "1"), ("source", "x")]);
    assert_eq!(viewer.post(&path, &fields).await.status, StatusCode::FORBIDDEN);
    let other = Caller::signed_in(&world, "binhson.baocao").await;
    assert_eq!(other.get(&path).await.status, StatusCode::NOT_FOUND);
    assert_eq!(other.get(&format!("/movements/{}/evaluation", own.movement)).await.status, StatusCode::NOT_FOUND);
    assert_eq!(other.post(&path, &fields).await.status, StatusCode::NOT_FOUND);
}
