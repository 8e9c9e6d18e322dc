//! Earlier years in versions, what a change is counted in, and what was known when.

use crate::world::{add_plan, add_unit, clerk, entry, launch, moment, tell};
use thidua_domain::basics::Amount;
use thidua_domain::evaluation::{Meaning, Measure, Of};
use thidua_domain::figures::Figure;
use thidua_domain::periods::Period;
use thidua_store::evaluation::Earlier;
use thidua_store::figures::Reported;
use thidua_store::{Store, StoreError};

fn amount(text: &str) -> Amount {
    Amount::from_plain(text).expect("an amount")
}

fn earlier(target: &str, of: Of, value: Option<&str>) -> Earlier {
    Earlier {
        target_id: target.into(),
        of,
        year: 2021,
        period: Period::Year,
        value: value.map(amount),
        source: Some("Niên giám".into()),
        from_target_id: None,
        reason: None,
        illustrative: false,
    }
}

async fn enter(store: &Store, minute: u32, entered: &Earlier, seen: i64) -> Result<(), StoreError> {
    let change = store.change(clerk(minute)).await.expect("a change");
    change.enter_earlier(entered, seen).await?;
    change.commit(entry("earlier.entered", &entered.target_id)).await
}

async fn begun(store: &Store) -> (String, String) {
    add_unit(store, "u1", "Ủy ban nhân dân xã A").await;
    let plan = add_plan(store, "u1", 1).await;
    launch(store, &plan).await;
    let target = store.targets(&plan).await.expect("targets").remove(0).id;
    (plan, target)
}

#[tokio::test]
async fn an_earlier_year_is_kept_in_versions_and_known_as_of_a_moment() {
    tell(async |store| {
        let (plan, target) = begun(&store).await;
        let own = |value| earlier(&target, Of::Itself, value);
        enter(&store, 10, &own(Some("8841.7")), 0).await.expect("entered");
        enter(&store, 11, &earlier(&target, Of::Measure(Measure::Deaths), Some("9")), 0).await.expect("entered");
        let stale = enter(&store, 12, &own(Some("1")), 0).await;
        assert!(matches!(stale, Err(StoreError::ChangedMeanwhile)), "{stale:?}");
        enter(&store, 20, &own(Some("8850")), 1).await.expect("corrected");
        enter(&store, 30, &own(None), 2).await.expect("taken back");
        let values = async |known_at| {
            let all = store.earlier_figures(&plan, known_at).await.expect("read");
            let mine = all.into_iter().filter(|one| one.entered.of == Of::Itself);
            mine.map(|one| (one.version, one.entered.value)).collect::<Vec<_>>()
        };
        assert_eq!(values(None).await, [(3, None)]);
        assert_eq!(values(Some(moment(10))).await, []);
        assert_eq!(values(Some(moment(15))).await, [(1, Some(amount("8841.7")))]);
        assert_eq!(values(Some(moment(25))).await, [(2, Some(amount("8850")))]);
        let history = store.earlier_history(&target).await.expect("read");
        assert_eq!(history.iter().filter(|one| one.current).count(), 2, "one of each cell");
        assert_eq!(
            (history.len(), history[0].version, history[0].entered.source.as_deref()),
            (4, 3, Some("Niên giám"))
        );
    })
    .await;
}

#[tokio::test]
async fn a_target_that_is_compared_with_a_year_gets_its_bound_from_that_year() {
    tell(async |store| {
        add_unit(&store, "u1", "Ủy ban nhân dân xã A").await;
        let plan = add_plan(&store, "u1", 1).await;
        let mut draft = store.plan(&plan).await.expect("read").expect("there");
        draft.draft.targets[0].value = None;
        draft.draft.targets[0].basis = Some("vs 2021".into());
        let change = store.change(clerk(2)).await.expect("a change");
        change.replace_draft(&draft, draft.version, &draft.draft).await.expect("saved");
        change.commit(entry("plan.edited", &plan)).await.expect("committed");
        launch(&store, &plan).await;
        let target = store.targets(&plan).await.expect("targets").remove(0);
        assert_eq!((target.earlier, target.bound()), (None, None));
        enter(&store, 10, &earlier(&target.id, Of::Level, Some("7")), 0).await.expect("entered");
        enter(&store, 10, &earlier(&target.id, Of::Itself, Some("1.8")), 0).await.expect("entered");
        let target = store.targets(&plan).await.expect("targets").remove(0);
        assert_eq!(target.bound(), Some(amount("1.8")));
        assert_eq!(store.target(&target.id).await.expect("read").expect("there").1.bound(), Some(amount("1.8")));
    })
    .await;
}

#[tokio::test]
async fn what_a_change_is_counted_in_is_said_by_one_at_a_time() {
    tell(async |store| {
        let (plan, target) = begun(&store).await;
        let say = async |meaning, seen| {
            let change = store.change(clerk(5)).await.expect("a change");
            change.set_growth_meaning(&target, meaning, seen).await?;
            change.commit(entry("earlier.entered", &target)).await
        };
        say(Meaning::Points, 0).await.expect("said");
        assert!(matches!(say(Meaning::Percent, 0).await, Err(StoreError::ChangedMeanwhile)));
        say(Meaning::Percent, 1).await.expect("changed");
        let said = store.growth_meanings(&plan).await.expect("read")[&target];
        assert_eq!((said.meaning, said.version), (Meaning::Percent, 2));
    })
    .await;
}

#[tokio::test]
async fn figures_are_known_as_of_a_moment() {
    tell(async |store| {
        let (plan, target) = begun(&store).await;
        for (minute, value, seen) in [(10, "100", 0), (20, "110", 1)] {
            let reported = Reported {
                target_id: target.clone(),
                period: Period::FirstHalf,
                figure: Figure::Number(amount(value)),
                dated: None,
                source: Some("Sổ".into()),
                file_digest: None,
                file_name: None,
                reason: None,
                ratio: None,
                place: None,
                round_id: None,
                illustrative: false,
            };
            let change = store.change(clerk(minute)).await.expect("a change");
            change.enter_figure(&reported, seen).await.expect("entered");
            change.commit(entry("figure.entered", &target)).await.expect("committed");
        }
        let known = async |minute| {
            let all = store.figures_known_at(&plan, moment(minute)).await.expect("read");
            all.into_iter().map(|one| one.reported.figure).collect::<Vec<_>>()
        };
        assert_eq!(known(5).await, []);
        assert_eq!(known(15).await, [Figure::Number(amount("100"))]);
        assert_eq!(known(25).await, [Figure::Number(amount("110"))]);
    })
    .await;
}
