//! Waves are taken over at the launch, opened, corrected, summed up and withdrawn; the calendar's own things.

use crate::world::{add_plan, add_unit, clerk, day, draft, entry, launch, tell};
use thidua_domain::access::Role;
use thidua_domain::calendar::holidays::{Decision, Mark, Swap};
use thidua_domain::calendar::occasions::Occasion;
use thidua_domain::figures::Attainment;
use thidua_domain::waves::{Celebrated, Conference, Wave, WaveKind};
use thidua_store::accounts::Account;
use thidua_store::waves::SummingUp;
use thidua_store::{Store, StoreError};

async fn movement(store: &Store) -> String {
    add_unit(store, "u1", "xã A").await;
    let plan = add_plan(store, "u1", 1).await;
    launch(store, &plan).await;
    let movement = store.movements(&plan).await.expect("movements").remove(0).id;
    let change = store.change(clerk(2)).await.expect("a change");
    change.take_waves(&movement, &draft().waves, &[]).await.expect("taken over");
    change.commit(entry("plan.launched", &plan)).await.expect("committed");
    movement
}

fn spring() -> Wave {
    Wave {
        kind: WaveKind::Seasonal,
        name: "Mừng Đảng, mừng Xuân".into(),
        goal: Some("Ra quân đầu năm".into()),
        event: None,
        from: Some(day(2022, 2, 7)),
        to: Some(day(2022, 3, 2)),
        summary_deadline: Some(day(2022, 3, 10)),
        strictly_before: true,
        conference: None,
        occasions: vec![Celebrated {
            name: "Tết Nguyên đán".into(),
            years: None,
            origin: None,
            day: Some(day(2022, 2, 1)),
        }],
    }
}

#[tokio::test]
async fn the_waves_of_a_plan_are_taken_over_whole_and_others_are_opened_beside_them() {
    tell(async |store| {
        let movement = movement(&store).await;
        let change = store.change(clerk(3)).await.expect("a change");
        let id = change.open_wave(&movement, &spring()).await.expect("opened");
        change.commit(entry("wave.opened", &id)).await.expect("committed");
        let waves = store.waves_of_movement(&movement).await.expect("waves");
        assert_eq!(waves.len(), 2);
        assert_eq!(waves[0].wave, Wave::of_plan(&draft().waves[0], &[]));
        assert_eq!((waves[0].plan_line, waves[0].version, waves[0].closed.is_some()), (Some(7), 1, false));
        assert_eq!((&waves[1].wave, waves[1].plan_line, waves[1].unit_id.as_str()), (&spring(), None, "u1"));
        assert_eq!(store.wave(&id).await.expect("read").expect("there").wave, spring());
        assert!(store.wave("khong-co").await.expect("read").is_none());
    })
    .await;
}

#[tokio::test]
async fn of_two_who_change_a_wave_the_second_is_told_and_a_closed_wave_changes_no_more() {
    tell(async |store| {
        let movement = movement(&store).await;
        let wave = store.waves_of_movement(&movement).await.expect("waves").remove(0);
        let correct = async |wave_now: &Wave, seen: i64| {
            let change = store.change(clerk(4)).await?;
            change.correct_wave(&wave.id, seen, wave_now).await?;
            change.commit(entry("wave.corrected", &wave.id)).await
        };
        let later = Wave {
            summary_deadline: Some(day(2022, 7, 20)),
            conference: Some(Conference::HalfYear),
            occasions: Vec::new(),
            ..wave.wave.clone()
        };
        correct(&later, 1).await.expect("corrected");
        assert!(matches!(correct(&wave.wave, 1).await, Err(StoreError::ChangedMeanwhile)));
        assert_eq!(store.wave(&wave.id).await.expect("read").expect("there").wave, later);

        let summing_up = SummingUp {
            on: Some(day(2022, 7, 12)),
            report: Some("Báo cáo 60/BC-SNV".into()),
            attainment: Some(Attainment::Yes),
            assessment: Some("Hoàn thành".into()),
            lessons: Some("Bám sát cơ sở".into()),
            commended: None,
        };
        let change = store.change(clerk(5)).await.expect("a change");
        change.close_wave(&wave.id, 2, &summing_up).await.expect("closed");
        change.commit(entry("wave.closed", &wave.id)).await.expect("committed");
        let closed = store.wave(&wave.id).await.expect("read").expect("there");
        assert_eq!((&closed.summing_up, closed.version), (&summing_up, 3));
        assert!(closed.closed.is_some_and(|(by, _)| by == "Văn phòng"));
        assert!(matches!(correct(&later, 3).await, Err(StoreError::ChangedMeanwhile)), "it is summed up");

        let change = store.change(clerk(6)).await.expect("a change");
        change.reopen_wave(&wave.id, 3).await.expect("reopened");
        change.commit(entry("wave.reopened", &wave.id)).await.expect("committed");
        let open = store.wave(&wave.id).await.expect("read").expect("there");
        assert!(open.closed.is_none());
        assert_eq!(open.summing_up, summing_up, "what was written is not lost");
        let change = store.change(clerk(7)).await.expect("a change");
        let refused = change.withdraw_wave(&wave.id, 4, "nhầm").await;
        assert!(matches!(refused, Err(StoreError::ChangedMeanwhile)), "a wave of the plan is not withdrawn");
    })
    .await;
}

