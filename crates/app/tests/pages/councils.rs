//! Councils and staff renewed by dated decisions: composition on any day, changes, findings.

use crate::regulations::identifier;
use crate::units::form;
use crate::world::{Caller, world};
use axum::http::StatusCode;

/// Adds a body; its identifier.
pub async fn add(clerk: &Caller, name: &str) -> String {
    let answer = clerk.post("/councils", &form(&[("kind", "emulation-council"), ("name", name)])).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    identifier(&answer.location)
}

fn decision(version: &str, number: &str, from: &str, members: &str) -> String {
    form(&[("version", version), ("number", number), ("from", from), ("members", members)])
}

const FIRST: &str = "Chủ tịch; Nguyễn Văn Một; Chủ tịch UBND; UBND xã; ; 30/6/2023\n\
                     Phó Chủ tịch; Trần Thị Hai; Chủ tịch MTTQ\nỦy viên; Lê Ba";

#[tokio::test]
async fn a_council_is_consolidated_by_dated_decisions_and_its_composition_is_known_on_any_day() {
    let world = world().await;
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    assert!(clerk.get("/councils").await.text().contains("Chưa ghi hội đồng, tổ nào"));
    let id = add(&clerk, "Hội đồng Thi đua - Khen thưởng xã Lơ Ku").await;
    let path = format!("/councils/{id}");
    assert!(clerk.get(&path).await.text().contains("Không có quyết định nào đang có hiệu lực"));
    let office = clerk.get("/office").await.text();
    assert!(office.contains("href=\"/councils?show=faults\" class=\"due-late\">1</a>"));
    assert!(office.contains(&format!("href=\"{path}\"")), "the red item leads to the body");

    let decide = format!("{path}/decisions");
    let first = clerk.post(&decide, &decision("0", "15/QĐ-UBND", "10/01/2022", FIRST)).await;
    assert_eq!(first.status, StatusCode::SEE_OTHER, "{}", first.text());
    let page = clerk.get(&path).await.text();
    assert!(
        page.contains("Chưa có người đứng đầu")
            && page.contains("Nguyễn Văn Một đã thôi tham gia từ sau ngày 30/6/2023")
    );
    let renewed = "Chủ tịch; Trần Thị Hai; Bí thư\nỦy viên, Thư ký; Phạm Tư; Văn phòng - Thống kê\nỦy viên; Lê Ba";
    let second = clerk.post(&decide, &decision("1", "40/QĐ-UBND", "01/8/2023", renewed)).await;
    assert_eq!(second.status, StatusCode::SEE_OTHER, "{}", second.text());
    for (day, in_it, not_in_it) in [
        ("10/01/2022", "<th scope=\"row\">Nguyễn Văn Một</th>", "<th scope=\"row\">Phạm Tư</th>"),
        ("01/7/2023", "<th scope=\"row\">Trần Thị Hai</th>", "<th scope=\"row\">Nguyễn Văn Một</th>"),
        ("01/8/2023", "<th scope=\"row\">Phạm Tư</th>", "<th scope=\"row\">Nguyễn Văn Một</th>"),
        ("09/01/2022", "Không có quyết định nào có hiệu lực vào ngày này", "<th scope=\"row\">Lê Ba</th>"),
    ] {
        let page = clerk.get(&format!("{path}?at={day}")).await.text();
        assert!(page.contains(in_it) && !page.contains(not_in_it), "{day}: {page}");
    }
    let page = clerk.get(&path).await.text();
    assert!(
        page.contains("<strong>Vào</strong>: Phạm Tư") && page.contains("<strong>Thôi</strong>: Nguyễn Văn Một")
    );
    assert!(page.contains("Trần Thị Hai (Phó Chủ tịch → Chủ tịch)"));
    assert!(!page.contains("id=\"findings\""), "nothing is the matter any more");
    let office = clerk.get("/office").await.text();
    assert!(office.contains("href=\"/councils?show=faults\">0</a>"));

    let same_day = clerk.post(&decide, &decision("2", "41/QĐ-UBND", "01/8/2023", renewed)).await;
    assert_eq!(same_day.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(same_day.text().contains("Đã có quyết định khác bắt đầu từ ngày này (40/QĐ-UBND)"));
    let two = format!("{renewed}\nChủ tịch; Người Năm");
    assert_eq!(
        clerk.post(&decide, &decision("2", "50/QĐ-UBND", "01/01/2024", &two)).await.status,
        StatusCode::SEE_OTHER
    );
    let page = clerk.get("/councils?show=faults").await.text();
    assert!(page.contains("Có 2 người đứng đầu cùng lúc: Trần Thị Hai, Người Năm"), "{page}");
    let log = Caller::signed_in(&world, "quan-tri").await.get("/audit").await.text();
    assert!(log.contains("ghi quyết định kiện toàn") && log.contains("thêm hội đồng, tổ"));
}

#[tokio::test]
async fn the_second_of_two_editors_sees_the_list_of_the_first_and_strangers_see_nothing() {
    let world = world().await;
    let clerk = Caller::signed_in(&world, "loku.thuongtruc").await;
    let id = add(&clerk, "Hội đồng").await;
    let (path, decide) = (format!("/councils/{id}"), format!("/councils/{id}/decisions"));
    assert_eq!(
        clerk.post(&decide, &decision("0", "1/QĐ", "10/01/2022", FIRST)).await.status,
        StatusCode::SEE_OTHER
    );
    let late = clerk.post(&decide, &decision("0", "2/QĐ", "10/01/2024", "Chủ tịch; Người Khác")).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    let page = late.text();
    assert!(
        page.contains("Hiện đang ghi: Phó Chủ tịch; Trần Thị Hai")
            && page.contains(">Chủ tịch; Người Khác</textarea>")
    );
    assert!(page.contains("name=\"version\" value=\"1\""));
    let wrong = clerk.post(&decide, &decision("1", "", "10/01/2024", "Ông; Một\nỦy viên")).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = wrong.text();
    assert!(page.contains("Dòng 1: không hiểu chức danh “Ông”") && page.contains("Dòng 2: thiếu họ và tên"));

    let stranger = Caller::signed_in(&world, "binhson.thuongtruc").await;
    assert_eq!(stranger.get(&path).await.status, StatusCode::NOT_FOUND);
    assert_eq!(
        stranger.post(&decide, &decision("1", "x", "10/01/2024", FIRST)).await.status,
        StatusCode::NOT_FOUND
    );
    assert!(!stranger.get("/councils").await.text().contains(&id));
    let member = Caller::signed_in(&world, "loku.hoidong").await;
    assert_eq!(member.get(&path).await.status, StatusCode::OK);
    assert_eq!(member.post(&decide, &decision("1", "x", "10/01/2024", FIRST)).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn the_body_of_a_unit_that_ended_is_found() {
    let world = world().await;
    // the districts ended on 30 June 2025
    let clerk = Caller::signed_in(&world, "binhson.thuongtruc").await;
    let id = add(&clerk, "Hội đồng Thi đua - Khen thưởng huyện Bình Sơn").await;
    let page = clerk.get(&format!("/councils/{id}")).await.text();
    assert!(page.contains("Đơn vị đã kết thúc ngày 30/6/2025"), "{page}");
}
