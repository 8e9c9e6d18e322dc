//! What the store promises whatever happens.

use crate::people::unit;
use crate::world::{add_plan, add_unit, clerk, counting, entry, moment, tell};
use thidua_store::files::Files;
use thidua_store::{Store, StoreError};

#[tokio::test]
async fn a_change_that_is_not_committed_leaves_nothing() {
    tell(async |store| {
        let change = store.change(clerk(1)).await.expect("a change");
        change.register_file("cd", 1, "text/plain").await.expect("a file");
        change.note(entry("file.kept", "cd")).await.expect("noted");
        drop(change);
        assert!(store.file("cd").await.expect("read").is_none());
        assert!(store.audit_log(None, 10).await.expect("log").is_empty());
    })
    .await;
}

#[tokio::test]
async fn the_audit_entry_comes_with_its_change() {
    tell(async |store| {
        add_unit(&store, "u1", "xã A").await;
        let id = add_plan(&store, "u1", 1).await;
        let log = store.audit_log(None, 10).await.expect("log");
        assert_eq!(log.iter().map(|one| one.act.as_str()).collect::<Vec<_>>(), ["plan.imported", "unit.added"]);
        assert_eq!((log[0].subject_id.as_str(), log[0].at), (id.as_str(), moment(1)));
    })
    .await;
}

#[tokio::test]
async fn a_second_start_finds_its_data_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("dữ liệu/thi đua?.sqlite");
    let store = Store::open_embedded(&file, counting).await.expect("opens");
    add_unit(&store, "u1", "xã A").await;
    store.close().await;
    let store = Store::open_embedded(&file, counting).await.expect("opens again");
    assert_eq!(store.units().await.expect("units").len(), 1);
    assert!(file.exists());
}

#[tokio::test]
async fn units_come_in_vietnamese_order_and_are_found_without_marks() {
    tell(async |store| {
        for (id, name) in [("1", "xã Đá"), ("2", "xã Da"), ("3", "xã Ăn"), ("4", "xã An")] {
            add_unit(&store, id, name).await;
        }
        let names: Vec<String> = store.units().await.expect("units").into_iter().map(|unit| unit.name).collect();
        assert_eq!(names, ["xã An", "xã Ăn", "xã Da", "xã Đá"]);
        let found = async |typed: &str| store.unit_named(typed).await.expect("read").expect("there").name;
        assert_eq!(found("XA AN").await, "xã Ăn", "the first of two that fold alike");
        assert_eq!(found("XÃ ĐÁ").await, "xã Đá", "typed marks are meant");
        assert_eq!(found("xã Da").await, "xã Da");
        assert!(store.unit_named("xã Ạn").await.expect("read").is_none(), "other marks are another commune");
    })
    .await;
}

#[test]
fn a_kept_file_is_named_by_its_content() {
    let folder = tempfile::tempdir().expect("a folder");
    let files = Files::in_folder(folder.path());
    let digest = files.keep("kế hoạch".as_bytes()).expect("kept");
    assert_eq!(files.keep("kế hoạch".as_bytes()).expect("kept again"), digest);
    assert_eq!(files.read(&digest).expect("read"), "kế hoạch".as_bytes());
    let together: Vec<_> = (0..16)
        .map(|_| {
            let files = files.clone();
            std::thread::spawn(move || files.keep(&vec![7; 2_000_000]))
        })
        .collect();
    for one in together {
        let digest = one.join().expect("ended").expect("kept though others keep the same");
        assert_eq!(files.read(&digest).expect("read").len(), 2_000_000);
    }
    for wrong in ["../../etc/passwd", "", &"0".repeat(64)] {
        assert!(files.read(wrong).is_err(), "{wrong}");
    }
}

/// One of many who write at the same moment, and look something up while their change is open.
async fn write_and_read(store: Store, at: usize) -> Result<(), StoreError> {
    let change = store.change(clerk(0)).await?;
    let id = format!("u{at}");
    change.add_units(&[unit(&id, &format!("Thôn {at}"), None)]).await?;
    store.has_units().await?;
    change.commit(entry("unit.added", &id)).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_writers_at_once_queue_and_each_may_read_meanwhile() {
    tell(async |store| {
        let begun = std::time::Instant::now();
        let writers: Vec<_> = (0..24).map(|at| tokio::spawn(write_and_read(store.clone(), at))).collect();
        for writer in writers {
            writer.await.expect("no panic").expect("written");
        }
        assert_eq!(store.units().await.expect("read").len(), 24);
        // a connection that waits for itself gives up after ten seconds
        assert!(begun.elapsed() < std::time::Duration::from_secs(9), "{:?}", begun.elapsed());
    })
    .await;
}
