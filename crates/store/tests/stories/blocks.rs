//! Blocks: proposed, decided in one transaction, the composition on any day, two who decide at once.

use crate::world::{clerk, day, entry, tell};
use thidua_domain::blocks::{BlockKind, LeadSeat, Place, composition, new_key};
use thidua_domain::units::{Unit, UnitKind};
use thidua_store::blocks::{Block, Decided, Lead, StoredArrangement, StoredPlace};
use thidua_store::{Moment, Store, StoreError, Within};

async fn tree(store: &Store) {
    let change = store.change(clerk(0)).await.expect("a change");
    let unit = |id: &str, name: &str, parent: Option<&str>| Unit {
        id: id.into(),
        name: name.into(),
        kind: UnitKind::Commune,
        level: UnitKind::Commune.level(),
        head: None,
        parent_id: parent.map(str::to_owned),
        parent_name: None,
        valid_from: None,
        valid_to: None,
    };
    let units = [unit("huyen", "Huyện", None), unit("xa", "Xã Một", Some("huyen"))];
    change.add_units(&units).await.expect("added");
    change.commit(entry("unit.added", "huyen")).await.expect("committed");
}

fn place(block: &str, name: &str, unit: Option<&str>, block_name: &str) -> StoredPlace {
    let place = Place {
        block: block.into(),
        unit_id: unit.map(str::to_owned),
        name: name.into(),
        from: None,
        to: (name == "Chợt").then(|| day(2022, 6, 30)),
    };
    StoredPlace { place, block_name: block_name.into() }
}

fn proposal(id: &str, from: (i32, u32, u32), places: Vec<StoredPlace>) -> StoredArrangement {
    StoredArrangement {
        id: id.into(),
        unit_id: "huyen".into(),
        block_id: None,
        from: day(from.0, from.1, from.2),
        decided: false,
        number_symbol: None,
        dated: None,
        reason: Some("Sắp xếp lại".into()),
        file_digest: None,
        file_name: None,
        version: 0,
        account_name: String::new(),
        recorded_at: Moment::MIN,
        places,
    }
}

fn decided<'a>(decided_seen: i64, founded: &'a [(String, Block)]) -> Decided<'a> {
    Decided {
        seen: 0,
        decided_seen,
        number_symbol: "12/QĐ-UBND",
        dated: Some(day(2022, 1, 5)),
        file: None,
        founded,
    }
}

fn block(id: &str, name: &str) -> Block {
    Block {
        id: id.into(),
        unit_id: "huyen".into(),
        kind: BlockKind::Block,
        name: name.into(),
        outside: false,
        organiser: None,
        note: None,
        version: 0,
    }
}

#[tokio::test]
async fn an_arrangement_is_proposed_then_decided_and_founds_its_blocks() {
    tell(async |store| {
        tree(&store).await;
        let name = "Khối thi đua số 1";
        let first = proposal(
            "a",
            (2022, 1, 10),
            vec![place(&new_key(name), "Xã Một", Some("xa"), name), place(&new_key(name), "Chợt", None, name)],
        );
        let change = store.change(clerk(1)).await.expect("a change");
        change.propose_arrangement(&first, None).await.expect("kept");
        change.commit(entry("block.proposed", "a")).await.expect("committed");
        let read = store.arrangement("a").await.expect("read").expect("there");
        assert_eq!((read.decided, read.places.clone()), (false, first.places.clone()));
        assert!(store.blocks_of("huyen").await.expect("read").is_empty(), "a proposal founds nothing");

        let founded = [(new_key(name), block("b", name))];
        let change = store.change(clerk(2)).await.expect("a change");
        change.decide_arrangement(&read, &decided(0, &founded)).await.expect("decided");
        change.commit(entry("block.decided", "a")).await.expect("committed");
        let all = store.arrangements(&["huyen"]).await.expect("read");
        let times: Vec<_> = all.iter().filter(|one| one.decided).map(StoredArrangement::times).collect();
        let on = |at| composition(&times, at).iter().map(|one| one.name.clone()).collect::<Vec<_>>();
        assert_eq!(on(day(2022, 6, 30)), ["Xã Một", "Chợt"]);
        assert_eq!(on(day(2022, 7, 1)), ["Xã Một"]);
        assert!(times[0].places.iter().all(|one| one.block == "b"));
        assert_eq!(store.blocks_with(&["xa".into()]).await.expect("read")[0].id, "b");
        assert_eq!(
            store.blocks(&Within::Units { own: vec!["huyen".into()], branches: vec![] }).await.expect("read").len(),
            1
        );

        let change = store.change(clerk(3)).await.expect("a change");
        let again = change.decide_arrangement(&read, &decided(1, &[])).await;
        assert!(matches!(again, Err(StoreError::AlreadyThere)), "{again:?}");
    })
    .await;
}

