//! What a meeting leaves stays as it was voted; a teller who cannot go on is replaced openly.

use crate::meetings::{COUNCIL, OWN_RULE, UNIT, called, meeting, post, proposed, put_to_council, sheets};
use crate::registrations::{form, person};
use crate::world::Caller;
use axum::http::StatusCode;
use thidua_domain::access::Role;
use thidua_domain::nominations::State;

#[tokio::test]
async fn a_teller_who_cannot_go_on_is_replaced_with_a_reason_and_the_other_sheet_stays() {
    let it = meeting(COUNCIL, &[proposed("Nguyễn Thị Mẫu", UNIT, "Báo cáo")]).await;
    let (clerk, path) = (&it.clerk, it.path.as_str());
    assert_eq!(post(clerk, path, "rules", &OWN_RULE).await.status, StatusCode::SEE_OTHER);
    assert_eq!(post(clerk, path, "open", &[]).await.status, StatusCode::SEE_OTHER);
    let count = format!("{path}/count");
    let sheet = sheets(&[[5, 5, 5, 0, 4, 1]], &["0"]);
    let leaves = Caller::signed_in(&it.world, "loku.hoidong").await;
    assert_eq!(clerk.post(&count, &sheet).await.status, StatusCode::SEE_OTHER);
    assert_eq!(leaves.post(&count, &sheet).await.status, StatusCode::SEE_OTHER);
    let follows = person(&it.world, &it.own.unit, "loku.hoidong2", Role::CouncilMember).await;
    assert!(follows.get(&count).await.text().contains("Đã có hai người kiểm phiếu"));

    let replace = [("teller", "2"), ("why", "đi công tác đột xuất")];
    assert_eq!(
        leaves.post(&format!("{path}/tellers"), &form(&replace)).await.status,
        StatusCode::FORBIDDEN,
        "whoever calls it does"
    );
    let silent = post(clerk, path, "tellers", &[("teller", "2"), ("why", " ")]).await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(silent.text().contains("Phải ghi lý do thay người kiểm phiếu"), "{}", silent.text());
    assert!(clerk.get(path).await.text().contains("Thay người kiểm phiếu thứ 2"));
    let replaced = post(clerk, path, "tellers", &replace).await;
    assert_eq!(replaced.status, StatusCode::SEE_OTHER, "{}", replaced.text());
    let page = clerk.get(path).await.text();
    assert!(page.contains("Chưa có người kiểm phiếu thứ 2") && page.contains("1/1"), "the first stays: {page}");
    let empty = follows.get(&count).await.text();
    assert!(
        empty.contains("Bạn là người kiểm phiếu thứ 2.") && empty.contains("name=\"for_1\" value=\"\""),
        "{empty}"
    );
    // whoever was replaced does not come back as the one who counts apart
    let back = leaves.post(&count, &sheet).await;
    assert!(back.text().contains("Bạn đã được thay trong việc kiểm phiếu"), "{}", back.text());
    assert_eq!(follows.post(&count, &sheet).await.status, StatusCode::SEE_OTHER);
    assert_eq!(post(clerk, path, "close", &[]).await.status, StatusCode::SEE_OTHER);
    let late = [("version", "9"), replace[0], replace[1]];
    let late = clerk.post(&format!("{path}/tellers"), &form(&late)).await;
    assert_ne!(late.status, StatusCode::SEE_OTHER, "numbers are locked after the close");
    let minutes = clerk.get(&format!("{path}/minutes")).await.text();
    assert!(minutes.contains("Kiểm phiếu: ") && minutes.contains("đi công tác đột xuất"), "{minutes}");
    let id = path.rsplit('/').next().expect("an identifier");
    let log = it.world.app.store().history_of("meeting", id).await.expect("read");
    let told = log.iter().find(|one| one.act == "meeting.teller-released").expect("it stands in the log");
    assert!(told.detail.as_deref().is_some_and(|says| says.contains("đi công tác đột xuất")), "{told:?}");
}

