//! The calendar: a year's page, the file, the secret address, and the free days that an authority enters.

use crate::world::{Answer, Caller, world};
use axum::http::StatusCode;

/// The content lines of a calendar file, unfolded, as name and value.
fn lines(answer: &Answer) -> Vec<(String, String)> {
    let whole = answer.text().replace("\r\n ", "");
    whole
        .split_terminator("\r\n")
        .filter_map(|line| line.split_once(':'))
        .map(|(a, b)| (a.into(), b.into()))
        .collect()
}

fn has(lines: &[(String, String)], name: &str, value: &str) -> bool {
    lines.iter().any(|line| line.0 == name && line.1 == value)
}

#[tokio::test]
async fn a_year_shows_waves_deadlines_reports_occasions_and_free_days() {
    let world = world().await;
    let office = Caller::signed_in(&world, "hatinh.thuongtruc").await;
    let page = office.get("/calendar?year=2022").await;
    assert_eq!(page.status, StatusCode::OK);
    let page = page.text();
    assert!(page.contains("Năm 2022 (Nhâm Dần từ ngày 01/02/2022)"), "{page}");
    assert!(page.contains("01/01/2022 đến 30/6/2022"), "the first wave");
    assert!(page.contains("14/7/2022") && page.contains("30/12/2022"), "strictly before the printed days");
    assert!(page.contains("quá hạn") && page.contains("ngày làm việc"));
    assert!(page.contains("Tết Âm lịch") && page.contains("Nghỉ bù Giỗ Tổ Hùng Vương"));
    assert!(page.contains("Ngày thành lập Đảng Cộng sản Việt Nam") && page.contains("92 năm"));
    assert!(page.contains("75 năm, năm lẻ 5"), "how round an anniversary is");
    assert!(page.contains("Phan Đình Phùng"), "an occasion of its own that no catalogue has");
    assert!(page.contains("href=\"#d0714\"") && page.contains("id=\"d0714\""), "the month leads to the day");
    assert!(page.matches("<table class=\"month\">").count() == 12);

    let commune = Caller::signed_in(&world, "loku.xem").await;
    let empty = commune.get("/calendar?year=2031").await.text();
    assert!(empty.contains("Chưa có đợt thi đua, hạn hay ngày báo cáo nào"), "an empty year says so");
    let district = Caller::signed_in(&world, "lyson.thuongtruc").await;
    let reports = district.get("/calendar?year=2022").await.text();
    assert!(reports.contains("Báo cáo quý I") && reports.contains("Báo cáo 6 tháng đầu năm"), "{reports}");
    assert!(reports.contains("kế hoạch không ghi ngày"), "what is not printed is said");
}

#[tokio::test]
async fn the_calendar_is_downloaded_and_subscribed_to_until_the_address_is_ended() {
    let world = world().await;
    let office = Caller::signed_in(&world, "hatinh.thuongtruc").await;
    let file = office.get("/calendar.ics?year=2022").await;
    assert_eq!(file.headers["content-type"], "text/calendar; charset=utf-8");
    assert!(file.headers["content-disposition"].to_str().expect("text").starts_with("attachment"));
    let content = lines(&file);
    assert!(has(&content, "DTSTART;VALUE=DATE", "20220714") && has(&content, "DTEND;VALUE=DATE", "20220715"));
    assert!(has(&content, "DTSTART;VALUE=DATE", "20220101") && has(&content, "DTEND;VALUE=DATE", "20220701"));
    let uids: Vec<&String> = content.iter().filter(|line| line.0 == "UID").map(|line| &line.1).collect();
    let mut unique = uids.clone();
    unique.sort();
    unique.dedup();
    assert_eq!(unique.len(), uids.len(), "no event stands twice");

    let given = office.post("/calendar/address", "").await;
    assert_eq!(given.status, StatusCode::OK);
    let given = given.text();
    let address =
        given.split("http://thidua.test").nth(1).and_then(|rest| rest.split('<').next()).expect("an address");
    assert!(address.len() > 80, "the secret is long");
    assert!(!office.get("/calendar").await.text().contains(address), "it is shown once");
    // a calendar program brings no cookie
    let program = Caller::stranger(&world);
    let feed = program.get(address).await;
    assert_eq!(feed.status, StatusCode::OK, "{}", feed.text());
    assert!(has(&lines(&feed), "DTSTART;VALUE=DATE", "20220714"), "the years with movements are in it");
    assert!(!feed.text().contains("Bình Sơn"), "nothing of other authorities");
    let twice = program.get(address).await;
    let events = |answer: &Answer| lines(answer).into_iter().filter(|line| line.0 == "UID").collect::<Vec<_>>();
    assert_eq!(events(&feed), events(&twice), "events keep their names");

    let second = office.post("/calendar/address", "").await.text();
    let newer =
        second.split("http://thidua.test").nth(1).and_then(|rest| rest.split('<').next()).expect("an address");
    assert_eq!(program.get(address).await.status, StatusCode::NOT_FOUND, "the first no longer works");
    assert_eq!(program.get(newer).await.status, StatusCode::OK);
    assert_eq!(office.post("/calendar/address/end", "").await.status, StatusCode::SEE_OTHER);
    assert_eq!(program.get(newer).await.status, StatusCode::NOT_FOUND);
    assert_eq!(program.get("/calendar/feed/khong-co/thidua.ics").await.status, StatusCode::NOT_FOUND);
    assert_eq!(program.get("/calendar.ics").await.status, StatusCode::SEE_OTHER, "the file asks to sign in");
}

