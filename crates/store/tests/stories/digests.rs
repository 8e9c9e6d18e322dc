//! Who gets the digest, and how sending it went.

use crate::accounts::account;
use crate::world::{add_unit, clerk, entry, moment, tell};
use thidua_domain::basics::Language;
use thidua_domain::digest::{Every, Problem};
use thidua_store::{Author, Store, StoreError};

async fn with_account(store: &Store) {
    add_unit(store, "u1", "xã A").await;
    let change = store.change(clerk(0)).await.expect("a change");
    change.add_account(&account("a1", "loku.thutruong")).await.expect("added");
    change.commit(entry("account.added", "a1")).await.expect("committed");
}

async fn subscribe(store: &Store, address: &str, every: Every, seen: i64, minute: u32) -> Result<(), StoreError> {
    let own = Author { account_id: Some("a1".into()), ..clerk(minute) };
    let change = store.change(own).await.expect("a change");
    change.subscribe_digest(address, every, Language::Vietnamese, seen).await?;
    change.commit(entry("digest.subscribed", "a1")).await
}

async fn note(store: &Store, failed: Option<(Problem, &str)>, minute: u32) {
    let change = store.change(clerk(minute)).await.expect("a change");
    change.note_digest("a1", "chutich@xa.vn", failed).await.expect("noted");
    change.commit(entry("digest.sent", "a1")).await.expect("committed");
}

#[tokio::test]
async fn a_subscription_knows_its_last_success_and_only_a_newest_attempt_that_failed() {
    tell(async |store| {
        with_account(&store).await;
        assert_eq!(store.digest_subscription("a1").await.expect("read"), None);
        subscribe(&store, "chutich@xa.vn", Every::Week, 0, 1).await.expect("subscribed");
        note(&store, None, 2).await;
        note(&store, Some((Problem::Connection, "no route")), 3).await;
        let failing = store.digest_subscription("a1").await.expect("read").expect("there");
        assert_eq!((failing.every, failing.version, failing.sent_at), (Every::Week, 1, Some(moment(2))));
        let failed = failing.failed.expect("the newest failed");
        assert_eq!(
            (failed.problem, failed.said.as_deref(), failed.at),
            (Some(Problem::Connection), Some("no route"), moment(3))
        );
        note(&store, None, 4).await;
        let mended = store.digest_subscriptions().await.expect("read").remove(0);
        assert_eq!((mended.sent_at, mended.failed), (Some(moment(4)), None));
        let attempts = store.digest_attempts("a1", 2).await.expect("read");
        assert_eq!(attempts.iter().map(|one| one.at).collect::<Vec<_>>(), [moment(4), moment(3)]);

        note(&store, Some((Problem::Refused, "550")), 5).await;
        subscribe(&store, "moi@xa.vn", Every::Day, 1, 6).await.expect("changed");
        let changed = store.digest_subscription("a1").await.expect("read").expect("there");
        assert_eq!((changed.address.as_str(), changed.version), ("moi@xa.vn", 2));
        assert_eq!(changed.failed, None, "a new address has not failed yet");
    })
    .await;
}

#[tokio::test]
async fn the_second_who_subscribes_sees_that_somebody_was_first() {
    tell(async |store| {
        with_account(&store).await;
        subscribe(&store, "a@xa.vn", Every::Week, 0, 1).await.expect("subscribed");
        for seen in [0, 2] {
            let late = subscribe(&store, "b@xa.vn", Every::Day, seen, 2).await;
            assert!(matches!(late, Err(StoreError::ChangedMeanwhile)), "{seen}: {late:?}");
        }
        let kept = store.digest_subscription("a1").await.expect("read").expect("there");
        assert_eq!(kept.address, "a@xa.vn");
    })
    .await;
}
