//! What stands in the way of a decision: its day, the title below, what was voted down, what somebody has already, an open
//! complaint; and who may revoke.

use crate::decisions::{drafted, issue, nominated, scene};
use crate::meetings::{COUNCIL, OWN_RULE, UNIT, meeting, post, proposed, sheets};
use crate::registrations::form;
use crate::world::Caller;
use axum::http::StatusCode;
use thidua_domain::nominations::State;

#[tokio::test]
async fn a_decision_is_not_older_than_its_dossiers_and_a_title_is_given_once_a_year() {
    let scene = scene().await;
    let one = nominated(&scene, "LDTT", "Đinh Thị Mẫu", Some(&scene.person), State::Deciding).await;
    let id = drafted(&scene, &[&one], "30/12/2022").await;
    for early in ["15/03/2021", "30/11/2022"] {
        let refused = issue(&scene.head, &id, "10/QĐ-UBND", early, "1").await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{early}");
        assert!(refused.text().contains("Không trước ngày 01/12/2022"), "{}", refused.text());
    }
    assert_eq!(issue(&scene.head, &id, "10/QĐ-UBND", "30/12/2022", "1").await.status, StatusCode::SEE_OTHER);
    let again = nominated(&scene, "LDTT", "Đinh Thị Mẫu", Some(&scene.person), State::Deciding).await;
    let second = drafted(&scene, &[&again], "31/12/2022").await;
    let refused = issue(&scene.head, &second, "11/QĐ-UBND", "31/12/2022", "1").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("năm 2022 (10/QĐ-UBND)"), "{}", refused.text());
    // a letter that goes up is not older than the dossier either
    let up = nominated(&scene, "GK", "Đinh Thị Mẫu", Some(&scene.person), State::Appraisal).await;
    let tick = format!("n-{up}");
    let send =
        form(&[(tick.as_str(), "yes"), ("to", "UBND huyện"), ("number", "5/TTr-UBND"), ("sent_on", "01/01/2022")]);
    let refused = scene.clerk.post(&format!("/decisions/rounds/{}/send", scene.round), &send).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("Không trước ngày nhận hồ sơ 01/12/2022"), "{}", refused.text());
}

#[tokio::test]
async fn a_title_rests_on_the_one_below_only_while_that_stands() {
    let scene = scene().await;
    let store = scene.world.app.store();
    let lower = nominated(&scene, "LDTT", "Đinh Thị Mẫu", Some(&scene.person), State::Deciding).await;
    let higher = nominated(&scene, "CSTDCS", "Đinh Thị Mẫu", Some(&scene.person), State::Appraisal).await;
    let rests = async || {
        let judged = scene.clerk.post(&format!("/nominations/{higher}/judge"), "").await;
        assert_eq!(judged.status, StatusCode::SEE_OTHER, "{}", judged.text());
        let it = store.nomination(&higher).await.expect("read").expect("there");
        it.judged.expect("judged").told.contains("Lao động tiên tiến năm 2022")
    };
    assert!(rests().await, "proposed beside it");
    let id = drafted(&scene, &[&lower], "30/12/2022").await;
    assert_eq!(issue(&scene.head, &id, "10/QĐ-UBND", "30/12/2022", "1").await.status, StatusCode::SEE_OTHER);
    assert!(rests().await, "granted");
    let honour = store.honours_of_decision(&id).await.expect("read").remove(0);
    let tick = format!("n-{}", honour.id);
    let fields = form(&[
        (tick.as_str(), "yes"),
        ("ground", "93.2.a"),
        ("reason", "Gian dối"),
        ("conclusion", "Kết luận số 1"),
        ("from", "01/02/2022"),
        ("to", "01/03/2022"),
        ("proposed", "yes"),
        ("confirmed", "yes"),
        ("version", "1"),
    ]);
    let drafted = scene.clerk.post(&format!("/decisions/{id}/revoke"), &fields).await;
    assert_eq!(drafted.status, StatusCode::SEE_OTHER, "{}", drafted.text());
    let revocation = crate::decisions::id_of(&drafted.location);
    let early = issue(&scene.head, &revocation, "12/QĐ-UBND", "29/12/2022", "1").await;
    assert!(early.text().contains("Không trước ngày 30/12/2022"), "{}", early.text());
    let revoked = issue(&scene.head, &revocation, "12/QĐ-UBND", "15/01/2023", "1").await;
    assert_eq!(revoked.status, StatusCode::SEE_OTHER, "{}", revoked.text());
    assert!(!rests().await, "what was revoked carries nothing");
}