#[tokio::test]
async fn a_year_is_confirmed_by_the_notice_that_an_authority_enters() {
    let world = world().await;
    let office = Caller::signed_in(&world, "loku.thuongtruc").await;
    let page = office.get("/calendar/years").await.text();
    assert!(page.contains("9441/TB-BNV") && page.contains("12729/VPCP-KGVX") && page.contains("chưa xác nhận"));
    let bad = office
        .post("/calendar/years", "year=2028&document=x&tet_from=1/3/2028&tet_to=5/3/2028&swaps=01/05/2028")
        .await;
    assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);
    let bad = bad.text();
    assert!(bad.contains("quanh mùng 1 Tết") && bad.contains("Chưa đọc được “01/05/2028”"));
    let free = async |year: &str| office.get(&format!("/calendar?year={year}")).await.text();
    assert!(!free("2028").await.contains("Làm việc bù"));
    let form = "year=2028&document=Th%C3%B4ng+b%C3%A1o+1%2FTB-BNV&tet_from=25/01/2028&tet_to=29/01/2028&beside=01/9/2028\
                &swaps=02/5/2028+%7C+29/4/2028&complete=yes";
    let saved = office.post("/calendar/years", form).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());
    assert!(free("2028").await.contains("Làm việc bù"), "the swap counts at once");
    let page = office.get("/calendar/years").await.text();
    assert!(page.contains("Thông báo 1/TB-BNV") && page.contains("+29/4"));
    let other = Caller::signed_in(&world, "hatinh.thuongtruc").await;
    assert!(!other.get("/calendar?year=2028").await.text().contains("Làm việc bù"), "elsewhere it does not count");
    let id = page.split("/calendar/years/").nth(1).and_then(|rest| rest.split('/').next()).expect("an identifier");
    let address = format!("/calendar/years/{id}/withdraw");
    assert_eq!(other.post(&address, "").await.status, StatusCode::NOT_FOUND);
    assert_eq!(office.post(&address, "").await.status, StatusCode::SEE_OTHER);
    assert!(!free("2028").await.contains("Làm việc bù"));
    let viewer = Caller::signed_in(&world, "loku.xem").await;
    assert_eq!(viewer.post("/calendar/years", form).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn an_occasion_of_its_own_stands_in_every_year_and_is_known_to_waves() {
    let world = world().await;
    let office = Caller::signed_in(&world, "binhson.thuongtruc").await;
    let bad = office.post("/calendar/occasions", "name=Ng%C3%A0y+x&day=31/2&origin=99999").await;
    assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(bad.text().contains("Viết ngày/tháng") && bad.text().contains("Năm gốc trong khoảng"));
    let form = "name=Ng%C3%A0y+gi%E1%BA%A3i+ph%C3%B3ng+huy%E1%BB%87n+B%C3%ACnh+S%C6%A1n&day=28/3&origin=1975";
    assert_eq!(office.post("/calendar/occasions", form).await.status, StatusCode::SEE_OTHER);
    for (year, number) in [("2025", "50 năm, năm tròn"), ("2026", "51 năm")] {
        let page = office.get(&format!("/calendar?year={year}")).await.text();
        let at = page.find("Ngày giải phóng huyện Bình Sơn").expect("it stands in the year");
        assert!(page[at..].contains(number), "{year}");
    }
    let movement = crate::world::ids(&world, "Ủy ban nhân dân huyện Bình Sơn").await.movement;
    let wave = "kind=thematic&name=x&from=1/3/2025&to=31/3/2025&occasions=Ng%C3%A0y+gi%E1%BA%A3i+ph%C3%B3ng+huy%E1%BB%87n+B%C3%ACnh+S%C6%A1n";
    let opened = office.post(&format!("/movements/{movement}/waves"), wave).await;
    let page = office.get(&opened.location).await.text();
    assert!(page.contains("Ngày giải phóng huyện Bình Sơn (50 năm, 28/3/2025)"), "{page}");
    let list = office.get("/calendar/occasions").await.text();
    let id =
        list.split("/calendar/occasions/").nth(1).and_then(|rest| rest.split('/').next()).expect("an identifier");
    let address = format!("/calendar/occasions/{id}/withdraw");
    let other = Caller::signed_in(&world, "loku.thuongtruc").await;
    assert_eq!(other.post(&address, "").await.status, StatusCode::NOT_FOUND);
    assert_eq!(office.post(&address, "").await.status, StatusCode::SEE_OTHER);
    assert!(!office.get("/calendar?year=2026").await.text().contains("Ngày giải phóng huyện Bình Sơn"));
}

#[tokio::test]
async fn the_last_day_to_register_stands_in_the_calendar() {
    let world = world().await;
    let office = Caller::signed_in(&world, "binhson.thuongtruc").await;
    let movement = crate::world::ids(&world, "Ủy ban nhân dân huyện Bình Sơn").await.movement;
    let opened = office.post(&format!("/movements/{movement}/registrations"), "deadline=1/6/2099&how=before").await;
    assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.text());
    let page = office.get("/calendar?year=2099").await.text();
    assert!(page.contains("31/5/2099") && page.contains("Hạn đăng ký"), "the day before the printed one: {page}");
    assert!(page.contains(&format!("/movements/{movement}/registrations")));
}
