//! How a plan reaches the units below: links, assignments, settings; nobody overwrites anybody.

use crate::world::{add_plan, add_unit, clerk, day, entry, tell};
use thidua_domain::basics::Amount;
use thidua_domain::cascade::{AssignmentState, Method};
use thidua_domain::units::UnitKind;
use thidua_store::cascade::{NewAssignment, Settings, Sharing, TargetLink};
use thidua_store::{Change, Store, StoreError};

fn given(target: &str, unit: &str, state: AssignmentState, value: &str) -> NewAssignment {
    NewAssignment {
        target_id: target.into(),
        unit_id: unit.into(),
        state,
        requested: false,
        value: Amount::from_plain(value).ok(),
        weight: Some(Amount::whole(3)),
        document: Some("2200/QĐ-UBND".into()),
        dated: Some(day(2023, 12, 26)),
        reason: state.needs_reason().then(|| "mất mùa".into()),
    }
}

async fn change(
    store: &Store,
    minute: u32,
    write: impl AsyncFnOnce(&Change) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let change = store.change(clerk(minute)).await?;
    write(&change).await?;
    change.commit(entry("target.assigned", "t")).await
}

/// Two units, the plan of the first above the plan of the second, their second targets matched.
async fn two_levels(store: &Store) -> (String, String) {
    add_unit(store, "u1", "xã A").await;
    add_unit(store, "u2", "thôn B").await;
    let above = add_plan(store, "u1", 1).await;
    let below = add_plan(store, "u2", 2).await;
    change(store, 3, async |change| change.set_parent_plan(&below, None, Some(&above)).await)
        .await
        .expect("linked");
    (above, below)
}

async fn linked(store: &Store, above: &str, below: &str) -> String {
    let target = store.targets(above).await.expect("targets").remove(1).id;
    let link =
        TargetLink { code: "T02".into(), parent_target_id: target.clone(), reason: Some("thôn nhỏ".into()) };
    change(store, 4, async |change| change.link_targets(below, 1, std::slice::from_ref(&link)).await)
        .await
        .expect("matched");
    target
}

#[tokio::test]
async fn a_plan_stands_under_another_and_the_chain_is_walked_both_ways() {
    tell(async |store| {
        let (above, below) = two_levels(&store).await;
        add_unit(&store, "u3", "tổ C").await;
        let deepest = add_plan(&store, "u3", 5).await;
        change(&store, 6, async |change| change.set_parent_plan(&deepest, None, Some(&below)).await)
            .await
            .expect("linked");
        let ids =
            |plans: Vec<thidua_store::plans::PlanLine>| plans.into_iter().map(|plan| plan.id).collect::<Vec<_>>();
        assert_eq!(ids(store.plans_above(&deepest).await.expect("read")), [below.clone(), above.clone()]);
        assert_eq!(ids(store.plans_below(&above).await.expect("read")), [below.as_str()]);
        assert_eq!(ids(store.plans_of_year(&["u2".into(), "u3".into()], 2022).await.expect("read")).len(), 2);
        let stale = change(&store, 7, async |change| change.set_parent_plan(&below, None, None).await).await;
        assert!(matches!(stale, Err(StoreError::ChangedMeanwhile)), "who saw no plan above takes none away");
        linked(&store, &above, &below).await;
        change(&store, 8, async |change| change.set_parent_plan(&below, Some(&above), None).await)
            .await
            .expect("unlinked");
        assert!(
            store.target_links(&below).await.expect("read").is_empty(),
            "without the plan above nothing is matched"
        );
        assert!(store.plans_above(&deepest).await.expect("read").len() == 1);
    })
    .await;
}

