//! The fund pays what was decided above as it pays what was decided here.

use crate::decisions::{Scene, drafted, id_of, issue, nominated, scene};
use crate::registrations::form;
use crate::world::Caller;
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

/// What stands under a label of the ledger: the link and its number.
fn in_ledger(page: &str, label: &str) -> String {
    let after = page.split(&format!("<dt>{label}</dt><dd>")).nth(1).unwrap_or_default();
    after.split("</a>").next().unwrap_or_default().to_owned()
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
        |page: &str, amount: &str| in_ledger(page, "Đã quyết định, chưa chi").ends_with(&format!(">{amount}"));
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

/// A revocation of an honour, issued by the head; what its draft says of the money.
/// A revocation of one honour, issued; and what its draft told.
pub async fn revoked(scene: &Scene, honour: &str, number: &str) -> (String, String) {
    let fields = form(&[
        ("ground", "93.2.d"),
        ("reason", "Vi phạm đã có kết luận"),
        ("conclusion", "Kết luận 1/KL ngày 05/4/2023"),
        ("violation_from", "01/3/2022"),
        ("violation_to", "02/3/2022"),
        ("proposed", "yes"),
        ("version", "1"),
    ]);
    let made = scene.clerk.post(&format!("/honours/{honour}/revoke"), &fields).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text());
    let id = id_of(&made.location);
    let drafted = scene.head.get(&format!("/decisions/{id}")).await.text();
    let issued = issue(&scene.head, &id, number, "10/5/2023", "1").await;
    assert_eq!(issued.status, StatusCode::SEE_OTHER, "{}", issued.text());
    (id, drafted)
}

fn money(kind: &str, amount: i64, dated: &str, by: &str) -> String {
    let year = dated.rsplit('/').next().expect("a year");
    form(&[
        ("version", year),
        ("kind", kind),
        ("amount", &amount.to_string()),
        ("dated", dated),
        ("says", "Tiền thưởng"),
        ("number", ""),
        ("decision", by),
    ])
}

#[tokio::test]
async fn only_what_was_paid_for_a_revoked_honour_is_to_be_recovered() {
    let scene = scene().await;
    let store = scene.world.app.store();
    let paid = nominated(&scene, "GKX", "Bà Nguyễn Thị Hiền", None, State::Deciding).await;
    let unpaid = nominated(&scene, "GKX", "Ông Lê Văn Cẩn", None, State::Deciding).await;
    let decided = drafted(&scene, &[&paid, &unpaid], "30/12/2022").await;
    let issued = issue(&scene.head, &decided, "10/QĐ-UBND", "30/12/2022", "1").await;
    assert_eq!(issued.status, StatusCode::SEE_OTHER, "{}", issued.text());
    let honours = store.honours_of_decision(&decided).await.expect("read");
    let each = honours[0].paid.as_ref().expect("money").amount;
    let pay = scene.clerk.post("/fund", &money("payment", each, "31/12/2022", &decided)).await;
    assert_eq!(pay.status, StatusCode::SEE_OTHER, "{}", pay.text());
    // one line of two is paid: revoking the other one takes no money back, nor is it owed any more
    let (first, told) = revoked(&scene, &honours[1].id, "11/QĐ-UBND").await;
    let none = "Không phải thu hồi tiền thưởng";
    assert!(told.contains(none), "{told}");
    for path in [format!("/decisions/{first}"), format!("/honours/{}", honours[1].id)] {
        let page = scene.clerk.get(&path).await.text();
        assert!(page.contains(none), "{path}: {page}");
    }
    let fund = scene.clerk.get("/fund?year=2023").await.text();
    for label in ["Đã quyết định, chưa chi", "Chưa thu hồi"] {
        assert!(in_ledger(&fund, label).ends_with(">0"), "{label}: {fund}");
    }
    let back = scene.clerk.post("/fund", &money("recovery", 1, "11/5/2023", &first)).await;
    assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(back.text().contains("Không có khoản phải thu hồi"), "{}", back.text());
    let (second, told) = revoked(&scene, &honours[0].id, "12/QĐ-UBND").await;
    let sum = thidua_domain::basics::Amount::from_ten_thousandths(each * 10_000).vietnamese();
    assert!(told.contains(&format!("tiền thưởng đã chi phải thu hồi là {sum} đồng")), "{told}");
    let fund = scene.clerk.get("/fund?year=2023").await.text();
    assert!(in_ledger(&fund, "Chưa thu hồi").ends_with(&format!(">{sum}")), "{fund}");
    let pay = scene.clerk.post("/fund", &money("payment", 1, "31/12/2022", &decided)).await;
    assert_eq!(pay.status, StatusCode::UNPROCESSABLE_ENTITY, "nothing is paid for what is revoked");
    assert!(pay.text().contains("Không có khoản phải chi"), "{}", pay.text());
    let more = scene.clerk.post("/fund", &money("recovery", each + 1, "11/5/2023", &second)).await;
    assert_eq!(more.status, StatusCode::UNPROCESSABLE_ENTITY, "no more comes back than was paid");
    let back = scene.clerk.post("/fund", &money("recovery", each, "11/5/2023", &second)).await;
    assert_eq!(back.status, StatusCode::SEE_OTHER, "{}", back.text());
    let page = scene.clerk.get(&format!("/honours/{}", honours[0].id)).await.text();
    assert!(page.contains(&format!("đã thu hồi {sum} đồng")), "{page}");
    assert_eq!(store.fund_balance(&scene.own.unit, 2023).await.expect("read"), 0);
}

