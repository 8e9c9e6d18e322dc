//! Waves are taken over from plans, opened beside them, dated later, and summed up; the calendar shows them all.

use crate::world::{Answer, Caller, World, world};
use axum::http::StatusCode;
use std::sync::Arc;

/// The movement of the authority of a login of the demo.
async fn movement(world: &World, login: &str) -> String {
    let found = world.sign_ins.iter().find(|one| one.login == login).expect("a sign-in of the demo");
    crate::world::ids(world, &found.authority).await.movement
}

/// A form, with the typed texts encoded.
fn form(pairs: &[(&str, &str)]) -> String {
    let encoded = |text: &str| -> String {
        text.bytes()
            .map(|byte| match byte {
                b if b.is_ascii_alphanumeric() => char::from(b).to_string(),
                b => format!("%{b:02X}"),
            })
            .collect()
    };
    pairs.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect::<Vec<_>>().join("&")
}

async fn open(caller: &Caller, movement: &str, pairs: &[(&str, &str)]) -> Answer {
    // stories of years that have passed
    let pairs = [pairs, &[("passed", "yes")]].concat();
    caller.post(&format!("/movements/{movement}/waves"), &form(&pairs)).await
}

/// The address of the wave of a name in the list of a movement.
async fn wave_named(caller: &Caller, movement: &str, name: &str) -> String {
    let list = caller.get(&format!("/movements/{movement}/waves")).await.text();
    let at = list.find(&format!(">{name}<")).unwrap_or_else(|| panic!("{name} is in the list: {list}"));
    let link = list[..at].rfind("href=\"").expect("a link") + 6;
    list[link..].split('"').next().expect("an address").to_owned()
}

#[tokio::test]
async fn the_two_waves_of_a_department_are_led_with_their_deadlines_and_notices() {
    let world = world().await;
    let movement = movement(&world, "hatinh.thuongtruc").await;
    let office = Caller::signed_in(&world, "hatinh.thuongtruc").await;
    let list = office.get(&format!("/movements/{movement}/waves")).await;
    assert_eq!(list.status, StatusCode::OK);
    let list = list.text();
    assert!(list.contains("trước ngày 15/7/2022") && list.contains("trước ngày 31/12/2022"), "{list}");
    assert!(list.contains("quá hạn"), "both are overdue and nobody has summed them up");
    assert!(list.contains("Chào mừng: 8") && list.contains("Chào mừng: 6"), "eight and six occasions: {list}");
    for (wave, conference) in
        list.split("href=\"/waves/").skip(1).filter_map(|rest| rest.split('"').next()).zip(["sơ kết", "tổng kết"])
    {
        let page = office.get(&format!("/waves/{wave}")).await.text();
        let with =
            page.split("Tổng kết đợt cùng").nth(1).and_then(|rest| rest.split("</div>").next()).expect("with what");
        assert!(with.to_lowercase().contains(conference), "{conference}: {with}");
    }
    assert!(list.contains("Phan Đình Phùng") && list.contains("nằm ngoài thời gian của đợt"));
    assert!(!list.contains("tính ra"), "all printed numbers of years are right");
    let home = office.get("/").await.text();
    assert!(home.contains("Tổng kết: Đợt thi đua thứ nhất") && home.contains("quá hạn"), "the first page says it");
    assert!(!list.contains("không thuộc đợt nào") && !list.contains("trùng ngày nhau"), "no gap, no overlap");
}

