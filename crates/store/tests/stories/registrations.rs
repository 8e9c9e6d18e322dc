//! Registrations and covenants: steps that meet, items of two writers, signatures that complete a paper, annexes.

use crate::world::{add_plan, add_unit, clerk, day, entry, launch, tell};
use thidua_domain::basics::Amount;
use thidua_domain::covenants::{AnnexState, Outcome, PartyKind, State as Stage};
use thidua_domain::registrations::{ItemKind, State};
use thidua_domain::targets::{Comparator, Direction};
use thidua_store::covenants::{CovenantText, NewParty, Settled, Signature, Terms};
use thidua_store::registrations::{RoundText, Written};
use thidua_store::{Store, StoreError};

async fn movement(store: &Store) -> String {
    add_unit(store, "u1", "Ủy ban nhân dân xã A").await;
    add_unit(store, "u2", "Thôn Đông").await;
    let plan = add_plan(store, "u1", 1).await;
    launch(store, &plan).await;
    store.movements(&plan).await.expect("movements").remove(0).id
}

fn written(name: &str) -> Written {
    Written {
        kind: ItemKind::Target,
        target_id: None,
        shared: false,
        name: name.into(),
        comparator: Some(Comparator::AtLeast),
        direction: Direction::Neither,
        planned: None,
        registered: Some(Amount::from_plain("420.5").expect("an amount")),
        unit_of: Some("ha".into()),
        title_code: None,
        person: None,
        person_id: None,
        hard: true,
        description: None,
        expected: None,
        reason: None,
    }
}

#[tokio::test]
async fn a_registration_is_written_sent_once_and_closed_to_its_writers() {
    tell(async |store| {
        let movement = movement(&store).await;
        let text = RoundText { deadline: day(2022, 3, 15), strictly_before: true, kinds: Vec::new(), note: None };
        let change = store.change(clerk(2)).await.expect("a change");
        let round = change.open_round(&movement, &text).await.expect("opened");
        let id = change.begin_registration(&round, "u2").await.expect("begun");
        let item = change.add_item(&id, &written("Gieo trồng")).await.expect("an item");
        change.commit(entry("registration.begun", &id)).await.expect("committed");

        let change = store.change(clerk(3)).await.expect("a change");
        assert!(matches!(change.open_round(&movement, &text).await, Err(StoreError::AlreadyThere)));
        drop(change);

        // two of the unit write one item: the second is told
        let seen = store.registration_item(&item).await.expect("read").expect("there");
        assert_eq!(seen.written, written("Gieo trồng"), "every digit and word comes back");
        let change = store.change(clerk(4)).await.expect("a change");
        change.change_item(&seen, 1, &written("Gieo trồng vụ xuân")).await.expect("changed");
        change.commit(entry("registration.item-changed", &id)).await.expect("committed");
        let change = store.change(clerk(5)).await.expect("a change");
        let second = change.change_item(&seen, 1, &written("Khác")).await;
        assert!(matches!(second, Err(StoreError::ChangedMeanwhile)));
        drop(change);

        let registration = store.registration(&id).await.expect("read").expect("there");
        let change = store.change(clerk(6)).await.expect("a change");
        let stale = change.step_registration(&registration, 1, State::Submitted, false, None).await;
        assert!(matches!(stale, Err(StoreError::ChangedMeanwhile)), "an item was written since");
        drop(change);
        let change = store.change(clerk(7)).await.expect("a change");
        change
            .step_registration(&registration, registration.version, State::Submitted, true, None)
            .await
            .expect("sent");
        change.commit(entry("registration.sent", &id)).await.expect("committed");
        let sent = store.registration(&id).await.expect("read").expect("there");
        assert_eq!(
            (sent.state, sent.late, sent.submitted_name.as_deref()),
            (State::Submitted, true, Some("Văn phòng"))
        );
        let change = store.change(clerk(8)).await.expect("a change");
        let closed = change.add_item(&id, &written("Thêm")).await;
        assert!(matches!(closed, Err(StoreError::ChangedMeanwhile)), "what was sent is closed");
        drop(change);

        let change = store.change(clerk(9)).await.expect("a change");
        let value = Some(Amount::from_plain("430").expect("an amount"));
        change.add_progress(&item, day(2022, 6, 30), "Đã gieo", value, None, Some("Sổ")).await.expect("told");
        change.commit(entry("registration.progress", &id)).await.expect("committed");
        let told = store.registration_progress(&round).await.expect("read");
        assert_eq!((told.len(), told[0].value), (1, value));
        assert_eq!(store.registration_steps(&id).await.expect("read").len(), 1);
        assert_eq!(store.registration_calls("u1").await.expect("read").len(), 1);
    })
    .await;
}

fn signature(paper: &str, party: &str) -> Signature {
    Signature {
        paper_id: paper.into(),
        party_id: party.into(),
        signed_on: day(2022, 3, 15),
        signatory: "Đinh Văn Mẫu".into(),
        post: "Trưởng thôn".into(),
        on_behalf: None,
        file_digest: None,
        file_name: None,
        account_name: "Văn phòng".into(),
    }
}

