//! People: found by name and branch, posts over time, two records of one person, the roster of emulation staff.

use crate::world::{clerk, day, entry, tell};
use thidua_domain::people::{Category, Person, PersonKind, Post, StaffMode, Standing};
use thidua_domain::plans::draft::IssuerLevel;
use thidua_domain::units::{Unit, UnitKind};
use thidua_store::people::{AskedPeople, NewStaff, SealedIdentity, Within};
use thidua_store::{Store, StoreError};

pub fn unit(id: &str, name: &str, parent: Option<&str>) -> Unit {
    Unit {
        id: id.into(),
        name: name.into(),
        kind: UnitKind::Commune,
        level: IssuerLevel::Other,
        head: None,
        parent_id: parent.map(str::to_owned),
        parent_name: None,
        valid_from: None,
        valid_to: None,
    }
}

fn person(id: &str, name: &str, unit: &str, category: Category) -> Person {
    Person {
        id: id.into(),
        kind: PersonKind::Individual,
        name: name.into(),
        birth_year: Some(1979),
        birth_day: None,
        sex: None,
        post: Post {
            unit_id: Some(unit.into()),
            title: None,
            leader: false,
            category,
            from: None,
            to: None,
            document: None,
        },
        standing: Standing::Active,
        collective_unit_id: None,
        note: None,
        merged_into: None,
        version: 0,
    }
}

/// A province, two communes, a village; four people.
pub async fn settle(store: &Store) {
    let change = store.change(clerk(0)).await.expect("a change");
    let units = [
        unit("p", "Ủy ban nhân dân tỉnh Quảng Ngãi", None),
        unit("x1", "Ủy ban nhân dân xã Bình An", Some("p")),
        unit("x2", "Ủy ban nhân dân xã Bình Ân", Some("p")),
        unit("v", "Thôn Thọ An", Some("x1")),
    ];
    change.add_units(&units).await.expect("added");
    let people = [
        person("a", "Trần Thị Diệu", "x1", Category::Official),
        person("b", "Nguyễn Văn An", "v", Category::Farmer),
        person("c", "Lê Thị An", "x2", Category::Farmer),
        person("d", "Tran Thi Dieu", "v", Category::Farmer),
    ];
    let people: Vec<_> = people.into_iter().map(|one| (one, None)).collect();
    change.add_people(&people).await.expect("added");
    change.commit(entry("person.added", "a")).await.expect("committed");
}

fn asked(within: Within, words: &str) -> AskedPeople {
    AskedPeople { within, words: words.into(), category: None, kind: None, standing: None }
}

async fn found(store: &Store, asked: &AskedPeople) -> Vec<String> {
    store.find_people(asked, 0, 10).await.expect("read").0.into_iter().map(|one| one.id).collect()
}

#[tokio::test]
async fn people_are_listed_by_given_name_within_a_branch_and_found_without_marks() {
    tell(async |store| {
        settle(&store).await;
        assert_eq!(found(&store, &asked(Within::All, "")).await, ["c", "b", "d", "a"], "An, An, Dieu, Diệu");
        assert_eq!(found(&store, &asked(Within::branch("x1"), "")).await, ["b", "d", "a"]);
        let alone = Within::Units { branches: Vec::new(), alone: vec!["x1".into()] };
        assert_eq!(found(&store, &asked(alone, "")).await, ["a"]);
        assert_eq!(found(&store, &asked(Within::branch("p"), "tran thi dieu")).await, ["d", "a"]);
        assert_eq!(found(&store, &asked(Within::branch("p"), "Diệu")).await, ["a", "d"], "typed marks stand first");
        assert_eq!(found(&store, &asked(Within::branch("x2"), "dieu")).await, Vec::<String>::new());
        let farmers = AskedPeople { category: Some(Category::Farmer), ..asked(Within::branch("x1"), "") };
        assert_eq!(found(&store, &farmers).await, ["b", "d"]);
        let (page, more) = store.find_people(&asked(Within::All, ""), 1, 2).await.expect("read");
        assert_eq!((page[0].id.as_str(), page.len(), more), ("b", 2, true));
        let counts = store.count_people(&Within::branch("x1")).await.expect("read");
        let farmers = counts.iter().filter(|count| count.category == Category::Farmer).map(|count| count.number);
        assert_eq!(farmers.sum::<i64>(), 2);
    })
    .await;
}

#[tokio::test]
async fn a_new_post_from_a_day_ends_the_former_one_and_others_are_held_beside() {
    tell(async |store| {
        settle(&store).await;
        let a = store.person("a").await.expect("read").expect("there");
        let post = Post {
            unit_id: Some("x2".into()),
            title: Some("Phó Chủ tịch".into()),
            leader: true,
            category: Category::LeaderManager,
            from: Some(day(2025, 7, 1)),
            to: None,
            document: Some("Quyết định 12/QĐ-UBND".into()),
        };
        let beside = Post { title: Some("Ủy viên Hội đồng".into()), from: None, ..post.clone() };
        let change = store.change(clerk(1)).await.expect("a change");
        change.take_post(&a, &post, a.version).await.expect("taken");
        change.add_post("a", &beside).await.expect("added");
        change.commit(entry("person.post", "a")).await.expect("committed");
        let now = store.person("a").await.expect("read").expect("there");
        assert_eq!((now.post, now.version), (post, 1));
        let kept = store.posts_of(&["a".into()]).await.expect("read");
        assert_eq!(kept[0].post.title.as_deref(), Some("Ủy viên Hội đồng"), "open posts first");
        assert_eq!((kept[1].post.unit_id.as_deref(), kept[1].post.to), (Some("x1"), Some(day(2025, 6, 30))));

        let change = store.change(clerk(2)).await.expect("a change");
        let second = change.take_post(&a, &beside, a.version).await;
        assert!(matches!(second, Err(StoreError::ChangedMeanwhile)));
    })
    .await;
}