#[tokio::test]
async fn a_year_shows_the_waves_that_touch_it_and_those_without_days() {
    tell(async |store| {
        let movement = movement(&store).await;
        let change = store.change(clerk(3)).await.expect("a change");
        let undated = Wave { kind: WaveKind::Peak, from: None, to: None, summary_deadline: None, ..spring() };
        change.open_wave(&movement, &undated).await.expect("opened");
        let next =
            Wave { from: Some(day(2023, 1, 1)), to: Some(day(2023, 1, 20)), summary_deadline: None, ..spring() };
        change.open_wave(&movement, &next).await.expect("opened");
        let gone = change.open_wave(&movement, &spring()).await.expect("opened");
        change.withdraw_wave(&gone, 1, "mở nhầm").await.expect("withdrawn");
        change.commit(entry("wave.opened", &gone)).await.expect("committed");
        let names = async |units: Option<&[&str]>, year| -> usize {
            store.waves_in_year(units, year, 100).await.expect("waves").len()
        };
        assert_eq!(names(None, 2022).await, 2, "the plan's and the one without days");
        assert_eq!(names(Some(&["u1"]), 2023).await, 1);
        assert_eq!(names(Some(&["u2"]), 2022).await, 0);
        assert_eq!(names(Some(&[]), 2022).await, 0, "no scope is no access");
        assert_eq!(names(None, 2024).await, 0);
        let due = async |units: Option<&[&str]>, month| {
            let found = store.summing_ups_due(units, day(2022, month, 15), 10).await.expect("waves");
            found.into_iter().map(|led| led.wave.name).collect::<Vec<_>>()
        };
        assert_eq!(due(None, 7).await, ["Đợt 1"], "what is due by a day and not done");
        assert!(due(None, 6).await.is_empty() && due(Some(&["u2"]), 7).await.is_empty());
        assert_eq!(store.movement_years(Some(&["u1"])).await.expect("years"), Vec::<i64>::new(), "not issued yet");
        assert!(store.report_days(None, 2022, 10).await.expect("days").is_empty());
        let all = store.waves_of_movement(&movement).await.expect("waves");
        assert_eq!(all.iter().filter(|wave| wave.withdrawn.as_deref() == Some("mở nhầm")).count(), 1);
    })
    .await;
}

#[tokio::test]
async fn the_decision_of_a_year_counts_for_its_authority_and_those_below() {
    tell(async |store| {
        add_unit(&store, "u1", "tỉnh A").await;
        let decision = Decision {
            year: 2028,
            tet: Some((day(2028, 1, 25), day(2028, 1, 29))),
            beside_national_day: Some(day(2028, 9, 1)),
            swaps: vec![Swap { off: day(2028, 5, 2), work: day(2028, 4, 29) }],
            free: vec![day(2028, 11, 24)],
            complete: true,
            document: "Thông báo 1/TB-BNV".into(),
            mark: Mark::Verified,
        };
        let change = store.change(clerk(1)).await.expect("a change");
        let id = change.decide_year(Some("u1"), &decision).await.expect("entered");
        change.commit(entry("year.decided", &id)).await.expect("committed");
        let path = |units: &[&str]| units.iter().map(|unit| (*unit).to_owned()).collect::<Vec<_>>();
        let found = store.year_decisions(&path(&["u2", "u1"])).await.expect("read");
        assert_eq!(found.iter().map(|one| &one.decision).collect::<Vec<_>>(), [&decision]);
        assert!(store.year_decisions(&path(&["u3"])).await.expect("read").is_empty());
        assert!(store.year_decisions(&[]).await.expect("read").is_empty());
        assert_eq!(store.decision_unit(&id).await.expect("read"), Some(Some("u1".to_owned())));
        let change = store.change(clerk(2)).await.expect("a change");
        change.withdraw_decision(&id).await.expect("withdrawn");
        change.commit(entry("year.withdrawn", &id)).await.expect("committed");
        assert!(store.year_decisions(&path(&["u1"])).await.expect("read").is_empty());
        assert!(store.decision_unit(&id).await.expect("read").is_none());
    })
    .await;
}