#[tokio::test]
async fn nothing_is_paid_or_recovered_before_the_day_of_its_decision() {
    let scene = scene().await;
    let (decided, _) = crate::decisions::issued(&scene).await;
    let early = scene.clerk.post("/fund", &money("payment", 1, "29/12/2022", &decided)).await;
    assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(early.text().contains("Ngày này trước ngày của quyết định (30/12/2022)"), "{}", early.text());
    let pay = scene.clerk.post("/fund", &money("payment", 1, "30/12/2022", &decided)).await;
    assert_eq!(pay.status, StatusCode::SEE_OTHER, "{}", pay.text());
}

#[tokio::test]
async fn a_unit_sees_its_own_history_and_an_entry_of_the_fund_is_set_right_by_another() {
    let scene = scene().await;
    let (decision, honour) = crate::decisions::issued(&scene).await;
    let receipt = form(&[
        ("version", "2022"),
        ("kind", "receipt"),
        ("amount", "5.000.000"),
        ("dated", "05/01/2022"),
        ("says", "Cấp quỹ năm 2022"),
        ("number", "PT01"),
        ("decision", ""),
    ]);
    assert_eq!(scene.clerk.post("/fund", &receipt).await.status, StatusCode::SEE_OTHER);
    let store = scene.world.app.store();
    assert_eq!(store.fund_balance(&scene.own.unit, 2022).await.expect("read"), 5_000_000);
    let entry = store.fund_entries(&scene.own.unit, 2022).await.expect("read").remove(0);
    let path = format!("/fund/{}/correct", entry.id);
    assert_eq!(scene.clerk.post(&path, "reason=Nh%E1%BA%A7m").await.status, StatusCode::SEE_OTHER);
    assert_eq!(store.fund_balance(&scene.own.unit, 2022).await.expect("read"), 0);
    assert_eq!(scene.clerk.post(&path, "reason=Nh%E1%BA%A7m").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let viewer = Caller::signed_in(&scene.world, "loku.xem").await;
    for path in
        ["/decisions".to_owned(), format!("/decisions/{decision}"), format!("/honours/{honour}"), "/fund".into()]
    {
        assert_eq!(viewer.get(&path).await.status, StatusCode::OK, "{path}");
    }
    for path in ["/decisions", "/honours", "/fund", "/complaints", "/submissions"] {
        assert_ne!(Caller::stranger(&scene.world).get(path).await.status, StatusCode::OK, "{path}");
    }
}
