//! Reports of a movement, directions upon them, summing-ups, and what is left to the next year.

use crate::world::{add_plan, add_unit, clerk, day, entry, launch, tell};
use thidua_domain::periods::Period;
use thidua_domain::plans::symbol::NumberSymbol;
use thidua_domain::reviews::Kind;
use thidua_store::reviews::{Issue, Kept, NewDirection, SummingUpText};
use thidua_store::{Store, StoreError};

async fn movement(store: &Store) -> String {
    add_unit(store, "u1", "Ủy ban nhân dân xã A").await;
    add_unit(store, "u2", "Thôn Đông").await;
    let plan = add_plan(store, "u1", 1).await;
    launch(store, &plan).await;
    store.movements(&plan).await.expect("movements").remove(0).id
}

fn issue() -> Issue {
    Issue {
        number_symbol: "45/BC-UBND".into(),
        dated: day(2022, 7, 5),
        signer_title: Some("Chủ tịch".into()),
        signer_name: "Ngô Văn A".into(),
    }
}

fn kept(actual: &str) -> Kept {
    Kept {
        target_id: "t1".into(),
        number: "1".into(),
        group: Some("Về kinh tế".into()),
        name: "Thu ngân sách".into(),
        measure: "triệu đồng".into(),
        planned: "1.768".into(),
        actual: actual.into(),
        rate: "50,93".into(),
        last_year: String::new(),
        compared: String::new(),
        status: "on-track".into(),
    }
}

#[tokio::test]
async fn a_report_keeps_its_sections_in_versions_its_number_is_unique_and_what_was_issued_stays() {
    tell(async |store| {
        let movement = movement(&store).await;
        let change = store.change(clerk(2)).await.expect("a change");
        let half = change.begin_period_report(&movement, Period::FirstHalf).await.expect("begun");
        let year = change.begin_period_report(&movement, Period::Year).await.expect("begun");
        change.commit(entry("period-report.begun", &half)).await.expect("committed");
        let change = store.change(clerk(3)).await.expect("a change");
        let twice = change.begin_period_report(&movement, Period::Year).await;
        assert!(matches!(twice, Err(StoreError::AlreadyThere)), "one report a period");
        drop(change);

        let change = store.change(clerk(4)).await.expect("a change");
        change.claim_period_report(&half).await.expect("claimed");
        change.write_section(&half, "organisation", Some(0), Some("Lời sửa"), "Lời máy").await.expect("written");
        let stale = change.write_section(&half, "organisation", Some(0), Some("Lời khác"), "Lời máy").await;
        assert!(matches!(stale, Err(StoreError::ChangedMeanwhile)), "the second sees what the first wrote");
        change.write_section(&half, "organisation", Some(1), None, "Lời máy").await.expect("written");
        change.commit(entry("period-report.edited", &half)).await.expect("committed");
        let texts = store.period_report_texts(&half).await.expect("read");
        assert_eq!(
            texts.iter().map(|one| (one.version, one.text.as_deref())).collect::<Vec<_>>(),
            [(2, None), (1, Some("Lời sửa"))]
        );

        let symbol = NumberSymbol::read("45/BC-UBND").expect("a number");
        let report = store.period_report(&half).await.expect("read").expect("there");
        let change = store.change(clerk(5)).await.expect("a change");
        change.issue_period_report(&report, report.version, &issue(), &symbol).await.expect("issued");
        change.keep_results(&half, &[kept("900,5")]).await.expect("kept");
        change.commit(entry("period-report.issued", &half)).await.expect("committed");
        let issued = store.period_report(&half).await.expect("read").expect("there");
        assert!(issued.issued && issued.issue == Some(issue()) && issued.issued_by.is_some());
        assert_eq!(store.kept_results(&half).await.expect("read"), [kept("900,5")]);

        let change = store.change(clerk(6)).await.expect("a change");
        assert!(change.claim_period_report(&half).await.is_err(), "an issued report is not written in");
        drop(change);
        let other = store.period_report(&year).await.expect("read").expect("there");
        let change = store.change(clerk(7)).await.expect("a change");
        let taken = change.issue_period_report(&other, other.version, &issue(), &symbol).await;
        assert!(matches!(taken, Err(StoreError::AlreadyThere)), "a number is used once a year: {taken:?}");
        drop(change);

        let change = store.change(clerk(8)).await.expect("a change");
        change.send_period_report(&half, issued.version, "UBND huyện", day(2022, 7, 6), None).await.expect("sent");
        change.reopen_period_report(&half, issued.version + 1, "Sai số").await.expect("reopened");
        change.commit(entry("period-report.reopened", &half)).await.expect("committed");
        let reopened = store.period_report(&half).await.expect("read").expect("there");
        assert!(!reopened.issued && reopened.sent.is_none());
        assert_eq!(reopened.reopened_because.as_deref(), Some("Sai số"));
        assert_eq!(store.period_reports(&movement).await.expect("read").len(), 2);
    })
    .await;
}