#[tokio::test]
async fn a_short_wave_is_opened_at_any_time_and_a_wrong_form_comes_back() {
    let world = world().await;
    let movement = movement(&world, "hatinh.thuongtruc").await;
    let office = Caller::signed_in(&world, "hatinh.thuongtruc").await;
    let bad = open(
        &office,
        &movement,
        &[("kind", "thematic"), ("name", "Ngắn ngày"), ("from", "5/9/2022"), ("to", "1/9/2022")],
    )
    .await;
    assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(bad.text().contains("Ngày kết thúc phải sau ngày bắt đầu") && bad.text().contains("1/9/2022"));
    let undated = open(&office, &movement, &[("kind", "thematic"), ("name", "Ngắn ngày")]).await;
    assert_eq!(undated.status, StatusCode::UNPROCESSABLE_ENTITY, "a thematic wave has days");
    let good = open(
        &office,
        &movement,
        &[
            ("kind", "thematic"),
            ("name", "30 ngày số hóa hồ sơ"),
            ("from", "1/9/2022"),
            ("to", "30/9/2022"),
            ("summary_deadline", "10/10/2022"),
            ("strictly_before", "yes"),
            ("occasions", "Ngày Quốc khánh\nNgày thành lập phòng | 20 | 5/9/2002 | 5/9/2022"),
        ],
    )
    .await;
    assert_eq!(good.status, StatusCode::SEE_OTHER, "{}", good.text());
    let wave = office.get(&good.location).await.text();
    assert!(wave.contains("Ngày Quốc khánh (77 năm, 02/9/2022)"), "a known day needs its name only: {wave}");
    assert!(wave.contains("Ngày thành lập phòng (20 năm, 05/9/2022)"));
    assert!(wave.contains("Văn phòng") || wave.contains("mở đợt"), "the history begins");
    let calendar = office.get("/calendar?year=2022").await.text();
    assert!(calendar.contains("30 ngày số hóa hồ sơ") && calendar.contains("Ngày thành lập phòng"));
    assert!(calendar.contains("09/10/2022"), "the deadline stands on the day before the printed one");
    let viewer = Caller::signed_in(&world, "hatinh.xem").await;
    assert_eq!(open(&viewer, &movement, &[("name", "x")]).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_wave_right_after_tet_begins_on_the_first_working_day() {
    let world = world().await;
    let movement = movement(&world, "luongphong.thuongtruc").await;
    let office = Caller::signed_in(&world, "luongphong.thuongtruc").await;
    let page = office.get(&format!("/movements/{movement}/waves?new=seasonal")).await.text();
    assert!(page.contains("mừng Xuân Giáp Thìn"), "{page}");
    assert!(page.contains("value=\"15/02/2024\"") && page.contains("value=\"09/3/2024\""), "after the holidays");
    let opened = open(
        &office,
        &movement,
        &[("kind", "seasonal"), ("name", "Mừng Xuân"), ("from", "15/02/2024"), ("to", "09/3/2024")],
    )
    .await;
    assert_eq!(opened.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_peak_wave_waits_for_its_event_and_is_dated_later() {
    let world = world().await;
    let movement = movement(&world, "binhson.thuongtruc").await;
    let office = Caller::signed_in(&world, "binhson.thuongtruc").await;
    let nothing = open(&office, &movement, &[("kind", "peak"), ("name", "Đợt cao điểm")]).await;
    assert!(nothing.text().contains("cần ghi sự kiện"), "without days it needs an event");
    let event = "50 năm giải phóng huyện; đại hội đảng các cấp; bầu cử";
    let opened = open(&office, &movement, &[("kind", "peak"), ("name", "Đợt cao điểm"), ("event", event)]).await;
    assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.text());
    let calendar = office.get("/calendar?year=2025").await.text();
    assert!(calendar.contains("Đợt chưa ấn định ngày") && calendar.contains("Đợt cao điểm"));
    let wave = opened.location.split('?').next().expect("an address").to_owned();
    assert!(office.get(&wave).await.text().contains("chưa ấn định ngày"));
    let dated = [
        ("version", "1"),
        ("kind", "peak"),
        ("name", "Đợt cao điểm"),
        ("event", event),
        ("from", "1/3/2025"),
        ("to", "28/3/2025"),
        ("summary_deadline", "10/4/2025"),
        ("passed", "yes"),
    ];
    assert_eq!(office.post(&wave, &form(&dated)).await.status, StatusCode::SEE_OTHER);
    let page = office.get(&wave).await.text();
    assert!(page.contains("01/3/2025 – 28/3/2025") && page.contains("chậm nhất ngày 10/4/2025"));
    assert!(page.contains("chưa ấn định ngày → 01/3/2025 – 28/3/2025"), "the history says what changed");

    let mut stale = dated;
    stale[2].1 = "Tên khác";
    let refused = office.post(&wave, &form(&stale)).await;
    assert_eq!(refused.status, StatusCode::CONFLICT, "somebody else was first");
    assert!(refused.text().contains("Tên khác") && refused.text().contains("Đang lưu: Đợt cao điểm"));

    let later = |reason: &'static str| {
        let mut later = dated.to_vec();
        (later[0].1, later[6].1) = ("2", "30/4/2025");
        later.push(("reason", reason));
        form(&later)
    };
    let silent = office.post(&wave, &later("")).await;
    assert!(silent.text().contains("Lùi hạn tổng kết thì cần ghi lý do"), "no deadline moves in silence");
    assert_eq!(office.post(&wave, &later("chờ đại hội")).await.status, StatusCode::SEE_OTHER);
    assert!(office.get(&wave).await.text().contains("Lý do: chờ đại hội"));
}

#[tokio::test]
async fn closing_a_wave_needs_a_report_an_evaluation_and_lessons_and_shows_when_it_was_late() {
    let world = world().await;
    let movement = movement(&world, "hatinh.thuongtruc").await;
    let head = Caller::signed_in(&world, "hatinh.thutruong").await;
    let opened = open(
        &head,
        &movement,
        &[
            ("kind", "thematic"),
            ("name", "Đợt thử"),
            ("from", "1/5/2022"),
            ("to", "31/5/2022"),
            ("summary_deadline", "15/6/2022"),
            ("strictly_before", "yes"),
        ],
    )
    .await;
    let wave = opened.location.split('?').next().expect("an address").to_owned();
    let close = async |version: &str, on: &str, lessons: &str| {
        let pairs = [
            ("version", version),
            ("on", on),
            ("report", "Báo cáo số 60/BC-SNV"),
            ("attainment", "yes"),
            ("assessment", "Hoàn thành"),
            ("lessons", lessons),
        ];
        head.post(&format!("{wave}/close"), &form(&pairs)).await
    };
    let without = close("1", "20/6/2022", "").await;
    assert_eq!(without.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(without.text().contains("Báo cáo số 60/BC-SNV"), "what was typed stays");
    assert_eq!(close("1", "20/6/2099", "Bám cơ sở").await.status, StatusCode::UNPROCESSABLE_ENTITY, "not come yet");
    assert_eq!(close("1", "20/6/2022", "Bám cơ sở").await.status, StatusCode::SEE_OTHER);
    let page = head.get(&wave).await.text();
    assert!(page.contains("Tổng kết ngày 20/6/2022, muộn 4 ngày làm việc so với hạn"), "{page}");
    assert!(page.contains("Bám cơ sở") && !page.contains("Khép đợt"), "a closed wave has no form");
    assert_eq!(close("2", "20/6/2022", "Lại").await.status, StatusCode::CONFLICT);
    let reopen = form(&[("version", "2"), ("reason", "bổ sung khen thưởng")]);
    assert_eq!(head.post(&format!("{wave}/reopen"), &reopen).await.status, StatusCode::SEE_OTHER);
    let page = head.get(&wave).await.text();
    assert!(page.contains("bổ sung khen thưởng") && page.contains("Khép đợt") && page.contains("Bám cơ sở"));
    let withdraw = form(&[("version", "3"), ("reason", "mở nhầm")]);
    assert_eq!(head.post(&format!("{wave}/withdraw"), &withdraw).await.status, StatusCode::SEE_OTHER);
    assert!(head.get(&wave).await.text().contains("đã rút"));
    assert!(!head.get("/calendar?year=2022").await.text().contains("Đợt thử"), "withdrawn, it leaves the calendar");
    let own = wave_named(&head, &movement, "Đợt thử").await;
    assert_eq!(own, wave, "and stays in the list");
}

#[tokio::test]
async fn a_wave_is_seen_by_its_own_and_by_nobody_else() {
    let world: Arc<World> = world().await;
    let movement = movement(&world, "hatinh.thuongtruc").await;
    let office = Caller::signed_in(&world, "hatinh.thuongtruc").await;
    let opened = open(
        &office,
        &movement,
        &[("kind", "thematic"), ("name", "Riêng"), ("from", "1/5/2022"), ("to", "31/5/2022")],
    )
    .await;
    let wave = opened.location.split('?').next().expect("an address").to_owned();
    let other = Caller::signed_in(&world, "binhson.thuongtruc").await;
    assert_eq!(other.get(&wave).await.status, StatusCode::NOT_FOUND);
    assert_eq!(other.post(&wave, "version=1&name=x").await.status, StatusCode::NOT_FOUND);
    assert!(!other.get("/calendar?year=2022").await.text().contains("Riêng"));
}