#[tokio::test]
async fn an_open_complaint_is_never_read_as_nothing_open() {
    let scene = scene().await;
    let id = nominated(&scene, "LDTT", "Đinh Thị Mẫu", Some(&scene.person), State::Appraisal).await;
    let fields =
        form(&[("says", "Khiếu nại về thành tích"), ("from", "Một người dân"), ("received_on", "15/01/2023")]);
    let taken = scene.clerk.post(&format!("/complaints/about/nomination/{id}"), &fields).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.text());
    assert_eq!(scene.clerk.post(&format!("/nominations/{id}/judge"), "").await.status, StatusCode::SEE_OTHER);
    let it = scene.world.app.store().nomination(&id).await.expect("read").expect("there");
    let told = it.judged.expect("judged").told;
    assert!(!told.contains("Không có vụ việc nào đang xem xét"), "{told}");
    assert!(told.contains("từ ngày 15/01/2023"), "{told}");
}

#[tokio::test]
async fn a_dossier_does_not_slip_away_from_under_its_vote_and_is_not_proposed_again_after_it() {
    let it = meeting(COUNCIL, &[proposed("Nguyễn Thị Mẫu", UNIT, "Báo cáo")]).await;
    let (clerk, path) = (&it.clerk, it.path.as_str());
    let nomination = &it.nominations[0];
    assert_eq!(post(clerk, path, "rules", &OWN_RULE).await.status, StatusCode::SEE_OTHER);
    assert_eq!(post(clerk, path, "open", &[]).await.status, StatusCode::SEE_OTHER);
    let store = it.world.app.store();
    let now = async || store.nomination(nomination).await.expect("read").expect("there");
    let version = now().await.version.to_string();
    for (to, reason) in [("withdrawn", "sẽ trượt"), ("appraisal", "")] {
        let step = form(&[("to", to), ("reason", reason), ("version", &version)]);
        let refused = clerk.post(&format!("/nominations/{nomination}/step"), &step).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{to}");
        assert!(refused.text().contains("Hội đồng đang bỏ phiếu"), "{}", refused.text());
    }
    let other = Caller::signed_in(&it.world, "loku.hoidong").await;
    for teller in [clerk, &other] {
        let typed = teller.post(&format!("{path}/count"), &sheets(&[[5, 5, 5, 0, 1, 4]], &["0"])).await;
        assert_eq!(typed.status, StatusCode::SEE_OTHER, "{}", typed.text());
    }
    assert_eq!(post(clerk, path, "close", &[]).await.status, StatusCode::SEE_OTHER);
    let it_now = now().await;
    let step =
        form(&[("to", "withdrawn"), ("reason", "không thông qua"), ("version", &it_now.version.to_string())]);
    let withdrawn = clerk.post(&format!("/nominations/{nomination}/step"), &step).await;
    assert_eq!(withdrawn.status, StatusCode::SEE_OTHER, "{}", withdrawn.text());
    let fields =
        form(&[("unit", it.own.unit.as_str()), ("award", "LDTT"), ("name", "Nguyễn Thị Mẫu"), ("merit", "Như cũ")]);
    let again = clerk.post(&format!("/award-rounds/{}/nominations", it_now.round_id), &fields).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.text().contains("Hội đồng đã không thông qua"), "{}", again.text());
}

#[tokio::test]
async fn whoever_corrected_a_draft_last_does_not_issue_it() {
    let scene = scene().await;
    let one = nominated(&scene, "LDTT", "Đinh Thị Mẫu", Some(&scene.person), State::Deciding).await;
    let id = drafted(&scene, &[&one], "30/12/2022").await;
    let tick = format!("n-{one}");
    let correct = |title: &str, version: &str| {
        let fields = [
            ("title", title),
            ("day", "30/12/2022"),
            ("signer_title", "Chủ tịch"),
            ("signer_name", "Nguyễn Văn Ký"),
            ("bases", "Luật"),
            ("version", version),
            (tick.as_str(), "yes"),
        ];
        form(&fields)
    };
    let path = format!("/decisions/{id}");
    // the head rewrites the clerk's draft: nobody else has seen what would be issued
    let own = scene.head.post(&path, &correct("Khen thưởng theo ý thủ trưởng", "1")).await;
    assert_eq!(own.status, StatusCode::SEE_OTHER, "{}", own.text());
    let refused = issue(&scene.head, &id, "10/QĐ-UBND", "30/12/2022", "2").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("lập hoặc sửa dự thảo này lần cuối"), "{}", refused.text());
    let seen = scene.clerk.post(&path, &correct("Khen thưởng tổng kết năm 2022", "2")).await;
    assert_eq!(seen.status, StatusCode::SEE_OTHER, "{}", seen.text());
    let issued = issue(&scene.head, &id, "10/QĐ-UBND", "30/12/2022", "3").await;
    assert_eq!(issued.status, StatusCode::SEE_OTHER, "{}", issued.text());
}