#[tokio::test]
async fn a_direction_becomes_one_task_and_a_summing_up_keeps_what_was_evaluated() {
    tell(async |store| {
        let movement = movement(&store).await;
        let change = store.change(clerk(2)).await.expect("a change");
        let report = change.begin_period_report(&movement, Period::FirstHalf).await.expect("begun");
        let new = NewDirection {
            period_report_id: Some(report.clone()),
            unit_id: "u1".into(),
            to_unit_id: Some("u2".into()),
            says: "Đôn đốc thu".into(),
            due: Some(day(2022, 8, 1)),
            ..NewDirection::default()
        };
        let id = change.direct(&new).await.expect("directed");
        let up = change.add_summing_up(&movement, Kind::Preliminary).await.expect("prepared");
        change.commit(entry("report.directed", &report)).await.expect("committed");
        let found = store.directions_upon(&report).await.expect("read").remove(0);
        assert_eq!((found.direction, found.to_name.as_deref(), found.task_id), (new, Some("Thôn Đông"), None));
        assert_eq!(store.directions_of_movement(&movement).await.expect("read").len(), 1);
        assert_eq!(store.direction(&id).await.expect("read").expect("there").id, id);

        let text = SummingUpText {
            held_on: Some(day(2022, 7, 10)),
            report_id: Some(report),
            lessons: Some("Giao sớm".into()),
            ..SummingUpText::default()
        };
        let change = store.change(clerk(3)).await.expect("a change");
        change.write_summing_up(&up, 1, &text).await.expect("written");
        assert!(matches!(change.write_summing_up(&up, 1, &text).await, Err(StoreError::ChangedMeanwhile)));
        change.note_kept(&up, 2, day(2022, 7, 10), Period::FirstHalf).await.expect("noted");
        change.keep_results(&up, &[kept("1"), kept("2")]).await.expect("kept");
        change.keep_results(&up, &[kept("3")]).await.expect("kept again");
        change.commend_at(&up, &[]).await.expect("nobody");
        change.commit(entry("summing-up.written", &up)).await.expect("committed");
        let kept_up = store.summing_up(&up).await.expect("read").expect("there");
        assert_eq!((kept_up.text, kept_up.kept), (text, Some((day(2022, 7, 10), Period::FirstHalf))));
        assert_eq!(store.kept_results(&up).await.expect("read"), [kept("3")]);
        assert!(store.commended_at(&up).await.expect("read").is_empty());
    })
    .await;
}

#[tokio::test]
async fn what_is_left_to_the_next_year_is_kept_once_and_can_be_taken_out() {
    tell(async |store| {
        let movement = movement(&store).await;
        let change = store.change(clerk(2)).await.expect("a change");
        change.leave_to_next_year(&movement, ("lesson-1", "carried"), "Bài học", None).await.expect("left");
        change.leave_to_next_year(&movement, ("lesson-1", "task"), "Bài học", None).await.expect("left again");
        change.leave_to_next_year(&movement, ("target-2", "carried"), "Chỉ tiêu", None).await.expect("left");
        change.keep_this_year(&movement, "target-2").await.expect("taken out");
        change.commit(entry("movement.left-to-next", &movement)).await.expect("committed");
        let left = store.left_to_next_year(&movement).await.expect("read");
        assert_eq!(left.len(), 1);
        assert_eq!((left[0].item.as_str(), left[0].as_what.as_str()), ("lesson-1", "task"));
    })
    .await;
}
