//! The fund pays what was decided above as it pays what was decided here.

use crate::decisions::{Scene, nominated, scene};
use crate::registrations::form;
use axum::http::StatusCode;
use thidua_domain::nominations::State;

/// An honour that the authority above granted; this one pays its money, or does not.
pub async fn granted_above(scene: &Scene, nomination: &str, pays: bool) -> String {
    let path = format!("/decisions/rounds/{}/send", scene.round);
    let it = scene.world.app.store().nomination(nomination).await.expect("read").expect("there");
    let after =
        |days| (it.received_on.expect("a day") + chrono::Duration::days(days)).format("%d/%m/%Y").to_string();
    let (sent_on, granted_on) = (after(35), after(50));
    let tick = format!("n-{nomination}");
    let send = form(&[
        (tick.as_str(), "yes"),
        ("to", "Ủy ban nhân dân huyện Kbang"),
        ("number", "5/TTr-UBND"),
        ("sent_on", &sent_on),
    ]);
    let sent = scene.clerk.post(&path, &send).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    let store = scene.world.app.store();
    let way = store.submissions_of(&[nomination.to_owned()]).await.expect("read").remove(0);
    let mut fields = vec![
        ("state", "granted"),
        ("day", &granted_on),
        ("number", "77/QĐ-UBND"),
        ("issuer", "Ủy ban nhân dân huyện Kbang"),
        ("says", ""),
        ("version", "1"),
    ];
    fields.extend(pays.then_some(("pays", "yes")));
    let granted = scene.clerk.post(&format!("/submissions/{}", way.id), &form(&fields)).await;
    assert_eq!(granted.status, StatusCode::SEE_OTHER, "{}", granted.text());
    store.submission(&way.id).await.expect("read").expect("there").honour_id.expect("an honour")
}

#[tokio::test]
async fn an_award_decided_above_is_owed_and_paid_where_this_authority_pays() {
    let scene = scene().await;
    let here = nominated(&scene, "GK", "Đinh Thị Mẫu", Some(&scene.person), State::Appraisal).await;
    let there = nominated(&scene, "GK", "Bà Nguyễn Thị Hiền", None, State::Appraisal).await;
    let honour = granted_above(&scene, &here, true).await;
    granted_above(&scene, &there, false).await;
    let store = scene.world.app.store();
    let due = store.honour(&honour).await.expect("read").expect("there").paid.expect("money").amount;
    let page = scene.clerk.get("/fund?year=2023").await.text();
    let row = format!(r#"<a href="/honours/{honour}">77/QĐ-UBND</a>"#);
    assert!(page.contains(&row), "{page}");
    assert!(page.contains("của Ủy ban nhân dân huyện Kbang (khen thưởng Đinh Thị Mẫu)"), "{page}");
    assert!(!page.contains("Bà Nguyễn Thị Hiền"), "whom another authority pays is not owed here: {page}");
    assert!(page.contains(&format!(r#"<option value="{honour}""#)), "{page}");
    let owed =
        |page: &str, amount: &str| page.contains(&format!("<dt>Đã quyết định, chưa chi</dt><dd>{amount}</dd>"));
    assert!(!owed(&page, "0"), "{page}");
    let pay = |amount: i64| {
        form(&[
            ("version", "2023"),
            ("kind", "payment"),
            ("amount", &amount.to_string()),
            ("dated", "31/01/2023"),
            ("says", "Chi tiền thưởng"),
            ("number", ""),
            ("decision", &honour),
        ])
    };
    let too_much = scene.clerk.post("/fund", &pay(due + 1)).await;
    assert_eq!(too_much.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(too_much.text().contains("Vượt số còn lại của quyết định"), "{}", too_much.text());
    let paid = scene.clerk.post("/fund", &pay(due)).await;
    assert_eq!(paid.status, StatusCode::SEE_OTHER, "{}", paid.text());
    assert_eq!(scene.clerk.post("/fund", &pay(1)).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(owed(&scene.clerk.get("/fund?year=2023").await.text(), "0"));
    let entry = store.fund_entries(&scene.own.unit, 2023).await.expect("read").remove(0);
    assert_eq!((entry.amount, entry.honour_id.as_deref()), (due, Some(honour.as_str())));
}