#[tokio::test]
async fn minutes_name_what_was_voted_on_whatever_becomes_of_the_dossier() {
    let it = meeting(COUNCIL, &[proposed("Nguyễn Thị Mẫu", ("CSTDCS", "Chiến sĩ thi đua cơ sở"), "Báo cáo")]).await;
    let (clerk, path) = (&it.clerk, it.path.as_str());
    assert_eq!(post(clerk, path, "rules", &OWN_RULE).await.status, StatusCode::SEE_OTHER);
    assert_eq!(post(clerk, path, "open", &[]).await.status, StatusCode::SEE_OTHER);
    let count = format!("{path}/count");
    let other = Caller::signed_in(&it.world, "loku.hoidong").await;
    for teller in [clerk, &other] {
        let typed = teller.post(&count, &sheets(&[[5, 5, 5, 0, 1, 4]], &["0"])).await;
        assert_eq!(typed.status, StatusCode::SEE_OTHER, "{}", typed.text());
    }
    assert_eq!(post(clerk, path, "close", &[]).await.status, StatusCode::SEE_OTHER);
    // the council said no; with consent it becomes a nomination for the title below
    let nomination = &it.nominations[0];
    let address = format!("/nominations/{nomination}");
    let version =
        it.world.app.store().nomination(nomination).await.expect("read").expect("there").version.to_string();
    let down =
        form(&[("to", "LDTT"), ("reason", "Hội đồng không thông qua"), ("consent", "yes"), ("version", &version)]);
    let moved = clerk.post(&format!("{address}/downgrade"), &down).await;
    assert_eq!(moved.status, StatusCode::SEE_OTHER, "{}", moved.text());
    let now = it.world.app.store().nomination(nomination).await.expect("read").expect("there");
    assert_eq!((now.award.as_str(), now.state), ("LDTT", State::Appraisal));
    let minutes = clerk.get(&format!("{path}/minutes")).await.text();
    assert!(minutes.contains("Chiến sĩ thi đua cơ sở"), "{minutes}");
    assert!(!minutes.contains("Lao động tiên tiến"), "nobody voted on that: {minutes}");
}

#[tokio::test]
async fn family_that_a_member_declared_once_is_known_at_every_later_meeting() {
    let it = meeting(COUNCIL, &[proposed("Nguyễn Thị Mẫu", UNIT, "Báo cáo")]).await;
    let (clerk, path) = (&it.clerk, it.path.as_str());
    let declared = [("member", "2"), ("item", "1"), ("reason", "family"), ("says", "em ruột")];
    assert_eq!(post(clerk, path, "recusals", &declared).await.status, StatusCode::SEE_OTHER);
    let store = it.world.app.store();
    let first = store.meeting(path.rsplit('/').next().expect("an identifier")).await.expect("read").expect("there");
    // another round, in which the same person and a stranger are proposed
    let all = [
        proposed("Nguyễn Thị Mẫu", ("CSTDCS", "Chiến sĩ thi đua cơ sở"), "Báo cáo khác"),
        proposed("Lý Văn Lạ", UNIT, "Báo cáo của người khác"),
    ];
    let nominations = put_to_council(&it.world, &it.own.unit, &all).await;
    let round = store.nomination(&nominations[0]).await.expect("read").expect("there").round_id;
    let fields = format!("{}&round={round}", called(&first.body_id, "20/12/2022"));
    let second = clerk.post("/meetings", &fields).await;
    assert_eq!(second.status, StatusCode::SEE_OTHER, "{}", second.text());
    let path = second.location.split('?').next().expect("a path").to_owned();
    let ticks: Vec<(String, &str)> = nominations.iter().map(|id| (format!("n_{id}"), "yes")).collect();
    let ticks: Vec<(&str, &str)> = ticks.iter().map(|(name, yes)| (name.as_str(), *yes)).collect();
    let chosen = post(clerk, &path, "items", &ticks).await;
    assert_eq!(chosen.status, StatusCode::SEE_OTHER, "{}", chosen.text());
    let away = clerk.get(&format!("{path}/recusals")).await.text();
    let told = "Trần Thị Hai: có quan hệ gia đình (đã khai ở cuộc họp trước)";
    assert_eq!(away.matches(told).count(), 1, "for the one whom she declared, and for nobody else: {away}");
}
