//! Indices: score and rank per year with their document, the change against the year before, and what was aimed at.

use crate::people::form;
use crate::world::{Caller, ids, world};
use axum::http::StatusCode;

#[tokio::test]
async fn a_score_rises_and_a_rank_falls_to_be_better_and_the_aim_of_the_plan_is_told() {
    let world = world().await;
    let own = ids(&world, "Ủy ban nhân dân huyện Bình Sơn").await;
    let clerk = Caller::signed_in(&world, "binhson.thuongtruc").await;
    let page = clerk.get("/indices?year=2025").await.text();
    for name in ["PAR INDEX", "PCI", "PAPI", "SIPAS", "DTI", "PII"] {
        assert!(page.contains(name), "{name}");
    }
    assert!(page.contains("chưa có kết quả") && page.contains("chưa xác minh"), "{page}");
    let path = |year: &str| format!("/indices/par-index?unit={}&year={year}", own.unit);
    let write = async |year: &str, fields: &[(&str, &str)]| clerk.post(&path(year), &form(fields)).await;

    let bare = write("2024", &[("version", "0"), ("score", "84,5"), ("rank", "7"), ("of", "13")]).await;
    assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(bare.text().contains("Kết quả cần số và ngày của văn bản công bố."));
    let beyond = write("2024", &[("version", "0"), ("rank", "14"), ("of", "13")]).await;
    assert!(beyond.text().contains("Thứ hạng lớn hơn số đơn vị được xếp hạng"));
    let document = [("document", "15/BC-UBND"), ("dated", "20/01/2025")];
    let mut first = vec![("version", "0"), ("score", "84,5"), ("rank", "7"), ("of", "13")];
    first.extend(document);
    assert_eq!(write("2024", &first).await.status, StatusCode::SEE_OTHER);

    let aim = [("version", "0"), ("score_rises", "yes"), ("rank_rises", "yes")];
    assert_eq!(write("2025", &aim).await.status, StatusCode::SEE_OTHER);
    let page = clerk.get("/indices?year=2025").await.text();
    assert!(page.contains("nâng điểm số, nâng thứ hạng") && page.contains("Chưa xác định"), "{page}");

    let mut second = vec![("version", "1"), ("score", "86"), ("rank", "9"), ("of", "13")];
    second.extend(aim.into_iter().skip(1));
    second.extend(document);
    assert_eq!(write("2025", &second).await.status, StatusCode::SEE_OTHER);
    let page = clerk.get("/indices?year=2025").await.text();
    assert!(page.contains("điểm tăng 1,5") && page.contains("giảm 2 bậc"), "{page}");
    assert!(page.contains("Chưa đạt"), "the score rose, the rank did not");
    assert!(page.contains("9 trên 13") && page.contains("15/BC-UBND, 20/01/2025"), "{page}");

    // corrected only with a reason, over the version that was seen
    let mut third = second.clone();
    (third[0].1, third[2].1) = ("2", "6");
    let silent = write("2025", &third).await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(silent.text().contains("Sửa kết quả đã ghi thì ghi lý do"));
    third.push(("reason", "Ghi nhầm thứ hạng"));
    assert_eq!(write("2025", &third).await.status, StatusCode::SEE_OTHER);
    let stale = write("2025", &third).await;
    assert_eq!(stale.status, StatusCode::CONFLICT, "{}", stale.text());
    let page = clerk.get("/indices?year=2025").await.text();
    assert!(page.contains("tăng 1 bậc") && page.contains("Đạt mục tiêu"), "{page}");
    let one = clerk.get(&path("2025")).await.text();
    assert!(one.contains("Ghi nhầm thứ hạng"), "every version stays");

    let viewer = Caller::signed_in(&world, "binhson.xem").await;
    assert!(!viewer.get(&path("2025")).await.text().contains("id=\"write\""));
    let stranger = Caller::signed_in(&world, "loku.thuongtruc").await;
    assert_eq!(stranger.get(&path("2025")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(clerk.get("/indices/khong-co").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_demo_shows_an_inspection_grades_indices_and_a_term_marked_as_samples() {
    let world = crate::world::world_with_units().await;
    let office = Caller::signed_in(&world, "loku.thuongtruc").await;
    let list = office.get("/inspections").await.text();
    assert!(list.contains("Kiểm tra việc thực hiện phong trào thi đua 6 tháng đầu năm (minh họa)"), "{list}");
    let own = ids(&world, "Ủy ban nhân dân xã Lơ Ku").await;
    let village = world.app.store().children_now(&own.unit).await.expect("read");
    let village = village.into_iter().find(|unit| unit.name == "Làng minh họa 1").expect("a village").id;
    let sheet = office.get(&format!("/grades/units/{village}?year=2022")).await.text();
    crate::every_page::is_sound(&sheet, "grades");
    for shown in ["512/QĐ-UBND (minh họa)", "Kết luận 61/KL-UBND (minh họa)", "Đã khắc phục", "Số liệu minh họa"]
    {
        assert!(sheet.contains(shown), "{shown}: {sheet}");
    }
    assert!(sheet.contains("+8,11%"), "it had reported more than was found: {sheet}");
    let head = Caller::signed_in(&world, "binhson.thutruong").await;
    let table = head.get("/indices?year=2024").await.text();
    assert!(table.contains("88,15") && table.contains("Số liệu minh họa"), "{table}");
    let terms = head.get("/terms").await.text();
    assert!(terms.contains("Nhiệm kỳ 2020 - 2025 (minh họa)") && terms.contains("Số liệu minh họa"), "{terms}");
    let term = terms.split("href=\"/terms/").nth(1).and_then(|rest| rest.split('"').next()).expect("the term");
    let term = head.get(&format!("/terms/{term}")).await.text();
    crate::every_page::is_sound(&term, "terms");
    assert!(term.contains("94,3") && term.contains("14.487"), "levels and sums: {term}");
}
