//! The papers of an award: of a nomination, a round, what is sent upward, a decision, a complaint, the statistics.

use crate::decisions::{drafted, id_of, issue, nominated, scene};
use crate::forms::{kept_from, taken};
use crate::nominations::{nominate, round};
use crate::registrations::form;
use crate::world::{Caller, world_with_units};
use axum::http::StatusCode;
use thidua_domain::nominations::State;

#[tokio::test]
async fn a_unit_takes_report_minutes_and_submission_from_its_nomination_and_the_list_from_the_round() {
    let it = round().await;
    let id = nominate(&it, "LDTT", "Nguyễn Thị Lan").await;
    let page = format!("/nominations/{id}");
    kept_from(&it.writer, &format!("{page}/forms/selection_minutes.docx")).await;
    let fields = [
        ("merit", "Dạy giỏi, dẫn dắt ba đồng nghiệp mới"),
        ("report", "Hoàn thành chương trình lớp 5A.\n- Sáu học sinh đạt giải cấp xã"),
        ("selection_for", "18"),
        ("selection_of", "20"),
        ("version", "1"),
    ];
    let written = it.writer.post(&page, &form(&fields)).await;
    assert_eq!(written.status, StatusCode::SEE_OTHER, "{}", written.text());
    let report = taken(&it.writer, &page, &page, "achievement_report", "").await;
    for says in ["BÁO CÁO", "Lao động tiên tiến", "năm 2024", "Nguyễn Thị Lan", "Sáu học sinh đạt giải cấp xã"]
    {
        assert!(report.contains(says), "{says}: {report}");
    }
    let minutes = taken(&it.writer, &page, &page, "selection_minutes", "").await;
    for says in ["Nguyễn Thị Lan", "90%", "20/…… người", "ngày … tháng … năm", "01 trường hợp"]
    {
        assert!(minutes.contains(says), "{says}: {minutes}");
    }
    let submission = taken(&it.writer, &page, &page, "submission", "").await;
    for says in [
        "TỜ TRÌNH",
        "Tổng kết năm 2024",
        "Chủ tịch Ủy ban nhân dân xã Lơ Ku",
        "18/20 (90%)",
        "Biên bản họp bình xét",
        "Luật Thi đua, khen thưởng",
    ] {
        assert!(submission.contains(says), "{says}: {submission}");
    }
    let nomination = it.world.app.store().nomination(&id).await.expect("read").expect("there");
    let board = format!("/award-rounds/{}", nomination.round_id);
    let list = taken(&it.writer, &board, &board, "nominee_list", "").await;
    assert!(list.contains("Nguyễn Thị Lan") && list.contains("Dạy giỏi"), "{list}");
    // a draft is the business of its unit: not on the list of the office, and no paper of it for anybody else
    let far = Caller::signed_in(&it.world, "binhson.thuongtruc").await;
    for who in [&it.neighbour, &far, &it.office] {
        kept_from(who, &format!("{page}/forms/achievement_report.docx")).await;
        kept_from(who, &format!("{page}/forms/submission.pdf")).await;
    }
    kept_from(&far, &format!("{board}/forms/nominee_list.xlsx")).await;
    for none in ["submission.xlsx", "receipt_list.pdf", "achievement_report", "none.docx"] {
        assert_eq!(it.writer.get(&format!("{page}/forms/{none}")).await.status, StatusCode::NOT_FOUND, "{none}");
    }
}

#[tokio::test]
async fn what_is_sent_upward_is_printed_with_its_number_and_addressee() {
    let it = scene().await;
    let simple = nominated(&it, "GK", "Đinh Thị Mẫu", Some(&it.person), State::Appraisal).await;
    let desk = format!("/decisions/rounds/{}", it.round);
    let draft = taken(&it.clerk, &desk, &desk, "submission", "").await;
    assert!(draft.contains("Đinh Thị Mẫu") && draft.contains("cấp có thẩm quyền"), "{draft}");
    let tick = format!("n-{simple}");
    let fields = [
        (tick.as_str(), "yes"),
        ("to", "Ủy ban nhân dân huyện Kbang"),
        ("number", "5/TTr-UBND"),
        ("sent_on", "05/01/2023"),
    ];
    let sent = it.clerk.post(&format!("{desk}/send"), &form(&fields)).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    let store = it.world.app.store();
    let way = store.submissions_of(std::slice::from_ref(&simple)).await.expect("read").remove(0);
    let page = format!("/submissions/{}", way.id);
    let submission = taken(&it.clerk, &page, &page, "submission", "").await;
    for says in ["05/TTr-UBND", "Ủy ban nhân dân huyện Kbang", "Đinh Thị Mẫu", "Thành tích GK", "GK thử"]
    {
        assert!(submission.contains(says), "{says}: {submission}");
    }
    let far = Caller::signed_in(&it.world, "binhson.thuongtruc").await;
    kept_from(&far, &format!("{page}/forms/submission.docx")).await;
    kept_from(&far, &format!("{desk}/forms/submission.docx")).await;
}

