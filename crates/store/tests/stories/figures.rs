//! Figures: exact, versioned, never silently overwritten.

use crate::world::{add_plan, add_unit, clerk, day, entry, launch, tell};
use thidua_domain::basics::Amount;
use thidua_domain::figures::{Attainment, Figure};
use thidua_domain::periods::Period;
use thidua_domain::targets::Direction;
use thidua_store::figures::Reported;
use thidua_store::{Store, StoreError};

fn reported(target_id: &str, figure: Figure) -> Reported {
    Reported {
        target_id: target_id.into(),
        period: Period::FirstHalf,
        figure,
        dated: Some(day(2022, 6, 30)),
        source: Some("Báo cáo 12/BC-UBND".into()),
        file_digest: None,
        file_name: None,
        reason: None,
        ratio: None,
        place: None,
        round_id: None,
        illustrative: true,
    }
}

async fn enter(store: &Store, reported: &Reported, seen: i64, minute: u32) -> Result<(), StoreError> {
    let change = store.change(clerk(minute)).await?;
    change.enter_figure(reported, seen).await?;
    change.commit(entry("figure.entered", &reported.target_id)).await
}

#[tokio::test]
async fn amounts_keep_every_digit() {
    tell(async |store| {
        add_unit(&store, "u1", "xã A").await;
        let plan = add_plan(&store, "u1", 1).await;
        launch(&store, &plan).await;
        let target = store.targets(&plan).await.expect("targets").remove(0);
        let mut seen = 0;
        for plain in ["12345678901234.5678", "99999999999999.9999", "0", "-0.0001", "24.4"] {
            let figure = Figure::Number(Amount::from_plain(plain).expect("an amount"));
            enter(&store, &reported(&target.id, figure), seen, 2).await.expect("entered");
            seen += 1;
            let current = store.figures_of_plan(&plan).await.expect("figures").remove(0);
            assert_eq!(current.reported.figure, figure, "{plain}");
            assert_eq!(current.version, seen);
        }
    })
    .await;
}

#[tokio::test]
async fn a_correction_keeps_what_it_corrects() {
    tell(async |store| {
        add_unit(&store, "u1", "xã A").await;
        let plan = add_plan(&store, "u1", 1).await;
        launch(&store, &plan).await;
        let target = store.targets(&plan).await.expect("targets").remove(2);
        let first = reported(&target.id, Figure::Judged(Attainment::Yes));
        enter(&store, &first, 0, 2).await.expect("entered");
        let second =
            Reported { reason: Some("nhập nhầm".into()), ..reported(&target.id, Figure::NotApplicable) };
        enter(&store, &second, 1, 3).await.expect("corrected");
        let refused = enter(&store, &first, 1, 4).await;
        assert!(matches!(refused, Err(StoreError::ChangedMeanwhile)), "the second of two sees what changed");
        let versions = store.figures_of_target(&target.id).await.expect("versions");
        let seen: Vec<(i64, bool, Figure)> =
            versions.iter().map(|one| (one.version, one.current, one.reported.figure)).collect();
        assert_eq!(seen, [(2, true, Figure::NotApplicable), (1, false, Figure::Judged(Attainment::Yes))]);
        assert_eq!(store.figures_of_plan(&plan).await.expect("figures").len(), 1);
    })
    .await;
}

#[tokio::test]
async fn what_a_person_sets_stays_with_the_target() {
    tell(async |store| {
        add_unit(&store, "u1", "xã A").await;
        let plan = add_plan(&store, "u1", 1).await;
        launch(&store, &plan).await;
        let target = store.targets(&plan).await.expect("targets").remove(1);
        let change = store.change(clerk(2)).await.expect("a change");
        let amount = Amount::from_plain("1768").ok();
        change.set_reference(&target.id, None, amount, Direction::Higher).await.expect("set");
        change.commit(entry("target.reference", &target.id)).await.expect("committed");
        let (of_plan, now) = store.target(&target.id).await.expect("read").expect("there");
        assert_eq!((of_plan, now.reference, now.tolerance), (plan, amount, None));
    })
    .await;
}

#[tokio::test]
async fn twenty_writers_at_once_lose_nothing() {
    tell(async |store| {
        add_unit(&store, "u1", "xã A").await;
        let plan = add_plan(&store, "u1", 1).await;
        launch(&store, &plan).await;
        let target = store.targets(&plan).await.expect("targets").remove(0);
        let tasks: Vec<_> = (0..20)
            .map(|number| {
                let (store, target) = (store.clone(), target.id.clone());
                tokio::spawn(async move {
                    let one = reported(&target, Figure::Number(Amount::whole(number)));
                    for seen in 0..40 {
                        match enter(&store, &one, seen, 5).await {
                            // on PostgreSQL two who insert the same version meet at the unique key
                            Err(StoreError::ChangedMeanwhile | StoreError::AlreadyThere) => {}
                            other => return other,
                        }
                    }
                    Err(StoreError::ChangedMeanwhile)
                })
            })
            .collect();
        let mut entered = 0;
        for task in tasks {
            if task.await.expect("the task ends").is_ok() {
                entered += 1
            }
        }
        let versions = store.figures_of_target(&target.id).await.expect("versions");
        assert_eq!(versions.len(), entered, "every acknowledged figure is there");
        assert!(entered > 0);
        assert_eq!(versions.iter().filter(|one| one.current).count(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_movement_that_is_summed_up_takes_no_figure_even_from_an_open_page() {
    use thidua_domain::movements::State;
    tell(async |store| {
        add_unit(&store, "u1", "xã A").await;
        let plan = add_plan(&store, "u1", 1).await;
        launch(&store, &plan).await;
        let target = store.targets(&plan).await.expect("targets").remove(0);
        let movement = store.movements(&plan).await.expect("movements").remove(0);
        let change = store.change(clerk(2)).await.expect("a change");
        change.step_movement(&movement.id, State::Issued, State::FinalReview, None).await.expect("a step");
        change.commit(entry("movement.stepped", &movement.id)).await.expect("committed");
        let late = enter(&store, &reported(&target.id, Figure::Number(Amount::whole(1))), 0, 3).await;
        assert!(matches!(late, Err(StoreError::ChangedMeanwhile)));
    })
    .await;
}

#[tokio::test]
async fn of_two_who_write_a_review_the_second_is_told() {
    use thidua_store::movements::Review;
    tell(async |store| {
        add_unit(&store, "u1", "xã A").await;
        let plan = add_plan(&store, "u1", 1).await;
        let movement = store.movements(&plan).await.expect("movements").remove(0);
        let write = async |lessons: &str, seen: i64| {
            let change = store.change(clerk(2)).await?;
            let review = Review { lessons: Some(lessons), ..Review::default() };
            change.write_review(&movement.id, seen, &review).await?;
            change.commit(entry("movement.reviewed", &movement.id)).await
        };
        write("đầu", 0).await.expect("written");
        assert!(matches!(write("sau", 0).await, Err(StoreError::ChangedMeanwhile)));
        let now = store.movement(&movement.id).await.expect("read").expect("there");
        assert_eq!((now.lessons.as_deref(), now.version), (Some("đầu"), 1));
    })
    .await;
}
