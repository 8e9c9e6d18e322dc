//! The yearly statistics: counted from records, reconciled, and the shares against last year.

use crate::world::{Caller, ids, world, world_with_units};
use axum::http::StatusCode;

#[tokio::test]
async fn every_number_of_a_form_leads_to_its_records_and_the_form_adds_up() {
    let world = world_with_units().await;
    let office = Caller::signed_in(&world, "lyson.thuongtruc").await;
    let page = office.get("/statistics?year=2022").await.text();
    for says in
        ["0601.N/BNV-TĐKT", "0602.N/BNV-TĐKT", "0603.N/BNV-TĐKT", "chưa đối chiếu với thông tư", "hạn 15/12"]
    {
        assert!(page.contains(says), "{says}: {page}");
    }
    // 23 awards were given in 2022, two of them known to form 0603
    assert!(page.contains("23 bản ghi = 2 trong biểu + 21 ngoài biểu"), "{page}");
    assert!(page.contains("21 khen thưởng thuộc danh hiệu"), "the difference is explained: {page}");
    assert!(!page.contains("Đối chiếu không khớp"), "{page}");
    let records = "/statistics/records?year=2022&form=0603";
    let line = |dimension: &str, value: &str, column: &str| {
        format!("{records}&dimension={dimension}&value={value}&column={column}")
    };
    for (address, count) in [
        (line("", "", ""), 2),
        (line("target", "individual", "diploma"), 1),
        (line("target", "other-leader", ""), 1),
        (line("target", "direct-worker", ""), 0),
        (line("way", "thematic", "diploma"), 1),
        (line("outside", "", ""), 21),
        (line("target", "individual", "nothing"), 0),
    ] {
        let list = office.get(&address).await.text();
        assert!(list.contains(&format!("{count} bản ghi")), "{address}: {list}");
    }
    let movements = office.get("/statistics/records?year=2022&form=0601&dimension=&value=").await.text();
    assert!(movements.contains("34/KH-UBND") && movements.contains("href=\"/movements/"), "{movements}");
    assert_eq!(office.get("/statistics/records?year=2022&form=9999").await.status, StatusCode::NOT_FOUND);
    assert_eq!(office.get("/statistics/records?year=2022&group=nobody").await.status, StatusCode::NOT_FOUND);
    let other = Caller::signed_in(&world, "loku.thuongtruc").await;
    assert!(
        !other.get("/statistics?year=2022").await.text().contains("23 bản ghi"),
        "a foreign register is not counted"
    );
}

#[tokio::test]
async fn a_share_that_fell_is_warned_of_and_who_wins_again_is_named() {
    let world = world_with_units().await;
    let office = Caller::signed_in(&world, "lyson.thuongtruc").await;
    let page = office.get("/statistics?year=2022").await.text();
    // 9 of 22 work directly in 2022, 12 of 20 did in 2021
    assert!(page.contains("9/22") && page.contains("12/20"), "{page}");
    assert!(
        page.contains("Tỷ lệ giảm so với năm trước") && page.contains("giảm so với năm trước (12/20, 60 %)"),
        "{page}"
    );
    assert!(page.contains("2 lần khen thưởng trong 2 năm"), "{page}");
    let list = office.get("/statistics/records?year=2022&group=direct-worker").await.text();
    assert!(list.contains("9 bản ghi"), "{list}");
    let before = office.get("/statistics?year=2021").await.text();
    assert!(before.contains("chưa so sánh được") && !before.contains("id=\"falls\""), "{before}");
}

#[tokio::test]
async fn a_form_goes_out_for_a_spreadsheet_and_a_bad_year_is_told() {
    let world = world_with_units().await;
    let office = Caller::signed_in(&world, "lyson.thuongtruc").await;
    let csv = office.get("/statistics.csv?form=0603&year=2022").await.text();
    assert!(csv.starts_with("\u{feff}\"Biểu 0603.N/BNV-TĐKT\""), "{csv}");
    assert!(csv.contains("\"Cá nhân\";\"1\";\"1\";\"0\";\"0\";\"0\";\"0\""), "{csv}");
    let book = office.get("/statistics.xlsx?form=0601&year=2022").await;
    assert_eq!((book.status, &book.body[..2]), (StatusCode::OK, &b"PK"[..]));
    assert_eq!(office.get("/statistics.csv?form=none&year=2022").await.status, StatusCode::NOT_FOUND);
    for year in ["-1", "9999", "hai"] {
        let page = office.get(&format!("/statistics?year={year}")).await.text();
        assert!(page.contains("Năm phải từ 1990"), "{year}: {page}");
    }
}

#[tokio::test]
async fn where_nothing_is_recorded_it_is_said() {
    let world = world().await;
    let own = ids(&world, "Ủy ban nhân dân xã Lơ Ku").await;
    let village = crate::registrations::unit_below(&world, &own.unit, "Thôn Đông").await;
    let viewer =
        crate::registrations::person(&world, &village, "thondong", thidua_domain::access::Role::Viewer).await;
    let page = viewer.get("/statistics?year=2022").await.text();
    assert!(page.contains("Chưa có bản ghi của năm 2022"), "{page}");
}
