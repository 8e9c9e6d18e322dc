//! What stays once something was granted: who drew it up, the round, what a nomination leads to; complaints about one.

use crate::decisions::{drafted, issue, nominated, scene};
use crate::registrations::form;
use crate::world::Caller;
use axum::http::StatusCode;
use thidua_domain::nominations::State;

#[tokio::test]
async fn who_drew_a_decision_up_stands_beside_who_issued_it() {
    let scene = scene().await;
    let it = nominated(&scene, "GKX", "Bà Nguyễn Thị Hiền", None, State::Deciding).await;
    let id = drafted(&scene, &[&it], "30/12/2022").await;
    let store = scene.world.app.store();
    let clerk = store.decision(&id).await.expect("read").expect("there").account_name;
    let answer = issue(&scene.head, &id, "10/QĐ-UBND", "30/12/2022", "1").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let head = store.decision(&id).await.expect("read").expect("there").account_name;
    assert_ne!(clerk, head);
    let page = scene.clerk.get(&format!("/decisions/{id}")).await.text();
    assert!(page.contains(&format!("<dt>Người lập</dt><dd>{clerk}</dd>")), "{page}");
    assert!(page.contains(&format!("<dt>Người ban hành</dt><dd>{head}, ")), "{page}");
}

#[tokio::test]
async fn a_round_of_which_something_was_granted_keeps_its_period_and_occasion() {
    let scene = scene().await;
    let it = nominated(&scene, "GKX", "Bà Nguyễn Thị Hiền", None, State::Deciding).await;
    let path = format!("/award-rounds/{}", scene.round);
    let correct = async |name: &str, (from, to): (&str, &str), occasion: &str, closed: &str| {
        let version =
            scene.world.app.store().award_round(&scene.round).await.expect("read").expect("there").version;
        let fields = [
            ("name", name),
            ("occasion", occasion),
            ("movement", ""),
            ("from", from),
            ("to", to),
            ("closed_on", closed),
            ("version", &version.to_string()),
        ];
        scene.clerk.post(&path, &form(&fields)).await
    };
    let year = ("01/01/2022", "31/12/2022");
    for (closed, says) in
        [("01/01/2099", "Ngày này chưa đến"), ("31/12/2021", "trước ngày đầu của thời gian thành tích")]
    {
        let refused = correct("Tổng kết", year, "regular", closed).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{closed}");
        assert!(refused.text().contains(says), "{closed}: {}", refused.text());
    }
    let free = correct("Tổng kết", ("01/01/2022", "30/12/2022"), "regular", "").await;
    assert_eq!(free.status, StatusCode::SEE_OTHER, "{}", free.text());
    let back = correct("Tổng kết", year, "regular", "").await;
    assert_eq!(back.status, StatusCode::SEE_OTHER, "{}", back.text());
    let decided = drafted(&scene, &[&it], "30/12/2022").await;
    for issued in [false, true] {
        if issued {
            let answer = issue(&scene.head, &decided, "10/QĐ-UBND", "30/12/2022", "1").await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
        }
        for (days, occasion) in [(("01/01/2021", "31/12/2021"), "regular"), (year, "sudden")] {
            let refused = correct("Tổng kết", days, occasion, "").await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{issued} {days:?} {occasion}");
            assert!(refused.text().contains("Đã có đề nghị được khen thưởng"), "{}", refused.text());
        }
    }
    let closed = correct("Tổng kết năm 2022 của xã", year, "regular", "31/12/2022").await;
    assert_eq!(
        closed.status,
        StatusCode::SEE_OTHER,
        "its name and its end may still be written: {}",
        closed.text()
    );
}

#[tokio::test]
async fn a_granted_nomination_leads_to_its_decision_and_honour_with_their_money() {
    let scene = scene().await;
    let it = nominated(&scene, "GKX", "Bà Nguyễn Thị Hiền", None, State::Deciding).await;
    let address = format!("/nominations/{it}");
    assert!(scene.clerk.get(&address).await.text().contains("Tiền thưởng theo luật nếu được khen"));
    let id = drafted(&scene, &[&it], "30/12/2022").await;
    let answer = issue(&scene.head, &id, "10/QĐ-UBND", "30/12/2022", "1").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let honour = scene.world.app.store().honours_of_decision(&id).await.expect("read").remove(0).id;
    let page = scene.clerk.get(&address).await.text();
    assert!(page.contains(&format!(r#"<a href="/decisions/{id}">10/QĐ-UBND</a>"#)), "{page}");
    assert!(page.contains(&format!(r#"<a href="/honours/{honour}">"#)), "{page}");
    assert!(page.contains("<dt>Tiền thưởng theo quyết định</dt><dd>0,15 × 1.490.000 = 230.000</dd>"), "{page}");
    assert!(!page.contains("nếu được khen"), "no forecast any more: {page}");
}

#[tokio::test]
async fn a_complaint_about_a_nomination_is_taken_in_on_its_page() {
    let scene = scene().await;
    let it = nominated(&scene, "GKX", "Bà Nguyễn Thị Hiền", None, State::Appraisal).await;
    let address = format!("/nominations/{it}");
    let action = format!(r#"action="/complaints/about/nomination/{it}""#);
    let viewer = Caller::signed_in(&scene.world, "loku.xem").await;
    assert!(!viewer.get(&address).await.text().contains(&action), "not for who only looks");
    assert!(scene.clerk.get(&address).await.text().contains(&action));
    let complaint =
        form(&[("from", "Ông Lê Văn Thắc"), ("says", "Kê khai không đúng"), ("received_on", "06/02/2023")]);
    let taken = scene.clerk.post(&format!("/complaints/about/nomination/{it}"), &complaint).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.text());
    assert!(scene.clerk.get(&address).await.text().contains("Ông Lê Văn Thắc</a>"), "it stands on the page");
}
