//! Whoever is granted an award that rests on an initiative has used it, also where nobody entered that.

use crate::decisions::{Scene, drafted, id_of, issue, nominated, received, scene};
use crate::fund::granted_above;
use crate::registrations::form;
use axum::http::StatusCode;
use chrono::NaiveDate;
use thidua_domain::initiatives::{Kind, Scope, State};
use thidua_domain::nominations::State as Stand;
use thidua_store::audit::Entry;
use thidua_store::initiatives::{Author, Initiative};

fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

/// A recognised initiative of the scene's person.
async fn recognised(scene: &Scene, title: &str, year: i32, scope: Scope) -> String {
    let change = scene.world.app.store().change(scene.world.app.system("test")).await.expect("a change");
    let it = Initiative {
        id: change.new_id(),
        unit_id: scene.own.unit.clone(),
        year,
        kind: Kind::Initiative,
        title: title.into(),
        summary: "…".into(),
        benefit: None,
        first_used_on: None,
        submitted_on: day(year, 3, 1).expect("a day"),
        state: State::Recognised,
        scope,
        number_symbol: Some("20/QĐ-UBND".into()),
        dated: day(year, 4, 1),
        recognised_by: Some("Chủ tịch".into()),
        reason: None,
        file_digest: None,
        file_name: None,
        sitting: None,
        illustrative: false,
        authors: vec![Author {
            person_id: Some(scene.person.clone()), name: "Đinh Thị Mẫu".into(), share: 100
        }],
        version: 0,
        account_name: String::new(),
        written_at: crate::world::clock(),
    };
    change.write_initiative(&it).await.expect("written");
    let entry = Entry {
        unit_id: Some(scene.own.unit.clone()),
        act: "initiative.recognised",
        subject: "initiative",
        subject_id: it.id.clone(),
        detail: None,
    };
    change.commit(entry).await.expect("committed");
    it.id
}

#[tokio::test]
async fn a_granted_title_uses_the_narrowest_initiative_and_a_revocation_says_so_without_freeing_it() {
    let scene = scene().await;
    let store = scene.world.app.store();
    let wide = recognised(&scene, "Bản đồ số", 2022, Scope::Province).await;
    let narrow = recognised(&scene, "Sổ tay điện tử", 2022, Scope::Unit).await;
    let early = recognised(&scene, "Việc của năm xưa", 2019, Scope::Unit).await;
    // the title is for at most fifteen in a hundred of those who have the one below
    for n in 1..=7 {
        nominated(&scene, "LDTT", &format!("Người thứ {n}"), None, Stand::Deciding).await;
    }
    let title = nominated(&scene, "CSTDCS", "Đinh Thị Mẫu", Some(&scene.person), Stand::Deciding).await;
    let id = drafted(&scene, &[&title], "10/7/2025").await;
    assert!(store.initiative_uses(&narrow).await.expect("read").is_empty(), "a draft uses nothing");
    let issued = issue(&scene.head, &id, "10/QĐ-UBND", "10/7/2025", "1").await;
    assert_eq!(issued.status, StatusCode::SEE_OTHER, "{}", issued.text());
    let uses = store.initiative_uses(&narrow).await.expect("read");
    assert_eq!(uses.len(), 1);
    assert_eq!((uses[0].nomination_id.as_str(), uses[0].award.as_str()), (title.as_str(), "CSTDCS"));
    for other in [&wide, &early] {
        assert!(store.initiative_uses(other).await.expect("read").is_empty(), "one is enough");
    }
    let page = scene.clerk.get(&format!("/initiatives/{narrow}")).await.text();
    assert!(page.contains("Đinh Thị Mẫu") && page.contains("đã khen thưởng"), "{page}");
    let log = store.history_of("initiative", &narrow).await.expect("read");
    assert!(log.iter().any(|one| one.act == "initiative.used"), "the use stands in the log");
    // the award is revoked: the use stays, and says so
    let honour = store.honours_of_decision(&id).await.expect("read").remove(0);
    let line = format!("n-{}", honour.id);
    let revoke = form(&[
        (line.as_str(), "yes"),
        ("ground", "93.2.d"),
        ("reason", "Vi phạm đã có kết luận"),
        ("conclusion", "Kết luận 1/KL"),
        ("violation_from", "01/3/2022"),
        ("violation_to", "02/3/2022"),
        ("proposed", "yes"),
        ("confirmed", "yes"),
        ("version", "1"),
    ]);
    let made = scene.clerk.post(&format!("/decisions/{id}/revoke"), &revoke).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text());
    let issued = issue(&scene.head, &id_of(&made.location), "11/QĐ-UBND", "20/7/2025", "1").await;
    assert_eq!(issued.status, StatusCode::SEE_OTHER, "{}", issued.text());
    let page = scene.clerk.get(&format!("/initiatives/{narrow}")).await.text();
    assert!(page.contains("khen thưởng đã bị hủy bỏ"), "{page}");
    assert_eq!(store.initiative_uses(&narrow).await.expect("read").len(), 1);
}

#[tokio::test]
async fn what_is_granted_above_uses_its_initiatives_too_and_one_that_was_entered_is_not_entered_twice() {
    let scene = scene().await;
    let store = scene.world.app.store();
    let first = recognised(&scene, "Sổ tay điện tử", 2021, Scope::Unit).await;
    let second = recognised(&scene, "Bản đồ số", 2022, Scope::Unit).await;
    let stands = (Stand::Appraisal, day(2024, 2, 1).expect("a day"));
    let diploma = received(&scene, "BKBT", "Đinh Thị Mẫu", Some(&scene.person), stands).await;
    let by_hand = form(&[("version", "1"), ("nomination", diploma.as_str()), ("sure", "yes")]);
    let taken = scene.clerk.post(&format!("/initiatives/{second}/uses"), &by_hand).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.text());
    granted_above(&scene, &diploma, false).await;
    for id in [&first, &second] {
        let uses = store.initiative_uses(id).await.expect("read");
        assert_eq!(uses.len(), 1, "{id}");
        assert_eq!((uses[0].nomination_id.as_str(), uses[0].state.as_str()), (diploma.as_str(), "granted"));
    }
}
