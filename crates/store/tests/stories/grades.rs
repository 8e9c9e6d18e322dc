//! Year's grades with what they rest on, index results, term targets, promises outside the list.

use crate::world::{add_unit, clerk, day, entry, moment, tell};
use thidua_domain::basics::Amount;
use thidua_domain::grades::{Basis, BasisKind, Grade, Stage};
use thidua_domain::indices::{Aim, Reading};
use thidua_domain::targets::{Comparator, Direction};
use thidua_domain::terms::{Asked, Method};
use thidua_store::grades::{Graded, Kept, Written};
use thidua_store::index_years::IndexYear;
use thidua_store::terms::{Term, TermTarget, TermYear};
use thidua_store::{Store, StoreError};

fn own_word(grade: Grade) -> Written {
    Written {
        whom: Graded::Unit("u1".into()),
        year: 2022,
        of_unit_id: "u1".into(),
        stage: Stage::SelfGraded,
        grade,
        number: None,
        dated: None,
        authority: None,
        reason: None,
        note: None,
    }
}

fn decided(grade: Grade) -> Written {
    Written {
        stage: Stage::Decided,
        number: Some("512/QĐ-SNV".into()),
        dated: Some(day(2022, 12, 15)),
        authority: Some("Giám đốc Sở".into()),
        reason: Some("Theo kết luận kiểm tra".into()),
        note: Some("Đã công khai".into()),
        ..own_word(grade)
    }
}

async fn write(store: &Store, minute: u32, it: &Written, bases: &[Basis], seen: i64) -> Result<String, StoreError> {
    let change = store.change(clerk(minute)).await.expect("a change");
    let id = change.write_grade(it, bases, seen).await?;
    change.commit(entry("grade.self", "u1")).await.expect("committed");
    Ok(id)
}

#[tokio::test]
async fn every_version_of_a_grade_stays_with_what_it_rested_on_and_the_second_to_write_sees_the_first() {
    tell(async |store| {
        add_unit(&store, "u1", "Sở Nội vụ").await;
        let targets = Basis {
            kind: BasisKind::Targets,
            name: "05/KH-SNV".into(),
            done: 12,
            all: 15,
            short: 1,
            address: Some("/movements/m/targets?period=Y".into()),
        };
        let said = Basis {
            kind: BasisKind::Said,
            name: "Không có kỷ luật".into(),
            done: 0,
            all: 0,
            short: 0,
            address: None,
        };
        let first =
            write(&store, 1, &own_word(Grade::Good), &[targets.clone(), said.clone()], 0).await.expect("it");
        let stale = write(&store, 2, &own_word(Grade::Excellent), &[], 0).await;
        assert!(matches!(stale, Err(StoreError::ChangedMeanwhile)), "{stale:?}");
        let second =
            write(&store, 3, &decided(Grade::Excellent), std::slice::from_ref(&targets), 1).await.expect("it");
        let stale = write(&store, 4, &decided(Grade::Good), &[], 1).await;
        assert!(matches!(stale, Err(StoreError::ChangedMeanwhile)), "{stale:?}");

        let whom = Graded::Unit("u1".into());
        let now = store.grade(&whom, 2022).await.expect("read").expect("a grade");
        let wanted = Kept {
            id: second.clone(),
            written: decided(Grade::Excellent),
            version: 2,
            account_id: None,
            account_name: clerk(3).name,
            written_at: moment(3),
        };
        assert_eq!(now, wanted);
        let versions = store.grade_versions(&whom, 2022).await.expect("read");
        assert_eq!(versions.iter().map(|one| one.version).collect::<Vec<_>>(), [2, 1]);
        assert_eq!(store.grade_bases(&first).await.expect("read"), [targets.clone(), said]);
        assert_eq!(store.grade_bases(&second).await.expect("read"), [targets]);
        assert_eq!(store.grades_over_years(std::slice::from_ref(&whom)).await.expect("read").len(), 1);
        let of = store.grades_of(&[whom.clone(), Graded::Person("nobody".into())], 2022).await.expect("read");
        assert_eq!(of.get(&whom).map(|one| one.written.grade), Some(Grade::Excellent));
        assert_eq!(of.len(), 1);
        assert_eq!(store.grade(&whom, 2023).await.expect("read"), None, "of one year only");
        assert_eq!(store.newest_graded_year("u1").await.expect("read"), Some(2022));
        assert_eq!(store.newest_graded_year("u2").await.expect("read"), None);
        // questions of the result sheet that both databases have to understand
        assert!(store.waves_asked_of("u1", 2022).await.expect("read").is_empty());
        assert!(store.registrations_of_year("u1", 2022).await.expect("read").is_empty());
        assert!(store.tasks_of_year(&[whom], 2022).await.expect("read").is_empty());
        let people = [Graded::Person("p".into())];
        assert!(store.titles_registered_for(&people, 2022).await.expect("read").is_empty());
    })
    .await;
}

