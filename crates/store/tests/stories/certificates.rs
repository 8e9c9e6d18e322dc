//! A certificate waits at one printer, is printed once, keeps its code and number; blanks are added up, printers measured.

use crate::decisions::{draft, drafted, honour, nominated};
use crate::world::{clerk, entry, moment, tell};
use thidua_domain::decisions::Kind;
use thidua_store::certificates::{Batch, BatchState, BlankEntry, PrintState, Printer};
use thidua_store::honours::Honour;
use thidua_store::{Store, StoreError};

/// An issued decision of three.
async fn three(store: &Store) {
    let of = nominated(store).await;
    drafted(store, &draft("d1", Kind::Award, None), &[]).await;
    let change = store.change(clerk(3)).await.expect("a change");
    let made: Vec<Honour> = ["h1", "h2", "h3"]
        .iter()
        .map(|id| {
            let mut made = honour(id, Some("d1"), &of);
            (made.nomination_id, made.whom.name) = (None, format!("Tập thể {id}"));
            made
        })
        .collect();
    change.add_honours(&made).await.expect("honours");
    change.commit(entry("decision.issued", "d1")).await.expect("committed");
}

fn batch(id: &str, reason: Option<&str>) -> Batch {
    Batch {
        id: id.into(),
        unit_id: "u1".into(),
        decision_id: "d1".into(),
        design: "giay-khen-a4".into(),
        onto_blanks: false,
        printer_id: None,
        issuer: "Chủ tịch".into(),
        place: "A".into(),
        reason: reason.map(str::to_owned),
        state: BatchState::Open,
        spoiled: 0,
        version: 1,
        account_name: clerk(4).name,
        written_at: moment(4),
    }
}

async fn sent(store: &Store, it: &Batch, honours: &[&str]) -> Result<(), StoreError> {
    let honours: Vec<String> = honours.iter().map(|id| (*id).to_owned()).collect();
    let change = store.change(clerk(4)).await.expect("a change");
    change.open_batch(it, &honours).await?;
    let mut count = 0;
    let mut dice = || {
        count += 1;
        format!("CODE{}-{count}", it.id)
    };
    change.number_certificates("u1", 2022, &honours, &mut dice).await?;
    change.commit(entry("certificate.sent", &it.id)).await
}

#[tokio::test]
async fn a_certificate_waits_in_one_batch_and_keeps_its_code_and_number() {
    tell(async |store| {
        three(&store).await;
        let change = store.change(clerk(4)).await.expect("a change");
        change.order_ceremony("d1", &["h3".into(), "h1".into()]).await.expect("an order");
        change.commit(entry("certificate.ordered", "d1")).await.expect("committed");
        let order: Vec<String> =
            store.certificates_of("d1").await.expect("read").into_iter().map(|one| one.honour_id).collect();
        assert_eq!(order, ["h3", "h1", "h2"], "those without a place come behind");

        let first = batch("b1", None);
        sent(&store, &first, &["h3", "h1"]).await.expect("sent");
        assert_eq!(store.batch("b1").await.expect("read"), Some(first.clone()));
        let twice = sent(&store, &batch("b2", Some("rách")), &["h1"]).await;
        assert!(matches!(twice, Err(StoreError::ChangedMeanwhile | StoreError::AlreadyThere)), "{twice:?}");
        let waits = store.certificate_of("h1").await.expect("read").expect("there");
        assert_eq!((waits.waits_in.as_deref(), waits.printed, waits.book), (Some("b1"), 0, Some(2)));
        let code = waits.code.expect("a code");
        assert_eq!(store.honour_by_code(&code).await.expect("read").as_deref(), Some("h1"));

        // the printer stopped behind the first
        let change = store.change(clerk(5)).await.expect("a change");
        change.settle_batch(&first, 1, 2).await.expect("settled");
        change.commit(entry("certificate.printed", "b1")).await.expect("committed");
        let change = store.change(clerk(5)).await.expect("a change");
        assert!(matches!(change.settle_batch(&first, 2, 0).await, Err(StoreError::ChangedMeanwhile)));
        drop(change);
        let states: Vec<PrintState> =
            store.prints_of("b1").await.expect("read").into_iter().map(|one| one.state).collect();
        assert_eq!(states, [PrintState::Printed, PrintState::Left]);
        // what came out is printed again with a reason only, under its old code and number
        assert!(matches!(sent(&store, &batch("b3", None), &["h3"]).await, Err(StoreError::ChangedMeanwhile)));
        sent(&store, &batch("b4", Some("rách")), &["h3", "h1", "h2"]).await.expect("sent");
        let again = store.certificates_of("d1").await.expect("read");
        assert_eq!(again.iter().map(|one| one.book).collect::<Vec<_>>(), [Some(1), Some(2), Some(3)]);
        assert_eq!(store.certificate_of("h1").await.expect("read").expect("there").code, Some(code));
        assert_eq!(store.batches_of("d1").await.expect("read").len(), 2);
    })
    .await;
}

#[tokio::test]
async fn printers_are_measured_again_over_what_was_seen_and_blanks_are_added_up() {
    tell(async |store| {
        three(&store).await;
        let change = store.change(clerk(5)).await.expect("a change");
        let mut printer = Printer {
            id: change.new_id(),
            unit_id: "u1".into(),
            name: "Canon".into(),
            design: "giay-khen-a4".into(),
            crosses: [20_000, 20_500, 19_500, 21_000],
            version: 0,
            account_name: clerk(5).name,
            written_at: moment(5),
        };
        change.write_printer(&printer).await.expect("written");
        for (amount, batch) in [(100, None), (-3, None)] {
            let entry = BlankEntry {
                id: change.new_id(),
                unit_id: "u1".into(),
                design: "giay-khen-a4".into(),
                amount,
                says: "kho".into(),
                batch_id: batch,
                account_name: String::new(),
                written_at: moment(5),
            };
            change.add_blanks(&entry).await.expect("written");
        }
        change.commit(entry("printer.measured", &printer.id)).await.expect("committed");
        printer.version = 1;
        assert_eq!(store.printers("u1").await.expect("read"), std::slice::from_ref(&printer));
        let change = store.change(clerk(6)).await.expect("a change");
        printer.crosses[0] = 22_000;
        change.write_printer(&printer).await.expect("measured again");
        let late = change.write_printer(&printer).await;
        assert!(matches!(late, Err(StoreError::ChangedMeanwhile)), "{late:?}");
        drop(change);
        let left: i64 = store.blank_entries("u1").await.expect("read").iter().map(|one| one.amount).sum();
        assert_eq!(left, 97);
    })
    .await;
}
