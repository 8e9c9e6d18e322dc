//! Making a plan known: every unit reports its own sessions, the owner sees the share and who has not.

use crate::powers::account;
use crate::units::{form, unit_id};
use crate::world::{Caller, ids, world_with_units};
use axum::http::StatusCode;

const LO_KU: &str = "Ủy ban nhân dân xã Lơ Ku";

fn session(unit: &str, day: &str, people: &str, of: &str) -> String {
    form(&[("version", "0"), ("unit", unit), ("day", day), ("form", "meeting"), ("people", people), ("of", of)])
}

#[tokio::test]
async fn a_plan_is_made_known_in_the_units_and_the_share_is_a_ratio_of_sums() {
    let world = world_with_units().await;
    let admin = Caller::signed_in(&world, "quan-tri").await;
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    let of = ids(&world, LO_KU).await;
    let path = format!("/movements/{}/known", of.movement);
    let village = unit_id(&world, "Làng minh họa 1").await;
    let reporter = account(&world, &admin, "lang1.baocao", "reporter", "Làng minh họa 1").await;

    // the unit finds the plan of the level above on its own overview, and sees its own line only
    assert_eq!(reporter.get(&format!("/movements/{}", of.movement)).await.status, StatusCode::NOT_FOUND);
    let office = reporter.get("/office").await.text();
    assert!(office.contains(&format!("href=\"{path}\"")) && office.contains("Làng minh họa 1: chưa ghi nhận"));
    let page = reporter.get(&path).await.text();
    assert!(page.contains("Làng minh họa 1") && !page.contains("Làng minh họa 2"), "{page}");
    let evidence = [
        ("version", None, b"0".as_slice()),
        ("unit", None, village.as_bytes()),
        ("day", None, b"15/3/2022"),
        ("form", None, b"meeting"),
        ("people", None, b"90"),
        ("of", None, b"120"),
        ("remark", None, "Họp toàn làng".as_bytes()),
        ("file", Some("bien-ban.pdf"), b"%PDF-1.7 bien ban"),
    ];
    let recorded = reporter.post_parts(&path, &evidence).await;
    assert_eq!(recorded.status, StatusCode::SEE_OTHER, "{}", recorded.text());
    assert!(reporter.get("/office").await.text().contains("Làng minh họa 1: đã ghi nhận"));

    // the owner sees the board, records for a unit without an account, and has a message ready
    let second = unit_id(&world, "Làng minh họa 2").await;
    let answer = clerk.post(&path, &session(&second, "16/3/2022", "30", "200")).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let third = unit_id(&world, "Trạm Y tế xã Lơ Ku").await;
    assert_eq!(clerk.post(&path, &session(&third, "16/3/2022", "", "")).await.status, StatusCode::SEE_OTHER);
    let page = clerk.get(&path).await.text();
    assert!(page.contains("90 / 120") && page.contains("30 / 200") && page.contains("chưa ghi số người"));
    assert!(page.contains("37,5 <small>%</small>"), "120 of 320, not the mean of 75 and 15: {page}");
    assert!(page.contains("trên 320 người của 2 đơn vị") && page.contains("trên 17 đơn vị"));
    assert!(page.contains("<dd><a href=\"#missing\">14</a></dd>"));
    let (_, message) = page.split_once("id=\"message\">").expect("a message");
    let message = message.split("</pre>").next().expect("its text");
    assert!(message.contains("Làng minh họa 3") && !message.contains("Làng minh họa 2;"), "{message}");
    let at = page.find("/files/").expect("the evidence is linked");
    assert_eq!(clerk.get(&page[at..at + 7 + 64]).await.status, StatusCode::OK);
    let office = clerk.get("/office").await.text();
    assert!(office.contains("14 trên 17 đơn vị chưa ghi nhận"), "{office}");
    assert!(clerk.get(&format!("/movements/{}", of.movement)).await.text().contains(&format!("href=\"{path}\"")));
}

