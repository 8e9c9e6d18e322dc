//! A wave has targets, hard matters, reports of units and a summing-up sheet.

use crate::registrations::{add_item, begin, form, open, person, unit_below};
use crate::world::{Answer, Caller, Ids, World, ids, world};
use axum::http::StatusCode;
use std::sync::Arc;
use thidua_domain::access::Role;
use thidua_domain::figures::Figure;
use thidua_domain::periods::Period;

/// Ha Tinh with its standing office and its first wave, which ended on 30 June 2022.
async fn ha_tinh() -> (Arc<World>, Ids, Caller, String) {
    let world = world().await;
    let found = world.sign_ins.iter().find(|one| one.login == "hatinh.thuongtruc").expect("a sign-in");
    let own = ids(&world, &found.authority.clone()).await;
    let office = Caller::signed_in(&world, "hatinh.thuongtruc").await;
    let waves = world.app.store().waves_of_movement(&own.movement).await.expect("read");
    let wave = format!("/waves/{}", waves[0].id);
    (world, own, office, wave)
}

fn wave_id(wave: &str) -> &str {
    wave.trim_start_matches("/waves/")
}

async fn write(caller: &Caller, wave: &str, fields: &[(&str, &str)]) -> Answer {
    caller.post(&format!("{wave}/targets"), &form(fields)).await
}

