//! Accounts and sessions.

use crate::world::{add_unit, clerk, entry, moment, tell};
use thidua_domain::access::Role;
use thidua_store::StoreError;
use thidua_store::accounts::Account;
use thidua_store::sessions::{Factor, NewSession};

pub fn account(id: &str, login: &str) -> Account {
    Account {
        id: id.into(),
        login: login.into(),
        name: "Nguyễn Thị Ẩn".into(),
        role: Role::Reporter,
        unit_id: Some("u1".into()),
        password_hash: None,
        code_hash: Some("c0de".into()),
        code_until: Some(moment(59)),
        locked: false,
    }
}

pub fn session(token: &str, half: bool) -> NewSession {
    NewSession {
        token_hash: token.into(),
        account_id: "a1".into(),
        until: moment(50),
        browser: "Firefox, Windows".into(),
        half,
        factor: Factor::None,
    }
}

#[tokio::test]
async fn a_login_is_given_once() {
    tell(async |store| {
        add_unit(&store, "u1", "xã A").await;
        let change = store.change(clerk(1)).await.expect("a change");
        change.add_account(&account("a1", "an")).await.expect("added");
        change.commit(entry("account.added", "a1")).await.expect("committed");
        let change = store.change(clerk(2)).await.expect("a change");
        assert!(matches!(change.add_account(&account("a2", "an")).await, Err(StoreError::AlreadyThere)));
        drop(change);
        let found = store.account_by_login("an").await.expect("read").expect("there");
        assert_eq!(
            (found.name.as_str(), found.role, found.code_until),
            ("Nguyễn Thị Ẩn", Role::Reporter, Some(moment(59)))
        );
    })
    .await;
}

#[tokio::test]
async fn a_one_time_code_works_once() {
    tell(async |store| {
        add_unit(&store, "u1", "xã A").await;
        let change = store.change(clerk(1)).await.expect("a change");
        change.add_account(&account("a1", "an")).await.expect("added");
        change.set_password("a1", "c0de", "hash").await.expect("set");
        change.commit(entry("account.added", "a1")).await.expect("committed");
        let change = store.change(clerk(2)).await.expect("a change");
        let again = change.set_password("a1", "c0de", "another").await;
        assert!(matches!(again, Err(StoreError::ChangedMeanwhile)));
        drop(change);
        let found = store.account("a1").await.expect("read").expect("there");
        assert_eq!((found.password_hash.as_deref(), found.code_hash), (Some("hash"), None));
    })
    .await;
}

#[tokio::test]
async fn a_locked_account_has_no_session() {
    tell(async |store| {
        add_unit(&store, "u1", "xã A").await;
        let change = store.change(clerk(1)).await.expect("a change");
        change.add_account(&account("a1", "an")).await.expect("added");
        change.open_session(&session("t0ken", false)).await.expect("opened");
        change.commit(entry("session.opened", "a1")).await.expect("committed");
        assert!(store.account_of_session("t0ken", moment(10)).await.expect("read").is_some());
        assert!(store.account_of_session("t0ken", moment(50)).await.expect("read").is_none(), "sessions end");
        assert!(store.account_of_session("other", moment(10)).await.expect("read").is_none());
        let change = store.change(clerk(3)).await.expect("a change");
        change.lock_account("a1", true).await.expect("locked");
        change.commit(entry("account.locked", "a1")).await.expect("committed");
        assert!(store.account_of_session("t0ken", moment(10)).await.expect("read").is_none());
    })
    .await;
}