#[tokio::test]
async fn an_issued_plan_is_found_by_its_number_and_year() {
    tell(async |store| {
        add_unit(&store, "u1", "xã A").await;
        let plan = add_plan(&store, "u1", 1).await;
        let symbol = thidua_domain::plans::symbol::NumberSymbol::read("43/KH-UBND").expect("a symbol");
        assert!(
            store.plans_numbered(&symbol.key(), 2022).await.expect("read").is_empty(),
            "a draft has no number yet"
        );
        change(&store, 2, async |change| change.issue_plan(&plan, 1, "u1", &symbol, day(2022, 3, 7)).await)
            .await
            .expect("issued");
        assert_eq!(store.plans_numbered(&symbol.key(), 2022).await.expect("read").len(), 1);
        assert!(store.plans_numbered(&symbol.key(), 2023).await.expect("read").is_empty());
        assert!(store.plans_numbered("3-kh-ubnd", 2022).await.expect("read").is_empty(), "3 is not 43");
    })
    .await;
}

#[tokio::test]
async fn what_is_given_above_arrives_below_changes_and_goes_again() {
    tell(async |store| {
        let (above, below) = two_levels(&store).await;
        let target = linked(&store, &above, &below).await;
        let arrived = async || store.targets(&below).await.expect("targets").remove(1).assigned;
        let give = async |state: AssignmentState, value: &str, seen: i64, minute: u32| {
            let one = given(&target, "u2", state, value);
            change(&store, minute, async |change| change.assign(&one, seen).await).await
        };
        assert_eq!(arrived().await, None);
        give(AssignmentState::Draft, "30", 0, 5).await.expect("prepared");
        assert_eq!(arrived().await, None, "what is only prepared was told to nobody");
        give(AssignmentState::Assigned, "31.5", 1, 6).await.expect("given");
        assert_eq!(arrived().await, Amount::from_plain("31.5").ok());
        let stale = give(AssignmentState::Changed, "29", 1, 7).await;
        assert!(matches!(stale, Err(StoreError::ChangedMeanwhile)), "the second of two is told");
        let first = give(AssignmentState::Assigned, "29", 0, 7).await;
        assert!(matches!(first, Err(StoreError::ChangedMeanwhile)), "who saw nothing does not overwrite");
        give(AssignmentState::Changed, "28", 2, 8).await.expect("changed");
        assert_eq!(arrived().await, Amount::from_plain("28").ok());
        give(AssignmentState::Withdrawn, "28", 3, 9).await.expect("taken back");
        assert_eq!(arrived().await, None);
        let all = store.assignments_of(&target).await.expect("read");
        assert_eq!(all.iter().map(|one| one.version).collect::<Vec<_>>(), [4, 3, 2, 1], "every version stays");
        assert_eq!(all.iter().filter(|one| one.current).count(), 1);
        assert_eq!(all[1].given.reason.as_deref(), Some("mất mùa"));
        let now = store.assignment_to(&target, "u2").await.expect("read").expect("there");
        assert_eq!((now.version, now.given.weight), (4, Some(Amount::whole(3))));
        assert_eq!(store.assignments(&above).await.expect("read").len(), 1);
    })
    .await;
}

#[tokio::test]
async fn another_unit_gets_nothing_of_what_is_given() {
    tell(async |store| {
        let (above, below) = two_levels(&store).await;
        let target = linked(&store, &above, &below).await;
        let one = given(&target, "u1", AssignmentState::Assigned, "7");
        change(&store, 5, async |change| change.assign(&one, 0).await).await.expect("given");
        assert_eq!(store.targets(&below).await.expect("targets").remove(1).assigned, None);
    })
    .await;
}

