//! Units through time: added, corrected, reformed, found by name.

use crate::world::{clerk, day, entry, tell};
use thidua_domain::units::reform::{ChildFate, Reform, ReformKind, Successor, plan};
use thidua_domain::units::{Unit, UnitKind};
use thidua_store::units::NewReform;
use thidua_store::{Store, StoreError};

fn unit(id: &str, name: &str, parent: Option<&str>) -> Unit {
    let kind = UnitKind::guess(name).expect("a kind");
    Unit {
        id: id.into(),
        name: name.into(),
        kind,
        level: kind.level(),
        head: None,
        parent_id: parent.map(str::to_owned),
        parent_name: None,
        valid_from: None,
        valid_to: None,
    }
}

/// A province with a district, two communes in it, and a village.
async fn tree(store: &Store) {
    let change = store.change(clerk(0)).await.expect("a change");
    let units = [
        unit("p", "Ủy ban nhân dân tỉnh Quảng Ngãi", None),
        unit("d", "Ủy ban nhân dân huyện Bình Sơn", Some("p")),
        unit("x1", "Ủy ban nhân dân xã Bình An", Some("d")),
        unit("x2", "Ủy ban nhân dân xã Bình Ân", Some("d")),
        unit("o", "Phòng Nội vụ", Some("d")),
        unit("v", "Thôn Thọ An", Some("x1")),
    ];
    change.add_units(&units).await.expect("added");
    change.commit(entry("unit.added", "p")).await.expect("committed");
}

#[tokio::test]
async fn the_tree_is_walked_both_ways_on_any_day() {
    tell(async |store| {
        tree(&store).await;
        let (children, total) = store.children_on(Some("d"), day(2025, 3, 1), 0, 10).await.expect("read");
        let names: Vec<&str> = children.iter().map(|child| child.unit.name.as_str()).collect();
        assert_eq!(names, ["Phòng Nội vụ", "Ủy ban nhân dân xã Bình An", "Ủy ban nhân dân xã Bình Ân"]);
        assert_eq!((total, children[1].below), (3, 1));
        assert_eq!(store.path_ids("v").await.expect("read"), ["v", "x1", "d", "p"]);
        let above = store.above_of(&["v".into(), "d".into(), "p".into()]).await.expect("read");
        let of = |id: &str| -> Vec<&str> {
            above.get(id).map(|path| path.iter().map(|(id, _)| id.as_str()).collect()).unwrap_or_default()
        };
        assert_eq!((of("v"), of("d"), of("p")), (vec!["x1", "d", "p"], vec!["p"], vec![]));
        let branch = store.branch_on("d", day(2025, 3, 1), 100).await.expect("read");
        assert_eq!(branch.iter().map(|unit| unit.id.as_str()).collect::<Vec<_>>(), ["d", "o", "x1", "x2", "v"]);
    })
    .await;
}

#[tokio::test]
async fn a_district_that_ends_stays_readable_on_its_days_and_is_gone_after_them() {
    tell(async |store| {
        tree(&store).await;
        let first = day(2025, 7, 1);
        let of = async |id: &str| store.unit(id).await.expect("read").expect("there");
        let reform = Reform {
            kind: ReformKind::Abolish,
            day: first,
            subjects: vec![of("d").await],
            successors: Vec::new(),
            name: None,
            unit_kind: None,
            parent_path: Vec::new(),
            children: vec![
                (of("x1").await, ChildFate::Under("p".into())),
                (of("x2").await, ChildFate::Under("p".into())),
                (of("o").await, ChildFate::EndsToo),
            ],
        };
        let outcome = plan(&reform).expect("planned");
        let change = store.change(clerk(1)).await.expect("a change");
        let new =
            NewReform { id: "r", kind: reform.kind, day: first, document: Some("Nghị quyết 1677"), note: None };
        change.carry_out(&new, &outcome).await.expect("carried out");
        change.commit(entry("unit.reformed", "r")).await.expect("committed");

        assert!(store.unit_on("d", day(2025, 6, 30)).await.expect("read").is_some());
        assert!(store.unit_on("d", first).await.expect("read").is_none());
        assert!(store.unit_on("o", first).await.expect("read").is_none());
        let above = async |on| -> Vec<String> {
            store.path_on("v", on).await.expect("read").into_iter().map(|unit| unit.id).collect()
        };
        assert_eq!(above(day(2025, 6, 30)).await, ["v", "x1", "d", "p"]);
        assert_eq!(above(first).await, ["v", "x1", "p"]);
        let history = store.unit_history("x1").await.expect("read");
        assert_eq!(history.len(), 2);
        assert_eq!(history[0].unit.valid_to, Some(day(2025, 6, 30)));
        assert_eq!(history[1].reform_id.as_deref(), Some("r"));
        assert_eq!(store.path_ids("v").await.expect("read"), ["v", "x1", "p"]);
    })
    .await;
}

