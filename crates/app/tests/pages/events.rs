//! Congresses and conferences: a day set later, units that hold theirs before, delegates, the wave that is dated by them.

use crate::registrations::{form, person, unit_below};
use crate::world::{Answer, Caller, Ids, World, ids, world};
use axum::http::StatusCode;
use std::sync::Arc;
use thidua_domain::access::Role;

async fn binh_son() -> (Arc<World>, Ids, Caller) {
    let world = world().await;
    let own = ids(&world, "Ủy ban nhân dân huyện Bình Sơn").await;
    let office = Caller::signed_in(&world, "binhson.thuongtruc").await;
    (world, own, office)
}

/// Adds an event; its address.
pub async fn add(office: &Caller, fields: &[(&str, &str)]) -> String {
    let added = office.post("/events", &form(fields)).await;
    assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.text());
    added.location.split('?').next().expect("an address").to_owned()
}

async fn correct(office: &Caller, event: &str, version: &str, fields: &[(&str, &str)]) -> Answer {
    office.post(event, &form(&[fields, &[("version", version)]].concat())).await
}

#[tokio::test]
async fn a_congress_is_dated_later_and_dates_its_peak_wave() {
    let (world, own, office) = binh_son().await;
    let empty = office.get("/events").await.text();
    assert!(empty.contains("Chưa có đại hội, hội nghị nào"));
    assert!(!empty.contains("<summary>Thêm đại hội, hội nghị"), "the empty page has the form itself, unfolded");
    let opened = form(&[("kind", "peak"), ("name", "Đợt cao điểm"), ("event", "Đại hội thi đua yêu nước")]);
    let wave = office.post(&format!("/movements/{}/waves", own.movement), &opened).await;
    let wave = wave.location.split('?').next().expect("an address").to_owned();
    let id = wave.trim_start_matches("/waves/").to_owned();
    for (fields, says) in [
        (vec![("ordinal", "0")], "từ 1 đến 99"),
        (vec![("ordinal", "1,5")], "số nguyên"),
        (vec![("ordinal", "IIX")], "viết như 6 hoặc VI"),
        (vec![("last_day", "21/6/2025")], "Cần ngày khai mạc trước"),
        (vec![("day", "20/6/2025"), ("last_day", "19/6/2025")], "đứng trước ngày đầu"),
        (vec![("day", "20/6/2025"), ("below_by", "20/6/2025")], "phải trước ngày khai mạc"),
    ] {
        let refused = office.post("/events", &form(&[&fields[..], &[("kind", "congress")]].concat())).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{fields:?}");
        assert!(refused.text().contains(says), "{says}: {}", refused.text());
    }
    let base = [("kind", "congress"), ("ordinal", "VI"), ("level", "district"), ("wave", &*id)];
    let programme = [("programme", "- Khai mạc\n- Biểu dương điển hình\n- Bế mạc")];
    let event = add(&office, &[&base[..], &programme[..]].concat()).await;
    let page = office.get(&event).await.text();
    assert!(page.contains("Đại hội thi đua yêu nước lần thứ VI") && page.contains("chưa ấn định ngày"), "{page}");
    assert!(page.contains("Đợt cao điểm chờ ngày của sự kiện") && page.contains("<li>Biểu dương điển hình</li>"));
    assert!(
        !office.get("/calendar?year=2025").await.text().contains("lần thứ VI"),
        "no day, no place in the calendar"
    );

    let dated =
        [("day", "20/6/2025"), ("last_day", "21/6/2025"), ("below_by", "31/5/2025"), ("place", "Hội trường")];
    let dated = [&base[..], &dated[..]].concat();
    assert_eq!(correct(&office, &event, "1", &dated).await.status, StatusCode::SEE_OTHER);
    let page = office.get(&event).await.text();
    assert!(page.contains("20/6/2025 – 21/6/2025") && page.contains("kết thúc ngày 20/6/2025 theo ngày"), "{page}");
    let led = world.app.store().wave(&id).await.expect("read").expect("there");
    assert_eq!(led.wave.to, chrono::NaiveDate::from_ymd_opt(2025, 6, 20), "the peak wave is dated by it");
    let page = office.get(&wave).await.text();
    assert!(page.contains(&format!("href=\"{event}\"")) && page.contains("kết thúc ngày 20/6/2025"), "{page}");
    let calendar = office.get("/calendar?year=2025").await.text();
    assert!(
        calendar.contains("Đại hội thi đua yêu nước lần thứ VI")
            && calendar.contains("đơn vị cấp dưới tổ chức xong")
    );
    let stale = correct(&office, &event, "1", &dated).await;
    assert_eq!(stale.status, StatusCode::CONFLICT, "who comes second sees it");

    // moved, the wave follows; once its end is set by hand it stays
    let moved: Vec<(&str, &str)> =
        base.iter().copied().chain([("day", "05/7/2025"), ("result", "Bầu 5 đại biểu")]).collect();
    assert_eq!(correct(&office, &event, "2", &moved).await.status, StatusCode::SEE_OTHER);
    let led = world.app.store().wave(&id).await.expect("read").expect("there");
    assert_eq!(led.wave.to, chrono::NaiveDate::from_ymd_opt(2025, 7, 5));
    let version = led.version.to_string();
    let by_hand = [
        ("version", &*version),
        ("kind", "peak"),
        ("name", "Đợt cao điểm"),
        ("event", "Đại hội"),
        ("from", "01/6/2025"),
        ("to", "30/6/2025"),
    ];
    assert_eq!(office.post(&wave, &form(&by_hand)).await.status, StatusCode::SEE_OTHER);
    let again: Vec<(&str, &str)> = base.iter().copied().chain([("day", "10/7/2025")]).collect();
    assert_eq!(correct(&office, &event, "3", &again).await.status, StatusCode::SEE_OTHER);
    let led = world.app.store().wave(&id).await.expect("read").expect("there");
    assert_eq!(led.wave.to, chrono::NaiveDate::from_ymd_opt(2025, 6, 30), "what a person set stays");
    assert!(office.get(&event).await.text().contains("khác ngày của sự kiện"));
    let viewer = Caller::signed_in(&world, "binhson.xem").await;
    assert_eq!(viewer.get(&event).await.status, StatusCode::OK);
    assert_eq!(viewer.post("/events", "kind=congress").await.status, StatusCode::FORBIDDEN);
    let far = Caller::signed_in(&world, "loku.thuongtruc").await;
    assert_eq!(far.get(&event).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn units_say_when_they_held_theirs_and_whom_they_send() {
    let (world, own, office) = binh_son().await;
    let one = unit_below(&world, &own.unit, "Xã Bình Châu").await;
    let two = unit_below(&world, &own.unit, "Xã Bình Hải").await;
    let fields = [("kind", "congress"), ("ordinal", "6"), ("day", "20/6/2025"), ("below_by", "31/5/2025")];
    let event = add(&office, &fields).await;
    let page = office.get(&event).await.text();
    assert!(
        page.contains("chưa tổ chức, quá") && page.contains("Xã Bình Châu; Xã Bình Hải"),
        "a message to copy: {page}"
    );
    let writer = person(&world, &one, "binhchau", Role::Reporter).await;
    let seen = writer.get(&event).await;
    assert_eq!(seen.status, StatusCode::OK, "a unit below sees the congress");
    assert!(!seen.text().contains("Xã Bình Hải"), "and its own line only");
    assert!(writer.get("/events").await.text().contains("lần thứ VI"));
    let path = format!("{event}/units?unit={one}");
    for (fields, says) in [
        (vec![("held_on", "20/5/2099")], "chưa đến"),
        (vec![("held_on", "20/5/2025"), ("farmer", "hai")], "Không phải là số"),
        (vec![("held_on", "20/5/2025"), ("farmer", "0,5")], "số nguyên"),
    ] {
        let refused = writer.post(&path, &form(&fields)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{fields:?}");
        assert!(refused.text().contains(says), "{says}: {}", refused.text());
    }
    let said = [("held_on", "20/5/2025"), ("farmer", "4"), ("official", "2"), ("said", "Nhà văn hóa xã")];
    assert_eq!(writer.post(&path, &form(&said)).await.status, StatusCode::SEE_OTHER);
    let late = [("held_on", "02/6/2025"), ("farmer", "3")];
    let saved = office.post(&format!("{event}/units?unit={two}"), &form(&late)).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "the office writes for a unit");
    assert_eq!(writer.post(&format!("{event}/units?unit={two}"), &form(&late)).await.status, StatusCode::FORBIDDEN);
    let page = office.get(&event).await.text();
    assert!(page.contains("đã tổ chức") && page.contains("tổ chức muộn 2 ngày"), "{page}");
    let delegates = page.split("id=\"delegates\"").nth(1).expect("delegates by category");
    assert!(delegates.contains(">7<") && delegates.contains(">2<") && delegates.contains(">9<"), "{delegates}");
    assert!(office.get("/events").await.text().contains("2/2"));
    let calendar = office.get("/calendar?year=2025").await.text();
    assert!(calendar.contains("mọi đơn vị đã tổ chức"), "the deadline is done");
    // said again, the old numbers are replaced
    assert_eq!(
        writer.post(&path, &form(&[("held_on", "20/5/2025"), ("farmer", "1")])).await.status,
        StatusCode::SEE_OTHER
    );
    let said = world.app.store().event_units(event.trim_start_matches("/events/")).await.expect("read");
    assert_eq!(said[&one].delegates.len(), 1);
}