#[tokio::test]
async fn a_corrected_draft_keeps_its_matches_and_a_removed_target_loses_its_own() {
    tell(async |store| {
        let (above, below) = two_levels(&store).await;
        let target = linked(&store, &above, &below).await;
        let plan = store.plan(&below).await.expect("read").expect("there");
        let mut draft = plan.draft.clone();
        draft.targets[1].name = "tên mới".into();
        change(&store, 5, async |change| change.replace_draft(&plan, plan.version, &draft).await)
            .await
            .expect("corrected");
        let links = store.target_links(&below).await.expect("read");
        assert_eq!(
            (links[0].parent_target_id.as_str(), links[0].reason.as_deref()),
            (target.as_str(), Some("thôn nhỏ"))
        );
        let seen = store.targets_below(&above).await.expect("read");
        assert_eq!(seen.len(), 3, "every measured target of the plan below");
        let matched: Vec<_> = seen.iter().filter(|one| one.parent_target_id.is_some()).collect();
        assert_eq!((matched.len(), matched[0].name.as_str()), (1, "tên mới"));
        let plan = store.plan(&below).await.expect("read").expect("there");
        draft.targets.remove(1);
        change(&store, 6, async |change| change.replace_draft(&plan, plan.version, &draft).await)
            .await
            .expect("corrected");
        assert!(store.target_links(&below).await.expect("read").is_empty());
        linked_again(&store, &above, &below).await;
        change(&store, 7, async |change| change.discard_plan(&below).await)
            .await
            .expect("discarded with its matches");
        assert!(store.plans_below(&above).await.expect("read").is_empty());
    })
    .await;
}

async fn linked_again(store: &Store, above: &str, below: &str) {
    let target = store.targets(above).await.expect("targets").remove(0).id;
    let seen = store.links_version(below).await.expect("read");
    let link = TargetLink { code: "T01".into(), parent_target_id: target, reason: None };
    let stale = change(store, 6, async |change| change.link_targets(below, seen - 1, &[]).await).await;
    assert!(matches!(stale, Err(StoreError::ChangedMeanwhile)));
    change(store, 6, async |change| change.link_targets(below, seen, std::slice::from_ref(&link)).await)
        .await
        .expect("matched");
}

#[tokio::test]
async fn settings_methods_and_strivings_are_never_overwritten_unseen() {
    tell(async |store| {
        let (above, _) = two_levels(&store).await;
        assert_eq!(store.cascade(&above).await.expect("read"), Settings::default());
        let mut settings = Settings {
            launch_by: Some(day(2022, 3, 31)),
            kinds: vec![UnitKind::Village, UnitKind::School],
            version: 0,
        };
        change(&store, 4, async |change| change.set_cascade(&above, &settings).await).await.expect("set");
        let stale = change(&store, 5, async |change| change.set_cascade(&above, &settings).await).await;
        assert!(matches!(stale, Err(StoreError::ChangedMeanwhile)));
        settings.version = 1;
        settings.kinds.clear();
        change(&store, 5, async |change| change.set_cascade(&above, &settings).await).await.expect("set");
        let now = store.cascade(&above).await.expect("read");
        assert_eq!((now.version, now.launch_by, now.needs(UnitKind::Office)), (2, Some(day(2022, 3, 31)), true));

        let target = store.targets(&above).await.expect("targets").remove(0).id;
        let mut sharing = Sharing { method: Method::Coverage, bar: Amount::from_plain("95.5").ok(), version: 0 };
        change(&store, 6, async |change| change.set_sharing(&target, sharing).await).await.expect("set");
        let stale = change(&store, 6, async |change| change.set_sharing(&target, sharing).await).await;
        assert!(matches!(stale, Err(StoreError::ChangedMeanwhile)));
        sharing.version = 1;
        assert_eq!(store.sharings(&above).await.expect("read").get(&target), Some(&sharing));

        let strive = async |value: Option<i32>, seen: i64| {
            change(&store, 7, async |change| {
                change.strive(&target, value.map(Amount::whole), Some("phấn đấu"), seen).await
            })
            .await
        };
        strive(Some(9_100), 0).await.expect("set");
        assert!(matches!(strive(Some(9_200), 0).await, Err(StoreError::ChangedMeanwhile)));
        strive(None, 1).await.expect("taken back");
        let now = store.strivings(&above).await.expect("read").remove(&target).expect("there");
        assert_eq!((now.value, now.version, now.note.as_deref()), (None, 2, Some("phấn đấu")));
    })
    .await;
}
