//! The papers of a movement: targets that were assigned, the consolidated report, the preliminary review, exemplars, the
//! decision on an inspection.

use crate::forms::{kept_from, taken};
use crate::inspections::{LO_KU, add_place, draw_up};
use crate::recognitions::recognise;
use crate::registrations::form;
use crate::reporting::{begin, luong_phong, open_rounds, put, round_of};
use crate::reviews::{complete, prepare};
use crate::tasks_around::around;
use crate::world::{Caller, ids, world};
use axum::http::StatusCode;
use thidua_domain::periods::Period;

#[tokio::test]
async fn targets_that_were_assigned_and_reports_that_came_back_are_one_paper_each() {
    let w = luong_phong().await;
    let assign = format!("/movements/{}/assign", w.own.movement);
    let early = w.clerk.get(&format!("{assign}/forms/target_assignment.docx")).await;
    assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(early.text().contains("Chưa giao chỉ tiêu cho đơn vị nào"), "{}", early.text());
    let names = [format!("value-{}", w.dong_id), format!("value-{}", w.doai_id)];
    let seen = [format!("seen-{}", w.dong_id), format!("seen-{}", w.doai_id)];
    let fields = [
        ("do", "assign"),
        ("method", "sum"),
        ("document", "2200/QĐ-UBND"),
        ("dated", "26/12/2023"),
        (names[0].as_str(), "1000"),
        (names[1].as_str(), "768"),
        (seen[0].as_str(), "0"),
        (seen[1].as_str(), "0"),
    ];
    let given = w.clerk.post(&format!("/targets/{}/assign", w.budget), &form(&fields)).await;
    assert_eq!(given.status, StatusCode::SEE_OTHER, "{}", given.text());
    let decision = taken(&w.clerk, &assign, &assign, "target_assignment", "").await;
    for says in [
        "QUYẾT ĐỊNH",
        "Thôn Đông",
        "Thôn Đoài",
        "1.000",
        "768",
        "02 đơn vị",
        "Kế hoạch số",
        "Như Điều 3",
        "CHỦ TỊCH",
    ] {
        assert!(decision.contains(says), "{says}: {decision}");
    }

    open_rounds(&w.clerk, &w.own.movement, &[("H1", "05/7/2024")]).await;
    let round = round_of(&w.world, &w.own.movement, Period::FirstHalf).await;
    let forms = format!("/rounds/{round}/forms");
    let nothing = w.clerk.get(&format!("{forms}/consolidated_report.pdf")).await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY, "nothing was accepted yet");
    let report = begin(&w.dong, &round).await;
    let value = format!("v-{}", w.budget);
    let fields = [(value.as_str(), "500,5"), ("all-dated", "30/6/2024"), ("all-source", "Sổ thu")];
    let sent = put(&w.world, &w.dong, &report, "/send", &fields).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    let accepted = put(&w.world, &w.clerk, &report, "/decide", &[("to", "accepted")]).await;
    assert_eq!(accepted.status, StatusCode::SEE_OTHER, "{}", accepted.text());
    let page = format!("/rounds/{round}/consolidation");
    let report = taken(&w.clerk, &page, &format!("/rounds/{round}"), "consolidated_report", "").await;
    for says in ["BÁO CÁO", "01/02 đơn vị", "Thôn Đông", "Thôn Đoài", "500,5", "Cộng", "6 tháng đầu năm 2024"]
    {
        assert!(report.contains(says), "{says}: {report}");
    }
    let far = Caller::signed_in(&w.world, "binhson.thuongtruc").await;
    for who in [&w.dong, &far] {
        kept_from(who, &format!("{forms}/consolidated_report.docx")).await;
        kept_from(who, &format!("{assign}/forms/target_assignment.docx")).await;
    }
}

#[tokio::test]
async fn a_preliminary_review_and_an_exemplar_are_printed_from_what_was_written() {
    let world = world().await;
    let own = ids(&world, "Sở Nội vụ tỉnh Hà Tĩnh").await;
    let clerk = Caller::signed_in(&world, "hatinh.thuongtruc").await;
    let up = prepare(&clerk, &own.movement, "preliminary").await;
    complete(&world, &clerk, &up, "10/7/2022").await;
    let review = taken(&clerk, &up, &up, "preliminary_review", "").await;
    for says in ["BÁO CÁO", "Phong trào có chuyển biến", "Giao chỉ tiêu sớm", "6 tháng đầu năm 2022"]
    {
        assert!(review.contains(says), "{says}: {review}");
    }
    let last = prepare(&clerk, &own.movement, "final").await;
    assert!(!clerk.get(&last).await.text().contains("forms/preliminary_review"));
    kept_from(&clerk, &format!("{last}/forms/preliminary_review.docx")).await;

    let id = recognise(&clerk, &own.movement, "Bà Nguyễn Thị Mẫu").await;
    let page = format!("/recognitions/{id}");
    let profile = taken(&clerk, &page, &page, "exemplar_profile", "").await;
    for says in
        ["Bà Nguyễn Thị Mẫu", "Hiến 200 m² đất làm đường", "Chủ tịch Ủy ban nhân dân biểu dương ngày 07/3/2022"]
    {
        assert!(profile.contains(says), "{says}: {profile}");
    }
    let far = Caller::signed_in(&world, "binhson.thuongtruc").await;
    kept_from(&far, &format!("{up}/forms/preliminary_review.docx")).await;
    kept_from(&far, &format!("{page}/forms/exemplar_profile.pdf")).await;
}

#[tokio::test]
async fn an_inspection_prints_its_decision_for_who_sees_the_whole() {
    let it = around("loku", LO_KU).await;
    let id = draw_up(&it.office, &it.own.movement, &[]).await;
    add_place(&it.world, &it.office, &id, &format!("unit:{}", it.village)).await;
    let page = format!("/inspections/{id}");
    let decision = taken(&it.office, &page, &page, "inspection_decision", "").await;
    for says in [
        "Về việc kiểm tra 6 tháng đầu năm",
        "Kế hoạch số 52/KH-UBND ngày 20/6/2022",
        "Trần Thị Một, Phó Chủ tịch UBND xã - Trưởng đoàn",
        "Thôn An Phú",
        "từ ngày 01/7/2022 đến ngày 15/7/2022",
        "Ký kết giao ước thi đua",
    ] {
        assert!(decision.contains(says), "{says}: {decision}");
    }
    let far = Caller::signed_in(&it.world, "binhson.thuongtruc").await;
    for who in [&it.villager, &far] {
        kept_from(who, &format!("{page}/forms/inspection_decision.docx")).await;
    }
}