#[tokio::test]
async fn an_index_of_a_year_keeps_its_versions() {
    tell(async |store| {
        add_unit(&store, "u1", "Huyện Bình Sơn").await;
        let mut it = IndexYear {
            unit_id: "u1".into(),
            index: "par-index".into(),
            year: 2024,
            aim: Aim { score_rises: true, rank: Some(3), ..Aim::default() },
            reading: Reading::default(),
            document: None,
            dated: None,
            note: None,
            reason: None,
            version: 0,
            account_name: clerk(1).name,
            written_at: moment(1),
        };
        let put = async |minute: u32, it: &IndexYear| {
            let change = store.change(clerk(minute)).await.expect("a change");
            change.write_index_year(it).await?;
            change.commit(entry("index.written", "u1")).await
        };
        put(1, &it).await.expect("written");
        let stale = put(2, &it).await;
        assert!(matches!(stale, Err(StoreError::ChangedMeanwhile)), "{stale:?}");
        it = IndexYear {
            reading: Reading { score: Amount::from_plain("86.35").ok(), rank: Some(2), of: Some(11) },
            document: Some("15/BC-UBND".into()),
            dated: Some(day(2025, 1, 20)),
            version: 1,
            ..it
        };
        put(3, &it).await.expect("written");
        let found = store.index_years("u1").await.expect("read");
        assert_eq!(found, [IndexYear { version: 2, written_at: moment(3), ..it.clone() }]);
        let versions = store.index_versions("u1", "par-index", 2024).await.expect("read");
        assert_eq!(versions.iter().map(|one| one.version).collect::<Vec<_>>(), [2, 1]);
        assert_eq!(versions[1].reading, Reading::default());
    })
    .await;
}

#[tokio::test]
async fn a_term_target_keeps_its_years_and_is_changed_over_the_version_that_was_seen() {
    tell(async |store| {
        add_unit(&store, "u1", "Huyện Bình Sơn").await;
        let term = Term {
            id: "t1".into(),
            unit_id: "u1".into(),
            name: "Nhiệm kỳ 2020-2025".into(),
            years: (2020, 2025),
            source: "Nghị quyết 01-NQ/ĐH".into(),
            version: 0,
        };
        let year = |year: i32, planned: i32, typed: Option<i32>| TermYear {
            year,
            planned: Some(Amount::whole(planned)),
            target_id: None,
            typed: typed.map(Amount::whole),
            source: typed.map(|_| "BC 12/BC-UBND".into()),
            figure: None,
        };
        let mut target = TermTarget {
            id: "x1".into(),
            term_id: "t1".into(),
            name: "Thu nhập bình quân".into(),
            asked: Asked {
                comparator: Comparator::AtLeast,
                direction: Direction::Higher,
                value: Some(Amount::whole(60)),
                method: Method::Level,
            },
            unit_of: Some("triệu đồng".into()),
            withdrawn: None,
            version: 0,
            years: vec![year(2021, 48, Some(47)), year(2022, 52, None)],
        };
        let change = store.change(clerk(1)).await.expect("a change");
        change.write_term(&term).await.expect("written");
        change.write_term_target(&target).await.expect("written");
        change.commit(entry("term.written", "u1")).await.expect("committed");
        assert_eq!(store.terms_of("u1").await.expect("read"), [Term { version: 1, ..term.clone() }]);
        assert_eq!(store.term_targets("t1").await.expect("read"), [TermTarget { version: 1, ..target.clone() }]);

        target.version = 1;
        target.years = vec![year(2021, 48, Some(47)), year(2022, 52, Some(53)), year(2023, 55, None)];
        for (minute, fits) in [(2, true), (3, false)] {
            let change = store.change(clerk(minute)).await.expect("a change");
            let written = change.write_term_target(&target).await;
            assert_eq!(written.is_ok(), fits, "{written:?}");
            if fits {
                change.commit(entry("term.target-written", "u1")).await.expect("committed");
            }
        }
        let found = store.term_targets("t1").await.expect("read").remove(0);
        assert_eq!(found.years.iter().map(|one| one.year).collect::<Vec<_>>(), [2021, 2022, 2023]);
        assert_eq!(found.years[1].actual(), Some(Amount::whole(53)));
        let stale = Term { name: "Khác".into(), version: 7, ..term };
        let change = store.change(clerk(4)).await.expect("a change");
        let written = change.write_term(&stale).await;
        assert!(matches!(written, Err(StoreError::ChangedMeanwhile)), "{written:?}");
    })
    .await;
}

#[tokio::test]
async fn tasks_of_a_year_tell_when_they_were_first_reported_done() {
    use thidua_domain::tasks::State;
    use thidua_store::tasks::{NewTask, Origin, StepDone};
    tell(async |store| {
        for (id, name) in [("u", "UBND xã"), ("v1", "Thôn 1"), ("v2", "Thôn 2")] {
            add_unit(&store, id, name).await;
        }
        let change = store.change(clerk(1)).await.expect("a change");
        let (origin, text) = (Origin::default(), crate::tasks::text("v1"));
        change.add_task(&NewTask { id: "t", unit_id: "u", origin: &origin, text: &text }).await.expect("added");
        change.commit(entry("task.added", "t")).await.expect("committed");
        let village = [Graded::Unit("v1".into())];
        assert!(store.tasks_of_year(&village, 2022).await.expect("read").is_empty(), "a draft is nobody's work");
        for (minute, seen, from, to) in
            [(2, 0, State::Draft, State::Given), (3, 1, State::Given, State::DoneReported)]
        {
            let change = store.change(clerk(minute)).await.expect("a change");
            let step = StepDone { from, to, note: None, day: day(2022, 6, 1) };
            change.step_task("t", seen, &step).await.expect("stepped");
            change.commit(entry("task.stepped", "t")).await.expect("committed");
        }
        let found = store.tasks_of_year(&village, 2022).await.expect("read").remove(0);
        assert_eq!((found.state, found.due), (State::DoneReported, Some(day(2022, 6, 30))));
        assert_eq!((found.strictly_before, found.done_at), (true, Some(moment(3))));
        assert!(store.tasks_of_year(&village, 2023).await.expect("read").is_empty());
        assert!(
            store.tasks_of_year(&[Graded::Unit("v2".into())], 2022).await.expect("read").is_empty(),
            "led by v1"
        );
    })
    .await;
}
