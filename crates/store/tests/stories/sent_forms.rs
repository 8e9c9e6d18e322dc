//! A form writes once, even where two of the same arrive at the same moment.

use crate::people::unit;
use crate::world::{clerk, entry, moment, tell};
use thidua_store::sent_forms::SentForm;
use thidua_store::{Author, Store, StoreError};

fn sender(form: &SentForm) -> Author {
    Author { form: Some(form.clone()), ..clerk(0) }
}

/// Adds a unit as a handler does: whatever of it fails, nothing of it is written.
async fn add(store: &Store, form: &SentForm, id: &str) -> Result<(), StoreError> {
    let change = store.change(sender(form)).await?;
    change.add_units(&[unit(id, &format!("Thôn {id}"), None)]).await?;
    change.commit(entry("unit.added", id)).await
}

/// A second thing of another kind.
async fn correct(store: &Store, form: &SentForm) -> Result<(), StoreError> {
    let change = store.change(sender(form)).await?;
    change.commit(entry("unit.corrected", "a")).await
}

#[tokio::test]
async fn of_two_forms_that_arrive_at_once_one_is_written_and_the_other_says_so() {
    tell(async |store: Store| {
        // two requests, each with its own copy of what it knows
        let twin = || SentForm::new("d1".into());
        let (one, other) = (twin(), twin());
        let (first, second) = tokio::join!(add(&store, &one, "a"), add(&store, &other, "b"));
        assert!(first.is_ok() != second.is_ok(), "{first:?} {second:?}");
        let refused = if first.is_ok() { second } else { first };
        assert!(matches!(refused, Err(StoreError::AlreadySent)), "{refused:?}");
        assert!(one.written() != other.written(), "each knows whether it wrote");
        assert_eq!(store.audit_log(None, 10).await.expect("read").len(), 1);

        let (one, other) = (SentForm::new("d2".into()), SentForm::new("d2".into()));
        let (first, second) = tokio::join!(correct(&store, &one), correct(&store, &other));
        assert!(first.is_ok() != second.is_ok(), "{first:?} {second:?}");
        assert_eq!(store.audit_log(None, 10).await.expect("read").len(), 2);
    })
    .await;
}

#[tokio::test]
async fn a_form_is_known_with_its_answer_until_it_is_forgotten_and_one_that_failed_is_not_known() {
    tell(async |store: Store| {
        let form = SentForm::new("d".into());
        assert_eq!(store.answer_to_form("d").await.expect("read"), None);
        drop(store.change(sender(&form)).await.expect("a change that is given up"));
        assert_eq!(store.answer_to_form("d").await.expect("read"), None, "nothing was taken");
        add(&store, &form, "a").await.expect("written");
        add(&store, &form, "b").await.expect("the same request may write more");
        assert_eq!(store.answer_to_form("d").await.expect("read"), Some(String::new()));
        store.keep_answer_to_form("d", "/units/a", moment(1)).await.expect("kept");
        assert_eq!(store.answer_to_form("d").await.expect("read"), Some("/units/a".into()));
        store.forget_form("d").await.expect("forgotten");
        correct(&store, &SentForm::new("d".into())).await.expect("it may be sent again");
        let much_later = moment(1) + chrono::Duration::days(31);
        store.keep_answer_to_form("other", "/", much_later).await.expect("kept");
        assert_eq!(store.answer_to_form("d").await.expect("read"), None, "forms of long ago are forgotten");
    })
    .await;
}