#[tokio::test]
async fn merged_communes_are_found_by_their_old_names_and_lead_to_the_new_one() {
    tell(async |store| {
        tree(&store).await;
        let of = async |id: &str| store.unit(id).await.expect("read").expect("there");
        let new = unit("n", "Ủy ban nhân dân xã Vạn Tường", Some("p"));
        let reform = Reform {
            kind: ReformKind::Merge,
            day: day(2025, 7, 1),
            subjects: vec![of("x1").await, of("x2").await],
            successors: vec![Successor::New(Box::new(new))],
            name: None,
            unit_kind: None,
            parent_path: Vec::new(),
            children: vec![(of("v").await, ChildFate::Under("n".into()))],
        };
        let outcome = plan(&reform).expect("planned");
        let change = store.change(clerk(1)).await.expect("a change");
        let recorded = NewReform { id: "r", kind: reform.kind, day: reform.day, document: None, note: None };
        change.carry_out(&recorded, &outcome).await.expect("carried out");
        change.commit(entry("unit.reformed", "r")).await.expect("committed");
        let found = store.find_units("binh an", 10).await.expect("read");
        let exact: Vec<(&str, bool)> = found.iter().map(|one| (one.unit.id.as_str(), one.exact)).collect();
        assert_eq!(exact, [("x1", false), ("x2", false)], "typed without marks, both are found");
        assert_eq!(store.find_units("Bình Ân", 10).await.expect("read")[0].unit.id, "x2", "typed marks are meant");
        assert_eq!(store.find_units("van tuong", 10).await.expect("read")[0].unit.id, "n");
        assert_eq!(store.find_units("tuong xa", 10).await.expect("read")[0].unit.id, "n", "words apart");
        let after = store.descent("x1").await.expect("read");
        assert_eq!((after[0].unit_id.as_str(), after[0].before), ("n", false));
        assert_eq!(store.descent("n").await.expect("read").len(), 2);
        assert_eq!(store.path_ids("v").await.expect("read"), ["v", "n", "p"]);
    })
    .await;
}

#[tokio::test]
async fn a_unit_corrected_by_two_people_keeps_the_first_and_tells_the_second() {
    tell(async |store| {
        tree(&store).await;
        let mut unit = store.unit("x1").await.expect("read").expect("there");
        let seen = store.unit_version("x1").await.expect("read");
        unit.head = Some("Nguyễn Văn Mẫu".into());
        let change = store.change(clerk(1)).await.expect("a change");
        change.correct_unit(&unit, seen).await.expect("corrected");
        change.commit(entry("unit.corrected", "x1")).await.expect("committed");
        unit.head = Some("Người khác".into());
        let change = store.change(clerk(2)).await.expect("a change");
        let second = change.correct_unit(&unit, seen).await;
        assert!(matches!(second, Err(StoreError::ChangedMeanwhile)));
        drop(change);
        let now = store.unit_on("x1", day(2025, 3, 1)).await.expect("read").expect("there");
        assert_eq!(now.head.as_deref(), Some("Nguyễn Văn Mẫu"));
    })
    .await;
}