fn terms(value: &str) -> Terms {
    Terms {
        party_id: None,
        target_id: None,
        item_id: None,
        name: "Gieo trồng".into(),
        comparator: Some(Comparator::AtLeast),
        direction: Direction::Higher,
        value: Some(Amount::from_plain(value).expect("an amount")),
        unit_of: Some("ha".into()),
    }
}

#[tokio::test]
async fn the_last_signature_signs_a_covenant_and_only_an_annex_changes_it_afterwards() {
    tell(async |store| {
        let movement = movement(&store).await;
        let change = store.change(clerk(2)).await.expect("a change");
        let text = CovenantText { title: "Giao ước".into(), ..CovenantText::default() };
        let id = change.add_covenant(&movement, "u1", &text).await.expect("drawn up");
        let mut parties = Vec::new();
        for (position, (kind, unit)) in (0..).zip([(PartyKind::Authority, "u1"), (PartyKind::Unit, "u2")]) {
            let party = NewParty { kind, unit_id: Some(unit.into()), name: unit.into(), members: Vec::new() };
            parties.push(change.add_party(&id, position, &party).await.expect("a party"));
        }
        let promise = change.add_commitment(&id, 0, &terms("420")).await.expect("a promise");
        change.step_covenant(&id, Stage::Draft, Stage::Ready, None, None).await.expect("laid out");
        change.commit(entry("covenant.drawn-up", &id)).await.expect("committed");
        assert_eq!(store.papers_to_sign(&["u2"]).await.expect("read").len(), 1);

        let change = store.change(clerk(3)).await.expect("a change");
        assert!(!change.sign_covenant(&id, 5, &signature(&id, &parties[0])).await.expect("signed"));
        change.commit(entry("covenant.signed", &id)).await.expect("committed");
        let change = store.change(clerk(4)).await.expect("a change");
        let back = change.step_covenant(&id, Stage::Ready, Stage::Draft, None, None).await;
        assert!(matches!(back, Err(StoreError::ChangedMeanwhile)), "with a signature nothing goes back");
        drop(change);
        let change = store.change(clerk(5)).await.expect("a change");
        assert!(change.sign_covenant(&id, 5, &signature(&id, &parties[1])).await.expect("signed"), "the last one");
        change.commit(entry("covenant.signed", &id)).await.expect("committed");
        assert!(store.papers_to_sign(&["u2"]).await.expect("read").is_empty());

        let change = store.change(clerk(6)).await.expect("a change");
        let write = change.write_covenant(&id, 4, &text).await;
        assert!(matches!(write, Err(StoreError::ChangedMeanwhile)), "a signed covenant is not written in");
        let add = change.add_commitment(&id, 1, &terms("1")).await;
        assert!(matches!(add, Err(StoreError::ChangedMeanwhile)));
        change
            .step_covenant(&id, Stage::Signed, Stage::InForce, Some(day(2022, 3, 15)), None)
            .await
            .expect("forced");
        change.commit(entry("covenant.stepped", &id)).await.expect("committed");

        let seen = store.covenant(&id).await.expect("read").expect("there").version;
        let change = store.change(clerk(7)).await.expect("a change");
        let (annex, number) = change.add_annex(&id, seen, "Hạn hán", day(2022, 7, 1)).await.expect("an annex");
        change
            .add_amendment(&id, (&annex, number), Some(&promise), false, &terms("380"))
            .await
            .expect("an amendment");
        change.commit(entry("covenant.annexed", &id)).await.expect("committed");
        let change = store.change(clerk(8)).await.expect("a change");
        let again = change.add_annex(&id, seen + 1, "Khác", day(2022, 8, 1)).await;
        assert!(matches!(again, Err(StoreError::ChangedMeanwhile)), "one annex at a time");
        drop(change);
        let older = store.change(clerk(9)).await.expect("a change");
        let unseen = older.sign_covenant(&id, seen, &signature(&annex, &parties[0])).await;
        assert!(matches!(unseen, Err(StoreError::ChangedMeanwhile)), "nobody signs what was not on the page");
        drop(older);
        for party in &parties {
            let change = store.change(clerk(9)).await.expect("a change");
            change.sign_covenant(&id, seen + 1, &signature(&annex, party)).await.expect("signed");
            change.commit(entry("covenant.signed", &id)).await.expect("committed");
        }
        let annexes = store.covenant_annexes(&id).await.expect("read");
        assert_eq!((annexes[0].number, annexes[0].state), (1, AnnexState::InForce));
        let all = store.covenant_commitments(&id).await.expect("read");
        assert_eq!(all.len(), 2);
        assert_eq!(all[1].replaces_id.as_deref(), Some(promise.as_str()));

        let settled = |outcome| Settled {
            commitment_id: promise.clone(),
            outcome,
            actual: Some("390".into()),
            rate: Amount::from_plain("102.63").ok(),
            said: None,
            by_person: false,
            account_name: String::new(),
        };
        for outcome in [Outcome::Met, Outcome::Exceeded] {
            let change = store.change(clerk(10)).await.expect("a change");
            change.set_outcome(&settled(outcome)).await.expect("settled");
            change.commit(entry("covenant.judged", &id)).await.expect("committed");
        }
        let outcomes = store.covenant_outcomes(&id).await.expect("read");
        assert_eq!((outcomes.len(), outcomes[0].outcome), (1, Outcome::Exceeded));
    })
    .await;
}