#[tokio::test]
async fn a_decision_brings_the_list_to_sign_in_the_order_of_the_ceremony_and_the_list_of_prizes() {
    let it = scene().await;
    let one = nominated(&it, "LDTT", "Đinh Thị Mẫu", Some(&it.person), State::Deciding).await;
    let two = nominated(&it, "GKX", "Bà Nguyễn Thị Hiền", None, State::Deciding).await;
    let id = drafted(&it, &[&one, &two], "30/12/2022").await;
    let page = format!("/decisions/{id}");
    let early = it.clerk.get(&format!("{page}/forms/receipt_list.pdf")).await;
    assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY, "nothing is handed over before it is decided");
    assert!(!it.clerk.get(&page).await.text().contains("forms/receipt_list"));
    let issued = issue(&it.head, &id, "10/QĐ-UBND", "30/12/2022", "1").await;
    assert_eq!(issued.status, StatusCode::SEE_OTHER, "{}", issued.text());
    let honours = it.world.app.store().honours_of_decision(&id).await.expect("read");
    let place = |name: &str, at: &'static str| {
        let honour = honours.iter().find(|one| one.whom.name.contains(name)).expect("there");
        (format!("place-{}", honour.id), at)
    };
    let order = [place("Hiền", "1"), place("Mẫu", "2")];
    let order: Vec<(&str, &str)> = order.iter().map(|(name, at)| (name.as_str(), *at)).collect();
    let ordered = it.clerk.post(&format!("{page}/certificates/order"), &form(&order)).await;
    assert_eq!(ordered.status, StatusCode::SEE_OTHER, "{}", ordered.text());
    let station = format!("{page}/certificates");
    let receipts = taken(&it.clerk, &station, &page, "receipt_list", "").await;
    let at = |name: &str| receipts.find(name).unwrap_or_else(|| panic!("{name}: {receipts}"));
    assert!(at("Bà Nguyễn Thị Hiền") < at("Đinh Thị Mẫu"), "the order of the ceremony: {receipts}");
    assert!(receipts.contains("10/QĐ-UBND") && receipts.contains("GKX thử"), "{receipts}");
    let prizes = taken(&it.clerk, &page, &page, "prize_list", "").await;
    // 0,15 × 1.490.000 = 223.500, rounded up to tens of thousands
    for says in ["1.490.000", "0,15", "230.000", "Quỹ thi đua, khen thưởng của Ủy ban nhân dân xã Lơ Ku", "Kế toán"]
    {
        assert!(prizes.to_lowercase().contains(&says.to_lowercase()), "{says}: {prizes}");
    }
    for login in ["loku.xem", "binhson.thuongtruc"] {
        let other = Caller::signed_in(&it.world, login).await;
        kept_from(&other, &format!("{page}/forms/prize_list.xlsx")).await;
        kept_from(&other, &format!("{page}/forms/receipt_list.docx")).await;
    }

    // a complaint is answered once it has ended
    let complaint = [("from", "Ông Lê Văn Thắc"), ("says", "Kê khai không đúng"), ("received_on", "06/02/2023")];
    let path = format!("/complaints/about/honour/{}", honours[0].id);
    let taken_in = it.clerk.post(&path, &form(&complaint)).await;
    assert_eq!(taken_in.status, StatusCode::SEE_OTHER, "{}", taken_in.text());
    let all = it.world.app.store().complaints_about(&honours[0].id).await.expect("read");
    let case = format!("/complaints/{}", all[0].id);
    kept_from(&it.clerk, &format!("{case}/forms/complaint_reply.docx")).await;
    let fields =
        [("to", "rejected"), ("day", "10/02/2023"), ("outcome", "Không có căn cứ thụ lý"), ("version", "1")];
    let ended = it.clerk.post(&case, &form(&fields)).await;
    assert_eq!(ended.status, StatusCode::SEE_OTHER, "{}", ended.text());
    let reply = taken(&it.clerk, &case, &case, "complaint_reply", "").await;
    for says in ["Ông Lê Văn Thắc", "06/02/2023", "Kê khai không đúng", "Không có căn cứ thụ lý"] {
        assert!(reply.contains(says), "{says}: {reply}");
    }
    let far = Caller::signed_in(&it.world, "binhson.thuongtruc").await;
    kept_from(&far, &format!("{case}/forms/complaint_reply.docx")).await;
    assert_eq!(id_of(&case), all[0].id);
}

#[tokio::test]
async fn the_yearly_forms_go_out_as_paper_with_their_number() {
    let world = world_with_units().await;
    let office = Caller::signed_in(&world, "lyson.thuongtruc").await;
    let page = "/statistics?year=2022";
    for (form, says) in [
        ("0601", ["0601.N/BNV-TĐKT", "Phong trào thi đua", "15/12/2022"]),
        ("0603", ["0603.N/BNV-TĐKT", "Thông tư 02/2023/TT-BNV", "Năm 2022"]),
    ] {
        let query = format!("?form={form}&year=2022");
        let said = taken(&office, page, "/statistics", "statistics_table", &query).await;
        for one in says {
            assert!(said.to_lowercase().contains(&one.to_lowercase()), "{one}: {said}");
        }
        assert!(said.contains("Tổng số"), "{said}");
    }
    let none = office.get("/statistics/forms/statistics_table.pdf?form=none&year=2022").await;
    assert_eq!(none.status, StatusCode::NOT_FOUND);
}