#[tokio::test]
async fn a_secret_address_is_one_for_each_account_and_can_be_ended() {
    tell(async |store| {
        add_unit(&store, "u1", "xã A").await;
        let change = store.change(clerk(1)).await.expect("a change");
        let person = Account {
            id: "a1".into(),
            login: "xa.xem".into(),
            name: "Người xem".into(),
            role: Role::Viewer,
            unit_id: Some("u1".into()),
            password_hash: None,
            code_hash: None,
            code_until: None,
            locked: false,
        };
        change.add_account(&person).await.expect("an account");
        change.give_calendar_address("a1", "dau").await.expect("given");
        change.give_calendar_address("a1", "sau").await.expect("given again");
        change.commit(entry("calendar.address-given", "a1")).await.expect("committed");
        let whose = async |hash: &str| store.account_of_calendar(hash).await.expect("read").map(|one| one.id);
        assert_eq!(whose("dau").await, None, "the first no longer works");
        assert_eq!(whose("sau").await.as_deref(), Some("a1"));
        assert!(store.calendar_address_since("a1").await.expect("read").is_some());
        let change = store.change(clerk(2)).await.expect("a change");
        change.lock_account("a1", true).await.expect("locked");
        change.commit(entry("account.locked", "a1")).await.expect("committed");
        assert_eq!(whose("sau").await, None, "a locked account sees nothing");
        let change = store.change(clerk(3)).await.expect("a change");
        change.end_calendar_address("a1").await.expect("ended");
        assert!(matches!(change.end_calendar_address("a1").await, Err(StoreError::Absent)));
        change.commit(entry("calendar.address-ended", "a1")).await.expect("committed");
        assert!(store.calendar_address_since("a1").await.expect("read").is_none());
    })
    .await;
}

#[tokio::test]
async fn an_occasion_of_its_own_counts_for_an_authority_and_those_below_until_it_is_withdrawn() {
    tell(async |store| {
        add_unit(&store, "u1", "tỉnh A").await;
        let name = "Ngày thành lập tỉnh".to_owned();
        let mut founding = Occasion::local(String::new(), name, false, (5, 24), Some(1932)).expect("a day");
        let change = store.change(clerk(1)).await.expect("a change");
        let id = change.add_occasion("u1", &founding).await.expect("added");
        change.commit(entry("occasion.added", &id)).await.expect("committed");
        let path = |units: &[&str]| units.iter().map(|unit| (*unit).to_owned()).collect::<Vec<_>>();
        founding.code = id.clone();
        let found = store.occasions_of(&path(&["u2", "u1"])).await.expect("read");
        assert_eq!(found, [("u1".to_owned(), founding)]);
        assert!(store.occasions_of(&path(&["u3"])).await.expect("read").is_empty());
        assert!(store.occasions_of(&[]).await.expect("read").is_empty(), "no scope is no access");
        assert_eq!(store.occasion_unit(&id).await.expect("read").as_deref(), Some("u1"));
        let change = store.change(clerk(2)).await.expect("a change");
        change.withdraw_occasion(&id).await.expect("withdrawn");
        assert!(matches!(change.withdraw_occasion(&id).await, Err(StoreError::Absent)));
        change.commit(entry("occasion.withdrawn", &id)).await.expect("committed");
        assert!(store.occasions_of(&path(&["u1"])).await.expect("read").is_empty());
        assert!(store.occasion_unit(&id).await.expect("read").is_none());
    })
    .await;
}