#[tokio::test]
async fn counts_that_cannot_be_and_days_that_cannot_be_are_refused_with_the_way_out() {
    let world = world_with_units().await;
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    let of = ids(&world, LO_KU).await;
    let path = format!("/movements/{}/known", of.movement);
    let village = unit_id(&world, "Làng minh họa 1").await;
    assert_eq!(clerk.post(&path, &session(&village, "15/3/2022", "90", "120")).await.status, StatusCode::SEE_OTHER);
    for (day, people, total, says) in [
        ("16/3/2022", "31", "", "Cộng các lần là 121 người được phổ biến, nhiều hơn 120 người"),
        ("06/3/2022", "1", "", "Kế hoạch ban hành ngày 07/3/2022"),
        ("01/01/2099", "1", "", "Ngày 01/01/2099 chưa đến"),
        ("", "1", "", "Cần nhập ô này"),
        ("16/3/2022", "1,5", "", "Cần một số nguyên"),
        ("16/3/2022", "-1", "", "Cần một số nguyên"),
    ] {
        let refused = clerk.post(&path, &session(&village, day, people, total)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{says}");
        assert!(refused.text().contains(says), "{says}: {}", refused.text());
    }
    let other = unit_id(&world, "Làng minh họa 2").await;
    let without = clerk.post(&path, &session(&other, "16/3/2022", "5", "")).await;
    assert!(without.text().contains("Cần tổng số người của đơn vị"));
    let nowhere = clerk.post(&path, &session("", "16/3/2022", "5", "9")).await;
    assert!(nowhere.text().contains("class=\"error\" id=\"unit-error\">Chọn đơn vị mà bạn được ghi"));
    // 30 more are exactly all
    assert_eq!(clerk.post(&path, &session(&village, "16/3/2022", "30", "")).await.status, StatusCode::SEE_OTHER);
    assert!(clerk.get(&path).await.text().contains("120 / 120"));
}

#[tokio::test]
async fn a_session_is_corrected_by_one_at_a_time_withdrawn_and_hidden_from_others() {
    let world = world_with_units().await;
    let admin = Caller::signed_in(&world, "quan-tri").await;
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    let of = ids(&world, LO_KU).await;
    let path = format!("/movements/{}/known", of.movement);
    let village = unit_id(&world, "Làng minh họa 1").await;
    clerk.post(&path, &session(&village, "15/3/2022", "90", "120")).await;
    let page = clerk.get(&path).await.text();
    let at = page.find("?edit=").expect("it can be corrected") + 6;
    let id = page[at..].split('#').next().expect("an identifier").to_owned();
    let correct = |people: &'static str, withdraw: &'static str| {
        form(&[
            ("version", "0"),
            ("corrects", &id),
            ("day", "15/3/2022"),
            ("form", "loudspeaker"),
            ("people", people),
            ("of", "120"),
            ("withdraw", withdraw),
        ])
    };
    assert_eq!(clerk.post(&path, &correct("100", "")).await.status, StatusCode::SEE_OTHER);
    let second = clerk.post(&path, &correct("80", "")).await;
    assert_eq!(second.status, StatusCode::CONFLICT);
    assert!(second.text().contains("Hiện đang ghi: 100") && second.text().contains("value=\"80\""));
    let withdraw = correct("100", "yes").replace("version=0", "version=1");
    assert_eq!(clerk.post(&path, &withdraw).await.status, StatusCode::SEE_OTHER);
    let page = clerk.get(&path).await.text();
    assert!(page.contains("(đã rút)") && page.contains("<dd><a href=\"#missing\">17</a></dd>"), "{page}");

    // a unit next door neither sees nor corrects it; another authority sees nothing at all
    let neighbour = account(&world, &admin, "lang2.baocao", "reporter", "Làng minh họa 2").await;
    assert!(!neighbour.get(&path).await.text().contains("Làng minh họa 1"));
    assert_eq!(neighbour.post(&path, &correct("1", "")).await.status, StatusCode::NOT_FOUND);
    let theirs = neighbour.post(&path, &session(&village, "15/3/2022", "1", "2")).await;
    assert_eq!(theirs.status, StatusCode::UNPROCESSABLE_ENTITY, "one records for the own unit");
    let stranger = Caller::signed_in(&world, "binhson.thuongtruc").await;
    assert_eq!(stranger.get(&path).await.status, StatusCode::NOT_FOUND);
    assert_eq!(stranger.post(&path, &session(&village, "15/3/2022", "1", "2")).await.status, StatusCode::NOT_FOUND);
    let viewer = Caller::signed_in(&world, "loku.xem").await;
    assert_eq!(viewer.post(&path, &session(&village, "15/3/2022", "1", "2")).await.status, StatusCode::FORBIDDEN);
    let log = admin.get("/audit").await.text();
    assert!(log.contains("rút việc quán triệt kế hoạch") && log.contains("sửa việc quán triệt kế hoạch"));
}

#[tokio::test]
async fn the_board_of_a_district_that_ended_keeps_the_units_of_its_last_day() {
    let world = world_with_units().await;
    let clerk = Caller::signed_in(&world, "binhson.thuongtruc").await;
    let of = ids(&world, "Ủy ban nhân dân huyện Bình Sơn").await;
    let page = clerk.get(&format!("/movements/{}/known", of.movement)).await.text();
    assert!(page.contains("Cơ quan đã kết thúc ngày 30/6/2025") && page.contains("Công an huyện Bình Sơn"));
    // its people and the administrator are told what waits; nobody is urged below it
    let says = "Đơn vị đã kết thúc ngày 30/6/2025, phong trào chưa chuyển giao, quyết toán";
    let first = clerk.get("/").await.text();
    assert!(first.contains(says) && !first.contains("đơn vị chưa ghi quán triệt"), "{first}");
    let admin = Caller::signed_in(&world, "quan-tri").await.get("/").await.text();
    assert!(admin.contains(says) && admin.contains(&format!("href=\"/units/{}/reform\"", of.unit)), "{admin}");
}
