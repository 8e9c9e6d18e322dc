//! Second factors, passkeys, sessions in a list, links with a provider.

use crate::accounts::{account, session};
use crate::world::{add_unit, clerk, entry, moment, tell};
use thidua_store::second_factors::Enrolled;
use thidua_store::sessions::Factor;
use thidua_store::{Store, StoreError};

async fn with_account(store: &Store) {
    add_unit(store, "u1", "xã A").await;
    let change = store.change(clerk(1)).await.expect("a change");
    change.add_account(&account("a1", "an")).await.expect("added");
    change.commit(entry("account.added", "a1")).await.expect("committed");
}

#[tokio::test]
async fn the_code_of_a_step_is_taken_once_and_never_an_older_one() {
    tell(async |store| {
        with_account(&store).await;
        let change = store.change(clerk(2)).await.expect("a change");
        change.enrol_authenticator("a1", "sealed", 100).await.expect("enrolled");
        change.commit(entry("second-factor.enrolled", "a1")).await.expect("committed");
        for (step, taken) in [(100, false), (99, false), (101, true), (101, false), (105, true), (104, false)] {
            let change = store.change(clerk(3)).await.expect("a change");
            let answer = change.take_step("a1", step).await;
            assert_eq!(answer.is_ok(), taken, "step {step}");
            if taken {
                change.commit(entry("session.opened", "a1")).await.expect("committed");
            }
        }
        let change = store.change(clerk(4)).await.expect("a change");
        let twice = change.enrol_authenticator("a1", "another", 1).await;
        assert!(matches!(twice, Err(StoreError::AlreadyThere)), "a second app does not push the first one out");
        drop(change);
        let found = store.authenticator("a1").await.expect("read").expect("there");
        assert_eq!((found.sealed.as_str(), found.last_step, found.enrolled_at), ("sealed", 105, moment(2)));
    })
    .await;
}

#[tokio::test]
async fn a_recovery_code_works_once_and_new_ones_end_the_old() {
    tell(async |store| {
        with_account(&store).await;
        let change = store.change(clerk(2)).await.expect("a change");
        change.give_recovery_codes("a1", &["h1".into(), "h2".into()]).await.expect("given");
        change.use_recovery_code("a1", "h1").await.expect("used");
        assert!(matches!(change.use_recovery_code("a1", "h1").await, Err(StoreError::Absent)), "once");
        assert!(matches!(change.use_recovery_code("a2", "h2").await, Err(StoreError::Absent)), "another's");
        change.commit(entry("recovery-codes.given", "a1")).await.expect("committed");
        let left = store.enrolled("a1").await.expect("read");
        assert_eq!(left, Enrolled { app: false, passkeys: 0, recovery_codes: 1 });
        assert!(!left.any(), "codes alone are no second factor");
        let change = store.change(clerk(3)).await.expect("a change");
        change.give_recovery_codes("a1", &["h3".into()]).await.expect("given");
        assert!(matches!(change.use_recovery_code("a1", "h2").await, Err(StoreError::Absent)), "old ones end");
        change.commit(entry("recovery-codes.given", "a1")).await.expect("committed");
    })
    .await;
}

#[tokio::test]
async fn sessions_are_listed_and_ended_one_by_one_and_all_but_one() {
    tell(async |store| {
        with_account(&store).await;
        let change = store.change(clerk(2)).await.expect("a change");
        for token in ["t1", "t2", "t3"] {
            change.open_session(&session(token, false)).await.expect("opened");
        }
        change.open_session(&session("t4", true)).await.expect("opened");
        change.session_showed("t1", Factor::App).await.expect("noted");
        change.commit(entry("session.opened", "a1")).await.expect("committed");
        store.session_seen("t2", moment(9)).await.expect("noted");
        let lines = store.sessions_of("a1", moment(10)).await.expect("read");
        assert_eq!(lines.len(), 3, "one that waits for its second factor is none yet");
        assert_eq!((lines[0].token_hash.as_str(), lines[0].seen_at), ("t2", moment(9)), "the last used first");
        assert_eq!(lines[0].browser, "Firefox, Windows");
        assert!(store.session("t4", moment(10)).await.expect("read").is_none(), "a half session opens nothing");
        assert!(store.account_of_session("t4", moment(10)).await.expect("read").is_none());
        let half = store.half_session("t4", moment(10)).await.expect("read").expect("it waits");
        assert_eq!((half.account.login.as_str(), half.account_since), ("an", moment(1)));
        assert!(store.half_session("t1", moment(10)).await.expect("read").is_none());
        let change = store.change(clerk(11)).await.expect("a change");
        assert!(matches!(change.end_session_of("a2", &lines[0].id).await, Err(StoreError::Absent)), "another's");
        change.end_session_of("a1", &lines[0].id).await.expect("ended");
        assert_eq!(change.end_sessions("a1", Some("t1")).await.expect("ended"), 2);
        change.commit(entry("session.ended", "a1")).await.expect("committed");
        let left = store.session("t1", moment(12)).await.expect("read").expect("it stays");
        assert_eq!(left.factor, Factor::App);
        assert!(store.session("t1", moment(50)).await.expect("read").is_none(), "sessions end by themselves");
    })
    .await;
}