#[tokio::test]
async fn two_records_become_one_person_and_two_again() {
    tell(async |store| {
        settle(&store).await;
        let suspects = store.suspects(&Within::branch("p"), 10).await.expect("read");
        assert_eq!(suspects.pairs, [("a".to_owned(), "d".to_owned())]);
        let change = store.change(clerk(1)).await.expect("a change");
        let d = store.person("d").await.expect("read").expect("there");
        change.add_person_name(&d, "Trần Thị Mới", true).await.expect("named");
        let merged = change.merge_people(("a", 0), ("d", 0), Some("cùng năm sinh, cùng xã")).await.expect("merged");
        change.commit(entry("person.merged", "a")).await.expect("committed");

        assert_eq!(found(&store, &asked(Within::branch("p"), "tran thi dieu")).await, ["a"]);
        assert_eq!(found(&store, &asked(Within::branch("p"), "tran thi moi")).await, ["a"], "by the other's name");
        assert_eq!(found(&store, &asked(Within::branch("x1"), "")).await, ["b", "a"]);
        assert_eq!(store.same_person("a").await.expect("read"), ["a", "d"]);
        assert_eq!(store.root_of("d").await.expect("read"), "a");
        let names = store.names_of(&["a".into(), "d".into()]).await.expect("read");
        assert_eq!((names[0].person_id.as_str(), names[0].name.as_str()), ("d", "Trần Thị Mới"));
        assert!(store.suspects(&Within::branch("p"), 10).await.expect("read").pairs.is_empty());

        let change = store.change(clerk(2)).await.expect("a change");
        let again = change.merge_people(("b", 0), ("d", 1), None).await;
        assert!(matches!(again, Err(StoreError::ChangedMeanwhile)), "merged already");
        drop(change);

        let change = store.change(clerk(3)).await.expect("a change");
        change.undo_pair(&merged).await.expect("undone");
        change.commit(entry("person.parted", "a")).await.expect("committed");
        assert_eq!(found(&store, &asked(Within::branch("x1"), "")).await, ["b", "d", "a"]);
        assert_eq!(store.same_person("a").await.expect("read"), ["a"]);
        let pairs = store.pairs_of(&["a".into()]).await.expect("read");
        assert_eq!(pairs[0].undone_by.as_deref(), Some("Văn phòng"));
        let change = store.change(clerk(4)).await.expect("a change");
        assert!(matches!(change.undo_pair(&merged).await, Err(StoreError::Absent)));
        drop(change);

        let change = store.change(clerk(5)).await.expect("a change");
        change.tell_apart("d", "a", None).await.expect("told apart");
        change.commit(entry("person.told-apart", "a")).await.expect("committed");
        assert!(
            store.suspects(&Within::branch("p"), 10).await.expect("read").pairs.is_empty(),
            "not proposed again"
        );
    })
    .await;
}

#[tokio::test]
async fn a_sealed_identity_finds_its_equal_and_a_corrected_name_is_found() {
    tell(async |store| {
        settle(&store).await;
        let identity = SealedIdentity { sealed: "1.xyz".into(), hash: "h".into() };
        let mut a = store.person("a").await.expect("read").expect("there");
        a.name = "Trần Thị Diệu Hiền".into();
        let change = store.change(clerk(1)).await.expect("a change");
        change.correct_person(&a, 0).await.expect("corrected");
        change.set_identity("a", Some(&identity)).await.expect("set");
        change.commit(entry("person.corrected", "a")).await.expect("committed");
        assert_eq!(store.identity_of("a").await.expect("read"), Some(identity));
        assert_eq!(store.people_with_identity("h").await.expect("read")[0].id, "a");
        assert!(store.people_with_identity("g").await.expect("read").is_empty());
        assert_eq!(found(&store, &asked(Within::All, "dieu hien")).await, ["a"]);
        let change = store.change(clerk(2)).await.expect("a change");
        change.take_person_out("c", 0).await.expect("out");
        change.commit(entry("person.removed", "c")).await.expect("committed");
        assert!(store.person("c").await.expect("read").is_none());
        let change = store.change(clerk(3)).await.expect("a change");
        assert!(matches!(change.take_person_out("a", 0).await, Err(StoreError::ChangedMeanwhile)));
    })
    .await;
}

#[tokio::test]
async fn the_roster_of_emulation_staff_is_kept_by_unit_and_days() {
    tell(async |store| {
        settle(&store).await;
        let new = NewStaff {
            unit_id: "x1".into(),
            person_id: "a".into(),
            mode: StaffMode::PartTime,
            from: Some(day(2025, 7, 1)),
            to: None,
            document: None,
        };
        let change = store.change(clerk(1)).await.expect("a change");
        let id = change.add_staff(&new).await.expect("added");
        change.commit(entry("staff.added", &id)).await.expect("committed");
        let change = store.change(clerk(2)).await.expect("a change");
        let ended = NewStaff { to: Some(day(2026, 1, 31)), ..new };
        change.correct_staff(&id, &ended, 0).await.expect("corrected");
        change.commit(entry("staff.corrected", &id)).await.expect("committed");
        let roster = store.emulation_staff(&Within::branch("p"), 100).await.expect("read");
        assert_eq!((roster[0].person_name.as_str(), roster[0].is.to), ("Trần Thị Diệu", Some(day(2026, 1, 31))));
        assert!(store.emulation_staff(&Within::branch("x2"), 100).await.expect("read").is_empty());
        let change = store.change(clerk(3)).await.expect("a change");
        assert!(matches!(change.correct_staff(&id, &ended, 0).await, Err(StoreError::ChangedMeanwhile)));
    })
    .await;
}