#[tokio::test]
async fn a_wave_takes_targets_of_the_movement_with_their_figures_at_its_end_and_its_own() {
    let (world, own, office, wave) = ha_tinh().await;
    let store = world.app.store();
    let targets = store.targets(&own.plan).await.expect("read");
    let leaf = targets.iter().find(|one| one.draft.comparator.is_some()).expect("a leaf");
    // what the demo knows at the half-year is the figure at the end of the wave
    let figures = store.figures_of_plan(&own.plan).await.expect("read");
    let at_half = figures.iter().find(|one| one.reported.period == Period::FirstHalf);
    let chosen = at_half.map_or(&leaf.id, |one| &one.reported.target_id);
    let added = write(&office, &wave, &[("target", chosen), ("version", "0")]).await;
    assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.text());
    let twice = write(&office, &wave, &[("target", chosen), ("version", "0")]).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY, "once in a wave");
    assert!(twice.text().contains("đã có trong đợt"));
    let page = office.get(&wave).await.text();
    if let Some(Figure::Number(number)) = at_half.map(|one| one.reported.figure) {
        assert!(page.contains(&number.vietnamese()) && page.contains("số liệu kỳ 6 tháng đầu năm"), "{page}");
    }

    // of its own: the name, the value and, with a figure, its day and source
    for (fields, says) in [
        (vec![("how", "ge"), ("value", "30")], "Cần nhập ô này."),
        (vec![("name", "Hồ sơ số hóa"), ("how", "ge")], "thì cần mức"),
        (vec![("name", "Hồ sơ số hóa"), ("how", "ge"), ("value", "30"), ("figure", "28")], "Cần nhập ô này."),
        (vec![("name", "a"), ("how", "achieve"), ("figure", "1"), ("attainment", "yes")], "không nhập cả hai"),
    ] {
        let refused = write(&office, &wave, &[&fields[..], &[("version", "0")]].concat()).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{fields:?}");
        assert!(refused.text().contains(says), "{says}: {}", refused.text());
    }
    let own_target =
        [("name", "Hồ sơ số hóa"), ("how", "ge"), ("value", "30"), ("unit_of", "hồ sơ"), ("version", "0")];
    assert_eq!(write(&office, &wave, &own_target).await.status, StatusCode::SEE_OTHER);
    let page = office.get(&format!("{wave}/targets")).await.text();
    assert!(page.contains("chỉ tiêu riêng của đợt") && page.contains("≥ 30"), "{page}");

    let all = store.wave_targets(wave_id(&wave)).await.expect("read");
    let digitised = all.iter().find(|one| one.target_id.is_none()).expect("its own");
    let figure = |value: &'static str| {
        let mut fields = vec![("corrects", digitised.id.as_str()), ("figure", value), ("dated", "28/6/2022")];
        fields.extend([("source", "Báo cáo của phòng"), ("name", "Hồ sơ số hóa"), ("how", "ge"), ("value", "30")]);
        fields
    };
    let done = write(&office, &wave, &[&figure("28")[..], &[("version", "1")]].concat()).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
    let page = office.get(&wave).await.text();
    assert!(
        page.contains("Chưa đạt") && page.contains("28/6/2022, Báo cáo của phòng"),
        "28 of 30 at the end: {page}"
    );
    let late = write(&office, &wave, &[&figure("31")[..], &[("version", "1")]].concat()).await;
    assert_eq!(late.status, StatusCode::CONFLICT, "who comes second sees what stands there");
    assert!(late.text().contains("28") && late.text().contains("value=\"31\""));
    let again = write(&office, &wave, &[&figure("31")[..], &[("version", "2")]].concat()).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER);
    assert!(office.get(&wave).await.text().contains("Vượt"));
    let gone = write(&office, &wave, &[("corrects", &digitised.id), ("version", "3"), ("remove", "yes")]).await;
    assert_eq!(gone.status, StatusCode::SEE_OTHER);
    assert!(!office.get(&wave).await.text().contains(">Hồ sơ số hóa<"));
    let viewer = Caller::signed_in(&world, "hatinh.xem").await;
    assert_eq!(write(&viewer, &wave, &own_target).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_short_wave_is_opened_for_a_bottleneck_and_shows_where_hard_matters_stand() {
    let (world, own, office, _) = ha_tinh().await;
    let kept = office.post("/bottlenecks", &form(&[("name", "Kho lưu trữ quá tải"), ("field", "other")])).await;
    let id = kept.location.trim_start_matches("/bottlenecks/").split('?').next().expect("an id").to_owned();
    let page = office.get(&format!("/bottlenecks/{id}")).await.text();
    let address = format!("/movements/{}/waves?new=thematic&#38;bottleneck={id}#open", own.movement);
    assert!(page.contains(&address), "a short wave is one step away: {page}");
    let prefilled = office.get(&address.replace("&#38;", "&")).await.text();
    assert!(prefilled.contains("Tháo gỡ: Kho lưu trữ quá tải"), "{prefilled}");
    let fields = [
        ("kind", "thematic"),
        ("name", "Tháo gỡ kho lưu trữ"),
        ("from", "01/10/2022"),
        ("to", "31/10/2022"),
        ("bottleneck", &*id),
    ];
    let opened = office.post(&format!("/movements/{}/waves", own.movement), &form(&fields)).await;
    assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.text());
    let wave = opened.location.split('?').next().expect("an address").to_owned();
    let page = office.get(&wave).await.text();
    assert!(page.contains("Kho lưu trữ quá tải") && page.contains("Chưa đủ, chưa nhận"), "where it stands: {page}");
    assert!(office.get(&format!("/bottlenecks/{id}")).await.text().contains("Tháo gỡ kho lưu trữ"), "and back");

    // a hard item that a unit registered is chosen beside it, what is not hard is not offered
    let unit = unit_below(&world, &own.unit, "Chi cục Văn thư").await;
    open(&office, &own.movement, "01/12/2099").await;
    let writer = person(&world, &unit, "vanthu", Role::Reporter).await;
    let sheet = begin(&writer, &own.movement).await;
    add_item(
        &writer,
        &sheet,
        "task",
        &[
            ("name", "Chỉnh lý 500 mét giá"),
            ("hard", "yes"),
            ("description", "Hồ sơ tích đống từ năm 2010"),
            ("expected", "Tra cứu được"),
        ],
    )
    .await;
    add_item(&writer, &sheet, "task", &[("name", "Quét dọn kho")]).await;
    let page = office.get(&format!("{wave}/targets")).await.text();
    assert!(page.contains("Chỉnh lý 500 mét giá (Chi cục Văn thư)") && !page.contains("Quét dọn kho"));
    let registration = sheet.trim_start_matches("/registrations/");
    let items = world.app.store().registration_items(registration).await.expect("read");
    let hard = items.iter().find(|one| one.written.hard).expect("the hard one");
    let chosen =
        [(format!("item-{}", hard.id), "yes"), (format!("bottleneck-{id}"), "yes"), ("item-x".into(), "yes")];
    let chosen: Vec<(&str, &str)> = chosen.iter().map(|(key, yes)| (key.as_str(), *yes)).collect();
    let set = office.post(&format!("{wave}/matters"), &form(&chosen)).await;
    assert_eq!(set.status, StatusCode::SEE_OTHER, "{}", set.text());
    let page = office.get(&wave).await.text();
    assert!(page.contains("Chỉnh lý 500 mét giá") && page.contains("chưa báo tiến độ"));
    let matters = world.app.store().wave_matters(wave_id(&wave)).await.expect("read");
    assert_eq!(matters.len(), 2, "only what is offered is taken");
}