#[tokio::test]
async fn who_decides_on_what_is_no_longer_so_is_refused_and_nothing_is_written() {
    tell(async |store| {
        tree(&store).await;
        for (id, from) in [("a", (2022, 1, 10)), ("c", (2023, 1, 10))] {
            let change = store.change(clerk(1)).await.expect("a change");
            let name = "Khối thi đua số 1";
            let one = proposal(id, from, vec![place(&new_key(name), "Xã Một", Some("xa"), name)]);
            change.propose_arrangement(&one, None).await.expect("kept");
            change.commit(entry("block.proposed", id)).await.expect("committed");
        }
        let founded = [(new_key("Khối thi đua số 1"), block("b", "Khối thi đua số 1"))];
        let read = store.arrangement("a").await.expect("read").expect("there");
        let change = store.change(clerk(2)).await.expect("a change");
        change.decide_arrangement(&read, &decided(0, &founded)).await.expect("decided");
        change.commit(entry("block.decided", "a")).await.expect("committed");
        // the second was compared with nothing, and now there is something
        let read = store.arrangement("c").await.expect("read").expect("there");
        let second = [(new_key("Khối thi đua số 1"), block("d", "Khối thi đua số 1"))];
        let change = store.change(clerk(3)).await.expect("a change");
        let late = change.decide_arrangement(&read, &decided(0, &second)).await;
        assert!(matches!(late, Err(StoreError::ChangedMeanwhile)), "{late:?}");
        drop(change);
        assert_eq!(store.blocks_of("huyen").await.expect("read").len(), 1);
        let change = store.change(clerk(4)).await.expect("a change");
        change.discard_arrangement("c", 0).await.expect("thrown away");
        change.commit(entry("block.discarded", "c")).await.expect("committed");
        assert!(store.arrangement("c").await.expect("read").is_none());
    })
    .await;
}

#[tokio::test]
async fn who_leads_is_written_for_a_year_and_replaced_whole() {
    tell(async |store| {
        tree(&store).await;
        let change = store.change(clerk(1)).await.expect("a change");
        change.add_block(&block("b", "Khối")).await.expect("added");
        let lead = |seat, name: &str| Lead {
            block_id: "b".into(),
            year: 2022,
            seat,
            unit_id: (name == "Xã Một").then(|| "xa".into()),
            name: name.into(),
            document: None,
        };
        let both = [lead(LeadSeat::Lead, "Xã Một"), lead(LeadSeat::Deputy, "Công ty")];
        change.write_leads("b", 2022, &both, 0).await.expect("written");
        change.commit(entry("block.leads", "b")).await.expect("committed");
        assert_eq!(store.block_leads(&["b"]).await.expect("read"), both);
        let change = store.change(clerk(2)).await.expect("a change");
        assert!(matches!(change.write_leads("b", 2022, &[], 0).await, Err(StoreError::ChangedMeanwhile)));
        drop(change);
        let change = store.change(clerk(3)).await.expect("a change");
        change.write_leads("b", 2022, &both[..1], 1).await.expect("written");
        change.commit(entry("block.leads", "b")).await.expect("committed");
        assert_eq!(store.block_leads(&["b"]).await.expect("read"), both[..1]);
    })
    .await;
}