#[tokio::test]
async fn a_browser_is_new_once() {
    tell(async |store| {
        with_account(&store).await;
        let change = store.change(clerk(2)).await.expect("a change");
        assert!(change.meet_browser("a1", "b1").await.expect("met"));
        assert!(!change.meet_browser("a1", "b1").await.expect("met"));
        change.commit(entry("session.opened", "a1")).await.expect("committed");
        let change = store.change(clerk(3)).await.expect("a change");
        for number in 0..60 {
            assert!(change.meet_browser("a1", &format!("c{number}")).await.expect("met"), "{number}");
        }
        assert!(!change.meet_browser("a1", "c59").await.expect("met"), "the last one is known");
        assert!(change.meet_browser("a2", "c59").await.is_err(), "there is no such account");
        drop(change);
        let change = store.change(clerk(3)).await.expect("a change");
        for number in 0..60 {
            change.meet_browser("a1", &format!("c{number}")).await.expect("met");
        }
        assert!(change.meet_browser("a1", "b1").await.expect("met"), "the one not met for longest is forgotten");
        change.commit(entry("session.opened", "a1")).await.expect("committed");
    })
    .await;
}

#[tokio::test]
async fn a_passkey_whose_counter_does_not_rise_is_refused() {
    tell(async |store| {
        with_account(&store).await;
        let change = store.change(clerk(2)).await.expect("a change");
        change.add_passkey("a1", "Điện thoại", "cred", "key", 5).await.expect("added");
        change.add_passkey("a1", "Khóa USB", "none", "key", 0).await.expect("added");
        change.commit(entry("passkey.added", "a1")).await.expect("committed");
        let change = store.change(clerk(3)).await.expect("a change");
        assert!(matches!(change.add_passkey("a1", "x", "cred", "k", 0).await, Err(StoreError::AlreadyThere)));
        drop(change);
        let change = store.change(clerk(3)).await.expect("a change");
        change.use_passkey("cred", 6).await.expect("used");
        assert!(matches!(change.use_passkey("cred", 6).await, Err(StoreError::ChangedMeanwhile)), "a copy");
        assert!(matches!(change.use_passkey("cred", 0).await, Err(StoreError::ChangedMeanwhile)), "a copy");
        change.use_passkey("none", 0).await.expect("a device without a counter");
        change.use_passkey("none", 0).await.expect("each time");
        change.commit(entry("session.opened", "a1")).await.expect("committed");
        assert!(store.passkey("a2", "cred").await.expect("read").is_none(), "another's");
        let all = store.passkeys_of("a1").await.expect("read");
        assert_eq!(all.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["Điện thoại", "Khóa USB"]);
        assert_eq!((all[0].counter, all[0].used_at), (6, Some(moment(3))));
        assert_eq!(store.accounts_with_second_factor().await.expect("read"), ["a1"]);
        let change = store.change(clerk(4)).await.expect("a change");
        assert!(matches!(change.remove_passkey("a2", &all[0].id).await, Err(StoreError::Absent)), "another's");
        change.remove_passkey("a1", &all[0].id).await.expect("removed");
        change.remove_second_factors("a1").await.expect("removed");
        change.commit(entry("second-factor.reset", "a1")).await.expect("committed");
        assert_eq!(store.enrolled("a1").await.expect("read"), Enrolled::default());
    })
    .await;
}

#[tokio::test]
async fn a_subject_of_a_provider_is_linked_to_one_account() {
    tell(async |store| {
        with_account(&store).await;
        let change = store.change(clerk(2)).await.expect("a change");
        change.add_account(&account("a2", "binh")).await.expect("added");
        change.link_provider("a1", "https://sso", "s1").await.expect("linked");
        change.commit(entry("provider.linked", "a1")).await.expect("committed");
        let found = store.account_of_subject("https://sso", "s1").await.expect("read").expect("linked");
        assert_eq!(found.login, "an");
        assert!(store.account_of_subject("https://other", "s1").await.expect("read").is_none());
        let change = store.change(clerk(3)).await.expect("a change");
        let taken = change.link_provider("a2", "https://sso", "s1").await;
        assert!(matches!(taken, Err(StoreError::AlreadyThere)));
        drop(change);
        let change = store.change(clerk(4)).await.expect("a change");
        change.link_provider("a1", "https://sso", "s2").await.expect("linked anew");
        change.commit(entry("provider.linked", "a1")).await.expect("committed");
        assert!(store.account_of_subject("https://sso", "s1").await.expect("read").is_none(), "one link each");
        assert!(store.is_linked("a1", "https://sso").await.expect("read"));
        assert!(!store.is_linked("a2", "https://sso").await.expect("read"));
    })
    .await;
}