#[tokio::test]
async fn units_report_a_wave_and_the_board_says_who_has_not_or_was_late() {
    let (world, own, office, wave) = ha_tinh().await;
    let (one, two) = (
        unit_below(&world, &own.unit, "Phòng Công chức").await,
        unit_below(&world, &own.unit, "Phòng Xây dựng chính quyền").await,
    );
    // the units were there when the wave ended
    let reporter = person(&world, &one, "congchuc", Role::Reporter).await;
    let other = person(&world, &two, "chinhquyen", Role::Reporter).await;
    let board = office.get(&format!("{wave}/reports")).await;
    assert_eq!(board.status, StatusCode::OK);
    let text = board.text();
    assert!(text.contains("Phòng Công chức"), "{text}");
    let overdue = text.split("quá hạn ").nth(1).and_then(|rest| rest.split('<').next()).expect("overdue");
    assert!(overdue.ends_with(" ngày làm việc"), "{overdue}");
    assert!(
        text.contains("Chưa báo cáo: Phòng Công chức; Phòng Xây dựng chính quyền"),
        "a message to copy: {text}"
    );
    let first = reporter.get("/").await.text();
    assert!(first.contains("Báo cáo kết quả Đợt thi đua thứ nhất"), "the first page says it");
    assert!(first.contains(&format!("Phòng Công chức; quá hạn {overdue}")), "and by how much: {first}");

    let page = reporter.get(&format!("{wave}/reports")).await;
    assert_eq!(page.status, StatusCode::OK, "a unit below sees its own line");
    assert!(!page.text().contains("Phòng Xây dựng chính quyền"), "and nobody else's");
    assert!(
        page.text().contains("Phấn đấu hoàn thành các nhiệm vụ, chỉ tiêu kế hoạch 06 tháng"),
        "and what the wave is for"
    );
    let address = format!("{wave}/reports?unit={one}");
    let empty = reporter.post(&address, "version=0").await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    let fields = [("version", "0"), ("text", "Số hóa 30 hồ sơ"), ("people", "12"), ("commended", "Tổ số hóa")];
    let half = [("version", "0"), ("text", "x"), ("people", "1,5")];
    assert!(reporter.post(&address, &form(&half)).await.text().contains("số nguyên"), "people are whole");
    assert_eq!(reporter.post(&address, &form(&fields)).await.status, StatusCode::SEE_OTHER);
    let second = reporter.post(&address, &form(&fields)).await;
    assert_eq!(second.status, StatusCode::CONFLICT, "one report for each unit");
    let stranger = other.post(&address, &form(&fields)).await;
    assert_eq!(stranger.status, StatusCode::FORBIDDEN, "nobody writes for another unit");

    let board = office.get(&format!("{wave}/reports")).await.text();
    assert!(board.contains("muộn") && board.contains("Tổ số hóa"), "a report after the day is late: {board}");
    assert!(board.contains("Chưa báo cáo: Phòng Xây dựng chính quyền"));
    let far = Caller::signed_in(&world, "loku.baocao").await;
    assert_eq!(far.get(&format!("{wave}/reports")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_sheet_is_assembled_edited_printed_and_asked_for_when_a_wave_is_closed() {
    let (world, own, office, wave) = ha_tinh().await;
    let unit = unit_below(&world, &own.unit, "Phòng Công chức").await;
    let reporter = person(&world, &unit, "congchuc", Role::Reporter).await;
    let fields = [("version", "0"), ("text", "Số hóa 30 hồ sơ"), ("people", "12"), ("commended", "Tổ số hóa")];
    reporter.post(&format!("{wave}/reports?unit={unit}"), &form(&fields)).await;
    let own_target = [
        ("name", "Hồ sơ số hóa"),
        ("how", "ge"),
        ("value", "30"),
        ("figure", "30"),
        ("dated", "28/6/2022"),
        ("source", "Báo cáo"),
        ("version", "0"),
    ];
    assert_eq!(write(&office, &wave, &own_target).await.status, StatusCode::SEE_OTHER);
    assert!(office.get(&wave).await.text().contains("Chưa lập tờ tổng kết đợt"), "closing asks for the sheet");
    let sheet = format!("{wave}/report");
    let page = office.get(&sheet).await.text();
    assert!(page.contains("1 chỉ tiêu của đợt: 1 đạt, vượt; 0 chưa có số liệu."), "{page}");
    assert!(page.contains("1 trên 1 đơn vị có báo cáo: 0 đúng hạn, 1 muộn; 12 người tham gia"), "{page}");
    assert!(page.contains("Phòng Công chức: Tổ số hóa") && page.contains("chưa ai sửa"));
    let words = [("version", "0"), ("results", "Hoàn thành số hóa"), ("commended", "Biểu dương Tổ số hóa")];
    assert_eq!(office.post(&sheet, &form(&words)).await.status, StatusCode::SEE_OTHER);
    let late = office.post(&sheet, &form(&[("version", "0"), ("results", "Khác")])).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.text().contains("Hoàn thành số hóa"), "what stands there is shown");
    let closing = office.get(&wave).await.text();
    assert!(closing.contains("Đã có tờ tổng kết đợt") && closing.contains("Hoàn thành số hóa"), "{closing}");
    for (end, start) in [("docx", &b"PK"[..]), ("pdf", &b"%PDF"[..])] {
        let file = office.get(&format!("{sheet}.{end}")).await;
        assert_eq!(file.status, StatusCode::OK, "{end}");
        assert!(file.body.starts_with(start));
    }
    let viewer = Caller::signed_in(&world, "hatinh.xem").await;
    assert_eq!(viewer.get(&sheet).await.status, StatusCode::OK);
    assert_eq!(viewer.post(&sheet, &form(&words)).await.status, StatusCode::FORBIDDEN);
}
